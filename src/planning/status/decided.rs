//! A status or a line of minutes that says what was decided: `decided: MIT`, `-> beschlossen: MIT`, `DECIDED, MIT`.

use super::words::{bare, is_capitals, is_not, spaced, without_arrow, without_emphasis};
use crate::text::is_of;

/// Words that say so by themselves, and those that need a colon behind them.
const DECIDED: &str = "beschlossen decided décidé entschieden";
const DECISIONS: &str =
    "beschluss beschlüsse decision decisions décision décisions entscheidung entscheidungen";

/// Signs between such a word and the decision.
const SIGNS: [char; 9] = [':', ',', ';', '.', '!', '-', '–', '—', '('];

/// Words with which a decision is not certain, near its beginning.
const MAYBE: &str = "eventuell evtl hopefully maybe perhaps possibly presumably probably provisionally tentatively vermutlich vielleicht \
     vorläufig wahrscheinlich";

/// All that a decision says if nothing is decided. The first ones may be followed by more words.
const NOTHING: [&str; 14] = [
    "kein konsens",
    "keine einigung",
    "keine entscheidung",
    "no agreement",
    "no consensus",
    "no decision",
    "noch kein",
    "noch keine",
    "noch nicht",
    "noch nichts",
    "noch offen",
    "nothing decided",
    "nothing was decided",
    "to be",
];
const ALONE: &str = "deferred later nicht nichts not nothing ongoing open pending postponed soon tba tbc tbd todo tomorrow unclear \
     undecided unentschieden unklar vertagt verschoben";
const ALONE_TOGETHER: [&str; 4] = ["in discussion", "in progress", "still open", "to do"];

/// How many words of a decision are asked whether it is certain.
const FIRST: usize = 4;

/// Returns whether a word says that something was decided.
pub(super) fn is_decided(word: &str) -> bool {
    is_of(DECIDED, word)
}

/// Returns what a text says was decided, which is nothing in `DECIDED`; `None` if it does not say that anything was.
pub fn decision(text: &str) -> Option<&str> {
    let text = bare(without_arrow(text.trim()));
    let (word, rest) = first_word(text)?;
    let is_alone = is_of(DECIDED, &word.to_lowercase());
    let is_labelled = rest.starts_with(':');
    let is_one = match rest.trim_start().chars().next() {
        None => is_alone,
        Some(_) if is_labelled => is_alone || is_of(DECISIONS, &word.to_lowercase()),
        Some(sign) if SIGNS.contains(&sign) => is_alone,
        Some(_) => is_alone && is_capitals(word),
    };
    let decision = without_bracket(rest.trim_start_matches(['*', '_', ':']));
    (is_one && !is_doubtful(decision)).then_some(decision)
}

/// Returns what a line of minutes says was decided behind a word and a colon.
pub fn decision_behind_label(text: &str) -> Option<&str> {
    is_label_of_decision(text).then(|| decision(text)).flatten()
}

/// Returns whether a text begins with a word for what was decided and a colon.
pub fn is_label_of_decision(text: &str) -> bool {
    let label = without_arrow(text.trim())
        .split_once(':')
        .map(|(label, _)| label);
    label.is_some_and(|label| {
        let word = without_emphasis(label.trim())
            .trim_matches(['*', '_'])
            .to_lowercase();
        is_of(DECIDED, &word) || is_of(DECISIONS, &word)
    })
}

/// Returns whether a text begins with a word that says by itself that something was decided, and a colon: `decided: MIT`, not
/// `Decision: which license`, which may be what to decide.
pub fn is_label_of_decided(text: &str) -> bool {
    let word = first_word(without_arrow(text.trim())).map(|(word, _)| word.to_lowercase());
    is_label_of_decision(text) && word.is_some_and(|word| is_decided(&word))
}

/// Splits the first word of a text, which may be bold, from what follows.
fn first_word(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start_matches(['*', '_']);
    let end = text
        .find(|sign: char| !sign.is_alphabetic())
        .unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    (!word.is_empty()).then(|| (word, rest.trim_start_matches(['*', '_'])))
}

/// Removes the sign in front of a decision, and brackets around it.
fn without_bracket(rest: &str) -> &str {
    let rest = rest.trim();
    let inner = rest
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    let inner = inner.filter(|inner| !inner.contains(['(', ')']));
    let is_sign = |sign: char| SIGNS.contains(&sign) && sign != '(' || sign.is_whitespace();
    without_emphasis(inner.unwrap_or(rest).trim_start_matches(is_sign).trim_end())
}

/// Words that say in any place that something is decided later, if at all.
const LATER: [&str; 14] = [
    "did not decide",
    "haven't decided",
    "nicht entschieden",
    "not decided",
    "not sure",
    "noch geklärt",
    "pending",
    "postponed",
    "tbd",
    "unclear",
    "undecided",
    "unklar",
    "vertagt",
    "waiting for",
];

