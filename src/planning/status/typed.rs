//! What a text says of where an item stands that was typed as its result.

use super::closing::leaves_work;
use super::dropped::{is_maybe, is_needless, says_put_off};
use super::failing::says_unfinished;
use super::words::{
    HARDLY, Word, bare, closes, closes_by_itself, is_about_first, is_not, says_none, spaced, words,
};
use super::{begins_hardly, is_status, mark_of};
use crate::domain::{is_sentence, unfinished};
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

/// What most items need at last.
const NEEDED: &str = "ci discussion docs documentation doku feedback fixes help hilfe more noch rebase review testing tests work";

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
    if is_sentence && says_what_stays(text) {
        return None;
    }
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
    if is_on_the_way(text, is_sentence) {
        return Some(NotDone::GoesOn);
    }
    if says_unfinished(text) {
        return Some(NotDone::GoesOn);
    }
    match mark_of(text) {
        _ if NOBODY_DOES.contains(&spaced.trim()) => Some(NotDone::GivenUp),
        // `Not needed any more.` may be what came of it, and `Replaced by a library.`
        Mark::Dropped
            if is_sentence
                && (is_needless(text) && text.contains(' ')
                    || spaced.starts_with(" replaced by ")) =>
        {
            None
        }
        Mark::Dropped => Some(NotDone::GivenUp),
        _ if leaves_behind_closing(text) => Some(NotDone::GoesOn),
        Mark::InProgress | Mark::Open if goes_on(text) && !is_nothing_left(text) => {
            Some(NotDone::GoesOn)
        }
        _ => None,
    }
}

