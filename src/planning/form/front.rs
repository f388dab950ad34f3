//! What stands in front of the title: people, a status.

use super::parts::{Form, bracket_at_start};
use crate::planning::document::Mark;
use crate::planning::names::{Names, Place};
use crate::planning::status::{is_capital_status, is_capitals, is_status, may_go_on, meaning};

/// What says that an item is kept elsewhere now.
pub const TRACKER: &str = "-> tracker";

/// Reads people and status in front of the title.
pub fn at_front<'t>(text: &'t str, names: &Names<'_>, form: &mut Form) -> &'t str {
    let mut rest = text.trim();
    loop {
        let is_first = form.people.is_none();
        if let Some((inside, after)) = bracket_at_start(rest)
            && !after.trim().is_empty()
        {
            let after_sign = after.trim_start().trim_start_matches(':').trim_start();
            if is_status(inside) || is_capital_status(inside) {
                form.add_status(inside);
                rest = after_sign;
                continue;
            }
            if is_first && let Some(bracket) = names.bracket(inside, Place::Within) {
                form.take(bracket);
                rest = after_sign;
                continue;
            }
            return rest;
        }
        if let Some(after) = rest.strip_prefix('[')
            && let Some((inside, after)) = after.split_once(']')
            && (is_status(inside) || is_capital_status(inside))
            && !after.trim().is_empty()
        {
            form.add_status(inside);
            rest = after.trim_start().trim_start_matches(':').trim_start();
            continue;
        }
        if let Some(start) = rest.get(..TRACKER.len())
            && start.eq_ignore_ascii_case(TRACKER)
        {
            form.add_status(start);
            let after = &rest[TRACKER.len()..];
            rest = after.trim_start_matches(':').trim_start();
            continue;
        }
        if let Some(after) = behind_closing(rest) {
            form.add_status(&rest[..rest.len() - after.len()]);
            rest = after;
            continue;
        }
        if let Some((front, after)) = rest.split_once(':')
            && after.starts_with(' ')
            && !after.trim().is_empty()
        {
            if is_capital_status(front)
                || is_status(front)
                    && front.split(' ').count() == 1
                    && form.status.is_none()
                    && is_closing(front)
            {
                form.add_status(front);
                rest = after.trim();
                continue;
            }
            if is_first
                && !front.contains('(')
                && let Some(bracket) = names.bracket(front, Place::Within)
                && !bracket.people.is_empty()
            {
                form.take(bracket);
                rest = after.trim();
                continue;
            }
        }
        return rest;
    }
}

/// Returns what is behind a word such as `DONE` with which a line begins, if that is a title.
fn behind_closing(text: &str) -> Option<&str> {
    let (first, after) = text.split_once(char::is_whitespace)?;
    let after = after.trim_start();
    let next = after.split_whitespace().next()?;
    let is_title = next.starts_with(char::is_alphabetic) && !is_capitals(next) && !may_go_on(next);
    let is_word = first.chars().all(char::is_alphanumeric);
    (is_word && is_capitals(first) && is_closing(first) && is_title).then_some(after)
}

fn is_closing(word: &str) -> bool {
    meaning(word) == Mark::Done
}

/// Reads `Assignee: x` and `/assign @x` at the end.
pub fn assigned(text: &str, names: &Names<'_>, form: &mut Form) -> String {
    let mut text = text;
    for lead in [
        "/assign ",
        "Assignees:",
        "Assignee:",
        "assignee:",
        "Assigned to:",
        "assigned to:",
        "Owner:",
        "owner:",
    ] {
        if let Some((before, people)) = text.rsplit_once(lead)
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
