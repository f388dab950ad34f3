//! What stands behind the exported title of an item: people, a time, a status.

use super::around::named_around;
use super::back::{after_people, more_people, people_bracket, without_lead};
use super::by_form::{by_form, finished};
use super::end::{says_elsewhere, status_at_end, time_at_end};
use super::handles::{handles_at_start, is_about_them};
use super::parts::{Form, bracket_at_start};
use super::signs::{begins_with_praise, without_signs};
use super::timed::time_at_start;
use crate::diagnostic::UnreadKind;
use crate::domain::groups;
use crate::planning::codes::without_code_colons;
use crate::planning::document::Mark;
use crate::planning::folded::folded;
use crate::planning::names::{Names, Place};
use crate::planning::row::ExportedRow;
use crate::planning::status::{
    decision_behind_label, is_bracketed_status, is_capital_status, is_shout, loud_front, mark_of,
    may_follow_people, without_arrow,
};
use crate::planning::strike::struck_in_front;
use crate::planning::time::bare_time;

/// How many places are tried at which a title may end.
const NEAR: usize = 4;

/// Returns what is behind a title with which a text begins.
pub fn behind_title<'t>(text: &'t str, title: &str) -> Option<&'t str> {
    let wanted = folded(title);
    // Folding makes a text shorter, but for an ellipsis.
    let longest = 4 * title.len() + 16;
    let ends = text
        .char_indices()
        .filter(|(_, letter)| letter.is_whitespace() || "(,:[".contains(*letter));
    let ends = ends.map(|(place, _)| place).chain([text.len()]);
    let ends: Vec<usize> = ends.take_while(|end| *end <= longest).collect();
    let first = ends.partition_point(|end| folded(&text[..*end]).len() < wanted.len());
    // More than one is as long where a backslash goes, or blanks.
    let mut near = ends[first..].iter().take(NEAR);
    let end = near.find(|end| folded(&text[..**end]) == wanted)?;
    Some(&text[*end..])
}

/// Cuts a line with the number of an item into its parts. Where it goes on behind the exported title with brackets that are not
/// understood, these are unclear. They are no part of the title, as whoever wrote them did not mean to take everybody off.
pub fn form_of_row(text: &str, row: &ExportedRow, names: &Names<'_>) -> Form {
    let row = ExportedRow {
        title: without_code_colons(&row.title),
        status: row.status.as_deref().map(without_code_colons),
        ..row.clone()
    };
    let text = without_code_colons(text);
    let mut form = before_known_status(&text, &row, names)
        .unwrap_or_else(|| form_without_codes(&text, &row, names));
    form.show_codes();
    form
}

/// Reads a line that ends with the status that was exported, which says no more than it did.
fn before_known_status(text: &str, row: &ExportedRow, names: &Names<'_>) -> Option<Form> {
    let status = row.status.as_ref()?;
    let place = start_of_end(text, &format!(": {status}"))?;
    let is_in_title =
        behind_title(text, &row.title).is_some_and(|rest| text.len() - rest.len() > place);
    if is_in_title {
        return None;
    }
    let before = ExportedRow {
        status: None,
        ..row.clone()
    };
    let form = form_without_codes(text[..place].trim_end(), &before, names);
    (form.status.is_none() && form.mark == Mark::None).then(|| Form {
        status: Some(status.clone()),
        mark: mark_of(status),
        ..form
    })
}

