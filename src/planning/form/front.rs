//! What stands in front of the title: people, a status.

use super::end::says_done_for_certain;
use super::handles::handles_in_front;
use super::parts::{Form, bracket_at_start};
use crate::planning::document::Mark;
use crate::planning::names::{Names, Place};
use crate::planning::status::{
    is_about_status, is_capital_status, is_capitals, is_join, is_label_of_decision, is_needless,
    is_put_off, is_status, mark_of,
};
use crate::planning::time::time_in_front;

/// What says that an item is kept elsewhere now.
const TRACKER: &str = "-> tracker";

/// What says so in front of a title.
const TRACKER_FIRST: &str = "tracker ->";

/// Dashes between two parts of a line.
pub const DASHES: [&str; 4] = [" - ", " -- ", " – ", " — "];

/// Reads people, a time and a status in front of the title.
pub fn at_front<'t>(text: &'t str, names: &Names<'_>, form: &mut Form) -> &'t str {
    let mut rest = text.trim();
    loop {
        if let Some((inside, after)) = bracket_at_start(rest)
            && !after.trim().is_empty()
        {
            if !take_bracket(inside, names, form) {
                return rest;
            }
            rest = behind_colon(after);
            continue;
        }
        let after = behind_square(rest, names, form)
            .or_else(|| behind_any_status(rest, names, form))
            .or_else(|| behind_people(rest, names, form))
            .or_else(|| behind_labelled(rest, names, form))
            .or_else(|| behind_time(rest, form));
        match after {
            Some(after) => rest = after,
            None => return rest,
        }
    }
}

fn behind_colon(text: &str) -> &str {
    text.trim_start().trim_start_matches(':').trim_start()
}

/// Takes square brackets with which a text begins, and returns what is behind them.
fn behind_square<'t>(text: &'t str, names: &Names<'_>, form: &mut Form) -> Option<&'t str> {
    let (inside, after) = text.strip_prefix('[')?.split_once(']')?;
    let is_cut = !after.trim().is_empty() && !after.starts_with('(');
    (is_cut && take_square(inside, names, form)).then(|| behind_colon(after))
}

/// Takes a status with which a text begins, and returns what is behind it.
fn behind_any_status<'t>(text: &'t str, names: &Names<'_>, form: &mut Form) -> Option<&'t str> {
    // What stands behind it is what was decided, and not what about.
    if is_label_of_decision(text) {
        return None;
    }
    if let Some((inside, after)) = emphasized(text)
        && (is_capital_status(inside)
            || is_status_and_sign(inside) && mark_of(inside) != Mark::Dropped)
    {
        form.add_status(inside);
        return Some(after);
    }
    if let Some((start, after)) = text.split_at_checked(TRACKER.len())
        && [TRACKER, TRACKER_FIRST].contains(&start.to_lowercase().as_str())
        && !after.starts_with(char::is_alphanumeric)
    {
        form.add_status(start);
        return Some(after.trim_start_matches(':').trim_start());
    }
    if let Some((front, after)) = at_colon(text)
        && (is_capital_status(front) || form.status.is_none() && is_status_and_sign(front))
    {
        form.add_status(front);
        return Some(after);
    }
    if let Some((front, after)) = at_dash(text)
        && is_status(front)
        && (is_capital_status(front) || form.status.is_none() && says_done_for_certain(front))
    {
        form.add_status(front);
        return Some(after);
    }
    let after = behind_status(text, names)?;
    form.add_status(&text[..text.len() - after.len()]);
    Some(after)
}

/// Takes the people in brackets behind a label with which a text begins, `AI (Ida): call the hut`, and returns what is behind them.
fn behind_labelled<'t>(text: &'t str, names: &Names<'_>, form: &mut Form) -> Option<&'t str> {
    let (inside, after) = bracket_at_start(behind_label(text)?)?;
    let people = names.known(inside).filter(|_| form.people.is_none())?;
    let after = after
        .strip_prefix(':')
        .filter(|after| !after.trim().is_empty())?;
    form.take(people);
    Some(after.trim_start())
}

