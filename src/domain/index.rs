//! What is looked up among the entries of a sprint, so that no command has to look at all of them.

use chrono::{DateTime, FixedOffset};
use foldhash::{HashMap, HashSet};
use smallvec::SmallVec;

use super::derived::Derived;
use super::entry::{Action, Entry};
use super::id::EntryId;
use super::item::Item;
use super::topics::Topics;
use crate::text::normalize;

/// What a sprint looks up among its entries. It is made of them, one after another in their order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct EntryIndex {
    pub places: EntryPlaces,
    /// How many entries there are, fewer than 2^32: each is a line.
    count: u32,
    pub histories: Histories,
    pub typing_times: TypingTimes,
    /// The highest number that an item ever had.
    pub highest_number: u32,
    /// The batches of which entries were taken back.
    pub undone_batches: HashSet<EntryId>,
    /// How often somebody joined, by normalized nick.
    pub joins: HashMap<String, usize>,
    /// The topics in use.
    pub topics: Topics,
}

/// The place of each entry by its id, made when it is first asked for: most commands never do.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct EntryPlaces(Derived<HashMap<EntryId, u32>>);

impl EntryPlaces {
    /// Returns the place of an entry. `entries`: all entries of the sprint, in their order.
    pub(super) fn get(&self, id: EntryId, entries: &[Entry]) -> Option<usize> {
        let ids = || entries.iter().map(|entry| entry.id);
        let places = self.0.get(|| ids().zip(0..).collect());
        places.get(&id).map(|place| *place as usize)
    }

    fn add(&mut self, id: EntryId, place: u32) {
        if let Some(places) = self.0.made() {
            places.insert(id, place);
        }
    }
}

/// The places of the entry that made each item and of those about it, made when they are first asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Histories(Derived<HashMap<EntryId, SmallVec<[u32; 4]>>>);

impl Histories {
    /// Returns the places of the entries that made an item or are about it, in their order. `entries`: all entries of the
    /// sprint.
    pub(super) fn of(&self, item: EntryId, entries: &[Entry]) -> &[u32] {
        let histories = self.0.get(|| {
            let mut histories = HashMap::default();
            for (entry, place) in entries.iter().zip(0..) {
                note(&mut histories, entry, place);
            }
            histories
        });
        let places = histories.get(&item);
        places.map(SmallVec::as_slice).unwrap_or_default()
    }

    fn add(&mut self, entry: &Entry, place: u32) {
        if let Some(histories) = self.0.made() {
            note(histories, entry, place);
        }
    }
}

fn note(histories: &mut HashMap<EntryId, SmallVec<[u32; 4]>>, entry: &Entry, place: u32) {
    let made = Some(entry.id).filter(|_| entry.action.makes_item());
    for item in made.into_iter().chain(entry.action.item()) {
        histories.entry(item).or_default().push(place);
    }
}

/// When each entry was typed, and its place; in that order. Made when it is first asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct TypingTimes(Derived<Vec<(DateTime<FixedOffset>, u32)>>);

impl TypingTimes {
    /// Returns them in order. `entries`: all entries of the sprint, in their order.
    pub(super) fn get(&self, entries: &[Entry]) -> &[(DateTime<FixedOffset>, u32)] {
        self.0.get(|| {
            let typed = entries.iter().map(Entry::typed).zip(0..);
            let mut typed: Vec<(DateTime<FixedOffset>, u32)> = typed.collect();
            typed.sort_unstable();
            typed
        })
    }

    fn add(&mut self, entry: &Entry, place: u32) {
        if let Some(typed) = self.0.made() {
            let new = (entry.typed(), place);
            let place = typed.partition_point(|typed| *typed < new);
            typed.insert(place, new);
        }
    }
}

/// The places of the parts of each item, in order, made when they are first asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Parts(Derived<HashMap<EntryId, Vec<usize>>>);

impl Parts {
    /// Returns the places of what is part of an item. `items`: all items of the sprint.
    pub(super) fn of(&self, parent: EntryId, items: &[Item]) -> &[usize] {
        let parts = self.0.get(|| {
            let mut parts: HashMap<EntryId, Vec<usize>> = HashMap::default();
            for (place, item) in items.iter().enumerate() {
                if let Some(parent) = item.under {
                    parts.entry(parent).or_default().push(place);
                }
            }
            parts
        });
        parts.get(&parent).map(Vec::as_slice).unwrap_or_default()
    }

    /// Notes that the item at a place is part of another one now, or of none.
    pub(super) fn change(&mut self, place: usize, from: Option<EntryId>, to: Option<EntryId>) {
        let Some(parts) = self.0.made() else {
            return;
        };
        if let Some(parts) = from.and_then(|from| parts.get_mut(&from)) {
            parts.retain(|part| *part != place);
        }
        if let Some(to) = to {
            let parts = parts.entry(to).or_default();
            let at = parts.partition_point(|part| *part < place);
            parts.insert(at, place);
        }
    }
}

impl EntryIndex {
    /// Takes all entries, in their order.
    pub(super) fn of(entries: &[Entry], undone: &HashSet<EntryId>) -> EntryIndex {
        let mut index = EntryIndex::default();
        for entry in entries {
            index.take(entry, undone.contains(&entry.id));
        }
        index
    }

    /// Adds the next entry, which has an effect.
    pub(super) fn add(&mut self, entry: &Entry) {
        self.places.add(entry.id, self.count);
        self.histories.add(entry, self.count);
        self.typing_times.add(entry, self.count);
        self.take(entry, false);
    }

    fn take(&mut self, entry: &Entry, is_undone: bool) {
        self.count += 1;
        let fields = entry.action.fields();
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
