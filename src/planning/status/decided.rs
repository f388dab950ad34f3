//! A status or a line of minutes that says what was decided: `decided: MIT`, `-> beschlossen: MIT`, `DECIDED, MIT`.

use super::words::{
    HARDLY, bare, goes_on, has_any, is_capitals, is_not, spaced, without_arrow, without_emphasis,
    words,
};
use crate::planning::listed::is_of;

/// Words that say so by themselves, and those that need a colon behind them.
const DECIDED: &str = "beschlossen decided décidé entschieden";
const DECISIONS: &str =
    "beschluss beschlüsse decision decisions décision décisions entscheidung entscheidungen";

/// Signs between such a word and the decision.
const SIGNS: [char; 9] = [':', ',', ';', '.', '!', '-', '–', '—', '('];

/// Words with which nothing is decided yet, in a decision that begins with them.
const DOUBTS: &str = "eventuell evtl kein keine nicht nichts noch provisionally tba tbc tbd tentatively todo unclear undecided \
     unentschieden unklar vermutlich vielleicht vorläufig wahrscheinlich";

/// Those that say so only if they are all of it.
const ALONE: &str = "deferred later open pending postponed soon tomorrow vertagt verschoben";

/// Answers to a question that say no.
const ANSWERS: &str = "nein never nie no non";

/// How many words of a decision are asked whether anything was decided.
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

/// Returns whether a decision says that nothing is decided after all, or not for certain.
pub fn is_doubtful(decision: &str) -> bool {
    if decision.contains(['?', '❓']) || spaced(decision).contains(" yet ") {
        return true;
    }
    let says_no = |part: &str| {
        let start: Vec<String> = words(part)
            .take(FIRST)
            .map(|word| word.text.to_lowercase())
            .collect();
        let spaced = format!(" {} ", start.join(" "));
        let is_answer = start.len() == 1 && is_of(ANSWERS, &start[0]);
        let is_doubt = |word: &String| is_not(word) && word != "without" || is_of(DOUBTS, word);
        !is_answer && (has_any(&spaced, &HARDLY) || start.iter().any(is_doubt))
    };
    let first = decision
        .split([',', ';', '.', '!', '('])
        .next()
        .unwrap_or_default();
    let others = decision.split(" but ").skip(1);
    says_no(first)
        || others.into_iter().any(says_no)
        || goes_on(first)
        || is_of(ALONE, spaced(first).trim())
}

#[cfg(test)]
mod tests {
    use super::*;

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
            "decided: MIT but not for the documents",
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
