//! A bullet with what stands below it.

use super::below::behind_label;
use super::labels::{Label, Labelled};
use crate::planning::document::{Minute, Says};
use crate::planning::folded::folded;
use crate::planning::form::Form;
use crate::planning::row::ExportedRow;

/// A bullet, or a paragraph that belongs to none, with what stands below it.
#[derive(Clone, Debug, Default)]
pub(super) struct Node {
    /// The number of its first line, from 1.
    pub line: usize,
    pub indent: usize,
    /// Whether it is a paragraph.
    pub is_text: bool,
    pub checkbox: Option<char>,
    /// Its words, as far as they go on in lines below, without its number.
    pub text: String,
    /// How many lines below go on with its words.
    pub more: usize,
    /// The number behind its sign.
    pub number: Option<String>,
    /// What a word in front of its title says.
    pub label: Option<Label>,
    pub parent: Option<usize>,
    pub children: Vec<usize>,
    pub minutes: Vec<Minute>,
    /// What stands in brackets of people below it, or far right in its first line.
    pub people: Vec<String>,
    /// The cell of those who are on it, if it is a row of a table and that may hold more than names.
    pub who: Option<String>,
    /// A line below it that is only a status.
    pub status: Option<String>,
    /// Whether an outline says that nobody has begun it.
    pub is_to_do: bool,
    /// When it is to happen, as an outline says it beside its words.
    pub when: Vec<String>,
    /// What says behind it how it ended, if it is struck through.
    pub end: Option<Form>,
    /// Its words with what stands behind them, if they are struck through.
    pub written: Option<String>,
    /// What the bullets below it say, if they are minutes: a line above them says so.
    pub is_told: Option<Says>,
    /// The place of its section.
    pub section: usize,
}

impl Node {
    /// Returns whether the line of an item is as it was exported.
    pub(super) fn is_unchanged(&self, exported: &ExportedRow) -> bool {
        folded(&self.text) == folded(&exported.text())
    }

    /// Returns what the bullets below it say, if they are minutes: a line above them, or a label that it is, says so.
    pub(super) fn says(&self) -> Option<Says> {
        let label = behind_label(&self.text).filter(|(_, rest)| rest.is_empty());
        self.is_told.or(label.map(|(says, _)| says))
    }

    /// Returns how many lines its words take.
    pub(super) fn count(&self) -> usize {
        self.text.lines().count() + self.more
    }

    /// Returns its words with its number, and with the people and the status below it.
    pub(super) fn whole(&self) -> String {
        let mut whole = self.text.clone();
        for bracket in &self.people {
            whole.push_str(&format!(" ({bracket})"));
        }
        if let Some(status) = &self.status {
            whole.push(' ');
            whole.push_str(status);
        }
        if let Some(number) = &self.number {
            whole.insert_str(0, &format!("#{number} "));
        }
        if let Some(label) = &self.label {
            whole.insert_str(0, &format!("{}: ", label.words));
        }
        whole
    }

    /// Returns what a word in front of its title says of it.
    pub(super) fn labelled(&self) -> Option<Labelled> {
        self.label.as_ref().map(|label| label.says)
    }
}

/// A discussion whose line has no bullet: what follows up to the next blank line stands below it.
#[derive(Clone, Copy)]
pub(super) struct Paragraph {
    pub node: usize,
    /// Whether bullets do, too: its line is not one between bullets.
    pub has_bullets: bool,
}
