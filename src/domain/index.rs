//! What is looked up among the entries of a sprint, so that no command has to look at all of them.

use chrono::{DateTime, FixedOffset};
use foldhash::{HashMap, HashSet};
use lean_string::LeanString;
use smallvec::SmallVec;

use super::derived::Derived;
use super::entry::{Action, Entry};
use super::fields::Sets;
use super::id::EntryId;
use super::timeline::{SPARE, Timed, Timeline, next_time};
use super::topics::Topics;
use crate::text::normalize;

/// What a sprint looks up among its entries. It is made of them in their order; one for an earlier time may be added then.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct EntryIndex {
    pub places: EntryPlaces,
    pub histories: Histories,
    pub parents: Parents,
    pub typing_order: TypingOrder,
    pub dated: DatedTimes,
    pub batches: Batches,
    pub takers: Takers,
    pub latest: Latest,
    /// The highest number that an item ever had.
    pub highest_number: u32,
    /// The batches of which entries were taken back.
    pub undone_batches: HashSet<EntryId>,
    /// When the last entry says who attends.
    pub last_attendance: Option<(DateTime<FixedOffset>, EntryId)>,
    /// How often somebody joined, by normalized nick.
    pub joins: HashMap<String, usize>,
    /// The topics in use.
    pub topics: Topics,
}

/// The place of each entry by its id, made when it is first asked for: most commands never do.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct EntryPlaces(Derived<HashMap<EntryId, u32>>);

impl EntryPlaces {
    /// Returns the place of an entry. `entries`: all entries of the sprint.
    pub(super) fn get(&self, id: EntryId, entries: &Timeline<Entry>) -> Option<usize> {
        let with_place = |place| (entries.at(place).id, place as u32);
        let places = self.0.get(|| entries.places().map(with_place).collect());
        places.get(&id).map(|place| *place as usize)
    }

    fn add(&mut self, place: usize, entries: &Timeline<Entry>) {
        if let Some(places) = self.0.made() {
            places.insert(entries.at(place).id, place as u32);
        }
    }
}

/// Some places of entries, in the order of time.
type Places = SmallVec<[u32; 4]>;

/// Adds a place where the time of its entry puts it.
fn put(places: &mut Places, place: usize, entries: &Timeline<Entry>) {
    let is_before = |other: &u32| entries.is_before(*other as usize, place);
    let before = places.partition_point(is_before);
    places.insert(before, place as u32);
}

/// The places of the entry that made each item and of those about it, made when they are first asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Histories(Derived<HashMap<EntryId, Places>>);

impl Histories {
    /// Returns the places of the entries that made an item or are about it, in their order. `entries`: all entries of the
    /// sprint.
    pub(super) fn of(&self, item: EntryId, entries: &Timeline<Entry>) -> &[u32] {
        let histories = self.0.get(|| {
            let mut histories = HashMap::default();
            for place in entries.places() {
                for item in concerned(entries.at(place)) {
                    let places: &mut Places = histories.entry(item).or_default();
                    places.push(place as u32);
                }
            }
            histories
        });
        let places = histories.get(&item);
        places.map(SmallVec::as_slice).unwrap_or_default()
    }

    fn add(&mut self, place: usize, entries: &Timeline<Entry>) {
        if let Some(histories) = self.0.made() {
            for item in concerned(entries.at(place)) {
                put(histories.entry(item).or_default(), place, entries);
            }
        }
    }
}

/// The places of the entries that make something part of each item, made when they are first asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Parents(Derived<HashMap<EntryId, Places>>);

impl Parents {
    /// Returns the places of the entries that make something part of an item, also if others put it elsewhere, in their order.
    /// `entries`: all entries of the sprint.
    pub(super) fn of(&self, parent: EntryId, entries: &Timeline<Entry>) -> &[u32] {
        let parents = self.0.get(|| {
            let mut parents: HashMap<EntryId, Places> = HashMap::default();
            for place in entries.places() {
                if let Some(under) = entries.at(place).action.fields().under {
                    parents.entry(under).or_default().push(place as u32);
                }
            }
            parents
        });
        let places = parents.get(&parent);
        places.map(SmallVec::as_slice).unwrap_or_default()
    }

    fn add(&mut self, place: usize, entries: &Timeline<Entry>) {
        let under = entries.at(place).action.fields().under;
        if let Some((parents, under)) = self.0.made().zip(under) {
            put(parents.entry(under).or_default(), place, entries);
        }
    }
}

