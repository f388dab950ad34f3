//! What a document changes: compared with the document as it was exported, else with the sprint.

mod added;
mod all_lines;
mod edited;
mod gone_back;
mod made;
mod older;
mod people;
mod place;
mod presence;
mod said;
mod since;
mod taken_back;

#[cfg(test)]
mod pad_tests;
#[cfg(test)]
mod tests;

use std::collections::{BTreeSet, HashMap, HashSet};

use super::command::{Command, Target};
use super::document::{Document, Mark, Row};
use super::find::{Found, FoundBy, Subject, find, headings, plain_number, shown, topics};
use super::folded::folded;
use super::likeness::Words;
use crate::diagnostic::{PlanningFault, PlanningRemark};
use crate::domain::{EntryId, Item, Sprint, Topic};

/// Something that is to be recorded, with the line that says it.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub line: usize,
    pub command: Command,
}

impl Change {
    /// Returns it without the days on which somebody comes and leaves; `None` if it has none.
    pub fn without_days(&self) -> Option<Change> {
        let mut undated = self.clone();
        match &mut undated.command {
            Command::Join { from, to, .. } if from.is_some() || to.is_some() => {
                (*from, *to) = (None, None);
            }
            _ => return None,
        }
        Some(undated)
    }
}

/// What a document changes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes {
    /// In the order in which they are to be recorded: an item before its parts.
    pub changes: Vec<Change>,
    /// What must not be guessed. If there is any, nothing may be recorded.
    pub faults: Vec<(usize, PlanningFault)>,
    /// What was seen and changes nothing.
    pub remarks: Vec<PlanningRemark>,
    /// The lines that are struck through and whose items are closed: it is known how they ended.
    pub ended: HashSet<usize>,
    /// Whether something may be meant to be taken back, and is not, as the state is not known from which the document comes.
    pub may_take_back: bool,
}

/// Compares a document with the one from which it was edited, both read against the sprint as it was then, or with the sprint
/// as it is if that is not known. `now` is the sprint as it is: what is already so is not recorded again.
pub fn changes(document: &Document, opened: Option<Opened<'_>>, now: &Sprint) -> Changes {
    let base = opened.as_ref().map_or(now, |opened| opened.sprint);
    let found = find(
        document,
        opened.as_ref().map(|opened| opened.document),
        base,
        opened.filter(|opened| opened.is_kept).map(|_| now),
    );
    let mut comparison = Comparison {
        opened_rows: opened.as_ref().map(rows_of_items).unwrap_or_default(),
        unnumbered: opened.iter().flat_map(unnumbered).collect(),
        document,
        opened,
        base,
        before: base.entries().iter().map(|entry| entry.id).collect(),
        now,
        changes: Changes {
            faults: found.faults.clone(),
            remarks: found.remarks.clone(),
            ..Changes::default()
        },
        headings: headings(document),
        headings_before: opened
            .map(|opened| headings(opened.document))
            .unwrap_or_default(),
        topics: topics(now),
        there: (0..document.rows.len())
            .filter_map(|row| found.item(row))
            .collect(),
        timed: timed(document, &found),
        renamed: HashSet::new(),
        lost_lists: Vec::new(),
        found,
    };
    comparison.find_made_meanwhile();
    comparison.join();
    let renamed = comparison.rename_headings();
    for row in 0..document.rows.len() {
        comparison.compare(row, &renamed);
    }
    for row in 0..document.rows.len() {
        comparison.add_from_second(row);
    }
    comparison.leave();
    comparison.remark();
    comparison.changes.ended = comparison.ended();
    comparison.changes.may_take_back = comparison.opened.is_none() && comparison.may_take_back();
    let mut changes = comparison.changes;
    changes.faults.sort_by_key(|(line, _)| *line);
    changes
}

/// The document from which another one was edited: what was exported, with every item of the sprint in it.
#[derive(Clone, Copy)]
pub struct Opened<'s> {
    /// What was read of it.
    pub document: &'s Document,
    /// The sprint as it was then.
    pub sprint: &'s Sprint,
    /// Whether the edited document is one that people keep, so that it may have been imported before.
    pub is_kept: bool,
    /// Who records what was edited.
    pub me: &'s str,
}

