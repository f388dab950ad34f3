//! What a text says of where an item stands that was typed as its result.

use super::closing::leaves_work;
use super::dropped::{is_maybe, says_put_off};
use super::failing::says_unfinished;
use super::words::{HARDLY, Word, bare, closes, closes_by_itself, is_not, spaced, words};
use super::{begins_hardly, is_status, mark_of};
use crate::domain::is_sentence;
use crate::planning::document::Mark;
use crate::planning::time::mentions_time;
use crate::text::is_of;

/// How a text begins in German that says that something is not finished. In a sentence they are words.
const HARDLY_IN_GERMAN: [&str; 10] = [
    "beinahe",
    "bis auf",
    "fast fertig",
    "größtenteils",
    "halb fertig",
    "nicht fertig",
    "nicht ganz",
    "noch nicht",
    "teilweise",
    "zum teil",
];

/// Texts that say that somebody is at it, or how far it is.
const ON_THE_WAY: [&str; 23] = [
    "bald",
    "begun",
    "geht weiter",
    "half of it",
    "half way",
    "halbfertig",
    "halbwegs",
    "in the works",
    "läuft noch",
    "morgen",
    "noch dran",
    "on it",
    "open mr",
    "open pr",
    "open pull request",
    "ready to merge",
    "still open",
    "still to do",
    "teils",
    "tomorrow",
    "unfertig",
    "unvollständig",
    "zur hälfte",
];

/// Texts that say why nobody does it.
const NOBODY_DOES: [&str; 3] = ["gave up", "keine zeit", "no time"];

/// What a text says, if it says that an item is not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotDone {
    /// Nobody does it now.
    GivenUp,
    /// Somebody does it later, or goes on with it.
    GoesOn,
}

/// Returns that a text says that an item is not done and nothing else, or in front of a sign. A full stop makes no difference.
pub fn not_done(text: &str) -> Option<NotDone> {
    let is_sentence = is_sentence(text);
    let text = match is_sentence {
        true => text.trim_end_matches('.'),
        false => text,
    };
    let spaced = spaced(text);
    let begins = |words: &&str| spaced.starts_with(&format!(" {words} "));
    if !is_sentence && HARDLY_IN_GERMAN.iter().any(begins) {
        return Some(NotDone::GoesOn);
    }
    if is_maybe(text) || says_put_off(text) && mentions_time(text) {
        return Some(NotDone::GoesOn);
    }
    if is_on_the_way(text) {
        return Some(NotDone::GoesOn);
    }
    if says_unfinished(text) {
        return Some(NotDone::GoesOn);
    }
    match mark_of(text) {
        _ if NOBODY_DOES.contains(&spaced.trim()) => Some(NotDone::GivenUp),
        Mark::Dropped => Some(NotDone::GivenUp),
        Mark::InProgress | Mark::Open if goes_on(text) && !is_nothing_left(text) => {
            Some(NotDone::GoesOn)
        }
        _ => None,
    }
}

/// Returns whether a short text says how far something is, what is left of it, or that somebody goes on with it: `half`, `50%`,
/// `PR open`, `docs missing`, `waiting for Ida`. `no test left` says that it is done.
fn is_on_the_way(text: &str) -> bool {
    const MOST: usize = 4;
    const NONE: &str = "kein keine keiner no none nothing without";
    const WAITS: &str = "blocked blockiert continues waiting warte warten wartet weiter";
    const NEEDS: &str = "braucht need needs";
    const NEEDED: &str = "ci discussion docs documentation doku feedback fixes help hilfe more noch rebase review testing tests work";
    let spaced = spaced(text);
    let mut all: Vec<&str> = spaced.split_whitespace().collect();
    if ON_THE_WAY.contains(&spaced.trim()) || HARDLY.contains(&spaced.trim()) || is_share(text) {
        return true;
    }
    if all.len() > MOST || all.iter().any(|word| is_of(NONE, word)) {
        return false;
    }
    if leaves_work(text) && !is_nothing_left(text) {
        return true;
    }
    let is_request = all.first().is_some_and(|word| is_of("mr patch pr", word));
    if is_request {
        all.remove(0);
    }
    match all[..] {
        ["up"] => is_request,
        ["working", "on", ..] => true,
        ["more" | "mehr" | "rest", ..] => mentions_time(text),
        [first, second, ..] if is_of(NEEDS, first) => is_of(NEEDED, second),
        [first, ..] => is_of(WAITS, first),
        [] => false,
    }
}

