//! The logs of every side, and where the entries are in them.

use std::collections::{BTreeMap, HashMap};

use super::outcome::{Logs, Sides};
use super::split::{EntryText, SplitLog};
use crate::domain::EntryId;

/// An entry in a log of a side.
#[derive(Clone, Copy)]
pub(super) struct Occurrence<'p> {
    pub(super) log: &'p str,
    pub(super) entry: &'p EntryText,
}

/// Returns whether any of these entries has the same content.
pub(super) fn has_same(occurrences: &[Occurrence<'_>], entry: &EntryText) -> bool {
    let mut occurrences = occurrences.iter();
    occurrences.any(|occurrence| occurrence.entry.has_same_content(entry))
}

/// One side, in pieces.
pub(super) struct Side<'p> {
    pub(super) texts: &'p Logs,
    pub(super) logs: BTreeMap<&'p str, &'p SplitLog>,
    pub(super) entries: HashMap<EntryId, Vec<Occurrence<'p>>>,
    /// The ids in their order.
    pub(super) order: Vec<EntryId>,
}

impl<'p> Side<'p> {
    pub(super) fn of(logs: &'p Logs, parsed: &'p HashMap<&[u8], SplitLog>) -> Side<'p> {
        let mut side = Side {
            texts: logs,
            logs: BTreeMap::new(),
            entries: HashMap::new(),
            order: Vec::new(),
        };
        for (log, bytes) in logs {
            let Some(split) = parsed.get(bytes.as_slice()) else {
                continue;
            };
            side.logs.insert(log, split);
            for entry in &split.entries {
                let occurrences = side.entries.entry(entry.id).or_insert_with(|| {
                    side.order.push(entry.id);
                    Vec::new()
                });
                occurrences.push(Occurrence { log, entry });
            }
        }
        side
    }

    pub(super) fn occurrences(&self, id: EntryId) -> &[Occurrence<'p>] {
        self.entries.get(&id).map_or(&[], Vec::as_slice)
    }
}

impl Sides<Side<'_>> {
    pub(super) fn was_in_bases(&self, log: &str) -> bool {
        self.bases.iter().any(|base| base.logs.contains_key(log))
    }
}
