//! What is recorded again, as when a command is typed twice.

use chrono::NaiveDate;
use lean_string::LeanString;

use super::assignees::Assignees;
use super::entry::{Action, Assign, Join, Move};
use super::item::Item;
use super::person::{Person, PersonRef, Who};
use super::sprint::Sprint;
use crate::text::normalize;

/// What was so before it is recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Repeated {
    /// A text of the post, which has it twice then.
    Text(String),
    /// A result that an item has, and that is not recorded again.
    Result { label: String, text: String },
    /// What the post lists, and lists once.
    Listed(String),
    /// What is said about an item: its number.
    Item(String),
    /// Somebody who attends, with the name to print.
    Attendee(String),
    /// People who had left, with the names to print.
    Left(Vec<String>),
    /// What a day is.
    Day,
}

/// How many of the texts before it a new one is compared with.
const COMPARED: usize = 100;

impl Sprint {
    /// Returns what of an action was so before, if all of it was. `day` is the one that it is recorded for.
    pub fn repeated(&self, action: &Action, day: NaiveDate) -> Option<Repeated> {
        let item = action.item().and_then(|item| self.get(item));
        if let Some(text) = self.repeated_text(action) {
            return Some(Repeated::Text(text.to_owned()));
        }
        if let Some(text) = self.listed_text(action) {
            return Some(Repeated::Listed(text.to_owned()));
        }
        match action {
            Action::Day(new) => {
                let known = self.day(day)?;
                let is_same = known.theme == new.text && known.is_break == new.is_break;
                is_same.then_some(Repeated::Day)
            }
            Action::Join(join) => {
                let Some(Who::Person(id)) = self.people().stored(&join.nick).map(|one| one.who)
                else {
                    return None;
                };
                let person = self.people().get(id);
                is_known(person, join, day).then(|| Repeated::Attendee(person.name.clone()))
            }
            Action::Leave(leave) => {
                let people = leave.people.iter().map(|name| self.people().stored(name));
                let has_left = |one: &PersonRef| match one.who {
                    Who::Person(id) => {
                        let attendance = self.people().get(id).attendance.as_ref();
                        attendance.is_some_and(|known| known.is_away(day))
                    }
                    Who::Everybody => false,
                };
                let left = people.map(|one| one.filter(has_left));
                let left: Vec<PersonRef> = left.collect::<Option<_>>()?;
                let names = left.into_iter().map(|one| self.people().print(one));
                Some(Repeated::Left(names.collect()))
            }
            _ => {
                let item = item?;
                let is_so = match action {
                    Action::Assign(assign) => self.are_on(item, assign),
                    Action::Move(moved) => is_there(item, moved),
                    Action::Reword(reword) => reword.text == item.text,
                    _ => false,
                };
                is_so.then(|| Repeated::Item(item.label.to_string()))
            }
        }
    }

    /// Returns the text that the post has already of an action.
    fn repeated_text<'a>(&self, action: &'a Action) -> Option<&'a str> {
        let (text, is_there): (&str, bool) = match action {
            Action::Note(new) => {
                let notes = self.notes().iter().rev().take(COMPARED);
                let mut notes = notes.filter(|note| note.topic == new.topic);
                let is_there = notes.any(|note| is_like(&note.timed_text.text, &new.text));
                (&new.text, is_there)
            }
            Action::Photo(new) => {
                let mut pictures = self.pictures().iter().rev().take(COMPARED);
                let is_there =
                    pictures.any(|known| known.file == new.file && known.item == new.item);
                (&new.file, is_there)
            }
            _ => return None,
        };
        is_there.then_some(text)
    }

    /// Returns the text of an action that is listed in the post already.
    fn listed_text<'a>(&self, action: &'a Action) -> Option<&'a str> {
        let (text, is_there): (&str, bool) = match action {
            Action::Goal(new) => {
                let goals = self.goals().iter().rev().take(COMPARED);
                let goals = goals.map(|goal| &goal.what);
                let mut goals = goals.filter(|goal| goal.side == new.side);
                (&new.text, goals.any(|goal| is_like(&goal.text, &new.text)))
            }
            Action::Thank(new) => {
                let mut thanks = self.thanks().iter().rev().take(COMPARED);
                (
                    &new.text,
                    thanks.any(|thanks| is_like(&thanks.what, &new.text)),
                )
            }
            Action::Next(new) => {
                let steps = self.next_steps().iter().rev().take(COMPARED);
                let mut steps = steps.filter(|step| {
                    let people = (&step.people[..], &step.helpers[..]);
                    let stored = (&self.stored(&new.people)[..], &self.stored(&new.with)[..]);
                    step.item == new.item && step.topic == new.topic && people == stored
                });
                let is_there = steps.any(|step| is_like(&step.timed_text.text, &new.text));
                (&new.text, is_there)
            }
            _ => return None,
        };
        is_there.then_some(text)
    }

    fn stored(&self, names: &[LeanString]) -> Vec<PersonRef> {
        let stored = names.iter().filter_map(|name| self.people().stored(name));
        stored.collect()
    }

    /// Returns whether the same people are on an item in the same order when a command has assigned its own.
    fn are_on(&self, item: &Item, assign: &Assign) -> bool {
        let (people, helpers) = (self.stored(&assign.people), self.stored(&assign.with));
        let mut after = match assign.only {
            true => Assignees::default(),
            false => item.assignees.clone(),
        };
        after.add(&people, &helpers);
        let is_known = people.len() + helpers.len() == assign.people.len() + assign.with.len();
        is_known && after == item.assignees
    }
}

