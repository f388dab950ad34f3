//! Where a new entry goes in the order of time, so that what was confirmed is so.
//!
//! Clocks disagree, and two people may enter something for the same minute of yesterday. Whoever types has seen all that
//! is in the log, whatever the times there. So an entry goes after what would cancel it, and no further: what is not
//! cancelled is not moved. Only the fold knows what cancels what, so the fold is asked, with the entry at one time after
//! another, whether saying it once more at the end would change anything.

mod search;

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset};

use super::assignees::Assignees;
use super::entry::{Action, Entry};
use super::fields::Sets;
use super::id::EntryId;
use super::item::{Ending, Item, ItemKind, TimedText};
use super::person::PersonRef;
use super::sprint::Sprint;
use super::timeline::{Timed, next_time};
use super::topic::Topic;
use super::violation::{Problem, Violation};
use search::{Found, earliest};

/// An entry that was admitted where it has its effect.
#[derive(Debug)]
pub struct Inserted {
    pub sprint: Sprint,
    /// The entry, moved if need be.
    pub entry: Entry,
    /// The entry that it was moved after, if it was moved.
    pub after: Option<EntryId>,
}

/// A time at which an entry may have its effect.
struct Position {
    at: DateTime<FixedOffset>,
    /// The entry that comes right before, if this is not the entry's own time.
    after: Option<EntryId>,
}

impl Position {
    fn moved(&self, entry: &Entry) -> Entry {
        match self.after {
            Some(_) => entry.moved_to(self.at),
            None => entry.clone(),
        }
    }
}

impl Sprint {
    /// Adds an entry, at the first time from its own on at which it has its effect. `dated` means that somebody said
    /// when it happened; otherwise it must also be allowed after everything in the log, which its writer has seen.
    ///
    /// # Errors
    ///
    /// Returns what [`Sprint::admit`] refuses it for, or [`Violation::NoTimeLeft`] if it would have to go after the
    /// last time that a log can hold, and nothing else is wrong with it.
    pub fn insert(mut self, entry: Entry, dated: bool) -> Result<Inserted, Problem> {
        let rivals = self.rivals(&entry, dated).into_iter();
        let rivals: Vec<(EntryId, DateTime<FixedOffset>)> =
            rivals.map(|rival| (rival.id, rival.at)).collect();
        let after_rival = |(id, at): &(EntryId, DateTime<FixedOffset>)| {
            Some(Position {
                at: next_time(*at, *entry.at.offset())?,
                after: Some(*id),
            })
        };
        let mut positions = vec![Position {
            at: entry.at,
            after: None,
        }];
        positions.extend(rivals.iter().filter_map(after_rival));
        let is_time_left = positions.len() > rivals.len();
        let place = match rivals.is_empty() {
            true => 0,
            false => {
                let try_at = |place: usize| {
                    let moved = positions[place].moved(&entry);
                    let has_effect = self.would_have_effect(&moved, dated)?;
                    Ok((place, has_effect))
                };
                match earliest(positions.len() - 1, !dated, try_at)? {
                    Found::Effective(place) => place,
                    // It has no effect anywhere, so nothing cancels it.
                    Found::Ineffective(place) if is_time_left => place,
                    Found::Ineffective(_) => {
                        return Err(Problem {
                            entry: entry.id,
                            violation: Violation::NoTimeLeft,
                        });
                    }
                }
            }
        };
        let moved = positions[place].moved(&entry);
        Ok(Inserted {
            sprint: self.admit(moved.clone())?,
            entry: moved,
            after: positions[place].after,
        })
    }

    /// Returns the later entries that may cancel an entry, earliest first.
    fn rivals(&self, entry: &Entry, dated: bool) -> Vec<&Entry> {
        let fields = entry.action.fields();
        let is_later = |other: &&Entry| other.key() > entry.key();
        let is_rival = |other: &&Entry| {
            let later = other.action.fields();
            match fields.sets {
                Sets::Effect | Sets::Nothing => false,
                Sets::Attendance => later.sets == Sets::Attendance,
                Sets::Day => later.sets == Sets::Day && other.day() == entry.day(),
                // No later day changes the status on a day.
                Sets::Status
                    if dated && later.sets == Sets::Status && other.day() > entry.day() =>
                {
                    false
                }
                Sets::Number | Sets::Place | Sets::Status | Sets::Item => true,
            }
        };
        let is_effective = |other: &&Entry| !self.is_undone(other.id);
        let last_first: &mut dyn Iterator<Item = &Entry> = match fields.sets {
            Sets::Effect | Sets::Nothing => &mut std::iter::empty(),
            Sets::Attendance | Sets::Day => &mut self.entries.iter().rev(),
            Sets::Number | Sets::Place | Sets::Status | Sets::Item => {
                let item = fields.item.and_then(|item| self.get(item));
                &mut item.into_iter().flat_map(|item| self.history(item)).rev()
            }
        };
        let later = last_first.take_while(is_later);
        let mut rivals: Vec<&Entry> = later.filter(is_effective).filter(is_rival).collect();
        rivals.reverse();
        rivals
    }

