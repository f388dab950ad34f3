//! What is merged, and what comes of it.

use std::collections::BTreeMap;

use crate::diagnostic::ReplaceReason;
use crate::domain::EntryId;

/// The logs of a sprint: the bytes of each by its name.
pub(crate) type Logs = BTreeMap<String, Vec<u8>>;

/// What the logs are on each side.
pub(crate) struct Sides<'s> {
    /// When both sides were last one: none if they began apart, several if their histories have crossed.
    pub(crate) bases: Vec<&'s Logs>,
    /// As they were committed here, the last time first; for what is missing in the files.
    pub(crate) committed: Vec<&'s Logs>,
    /// As others had them before commits of theirs took lines out of them.
    pub(crate) pushed: Vec<&'s Logs>,
    /// As they are here.
    pub(crate) ours: &'s Logs,
    /// As others have them: what was there first.
    pub(crate) theirs: &'s Logs,
    /// Whether words that are missing in a log that lost entries were taken out on purpose.
    pub(crate) is_deliberate: bool,
}

/// The outcome.
#[derive(Debug, Default)]
pub(crate) struct Merged {
    /// What is for everybody.
    pub(crate) logs: Logs,
    /// What is for here: the same, and the damage that others do not have.
    pub(crate) here: Logs,
    /// The entries that were missing here although they had been here.
    pub(crate) returned: Vec<EntryId>,
    /// The entries that others had and have lost.
    pub(crate) resent: Vec<EntryId>,
    /// What gave way to another version.
    pub(crate) replaced: Vec<Replaced>,
    /// Where damage stays in the logs that are for here.
    pub(crate) damage: Vec<DamagedLine>,
    /// Whether an entry that was damaged is sound now.
    pub(crate) is_repaired: bool,
}

/// A damaged line of a log.
#[derive(Debug)]
pub(crate) struct DamagedLine {
    pub(crate) log: String,
    pub(crate) line: usize,
}

/// A text that is in no log any more.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Replaced {
    /// The entry of which there is another version.
    pub(crate) id: EntryId,
    /// The log that it stood in.
    pub(crate) log: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) why: ReplaceReason,
}

/// An entry that could not be kept as one of the sides has it.
#[derive(Debug, PartialEq)]
pub(crate) struct NotKept {
    pub(crate) id: EntryId,
    /// Where it stands: a log, and whether that is one of ours.
    pub(crate) log: String,
    pub(crate) is_ours: bool,
}
