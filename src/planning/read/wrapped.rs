//! Where the lines of a document are broken, and how a line ends that goes on in the next one.

use crate::planning::lines::{Line, LineKind};
use crate::text::is_of;

/// The column before which nobody breaks a line.
const NEAR: usize = 48;

/// How a line goes on in the next one.
const UNFINISHED: &str = "a about after all an and any are as at be because before but by can do does each every for from has \
    have if in instead into is its more new no not of on only or other our over should some than that \
    the their them these this to under using via was we what when where whether which while will with \
    without would your";
const UNFINISHED_IN_GERMAN: &str = "als am beim das dass dem den der des die durch ein eine einem einen einer eines für gegen haben hat im ist \
    mit oder ohne sehr sind und vom von weil wenn werden wird wurde wurden zum zur über";

/// Where the lines of a document are broken.
#[derive(Clone, Copy, Debug)]
pub(super) struct Margin {
    /// The column up to which a line is not full.
    pub near: usize,
    /// The column that no line goes beyond, if several are broken there.
    end: Option<usize>,
}

impl Margin {
    /// Finds where lines are broken: the longest one says so.
    pub(super) fn of(lines: &[Line]) -> Margin {
        const FEWEST: usize = 2;
        const WIDEST: usize = 120;
        let longest = lines.iter().filter_map(end).max().unwrap_or_default();
        let broken = lines.windows(2).filter(|pair| {
            let end = end(&pair[0]).filter(|_| pair[0].number + 1 == pair[1].number);
            match (&pair[1].kind, end) {
                (LineKind::Text(next), Some(end)) => end + 1 + first(next) > longest,
                _ => false,
            }
        });
        let is_wrapped = (NEAR..=WIDEST).contains(&longest) && broken.count() >= FEWEST;
        Margin {
            near: NEAR.min(longest * 4 / 5),
            end: is_wrapped.then_some(longest),
        }
    }

    /// Returns the margin of lines that may be headings, of which the width of the document says nothing.
    pub(super) fn at_least(self, near: usize) -> Margin {
        Margin {
            near: self.near.max(near),
            end: None,
        }
    }

    /// Returns whether the first word of a text had no place behind a line that ends at a column.
    pub(super) fn breaks(&self, before: usize, text: &str) -> bool {
        self.end.is_some_and(|end| before + 1 + first(text) > end)
    }
}

/// The column after the last letter of a line that could have been broken.
fn end(line: &Line) -> Option<usize> {
    let width = |text: &str| text.chars().count();
    match &line.kind {
        LineKind::Text(text) if text.contains(' ') => Some(line.indent + width(text)),
        LineKind::Bullet { text, column, .. } if text.contains(' ') => Some(column + width(text)),
        _ => None,
    }
}

/// The width of the first word of a text.
fn first(text: &str) -> usize {
    let first = text.split_whitespace().next().unwrap_or_default();
    first.chars().count()
}

/// Returns whether a line ends within a sentence.
pub(super) fn is_unfinished(text: &str) -> bool {
    text.ends_with([',', ':', '(', '-', '/']) || ends_within_words(text)
}

/// Returns whether a line ends with a word that others follow.
pub(super) fn ends_within_words(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or_default();
    let last = last.to_lowercase();
    is_of(UNFINISHED, &last) || is_of(UNFINISHED_IN_GERMAN, &last)
}

/// Returns whether a line ends a sentence.
pub(super) fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches([')', '"', '*', '_']);
    text.ends_with(['.', '!', '?', ';'])
}

/// Returns whether a line goes on with a sentence that was begun: `All pages have a title now, and they` with `are in one folder`.
pub(super) fn goes_on_with_sentence(before: &str, text: &str) -> bool {
    before.starts_with(char::is_uppercase)
        && before.contains(' ')
        && !ends_sentence(before)
        && text.starts_with(char::is_lowercase)
}
