//! A status that says that nobody does it now: `POSTPONED until autumn`, `moved to next sprint`, `-> tracker`.

use super::words::{
    GOES_ON, bare, behind_adverbs, closes, is_capitals, is_number, spaced, without_arrow,
    without_emphasis, words,
};
use crate::domain::is_given_up;
use crate::planning::time::mentions_time;
use crate::text::is_of;

/// Words that say that something is put off, that it has another place, and that nobody will do it.
const PUT_OFF: &str = "aufgeschoben postponed vertagt zurückgestellt";
const MOVED: &str = "deferred moved verschoben";
const GIVEN_UP: &str = "abandoned abgebrochen abgesagt aufgegeben canceled cancelled dropped gestrichen invalid verworfen wontfix";

/// Those that close an item by themselves, in another language than those that [`is_given_up`] knows.
const ALONE: &str = "abgebrochen abgesagt aufgegeben aufgeschoben gestrichen verschoben vertagt verworfen zurückgestellt";

/// Words behind them that say until when, where to, and why.
const UNTIL: &str = "bis till until";
const WHERE: &str = "after auf in ins into nach to zum zur";
const WHY: &str = "because due wegen weil zugunsten";
const FOR_NOW: [&str; 5] = ["for lack", "for later", "for now", "in favor", "in favour"];

/// Words for what comes after the sprint, and where things are kept that nobody does now.
const LATER: &str =
    "autumn backlog fruhjahr fruhling frühjahr frühling herbst sommer summer tracker winter";

/// Words for what comes after the sprint only behind a word such as `next`.
const WITH_NEXT: &str =
    "fall jahr milestone monat month release releases spring sprint sprints version year";
const NEXT: &str =
    "following future kommende kommenden later next nächste nächsten nächster nächstes";

/// Words in front of those.
const BEFORE_LATER: &str =
    "a an another bug das dem den der die einen issue our some the unseren zum zur";

/// Words with which that is not certain.
const DOUBTS: &str =
    "eventuell falls hopefully if maybe perhaps possibly probably unless vielleicht wenn";

/// All that some statuses say.
const MAYBE: [&str; 21] = [
    "after the sprint",
    "another time",
    "later",
    "nach dem sprint",
    "next month",
    "next release",
    "next sprint",
    "next time",
    "next week",
    "next year",
    "nicht diese woche",
    "nicht heute",
    "nächste woche",
    "nächster sprint",
    "nächstes mal",
    "not now",
    "not this sprint",
    "not this time",
    "not this week",
    "not today",
    "später",
];

/// Where things are kept that nobody does now, behind an arrow.
const ELSEWHERE: [&str; 7] = [
    "backlog",
    "bug tracker",
    "issue tracker",
    "next sprint",
    "nächster sprint",
    "nächsten sprint",
    "tracker",
];

/// What says that nobody needs something.
const NEEDLESS: [&str; 29] = [
    "duplicate",
    "entfällt",
    "hinfällig",
    "kein bedarf mehr",
    "n'est plus nécessaire",
    "nicht mehr gebraucht",
    "nicht mehr nötig",
    "nicht mehr notwendig",
    "nicht mehr relevant",
    "no longer necessary",
    "no longer needed",
    "no longer relevant",
    "no more needed",
    "no need any more",
    "no need anymore",
    "not necessary any more",
    "not needed any longer",
    "not needed any more",
    "not needed anymore",
    "not relevant any more",
    "obsolete",
    "obsolet",
    "obsoleto",
    "obsolète",
    "superseded",
    "überholt",
    "won't do",
    "won't fix",
    "wird nicht mehr gebraucht",
];

/// What says that nobody goes on with it, which is no reason for other work.
const GIVES_UP: [&str; 7] = [
    "geben wir auf",
    "giving up",
    "lassen wir",
    "lassen wir sein",
    "we gave up",
    "we give up",
    "wir geben auf",
];

/// What may follow such words with what does that work.
const REPLACED: [&str; 4] = [
    "duplicate of ",
    "obsoleted by ",
    "replaced by ",
    "superseded by ",
];

/// Returns whether a text says that nobody needs something, and nothing else: `no longer needed`.
pub fn is_needless(text: &str) -> bool {
    let words = spaced(text);
    let words = words.trim();
    let words = words.strip_prefix("is ").unwrap_or(words);
    (NEEDLESS.contains(&words) || GIVES_UP.contains(&words)) && !text.contains('?')
}

/// Returns whether words that say so may be why something is to be done, as in `remove the docs (obsolete)`.
pub fn is_reason(text: &str) -> bool {
    let gives_up = GIVES_UP.contains(&spaced(text).trim());
    is_needless(text) && !gives_up && !is_capitals(text)
}

