//! Finding again the items that the lines of a document are about.
//!
//! Lines with a number come first, then those with an item's words, then what is like an item whose own line is gone.

mod like;
mod numbers;
mod place;
mod reworded;
mod same_words;

use std::collections::HashMap;

use super::command::Target;
use super::document::{Document, Row};
use super::folded::folded;
use super::likeness::Words;
use crate::diagnostic::{PlanningFault, PlanningRemark};
use crate::domain::{EntryId, Item, Sprint};
use place::{Parent, Place, SameWords};
pub(super) use place::{headings, plain_headings, topics};

/// What each row of a document is about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// In the order of the rows.
    pub rows: Vec<FoundRow>,
    /// What must not be guessed: the line, and what is wrong there.
    pub faults: Vec<(usize, PlanningFault)>,
    pub remarks: Vec<PlanningRemark>,
}

/// What a row is about.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundRow {
    pub subject: Subject,
    /// The title, with the number in front if that is not an item's.
    pub title: String,
    /// Whether another row is the item's own line, so that this one only adds to it.
    pub is_second: bool,
    /// Whether it was copied from an item's line, so that its box and status are not its own.
    pub is_copy: bool,
}

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    New,
    Item(EntryId, FoundBy),
    /// The new item of another row.
    Row(usize),
    /// Nothing: it must not be guessed, or it was taken back.
    Nothing,
}

/// How the item of a row was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FoundBy {
    Number,
    /// The words are the same.
    Words,
    /// The item's own line is gone, and this one is like it: a rewording.
    Likeness,
}

impl Found {
    /// Returns the item of a row.
    pub fn item(&self, row: usize) -> Option<EntryId> {
        match self.rows[self.own_line(row)].subject {
            Subject::Item(id, _) => Some(id),
            Subject::New | Subject::Row(_) | Subject::Nothing => None,
        }
    }

    /// Returns what a command about the item of a row has to name.
    pub fn target(&self, row: usize) -> Target {
        match self.item(row) {
            Some(id) => Target::Item(id),
            None => Target::Row(self.own_line(row)),
        }
    }

    /// Returns the row that makes the item of a row, if that is a new one; else the row itself.
    pub fn own_line(&self, mut row: usize) -> usize {
        while let Subject::Row(other) = self.rows[row].subject {
            row = other;
        }
        row
    }
}

/// Finds the items of a document among those of the sprint. `opened` is the document from which it was edited, if that is
/// known: its rows are the items with their numbers. `now` is the sprint as it is, if the document may have been imported since it was
/// exported, so that its new lines may be items.
pub fn find(
    document: &Document,
    opened: Option<&Document>,
    sprint: &Sprint,
    now: Option<&Sprint>,
) -> Found {
    let mut finder = Finder::new(document, opened, sprint);
    if let Some(now) = now {
        finder.add_made_since(now);
    }
    finder.find_numbers();
    finder.note_words();
    finder.find_in_places();
    finder.find_repeated();
    finder.find_names_elsewhere();
    finder.find_like();
    finder.find_elsewhere();
    finder.find_repeated();
    finder.find_pairings();
    finder.remark_maybe_reworded();
    finder.remark_other_numbers();
    finder.remark_no_such_numbers();
    finder.found
}

/// An item that a row may be about.
struct Candidate<'a> {
    item: &'a Item,
    words: Words,
    /// The words of its line in the opened document.
    opened: Option<Words>,
    place: Place,
    /// Its words as they are now, if the document was exported before.
    now: Option<Words>,
    /// What it was recorded together with.
    batch: Option<EntryId>,
    /// The row that is the item's own line.
    row: Option<usize>,
    /// Whether it was made since the document was exported.
    is_since: bool,
}

impl Candidate<'_> {
    fn of(item: &Item) -> Candidate<'_> {
        Candidate {
            item,
            words: Words::of(&folded(&item.text)),
            opened: None,
            now: None,
            place: Place::of_item(item),
            batch: None,
            row: None,
            is_since: false,
        }
    }
}

/// How much alike a row and an item are, and their places.
type LikePair = (Likeness, usize, usize);

/// In which way a title is like that of an item, and how much alike they are.
type Likeness = (Way, f64);

/// In which way a title is like that of an item, the surest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    SharedWords,
    /// One begins with the words of the other.
    GoesOn,
    /// The words are the same but for little ones and endings, and so may be the people.
    NearlySame,
}

