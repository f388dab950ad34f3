//! What is shown: tables and lists for the terminal, a page for the wall, JSON for programs. The only place that knows comfy-table and serde_json.
//!
//! Everything here takes a sprint and gives text. Whatever came from outside is made [`visible`] on its way into a cell,
//! and escaped in JSON.
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
pub use board_page::{Wall, board_page, is_board_page};
pub use check::{check, github, gitlab};
pub use entries::{commit_message, day_log, describe, told_alone};
pub use list::{SprintRow, list};
pub use people::{people_of, ready};
pub use show::show;
pub use snippet::snippet;

use chrono::NaiveDate;

use crate::domain::{Assignees, Entry, PersonRef, Sprint};
use crate::text::excerpt;

/// `Armin, Anto, with Samuele`; empty for nobody.
pub fn assignees(sprint: &Sprint, assignees: &Assignees) -> String {
    people(sprint, &assignees.people, &assignees.helpers)
}

/// `Armin, Anto, with Samuele` of people and helpers.
pub fn people(sprint: &Sprint, people: &[PersonRef], helpers: &[PersonRef]) -> String {
    let print = |person_refs: &[PersonRef]| {
        person_refs
            .iter()
            .map(|person_ref| sprint.people().print(*person_ref))
            .collect::<Vec<_>>()
            .join(", ")
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

/// `Monday, 27 February 2017`.
pub fn long_day(day: NaiveDate) -> String {
    day.format("%A, %-d %B %Y").to_string()
}

/// Who is named behind an item that something was recorded about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Naming {
    /// Nobody.
    Nobody,
    /// Those who are on it now.
    Assignees,
    /// Those whose work it is.
    Credit,
}

/// `12 done: fix the leak (Armin)`: the line that says what was recorded about an item.
pub fn recorded(sprint: &Sprint, entry: &Entry, what: &str, naming: Naming) -> String {
    let Some(item) = sprint.subject(entry) else {
        return what.to_owned();
    };
    let credit = item.credit();
    let people = match naming {
        Naming::Nobody => String::new(),
        Naming::Assignees => assignees(sprint, &item.assignees),
        Naming::Credit => people(sprint, &credit.people, &credit.helpers),
    };
    let line = format!("{} {what}: {}", item.label, short(&item.text));
    if people.is_empty() {
        line
    } else {
        format!("{line} ({people})")
    }
}

/// The beginning of a text, on one line.
pub fn short(text: &str) -> String {
    excerpt(text, 72)
}
