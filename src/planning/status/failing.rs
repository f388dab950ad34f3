//! What sentences and parts of them say of something that does not work yet, or on which somebody goes on: `läuft noch nicht`,
//! `half of it is done`.

use super::words::{says_none, spaced};
use crate::text::is_of;

/// Words in front of what is said of an item.
const SUBJECT: &str = "das es is ist it it's leider sadly sind still this unfortunately";

/// Verbs that say with `nicht` that something does not work, and the words that may be between or behind.
const WORKS: &str =
    "baut funktioniert funktionierte geht ging klappt klappte kompiliert lief läuft tut";
const WORKED: &str = "funktioniert geklappt";
const BESIDE: &str = "einfach es ganz gar hat immer leider nicht noch richtig so überhaupt";

/// Texts that say that something does not work, or that nobody came to it.
const FAILS: [&str; 20] = [
    "did not finish",
    "did not work",
    "didn't finish",
    "didn't work",
    "does not work",
    "doesn't work",
    "failed",
    "failing",
    "fails",
    "fehlgeschlagen",
    "gescheitert",
    "not working",
    "out of time",
    "ran out of time",
    "time ran out",
    "we did not finish",
    "we didn't finish",
    "we failed",
    "we ran out of time",
    "zeit reichte nicht",
];

/// Texts that say that somebody goes on.
const LATER: [&str; 6] = [
    "fortsetzung folgt",
    "more to come",
    "to be continued",
    "wird fortgesetzt",
    "will be continued",
    "wir machen weiter",
];

/// How something begins that is nearly finished.
const NEARLY: [&str; 6] = [
    "fast alles",
    "fast durch",
    "fast fertig",
    "fast geschafft",
    "halb fertig",
    "noch nicht",
];

const DONE: &str = "done erledigt fertig finished geschafft works";
const LEFT: &str = "fehlen fehlt left missing offen open remain remains übrig";

/// Returns whether a short text begins so, or is a short sentence that says nothing else.
pub(super) fn says_unfinished(text: &str) -> bool {
    const MOST: usize = 8;
    const MOST_BEHIND: usize = 4;
    let end = text.find([',', ';', '.', '!', '(', ':']);
    let (first, behind) = text.split_at(end.unwrap_or(text.len()));
    let first = spaced(first);
    let mut words: Vec<&str> = first.split_whitespace().collect();
    let behind = spaced(behind).split_whitespace().count();
    if words.len() > MOST || behind > MOST_BEHIND {
        return false;
    }
    if is_left(&words) {
        return true;
    }
    while words.len() > 1 && is_of(SUBJECT, words[0]) {
        words.remove(0);
    }
    let all = words.join(" ");
    let begins = |start: &&str| {
        let rest = all.strip_prefix(start);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    FAILS.contains(&all.as_str())
        || LATER.contains(&all.as_str())
        || NEARLY.iter().any(begins) && words.len() < first.split_whitespace().count()
        || does_not_work(&words)
        || is_share(&words)
        || goes_on_later(&words)
}

/// `klappt noch nicht`, `hat nicht funktioniert`; `ruckelt nicht mehr` is good.
fn does_not_work(words: &[&str]) -> bool {
    let (verb, others) = match words {
        ["hat", others @ .., verb] if is_of(WORKED, verb) => (verb, others),
        [verb, others @ ..] if is_of(WORKS, verb) => (verb, others),
        _ => return false,
    };
    !verb.is_empty() && others.contains(&"nicht") && others.iter().all(|word| is_of(BESIDE, word))
}

/// `half of it is done`, `die Hälfte ist fertig`.
fn is_share(words: &[&str]) -> bool {
    const PARTS: &str = "half hälfte most part some teil";
    let words = match words {
        ["a" | "die" | "ein" | "the", words @ ..] => words,
        words => words,
    };
    // `part of speech tagging works` is done.
    match words {
        [part, "of", "it" | "the" | "them" | "this", .., done]
        | [part, "are" | "davon" | "is" | "ist" | "sind", .., done]
        | [part, done] => is_of(PARTS, part) && is_of(DONE, done),
        _ => false,
    }
}

/// `nur noch die Doku fehlt`, `only the docs are missing`, `Windows muss noch getestet werden`, `needs to be tested`.
fn is_left(words: &[&str]) -> bool {
    let has_pair = |one: &str, other: &str| {
        words
            .windows(2)
            .any(|pair| is_of(one, pair[0]) && is_of(other, pair[1]))
    };
    if words.iter().any(|word| says_none(word)) {
        return false;
    }
    match words {
        ["nur", "noch", .., last]
        | ["only", .., last]
        | ["es", "fehlt" | "fehlen", "noch", .., last]
            if is_of(LEFT, last) =>
        {
            true
        }
        ["es", "fehlt" | "fehlen", ..] => true,
        [.., "needs" | "has" | "have" | "need", "to", "be", _] => true,
        [.., "werden" | "sein"] => has_pair("muss müssen sollte sollten", "noch"),
        _ => has_pair("must", "still") || has_pair("still", "must needs"),
    }
}

/// `morgen weiter`, `we continue tomorrow`, `geht am Freitag weiter`.
fn goes_on_later(words: &[&str]) -> bool {
    const FEW: usize = 6;
    const GOES_ON: &str = "continue continued continues weiter";
    const THEN: &str = "bald friday freitag later monday montag morgen nächste next soon später thursday donnerstag tomorrow tuesday \
                        dienstag wednesday mittwoch";
    words.len() <= FEW
        && words.iter().any(|word| is_of(GOES_ON, word))
        && words.iter().any(|word| is_of(THEN, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_work_yet_is_not_finished() {
        for text in [
            "läuft noch nicht",
            "es läuft leider noch nicht",
            "klappt noch nicht, morgen weiter",
            "geht nicht",
            "hat nicht geklappt",
            "Hat leider nicht funktioniert.",
            "didn't work",
            "It doesn't work.",
            "didn’t work",
            "failed",
            "still failing",
            "ist fast durch",
            "ist noch nicht fertig",
            "half of it is done",
            "half of the tests are done",
            "ein Teil davon ist fertig",
            "die Hälfte ist fertig",
            "muss noch getestet werden",
            "Windows muss noch getestet werden",
            "needs to be tested",
            "Fortsetzung folgt",
            "to be continued",
            "morgen weiter",
            "wir machen morgen weiter",
            "we continue tomorrow",
            "Nur noch die Doku fehlt",
            "only the docs are missing",
            "es fehlt noch die Doku",
            "we ran out of time",
            "We ran out of time.",
        ] {
            assert!(says_unfinished(text), "{text}");
        }
        for text in [
            "",
            "part of speech tagging works",
            "It works.",
            "läuft",
            "läuft nicht mehr doppelt",
            "ruckelt nicht mehr",
            "The old parser didn't work on Windows, so we wrote a new one.",
            "Failed logins are counted.",
            "Half the memory is enough.",
            "nur noch halb so groß",
            "only two tests are slow",
            "most of the tests pass on Windows",
            "fast doppelt so schnell",
            "It is fast.",
            "Das Ergebnis muss als root gestartet werden",
            "The next release continues to support it, later ones do not.",
        ] {
            assert!(!says_unfinished(text), "{text}");
        }
    }
}
