//! Whether planning is complete: everybody present has a task and a partner.

use chrono::NaiveDate;

use super::entry::Role;
use super::id::Label;
use super::item::{Item, ItemKind};
use super::person::{Attendee, PersonId, Who};
use super::sprint::Sprint;

/// A person with whom the work cannot begin yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Unready {
    pub person: PersonId,
    pub reason: Reason,
}

/// Why the work cannot begin with somebody.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// They are on no open task.
    NoTask,
    /// Nobody is with them on their tasks.
    NoPartner(Vec<Label>),
    /// They are newcomers, and so is everybody who works with them.
    NoOldHand(Vec<Label>),
    /// They have left, and are still on items.
    Left(Vec<Label>),
}

impl Sprint {
    /// Returns the attendees who are present on `day` and expected to work: all but visitors, and nobody on a break.
    pub fn workers(&self, day: NaiveDate) -> Vec<PersonId> {
        let is_break = self.day(day).is_some_and(|day| day.is_break);
        let attendees = self.people().attendees();
        let workers = attendees.filter(|Attendee { attendance, .. }| {
            attendance.covers(day) && attendance.role != Some(Role::Visitor) && !is_break
        });
        workers.map(|attendee| attendee.id).collect()
    }

    /// Returns the workers who lack something, and whoever has left and is still on something. Doubtful people are on no
    /// task, and everybody is nobody in particular: a task of all is nobody's own.
    pub fn unready(&self, day: NaiveDate) -> Vec<Unready> {
        let workers = self.workers(day);
        let is_task = |item: &&Item| item.is_open() && item.kind == ItemKind::Task;
        let tasks = self.items().iter().filter(is_task);
        let teams: Vec<Team> = tasks.map(|task| self.team(task, day)).collect();
        let is_newcomer = |id: PersonId| {
            let attendance = self.people().get(id).attendance.as_ref();
            let is_new = attendance.is_some_and(|known| known.role == Some(Role::Newcomer));
            is_new && workers.contains(&id)
        };
        let reason = |me: PersonId| {
            let mine = || teams.iter().filter(|team| team.people.contains(&me));
            let labels = || mine().map(|team| team.label).collect();
            let partners = mine().flat_map(|team| {
                let all = workers.iter().filter(|_| team.is_everybody);
                team.people.iter().chain(all)
            });
            let mut partners = partners.filter(|id| **id != me).peekable();
            if mine().next().is_none() {
                Some(Reason::NoTask)
            } else if partners.peek().is_none() {
                Some(Reason::NoPartner(labels()))
            } else if is_newcomer(me) && partners.all(|id| is_newcomer(*id)) {
                Some(Reason::NoOldHand(labels()))
            } else {
                None
            }
        };
        let unready = workers.iter().filter_map(|person| {
            Some(Unready {
                person: *person,
                reason: reason(*person)?,
            })
        });
        unready.chain(self.left_but_assigned(day)).collect()
    }

    /// Returns whether somebody attended and is not expected any more on a day.
    pub fn has_left(&self, person: PersonId, day: NaiveDate) -> bool {
        let attendance = self.people().get(person).attendance.as_ref();
        attendance.is_some_and(|attendance| attendance.is_over(day))
    }

    /// Returns whoever has left and is on something that is open.
    fn left_but_assigned(&self, day: NaiveDate) -> impl Iterator<Item = Unready> {
        let is_break = self.day(day).is_some_and(|day| day.is_break);
        let attendees = self.people().attendees().filter(move |_| !is_break);
        let left = attendees.filter(move |attendee| attendee.attendance.is_over(day));
        left.filter_map(|Attendee { id: person, .. }| {
            let is_on = |item: &&Item| {
                let mut who = item.assignees.all().map(|one| one.who);
                item.is_open() && who.any(|who| who == Who::Person(person))
            };
            let on = self.items().iter().filter(is_on);
            let labels: Vec<Label> = on.map(|item| item.label).collect();
            let reason = Reason::Left(labels.clone());
            (!labels.is_empty()).then_some(Unready { person, reason })
        })
    }

    /// Returns who of those who are there on a day, or never joined, is on a task without a doubt.
    fn team(&self, task: &Item, day: NaiveDate) -> Team {
        let certain = || task.assignees.all().filter(|one| !one.doubtful);
        let is_there = |id: &PersonId| {
            let attendance = self.people().get(*id).attendance.as_ref();
            attendance.is_none_or(|attendance| attendance.covers(day))
        };
        let people = certain().filter_map(|one| match one.who {
            Who::Person(id) => Some(id).filter(is_there),
            Who::Everybody => None,
        });
        Team {
            label: task.label,
            people: people.collect(),
            is_everybody: certain().any(|one| one.who == Who::Everybody),
        }
    }
}