/// Returns whether a decision says that nothing is decided after all, or not for certain. That something is not to be done is a decision:
/// `no GPL`, `we do not switch`.
pub fn is_doubtful(decision: &str) -> bool {
    if decision.contains(['?', '❓']) {
        return true;
    }
    let parts = decision.split([',', ';', '.', '!', '(']).map(spaced);
    let mut parts = parts.map(|part| part.trim().to_owned());
    let first = parts.next().unwrap_or_default();
    let mut start = first.split(' ').take(FIRST);
    let is_not_yet = first.split(' ').any(|word| word == "yet")
        && first.split(' ').any(|word| word != "yet" && is_not(word));
    let is_nothing = NOTHING.iter().any(|words| {
        let rest = first.strip_prefix(words);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    });
    is_not_yet
        || is_nothing
        || start.any(|word| is_of(MAYBE, word))
        || is_of(ALONE, &first)
        || LATER
            .iter()
            .any(|words| format!(" {first} ").contains(&format!(" {words} ")))
        || ALONE_TOGETHER.contains(&first.as_str())
        || parts.any(|part| part.starts_with("to be "))
}

/// Returns whether a text that was typed as a decision says that nothing is decided, and nothing else. What is put off may be the decision:
/// `the release is postponed to May`.
pub fn not_decided(text: &str) -> bool {
    const MOST: usize = 8;
    const LATER: &str = "deferred ongoing open pending postponed soon tba tbc tbd todo unclear undecided unentschieden unklar vertagt verschoben";
    const SUBJECT: &str = "als as decision die discussion diskussion entscheidung es is ist it still the was wird wurde";
    const NOT: [&str; 7] = [
        "did not decide",
        "didn't decide",
        "haven't decided",
        "nicht entschieden",
        "not decided",
        "nothing decided",
        "nothing was decided",
    ];
    const NOTHING: [&str; 7] = [
        "kein konsens",
        "keine einigung",
        "keine entscheidung",
        "no agreement",
        "no consensus",
        "no decision",
        "noch keine entscheidung",
    ];
    const BESIDE: &str = "about bisher far for getroffen gefunden heute it made now on reached so this today wurde was yet";
    const ALONE: [&str; 17] = [
        "in discussion",
        "in progress",
        "later",
        "nichts",
        "noch in arbeit",
        "noch nicht",
        "noch nichts",
        "not yet",
        "nothing",
        "nothing yet",
        "noch unklar",
        "still in progress",
        "still open",
        "später",
        "to be discussed",
        "to do",
        "wip",
    ];
    let first = text.split([',', ';', '.', '!', '(', ':']).next();
    let first = spaced(first.unwrap_or_default());
    let words: Vec<&str> = first.split_whitespace().collect();
    let all = words.join(" ");
    if words.len() > MOST {
        return false;
    }
    let rest: Vec<&str> = words
        .iter()
        .copied()
        .skip_while(|word| is_of(SUBJECT, word))
        .collect();
    let is_put_off = match rest[..] {
        ["to", "be", verb, ..] => is_of(
            "clarified confirmed continued decided determined discussed",
            verb,
        ),
        ["noch" | "yet", "offen" | "open", ..] => true,
        [word] => is_of(LATER, word) || word == "offen",
        [word, "auf" | "bis" | "for" | "to" | "until" | "till", ..] => is_of(LATER, word),
        ["auf" | "bis" | "to", .., word] => is_of(LATER, word),
        _ => false,
    };
    is_put_off
        || ALONE.contains(&all.as_str())
        || NOTHING.iter().any(|nothing| {
            let rest = all.split_once(nothing).map(|(_, rest)| rest);
            rest.is_some_and(|rest| rest.split_whitespace().all(|word| is_of(BESIDE, word)))
        })
        || NOT
            .iter()
            .any(|not| format!(" {all} ").contains(&format!(" {not} ")))
        || decides_later(&words)
}

