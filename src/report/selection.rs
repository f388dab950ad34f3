//! What of a sprint a report is about.

use std::collections::BTreeSet;
use std::hash::Hash;

use chrono::{DateTime, FixedOffset, NaiveDate};
use foldhash::{HashMap, HashSet};
use lean_string::LeanString;

use super::settings::{Settings, Span};
use super::whose;
use crate::domain::{
    Config, Entry, EntryId, Goal, Item, ItemKind, NextStep, Picture, Recorded, Sprint, TimedNote,
    TimedText, Topic, Who, compared,
};

/// Makes the parts of a report.
#[derive(Clone, Copy)]
pub(super) struct Builder<'a> {
    pub sprint: &'a Sprint,
    pub config: &'a Config,
    pub settings: Settings,
    /// The days that the report is about.
    pub span: Span,
    /// The item that the report is about; `None` if it is about the sprint.
    pub about: Option<EntryId>,
}

impl<'a> Builder<'a> {
    /// Returns the items that the report tells: those of which something came, and finished tasks and held talks in any case. What is
    /// said of a finished item on a later day is told on that day, too.
    /// Dropped items are left out.
    pub fn told_items(self) -> impl Iterator<Item = &'a Item> {
        let items = self.sprint.items().iter();
        items.filter(move |item| self.is_told(item))
    }

    /// Returns the open items that are not only talked about: tasks, and discussions without minutes.
    pub fn unfinished(self) -> impl Iterator<Item = &'a Item> {
        let is_left = move |item: &&Item| match item.kind {
            ItemKind::Task => item.is_open(),
            ItemKind::Discussion => item.is_open() && !self.is_told(item),
            ItemKind::Talk => false,
        };
        let items = self.sprint.items().iter().filter(is_left);
        items.filter(move |item| match self.about {
            // The title has its text already: the item itself is listed only for its status.
            Some(about) if about == item.id => item.status().is_some(),
            _ => self.is_in_report(item),
        })
    }

    /// Returns the goals, each once, the side goals last.
    pub fn listed_goals(self) -> impl Iterator<Item = &'a Recorded<Goal>> {
        let all = || self.sprint.goals().iter();
        let goals = all().filter(|goal| !goal.what.side);
        let side = all().filter(|goal| goal.what.side);
        once(goals.chain(side), |goal| {
            (goal.what.side, compared(&goal.what.text))
        })
    }

    /// Returns the thanks, each once.
    pub fn listed_thanks(self) -> impl Iterator<Item = &'a Recorded<LeanString>> {
        let thanks = self.sprint.thanks().iter();
        once(thanks, |thanks| compared(&thanks.what))
    }

    pub fn notes(self) -> impl Iterator<Item = &'a TimedNote> {
        let notes = self.sprint.notes().iter();
        notes.filter(move |note| self.about.is_none() && self.span.holds(note.timed_text.day))
    }

    /// Returns the photos with their places among those of the sprint.
    pub fn pictures(self) -> impl Iterator<Item = (usize, &'a Picture)> {
        let pictures = self.sprint.pictures().iter().enumerate();
        pictures
            .filter(move |(_, picture)| self.span.holds(picture.day) && self.is_about(picture.item))
    }

    /// Returns what follows after the sprint, each once, with the places among all of that.
    pub fn next_steps(self) -> impl Iterator<Item = (usize, &'a NextStep)> {
        let steps = self.sprint.next_steps().iter().enumerate();
        let steps = steps.filter(move |(_, step)| {
            self.span.holds(step.timed_text.day) && self.is_about(step.item)
        });
        once(steps, |(_, step)| {
            let whose = (&step.people, &step.helpers);
            (
                step.item,
                &step.topic,
                whose,
                compared(&step.timed_text.text),
            )
        })
    }

    /// Returns whether something that belongs to an item, or to none, belongs to what the report is about.
    fn is_about(self, item: Option<EntryId>) -> bool {
        let item = item.and_then(|item| self.sprint.get(item));
        self.about.is_none() || item.is_some_and(|item| self.is_in_report(item))
    }

    fn is_in_report(self, item: &Item) -> bool {
        self.about
            .is_none_or(|about| item.id == about || self.ancestors(item).any(|it| it.id == about))
    }

    /// Returns whether the report tells an item.
    pub fn is_told(self, item: &Item) -> bool {
        let is_covered = |text: &TimedText| self.span.holds(text.day);
        let is_told = self.is_finished(item)
            || (item.is_finished() || item.has_result_so_far())
                && item.valid_results().iter().any(is_covered)
            || item.is_open() && item.minutes().any(is_covered);
        is_told && self.is_in_report(item)
    }

    /// Returns whether an item was finished on one of the days that the report is about.
    pub fn is_finished(self, item: &Item) -> bool {
        item.is_finished() && self.span.holds(end_day(item))
    }

    /// Returns the item that this one is part of, then the one that that is part of, and so on.
    pub fn ancestors<'i>(self, item: &'i Item) -> impl Iterator<Item = &'i Item>
    where
        'a: 'i,
    {
        let above = move |item: &Item| item.under.and_then(|id| self.sprint.get(id));
        std::iter::successors(above(item), move |item| above(item))
    }

    pub fn credited(self, item: &Item) -> Vec<Who> {
        whose::credited(self.sprint, &item.credit())
    }

    /// Returns the topic of a photo: its own, or else that of its item.
    pub fn topic_of(self, picture: &'a Picture) -> Option<&'a Topic> {
        let item = picture.item.and_then(|item| self.sprint.get(item));
        let topic = picture.topic.as_ref();
        topic.or(item.and_then(|item| item.topic.as_ref()))
    }

    /// Returns the topic of what follows after the sprint: its own, or else that of its item.
    pub fn topic_of_step(self, step: &'a NextStep) -> Option<&'a Topic> {
        let item = step.item.and_then(|item| self.sprint.get(item));
        let topic = step.topic.as_ref();
        topic.or(item.and_then(|item| item.topic.as_ref()))
    }

    /// Returns the days on which something of an item is told: its minutes, its results, and that it was finished.
    pub fn days_of(self, item: &Item) -> BTreeSet<NaiveDate> {
        let texts = item.minutes().chain(&item.results).map(|text| text.day);
        let end = item.closed.map(|closed| closed.day);
        let days = texts.chain(end);
        days.filter(|day| self.span.holds(*day)).collect()
    }

    /// Returns the days on which something was recorded.
    pub fn days(self) -> BTreeSet<NaiveDate> {
        let days = self.sprint.entries().iter().map(Entry::day);
        days.filter(|day| self.span.holds(*day)).collect()
    }

    /// Lists all topics, each after the one that it is part of, in the order of `sprint.toml` and then of the log.
    pub fn topics(self) -> Vec<Topic> {
        let mut topics = self.sprint.known_topics(&self.config.topics);
        let places: HashMap<Topic, usize> = topics.iter().cloned().zip(0..).collect();
        topics.sort_by_cached_key(|topic| {
            let path = topic.path().map(|above| places.get(&above));
            path.collect::<Vec<_>>()
        });
        topics
    }

    /// Lists the topics that have something to tell, and those above them.
    pub fn told_topics(self) -> Vec<Topic> {
        let items = self.told_items().filter_map(|item| item.topic.as_ref());
        let notes = self.notes().filter_map(|note| note.topic.as_ref());
        let told: HashSet<&Topic> = items.chain(notes).collect();
        let told: HashSet<Topic> = told.into_iter().flat_map(Topic::path).collect();
        let topics = self.topics().into_iter();
        topics.filter(|topic| told.contains(topic)).collect()
    }
}

/// Leaves out what has the same key as something before it.
fn once<T, K: Eq + Hash>(
    all: impl Iterator<Item = T>,
    key: impl Fn(&T) -> K,
) -> impl Iterator<Item = T> {
    let mut seen = HashSet::default();
    all.filter(move |one| seen.insert(key(one)))
}

/// Returns the day of the time that `end_time` returns.
fn end_day(item: &Item) -> NaiveDate {
    let closed = item.closed.map(|closed| closed.day);
    let last = last_report(item).map(|text| text.day);
    closed.or(last).unwrap_or(item.day)
}

/// Returns when an item was closed; of an open one, when its result so far was recorded, or else when it was last heard of.
pub(super) fn end_time(item: &Item) -> DateTime<FixedOffset> {
    let closed = item.closed.map(|closed| closed.at);
    let last = last_report(item).map(|text| text.at);
    closed.or(last).unwrap_or(item.at)
}

fn last_report(item: &Item) -> Option<&TimedText> {
    let result = item.results.last().filter(|_| item.has_result_so_far());
    result.or(item.last_text())
}