/// Takes the people with whom a text begins, unless there are some already, and returns what is behind them.
fn behind_people<'t>(text: &'t str, names: &Names<'_>, form: &mut Form) -> Option<&'t str> {
    if form.people.is_some() {
        return None;
    }
    let is_list = |front: &str| !front.contains('(');
    let at_colon = at_colon(text).filter(|(front, _)| is_list(front));
    let at_colon = at_colon.and_then(|(front, after)| {
        let bracket = names
            .bracket(front, Place::Within)
            .or_else(|| names.known(behind_label(front)?))?;
        (!bracket.people.is_empty()).then_some((bracket, after))
    });
    let at_dash = || {
        let (front, after) = at_dash(text).filter(|(front, _)| is_list(front))?;
        Some((names.known(front)?, after))
    };
    let (bracket, after) = at_colon
        .or_else(at_dash)
        .or_else(|| names.in_front(text))
        .or_else(|| handles_in_front(text, names))?;
    form.take(bracket);
    Some(after)
}

/// Takes a time of day with which a text begins, and returns what is behind it.
fn behind_time<'t>(text: &'t str, form: &mut Form) -> Option<&'t str> {
    let (when, after) = time_in_front(text).filter(|_| form.when.is_none())?;
    form.when = Some(when.to_owned());
    Some(after)
}

/// Labels in front of the name of somebody who is to do something: `AI Ida: call the hut`.
const LABELS: [&str; 9] = [
    "action",
    "action item",
    "action point",
    "ai",
    "ap",
    "aufgabe",
    "task",
    "to do",
    "todo",
];

/// Returns what stands behind such a label.
fn behind_label(text: &str) -> Option<&str> {
    let label = |label: &&str| {
        let (front, behind) = text.split_at_checked(label.len())?;
        let is_cut = behind.starts_with([' ', '(']) || behind.starts_with(": ");
        (is_cut && front.eq_ignore_ascii_case(label)).then(|| behind.trim_start_matches([':', ' ']))
    };
    LABELS.iter().rev().find_map(label)
}

/// Cuts a text at its first colon, if a blank and words follow.
fn at_colon(text: &str) -> Option<(&str, &str)> {
    let (front, after) = text.split_once(':')?;
    let is_cut = after.starts_with(' ') && !after.trim().is_empty();
    is_cut.then(|| (front, after.trim()))
}

/// Cuts a text at its first dash with blanks around it.
fn at_dash(text: &str) -> Option<(&str, &str)> {
    let cuts = DASHES.into_iter().filter_map(|dash| text.split_once(dash));
    let (front, after) = cuts.min_by_key(|(front, _)| front.len())?;
    (!after.trim().is_empty()).then(|| (front.trim(), after.trim()))
}

/// Cuts off bold or italic words with which a text begins, if more follows: `**DONE** port it`, `**DONE:** port it`.
fn emphasized(text: &str) -> Option<(&str, &str)> {
    let mut signs = ["**", "__", "*", "_"].into_iter();
    let (inside, after) = signs.find_map(|sign| text.strip_prefix(sign)?.split_once(sign))?;
    let is_cut = after.starts_with([' ', ':']);
    let after = behind_colon(after);
    (is_cut && !after.is_empty()).then(|| (inside.trim_end_matches([':', ' ']), after))
}

/// Takes square brackets that stand in front if they are a status, or known people alone.
fn take_square(inside: &str, names: &Names<'_>, form: &mut Form) -> bool {
    if is_status(inside) || is_capital_status(inside) {
        form.add_status_or_reason(inside);
        return true;
    }
    let people = names.known(inside).filter(|_| form.people.is_none());
    let is_people = people.is_some();
    people.into_iter().for_each(|people| form.take(people));
    is_people
}

