//! What the words with which a line begins say: whether it is work, or only tells something.

use super::number::number;
use crate::domain::is_gone;
use crate::text::is_of;

/// Past forms that do not end in `-ed`.
const PAST: &str = "began broke built came cut did done found gave got had held kept knew left made met put ran rewrote \
    said sent shown split spoke spent taken thought told took understood was went were wrote written";

/// Words in `-ed` that are none, or that hardly begin what somebody tells: `nested lists`.
const NO_PAST: &str = "advanced automated cached combined distributed embed embedded encrypted hundred hundreds limited mixed nested \
                       shared signed typed unused unwanted weighted";

/// Verbs in the base form with which a task begins.
const VERBS: &str = "accept add adapt address adjust agree allow analyse analyze announce apply arrange ask attach \
    automate avoid backport benchmark bisect bring build bump call change check choose clarify clean \
    cleanup close collect combine come compare compile complete configure connect consider contact \
    continue convert copy correct cover create cut debug decide define delete deploy deprecate describe \
    design detect develop disable discuss do document draft drop embed enable ensure evaluate examine expand \
    experiment explain explore expose extend extract fight figure fill finalize find finish fix follow \
    garden generate get give go handle help hunt identify ignore implement import improve include \
    incorporate increase inspect install integrate introduce invent investigate isolate keep kill learn \
    let list load look maintain make measure merge migrate modify monitor move open optimise optimize \
    organise organize pack package pass patch perform pick plan play polish port prepare present prevent \
    print prioritize profile propose provide publish push put re-think read rebase recategorize record \
    redesign reduce refactor refine register release remove rename reorganize repair replace report \
    reproduce research resolve restructure rethink revert review revive rewrite run save scan see send \
    separate set setup share ship show simplify solve sort speed split start stop store streamline study \
    submit summarize support switch take talk teach tell test think tidy trace track translate triage \
    try turn tweak understand unify update upgrade upload use validate verify visit wait work wrap write";

/// Who tells what happened, and a word behind them with which they say what is still to be done.
const TELLERS: &str = "we i";
const TO_DO: &str = "can cannot could have may might must need ought shall should want will would";

/// Words behind `see` with which it only refers to something.
const PLACES: &str = "above also below issue issues oben section ticket unten";

/// Words between a name and what is said of it: `Ida is ill`, `Ida ist heute krank`.
const IS: &str = "are bin bleibt is ist sind was war";
const TODAY: &str = "again heute leider morgen today tomorrow unfortunately wieder";

/// Days of which is told what happened: `yesterday: the parser works`.
const PAST_DAYS: &str = "gestern vorgestern yesterday";

/// Returns whether a task may begin with a word as a verb.
pub(super) fn is_verb(word: &str) -> bool {
    is_of(VERBS, word)
}

/// Returns whether a title says what is to be done: `port the scanner`, `den Scanner portieren`.
pub(super) fn is_work(title: &str) -> bool {
    const GERMAN: &str = "aufräumen ausprobieren bauen beheben einrichten entwerfen ergänzen lesen messen prüfen schreiben testen \
                          umbenennen umstellen veröffentlichen verbessern vorbereiten zeichnen übersetzen";
    let mut words = title.split_whitespace();
    let is_long = words.clone().count() > 1;
    let last = words.next_back().unwrap_or_default();
    // `portieren`, but not `Papieren`.
    let is_german = last.ends_with("ieren") && last.starts_with(char::is_lowercase);
    is_long && (is_verb(&first(title)) || is_of(GERMAN, last) || is_german)
}

/// Returns whether a text may begin with a word as a past form.
pub(super) fn is_past(word: &str) -> bool {
    is_of(PAST, word) && !is_of(VERBS, word)
        || word.len() > 3 && word.ends_with("ed") && !word.ends_with("eed") && !is_of(NO_PAST, word)
}

