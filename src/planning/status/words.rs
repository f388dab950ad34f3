//! The words of a status.

use crate::planning::codes::behind_signs;
use crate::text::{Finished, is_of, normalize, says_finished};

/// Returns whether a word closes an item if a status begins with it.
pub(super) fn closes(word: &str) -> bool {
    says_finished(&[Finished::Plain, Finished::OfCode], word)
}

/// Returns whether a word, perhaps of another language, closes an item if it is all of its status.
pub(super) fn closes_by_itself(word: &str) -> bool {
    says_finished(
        &[Finished::English, Finished::German, Finished::Elsewhere],
        word,
    )
}

/// Words that close a discussion or a talk.
pub(super) const HAPPENED: [&str; 2] = ["discussed", "happened"];

/// Words that say that work goes on, or that something is waited for.
pub(super) const GOES_ON: &str = "angefangen arbeit begonnen blocked blockiert buggy experimenting fighting in-progress looking needs ongoing paused pausiert pending progress progressing \
                       pushed ready reviewed started starting testing tracker unfinished waiting wip";

/// Words with which nothing is finished, whatever else is said.
pub(super) const HARDLY: [&str; 30] = [
    "all but",
    "almost",
    "basically",
    "except",
    "for a bit",
    "halb",
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
pub(super) const NOT: [&str; 8] = [
    "cannot", "never", "no", "none", "not", "nothing", "without", "yet",
];

/// Words that go with the others in a status, in front of them.
pub(super) const BEFORE: &str = "a all and any been being bit done exists for good have haven't in is just less little lot lots more much no nearly now of \
                      on only or pretty quite really review shall should slight slow small so some still the to very will";

/// Words that say what is to come, or that nobody is sure: beside a word that closes, they leave an item open.
const UNSURE: &str = "aber annulé bitte but can check checking crois dann demain denke devrait doit falls faut glaube guess hoffe hoffen hope if kann können mais may \
                      might morgen muss must müssen need nur only peut pense please prüfen puis relire revert reverted review rollback \
                      seulement shall should si soll sollen sollte sollten suppose then think tomorrow undone vérifier wenn werden will wird \
                      zurückgenommen";

/// Those of them that may belong to the result of what is finished for certain: `DONE, but slower`, `DONE, then Carl left`.
const UNSURE_IF_QUIET: &str = "aber but dann mais puis then";

/// Those of them that may say what something is good for now, if nothing else closes, and what they may say of those in front of
/// them: `DONE, you can try it`, `DONE, it will be in 4.2`.
const MAY: &str = "can darf kann kannst können may peut";
const WILL: &str = "werden will wird";
const WHO: &str = "das es it she sie that they this which you";

/// Words that say, alone or in front of a colon, that what follows came of something.
const RESULTS: &str = "beschluss beschlusse conclusion conclusions decision decisions ergebnis ergebnisse fazit outcome outcomes result resultat \
                       resultate results";

/// Returns whether a word, alone or in front of a colon, says that what follows is a result.
pub fn is_result_label(word: &str) -> bool {
    is_of(RESULTS, &normalize(word))
}

/// Returns whether words beside one that closes leave an item open. `is_loud`: that one is in capitals in front of them.
pub(super) fn is_unsure(spaced: &str, is_loud: bool) -> bool {
    let closes = spaced
        .split(' ')
        .any(|word| closes(word) || closes_by_itself(word));
    let is_sure = |word: &str, before: &str| {
        let is_use = is_of(MAY, word) || is_of(WILL, word) && is_of(WHO, before);
        is_of(UNSURE_IF_QUIET, word) || is_use && !closes
    };
    let mut before = "";
    let mut words = spaced.split(' ');
    words.any(|word| {
        let is_unsure = is_of(UNSURE, word) && !(is_loud && is_sure(word, before));
        before = word;
        is_unsure || word.ends_with("'ll")
    }) || has_any(spaced, &["backed out", "rolled back"])
}

/// A word of a status.
#[derive(Clone, Copy)]
pub(super) struct Word<'t> {
    pub text: &'t str,
    pub place: usize,
}

/// Cuts a text into words, at hyphens too.
pub(super) fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let is_cut = |letter: char| !letter.is_alphanumeric() && !['\'', '’'].contains(&letter);
    let pieces = text.split(is_cut).filter(|piece| !piece.is_empty());
    pieces.map(move |text_of_word| Word {
        text: text_of_word,
        place: text_of_word.as_ptr() as usize - text.as_ptr() as usize,
    })
}