struct Finder<'a> {
    document: &'a Document,
    sprint: &'a Sprint,
    candidates: Vec<Candidate<'a>>,
    by_id: HashMap<EntryId, usize>,
    /// The candidates with the same words, by their key.
    by_words: HashMap<String, Vec<usize>>,
    is_exported: bool,
    /// The words of each row.
    words: Vec<Words>,
    /// Whether it is settled what a row is about.
    is_settled: Vec<bool>,
    same: SameWords,
    found: Found,
}

impl<'a> Finder<'a> {
    fn new(document: &'a Document, opened: Option<&'a Document>, sprint: &'a Sprint) -> Finder<'a> {
        let opened_rows: HashMap<String, &Row> = opened
            .iter()
            .flat_map(|document| &document.rows)
            .filter_map(|row| Some((row.number.as_deref().map(plain_number)?, row)))
            .collect();
        let entries = sprint.entries().iter();
        let batches: HashMap<EntryId, EntryId> = entries
            .filter_map(|entry| Some((entry.id, entry.batch?)))
            .collect();
        let items = sprint.items();
        let candidates: Vec<Candidate<'_>> = items
            .iter()
            .map(|item| Candidate {
                opened: opened_rows
                    .get(&item.label.to_string())
                    .map(|row| Words::of(&folded(&row.title))),
                batch: batches.get(&item.id).copied(),
                ..Candidate::of(item)
            })
            .collect();
        let mut by_words: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, candidate) in candidates.iter().enumerate() {
            let key = candidate.words.key.clone();
            by_words.entry(key).or_default().push(place);
        }
        let rows = document.rows.iter();
        let found = Found {
            rows: rows
                .clone()
                .map(|row| FoundRow {
                    subject: Subject::New,
                    title: row.title.clone(),
                    is_second: false,
                    is_copy: false,
                })
                .collect(),
            ..Found::default()
        };
        Finder {
            document,
            sprint,
            is_exported: opened.is_some(),
            by_id: items
                .iter()
                .enumerate()
                .map(|(place, item)| (item.id, place))
                .collect(),
            candidates,
            by_words,
            words: rows.map(|row| Words::of(&folded(&row.title))).collect(),
            is_settled: vec![false; document.rows.len()],
            same: SameWords::default(),
            found,
        }
    }

    /// Adds the items that were made since the document was exported: its new lines may be theirs, as it may have been imported since.
    fn add_made_since(&mut self, now: &'a Sprint) {
        for item in now.items().iter() {
            if let Some(candidate) = self.by_id.get(&item.id) {
                self.candidates[*candidate].now = Some(Words::of(&folded(&item.text)));
            } else {
                self.by_id.insert(item.id, self.candidates.len());
                self.candidates.push(Candidate {
                    is_since: true,
                    ..Candidate::of(item)
                });
            }
        }
    }

    fn row(&self, row: usize) -> &'a Row {
        &self.document.rows[row]
    }

    /// Returns the items that have the words of a row.
    fn with_words_of(&self, row: usize) -> &[usize] {
        let places = self.by_words.get(&self.words[row].key);
        places.map(Vec::as_slice).unwrap_or_default()
    }

    /// Notes what a row is about. The first row about an item is its own line.
    fn settle(&mut self, row: usize, subject: Subject) {
        self.is_settled[row] = true;
        self.found.rows[row].subject = subject;
        if let Subject::Item(id, _) = subject
            && let Some(candidate) = self.by_id.get(&id).copied()
        {
            let own = self.candidates[candidate].row.get_or_insert(row);
            self.found.rows[row].is_second = *own != row;
        }
    }

    /// Refuses a row.
    fn refuse(&mut self, row: usize, fault: PlanningFault) {
        self.settle(row, Subject::Nothing);
        self.found.faults.push((self.row(row).line, fault));
    }

    /// Returns the rows of which it is not settled what they are about.
    fn unsettled(&self) -> Vec<usize> {
        let rows = 0..self.document.rows.len();
        rows.filter(|row| !self.is_settled[*row]).collect()
    }
}

/// Gives a number the form in which labels are printed: `012B` is `12b`.
pub(super) fn plain_number(number: &str) -> String {
    number.trim_start_matches(['#', '0']).to_lowercase()
}

/// Prints an item as it is shown in messages: `12 fix the leak`.
pub(super) fn shown(item: &Item) -> String {
    format!("{} {}", item.label, crate::text::one_line(&item.text))
}
