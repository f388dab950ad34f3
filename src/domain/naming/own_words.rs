//! Words behind a typed item that go on with its own text: `page works now` behind `login`, of `fix the login page`.

use super::items::{has_word, is_little, wanted_word};
use crate::domain::id::EntryId;
use crate::domain::item::Item;
use crate::domain::sprint::Sprint;
use crate::text::normalize;

impl Sprint {
    /// Returns what is left of a text behind the words with which the text of the item goes on that `typed` means by its
    /// words; `None` if it does not begin with any.
    pub fn behind_own_words<'t>(&self, item: &Item, typed: &str, text: &'t str) -> Option<&'t str> {
        let is_word = self.listed_items(typed).is_none() && EntryId::parse(typed).is_none();
        is_word
            .then(|| behind_words(&item.text, &wanted_word(typed), text))
            .flatten()
    }
}

fn behind_words<'t>(title: &str, wanted: &str, text: &'t str) -> Option<&'t str> {
    const SIGNS: [char; 6] = [',', ';', ':', '-', '–', '—'];
    const MOST: usize = 4;
    let words: Vec<&str> = title.split_whitespace().collect();
    let count = wanted.split(' ').count();
    let is_named = |words: &&[&str]| has_word(&normalize(&words.join(" ")), wanted);
    let at = words.windows(count).position(|words| is_named(&words))?;
    let mut ahead = &words[at + count..];
    let (mut rest, mut has_name) = (text, false);
    while let Some(word) = rest.split_whitespace().next() {
        let wanted = bare(word);
        let next = ahead.iter().position(|word| bare(word) == wanted);
        let next = next.filter(|next| ahead[..*next].iter().all(|word| is_little(&bare(word))));
        let Some(next) = next.filter(|_| !wanted.is_empty()) else {
            break;
        };
        // `The index is smaller.` begins a sentence.
        let is_capital = |word: &str| word.starts_with(char::is_uppercase);
        if !has_name && is_capital(word) && !is_capital(ahead[next]) {
            break;
        }
        has_name |= !is_little(&wanted);
        ahead = &ahead[next + 1..];
        rest = rest.trim_start()[word.len()..].trim_start();
        if word.ends_with(SIGNS) {
            break;
        }
    }
    let is_sign = |sign: char| sign.is_whitespace() || SIGNS.contains(&sign);
    let sign = rest.split_whitespace().next().unwrap_or_default();
    let is_apart = sign.chars().all(is_sign);
    let before = text.strip_suffix(rest).unwrap_or_default().trim_end();
    let has_sign = is_apart || before.ends_with(SIGNS);
    let rest = match is_apart {
        true => rest[sign.len()..].trim_start(),
        false => rest,
    };
    // `metainterp/doc describes what there is.` is a sentence as it stands, and so is what is long.
    let is_end = text.ends_with(['.', '!', '?']) || rest.split_whitespace().count() > MOST;
    let is_sentence = is_end && !has_sign && rest.starts_with(char::is_lowercase);
    (has_name && !is_sentence).then_some(rest)
}

/// Returns a word without signs around it, in the form in which it is compared.
fn bare(word: &str) -> String {
    normalize(word.trim_matches(|letter: char| !letter.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_may_go_on_with_the_words_of_the_item() {
        for (title, typed, text, rest) in [
            ("write tests", "write", "tests", Some("")),
            ("fix the login page", "login", "page", Some("")),
            ("fix the login page", "fix", "the login page", Some("")),
            (
                "fix the login page",
                "fix",
                "login page works",
                Some("works"),
            ),
            (
                "fix the login page",
                "login",
                "page: works now",
                Some("works now"),
            ),
            (
                "fix the login page",
                "login",
                "page - works now",
                Some("works now"),
            ),
            ("fix the login page", "login", "page, index", Some("index")),
            ("Doku aktualisieren", "doku", "aktualisieren", Some("")),
            ("Website Startseite", "website", "startseite", Some("")),
            ("release 2.0", "release", "2.0", Some("")),
            ("make the index smaller", "make the", "index", Some("")),
            ("fix the login page", "login", "works now", None),
            (
                "fix the login page",
                "login",
                "Page loads are faster.",
                None,
            ),
            (
                "streamline calls",
                "streamline",
                "calls of functions make no frame any more",
                None,
            ),
            (
                "fix the login page",
                "login",
                "page: it works with any name now.",
                Some("it works with any name now."),
            ),
            ("fix the login page", "page", "the login works", None),
            (
                "fix the login page",
                "login",
                "page loads are faster.",
                None,
            ),
            (
                "fix the login page",
                "login",
                "page It is faster.",
                Some("It is faster."),
            ),
            ("tutorial for the parser", "tutorial", "for good", None),
            (
                "tutorial about the parser",
                "tutorial",
                "The parser is told.",
                None,
            ),
            ("fix it", "fix", "", None),
        ] {
            assert_eq!(behind_words(title, typed, text), rest, "{typed} {text}");
        }
    }
}
