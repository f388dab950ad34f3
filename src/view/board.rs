//! The board: what is open now and who is on it.

use chrono::NaiveDate;

use super::table::Table;
use super::{assignees_on, long_day, people, short};
use crate::diagnostic::{kind_word, state_word};
use crate::domain::{Entry, Item, ItemKind, LONGEST_LINE, PersonId, Reason, Sprint};
use crate::text::{truncate, visible};

/// The width below which topics follow the tasks instead of having a column of their own.
const NARROW: usize = 100;

/// The kinds of items in the order of the sections.
pub(super) const KINDS: [ItemKind; 3] = [ItemKind::Task, ItemKind::Discussion, ItemKind::Talk];

/// What is shown if there are no tasks.
pub(super) const NO_TASK: &str = "No task is open.";

/// What the board shows. Each text is cut after [`LONGEST_LINE`] columns.
pub(super) struct Board {
    pub(super) title: String,
    /// The day, with its theme.
    pub(super) day: String,
    pub(super) sections: Vec<Section>,
    /// The short names of those who are present to work and have no task.
    pub(super) idle: Vec<String>,
}

/// A part of the board. It has at least one row.
pub(super) struct Section {
    pub(super) kind: SectionKind,
    pub(super) rows: Vec<Row>,
}

/// What a section lists.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum SectionKind {
    Open(ItemKind),
    ClosedToday,
    /// What was closed, or got a status or a result, on the last day that has entries.
    LastDay(NaiveDate),
}

/// An item.
pub(super) struct Row {
    pub(super) label: String,
    pub(super) text: String,
    /// How many levels of open items contain it.
    pub(super) depth: usize,
    pub(super) people: String,
    pub(super) status: String,
    pub(super) topic: String,
}

impl Board {
    pub(super) fn new(sprint: &Sprint, title: &str, day: NaiveDate) -> Self {
        let open = KINDS.map(|kind| Section::new(SectionKind::Open(kind), open(sprint, kind, day)));
        let closed = Section::new(SectionKind::ClosedToday, closed(sprint, day));
        let closed = closed.or_else(|| last_day(sprint, day));
        Board {
            title: line(title),
            day: line(&day_and_theme(sprint, day)),
            sections: open.into_iter().flatten().chain(closed).collect(),
            idle: idle(sprint, day)
                .map(|id| line(sprint.people().short_name(id)))
                .collect(),
        }
    }

    pub(super) fn has_tasks(&self) -> bool {
        let task = SectionKind::Open(ItemKind::Task);
        self.sections.iter().any(|section| section.kind == task)
    }
}

impl Section {
    fn new(kind: SectionKind, rows: Vec<Row>) -> Option<Self> {
        (!rows.is_empty()).then_some(Section { kind, rows })
    }

    fn write(&self, width: usize) -> String {
        let word = match self.kind {
            SectionKind::Open(kind) => kind_word(kind),
            SectionKind::ClosedToday => "closed today",
            SectionKind::LastDay(_) => "closed or moved on",
        };
        let mut table = Table::new(&["#", word, "people", "status", "topic"]);
        for row in &self.rows {
            table.push(row.cells(width));
        }
        match self.kind {
            SectionKind::LastDay(day) => format!("{}:\n{}", long_day(day), table.write(width)),
            _ => table.write(width),
        }
    }
}

impl Row {
    fn new(item: &Item, people: &str, status: &str) -> Self {
        Row {
            label: item.label.to_string(),
            text: line(&item.text),
            depth: 0,
            people: line(people),
            status: line(status),
            topic: String::new(),
        }
    }

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
            self.status.clone(),
            topic.to_owned(),
        ]
    }
}

/// Shows the board of a day in a terminal.
pub fn board(sprint: &Sprint, title: &str, day: NaiveDate, width: usize) -> String {
    let board = Board::new(sprint, title, day);
    let mut parts = vec![visible(&format!("{}, {}", board.title, board.day))];
    if !board.has_tasks() {
        parts.push(NO_TASK.to_owned());
    }
    parts.extend(board.sections.iter().map(|section| section.write(width)));
    if !board.idle.is_empty() {
        let mut table = Table::new(&["without a task"]);
        table.push(vec![board.idle.join(", ")]);
        parts.push(table.write(width));
    }
    parts.join("\n\n") + "\n"
}

