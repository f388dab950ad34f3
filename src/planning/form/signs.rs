//! Signs around the words of a line that say how far its item is.

use super::parts::Form;
use crate::planning::document::Mark;
use crate::planning::status::{is_state, sign, sign_of_code};

/// Removes signs such as ✅ from both ends of a text. Returns with it the first one that says how far work is.
pub(super) fn without_signs<'t>(text: &'t str, form: &mut Form) -> (&'t str, Option<char>) {
    without(text, form, |_| true)
}

/// Removes them, but not one in front that says nothing, which belongs to a title: `🎉 party`.
pub(super) fn without_states<'t>(text: &'t str, form: &mut Form) -> (&'t str, Option<char>) {
    without(text, form, |letter| !is_praise(letter))
}

/// Returns whether a text begins with a sign that says nothing.
pub(super) fn begins_with_praise(text: &str) -> bool {
    text.chars().next().is_some_and(is_praise)
}

fn is_praise(letter: char) -> bool {
    sign(letter) == Some(Mark::None) && !is_state(letter)
}

fn without<'t>(
    text: &'t str,
    form: &mut Form,
    is_taken_in_front: impl Fn(char) -> bool,
) -> (&'t str, Option<char>) {
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
        let in_front = sign_in_front(trimmed).filter(|(first, ..)| is_taken_in_front(*first));
        if let Some(before) = asked_at_end(trimmed) {
            take('❓', Mark::None);
            rest = before.trim_end().trim_end_matches(':');
        } else if let Some((first, mark, behind)) = in_front {
            match behind.trim_start().strip_prefix('?') {
                Some(asked) => {
                    take('❓', Mark::None);
                    rest = asked;
                    continue;
                }
                None => take(first, mark),
            }
            rest = behind.strip_prefix(':').unwrap_or(behind);
        } else if let Some((before, last, mark)) = sign_at_end(trimmed) {
            take(last, mark);
            rest = before.trim_end().trim_end_matches(':');
        } else {
            return (trimmed, state);
        }
    }
}

/// Splits a sign of which nobody is sure off the end: `✅?`.
fn asked_at_end(text: &str) -> Option<&str> {
    let asked = text
        .strip_suffix('?')?
        .trim_end()
        .trim_end_matches('\u{fe0f}');
    sign_at_end(asked).map(|(before, ..)| before)
}

/// Splits a sign or its code off the front of a text.
fn sign_in_front(text: &str) -> Option<(char, Mark, &str)> {
    let letter = text.chars().next()?;
    let word = text.split_whitespace().next()?;
    let (found, length) = match sign_of_code(word) {
        Some(found) => (found, word.len()),
        None => (letter, letter.len_utf8()),
    };
    Some((found, sign(found)?, &text[length..]))
}

/// Splits one off the end.
fn sign_at_end(text: &str) -> Option<(&str, char, Mark)> {
    let letter = text.chars().next_back()?;
    let word = text.split_whitespace().next_back()?;
    let (found, length) = match sign_of_code(word) {
        Some(found) => (found, word.len()),
        None => (letter, letter.len_utf8()),
    };
    Some((&text[..text.len() - length], found, sign(found)?))
}
