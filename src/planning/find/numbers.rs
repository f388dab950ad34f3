//! Lines with a number: whether the item with the number is meant.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::like::LIKE;
use super::place::plain_headings;
use super::{Finder, FoundBy, Subject, plain_number, shown};
use crate::diagnostic::{PlanningFault, PlanningRemark};
use crate::planning::folded::folded;
use crate::planning::likeness::Words;

/// How many lines with the same word are compared with each other.
const COMPARED: usize = 50;

impl<'a> Finder<'a> {
    /// Finds the items of the lines with numbers, and refuses what must not be guessed.
    pub(super) fn find_numbers(&mut self) {
        let mut numbers: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, candidate) in self.candidates.iter().enumerate() {
            let label = candidate.item.label;
            let mut add = |number: String| numbers.entry(number).or_default().push(place);
            add(label.number.to_string());
            if label.twin.is_some() {
                add(label.to_string());
            }
        }
        let texts = self.numbered_texts();
        let are_ours = self.are_ours(&numbers);
        let mut of_no_item = Vec::new();
        let mut rows_of: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for place in 0..self.document.rows.len() {
            let row = self.row(place);
            if let Some(fault) = &row.fault {
                self.refuse(place, PlanningFault::Row(fault.clone()));
                continue;
            }
            let Some(number) = &row.number else { continue };
            let numbered = numbers.get(&plain_number(number));
            let numbered: Vec<usize> = numbered
                .into_iter()
                .flatten()
                .copied()
                .filter(|candidate| self.may_be_numbered(place, *candidate))
                .collect();
            if texts.contains(&Words::of(&folded(&self.with_number(place, number))).key)
                && !self.is_as_exported(place, &numbered)
            {
                self.take_for_text(place, number);
                continue;
            }
            match numbered[..] {
                [candidate] if !are_ours && self.is_of_tracker(place, candidate) => {
                    self.found.remarks.push(PlanningRemark::OtherNumber {
                        line: row.line,
                        number: number.clone(),
                        item: shown(self.candidates[candidate].item),
                    });
                    self.take_for_text(place, number);
                }
                [candidate] => rows_of.entry(candidate).or_default().push(place),
                [] => of_no_item.push(place),
                ref several => {
                    let items = several.iter();
                    let items = items
                        .map(|candidate| shown(self.candidates[*candidate].item))
                        .collect();
                    let number = number.clone();
                    self.refuse(place, PlanningFault::TwoItems { number, items });
                }
            }
        }
        for (candidate, rows) in rows_of {
            self.find_own_line(candidate, &rows);
        }
        if self.is_exported {
            self.refuse_numbers_within(&numbers);
        }
        if !of_no_item.is_empty() {
            let next = self.next_numbers(&of_no_item);
            let taken_back = self.texts_taken_back();
            for row in of_no_item {
                self.find_no_item(row, &next, &taken_back);
            }
        }
        self.refuse_crossed();
    }

    /// Returns whether the numbers of the document are those of items: it was exported, or one of them has its item's words.
    fn are_ours(&self, numbers: &HashMap<String, Vec<usize>>) -> bool {
        let has_words = |place: usize| {
            let number = self.row(place).number.as_deref().map(plain_number);
            let items = number.and_then(|number| numbers.get(&number));
            let mut items = items.into_iter().flatten();
            items.any(|candidate| {
                self.has_words(place, *candidate) || self.had_words(place, *candidate)
            })
        };
        self.is_exported
            || self.document.stamp.is_some()
            || (0..self.document.rows.len()).any(has_words)
    }

    /// Returns whether the number of a row is that of a tracker: nothing of the words is that of the item, or of another.
    fn is_of_tracker(&self, row: usize, candidate: usize) -> bool {
        !self.may_fit(row, candidate) && self.with_words_of(row).is_empty()
    }

    /// Returns whether a row may have the number of an item: of one that was made since the document was exported, if it is like it,
    /// as the number of a tracker stood there before.
    fn may_be_numbered(&self, row: usize, candidate: usize) -> bool {
        !self.candidates[candidate].is_since
            || self.has_words(row, candidate)
            || self.had_words(row, candidate)
            || self.fits(row, candidate) >= LIKE
    }

    /// Refuses lines with the words of an item that has no other line, and its number among them: `DONE: #12 fix it`.
    fn refuse_numbers_within(&mut self, numbers: &HashMap<String, Vec<usize>>) {
        for row in 0..self.document.rows.len() {
            if self.row(row).number.is_some() {
                continue;
            }
            let number = numbers_within(&self.row(row).title).find(|number| {
                let candidates = numbers.get(*number).map(Vec::as_slice);
                matches!(candidates, Some([one]) if self.is_gone_and_within(*one, number, row))
            });
            if let Some(number) = number.map(str::to_owned) {
                self.refuse(row, PlanningFault::NotInFront { number });
            }
        }
    }

    /// Returns whether an item has no line with its number, and all its words stand in a row that is not its own.
    fn is_gone_and_within(&self, candidate: usize, number: &str, row: usize) -> bool {
        let candidate = &self.candidates[candidate];
        let names_itself = numbers_within(&candidate.item.text).any(|other| other == number);
        let mut words = [&candidate.words].into_iter().chain(&candidate.opened);
        candidate.row.is_none()
            && !names_itself
            && words.any(|words| words.is_within(&self.words[row]))
    }

    /// Returns the numbers that new items get next, as far as lines of an exported document have them already.
    fn next_numbers(&self, rows: &[usize]) -> HashSet<String> {
        let numbers = rows
            .iter()
            .filter_map(|row| self.row(*row).number.as_deref());
        let written: HashSet<String> = numbers.map(plain_number).collect();
        let next = (1..=rows.len()).map(|more| self.sprint.highest_number() as usize + more);
        let next = next.map(|number| number.to_string());
        next.take_while(|number| self.is_exported && written.contains(number))
            .collect()
    }

    /// Settles a row whose number no item has: it had that number, or was taken back. Else the number is text, unless it is a slip
    /// in front of the words of an item whose line is gone, or of the numbers that new items get `next`.
    fn find_no_item(
        &mut self,
        row: usize,
        next: &HashSet<String>,
        taken_back: &HashMap<String, &str>,
    ) {
        let Some(number) = &self.row(row).number else {
            return;
        };
        if let Some(candidate) = self.renumbered(row, number) {
            let id = self.candidates[candidate].item.id;
            self.settle(row, Subject::Item(id, FoundBy::Number));
            return;
        }
        if let Some(text) = taken_back.get(&plain_number(number))
            && self.words[row].may_be(&Words::of(&folded(text)))
        {
            self.found.remarks.push(PlanningRemark::TakenBack {
                line: self.row(row).line,
                number: number.to_owned(),
            });
            self.settle(row, Subject::Nothing);
            return;
        }
        let mut same = self.with_words_of(row).iter();
        let is_gone = same.any(|candidate| self.candidates[*candidate].row.is_none());
        if !is_gone && !next.contains(&plain_number(number)) {
            self.take_for_text(row, number);
        }
    }

    /// Returns the texts of the items that were taken back, by their numbers.
    fn texts_taken_back(&self) -> HashMap<String, &'a str> {
        let entries = self.sprint.entries().iter().rev();
        let entries = entries.filter(|entry| self.sprint.is_undone(entry.id));
        entries
            .filter_map(|entry| {
                let number = entry.id.number()?.to_string();
                Some((number, entry.action.fields().text?))
            })
            .collect()
    }

    /// Returns the texts of items, of now and before, that begin with a number.
    fn numbered_texts(&self) -> HashSet<String> {
        let items = self.candidates.iter().map(|candidate| candidate.item);
        let texts = items.flat_map(|item| item.former.iter().chain([&item.text]));
        let texts = texts.map(|text| folded(text));
        let numbered = texts.filter(|text| text.starts_with('#'));
        numbered.map(|text| Words::of(&text).key).collect()
    }

    /// Returns whether a row is the line of the one item with its number in a document that was exported.
    fn is_as_exported(&self, row: usize, numbered: &[usize]) -> bool {
        let [candidate] = *numbered else { return false };
        self.candidates[candidate].opened.is_some()
            && (self.has_words(row, candidate) || self.had_words(row, candidate))
    }

    /// Makes the number of a row a part of its title.
    fn take_for_text(&mut self, row: usize, number: &str) {
        let title = self.with_number(row, number);
        self.words[row] = Words::of(&folded(&title));
        self.found.rows[row].title = title;
    }

    fn with_number(&self, row: usize, number: &str) -> String {
        format!("#{number} {}", self.row(row).title)
    }

    /// Returns the item that had a number and has the words of a row.
    fn renumbered(&self, row: usize, number: &str) -> Option<usize> {
        let had =
            |former: Option<u32>| former.is_some_and(|it| it.to_string() == plain_number(number));
        let mut same = self.with_words_of(row).iter().copied();
        same.find(|candidate| had(self.candidates[*candidate].item.former_number))
    }

    /// Settles the rows with the number of an item: one with its words is its own line, those that are the same are it once more,
    /// and the others are copies of it.
    fn find_own_line(&mut self, candidate: usize, rows: &[usize]) {
        let own = match rows {
            [row] => *row,
            rows => {
                let Some(own) = self.own_line_among(candidate, rows) else {
                    let item = shown(self.candidates[candidate].item);
                    let fault = PlanningFault::Twice { item };
                    for row in rows {
                        self.refuse(*row, fault.clone());
                    }
                    return;
                };
                own
            }
        };
        let (same, copies): (Vec<usize>, Vec<usize>) = rows
            .iter()
            .filter(|row| **row != own)
            .partition(|row| self.has_words(**row, candidate));
        for row in copies {
            self.found.rows[row].is_copy = true;
        }
        self.settle_own_line(candidate, own);
        let id = self.candidates[candidate].item.id;
        for row in same {
            self.settle(row, Subject::Item(id, FoundBy::Number));
        }
    }

    /// Says which new rows of an exported document have a number that no item has.
    pub(super) fn remark_no_such_numbers(&mut self) {
        for row in 0..self.document.rows.len() {
            let found = &self.found.rows[row];
            if let Some(number) = &self.row(row).number
                && self.is_exported
                && found.subject == Subject::New
                && !found.is_copy
                && found.title == self.with_number(row, number)
            {
                self.found.remarks.push(PlanningRemark::NoSuchNumber {
                    line: self.row(row).line,
                    number: number.clone(),
                });
            }
        }
    }

    /// Returns what is wrong with a row of an exported document that is like an item whose line is gone, and has another number. A
    /// row without one is that item in other words, and so is one that had the number when it was new.
    pub(super) fn other_number(&self, row: usize, candidate: usize) -> Option<PlanningFault> {
        let of = &self.candidates[candidate];
        let number = self.row(row).number.as_ref()?;
        if !self.is_exported || of.is_since {
            return None;
        }
        let of_copy = Some(number).filter(|_| self.found.rows[row].is_copy);
        let item = of_copy.and_then(|number| self.sprint.item_named(number));
        Some(PlanningFault::LikeAnother {
            number: number.clone(),
            item: item.map(shown),
            other: shown(of.item),
            label: of.item.label.to_string(),
        })
    }

    /// Says which rows have the number of an item that stands elsewhere and the words of another, which they are about.
    pub(super) fn remark_other_numbers(&mut self) {
        for row in 0..self.document.rows.len() {
            let found = &self.found.rows[row];
            let (Subject::Item(id, _), true) = (found.subject, found.is_copy) else {
                continue;
            };
            let Some(number) = self.row(row).number.clone() else {
                continue;
            };
            let item = self.candidates[self.by_id[&id]].item;
            if item.label.to_string() != plain_number(&number) {
                self.found.remarks.push(PlanningRemark::WordsOfOther {
                    line: self.row(row).line,
                    number,
                    item: shown(item),
                });
            }
        }
    }

    /// Returns which of several rows with the number of an item is its own line: the one with its words, or if they say the
    /// same, the one where it stood.
    fn own_line_among(&self, candidate: usize, rows: &[usize]) -> Option<usize> {
        let rows = rows.iter().copied();
        let with_words: Vec<usize> = rows.filter(|row| self.has_words(*row, candidate)).collect();
        let (first, others) = with_words.split_first()?;
        let says = |row: usize| {
            let row = self.row(row);
            (&row.people, &row.when, &row.status, row.mark)
        };
        if others.iter().any(|other| says(*other) != says(*first)) {
            return None;
        }
        let place = &self.candidates[candidate].place.headings;
        let is_in_place = |row: &&usize| plain_headings(&self.row(**row).topic) == *place;
        Some(*with_words.iter().find(is_in_place).unwrap_or(first))
    }

    /// Settles the own line of an item, if it may be.
    fn settle_own_line(&mut self, candidate: usize, own: usize) {
        let id = self.candidates[candidate].item.id;
        let now = self.candidates[candidate].now.as_ref();
        let has_words_now = now.is_some_and(|now| now.key == self.words[own].key);
        if has_words_now || self.has_words(own, candidate) || self.had_words(own, candidate) {
            self.settle(own, Subject::Item(id, FoundBy::Number));
            return;
        }
        let number = self.row(own).number.clone().unwrap_or_default();
        if let Some(renumbered) = self.renumbered(own, &number) {
            let id = self.candidates[renumbered].item.id;
            self.settle(own, Subject::Item(id, FoundBy::Number));
            return;
        }
        let same = self.with_words_of(own).iter();
        let mut same = same.map(|other| &self.candidates[*other]);
        let other = same.find(|other| other.item.id != id);
        let fault = match other {
            Some(other) => PlanningFault::WordsOfAnother {
                number,
                item: shown(self.candidates[candidate].item),
                other: shown(other.item),
            },
            None if !self.may_fit(own, candidate) => PlanningFault::OtherWords {
                number,
                line: self.row(own).title.clone(),
                item: shown(self.candidates[candidate].item),
            },
            None => return self.settle(own, Subject::Item(id, FoundBy::Number)),
        };
        self.refuse(own, fault);
    }

    fn has_words(&self, row: usize, candidate: usize) -> bool {
        let key = &self.words[row].key;
        let candidate = &self.candidates[candidate];
        let opened = candidate.opened.as_ref();
        *key == candidate.words.key || opened.is_some_and(|words| *key == words.key)
    }

    /// Returns whether a row has an earlier text of an item.
    fn had_words(&self, row: usize, candidate: usize) -> bool {
        let mut former = self.candidates[candidate].item.former.iter();
        former.any(|text| Words::of(&folded(text)).key == self.words[row].key)
    }

    /// Returns whether a row has anything of the words of an item.
    fn may_fit(&self, row: usize, candidate: usize) -> bool {
        let words = &self.words[row];
        let candidate = &self.candidates[candidate];
        let opened = candidate.opened.as_ref();
        words.may_be(&candidate.words) || opened.is_some_and(|opened| words.may_be(opened))
    }

    /// Returns how like an item a row is.
    fn fits(&self, row: usize, candidate: usize) -> f64 {
        let words = &self.words[row];
        let candidate = &self.candidates[candidate];
        let opened = candidate.opened.as_ref();
        let opened = opened.map_or(0.0, |opened| words.likeness(opened));
        words.likeness(&candidate.words).max(opened)
    }

    /// Refuses rows whose words fit each other's items better than their own: their numbers were exchanged.
    fn refuse_crossed(&mut self) {
        let changed: Vec<(usize, usize)> = self
            .candidates
            .iter()
            .enumerate()
            .filter_map(|(candidate, of)| Some((of.row?, candidate)))
            .filter(|(row, candidate)| !self.has_words(*row, *candidate))
            .collect();
        let mut with_word: HashMap<&str, Vec<usize>> = HashMap::new();
        for (place, (_, candidate)) in changed.iter().enumerate() {
            for word in self.candidates[*candidate].words.telling() {
                with_word.entry(word).or_default().push(place);
            }
        }
        // For each of them, the one whose item it fits best, if that is another.
        let better: Vec<Option<usize>> = changed
            .iter()
            .map(|(row, own)| {
                let words = self.words[*row].telling().iter();
                let places = words.filter_map(|word| with_word.get(word.as_str()));
                let places: HashSet<usize> = places
                    .filter(|places| places.len() <= COMPARED)
                    .flatten()
                    .copied()
                    .collect();
                let own = self.fits(*row, *own);
                places
                    .into_iter()
                    .map(|place| (self.fits(*row, changed[place].1), place))
                    .filter(|(fits, _)| *fits > own)
                    .max_by(|one, other| one.0.total_cmp(&other.0).then(other.1.cmp(&one.1)))
                    .map(|(_, place)| place)
            })
            .collect();
        for place in crossed(&better) {
            let (row, own) = changed[place];
            let Some(other) = better[place] else { continue };
            let fault = PlanningFault::WordsOfAnother {
                number: self.row(row).number.clone().unwrap_or_default(),
                item: shown(self.candidates[own].item),
                other: shown(self.candidates[changed[other].1].item),
            };
            self.refuse(row, fault);
        }
    }
}

