//! The board: what is open now and who is on it.

use chrono::NaiveDate;

use super::table::Rows;
use super::{long_day, people, short, staff};
use crate::domain::{CLOSED, Entry, Item, ItemKind, Lack, PersonId, Sprint};
use crate::error::state_word;
use crate::visible::visible;

/// Below this width, topics stand behind the tasks and not in a column of their own.
const NARROW: usize = 100;

/// The board of `day`, for a wall `width` columns wide.
pub fn board(sprint: &Sprint, title: &str, day: NaiveDate, width: usize) -> String {
    let mut parts = vec![heading(sprint, title, day)];
    let tasks = open(sprint, ItemKind::Task, "task", width);
    parts.push(tasks.unwrap_or_else(|| "No task is open.".to_owned()));
    parts.extend(open(sprint, ItemKind::Discussion, "discussion", width));
    parts.extend(open(sprint, ItemKind::Talk, "talk", width));
    parts.extend(closed(sprint, day, width).or_else(|| last_day(sprint, day, width)));
    let without: Vec<&str> = idle(sprint, day)
        .map(|id| sprint.people().short_name(id))
        .collect();
    if !without.is_empty() {
        let mut rows = Rows::new(&["without a task"]);
        rows.push(vec![without.join(", ")]);
        parts.push(rows.write(width));
    }
    parts.join("\n\n") + "\n"
}

/// Who is there to work and has no task.
pub(super) fn idle(sprint: &Sprint, day: NaiveDate) -> impl Iterator<Item = PersonId> {
    let unready = sprint.unready(day).into_iter();
    unready
        .filter(|(_, lack)| *lack == Lack::Task)
        .map(|(id, _)| id)
}

fn heading(sprint: &Sprint, title: &str, day: NaiveDate) -> String {
    let mut heading = format!("{title}, {}", long_day(day));
    if let Some(known) = sprint.day(day) {
        let theme = known
            .theme
            .iter()
            .map(String::as_str)
            .chain(known.is_break.then_some("break"));
        let theme: Vec<&str> = theme.collect();
        heading = format!("{heading}: {}", theme.join(", "));
    }
    visible(&heading)
}

/// The open items of a kind, parts under what they are part of; `None` if there are none.
fn open(sprint: &Sprint, kind: ItemKind, word: &'static str, width: usize) -> Option<String> {
    let mut rows = Rows::new(&["#", word, "people", "state", "topic"]);
    for (item, depth) in open_items(sprint, kind) {
        rows.push(open_row(sprint, item, depth, width));
    }
    (!rows.is_empty()).then(|| rows.write(width))
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

fn open_row(sprint: &Sprint, item: &Item, depth: usize, width: usize) -> Vec<String> {
    let topic = item
        .topic
        .as_ref()
        .map(ToString::to_string)
        .unwrap_or_default();
    let indent = "  ".repeat(depth);
    let (text, topic) = match width < NARROW && !topic.is_empty() {
        true => (format!("{indent}{} [{topic}]", item.text), String::new()),
        false => (format!("{indent}{}", item.text), topic),
    };
    let status = item.status().unwrap_or_default();
    // Minutes are paragraphs; a state is shown as it was typed.
    let status = if item.kind == ItemKind::Discussion {
        short(status)
    } else {
        status.to_owned()
    };
    vec![
        item.label.to_string(),
        text,
        staff(sprint, &item.staff),
        status,
        topic,
    ]
}

/// What was finished, decided or dropped on the day.
fn closed(sprint: &Sprint, day: NaiveDate, width: usize) -> Option<String> {
    let mut rows = Rows::new(&["#", "closed today", "people", "state"]);
    push_closed(sprint, day, &mut rows);
    (!rows.is_empty()).then(|| rows.write(width))
}

/// What the last day on which something was recorded closed and moved on: what the morning begins with, until something
/// is closed today.
fn last_day(sprint: &Sprint, day: NaiveDate, width: usize) -> Option<String> {
    let last = sprint
        .effective()
        .map(Entry::day)
        .filter(|other| *other < day)
        .max()?;
    let mut rows = Rows::new(&["#", "closed or moved on", "people", "state"]);
    push_closed(sprint, last, &mut rows);
    let moved = |item: &&Item| {
        item.is_open()
            && item
                .progress
                .iter()
                .any(|passage| passage.at.date_naive() == last)
    };
    for item in sprint.items().iter().filter(moved) {
        let status = short(item.status().unwrap_or_default());
        rows.push(vec![
            item.label.to_string(),
            item.text.clone(),
            staff(sprint, &item.staff),
            status,
        ]);
    }
    (!rows.is_empty()).then(|| format!("{}:\n{}", long_day(last), rows.write(width)))
}

fn push_closed(sprint: &Sprint, day: NaiveDate, rows: &mut Rows) {
    for item in sprint.closed_on(day, &CLOSED) {
        let credit = item.credit();
        let people = people(sprint, &credit.people, &credit.helpers);
        rows.push(vec![
            item.label.to_string(),
            item.text.clone(),
            people,
            state_word(item.state).to_owned(),
        ]);
    }
}