/// Returns whether a status begins so, and a sign and the reason follow, or what does that work: `obsolete: the new one is faster`.
fn says_needless(status: &str) -> bool {
    let end = status
        .find([':', ',', ';', '(', '–', '—'])
        .unwrap_or(status.len());
    let (front, behind) = status.split_at(end);
    let is_replaced = REPLACED
        .iter()
        .any(|words| spaced(front).trim_start().starts_with(words));
    (is_needless(front) || is_replaced) && !is_doubtful(behind)
}

/// Returns whether a status says so.
pub(super) fn is_dropped(status: &str) -> bool {
    let alone = behind_adverbs(status);
    let first = status.split(' ').next().unwrap_or_default().to_lowercase();
    // `now dropped` and `is invalid` may be what the task is about, and not what became of it.
    let is_certain = !is_of("has now", &first) && !is_needless(alone);
    if alone.len() < status.len() && !alone.contains(' ') && is_certain {
        return is_dropped(alone);
    }
    let is_arrow_behind = status.ends_with("->") && spaced(status) == " tracker ";
    says_needless(status)
        || is_given_up(status)
        || is_elsewhere(status)
        || is_arrow_behind
        || says_more(status)
}

/// Returns whether a text is an arrow and where things are kept that nobody does now: `-> tracker`, `→ the next sprint`.
pub fn is_elsewhere(text: &str) -> bool {
    let text = text.trim();
    let place = spaced(without_arrow(text));
    let place = place.trim();
    let place = place.strip_prefix("the ").unwrap_or(place);
    text.len() > without_arrow(text).len() && ELSEWHERE.contains(&place)
}

/// Returns whether a word in capitals may begin such a status.
pub(super) fn begins_dropped(word: &str) -> bool {
    is_of(PUT_OFF, word) || is_of(ALONE, word)
}

/// Returns whether a status says so with words behind the first one.
fn says_more(status: &str) -> bool {
    let status = bare(status);
    if let Some((until, behind)) = put_off_at_end(status)
        && is_until_later(until, false)
    {
        return !is_doubtful(behind);
    }
    let Some((first, rest)) = split(status) else {
        return false;
    };
    let word = first.to_lowercase();
    let is_cut = rest
        .trim_start()
        .starts_with([':', ',', ';', '(', '-', '–', '—', '.', '!']);
    if rest.trim().is_empty() || is_cut {
        return is_of(ALONE, &word);
    }
    let is_loud = is_capitals(first);
    let (next, all) = (second(rest), spaced(rest));
    let is_why = is_of(WHY, &next)
        || FOR_NOW
            .iter()
            .any(|why| all.starts_with(&format!(" {why} ")));
    let is_put_off = is_of(PUT_OFF, &word) || is_of(MOVED, &word);
    let says_so = is_why && word != "moved" && (is_put_off || is_of(GIVEN_UP, &word))
        || is_put_off && is_until_later(rest, is_loud || word != "moved")
        || is_loud && is_put_off && word != "moved" && is_of(UNTIL, &next)
        || is_of(PUT_OFF, &word) && next == "indefinitely";
    says_so && !is_doubtful(rest)
}

/// Returns whether a status begins with a word for what is put off: `vertagt`. One in capitals says that nobody does it now.
pub fn says_put_off(status: &str) -> bool {
    let first = bare(status).split_whitespace().next().unwrap_or_default();
    let word = first.trim_matches(|sign: char| !sign.is_alphanumeric());
    let lower = word.to_lowercase();
    !is_capitals(word) && (is_of(PUT_OFF, &lower) || is_of(MOVED, &lower))
}

/// Returns whether a status says that something is put off in words that mean nothing else, as they end with what comes after the
/// sprint or where things are kept: `moved to next sprint`, `postponed until autumn: no time`.
pub fn is_put_off(status: &str) -> bool {
    let status = bare(status);
    let is_in_front = split(status).is_some_and(|(first, rest)| {
        let word = first.to_lowercase();
        (is_of(PUT_OFF, &word) || is_of(MOVED, &word)) && is_until_later(rest, false)
    });
    (is_in_front || put_off_at_end(status).is_some()) && says_more(status)
}

/// Splits off a word that ends the first part of a status, as in German: `auf Herbst verschoben: keine Zeit`. Returns what stands in
/// front of it, which says until when or where to, and behind it.
fn put_off_at_end(status: &str) -> Option<(&str, &str)> {
    let end = status.find([':', ',', ';', '(', '–', '—']);
    let (part, behind) = status.split_at(end.unwrap_or(status.len()));
    let (front, last) = part.trim_end_matches([' ', '.', '!']).rsplit_once(' ')?;
    let (first, last) = (front.split(' ').next()?, last.to_lowercase());
    let is_led = is_of(UNTIL, &first.to_lowercase()) || is_of(WHERE, &first.to_lowercase());
    (is_led && (is_of(PUT_OFF, &last) || is_of(MOVED, &last))).then_some((front, behind))
}

