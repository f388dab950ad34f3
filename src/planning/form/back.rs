//! What stands behind the title: people, a time, a status.

use super::end::{status_at_end, time_at_end};
use super::front::DASHES;
use super::handles::{handles_at_end, is_between};
use super::parts::{Form, bracket_at_start};
use super::signs::without_signs;
use super::timed::time_at_start;
use crate::diagnostic::UnreadKind;
use crate::domain::groups;
use crate::planning::codes::is_code;
use crate::planning::document::Mark;
use crate::planning::names::{Bracket, Names, Place, add_time, is_difficulty, is_nobody_yet};
use crate::planning::status::{
    is_about_status, is_capital_status, is_elsewhere, is_hardly, is_label_of_decided, is_status,
    mark_of, may_follow_people, sign as sign_at, status_start,
};
use crate::planning::time::{bare_time, is_time};
use crate::text::{is_of, normalize};

/// Reads people, time and status behind the title.
pub fn at_back(text: &str, names: &Names<'_>, form: &mut Form) -> String {
    before_unclosed(text, names, form)
        .or_else(|| before_labels(text, names, form))
        .or_else(|| before_brackets(text, names, form))
        .or_else(|| before_handles(text, names, form))
        .or_else(|| before_square(text, names, form))
        .or_else(|| before_sign(text, names, form))
        .or_else(|| before_note(text, names, form))
        .or_else(|| before_partly_known(text, names, form))
        .unwrap_or_else(|| before_status(text, names, form))
}

/// Takes a bracket of people that nothing closes, and returns the title.
fn before_unclosed(text: &str, names: &Names<'_>, form: &mut Form) -> Option<String> {
    let (title, bracket) = unclosed(text, names)?;
    let title = status_at_end(title, form);
    form.take(bracket);
    Some(title.to_owned())
}

/// Takes what stands behind brackets with labels, and returns the title.
fn before_labels(text: &str, names: &Names<'_>, form: &mut Form) -> Option<String> {
    let (title, rest) = labelled(text)?;
    form.unclear.push(UnreadKind::Labels);
    after_people(rest, names, form);
    Some(title.to_owned())
}

/// Takes brackets of people with what follows them, and returns the title.
fn before_brackets(text: &str, names: &Names<'_>, form: &mut Form) -> Option<String> {
    let has_people = form.people.is_some();
    let found = people_bracket(text, names);
    let (title, bracket, rest) =
        found.filter(|(_, bracket, _)| !(has_people && bracket.may_be_words()))?;
    // `fix it _(Ida)_`.
    let mut signs = ["**", "__", "*", "_"].into_iter();
    let bare = signs.find_map(|sign| Some((title.strip_suffix(sign)?, rest.strip_prefix(sign)?)));
    let (title, rest) = bare.unwrap_or((title, rest));
    let title = time_at_end(status_at_end(title, form), form);
    // `fix it @ida (with @tom)`.
    let handles = handles_at_end(title, names).filter(|(_, _, rest)| rest.is_empty());
    let before = handles.map(|(before, bracket, _)| {
        form.take(bracket);
        before
    });
    let title = before.as_deref().unwrap_or(title);
    form.take(bracket);
    // `#866 (Armin) fix it`.
    let is_title_behind = is_reference(title) && !may_follow_people(rest);
    if is_title_behind || goes_on_with_title(rest) {
        let rest = status_at_end(rest.trim(), form);
        return Some(format!("{} {rest}", title.trim_end()));
    }
    if is_about_status(without_lead(rest)) {
        return Some(format!("{}{rest}", title.trim_end()));
    }
    after_people(more_people(rest, names, form), names, form);
    Some(title.to_owned())
}

/// Takes `@handles` with what follows them, and returns the title.
fn before_handles(text: &str, names: &Names<'_>, form: &mut Form) -> Option<String> {
    let (title, bracket, rest) = handles_at_end(text, names)?;
    form.take(bracket);
    let title = status_at_end(&title, form);
    if goes_on_with_title(rest) {
        return Some(format!("{title} {rest}"));
    }
    after_people(rest, names, form);
    Some(title.to_owned())
}

