//! The fold: entries in, sprint out. The only place that knows the rules.
//!
//! Items are made first, then attendance is applied, then items get their numbers and places, and everything else is
//! applied after that, each in the order of (`at`, `id`). So an entry may come before the item that it
//! refers to, as it does when two clocks disagree.

mod admit;
mod amend;
mod apply;
mod parts;
mod said;

use std::borrow::Cow;

use chrono::NaiveDate;
use foldhash::{HashMap, HashSet};
use thin_vec::ThinVec;

use super::assignees::{Assignees, Named};
use super::entry::{Action, Discuss, Entry, Talk};
use super::fields::Sets;
use super::id::{EntryId, Label};
use super::index::EntryIndex;
use super::item::{Item, ItemKind};
use super::sprint::Sprint;
use super::stays::Stays;
use super::timeline::{SPARE, Timeline};
use super::undo::{check_undoes, undone};
use super::violation::Problem;

impl Sprint {
    /// Folds entries, whatever their order. An entry with which something is wrong still has what effect it can have:
    /// work on a task that somebody else has finished is credited.
    ///
    /// No two entries may have the same id; the journal makes sure of that.
    pub fn from_entries(mut entries: Vec<Entry>) -> Sprint {
        entries.sort_by_key(|entry| (entry.at, entry.id));
        let mut sprint = Sprint {
            undone: undone(entries.iter()),
            ..Sprint::default()
        };
        let mut problems: Vec<Problem> = check_undoes(&entries).collect();
        // What each sets, if it has an effect: for each kind of effect, only the entries of that kind are looked at.
        let sets = entries
            .iter()
            .map(|entry| match sprint.is_undone(entry.id) {
                true => None,
                false => Some(entry.action.sets()),
            });
        let sets: Vec<Option<Sets>> = sets.collect();
        let mut apply = |sprint: &mut Sprint, is_next: fn(Sets) -> bool| {
            let next = entries.iter().zip(&sets);
            let next = next.filter(|(_, sets)| sets.is_some_and(is_next));
            for (entry, _) in next {
                if let Err(violation) = sprint.apply(entry) {
                    problems.push(Problem {
                        entry: entry.id,
                        violation,
                    });
                }
            }
        };
        let makers = entries.iter().filter(|entry| entry.id.number().is_some());
        sprint.items.reserve(makers.count() + SPARE);
        for (entry, _) in entries.iter().zip(&sets).filter(|(_, sets)| sets.is_some()) {
            if let Some(item) = made_by(entry) {
                sprint.items.add(item);
            }
        }
        apply(&mut sprint, |sets| sets == Sets::Attendance);
        apply(&mut sprint, |sets| sets == Sets::Number);
        sprint.items.label();
        apply(&mut sprint, |sets| sets == Sets::Place);
        apply(&mut sprint, |sets| sets > Sets::Place);
        problems.extend(sprint.check_parts(0..sprint.items().len()));
        sprint.entries = Timeline::of(entries);
        sprint.index = EntryIndex::of(&sprint.entries, &sprint.undone);
        sprint.problems = problems;
        sprint
    }

    /// Returns the state at the end of the day `last`, as it is known now: with everything entered for that day and
    /// those before, without what was taken back since. An item that such an entry names is there even if it was
    /// entered for a later day, and so is what it is part of; and who is there on which days is so whenever that was said.
    /// Without a last day, or if nothing came after it, this is the sprint itself.
    pub fn until(&self, last: Option<NaiveDate>) -> Cow<'_, Sprint> {
        let Some(last) = last else {
            return Cow::Borrowed(self);
        };
        let is_past = |entry: &&Entry| entry.day() <= last;
        let has_effect = |entry: &&Entry| is_past(entry) && !self.is_undone(entry.id);
        let named = self.named_by(self.entries.iter().filter(has_effect));
        let is_known = |entry: &&Entry| {
            is_past(entry)
                || named.contains(&entry.id)
                || entry.action.sets() == Sets::Attendance
                || matches!(entry.action, Action::Undo(_))
        };
        if self.entries.iter().all(|entry| is_known(&entry)) {
            return Cow::Borrowed(self);
        }
        let known = self.entries.iter().filter(is_known);
        Cow::Owned(Sprint::from_entries(known.cloned().collect()))
    }

    /// Returns the items that some entries name, and those that the entries that made these name.
    fn named_by<'a>(&'a self, entries: impl Iterator<Item = &'a Entry>) -> HashSet<EntryId> {
        let makers = self
            .entries
            .iter()
            .filter(|entry| entry.action.makes_item());
        let makers: HashMap<EntryId, &Entry> = makers.map(|entry| (entry.id, entry)).collect();
        let mut named = HashSet::default();
        let mut naming: Vec<&Entry> = entries.collect();
        while let Some(entry) = naming.pop() {
            let fields = entry.action.fields();
            for id in fields.item.into_iter().chain(fields.under) {
                if named.insert(id) {
                    naming.extend(makers.get(&id));
                }
            }
        }
        named
    }
}

/// Makes the item that an entry makes, as it is before the entry is applied.
fn made_by(entry: &Entry) -> Option<Item> {
    // Their fields are read here and not through `Fields`, so that the item shares the texts.
    let (kind, text, topic, under, when) = match &entry.action {
        Action::Plan(plan) => {
            let under = plan.under;
            (ItemKind::Task, &plan.text, &plan.topic, under, &plan.when)
        }
        Action::Discuss(Discuss {
            text, topic, when, ..
        }) => (ItemKind::Discussion, text, topic, None, when),
        Action::Talk(Talk {
            text, topic, when, ..
        }) => (ItemKind::Talk, text, topic, None, when),
        action => {
            debug_assert!(!action.makes_item(), "{} makes an item", action.kind());
            return None;
        }
    };
    Some(Item {
        id: entry.id,
        label: Label {
            number: entry.id.number().unwrap_or(0),
            twin: None,
        },
        former_number: None,
        kind,
        text: text.clone(),
        former: ThinVec::new(),
        topic: topic.clone(),
        own_topic: topic.clone(),
        under,
        placed_by: entry.id,
        when: when.clone(),
        at: entry.at,
        day: entry.day(),
        closed: None,
        progress: ThinVec::new(),
        replaced: 0,
        results: ThinVec::new(),
        reason: None,
        reopened: false,
        assignees: Assignees::default(),
        ever: Assignees::default(),
        corrected: None,
        stays: Stays::default(),
        named: Named::default(),
        has_turned: false,
    })
}

#[cfg(test)]
mod tests;