/// Returns whether words say until when or where to up to their end or a sign: `until the next release`, or `to #12` where `may_be_number`.
fn is_until_later(rest: &str, may_be_number: bool) -> bool {
    let phrase = rest.split([',', ';', ':', '(', '–', '—']).next();
    let phrase = phrase.and_then(|phrase| phrase.split(" - ").next());
    let phrase = phrase.unwrap_or_default().trim_end_matches([' ', '.', '!']);
    let words: Vec<String> = phrase.split_whitespace().map(str::to_lowercase).collect();
    let [until, between @ .., last] = &words[..] else {
        return false;
    };
    let is_next = |word: &String| is_of(NEXT, word);
    let is_later = between
        .iter()
        .all(|word| is_next(word) || is_of(BEFORE_LATER, word))
        && (is_of(LATER, last) || is_of(WITH_NEXT, last) && between.iter().any(is_next));
    let is_number = || is_number(last) && last.contains(['.', '#', '!']) && between.is_empty();
    (is_of(UNTIL, until) || is_of(WHERE, until)) && (is_later || may_be_number && is_number())
}

/// Returns whether words behind one that says that something is put off leave open whether somebody does it in the sprint.
fn is_doubtful(rest: &str) -> bool {
    let is_state = |word: &str| {
        let lower = word.to_lowercase();
        is_capitals(word) && (closes(&lower) || is_of(GOES_ON, &lower))
    };
    let is_doubt = |word: &str| {
        let word = word.to_lowercase();
        is_of(DOUBTS, &word) || is_of("week weeks woche wochen", &word)
    };
    mentions_time(rest) || words(rest).any(|word| is_state(word.text) || is_doubt(word.text))
}

/// Returns whether a status may say that nobody does it now, which is not certain: `not this week`, `moved to the attic`.
pub fn may_be_dropped(status: &str) -> bool {
    let status = bare(without_arrow(status.trim()));
    if is_maybe(status) || is_needless(status) {
        return true;
    }
    if put_off_at_end(status).is_some() {
        return !is_dropped(status);
    }
    split(status).is_some_and(|(first, rest)| {
        let word = first.to_lowercase();
        let next = second(rest);
        is_of(PUT_OFF, &word)
            || is_of(GIVEN_UP, &word) && is_capitals(first)
            || is_of(MOVED, &word) && (word != "moved" || is_of(WHERE, &next) || next.is_empty())
    }) && !is_dropped(status)
}

/// Returns whether a text is nothing but words that may say so.
pub fn is_maybe(text: &str) -> bool {
    let words = spaced(text);
    let words = words.trim();
    let words = ["maybe ", "perhaps "]
        .iter()
        .find_map(|maybe| words.strip_prefix(maybe))
        .unwrap_or(words);
    MAYBE.contains(&words)
}

/// Returns why something was given up, if its status says so: what is behind a sign, or all of it.
pub fn reason(status: &str) -> Option<&str> {
    let status = bare(status);
    if is_elsewhere(status) {
        let place = without_arrow(status);
        return (!place.eq_ignore_ascii_case("tracker")).then_some(place);
    }
    if says_needless(status) {
        return Some(status);
    }
    if says_more(status)
        && split(status).is_some_and(|(_, rest)| second(rest).starts_with(char::is_alphanumeric))
    {
        return Some(status);
    }
    let at = status.find([':', ',', ';', '('])?;
    let (_, reason) = status.split_at(at);
    let reason = reason[1..]
        .strip_suffix(')')
        .filter(|inner| !inner.contains('('))
        .unwrap_or(&reason[1..]);
    Some(reason.trim()).filter(|reason| reason.contains(char::is_alphanumeric))
}

/// Splits the first word of a status, which may be bold, from what follows.
fn split(status: &str) -> Option<(&str, &str)> {
    let first = status.split_whitespace().next()?;
    let word = first.trim_end_matches([':', ',', ';', '.', '!', '?']);
    let (_, rest) = status.split_at(word.len());
    Some((without_emphasis(word), rest))
}

