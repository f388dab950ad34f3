//! Texts that say only where something stands, and not what came of it.

use super::typo::is_typo;
use crate::text::{Finished, is_of, normalize, says_finished, weekday, words_for_finished};

/// What may be between the words that say that something is finished.
const BETWEEN: &str = "all and und";

/// How a text begins that says that something was given up.
const GIVEN_UP: [&str; 10] = [
    "abandoned",
    "canceled",
    "cancelled",
    "deferred",
    "dropped",
    "given up",
    "invalid",
    "postponed",
    "won't fix",
    "wontfix",
];

/// How a text begins that says that something is not finished.
const UNFINISHED: [&str; 24] = [
    "all but",
    "almost",
    "except",
    "half done",
    "halfway",
    "in progress",
    "in-progress",
    "kind of",
    "maybe",
    "modulo",
    "mostly",
    "nearly",
    "not done",
    "not finished",
    "not quite",
    "not really",
    "not yet",
    "partially",
    "partly",
    "so far",
    "sort of",
    "to be",
    "wip",
    "work in progress",
];

/// Returns whether a text ends with a full stop, and not with `...`.
pub(crate) fn is_sentence(text: &str) -> bool {
    text.ends_with('.') && !text.ends_with("..")
}

/// Returns whether a text says that something is finished and nothing else, such as `MERGED`, and is not a sentence.
pub fn is_status(text: &str) -> bool {
    if is_sentence(text) {
        return false;
    }
    let text = normalize(text);
    let words = || {
        text.split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
    };
    words().all(|word| is_finished(word) || is_of(BETWEEN, word)) && words().any(is_finished)
}

/// Returns whether a typed text is such a status. A full stop makes no difference, as it does in a log, where `Merged.` is told.
pub fn is_typed_status(text: &str) -> bool {
    match is_sentence(text) {
        true => is_status(text.trim_end_matches('.')),
        false => is_status(text),
    }
}

/// Returns whether a word without accents says that something is finished.
fn is_finished(word: &str) -> bool {
    use Finished::{AsResult, English, German, OfCode, Plain};
    says_finished(&[Plain, OfCode, English, German, AsResult], word)
}

/// Returns the word for what is finished or given up that a text of one word looks like a typo of: `merged` for `mergd`.
pub fn slip_of_status(text: &str) -> Option<&'static str> {
    const SHORTEST: usize = 4;
    let typed = normalize(text.trim_end_matches(['.', '!']));
    let is_one = typed.chars().count() >= SHORTEST && typed.chars().all(char::is_alphabetic);
    let given_up = GIVEN_UP
        .into_iter()
        .filter(|words| !words.contains([' ', '\'']));
    let known = words_for_finished().chain(given_up);
    let known: Vec<&str> = known
        .filter(|word| word.len() >= SHORTEST && word.is_ascii())
        .collect();
    let is_known = known.contains(&typed.as_str());
    let is_slip =
        |word: &&str| word.chars().next() == typed.chars().next() && is_typo(word, &typed);
    known
        .into_iter()
        .find(is_slip)
        .filter(|_| is_one && !is_known)
}

/// Returns the words with which a text begins that say that something is not finished, such as `nearly`. In a sentence
/// they are words.
pub fn unfinished(text: &str) -> Option<&'static str> {
    if is_sentence(text) {
        return None;
    }
    let text = normalize(text);
    let found = UNFINISHED.into_iter().find(|words| {
        let rest = text.strip_prefix(words);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    });
    found.or_else(|| deadline(&text))
}

/// Returns the word before a day, if a text says no more than by when something is to be finished: `by Monday`, `bis morgen`.
fn deadline(text: &str) -> Option<&'static str> {
    const BEFORE: [&str; 6] = ["before", "bis", "by", "till", "until", "vor"];
    const DAYS: &str =
        "abend evening heute mittag morgen morning night noon now today tomorrow tonight";
    let bare = text.trim_end_matches(['!', '.', '?']);
    let mut words = bare.split_whitespace();
    let first = words.next()?;
    let is_day = |word: &str| is_of(DAYS, word) || weekday(word).is_some();
    let found = BEFORE.into_iter().find(|word| *word == first)?;
    (words.clone().next().is_some() && words.all(is_day)).then_some(found)
}

