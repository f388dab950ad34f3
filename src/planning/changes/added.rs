//! What a row adds to its item, where it is not known from what the document was edited.

use super::said::{IN_PROGRESS, texts};
use super::{Change, Comparison};
use crate::diagnostic::PlanningRemark;
use crate::domain::{Item, Topic};
use crate::planning::command::{Command, Target};
use crate::planning::document::{Mark, Row};
use crate::planning::find::{FoundBy, plain_headings, shown};
use crate::planning::folded::folded;
use crate::planning::read::is_of_column;
use crate::planning::row;
use crate::planning::status::mark_of;

impl Comparison<'_> {
    /// Records what a row says about an item that was never so before.
    pub(super) fn add(&mut self, row: usize, item: &Item, by: FoundBy) {
        let this = self.row(row);
        let target = self.target(row);
        if by == FoundBy::Number && !self.may_stand_among(row, item) {
            return;
        }
        let title = &self.found.rows[row].title;
        let texts = item.former.iter().chain([&item.text]);
        let mut texts = texts.map(ToString::to_string).chain([row::title(item)]);
        if by != FoundBy::Words && !texts.any(|text| folded(&text) == folded(title)) {
            self.push(
                row,
                Command::Reword {
                    item: target,
                    title: title.clone(),
                },
            );
        }
        let is_second = self.found.rows[row].is_second;
        if !is_second {
            self.add_place(row, item);
        }
        // Where both lines were new, the second of a closed item added no time.
        let may_give = item.is_open() || !is_second;
        if may_give && self.settle_time(row) {
            let when = this.when.as_deref().map(folded);
            let entries = self.now.history(item);
            let mut times = entries.filter_map(|entry| entry.action.fields().when);
            if times.all(|time| Some(folded(time)) != when) {
                self.set_time(row);
            }
        }
        let ending = self.add_people(row, item);
        let is_known = item.is_open() && self.is_known_status(row, item, by);
        let mark = match this.mark {
            _ if is_known => Mark::None,
            // What was opened again is not closed by a document that may be older.
            mark if mark.may_close() && item.is_reopened() => Mark::None,
            mark => mark,
        };
        let said = match self.found.rows[row].is_copy {
            true => (Mark::None, None),
            // Nor does the status that closed it say where it stands.
            false if mark != this.mark => {
                let status = this.status.as_deref();
                (mark, status.filter(|status| mark_of(status) != this.mark))
            }
            false => (mark, this.status.as_deref()),
        };
        let credit = self.said_credit(row, Some(item));
        self.say(row, Some(item), ending, said, credit);
        if !is_second {
            self.remark_column(row, item);
        }
    }

    /// Says that an item keeps the status of another column of a board than the one that its row stands in: what was recorded once is
    /// not recorded again, and nothing is taken back.
    fn remark_column(&mut self, row: usize, item: &Item) {
        let this = self.row(row);
        let given = match this.mark {
            Mark::InProgress => this.status.as_deref().or(Some(IN_PROGRESS)),
            _ => this.status.as_deref(),
        };
        let status = item
            .status()
            .filter(|status| item.is_open() && is_of_column(status));
        let target = self.target(row);
        let is_news = |change: &Change| match &change.command {
            Command::Progress { item, .. } | Command::Done { item, .. } => *item == target,
            _ => false,
        };
        if let (Some(column), Some(status)) = (&this.column, status)
            && given.is_none_or(|given| folded(given) != folded(status))
            && !this.mark.closes(item.kind)
            && !self.changes.changes.iter().any(is_news)
        {
            self.changes.remarks.push(PlanningRemark::OtherColumn {
                line: this.line,
                item: shown(item),
                label: item.label.to_string(),
                column: column.clone(),
                status: status.to_owned(),
            });
        }
    }

    /// Returns whether what a row says about where its open item stands was recorded in the same words, as its status: then it was not
    /// meant to close it, or to give it up. Says so, unless the line was exported.
    fn is_known_status(&mut self, row: usize, item: &Item, by: FoundBy) -> bool {
        let this = self.row(row);
        let status = this.status.as_deref().filter(|_| !this.is_boxed);
        let bare = |text: &str| {
            folded(text.trim_matches(|sign: char| !sign.is_alphanumeric() && sign != '?'))
        };
        let Some(status) = status.filter(|status| {
            let said = texts(item);
            said.contains(&folded(status)) || said.iter().any(|said| bare(said) == bare(status))
        }) else {
            return false;
        };
        if by != FoundBy::Number && this.mark.closes(item.kind) && !item.is_reopened() {
            self.changes.remarks.push(PlanningRemark::KnownStatus {
                line: this.line,
                item: shown(item),
                label: item.label.to_string(),
                status: status.to_owned(),
                is_given_up: this.mark == Mark::Dropped,
            });
        }
        true
    }

    /// Records when the item of a row is to happen.
    pub(super) fn set_time(&mut self, row: usize) {
        self.push(
            row,
            Command::Move {
                items: vec![self.target(row)],
                topic: None,
                under: None,
                top: false,
                when: self.row(row).when.clone(),
            },
        );
    }

    /// Records that an item became a part of another of which it never was one, if its old one still stands in the document.
    fn add_parent(&mut self, row: usize, item: &Item) {
        let Some(parent) = self.row(row).under.map(|row| self.target(row)) else {
            return;
        };
        let is_new = match parent {
            Target::Row(_) => true,
            Target::Item(id) => {
                let mut entries = self.now.history(item);
                let was_part = entries.any(|entry| entry.action.fields().under == Some(id));
                let is_open = self.now.get(id).is_some_and(Item::is_open);
                is_open && item.under != Some(id) && !was_part
            }
        };
        let may_leave = item.under.is_none_or(|old| self.there.contains(&old));
        if item.is_open() && is_new && may_leave && self.is_task_below(row) {
            self.push(
                row,
                Command::Move {
                    items: vec![self.target(row)],
                    topic: None,
                    under: Some(parent),
                    top: false,
                    when: None,
                },
            );
        }
    }

    /// Returns whether a row below another is a task there whatever was planned: below somebody's work, words alone may be a note.
    fn is_task_below(&self, row: usize) -> bool {
        let this = self.row(row);
        let parent = this.under.map(|parent| self.row(parent));
        let has_people = |row: &Row| row.people.as_ref().is_some_and(|people| !people.is_empty());
        has_people(this) || this.mark != Mark::None || !parent.is_some_and(has_people)
    }

    /// Records that an item moved to a heading where it never was before, if its old one still stands in the document, or it never had
    /// any.
    fn add_place(&mut self, row: usize, item: &Item) {
        self.add_parent(row, item);
        let this = self.row(row);
        let new = plain_headings(&this.topic);
        let is_part = this.under.is_some() || item.under.is_some();
        if is_part || new.is_empty() || !item.is_open() {
            return;
        }
        let mut entries = self.now.history(item);
        let may_leave = match &item.topic {
            Some(old) => self.headings.contains(&plain_headings(old.headings())),
            None => entries.all(|entry| entry.action.fields().topic.is_none()),
        };
        if !may_leave {
            return;
        }
        let Some(topic) = self.topic(&this.topic) else {
            return;
        };
        let is_former = |topic: &Topic| plain_headings(topic.headings()) == new;
        let mut entries = self.now.history(item);
        let was_there = entries.any(|entry| entry.action.fields().topic.is_some_and(is_former));
        if Some(&topic) != item.topic.as_ref() && !was_there {
            self.push(
                row,
                Command::Move {
                    items: vec![self.target(row)],
                    topic: Some(Some(topic)),
                    under: None,
                    top: false,
                    when: None,
                },
            );
        }
    }
}
