//! `sprint leave`: somebody is gone.

use clap::Args;

use super::record::{Record, Resolver};
use crate::diagnostic::{Error, UsageError, listed};
use crate::domain::{Absence, Action, Entry, Item, Sprint, Who};
use crate::view;

/// Record who is gone from today on
#[derive(Args, Debug)]
pub struct Leave {
    /// Nicks, first names or full names, separated by blanks or commas
    people: Vec<String>,
}

impl Record for Leave {
    fn has_day_of_sprint(&self) -> bool {
        true
    }

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
        let known = leave.people.iter().map(|name| people.stored(name));
        let who: Vec<Who> = known.flatten().map(|one| one.who).collect();
        let mut absences: Vec<(Absence, Vec<String>)> = Vec::new();
        for name in &leave.people {
            let attendance = match people.stored(name).map(|one| one.who) {
                Some(Who::Person(id)) => people.get(id).attendance.as_ref(),
                Some(Who::Everybody) | None => None,
            };
            let from = entry.day();
            let gone = Absence { from, back: None };
            let absence = attendance.map_or(gone, |known| known.absence(from));
            let name = people.print_name(name);
            match absences.iter_mut().find(|(known, _)| *known == absence) {
                Some((_, names)) => names.push(name),
                None => absences.push((absence, vec![name])),
            }
        }
        let absences = absences.iter().map(|(absence, names)| {
            let gone = view::long_day(absence.from);
            // Nobody leaves before they came.
            let first = absence.from.pred_opt().filter(|first| *first > entry.day());
            let first = first.map(|day| format!("there on {} alone, ", view::long_day(day)));
            let back = absence.back.map(view::long_day);
            let back = back.map(|day| format!(" and back from {day} on"));
            format!(
                "{}, {}gone from {gone} on{}",
                listed(names),
                first.unwrap_or_default(),
                back.unwrap_or_default()
            )
        });
        let left = format!("left: {}", absences.collect::<Vec<_>>().join("; "));
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
