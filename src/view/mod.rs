//! What is shown: tables and lists for the terminal, a page for the wall, JSON for programs.
//!
//! Everything here takes a sprint and gives text. Text from outside is made [`visible`] before it goes into a cell, and
//! escaped in JSON. No other part knows comfy-table and serde_json.
//!
//! [`visible`]: crate::text::visible

mod board;
mod board_page;
mod check;
mod entries;
pub mod json;
mod list;
mod people;
mod show;
mod snippet;
mod table;

pub use board::board;
pub(crate) use board_page::is_board_page;
pub use board_page::{PageOptions, board_page};
pub use check::{check, github, gitlab};
pub use entries::day_log;
pub(crate) use entries::{commit_message, describe, describe_with_item};
pub use list::SprintRow;
pub(crate) use list::list;
pub use people::people_of;
pub(crate) use people::ready;
pub use show::show;
pub use snippet::snippet;

use chrono::NaiveDate;

use crate::domain::{Assignees, Entry, PersonRef, Sprint};
use crate::text::excerpt;

/// Names the people on an item: `Armin, Anto, with Samuele`. Empty for nobody.
pub(crate) fn assignees(sprint: &Sprint, assignees: &Assignees) -> String {
    people(sprint, &assignees.people, &assignees.helpers)
}

/// Names people and helpers: `Armin, Anto, with Samuele`.
pub(crate) fn people(sprint: &Sprint, people: &[PersonRef], helpers: &[PersonRef]) -> String {
    let print = |person_refs: &[PersonRef]| {
        let names = person_refs
            .iter()
            .map(|person_ref| sprint.people().print(*person_ref));
        names.collect::<Vec<_>>().join(", ")
    };
    let mut shown = print(people);
    if !helpers.is_empty() {
        if !shown.is_empty() {
            shown.push_str(", ");
        }
        shown.push_str("with ");
        shown.push_str(&print(helpers));
    }
    shown
}

/// Writes a day as `Monday, 27 February 2017`.
pub(crate) fn long_day(day: NaiveDate) -> String {
    day.format("%A, %-d %B %Y").to_string()
}

/// Who is named after an item in a confirmation.
pub(crate) enum Naming {
    Nobody,
    Assignees,
    Credit,
}

/// Confirms what was recorded, about an item or not: `12 done: fix the leak (Armin)`.
pub(crate) fn recorded(sprint: &Sprint, entry: &Entry, what: &str, naming: Naming) -> String {
    let Some(item) = sprint.subject(entry) else {
        let text = entry.action.fields().text.unwrap_or_default();
        return format!("{what}: {}", short(text));
    };
    let people = match naming {
        Naming::Nobody => String::new(),
        Naming::Assignees => assignees(sprint, &item.assignees),
        Naming::Credit => assignees(sprint, &item.credit()),
    };
    let line = format!("{} {what}: {}", item.label, short(&item.text));
    if people.is_empty() {
        line
    } else {
        format!("{line} ({people})")
    }
}

/// Shortens a text to one line of 72 columns.
pub(crate) fn short(text: &str) -> String {
    excerpt(text, 72)
}
