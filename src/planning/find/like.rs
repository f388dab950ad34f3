//! Lines without a number that are like an item, or only say who works on one.

use std::collections::{BTreeSet, HashMap};

use super::place::plain_headings;
use super::same_words::ENOUGH;
use super::{Candidate, Finder, FoundBy, LikePair, Likeness, Subject, Way, shown};
use crate::diagnostic::PlanningRemark;
use crate::domain::Item;
use crate::planning::document::{Mark, Person};
use crate::planning::likeness::forms;

/// With how many items a line is compared: those that share its rarest words.
const COMPARED: usize = 200;

/// How like an item a line has to be under the same heading.
pub(super) const LIKE: f64 = 0.48;

/// How much more under another heading.
const ELSEWHERE: f64 = 0.10;

/// How much more if the item is closed.
const CLOSED: f64 = 0.15;

/// How much more if both have people, and none of them is the same.
const APART: f64 = 0.15;

/// How much more if all that differs is one telling word in the place of another.
const REPLACED: f64 = 0.25;

impl Finder<'_> {
    /// Finds the rows that are like an item whose own line is gone.
    pub(super) fn find_like(&mut self) {
        let unsettled = self.unsettled().into_iter();
        let awaited: BTreeSet<usize> = unsettled
            .flat_map(|row| self.free_with_words(row))
            .collect();
        let certain = self.certain_pairs();
        let mut gone = self.gone(&awaited, &certain);
        loop {
            self.find_like_of(&gone);
            // What was found may show that the document is a later version of more than it seemed.
            let now = self.gone(&awaited, &certain);
            if now.is_subset(&gone) {
                return;
            }
            gone = now;
        }
    }

    /// Finds the rows that are like some items: the best pairs first, each once. An item that was split is its first part.
    fn find_like_of(&mut self, gone: &BTreeSet<usize>) {
        let pairs = self.like_pairs(gone);
        for (place, (likeness, row, candidate)) in pairs.iter().copied().enumerate() {
            let is_free = |row: usize, candidate: usize| {
                !self.is_settled[row] && self.candidates[candidate].row.is_none()
            };
            if !is_free(row, candidate) {
                continue;
            }
            let mut equals = pairs[place + 1..]
                .iter()
                .take_while(|pair| (pair.0, pair.1) == (likeness, row));
            // Which of two is meant is not guessed.
            if equals.any(|pair| is_free(row, pair.2)) {
                self.settle(row, Subject::New);
                continue;
            }
            let item = self.candidates[candidate].item;
            let parts = pairs
                .iter()
                .filter(|pair| pair.2 == candidate && is_free(pair.1, candidate));
            let row = match item.is_open() {
                true => self.first_part(row, candidate, parts.map(|pair| pair.1)),
                false => row,
            };
            if let Some(fault) = self.other_number(row, candidate) {
                self.refuse(row, fault);
                continue;
            }
            // What is closed does not get the words of what is to be done.
            if !item.is_open() && !self.closes(row) {
                self.settle(row, Subject::Nothing);
                self.found.remarks.push(PlanningRemark::LikeClosed {
                    line: self.row(row).line,
                    item: shown(item),
                    label: item.label.to_string(),
                    kind: item.kind,
                });
                continue;
            }
            self.settle(row, Subject::Item(item.id, FoundBy::Likeness));
            self.remark_like(row, candidate);
        }
    }

    /// Says that a row is taken for an item in other words.
    pub(super) fn remark_like(&mut self, row: usize, candidate: usize) {
        self.found.remarks.push(PlanningRemark::Like {
            line: self.row(row).line,
            item: shown(self.candidates[candidate].item),
        });
    }

    /// Returns the first of the rows into which an item was split, as far as one is the most like it: each has words of it alone.
    fn first_part(&self, row: usize, candidate: usize, like: impl Iterator<Item = usize>) -> usize {
        let words = &self.candidates[candidate].words;
        let is_part = |row: &usize| {
            self.words[*row].is_within(words)
                && self.words[*row].telling().len() < words.telling().len()
        };
        match is_part(&row) && !self.words[row].goes_on(words) {
            true => like.filter(is_part).min().unwrap_or(row),
            false => row,
        }
    }

    /// Returns the rows and items that are like each other, the best pairs first.
    pub(super) fn like_pairs(&self, gone: &BTreeSet<usize>) -> Vec<LikePair> {
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
        let is_own = |row: usize| {
            (self.is_exported || !self.found.rows[row].is_copy) && !self.may_have_item(row)
        };
        // Nearly the same words come first. A title that goes on says more of the same; of the parts of one that was split, that is
        // the first.
        let mut pairs: Vec<LikePair> = Vec::new();
        let unsettled = self.unsettled().into_iter();
        for row in unsettled.filter(|row| is_own(*row) && is_once(*row)) {
            let headings = plain_headings(&self.row(row).topic);
            let words = self.words[row].telling().iter();
            let mut near: Vec<&Vec<usize>> = words
                .flat_map(|word| forms(word))
                .filter_map(|word| with_word.get(word.as_str()))
                .collect();
            near.sort_by_key(|candidates| candidates.len());
            let near = near.into_iter().flatten().copied().take(COMPARED);
            for candidate in near.collect::<BTreeSet<usize>>() {
                let likeness = self.likeness(row, &headings, &self.candidates[candidate]);
                pairs.extend(likeness.map(|likeness| (likeness, row, candidate)));
            }
        }
        pairs.sort_by(|one, other| {
            let ((way, likeness), ..) = other;
            let likeness = way.cmp(&one.0.0).then(likeness.total_cmp(&one.0.1));
            likeness.then((one.1, one.2).cmp(&(other.1, other.2)))
        });
        pairs
    }

    /// Returns whether a row says that its item is closed, or struck through.
    fn closes(&self, row: usize) -> bool {
        let mark = self.row(row).mark;
        mark.may_close() || mark == Mark::Struck
    }

    /// Returns whether a document may have had the line of an item: what was exported has nothing that was recorded later, or
    /// closed before its day.
    fn was_there(&self, of: &Candidate<'_>) -> bool {
        let day = self.document.stamp.as_ref().and_then(|stamp| stamp.day);
        let is_of_day = || match (of.item.closed, day) {
            (Some(closed), Some(day)) => closed.day >= day,
            _ => true,
        };
        !self.is_exported || of.is_since || of.opened.is_some() && is_of_day()
    }

    /// Returns how much a row below some headings is like an item, if that is enough.
    fn likeness(&self, row: usize, headings: &[String], of: &Candidate<'_>) -> Option<Likeness> {
        let kind = self.row(row).kind;
        if kind.is_some_and(|kind| kind != of.item.kind) && !self.found.rows[row].is_copy {
            return None;
        }
        // Whoever adds an open line to an exported document means another task than one that was closed before.
        if !of.item.is_open() && !self.was_there(of) && !self.closes(row) {
            return None;
        }
        // Others may have planned something that is only like it, elsewhere.
        if of.is_since && of.place.headings != headings {
            return None;
        }
        let words = &self.words[row];
        // What is closed has been done: a line that asks for more is another task.
        if !of.item.is_open() && words.adds_to(&of.words) {
            return None;
        }
        let is_apart = self.is_apart(row, of.item);
        if !is_apart && of.item.is_open() && words.is_nearly(&of.words) {
            return Some((Way::NearlySame, 1.0));
        }
        let more = |is_needed: bool, more: f64| if is_needed { more } else { 0.0 };
        let enough = LIKE
            + more(of.place.headings != headings, ELSEWHERE)
            + more(!of.item.is_open(), CLOSED)
            + more(is_apart, APART)
            + more(words.has_replaced(&of.words), REPLACED);
        let likeness = words.likeness_from(&of.words, enough)?;
        let way = match words.goes_on(&of.words) {
            true => Way::GoesOn,
            false => Way::SharedWords,
        };
        Some((way, likeness))
    }

    /// Returns the items whose own line is gone from the document, where that tells something: it was exported, or it is a later
    /// version of what they were recorded from, as at least half of what was open then stands in it, or a row is one of the `certain`
    /// pairs. A line with the words of an `awaited` one stands elsewhere.
    fn gone(&self, awaited: &BTreeSet<usize>, certain: &[LikePair]) -> BTreeSet<usize> {
        let is_exported = self.candidates.iter().any(|one| one.opened.is_some());
        let mut gone = BTreeSet::new();
        let (mut open, mut there) = (0, 0);
        let mut first = 0;
        let is_there =
            |place: usize| self.candidates[place].row.is_some() || awaited.contains(&place);
        for (last, candidate) in self.candidates.iter().enumerate() {
            if candidate.item.is_open() {
                open += 1;
                there += usize::from(is_there(last));
            }
            // What was recorded together came from one document.
            let next = self.candidates.get(last + 1);
            if next.is_some_and(|next| next.batch == candidate.batch) {
                continue;
            }
            if is_exported || 2 * there >= open {
                let together = first..=last;
                gone.extend(together.filter(|place| !is_there(*place)));
            }
            first = last + 1;
        }
        gone.extend(self.certain(certain, is_there));
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
                let is_open = self
                    .by_id
                    .get(&id)
                    .is_some_and(|place| self.candidates[*place].item.is_open());
                !self.found.rows[row].is_second && (is_open || closes(row) || closes(pairing))
            }
            Subject::Row(_) | Subject::Nothing => false,
        }
    }
}
