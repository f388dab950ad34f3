//! The form in which names, topics and words are compared.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::visible::is_unseen;

/// A text with the letters that carry its accents, in one form of those that have several.
pub fn without_accents(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    text.nfkd()
        .filter(|letter| !is_combining_mark(*letter))
        .collect()
}

/// A text as it is compared: no accents, no case, nothing that is not seen, one blank between words.
pub fn normalize(text: &str) -> String {
    let seen: String = without_accents(text)
        .chars()
        .filter(|letter| !is_unseen(*letter))
        .collect();
    seen.to_lowercase()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}
