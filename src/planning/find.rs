//! Finding again the items that the lines of a document are about.

use super::document::Document;
use crate::diagnostic::PlanningFault;
use crate::domain::{EntryId, Sprint};

/// The item of each row of a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// For each row, the item, and how it was found; `None` for what is new.
    pub items: Vec<Option<FoundItem>>,
    /// What must not be guessed: the line, and what is wrong there.
    pub faults: Vec<(usize, PlanningFault)>,
}

/// The item of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoundItem {
    pub id: EntryId,
    pub by: FoundBy,
}

/// How the item of a row was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FoundBy {
    Number,
    /// The words are the same.
    Words,
    /// The item's own line is gone, and this one is like it: a rewording.
    Likeness,
}

/// Finds the items of a document among those of the sprint.
pub fn find(document: &Document, sprint: &Sprint) -> Found {
    Found {
        items: vec![None; document.rows.len()],
        faults: Vec::new(),
    }
}