/// Returns who is present to work and has no task.
pub(super) fn idle(sprint: &Sprint, day: NaiveDate) -> impl Iterator<Item = PersonId> {
    let unready = sprint.unready(day).into_iter();
    unready
        .filter(|unready| unready.reason == Reason::NoTask)
        .map(|unready| unready.person)
}

/// Prints `Friday, 17 April 2009: documentation day`.
fn day_and_theme(sprint: &Sprint, day: NaiveDate) -> String {
    let Some(known) = sprint.day(day) else {
        return long_day(day);
    };
    let theme = known.theme.iter().map(String::as_str);
    let theme: Vec<&str> = theme.chain(known.is_break.then_some("break")).collect();
    format!("{}: {}", long_day(day), theme.join(", "))
}

fn line(text: &str) -> String {
    truncate(text, LONGEST_LINE).into_owned()
}

fn open(sprint: &Sprint, kind: ItemKind, day: NaiveDate) -> Vec<Row> {
    let row = |OpenItem { item, depth }: OpenItem<'_>| {
        let status = item.status().unwrap_or_default();
        // Minutes are paragraphs; a status is shown as it was typed.
        let status = match item.kind {
            ItemKind::Discussion => short(status),
            ItemKind::Task | ItemKind::Talk => status.to_owned(),
        };
        let status = match &item.when {
            Some(when) if status.is_empty() => when.clone(),
            Some(when) => format!("{when}; {status}"),
            None => status,
        };
        let topic = item.topic.as_ref().map(|topic| topic.readable("/"));
        Row {
            depth,
            topic: line(&topic.unwrap_or_default()),
            ..Row::new(item, &assignees_on(sprint, &item.assignees, day), &status)
        }
    };
    open_items(sprint, kind).into_iter().map(row).collect()
}

/// An open item, and how many levels of open items contain it.
pub(super) struct OpenItem<'a> {
    pub(super) item: &'a Item,
    depth: usize,
}

/// Returns the open items of a kind, each followed by its parts of any kind.
pub(super) fn open_items(sprint: &Sprint, kind: ItemKind) -> Vec<OpenItem<'_>> {
    let mut items = Vec::new();
    for item in sprint.open_roots().filter(|item| item.kind == kind) {
        push_open(sprint, item, 0, &mut items);
    }
    items
}

fn push_open<'a>(sprint: &'a Sprint, item: &'a Item, depth: usize, items: &mut Vec<OpenItem<'a>>) {
    items.push(OpenItem { item, depth });
    for part in sprint.open_parts(item) {
        push_open(sprint, part, depth + 1, items);
    }
}

/// Shows what was closed, or got a status or a result, on the last day that has entries. It is shown in the morning, until
/// something is closed.
fn last_day(sprint: &Sprint, day: NaiveDate) -> Option<Section> {
    let last = sprint
        .effective()
        .map(Entry::day)
        .filter(|other| *other < day)
        .max()?;
    let moved = sprint.items().iter().filter(|item| item.is_open());
    let moved = moved.filter_map(|item| {
        let texts = || item.progress.iter().chain(&item.results);
        let has_moved = texts().any(|text| text.day == last);
        let latest = texts().max_by_key(|text| text.at).filter(|_| has_moved)?;
        let people = assignees_on(sprint, &item.assignees, day);
        Some(Row::new(item, &people, &short(&latest.text)))
    });
    let rows = closed(sprint, last).into_iter().chain(moved).collect();
    Section::new(SectionKind::LastDay(last), rows)
}

fn closed(sprint: &Sprint, day: NaiveDate) -> Vec<Row> {
    let row = |item: &Item| {
        let credit = item.credit();
        let people = people(sprint, &credit.people, &credit.helpers);
        Row::new(item, &people, state_word(item.ending()))
    };
    sprint.closed_on(day).into_iter().map(row).collect()
}
