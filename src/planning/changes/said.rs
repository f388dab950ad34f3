//! What is said about an item: its status, minutes, and what came of it.

use std::collections::HashSet;

use super::Comparison;
use super::people::Credit;
use crate::diagnostic::{PlanningRemark, UnreadKind};
use crate::domain::{Ending, Item, ItemKind, unfinished};
use crate::planning::command::Command;
use crate::planning::document::{Mark, Minute, Says};
use crate::planning::find::shown;
use crate::planning::folded::folded;
use crate::planning::form::behind_title;
use crate::planning::read::is_of_column;
use crate::planning::status::{
    decision, is_done_on_day, is_waiting, mark_of, may_be_done, may_be_dropped, reason, result,
};
use crate::text::normalize;

/// The status that a box such as `[~]` says.
pub(super) const IN_PROGRESS: &str = "in progress";

/// What a line says about where its item stands.
pub(super) struct Standing<'r> {
    pub(super) closing: Option<Closing>,
    /// Its status, if that does not close it.
    pub(super) status: Option<&'r str>,
}

/// How a line closes its item.
pub(super) enum Closing {
    /// With its result.
    Done(Option<String>),
    /// With what was decided.
    Decided(String),
    /// With the reason.
    Dropped(Option<String>),
}

impl Standing<'_> {
    /// Reads where an item of a kind stands after its line. `status` is that of the line, if it is new.
    pub(super) fn of<'r>(mark: Mark, status: Option<&'r str>, kind: ItemKind) -> Standing<'r> {
        if !mark.closes(kind) {
            return Standing {
                closing: None,
                status,
            };
        }
        let is_done = mark != Mark::Dropped;
        let may_decide = is_done && kind == ItemKind::Discussion;
        let decided = status.filter(|_| may_decide).and_then(decision);
        if let Some(decided) = decided.filter(|text| !text.is_empty()) {
            return Standing {
                closing: Some(Closing::Decided(decided.to_owned())),
                status: None,
            };
        }
        let says_so = status.is_some_and(|status| mark_of(status) == mark);
        let text = status.and_then(|status| match says_so {
            true if is_done => result(status).map(str::to_owned),
            true => reason(status).map(str::to_owned),
            // `- [x] call home: done on Tuesday`.
            false => (!is_done_on_day(status)).then(|| status.to_owned()),
        });
        match text {
            // `done` takes no such result.
            Some(text) if is_done && unfinished(&text).is_some() => Standing {
                closing: Some(Closing::Done(None)),
                status,
            },
            text if is_done => Standing {
                closing: Some(Closing::Done(text)),
                status: None,
            },
            text => Standing {
                closing: Some(Closing::Dropped(text)),
                status: None,
            },
        }
    }
}

/// The texts of an item in the form in which they are compared, as wholes, paragraphs and lines.
pub(super) fn texts(item: &Item) -> HashSet<String> {
    let timed = item.progress.iter().chain(&item.results);
    let texts = timed.map(|timed| &timed.text).chain(&item.reason);
    let mut said = HashSet::new();
    for text in texts {
        said.insert(folded(text));
        said.extend(text.split("\n\n").chain(text.lines()).map(folded));
    }
    said
}

/// Returns what a paragraph says that was not said before: what follows the paragraphs with which it begins.
fn news<'t>(text: &'t str, said: &HashSet<String>) -> Option<&'t str> {
    /// How many words a paragraph has at least that others follow in the same lines, and these.
    const FEWEST: usize = 3;
    let mut rest = text;
    while !said.contains(&folded(rest)) {
        let is_long = |said: &&String| said.split(' ').count() >= FEWEST;
        let behind = |said: &String| behind_title(rest, said);
        let shortest = said.iter().filter(is_long).filter_map(behind);
        let shortest = shortest.min_by_key(|behind| behind.len());
        match shortest.map(str::trim_start) {
            Some(behind) if behind.starts_with(char::is_alphanumeric) => rest = behind,
            _ if rest.split_whitespace().count() < FEWEST => return Some(text),
            _ => return Some(rest),
        }
    }
    None
}

/// Returns a text in the form in which results are compared: whatever the case, without its full stop.
fn bare(text: &str) -> String {
    normalize(&folded(text)).trim_end_matches('.').to_owned()
}

/// Returns whether a text begins with another one and says more.
fn goes_on(text: &str, before: &str) -> bool {
    let text = normalize(&folded(text));
    let rest = text.strip_prefix(&bare(before));
    rest.is_some_and(|rest| {
        rest.starts_with(|sign: char| !sign.is_alphanumeric())
            && rest.contains(char::is_alphanumeric)
    })
}

/// Returns whether a result goes on from the only one that is told of an item.
fn goes_on_from(item: &Item, text: &str) -> bool {
    let is_discussion = item.kind == ItemKind::Discussion;
    matches!(&item.results[..], [told] if !is_discussion && goes_on(text, &told.text))
}