/// Returns the row of each item in a document that has them all.
fn rows_of_items<'s>(opened: &Opened<'s>) -> HashMap<EntryId, OpenedRow<'s>> {
    let items = opened.sprint.items().iter();
    let labels: HashMap<String, EntryId> = items
        .map(|item| (item.label.to_string(), item.id))
        .collect();
    let rows = &opened.document.rows;
    let id = |row: &Row| {
        let number = row.number.as_deref().map(plain_number);
        number.and_then(|number| labels.get(&number).copied())
    };
    let opened = |row: &'s Row| {
        let under = row.under.and_then(|place| rows.get(place));
        let opened = OpenedRow {
            row,
            under: under.and_then(id),
        };
        Some((id(row)?, opened))
    };
    rows.iter().filter_map(opened).collect()
}

/// Returns the row that gives its time to each item: its own line, else the first that has one.
fn timed(document: &Document, found: &Found) -> HashMap<Target, usize> {
    let is_own = |row: &usize| {
        let this = &found.rows[*row];
        !this.is_second && !matches!(this.subject, Subject::Row(_))
    };
    let rows = document.rows.iter().enumerate();
    let timed = rows.filter(|(_, row)| row.when.is_some());
    let (own, others): (Vec<usize>, Vec<usize>) = timed.map(|(place, _)| place).partition(is_own);
    let mut timed = HashMap::new();
    for row in own.into_iter().chain(others) {
        timed.entry(found.target(row)).or_insert(row);
    }
    timed
}

/// Returns the folded titles of the rows of a document without a number.
fn unnumbered<'s>(opened: &Opened<'s>) -> impl Iterator<Item = String> + use<'s> {
    let rows = opened.document.rows.iter();
    let rows = rows.filter(|row| row.number.is_none());
    rows.map(|row| folded(&row.title))
}

/// The row of an item in the document that was opened.
#[derive(Clone, Copy)]
struct OpenedRow<'s> {
    row: &'s Row,
    /// The item that it is a part of there.
    under: Option<EntryId>,
}

/// A document and what it is compared with.
struct Comparison<'a> {
    document: &'a Document,
    opened: Option<Opened<'a>>,
    opened_rows: HashMap<EntryId, OpenedRow<'a>>,
    /// The folded titles of its rows without a number.
    unnumbered: HashSet<String>,
    base: &'a Sprint,
    /// What was recorded up to then.
    before: HashSet<EntryId>,
    now: &'a Sprint,
    found: Found,
    /// The headings that stand in the document, in the form in which they are compared.
    headings: BTreeSet<Vec<String>>,
    /// Those of the opened document.
    headings_before: BTreeSet<Vec<String>>,
    /// The topics of the sprint, by their headings in that form.
    topics: HashMap<Vec<String>, Topic>,
    /// The items that have a line in the document.
    there: HashSet<EntryId>,
    /// The row that gives its time to each item.
    timed: HashMap<Target, usize>,
    /// The headings of the opened document that have other words, in the form in which they are compared.
    renamed: HashSet<Vec<String>>,
    /// The lists that have lost their heading, as far as that is said.
    lost_lists: Vec<&'static str>,
    changes: Changes,
}

impl<'a> Comparison<'a> {
    /// Records what a row says about its own item, or about a new one.
    fn compare(&mut self, row: usize, renamed: &HashSet<usize>) {
        match self.found.rows[row].subject {
            Subject::New if self.is_in_opened(row) => {}
            Subject::New => self.make(row),
            Subject::Item(id, by) if !self.found.rows[row].is_second => {
                let Some(item) = self.now.get(id) else {
                    return self.remark_taken_back(row, id);
                };
                let opened = self.opened_rows.get(&id).copied();
                match (opened, self.base.get(id)) {
                    (Some(opened), Some(then)) => {
                        let is_renamed = renamed.contains(&row);
                        self.compare_rows(row, opened, [then, item], is_renamed);
                    }
                    _ => self.add(row, item, by),
                }
            }
            Subject::Item(..) | Subject::Row(_) | Subject::Nothing => {}
        }
    }

    /// Records what a row adds to an item whose own line is another.
    fn add_from_second(&mut self, row: usize) {
        match self.found.rows[row].subject {
            Subject::Row(_) => match self.found.item(row).and_then(|id| self.now.get(id)) {
                Some(item) => self.add(row, item, FoundBy::Words),
                None => self.add_to_made(row),
            },
            Subject::Item(id, _) if self.found.rows[row].is_second => {
                // A closed item takes no more from a second line, as a new one that its own line closes.
                let takes_more = |item: &&Item| item.is_open() || self.opened.is_some();
                if let Some(item) = self.now.get(id).filter(takes_more) {
                    self.add(row, item, FoundBy::Words);
                }
            }
            Subject::Item(..) | Subject::New | Subject::Nothing => {}
        }
    }

