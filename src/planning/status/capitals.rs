//! A status in capitals.

use super::closing::says_where;
use super::decided::is_decided;
use super::dropped::{begins_dropped, is_dropped, is_needless};
use super::signs::sign;
use super::{
    closes_elsewhere, goes_before_status, is_capitals, is_hardly, is_status, is_status_word,
};
use crate::domain::{groups, is_given_up, is_wordless};
use crate::planning::codes::COLON;
use crate::text::is_of;

pub fn ends_with_status(text: &str) -> bool {
    text.split_whitespace()
        .next_back()
        .is_some_and(is_capital_status)
}

/// Returns whether a text is a status in capitals, or begins with one that a sign or a bracket ends.
pub fn is_capital_status(text: &str) -> bool {
    status_start(text) == Some(0)
}

/// Returns whether a text is several words in capitals, and not only abbreviations: `EASIER THAN FEARED`.
pub fn is_shout(text: &str) -> bool {
    let words = || text.split_whitespace();
    words().count() > 1
        && words().all(|word| is_capitals(word) || is_wordless(word))
        && words().any(is_loud)
}

/// Returns whether a word is in capitals and longer than most abbreviations.
fn is_loud(word: &str) -> bool {
    const LONG: usize = 5;
    is_capitals(word) && word.chars().filter(|letter| letter.is_alphabetic()).count() >= LONG
}

/// Cuts several words in capitals off the end of a text.
pub fn without_shout(text: &str) -> Option<&str> {
    let place = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let words = text.split_whitespace().rev();
    let loud = words.take_while(|word| is_capitals(word) || is_wordless(word));
    let start = loud.last().map(place)?;
    is_shout(&text[start..]).then(|| text[..start].trim_end())
}

pub fn is_bracketed_status(text: &str) -> bool {
    let inner = [('(', ')'), ('[', ']')]
        .into_iter()
        .find_map(|(open, close)| text.strip_prefix(open)?.strip_suffix(close));
    inner.is_some_and(|inner| is_status(inner) || is_capital_status(inner))
}

/// Words that may follow a status in capitals, and those that do so only behind some, but are no beginning of a title either.
const JOINS: &str = "and but except for in modulo mostly on partly so some started with without";
const OTHER_JOINS: &str =
    "against already as auf because bis by into till to until upstream via we";

/// Returns whether a status may go on with a word in lower case.
pub fn may_go_on(word: &str) -> bool {
    is_of(JOINS, word)
}

/// Returns whether a word in lower case is hardly the first one of a title behind a status.
pub fn is_join(word: &str) -> bool {
    is_of(JOINS, word) || is_of(OTHER_JOINS, word)
}

/// How many letters a status has at most that is told by how it ends.
const LONGEST: usize = 400;

/// Returns whether a text that begins with a status in capitals goes on with it: `MERGED as !45`, `POSTPONED until Friday`,
/// `DECIDED we keep it`. What is neither may be a title: `translate DONE to German`.
fn goes_on_with_status(text: &str, next: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    let first = first.to_lowercase();
    // What goes on for longer is a sentence.
    let is_short = text.len() <= LONGEST;
    may_go_on(next)
        || is_short && (says_where(text) || is_dropped(text))
        || begins_dropped(&first) && is_of("bis till until", next)
        || is_decided(&first) && is_of("against because we", next)
}

/// What a sentence goes on with behind its subject.
const FINITE: &str = "appear appears are aren't can cannot can't come comes crash crashes do does doesn't don't fail fails get gets has \
                      have is isn't must need needs should show shows stay stays was were will work works";

/// Returns whether a text is a sentence about what has a status: `CANCELLED orders show up`, `ABANDONED carts are counted twice`.
pub fn is_about_status(text: &str) -> bool {
    const PRONOUNS: &str = "everybody everyone he it nobody noone she that there they this we";
    let mut words = text.split_whitespace();
    let (first, subject, verb) = (words.next(), words.next(), words.next());
    let is_subject = |word: &str| word.chars().all(char::is_lowercase) && !is_of(PRONOUNS, word);
    first.is_some_and(|word| is_capitals(word) && is_given_up(word))
        && subject.is_some_and(|word| is_subject(word) && !is_join(word))
        && verb.is_some_and(|word| is_of(FINITE, word))
}

