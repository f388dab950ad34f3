//! How alike two titles are.

use std::collections::BTreeSet;

use crate::text::normalize;

/// Words that do not help to tell tasks apart.
const LITTLE: [&str; 66] = [
    "a", "about", "add", "all", "also", "an", "and", "any", "are", "as", "at", "be", "by", "check",
    "continue", "do", "finish", "fix", "fixing", "for", "from", "get", "help", "how", "if", "in",
    "into", "is", "it", "its", "look", "looking", "make", "maybe", "more", "new", "not", "of",
    "on", "or", "our", "out", "review", "see", "so", "some", "start", "still", "test", "testing",
    "that", "the", "then", "there", "these", "this", "to", "try", "up", "us", "use", "we", "with",
    "work", "working", "write",
];

/// Words before others that say no more of a task.
const ARTICLES: [&str; 4] = ["a", "an", "our", "the"];

/// The same in German, where others stand before a plural; some are words in English: `die roller`.
const GERMAN_ARTICLES: [&str; 12] = [
    "das", "dem", "den", "der", "des", "die", "ein", "eine", "einem", "einen", "einer", "unsere",
];

/// The endings of plurals.
const PLURALS: [&str; 4] = ["en", "es", "n", "s"];

/// How many letters of a title are compared one by one.
const COMPARED: usize = 200;

/// How alike titles are that may be the same in other words, though they share none: in another spelling.
const SPELLING: f64 = 0.25;

/// How alike two spellings or forms of one word are.
const SAME_WORD: f64 = 0.6;

/// How much more alike two titles are if one begins with the other.
const BEGINS: f64 = 0.15;

/// The words of a title.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Words {
    /// All of them in order, with one blank between them: equal for titles with the same words.
    pub(super) key: String,
    all: BTreeSet<String>,
    /// Those that tell tasks apart.
    telling: BTreeSet<String>,
    /// The same in order.
    line: String,
}

