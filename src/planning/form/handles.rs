//! People as `@handles`, in front of the title or at its end.

use crate::planning::names::{Bracket, Names, Place};
use crate::planning::status::{goes_before_status, is_capital_status, is_status_word};

/// Returns whether a word is one handle, or several.
fn is_handle(word: &str) -> bool {
    let name = without_signs_around(word);
    name.len() > 1 && name.starts_with('@') && !name.contains('/')
}

/// Returns whether a word stands between two handles.
fn is_between(word: &str) -> bool {
    [",", "&", "and", "+", "und"].contains(&word)
}

/// Writes handles as a list of people: those of `@ida,@tom and @anto`.
fn listed(text: &str) -> String {
    let words = text.split_whitespace().filter(|word| is_handle(word));
    let names = words.flat_map(|word| without_signs_around(word).split([',', '+', '&']));
    let names: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
    names.join(", ")
}

fn without_signs_around(word: &str) -> &str {
    word.trim_end_matches([',', ';', ':', '.', '*', '_'])
        .trim_start_matches(['*', '_'])
}

/// Reads known people as `@handles` with which a text begins, if it goes on with what is to be done: `@ida port it`, but not
/// `@ida has ported it`.
pub(super) fn handles_in_front<'t>(text: &'t str, names: &Names<'_>) -> Option<(Bracket, &'t str)> {
    const SAY_HOW_IT_IS: [&str; 7] = ["are", "can", "had", "have", "said", "will", "would"];
    let mut words = text.split_whitespace();
    let first = words.find(|word| !is_handle(word) && !is_between(word))?;
    let (front, title) = text.split_at(first.as_ptr() as usize - text.as_ptr() as usize);
    let bracket = names.known(&listed(front))?;
    let tells = first.ends_with('s') || first.ends_with("ed") || SAY_HOW_IT_IS.contains(&first);
    let is_title = first.starts_with(char::is_alphanumeric)
        && !(tells && first.starts_with(char::is_lowercase));
    is_title.then_some((bracket, title))
}

/// Reads `@handles` at the end of a text.
pub(super) fn handles_at_end<'t>(
    text: &'t str,
    names: &Names<'_>,
) -> Option<(&'t str, Bracket, &'t str)> {
    let mut start = None;
    let mut end = text.len();
    let words: Vec<&str> = text.split_whitespace().collect();
    let place = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let mut rest = &words[..];
    // A status may follow.
    while let Some((last, before)) = rest.split_last()
        && !is_handle(last)
    {
        if !is_capital_status(&text[place(last)..end.max(place(last))])
            && !is_status_word(last)
            && !goes_before_status(last)
        {
            return None;
        }
        end = place(last);
        rest = before;
    }
    while let Some((last, before)) = rest.split_last() {
        if !is_handle(last) && (start.is_none() || !is_between(last)) {
            break;
        }
        start = Some(place(last));
        rest = before;
    }
    let start = start?;
    let bracket = names.bracket(&listed(&text[start..end]), Place::Last)?;
    let title = text[..start]
        .trim_end()
        .trim_end_matches(['-', '–', '—', ':', ','])
        .trim_end();
    let title = title.strip_suffix(" by").unwrap_or(title);
    (!title.is_empty()).then_some((title, bracket, text[end..].trim()))
}
