//! What the words of a status say about where an item stands.

mod capitals;
mod closing;
mod decided;
mod dropped;
mod failing;
mod signs;
mod typed;
mod words;

use self::closing::{closes_alone, closing, done_at_end, is_merged_request};
use self::decided::is_decided;
use self::dropped::{begins_dropped, is_dropped};
use self::words::{
    BEFORE, GOES_ON, HAPPENED, HARDLY, bare, closes, closes_by_itself, goes_on, is_not, spaced,
    words,
};
use super::codes::is_code;
use super::document::Mark;
use crate::domain::{is_given_up, is_wordless};
use crate::text::is_of;

pub use self::capitals::{
    ends_with_status, is_about_status, is_bracketed_status, is_capital_status, is_join, is_shout,
    loud_front, may_follow_people, may_go_on, status_in_front, status_start, without_shout,
};
pub use self::closing::{is_done_on_day, may_be_done, result, says_where};
pub use self::decided::{
    decision, decision_behind_label, is_doubtful, is_label_of_decided, is_label_of_decision,
    not_decided,
};
pub use self::dropped::{
    is_elsewhere, is_maybe, is_needless, is_put_off, is_reason, may_be_dropped, reason,
    says_put_off,
};
pub use self::signs::{is_state, sign, sign_as_box, sign_in_box, sign_of_code};
pub use self::typed::{NotDone, not_done};
pub use self::words::is_result_label;
pub use self::words::{is_capitals, without_arrow, without_emphasis};

/// Words that say that work has not begun.
const OPEN: [&str; 5] = [" todo ", " to do ", " open ", " offen ", " not started "];

/// Words that say together that work goes on, or that something is waited for.
const PHRASES: [&str; 6] = [
    " braucht hilfe ",
    " help wanted ",
    " hilfe gesucht ",
    " in review ",
    " on hold ",
    " under review ",
];

/// Words that say how something goes, and not how far it is.
const FREE: &str = "broken working works";

/// Returns what a status says. What is not understood says nothing.
pub fn mark_of(status: &str) -> Mark {
    let status = bare(status);
    let is_asked = status.contains(['?', '❓']);
    if status.is_empty() || is_wordless(status) {
        let first = status.chars().next().and_then(sign);
        return first.filter(|_| !is_asked).unwrap_or_default();
    }
    if !is_asked && is_dropped(status) {
        return Mark::Dropped;
    }
    // A question says nothing, and takes nothing back.
    if closes_alone(status) {
        return if is_asked { Mark::None } else { Mark::Done };
    }
    match closing(status) {
        Some(_) if is_asked => Mark::None,
        Some(closing) => closing.mark(),
        None if is_merged_request(status) => Mark::Done,
        None if done_at_end(status).is_some() => Mark::Done,
        None if decision(status).is_some() => Mark::Decided,
        None if OPEN.contains(&spaced(status).as_str()) => Mark::Open,
        None if is_phrase(status) || goes_on(status) => Mark::InProgress,
        None => Mark::None,
    }
}

/// Returns what a text says came of an item that says that it is finished, which may be nothing: `fixed upstream`, `schon erledigt`. A
/// full stop makes no difference.
pub fn done_with(text: &str) -> Option<Option<&str>> {
    let text = text.trim_end_matches('.');
    // `done by Ida` says whose work it was.
    let mut words = text.split_whitespace();
    let is_closed = words.next().is_some_and(|word| {
        let word = word.to_lowercase();
        closes(&word) || closes_by_itself(&word)
    });
    let by = words
        .next()
        .is_some_and(|word| is_of("by durch elsewhere von", &word.to_lowercase()));
    match mark_of(text) {
        Mark::Done => Some(result(text)),
        _ if is_closed && by => Some(None),
        _ => None,
    }
}

fn is_phrase(text: &str) -> bool {
    PHRASES.contains(&spaced(text).as_str())
}

/// Returns whether a status says that something is waited for, and nothing else.
pub fn is_waiting(status: &str) -> bool {
    const WAITING: [&str; 4] = ["blocked", "on hold", "paused", "waiting"];
    WAITING.contains(&spaced(bare(status)).trim())
}

/// Returns whether a text is one word of another language that closes an item.
fn closes_elsewhere(text: &str) -> bool {
    closes_by_itself(spaced(text).trim())
}