/// Returns the item that an entry makes, and the one that it is about.
fn concerned(entry: &Entry) -> impl Iterator<Item = EntryId> {
    let made = Some(entry.id).filter(|_| entry.action.makes_item());
    made.into_iter().chain(entry.action.item())
}

/// The places of the entries in the order in which they were typed. Made when it is first asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct TypingOrder(Derived<Vec<u32>>);

impl TypingOrder {
    /// Returns them. `entries`: all entries of the sprint, in their order.
    pub(super) fn get(&self, entries: &Timeline<Entry>) -> &[u32] {
        self.0.get(|| {
            let mut typed = Vec::with_capacity(entries.len() + SPARE);
            typed.extend(entries.places().map(|place| place as u32));
            // The sort is stable: what was typed at the same time stays in the order of the log.
            typed.sort_by_key(|place| entries.at(*place as usize).typed());
            typed
        })
    }

    fn add(&mut self, place: usize, entries: &Timeline<Entry>) {
        if let Some(typed) = self.0.made() {
            let key = |place: usize| (entries.at(place).typed(), entries.at(place).key());
            let before = typed.partition_point(|other| key(*other as usize) < key(place));
            typed.insert(before, place as u32);
        }
    }
}

/// The places of what may be taken back as what somebody typed last, in the order of typing. Made when it is first asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Latest(Derived<Vec<u32>>);

impl Latest {
    /// Returns them; some may have been taken back since, but hardly any of the last ones. `typed`: the places of all entries in
    /// the order of typing.
    pub(super) fn get(
        &self,
        typed: &[u32],
        entries: &Timeline<Entry>,
        undone: &HashSet<EntryId>,
    ) -> &[u32] {
        self.0.get(|| {
            let can_be = |place: &u32| {
                let entry = entries.at(*place as usize);
                may_be_latest(entry) && !undone.contains(&entry.id)
            };
            typed.iter().copied().filter(can_be).collect()
        })
    }

    fn add(&mut self, place: usize, entries: &Timeline<Entry>) {
        if let Some(latest) = self.0.made().filter(|_| may_be_latest(entries.at(place))) {
            let key = |place: usize| (entries.at(place).typed(), entries.at(place).key());
            let before = latest.partition_point(|other| key(*other as usize) < key(place));
            latest.insert(before, place as u32);
        }
    }

    /// Leaves out the last ones that were taken back.
    fn drop_undone(&mut self, entries: &Timeline<Entry>, undone: &HashSet<EntryId>) {
        if let Some(latest) = self.0.made() {
            let is_undone = |place: &&u32| undone.contains(&entries.at(**place as usize).id);
            let gone = latest.iter().rev().take_while(is_undone).count();
            latest.truncate(latest.len() - gone);
        }
    }
}

/// Returns whether an entry can be taken back as the last one that somebody typed: an undo only if it is part of a batch or an
/// edited document, and takes back one entry.
pub(super) fn may_be_latest(entry: &Entry) -> bool {
    match &entry.action {
        Action::Undo(undo) => undo.only && entry.batch.is_some(),
        action => action.fields().settled != Some(true),
    }
}

/// Runs of entries that one person entered for another time than that of typing, each right after the one before: those for a
/// day that were entered without an hour. Made when they are first asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct DatedTimes(Derived<Runs>);

/// Who wrote something, and a time.
type Written = (LeanString, DateTime<FixedOffset>);

#[derive(Clone, Debug, Default)]
struct Runs {
    /// The time right after the last entry of a run, by the time of its first.
    ends: HashMap<Written, DateTime<FixedOffset>>,
    /// The same the other way round.
    starts: HashMap<Written, DateTime<FixedOffset>>,
}

impl Runs {
    fn add(&mut self, entry: &Entry) {
        let written = (entry.by.clone(), entry.at);
        if let Some(next) =
            next_time(entry.at, *entry.at.offset()).filter(|_| entry.entered.is_some())
        {
            let start = self.starts.remove(&written).unwrap_or(entry.at);
            self.ends.insert((entry.by.clone(), start), next);
            self.starts.insert((entry.by.clone(), next), start);
        }
    }
}

impl DatedTimes {
    /// Returns a time before which somebody's entries follow each other from a time on, one step after another: nearly always the
    /// first that is free, and that time itself if nothing begins there.
    /// `entries`: all entries of the sprint.
    pub(super) fn after(
        &self,
        time: DateTime<FixedOffset>,
        by: &str,
        entries: &Timeline<Entry>,
    ) -> DateTime<FixedOffset> {
        let runs = self.0.get(|| {
            let mut runs = Runs::default();
            entries.iter().for_each(|entry| runs.add(entry));
            runs
        });
        let end = runs.ends.get(&(LeanString::from(by), time));
        end.map_or(time, |end| end.with_timezone(time.offset()))
    }

