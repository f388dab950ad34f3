//! What is shown: tables and lists for the terminal, a page for the wall, JSON for programs.
//!
//! Everything here takes a sprint and gives text. Text from outside is made [`visible`] before it goes into a cell, and
//! escaped in JSON. No other part knows comfy-table and serde_json.
//!
//! [`visible`]: crate::text::visible

mod board;
mod cell;
mod check;
mod confirmation;
mod entries;
pub mod json;
mod list;
mod look;
mod people;
mod show;
mod snippet;
mod table;

pub use board::{Board, PageOptions, Wanted, board, board_page};
pub(crate) use board::{is_board_page, problems, screen};
pub use check::{check, github, gitlab};
pub(crate) use confirmation::created;
pub use confirmation::recorded;
pub use entries::{LogDays, log};
pub(crate) use entries::{commit_message, describe, describe_together, describe_with_item};
pub use list::SprintRow;
pub(crate) use list::list;
pub use look::Look;
pub use people::people_of;
pub(crate) use people::ready;
pub use show::show;
pub use snippet::snippet;

use chrono::NaiveDate;

use crate::domain::{Assignees, PersonRef, Sprint, Who};
use crate::text::excerpt;

/// Names the people on an item on a day, with a mark at whoever has left: `Armin (left), Anto, with help from Samuele`.
pub(crate) fn assignees_on(sprint: &Sprint, assignees: &Assignees, day: NaiveDate) -> String {
    named(&assignees.people, &assignees.helpers, |person_ref| {
        marked(sprint, person_ref, day)
    })
}

/// The mark at whoever has left.
const LEFT: &str = "(left)";

/// Names each of the people on an item on a day: `Armin (left)`, `with Samuele`.
fn names_on(sprint: &Sprint, assignees: &Assignees, day: NaiveDate) -> Vec<String> {
    each_name(&assignees.people, &assignees.helpers, |person_ref| {
        marked(sprint, person_ref, day)
    })
}

/// Names each of some people and helpers.
fn people_names(sprint: &Sprint, people: &[PersonRef], helpers: &[PersonRef]) -> Vec<String> {
    each_name(people, helpers, |person_ref| {
        sprint.people().print(person_ref)
    })
}

fn each_name(
    people: &[PersonRef],
    helpers: &[PersonRef],
    name: impl Fn(PersonRef) -> String,
) -> Vec<String> {
    let people = people.iter().map(|person_ref| name(*person_ref));
    let helpers = helpers
        .iter()
        .map(|helper| format!("with {}", name(*helper)));
    people.chain(helpers).collect()
}

fn marked(sprint: &Sprint, person_ref: PersonRef, day: NaiveDate) -> String {
    let name = sprint.people().print(person_ref);
    match person_ref.who {
        Who::Person(id) if sprint.has_left(id, day) => format!("{name} {LEFT}"),
        _ => name,
    }
}

/// Names people and helpers: `Armin, Anto, with help from Samuele`. Empty for nobody.
pub(crate) fn people(sprint: &Sprint, people: &[PersonRef], helpers: &[PersonRef]) -> String {
    named(people, helpers, |person_ref| {
        sprint.people().print(person_ref)
    })
}

fn named(
    people: &[PersonRef],
    helpers: &[PersonRef],
    name: impl Fn(PersonRef) -> String,
) -> String {
    let print = |person_refs: &[PersonRef]| {
        let names = person_refs.iter().map(|person_ref| name(*person_ref));
        names.collect::<Vec<_>>().join(", ")
    };
    let mut shown = print(people);
    if !helpers.is_empty() {
        if !shown.is_empty() {
            shown.push_str(", ");
        }
        shown.push_str("with help from ");
        shown.push_str(&print(helpers));
    }
    shown
}

/// Writes a day as `Monday, 27 February 2017`.
pub(crate) fn long_day(day: NaiveDate) -> String {
    day.format("%A, %-d %B %Y").to_string()
}

/// Says for how many days something has stood: ` (2 d)`, and nothing on its first day.
fn age(since: NaiveDate, day: NaiveDate) -> String {
    match (day - since).num_days() {
        ..1 => String::new(),
        days => format!(" ({days} d)"),
    }
}

/// Shortens a text to one line of 72 columns.
pub(crate) fn short(text: &str) -> String {
    excerpt(text, 72)
}
