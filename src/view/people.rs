//! Who is present, and who is ready.

use chrono::NaiveDate;

use super::long_day;
use super::table::Table;
use crate::diagnostic::{counted, listed};
use crate::domain::{
    Attendance, Attendee, Item, Label, Person, PersonId, Reason, Role, Sprint, Unready, Who,
};
use crate::text::visible;

/// Shows who is present on a day, who is not, and who was named but has not joined.
pub fn people_of(sprint: &Sprint, day: NaiveDate, width: usize) -> String {
    let mut table = Table::new(&["person", "nick", "days", "role", "affiliation", "on"]);
    let mut away = Vec::new();
    for Attendee {
        id,
        person,
        attendance,
    } in sprint.people().attendees()
    {
        if !attendance.covers(day) {
            away.push(format!("{} ({})", person.name, days(attendance)));
            continue;
        }
        table.push(vec![
            person.name.clone(),
            person.nick.clone(),
            days(attendance),
            attendance.role.map_or("", Role::word).to_owned(),
            attendance.org.clone().unwrap_or_default(),
            on(sprint, id),
        ]);
    }
    let known = sprint.people().iter();
    let named = known.filter(|(_, person)| person.attendance.is_none());
    let (from_afar, named): (Vec<_>, Vec<_>) = named.partition(|(_, person)| person.is_from_afar);
    let names = |people: &[(PersonId, &Person)]| {
        let names: Vec<&str> = people
            .iter()
            .map(|(_, person)| person.name.as_str())
            .collect();
        listed(&names)
    };
    let here = if table.is_empty() {
        "Nobody who joined is here.".to_owned()
    } else {
        table.write(width)
    };
    let mut parts = vec![long_day(day), here];
    if !away.is_empty() {
        parts.push(visible(&format!("Not here: {}", listed(&away))));
    }
    if !named.is_empty() {
        parts.push(visible(&format!(
            "Named, but never joined: {}",
            names(&named)
        )));
    }
    if !from_afar.is_empty() {
        parts.push(visible(&format!(
            "Helping, but not here: {}",
            names(&from_afar)
        )));
    }
    parts.join("\n\n") + "\n"
}

fn days(attendance: &Attendance) -> String {
    let periods = attendance.periods.iter().map(|period| {
        let from = period.from.map(|from| format!("from {from}"));
        let to = period.to.map(|to| format!("to {to}"));
        from.into_iter().chain(to).collect::<Vec<_>>().join(" ")
    });
    periods.collect::<Vec<_>>().join(", ")
}

fn on(sprint: &Sprint, person: PersonId) -> String {
    let labels = items_of(sprint, person).map(|item| item.label.to_string());
    labels.collect::<Vec<_>>().join(", ")
}

pub(super) fn items_of(sprint: &Sprint, person: PersonId) -> impl Iterator<Item = &Item> {
    let is_on = move |who: Who| who == Who::Everybody || who == Who::Person(person);
    sprint
        .items()
        .iter()
        .filter(move |item| item.is_open() && item.assignees.all().any(|one| is_on(one.who)))
}

/// Shows who is not ready and why, a line each, or that everybody is ready.
pub(crate) fn ready(sprint: &Sprint, day: NaiveDate, unready: &[Unready]) -> String {
    if unready.is_empty() {
        let workers = sprint.workers(day).len();
        return match workers {
            0 => "Ready: nobody is expected to work.\n".to_owned(),
            _ => format!(
                "Ready: {} with a task and a partner.\n",
                counted(workers, "person").replace("persons", "people")
            ),
        };
    }
    let numbers =
        |labels: &[Label]| listed(&labels.iter().map(Label::to_string).collect::<Vec<_>>());
    let line = |Unready { person, reason }: &Unready| {
        let name = sprint.people().short_name(*person);
        let reason = match reason {
            Reason::NoTask => "has no task".to_owned(),
            Reason::NoPartner(labels) => format!("is alone on {}", numbers(labels)),
            Reason::NoOldHand(labels) => {
                format!("is new and only with newcomers on {}", numbers(labels))
            }
            Reason::Left(labels) => format!("has left and is still on {}", numbers(labels)),
        };
        visible(&format!("{name} {reason}")) + "\n"
    };
    unready.iter().map(line).collect()
}
