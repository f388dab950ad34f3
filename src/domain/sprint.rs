//! The state of a sprint after all its entries.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate};
use foldhash::HashSet;
use lean_string::LeanString;

use super::assignees::PersonRefs;
use super::entry::{Action, Entry, Goal};
use super::fields::Fields;
use super::id::{EntryId, HIGHEST};
use super::index::EntryIndex;
use super::item::{Item, ItemKind, TimedText};
use super::items::Items;
use super::person::{People, PersonId, Who};
use super::timeline::{Timed, Timeline};
use super::topic::Topic;
use super::topics::Topics;
use super::violation::{Problem, Violation};
use crate::text::normalize;

/// The state of a sprint after all its entries. It is only made by folding entries: see [`Sprint::from_entries`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sprint {
    pub(super) entries: Timeline<Entry>,
    pub(super) index: EntryIndex,
    pub(super) problems: Vec<Problem>,
    pub(super) undone: HashSet<EntryId>,
    pub(super) items: Items,
    pub(super) people: People,
    pub(super) goals: Timeline<Recorded<Goal>>,
    pub(super) days: BTreeMap<NaiveDate, SpecialDay>,
    pub(super) notes: Timeline<TimedNote>,
    pub(super) next_steps: Timeline<NextStep>,
    pub(super) pictures: Timeline<Picture>,
    pub(super) thanks: Timeline<Recorded<LeanString>>,
}

/// What is special about a day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SpecialDay {
    /// For example "documentation day".
    pub theme: Option<LeanString>,
    pub is_break: bool,
}

/// What an entry says, and nothing else changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Recorded<T> {
    /// The id of the entry.
    pub id: EntryId,
    pub at: DateTime<FixedOffset>,
    pub what: T,
}

impl<T> Timed for Recorded<T> {
    fn key(&self) -> (DateTime<FixedOffset>, EntryId) {
        (self.at, self.id)
    }
}

impl Timed for TimedNote {
    fn key(&self) -> (DateTime<FixedOffset>, EntryId) {
        (self.timed_text.at, self.id)
    }
}

impl Timed for NextStep {
    fn key(&self) -> (DateTime<FixedOffset>, EntryId) {
        (self.timed_text.at, self.id)
    }
}

impl Timed for Picture {
    fn key(&self) -> (DateTime<FixedOffset>, EntryId) {
        (self.at, self.id)
    }
}

/// A note and where it is filed.
#[derive(Clone, Debug, PartialEq)]
pub struct TimedNote {
    /// The id of the entry that made it.
    pub id: EntryId,
    pub timed_text: TimedText,
    pub topic: Option<Topic>,
}

/// What should happen after the sprint.
#[derive(Clone, Debug, PartialEq)]
pub struct NextStep {
    /// The id of the entry that made it.
    pub id: EntryId,
    pub timed_text: TimedText,
    pub people: PersonRefs,
    pub helpers: PersonRefs,
    /// The item that it follows from.
    pub item: Option<EntryId>,
    pub topic: Option<Topic>,
}

/// A photo and where it belongs.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The id of the entry that added it.
    pub(super) id: EntryId,
    pub at: DateTime<FixedOffset>,
    pub day: NaiveDate,
    /// An address, or a path relative to the sprint's folder.
    pub file: LeanString,
    /// The caption, in Markdown.
    pub caption: Option<LeanString>,
    /// What stands for it where it cannot be seen.
    pub alt: Option<LeanString>,
    pub item: Option<EntryId>,
    pub topic: Option<Topic>,
}

impl Sprint {
    /// Returns everything that was recorded, oldest first, including what was taken back.
    pub fn entries(&self) -> &Timeline<Entry> {
        &self.entries
    }

    /// Returns what is wrong with entries.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Returns whether an entry was taken back and has no effect.
    pub fn is_undone(&self, id: EntryId) -> bool {
        self.undone.contains(&id)
    }

    /// Returns the entry with an id.
    pub fn entry(&self, id: EntryId) -> Option<&Entry> {
        let place = self.index.places.get(id, &self.entries)?;
        Some(self.entries.at(place))
    }

    /// Returns the entries that have an effect, oldest first.
    pub fn effective(&self) -> impl Iterator<Item = &Entry> {
        self.entries
            .iter()
            .filter(|entry| !self.is_undone(entry.id))
    }

    /// Returns the items, oldest first.
    pub fn items(&self) -> &Timeline<Item> {
        self.items.list()
    }

    /// Returns the item that an entry made.
    pub fn get(&self, id: EntryId) -> Option<&Item> {
        self.items.get(id)
    }

    /// Returns the first open item with the text of a new one, whatever its case and accents, that is part of the same, or of anything if
    /// the new one is part of nothing, and under no other topic.
    pub fn open_like(&self, new: &Fields<'_>) -> Option<&Item> {
        let text = new.text?;
        let mut items = self.items.with_text(text).into_iter();
        items.find(|item| {
            let topics = item.own_topic.as_ref().zip(new.topic);
            item.is_open()
                && new.under.is_none_or(|under| item.under == Some(under))
                && topics.is_none_or(|(one, other)| one == other)
                && normalize(&item.text) == normalize(text)
        })
    }

    /// Returns the item that an entry makes or is about.
    pub fn subject(&self, entry: &Entry) -> Option<&Item> {
        self.get(entry.action.item().unwrap_or(entry.id))
    }

