//! Lines that are somebody's full name.

/// Returns whether a line is a name and a surname, with nothing else but words in brackets or after a gap.
pub(super) fn is_full_name(text: &str) -> bool {
    let name = text.split("  ").next().unwrap_or_default();
    let name = name.split(['[', '(']).next().unwrap_or_default().trim();
    let words: Vec<&str> = name.split_whitespace().collect();
    let capitals = words
        .iter()
        .filter(|word| word.starts_with(char::is_uppercase))
        .count();
    let is_name = |word: &&str| {
        word.chars()
            .all(|sign| sign.is_alphabetic() || "-'’.".contains(sign))
    };
    (2..=5).contains(&words.len())
        && capitals >= 2
        && words.iter().all(is_name)
        && words
            .first()
            .is_some_and(|word| word.starts_with(char::is_uppercase))
        && words
            .last()
            .is_some_and(|word| word.starts_with(char::is_uppercase))
}
