//! Tables without lines between the rows, at most as wide as the terminal.

use comfy_table::{Cell, ColumnConstraint, ContentArrangement, presets};

use crate::domain::LONGEST_TEXT;
use crate::text::{truncate, visible};

/// A table. Each row has as many cells as there are headings; an empty column is left out.
pub(super) struct Table {
    headings: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(super) fn new(headings: &[&'static str]) -> Self {
        Table {
            headings: headings.to_vec(),
            rows: Vec::new(),
        }
    }

    pub(super) fn push(&mut self, row: Vec<String>) {
        self.rows.push(row);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Writes the table at most `width` columns wide, if a single letter fits. The first column is wrapped only if it would
    /// take more than half of that.
    pub(super) fn write(&self, width: usize) -> String {
        let kept: Vec<usize> = (0..self.headings.len())
            .filter(|column| self.rows.iter().any(|row| !row[*column].is_empty()))
            .collect();
        let mut table = comfy_table::Table::new();
        table
            .load_style(presets::UTF8_BORDERS_ONLY)
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(u16::try_from(width).unwrap_or(u16::MAX));
        table.set_header(kept.iter().map(|column| self.headings[*column]));
        for row in &self.rows {
            table.add_row(kept.iter().map(|column| Cell::new(shown(&row[*column]))));
        }
        let widest = table.column_max_content_widths().first().copied();
        let is_narrow = widest.is_some_and(|widest| usize::from(widest) <= width / 2);
        if let Some(first) = table.column_mut(0).filter(|_| kept.len() > 1 && is_narrow) {
            first.set_constraint(ColumnConstraint::ContentWidth);
        }
        table.trim_fmt()
    }
}

/// Returns the text of a cell, cut after [`LONGEST_TEXT`] columns. comfy-table removes blanks at the start of a line,
/// so those that indent become non-breaking ones.
fn shown(text: &str) -> String {
    let shown = visible(&truncate(text, LONGEST_TEXT));
    let indented = shown.trim_start_matches(' ');
    "\u{a0}".repeat(shown.len() - indented.len()) + &broken(indented)
}

/// The maximum number of characters that comfy-table has to wrap at once: its work grows with the square of the length
/// of a line.
const LINE: usize = 2_000;

/// Breaks a long text into lines, at blanks if there are any.
fn broken(text: &str) -> String {
    let mut broken = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((end, _)) = rest.char_indices().nth(LINE) {
        let (line, next) = match rest[..end].rfind(' ') {
            Some(blank) => (&rest[..blank], &rest[blank + 1..]),
            None => rest.split_at(end),
        };
        broken.push_str(line);
        broken.push('\n');
        rest = next;
    }
    broken + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_given_in_lines_and_loses_nothing() {
        for text in [
            "a".repeat(3 * LINE + 1),
            "word ".repeat(LINE),
            "é".repeat(LINE + 1),
            format!("{} {}", "a".repeat(10), "b".repeat(2 * LINE)),
        ] {
            let lines = broken(&text);
            assert!(lines.lines().all(|line| line.chars().count() <= LINE));
            let letters = |text: &str| text.replace([' ', '\n'], "");
            assert_eq!(letters(&lines), letters(&text));
        }
        assert_eq!(broken("a short one"), "a short one");
    }

    #[test]
    fn what_is_longer_than_a_text_is_cut() {
        let text = shown(&"x".repeat(LONGEST_TEXT + 1));
        assert!(text.ends_with("x…"));
        assert_eq!(text.replace('\n', "").chars().count(), LONGEST_TEXT);
    }
}