/// Takes people in square brackets with what follows them, and returns the title.
fn before_square(text: &str, names: &Names<'_>, form: &mut Form) -> Option<String> {
    let (title, bracket, rest) = people_in_square(text, names)?;
    form.take(bracket);
    after_people(rest, names, form);
    Some(status_at_end(title, form).to_owned())
}

/// Takes people behind a sign with what follows them, and returns the title.
fn before_sign(text: &str, names: &Names<'_>, form: &mut Form) -> Option<String> {
    let (title, bracket, rest) = people_behind_sign(text, names)?;
    form.take(bracket);
    // `write it - Ida, Bela - in French`.
    let before = text[..text.len() - rest.len()].trim_end();
    let is_state = before.ends_with(':') || is_status(rest) || is_capital_status(rest);
    if is_about_status(rest) {
        let sign = if before.ends_with(':') { ":" } else { " -" };
        return Some(format!("{title}{sign} {rest}"));
    }
    if !is_state && goes_on_with_title(rest) {
        return Some(format!("{title} - {rest}"));
    }
    // `✅ Mon` says no more than that it is done.
    let (words, _) = without_signs(rest, form);
    if form.mark != Mark::Done || words.len() == rest.len() || bare_time(words).is_none() {
        form.add_status(rest);
    }
    Some(title.to_owned())
}

/// Takes known people behind a sign with a note on them, `server: Ida (waits for the disk)`, and returns the title.
fn before_note(text: &str, names: &Names<'_>, form: &mut Form) -> Option<String> {
    if form.people.is_some() || !text.ends_with(')') {
        return None;
    }
    let signs = DASHES.iter().chain(&[": "]);
    let cuts = signs.filter_map(|sign| text.split_once(*sign));
    let (title, rest) = cuts.min_by_key(|(title, _)| title.len())?;
    let (people, note) = people_before_note(rest, names)?;
    if title.trim().is_empty() || !note.trim_start().starts_with('(') {
        return None;
    }
    form.take(people);
    after_people(note, names, form);
    Some(title.trim().to_owned())
}

/// Cuts off names behind a sign of which some are not known, `write it - Ida, Carla`: it is not clear who is on it.
fn before_partly_known(text: &str, names: &Names<'_>, form: &mut Form) -> Option<String> {
    if form.people.is_some() {
        return None;
    }
    let signs = DASHES.iter().chain(&[": "]);
    let cuts = signs.filter_map(|sign| text.rsplit_once(*sign));
    let (title, rest) = cuts.min_by_key(|(_, rest)| rest.len())?;
    let is_cut = !title.trim().is_empty()
        && !ends_with_decided(title)
        && names.are_partly_known(rest.trim());
    is_cut.then(|| {
        form.unclear.push(UnreadKind::OutsideBrackets);
        title.trim().to_owned()
    })
}

/// Returns whether a text ends with a word behind which stands what was decided: `who cooks: decided`.
fn ends_with_decided(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or_default();
    is_label_of_decided(&format!("{last}:"))
}

/// Takes a status and a time, and people in front of them, `write it: Ida, Bela - DONE`, and returns the title.
fn before_status(text: &str, names: &Names<'_>, form: &mut Form) -> String {
    let title = time_at_end(status_at_end(text, form), form);
    match people_behind_sign(title, names).filter(|_| title.len() < text.len()) {
        Some((title, bracket, "")) => {
            form.take(bracket);
            title.to_owned()
        }
        _ => match before_partly_known(title, names, form) {
            Some(title) => title,
            None => title.to_owned(),
        },
    }
}

