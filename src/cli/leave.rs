//! `sprint leave`: somebody is gone.

use chrono::NaiveDate;
use clap::Args;

use super::record::{Record, Resolver};
use crate::diagnostic::{Error, UsageError, listed};
use crate::domain::{Action, Entry, Item, Sprint, Who};
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
        let who: Vec<Who> = leave
            .people
            .iter()
            .filter_map(|nick| people.stored(nick))
            .map(|one| one.who)
            .collect();
        // Nobody is gone before they came.
        let gone = |who: &Who| {
            let attendance = match who {
                Who::Person(person) => people.get(*person).attendance.as_ref(),
                Who::Everybody => None,
            };
            let is_there = |day: &NaiveDate| attendance.is_some_and(|known| known.covers(*day));
            let mut days = entry.day().iter_days();
            days.find(|day| !is_there(day)).unwrap_or(entry.day())
        };
        let from = who.iter().map(gone).max().unwrap_or(entry.day());
        let left = format!(
            "left: {}, gone from {} on",
            listed(&names),
            view::long_day(from)
        );
        let is_theirs = |item: &&Item| {
            let mut assignees = item.assignees.all().map(|one| one.who);
            item.is_open()
                && assignees.any(|one| who.contains(&one) || who.contains(&Who::Everybody))
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
