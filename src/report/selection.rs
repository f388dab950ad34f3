//! Which items and notes are in the body of a report, and in which section.

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::credit;
use super::data::Choices;
use crate::domain::{
    Config, Ending, Group, Item, ItemKind, Sprint, TimedNote, TimedText, Topic, Who,
};

/// Makes the parts of a report.
pub(super) struct Builder<'a> {
    pub sprint: &'a Sprint,
    pub config: &'a Config,
    pub choices: &'a Choices,
}

/// What a section of the body is about.
#[derive(Clone, Copy)]
pub(super) enum Scope<'a> {
    /// The whole sprint.
    Sprint,
    /// One topic, or everything without one.
    Topic(Option<&'a Topic>),
    /// One day.
    Day(NaiveDate),
    /// The work of one person, or of nobody.
    Credit(Option<Who>),
    /// The parts of an item.
    Item(&'a Item),
}

impl Builder<'_> {
    pub(super) fn is_in_scope(&self, item: &Item, scope: Scope<'_>) -> bool {
        match scope {
            Scope::Sprint => true,
            Scope::Topic(topic) => item.topic.as_ref() == topic,
            Scope::Day(day) => end_day(item) == day,
            Scope::Credit(Some(who)) => self.credited(item).contains(&who),
            Scope::Credit(None) => self.credited(item).is_empty(),
            Scope::Item(parent) => self.is_part_of(item, parent),
        }
    }

    /// Returns whether an item is in the body: finished tasks, and open ones with a result, always; talks and discussions
    /// if they have a topic, or if the sections are days.
    pub(super) fn is_in_body(&self, item: &Item) -> bool {
        let is_filed = item.topic.is_some() || self.choices.group == Group::Day;
        match item.kind {
            ItemKind::Task => self.is_reported(item),
            ItemKind::Discussion => is_filed && self.was_discussed(item),
            ItemKind::Talk => is_filed && self.was_held(item),
        }
    }

    /// Returns the notes of the days that the report is about.
    pub(super) fn notes(&self) -> impl Iterator<Item = &TimedNote> {
        self.sprint
            .notes()
            .iter()
            .filter(|note| self.choices.span.holds(note.timed_text.day))
    }

    pub(super) fn is_note_in_body(&self, note: &TimedNote) -> bool {
        note.topic.is_some() || matches!(self.choices.group, Group::Day | Group::Person)
    }

    pub(super) fn is_finished(&self, item: &Item) -> bool {
        item.is_finished() && self.choices.span.holds(end_day(item))
    }

    /// Returns whether an item is finished, or something came of it so far.
    pub(super) fn is_reported(&self, item: &Item) -> bool {
        self.is_finished(item) || item.has_result_so_far() && self.choices.span.holds(end_day(item))
    }

    /// Returns whether a discussion was closed, or has minutes or a result.
    pub(super) fn was_discussed(&self, item: &Item) -> bool {
        let is_covered = |minutes: &TimedText| self.choices.span.holds(minutes.day);
        self.is_reported(item) || (item.is_open() && item.minutes().any(is_covered))
    }

    pub(super) fn was_held(&self, item: &Item) -> bool {
        item.ending() != Some(Ending::Dropped) && self.choices.span.holds(end_day(item))
    }

    /// Finds the item in the body that this one follows, as a part of it.
    pub(super) fn parent(&self, item: &Item) -> Option<&Item> {
        self.ancestors(item).find(|parent| self.is_in_body(parent))
    }

    /// Returns whether an item is part of another, directly or not.
    pub(super) fn is_part_of(&self, item: &Item, parent: &Item) -> bool {
        self.ancestors(item).any(|above| above.id == parent.id)
    }

    /// Returns the item that this one is part of, then the one that that is part of, and so on.
    fn ancestors(&self, item: &Item) -> impl Iterator<Item = &Item> {
        let above = |item: &Item| item.under.and_then(|id| self.sprint.get(id));
        std::iter::successors(above(item), move |item| above(item))
    }

    pub(super) fn credited(&self, item: &Item) -> Vec<Who> {
        credit::credited(self.sprint, &item.credit())
    }
}

pub(super) fn is_note_in_scope(note: &TimedNote, scope: Scope<'_>) -> bool {
    match scope {
        Scope::Sprint => true,
        Scope::Topic(topic) => note.topic.as_ref() == topic,
        Scope::Day(day) => note.timed_text.day == day,
        Scope::Credit(who) => who.is_none(),
        Scope::Item(_) => false,
    }
}

/// Returns the day of the time that `end_time` returns.
fn end_day(item: &Item) -> NaiveDate {
    item.closed
        .map(|closed| closed.day)
        .or(last_report(item).map(|text| text.day))
        .unwrap_or(item.day)
}

/// Returns when an item was closed; of an open one, when its result so far was recorded, or else when it was last heard of.
pub(super) fn end_time(item: &Item) -> DateTime<FixedOffset> {
    item.closed
        .map(|closed| closed.at)
        .or(last_report(item).map(|text| text.at))
        .unwrap_or(item.at)
}

fn last_report(item: &Item) -> Option<&TimedText> {
    let result = item.results.last().filter(|_| item.has_result_so_far());
    result.or(item.last_text())
}
