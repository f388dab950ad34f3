//! People as `@handles`, in front of the title or at its end.

use super::parts::bracket_at_start;
use crate::planning::codes::is_code;
use crate::planning::names::{Bracket, Names, Place};
use crate::planning::status::{
    begins_going_on, begins_hardly, is_capital_status, is_elsewhere, is_put_off, is_status,
};
use crate::planning::strike::struck;
use crate::planning::time::bare_time;
use crate::text::is_of;

/// Returns whether a word is one handle, or several.
fn is_handle(word: &str) -> bool {
    let name = without_signs_around(word);
    let name = struck(name).unwrap_or(name);
    // `@ida/@tom`, but not `@team/x`.
    name.len() > 1 && name.split('/').all(|name| name.starts_with('@'))
}

/// Returns the handle that a word is, but not whose something is: `@ida's`.
pub(super) fn handle(word: &str) -> Option<&str> {
    let handle = without_signs_around(word);
    let is_one =
        is_handle(word) && handle.starts_with('@') && !handle.contains(['\'', '’', ',', '/']);
    is_one.then_some(handle)
}

/// Returns whether a word stands between two names.
pub(super) fn is_between(word: &str) -> bool {
    [",", "&", "and", "+", "/", "und"].contains(&word) || is_or(word)
}

/// Returns whether a word says that one of two does it.
fn is_or(word: &str) -> bool {
    ["or", "oder"].contains(&word)
}

/// Writes handles as a list of people: those of `@ida,@tom and @anto`. Of `@ida or @tom`, neither is certain.
fn listed(text: &str) -> String {
    let doubt = if text.split_whitespace().any(is_or) {
        "?"
    } else {
        ""
    };
    let words = text.split_whitespace().filter(|word| is_handle(word));
    let names = words.flat_map(|word| without_signs_around(word).split([',', '+', '&', '/']));
    let names = names.filter(|name| !name.is_empty());
    let names: Vec<String> = names.map(|name| format!("{name}{doubt}")).collect();
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

/// Reads `@handles` behind a title, where nothing follows but a status, a time, or what is no word. The last goes with the title:
/// `fix it @ida :tada:`.
pub(super) fn handles_at_end<'t>(
    text: &'t str,
    names: &Names<'_>,
) -> Option<(String, Bracket, &'t str)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let place = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let last = words.iter().rposition(|word| is_handle(word))?;
    let end = place(words[last]) + words[last].len();
    let mut run = words[..=last].iter().rev();
    let run = run
        .by_ref()
        .take_while(|word| is_handle(word) || is_between(word));
    let start = run.last().map_or(end, |word| place(word));
    let sign = text[..end].len() - text[..end].trim_end_matches([':', ',', ';', '.']).len();
    let rest = &text[end - sign..];
    let is_decoration = words[last + 1..].iter().all(|word| is_no_word(word));
    if !is_decoration && !may_follow(rest) {
        return None;
    }
    let before = text[..start].trim_end();
    let title = before.trim_end_matches(['-', '–', '—', ':', ',']);
    let title = title.trim_end();
    let title = match title.strip_suffix(" by") {
        Some(title) if is_done_to(title) => return None,
        title_by => title_by.unwrap_or(title),
    };
    if title.is_empty() || is_about_them(title) {
        return None;
    }
    let bracket = names.bracket(&listed(&text[start..end]), Place::Last)?;
    Some(match is_decoration {
        true => {
            let decoration = words[last + 1..].iter().map(|word| format!(" {word}"));
            (
                title.to_owned() + &decoration.collect::<String>(),
                bracket,
                "",
            )
        }
        false => (title.to_owned(), bracket, rest.trim()),
    })
}

/// Reads known people as `@handles` right behind a title that is known, if nothing follows, or a sign and what it leads:
/// `@ida: halfway through`. Returns with them what follows.
pub(super) fn handles_at_start<'t>(text: &'t str, names: &Names<'_>) -> Option<(Bracket, &'t str)> {
    let mut words = text.split_whitespace();
    let other = words.find(|word| !is_handle(word) && !is_between(word));
    let end = other.map_or(text.len(), |word| {
        word.as_ptr() as usize - text.as_ptr() as usize
    });
    let handles = text[..end].trim_end();
    let handles = handles.trim_end_matches([':', ';', '.']);
    let rest = text[handles.len()..].trim();
    let is_cut = rest.is_empty() || rest.starts_with(LEADS) || is_capital_status(rest);
    let bracket = names.known(&listed(handles)).filter(|_| is_cut)?;
    Some((bracket, rest))
}

/// Returns whether a word says nothing by itself: `!`, `🦀`, `:tada:`.
fn is_no_word(word: &str) -> bool {
    !word.contains(char::is_alphanumeric) || is_code(word)
}

/// Returns whether a text behind `@handles` is no more of a sentence: a status, a time, or one bracket.
fn may_follow(rest: &str) -> bool {
    let rest = rest.trim();
    let bare = rest.trim_start_matches([',', ';', '.', ':', '-', '–', '—', ' ']);
    let is_bracket = bracket_at_start(rest).is_some_and(|(_, after)| after.is_empty());
    let is_led = rest.starts_with(LEADS);
    let goes_on = is_led && (begins_going_on(bare) || begins_hardly(bare));
    let is_off = is_elsewhere(rest) || is_put_off(bare);
    let is_state = is_status(bare) || is_capital_status(bare);
    is_bracket || goes_on || is_off || is_state || bare_time(bare).is_some()
}

/// Signs behind which a status needs no words that say by themselves that it is one.
const LEADS: [char; 4] = [':', '-', '–', '—'];

/// Words behind which a name belongs to the sentence: `ask @ida`, `wait for @ida`.
const BEFORE_NAMES: &str = "about after ask asking before bei call cc danke dank durch email for frag frage from fyi für help interview invite \
                            like mail meet mit nicht not of on ping remind reviewer reviewers see show siehe tell than thank thanks thx to \
                            via von wait wie with without zk";

/// Returns whether a sentence that a name ends is about whoever has it.
pub(super) fn is_about_them(before: &str) -> bool {
    let last = before.split_whitespace().next_back().unwrap_or_default();
    let last = last.trim_start_matches(|sign: char| !sign.is_alphanumeric());
    is_of(BEFORE_NAMES, &last.to_lowercase())
}

/// Returns whether what stands in front of `by` says what somebody did who need not be on it: `blocked`, `reported`.
fn is_done_to(before: &str) -> bool {
    const WORK: &str = "assigned claimed done fixed implemented led owned shared taken written";
    let last = before
        .split_whitespace()
        .next_back()
        .unwrap_or_default()
        .to_lowercase();
    last.ends_with("ed") && !is_of(WORK, &last)
}