/// Returns the numbers in a title that look like those of items: `#12`, or `12` in front.
fn numbers_within(title: &str) -> impl Iterator<Item = &str> {
    let digits = |text: &str| {
        text.len()
            - text
                .trim_start_matches(|sign: char| sign.is_ascii_digit())
                .len()
    };
    let behind_sign = title
        .match_indices('#')
        .map(|(at, sign)| &title[at + sign.len()..]);
    let in_front = [title].into_iter().chain(behind_sign);
    in_front
        .map(move |text| &text[..digits(text)])
        .filter(|number| !number.is_empty())
}

/// Returns the places from which one comes back to where one was, by going on from each to the next.
fn crossed(next: &[Option<usize>]) -> Vec<usize> {
    let mut seen_from: Vec<Option<usize>> = vec![None; next.len()];
    let mut crossed = Vec::new();
    for start in 0..next.len() {
        let mut path = Vec::new();
        let mut at = Some(start);
        while let Some(place) = at {
            if let Some(seen) = seen_from[place] {
                if seen == start {
                    crossed.extend(path.into_iter().skip_while(|on_path| *on_path != place));
                }
                break;
            }
            seen_from[place] = Some(start);
            path.push(place);
            at = next[place];
        }
    }
    crossed.sort_unstable();
    crossed
}