/// Who is on a task.
struct Team {
    label: Label,
    /// Those who were named.
    people: Vec<PersonId>,
    is_everybody: bool,
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use arcstr::Substr;

    use super::super::entry::{Action, Day, Entry, Join, Plan};
    use super::super::id::EntryId;
    use super::*;

    /// Builds a sprint of some people, `*` before newcomers and `.` before visitors, and of tasks with the people on
    /// them; returns what they lack.
    fn lacks(people: &str, tasks: &[&str], is_break: bool) -> Vec<String> {
        let day = Action::Day(Day {
            text: None,
            is_break,
        });
        let joins = people.split_whitespace().map(|name| {
            let role = match name.chars().next() {
                Some('*') => Some(Role::Newcomer),
                Some('.') => Some(Role::Visitor),
                _ => None,
            };
            let nick = Substr::from(name.trim_start_matches(['*', '.']));
            Action::Join(Join {
                person: nick.clone(),
                nick,
                role,
                ..Join::default()
            })
        });
        let plans = tasks.iter().map(|on| {
            let people = on.split_whitespace().map(Into::into).collect();
            Action::Plan(Plan {
                text: "a task".into(),
                people,
                ..Plan::default()
            })
        });
        let at = DateTime::from_timestamp(1_488_182_400, 0)
            .expect("a time of 2017")
            .fixed_offset();
        let entry = |(place, action): (usize, Action)| {
            let number = action.makes_item().then_some(place as u32 + 1);
            let id = EntryId::new(number, place as u64);
            Entry::new(id, at, "armin".into(), action)
        };
        let entries = plans
            .chain(joins)
            .chain([day])
            .enumerate()
            .map(entry)
            .collect();
        let sprint = Sprint::from_entries(entries);
        let shown = |Unready { person, reason }: Unready| {
            let numbers = |labels: Vec<Label>| {
                let numbers: Vec<String> = labels.iter().map(Label::to_string).collect();
                numbers.join(",")
            };
            let reason = match reason {
                Reason::NoTask => "no task".to_owned(),
                Reason::NoPartner(labels) => format!("alone on {}", numbers(labels)),
                Reason::NoOldHand(labels) => format!("among newcomers on {}", numbers(labels)),
                Reason::Left(labels) => format!("left and on {}", numbers(labels)),
            };
            format!("{}: {reason}", sprint.people().short_name(person))
        };
        let unready = sprint.unready(at.date_naive()).into_iter();
        unready.map(shown).collect()
    }

    #[test]
    fn everybody_present_needs_a_task_and_a_partner() {
        assert_eq!(lacks("anto bea", &["anto bea"], false), [""; 0]);
        assert_eq!(
            lacks("anto bea carl", &["anto bea"], false),
            ["carl: no task"]
        );
        assert_eq!(
            lacks("anto bea carl", &["anto", "bea carl", "anto"], false),
            ["anto: alone on 1,3"]
        );
        assert_eq!(
            lacks("anto bea", &["anto bea?"], false),
            ["anto: alone on 1", "bea: no task"]
        );
        assert_eq!(
            lacks("anto bea", &["everybody", "anto everybody"], false),
            ["bea: no task"]
        );
        assert_eq!(lacks("anto", &["everybody"], false), ["anto: no task"]);
        assert_eq!(
            lacks("anto", &["anto everybody"], false),
            ["anto: alone on 1"]
        );
        assert_eq!(lacks("anto", &["anto somebody"], false), [""; 0]);
        assert_eq!(lacks("anto bea .guest", &["anto bea"], false), [""; 0]);
        assert_eq!(lacks("anto bea", &[], true), [""; 0]);
    }

    #[test]
    fn a_newcomer_needs_an_old_hand() {
        assert_eq!(lacks("*anto bea", &["anto bea"], false), [""; 0]);
        assert_eq!(
            lacks("*anto *bea", &["anto bea"], false),
            ["anto: among newcomers on 1", "bea: among newcomers on 1"]
        );
        assert_eq!(
            lacks("*anto *bea carl", &["anto bea", "bea carl"], false),
            ["anto: among newcomers on 1"]
        );
    }
}
