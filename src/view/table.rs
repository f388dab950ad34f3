//! Tables without lines between the rows, as wide as the terminal at most.

use comfy_table::{Cell, ColumnConstraint, ContentArrangement, Table, presets};

use super::cut;
use crate::domain::LONGEST_TEXT;
use crate::visible::visible;

/// A table of rows that all have as many cells as there are headings. A column with nothing in it is left out.
pub(super) struct Rows {
    headings: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

impl Rows {
    pub(super) fn new(headings: &[&'static str]) -> Self {
        Rows {
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

    /// The table as text, no wider than `width` unless a single letter is. The first column is not wrapped unless it
    /// takes more than half of that.
    pub(super) fn write(&self, width: usize) -> String {
        let kept: Vec<usize> = (0..self.headings.len())
            .filter(|column| self.rows.iter().any(|row| !row[*column].is_empty()))
            .collect();
        let mut table = Table::new();
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

/// A cell's text, cut where it has more letters than a command records. comfy-table cuts off leading blanks of a line: those that indent are hard ones.
fn shown(text: &str) -> String {
    let shown = visible(&cut(text, LONGEST_TEXT));
    let indented = shown.trim_start_matches(' ');
    "\u{a0}".repeat(shown.len() - indented.len()) + indented
}