/// Returns whether a result that is told of an item goes on from another one: that is an older one.
fn is_beginning(item: &Item, text: &str) -> bool {
    let mut results = item.results.iter();
    results.any(|result| goes_on(&result.text, text))
}

impl<'a> Comparison<'a> {
    /// Records what a row says about where its item stands, and what is new below it. `item` is the item as it is, if there is one,
    /// and `ending` how it is closed at this point. `credit`: whose work it is, if the row closes it.
    pub(super) fn say(
        &mut self,
        row: usize,
        item: Option<&Item>,
        ending: Option<Ending>,
        (mark, status): (Mark, Option<&str>),
        credit: Option<Credit>,
    ) {
        let kind = item.map_or_else(|| self.kind(row), |item| item.kind);
        let said = item.map(texts).unwrap_or_default();
        let status = match status.and_then(decision) {
            // A task that stands among discussions: that is refused.
            Some(decided)
                if kind != ItemKind::Discussion
                    && mark == Mark::Decided
                    && self.row(row).kind == Some(ItemKind::Discussion) =>
            {
                let (item, text) = (self.target(row), decided.to_owned());
                self.push(row, Command::Decide { item, text });
                None
            }
            _ => status,
        };
        let standing = Standing::of(mark, status, kind);
        let closes = standing.closing.is_some() || ending.is_some();
        let minutes = self.news_below(row, item, &said, ending);
        let (decisions, mut minutes): (Vec<_>, Vec<_>) = minutes
            .into_iter()
            .partition(|(minute, _)| minute.says == Says::Decision);
        let mut closing = standing.closing;
        // What stands below an item that is given up says why.
        if let (Some(Closing::Dropped(reason @ None)), None) = (&mut closing, ending)
            && let [(minute, why)] = minutes[..]
            && minute.says != Says::Result
        {
            *reason = Some(why.to_owned());
            minutes.clear();
        }
        let is_told = !closes && !minutes.is_empty();
        let is_result = |minute: &Minute| closes || minute.says == Says::Result;
        let results = minutes.iter().filter(|(minute, _)| is_result(minute));
        let is_closing = matches!(closing, Some(Closing::Done(Some(_))));
        // Of several, one would take back the other.
        let is_single = results.count() + usize::from(is_closing) == 1;
        for (minute, text) in minutes {
            let only = is_single && self.replaces(row, item, text);
            let (item, text) = (self.target(row), text.to_owned());
            let command = match is_result(minute) {
                true => Command::Result { item, text, only },
                false => Command::Progress { item, text },
            };
            self.push_at(minute.line, command);
        }
        let is_in_progress = mark == Mark::InProgress
            && standing.status.is_none()
            && ending.is_none()
            && !is_told
            && item.is_none_or(|item| match item.status() {
                Some(status) => is_waiting(status) || is_of_column(status),
                None => item.results.is_empty(),
            });
        let status = match is_in_progress {
            true => Some(IN_PROGRESS),
            false => standing.status,
        };
        if let Some(status) = status.filter(|status| !said.contains(&folded(status))) {
            self.say_status(row, item.filter(|_| ending.is_some()), status);
        }
        // They close it, so they stand behind what is said of it while it is open.
        let ending = match decisions.is_empty() {
            true => ending,
            false => Some(Ending::Decided),
        };
        for (minute, text) in decisions {
            let (item, text) = (self.target(row), text.to_owned());
            self.push_at(minute.line, Command::Decide { item, text });
        }
        if let Some(closing) = closing {
            let closing = match (closing, item) {
                // What goes on from an earlier result replaces it, before it is closed with that.
                (Closing::Done(Some(text)), _) if is_single && self.replaces(row, item, &text) => {
                    let (item, only) = (self.target(row), true);
                    self.push(row, Command::Result { item, text, only });
                    Closing::Done(None)
                }
                (Closing::Done(Some(text)), Some(item)) if is_beginning(item, &text) => {
                    Closing::Done(None)
                }
                (closing, _) => closing,
            };
            self.close(row, closing, ending, &said, credit);
        }
    }

    /// Returns whether a result goes on from the only one that is told of an item, which stands in the row no more. Another row of the
    /// item may tell it, too.
    fn replaces(&self, row: usize, item: Option<&Item>, text: &str) -> bool {
        let Some(item) = item.filter(|item| goes_on_from(item, text)) else {
            return false;
        };
        let this = self.row(row);
        let status = this.status.as_deref();
        let status = status.map(|text| result(text).unwrap_or(text));
        let minutes = this.minutes.iter().map(|minute| minute.text.as_str());
        let is_told = |text| {
            item.results
                .iter()
                .any(|told| bare(&told.text) == bare(text))
        };
        let rows =
            (0..self.document.rows.len()).filter(|row| self.found.item(*row) == Some(item.id));
        !minutes.chain(status).any(is_told) && rows.count() == 1
    }

