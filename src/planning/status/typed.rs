//! What a text says of where an item stands that was typed as its result.

use super::dropped::{is_maybe, says_put_off};
use super::words::{Word, bare, closes, closes_by_itself, is_not, spaced, words};
use super::{begins_hardly, is_status, mark_of};
use crate::domain::is_sentence;
use crate::planning::document::Mark;
use crate::planning::time::mentions_time;

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
    match mark_of(text) {
        Mark::Dropped => Some(NotDone::GivenUp),
        Mark::InProgress | Mark::Open if goes_on(text) => Some(NotDone::GoesOn),
        _ => None,
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