/// Returns whether a short text says how far something is, what is left of it, or that somebody goes on with it: `half`, `50%`,
/// `PR open`, `docs missing`, `waiting for Ida`. `no test left` says that it is done.
fn is_on_the_way(text: &str, is_sentence: bool) -> bool {
    const MOST: usize = 4;
    const WAITS: &str = "blocked blockiert waiting warte warten wartet weiter";
    const NEEDS: &str = "braucht need needs";
    let spaced = spaced(text);
    let mut all: Vec<&str> = spaced.split_whitespace().collect();
    if ON_THE_WAY.contains(&spaced.trim()) || HARDLY.contains(&spaced.trim()) || is_share(text) {
        return true;
    }
    if all.len() > MOST || all.iter().any(|word| says_none(word)) {
        return false;
    }
    if says_left(text) {
        return true;
    }
    let is_request = all.first().is_some_and(|word| is_of("mr patch pr", word));
    if is_request {
        all.remove(0);
    }
    match all[..] {
        ["up"] => is_request,
        ["working", "on", what, ..] => !is_sentence || is_of("it that this", what),
        _ if is_about_first(&all) => false,
        ["continues"] => true,
        ["more" | "mehr" | "rest" | "continues", ..] => mentions_time(text),
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
    const GONE: &str = "abgearbeitet any anymore cleared empty gone leer longer mehr weg";
    const NOTHING: &str = "kein keine keiner nichts niemand no nobody none nothing";
    let spaced = spaced(text);
    let all: Vec<&str> = spaced.split_whitespace().collect();
    let [first, _, _, ..] = all[..] else {
        return false;
    };
    let is_closed =
        |word: &&str| closes(word) || closes_by_itself(word) || is_of("noch works yet", word);
    let is_gone = all.iter().any(|word| is_of(GONE, word));
    (is_of(NOTHING, first) || is_gone) && !all.iter().any(is_closed)
}

/// Returns whether a sentence says what there is in the end: `Only one lock is left.`
fn says_what_stays(text: &str) -> bool {
    const STAYS: &str = "left remain remains übrig";
    let spaced = spaced(text);
    let is_only = spaced.starts_with(" only ") || spaced.starts_with(" nur ");
    is_only && is_of(STAYS, spaced.split_whitespace().last().unwrap_or_default())
}

/// Returns whether a short text says what is left: `docs missing`, `PR open`, `review needed`.
fn says_left(text: &str) -> bool {
    const WHICH: &str = "that was welche what which";
    const IN_GERMAN: &str = "ausstehend aussteht fehlen fehlt folgen folgt";
    let spaced = spaced(text);
    let spaced = spaced.strip_suffix(" noch ").unwrap_or(&spaced).trim();
    let all: Vec<&str> = spaced.split_whitespace().collect();
    let is_other = |word: &&str| says_none(word) || is_of(WHICH, word);
    match all[..] {
        _ if all.iter().any(is_other) => false,
        [.., "needed" | "nötig" | "required"] => all.iter().any(|word| is_of(NEEDED, word)),
        [.., "steht" | "stehen", "aus"] => true,
        [_, .., last] if is_of(IN_GERMAN, last) => true,
        [_, ref behind @ ..] if is_about_first(&all) => {
            leaves_work(&format!("it {}", behind.join(" ")))
        }
        _ => leaves_work(spaced),
    }
}

/// Returns whether a text that says that work goes on is nothing but that.
fn goes_on(text: &str) -> bool {
    let bare = bare(text);
    let is_not = |word: Word<'_>| is_not(&word.text.to_lowercase());
    let is_denied = begins_hardly(bare) || words(bare).any(is_not);
    is_status(text) && (is_denied || !words(bare).any(is_closing))
}

fn is_closing(word: Word<'_>) -> bool {
    let lower = word.text.to_lowercase();
    closes(&lower) || closes_by_itself(&lower)
}

/// Returns whether a text begins with a word that closes, and short words behind a sign say what is left: `done, tests missing`.
/// Without the sign, a sentence may begin with that word: `fixed for good`.
fn leaves_behind_closing(text: &str) -> bool {
    const SIGNS: [char; 11] = [',', ';', ':', '.', '!', '(', ')', '[', '-', '–', '—'];
    const BUT: [&str; 5] = [" - ", " aber ", " and ", " but ", " und "];
    const LED: [&str; 5] = ["aber ", "außer ", "bis auf ", "but ", "except "];
    let bare = bare(text);
    let Some(first) = words(bare).next().filter(|word| is_closing(*word)) else {
        return false;
    };
    let rest = bare[first.place + first.text.len()..].trim_start();
    if !rest.starts_with(SIGNS) && !LED.iter().any(|led| rest.starts_with(led)) {
        return false;
    }
    let rest = BUT
        .iter()
        .fold(format!(" {rest}"), |rest, but| rest.replace(but, ", "));
    rest.split([',', ';', ':', '.', '!', '(', ')', '–', '—'])
        .any(keeps_open)
}

/// Returns whether a short part behind a word that closes says that not all is done.
fn keeps_open(part: &str) -> bool {
    const MOST: usize = 5;
    const LACKS: &str = "kein keine keinen no ohne without";
    const UNSURE: &str = "bitte check checks denke falls glaube hopefully if maybe morgen must muss müssen please prüfen prüft revert \
                          reverted review rollback should sollte sollten think tomorrow undone vielleicht zurückgenommen";
    let spaced = spaced(part);
    let all: Vec<&str> = spaced.split_whitespace().collect();
    let all = match all[..] {
        ["noch" | "still", ref all @ ..] => all,
        _ => &all[..],
    };
    if all.len() > MOST {
        return false;
    }
    // `fixed (missing comma)` was what was wrong.
    if matches!(all, ["missing", what, ..] if !is_of(NEEDED, what)) {
        return false;
    }
    let lacks = matches!(all, [none, what] if is_of(LACKS, none) && is_of(NEEDED, what));
    lacks
        || is_on_the_way(part, false)
        || says_unfinished(part)
        || unfinished(part.trim()).is_some()
        || HARDLY_IN_GERMAN
            .iter()
            .any(|words| spaced.starts_with(&format!(" {words} ")))
        || goes_on(part)
        || is_denied(all)
        || all.iter().any(|word| is_of(UNSURE, word)) && !all.iter().any(|word| says_none(word))
}

/// Returns whether one of few words denies something that is so now: `not on Windows`, `tests are not written`; `was not closed` may be
/// what it was.
fn is_denied(words: &[&str]) -> bool {
    const MOST: usize = 4;
    const ELSE: &str = "a an any anymore did didn't ein eine hatte just lag longer mehr nur only our war waren was wasn't were weren't";
    let is_denial = |word: &&str| {
        *word == "nicht" || is_not(word) && !is_of("never no none nothing without", word)
    };
    words.len() <= MOST
        && words.iter().any(is_denial)
        && !words.iter().any(|word| is_of(ELSE, word))
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
            ("Es fehlt nichts mehr.", None),
            ("Es fehlen keine Tests mehr.", None),
            ("Es fehlen noch Tests.", Some(NotDone::GoesOn)),
            ("Doku fehlt noch", Some(NotDone::GoesOn)),
            ("Pending jobs are shown.", None),
            ("Missing translations are reported.", None),
            ("Missing docs.", Some(NotDone::GoesOn)),
            ("Blocked users are listed.", None),
            ("Only two warnings are left.", None),
            ("Only one lock remains.", None),
            ("only the tests left", Some(NotDone::GoesOn)),
            ("Not one warning left.", None),
            ("Not needed any more.", None),
            ("not needed any more", Some(NotDone::GivenUp)),
            ("Needs no review any more.", None),
            ("The index no longer needs to be rebuilt.", None),
            ("Shows what is missing", None),
            ("A login is needed", None),
            ("review needed", Some(NotDone::GoesOn)),
            ("Continues after errors.", None),
            ("continues tomorrow", Some(NotDone::GoesOn)),
            ("Done: no open points.", None),
            ("Done. No tests missing.", None),
            ("Done. Tests are still missing.", Some(NotDone::GoesOn)),
            ("done, no docs needed", None),
            ("done, no docs", Some(NotDone::GoesOn)),
            ("Done - no review needed.", None),
            ("Fertig, nichts offen.", None),
            ("fertig bis auf die Doku", Some(NotDone::GoesOn)),
            ("Fixed (missing comma).", None),
            ("Missing index added.", None),
            ("Working on Windows.", None),
            ("Working on it.", Some(NotDone::GoesOn)),
            ("Replaced by a library.", None),
            ("fertig, nicht gemergt", Some(NotDone::GoesOn)),
            ("erledigt, Doku steht aus", Some(NotDone::GoesOn)),
            ("erledigt, Ida prüft morgen", Some(NotDone::GoesOn)),
            ("Fixed. The test did not wait for the server.", None),
            ("done, you can try it", None),
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