    /// Returns what is new below a row.
    fn news_below(
        &mut self,
        row: usize,
        item: Option<&Item>,
        said: &HashSet<String>,
        ending: Option<Ending>,
    ) -> Vec<(&'a Minute, &'a str)> {
        let minutes = self.row(row).minutes.iter();
        // What was only said of a discussion may be what was decided.
        let open = item.filter(|item| item.kind == ItemKind::Discussion && item.is_open());
        let is_undecided = |minute: &&Minute| {
            let was_decided = |item: &Item| {
                let mut results = item.results.iter();
                results.any(|result| folded(&result.text) == folded(&minute.text))
            };
            minute.says == Says::Decision && open.is_some_and(|item| !was_decided(item))
        };
        // And what was said of how a task stands, what came of it.
        let is_untold = |minute: &&Minute| {
            let told = |item: &Item| {
                let results = item.results.iter().map(|result| &result.text);
                let mut texts = results.chain(&item.reason);
                texts.any(|text| folded(text).contains(&folded(&minute.text)))
            };
            minute.says == Says::Result && item.is_some_and(|item| !told(item))
        };
        let news = minutes.filter_map(|minute| match is_undecided(&minute) || is_untold(&minute) {
            true => Some((minute, minute.text.as_str())),
            false => Some((minute, news(&minute.text, said)?)),
        });
        let is_old = |text: &str| item.is_some_and(|item| is_beginning(item, text));
        let news: Vec<(&Minute, &str)> = news.filter(|(_, text)| !is_old(text)).collect();
        // What was given up has no results.
        if ending != Some(Ending::Dropped) {
            return news;
        }
        for (minute, _) in news {
            self.changes.remarks.push(PlanningRemark::Unread {
                line: minute.line,
                text: minute.text.clone(),
                why: UnreadKind::BelowDropped,
            });
        }
        Vec::new()
    }

    /// Records a new status. `closed` is the item if it is closed: it has none.
    fn say_status(&mut self, row: usize, closed: Option<&Item>, status: &str) {
        let status = status.to_owned();
        if closed.is_some() {
            return self.remark_closed_status(row, status);
        }
        if may_be_dropped(&status) && self.row(row).mark != Mark::Struck {
            self.changes.remarks.push(PlanningRemark::MayBeDropped {
                line: self.row(row).line,
                title: self.row(row).title.clone(),
                status: status.clone(),
            });
        }
        if may_be_done(&status) && self.row(row).mark != Mark::Struck {
            self.changes.remarks.push(PlanningRemark::MayBeDone {
                line: self.row(row).line,
                title: self.row(row).title.clone(),
                status: status.clone(),
            });
        }
        let (item, text) = (self.target(row), status);
        self.push(row, Command::Progress { item, text });
    }

    /// Says that a closed item has no status.
    fn remark_closed_status(&mut self, row: usize, status: String) {
        let item = self.found.item(row).and_then(|id| self.now.get(id));
        if let Some(item) = item {
            self.changes.remarks.push(PlanningRemark::ClosedStatus {
                line: self.row(row).line,
                item: shown(item),
                label: item.label.to_string(),
                status,
            });
        }
    }

    /// Records that an item is closed, or what came of it if it was so before.
    fn close(
        &mut self,
        row: usize,
        closing: Closing,
        ending: Option<Ending>,
        said: &HashSet<String>,
        credit: Option<Credit>,
    ) {
        let item = self.target(row);
        let is_new = |text: &String| !said.contains(&folded(text));
        let (closing, ending) = match closing {
            Closing::Decided(text) => {
                let is_finished = matches!(ending, Some(Ending::Done | Ending::Decided));
                if !is_finished || is_new(&text) {
                    self.push(row, Command::Decide { item, text });
                }
                (Closing::Done(None), Some(Ending::Decided))
            }
            closing => (closing, ending),
        };
        let is_open = matches!(ending, None | Some(Ending::Dropped));
        let command = match (closing, ending) {
            // A decision does not say whose work it was.
            (Closing::Done(text), _) if is_open || credit.is_some() => {
                let text = text.filter(is_new);
                let (people, with) = credit
                    .map(|credit| (credit.people, credit.with))
                    .unwrap_or_default();
                Command::Done {
                    item,
                    text,
                    people,
                    with,
                }
            }
            (Closing::Done(Some(text)), Some(_)) if is_new(&text) => Command::Result {
                item,
                text,
                only: false,
            },
            (Closing::Dropped(text), None) => Command::Drop { item, text },
            (Closing::Dropped(Some(status)), Some(Ending::Dropped)) if is_new(&status) => {
                return self.remark_closed_status(row, status);
            }
            (Closing::Done(_) | Closing::Decided(_) | Closing::Dropped(_), _) => return,
        };
        self.push(row, command);
    }
}