/// Returns whether all that a command says of somebody who joins is so.
fn is_known(person: &Person, join: &Join, day: NaiveDate) -> bool {
    let Some(known) = &person.attendance else {
        return false;
    };
    let mut after = known.clone();
    after.come(day, join.from, join.to);
    let is_same = |new: &Option<LeanString>, known: &Option<String>| {
        new.is_none() || new.as_deref() == known.as_deref()
    };
    let mut also = join.also.iter();
    person.name == join.person
        && person.nick == join.nick
        && also.all(|name| person.names().any(|known| known == name))
        && after.periods == known.periods
        && (join.role.is_none() || join.role == known.role)
        && is_same(&join.org, &known.org)
        && is_same(&join.group, &known.group)
        && is_same(&join.url, &known.url)
}

/// Returns whether an item is where a command puts it.
fn is_there(item: &Item, moved: &Move) -> bool {
    let when = item.when.as_deref().unwrap_or_default();
    let topic = moved.topic.as_ref();
    topic.is_none_or(|topic| *topic == item.own_topic)
        && moved.under.is_none_or(|under| item.under == Some(under))
        && (!moved.top || item.under.is_none())
        && moved.when.as_deref().is_none_or(|new| new == when)
}

/// Returns that a text is one of the results of an item, if it is.
pub(crate) fn known_result(item: &Item, text: &str) -> Option<Repeated> {
    let mut results = item.valid_results().iter().rev().take(COMPARED);
    let is_known = results.any(|result| is_like(&result.text, text));
    is_known.then(|| Repeated::Result {
        label: item.label.to_string(),
        text: text.to_owned(),
    })
}

fn is_like(one: &str, other: &str) -> bool {
    compared(one) == compared(other)
}