fn form_without_codes(text: &str, row: &ExportedRow, names: &Names<'_>) -> Form {
    let (text, is_struck) = unstruck(text, &row.title);
    let rest = behind_title(&text, &row.title);
    // `CANCELLED fix the parser`.
    if rest.is_none()
        && let Some((status, text)) = loud_front(&text)
        && behind_title(text, &row.title).is_some()
    {
        let form = form_without_codes(text, row, names);
        return form.with_status_in_front(status, row.status.as_deref());
    }
    let form = rest.and_then(|rest| behind(rest, row, names));
    // `fix it 🎉 (Ida)`.
    let is_praised =
        rest.is_some_and(|rest| rest.contains('(') && begins_with_praise(rest.trim_start()));
    // Something may stand in front of the known title.
    let in_front = || {
        let form = by_form(&text, names);
        (!is_praised && folded(&form.title) == folded(&row.title)).then_some(form)
    };
    let form = form.or_else(in_front);
    let form = form.or_else(|| reworded(&text, row, names));
    let mut form = form.unwrap_or_else(|| by_form(&text, names));
    if let Some(rest) = rest.map(str::trim_start)
        && (rest.starts_with('(') || rest.starts_with('[') && !rest.contains("]("))
        && form.people.is_none()
        && form.title != row.title
        && folded(&form.title) != folded(&row.title)
        && form.unclear.is_empty()
        && !(is_nobodys(row)
            && groups(rest).last().is_some_and(|group| {
                names.is_remark(group.inside) || names.are_words(group.inside)
            }))
    {
        form.unclear.push(UnreadKind::Names);
    }
    // More names may have been in it.
    let is_unclosed = rest.is_some_and(|rest| {
        let rest = rest.trim_start();
        rest.starts_with('(') && bracket_at_start(rest).is_none()
    });
    if is_unclosed && form.unclear.is_empty() {
        form.unclear.push(UnreadKind::Names);
    }
    form = finished(form, row.status.as_deref(), names);
    if form.people.is_none() && form.unclear.is_empty() {
        form.unclear
            .extend(unclear_names(&text, &form.title, row, names));
    }
    if is_struck {
        form.mark = Mark::Struck;
    }
    form
}

/// Returns whether nobody is on an item, so that nobody goes from it whatever its line says.
fn is_nobodys(row: &ExportedRow) -> bool {
    row.people.as_deref().is_none_or(str::is_empty)
}

/// Returns how a line without people that are understood may name some all the same. Where its row had people, nobody may go by
/// that: its last brackets hold words that are new, or new words in it name somebody.
fn unclear_names(
    text: &str,
    title: &str,
    row: &ExportedRow,
    names: &Names<'_>,
) -> Option<UnreadKind> {
    if is_nobodys(row) {
        let before = named_around(&row.title, names);
        let mut named = named_around(title, names);
        named.retain(|name| !before.contains(name));
        return (!named.is_empty()).then_some(UnreadKind::InTitle(named));
    }
    let groups = groups(text);
    let last = groups.last().filter(|group| {
        let title = folded(&row.title);
        group.before.ends_with(' ')
            && may_follow_people(group.after)
            && !title.contains(&folded(group.inside))
    });
    let is_named = |words: &str| {
        let words = words.trim_matches([' ', ',', ':', ';', '-', '–', '—']);
        names.mentions(words) || names.known(words).is_some()
    };
    let is_outside = || match behind_title(text, &row.title) {
        Some(rest) => is_named(rest),
        None => {
            let end = text.rsplit_once([',', ':', '-', '–', '—']);
            let is_end = end.is_some_and(|(_, end)| is_named(end));
            is_end || is_named(text) && !names.mentions(&row.title)
        }
    };
    match last {
        Some(_) => Some(UnreadKind::Names),
        None => is_outside().then_some(UnreadKind::OutsideBrackets),
    }
}

/// Cuts a line with other words than the exported title by what is known of the rest: by all of it, else by its end, else by the
/// brackets of people, or by the time behind them.
fn reworded(text: &str, row: &ExportedRow, names: &Names<'_>) -> Option<Form> {
    let title = |before: &str| Some(before.trim().to_owned()).filter(|title| !title.is_empty());
    let without_title = ExportedRow {
        title: String::new(),
        ..row.clone()
    };
    let cut_at = |place: usize| {
        let title = title(&text[..place])?;
        let mut form = behind(&text[place..], &without_title, names)?;
        // `meet, 17:00`.
        let has_time = time_at_end(&row.title, &mut Form::default()).len() < row.title.len();
        let title = match has_time || folded(&row.title).ends_with(&folded(&title)) {
            true => title,
            false => time_at_end(&title, &mut form).to_owned(),
        };
        Some(Form { title, ..form })
    };
    if let Some(place) = start_of_end(text, &without_title.text()) {
        return cut_at(place);
    }
    let of_both = |when: &Option<String>, status: &Option<String>| {
        let end = ExportedRow {
            people: None,
            when: when.clone(),
            status: status.clone(),
            ..without_title.clone()
        };
        let place = start_of_end(text, &end.text())?;
        let before = title(&text[..place])?;
        Some(Form {
            when: end.when,
            status: end.status,
            ..by_form(&before, names)
        })
    };
    of_both(&row.when, &row.status)
        .or_else(|| of_both(&None, &row.status))
        .or_else(|| of_both(&row.when, &None))
        .or_else(|| {
            let people = format!("({})", row.people.as_ref()?);
            let brackets = text.rmatch_indices(" (").take(NEAR);
            let mut places = brackets.map(|(place, _)| place + 1);
            let place = places.find(|place| {
                let after = behind_title(&text[*place..], &people);
                after.is_some_and(|after| after.is_empty() || after.starts_with([',', ':']))
            })?;
            cut_at(place)
        })
        .or_else(|| cut_at(bracket_before_time(text, row)?))
}

