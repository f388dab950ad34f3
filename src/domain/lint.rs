//! What the rules allow although it is odd. It may be a typo, or intended.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use foldhash::{HashMap, HashSet};
use lean_string::LeanString;

use super::config::Config;
use super::entry::{EVERYBODY, Entry};
use super::fields::Sets;
use super::id::{EntryId, Label};
use super::item::{Ending, Item, TimedText};
use super::limits::Excess;
use super::lookup_error::Choice;
use super::naming::choice;
use super::person::{PersonId, Who};
use super::sprint::Sprint;
use super::status::is_status;
use super::topic::Topic;
use super::topics::Topics;
use super::typo::typo_of;

/// Something odd about an entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Lint {
    /// The first entry that has it.
    pub entry: EntryId,
    pub kind: LintKind,
}

/// What a piece of a text reads as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Markup {
    /// Emphasis, `2*3*4`.
    Emphasis,
    /// A link, `List[int](x)`.
    Link,
}

/// Items that have the words of others.
#[derive(Clone, Debug, PartialEq)]
pub struct Copies {
    /// Each other one, and the one with its words.
    pub pairs: Vec<(Label, Label)>,
    /// The words of the first.
    pub text: String,
    /// What was recorded twice, if it can be taken back as a whole.
    pub undo: Option<EntryId>,
    /// Those of the items that nobody has worked on.
    pub drop: Vec<Label>,
}

/// How somebody closed an item.
#[derive(Clone, Debug, PartialEq)]
pub struct Closing {
    pub how: Ending,
    pub by: String,
    pub text: Option<String>,
}

/// What may be a typo or an omission.
#[derive(Clone, Debug, PartialEq)]
pub enum LintKind {
    /// Somebody was named without a question mark and never joined.
    NeverJoined(String),
    /// The full name of an attendee looks like a typo of another's.
    LikeAttendee {
        name: String,
        known: String,
    },
    /// The name of somebody who never joined looks like a typo of another name.
    LikeName {
        name: String,
        known: String,
    },
    /// A topic looks like a typo of another, or differs from it only by case or accents.
    LikeTopic {
        topic: String,
        /// The other one, which is listed in `sprint.toml` or was used before.
        known: String,
    },
    SharedNumber {
        number: u32,
        choices: Vec<Choice>,
    },
    /// An item that was closed in two ways.
    Opposed {
        label: Label,
        text: String,
        /// In the order in which they count.
        closings: Box<[Closing; 2]>,
    },
    Copies(Box<Copies>),
    TooMuch(Excess),
    /// A word that reads as markup, which nobody may have meant.
    Misread {
        word: String,
        markup: Markup,
    },
    /// The title of an item ends in brackets with somebody's name.
    NameInBrackets {
        label: Label,
        name: String,
    },
    /// A finished item has nothing to tell but its status.
    OnlyStatus {
        label: Label,
        status: String,
    },
    /// Somebody who has left is still on an open item.
    LeftOnItem {
        label: Label,
        name: String,
        /// What to type for them.
        nick: String,
    },
    OutsideSprint {
        day: NaiveDate,
        from: NaiveDate,
        to: NaiveDate,
    },
}

impl Sprint {
    /// Returns what is odd about the entries that have an effect. A name, topic, number or day that is in several
    /// entries is reported once.
    pub fn lints(&self, config: &Config) -> Vec<Lint> {
        let mut lints = self.odd_people();
        lints.extend(self.odd_topics(&config.topics));
        lints.extend(self.copies(None));
        lints.extend(self.shared_numbers());
        lints.extend(self.opposed());
        lints.extend(self.effective().filter_map(|entry| {
            Some(Lint {
                entry: entry.id,
                kind: LintKind::TooMuch(entry.excess()?),
            })
        }));
        // What is still to come when it is typed is not so yet.
        let seen = |entry: &Entry| entry.day().min(entry.typed().date_naive());
        let last = self.effective().map(seen).max();
        let items = self.items().iter();
        lints.extend(items.flat_map(|item| self.odd_item(item, last)));
        if let Some((from, to)) = config.from.zip(config.to) {
            lints.extend(self.odd_days(from, to));
        }
        lints
    }