/// Splits known people, with whom a text begins, from what stands behind them in brackets or behind a dash, unless that denies
/// something: `Ida (no longer)`.
pub fn people_before_note<'t>(text: &'t str, names: &Names<'_>) -> Option<(Bracket, &'t str)> {
    let signs = DASHES.iter().chain(&[" ("]);
    let end = signs.filter_map(|sign| text.find(sign)).min();
    let (people, note) = text.split_at(end.unwrap_or(text.len()));
    const DENYING: &str = "aufgehort except former formerly gone had kein keine left nein never nicht no not statt stopped was without";
    let denied = normalize(note);
    let mut denied = denied.split(|letter: char| !letter.is_alphanumeric());
    let known = names.known(people)?;
    (!denied.any(|word| is_of(DENYING, word))).then_some((known, note))
}

/// Reads a bracket at the end that nothing closes: `fix it (Armin, Anto around`.
fn unclosed<'t>(text: &'t str, names: &Names<'_>) -> Option<(&'t str, Bracket)> {
    let (title, inside) = text.rsplit_once('(')?;
    if inside.contains(')') || title.trim().is_empty() || !title.ends_with(char::is_whitespace) {
        return None;
    }
    let bracket = names.bracket(inside, Place::Within)?;
    (!bracket.people.is_empty() && bracket.unclear.is_empty()).then_some((title, bracket))
}

/// Cuts off the last brackets if what is in them has labels, `(people: Ida; status: done)`, and returns what follows.
fn labelled(text: &str) -> Option<(&str, &str)> {
    const LABELS: [&str; 12] = [
        "assigned",
        "assignee",
        "assignees",
        "owner",
        "people",
        "responsible",
        "state",
        "status",
        "team",
        "time",
        "when",
        "who",
    ];
    let groups = groups(text);
    let group = groups.last()?;
    let mut parts = group.inside.split([',', ';']);
    let has_label = parts.any(|part| {
        let label = part
            .split_once(':')
            .map(|(label, _)| label.trim().to_lowercase());
        label.is_some_and(|label| LABELS.contains(&label.as_str()))
    });
    let is_cut = group.before.ends_with(' ') && may_follow_people(group.after);
    (has_label && is_cut && !group.before.trim().is_empty())
        .then(|| (group.before.trim_end(), group.after))
}

/// Reads known people in square brackets: `fix it [Ida]`.
fn people_in_square<'t>(text: &'t str, names: &Names<'_>) -> Option<(&'t str, Bracket, &'t str)> {
    let (title, rest) = text.rsplit_once(" [")?;
    let (inside, after) = rest.split_once(']')?;
    let is_cut = !title.trim().is_empty() && may_follow_people(after) && !after.starts_with('(');
    let bracket = names.known(inside).filter(|_| is_cut)?;
    Some((title.trim_end(), bracket, after))
}

/// Returns whether a text is a number of a tracker: `#12`, `!45`.
fn is_reference(text: &str) -> bool {
    let number = text.trim().strip_prefix(['#', '!']).unwrap_or_default();
    number.starts_with(|sign: char| sign.is_ascii_digit()) && !number.contains(' ')
}

/// Returns whether what stands behind the people belongs to the title: half a sentence, a number of a tracker, or how difficult it is.
fn goes_on_with_title(rest: &str) -> bool {
    const WORDS: [&str; 24] = [
        "a", "about", "an", "and", "as", "at", "by", "for", "from", "how", "if", "in", "into",
        "of", "on", "or", "that", "the", "to", "what", "when", "whether", "which", "with",
    ];
    let rest = rest.trim();
    let inner = rest
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    let first = rest.split_whitespace().next().unwrap_or_default();
    let alone = inner.filter(|inner| !inner.contains(' '));
    let reference = alone.unwrap_or(first);
    inner.is_some_and(is_difficulty)
        || is_reference(reference)
        || !rest.is_empty() && rest.split_whitespace().all(is_code)
        || WORDS.contains(&first) && !may_follow_people(rest) && !is_time(rest)
}

/// How many brackets at the end of a line are looked at.
const MOST: usize = 8;

