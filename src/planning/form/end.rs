//! A status or a time at the end of a title.

use super::parts::Form;
use crate::domain::is_given_up;
use crate::planning::document::Mark;
use crate::planning::names::add_time;
use crate::planning::status::{
    decision_behind_label, ends_with_status, is_behind_sign, is_capital_status, is_capitals,
    is_elsewhere, is_maybe, is_put_off, is_status, mark_of, may_be_done, may_be_dropped, may_go_on,
    says_where, status_start, without_arrow,
};
use crate::planning::time::bare_time;
use crate::text::is_of;

/// How many signs of a kind are looked at.
const MOST: usize = 8;

/// Signs between a title and its status.
const STATUS_SIGNS: [&str; 12] = [
    ": ", " --> ", " - ", " -- ", " – ", " — ", " -> ", " => ", " → ", " / ", " | ", ", ",
];

/// Cuts a status off the end of a title: in brackets, behind a sign, or in capitals.
pub(super) fn status_at_end<'t>(text: &'t str, form: &mut Form) -> &'t str {
    let text = text.trim_end();
    if let Some((before, inside)) = bracket_at_end(text) {
        if let Some(when) = bare_time(inside) {
            let rest = status_at_end(before, form);
            add_time(&mut form.when, &mut form.others, when.to_owned());
            return rest;
        }
        if (is_status(inside) || is_capital_status(inside)) && !ends_with_status(before) {
            form.add_status_or_reason(inside);
            return before;
        }
    }
    if let Some((title, status)) = elsewhere_at_end(text).or_else(|| moved_at_end(text)) {
        form.add_status(status);
        return title;
    }
    if let Some(place) = status_start(text) {
        let status = text[place..].trim();
        form.add_status(status);
        return text[..place]
            .trim_end()
            .trim_end_matches([':', '-', '–', '—', ',', ';'])
            .trim_end();
    }
    if let Some((before, status)) = decided_at_end(text) {
        form.add_status(status);
        return before;
    }
    for sign in STATUS_SIGNS {
        if let Some((before, status)) = text.rsplit_once(sign)
            && !is_within_bracket(status)
            && !before.trim().is_empty()
            && (is_status(status)
                || is_done_but(status)
                || is_off(status)
                || sign != ", " && is_behind_sign(status)
                || sign != ", " && may_be_done(status))
            && !is_given_up_perhaps(status)
            && match sign {
                ", " => is_capital_status(status) || is_off(status) && status.contains(' '),
                " / " | " | " => is_capital_status(status) || mark_of(status) == Mark::Done,
                _ => true,
            }
        {
            form.add_status_or_reason(status);
            return before.trim_end();
        }
    }
    let word = word_at_end(text);
    match word.filter(|(before, word)| !before.contains([',', ';']) && says_done_for_certain(word))
    {
        Some((before, status)) => {
            form.add_status(status);
            before
        }
        None => text,
    }
}

/// Returns whether a word says that something is finished, and hardly how something is to be.
pub(super) fn says_done_for_certain(word: &str) -> bool {
    const HOW: &str = "beendet closed complete completed fait fatto fixed geschlossen klaar landed resolved shipped terminado terminé";
    let word = word.to_lowercase();
    mark_of(&word) == Mark::Done && !word.contains(' ') && !is_of(HOW, &word)
}

/// Cuts one word off the end of a text, behind a comma or a semicolon.
fn word_at_end(text: &str) -> Option<(&str, &str)> {
    let (before, word) = text.rsplit_once([',', ';'])?;
    let word = word.strip_prefix(' ')?;
    let is_word = !word.is_empty() && word.chars().all(char::is_alphabetic);
    (is_word && !before.trim().is_empty()).then(|| (before.trim_end(), word))
}

/// Returns the word with which a title ends that may say that it is done, behind a comma: `write, test, done`.
pub fn may_end_in_status(title: &str) -> Option<&str> {
    let (_, word) = word_at_end(title)?;
    (mark_of(word) == Mark::Done).then_some(word)
}

/// Splits a bracket off the end of a text.
fn bracket_at_end(text: &str) -> Option<(&str, &str)> {
    let mut signs = [('(', ')'), ('[', ']')].into_iter();
    let (before, inside) = signs.find_map(|(open, close)| {
        let body = text.strip_suffix(close)?;
        let place = opening(body, open, close)?;
        Some((text[..place].trim_end(), &body[place + 1..]))
    })?;
    (!before.is_empty()).then_some((before, inside))
}

/// Finds the bracket that is open at the end of a text, with all that are closed behind it: that of `it (DONE (Tue)`.
fn opening(text: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 0_usize;
    let mut signs = text.char_indices().rev();
    let found = signs.find(|(_, sign)| {
        let is_it = *sign == open && depth == 0;
        match *sign {
            sign if sign == close => depth += 1,
            sign if sign == open => depth = depth.saturating_sub(1),
            _ => {}
        }
        is_it
    });
    found.map(|(place, _)| place)
}