/// Returns whether a word, as it is between blanks, belongs to the words of a status.
pub fn is_status_word(word: &str) -> bool {
    words(word).any(|word| {
        let word = word.text.to_lowercase();
        let word = word.as_str();
        closes(word)
            || closes_by_itself(word)
            || HAPPENED.contains(&word)
            || is_decided(word)
            || begins_dropped(word)
            || is_of(GOES_ON, word)
            || is_given_up(word)
            || is_of(FREE, word)
            || word == "todo"
    })
}

/// Returns whether a word, as it is between blanks, may stand in front of the words of a status and belong to them.
pub fn goes_before_status(word: &str) -> bool {
    let mut words = words(word).map(|word| word.text.to_lowercase()).peekable();
    words.peek().is_some()
        && words.all(|word| {
            is_of(BEFORE, &word)
                || is_not(&word)
                || HARDLY
                    .iter()
                    .any(|words| words.split(' ').any(|other| other == word))
        })
}

/// Returns whether the first word of a text says that work goes on, or that something is waited for: `waiting for Linux`.
pub fn begins_going_on(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    is_of(GOES_ON, &first.to_lowercase())
}

/// Returns whether a text says for whom or what is waited, where something was done, or how far it is, as no words of a title behind a
/// sign do: `waiting for Ida`, `merged in #12`, `halfway`, `50%`.
pub fn is_behind_sign(text: &str) -> bool {
    const WAITS: &str = "bereit blocked blockiert paused pending ready waiting warten wartet";
    const FOR: &str = "auf bis by durch for für on until von";
    const REQUESTS: [&str; 3] = [" mr open ", " pr offen ", " pr open "];
    let mut words = text.split_whitespace().map(str::to_lowercase);
    let [first, second] = [words.next(), words.next()].map(Option::unwrap_or_default);
    let is_share = text
        .strip_suffix('%')
        .is_some_and(|share| share.trim().parse::<u8>().is_ok());
    REQUESTS.contains(&spaced(text).as_str())
        || is_of(WAITS, &first) && is_of(FOR, &second) && words.next().is_some()
        || HARDLY.contains(&text.to_lowercase().as_str())
        || is_share
        || says_where(text)
}

/// Returns whether a word says that something is hardly finished, such as `mostly`.
pub fn is_hardly(word: &str) -> bool {
    HARDLY.contains(&word.to_lowercase().as_str()) || is_not(&word.to_lowercase())
}

/// Returns whether the first words of a text say so: `halfway through`, `mostly, but slow`.
pub fn begins_hardly(text: &str) -> bool {
    let spaced = spaced(text);
    is_hardly(text)
        || HARDLY
            .iter()
            .any(|words| spaced.starts_with(&format!(" {words} ")))
}

