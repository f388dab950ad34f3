//! What was recorded since the document was exported: what the document says and was recorded once is not recorded again,
//! whatever was recorded after that.

use std::collections::HashSet;

use lean_string::LeanString;

use super::Comparison;
use super::people::Somebody;
use crate::domain::{Action, Entry, EntryId, Item, Topic};
use crate::planning::document::Person;

impl Comparison<'_> {
    /// Returns whether somebody came to an item.
    pub(super) fn was_assigned(&self, item: &Item, person: &Person) -> bool {
        self.since(item).any(|action| match action {
            Action::Assign(assign) => match person.helps {
                true => self.names(&assign.with, person),
                false => self.names(&assign.people, person),
            },
            _ => false,
        })
    }

    /// Returns whether somebody was taken off an item.
    pub(super) fn was_unassigned(&self, item: &Item, person: &Person) -> bool {
        let somebody = Somebody::of(&person.typed, self.now);
        self.since(item).any(|action| match action {
            Action::Unassign(unassign) => {
                let mut people = unassign.people.iter();
                unassign.people.is_empty()
                    || people.any(|name| Somebody::of(name, self.now) == somebody)
            }
            _ => false,
        })
    }

    /// Returns whether the people of a row had the credit of an item.
    pub(super) fn was_credited(
        &self,
        item: &Item,
        wanted: &HashSet<(Somebody, bool, bool)>,
    ) -> bool {
        self.since(item).any(|action| match action {
            Action::Done(done) => {
                let people = done.people.iter().map(|name| (name, false));
                let helpers = done.with.iter().map(|name| (name, true));
                let stored = people.chain(helpers).filter_map(|(name, helps)| {
                    let one = self.now.people().stored(name)?;
                    Some((Somebody::Known(one.who), helps, one.doubtful))
                });
                stored.collect::<HashSet<_>>() == *wanted
            }
            _ => false,
        })
    }

    /// Returns whether an item was filed under a topic, or under none.
    pub(super) fn was_filed(&self, item: &Item, wanted: &Option<Topic>) -> bool {
        self.since(item).any(|action| match action {
            Action::Move(moved) => moved.topic.as_ref() == Some(wanted),
            _ => false,
        })
    }

    /// Returns whether an item was made part of another, or of none.
    pub(super) fn was_part_of(&self, item: &Item, parent: Option<EntryId>) -> bool {
        self.since(item).any(|action| match action {
            Action::Move(moved) => moved.under == parent && (parent.is_some() || moved.top),
            _ => false,
        })
    }

    /// Returns whether an item had a time, or none.
    pub(super) fn was_timed(&self, item: &Item, when: &str) -> bool {
        self.since(item).any(|action| match action {
            Action::Move(moved) => moved.when.as_deref() == Some(when),
            _ => false,
        })
    }

    /// Returns whether one person recorded all that is new of an item.
    pub(super) fn is_by(&self, item: &Item, who: &str) -> bool {
        self.entries_since(item).all(|entry| entry.by == who)
    }

    /// Returns what was recorded of an item and not taken back.
    fn since<'i>(&'i self, item: &'i Item) -> impl Iterator<Item = &'i Action> {
        self.entries_since(item).map(|entry| &entry.action)
    }

    fn entries_since<'i>(&'i self, item: &'i Item) -> impl Iterator<Item = &'i Entry> {
        let entries = self.now.history(item);
        let since = entries.filter(|entry| !self.before.contains(&entry.id));
        since.filter(|entry| !self.now.is_undone(entry.id))
    }

    fn names(&self, names: &[LeanString], person: &Person) -> bool {
        let somebody = Somebody::of(&person.typed, self.now);
        let mut stored = names
            .iter()
            .filter_map(|name| self.now.people().stored(name));
        stored.any(|one| Somebody::Known(one.who) == somebody && one.doubtful == person.doubtful)
    }
}
