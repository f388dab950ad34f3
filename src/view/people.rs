//! Who is present, and who is ready.

use chrono::NaiveDate;
use foldhash::{HashMap, HashSet};
use itertools::Itertools;

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
    let unready = sprint.unready(day).into_iter();
    let free = unready.filter(|unready| unready.reason == Reason::NoTask);
    let free: HashSet<PersonId> = free.map(|unready| unready.person).collect();
    let occupations = Occupations::of(sprint);
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
        let occupations = occupations.of_person(id);
        let labels = occupations.map(
            |Occupation {
                 item, is_doubtful, ..
             }| match is_doubtful {
                true => format!("{}?", item.label),
                false => item.label.to_string(),
            },
        );
        let on = match free.contains(&id) {
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

/// The open items that people are on.
pub(super) struct Occupations<'s> {
    /// Those on which somebody is named, in the order of items.
    named: HashMap<PersonId, Vec<Occupation<'s>>>,
    of_everybody: Vec<Occupation<'s>>,
}

/// An item that somebody is on.
#[derive(Clone, Copy)]
pub(super) struct Occupation<'s> {
    place: usize,
    pub item: &'s Item,
    /// Whether they are on it in doubt alone.
    pub is_doubtful: bool,
}

impl<'s> Occupations<'s> {
    pub(super) fn of(sprint: &'s Sprint) -> Self {
        let mut occupations = Occupations {
            named: HashMap::default(),
            of_everybody: Vec::new(),
        };
        let items = sprint.items().iter().enumerate();
        for (place, item) in items.filter(|(_, item)| item.is_open()) {
            for one in item.assignees.all() {
                let occupation = Occupation {
                    place,
                    item,
                    is_doubtful: one.doubtful,
                };
                match one.who {
                    Who::Person(id) => occupations.named.entry(id).or_default().push(occupation),
                    Who::Everybody => occupations.of_everybody.push(occupation),
                }
            }
        }
        occupations
    }

    /// Returns what somebody is on, alone or with everybody, in the order of items.
    pub(super) fn of_person(&self, id: PersonId) -> impl Iterator<Item = Occupation<'s>> {
        let named = self.named.get(&id).into_iter().flatten().copied();
        let all = self.of_everybody.iter().copied();
        let both = named.merge_by(all, |one, other| one.place <= other.place);
        both.coalesce(|one, other| match one.place == other.place {
            true => Ok(Occupation {
                is_doubtful: one.is_doubtful && other.is_doubtful,
                ..one
            }),
            false => Err((one, other)),
        })
    }
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