/// Cuts a status in capitals off the front of a text, if words follow it without a sign: `CANCELLED fix the parser`.
pub fn status_in_front(text: &str) -> Option<(&str, &str)> {
    loud_front(text).filter(|_| !is_about_status(text))
}

/// Does the same where the words that follow may be a sentence about what has a status, `CANCELLED import fails`: they are known.
pub fn loud_front(text: &str) -> Option<(&str, &str)> {
    let is_loud =
        |word: &&str| is_capitals(word) && word.chars().all(|c| c.is_alphabetic() || c == '-');
    let next = text.split_whitespace().find(|word| !is_loud(word))?;
    let (status, rest) = text.split_at(next.as_ptr() as usize - text.as_ptr() as usize);
    let status = status.trim_end();
    let is_title = next.starts_with(char::is_alphanumeric) && !is_join(next);
    (is_status(status) && is_title).then_some((status, rest))
}

/// Finds where a status in capitals begins that goes on to the end of a text.
pub fn status_start(text: &str) -> Option<usize> {
    let place = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let words: Vec<&str> = text.split_whitespace().collect();
    let brackets = groups(text);
    let is_inside = |word: &str| {
        let place = place(word);
        let after = brackets.partition_point(|group| group.before.len() <= place);
        after > 0 && {
            let group = &brackets[after - 1];
            place <= group.before.len() + group.inside.len()
        }
    };
    let mut index = 0;
    while index < words.len() {
        // `FAST FERTIG` is nearly done, and `rename FIXED into RESOLVED` names a status.
        let is_foreign =
            index > 0 && closes_elsewhere(words[index]) && is_capitals(words[index - 1]);
        let is_status = is_capitals(words[index])
            && (is_status_word(words[index]) || is_needless(words[index]));
        let is_named = index > 0 && is_of("as into to", words[index - 1]);
        if is_inside(words[index]) || is_foreign || is_named || !is_status {
            index += 1;
            continue;
        }
        // The words of capitals from here on.
        let mut end = index;
        let mut is_cut = false;
        while end < words.len() && !is_cut && (is_capitals(words[end]) || is_wordless(words[end])) {
            is_cut = words[end].ends_with([',', ':', ';', '.', '!', '-', '–', '—']);
            end += 1;
        }
        let next = words.get(end).copied().unwrap_or_default();
        let is_end = end == words.len()
            || is_cut
            || next.starts_with(['(', '[', '-', '–', '—', ':'])
            || goes_on_with_status(&text[place(words[index])..], next.trim_end_matches(','));
        if is_end {
            let mut start = index;
            while start > 0
                && (is_capitals(words[start - 1]) && goes_before_status(words[start - 1])
                    || is_hardly(words[start - 1]))
            {
                start -= 1;
            }
            return Some(place(words[start]));
        }
        index = end.max(index + 1);
    }
    None
}

/// How many letters behind a bracket are looked at.
const FAR: usize = 200;

/// Returns whether a text may follow the last bracket of people: nothing, a sign, or words of a status.
pub fn may_follow_people(after: &str) -> bool {
    let after = after.trim_start();
    // The first words say it, however long the line is.
    let after = after[..after.floor_char_boundary(FAR)].trim_end();
    let Some(first) = after.split_whitespace().next() else {
        return true;
    };
    let is_capitals = first.chars().any(char::is_uppercase)
        && !first.chars().any(char::is_lowercase)
        && first.chars().count() > 1;
    after.starts_with(|letter: char| letter == COLON || ":;,.-–—[!?".contains(letter))
        || after.starts_with('(') && is_bracketed_status(after)
        || is_capitals
        || is_status(after)
        || is_status_word(first)
        || goes_before_status(first) && after.split_whitespace().any(is_status_word)
        || after.chars().next().and_then(sign).is_some()
}
