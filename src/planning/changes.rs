//! What a document changes: compared with the document as it was exported, else with the sprint.

use super::command::Command;
use super::document::Document;
use crate::diagnostic::{PlanningFault, PlanningRemark};
use crate::domain::Sprint;

/// Something that is to be recorded, with the line that says it.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub line: usize,
    pub command: Command,
}

/// What a document changes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes {
    /// In the order in which they are to be recorded: an item before its parts.
    pub changes: Vec<Change>,
    /// What must not be guessed. If there is any, nothing may be recorded.
    pub faults: Vec<(usize, PlanningFault)>,
    /// What was seen and changes nothing.
    pub remarks: Vec<PlanningRemark>,
}

/// Compares a document with the one from which it was edited, both read against the sprint as it was then, or with the sprint
/// as it is if that is not known. `now` is the sprint as it is: what is already so is not recorded again.
pub fn changes(document: &Document, opened: Option<Opened<'_>>, now: &Sprint) -> Changes {
    Changes::default()
}

/// The document from which another one was edited: what was exported, with every item of the sprint in it.
pub struct Opened<'s> {
    pub document: &'s Document,
    /// The sprint as it was then.
    pub sprint: &'s Sprint,
}