/// Cuts off what was decided, behind a sign: `which license: decided: MIT`.
fn decided_at_end(text: &str) -> Option<(&str, &str)> {
    let signs = STATUS_SIGNS.into_iter();
    let cuts = signs.flat_map(|sign| {
        let places = text.match_indices(sign).take(MOST);
        places.map(move |(place, _)| (&text[..place], &text[place + sign.len()..]))
    });
    // A question keeps its sign: `which license? decided: MIT`.
    let questions = text.match_indices("? ").take(MOST);
    let questions = questions.map(|(place, _)| text.split_at(place + 1));
    let is_decided = |(before, rest): &(&str, &str)| {
        !before.trim().is_empty()
            && !is_within_bracket(rest)
            && decision_behind_label(rest).is_some()
    };
    let first = cuts
        .chain(questions)
        .filter(is_decided)
        .min_by_key(|(before, _)| before.len());
    first.map(|(before, rest)| (before.trim_end(), rest.trim()))
}

/// Cuts off an arrow and where things are kept that nobody does now: `fix it -> next sprint`.
fn elsewhere_at_end(text: &str) -> Option<(&str, &str)> {
    const ARROWS: [&str; 3] = ["->", "=>", "→"];
    let places = ARROWS.into_iter().filter_map(|arrow| text.rfind(arrow));
    let place = places.max()?;
    let title = text[..place].trim_end_matches(['-', '=', ' ']);
    let status = text[title.len()..].trim_start();
    let status = match is_elsewhere(status) {
        true => status,
        false => says_elsewhere(status).then(|| without_arrow(status))?,
    };
    (!title.is_empty()).then_some((title, status))
}

/// Returns whether a text is an arrow and where something is now, or that it is put off: `-> backlog`, `→ moved to tomorrow`.
pub(super) fn says_elsewhere(text: &str) -> bool {
    let moved = without_arrow(text);
    is_elsewhere(text)
        || moved.len() < text.len() && (may_be_dropped(moved) || mark_of(moved) == Mark::Dropped)
}

/// Cuts off words in capitals that say that something is for later: `fix it MOVED to next sprint`.
fn moved_at_end(text: &str) -> Option<(&str, &str)> {
    let place = text.find(" MOVED ")?;
    let (title, status) = (text[..place].trim_end(), text[place..].trim());
    let is_later = mark_of(&status.to_lowercase()) == Mark::Dropped;
    (is_later && !title.is_empty()).then_some((title, status))
}

/// Returns whether a text says that nobody does it now, perhaps, and can hardly be words of a title: `invalid, unless signed` can.
fn is_off(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    let is_off = mark_of(text) == Mark::Dropped && (is_capitals(first) || is_put_off(text));
    is_off || is_maybe(text)
}

/// Returns whether a text begins with a word such as `postponed` in small letters, and does not say for certain that nobody does it
/// now: `postponed for review` may be words of a title.
fn is_given_up_perhaps(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    !is_capitals(first) && is_given_up(first) && mark_of(text) != Mark::Dropped
}

/// Returns whether a text begins with `done` and goes on with what that leaves or where it is: `done with zh, de missing`.
fn is_done_but(text: &str) -> bool {
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    let next = rest.split_whitespace().next().unwrap_or_default();
    first.eq_ignore_ascii_case("done") && (may_go_on(next) || says_where(text))
        || first
            .strip_suffix([',', ';', ':'])
            .is_some_and(|first| first.eq_ignore_ascii_case("done"))
}

/// Returns whether a bracket is open in front of the end of a line, which closes it.
fn is_within_bracket(end: &str) -> bool {
    [('(', ')'), ('[', ']')].into_iter().any(|(open, close)| {
        let end = end.split_once(close);
        end.is_some_and(|(inside, _)| !inside.contains(open))
    })
}

/// Cuts a time off the end of a title: behind a comma, a dash or `@`, or in brackets.
pub(super) fn time_at_end<'t>(text: &'t str, form: &mut Form) -> &'t str {
    const SIGNS: [&str; 6] = [", ", " - ", " -- ", " – ", " — ", " @ "];
    let bracket = text
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once(" ("));
    let mut cuts = SIGNS.iter().filter_map(|sign| text.rsplit_once(sign));
    let cut = |(before, when): (_, _)| Some((str::trim_end(before), bare_time(when)?));
    let found = bracket.and_then(cut).or_else(|| cuts.find_map(cut));
    match found.filter(|(before, _)| !before.is_empty() && form.when.is_none()) {
        Some((before, when)) => {
            form.when = Some(when.to_owned());
            before
        }
        None => text,
    }
}