    /// Finds the items that others made since the document was exported and that are among its new rows, as they are when
    /// it is imported again.
    fn find_made_meanwhile(&mut self) {
        if self.opened.is_none() {
            return;
        }
        let items = self.now.items().iter();
        let mut made: HashMap<String, Vec<&Item>> = HashMap::new();
        for item in items.filter(|item| self.base.get(item.id).is_none()) {
            let texts = item.former.iter().chain([&item.text]);
            let keys: HashSet<String> = texts.map(|text| Words::of(&folded(text)).key).collect();
            for key in keys {
                made.entry(key).or_default().push(item);
            }
        }
        let mut taken = HashSet::new();
        for row in &mut self.found.rows {
            if row.subject == Subject::New
                && let Some(items) = made.get(&Words::of(&folded(&row.title)).key)
                && let Some(item) = items.iter().find(|item| !taken.contains(&item.id))
            {
                taken.insert(item.id);
                row.subject = Subject::Item(item.id, FoundBy::Words);
                row.is_second = true;
            }
        }
    }

    /// Returns whether a row without a number is in the opened document, too.
    fn is_in_opened(&self, row: usize) -> bool {
        let row = &self.document.rows[row];
        row.number.is_none() && self.unnumbered.contains(&folded(&row.title))
    }

    fn row(&self, row: usize) -> &'a Row {
        &self.document.rows[row]
    }

    /// Returns what a command about the item of a row has to name.
    fn target(&self, row: usize) -> Target {
        self.found.target(row)
    }

    fn push(&mut self, row: usize, command: Command) {
        self.push_at(self.row(row).line, command);
    }

    fn push_at(&mut self, line: usize, command: Command) {
        self.changes.changes.push(Change { line, command });
    }

    fn refuse(&mut self, row: usize, fault: PlanningFault) {
        self.changes.faults.push((self.row(row).line, fault));
    }

    /// Says that what a row is about was taken back meanwhile, if the row was changed.
    fn remark_taken_back(&mut self, row: usize, id: EntryId) {
        let opened = self.opened_rows.get(&id);
        let as_opened = opened.is_some_and(|opened| {
            let (one, other) = (self.row(row), opened.row);
            folded(&one.title) == folded(&other.title)
                && one.people == other.people
                && one.status == other.status
                && one.mark == other.mark
                && one.minutes.len() == other.minutes.len()
        });
        if let Some(item) = self.base.get(id).filter(|_| !as_opened) {
            self.changes.remarks.push(PlanningRemark::TakenBack {
                line: self.row(row).line,
                number: item.label.to_string(),
            });
        }
    }

    /// Returns the lines that are struck through and whose items are closed.
    fn ended(&self) -> HashSet<usize> {
        let rows = self.document.rows.iter().enumerate();
        let struck = rows.filter(|(_, row)| row.mark == Mark::Struck);
        let ended = struck.filter(|(row, _)| {
            let item = self.found.item(*row).and_then(|id| self.now.get(id));
            item.is_some_and(|item| !item.is_open())
        });
        ended.map(|(_, row)| row.line).collect()
    }

    /// Says what was seen of the document as a whole and changes nothing.
    fn remark(&mut self) {
        if self.opened.is_some() && self.changes.faults.is_empty() {
            let items = self.base.items().iter();
            let is_missing = |item: &&Item| {
                let still = self.now.get(item.id);
                item.is_open() && still.is_some_and(Item::is_open) && !self.there.contains(&item.id)
            };
            let is_kept = self.opened.is_some_and(|opened| opened.is_kept);
            let since = match is_kept {
                true => self.missing_since(),
                false => Vec::new(),
            };
            let missing = items.filter(is_missing).chain(since);
            let missing: Vec<String> = missing.map(shown).collect();
            if !missing.is_empty() {
                self.changes.remarks.push(PlanningRemark::Missing(missing));
            }
            self.remark_not_listed();
            if is_kept {
                self.remark_otherwise();
                self.remark_older();
            }
        }
    }
}
