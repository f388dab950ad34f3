//! Lines without a number that have the words of an item.
//!
//! The same words may stand in several lines, each with an item of its own. What a line was taken for must not depend on whether the
//! document was imported before: then the items that it made are there, too.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::place::{Parent, Place, SameWords};
use super::{Candidate, Finder, FoundBy, Subject, shown};
use crate::diagnostic::PlanningRemark;
use crate::planning::document::{Mark, Row};
use crate::planning::folded::folded;
use crate::planning::likeness::Words;

/// How many telling words make it unlikely that two tasks have the same.
pub(super) const ENOUGH: usize = 2;

impl Finder<'_> {
    /// Notes the words of the items, once it is known which rows have the numbers of items.
    pub(super) fn note_words(&mut self) {
        let mut same = SameWords::default();
        let mut had: HashMap<String, Vec<usize>> = HashMap::new();
        let rows: HashSet<&String> = self.words.iter().map(|words| &words.key).collect();
        for (place, candidate) in self.candidates.iter().enumerate() {
            let opened = candidate.opened.as_ref().map(|words| &words.key);
            let keys: BTreeSet<&String> =
                [&candidate.words.key].into_iter().chain(opened).collect();
            for key in &keys {
                let here = ((*key).clone(), candidate.place.clone());
                same.here.entry(here).or_default().push(place);
                let anywhere = same.anywhere.entry((*key).clone());
                anywhere.or_default().push(place);
            }
            // What has its own words in the document is not meant by earlier ones.
            if rows.contains(&candidate.words.key) {
                continue;
            }
            let former = candidate.item.former.iter();
            let former = former.map(|text| Words::of(&folded(text)).key);
            for key in former.collect::<BTreeSet<String>>() {
                if !keys.contains(&key) {
                    had.entry(key).or_default().push(place);
                }
            }
        }
        for (key, places) in had {
            same.anywhere.entry(key).or_default().extend(places);
        }
        self.same = same;
    }

    /// Finds the rows that have the words of an item that stands in the same place.
    pub(super) fn find_in_places(&mut self) {
        for row in self.unsettled() {
            self.find_in_place(row);
        }
    }

    /// Finds the item with the words of a row that stands in the same place. Returns whether there is one.
    fn find_in_place(&mut self, row: usize) -> bool {
        let key = (self.words[row].key.clone(), self.place(row));
        let here = self.same.here.get(&key).map(Vec::as_slice);
        let mut here = here.unwrap_or_default().iter();
        let first = here.clone().next();
        let free = here.find(|candidate| self.candidates[**candidate].row.is_none());
        let found = free.or(first).copied();
        if let Some(candidate) = found {
            self.settle_words(row, candidate);
        }
        found.is_some()
    }

    fn settle_words(&mut self, row: usize, candidate: usize) {
        let id = self.candidates[candidate].item.id;
        self.settle(row, Subject::Item(id, FoundBy::Words));
    }

    /// Returns the items that nothing is settled about and that have, or had, the words of a row.
    pub(super) fn free_with_words(&self, row: usize) -> impl Iterator<Item = usize> {
        let same = self.same.anywhere.get(&self.words[row].key);
        let same = same.map(Vec::as_slice).unwrap_or_default().iter().copied();
        same.filter(|candidate| self.candidates[*candidate].row.is_none())
    }

    /// Returns whether a row has the words of an item that nothing is settled about.
    pub(super) fn may_have_item(&self, row: usize) -> bool {
        self.free_with_words(row).next().is_some()
    }

    /// Finds the rows that have the words of an item that stands elsewhere. The place of a part depends on its parent, so parents
    /// come first.
    pub(super) fn find_elsewhere(&mut self) {
        let mut rows_with: HashMap<String, usize> = HashMap::new();
        for row in self.unsettled() {
            *rows_with.entry(self.words[row].key.clone()).or_default() += 1;
        }
        let rows = self.document.rows.iter();
        let parents: HashSet<usize> = rows.filter_map(|row| row.under).collect();
        for is_parents_turn in [true, false] {
            for row in self.unsettled() {
                let is_turn = !is_parents_turn || parents.contains(&row);
                if !self.find_in_place(row) && is_turn {
                    let count = rows_with.get(&self.words[row].key).copied();
                    self.find_one_elsewhere(row, count.unwrap_or_default());
                }
            }
        }
    }

    /// Finds the item with the words of one of `count` rows that stands elsewhere.
    fn find_one_elsewhere(&mut self, row: usize, count: usize) {
        let place = self.place(row);
        let free: Vec<usize> = self.free_with_words(row).collect();
        match self.narrowed(row, &place, &free)[..] {
            [] => {
                let same = self.same.anywhere.get(&self.words[row].key);
                let mut same = same.into_iter().flatten().copied();
                let own = same.find(|candidate| self.is_again(row, &place, *candidate));
                if let Some(candidate) = own {
                    self.settle_words(row, candidate);
                }
            }
            [first, ref more @ ..] if more.is_empty() || count >= free.len() => {
                self.settle_words(row, first);
            }
            ref several => {
                let items = several.iter();
                let items = items
                    .map(|candidate| shown(self.candidates[*candidate].item))
                    .collect();
                if says_something(self.row(row)) {
                    self.found.remarks.push(PlanningRemark::SameWords {
                        line: self.row(row).line,
                        items,
                    });
                }
                self.settle(row, Subject::Nothing);
            }
        }
    }

    /// Returns whether a row is the line of an item once more, whose own line is another: in the same place, or with enough
    /// words at least as a part of the same.
    fn is_again(&self, row: usize, place: &Place, candidate: usize) -> bool {
        let is_telling = self.words[row].telling().len() >= ENOUGH;
        let candidate = &self.candidates[candidate];
        let own = candidate.row.map(|own| self.place(own));
        own.as_ref() == Some(place)
            || is_telling
                && (candidate.place.parent == place.parent
                    || own.is_some_and(|own| own.parent == place.parent))
    }

    /// Returns those of some items that a row is about more likely: with its words now, of its kind, under the same headings or the
    /// same parent, open.
    fn narrowed(&self, row: usize, place: &Place, candidates: &[usize]) -> Vec<usize> {
        let (kind, key) = (self.row(row).kind, &self.words[row].key);
        // What the row closes is closed when the document is imported again.
        let closes = self.row(row).mark.may_close();
        let mut narrowed = candidates.to_vec();
        let ways: [&dyn Fn(&Candidate<'_>) -> bool; 5] = [
            &|one| one.words.key == *key || one.opened.as_ref().is_some_and(|it| it.key == *key),
            &|one| kind.is_none_or(|kind| one.item.kind == kind),
            &|one| one.place.parent == place.parent,
            &|one| one.place.headings == place.headings,
            &|one| closes || one.item.is_open(),
        ];
        for is_likely in ways {
            let likely: Vec<usize> = narrowed
                .iter()
                .copied()
                .filter(|candidate| is_likely(&self.candidates[*candidate]))
                .collect();
            if !likely.is_empty() {
                narrowed = likely;
            }
        }
        narrowed
    }

    /// Makes one new item of rows with the same words in one place, and of those with enough of them as parts of the same.
    pub(super) fn find_repeated(&mut self) {
        let mut first_with: HashMap<(String, Option<Parent>), Vec<usize>> = HashMap::new();
        let unsettled = self.unsettled().into_iter();
        for row in unsettled
            .filter(|row| !self.may_have_item(*row))
            .collect::<Vec<usize>>()
        {
            let place = self.place(row);
            let is_telling = self.words[row].telling().len() >= ENOUGH;
            let rows = first_with
                .entry((self.words[row].key.clone(), place.parent))
                .or_default();
            let is_same = |other: &&usize| {
                is_telling || Place::of_row(&self.document.rows[**other], place.parent) == place
            };
            match rows.iter().find(is_same).copied() {
                Some(first) => self.settle(row, Subject::Row(first)),
                None => rows.push(row),
            }
        }
    }

    pub(super) fn place(&self, row: usize) -> Place {
        let parent = self
            .row(row)
            .under
            .map(|parent| match self.found.item(parent) {
                Some(id) => Parent::Item(id),
                None => Parent::Row(self.found.own_line(parent)),
            });
        Place::of_row(self.row(row), parent)
    }
}

/// Returns whether a row says more than what it is about.
fn says_something(row: &Row) -> bool {
    row.people.as_ref().is_some_and(|people| !people.is_empty())
        || row.status.is_some()
        || row.when.is_some()
        || !row.minutes.is_empty()
        || !matches!(row.mark, Mark::None | Mark::Open)
}