    fn odd_people(&self) -> Vec<Lint> {
        let mut named: HashMap<PersonId, EntryId> = HashMap::default();
        let mut credited: HashMap<PersonId, EntryId> = HashMap::default();
        for entry in self.effective() {
            let fields = entry.action.fields();
            let names = fields.names().map(LeanString::as_str);
            for name in names.chain(fields.person) {
                let person_ref = self.people.stored(name);
                if let Some((Who::Person(id), doubtful)) =
                    person_ref.map(|person_ref| (person_ref.who, person_ref.doubtful))
                {
                    named.entry(id).or_insert(entry.id);
                    if !doubtful {
                        credited.entry(id).or_insert(entry.id);
                    }
                }
            }
        }
        let mut lints = Vec::new();
        let here = self.people.iter();
        for (id, person) in here.filter(|(_, person)| !person.is_from_afar) {
            let name = person.name.clone();
            let like = if person.attendance.is_some() {
                self.like_attendee(id, &name)
                    .map(|known| LintKind::LikeAttendee { name, known })
            } else {
                self.like_name_before(id, &name)
                    .map(|known| LintKind::LikeName { name, known })
            };
            // `all` is nobody who could join.
            let is_nobody =
                matches!(&like, Some(LintKind::LikeName { known, .. }) if known == EVERYBODY);
            let is_missing = person.attendance.is_none() && !is_nobody;
            let missing = credited
                .get(&id)
                .filter(|_| is_missing)
                .map(|entry| (entry, LintKind::NeverJoined(person.name.clone())));
            let oddities = missing.into_iter().chain(named.get(&id).zip(like));
            lints.extend(oddities.map(|(entry, kind)| Lint {
                entry: *entry,
                kind,
            }));
        }
        lints
    }

    /// Finds a similar full name of somebody who joined before. Other names are not compared: an attendee exists, so an
    /// Anna and an Anne are two people.
    fn like_attendee(&self, id: PersonId, name: &str) -> Option<String> {
        let before = self.people.like(name).filter(|(other, _)| *other < id);
        let attendees = before.filter(|(_, person)| person.attendance.is_some());
        typo_of(name, attendees.map(|(_, person)| person.name.as_str()))
    }

    /// Finds a similar name, of whatever sort, of somebody who was named before.
    fn like_name_before(&self, id: PersonId, name: &str) -> Option<String> {
        let before = self.people.like(name).filter(|(other, _)| *other < id);
        typo_of(name, before.flat_map(|(_, person)| person.names()))
    }

    fn odd_topics(&self, listed: &[Topic]) -> Vec<Lint> {
        let mut known = Topics::of(listed);
        let mut odd: HashSet<Topic> = HashSet::default();
        let mut lints = Vec::new();
        for (entry, topic) in self.topic_uses() {
            if known.contains(&topic) || odd.contains(&topic) {
                continue;
            }
            // A topic inside an odd one is fixed together with it.
            let is_inside = topic.path().any(|above| odd.contains(&above));
            match known.first_like(&topic) {
                _ if is_inside => {
                    odd.insert(topic);
                }
                Some(other) => {
                    let kind = LintKind::LikeTopic {
                        topic: topic.to_string(),
                        known: other.to_string(),
                    };
                    lints.push(Lint { entry, kind });
                    odd.insert(topic);
                }
                None => known.add(&topic, None),
            }
        }
        lints
    }

    /// Finds what is odd about an item; `last` is the last day on which something was recorded.
    fn odd_item(&self, item: &Item, last: Option<NaiveDate>) -> Vec<Lint> {
        let (entry, label) = (item.id, item.label);
        let named = self.named_at_end(&item.text);
        let named = named.map(|name| LintKind::NameInBrackets { label, name });
        let left = last.into_iter().flat_map(|day| self.left(item, day));
        let left = left.map(|(name, nick)| LintKind::LeftOnItem { label, name, nick });
        let about_item = named.into_iter().chain(left);
        let about_item = about_item.map(|kind| Lint { entry, kind });
        self.only_status(item)
            .into_iter()
            .chain(about_item)
            .collect()
    }

