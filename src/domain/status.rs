//! Texts that say only where something stands, and not what came of it.

use crate::text::normalize;

/// Words that say that something is finished.
const FINISHED: [&str; 14] = [
    "closed",
    "committed",
    "complete",
    "completed",
    "done",
    "finished",
    "fixed",
    "landed",
    "merged",
    "ok",
    "pushed",
    "ready",
    "released",
    "solved",
];

/// What may be between them.
const BETWEEN: [&str; 2] = ["all", "and"];

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
fn is_sentence(text: &str) -> bool {
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
    words().all(|word| FINISHED.contains(&word) || BETWEEN.contains(&word))
        && words().any(|word| FINISHED.contains(&word))
}

/// Returns the words with which a text begins that say that something is not finished, such as `nearly`. In a sentence
/// they are words.
pub fn unfinished(text: &str) -> Option<&'static str> {
    if is_sentence(text) {
        return None;
    }
    let text = normalize(text);
    UNFINISHED.into_iter().find(|words| {
        let rest = text.strip_prefix(words);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_is_nothing_but_words_for_finished() {
        for text in ["MERGED", "fixed", "DONE!", "merged and done", "done..."] {
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
    fn what_begins_with_nearly_is_not_finished() {
        for (text, begins) in [
            ("nearly, waiting for a translation", Some("nearly")),
            ("Mostly done", Some("mostly")),
            ("ALMOST", Some("almost")),
            ("except for Windows", Some("except")),
            ("not yet", Some("not yet")),
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