/// Returns whether a text says which share of something is done, and that is not all: `80 % done`, `3 of 5`, `3/5`.
fn is_share(text: &str) -> bool {
    const DONE: &str = "complete done erledigt fertig finished geschafft there";
    let text = text.to_lowercase().replace('%', " % ").replace('/', " of ");
    let words: Vec<&str> = text.split_whitespace().collect();
    let words = match words[..] {
        [ref most @ .., last] if is_of(DONE, last) => most,
        _ => &words,
    };
    let number = |word: &str| word.parse::<u32>().ok();
    match words {
        [share, unit] => is_of("% percent prozent", unit) && number(share).is_some_and(|n| n < 100),
        [part, of, all] => {
            let pair = number(part).zip(number(all));
            is_of("of out von", of) && pair.is_some_and(|(part, all)| part < all)
        }
        _ => false,
    }
}

/// Returns whether a text says that nothing is left of what would have to go on: `Nothing is blocked any more.`, `Todo list is empty.`
fn is_nothing_left(text: &str) -> bool {
    const NOTHING: &str = "kein keine keiner nichts niemand no nobody none nothing";
    const GONE: &str = "abgearbeitet cleared empty gone leer weg";
    let spaced = spaced(text);
    let all: Vec<&str> = spaced.split_whitespace().collect();
    let [first, _, _, ..] = all[..] else {
        return false;
    };
    let is_closed =
        |word: &&str| closes(word) || closes_by_itself(word) || is_of("noch works yet", word);
    match is_of(NOTHING, first) {
        true => !all.iter().any(is_closed),
        false => all.iter().any(|word| is_of(GONE, word)) && !all.iter().any(|word| is_not(word)),
    }
}

