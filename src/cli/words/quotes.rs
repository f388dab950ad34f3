//! Quotes around names, values and whole texts, where no shell has removed them.

use super::{Reader, is_option};
use crate::diagnostic::{OptionError, UsageError};

pub(super) const QUOTES: [char; 2] = ['"', '\''];

impl Reader<'_> {
    /// Reads an argument, a name or a word of a value, which may be in quotes where no shell has removed them.
    pub(super) fn element(&mut self) -> Result<String, UsageError> {
        let word = &self.line.words()[self.at];
        let (element, after) = match self.quoted(word, self.at + 1) {
            Some(quoted) => quoted,
            None if self.line.has_quotes() && word.contains('"') => {
                return Err(OptionError::UnclosedQuote(word.clone()).into());
            }
            None => (word.clone(), self.at + 1),
        };
        self.at = after;
        Ok(element)
    }

    /// Reads on from `first` to the end of the quotes that are open in it, and returns all of it without quotes, with the
    /// place after it. An apostrophe is only a quote if it is closed before the next option.
    pub(super) fn quoted(&self, first: &str, next: usize) -> Option<(String, usize)> {
        if !self.line.has_quotes() {
            return None;
        }
        let mut text = first.to_owned();
        let mut after = next;
        loop {
            if let Some(unquoted) = unquoted(&text) {
                return Some((unquoted, after));
            }
            let next = self.line.words().get(after)?;
            if first.contains('\'') && !first.contains('"') && is_option(next) {
                return None;
            }
            text += " ";
            text += next;
            after += 1;
        }
    }

    /// Returns whether the next word of the text stands between quotes that belong to the text: `explain "sprint -x" better`.
    pub(super) fn is_within_quotes(&self) -> bool {
        if !self.line.has_quotes() {
            return false;
        }
        let following = &self.line.words()[self.at..];
        QUOTES.into_iter().chain(['`']).any(|quote| {
            let begins = |word: &String| word.trim_start_matches('(').starts_with(quote);
            let ends = |word: &String| {
                let bare = word.trim_end_matches([')', '.', ',', ';', ':', '!', '?']);
                bare.ends_with(quote)
            };
            let open = self.text.iter().rposition(begins);
            let is_open = open.is_some_and(|place| !self.text[place..].iter().any(ends));
            // What begins a second time was not closed.
            let mut next = following.iter().filter(|word| begins(word) || ends(word));
            is_open && next.next().is_some_and(ends)
        })
    }

    /// Returns the text between quotes that are around all of it, and the place after it.
    pub(super) fn quoted_text(&self, first: &str) -> Option<(String, usize)> {
        let quote = first.chars().next();
        let quote = quote.filter(|quote| QUOTES.contains(quote) && self.line.has_quotes())?;
        let words = &self.line.words()[self.at..];
        let closes = |(place, word): (usize, &String)| {
            word.ends_with(quote) && (place > 0 || word.len() > 1)
        };
        let last = words.iter().enumerate().position(closes)?;
        let after = self.at + last + 1;
        let is_end = self
            .line
            .words()
            .get(after)
            .is_none_or(|word| is_option(word));
        let is_whole = is_end && !words[1..=last].iter().any(|word| word.starts_with(quote));
        let text = words[..=last].join(" ");
        let mut text = &text[..];
        while text.len() > 1 && text.starts_with(quote) && text.ends_with(quote) {
            text = &text[1..text.len() - 1];
        }
        is_whole.then(|| (text.to_owned(), after))
    }
}

/// Removes the quotes around the parts of a list; `None` if one is not closed.
fn unquoted(list: &str) -> Option<String> {
    let mut without = String::new();
    let mut rest = list;
    loop {
        let part = match rest.chars().next().filter(|first| QUOTES.contains(first)) {
            Some(quote) => {
                let (inside, after) = until_quote(&rest[1..], quote)?;
                rest = after;
                inside
            }
            None => {
                let (part, after) = rest.split_at(rest.find(',').unwrap_or(rest.len()));
                rest = after;
                part.to_owned()
            }
        };
        without += &part;
        match rest.strip_prefix(',') {
            Some(after) => rest = after,
            None => return Some(without),
        }
        without += ",";
    }
}

/// Cuts a text at the quote that ends it, before a comma or at the end. One that is doubled is a letter.
fn until_quote(text: &str, quote: char) -> Option<(String, &str)> {
    let mut inside = String::new();
    let mut rest = text;
    loop {
        let (before, after) = rest.split_once(quote)?;
        inside += before;
        rest = match after.strip_prefix(quote) {
            _ if after.is_empty() || after.starts_with(',') => return Some((inside, after)),
            Some(after) => after,
            None => after,
        };
        inside.push(quote);
    }
}
