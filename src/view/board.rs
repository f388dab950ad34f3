//! The board: what is open now and who is on it.

use chrono::NaiveDate;

use super::table::Rows;
use super::{assignees, long_day, people, short};
use crate::diagnostic::state_word;
use crate::domain::{Entry, Item, ItemKind, LONGEST_LINE, PersonId, Sprint, Unready};
use crate::text::{truncate, visible};

/// Below this width, topics stand behind the tasks and not in a column of their own.
const NARROW: usize = 100;

/// What stands where the tasks would.
pub(super) const NO_TASK: &str = "No task is open.";

/// What the board shows of a day, each text cut after [`LONGEST_LINE`] columns.
pub(super) struct Board {
    pub(super) title: String,
    /// The day, and what it is.
    pub(super) day: String,
    pub(super) parts: Vec<Part>,
    /// The short names of those who are there to work and have no task.
    pub(super) idle: Vec<String>,
}

/// Items of a sort; there is at least one.
pub(super) struct Part {
    pub(super) sort: Sort,
    pub(super) rows: Vec<Row>,
}

/// What items a part is of.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Sort {
    Task,
    Discussion,
    Talk,
    ClosedToday,
    /// What the last day on which something was recorded closed and moved on.
    LastDay(NaiveDate),
}

/// What is said of an item.
pub(super) struct Row {
    pub(super) label: String,
    pub(super) text: String,
    /// How many open items it is a part of, one in the other.
    pub(super) depth: usize,
    pub(super) people: String,
    pub(super) state: String,
    pub(super) topic: String,
}

impl Board {
    pub(super) fn new(sprint: &Sprint, title: &str, day: NaiveDate) -> Self {
        let mut parts: Vec<Part> = [
            (ItemKind::Task, Sort::Task),
            (ItemKind::Discussion, Sort::Discussion),
            (ItemKind::Talk, Sort::Talk),
        ]
        .into_iter()
        .filter_map(|(kind, sort)| Part::new(sort, open(sprint, kind)))
        .collect();
        let closed = Part::new(Sort::ClosedToday, closed(sprint, day));
        parts.extend(closed.or_else(|| last_day(sprint, day)));
        let line = |text: &str| truncate(text, LONGEST_LINE).into_owned();
        for row in parts.iter_mut().flat_map(|part| &mut part.rows) {
            for said in [
                &mut row.text,
                &mut row.people,
                &mut row.state,
                &mut row.topic,
            ] {
                *said = line(said);
            }
        }
        Board {
            title: line(title),
            day: line(&day_and_theme(sprint, day)),
            parts,
            idle: idle(sprint, day)
                .map(|id| line(sprint.people().short_name(id)))
                .collect(),
        }
    }

    /// Whether there is something to do.
    pub(super) fn has_tasks(&self) -> bool {
        self.parts.iter().any(|part| part.sort == Sort::Task)
    }
}

impl Part {
    fn new(sort: Sort, rows: Vec<Row>) -> Option<Self> {
        (!rows.is_empty()).then_some(Part { sort, rows })
    }

    fn write(&self, width: usize) -> String {
        let word = match self.sort {
            Sort::Task => "task",
            Sort::Discussion => "discussion",
            Sort::Talk => "talk",
            Sort::ClosedToday => "closed today",
            Sort::LastDay(_) => "closed or moved on",
        };
        let mut table = Rows::new(&["#", word, "people", "state", "topic"]);
        for row in &self.rows {
            table.push(row.cells(width));
        }
        match self.sort {
            Sort::LastDay(day) => format!("{}:\n{}", long_day(day), table.write(width)),
            _ => table.write(width),
        }
    }
}

impl Row {
    fn cells(&self, width: usize) -> Vec<String> {
        let indent = "  ".repeat(self.depth);
        let (text, topic) = match width < NARROW && !self.topic.is_empty() {
            true => (format!("{indent}{} [{}]", self.text, self.topic), ""),
            false => (format!("{indent}{}", self.text), self.topic.as_str()),
        };
        vec![
            self.label.clone(),
            text,
            self.people.clone(),
            self.state.clone(),
            topic.to_owned(),
        ]
    }
}

