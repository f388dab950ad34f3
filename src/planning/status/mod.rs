//! What the words of a status say about where an item stands.

mod capitals;
mod signs;

use super::document::Mark;
use crate::domain::{is_given_up, is_wordless};

pub use self::capitals::{
    ends_with_status, is_bracketed_status, is_capital_status, is_shout, may_follow_people,
    may_go_on, status_start, without_shout,
};
pub use self::signs::{is_state, sign};

/// Words that close an item if a status begins with them.
const CLOSES: [&str; 4] = ["done", "finished", "fixed", "merged"];

/// Words that close a discussion or a talk.
const HAPPENED: [&str; 2] = ["discussed", "happened"];

/// Words that say that work has not begun.
const OPEN: [&str; 5] = [" todo ", " to do ", " open ", " offen ", " not started "];

/// Words that say how something goes, and not how far it is.
const FREE: &str = "broken working works";

/// Words that say that work goes on, or that something is waited for.
const GOES_ON: &str = "blocked buggy experimenting fighting in-progress looking needs ongoing paused pending progress progressing pushed \
                       ready reviewed started starting testing tracker unfinished waiting wip";

/// Words with which nothing is finished, whatever else is said.
const HARDLY: [&str; 29] = [
    "all but",
    "almost",
    "basically",
    "except",
    "for a bit",
    "half",
    "halfway",
    "hardly",
    "hopefully",
    "kind of",
    "kinda",
    "maybe",
    "modulo",
    "more or less",
    "mostly",
    "naively",
    "nearly",
    "partially",
    "partly",
    "perhaps",
    "pretty much",
    "probably",
    "semi",
    "should be",
    "so far",
    "some",
    "somewhat",
    "sort of",
    "to be",
];

/// Words that say no.
const NOT: [&str; 8] = [
    "cannot", "never", "no", "none", "not", "nothing", "without", "yet",
];

/// Words that go with the others in a status, in front of them.
const BEFORE: &str = "a all and any been being bit done exists for good have haven't in is just less little lot lots more much no nearly now of \
                      on only or pretty quite really review shall should slight slow small so some still the to very will";

/// A word of a status.
#[derive(Clone, Copy)]
struct Word<'t> {
    text: &'t str,
    place: usize,
}

/// Cuts a text into words, at hyphens too.
fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let is_cut = |letter: char| !letter.is_alphanumeric() && !['\'', '’'].contains(&letter);
    let pieces = text.split(is_cut).filter(|piece| !piece.is_empty());
    pieces.map(move |text_of_word| Word {
        text: text_of_word,
        place: text_of_word.as_ptr() as usize - text.as_ptr() as usize,
    })
}

/// Returns a text as words in lower case with one blank before and behind each.
fn spaced(text: &str) -> String {
    let words = words(text).map(|word| word.text.to_lowercase().replace('’', "'") + " ");
    format!(" {}", words.collect::<String>())
}

fn has_any(spaced: &str, words: &[&str]) -> bool {
    words
        .iter()
        .any(|words| spaced.contains(&format!(" {words} ")))
}

fn is_of(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|other| other == word)
}

fn is_not(word: &str) -> bool {
    NOT.contains(&word) || word.ends_with("n't")
}

/// Returns whether a word has letters and none of them is small.
pub fn is_capitals(word: &str) -> bool {
    word.chars().any(char::is_uppercase) && !word.chars().any(char::is_lowercase)
}

/// Returns what a status says. What is not understood says nothing.
pub fn mark_of(status: &str) -> Mark {
    let status = bare(status);
    if status.is_empty() || is_wordless(status) {
        return status.chars().next().and_then(sign).unwrap_or_default();
    }
    let is_asked = status.contains(['?', '❓']);
    if !is_asked && is_dropped(status) {
        return Mark::Dropped;
    }
    match closing(status) {
        Some(closing) if !is_asked && !closing.is_barred() => closing.mark,
        // A question says nothing, and takes nothing back.
        Some(_) if is_asked => Mark::None,
        Some(_) => Mark::InProgress,
        None if OPEN.contains(&spaced(status).as_str()) => Mark::Open,
        None if goes_on(status) => Mark::InProgress,
        None => Mark::None,
    }
}

/// Returns what came of the item, if a status that closes it says so: what is behind a sign or `but`.
pub fn result(status: &str) -> Option<&str> {
    let closing = closing(bare(status))?;
    let rest = closing.rest.trim_start();
    let rest = rest.trim_start_matches([',', ':', ';', '.', '!', '-', '–', '—']);
    let rest = rest.trim();
    let inner = rest
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    let rest = inner.filter(|inner| !inner.contains(')')).unwrap_or(rest);
    (!is_wordless(rest)).then(|| rest.trim())
}

