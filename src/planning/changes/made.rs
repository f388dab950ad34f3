//! New items.

use super::Comparison;
use crate::diagnostic::PlanningRemark;
use crate::domain::ItemKind;
use crate::planning::command::{Command, Target};
use crate::planning::document::{Mark, Person};
use crate::planning::find::Subject;
use crate::planning::folded::folded;

impl Comparison<'_> {
    /// Records the new item of a row.
    pub(super) fn make(&mut self, row: usize) {
        let this = self.row(row);
        let kind = self.kind(row);
        let parent = this.under.map(|parent| self.target(parent));
        let people = this.people.as_deref().unwrap_or_default();
        let (people, with) = super::people::typed(people.iter().filter(|one| !one.is_struck));
        // `discuss` and `talk` have no option for it.
        let (under, moved) = match kind {
            ItemKind::Task => (parent, None),
            ItemKind::Discussion | ItemKind::Talk => (None, parent),
        };
        let topic = match this.under {
            Some(parent) if self.has_same_topic(row, parent) => None,
            _ => self.topic(&this.topic),
        };
        self.push(
            row,
            Command::New {
                row,
                kind,
                title: self.found.rows[row].title.clone(),
                topic,
                under,
                people,
                with,
                when: this.when.clone(),
            },
        );
        if moved.is_some() {
            self.push(
                row,
                Command::Move {
                    items: vec![Target::Row(row)],
                    topic: None,
                    under: moved,
                    top: false,
                    when: None,
                },
            );
        }
        self.remark_at_the_end(row, kind);
        let mut said = (this.mark, this.status.as_deref());
        if self.found.rows[row].is_copy {
            self.remark_copied(row);
            said = (Mark::None, None);
        }
        let credit = self.said_credit(row, None);
        self.say(row, None, None, said, credit);
    }

    /// Says that the last lines of a document that was exported are new discussions or talks.
    fn remark_at_the_end(&mut self, row: usize, kind: ItemKind) {
        let list = self.document.lists.last();
        let Some(list) = list.filter(|list| list.kind == kind) else {
            return;
        };
        let rows = self.document.rows.iter().zip(&self.found.rows);
        let is_last = row + 1 == self.document.rows.len();
        if self.opened.is_none() || kind == ItemKind::Task || !is_last {
            return;
        }
        let new = rows.rev().take_while(|(this, found)| {
            found.subject == Subject::New && this.number.is_none() && this.line > list.line
        });
        let lines: Vec<usize> = new.map(|(this, _)| this.line).collect();
        if let Some(line) = lines.last().copied() {
            let count = lines.len();
            let remark = PlanningRemark::AtTheEnd { line, count, kind };
            self.changes.remarks.push(remark);
        }
    }

    /// Records what a row adds to the new item of another.
    pub(super) fn add_to_made(&mut self, row: usize) {
        let this = self.row(row);
        let own = self.row(self.found.own_line(row));
        let named = own.people.as_deref().unwrap_or_default();
        let people = this.people.as_deref().unwrap_or_default().iter();
        // Whoever is certain in one line is so.
        let is_named = |one: &&Person| {
            let mut same = named.iter().filter(|other| other.typed == one.typed);
            same.any(|other| one.doubtful || !other.doubtful)
        };
        let more = people.filter(|one| !one.is_struck && !is_named(one));
        let (people, with) = super::people::typed(more);
        let item = self.target(row);
        let comes = !people.is_empty() || !with.is_empty();
        // What is closed already takes nobody more.
        if own.mark.closes(self.kind(row)) {
            if comes {
                self.changes.remarks.push(PlanningRemark::OneClosedItem {
                    line: this.line,
                    own: own.line,
                });
            }
            return;
        }
        if self.settle_time(row) {
            self.set_time(row);
        }
        if comes {
            self.push(row, Command::Assign { item, people, with });
        }
        let status = this.status.as_deref().filter(|_| this.status != own.status);
        if comes && !named.is_empty() {
            self.changes.remarks.push(PlanningRemark::OneItem {
                line: this.line,
                own: own.line,
            });
        }
        self.say(row, None, None, (this.mark, status), None);
    }

    /// Tells that a row has another time than its item, of which it may not be; returns whether the item has its time from it.
    pub(super) fn settle_time(&mut self, row: usize) -> bool {
        let this = self.row(row);
        let Some(other) = this.when.as_deref() else {
            return false;
        };
        let own = self.timed.get(&self.target(row)).copied().unwrap_or(row);
        let time = self.row(own).when.as_deref().unwrap_or_default();
        if folded(time) != folded(other) {
            self.changes.remarks.push(PlanningRemark::OtherTime {
                line: this.line,
                title: this.title.clone(),
                time: time.to_owned(),
                other: other.to_owned(),
            });
        }
        own == row
    }

    /// Says that a row that was copied makes a new item, without the status and the box of the row.
    fn remark_copied(&mut self, row: usize) {
        let this = self.row(row);
        if let Some(number) = &this.number {
            self.changes.remarks.push(PlanningRemark::Copied {
                line: this.line,
                number: number.clone(),
                kind: self.kind(row),
                status: this.status.clone(),
                is_boxed: !matches!(this.mark, Mark::None | Mark::Open),
            });
        }
    }

    /// Returns what a new row makes, or the one that it adds to.
    pub(super) fn kind(&self, row: usize) -> ItemKind {
        let own = self.found.own_line(row);
        let this = self.row(own);
        if self.found.rows[own].is_copy && this.topic.is_empty() {
            // The number is that of another item, which may be of another kind.
            let lists = &self.document.lists;
            let behind = lists.partition_point(|list| list.line < this.line);
            let list = behind.checked_sub(1).map(|list| lists[list].kind);
            return list.unwrap_or(ItemKind::Task);
        }
        this.kind.unwrap_or(ItemKind::Task)
    }
}
