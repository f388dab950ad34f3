//! What is merged, and what comes of it.

use std::collections::BTreeMap;

use crate::diagnostic::ReplaceReason;
use crate::domain::EntryId;

/// The logs of a sprint: the bytes of each by its name.
pub(crate) type Logs = BTreeMap<String, Vec<u8>>;

/// The logs of each side, or what was made of them.
#[derive(Clone)]
pub(crate) struct Sides<T> {
    /// The latest versions that both sides had: none if they began apart, several if their histories have crossed.
    pub(crate) bases: Vec<T>,
    /// The versions that were committed here, latest first, to find what is missing in the files.
    pub(crate) committed: Vec<T>,
    /// The versions of others before their commits that removed lines.
    pub(crate) pushed: Vec<T>,
    pub(crate) ours: T,
    /// The version of others, which was pushed first.
    pub(crate) theirs: T,
    /// Whether comments that are missing in a log that lost entries were removed on purpose.
    pub(crate) is_deliberate: bool,
}

impl<T> Sides<T> {
    /// Returns all sides, in the order of their precedence.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &T> {
        let both = [&self.theirs, &self.ours].into_iter();
        both.chain(&self.committed)
            .chain(&self.bases)
            .chain(&self.pushed)
    }

    pub(crate) fn map<'s, U>(&'s self, of: impl Fn(&'s T) -> U) -> Sides<U> {
        Sides {
            bases: self.bases.iter().map(&of).collect(),
            committed: self.committed.iter().map(&of).collect(),
            pushed: self.pushed.iter().map(&of).collect(),
            ours: of(&self.ours),
            theirs: of(&self.theirs),
            is_deliberate: self.is_deliberate,
        }
    }
}

/// The result of a merge.
#[derive(Debug, Default)]
pub(crate) struct Merged {
    /// The logs for everybody.
    pub(crate) logs: Logs,
    /// The logs for this clone: the same, with the damage that only it has.
    pub(crate) here: Logs,
    /// The entries that this clone had and has lost.
    pub(crate) returned: Vec<EntryId>,
    /// The entries that others had and have lost.
    pub(crate) resent: Vec<EntryId>,
    /// The texts that were replaced by another version.
    pub(crate) replaced: Vec<Replaced>,
    /// The damaged lines that stay in the logs for this clone.
    pub(crate) damage: Vec<DamagedLine>,
    /// Whether a damaged entry was repaired.
    pub(crate) is_repaired: bool,
}

/// A damaged line of a log.
#[derive(Debug)]
pub(crate) struct DamagedLine {
    pub(crate) log: String,
    pub(crate) line: usize,
}

/// A text that is no longer in any log.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Replaced {
    /// The entry of which there is another version.
    pub(crate) id: EntryId,
    /// The log that it was in.
    pub(crate) log: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) why: ReplaceReason,
}

/// An entry that could not be kept as one of the sides has it.
#[derive(Debug, PartialEq)]
pub(crate) struct NotKept {
    pub(crate) id: EntryId,
    /// Where it is: a log, and whether that is one of ours.
    pub(crate) log: String,
    pub(crate) is_ours: bool,
}