/// Returns whether a text says how things stand or refers to something else, and not what is to be done.
pub(super) fn tells(text: &str) -> bool {
    let (_, text) = number(text);
    let mut words = text.split_whitespace().map(plain);
    let first = words.next().unwrap_or_default();
    let second = words.next().unwrap_or_default();
    let is_end = words.next().is_none();
    match first.as_str() {
        "" => false,
        "related" => text.contains(':') || second == "to",
        "cf" | "vgl" => {
            let word = text.split_whitespace().next();
            word.is_some_and(|word| word.ends_with('.'))
        }
        "see" | "siehe" => {
            is_of(PLACES, &second)
                || (is_end || is_of("das die my our the unser", &second)) && is_place(text)
        }
        "not" => is_past(&second),
        first if is_of(TELLERS, first) => !is_of(TO_DO, &second),
        first if is_of(PAST_DAYS, first) => tells_of_past_day(text),
        _ if is_of(IS, &second) => is_absent(text),
        _ => is_end && second.is_empty() && text.contains("://"),
    }
}

/// Returns whether a text tells of a day: `yesterday: the parser works`, `yesterday I fixed the parser`, `yesterday docs, today tests`.
pub(super) fn tells_of_past_day(text: &str) -> bool {
    const WHO: &str = "habe haben i ich war we wir";
    let mut words = text.split_whitespace().map(plain).skip(1);
    let second = words.next().unwrap_or_default();
    is_of(PAST_DAYS, &first(text))
        && (text.contains(':')
            || is_of(WHO, &second)
            || words.any(|word| matches!(word.as_str(), "today" | "heute")))
}

/// Returns whether a text says that somebody is not there: `Ida is ill today`.
fn is_absent(text: &str) -> bool {
    let words = text.split_whitespace().skip(2).map(plain);
    let mut words = words.filter(|word| !is_of(TODAY, word));
    words.next().is_some_and(|word| is_gone(&word)) && words.next().is_none()
}

/// Returns whether the last word of a text is the name of a file or an address.
fn is_place(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or_default();
    last.contains("://") || is_file(last) || last.starts_with('#')
}

/// Returns whether a word is the name of a file: `notes.txt`.
fn is_file(word: &str) -> bool {
    let cut = word.rsplit_once('.');
    cut.is_some_and(|(name, ending)| {
        let is_name = |sign: char| sign.is_alphanumeric() || "_-./*".contains(sign);
        name.len() > 1
            && name.chars().all(is_name)
            && (1..=4).contains(&ending.len())
            && ending.chars().all(|sign| sign.is_ascii_lowercase())
            && !matches!(ending, "com" | "net" | "org")
    })
}

/// Returns the first word of a text behind a number, as `plain` has it. The number of no item is a part of the title once that is
/// known, and says no more of it than before.
pub(super) fn first(text: &str) -> String {
    let (_, text) = number(text);
    text.split_whitespace()
        .next()
        .map(plain)
        .unwrap_or_default()
}

/// Returns a word in small letters and without the signs around it.
pub(super) fn plain(word: &str) -> String {
    let word = word.trim_matches(|sign: char| !sign.is_alphanumeric());
    word.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_refers_to_something_or_says_who_is_away_is_no_work() {
        for text in [
            "see https://example.org/notes",
            "siehe https://example.org/notes",
            "siehe oben",
            "vgl. die Notizen",
            "Vgl. die Notizen",
            "cf. the notes",
            "https://example.org/notes",
            "Ida is ill today",
            "Ida ist heute leider krank",
            "gestern: der Parser läuft",
            "we wrote the parser",
        ] {
            assert!(tells(text), "{text}");
        }
        for text in [
            "see whether the parser is fast",
            "siehe nach, ob der Parser läuft",
            "find out who is ill",
            "Linux is broken",
            "cfg for the parser",
            "yesterday as a keyword",
        ] {
            assert!(!tells(text), "{text}");
        }
    }
}
