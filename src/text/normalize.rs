//! The form in which names, topics and words are compared.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::visible::{is_invisible, is_plain};

/// Replaces letters with accents by those without, and other letters that have several forms by their plain one.
pub(crate) fn without_accents(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    text.nfkd()
        .filter(|letter| !is_combining_mark(*letter))
        .collect()
}

/// Gives a text the form in which it is compared: without accents, case and invisible characters, with one blank between
/// words.
pub(crate) fn normalize(text: &str) -> String {
    if is_plain(text) {
        return normalize_plain(text);
    }
    let seen: String = without_accents(text)
        .chars()
        .filter(|letter| !is_invisible(*letter))
        .collect();
    one_line(&seen.to_lowercase())
}

/// Does the same, without a copy of a text that has that form already, as most nicks have.
pub(crate) fn normalized(text: &str) -> Cow<'_, str> {
    let is_normal = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    match text.bytes().all(is_normal) {
        true => Cow::Borrowed(text),
        false => Cow::Owned(normalize(text)),
    }
}

/// Normalizes a text of nothing but visible ASCII characters and blanks.
fn normalize_plain(text: &str) -> String {
    let has_gap = text.as_bytes().windows(2).any(|pair| pair == b"  ");
    match has_gap {
        true => one_line(text).to_ascii_lowercase(),
        false => text.trim_matches(' ').to_ascii_lowercase(),
    }
}

/// Puts a text on one line, with one blank between words.
pub(crate) fn one_line(text: &str) -> String {
    if is_plain(text) && !text.contains("  ") {
        return text.trim_matches(' ').to_owned();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
