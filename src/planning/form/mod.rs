//! What one line about an item says, by its form: title, people, time, status.

mod back;
mod front;
mod parts;

use self::back::{at_back, people_bracket, status_at_end};
use self::front::{assigned, at_front};
use self::parts::bracket_at_start;
use super::document::Mark;
use super::folded::folded;
use super::names::{Names, Place};
use super::status::{is_bracketed_status, is_capital_status, is_state, meaning, sign};
use super::time::is_time;

pub use self::parts::Form;

#[cfg(test)]
mod tests;

/// Cuts a line about an item into its parts. `title`: the exported title of the item, if the line has its number; where
/// the line begins with it, the rest is people, time and status.
pub fn form(text: &str, title: Option<&str>, names: &Names<'_>) -> Form {
    let known = title.and_then(|title| behind_title(text, title).map(|rest| (title, rest)));
    let exported = known.and_then(|(title, rest)| exported(title, rest, names));
    let mut form = exported.unwrap_or_else(|| by_form(text, names));
    // Names as the item, and the task below.
    if title.is_none()
        && form.people.is_none()
        && let Some(bracket) = names.only(&form.title)
    {
        form.take(bracket);
        form.title.clear();
    }
    if form.mark == Mark::None {
        form.mark = form.status.as_deref().map_or(Mark::None, meaning);
    }
    form
}

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

/// Reads what is behind an exported title: people, time, status.
fn exported(title: &str, rest: &str, names: &Names<'_>) -> Option<Form> {
    let mut form = Form {
        title: title.to_owned(),
        ..Form::default()
    };
    let mut rest = rest.trim();
    if let Some((inside, after)) = bracket_at_start(rest) {
        form.take(names.bracket(inside, Place::Last)?);
        rest = after.trim();
    }
    if let Some(after) = rest.strip_prefix(", ") {
        let (when, after) = match after.split_once(": ") {
            Some((when, status)) => (when, Some(status)),
            None => (after.strip_suffix(':').unwrap_or(after), None),
        };
        if form.people.is_none() && !is_time(when) {
            return None;
        }
        // `Thu 17:00 DONE`.
        let when = status_at_end(when.trim(), &mut form);
        form.when = Some(when.to_owned());
        form.add_status(after.unwrap_or_default());
        return Some(form);
    }
    // `IN PROGRESS (Iko, Dario)`.
    if form.people.is_none()
        && is_capital_status(rest)
        && let Some((status, bracket, after)) = people_bracket(rest, names)
        && after.trim().is_empty()
    {
        form.add_status(status);
        form.take(bracket);
        return Some(form);
    }
    match rest.strip_prefix(':') {
        Some(status) => form.add_status(status),
        None if rest.is_empty() => {}
        None if form.people.is_some() || is_capital_status(rest) || is_bracketed_status(rest) => {
            form.add_status(rest);
        }
        None => return None,
    }
    Some(form)
}

fn by_form(text: &str, names: &Names<'_>) -> Form {
    let mut form = Form::default();
    let (text, state) = without_signs(text.trim(), &mut form);
    let struck = text
        .strip_prefix("~~")
        .and_then(|text| text.strip_suffix("~~"));
    let text = match struck.filter(|inner| !inner.contains("~~")) {
        Some(inner) => {
            form.mark = Mark::Struck;
            inner.trim()
        }
        None => text,
    };
    let text = at_front(text, names, &mut form);
    let text = assigned(text, names, &mut form);
    let text = at_back(&text, names, &mut form);
    text.trim().clone_into(&mut form.title);
    form.status = form.status.or(state.map(String::from));
    form
}

/// Removes signs such as ✅ from both ends of a text. Returns with it the first one that says how far work is.
fn without_signs<'t>(text: &'t str, form: &mut Form) -> (&'t str, Option<char>) {
    let mut rest = text;
    let mut state = None;
    let mut take = |letter: char, mark: Mark| {
        if form.mark == Mark::None {
            form.mark = mark;
        }
        state = state.or(is_state(letter).then_some(letter));
    };
    loop {
        let trimmed =
            rest.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{fe0f}');
        if let Some(first) = trimmed.chars().next()
            && let Some(mark) = sign(first)
        {
            take(first, mark);
            rest = &trimmed[first.len_utf8()..];
        } else if let Some(last) = trimmed.chars().next_back()
            && let Some(mark) = sign(last)
        {
            take(last, mark);
            rest = trimmed[..trimmed.len() - last.len_utf8()]
                .trim_end()
                .trim_end_matches(':');
        } else {
            return (trimmed, state);
        }
    }
}
