//! What was changed in the row of an item, compared with its row in the opened document.

use super::said::texts;
use super::{Comparison, OpenedRow};
use crate::diagnostic::PlanningRemark;
use crate::domain::{Action, Ending, Entry, Item, ItemKind, is_sentence};
use crate::planning::command::Command;
use crate::planning::document::{Mark, Row};
use crate::planning::find::shown;
use crate::planning::folded::folded;
use crate::planning::status::mark_of;

impl Comparison<'_> {
    /// Records what was changed in a row: of an item as it was then and as it is.
    pub(super) fn compare_rows(
        &mut self,
        row: usize,
        opened: OpenedRow<'_>,
        [then, now]: [&Item; 2],
        is_renamed: bool,
    ) {
        let this = self.row(row);
        let before = opened.row;
        let news = news(this, before, [then, now]);
        let is_closed = |mark: Mark| mark.closes(now.kind);
        // Words that would close it, and had not, close nothing by standing there: its box does.
        let was_closed = is_closed(before.mark) && !is_ticked(this, before);
        let ending = self.reopen(row, before, [then, now]);
        self.reword(row, before, [then, now]);
        self.compare_place(row, opened, [then, now], is_renamed);
        let is_closing = is_closed(this.mark) && !was_closed;
        let people = before.people.as_deref().unwrap_or_default();
        let credit = match ending {
            None => {
                let is_closing = is_closed(news.0) && !was_closed;
                self.compare_people(row, people, now, is_closing)
            }
            Some(_) => {
                self.correct_credit(row, people, now, is_closing);
                None
            }
        };
        let is_gone = before.status.is_some() && this.status.is_none();
        let is_in_progress = this.mark == Mark::InProgress;
        if is_gone && !is_in_progress && !is_closing && ending.is_none() {
            self.take_status_back(row, [then, now]);
        }
        let is_new = |status: &str| !texts(now).contains(&folded(status));
        if ending.is_none() && then.progress != now.progress && news.1.is_some_and(is_new) {
            self.remark_meanwhile(row, now);
        }
        if let Some(credit) = &credit {
            self.remark_credited(row, now, credit);
        }
        let said = || self.said_credit(row, Some(now)).filter(|_| is_closing);
        let credit = credit.or_else(said);
        self.say(row, Some(now), ending, news, credit);
    }

    /// Records that an item is not finished after all, and returns how it is closed then.
    fn reopen(&mut self, row: usize, before: &Row, [then, now]: [&Item; 2]) -> Option<Ending> {
        let this = self.row(row);
        let was_closed = before.mark.may_close();
        let is_open = matches!(this.mark, Mark::Open | Mark::InProgress);
        // What was finished cannot be given up without being opened in between.
        let is_other = before.mark == Mark::Done && this.mark == Mark::Dropped;
        let is_as_then = then.closed == now.closed;
        if was_closed && (is_open || is_other) && is_as_then && now.closed.is_some() {
            let item = self.target(row);
            self.push(row, Command::Reopen { item });
            return None;
        }
        now.ending()
    }

    fn reword(&mut self, row: usize, before: &Row, [then, now]: [&Item; 2]) {
        let title = self.found.rows[row].title.clone();
        if folded(&title) == folded(&before.title) {
            return;
        }
        if folded(&title) == folded(&now.text) {
            return;
        }
        // Imported again after somebody else reworded it.
        let since = now.former.iter().skip(then.former.len() + 1);
        if since.into_iter().any(|text| folded(text) == folded(&title)) {
            return;
        }
        if then.text != now.text {
            self.remark_meanwhile(row, now);
        }
        let item = self.target(row);
        self.push(row, Command::Reword { item, title });
    }

    /// Says that others changed the same meanwhile; what was recorded last is so.
    pub(super) fn remark_meanwhile(&mut self, row: usize, item: &Item) {
        if self
            .opened
            .is_some_and(|opened| self.is_by(item, opened.me))
        {
            return;
        }
        self.changes.remarks.push(PlanningRemark::Meanwhile {
            line: self.row(row).line,
            item: shown(item),
        });
    }

    /// Takes back what was said about where an item stands. Minutes stay, and so does what others have said meanwhile.
    fn take_status_back(&mut self, row: usize, [then, now]: [&Item; 2]) {
        let entries = self.now.history(now);
        let entries = entries.filter(|entry| matches!(entry.action, Action::Progress(_)));
        let entries: Vec<&Entry> = entries
            .filter(|entry| !self.now.is_undone(entry.id))
            .collect();
        let is_all = entries.len() == now.progress.len() && then.progress == now.progress;
        if !is_all || now.kind == ItemKind::Discussion {
            self.changes.remarks.push(PlanningRemark::StatusStays {
                line: self.row(row).line,
                item: shown(now),
            });
            return;
        }
        let last = entries.last().map(|entry| entry.id);
        let is_minute = |entry: &&Entry| {
            let text = entry.action.fields().text.unwrap_or_default();
            Some(entry.id) != last && is_sentence(text)
        };
        let statuses = entries.into_iter().rev().filter(|entry| !is_minute(entry));
        for entry in statuses {
            self.push(row, Command::Undo { entry: entry.id });
        }
    }
}

/// Returns whether a box says that it is closed, and did not before.
fn is_ticked(this: &Row, before: &Row) -> bool {
    this.is_boxed && !before.is_boxed && this.mark.may_close()
}

/// Returns what is new of where an item stands, and not recorded since.
fn news<'r>(this: &'r Row, before: &Row, [then, now]: [&Item; 2]) -> (Mark, Option<&'r str>) {
    let status = this.status.as_deref();
    let fold = |status: Option<&str>| status.map(folded);
    let is_new = fold(status) != fold(before.status.as_deref());
    let was_opened_since = now.is_reopened() && then.is_open() && !then.is_reopened();
    let mark = match this.mark {
        _ if this.mark == before.mark && !is_new && !is_ticked(this, before) => Mark::None,
        _ if was_opened_since => Mark::None,
        mark => mark,
    };
    // Nor does the status that closed it then say where it stands.
    let is_old = |status: &&str| mark != this.mark && mark_of(status) == this.mark;
    (mark, status.filter(|status| is_new && !is_old(status)))
}
