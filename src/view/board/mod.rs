//! The board: what is open now and who is on it.

mod row;
mod terminal;
mod tree;
mod wall;
mod wanted;

pub use terminal::board;
pub(crate) use terminal::screen;
pub(crate) use wall::is_board_page;
pub use wall::{PageOptions, board_page};
pub use wanted::Wanted;

use foldhash::HashSet;
use lean_string::LeanString;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};

use super::long_day;
use crate::diagnostic::counted;
use crate::domain::{
    Action, Entry, EntryId, Item, ItemKind, PersonId, Reason, Sprint, TimedText, Topic,
};
use row::{Group, Row, line};
use tree::open_items;

/// What is shown if there are no tasks.
const NO_TASK: &str = "No task is open.";

/// What is shown in the place of the people of a task that nobody is on.
const NOBODY: &str = "nobody";

/// What the board of a day shows. Each text is on one line, and not longer than a title may be.
pub struct Board<'s> {
    title: String,
    /// The day, with its theme.
    day: String,
    /// Who is here, and who of them has no task.
    here: Vec<PersonId>,
    free: Vec<PersonId>,
    open: Vec<Group<'s>>,
    closed_today: Vec<Row<'s>>,
    last_day: Option<LastDay<'s>>,
    wanted: Wanted,
    /// When somebody typed last.
    changed: Option<DateTime<FixedOffset>>,
    sprint: &'s Sprint,
    date: NaiveDate,
}

/// What happened on the last day that has entries, before the day of the board.
struct LastDay<'s> {
    name: String,
    closed: Vec<Row<'s>>,
    /// Open items that got a status or a result.
    moved: Vec<&'s Item>,
}

impl<'s> Board<'s> {
    /// Gathers the board of a day. The topics that are `listed` in the settings come first.
    pub fn new(
        sprint: &'s Sprint,
        title: &str,
        listed: &[Topic],
        day: NaiveDate,
        wanted: &Wanted,
    ) -> Self {
        let attendees = sprint.people().attendees();
        let here = attendees.filter(|one| one.attendance.covers(day));
        let free_tasks = &sprint.free_tasks(day);
        Board {
            title: line(title),
            day: line(&day_and_theme(sprint, day)),
            here: here.map(|one| one.id).collect(),
            free: free(sprint, day),
            open: open_items(sprint, listed, day, wanted, free_tasks),
            closed_today: closed(sprint, day, wanted, free_tasks),
            last_day: LastDay::before(sprint, day, wanted, free_tasks),
            wanted: wanted.clone(),
            changed: sprint.effective().map(Entry::typed).max(),
            sprint,
            date: day,
        }
    }

    pub(super) fn sprint(&self) -> &'s Sprint {
        self.sprint
    }

    pub(super) fn date(&self) -> NaiveDate {
        self.date
    }

    /// Returns the open items in their order.
    pub(super) fn open(&self) -> impl Iterator<Item = &'s Item> {
        let rows = self.open.iter().flat_map(|group| &group.rows);
        rows.map(|row| row.item)
    }

    /// Returns what was closed on the day.
    pub(super) fn closed_today(&self) -> impl Iterator<Item = &'s Item> {
        self.closed_today.iter().map(|row| row.item)
    }

    pub(super) fn here(&self) -> &[PersonId] {
        &self.here
    }

    pub(super) fn free(&self) -> &[PersonId] {
        &self.free
    }

    fn is_filtered(&self) -> bool {
        self.wanted != Wanted::default()
    }

    fn has_tasks(&self) -> bool {
        self.open().any(|item| item.kind == ItemKind::Task)
    }

    fn names(&self, ids: &[PersonId]) -> Vec<String> {
        let names = ids
            .iter()
            .map(|id| line(self.sprint.people().short_name(*id)));
        names.collect()
    }
}

impl<'s> LastDay<'s> {
    fn before(
        sprint: &'s Sprint,
        day: NaiveDate,
        wanted: &Wanted,
        free_tasks: &HashSet<EntryId>,
    ) -> Option<Self> {
        let days = sprint.effective().map(Entry::day);
        let last = days.filter(|other| *other < day).max()?;
        let is_of_day = |text: &TimedText| text.day == last;
        // What was said before an item was opened again ended it.
        let has_moved = |item: &&Item| {
            let since = reopened_at(sprint, item);
            let said = item.progress.iter();
            let said = said.filter(|text| since.is_none_or(|since| text.at >= since));
            let mut texts = said.chain(item.valid_results());
            item.is_open() && wanted.has(item, free_tasks) && texts.any(is_of_day)
        };
        let last_day = LastDay {
            name: day_before(last, day),
            closed: closed(sprint, last, wanted, free_tasks),
            moved: sprint.items().iter().filter(has_moved).collect(),
        };
        let is_empty = last_day.closed.is_empty() && last_day.moved.is_empty();
        (!is_empty).then_some(last_day)
    }

    fn moved_labels(&self) -> Vec<String> {
        let labels = self.moved.iter().map(|item| item.label.to_string());
        labels.collect()
    }
}

/// Returns when an item was opened again, if nothing has come of it since.
fn reopened_at(sprint: &Sprint, item: &Item) -> Option<DateTime<FixedOffset>> {
    if !item.is_reopened() {
        return None;
    }
    let history = sprint.history(item);
    let reopened = history.filter(|entry| matches!(entry.action, Action::Reopen(_)));
    let reopened = reopened.filter(|entry| !sprint.is_undone(entry.id));
    reopened.map(|entry| entry.at).max()
}

/// Says that something is wrong with the logs, if there is.
pub(crate) fn problems(count: usize) -> Option<String> {
    let problems = counted(count, "problem");
    (count > 0).then(|| format!("{problems} in the logs: `sprint check` says where"))
}

/// Returns who is present to work and has no task.
fn free(sprint: &Sprint, day: NaiveDate) -> Vec<PersonId> {
    let unready = sprint.unready(day).into_iter();
    let free = unready.filter(|unready| unready.reason == Reason::NoTask);
    free.map(|unready| unready.person).collect()
}

fn closed<'s>(
    sprint: &'s Sprint,
    day: NaiveDate,
    wanted: &Wanted,
    free_tasks: &HashSet<EntryId>,
) -> Vec<Row<'s>> {
    let closed = sprint.closed_on(day).into_iter();
    let closed = closed.filter(|item| wanted.has(item, free_tasks));
    closed.map(|item| Row::closed(sprint, item)).collect()
}

/// Prints `Friday, 17 April 2009: documentation day`.
fn day_and_theme(sprint: &Sprint, day: NaiveDate) -> String {
    let Some(known) = sprint.day(day) else {
        return long_day(day);
    };
    let theme = known.theme.iter().map(LeanString::as_str);
    let theme: Vec<&str> = theme.chain(known.is_break.then_some("break")).collect();
    format!("{}: {}", long_day(day), theme.join(", "))
}

/// Names a day before another: `Monday` if it is within a week, otherwise with its date.
fn day_before(earlier: NaiveDate, day: NaiveDate) -> String {
    let form = match (day - earlier).num_days() {
        ..7 => "%A",
        _ if earlier.year() == day.year() => "%A, %-d %B",
        _ => "%A, %-d %B %Y",
    };
    earlier.format(form).to_string()
}