/// Returns where the bracket begins that the known time follows.
fn bracket_before_time(text: &str, row: &ExportedRow) -> Option<usize> {
    let brackets = text.rmatch_indices(" (").take(NEAR);
    let mut places = brackets.map(|(place, _)| place + 1);
    places.find(|place| {
        let behind = bracket_at_start(&text[*place..]).map(|(_, behind)| behind.trim_start());
        let time = behind.and_then(|behind| behind.strip_prefix(", "));
        time.is_some_and(|time| known_time(time.trim_start(), row).is_some())
    })
}

/// Returns the known time of an item if a text begins with it, and what follows: nothing or a status. It may have colons in it.
fn known_time<'t>(text: &'t str, row: &ExportedRow) -> Option<(String, &'t str)> {
    let when = row.when.as_ref()?;
    let after = behind_title(text, when)?.trim();
    let is_end = after.is_empty() || after.starts_with(':') || is_capital_status(after);
    is_end.then(|| (when.clone(), after))
}

/// Returns where the end of a row begins with which a text ends.
fn start_of_end(text: &str, end: &str) -> Option<usize> {
    let wanted = folded(end);
    if wanted.is_empty() {
        return None;
    }
    let longest = 4 * end.len() + 16;
    let starts = text
        .char_indices()
        .rev()
        .filter(|(_, letter)| "(,:".contains(*letter));
    let starts = starts.map(|(place, _)| place);
    let starts: Vec<usize> = starts
        .take_while(|start| text.len() - start <= longest)
        .collect();
    let first = starts.partition_point(|start| folded(&text[*start..]).len() < wanted.len());
    let mut near = starts[first..].iter().take(NEAR);
    near.find(|start| folded(&text[**start..]) == wanted)
        .copied()
}

/// Returns whether a line ends within the words of a row, as where a document was cut off. `is_end`: nothing follows, not even
/// the end of the line.
pub fn is_cut(text: &str, row: &ExportedRow, is_end: bool) -> bool {
    let (text, title, row) = (folded(text), folded(&row.title), folded(&row.text()));
    let Some(rest) = row.strip_prefix(&text) else {
        return false;
    };
    let is_in_word =
        text.ends_with(char::is_alphanumeric) && rest.starts_with(char::is_alphanumeric);
    let is_in_title = text.len() < title.len() && row.len() > title.len();
    !text.is_empty() && (is_in_title || is_end && is_in_word)
}

/// Removes the signs around a line that is struck through, as a whole or its title.
fn unstruck(text: &str, title: &str) -> (String, bool) {
    match struck_in_front(text) {
        Some((inner, rest)) if rest.trim().is_empty() || folded(inner) == folded(title) => {
            (format!("{} {}", inner.trim(), rest.trim()), true)
        }
        _ => (text.to_owned(), false),
    }
}

