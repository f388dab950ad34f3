//! Which lines of a document are new to the sprint. A pad that is imported again and again has the same lines that nobody reads.

use std::collections::{BTreeMap, HashSet};

use super::changes::Change;
use super::command::Command;
use super::document::Document;
use super::folded::folded;

/// Which lines of a document are new to the sprint, as far as the log tells.
#[derive(Clone, Debug, Default)]
pub struct News {
    /// The lines that say something: whether that is new as a whole.
    lines: BTreeMap<usize, bool>,
    /// Those of which something is recorded.
    changed: HashSet<usize>,
    /// Whether any other line was written after the document was exported.
    is_own: bool,
}

impl News {
    /// Tells them by what a document changes.
    pub fn of(document: &Document, changes: &[Change]) -> News {
        let rows = document.rows.iter().map(|row| row.line);
        let people = document.here.iter().chain(&document.away);
        let attending = people.filter(|present| present.is_known);
        let lines = rows.chain(attending.map(|present| present.line));
        let mut lines: BTreeMap<usize, bool> = lines.map(|line| (line, false)).collect();
        lines.extend(
            changes
                .iter()
                .filter(|change| is_new(change))
                .map(|change| (change.line, true)),
        );
        News {
            lines,
            changed: changes.iter().map(|change| change.line).collect(),
            is_own: document.stamp.is_some(),
        }
    }

    /// Returns whether a line may be new: something of it is recorded or, where nothing of it is, not all around it is as
    /// the log has it.
    pub fn has(&self, line: usize) -> bool {
        if self.is_own || self.changed.contains(&line) {
            return true;
        }
        if self.lines.contains_key(&line) {
            return false;
        }
        let above = self.lines.range(..line).next_back();
        let below = self.lines.range(line..).next();
        let mut around = above.into_iter().chain(below).peekable();
        around.peek().is_none() || around.any(|(_, is_new)| *is_new)
    }
}

/// Returns whether a change makes somebody or something, so that its line was not there before.
fn is_new(change: &Change) -> bool {
    matches!(change.command, Command::New { .. } | Command::Join { .. })
}

/// Keeps of the headings that are not topics those that something new stands under.
pub fn keep_those_above_news(document: &mut Document, changes: &[Change]) {
    let lists = document.lists.iter().chain(&document.no_topics);
    let lists = lists.map(|list| (list.line, folded(&list.text)));
    let topics = document
        .headings
        .iter()
        .map(|heading| (heading.line, String::new()));
    let headings: BTreeMap<usize, String> = topics.chain(lists).collect();
    let made = changes
        .iter()
        .filter(|change| change.command.makes().is_some());
    let above = made.filter_map(|change| headings.range(..=change.line).next_back());
    let above: HashSet<&String> = above.map(|(_, text)| text).collect();
    document
        .no_topics
        .retain(|heading| above.contains(&folded(&heading.text)));
}
