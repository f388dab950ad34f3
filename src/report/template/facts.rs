//! What a template can ask of a sprint.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Display;
use std::sync::{Mutex, OnceLock, PoisonError};

use chrono::NaiveDate;
use minijinja::Value;

use super::{CLOSE, Filter, Kind, OPEN, Part};
use crate::domain::{EntryId, Label, Role, Topic};
use crate::report::settings::{Group, Overrides};

/// What a template can ask of a sprint, and what the arguments of its placeholders can mean.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facts {
    pub title: String,
    pub place: Option<String>,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    pub counts: Counts,
    /// Whom `attendees()` lists, in that order.
    pub people: Vec<PersonFact>,
    /// The topics that have something to tell, in the order of the report.
    pub topics: Vec<Topic>,
    /// All topics that an argument can name, those above others too.
    pub known_topics: Vec<Topic>,
    /// All items, oldest first, the dropped ones too.
    pub items: Vec<ItemFact>,
    pub notes: Vec<NoteFact>,
    pub goals: usize,
    /// The days with a theme or a break.
    pub special_days: usize,
    pub thanks: usize,
    /// The topic of each next step.
    pub next: Vec<Option<Topic>>,
    /// The topic of each item that `unfinished()` lists.
    pub unfinished: Vec<Option<Topic>>,
    pub pictures: Vec<PictureFact>,
}

/// The numbers behind `count`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Counts {
    pub attendees: usize,
    pub newcomers: usize,
    pub tasks: usize,
    /// Finished tasks.
    pub done: usize,
    pub discussions: usize,
    pub decisions: usize,
    /// Talks that were held.
    pub talks: usize,
    pub days: usize,
}

/// An attendee.
#[derive(Clone, Debug, Default)]
pub(crate) struct PersonFact {
    pub name: String,
    pub nick: String,
    pub org: Option<String>,
    pub role: Option<Role>,
    pub group: Option<String>,
    pub url: Option<String>,
}

/// An item, by what a placeholder can name it.
#[derive(Clone, Debug)]
pub(crate) struct ItemFact {
    pub id: EntryId,
    pub label: Label,
    pub kind: Kind,
    pub topic: Option<Topic>,
    /// Whether there is something to tell of it.
    pub tells: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct NoteFact {
    pub id: EntryId,
    pub topic: Option<Topic>,
}

#[derive(Clone, Debug)]
pub(crate) struct PictureFact {
    /// Its place among those of the sprint.
    pub place: usize,
    /// As the log has it.
    pub file: String,
    pub caption: Option<String>,
    pub topic: Option<Topic>,
}

/// The names of the data, in the order in which they are listed to users.
pub(super) const DATA: [&str; 8] = [
    "title", "place", "from", "to", "count", "people", "topics", "group",
];

/// The names of what `count` has.
pub(super) const COUNTS: [&str; 8] = [
    "attendees",
    "newcomers",
    "tasks",
    "done",
    "discussions",
    "decisions",
    "talks",
    "days",
];

/// The names of what each of `people` has.
pub(super) const FIELDS: [&str; 6] = ["name", "nick", "org", "role", "group", "url"];

impl Facts {
    /// Returns the data of one name; `group` is what the body is divided by.
    pub(super) fn value(&self, name: &str, group: Group) -> Option<Value> {
        Some(match name {
            "title" => shown(Some(&self.title)),
            "place" => shown(self.place.as_ref()),
            "from" => shown(self.from),
            "to" => shown(self.to),
            "count" => self.counts.value(),
            "people" => self.people.iter().map(PersonFact::value).collect(),
            "topics" => self.topics.iter().map(|topic| shown(Some(topic))).collect(),
            "group" => Value::from(group.word()),
            _ => return None,
        })
    }

    /// Maps all words that name an item or a note. An id comes before a label, and that before a number.
    fn meanings(&self) -> HashMap<String, Meaning> {
        let mut same_number: HashMap<String, Vec<String>> = HashMap::new();
        for item in &self.items {
            let number = item.label.number.to_string();
            let labels = same_number.entry(number).or_default();
            labels.push(item.label.to_string());
        }
        let numbers = same_number.into_iter();
        let numbers = numbers.map(|(number, labels)| (number, Meaning::Several(labels)));
        let items = self.items.iter();
        let labels = items.rev().map(|item| (item.label.to_string(), item.id));
        let ids = self.items.iter().map(|item| item.id);
        let ids = ids.chain(self.notes.iter().map(|note| note.id));
        let ids = ids.map(|id| (id.to_string(), id));
        let named = labels.chain(ids);
        let named = named.map(|(word, id)| (word, Meaning::One(id)));
        numbers.chain(named).collect()
    }

