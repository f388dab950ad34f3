//! What a sprint has that a document may name.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use crate::domain::{Item, Sprint, Topic};
use crate::planning::folded::folded;
use crate::planning::row::{ExportedRow, PrintedNames};

pub(super) struct Known<'s> {
    /// The items by the numbers that a document gives them.
    items: HashMap<String, &'s Item>,
    names: PrintedNames<'s>,
    topics: HashSet<String>,
    /// What an exported document has behind their numbers, by its words in the form in which they are compared.
    rows: OnceCell<HashMap<String, ExportedRow>>,
    /// What was said of them, in the form in which it is compared.
    said: HashSet<String>,
}

impl<'s> Known<'s> {
    pub(super) fn new(sprint: &'s Sprint) -> Self {
        let items = sprint.items().iter();
        let topics = sprint.topics();
        let headings = topics.iter().flat_map(Topic::headings);
        Known {
            items: items.map(|item| (item.label.to_string(), item)).collect(),
            names: PrintedNames::new(sprint),
            topics: headings.map(|heading| folded(heading)).collect(),
            rows: OnceCell::new(),
            said: sprint.items().iter().flat_map(said).collect(),
        }
    }

    pub(super) fn get(&self, number: Option<&str>) -> Option<&'s Item> {
        self.items.get(number?).copied()
    }

    /// Returns what an exported document has behind a number.
    pub(super) fn exported(&self, number: Option<&str>) -> Option<ExportedRow> {
        Some(ExportedRow::new(self.get(number)?, &self.names))
    }

    /// Returns what an exported document has behind the number of an item, if a text is just that.
    pub(super) fn exported_as(&self, text: &str) -> Option<ExportedRow> {
        let rows = self.rows.get_or_init(|| {
            let items = self.items.values();
            let rows = items.map(|item| ExportedRow::new(item, &self.names));
            rows.map(|row| (folded(&row.text()), row)).collect()
        });
        rows.get(&folded(text)).cloned()
    }

    /// Returns whether a text was said of an item.
    pub(super) fn has_said(&self, text: &str) -> bool {
        self.said.contains(&folded(text))
    }

    /// Returns whether a topic has a heading.
    pub(super) fn has_heading(&self, heading: &str) -> bool {
        self.topics.contains(&folded(heading))
    }
}

/// Returns the paragraphs and lines that were said of an item, folded.
fn said(item: &Item) -> impl Iterator<Item = String> + '_ {
    let texts = item.progress.iter().chain(&item.results);
    texts.flat_map(|timed| {
        timed
            .text
            .split("\n\n")
            .chain(timed.text.lines())
            .map(folded)
    })
}
