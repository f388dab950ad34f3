//! What an undo changes: which entries lose their effect by it, and which get it back.

use std::collections::HashSet;

use super::entry::{Action, Entry};
use super::fold::undone;
use super::id::EntryId;
use super::sprint::Sprint;

/// What an undo changed.
#[derive(Debug, Default, PartialEq)]
pub struct Moved<'s> {
    /// The entries that have no effect any more, in the order in which they were typed. Undoes are not among them, unless
    /// nothing else changed.
    pub taken_back: Vec<&'s Entry>,
    /// The entries that have their effect again, in that order.
    pub brought_back: Vec<&'s Entry>,
    /// What has no effect although the undo that took it back was taken back, each with another undo that took it back, too.
    pub still: Vec<(&'s Entry, EntryId)>,
}

/// What becomes of entries whose lines somebody deleted.
#[derive(Debug, Default, PartialEq)]
pub struct Deleted {
    /// Those that an undo has to take back, one by one and in this order.
    pub take_back: Vec<EntryId>,
    /// Those that were taken back already.
    pub already: Vec<EntryId>,
}

impl Sprint {
    /// What has to be taken back, so that the state is what it would be without some entries; the last one comes first.
    pub fn without(&self, gone: &HashSet<EntryId>) -> Deleted {
        let mut deleted = Deleted::default();
        let mut undone_now = self.undone.clone();
        for entry in self
            .entries
            .iter()
            .rev()
            .filter(|entry| gone.contains(&entry.id))
        {
            let taken = self.taken_by(entry);
            if !taken.is_empty() && taken.iter().all(|entry| gone.contains(&entry.id)) {
                // All that it took back is to be taken back: there it may stay.
                continue;
            }
            if undone_now.contains(&entry.id) {
                deleted.already.push(entry.id);
                continue;
            }
            deleted.take_back.push(entry.id);
            undone_now.insert(entry.id);
            if let Action::Undo(_) = entry.action {
                let away: HashSet<EntryId> = deleted.take_back.iter().copied().collect();
                let is_left = |entry: &&Entry| {
                    !matches!(entry.action, Action::Undo(_)) || !away.contains(&entry.id)
                };
                undone_now = undone(self.entries.iter().filter(is_left));
                undone_now.extend(away);
            }
        }
        deleted
    }

    /// What a recorded undo changed. `later`: what was recorded together with it and behind it, which it does not answer for.
    pub fn moved_by(&self, undo: &Entry, later: &[Entry]) -> Moved<'_> {
        let later: HashSet<EntryId> = later.iter().map(|entry| entry.id).collect();
        let is_before = |entry: &&Entry| entry.id != undo.id && !later.contains(&entry.id);
        let before = undone(self.entries.iter().filter(is_before));
        let after = undone(
            self.entries
                .iter()
                .filter(|entry| !later.contains(&entry.id)),
        );
        let mut moved = Moved::default();
        let is_undo = |entry: &Entry| matches!(entry.action, Action::Undo(_));
        for entry in self.entries.iter().filter(|entry| !is_undo(entry)) {
            match (before.contains(&entry.id), after.contains(&entry.id)) {
                (false, true) => moved.taken_back.push(entry),
                (true, false) => moved.brought_back.push(entry),
                (true, true) | (false, false) => {}
            }
        }
        moved.taken_back.sort_by_key(|entry| entry.typed());
        moved.brought_back.sort_by_key(|entry| entry.typed());
        let taken = self.taken_by(undo);
        if moved.taken_back.is_empty() && moved.brought_back.is_empty() {
            let is_taken_now =
                |entry: &&Entry| after.contains(&entry.id) && !before.contains(&entry.id);
            moved.taken_back = taken.iter().copied().filter(is_taken_now).collect();
        }
        let released: Vec<&Entry> = taken
            .iter()
            .flat_map(|taken| self.taken_by(taken))
            .collect();
        let held: Vec<&Entry> = released
            .into_iter()
            .filter(|entry| after.contains(&entry.id))
            .collect();
        if held.is_empty() {
            return moved;
        }
        let others = self.entries.iter().filter(|other| {
            is_undo(other)
                && is_before(other)
                && !before.contains(&other.id)
                && !after.contains(&other.id)
        });
        for other in others {
            let taken: HashSet<EntryId> =
                self.taken_by(other).iter().map(|entry| entry.id).collect();
            for entry in held.iter().filter(|entry| taken.contains(&entry.id)) {
                if !moved.still.iter().any(|(known, _)| known.id == entry.id) {
                    moved.still.push((entry, other.id));
                }
            }
        }
        moved
    }
}
