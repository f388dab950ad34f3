//! What somebody typed, and in which order: the time of an entry is when it counts, not when it was typed.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, FixedOffset, TimeDelta};

use super::entry::{Action, Entry};
use super::id::EntryId;
use super::place::next_moment;
use super::sprint::Sprint;
use super::violation::Violation;

/// Within this time, what one person types in a row is put in order, although a clock is set a little back meanwhile.
pub const ROW: TimeDelta = TimeDelta::minutes(1);

impl Sprint {
    /// Whether an entry was typed by the person who goes by a name, under whatever of their names.
    pub fn is_typed_by<'a>(&'a self, name: &'a str) -> impl FnMut(&&'a Entry) -> bool {
        let person = self.people.referred(name);
        let mut known: HashMap<&str, bool> = HashMap::new();
        move |entry| {
            let is_same = || person.is_some() && self.people.referred(&entry.by) == person;
            entry.by == name || *known.entry(&entry.by).or_insert_with(is_same)
        }
    }

    /// What was typed by the person who goes by a name, in the order of the log.
    pub fn typed_by<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Entry> {
        self.entries.iter().filter(self.is_typed_by(name))
    }

    /// When something counts that somebody types `now`: behind what they typed within the last moments.
    pub fn rising(
        &self,
        name: &str,
        now: DateTime<FixedOffset>,
    ) -> Result<DateTime<FixedOffset>, Violation> {
        let row = now..now + ROW;
        let in_row = self
            .entries
            .iter()
            .filter(|entry| row.contains(&entry.typed()));
        let last = in_row
            .filter(self.is_typed_by(name))
            .map(Entry::typed)
            .max();
        last.map_or(Ok(now), |last| {
            next_moment(last, *now.offset()).ok_or(Violation::NoTimeLeft)
        })
    }

    /// When something counts that somebody enters for another time: then, or behind what they entered for that very
    /// moment before.
    pub fn free_from(
        &self,
        name: &str,
        said: DateTime<FixedOffset>,
    ) -> Result<DateTime<FixedOffset>, Violation> {
        let later = self.entries.iter().filter(|entry| entry.at >= said);
        let own = later.filter(self.is_typed_by(name));
        let taken: HashSet<DateTime<FixedOffset>> = own.map(|entry| entry.at).collect();
        let mut at = said;
        while taken.contains(&at) {
            at = next_moment(at, *said.offset()).ok_or(Violation::NoTimeLeft)?;
        }
        Ok(at)
    }

    /// What somebody typed that can be taken back, the last first: of what was recorded together, the first entry.
    /// Undoes are not among it, so that undoing twice takes back two. The entries of the batch that is being recorded
    /// count one by one.
    pub fn undoable<'a>(&'a self, name: &'a str, recording: Option<EntryId>) -> Vec<&'a Entry> {
        let can_be = |entry: &&Entry| {
            let is_typed = match &entry.action {
                Action::Undo(_) => false,
                Action::Renumber(renumber) => !renumber.settled,
                _ => true,
            };
            is_typed && !self.is_undone(entry.id)
        };
        let mut entries: Vec<&Entry> = self.typed_by(name).filter(can_be).collect();
        // Sorting keeps the order of the log among what was typed at one time.
        entries.sort_by_key(|entry| entry.typed());
        let mut firsts: HashMap<EntryId, &Entry> = HashMap::new();
        for entry in &entries {
            if let Some(batch) = entry.batch {
                firsts.entry(batch).or_insert(entry);
            }
        }
        let mut told: HashSet<EntryId> = HashSet::new();
        let mut undoable = Vec::new();
        for entry in entries.into_iter().rev() {
            match entry.batch.filter(|batch| Some(*batch) != recording) {
                Some(batch) if told.insert(batch) => undoable.push(firsts[&batch]),
                Some(_) => {}
                None => undoable.push(entry),
            }
        }
        undoable
    }

    /// What an undo takes back, or brings back, in the order in which it was typed: an entry, or all that were recorded
    /// together with it.
    pub fn taken_by<'a>(&'a self, undo: &Entry) -> Vec<&'a Entry> {
        let Action::Undo(taken) = &undo.action else {
            return Vec::new();
        };
        let Some(target) = self.entries.iter().find(|other| other.id == taken.entry) else {
            return Vec::new();
        };
        if taken.only || target.batch.is_none() || target.batch == undo.batch {
            return vec![target];
        }
        let together = |other: &&Entry| other.batch == target.batch;
        let mut entries: Vec<&Entry> = self.entries.iter().filter(together).collect();
        entries.sort_by_key(|entry| entry.typed());
        entries
    }
}
