//! `sprint leave`: somebody is gone.

use std::collections::HashSet;

use clap::Args;
use lean_string::LeanString;
use thin_vec::ThinVec;

use super::record::{Record, Resolver};
use crate::diagnostic::{Error, Remark, UsageError, listed};
use crate::domain::{
    Absence, Action, Attendance, Entry, Item, Sprint, Who, is_everybody, split_doubt,
};
use crate::text::is_of;
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
        let typed = self.people.join(" ");
        if is_of("keiner niemand nobody none", &typed.to_lowercase()) {
            return Err(UsageError::NobodyLeaves(typed).into());
        }
        let people = resolver.people(&self.people)?;
        if people.is_empty() {
            return Err(UsageError::NoPeople.into());
        }
        if let Some(name) = people.iter().find(|name| split_doubt(name).1) {
            let name = resolver.sprint.people().print_name(split_doubt(name).0);
            return Err(UsageError::LeavesInDoubt(name).into());
        }
        let people = present(resolver, people)?;
        remark_on_work(resolver, &people);
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
            let back = absence.back.map(view::long_day);
            let back = back.map(|day| format!(" and back from {day} on"));
            let back = back.unwrap_or_default();
            format!("{}, gone from {gone} on{back}", listed(names))
        });
        let mut left = format!("left: {}", absences.collect::<Vec<_>>().join("; "));
        let is_all = who.contains(&Who::Everybody);
        // Where some come later, those who are there are recorded.
        let is_all_typed = self.people.iter().any(|word| is_everybody(word));
        let later = people.attendees().filter(|one| {
            let comes_after = one.attendance.next_coming(entry.day()).is_some();
            let comes_then = one.attendance.first() == Some(entry.day());
            let is_named = who.contains(&Who::Person(one.id));
            comes_after && is_all
                || (comes_after || comes_then) && is_all_typed && !is_all && !is_named
        });
        let later: Vec<String> = later
            .map(|one| people.short_name(one.id).to_owned())
            .collect();
        if !later.is_empty() {
            let come = if later.len() == 1 { "comes" } else { "come" };
            left.push_str(&format!("; {} {come} later", listed(&later)));
        }
        let is_gone = |one: Who| match one {
            Who::Person(id) if is_all => sprint.has_left(id, entry.day()),
            one => is_all || who.contains(&one),
        };
        let is_theirs = |item: &&Item| {
            let mut assignees = item.assignees.all().map(|one| one.who);
            item.is_open() && assignees.any(is_gone)
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

/// Remarks on those who finished something on the day from which on they are gone: it is none of theirs then.
fn remark_on_work(resolver: &mut Resolver<'_>, people: &[LeanString]) {
    let (sprint, day) = (resolver.sprint, resolver.day);
    let left: Vec<Who> = people
        .iter()
        .filter_map(|name| Some(sprint.people().stored(name)?.who))
        .collect();
    let is_all = left.contains(&Who::Everybody);
    let closed = sprint.closed_on(day);
    let credits = closed
        .iter()
        .filter(|item| item.is_finished())
        .map(|item| item.credit());
    let workers: HashSet<Who> = credits
        .flat_map(|credit| credit.all().map(|one| one.who).collect::<Vec<_>>())
        .collect();
    let attendees = sprint.people().attendees().filter(|one| {
        let who = Who::Person(one.id);
        (is_all || left.contains(&who)) && workers.contains(&who) && one.attendance.covers(day)
    });
    let names: Vec<String> = attendees
        .map(|one| sprint.people().short_name(one.id).to_owned())
        .collect();
    if let Some(next) = day.succ_opt().filter(|_| !names.is_empty()) {
        resolver.remarks.push(Remark::WorkedThen {
            names: listed(&names),
            day: view::long_day(day),
            people: people.join(", "),
            next,
            left: None,
        });
    }
}

/// Returns those of some people who are there when they leave: of all, those who come later are not meant.
///
/// # Errors
///
/// [`Error::StillToCome`] if somebody who is named comes later; [`Error::NobodyHere`] if nobody is there.
fn present(
    resolver: &Resolver<'_>,
    people: ThinVec<LeanString>,
) -> Result<ThinVec<LeanString>, Error> {
    let (sprint, day) = (resolver.sprint, resolver.day);
    // Whoever comes on a day that is yet to come cannot have left on it.
    let first_day = |attendance: &Attendance| {
        let first = attendance.first();
        first.filter(|first| day < *first || day == *first && resolver.today < day)
    };
    for name in &people {
        let Some(Who::Person(id)) = sprint.people().stored(name).map(|one| one.who) else {
            continue;
        };
        let person = sprint.people().get(id);
        if let Some(from) = person.attendance.as_ref().and_then(first_day) {
            return Err(Error::StillToCome {
                name: sprint.people().short_name(id).to_owned(),
                from,
                joined: sprint.joined_by(id),
            });
        }
    }
    let is_all = |name: &LeanString| {
        let who = sprint.people().stored(name).map(|one| one.who);
        who == Some(Who::Everybody)
    };
    if !people.iter().any(is_all) {
        return Ok(people);
    }
    let attendees = sprint.people().attendees();
    let there = attendees.filter(|one| one.attendance.covers(day));
    let (coming, here): (Vec<_>, Vec<_>) =
        there.partition(|one| first_day(one.attendance).is_some());
    let nicks = here.iter().map(|one| LeanString::from(&*one.person.nick));
    match (here.is_empty(), coming.is_empty()) {
        (true, _) => Err(Error::NobodyHere(day)),
        (false, true) => Ok(people),
        (false, false) => Ok(nicks.collect()),
    }
}
