//! How wide texts are on a page whose fonts are not known. All widths are in ems.

use unicode_segmentation::UnicodeSegmentation;

use crate::text::columns;

/// The widths of the letters from blank to `~`, in hundredths of an em, as DejaVu Sans has them: of the fonts that systems take
/// for `sans-serif`, it is the widest.
const ASCII: [u8; 95] = [
    32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, // to /
    64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 53, // 0 to ?
    100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79, // @ to O
    60, 79, 69, 63, 61, 73, 68, 99, 69, 61, 69, 39, 34, 39, 84, 50, // P to _
    50, 61, 63, 55, 63, 62, 35, 63, 63, 28, 28, 58, 28, 97, 63, 61, // ` to o
    63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84, // p to ~
];

/// The width of a blank.
pub(super) const BLANK: f64 = 0.32;

/// The width of the comma behind a name.
pub(super) const COMMA: f64 = 0.38;

/// The width of `+12` behind names.
pub(super) const MORE: f64 = 2.9;

/// How wide plain and bold letters are, by their [`width`].
pub(super) const PLAIN: f64 = 1.0;
pub(super) const BOLD: f64 = 1.15;

/// Returns the width of a text on one line.
pub(super) fn width(text: &str) -> f64 {
    text.graphemes(true).map(cluster_width).sum()
}

fn cluster_width(cluster: &str) -> f64 {
    let first = cluster.chars().next().unwrap_or(' ');
    let place = (first as usize).checked_sub(' ' as usize);
    match place.and_then(|place| ASCII.get(place)) {
        Some(hundredths) => f64::from(*hundredths) / 100.0,
        // The average of the small letters of Latin, Greek and Cyrillic script.
        None if first.is_lowercase() => 0.66,
        None if columns(cluster) > 2 => 2.2,
        None => 1.1,
    }
}

/// Where a text ends that is written word by word.
#[derive(Clone, Copy, Default)]
struct End {
    lines: usize,
    /// What is left of the last line.
    left: f64,
}

impl End {
    fn add(&mut self, word: f64, line: f64) {
        if self.lines > 0 && BLANK + word <= self.left {
            self.left -= BLANK + word;
            return;
        }
        let needed = (word / line).ceil().max(1.0);
        self.lines += needed as usize;
        self.left = needed * line - word;
    }
}

/// Counts the lines that words take. A word that is wider than a line is broken.
pub(super) fn lines(words: &[f64], line: f64) -> usize {
    let mut end = End::default();
    words.iter().for_each(|word| end.add(*word, line));
    end.lines
}

/// Returns how many of the parts of a list fit on some lines, with room for `+2` behind them if there are more, and the lines
/// that they take. No part is broken, and the first always counts: if it is wider than a line, it is cut there, and `+2`
/// may stand on one line more.
pub(super) fn parts_within(parts: &[f64], line: f64, most: usize) -> (usize, usize) {
    let mut end = End::default();
    let mut best = (0, 0);
    for (place, part) in parts.iter().enumerate() {
        end.add((part + COMMA).min(line), line);
        let mut with_more = end;
        if place + 1 < parts.len() {
            with_more.add(MORE, line);
        }
        if place == 0 || with_more.lines <= most {
            best = (place + 1, with_more.lines);
        }
        if end.lines > most {
            break;
        }
    }
    best
}

/// Cuts a text at a width; what is cut off leaves `…`.
pub(super) fn cut(text: &str, most: f64) -> String {
    if width(text) <= most {
        return text.to_owned();
    }
    let mut left = most - 1.0;
    let kept = text.graphemes(true).take_while(|cluster| {
        left -= cluster_width(cluster);
        left >= 0.0
    });
    kept.collect::<String>().trim_end().to_owned() + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_all_scripts_have_a_width() {
        for (text, wanted) in [
            ("", 0.0),
            ("mil", 1.53),
            ("e\u{301}é", 1.28),
            ("日本", 2.2),
            ("👩‍👩‍👧", 1.1),
        ] {
            assert!(
                (width(text) - wanted).abs() < 0.001,
                "{text:?}: {}",
                width(text)
            );
        }
    }

    #[test]
    fn lines_end_between_words_and_only_a_longer_word_is_broken() {
        for (words, wanted) in [
            (&[][..], 0),
            (&[5.0], 1),
            (&[5.0, 4.0], 1),
            (&[5.0, 5.0], 2),
            (&[25.0], 3),
            (&[25.0, 4.0], 3),
            (&[5.0, 25.0], 4),
        ] {
            assert_eq!(lines(words, 10.0), wanted, "{words:?}");
        }
    }

    #[test]
    fn of_the_parts_of_a_list_as_many_count_as_fit_and_one_at_least() {
        assert_eq!(parts_within(&[3.0, 3.0], 10.0, 1), (2, 1));
        assert_eq!(parts_within(&[3.0, 3.0, 3.0], 10.5, 1), (2, 1));
        assert_eq!(parts_within(&[3.0, 3.0, 3.0], 10.0, 2), (3, 2));
        assert_eq!(parts_within(&[30.0, 3.0], 10.0, 1), (1, 2));
        assert_eq!(parts_within(&[], 10.0, 1), (0, 0));
    }

    #[test]
    fn what_is_cut_off_leaves_a_mark() {
        assert_eq!(cut("fix the leak", 20.0), "fix the leak");
        assert_eq!(cut("fix the leak", 4.5), "fix the…");
    }
}
