//! Lines that are certainly an item in other words, though most of the document does not stand in the log.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::{Finder, FoundBy, LikePair, Parent, Subject, Way, shown};
use crate::diagnostic::PlanningRemark;
use crate::domain::{EntryId, Who};
use crate::planning::document::Person;
use crate::planning::likeness::Words;

/// How many words a name has at most.
const LONGEST: usize = 3;

/// How many words say at most who does something.
const MOST_CUT: usize = 8;

impl Finder<'_> {
    /// Finds the rows that have names in brackets which stand in the title of their item, or the other way round.
    pub(super) fn find_names_elsewhere(&mut self) {
        let unsettled = self.unsettled();
        let mut rows: HashMap<&str, Vec<usize>> = HashMap::new();
        for row in unsettled.iter().copied() {
            if self.has_people(row) && !self.may_have_item(row) {
                rows.entry(&self.words[row].key).or_default().push(row);
            }
        }
        let mut items: HashMap<usize, Vec<usize>> = HashMap::new();
        for candidate in self.open_and_gone() {
            for (shorter, rest) in cuts(&self.candidates[candidate].words.key) {
                for row in rows.get(shorter).into_iter().flatten().copied() {
                    let people = self.row(row).people.iter().flatten();
                    let mut people = people.filter(|person| !person.is_struck);
                    if people.any(|person| self.is_named_in(rest, person)) {
                        items.entry(row).or_default().push(candidate);
                    }
                }
            }
        }
        let mut found: Vec<(usize, usize, FoundBy)> = Vec::new();
        for (row, candidates) in items {
            if let [candidate] = candidates[..] {
                found.push((row, candidate, FoundBy::Likeness));
            }
        }
        for row in unsettled {
            if !self.has_people(row) && !self.may_have_item(row) {
                let candidate = self.without_names(row);
                found.extend(candidate.map(|candidate| (row, candidate, FoundBy::Words)));
            }
        }
        found.sort_by_key(|(row, ..)| *row);
        for (row, candidate, by) in found {
            if self.candidates[candidate].row.is_some() {
                continue;
            }
            if by == FoundBy::Likeness {
                self.remark_like(row, candidate);
            }
            let id = self.candidates[candidate].item.id;
            self.settle(row, Subject::Item(id, by));
        }
    }

    /// Returns the one item that has the words of a row but for the names of those who are on it.
    fn without_names(&self, row: usize) -> Option<usize> {
        let mut found = BTreeSet::new();
        for (shorter, rest) in cuts(&self.words[row].key) {
            let items = self.by_words.get(shorter).into_iter().flatten().copied();
            found.extend(items.filter(|candidate| {
                let candidate = &self.candidates[*candidate];
                let mut on = candidate.item.assignees.all();
                candidate.item.is_open()
                    && candidate.row.is_none()
                    && on.any(|one| self.is_called(rest, one.who))
            }));
        }
        found.first().copied().filter(|_| found.len() == 1)
    }

    /// Returns whether words name somebody on a row.
    fn is_named_in(&self, words: &str, person: &Person) -> bool {
        match self.sprint.people().stored(&person.typed) {
            Some(known) => self.is_called(words, known.who),
            None => {
                let name = Words::of(&person.typed).key;
                !name.is_empty() && phrases(words).any(|phrase| phrase == name)
            }
        }
    }

    /// Returns whether words name somebody.
    fn is_called(&self, words: &str, who: Who) -> bool {
        let Who::Person(id) = who else { return false };
        let people = self.sprint.people();
        phrases(words).any(|phrase| people.named(&phrase).contains(&id))
    }

    /// Returns the rows and items that are certainly the same: like each other, in the same place, with the same people, and like
    /// nothing else; or nearly the same in that place, and nothing else is that.
    pub(super) fn certain_pairs(&self) -> Vec<LikePair> {
        if self.is_exported || self.unsettled().is_empty() {
            return Vec::new();
        }
        let pairs = self.like_pairs(&self.open_and_gone());
        let is_nearly = |pair: &&LikePair| pair.0.0 == Way::NearlySame;
        let mut certain = alone(pairs.iter().filter(is_nearly));
        certain.retain(|(_, row, candidate)| self.is_in_place(*row, *candidate));
        let same = alone(pairs.iter()).into_iter();
        certain.extend(same.filter(|(_, row, candidate)| self.is_of_same(*row, *candidate)));
        certain
    }

    /// Returns those of some items that a row has certainly in other words, if these and those that have a line are at least half of
    /// what was recorded together with each and is open.
    pub(super) fn certain(
        &self,
        pairs: &[LikePair],
        is_there: impl Fn(usize) -> bool,
    ) -> BTreeSet<usize> {
        let certain: HashSet<usize> = pairs.iter().map(|(_, _, candidate)| *candidate).collect();
        let mut batches: HashMap<Option<EntryId>, (usize, usize)> = HashMap::new();
        for (place, candidate) in self.candidates.iter().enumerate() {
            if candidate.item.is_open() {
                let (open, there) = batches.entry(candidate.batch).or_default();
                *open += 1;
                *there += usize::from(is_there(place) || certain.contains(&place));
            }
        }
        let is_of_document = |candidate: &usize| {
            let (open, there) = batches[&self.candidates[*candidate].batch];
            2 * there >= open && !is_there(*candidate)
        };
        certain.into_iter().filter(is_of_document).collect()
    }

    /// Says which new rows are like an open item that has no line.
    pub(super) fn remark_maybe_reworded(&mut self) {
        let is_new = |row: &usize| self.found.rows[*row].subject == Subject::New;
        if self.is_exported || !(0..self.document.rows.len()).any(|row| is_new(&row)) {
            return;
        }
        let mut told = HashSet::new();
        for (_, row, candidate) in self.like_pairs(&self.open_and_gone()) {
            let item = self.candidates[candidate].item;
            if is_new(&row) && told.insert(row) {
                self.found.remarks.push(PlanningRemark::MaybeReworded {
                    line: self.row(row).line,
                    id: item.id,
                    item: shown(item),
                    label: item.label.to_string(),
                });
            }
        }
    }

    /// Returns whether a row and an item stand in the same place and have the same people, at least one.
    fn is_of_same(&self, row: usize, candidate: usize) -> bool {
        let item = self.candidates[candidate].item;
        let people = self.row(row).people.iter().flatten();
        let people = people.map(|person| self.sprint.people().stored(&person.typed));
        let people: Option<HashSet<Who>> = people.map(|one| one.map(|one| one.who)).collect();
        let on: HashSet<Who> = item.assignees.all().map(|one| one.who).collect();
        !on.is_empty() && people == Some(on) && self.is_in_place(row, candidate)
    }

    /// Returns whether a row stands where an item does.
    fn is_in_place(&self, row: usize, candidate: usize) -> bool {
        let place = self.place(row);
        let is_new_part = matches!(place.parent, Some(Parent::Row(_)));
        !is_new_part && place == self.candidates[candidate].place
    }

    fn has_people(&self, row: usize) -> bool {
        let people = self.row(row).people.as_ref();
        people.is_some_and(|people| !people.is_empty())
    }

    /// Returns the open items that no row is the own line of.
    fn open_and_gone(&self) -> BTreeSet<usize> {
        let candidates = self.candidates.iter().enumerate();
        let gone = candidates.filter(|(_, of)| of.item.is_open() && of.row.is_none());
        gone.map(|(place, _)| place).collect()
    }
}

