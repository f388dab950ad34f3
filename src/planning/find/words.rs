//! Lines without a number: whether they have the words of an item, or are like one.

use std::collections::{BTreeSet, HashMap};

use super::place::{Parent, Place};
use super::{Finder, FoundBy, Subject, shown};
use crate::diagnostic::PlanningRemark;
use crate::domain::Item;
use crate::planning::document::{Mark, Person, Row};
use crate::planning::folded::folded;
use crate::planning::likeness::Words;

/// How like an item a line has to be under the same heading.
const LIKE: f64 = 0.48;

/// How much more under another heading.
const ELSEWHERE: f64 = 0.10;

/// How much more if the item is closed.
const CLOSED: f64 = 0.15;

/// How much more if both have people, and none of them is the same.
const APART: f64 = 0.15;

/// How much more if all that differs is one telling word in the place of another.
const REPLACED: f64 = 0.25;

/// How many telling words make it unlikely that two tasks have the same.
const ENOUGH: usize = 2;

impl Finder<'_> {
    /// Finds the rows that have the words of an item: first where the item stands, then elsewhere.
    pub(super) fn find_words(&mut self) {
        let mut with_words: HashMap<String, Vec<usize>> = HashMap::new();
        let mut had_words: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, candidate) in self.candidates.iter().enumerate() {
            let opened = candidate.opened.as_ref().map(|words| &words.key);
            let keys: BTreeSet<&String> =
                [&candidate.words.key].into_iter().chain(opened).collect();
            for key in keys {
                with_words.entry(key.clone()).or_default().push(place);
            }
            let former = candidate.item.former.iter();
            for key in former
                .map(|text| Words::of(&folded(text)).key)
                .collect::<BTreeSet<String>>()
            {
                had_words.entry(key).or_default().push(place);
            }
        }
        let unsettled = self.unsettled();
        for row in &unsettled {
            let same = with_words.get(&self.words[*row].key);
            self.find_in_place(*row, same.map(Vec::as_slice).unwrap_or_default());
        }
        let mut rows_with: HashMap<String, usize> = HashMap::new();
        for row in self.unsettled() {
            *rows_with.entry(self.words[row].key.clone()).or_default() += 1;
        }
        for row in self.unsettled() {
            let key = &self.words[row].key;
            let same = with_words.get(key).or_else(|| had_words.get(key));
            let count = rows_with.get(key).copied().unwrap_or_default();
            self.find_elsewhere(row, same.map(Vec::as_slice).unwrap_or_default(), count);
        }
        self.find_repeated();
    }

    /// Finds the item with the words of a row that stands in the same place.
    fn find_in_place(&mut self, row: usize, same: &[usize]) {
        let place = self.place(row);
        let mut here = same
            .iter()
            .filter(|candidate| self.candidates[**candidate].place == place);
        let first = here.clone().next();
        let free = here.find(|candidate| self.candidates[**candidate].row.is_none());
        if let Some(candidate) = free.or(first) {
            let id = self.candidates[*candidate].item.id;
            self.settle(row, Subject::Item(id, FoundBy::Words));
        }
    }

    /// Finds the item with the words of one of `count` rows that stands elsewhere.
    fn find_elsewhere(&mut self, row: usize, same: &[usize], count: usize) {
        let place = self.place(row);
        let free = same.iter().copied();
        let free: Vec<usize> = free
            .filter(|candidate| self.candidates[*candidate].row.is_none())
            .collect();
        let narrowed = self.narrowed(row, &place, &free);
        match narrowed[..] {
            [] => {
                // The item's own line stands elsewhere.
                let is_telling = self.words[row].telling().len() >= ENOUGH;
                let mut same = same.iter().map(|candidate| &self.candidates[*candidate]);
                let other = same.find(|candidate| candidate.place.parent == place.parent);
                if let Some(id) = other.map(|other| other.item.id).filter(|_| is_telling) {
                    self.settle(row, Subject::Item(id, FoundBy::Words));
                }
            }
            [first, ref more @ ..] if more.is_empty() || count >= free.len() => {
                let id = self.candidates[first].item.id;
                self.settle(row, Subject::Item(id, FoundBy::Words));
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

    /// Returns those of some items that a row is about more likely: of its kind, under the same headings or the same parent, open.
    fn narrowed(&self, row: usize, place: &Place, candidates: &[usize]) -> Vec<usize> {
        let kind = self.row(row).kind;
        let mut narrowed = candidates.to_vec();
        let ways: [&dyn Fn(usize) -> bool; 4] = [
            &|candidate| kind.is_none_or(|kind| self.candidates[candidate].item.kind == kind),
            &|candidate| self.candidates[candidate].place.parent == place.parent,
            &|candidate| self.candidates[candidate].place.headings == place.headings,
            &|candidate| self.candidates[candidate].item.is_open(),
        ];
        for is_likely in ways {
            let likely: Vec<usize> = narrowed
                .iter()
                .copied()
                .filter(|candidate| is_likely(*candidate))
                .collect();
            if !likely.is_empty() {
                narrowed = likely;
            }
        }
        narrowed
    }

    /// Makes one new item of rows with the same words in one place, and of those with enough of them anywhere.
    fn find_repeated(&mut self) {
        let mut first_with: HashMap<(String, Option<Parent>), Vec<usize>> = HashMap::new();
        for row in self.unsettled() {
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

    /// Finds the rows that are like an item whose own line is gone.
    pub(super) fn find_like(&mut self) {
        let mut gone = self.gone();
        loop {
            self.find_like_of(&gone);
            // What was found may show that the document is a later version of more than it seemed.
            let now = self.gone();
            if now.is_subset(&gone) {
                return;
            }
            gone = now;
        }
    }

    /// Finds the rows that are like some items: the best pairs first, each once.
    fn find_like_of(&mut self, gone: &BTreeSet<usize>) {
        let mut with_word: HashMap<&str, Vec<usize>> = HashMap::new();
        for place in gone.iter().copied() {
            for word in self.candidates[place].words.telling() {
                with_word.entry(word).or_default().push(place);
            }
        }
        // Words that stand in several places are hardly new ones of one item.
        let mut rows_with: HashMap<&str, usize> = HashMap::new();
        for (words, row) in self.words.iter().zip(&self.found.rows) {
            let is_repeated = matches!(row.subject, Subject::Row(_));
            *rows_with.entry(&words.key).or_default() += usize::from(!is_repeated);
        }
        let is_once = |row: usize| rows_with.get(self.words[row].key.as_str()) == Some(&1);
        let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
        let unsettled = self.unsettled().into_iter();
        for row in unsettled.filter(|row| !self.found.rows[*row].is_copy && is_once(*row)) {
            let place = self.place(row);
            let words = self.words[row].telling().iter();
            let candidates = words.filter_map(|word| with_word.get(word.as_str()));
            for candidate in candidates.flatten().copied().collect::<BTreeSet<usize>>() {
                let of = &self.candidates[candidate];
                if self.row(row).kind.is_some_and(|kind| kind != of.item.kind) {
                    continue;
                }
                let is_here = of.place.headings == place.headings;
                let enough = LIKE
                    + if is_here { 0.0 } else { ELSEWHERE }
                    + if of.item.is_open() { 0.0 } else { CLOSED }
                    + if self.is_apart(row, of.item) {
                        APART
                    } else {
                        0.0
                    }
                    + if self.words[row].has_replaced(&of.words) {
                        REPLACED
                    } else {
                        0.0
                    };
                let likeness = self.words[row].likeness_from(&of.words, enough);
                pairs.extend(likeness.map(|likeness| (likeness, row, candidate)));
            }
        }
        pairs.sort_by(|one, other| {
            other
                .0
                .total_cmp(&one.0)
                .then((one.1, one.2).cmp(&(other.1, other.2)))
        });
        for (place, (likeness, row, candidate)) in pairs.iter().copied().enumerate() {
            let is_free = |row: usize, candidate: usize| {
                !self.is_settled[row] && self.candidates[candidate].row.is_none()
            };
            if !is_free(row, candidate) {
                continue;
            }
            let mut equals = pairs[place + 1..]
                .iter()
                .take_while(|pair| pair.0 >= likeness);
            // Which of two is meant is not guessed.
            if equals.any(|pair| pair.1 == row && is_free(row, pair.2)) {
                self.settle(row, Subject::New);
                continue;
            }
            let item = self.candidates[candidate].item;
            self.settle(row, Subject::Item(item.id, FoundBy::Likeness));
            self.found.remarks.push(PlanningRemark::Like {
                line: self.row(row).line,
                item: shown(item),
            });
        }
    }

    /// Returns the items whose own line is gone from the document, where that tells something: it was exported, or it is a later
    /// version of what they were recorded from, as at least half of what was open then stands in it.
    fn gone(&self) -> BTreeSet<usize> {
        let is_exported = self.candidates.iter().any(|one| one.opened.is_some());
        let mut gone = BTreeSet::new();
        let (mut open, mut there) = (0, 0);
        let mut first = 0;
        for (last, candidate) in self.candidates.iter().enumerate() {
            if candidate.item.is_open() {
                open += 1;
                there += usize::from(candidate.row.is_some());
            }
            // What was recorded together came from one document.
            let next = self.candidates.get(last + 1);
            if next.is_some_and(|next| next.batch == candidate.batch) {
                continue;
            }
            if is_exported || 2 * there >= open {
                let together = first..=last;
                gone.extend(together.filter(|place| self.candidates[*place].row.is_none()));
            }
            first = last + 1;
        }
        gone
    }

    /// Returns whether a row and an item have people, and none of them on both.
    fn is_apart(&self, row: usize, item: &Item) -> bool {
        let people = self.row(row).people.as_deref().unwrap_or_default();
        let is_on = |person: &Person| {
            let named = self.sprint.people().stored(&person.typed);
            named.is_some_and(|named| item.ever().any(|one| one.who == named.who))
        };
        !people.is_empty() && item.ever().next().is_some() && !people.iter().any(is_on)
    }

    /// Finds the rows that only say who works on something that stands under another heading, in fewer words.
    pub(super) fn find_pairings(&mut self) {
        let mut with_word: HashMap<&str, Vec<usize>> = HashMap::new();
        let rows = 0..self.document.rows.len();
        for row in rows.clone() {
            for word in self.words[row].all() {
                with_word.entry(word).or_default().push(row);
            }
        }
        let parents: BTreeSet<usize> = rows.filter_map(|row| self.row(row).under).collect();
        let mut settled = Vec::new();
        for row in self.unsettled() {
            let is_pairing = self
                .row(row)
                .people
                .as_ref()
                .is_some_and(|people| !people.is_empty())
                && self.row(row).under.is_none()
                && !parents.contains(&row)
                && self.words[row].telling().len() >= ENOUGH;
            let words = self.words[row].telling().iter();
            let rarest = words
                .map(|word| {
                    with_word
                        .get(word.as_str())
                        .map(Vec::as_slice)
                        .unwrap_or_default()
                })
                .min_by_key(|rows| rows.len());
            let Some(others) = rarest.filter(|_| is_pairing) else {
                continue;
            };
            let mut tasks = BTreeSet::new();
            for other in others.iter().copied().filter(|other| *other != row) {
                let is_task = self.words[row].is_within(&self.words[other])
                    && self.row(other).topic != self.row(row).topic
                    && self.is_line_of_task(other, row);
                if is_task {
                    tasks.insert(other);
                }
                if tasks.len() > 1 {
                    break;
                }
            }
            if let Some(task) = tasks.first().filter(|_| tasks.len() == 1) {
                settled.push((row, *task));
            }
        }
        for (row, task) in settled {
            // Of two lines with the same words, one is the task.
            if !self.is_settled[task] || self.found.rows[task].subject != Subject::Row(row) {
                let subject = match self.found.rows[task].subject {
                    Subject::New => Subject::Row(task),
                    subject => subject,
                };
                self.settle(row, subject);
            }
        }
    }

    /// Returns whether a row is an item's own line, or that of a new one, and the item is open, or is closed by that line or
    /// by the pairing: the document is imported again when it has been.
    fn is_line_of_task(&self, row: usize, pairing: usize) -> bool {
        let closes = |row: usize| matches!(self.row(row).mark, Mark::Done | Mark::Dropped);
        match self.found.rows[row].subject {
            Subject::New => true,
            Subject::Item(id, _) => {
                let is_open = self.sprint.get(id).is_some_and(|item| item.is_open());
                !self.found.rows[row].is_second && (is_open || closes(row) || closes(pairing))
            }
            Subject::Row(_) | Subject::Nothing => false,
        }
    }

    fn place(&self, row: usize) -> Place {
        let parent = self
            .row(row)
            .under
            .map(|parent| match self.found.item(parent) {
                Some(id) => Parent::Item(id),
                None => Parent::Row(parent),
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
