//! How one more entry is added: after all others, or else with as few of them applied again as possible.

use super::made_by;
use crate::domain::index::Taken;
use crate::domain::timeline::Timed;
use crate::domain::{Action, DEEPEST, Entry, EntryId, Label, Problem, Sets, Sprint, Violation};

impl Sprint {
    /// Adds an entry if the rules allow it: if nothing is wrong with it, and no other entry loses its meaning by it.
    pub fn admit(mut self, entry: Entry) -> Result<Sprint, Problem> {
        let id = entry.id;
        if let Some(problem) = self.refusal(&entry) {
            return Err(problem);
        }
        if self.only_adds(&entry) {
            return self.add(entry);
        }
        if self.amend(&entry) {
            return Ok(self);
        }
        let known = std::mem::take(&mut self.problems);
        let mut entries = self.entries.into_vec();
        entries.push(entry);
        let sprint = Sprint::from_entries(entries);
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
        let is_earlier = |last: &Entry| last.key() < entry.key();
        let is_last = self.entries.last().is_none_or(is_earlier);
        is_last && self.is_unforeseen(entry) && self.is_independent(entry)
    }

    /// Returns whether no other entry says anything of this one: none refers to it, or has its number.
    pub(in crate::domain) fn is_unforeseen(&self, entry: &Entry) -> bool {
        let highest = self.highest_number();
        let has_new_number = entry.id.number().is_none_or(|number| number > highest);
        let is_awaited = self
            .problems
            .iter()
            .any(|problem| problem.violation == Violation::NoSuchEntry(entry.id));
        has_new_number && !is_awaited && !entry.batch.is_some_and(|batch| self.may_be_undone(batch))
    }

    /// Returns whether an undo takes back, or took back, all of a batch.
    fn may_be_undone(&self, batch: EntryId) -> bool {
        let takes = |undo: &Entry| self.takes(undo);
        let takers = || {
            self.index
                .takers
                .of(Taken::Batch(batch), &self.entries, takes)
        };
        self.index.undone_batches.contains(&batch) && !takers().is_empty()
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
        self.apply_next(&entry)?;
        self.note(entry);
        Ok(self)
    }

    /// Applies an entry to what the others made, and makes its item first, if it makes one.
    pub(super) fn apply_next(&mut self, entry: &Entry) -> Result<(), Problem> {
        let mut placed = Vec::new();
        if let Some(item) = made_by(entry) {
            let place = self.items.add(item);
            self.items.note_number(place);
            placed.push(place);
        }
        self.apply(entry).map_err(|violation| Problem {
            entry: entry.id,
            violation,
        })?;
        if let Action::Move(moved) = &entry.action
            && let Some(place) = self.items.place(moved.item)
        {
            placed = self.with_parts(place);
        }
        match self.check_parts(placed.into_iter()).pop() {
            Some(problem) => Err(problem),
            None => Ok(()),
        }
    }

    /// Notes an entry that has been applied.
    pub(super) fn note(&mut self, entry: Entry) {
        let place = self.entries.insert(entry);
        self.index.add(place, &self.entries);
    }
}