/// Returns whether a text says when somebody decides, and no more: `wir entscheiden morgen`.
fn decides_later(words: &[&str]) -> bool {
    const DECIDE: &str = "decide discuss entscheiden klären vertagen";
    const THEN: &str = "abend bald dienstag donnerstag evening freitag friday heute later mittwoch monday montag morgen morning nächste nächsten \
                        next nochmal soon später sprint thursday tomorrow tonight tuesday wednesday woche week";
    const BESIDE: &str =
        "again am auf das dann dies es im in it on that the then this to us we we'll will wir";
    let is_then = |word: &&str| is_of(THEN, word);
    let is_decide = |word: &&str| is_of(DECIDE, word);
    words.iter().any(is_decide)
        && words.iter().any(is_then)
        && words
            .iter()
            .all(|word| is_decide(word) || is_then(word) || is_of(BESIDE, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_as_a_decision_may_say_that_there_is_none() {
        for text in [
            "noch offen",
            "still open",
            "vertagt",
            "Vertagt.",
            "postponed",
            "postponed to Thursday",
            "auf morgen vertagt",
            "decision postponed",
            "Die Entscheidung wird vertagt",
            "not decided",
            "not decided yet",
            "we have not decided",
            "keine Entscheidung",
            "No decision was reached.",
            "noch keine Entscheidung, morgen weiter",
            "TBD",
            "in progress",
            "wir entscheiden morgen",
            "we'll decide on Friday",
            "later",
            "to be decided",
            "to be discussed again",
        ] {
            assert!(not_decided(text), "{text}");
        }
        for text in [
            "",
            "MIT",
            "tomorrow",
            "no",
            "no GPL",
            "we do not switch",
            "nothing changes",
            "the release is postponed to May",
            "keep the issue open",
            "No decision is needed for small fixes.",
            "Keine Entscheidung ohne Noor.",
            "to be released in May",
            "probably MIT",
            "we decide releases every Monday",
            "noch nicht auf Python 3 umsteigen",
            "In progress bars, no numbers.",
            "an open licence",
        ] {
            assert!(!not_decided(text), "{text}");
        }
    }

    #[test]
    fn what_is_decided_later_is_not_decided() {
        for text in [
            "decided: pending review",
            "decided: still unclear",
            "decided: postponed to Thursday",
            "decided: undecided between MIT and GPL",
            "decided: we did not decide",
            "beschlossen: vertagt auf Freitag",
            "decided: waiting for Ida",
        ] {
            assert_eq!(decision(text), None, "{text}");
        }
        assert_eq!(
            decision("decided: we do not switch"),
            Some("we do not switch")
        );
    }

    #[test]
    fn what_was_decided_stands_behind_the_word_for_it() {
        for (text, expected) in [
            ("decided: MIT", "MIT"),
            ("Decided: MIT", "MIT"),
            ("decided, MIT", "MIT"),
            ("decided - MIT", "MIT"),
            ("decided (MIT)", "MIT"),
            ("(decided: MIT)", "MIT"),
            ("DECIDED MIT", "MIT"),
            ("DECIDED, MIT", "MIT"),
            ("DECIDED we keep it", "we keep it"),
            ("-> decided: MIT", "MIT"),
            ("--> decided: MIT", "MIT"),
            ("=> Decision: MIT", "MIT"),
            ("→ **decided**: MIT", "MIT"),
            ("**Decision:** MIT", "MIT"),
            ("*decided*: MIT", "MIT"),
            (
                "decision: MIT (as for everything else)",
                "MIT (as for everything else)",
            ),
            ("beschlossen: MIT", "MIT"),
            ("BESCHLOSSEN: MIT", "MIT"),
            ("Beschluss: MIT", "MIT"),
            ("Entscheidung: MIT", "MIT"),
            ("entschieden: MIT", "MIT"),
            ("décidé: MIT", "MIT"),
            ("decided: no", "no"),
            ("decided: MIT, not GPL", "MIT, not GPL"),
            (
                "decided: released without documents",
                "released without documents",
            ),
            ("decided: don't use a snake", "don't use a snake"),
            ("decided: no GPL", "no GPL"),
            ("decided: we do not switch", "we do not switch"),
            ("decided: not GPL", "not GPL"),
            ("decided: nothing changes", "nothing changes"),
            (
                "decided: nobody merges without a review",
                "nobody merges without a review",
            ),
            ("decided: some tests move", "some tests move"),
            ("decided: testing stays as it is", "testing stays as it is"),
            ("decided: tests need to be fast", "tests need to be fast"),
            (
                "decided: MIT but not for the documents",
                "MIT but not for the documents",
            ),
            ("beschlossen: kein GPL", "kein GPL"),
            ("beschlossen: wir wechseln nicht", "wir wechseln nicht"),
            ("DECIDED", ""),
            ("decided", ""),
            ("decided.", ""),
        ] {
            assert_eq!(decision(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_doubtful_was_not_decided() {
        for text in [
            "decided: not yet",
            "decided: nothing yet",
            "decided: nothing",
            "decided: no consensus",
            "decided: maybe MIT",
            "decided: probably MIT",
            "decided: MIT?",
            "decided?",
            "DECIDED?",
            "decided: to be confirmed",
            "decided: no decision on the licence",
            "decided: we could not agree yet",
            "decided: not",
            "decided: MIT, to be confirmed",
            "decided: we will probably switch",
            "beschlossen: noch nicht",
            "beschlossen: keine Entscheidung",
            "decided: in progress",
            "decided: pending",
            "decided: open",
            "decided: postponed",
            "decided: tbd",
            "beschlossen: noch nichts",
            "beschlossen: vielleicht MIT",
            "to be decided",
            "nothing decided yet",
            "not decided",
            "we decided: MIT",
            "decided MIT",
            "decided on Friday",
            "decision",
            "DECISION NEEDED",
            "decision tree: faster",
            "undecided: MIT",
            "",
        ] {
            assert_eq!(decision(text), None, "{text}");
        }
    }

    #[test]
    fn a_label_ends_in_a_colon() {
        assert_eq!(decision_behind_label("-> **Decision:** MIT"), Some("MIT"));
        for text in [
            "DECIDED MIT",
            "decided, MIT",
            "decided: maybe MIT",
            "outcome: MIT",
        ] {
            assert_eq!(decision_behind_label(text), None, "{text}");
        }
    }
}