/// Finds the bracket of people: the last one with people, or one before it that a status follows.
pub(super) fn people_bracket<'t>(
    text: &'t str,
    names: &Names<'_>,
) -> Option<(&'t str, Bracket, &'t str)> {
    let groups = groups(text);
    let mut found: Option<(&str, Bracket, &str)> = None;
    for group in groups.iter().rev().take(MOST) {
        let is_glued = !group.before.is_empty() && !group.before.ends_with(char::is_whitespace);
        let follows = may_follow_people(group.after);
        let is_behind = found
            .as_ref()
            .is_some_and(|(before, ..)| is_right_behind(group.after, before, text));
        let place = match (follows || is_behind) && !is_glued {
            true => Place::Last,
            false => Place::Within,
        };
        // A bracket that opens the line was read as such.
        if group.before.trim().is_empty() {
            continue;
        }
        let Some(bracket) = names.bracket(group.inside, place) else {
            continue;
        };
        if is_glued && bracket.people.is_empty() {
            continue;
        }
        match &mut found {
            None => found = Some((group.before, bracket, group.after)),
            // `fix it (Armin) (Anto)`.
            Some((before, last, _))
                if !is_glued
                    && is_behind
                    && (names.known(group.inside).is_some()
                        || bracket.people.is_empty() && !bracket.unclear.is_empty()) =>
            {
                let mut bracket = bracket;
                bracket.extend(std::mem::take(last));
                (*before, *last) = (group.before, bracket);
            }
            Some((before, last, after))
                if follows && !group.after.trim_start().starts_with(['-', '–', '—', '(']) =>
            {
                let mut bracket = bracket;
                bracket.extend(std::mem::take(last));
                (*before, *last, *after) = (group.before, bracket, group.after);
            }
            Some(_) => {}
        }
    }
    found
}

/// Returns whether nothing but blanks, or a word between two people, stands between what is behind a bracket and the end of what is in
/// front of another one.
fn is_right_behind(after: &str, before: &str, text: &str) -> bool {
    let between = text.get(text.len() - after.len()..before.len());
    between.is_some_and(|between| between.trim().is_empty() || is_between(between.trim()))
}

/// Reads people behind the people: in brackets, or names that are known or have a sign. Returns what follows.
pub(super) fn more_people<'t>(rest: &'t str, names: &Names<'_>, form: &mut Form) -> &'t str {
    let mut rest = rest.trim();
    for _ in 0..MOST {
        // `(Ida), (Bela)`.
        let behind = rest.trim_start_matches([',', ';', '&', '+', ' ']);
        let (list, after, place) = match bracket_at_start(behind) {
            Some((inside, after)) => (inside, after, Place::Last),
            None => {
                let end = rest.find([':', ',', '(']).unwrap_or(rest.len());
                let end = end.min(status_start(rest).unwrap_or(end));
                let has_sign = rest.starts_with(['+', '@']);
                let place = if has_sign { Place::Last } else { Place::Within };
                (&rest[..end], &rest[end..], place)
            }
        };
        match names.bracket(list, place) {
            Some(bracket) if !bracket.people.is_empty() => form.take(bracket),
            // A slip is no status either.
            Some(bracket) if behind.starts_with('(') && !bracket.unclear.is_empty() => {
                form.take(bracket);
            }
            _ => break,
        }
        rest = after.trim();
    }
    rest
}

/// Removes the signs between the people and what stands behind them, but not the arrow that is a status.
pub(super) fn without_lead(text: &str) -> &str {
    const SIGNS: [&str; 13] = [
        "->", "=>", "→", "@ ", "/ ", "| ", ":", ",", ";", ".", "-", "–", "—",
    ];
    let mut rest = text.trim();
    loop {
        if is_elsewhere(rest) {
            return rest;
        }
        match SIGNS.iter().find_map(|sign| rest.strip_prefix(sign)) {
            Some(behind) => rest = behind.trim_start(),
            None => return rest,
        }
    }
}

