//! Who is present, and who is ready.

use chrono::NaiveDate;

use super::cell::Cell;
use super::long_day;
use super::look::{ALERT, Long, Look, PEOPLE};
use super::table::{Column, Table};
use crate::diagnostic::{counted, listed};
use crate::domain::{
    Attendance, Attendee, Item, Label, Person, PersonId, Reason, Role, Sprint, Unready, Who,
};

/// Shows who is present on a day and what they are on, who is not, and who was named but has not joined. `first`: the first day of
/// the sprint.
pub fn people_of(sprint: &Sprint, first: Option<NaiveDate>, day: NaiveDate, look: Look) -> String {
    let mut table = Table::new(&[
        Column::shared("person", 16),
        Column::shared("nick", 8),
        Column::shared("on", 6),
        Column::shared("days", 15),
        Column::shared("role", 8),
        Column::shared("affiliation", 11),
        Column::shared("group", 8),
        Column::shared("page", 12),
    ]);
    let unready = sprint.unready(day);
    let is_free = |id| {
        let mut unready = unready.iter();
        unready.any(|unready| unready.person == id && unready.reason == Reason::NoTask)
    };
    let mut away = Vec::new();
    for Attendee {
        id,
        person,
        attendance,
    } in sprint.people().attendees()
    {
        if !attendance.covers(day) {
            away.push(match days(attendance, first) {
                days if days.is_empty() => person.name.clone(),
                days => format!("{} ({days})", person.name),
            });
            continue;
        }
        let labels = items_of(sprint, id).map(|item| match is_doubtful(item, id) {
            true => format!("{}?", item.label),
            false => item.label.to_string(),
        });
        let on = match is_free(id) {
            true => Cell::names(
                &["free".to_owned()]
                    .into_iter()
                    .chain(labels)
                    .collect::<Vec<_>>(),
            )
            .styled(ALERT),
            false => Cell::names(&labels.collect::<Vec<_>>()),
        };
        let given = |text: &Option<String>| Cell::text(text.as_deref().unwrap_or_default());
        table.push(vec![
            Cell::text(&person.name).styled(PEOPLE),
            Cell::text(&person.nick),
            on,
            Cell::text(&days(attendance, first)),
            Cell::text(attendance.role.map_or("", Role::word)),
            given(&attendance.org),
            given(&attendance.group),
            given(&attendance.url),
        ]);
    }
    let known = sprint.people().iter();
    let named = known.filter(|(_, person)| person.attendance.is_none());
    let (from_afar, named): (Vec<_>, Vec<_>) = named.partition(|(_, person)| person.is_from_afar);
    let names = |people: Vec<(PersonId, &Person)>| -> Vec<String> {
        people
            .iter()
            .map(|(_, person)| person.name.clone())
            .collect()
    };
    let mut lines = vec![look.title(&long_day(day))];
    lines.push(match table.is_empty() {
        true => "Nobody who joined is here.".to_owned(),
        false => table.write(look),
    });
    for (lead, names) in [
        ("Not here:", away),
        ("Named, but never joined:", names(named)),
        ("Helping, but not here:", names(from_afar)),
    ] {
        if !names.is_empty() {
            lines.push(look.listing(lead, &names, PEOPLE));
        }
    }
    lines.join("\n") + "\n"
}

/// Says on which days of a sprint that begins on `first` somebody is there: `27 Feb to 3 Mar`, `from 1 Mar`.
fn days(attendance: &Attendance, first: Option<NaiveDate>) -> String {
    let day = |day: NaiveDate| day.format("%-d %b").to_string();
    let periods = attendance.periods_from(first).into_iter();
    let periods = periods.map(|period| match (period.from, period.to) {
        (Some(from), Some(to)) if from == to => day(from),
        (Some(from), Some(to)) => format!("{} to {}", day(from), day(to)),
        (Some(from), None) => format!("from {}", day(from)),
        (None, Some(to)) => format!("to {}", day(to)),
        (None, None) => String::new(),
    });
    periods.collect::<Vec<_>>().join(", ")
}

pub(super) fn items_of(sprint: &Sprint, person: PersonId) -> impl Iterator<Item = &Item> {
    let is_on = move |who: Who| who == Who::Everybody || who == Who::Person(person);
    sprint
        .items()
        .iter()
        .filter(move |item| item.is_open() && item.assignees.all().any(|one| is_on(one.who)))
}

/// Returns whether somebody is on an item in doubt alone.
fn is_doubtful(item: &Item, person: PersonId) -> bool {
    let mut on = item.assignees.all();
    on.all(|one| one.doubtful || one.who != Who::Everybody && one.who != Who::Person(person))
}

/// Shows who is not ready and why, a line each, or that everybody is ready.
pub(crate) fn ready(sprint: &Sprint, day: NaiveDate, unready: &[Unready], look: Look) -> String {
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
    let numbers = |labels: &[Label]| {
        let labels: Vec<String> = labels.iter().map(Label::to_string).collect();
        listed(&labels)
    };
    let mut table = Table::new(&[Column::shared("", 12), Column::shared("", 20)]);
    for Unready { person, reason } in unready {
        let reason = match reason {
            Reason::NoTask => "has no task".to_owned(),
            Reason::NoPartner(labels) => format!("is alone on {}", numbers(labels)),
            Reason::NoOldHand(labels) => {
                format!("is new and only with newcomers on {}", numbers(labels))
            }
            Reason::Left(labels) => format!("has left and is still on {}", numbers(labels)),
        };
        let name = sprint.people().short_name(*person);
        table.push(vec![Cell::text(name).styled(PEOPLE), Cell::text(&reason)]);
    }
    table.lines(look, Long::Wrapped, 0).concat().join("\n") + "\n"
}