    /// Returns whether an entry would have its effect if it was added.
    ///
    /// # Errors
    ///
    /// Returns what it is not allowed for.
    fn would_have_effect(&mut self, entry: &Entry, dated: bool) -> Result<bool, Problem> {
        let Some(has_effect) = self.would_be_said(entry, dated) else {
            return self.would_be_so(entry, dated);
        };
        debug_assert_eq!(self.would_be_so(entry, dated), Ok(has_effect));
        Ok(has_effect)
    }

    /// Returns the same, by adding it.
    fn would_be_so(&mut self, entry: &Entry, dated: bool) -> Result<bool, Problem> {
        let Some(item) = self.with_entry(entry) else {
            let sprint = self.clone().admit(entry.clone())?;
            return Ok(sprint.has_effect(entry, dated));
        };
        let mut again = self.alone(item.clone());
        // What is wrong was reported the first time.
        again.apply(entry).ok();
        self.people = std::mem::take(&mut again.people);
        let again = again.get(item.id).unwrap_or(&item);
        Ok(is_so(&item, again, entry, dated))
    }

    /// Returns whether what an entry says about an item would have its effect; `None` if it may change more than what is said.
    fn would_be_said(&self, entry: &Entry, dated: bool) -> Option<bool> {
        let item = self.get(entry.action.item()?)?;
        let (texts, text) = item.said_by(entry)?;
        let is_allowed = self.is_unforeseen(entry) && self.refusal(entry).is_none();
        let place = texts.partition_point(|other| other.at < entry.at);
        let is_free = texts.get(place).is_none_or(|next| next.at != entry.at);
        let is_status = matches!(entry.action, Action::Progress(_));
        let mut later = texts[place..].iter().rev();
        let last = match dated {
            // Each of them counts.
            true if !is_status || item.kind == ItemKind::Discussion => None,
            // A later day does not change the status on a day.
            true => later.find(|later| later.day <= entry.day()),
            false => later.next(),
        };
        (is_allowed && is_free).then(|| last.is_none_or(|last| last.text == *text))
    }

    /// Returns whether what an entry says is so: whether saying it once more, after everything else, would change
    /// nothing.
    fn has_effect(&self, entry: &Entry, dated: bool) -> bool {
        let fields = entry.action.fields();
        let item = fields.item.and_then(|item| self.get(item));
        let parent = fields.under.and_then(|under| self.get(under));
        // As much of the sprint as an entry can change that has rivals.
        let mut again = Sprint {
            people: self.people.clone(),
            days: self.days.clone(),
            ..Sprint::default()
        };
        for item in item.into_iter().chain(parent) {
            again.items.add(item.clone());
        }
        again.apply(entry).ok();
        let after = item.and_then(|item| again.get(item.id));
        let item_is_so = item
            .zip(after)
            .is_none_or(|(item, after)| is_so(item, after, entry, dated));
        item_is_so && again.people == self.people && again.days == self.days
    }
}

/// Returns whether what an entry says of an item is so, which is in another state `after` saying it once more.
fn is_so(item: &Item, after: &Item, entry: &Entry, dated: bool) -> bool {
    // Dropping a finished item changes nothing either, and yet it is not dropped.
    let is_dropped = item.ending() == Some(Ending::Dropped);
    let closes = entry.action.fields().closes;
    ItemState::of(item, entry, dated) == ItemState::of(after, entry, dated)
        && closes.is_none_or(|ending| (ending == Ending::Dropped) == is_dropped)
}

/// What an entry about an item can set, and a later one can change.
#[derive(PartialEq)]
struct ItemState<'i> {
    number: u32,
    text: &'i str,
    topic: Option<&'i Topic>,
    under: Option<EntryId>,
    when: Option<&'i str>,
    reopened: bool,
    ending: Option<Ending>,
    reason: Option<&'i str>,
    people: BTreeSet<PersonRef>,
    helpers: BTreeSet<PersonRef>,
    corrected: Option<&'i Assignees>,
    progress: BTreeSet<&'i str>,
    results: BTreeSet<&'i str>,
}

impl<'i> ItemState<'i> {
    /// Returns the state of an item, as far as an entry can set it. What somebody dated need not be the last word: a
    /// state holds for its day, and minutes and results may have others after them.
    fn of(item: &'i Item, entry: &Entry, dated: bool) -> Self {
        fn texts<'i>(timed: impl Iterator<Item = &'i TimedText>) -> BTreeSet<&'i str> {
            timed.map(|timed_text| timed_text.text.as_str()).collect()
        }
        let is_discussion = item.kind == ItemKind::Discussion;
        let is_past = |timed: &&TimedText| !dated || timed.day <= entry.day();
        let progress = item.progress.iter().rev();
        ItemState {
            number: item.label.number,
            text: &item.text,
            topic: item.own_topic.as_ref(),
            under: item.under,
            when: item.when.as_deref(),
            reopened: item.reopened,
            ending: item.ending(),
            reason: item.reason.as_deref(),
            people: item.assignees.people.iter().copied().collect(),
            helpers: item.assignees.helpers.iter().copied().collect(),
            corrected: item.corrected.as_deref(),
            progress: if dated && is_discussion {
                texts(progress)
            } else {
                texts(progress.filter(is_past).take(1))
            },
            results: if dated {
                texts(item.results.iter())
            } else {
                texts(item.results.last().into_iter())
            },
        }
    }
}

#[cfg(test)]
mod tests;
