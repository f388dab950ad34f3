//! Texts cut to a number of columns.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::visible::{JOINERS, MARKS};

/// Cuts a text that takes more than `width` columns, between grapheme clusters, and ends it with `…` in the last column.
pub(crate) fn truncate(text: &str, width: usize) -> Cow<'_, str> {
    // No character takes more columns than bytes.
    if text.len() <= width {
        return Cow::Borrowed(text);
    }
    let (mut columns, mut end) = (0, 0);
    for (at, cluster) in text.grapheme_indices(true) {
        columns += columns_of(cluster);
        if columns > width {
            return Cow::Owned(text[..end].trim_end_matches(JOINERS).to_owned() + "…");
        }
        if columns < width {
            end = at + cluster.len();
        }
    }
    Cow::Borrowed(text)
}

/// Cuts the beginning of a text that takes more than `width` columns; the first of them then holds `…`.
pub(crate) fn truncate_start(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut columns = "…".width();
    let mut start = text.len();
    for (at, letter) in text.grapheme_indices(true).rev() {
        columns += letter.width();
        if columns > width {
            break;
        }
        start = at;
    }
    format!("…{}", &text[start..])
}

/// Puts the beginning of a text on one line of at most `width` columns.
pub(crate) fn excerpt(text: &str, width: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    truncate(&line, width).into_owned()
}

/// Counts the columns of a grapheme cluster: at least one, and more if it has a pile of marks, so that the length of a
/// text is limited, too.
fn columns_of(cluster: &str) -> usize {
    let characters = cluster.chars().count();
    cluster.width().max(characters.div_ceil(MARKS + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_stays_and_the_last_column_shows_that_something_is_cut_off() {
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