/// Reads what is behind an exported title; `None` if it is more of the title.
pub(super) fn behind(rest: &str, row: &ExportedRow, names: &Names<'_>) -> Option<Form> {
    let mut form = Form {
        title: row.title.clone(),
        ..Form::default()
    };
    let mut rest = rest.trim();
    // `which license, Fri 11:00 (all)`.
    if let Some((when, people)) = time_before_people(rest) {
        form.when = Some(when.to_owned());
        rest = people;
    }
    if let Some((inside, after)) = bracket_at_start(rest) {
        let bracket = names.bracket(inside, Place::Last)?;
        // `write tests (unit, integration) (Ida)`.
        if names.are_met_here(&bracket) && is_people_next(after, names) {
            return None;
        }
        form.take(bracket);
        rest = after.trim();
    } else if let Some((inside, after)) = rest.strip_prefix('[').and_then(|r| r.split_once(']'))
        && let Some(bracket) = names.bracket(inside, Place::Within)
        && !bracket.people.is_empty()
    {
        form.take(bracket);
        rest = after.trim();
    } else if let Some((bracket, after)) = handles_at_start(rest, names)
        && !is_about_them(&row.title)
    {
        form.take(bracket);
        rest = after;
    }
    let mut state = None;
    if form.people.is_some() {
        rest = more_people(rest, names, &mut form);
        if !rest.starts_with(':') {
            (rest, state) = without_signs(rest, &mut form);
        }
    }
    if let Some(after) = rest.strip_prefix(", ") {
        time(after.trim_start(), row, names, &mut form)?;
        return Some(form);
    }
    // `IN PROGRESS (Iko, Dario)`.
    if form.people.is_none()
        && let Some((status, bracket, after)) = people_bracket(rest, names)
        && (is_capital_status(rest) || is_shout(status))
        && after.trim().is_empty()
    {
        form.add_status(status);
        form.take(bracket);
        return Some(form);
    }
    let is_status = |rest| is_capital_status(rest) || is_bracketed_status(rest) || is_shout(rest);
    match rest.strip_prefix(':') {
        Some(status) => form.add_status(status),
        None if rest.is_empty() => {}
        None if form.people.is_some() => after_people(rest, names, &mut form),
        None if is_status(rest) => form.add_status(without_lead(rest)),
        // `which license → moved to tomorrow`.
        None if says_elsewhere(rest) => form.add_status(without_lead(rest)),
        None => {
            let behind_arrow = Some(without_arrow(rest)).filter(|time| time.len() < rest.len());
            form.when = Some(bare_time(behind_arrow?)?.to_owned());
        }
    }
    form.status = form.status.or(state.map(String::from));
    Some(form)
}

/// Returns whether a text begins with brackets of people.
fn is_people_next(text: &str, names: &Names<'_>) -> bool {
    let next = bracket_at_start(text.trim_start());
    let people = next.and_then(|(inside, _)| names.people(inside, true));
    people.is_some_and(|people| !people.is_empty())
}

/// Splits a time from the brackets of people behind it; they may be missing behind one that no comma leads.
fn time_before_people(text: &str) -> Option<(&str, &str)> {
    let (when, people) = text.split_at(text.find('(').unwrap_or(text.len()));
    let is_led = when.starts_with(',') && people.is_empty();
    let when = bare_time(when).filter(|_| !is_led)?;
    Some((when, people))
}

/// Reads a time with which a text begins, and the status behind it; `None` if it is more of the title.
fn time(text: &str, row: &ExportedRow, names: &Names<'_>, form: &mut Form) -> Option<()> {
    if let Some((when, after)) = known_time(text, row) {
        form.when = Some(when);
        form.add_status(after.strip_prefix(':').unwrap_or(after));
        return Some(());
    }
    if let Some((when, behind)) = time_at_start(text) {
        form.when = Some(when.to_owned());
        form.add_status(without_lead(behind));
        return Some(());
    }
    if decision_behind_label(text).is_some() {
        form.add_status(text);
        return Some(());
    }
    let cuts = [": ", " -> ", " => ", " → "].into_iter();
    let cuts = cuts.filter_map(|sign| text.split_once(sign));
    let (when, status) = match cuts.min_by_key(|(when, _)| when.len()) {
        Some((when, status)) => (when, status),
        None => (text.strip_suffix(':').unwrap_or(text), ""),
    };
    // Without people, it is more of the title.
    form.people.as_ref()?;
    // `Thu 17:00 DONE`.
    let when = status_at_end(when.trim(), form);
    let is_people = || {
        let bracket = names.bracket(when, Place::Last);
        bracket.is_some_and(|bracket| !bracket.people.is_empty())
    };
    if !when.is_empty() && is_people() {
        form.unclear.push(UnreadKind::OutsideBrackets);
    } else {
        form.when = (!when.is_empty()).then(|| when.to_owned());
    }
    form.add_status(status);
    Some(())
}