    /// Returns the entry that made an item and all those about it, oldest first.
    pub fn history<'a>(&'a self, item: &Item) -> impl DoubleEndedIterator<Item = &'a Entry> {
        let places = self.index.histories.of(item.id, &self.entries).iter();
        places.map(|place| self.entries.at(*place as usize))
    }

    /// Returns the items that are part of `parent`, in any state, oldest first.
    pub fn parts<'a>(&'a self, parent: &'a Item) -> impl Iterator<Item = &'a Item> {
        let places = self.items.parts(parent.id).iter();
        places.map(|place| self.items.at(*place))
    }

    /// Returns the open tasks that nobody is on, nor on any of their open parts. Whoever has left before `day` is on nothing.
    pub fn free_tasks(&self, day: NaiveDate) -> HashSet<EntryId> {
        let open = || self.items().iter().filter(|item| item.is_open());
        let is_there = |who| !matches!(who, Who::Person(id) if self.has_left(id, day));
        let is_taken = |item: &&Item| item.assignees.all().any(|one| is_there(one.who));
        let mut taken = HashSet::default();
        for item in open().filter(is_taken) {
            let mut next = Some(item);
            while let Some(item) = next.filter(|item| taken.insert(item.id)) {
                next = self.open_parent(item);
            }
        }
        let tasks = open().filter(|item| item.kind == ItemKind::Task);
        let tasks = tasks.map(|task| task.id);
        tasks.filter(|task| !taken.contains(task)).collect()
    }

    /// Returns the open items that are part of `parent`, oldest first.
    pub fn open_parts<'a>(&'a self, parent: &'a Item) -> impl Iterator<Item = &'a Item> {
        let parts = self.parts(parent).filter(|part| part.is_open());
        parts.filter(|_| parent.is_open())
    }

    fn open_parent(&self, item: &Item) -> Option<&Item> {
        item.under
            .and_then(|under| self.get(under))
            .filter(|parent| parent.is_open())
    }

    /// Returns the items that were closed on `day`, in the order in which they were closed.
    pub fn closed_on(&self, day: NaiveDate) -> Vec<&Item> {
        let is_of_day = |item: &&Item| item.closed.is_some_and(|closed| closed.day == day);
        let mut items: Vec<&Item> = self.items().iter().filter(is_of_day).collect();
        items.sort_by_key(|item| item.closed.map(|closed| closed.at));
        items
    }

    /// Returns everybody who was named, with or without a `join`.
    pub fn people(&self) -> &People {
        &self.people
    }

    /// Counts the entries that say that somebody is there.
    pub fn joins(&self, id: PersonId) -> usize {
        let mut nicks: Vec<String> = self.people.get(id).names().map(normalize).collect();
        nicks.sort_unstable();
        nicks.dedup();
        let own = nicks
            .iter()
            .filter(|nick| self.people.nick_holder(nick) == Some(id));
        own.filter_map(|nick| self.index.joins.get(nick)).sum()
    }

    /// Returns the entries that say that somebody comes.
    pub fn joined_by(&self, id: PersonId) -> Vec<EntryId> {
        let joins = self.effective().filter(|entry| match &entry.action {
            Action::Join(join) => self.people.nick_holder(&join.nick) == Some(id),
            _ => false,
        });
        joins.map(|join| join.id).collect()
    }

    /// Returns the goals, oldest first.
    pub fn goals(&self) -> &Timeline<Recorded<Goal>> {
        &self.goals
    }

    /// Returns what is special about `day`, if anything is.
    pub fn day(&self, day: NaiveDate) -> Option<&SpecialDay> {
        self.days.get(&day)
    }

    /// Returns the notes, oldest first.
    pub fn notes(&self) -> &Timeline<TimedNote> {
        &self.notes
    }

    /// Returns what should happen after the sprint, oldest first.
    pub fn next_steps(&self) -> &Timeline<NextStep> {
        &self.next_steps
    }

    /// Returns the photos, oldest first.
    pub fn pictures(&self) -> &Timeline<Picture> {
        &self.pictures
    }

    /// Returns whom to thank, oldest first.
    pub fn thanks(&self) -> &Timeline<Recorded<LeanString>> {
        &self.thanks
    }

    /// Prints some people by their names in full from now on, and all others by a short one.
    pub fn print_in_full(&mut self, names: &[String]) {
        self.people.print_in_full(names);
    }

    /// Returns all topics and those above them, in the order of their first use.
    pub fn topics(&self) -> Vec<Topic> {
        self.known_topics(&[])
    }

    /// Returns the topics `listed` and those above them, then all others, in the order of their first use.
    pub(crate) fn known_topics(&self, listed: &[Topic]) -> Vec<Topic> {
        let listed = Topics::of(listed);
        let used = self.index.topics.iter();
        let used = used.filter(|topic| !listed.contains(topic));
        listed.iter().chain(used).cloned().collect()
    }

    /// Returns each topic that an entry names and those above it, with the entry, unless its item was moved since.
    pub(super) fn topic_uses(&self) -> impl Iterator<Item = (EntryId, Topic)> {
        let is_so = |entry: &Entry, topic: &Topic| {
            let files = entry.action.makes_item() || matches!(entry.action, Action::Move(_));
            let item = self.subject(entry).filter(|_| files);
            item.is_none_or(|item| item.own_topic.as_ref() == Some(topic))
        };
        self.effective().flat_map(move |entry| {
            let topic = entry.action.topic().filter(|topic| is_so(entry, topic));
            let topics = topic.into_iter().flat_map(Topic::path);
            topics.map(|topic| (entry.id, topic))
        })
    }

    /// Returns the number for the next item.
    ///
    /// # Errors
    ///
    /// [`Violation::NumbersUsedUp`] if there is none left.
    pub fn next_number(&self) -> Result<u32, Violation> {
        match self.highest_number() {
            HIGHEST => Err(Violation::NumbersUsedUp(HIGHEST)),
            highest => Ok(highest + 1),
        }
    }

    /// Returns the highest number ever given to an item, including one that was taken back; 0 before the first.
    pub fn highest_number(&self) -> u32 {
        self.index.highest_number
    }
}
