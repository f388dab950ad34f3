//! What is looked up among the entries of a sprint, so that no command has to look at all of them.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::{DateTime, FixedOffset};

use super::entry::{Action, Entry};
use super::id::EntryId;
use super::topics::Topics;
use crate::text::normalize;

/// What a sprint looks up among its entries. It is made of them, one after another in their order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct EntryIndex {
    pub places: HashMap<EntryId, usize>,
    /// The places of the entry that made each item and of those about it.
    pub histories: HashMap<EntryId, Vec<usize>>,
    /// When each entry was typed, and its place.
    pub typed: BTreeSet<(DateTime<FixedOffset>, usize)>,
    /// The highest number that an item ever had.
    pub highest_number: u32,
    /// The batches of which entries were taken back.
    pub undone_batches: HashSet<EntryId>,
    /// How often somebody joined, by normalized nick.
    pub joins: HashMap<String, usize>,
    /// The topics in use.
    pub topics: Topics,
}

impl EntryIndex {
    /// Adds the next entry.
    pub(super) fn add(&mut self, entry: &Entry, is_undone: bool) {
        let place = self.places.len();
        let fields = entry.action.fields();
        self.places.insert(entry.id, place);
        let made = Some(entry.id).filter(|_| fields.makes.is_some());
        for item in made.into_iter().chain(entry.action.item()) {
            self.histories.entry(item).or_default().push(place);
        }
        self.typed.insert((entry.typed(), place));
        let number = fields.number.or(entry.id.number());
        self.highest_number = self.highest_number.max(number.unwrap_or(0));
        if is_undone {
            self.undone_batches.extend(entry.batch);
            return;
        }
        if let Some(topic) = fields.topic {
            self.topics.add(topic);
        }
        if let Action::Join(join) = &entry.action {
            *self.joins.entry(normalize(&join.nick)).or_default() += 1;
        }
    }
}
