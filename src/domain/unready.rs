//! Whether planning is over: everybody present has a task and a partner.

use chrono::NaiveDate;

use super::entry::Role;
use super::id::Label;
use super::item::{Item, ItemKind};
use super::person::{Attendance, PersonId, Who};
use super::sprint::Sprint;

/// What somebody lacks before the work can begin.
#[derive(Clone, Debug, PartialEq)]
pub enum Unready {
    /// They are on no open task.
    Task,
    /// Nobody is with them on their tasks.
    Partner(Vec<Label>),
    /// They are newcomers, and so are all who are with them.
    OldHand(Vec<Label>),
}

impl Sprint {
    /// The attendees who are there on `day` and expected to work: all but visitors, and nobody on a break.
    pub fn workers(&self, day: NaiveDate) -> Vec<(PersonId, &Attendance)> {
        let is_break = self.day(day).is_some_and(|day| day.is_break);
        let here = self
            .people()
            .attendees()
            .filter(|(_, _, attendance)| attendance.covers(day) && !is_break);
        let workers = here.filter(|(_, _, attendance)| attendance.role != Some(Role::Visitor));
        workers
            .map(|(id, _, attendance)| (id, attendance))
            .collect()
    }

    /// Who of the workers lacks what. Doubtful people are on no task.
    pub fn unready(&self, day: NaiveDate) -> Vec<(PersonId, Unready)> {
        let workers = self.workers(day);
        let is_newcomer = |who: Who| {
            let newcomer = |(id, attendance): &(PersonId, &Attendance)| {
                who == Who::Person(*id) && attendance.role == Some(Role::Newcomer)
            };
            workers.iter().any(newcomer)
        };
        let mut unready = Vec::new();
        for (id, _) in &workers {
            let me = Who::Person(*id);
            let on: Vec<(&Item, Vec<Who>)> = self
                .tasks()
                .map(|task| (task, self.team(task, day)))
                .collect();
            let mine: Vec<&(&Item, Vec<Who>)> =
                on.iter().filter(|(_, team)| team.contains(&me)).collect();
            let labels = || mine.iter().map(|(task, _)| task.label).collect();
            let mut partners = mine
                .iter()
                .flat_map(|(_, team)| team)
                .filter(|who| **who != me)
                .peekable();
            if mine.is_empty() {
                unready.push((*id, Unready::Task));
            } else if partners.peek().is_none() {
                unready.push((*id, Unready::Partner(labels())));
            } else if is_newcomer(me) && partners.all(|who| is_newcomer(*who)) {
                unready.push((*id, Unready::OldHand(labels())));
            }
        }
        unready
    }

    fn tasks(&self) -> impl Iterator<Item = &Item> {
        self.items()
            .iter()
            .filter(|item| item.is_open() && item.kind == ItemKind::Task)
    }

    /// Who is on a task without a doubt; everybody is all workers.
    fn team(&self, task: &Item, day: NaiveDate) -> Vec<Who> {
        let certain = task
            .assignees
            .all()
            .filter(|person_ref| !person_ref.doubtful);
        let spread = |who: Who| match who {
            Who::Person(_) => vec![who],
            Who::Everybody => self
                .workers(day)
                .into_iter()
                .map(|(id, _)| Who::Person(id))
                .collect(),
        };
        certain
            .flat_map(|person_ref| spread(person_ref.who))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::super::entry::{Action, Day, Entry, Join, Plan};
    use super::super::id::EntryId;
    use super::*;

    /// A sprint of some people, `*` before newcomers and `.` before visitors, and of tasks with the people on them.
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
            let nick = name.trim_start_matches(['*', '.']).to_owned();
            Action::Join(Join {
                person: nick.clone(),
                nick,
                also: Vec::new(),
                from: None,
                to: None,
                role,
                org: None,
            })
        });
        let plans = tasks.iter().map(|on| {
            let people = on.split_whitespace().map(str::to_owned).collect();
            Action::Plan(Plan {
                text: "a task".into(),
                topic: None,
                under: None,
                people,
            })
        });
        let at = DateTime::from_timestamp(1_488_182_400, 0)
            .expect("a moment of 2017")
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
        let told = |(id, unready): (PersonId, Unready)| {
            let numbers = |labels: Vec<Label>| {
                labels
                    .iter()
                    .map(Label::to_string)
                    .collect::<Vec<_>>()
                    .join(",")
            };
            let unready = match unready {
                Unready::Task => "no task".to_owned(),
                Unready::Partner(labels) => format!("alone on {}", numbers(labels)),
                Unready::OldHand(labels) => format!("among newcomers on {}", numbers(labels)),
            };
            format!("{}: {unready}", sprint.people().short_name(id))
        };
        sprint
            .unready(at.date_naive())
            .into_iter()
            .map(told)
            .collect()
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
        assert_eq!(lacks("anto bea", &["everybody"], false), [""; 0]);
        assert_eq!(lacks("anto", &["everybody"], false), ["anto: alone on 1"]);
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
