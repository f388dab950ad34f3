//! The first line of an exported document: from which state it was exported.

use crate::domain::{EntryId, Sprint};

/// A state of a sprint: its last entry, how many entries stood up to it, and a digest of their ids.
#[derive(Clone, Debug, PartialEq)]
pub struct Stamp {
    pub sprint: String,
    /// `None` before the first entry.
    pub last: Option<EntryId>,
    pub entries: usize,
    pub digest: String,
}

impl Stamp {
    /// Makes the stamp of a sprint as it is.
    pub fn of(name: &str, sprint: &Sprint) -> Stamp {
        Stamp {
            sprint: name.to_owned(),
            last: sprint.entries().last().map(|entry| entry.id),
            entries: sprint.entries().len(),
            digest: String::new(),
        }
    }

    /// Reads what stands between `<!--` and `-->`; `None` if that is not a stamp.
    pub fn parse(comment: &str) -> Option<Stamp> {
        None
    }

    /// Returns the sprint as it was then; `None` if entries have come since that count before the last one, or if it is of another sprint.
    pub fn state(&self, name: &str, sprint: &Sprint) -> Option<Sprint> {
        None
    }
}