/// Returns whether a text that says that work goes on is nothing but that, or begins with a word that closes and a sign: `done,
/// tests missing`. Without the sign, a sentence may begin with that word: `fixed for good`.
fn goes_on(text: &str) -> bool {
    const SIGNS: [char; 9] = [',', ';', ':', '.', '!', '(', '-', '–', '—'];
    let bare = bare(text);
    let closing = |word: Word<'_>| {
        let lower = word.text.to_lowercase();
        closes(&lower) || closes_by_itself(&lower)
    };
    let Some(word) = words(bare).next() else {
        return false;
    };
    let is_not = |word: Word<'_>| is_not(&word.text.to_lowercase());
    let is_denied = begins_hardly(bare) || words(bare).any(is_not);
    match closing(word) {
        true => bare[word.place + word.text.len()..]
            .trim_start()
            .starts_with(SIGNS),
        false => is_status(text) && (is_denied || !words(bare).any(closing)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_that_an_item_is_not_done_is_no_result() {
        for (text, meant) in [
            ("moved to next sprint", Some(NotDone::GivenUp)),
            ("Moved to the next sprint.", Some(NotDone::GivenUp)),
            ("postponed", Some(NotDone::GivenUp)),
            ("Postponed.", Some(NotDone::GivenUp)),
            ("Postponed: no time.", Some(NotDone::GivenUp)),
            ("verschoben", Some(NotDone::GivenUp)),
            ("auf nächsten Sprint verschoben", Some(NotDone::GivenUp)),
            ("abgebrochen, keine Zeit", Some(NotDone::GivenUp)),
            ("obsolete", Some(NotDone::GivenUp)),
            ("-> tracker", Some(NotDone::GivenUp)),
            ("later", Some(NotDone::GoesOn)),
            ("next sprint", Some(NotDone::GoesOn)),
            ("postponed until Thursday", Some(NotDone::GoesOn)),
            ("verschoben auf Freitag", Some(NotDone::GoesOn)),
            ("moved to Friday", Some(NotDone::GoesOn)),
            ("Not finished.", Some(NotDone::GoesOn)),
            ("not done yet", Some(NotDone::GoesOn)),
            ("in progress", Some(NotDone::GoesOn)),
            ("in Arbeit", Some(NotDone::GoesOn)),
            ("TODO", Some(NotDone::GoesOn)),
            ("noch nicht fertig", Some(NotDone::GoesOn)),
            ("Größtenteils, ohne Windows", Some(NotDone::GoesOn)),
            ("Teilweise ist es doppelt so schnell.", None),
            ("fast twice as good", None),
            ("on hold", Some(NotDone::GoesOn)),
            ("done, tests missing", Some(NotDone::GoesOn)),
            ("fixed, but not on Windows", Some(NotDone::GoesOn)),
            ("PR open", Some(NotDone::GoesOn)),
            ("PR #12 offen", Some(NotDone::GoesOn)),
            ("open PR", Some(NotDone::GoesOn)),
            ("PR up", Some(NotDone::GoesOn)),
            ("PR needs review", Some(NotDone::GoesOn)),
            ("works, PR open", Some(NotDone::GoesOn)),
            ("half", Some(NotDone::GoesOn)),
            ("zur Hälfte", Some(NotDone::GoesOn)),
            ("50%", Some(NotDone::GoesOn)),
            ("80 % done", Some(NotDone::GoesOn)),
            ("3 of 5", Some(NotDone::GoesOn)),
            ("3/5 done", Some(NotDone::GoesOn)),
            ("still open", Some(NotDone::GoesOn)),
            ("tests missing", Some(NotDone::GoesOn)),
            ("one test left", Some(NotDone::GoesOn)),
            ("waiting for Tom", Some(NotDone::GoesOn)),
            ("wartet auf Tom", Some(NotDone::GoesOn)),
            ("blocked by 3", Some(NotDone::GoesOn)),
            ("needs docs", Some(NotDone::GoesOn)),
            ("working on it", Some(NotDone::GoesOn)),
            ("tomorrow", Some(NotDone::GoesOn)),
            ("weiter morgen", Some(NotDone::GoesOn)),
            ("rest tomorrow", Some(NotDone::GoesOn)),
            ("no time", Some(NotDone::GivenUp)),
            ("keine Zeit", Some(NotDone::GivenUp)),
            ("läuft noch nicht", Some(NotDone::GoesOn)),
            ("We ran out of time.", Some(NotDone::GoesOn)),
            ("Nothing is blocked any more.", None),
            ("nichts blockiert mehr", None),
            ("Todo list is empty.", None),
            ("Nothing is finished yet.", Some(NotDone::GoesOn)),
            ("PR merged", None),
            ("PR submitted", None),
            ("up", None),
            ("working", None),
            ("no bugs left", None),
            ("nothing missing", None),
            ("100%", None),
            ("50% faster", None),
            ("5 of 5", None),
            ("3 of 5 tests pass", None),
            ("needs 20 MB less", None),
            ("half the memory", None),
            ("noch schneller", None),
            ("The door of the room is now open", None),
            ("", None),
            ("MERGED", None),
            ("Fixed the leak, not the crash", None),
            ("Done: the leak was in the JIT.", None),
            ("Moved the tests to pytest", None),
            ("moved to a version control system", None),
            ("Dropped support for Python 2", None),
            ("Postponed support for Windows", None),
            ("Testing takes half as long", None),
            ("Progress bars are shown", None),
            ("Nearly all tests pass on Windows.", None),
            ("Not only the leak is gone.", None),
            ("Fixed for good.", None),
            ("A is done.", None),
            ("All of it is now done", None),
            ("It works on Friday too", None),
            ("no longer slow", None),
            ("obsolete files are gone", None),
            ("Started the server twice as fast", None),
        ] {
            assert_eq!(not_done(text), meant, "{text}");
        }
    }
}