    fn add(&mut self, entry: &Entry) {
        if let Some(runs) = self.0.made() {
            runs.add(entry);
        }
    }
}

/// The places of the entries that were recorded together, by their batch. Made when they are first asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Batches(Derived<HashMap<EntryId, Places>>);

impl Batches {
    /// Returns the places of the entries of a batch, in their order. `entries`: all entries of the sprint.
    pub(super) fn of(&self, batch: EntryId, entries: &Timeline<Entry>) -> &[u32] {
        let batches = self.0.get(|| {
            let mut batches: HashMap<EntryId, Places> = HashMap::default();
            for place in entries.places() {
                if let Some(batch) = entries.at(place).batch {
                    batches.entry(batch).or_default().push(place as u32);
                }
            }
            batches
        });
        let places = batches.get(&batch);
        places.map(SmallVec::as_slice).unwrap_or_default()
    }

    fn add(&mut self, place: usize, entries: &Timeline<Entry>) {
        let batches = self.0.made().zip(entries.at(place).batch);
        if let Some((batches, batch)) = batches {
            put(batches.entry(batch).or_default(), place, entries);
        }
    }
}

/// What an undo takes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Taken {
    One(EntryId),
    /// All that were recorded together.
    Batch(EntryId),
}

/// The places of the undos by what they take back. Made when they are first asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Takers(Derived<HashMap<Taken, Places>>);

impl Takers {
    /// Returns the places of the undos that take something back, in their order. `taken` says what an undo takes back.
    pub(super) fn of(
        &self,
        what: Taken,
        entries: &Timeline<Entry>,
        taken: impl Fn(&Entry) -> Option<Taken>,
    ) -> &[u32] {
        let takers = self.0.get(|| {
            let mut takers: HashMap<Taken, Places> = HashMap::default();
            for place in entries.places() {
                if let Some(taken) = taken(entries.at(place)) {
                    takers.entry(taken).or_default().push(place as u32);
                }
            }
            takers
        });
        let places = takers.get(&what);
        places.map(SmallVec::as_slice).unwrap_or_default()
    }

    /// Adds an undo that takes something back.
    pub(super) fn add(&mut self, taken: Taken, place: usize, entries: &Timeline<Entry>) {
        if let Some(takers) = self.0.made() {
            put(takers.entry(taken).or_default(), place, entries);
        }
    }
}

impl EntryIndex {
    /// Takes all entries, in their order.
    pub(super) fn of(entries: &Timeline<Entry>, undone: &HashSet<EntryId>) -> EntryIndex {
        let mut index = EntryIndex::default();
        for entry in entries.iter() {
            index.take(entry, undone.contains(&entry.id));
        }
        index
    }

    /// Adds the entry at a place, which has an effect. Topics that it names for the first time come last.
    pub(super) fn add(&mut self, place: usize, entries: &Timeline<Entry>) {
        self.places.add(place, entries);
        self.histories.add(place, entries);
        self.parents.add(place, entries);
        self.typing_order.add(place, entries);
        self.batches.add(place, entries);
        self.latest.add(place, entries);
        let entry = entries.at(place);
        self.dated.add(entry);
        self.take(entry, false);
    }

    /// Notes that the undo with an id takes back something, of some batches.
    pub(super) fn note_undo(
        &mut self,
        what: Taken,
        undo: EntryId,
        batches: &[EntryId],
        entries: &Timeline<Entry>,
        undone: &HashSet<EntryId>,
    ) {
        self.undone_batches.extend(batches);
        if let Some(place) = self.places.get(undo, entries) {
            self.takers.add(what, place, entries);
        }
        self.latest.drop_undone(entries, undone);
    }

    fn take(&mut self, entry: &Entry, is_undone: bool) {
        let action = &entry.action;
        let number = action.number().or(entry.id.number());
        self.highest_number = self.highest_number.max(number.unwrap_or(0));
        if action.sets() == Sets::Attendance {
            self.last_attendance = self.last_attendance.max(Some(entry.key()));
        }
        if is_undone {
            self.undone_batches.extend(entry.batch);
            return;
        }
        if let Some(topic) = action.topic() {
            self.topics.add(topic, Some(entry.id));
        }
        if let Action::Join(join) = action {
            *self.joins.entry(normalize(&join.nick)).or_default() += 1;
        }
    }
}