    /// Reports that nothing came of a finished item but a status, at the entry that gave it last.
    fn only_status(&self, item: &Item) -> Option<Lint> {
        let says_more = |result: &TimedText| !is_status(&result.text);
        let has_no_result = item.is_finished() && !item.results.iter().any(says_more);
        let status = &item.results.last().filter(|_| has_no_result)?.text;
        let history = self.history(item);
        let mut history = history.rev().filter(|entry| !self.is_undone(entry.id));
        let told = history.find(|entry| {
            let fields = entry.action.fields();
            fields.sets != Sets::Status
                && [fields.text, fields.decided].contains(&Some(status.as_str()))
        });
        let kind = LintKind::OnlyStatus {
            label: item.label,
            status: status.to_string(),
        };
        Some(Lint {
            entry: told?.id,
            kind,
        })
    }

    /// Finds who is on an open item and had left by a day: names and nicks.
    fn left(&self, item: &Item, day: NaiveDate) -> Vec<(String, String)> {
        let on = item.assignees.all().filter(|_| item.is_open());
        let people = on.filter_map(|person_ref| match person_ref.who {
            Who::Person(id) => Some(id),
            Who::Everybody => None,
        });
        let left = people.filter(|id| self.has_left(*id, day));
        let named = left.map(|id| {
            let nick = self.people.get(id).nick.clone();
            (self.people.short_name(id).to_owned(), nick)
        });
        named.collect()
    }

    fn shared_numbers(&self) -> Vec<Lint> {
        let mut holders: BTreeMap<u32, Vec<&Item>> = BTreeMap::new();
        for item in self.items().iter().filter(|item| item.label.twin.is_some()) {
            holders.entry(item.label.number).or_default().push(item);
        }
        let shared = holders.into_iter().filter_map(|(number, holders)| {
            Some(Lint {
                entry: holders.last()?.id,
                kind: LintKind::SharedNumber {
                    number,
                    choices: holders.into_iter().map(choice).collect(),
                },
            })
        });
        shared.collect()
    }