/// Returns the pairs of which neither the row nor the item is in another.
fn alone<'p>(pairs: impl Iterator<Item = &'p LikePair> + Clone) -> Vec<LikePair> {
    let (mut of_row, mut of_item) = (HashMap::new(), HashMap::new());
    for (_, row, candidate) in pairs.clone() {
        *of_row.entry(row).or_insert(0) += 1;
        *of_item.entry(candidate).or_insert(0) += 1;
    }
    let alone = pairs.filter(|(_, row, candidate)| of_row[row] == 1 && of_item[candidate] == 1);
    alone.copied().collect()
}

/// Cuts some words off the end of others, or off their beginning: what stays, and what is cut off.
fn cuts(key: &str) -> impl Iterator<Item = (&str, &str)> {
    let front = key.match_indices(' ').take(MOST_CUT);
    let front = front.map(|(at, _)| (&key[at + 1..], &key[..at]));
    let back = key.rmatch_indices(' ').take(MOST_CUT);
    front.chain(back.map(|(at, _)| (&key[..at], &key[at + 1..])))
}

/// Returns what may be names among words.
fn phrases(words: &str) -> impl Iterator<Item = String> {
    let words: Vec<&str> = words.split(' ').collect();
    let phrases = |count: usize| {
        let windows = words.windows(count);
        windows.map(|words| words.join(" ")).collect::<Vec<_>>()
    };
    (1..=LONGEST)
        .flat_map(phrases)
        .collect::<Vec<_>>()
        .into_iter()
}