/// Takes a bracket that stands in front if it is people, a status or both.
fn take_bracket(inside: &str, names: &Names<'_>, form: &mut Form) -> bool {
    let is_first = form.people.is_none();
    if let Some(bracket) = names.beside_status(inside) {
        form.take(bracket);
    } else if is_status(inside) || is_capital_status(inside) {
        form.add_status_or_reason(inside);
    } else if is_first && let Some(bracket) = names.bracket(inside, Place::Within) {
        form.take(bracket);
    } else {
        return false;
    }
    true
}

/// Returns what is behind a status in capitals with which a line begins, if that is a title: `DONE port it`,
/// `GOOD PROGRESS WE GUESS port it`, `DONE (for C) port it`.
fn behind_status<'t>(text: &'t str, names: &Names<'_>) -> Option<&'t str> {
    let place = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let next = text.split_whitespace().find(|word| {
        !is_capitals(word)
            || !word
                .chars()
                .all(|c| c.is_alphanumeric() || "-'’".contains(c))
    })?;
    let (status, after) = text.split_at(place(next));
    let status = status.trim_end();
    if !is_status_in_front(status) || is_about_status(text) {
        return None;
    }
    let title = match bracket_at_start(after) {
        // People are read next.
        Some((inside, title)) if names.bracket(inside, Place::Within).is_none() => {
            title.trim_start()
        }
        Some(_) => return Some(after),
        None => after,
    };
    let first = title.split_whitespace().next()?;
    let is_title = first.starts_with(char::is_alphabetic) && !is_join(first);
    is_title.then_some(title)
}

/// Returns whether words in capitals are a status though no sign follows, and hardly the beginning of a title.
fn is_status_in_front(words: &str) -> bool {
    match mark_of(words) {
        Mark::Done | Mark::Happened => true,
        Mark::InProgress => {
            let is_progress = |word: &str| word.ends_with("PROGRESS");
            is_status(words) && words.contains([' ', '-'])
                || words.split_whitespace().any(is_progress)
        }
        // What is called off or put off is also what a task may be about: `CANCELLED orders`, `DEFERRED loading`.
        Mark::Dropped => is_put_off(words),
        Mark::None | Mark::Open | Mark::Struck | Mark::Decided => false,
    }
}

/// Returns whether words in front of a colon are a status, and hardly the subject of what follows: `done`, `dropped`,
/// `mostly done`, `in-progress`, but not `testing`.
fn is_status_and_sign(front: &str) -> bool {
    const MOST: usize = 4;
    let count = front.split_whitespace().count();
    is_status(front)
        && count <= MOST
        && match mark_of(front) {
            Mark::Done => count == 1,
            // `duplicate: …` may be what the task is about.
            Mark::Dropped => count == 1 && !is_needless(front),
            Mark::InProgress => front.contains([' ', '-']),
            _ => false,
        }
}

/// Reads `Assignee: x` and `/assign @x` at the end.
pub fn assigned(text: &str, names: &Names<'_>, form: &mut Form) -> String {
    const LEADS: [&str; 8] = [
        "/assign ",
        "assignees:",
        "assignee:",
        "assigned to:",
        "owner:",
        "responsible:",
        "verantwortlich:",
        "zuständig:",
    ];
    let mut text = text;
    for lead in LEADS {
        let lower = text.to_lowercase();
        let place = lower.rfind(lead).filter(|_| lower.len() == text.len());
        if let Some((before, people)) = place.and_then(|place| text.split_at_checked(place))
            && let Some(people) = people.get(lead.len()..)
            && let Some(bracket) =
                names.bracket(people.trim().trim_end_matches([')', ']']), Place::Last)
        {
            form.take(bracket);
            text = before
                .trim_end()
                .trim_end_matches(['(', '[', ',', ';', '-', '–', '—'])
                .trim_end();
        }
    }
    text.to_owned()
}
