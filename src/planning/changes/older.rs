//! The lines of a document that people keep that say of their items what is otherwise by now, and change nothing: they are as they were
//! when the document was exported, or say what was recorded before.

use std::collections::{HashMap, HashSet};

use super::Comparison;
use super::people::set_of;
use crate::diagnostic::PlanningRemark;
use crate::domain::{EntryId, Item, ItemKind};
use crate::planning::command::Target;
use crate::planning::document::{Mark, Row, Says};
use crate::planning::find::{Subject, plain_headings, shown};
use crate::planning::folded::folded;
use crate::planning::likeness::Words;
use crate::planning::row;

impl Comparison<'_> {
    /// Says which lines do so, unless something else is said of them.
    pub(super) fn remark_older(&mut self) {
        let told: HashSet<usize> = self
            .changes
            .remarks
            .iter()
            .filter_map(PlanningRemark::line)
            .chain(self.document.unread.iter().map(|unread| unread.line))
            .chain(self.changes.changes.iter().map(|change| change.line))
            .collect();
        let changed: HashSet<Target> = self
            .changes
            .changes
            .iter()
            .flat_map(|change| change.command.items())
            .collect();
        let mut lines: HashMap<EntryId, usize> = HashMap::new();
        for id in (0..self.document.rows.len()).filter_map(|row| self.found.item(row)) {
            *lines.entry(id).or_default() += 1;
        }
        let mut older = Vec::new();
        for (place, found) in self.found.rows.iter().enumerate() {
            let Subject::Item(id, _) = found.subject else {
                continue;
            };
            let line = self.row(place).line;
            let is_told = told.contains(&line) || changed.contains(&Target::Item(id));
            if !is_told
                && lines.get(&id) == Some(&1)
                && let Some(item) = self.now.get(id)
                && self.base.get(id) != Some(item)
                && self.is_older(place, item)
            {
                older.push((line, shown(item)));
            }
        }
        if !older.is_empty() {
            self.changes.remarks.push(PlanningRemark::Older(older));
        }
    }

    /// Returns whether a row says of its item what is otherwise by now.
    fn is_older(&self, place: usize, item: &Item) -> bool {
        let this = self.row(place);
        let mut says = this.minutes.iter().map(|minute| minute.says);
        let is_decided =
            item.kind == ItemKind::Discussion && says.any(|says| says == Says::Decision);
        // A status that closes an item may have been typed for an open one.
        let is_typed = !this.is_boxed && this.status.is_some() && says_status(this, item);
        let is_closed = this.mark.closes(item.kind) && !(is_typed && item.is_open()) || is_decided;
        if self.has_older_words(place, item) {
            return true;
        }
        if is_closed || !item.is_open() {
            // Without a box, a line does not say that its item is open.
            let is_open = matches!(this.mark, Mark::Open | Mark::InProgress);
            return is_closed == item.is_open() && (is_closed || is_open);
        }
        let people = this.people.as_deref().unwrap_or_default();
        let is_otherwise = !this.has_unclear_people
            && self.named(people) != set_of(&item.assignees)
            || this.when.as_deref().map(folded) != item.when.as_deref().map(folded);
        is_otherwise || !says_status(this, item) || self.was_moved(place, item)
    }

    fn has_older_words(&self, place: usize, item: &Item) -> bool {
        let key = |title: &str| Words::of(&folded(title)).key;
        let title = key(&self.found.rows[place].title);
        title != key(&item.text) && title != key(&row::title(item))
    }

    /// Returns whether an item was filed elsewhere since, and its row was not.
    fn was_moved(&self, place: usize, item: &Item) -> bool {
        let of_row = |row: &Row| plain_headings(&row.topic);
        let of_item = |item: &Item| {
            let topic = item.topic.as_ref().map(|topic| topic.headings());
            plain_headings(topic.unwrap_or_default())
        };
        let this = self.row(place);
        match (self.opened_rows.get(&item.id), self.base.get(item.id)) {
            (Some(opened), Some(then)) => {
                of_row(opened.row) == of_row(this)
                    && of_item(then) != of_item(item)
                    && of_row(opened.row) != of_item(item)
            }
            // A line that was new and stands under another heading by now.
            _ => this.under.is_none() && item.under.is_none() && of_row(this) != of_item(item),
        }
    }
}

/// Returns whether a row, or what stands below it, has the status of an open item. Minutes are no status.
fn says_status(this: &Row, item: &Item) -> bool {
    let is_sign = this.mark == Mark::InProgress && this.status.is_none();
    let minutes = this.minutes.iter().map(|minute| minute.text.as_str());
    let said = this.status.as_deref();
    match row::status(item) {
        _ if is_sign || item.kind == ItemKind::Discussion => true,
        Some(status) => {
            let status = folded(&status);
            said.into_iter()
                .chain(minutes)
                .any(|text| folded(text).contains(&status))
        }
        None => said.is_none(),
    }
}