impl Words {
    pub(super) fn of(title: &str) -> Words {
        let words = words(title);
        let is_telling = |word: &&String| LITTLE.binary_search(&word.as_str()).is_err();
        let telling: Vec<&String> = words.iter().filter(is_telling).collect();
        let line = telling
            .iter()
            .map(|word| word.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        let key = match words[..] {
            [] => normalize(title),
            _ => words.join(" "),
        };
        Words {
            key,
            telling: telling.into_iter().cloned().collect(),
            all: words.into_iter().collect(),
            line,
        }
    }

    /// Returns the words that tell tasks apart; all words if there are none of these.
    pub(super) fn telling(&self) -> &BTreeSet<String> {
        if self.telling.is_empty() {
            &self.all
        } else {
            &self.telling
        }
    }

    pub(super) fn all(&self) -> &BTreeSet<String> {
        &self.all
    }

    /// Returns whether all words that tell something are among those of another title.
    pub(super) fn is_within(&self, other: &Words) -> bool {
        self.telling().is_subset(&other.all)
    }

    /// Returns whether two titles share a word that tells something, a form of it, or the letters of one.
    pub(super) fn may_be(&self, other: &Words) -> bool {
        let (one, two) = (self.telling(), other.telling());
        !one.is_disjoint(two)
            || has_longer_form(one, two)
            || has_longer_form(two, one)
            || self.is_slip_of(other)
            || self.likeness(other) >= SPELLING
    }

    /// Returns whether two titles of one word differ by one letter, or by two in a longer one.
    fn is_slip_of(&self, other: &Words) -> bool {
        const LONG: usize = 5;
        let longest = self.key.chars().count().max(other.key.chars().count());
        let allowed = match longest {
            0..LONG => 1,
            LONG..COMPARED => 2,
            _ => return false,
        };
        let are_words = !self.key.contains(' ') && !other.key.contains(' ');
        are_words && longest > 2 && strsim::osa_distance(&self.key, &other.key) <= allowed
    }

    /// Returns whether one of two titles begins with the words of the other.
    pub(super) fn goes_on(&self, other: &Words) -> bool {
        begins(&self.key, &other.key) || begins(&other.key, &self.key)
    }

    /// Returns whether two titles have the same words in the same order, but for articles and the ending of a plural.
    pub(super) fn is_nearly(&self, other: &Words) -> bool {
        let words = |key: &str| {
            let words = key
                .split(' ')
                .filter(|word| !ARTICLES.contains(word) && !is_priority(word));
            words.map(str::to_owned).collect::<Vec<String>>()
        };
        let (one, two) = (words(&self.key), words(&other.key));
        let is_same = |(one, two): (&String, &String)| {
            let is_german = |word: &String| GERMAN_ARTICLES.contains(&word.as_str());
            one == two
                || is_plural(one, two)
                || is_plural(two, one)
                || is_german(one) && is_german(two)
        };
        one.len() == two.len() && one.iter().zip(&two).all(is_same)
    }

    /// Returns whether a title has all telling words of another one and more, and neither begins with the other.
    pub(super) fn adds_to(&self, other: &Words) -> bool {
        self.telling().len() > other.telling().len()
            && other.is_within(self)
            && !self.goes_on(other)
    }

    /// Returns whether two titles differ only by a telling word in the place of another one that is not spelt like it.
    pub(super) fn has_replaced(&self, other: &Words) -> bool {
        let (one, two): (Vec<&str>, Vec<&str>) = (
            self.line.split(' ').collect(),
            other.line.split(' ').collect(),
        );
        let same = |(one, two): &(&&str, &&str)| one == two;
        let before = one.iter().zip(&two).take_while(same).count();
        let (one, two) = (&one[before..], &two[before..]);
        let after = one
            .iter()
            .rev()
            .zip(two.iter().rev())
            .take_while(same)
            .count();
        match (&one[..one.len() - after], &two[..two.len() - after]) {
            ([one], [two]) => strsim::normalized_levenshtein(one, two) < SAME_WORD,
            _ => false,
        }
    }

    /// Returns how alike two titles are, from 0 to a little more than 1: the mean of how many of their words they share, how many of
    /// the shorter one's, and how alike their letters are.
    pub(super) fn likeness(&self, other: &Words) -> f64 {
        self.likeness_from(other, 0.0).unwrap_or_default()
    }

    /// Returns how alike two titles are, if that is enough.
    pub(super) fn likeness_from(&self, other: &Words, enough: f64) -> Option<f64> {
        let has_telling = !self.telling.is_empty() && !other.telling.is_empty();
        let (one, two, lines) = if has_telling {
            (&self.telling, &other.telling, (&self.line, &other.line))
        } else {
            (&self.all, &other.all, (&self.key, &other.key))
        };
        if one.is_empty() || two.is_empty() {
            let likeness = f64::from(u8::from(self.key == other.key));
            return Some(likeness).filter(|likeness| *likeness >= enough);
        }
        let count = |number: usize| u32::try_from(number).map_or(f64::MAX, f64::from);
        let shared = one.intersection(two).count();
        let jaccard = count(shared) / count(one.len() + two.len() - shared);
        let contained = count(shared) / count(one.len().min(two.len()));
        let begins = self.goes_on(other);
        let likeness = |letters: f64| {
            (jaccard + contained + letters) / 3.0 + if begins { BEGINS } else { 0.0 }
        };
        if likeness(1.0) < enough {
            return None;
        }
        let cut = |line: &str| line.chars().take(COMPARED).collect::<String>();
        let letters = strsim::normalized_levenshtein(&cut(lines.0), &cut(lines.1));
        Some(likeness(letters)).filter(|likeness| *likeness >= enough)
    }
}

/// Returns whether a word is there in a longer form among others, such as `benchmarks` of `benchmark`.
fn has_longer_form(words: &BTreeSet<String>, others: &BTreeSet<String>) -> bool {
    const SHORTEST: usize = 4;
    const LONGER: usize = 2;
    let length = |word: &str| word.chars().count();
    let mut words = words.iter().filter(|word| length(word) >= SHORTEST);
    words.any(|word| {
        let longer = others.range(word.clone()..);
        let mut longer = longer.take_while(|other| other.starts_with(word));
        longer.any(|other| length(other) <= length(word) + LONGER)
    })
}

/// Returns whether a word says how important something is: `p1`.
fn is_priority(word: &str) -> bool {
    matches!(word.as_bytes(), [b'p', b'0'..=b'5'])
}

/// Returns whether a word has the ending of a plural behind another one.
fn is_plural(long: &str, short: &str) -> bool {
    const SHORTEST: usize = 3;
    let ending = long.strip_prefix(short);
    short.chars().count() >= SHORTEST
        && short.chars().all(char::is_alphabetic)
        && ending.is_some_and(|ending| PLURALS.contains(&ending))
}

/// Returns a word, and what it may be in the plural and in the singular.
pub(super) fn forms(word: &str) -> impl Iterator<Item = String> {
    let plurals = PLURALS.iter().map(move |ending| format!("{word}{ending}"));
    let singulars = PLURALS
        .iter()
        .filter_map(move |ending| word.strip_suffix(ending));
    let others = plurals.chain(singulars.map(str::to_owned));
    std::iter::once(word.to_owned()).chain(others)
}

/// Returns whether the words of a title begin with those of another.
fn begins(long: &str, short: &str) -> bool {
    let rest = long.strip_prefix(short);
    !short.is_empty() && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Cuts a title into words in the form in which they are compared. `C++` and `C#` are words.
fn words(title: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut is_within = false;
    for letter in normalize(title).chars() {
        let belongs = letter.is_alphanumeric() || is_within && matches!(letter, '+' | '#');
        if belongs {
            match words.last_mut().filter(|_| is_within) {
                Some(word) => word.push(letter),
                None => words.push(letter.to_string()),
            }
        }
        is_within = belongs;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likeness(one: &str, other: &str) -> f64 {
        Words::of(one).likeness(&Words::of(other))
    }

    #[test]
    fn little_words_are_in_order() {
        assert!(LITTLE.is_sorted());
    }

    #[test]
    fn titles_with_the_same_words_have_the_same_key() {
        let key = |title: &str| Words::of(title).key;
        assert_eq!(key("Fix the “leak”!"), key("fix  the leak"));
        assert_ne!(key("bindings for C++"), key("bindings for C#"));
        assert_ne!(key("bindings for C"), key("bindings for C++"));
    }

    #[test]
    fn a_title_in_other_words_is_like_it() {
        for (one, other) in [
            (
                "port the socket module",
                "port the socket module to Windows",
            ),
            ("speed up the parser", "make the parser's speed better"),
            (
                "documentation of the hooks",
                "write documentation for hooks",
            ),
        ] {
            assert!(
                likeness(one, other) >= 0.48,
                "{one} / {other}: {}",
                likeness(one, other)
            );
        }
    }

    #[test]
    fn a_title_may_be_another_if_it_has_a_form_of_one_of_its_words() {
        let may_be = |one: &str, other: &str| Words::of(one).may_be(&Words::of(other));
        for (one, other) in [
            ("write a benchmark", "write three benchmarks for lookups"),
            ("fix the leaks", "there is a leak in each of the platforms"),
            ("parse it", "the parser, in Rust, from scratch"),
            // Not only the next word is a form of it, and letters count, not bytes.
            ("draw a chart", "chartered flights or charts for all of us"),
            ("kaufe Käse", "verkaufe Brötchen und auch Käsebrote, Käses"),
        ] {
            assert!(may_be(one, other) && may_be(other, one), "{one} | {other}");
        }
        for (one, other) in [
            ("buy milk", "order the pizza"),
            ("port it", "portable documents for everybody"),
        ] {
            assert!(!may_be(one, other), "{one} | {other}");
        }
    }

    #[test]
    fn a_title_is_nearly_another_but_for_articles_and_plurals() {
        let is_nearly = |one: &str, other: &str| Words::of(one).is_nearly(&Words::of(other));
        for (one, other) in [
            ("fix the lexer", "fix lexers"),
            ("den Parser portieren", "die Parser portieren"),
            ("die Verbindung prüfen", "die Verbindungen prüfen"),
        ] {
            assert!(
                is_nearly(one, other) && is_nearly(other, one),
                "{one} | {other}"
            );
        }
        for (one, other) in [
            ("fix the lint", "fix the linter"),
            ("fix the test", "fix the tester"),
            ("write a log", "write a loge"),
            ("support a roller", "support die roller"),
            ("support roller", "support die roller"),
        ] {
            assert!(
                !is_nearly(one, other) && !is_nearly(other, one),
                "{one} | {other}"
            );
        }
    }

    #[test]
    fn another_task_is_not_like_it() {
        for (one, other) in [
            ("fix the scanner", "fix the printer"),
            ("look at the build on Windows", "look at the tracker"),
            ("talk about strings", "write docs for the hooks"),
        ] {
            assert!(
                likeness(one, other) < 0.25,
                "{one} / {other}: {}",
                likeness(one, other)
            );
        }
    }

    #[test]
    fn titles_of_little_words_are_compared_by_these() {
        assert!(likeness("fix it", "fix it!") > 0.9);
        assert!(likeness("look at it", "try this") < 0.25);
        assert!(likeness("", "") > 0.9);
        assert!(likeness("", "fix it") < 0.25);
    }

    #[test]
    fn long_titles_do_not_take_long() {
        let long = "word ".repeat(100_000);
        assert!(likeness(&long, &long) > 0.9);
    }
}