/// Returns whether a text is nothing but the words of a status, whatever their case.
pub fn is_status(text: &str) -> bool {
    let text = bare(text);
    let mut has_word = false;
    let mut all = text.split_whitespace().peekable();
    is_phrase(text)
        || closes_alone(text)
        || is_needless(text)
        || is_merged_request(text)
        || all.peek().is_some()
            && all.all(|word| {
                let is_word = is_status_word(word);
                has_word |= is_word;
                is_word || goes_before_status(word) || is_wordless(word) || is_code(word)
            })
            && has_word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_closes_only_what_it_says_is_finished() {
        for (mark, statuses) in [
            (
                Mark::Done,
                vec![
                    "DONE: the port is now open",
                    "jetzt doch erledigt",
                    "endlich erledigt",
                    "fertig, gemergt",
                    "ist erledigt",
                    "wurde behoben",
                    "finally done",
                    "done after all",
                    "now fixed",
                    "erledigt: 4 Minuten",
                    "erledigt, danke an Ida",
                    "behoben (in 4.1)",
                    "solved: it was the cache",
                    "DONE: no more locks are needed",
                    "DONE: it uses only one lock",
                    "DONE: (should start on Sunday)",
                    "DONE. It no longer asks which files are left",
                    "DONE, no longer slow",
                    "DONE, you can try it",
                    "DONE! It will be in 4.2",
                    "MERGED (one may use it now)",
                    "DONE, kann man testen",
                    "ERLEDIGT, 23 Stück",
                    "FERTIG: halber Speicher",
                    "GELÖST, siehe Wiki",
                    "DONE, then Carl left",
                    "DONE",
                    "(DONE)",
                    "[DONE]",
                    "DONE:",
                    "done",
                    "FIXED",
                    "FINISHED",
                    "MERGED",
                    "DONE!",
                    "DONE (but slower)",
                    "DONE but slower",
                    "DONE, faster by a third",
                    "DONE: the leak was in the JIT",
                    "DONE: the leak was in the JIT, not in the GC",
                    "MERGED AND DONE",
                    "Done - see the wiki",
                    "**DONE**",
                    "_done_",
                    "**DONE**, faster by a third",
                    "DONE: found the missing bracket",
                    "FIXED in #12",
                    "merged as !45",
                    "done in owner/name#12",
                    "done in 4.1",
                    "DONE upstream",
                    "FIXED upstream in #12",
                    "done yesterday",
                    "DONE Tue",
                    "DONE (Tue)",
                    "DONE on Tuesday",
                    "ERLEDIGT und gemergt",
                    "fertig, gemergt",
                    "PR merged",
                    "the PR was merged",
                    "MR !12 is merged",
                    "#12 merged",
                    "merged #12",
                    "it is twice as fast now, DONE",
                    "the cookie lives 14 days now. DONE!",
                    "DONE, merged",
                    "DONE (merged)",
                    "DONE - merged, released",
                    "DONE, reviewed and pushed",
                    "done, it takes half as much memory",
                    "solved",
                    "hecho",
                    "merged already as !45",
                    "erledigt",
                    "FERTIG!",
                    "behoben",
                    "Gelöst",
                    "gemerged",
                    "geschlossen.",
                    "fait",
                    "Terminé",
                ],
            ),
            (
                Mark::Happened,
                vec![
                    "HAPPENED",
                    "DISCUSSED",
                    "DISCUSSED: we keep it",
                    "DONE, minutes missing",
                    "DONE (notes are still missing)",
                ],
            ),
            (
                Mark::Dropped,
                vec![
                    "POSTPONED",
                    "ABANDONED",
                    "INVALID",
                    "POSTPONED: no time",
                    "-> TRACKER",
                    "-> tracker",
                    "obsolete",
                    "OBSOLETE: the new one is faster",
                    "no longer needed",
                    "not needed any more, says Bela",
                    "won't fix",
                    "entfällt",
                    "hinfällig",
                    "nicht mehr nötig",
                    "obsolète",
                    "superseded by the new parser",
                    "duplicate of #12",
                ],
            ),
            (
                Mark::InProgress,
                vec![
                    "DONE: two tests are left",
                    "erledigt, Doku steht aus",
                    "behoben, Tests folgen",
                    "fertig: nur die Hälfte",
                    "erledigt, Ida prüft morgen",
                    "done: someone must check it",
                    "merged, then reverted",
                    "done, Mira will review",
                    "DONE, if the tests pass",
                    "DONE, we will add tests",
                    "DONE, it can be merged",
                    "DONE, we need tests",
                    "DONE, nicht gemergt",
                    "FERTIG, noch ohne Tests",
                    "ERLEDIGT (bis auf die Doku)",
                    "FERTIG, Bela prüft morgen",
                    "FERTIG, Tests fehlen noch",
                    "ERLEDIGT: nur teilweise",
                    "done, you can try it",
                    "DONE, we'll see",
                    "DONE: the new parser is faster, the tests are still missing",
                    "DONE: the whole index is smaller now but tests missing",
                    "IN-PROGRESS",
                    "IN PROGRESS",
                    "SOME PROGRESS",
                    "LOTS OF PROGRESS",
                    "PROGRESS: NONE",
                    "STARTED",
                    "EXPERIMENTING",
                    "FIGHTING",
                    "PROGRESS EXISTS",
                    "BUGGY",
                    "TESTING",
                    "TO BE MERGED",
                    "SHOULD-BE-PUSHED",
                    "READY",
                    "WAITING FOR REVIEW",
                    "LOOKING FOR PAIRING",
                    "NEEDS TESTS",
                    "MOSTLY DONE",
                    "nearly done, waiting for a translation",
                    "PARTIALLY DONE",
                    "BASICALLY DONE",
                    "SORT-OF-DONE",
                    "SEMI-DONE",
                    "MAYBE DONE",
                    "PRETTY MUCH DONE",
                    "HALF DONE",
                    "DONE: the parser, DONE modulo bugs: the printer",
                    "FINISHED: the cache MOSTLY FINISHED: the clock",
                    "DONE (mostly)",
                    "DONE except for Windows",
                    "DONE, modulo translation",
                    "DONE in the front end, started the back end",
                    "DONE SO FAR",
                    "hopefully done",
                    "NOT DONE",
                    "NOT YET MERGED",
                    "HAVEN'T FIXED EVERYTHING YET",
                    "FIXED SOME",
                    "MERGED the first branch, second WAITING",
                    "DONE on a branch",
                    "DONE, needs tests",
                    "DONE, not merged",
                    "DONE, pushed but untested",
                    "DONE, merged but tests fail",
                    "DONE, reviewed by nobody",
                    "done on Wednesday",
                    "DONE by Tuesday",
                    "DONE tomorrow",
                    "waiting for a review, DONE",
                    "DONE, to be merged",
                    "DONE, half of it merged",
                    "DONE, merged, WAITING for a release",
                    "DONE, ready for review",
                    "DONE on Windows",
                    "done, tests missing",
                    "DONE but docs missing",
                    "done, review pending",
                    "DONE, two tests left",
                    "DONE (tests still open)",
                    "DONE: docs to do",
                    "done, docs needed: ask Ida",
                    "DONE, faster, missing tests",
                    "done, release notes missing",
                    "**DONE** *mostly*",
                    "in Arbeit",
                    "help wanted",
                    "on hold",
                    "done in half",
                    "DONE upstream of the parser",
                    "DONE today for the parser",
                ],
            ),
            (Mark::Open, vec!["TODO", "to do", "NOT STARTED"]),
            (
                Mark::None,
                vec![
                    "",
                    "?",
                    "DONE?",
                    "DONE, right?",
                    "POSTPONED?",
                    "EASIER THAN FEARED",
                    "WHERE ARE THE SLIDES?",
                    "PFFFF",
                    "the leak was fixed by somebody else",
                    "faster now",
                    "fast fertig",
                    "hecho, faltan tests",
                    "terminé, tests manquants",
                    "ist fast fertig",
                    "erledigt Ida",
                    "wird erledigt",
                    "fait la moitié",
                    "fait mardi",
                    "erledigt am Dienstag",
                    "fertig?",
                    "PR merged?",
                    "PR not merged",
                    "PR open",
                    "docs, DONE",
                    "half of the docs are there, DONE",
                    "the first of two is there, DONE",
                    "obsolete?",
                    "obsolete maybe",
                    "no longer slow",
                ],
            ),
        ] {
            for status in statuses {
                assert_eq!(mark_of(status), mark, "{status}");
            }
        }
    }

    #[test]
    fn what_follows_a_closing_word_is_the_result() {
        for (status, expected) in [
            (
                "DONE: the leak was in the JIT",
                Some("the leak was in the JIT"),
            ),
            ("DONE, faster by a third", Some("faster by a third")),
            ("DONE (but slower)", Some("but slower")),
            ("DONE but slower", Some("but slower")),
            (
                "MERGED (one branch) and pushed",
                Some("(one branch) and pushed"),
            ),
            ("**DONE**, faster", Some("faster")),
            ("fixed by #883", Some("fixed by #883")),
            ("MERGED in #12", Some("MERGED in #12")),
            ("merged: in #12", Some("in #12")),
            ("DONE upstream in #12", Some("DONE upstream in #12")),
            ("fixed upstream", Some("fixed upstream")),
            ("DONE yesterday", None),
            ("DONE Tue", None),
            ("DONE (Tue)", None),
            ("DONE on Tuesday", None),
            ("PR merged", None),
            ("PR #12 merged", Some("PR #12 merged")),
            ("merged #12", Some("merged #12")),
            (
                "it is twice as fast now, DONE",
                Some("it is twice as fast now"),
            ),
            ("DONE, merged", None),
            ("DONE: broken", Some("broken")),
            ("DONE, merged and faster", Some("merged and faster")),
            ("DONE", None),
            ("**DONE**", None),
            ("DONE!", None),
            ("(DONE)", None),
            ("IN PROGRESS: slowly", None),
        ] {
            assert_eq!(result(status), expected, "{status}");
        }
    }
}
