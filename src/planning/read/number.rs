//! The number of an item in its line.

/// Cuts the number off that stands right behind a sign: `#12 fix it`.
pub(super) fn number(text: &str) -> (Option<&str>, &str) {
    let unescaped = text.strip_prefix("\\#").or_else(|| text.strip_prefix('#'));
    let Some(rest) = unescaped else {
        return (None, text);
    };
    let digits = rest.len()
        - rest
            .trim_start_matches(|sign: char| sign.is_ascii_digit())
            .len();
    let letters = rest[digits..].len()
        - rest[digits..]
            .trim_start_matches(|sign: char| sign.is_ascii_lowercase())
            .len();
    let (number, words) = rest.split_at(digits + letters);
    match digits > 0 && (words.is_empty() || words.starts_with(' ')) {
        true => (Some(number), words.trim_start()),
        false => (None, text),
    }
}
