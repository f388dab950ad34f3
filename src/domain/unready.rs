//! Whether planning is complete: everybody present has a task and a partner.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use foldhash::{HashMap, HashSet};

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
        let newcomers = workers.iter().copied().filter(|id| {
            let attendance = self.people().get(*id).attendance.as_ref();
            attendance.is_some_and(|known| known.role == Some(Role::Newcomer))
        });
        let newcomers: HashSet<PersonId> = newcomers.collect();
        let is_task = |item: &&Item| item.is_open() && item.kind == ItemKind::Task;
        let tasks = self.items().iter().filter(is_task);
        let teams: Vec<Team> = tasks.map(|task| self.team(task, day)).collect();
        let mut teams_of: HashMap<PersonId, Vec<&Team>> = HashMap::default();
        for team in &teams {
            for person in &team.people {
                teams_of.entry(*person).or_default().push(team);
            }
        }
        let is_old_hand = |id: &PersonId| !newcomers.contains(id);
        let has_old_hands = workers.iter().any(is_old_hand);
        let with_old_hands = teams.iter().filter(|team| {
            team.people.iter().any(is_old_hand) || team.is_everybody && has_old_hands
        });
        let with_old_hands: HashSet<Label> = with_old_hands.map(|team| team.label).collect();
        let reason = |me: PersonId| {
            let mine = || teams_of.get(&me).into_iter().flatten();
            let labels = || mine().map(|team| team.label).collect();
            let mut partners = mine().flat_map(|team| {
                let all = workers.iter().filter(|_| team.is_everybody);
                team.people.iter().chain(all)
            });
            if mine().next().is_none() {
                Some(Reason::NoTask)
            } else if partners.all(|id| *id == me) {
                Some(Reason::NoPartner(labels()))
            } else if newcomers.contains(&me)
                && !mine().any(|team| with_old_hands.contains(&team.label))
            {
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
        let mut on: BTreeMap<PersonId, Vec<Label>> = BTreeMap::new();
        for item in self
            .items()
            .iter()
            .filter(|item| item.is_open() && !is_break)
        {
            for one in item.assignees.all() {
                if let Who::Person(person) = one.who
                    && self.has_left(person, day)
                {
                    on.entry(person).or_default().push(item.label);
                }
            }
        }
        let left = on.into_iter();
        left.map(|(person, labels)| Unready {
            person,
            reason: Reason::Left(labels),
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

    use lean_string::LeanString;

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
            let nick = LeanString::from(name.trim_start_matches(['*', '.']));
            Action::Join(Box::new(Join {
                person: nick.clone(),
                nick,
                role,
                ..Join::default()
            }))
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