/// Removes signs and brackets around a whole status.
fn bare(status: &str) -> &str {
    let status = status.trim();
    let status = match status.starts_with("->") {
        true => status,
        false => status.trim_start_matches([':', '-', '–', '—', ',', ' ']),
    };
    let inner = [('(', ')'), ('[', ']')]
        .into_iter()
        .find_map(|(open, close)| {
            let inner = status.strip_prefix(open)?.strip_suffix(close)?;
            (!inner.contains([open, close])).then_some(inner)
        });
    inner.unwrap_or(status).trim()
}

/// A status that begins with a word that closes.
struct Closing<'t> {
    mark: Mark,
    rest: &'t str,
}

/// Reads how a status begins that closes something.
fn closing(status: &str) -> Option<Closing<'_>> {
    let mut end = None;
    let mut mark = None;
    for word in words(status) {
        let lower = word.text.to_lowercase();
        let between = &status[end.unwrap_or(0)..word.place];
        let is_joined = between.trim().is_empty() || between.trim() == "+" || between.trim() == "&";
        if !is_joined {
            break;
        }
        if CLOSES.contains(&lower.as_str()) {
            mark = Some(Mark::Done);
        } else if HAPPENED.contains(&lower.as_str()) {
            mark = mark.or(Some(Mark::Happened));
        } else if !["all", "and"].contains(&lower.as_str()) {
            break;
        }
        end = Some(word.place + word.text.len());
    }
    Some(Closing {
        mark: mark?,
        rest: &status[end?..],
    })
}

impl Closing<'_> {
    /// Returns whether what follows keeps it open: half a sentence, or words that say that it is not finished.
    fn is_barred(&self) -> bool {
        let rest = self.rest.trim();
        let Some(sign) = rest.chars().next() else {
            return false;
        };
        let spaced = spaced(rest);
        let is_open = has_any(&spaced, &HARDLY) || spaced.split(' ').any(is_not);
        match sign {
            // What came of it, in a sentence: only its first words say more about the state.
            ':' => {
                let start: String = spaced.split_inclusive(' ').take(4).collect();
                let says_more = has_any(&(start.clone() + " "), &HARDLY)
                    || start.split(' ').any(is_not)
                    || spaced.starts_with(" but ");
                says_more && is_open || is_going_on_in_capitals(rest)
            }
            ',' | ';' | '.' | '!' | '(' | '[' | '-' | '–' | '—' => is_open || goes_on_in(rest),
            _ if spaced.starts_with(" but ") => is_open || goes_on_in(rest),
            _ => true,
        }
    }
}

/// Returns whether a text holds words for work that goes on, in capitals or at the beginning of a part.
fn goes_on_in(text: &str) -> bool {
    text.split([',', ';', '(']).any(goes_on) || is_going_on_in_capitals(text)
}

fn is_going_on_in_capitals(text: &str) -> bool {
    words(text).any(|word| is_capitals(word.text) && is_of(GOES_ON, &word.text.to_lowercase()))
}

/// Returns whether a status says that work goes on: its first words, or words in capitals.
fn goes_on(status: &str) -> bool {
    for word in words(status) {
        let lower = word.text.to_lowercase();
        if is_of(GOES_ON, &lower) || CLOSES.contains(&lower.as_str()) {
            return true;
        }
        let is_before = is_of(BEFORE, &lower)
            || is_not(&lower)
            || HARDLY
                .iter()
                .any(|words| words.split(' ').any(|other| other == lower));
        if !is_before {
            break;
        }
    }
    is_going_on_in_capitals(status)
}

/// Returns whether a status says that something was given up, or moved elsewhere.
fn is_dropped(status: &str) -> bool {
    let is_arrow = status.starts_with("->") || status.ends_with("->");
    is_given_up(status) || spaced(status) == " tracker " && is_arrow
}

/// Returns whether a word, as it is between blanks, belongs to the words of a status.
pub fn is_status_word(word: &str) -> bool {
    words(word).any(|word| {
        let word = word.text.to_lowercase();
        let word = word.as_str();
        CLOSES.contains(&word)
            || HAPPENED.contains(&word)
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

/// Returns whether a word says that something is hardly finished, such as `mostly`.
pub fn is_hardly(word: &str) -> bool {
    HARDLY.contains(&word.to_lowercase().as_str()) || is_not(&word.to_lowercase())
}

/// Returns whether a text is nothing but the words of a status, whatever their case.
pub fn is_status(text: &str) -> bool {
    let text = bare(text);
    let mut has_word = false;
    let mut all = text.split_whitespace().peekable();
    all.peek().is_some()
        && all.all(|word| {
            let is_word = is_status_word(word);
            has_word |= is_word;
            is_word || goes_before_status(word) || is_wordless(word)
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
                ],
            ),
            (
                Mark::Happened,
                vec!["HAPPENED", "DISCUSSED", "DISCUSSED: we keep it"],
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
                ],
            ),
            (
                Mark::InProgress,
                vec![
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
            ("DONE", None),
            ("DONE!", None),
            ("(DONE)", None),
            ("IN PROGRESS: slowly", None),
        ] {
            assert_eq!(result(status), expected, "{status}");
        }
    }
}