/// Returns whether a text says that something was given up and perhaps, after a sign, why: `POSTPONED: no time`.
pub fn is_given_up(text: &str) -> bool {
    let text = normalize(text);
    let mut rests = GIVEN_UP
        .into_iter()
        .filter_map(|words| text.strip_prefix(words));
    !is_sentence(&text)
        && rests.any(|rest| {
            let rest = rest.trim_start();
            rest.is_empty() || !rest.starts_with(char::is_alphanumeric)
        })
}

/// Returns whether a text has no letter and no digit, as `?` has none.
pub fn is_wordless(text: &str) -> bool {
    !text.contains(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_is_nothing_but_words_for_finished() {
        for text in [
            "MERGED",
            "fixed",
            "DONE!",
            "merged and done",
            "done...",
            "DISCUSSED",
            "happened",
            "erledigt",
            "Gel\u{f6}st und gemergt!",
        ] {
            assert!(is_status(text), "{text}");
        }
        for text in [
            "",
            "It works.",
            // A sentence.
            "Fixed.",
            "It is fixed.",
            "merged on default",
            "The leak is fixed.",
            "all",
            "Done: the leak was in the JIT.",
        ] {
            assert!(!is_status(text), "{text}");
        }
    }

    #[test]
    fn a_full_stop_makes_no_difference_to_a_status_that_is_typed() {
        for text in ["MERGED", "Fixed.", "Merged and done."] {
            assert!(is_typed_status(text), "{text}");
        }
        for text in ["It is fixed.", "."] {
            assert!(!is_typed_status(text), "{text}");
        }
    }

    #[test]
    fn what_is_given_up_is_not_finished() {
        for text in [
            "POSTPONED",
            "abandoned",
            "Postponed: no time",
            "Won't fix!",
            "given up (too hard)",
        ] {
            assert!(is_given_up(text), "{text}");
        }
        for text in [
            "",
            "Postponed.",
            "Dropped support for Python 2",
            "MERGED",
            "droppedx",
        ] {
            assert!(!is_given_up(text), "{text}");
        }
    }

    #[test]
    fn signs_alone_are_not_words() {
        for text in ["?", ".", "...", "\u{1f44d}", "-"] {
            assert!(is_wordless(text), "{text}");
        }
        for text in ["ok", "2", "\u{e9}", "![](a.png)"] {
            assert!(!is_wordless(text), "{text}");
        }
    }

    #[test]
    fn one_word_may_be_a_slip_of_one_that_closes() {
        for (text, like) in [
            ("mergd", Some("merged")),
            ("ferig", Some("fertig")),
            ("doen", Some("done")),
            ("Fixd.", Some("fixed")),
            ("postponned", Some("postponed")),
            ("done", None),
            ("erledigt", None),
            ("gone", None),
            ("faster", None),
            ("mergd it", None),
            ("ok", None),
            ("", None),
        ] {
            assert_eq!(slip_of_status(text), like, "{text}");
        }
    }

    #[test]
    fn what_begins_with_nearly_is_not_finished() {
        for (text, begins) in [
            ("nearly, waiting for a translation", Some("nearly")),
            ("Mostly done", Some("mostly")),
            ("ALMOST", Some("almost")),
            ("except for Windows", Some("except")),
            ("not yet", Some("not yet")),
            ("by Monday", Some("by")),
            ("bis Mittwoch Abend", Some("bis")),
            ("by Monday it was faster", None),
            ("by", None),
            ("nearly...", Some("nearly")),
            ("Nearly all tests pass on Windows.", None),
            ("to be merged", Some("to be")),
            ("Everything works except on Windows.", None),
            ("Not only the leak is gone.", None),
            ("Exceptions are faster.", None),
            ("", None),
        ] {
            assert_eq!(unfinished(text), begins, "{text}");
        }
    }
}
