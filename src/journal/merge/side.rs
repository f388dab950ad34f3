//! The logs of every side, and where the entries are in them.

use std::collections::{BTreeMap, HashMap};

use super::outcome::Logs;
use super::split::{EntryText, SplitLog};
use crate::domain::EntryId;

/// An entry in a log of a side.
#[derive(Clone, Copy)]
pub(super) struct Occurrence<'p> {
    pub(super) log: &'p str,
    pub(super) entry: &'p EntryText,
}

/// Whether any of these entries says the same.
pub(super) fn has_same(occurrences: &[Occurrence<'_>], entry: &EntryText) -> bool {
    let mut occurrences = occurrences.iter();
    occurrences.any(|occurrence| occurrence.entry.has_same_content(entry))
}

/// One side, in pieces.
#[derive(Default)]
pub(super) struct Side<'p> {
    pub(super) logs: BTreeMap<&'p str, &'p SplitLog>,
    pub(super) entries: HashMap<&'p EntryId, Vec<Occurrence<'p>>>,
    /// The ids in their order.
    pub(super) order: Vec<&'p EntryId>,
}

impl<'p> Side<'p> {
    pub(super) fn of(logs: &'p Logs, parsed: &'p HashMap<&[u8], SplitLog>) -> Side<'p> {
        let mut side = Side::default();
        for (log, bytes) in logs {
            let Some(split) = parsed.get(bytes.as_slice()) else {
                continue;
            };
            side.logs.insert(log, split);
            for entry in &split.entries {
                let occurrences = side.entries.entry(&entry.id).or_insert_with(|| {
                    side.order.push(&entry.id);
                    Vec::new()
                });
                occurrences.push(Occurrence { log, entry });
            }
        }
        side
    }

    pub(super) fn occurrences(&self, id: &EntryId) -> &[Occurrence<'p>] {
        self.entries.get(id).map_or(&[], Vec::as_slice)
    }
}

pub(super) struct AllSides<'p> {
    pub(super) bases: Vec<Side<'p>>,
    pub(super) committed: Vec<Side<'p>>,
    pub(super) pushed: Vec<Side<'p>>,
    pub(super) ours: Side<'p>,
    pub(super) theirs: Side<'p>,
    /// The logs of both sides.
    pub(super) texts: [&'p Logs; 2],
    pub(super) is_deliberate: bool,
}

impl<'p> AllSides<'p> {
    /// All sides, in the order in which their order counts.
    pub(super) fn sides(&self) -> impl Iterator<Item = &Side<'p>> {
        let both = [&self.theirs, &self.ours].into_iter();
        both.chain(&self.committed)
            .chain(&self.bases)
            .chain(&self.pushed)
    }

    pub(super) fn was_in_bases(&self, log: &str) -> bool {
        self.bases.iter().any(|base| base.logs.contains_key(log))
    }
}
