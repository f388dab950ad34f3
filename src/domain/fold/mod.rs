//! The fold: entries in, sprint out. The only place that knows the rules.
//!
//! Items are made first, then attendance is applied, then items get their numbers and places, and everything else is
//! applied after that, each in the order of (`at`, `id`). So an entry may come before the item that it
//! refers to, as it does when two clocks disagree.

mod apply;
mod parts;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::entry::{Action, Entry};
use super::fields::Sets;
use super::id::{EntryId, Label};
use super::item::{Assignees, Item};
use super::sprint::Sprint;
use super::undo::{check_undoes, undone};
use super::violation::{Problem, Violation};

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
        let effective: Vec<&Entry> = entries
            .iter()
            .filter(|entry| !sprint.is_undone(entry.id))
            .collect();
        problems.extend(check_undoes(&entries));
        let mut apply = |sprint: &mut Sprint, is_next: fn(Sets) -> bool| {
            let is_next = |entry: &&&Entry| is_next(entry.action.fields().sets);
            for entry in effective.iter().filter(is_next) {
                if let Err(violation) = sprint.apply(entry) {
                    problems.push(Problem {
                        entry: entry.id,
                        violation,
                    });
                }
            }
        };
        for entry in &effective {
            sprint.make(entry);
        }
        apply(&mut sprint, |sets| sets == Sets::Attendance);
        apply(&mut sprint, |sets| sets == Sets::Number);
        sprint.label_items();
        apply(&mut sprint, |sets| sets == Sets::Place);
        apply(&mut sprint, |sets| sets > Sets::Place);
        problems.extend(sprint.check_parts(0));
        sprint.entries = entries;
        sprint.problems = problems;
        sprint
    }

    /// Returns the state at the end of the day `last`, as it is known now: with everything entered for that day and
    /// those before, without what was taken back since. An item that such an entry names is there even if it was
    /// entered for a later day, and so is what it is part of. Without a last day, or if nothing came after it, this is the sprint itself.
    pub fn until(&self, last: Option<NaiveDate>) -> Cow<'_, Sprint> {
        let Some(last) = last else {
            return Cow::Borrowed(self);
        };
        let is_past = |entry: &&Entry| entry.day() <= last;
        let named = self.named_by(self.entries.iter().filter(is_past));
        let is_known = |entry: &&Entry| {
            is_past(entry) || named.contains(&entry.id) || matches!(entry.action, Action::Undo(_))
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
        let mut named = HashSet::new();
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
        let refused = |violation| {
            Err(Problem {
                entry: id,
                violation,
            })
        };
        if let Some(excess) = entry.excess() {
            return refused(Violation::TooMuch(excess));
        }
        if let Action::Undo(undo) = &entry.action
            && self.is_undone(undo.entry)
        {
            return refused(Violation::UndoneAlready(undo.entry));
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
        let may_be_undone = || {
            let mut others = self.entries.iter();
            entry.batch.is_some()
                && !self.undone.is_empty()
                && others.any(|other| other.batch == entry.batch && self.is_undone(other.id))
        };
        is_last
            && has_new_number
            && !is_awaited
            && entry.action.fields().sets > Sets::Place
            && !may_be_undone()
    }

    /// Adds an entry that only adds to what came before it.
    fn add(mut self, entry: Entry) -> Result<Sprint, Problem> {
        let items = self.items.len();
        self.make(&entry);
        self.apply(&entry).map_err(|violation| Problem {
            entry: entry.id,
            violation,
        })?;
        if let Some(problem) = self.check_parts(items).pop() {
            return Err(problem);
        }
        self.entries.push(entry);
        Ok(self)
    }

    /// Makes the item that an entry makes, if it makes one.
    fn make(&mut self, entry: &Entry) {
        let fields = entry.action.fields();
        let Some(kind) = fields.makes else { return };
        self.places.insert(entry.id, self.items.len());
        self.items.push(Item {
            id: entry.id,
            label: Label {
                number: entry.id.number().unwrap_or(0),
                twin: None,
            },
            former_number: None,
            kind,
            text: fields.text.unwrap_or_default().to_owned(),
            former: Vec::new(),
            topic: fields.topic.cloned(),
            own_topic: fields.topic.cloned(),
            under: fields.under,
            placed_by: entry.id,
            when: fields.when.map(str::to_owned),
            at: entry.at,
            day: entry.day(),
            closed: None,
            progress: Vec::new(),
            replaced: 0,
            results: Vec::new(),
            reason: None,
            reopened: false,
            assignees: Assignees::default(),
            ever: Assignees::default(),
            corrected: Assignees::default(),
            teams: Vec::new(),
        });
    }

    /// Gives a letter to items that share a number, in the order of their entries.
    fn label_items(&mut self) {
        let mut holders: HashMap<u32, usize> = HashMap::new();
        for item in &self.items {
            *holders.entry(item.label.number).or_default() += 1;
        }
        let mut given: HashMap<u32, usize> = HashMap::new();
        for item in &mut self.items {
            if holders[&item.label.number] > 1 {
                let next = given.entry(item.label.number).or_default();
                item.label.twin = Some(*next);
                *next += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests;
