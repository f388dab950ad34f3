//! The fold: entries in, sprint out. The only place that knows the rules.
//!
//! Items are made first, then attendance is applied, then items get their numbers and places, and everything else is
//! applied after that, each in the order of (`at`, `id`). So an entry may come before the item that it
//! refers to, as it does when two clocks disagree.

mod apply;
mod parts;

use std::borrow::Cow;

use chrono::NaiveDate;
use foldhash::{HashMap, HashSet};
use thin_vec::ThinVec;

use super::entry::{Action, Discuss, Entry, Talk};
use super::fields::Sets;
use super::id::{EntryId, Label};
use super::index::EntryIndex;
use super::item::{Assignees, Item, ItemKind};
use super::limits::DEEPEST;
use super::sprint::Sprint;
use super::stays::Stays;
use super::undo::{check_undoes, undone};
use super::violation::{Problem, Violation};

/// For how many items more than a log has there is room: what a command adds then moves none.
const SPARE: usize = 16;

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
        let mut problems = Vec::new();
        let effective = entries.iter().filter(|entry| !sprint.is_undone(entry.id));
        let effective: Vec<(Sets, &Entry)> = effective
            .map(|entry| (entry.action.sets(), entry))
            .collect();
        problems.extend(check_undoes(&entries));
        let mut apply = |sprint: &mut Sprint, is_next: fn(Sets) -> bool| {
            for (_, entry) in effective.iter().filter(|(sets, _)| is_next(*sets)) {
                if let Err(violation) = sprint.apply(entry) {
                    problems.push(Problem {
                        entry: entry.id,
                        violation,
                    });
                }
            }
        };
        let makers = || {
            let entries = effective.iter().map(|(_, entry)| entry);
            entries.filter(|entry| entry.action.makes_item())
        };
        let count = makers().count();
        sprint.items.reserve(count + SPARE);
        sprint.places.reserve(count + SPARE);
        for entry in makers() {
            sprint.make(entry);
        }
        apply(&mut sprint, |sets| sets == Sets::Attendance);
        apply(&mut sprint, |sets| sets == Sets::Number);
        sprint.label_items();
        apply(&mut sprint, |sets| sets == Sets::Place);
        apply(&mut sprint, |sets| sets > Sets::Place);
        problems.extend(sprint.check_parts(0..sprint.items.len()));
        sprint.index = EntryIndex::of(&entries, &sprint.undone);
        sprint.entries = entries;
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

    /// Adds an entry if the rules allow it: if nothing is wrong with it, and no other entry loses its meaning by it.
    pub fn admit(mut self, entry: Entry) -> Result<Sprint, Problem> {
        let id = entry.id;
        if let Some(problem) = self.refusal(&entry) {
            return Err(problem);
        }
        if self.only_adds(&entry) {
            return self.add(entry);
        }
        let known = std::mem::take(&mut self.problems);
        self.entries.push(entry);
        let sprint = Sprint::from_entries(self.entries);
        let is_new = |problem: &Problem| problem.violation.is_lasting() && !known.contains(problem);
        let mut problems = sprint.problems.iter();
        match problems.find(|problem| problem.entry == id || is_new(problem)) {
            Some(problem) => Err(problem.clone()),
            None => Ok(sprint),
        }
    }

    /// Returns why an entry is not allowed, if that is seen without applying it.
    pub fn refusal(&self, entry: &Entry) -> Option<Problem> {
        let fields = entry.action.fields();
        let is_too_deep = |under| self.depth_below(under) >= DEEPEST;
        let violation = if let Some(excess) = entry.excess() {
            Violation::TooMuch(excess)
        } else if let Some(undone) = fields.entry.filter(|undone| self.is_undone(*undone)) {
            Violation::UndoneAlready(undone)
        } else if fields.makes.is_some() && fields.under.is_some_and(is_too_deep) {
            let number = entry.id.number().unwrap_or(0);
            Violation::TooDeep(Label { number, twin: None })
        } else {
            return None;
        };
        Some(Problem {
            entry: entry.id,
            violation,
        })
    }

    /// Returns whether an entry only adds to what came before it, so that nothing before it has to be folded again: it
    /// is the last one, no other refers to it, and nothing that it says has to be known before the others are applied.
    fn only_adds(&self, entry: &Entry) -> bool {
        let is_earlier = |last: &Entry| (last.at, last.id) < (entry.at, entry.id);
        let is_last = self.entries.last().is_none_or(is_earlier);
        let has_new_number = entry
            .id
            .number()
            .is_none_or(|number| number > self.highest_number());
        let is_awaited = self
            .problems
            .iter()
            .any(|problem| problem.violation == Violation::NoSuchEntry(entry.id));
        let undone = &self.index.undone_batches;
        let may_be_undone = entry.batch.is_some_and(|batch| undone.contains(&batch));
        is_last && has_new_number && !is_awaited && self.is_independent(entry) && !may_be_undone
    }

    /// Returns whether all other entries mean the same if this one is applied after them.
    fn is_independent(&self, entry: &Entry) -> bool {
        match &entry.action {
            Action::Join(join) => self.people.adds_nobody_known(join) || self.people.is_same(join),
            Action::Leave(_) => true,
            // Nothing was put elsewhere than its entries say.
            Action::Move(_) => self.problems.is_empty(),
            action => action.sets() > Sets::Place,
        }
    }

    /// Adds an entry that only adds to what came before it.
    fn add(mut self, entry: Entry) -> Result<Sprint, Problem> {
        let mut placed = Vec::new();
        if self.make(&entry) {
            let place = self.items.len() - 1;
            let number = self.items[place].label.number;
            self.numbered.entry(number).or_default().push(place);
            self.parts.change(place, None, self.items[place].under);
            self.words.change(place, &self.items[place].text);
            self.texts.change(place, &self.items[place].text);
            placed.push(place);
        }
        self.apply(&entry).map_err(|violation| Problem {
            entry: entry.id,
            violation,
        })?;
        if let Action::Move(moved) = &entry.action
            && let Some(place) = self.places.get(&moved.item).copied()
        {
            placed = self.with_parts(place);
        }
        if let Some(problem) = self.check_parts(placed.into_iter()).pop() {
            return Err(problem);
        }
        self.index.add(&entry);
        self.entries.push(entry);
        Ok(self)
    }

    /// Makes the item that an entry makes; false if it makes none.
    fn make(&mut self, entry: &Entry) -> bool {
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
                return false;
            }
        };
        self.places.insert(entry.id, self.items.len());
        self.items.push(Item {
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
        });
        true
    }

    /// Gives a letter to items that share a number, in the order of their entries.
    fn label_items(&mut self) {
        for (place, item) in self.items.iter().enumerate() {
            let holders = self.numbered.entry(item.label.number).or_default();
            holders.push(place);
        }
        for holders in self.numbered.values().filter(|holders| holders.len() > 1) {
            for (twin, place) in (0..).zip(holders) {
                self.items[*place].label.twin = Some(twin);
            }
        }
    }
}

#[cfg(test)]
mod tests;
