//! The board as a document that people edit.

use chrono::NaiveDate;

use crate::domain::Sprint;

/// Which items a document has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Those that are open, and those that were closed on the day.
    Board(NaiveDate),
    /// All: what [`crate::planning::changes()`] compares with, since an item may have been on the board of any day.
    All(NaiveDate),
}

/// Writes the document of a sprint with the given name and title.
pub fn write(name: &str, title: &str, sprint: &Sprint, shown: Shown) -> String {
    String::new()
}
