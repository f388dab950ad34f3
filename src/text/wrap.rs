//! Texts broken into lines of a number of columns.

use unicode_segmentation::UnicodeSegmentation;

use super::truncate::columns_of;
use super::visible::{JOINERS, is_plain};

/// Counts the columns that a text on one line takes.
pub(crate) fn columns(text: &str) -> usize {
    if is_plain(text) {
        return text.len();
    }
    text.graphemes(true).map(columns_of).sum()
}

/// Breaks words into lines of at most `width` columns, with a blank between two words. Only a word that is wider than a
/// line is broken.
pub(crate) fn wrap<'w>(words: impl IntoIterator<Item = &'w str>, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in words {
        let mut rest = word;
        let mut left = columns(word);
        if !line.is_empty() {
            if used + 1 + left <= width {
                line.push(' ');
                line.push_str(word);
                used += 1 + left;
                continue;
            }
            lines.push(std::mem::take(&mut line));
        }
        while left > width {
            let (head, taken) = beginning(rest, width);
            // A joiner that joins nothing is hidden text.
            lines.push(head.trim_end_matches(JOINERS).to_owned());
            rest = &rest[head.len()..];
            left -= taken;
        }
        line.push_str(rest);
        used = left;
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// Returns as much of the beginning of a text as fits, at least one grapheme cluster, and the columns that it takes.
fn beginning(text: &str, width: usize) -> (&str, usize) {
    let mut taken = 0;
    for (place, cluster) in text.grapheme_indices(true) {
        let next = taken + columns_of(cluster);
        if next > width && place > 0 {
            return (&text[..place], taken);
        }
        taken = next;
    }
    (text, taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_between_words_and_only_a_longer_word_is_broken() {
        for (text, lines) in [
            ("", &[][..]),
            ("one two", &["one two"]),
            ("one two three", &["one two", "three"]),
            ("a wonderful", &["a", "wonderf", "ul"]),
            ("日本語の 本", &["日本語", "の 本"]),
            (
                "e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301} x",
                &[
                    "e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}",
                    "x",
                ],
            ),
        ] {
            assert_eq!(wrap(text.split_whitespace(), 7), lines, "{text:?}");
        }
        assert_eq!(wrap(["日本"], 1), ["日", "本"]);
        assert_eq!(wrap(["ab"], 0), ["a", "b"]);
    }

    #[test]
    fn columns_are_those_of_the_terminal() {
        assert_eq!(columns("Łukasz"), 6);
        assert_eq!(columns("日本 e\u{301}"), 6);
    }
}
