//! Texts cut to a number of columns.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::normalize::one_line;
use super::visible::{JOINERS, MARKS, is_plain};

/// Cuts a text that takes more than `width` columns, between grapheme clusters, and ends it with `…` in the last column.
pub(crate) fn truncate(text: &str, width: usize) -> Cow<'_, str> {
    // No character takes more columns than it has bytes.
    if text.len() <= width {
        return Cow::Borrowed(text);
    }
    if is_plain(text) {
        return Cow::Owned([&text[..width.saturating_sub(1)], "…"].concat());
    }
    match kept_bytes(text.graphemes(true), width) {
        Some(kept) => Cow::Owned(text[..kept].trim_end_matches(JOINERS).to_owned() + "…"),
        None => Cow::Borrowed(text),
    }
}

/// Cuts the beginning of a text that takes more than `width` columns; the first of them then holds `…`.
pub(crate) fn truncate_start(text: &str, width: usize) -> Cow<'_, str> {
    match kept_bytes(text.graphemes(true).rev(), width) {
        Some(kept) => Cow::Owned(format!("…{}", &text[text.len() - kept..])),
        None => Cow::Borrowed(text),
    }
}

/// Returns the bytes of the grapheme clusters that fit in `width` columns with `…`; `None` if all fit without it.
fn kept_bytes<'t>(clusters: impl Iterator<Item = &'t str>, width: usize) -> Option<usize> {
    let (mut columns, mut bytes, mut kept) = (0, 0, 0);
    for cluster in clusters {
        columns += columns_of(cluster);
        bytes += cluster.len();
        if columns > width {
            return Some(kept);
        }
        if columns < width {
            kept = bytes;
        }
    }
    None
}

/// Cuts a text of more than `most` characters after the last word that fits, and ends it with `…`.
pub(crate) fn words_within(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else {
        return text.to_owned();
    };
    let kept = &text[..end];
    let words = kept.rfind(' ').filter(|place| *place > 0);
    format!("{}…", kept[..words.unwrap_or(end)].trim_end())
}

/// Puts the beginning of a text on one line of at most `width` columns.
pub(crate) fn excerpt(text: &str, width: usize) -> String {
    truncate(&one_line(text), width).into_owned()
}

/// Counts the columns of a grapheme cluster: at least one, and more if it has a pile of marks, so that the length of a
/// text is limited, too.
pub(super) fn columns_of(cluster: &str) -> usize {
    let characters = cluster.chars().count();
    cluster.width().max(characters.div_ceil(MARKS + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_takes_more_columns_than_it_has_bytes() {
        for character in '\0'..=char::MAX {
            let text = character.to_string();
            assert!(columns_of(&text) <= text.len(), "{character:?}");
        }
    }

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
            let cut = truncate_start(&letter.repeat(1_000), 5).into_owned();
            assert!(cut.starts_with('…'), "{letter:?}");
            assert!(cut.chars().count() <= 5 * (MARKS + 1), "{letter:?}");
        }
    }

    #[test]
    fn the_first_column_shows_that_the_beginning_is_cut_off() {
        for (text, cut) in [
            ("", ""),
            ("five5", "five5"),
            ("sixsix", "…xsix"),
            ("日本", "日本"),
            ("日本語", "…本語"),
            ("日本a", "日本a"),
            ("日本語a", "…語a"),
            ("abe\u{301}cfgh", "…cfgh"),
        ] {
            assert_eq!(truncate_start(text, 5), cut, "{text:?}");
        }
    }

    #[test]
    fn an_excerpt_is_one_line() {
        assert_eq!(excerpt("one\n\n two\tthree ", 20), "one two three");
        assert_eq!(excerpt("one\n\n two\tthree ", 9), "one two …");
    }
}