/// Returns a text as words in lower case with one blank before and behind each.
pub(super) fn spaced(text: &str) -> String {
    let words = words(text).map(|word| word.text.to_lowercase().replace('’', "'") + " ");
    format!(" {}", words.collect::<String>())
}

pub(super) fn has_any(spaced: &str, words: &[&str]) -> bool {
    words
        .iter()
        .any(|words| spaced.contains(&format!(" {words} ")))
}

pub(super) fn is_not(word: &str) -> bool {
    NOT.contains(&word) || word.ends_with("n't")
}

/// Returns whether a word of English or German says that there is nothing of something: `no tests`, `fehlt nichts`.
pub(super) fn says_none(word: &str) -> bool {
    const NONE: &str = "0 kein keine keinen keiner nicht nichts niemand nobody null zero";
    is_of(NONE, word) || is_not(word) && !is_of("without yet", word)
}

/// Returns whether a text is about what it begins with, as in `Pending jobs are shown` and `Missing index added`.
pub(super) fn is_about_first(words: &[&str]) -> bool {
    const VERBS: &str = "are can get have is sind was were werden wird wurden";
    let mut behind = words.iter().skip(1);
    let is_done = |last: &&str| {
        closes(last) || last.ends_with("ed") && !is_of("blocked needed required", last)
    };
    behind.any(|word| is_of(VERBS, word)) || words.len() > 2 && words.last().is_some_and(is_done)
}

/// Returns whether a word has letters and none of them is small.
pub fn is_capitals(word: &str) -> bool {
    word.chars().any(char::is_uppercase) && !word.chars().any(char::is_lowercase)
}

/// Removes signs and brackets around a whole status.
pub(super) fn bare(status: &str) -> &str {
    let status = status.trim();
    let status = match status.starts_with("->") {
        true => status,
        false => behind_signs(status, &[':', '-', '–', '—', ',']),
    };
    let inner = [('(', ')'), ('[', ']')]
        .into_iter()
        .find_map(|(open, close)| {
            let inner = status.strip_prefix(open)?.strip_suffix(close)?;
            (!inner.contains([open, close])).then_some(inner)
        });
    without_emphasis(inner.unwrap_or(status).trim())
}

/// Cuts off words in front of one that closes that change nothing: `jetzt doch erledigt`, `finally done`, `wird verschoben`.
pub(super) fn behind_adverbs(status: &str) -> &str {
    const ADVERBS: &str = "already bereits doch endlich finally has been inzwischen is ist jetzt mittlerweile now schon was wird wurde";
    let mut rest = status;
    while let Some((first, behind)) = rest.split_once(' ')
        && is_of(ADVERBS, &first.to_lowercase())
    {
        rest = behind.trim_start();
    }
    rest
}

/// Cuts off an arrow with which a text begins: `-> `, `--> `, `=> `, `→ `.
pub fn without_arrow(text: &str) -> &str {
    let rest = text.trim_start_matches(['-', '=']);
    let rest = rest.strip_prefix(['>', '→', '⇒']);
    rest.map_or(text, str::trim_start)
}

/// Removes the signs of bold and italic words around a whole text.
pub fn without_emphasis(text: &str) -> &str {
    let mut signs = ["**", "__", "*", "_"].into_iter();
    let inner = signs.find_map(|sign| {
        let inner = text.strip_prefix(sign)?.strip_suffix(sign)?;
        (!inner.is_empty() && !inner.contains(sign)).then_some(inner)
    });
    inner.map_or(text, str::trim)
}

/// Returns whether a status says that work goes on: its first words, or words in capitals.
pub(super) fn goes_on(status: &str) -> bool {
    for word in words(status) {
        let lower = word.text.to_lowercase();
        if is_of(GOES_ON, &lower) || closes(&lower) {
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

pub(super) fn is_going_on_in_capitals(text: &str) -> bool {
    words(text).any(|word| is_capitals(word.text) && is_of(GOES_ON, &word.text.to_lowercase()))
}

/// Returns whether a word is a number of a tracker or a version.
pub(super) fn is_number(word: &str) -> bool {
    let number = word.rsplit(['#', '!', '/']).next().unwrap_or_default();
    let number = number.strip_prefix('v').unwrap_or(number);
    let is_version = number
        .chars()
        .all(|sign| sign.is_ascii_digit() || sign == '.');
    number.starts_with(|sign: char| sign.is_ascii_digit()) && is_version
}
