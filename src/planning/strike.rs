//! What is struck through.

/// Returns what is struck through, if all of a text is.
pub fn struck(text: &str) -> Option<&str> {
    let inner = text.strip_prefix("~~")?.strip_suffix("~~")?;
    (!inner.contains("~~")).then_some(inner)
}

/// Cuts a text whose first words are struck through into these and what stands behind them.
pub fn struck_in_front(text: &str) -> Option<(&str, &str)> {
    text.strip_prefix("~~")?.split_once("~~")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_struck_as_a_whole_or_in_front() {
        assert_eq!(struck("~~port it~~"), Some("port it"));
        for text in ["port it", "~~", "~~a~~ b", "~~a~~, ~~b~~"] {
            assert_eq!(struck(text), None, "{text}");
        }
        assert_eq!(struck_in_front("~~a~~ b"), Some(("a", " b")));
        assert_eq!(struck_in_front("a ~~b~~"), None);
    }
}