/// Gives a text the form in which those that a post lists once are compared: case, accents and a full stop make no difference.
pub fn compared(text: &str) -> String {
    normalize(text.trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use thin_vec::{ThinVec, thin_vec};

    use super::*;
    use crate::domain::{
        Day, Entry, EntryId, Goal, ItemResult, Leave, Next, Plan, Reword, Role, Topic,
    };

    fn sprint() -> Sprint {
        let join = |nick: &str| {
            Action::Join(Box::new(Join {
                person: nick.into(),
                nick: nick.into(),
                ..Join::default()
            }))
        };
        let plan = Action::Plan(Plan {
            text: "fix the leak".into(),
            topic: Topic::parse("Core"),
            people: thin_vec!["ida".into(), "bea".into()],
            ..Plan::default()
        });
        let result = Action::Result(ItemResult {
            item: item(),
            text: "It is smaller.".into(),
            only: false,
        });
        let leave = Action::Leave(Leave {
            people: thin_vec!["ida".into()],
        });
        let goal = Action::Goal(Goal {
            text: "ship it".into(),
            side: false,
        });
        let coffee = Action::Goal(Goal {
            text: "caf\u{e9}".into(),
            side: false,
        });
        let next = Action::Next(Next {
            text: "port it".into(),
            people: thin_vec!["ida".into()],
            ..Next::default()
        });
        let people = [join("ida"), join("bea")];
        let actions = people
            .into_iter()
            .chain([plan, result, leave, goal, coffee, next]);
        let at = DateTime::parse_from_rfc3339("2017-02-27T09:00:00+01:00").expect("a time");
        let entries = actions.enumerate().map(|(place, action)| {
            let id = match action.makes_item() {
                true => item(),
                false => EntryId::new(None, place as u64),
            };
            Entry::new(id, at, "ida".into(), action)
        });
        Sprint::from_entries(entries.collect())
    }

    fn item() -> EntryId {
        EntryId::new(Some(1), 9)
    }

    fn repeated(action: Action) -> Option<Repeated> {
        let day = NaiveDate::from_ymd_opt(2017, 2, 27).expect("a day");
        sprint().repeated(&action, day)
    }

    fn assign(people: &[&str], only: bool) -> Action {
        let (item, with) = (item(), ThinVec::new());
        let people = people.iter().map(|name| LeanString::from(*name)).collect();
        Action::Assign(Assign {
            item,
            people,
            with,
            only,
        })
    }

    #[test]
    fn what_changes_nothing_is_repeated() {
        let of_item = Some(Repeated::Item("1".to_owned()));
        assert_eq!(repeated(assign(&["bea"], false)), of_item);
        assert_eq!(repeated(assign(&["ida", "bea"], true)), of_item);
        assert_eq!(repeated(assign(&["ida"], false)), None, "the order");
        assert_eq!(repeated(assign(&["bea?"], false)), None);
        assert_eq!(repeated(assign(&["bea"], true)), None);
        let reword = |text: &str| {
            Action::Reword(Reword {
                item: item(),
                text: text.into(),
            })
        };
        assert_eq!(repeated(reword("fix the leak")), of_item);
        assert_eq!(repeated(reword("Fix the leak")), None);
        let moved = |topic: &str| {
            Action::Move(Move {
                item: item(),
                topic: Some(Topic::parse(topic)),
                under: None,
                top: false,
                when: None,
            })
        };
        assert_eq!(repeated(moved("Core")), of_item);
        assert_eq!(repeated(moved("Docs")), None);
        let leave = |people: &[&str]| {
            let people = people.iter().map(|name| LeanString::from(*name)).collect();
            Action::Leave(Leave { people })
        };
        assert_eq!(
            repeated(leave(&["ida"])),
            Some(Repeated::Left(vec!["ida".to_owned()]))
        );
        assert_eq!(repeated(leave(&["ida", "bea"])), None);
        assert_eq!(repeated(Action::Day(Day::default())), None);
        let bea = |change: fn(&mut Join)| {
            let (person, nick) = ("bea".into(), "bea".into());
            let mut join = Join {
                person,
                nick,
                ..Join::default()
            };
            change(&mut join);
            repeated(Action::Join(Box::new(join)))
        };
        assert_eq!(bea(|_| {}), Some(Repeated::Attendee("bea".to_owned())));
        let changes: [fn(&mut Join); 5] = [
            |join| join.person = "Bea Roth".into(),
            |join| join.org = Some("Bern".into()),
            |join| join.also.push("bb".into()),
            |join| join.role = Some(Role::Host),
            |join| join.to = NaiveDate::from_ymd_opt(2017, 2, 28),
        ];
        for change in changes {
            assert_eq!(bea(change), None);
        }
    }

    #[test]
    fn a_text_that_the_post_has_is_repeated() {
        let goal = |text: &str, side| {
            Action::Goal(Goal {
                text: text.into(),
                side,
            })
        };
        let once = |text: &str| Some(Repeated::Listed(text.to_owned()));
        assert_eq!(repeated(goal("Ship  it", false)), once("Ship  it"));
        assert_eq!(repeated(goal("ship it", true)), None);
        // A letter with its accent is one or two characters.
        assert_eq!(repeated(goal("Caf\u{e9}", false)), once("Caf\u{e9}"));
        assert_eq!(repeated(goal("cafe\u{301}", false)), once("cafe\u{301}"));
        let next = |text: &str, people: &[&str]| {
            Action::Next(Next {
                text: text.into(),
                people: people.iter().map(|name| LeanString::from(*name)).collect(),
                ..Next::default()
            })
        };
        assert_eq!(repeated(next("Port it", &["ida"])), once("Port it"));
        assert_eq!(repeated(next("port it", &["bea"])), None, "other people");
    }

    #[test]
    fn a_result_that_an_item_has_is_known() {
        let sprint = sprint();
        let item = sprint.get(item()).expect("an item");
        for (text, is_known) in [
            ("It is smaller.", true),
            ("it is  smaller", true),
            ("It is smaller!", false),
            ("It is faster.", false),
        ] {
            assert_eq!(known_result(item, text).is_some(), is_known, "{text}");
        }
    }
}
