//! The items of a board, and what stands above them.

use foldhash::HashSet;

use chrono::NaiveDate;

use super::super::{age, names_on, people_names};
use crate::diagnostic::{kind_word, state_word};
use crate::domain::{EntryId, Item, ItemKind, LONGEST_LINE, Sprint, Topic};
use crate::text::{one_line, truncate};

/// Open items under a heading.
pub(super) struct Group<'s> {
    pub(super) heading: Heading<'s>,
    pub(super) rows: Vec<Row<'s>>,
}

/// What stands above open items.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Heading<'s> {
    Topic(&'s Topic),
    /// Of items without a topic.
    Kind(ItemKind),
}

/// An item.
pub(super) struct Row<'s> {
    pub(super) item: &'s Item,
    /// How many open items that are shown contain it.
    pub(super) depth: usize,
    pub(super) text: String,
    pub(super) people: Vec<String>,
    /// Where it stands, when it is to happen, how it was closed.
    pub(super) status: String,
    /// Whether it is a task that nobody is on, nor on any of its parts.
    pub(super) is_free: bool,
    /// For how many days that status has stood.
    pub(super) age: String,
}

impl<'s> Heading<'s> {
    pub(super) fn of(item: &'s Item) -> Self {
        match &item.topic {
            Some(topic) => Heading::Topic(topic),
            None => Heading::Kind(item.kind),
        }
    }

    /// Returns the kind of items that need no word to say what they are.
    pub(super) fn kind(self) -> ItemKind {
        match self {
            Heading::Topic(_) => ItemKind::Task,
            Heading::Kind(kind) => kind,
        }
    }

    /// Returns its words; none above tasks without a topic.
    pub(super) fn text(self) -> Option<String> {
        match self {
            Heading::Topic(topic) => Some(line(&topic.readable(" › "))),
            Heading::Kind(ItemKind::Task) => None,
            Heading::Kind(ItemKind::Discussion) => Some("Discussions".to_owned()),
            Heading::Kind(ItemKind::Talk) => Some("Talks".to_owned()),
        }
    }
}

impl<'s> Row<'s> {
    pub(super) fn open(
        sprint: &Sprint,
        item: &'s Item,
        depth: usize,
        day: NaiveDate,
        free_tasks: &HashSet<EntryId>,
    ) -> Self {
        let last = item.progress.last();
        let status = last.map(|status| one_line(&status.text));
        let when = item.when.as_deref().map(one_line);
        let parts: Vec<String> = when.into_iter().chain(status).collect();
        Row {
            item,
            depth,
            text: line(&one_line(&item.text)),
            people: names_on(sprint, &item.assignees, day),
            status: line(&parts.join("; ")),
            is_free: free_tasks.contains(&item.id),
            age: last.map_or(String::new(), |status| age(status.day, day)),
        }
    }

    pub(super) fn closed(sprint: &Sprint, item: &'s Item) -> Self {
        let credit = item.credit();
        Row {
            item,
            depth: 0,
            text: line(&one_line(&item.text)),
            people: people_names(sprint, &credit.people, &credit.helpers),
            status: state_word(item.ending()).to_owned(),
            is_free: false,
            age: String::new(),
        }
    }

    /// Returns its text; before it, what it is, unless it is of the kind that is expected.
    pub(super) fn marked_text(&self, expected: ItemKind) -> String {
        match self.item.kind == expected {
            true => self.text.clone(),
            false => format!("{}: {}", kind_word(self.item.kind), self.text),
        }
    }
}

/// Cuts what is shown on one line.
pub(super) fn line(text: &str) -> String {
    truncate(text, LONGEST_LINE).into_owned()
}
