//! Lists of words, each written as one text.

/// Returns whether a word is in a list.
pub fn is_of(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|listed| listed == word)
}