/// Reads what stands behind the people: a time and a status.
pub(super) fn after_people(rest: &str, names: &Names<'_>, form: &mut Form) {
    let mut status = without_lead(rest);
    while let Some((when, behind)) = time_in_brackets(status) {
        add_time(&mut form.when, &mut form.others, when.to_owned());
        status = without_lead(behind);
    }
    if let Some((when, behind)) = time_at_start(status) {
        let when = when.to_owned();
        add_time(&mut form.when, &mut form.others, when);
        status = without_lead(behind);
    }
    // More people may be meant.
    let (front, behind) = status.split_once(':').unwrap_or((status, ""));
    if names.done_by(status).is_none()
        && let Some(bracket) = names.bracket(front, Place::Within)
        && !bracket.people.is_empty()
    {
        form.unclear.push(UnreadKind::OutsideBrackets);
        form.add_status(behind);
        return;
    }
    let square = status
        .strip_prefix('[')
        .and_then(|inner| inner.strip_suffix(']'));
    if square.is_some_and(|inner| names.known(inner).is_some()) {
        form.unclear.push(UnreadKind::OutsideBrackets);
        return;
    }
    if rest.trim_start().starts_with(',') && names.may_be_new(status) {
        form.unclear.push(UnreadKind::OutsideBrackets);
        return;
    }
    let inner = status
        .strip_prefix('(')
        .and_then(|inner| inner.strip_suffix(')'));
    form.add_status(inner.filter(|inner| !inner.contains(')')).unwrap_or(status));
}

/// Splits brackets with nothing but a time in them off the front of a text.
fn time_in_brackets(text: &str) -> Option<(&str, &str)> {
    let square = || text.strip_prefix('[')?.split_once(']');
    let (inside, behind) = bracket_at_start(text).or_else(square)?;
    Some((bare_time(inside)?, behind))
}

/// Reads `task: people` and `task: people: status`, and the same with dashes.
fn people_behind_sign<'t>(text: &'t str, names: &Names<'_>) -> Option<(&'t str, Bracket, &'t str)> {
    const SIGNS: [&str; 11] = [
        ": ", " – ", " — ", " - ", " -- ", " @ ", " -> ", " --> ", " => ", " → ", " ⇒ ",
    ];
    SIGNS.into_iter().find_map(|sign| {
        let mut end = text.len();
        let places = text.rmatch_indices(sign).take(MOST);
        places.map(|(place, _)| place).find_map(|place| {
            let people = text[place + sign.len()..end].trim();
            let rest = text.get(end + sign.len()..).unwrap_or_default().trim();
            end = place;
            // `60 of 90`.
            let is_figure = rest.starts_with(|sign: char| sign.is_ascii_digit());
            let is_state = sign == ": "
                || rest.is_empty()
                || is_status(rest)
                || is_capital_status(rest)
                || rest.chars().next().and_then(sign_at).is_some()
                || is_figure;
            let title = text[..place].trim_end().to_lowercase();
            let is_told = title.ends_with(" cc") || title.ends_with(" fyi");
            if people.contains('(') || people.is_empty() || is_told || ends_with_decided(&title) {
                return None;
            }
            let bracket = names.bracket(people, Place::Within)?;
            // `parser: Ida → Bela`.
            let is_handed_on = sign.contains(['>', '→', '⇒'])
                && text[..place]
                    .rsplit_once(": ")
                    .is_some_and(|(_, before)| names.known(before).is_some());
            if is_handed_on {
                return None;
            }
            // `login timeout - Carl - needs tests`.
            let is_known = || {
                let is_dash = sign.trim().chars().all(|sign| "-–—".contains(sign));
                let says_how_far = is_hardly(rest) || mark_of(rest) != Mark::None;
                is_dash && says_how_far && names.known(people).is_some()
            };
            // `bench - Carl, 14:00 - first numbers`.
            let are_certain = bracket.people.len() > 1 || bracket.when.is_some();
            let is_nobody = bracket == Bracket::default() && is_nobody_yet(people);
            let is_cut = (!bracket.people.is_empty() || is_nobody)
                && (is_state || are_certain || is_known());
            is_cut.then(|| (text[..place].trim(), bracket, rest))
        })
    })
}
