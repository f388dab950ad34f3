use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::visible::{JOINERS, MARKS};

/// Cuts a text that takes more than `width` columns; the last of them then holds `…`. What a reader takes for one letter
/// stays whole.
pub fn truncate(text: &str, width: usize) -> Cow<'_, str> {
    // No letter takes more columns than bytes.
    if text.len() <= width {
        return Cow::Borrowed(text);
    }
    let (mut columns, mut end) = (0, 0);
    for (at, letter) in text.grapheme_indices(true) {
        columns += columns_of(letter);
        if columns > width {
            return Cow::Owned(text[..end].trim_end_matches(JOINERS).to_owned() + "…");
        }
        if columns < width {
            end = at + letter.len();
        }
    }
    Cow::Borrowed(text)
}

/// The beginning of a text on one line of at most `width` columns.
pub fn excerpt(text: &str, width: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    truncate(&line, width).into_owned()
}

/// How many columns a letter takes: at least one, and more if more marks are piled on it than are shown, so that no width
/// holds a text without end.
fn columns_of(letter: &str) -> usize {
    let characters = letter.chars().count();
    letter.width().max(characters.div_ceil(MARKS + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_stays_and_what_is_cut_off_is_told_by_the_last_column() {
        for (text, cut) in [
            ("", ""),
            ("five5", "five5"),
            ("sixsix", "sixs…"),
            // Two columns each.
            ("日本", "日本"),
            ("日本語", "日本…"),
            ("a日本", "a日本"),
            ("a日本語", "a日…"),
            // One letter of several characters.
            ("Łódźe\u{301}", "Łódźe\u{301}"),
            ("abce\u{301}fg", "abce\u{301}…"),
            ("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", "👩‍👩‍👧👩‍👩‍👧…"),
            ("abc👩‍👩‍👧d", "abc…"),
            // A joiner that joins nothing any more is hidden text.
            ("خواهمی\u{200c}خواهم", "خواه…"),
            ("اهمی\u{200c}خواهم", "اهمی…"),
        ] {
            assert_eq!(truncate(text, 5), cut, "{text:?}");
        }
    }

    #[test]
    fn what_takes_no_column_is_cut_too() {
        for letter in ["\u{301}", "\u{200b}", "👩\u{200d}"] {
            let cut = truncate(&letter.repeat(1_000), 5).into_owned();
            assert!(cut.ends_with('…'), "{letter:?}");
            assert!(cut.chars().count() <= 5 * (MARKS + 1), "{letter:?}");
        }
    }

    #[test]
    fn an_excerpt_is_one_line() {
        assert_eq!(excerpt("one\n\n two\tthree ", 20), "one two three");
        assert_eq!(excerpt("one\n\n two\tthree ", 9), "one two …");
    }
}