/// The board of `day`, for a wall `width` columns wide.
pub fn board(sprint: &Sprint, title: &str, day: NaiveDate, width: usize) -> String {
    let board = Board::new(sprint, title, day);
    let mut parts = vec![visible(&format!("{}, {}", board.title, board.day))];
    if !board.has_tasks() {
        parts.push(NO_TASK.to_owned());
    }
    parts.extend(board.parts.iter().map(|part| part.write(width)));
    if !board.idle.is_empty() {
        let mut rows = Rows::new(&["without a task"]);
        rows.push(vec![board.idle.join(", ")]);
        parts.push(rows.write(width));
    }
    parts.join("\n\n") + "\n"
}

/// Who is there to work and has no task.
pub(super) fn idle(sprint: &Sprint, day: NaiveDate) -> impl Iterator<Item = PersonId> {
    let unready = sprint.unready(day).into_iter();
    unready
        .filter(|(_, unready)| *unready == Unready::Task)
        .map(|(id, _)| id)
}

/// `Friday, 17 April 2009: documentation day`.
fn day_and_theme(sprint: &Sprint, day: NaiveDate) -> String {
    let Some(known) = sprint.day(day) else {
        return long_day(day);
    };
    let theme = known.theme.iter().map(String::as_str);
    let theme: Vec<&str> = theme.chain(known.is_break.then_some("break")).collect();
    format!("{}: {}", long_day(day), theme.join(", "))
}

/// The open items of a kind, parts under what they are part of.
fn open(sprint: &Sprint, kind: ItemKind) -> Vec<Row> {
    let items = open_items(sprint, kind).into_iter();
    items
        .map(|(item, depth)| open_row(sprint, item, depth))
        .collect()
}

/// The open items of a kind and how deep they lie: each part behind what it is part of, of whatever kind it is.
pub(super) fn open_items(sprint: &Sprint, kind: ItemKind) -> Vec<(&Item, usize)> {
    let mut items = Vec::new();
    for item in sprint.open_roots().filter(|item| item.kind == kind) {
        push_open(sprint, item, 0, &mut items);
    }
    items
}

fn push_open<'a>(
    sprint: &'a Sprint,
    item: &'a Item,
    depth: usize,
    items: &mut Vec<(&'a Item, usize)>,
) {
    items.push((item, depth));
    for part in sprint.open_parts(item) {
        push_open(sprint, part, depth + 1, items);
    }
}

fn open_row(sprint: &Sprint, item: &Item, depth: usize) -> Row {
    let status = item.status().unwrap_or_default();
    Row {
        label: item.label.to_string(),
        text: item.text.clone(),
        depth,
        people: assignees(sprint, &item.assignees),
        // Minutes are paragraphs; a state is shown as it was typed.
        state: match item.kind {
            ItemKind::Discussion => short(status),
            ItemKind::Task | ItemKind::Talk => status.to_owned(),
        },
        topic: item
            .topic
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
    }
}

/// What the last day on which something was recorded closed and moved on: what the morning begins with, until something
/// is closed today.
fn last_day(sprint: &Sprint, day: NaiveDate) -> Option<Part> {
    let last = sprint
        .effective()
        .map(Entry::day)
        .filter(|other| *other < day)
        .max()?;
    let has_moved = |item: &&Item| {
        item.is_open()
            && item
                .progress
                .iter()
                .any(|timed_text| timed_text.day == last)
    };
    let moved = sprint.items().iter().filter(has_moved).map(|item| Row {
        label: item.label.to_string(),
        text: item.text.clone(),
        depth: 0,
        people: assignees(sprint, &item.assignees),
        state: short(item.status().unwrap_or_default()),
        topic: String::new(),
    });
    let rows = closed(sprint, last).into_iter().chain(moved).collect();
    Part::new(Sort::LastDay(last), rows)
}

/// What was finished, decided or dropped on a day.
fn closed(sprint: &Sprint, day: NaiveDate) -> Vec<Row> {
    let items = sprint.closed_on(day).into_iter();
    items
        .map(|item| {
            let credit = item.credit();
            Row {
                label: item.label.to_string(),
                text: item.text.clone(),
                depth: 0,
                people: people(sprint, &credit.people, &credit.helpers),
                state: state_word(item.ending()).to_owned(),
                topic: String::new(),
            }
        })
        .collect()
}