    /// Returns whether a part has something to tell.
    fn tells(&self, part: &Part) -> bool {
        let is_item = |kind: Option<Kind>, filter: &Filter| {
            let mut items = self.items.iter();
            items.any(|item| {
                item.tells
                    && kind.is_none_or(|kind| item.kind == kind)
                    && filter.holds(item.topic.as_ref())
            })
        };
        let is_note = |filter: &Filter| {
            self.notes
                .iter()
                .any(|note| filter.holds(note.topic.as_ref()))
        };
        let is_in = |topics: &[Option<Topic>], filter: &Filter| {
            topics.iter().any(|topic| filter.holds(topic.as_ref()))
        };
        match part {
            Part::Body => is_item(None, &Filter::All) || !self.notes.is_empty(),
            Part::Topic(topic) => {
                let filter = Filter::Topic(topic.clone());
                is_item(None, &filter) || is_note(&filter)
            }
            Part::Items(ids) => {
                let mut items = self.items.iter().filter(|item| item.tells);
                items.any(|item| ids.contains(&item.id))
                    || self.notes.iter().any(|note| ids.contains(&note.id))
            }
            Part::Kind(Kind::Notes, filter) => is_note(filter),
            Part::Kind(kind, filter) => is_item(Some(*kind), filter),
            Part::Goals => self.goals > 0,
            Part::Days => self.special_days > 0,
            Part::Unfinished(filter) => is_in(&self.unfinished, filter),
            Part::Next(filter) => is_in(&self.next, filter),
            Part::Attendees { group, role } => self.people.iter().any(|person| {
                let has = |wanted: &Option<String>, is: Option<&str>| {
                    wanted
                        .as_ref()
                        .is_none_or(|wanted| is.unwrap_or_default() == wanted)
                };
                has(group, person.group.as_deref()) && has(role, person.role.map(Role::word))
            }),
            Part::Thanks => self.thanks > 0,
            Part::Pictures(filter) => {
                let mut pictures = self.pictures.iter();
                pictures.any(|picture| filter.holds(picture.topic.as_ref()))
            }
            Part::Picture(_) | Part::Gap(_) => true,
            Part::Told(_) => false,
        }
    }
}

/// What a word names as an item or a note.
#[derive(Clone, Debug)]
pub(super) enum Meaning {
    One(EntryId),
    /// A number that several items have, with their labels.
    Several(Vec<String>),
}

/// The facts with what is worked out of them once.
#[derive(Debug)]
pub(super) struct Data {
    pub facts: Facts,
    /// What the front matter and the options say.
    pub given: Overrides,
    /// By number, label and id; made when a placeholder first names something.
    meanings: OnceLock<HashMap<String, Meaning>>,
    /// Which parts have something to tell, of those that were asked for.
    told: Mutex<HashMap<Part, bool>>,
}

impl Data {
    pub fn new(facts: Facts, given: Overrides) -> Data {
        Data {
            meanings: OnceLock::new(),
            facts,
            given,
            told: Mutex::default(),
        }
    }

    /// Returns what a word names, if that is an item or a note.
    pub fn meaning(&self, word: &str) -> Option<&Meaning> {
        let meanings = self.meanings.get_or_init(|| self.facts.meanings());
        meanings.get(word)
    }

    /// Returns whether a part has something to tell, wherever else that may be told.
    pub fn tells(&self, part: &Part) -> bool {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(tells) = told.get(part) {
            return *tells;
        }
        let tells = self.facts.tells(part);
        told.insert(part.clone(), tells);
        tells
    }
}

impl Filter {
    /// Returns whether something with that topic is meant.
    pub fn holds(&self, topic: Option<&Topic>) -> bool {
        match (self, topic) {
            (Filter::All, _) => true,
            (Filter::Topic(None), topic) => topic.is_none(),
            (Filter::Topic(Some(_)), None) => false,
            (Filter::Topic(Some(wanted)), Some(topic)) => {
                topic.headings().starts_with(wanted.headings())
            }
        }
    }
}

impl Counts {
    fn value(&self) -> Value {
        let counts = [
            ("attendees", self.attendees),
            ("newcomers", self.newcomers),
            ("tasks", self.tasks),
            ("done", self.done),
            ("discussions", self.discussions),
            ("decisions", self.decisions),
            ("talks", self.talks),
            ("days", self.days),
        ];
        counts.into_iter().collect::<BTreeMap<_, _>>().into()
    }
}

impl PersonFact {
    fn value(&self) -> Value {
        let fields = [
            ("name", shown(Some(&self.name))),
            ("nick", shown(Some(&self.nick))),
            ("org", shown(self.org.as_ref())),
            ("role", shown(self.role.map(Role::word))),
            ("group", shown(self.group.as_ref())),
            ("url", shown(self.url.as_ref())),
        ];
        fields.into_iter().collect::<BTreeMap<_, _>>().into()
    }
}

/// Makes a value of what may be missing: an empty text, which is false as a condition, if it is.
fn shown(value: Option<impl Display>) -> Value {
    let text = value.map(|value| without_signs(&value.to_string()));
    Value::from(text.unwrap_or_default())
}

/// Replaces the characters of marks, which mean something to whoever prints a value.
pub(super) fn without_signs(text: &str) -> String {
    text.replace([OPEN, CLOSE], "\u{fffd}")
}