    fn odd_days(&self, from: NaiveDate, to: NaiveDate) -> Vec<Lint> {
        let mut seen = HashSet::default();
        let mut lints = Vec::new();
        for entry in self.effective() {
            let fields = entry.action.fields();
            let attends = [fields.from, fields.to].into_iter().flatten();
            let attends = attends.filter(|day| *day < from || to < *day);
            let own = Some(entry.day()).filter(|_| entry.is_outside(from, to));
            for day in own.into_iter().chain(attends) {
                if seen.insert(day) {
                    lints.push(Lint {
                        entry: entry.id,
                        kind: LintKind::OutsideSprint { day, from, to },
                    });
                }
            }
        }
        lints
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use thin_vec::{ThinVec, thin_vec};

    use super::super::entry::{Action, Assign, Done, Join, Leave, Note, Plan, Undo};
    use super::*;

    /// Entries of Monday, 27 February 2017, a second apart.
    #[derive(Default)]
    struct History(Vec<Entry>);

    impl History {
        fn then(self, action: Action) -> Self {
            self.on("2017-02-27", action)
        }

        fn on(mut self, day: &str, action: Action) -> Self {
            let place = self.0.len() as u32 + 1;
            let number = action.makes_item().then_some(place);
            let at = format!("{day}T09:00:{place:02}+01:00");
            self.0.push(Entry::new(
                EntryId::new(number, place.into()),
                DateTime::parse_from_rfc3339(&at).expect("a time"),
                "armin".into(),
                action,
            ));
            self
        }

        fn join(self, person: &str, nick: &str) -> Self {
            self.then(joining(person, nick, None))
        }

        fn plan(self, people: &[&str]) -> Self {
            self.then(Action::Plan(Plan {
                text: "fix the leak".into(),
                people: people.iter().copied().map(LeanString::from).collect(),
                ..Plan::default()
            }))
        }

        fn note(self, topic: &str) -> Self {
            self.then(Action::Note(Note {
                text: "it rains".into(),
                topic: Topic::parse(topic),
            }))
        }

        /// Returns the lints, each with the place of its entry.
        fn advised(&self, config: &Config) -> Vec<(usize, LintKind)> {
            let lints = Sprint::from_entries(self.0.clone()).lints(config);
            let place = |id| self.0.iter().position(|entry| entry.id == id);
            let placed = lints
                .into_iter()
                .map(|lints| (place(lints.entry).expect("an entry"), lints.kind));
            placed.collect()
        }
    }

    fn joining(person: &str, nick: &str, from: Option<NaiveDate>) -> Action {
        Action::Join(Box::new(Join {
            person: person.into(),
            nick: nick.into(),
            from,
            ..Join::default()
        }))
    }

    fn never_joined(name: &str) -> LintKind {
        LintKind::NeverJoined(name.into())
    }

    fn like_name(name: &str, known: &str) -> LintKind {
        LintKind::LikeName {
            name: name.into(),
            known: known.into(),
        }
    }

    fn like_topic(topic: &str, known: &str) -> LintKind {
        LintKind::LikeTopic {
            topic: topic.into(),
            known: known.into(),
        }
    }

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2017, 2, day).expect("a day of February")
    }

    #[test]
    fn a_title_with_a_name_in_brackets_at_its_end_and_a_result_that_is_a_status_are_odd() {
        let plan = |text: &str| {
            Action::Plan(Plan {
                text: text.into(),
                ..Plan::default()
            })
        };
        let history = History::default()
            .join("Armin Rigo", "armin")
            .then(plan("fix it (Remi, Armin)"))
            .then(plan("fix it (for Armin)"))
            .then(plan("fix it (Armin) now"))
            .then(plan("see https://x.org/it_(armin)"))
            .then(plan("fix it (Armin or Remi)."));
        let item = history.0[3].id;
        let history = history.then(Action::Done(Done {
            item,
            text: Some("MERGED".into()),
            people: ThinVec::new(),
            with: ThinVec::new(),
        }));
        let labels: Vec<Label> = Sprint::from_entries(history.0.clone())
            .items()
            .iter()
            .map(|item| item.label)
            .collect();
        assert_eq!(
            history.advised(&Config::default()),
            [
                (
                    1,
                    LintKind::NameInBrackets {
                        label: labels[0],
                        name: "Armin".into()
                    }
                ),
                (
                    6,
                    LintKind::OnlyStatus {
                        label: labels[2],
                        status: "MERGED".into()
                    }
                ),
                (
                    5,
                    LintKind::NameInBrackets {
                        label: labels[4],
                        name: "Armin".into()
                    }
                ),
            ]
        );
    }

    #[test]
    fn who_has_left_and_is_on_an_open_item_is_odd() {
        let history = History::default()
            .join("Armin Rigo", "armin")
            .plan(&["armin"])
            .then(Action::Leave(Leave {
                people: thin_vec!["armin".into()],
            }));
        let [(1, LintKind::LeftOnItem { name, .. })] = &history.advised(&Config::default())[..]
        else {
            panic!("one is odd");
        };
        assert_eq!(name, "Armin");
    }

    #[test]
    fn nobody_has_left_by_the_day_of_an_entry_that_was_taken_back() {
        let history = || {
            let join = Action::Join(Box::new(Join {
                person: "Armin Rigo".into(),
                nick: "armin".into(),
                to: NaiveDate::from_ymd_opt(2017, 2, 27),
                ..Join::default()
            }));
            let note = Action::Note(Note {
                text: "it rains".into(),
                topic: None,
            });
            let history = History::default().then(join).plan(&["armin"]);
            history.on("2017-02-28", note)
        };
        assert_eq!(history().advised(&Config::default()).len(), 1);
        let undo = Action::Undo(Undo {
            entry: EntryId::new(None, 3),
            only: true,
        });
        assert_eq!(history().then(undo).advised(&Config::default()), []);
    }

    #[test]
    fn who_never_joined_is_reported_once_and_not_while_in_doubt() {
        let history = History::default()
            .join("Armin Rigo", "armin")
            .plan(&["armin", "ronan?", "everybody", "Bea?"])
            .plan(&["bea", "Sam"])
            .plan(&["sam"]);
        assert_eq!(
            history.advised(&Config::default()),
            [(2, never_joined("Bea")), (2, never_joined("Sam"))]
        );
    }

    #[test]
    fn who_joined_later_has_joined() {
        let history = History::default().plan(&["bea"]).join("Bea", "bea");
        assert_eq!(history.advised(&Config::default()), []);
    }

    #[test]
    fn a_name_of_nobody_is_compared_with_every_name() {
        let history = History::default()
            .join("Armin Rigo", "armin")
            .plan(&["amrin?", "everyone?", "Samuele?"])
            .plan(&["samulee?"]);
        assert_eq!(
            history.advised(&Config::default()),
            [
                (1, like_name("amrin", "Armin")),
                (1, like_name("everyone", "everybody")),
                (2, like_name("samulee", "Samuele")),
            ]
        );
    }

    #[test]
    fn attendees_are_compared_by_their_full_names() {
        let history = History::default()
            .join("Anna Meier", "anna")
            .join("Anne Huber", "anne")
            .join("Anna Maier", "annam");
        assert_eq!(
            history.advised(&Config::default()),
            [(
                2,
                LintKind::LikeAttendee {
                    name: "Anna Maier".into(),
                    known: "Anna Meier".into()
                }
            )]
        );
    }

    #[test]
    fn a_topic_is_compared_with_those_before_it_and_its_parts_go_with_it() {
        let history = History::default()
            .note("Release Work/Stackless")
            .note("Relaese Work/Sandbox")
            .note("Relaese Work/Stackless")
            .note("release work")
            .note("Stakless")
            .note("Python 2")
            .note("Python 3");
        assert_eq!(
            history.advised(&Config::default()),
            [
                (1, like_topic("Relaese Work", "Release Work")),
                (3, like_topic("release work", "Release Work")),
                (4, like_topic("Stakless", "Release Work/Stackless")),
            ]
        );
    }

    #[test]
    fn a_topic_that_is_listed_is_meant() {
        let listed = ["Documentation", "Documentations"];
        let config = Config {
            topics: listed
                .iter()
                .filter_map(|topic| Topic::parse(topic))
                .collect(),
            ..Config::default()
        };
        let history = History::default()
            .note("Dokumentation")
            .note("Documentations");
        assert_eq!(
            history.advised(&config),
            [(0, like_topic("Dokumentation", "Documentation"))]
        );
    }

    #[test]
    fn a_number_that_items_share_is_reported_once() {
        let mut history = History::default().plan(&[]).plan(&[]).plan(&[]);
        for (place, entry) in history.0.iter_mut().enumerate() {
            entry.id = EntryId::new(Some(7), place as u64);
            if let Action::Plan(plan) = &mut entry.action {
                plan.text = format!("fix the leak {place}").into();
            }
        }
        let [(2, LintKind::SharedNumber { number: 7, choices })] =
            &history.advised(&Config::default())[..]
        else {
            panic!("one number is shared");
        };
        let labels: Vec<String> = choices
            .iter()
            .map(|choice| choice.label.to_string())
            .collect();
        assert_eq!(labels, ["7a", "7b", "7c"]);
    }

    #[test]
    fn days_outside_the_sprint_are_told_once_each() {
        let config = Config {
            from: Some(day(26)),
            to: Some(day(27)),
            ..Config::default()
        };
        let outside = |number| LintKind::OutsideSprint {
            day: day(number),
            from: day(26),
            to: day(27),
        };
        let note = || {
            Action::Note(Note {
                text: "it rains".into(),
                topic: None,
            })
        };
        let history = History::default()
            // Preparation.
            .on("2017-02-20", note())
            .on("2017-02-26", note())
            .on("2017-02-28", note())
            .on("2017-02-28", note())
            .then(joining("Bea", "bea", Some(day(21))));
        assert_eq!(
            history.advised(&config),
            [(4, outside(21)), (2, outside(28))]
        );
        assert_eq!(history.advised(&Config::default()), []);
    }

    #[test]
    fn whom_an_assignment_names_is_named() {
        let history = History::default().plan(&[]);
        let item = history.0[0].id;
        let history = history.then(Action::Assign(Assign {
            item,
            people: ThinVec::new(),
            with: thin_vec!["Sam".into()],
            only: false,
        }));
        assert_eq!(
            history.advised(&Config::default()),
            [(1, never_joined("Sam"))]
        );
    }
}