/// Returns the first word behind another one in small letters; empty if a sign stands between.
fn second(rest: &str) -> String {
    let word = rest
        .strip_prefix(' ')
        .and_then(|rest| rest.split_whitespace().next());
    word.map(|word| word.trim_end_matches([',', '.', ':']).to_lowercase())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_off_to_after_the_sprint_is_dropped_with_the_words_as_its_reason() {
        for (status, expected) in [
            ("POSTPONED", None),
            ("postponed: no time", Some("no time")),
            ("abandoned (too hard)", Some("too hard")),
            ("POSTPONED until autumn", Some("POSTPONED until autumn")),
            (
                "POSTPONED until autumn, no time",
                Some("POSTPONED until autumn, no time"),
            ),
            (
                "**POSTPONED** until autumn",
                Some("**POSTPONED** until autumn"),
            ),
            ("postponed until autumn", Some("postponed until autumn")),
            ("postponed to 4.2", Some("postponed to 4.2")),
            ("postponed indefinitely", Some("postponed indefinitely")),
            ("MOVED to the backlog", Some("MOVED to the backlog")),
            ("MOVED to #12", Some("MOVED to #12")),
            ("moved to next sprint", Some("moved to next sprint")),
            ("moved to the tracker", Some("moved to the tracker")),
            (
                "deferred to the next release",
                Some("deferred to the next release"),
            ),
            ("deferred until summer", Some("deferred until summer")),
            ("verschoben auf Herbst", Some("verschoben auf Herbst")),
            ("verschoben", None),
            ("wird verschoben", None),
            ("wurde abgesagt", None),
            ("is postponed", None),
            ("abgebrochen", None),
            ("aufgegeben: zu schwer", Some("zu schwer")),
            ("gestrichen (zu teuer)", Some("zu teuer")),
            ("ZURÜCKGESTELLT", None),
            (
                "zurückgestellt bis zum nächsten Sprint",
                Some("zurückgestellt bis zum nächsten Sprint"),
            ),
            (
                "auf nächsten Sprint verschoben",
                Some("auf nächsten Sprint verschoben"),
            ),
            (
                "bis Herbst vertagt: keine Zeit",
                Some("bis Herbst vertagt: keine Zeit"),
            ),
            ("ins Backlog verschoben.", Some("ins Backlog verschoben.")),
            (
                "gestrichen wegen der Lizenz",
                Some("gestrichen wegen der Lizenz"),
            ),
            ("VERTAGT: keine Zeit", Some("keine Zeit")),
            (
                "abandoned because of the licence",
                Some("abandoned because of the licence"),
            ),
            ("dropped in favour of #12", Some("dropped in favour of #12")),
            ("-> next sprint", Some("next sprint")),
            ("--> the next sprint", Some("the next sprint")),
            ("→ backlog", Some("backlog")),
            ("-> TRACKER", None),
            ("TRACKER ->", None),
            ("no longer needed", Some("no longer needed")),
            ("obsolete: it is slow", Some("obsolete: it is slow")),
            ("won't fix", Some("won't fix")),
            ("geben wir auf", Some("geben wir auf")),
            ("kein Bedarf mehr", Some("kein Bedarf mehr")),
        ] {
            assert!(is_dropped(status), "{status}");
            assert_eq!(reason(status), expected, "{status}");
        }
    }

    #[test]
    fn what_may_be_done_in_the_sprint_is_not_dropped() {
        for status in [
            "postponed until Thursday",
            "POSTPONED to tomorrow",
            "POSTPONED until after lunch",
            "POSTPONED until 17:00",
            "postponed to 3 March",
            "POSTPONED to next week",
            "postponed unless Ida comes",
            "verschoben auf Freitag",
            "verschoben auf nächste Woche",
            "auf Freitag verschoben",
            "auf nächste Woche verschoben",
            "auf Herbst verschoben, außer wenn Ida kommt",
            "in den Keller verschoben",
            "moved to the attic",
            "POSTPONED no time",
            "POSTPONED to the attic",
            "CANCELLED orders show up",
            "ABANDONED carts are counted twice",
            "WONTFIX ones first",
            "moved into the release branch",
            "moved to the sprint branch",
            "moved to a version control system",
            "MOVED to old version",
            "moved to the tracker module",
            "moved to #12",
            "postponed in the UI are hidden",
            "postponed for review",
            "deferred to Ida",
            "moved to",
            "POSTPONED the first half, the second DONE",
            "not this week",
            "next sprint",
            "maybe later",
            "später",
        ] {
            assert!(!is_dropped(status), "{status}");
            assert!(may_be_dropped(status), "{status}");
        }
        for status in [
            "moved the tests",
            "dropped support for Python 2",
            "dropped to 3 MB",
            "not postponed",
            "not this one",
            "invalid header fixed",
            "invalid since 4.1",
            "dropped since 3.0",
            "next: the docs",
            "later than the others",
            "nearly",
            "-> Ida",
            "",
        ] {
            assert!(!is_dropped(status), "{status}");
            assert!(!may_be_dropped(status), "{status}");
        }
    }
}
