//! `sprint leave`: somebody is gone.

use clap::Args;

use super::record::{Record, Resolver};
use crate::diagnostic::{Error, UsageError, listed};
use crate::domain::{Action, Entry, Item, Sprint};
use crate::view;

/// Record who is gone from today on
#[derive(Args, Debug)]
pub struct Leave {
    /// Nicks, first names or full names, separated by blanks or commas
    people: Vec<String>,
}

impl Record for Leave {
    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        let people = resolver.people(&self.people)?;
        if people.is_empty() {
            return Err(UsageError::NoPeople.into());
        }
        Ok(vec![Action::Leave(crate::domain::Leave { people })])
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        let Action::Leave(leave) = &entry.action else {
            return String::new();
        };
        let people = sprint.people();
        let names = leave.people.iter().map(|nick| people.print_name(nick));
        let names: Vec<String> = names.collect();
        // Nobody is gone before they came.
        let gone = |nick: &String| {
            let [person] = people.named(nick)[..] else {
                return entry.day();
            };
            let attendance = people.get(person).attendance.as_ref();
            let last = attendance.and_then(|attendance| attendance.to);
            last.and_then(|last| last.succ_opt()).unwrap_or(entry.day())
        };
        let from = leave.people.iter().map(gone).max().unwrap_or(entry.day());
        let left = format!(
            "left: {}, gone from {} on",
            listed(&names),
            view::long_day(from)
        );
        let is_theirs = |item: &&Item| {
            let mut assignees = item.assignees.all().map(|person| people.print(person));
            item.is_open() && assignees.any(|name| names.contains(&name))
        };
        let still = sprint.items().iter().filter(is_theirs);
        let still: Vec<String> = still.map(|item| item.label.to_string()).collect();
        if still.is_empty() {
            left
        } else {
            format!("{left}; still on {}", listed(&still))
        }
    }
}
