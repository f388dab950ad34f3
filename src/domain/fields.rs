//! What an action carries, whatever its kind, and what follows from that.

use chrono::NaiveDate;
use lean_string::LeanString;

use super::entry::{
    Action, Assign, Day, Decide, Discuss, Done, Drop, Entry, Goal, ItemResult, Join, Leave, Move,
    Next, Note, Photo, Plan, Progress, Renumber, Reopen, Reword, Role, Talk, Thank, Unassign, Undo,
};
use super::id::EntryId;
use super::item::{Ending, ItemKind};
use super::limits::{Excess, Limited, MOST_NAMES};
use super::topic::Topic;

/// What an action carries: a field for each key that any kind of entry has, in the order in which a log has them.
/// `None` where the kind has no such key or the entry leaves it out.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fields<'a> {
    /// The kind of item that the entry makes; no key of its own.
    pub makes: Option<ItemKind>,
    /// How the entry closes an item that exists; no key of its own.
    pub closes: Option<Ending>,
    /// What the entry changes that others change too; no key of its own.
    pub sets: Sets,
    /// Which people of its item the entry concerns; no key of its own.
    pub concerns: Concerned,
    /// The existing item that the entry is about.
    pub item: Option<EntryId>,
    /// The entry that an undo takes back.
    pub entry: Option<EntryId>,
    pub text: Option<&'a str>,
    /// What `text` says; no key of its own.
    pub text_is: TextRole,
    pub file: Option<&'a str>,
    pub alt: Option<&'a str>,
    pub topic: Option<&'a Topic>,
    /// Whether a move says that the item has no topic of its own; stored as an empty `topic`.
    pub no_topic: bool,
    /// The item that another is part of.
    pub under: Option<EntryId>,
    /// Whether a move says that the item is part of no other.
    pub top: Option<bool>,
    /// When the item is to happen; empty in a move that takes the time away.
    pub when: Option<&'a str>,
    pub people: Option<&'a [LeanString]>,
    pub with: Option<&'a [LeanString]>,
    /// Whether people replace those who are on the item, or a result those before it; whether an undo leaves the rest of the batch alone.
    pub only: Option<bool>,
    pub decided: Option<&'a str>,
    pub person: Option<&'a str>,
    pub nick: Option<&'a str>,
    pub also: Option<&'a [LeanString]>,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    pub role: Option<Role>,
    pub org: Option<&'a str>,
    pub group: Option<&'a str>,
    pub url: Option<&'a str>,
    pub side: Option<bool>,
    /// Whether a day is a break; stored as `break`.
    pub is_break: Option<bool>,
    /// The new number of an item.
    pub number: Option<u32>,
    /// Whether `sync` gave that number.
    pub settled: Option<bool>,
}

/// What an entry sets, in the order in which it has to be known. The last entry that sets it counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sets {
    /// Which entries have an effect.
    Effect,
    /// Who attends.
    Attendance,
    /// The number of an item.
    Number,
    /// What an item is filed under and part of, and when it is to happen.
    Place,
    /// What is special about the entry's day.
    Day,
    /// The status of the item.
    Status,
    /// Something else of the item, if the entry is about one.
    #[default]
    Item,
    /// Nothing, though the entry may be about an item.
    Nothing,
}

/// What the text of an entry says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextRole {
    Title,
    Status,
    Result,
    Decision,
    Reason,
    Caption,
    /// Something of its own.
    #[default]
    Other,
}

impl TextRole {
    fn limited(self) -> Limited {
        match self {
            TextRole::Title => Limited::Title,
            TextRole::Caption => Limited::Caption,
            TextRole::Status
            | TextRole::Result
            | TextRole::Decision
            | TextRole::Reason
            | TextRole::Other => Limited::Text,
        }
    }
}

/// Which people of its item an entry concerns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Concerned {
    #[default]
    Nobody,
    /// Those who are on it.
    Assigned,
    /// Those whom it takes off it.
    TakenOff,
    /// Those whose work it is.
    Credited,
}

impl Action {
    /// Takes an action apart.
    pub fn fields(&self) -> Fields<'_> {
        self.taken_apart()
    }

    /// Takes an action apart. Always inlined, so that a caller that reads one field does not pay for the rest. Everywhere else, what an
    /// action carries is asked of here, and not by matching every kind; the reader of logs makes them, and matches too.
    #[inline(always)]
    fn taken_apart(&self) -> Fields<'_> {
        let none = Fields::default();
        match self {
            Action::Plan(Plan {
                text,
                topic,
                under,
                people,
                with,
                when,
            }) => Fields {
                makes: Some(ItemKind::Task),
                concerns: Concerned::Assigned,
                text: Some(text),
                text_is: TextRole::Title,
                topic: topic.as_ref(),
                under: *under,
                when: when.as_deref(),
                people: Some(people),
                with: Some(with),
                ..none
            },
            Action::Assign(Assign {
                item,
                people,
                with,
                only,
            }) => Fields {
                concerns: Concerned::Assigned,
                item: Some(*item),
                people: Some(people),
                with: Some(with),
                only: Some(*only),
                ..none
            },
            Action::Unassign(Unassign { item, people }) => Fields {
                concerns: Concerned::TakenOff,
                item: Some(*item),
                people: Some(people),
                ..none
            },
            Action::Progress(Progress { item, text }) => Fields {
                sets: Sets::Status,
                item: Some(*item),
                text: Some(text),
                text_is: TextRole::Status,
                ..none
            },
            Action::Result(ItemResult { item, text, only }) => Fields {
                item: Some(*item),
                text: Some(text),
                text_is: TextRole::Result,
                only: Some(*only),
                ..none
            },
            Action::Done(Done {
                item,
                text,
                people,
                with,
            }) => Fields {
                closes: Some(Ending::Done),
                concerns: Concerned::Credited,
                item: Some(*item),
                text: text.as_deref(),
                text_is: TextRole::Result,
                people: Some(people),
                with: Some(with),
                ..none
            },
            Action::Drop(Drop { item, text }) => Fields {
                closes: Some(Ending::Dropped),
                concerns: Concerned::Assigned,
                item: Some(*item),
                text: text.as_deref(),
                text_is: TextRole::Reason,
                ..none
            },
            Action::Reopen(Reopen { item, text }) => Fields {
                concerns: Concerned::Assigned,
                item: Some(*item),
                text: text.as_deref(),
                text_is: TextRole::Reason,
                ..none
            },
            Action::Move(Move {
                item,
                topic,
                under,
                top,
                when,
            }) => Fields {
                sets: Sets::Place,
                item: Some(*item),
                topic: topic.as_ref().and_then(Option::as_ref),
                no_topic: *topic == Some(None),
                under: *under,
                top: Some(*top),
                when: when.as_deref(),
                ..none
            },
            Action::Discuss(Discuss {
                text,
                topic,
                people,
                with,
                when,
                decided,
            }) => Fields {
                makes: Some(ItemKind::Discussion),
                concerns: Concerned::Assigned,
                text: Some(text),
                text_is: TextRole::Title,
                topic: topic.as_ref(),
                when: when.as_deref(),
                people: Some(people),
                with: Some(with),
                decided: decided.as_deref(),
                ..none
            },
            Action::Decide(Decide { item, text }) => Fields {
                closes: Some(Ending::Decided),
                item: Some(*item),
                text: Some(text),
                text_is: TextRole::Decision,
                ..none
            },
            Action::Talk(Talk {
                text,
                topic,
                people,
                with,
                when,
            }) => Fields {
                makes: Some(ItemKind::Talk),
                concerns: Concerned::Assigned,
                text: Some(text),
                text_is: TextRole::Title,
                topic: topic.as_ref(),
                when: when.as_deref(),
                people: Some(people),
                with: Some(with),
                ..none
            },
            Action::Join(join) => {
                let Join {
                    person,
                    nick,
                    also,
                    from,
                    to,
                    role,
                    org,
                    group,
                    url,
                } = join.as_ref();
                Fields {
                    sets: Sets::Attendance,
                    person: Some(person),
                    nick: Some(nick),
                    also: Some(also),
                    from: *from,
                    to: *to,
                    role: *role,
                    org: org.as_deref(),
                    group: group.as_deref(),
                    url: url.as_deref(),
                    ..none
                }
            }
            Action::Leave(Leave { people }) => Fields {
                sets: Sets::Attendance,
                people: Some(people),
                ..none
            },
            Action::Goal(Goal { text, side }) => Fields {
                text: Some(text),
                text_is: TextRole::Title,
                side: Some(*side),
                ..none
            },
            Action::Day(Day { text, is_break }) => Fields {
                sets: Sets::Day,
                text: text.as_deref(),
                text_is: TextRole::Title,
                is_break: Some(*is_break),
                ..none
            },
            Action::Note(Note { text, topic }) => Fields {
                text: Some(text),
                topic: topic.as_ref(),
                ..none
            },
            Action::Next(Next {
                item,
                text,
                topic,
                people,
                with,
            }) => Fields {
                sets: Sets::Nothing,
                item: *item,
                text: Some(text),
                topic: topic.as_ref(),
                people: Some(people),
                with: Some(with),
                ..none
            },
            Action::Photo(Photo {
                item,
                text,
                file,
                alt,
                topic,
            }) => Fields {
                sets: Sets::Nothing,
                item: *item,
                text: text.as_deref(),
                text_is: TextRole::Caption,
                file: Some(file),
                alt: alt.as_deref(),
                topic: topic.as_ref(),
                ..none
            },
            Action::Thank(Thank { text }) => Fields {
                text: Some(text),
                ..none
            },
            Action::Reword(Reword { item, text }) => Fields {
                item: Some(*item),
                text: Some(text),
                text_is: TextRole::Title,
                ..none
            },
            Action::Renumber(Renumber {
                item,
                number,
                settled,
            }) => Fields {
                sets: Sets::Number,
                item: Some(*item),
                number: Some(*number),
                settled: Some(*settled),
                ..none
            },
            Action::Undo(Undo { entry, only }) => Fields {
                sets: Sets::Effect,
                entry: Some(*entry),
                only: Some(*only),
                ..none
            },
        }
    }

    /// Returns the item that the entry is about; `None` if it makes one.
    pub fn item(&self) -> Option<EntryId> {
        self.taken_apart().item
    }

    /// Returns the topic that the entry gives.
    pub fn topic(&self) -> Option<&Topic> {
        self.taken_apart().topic
    }

    /// Returns the number that the entry gives to an item that exists.
    pub(super) fn number(&self) -> Option<u32> {
        self.taken_apart().number
    }

    /// Returns what the entry changes that others change too.
    pub fn sets(&self) -> Sets {
        self.taken_apart().sets
    }

    /// Returns whether the entry makes an item and therefore takes a number.
    pub fn makes_item(&self) -> bool {
        self.taken_apart().makes.is_some()
    }
}

impl<'a> Fields<'a> {
    /// Returns whom the entry names for some work, as stored.
    pub fn names(&self) -> impl Iterator<Item = &'a LeanString> + use<'a> {
        let people = self.people.filter(|_| self.sets != Sets::Attendance);
        [people, self.with].into_iter().flatten().flatten()
    }

    /// Returns the texts of the entry, each with its limit.
    pub fn texts(&self) -> impl Iterator<Item = (Limited, &'a str)> + use<'a> {
        let texts = [
            (self.text_is.limited(), self.text),
            (Limited::Text, self.decided),
            (Limited::Org, self.org),
            (Limited::Group, self.group),
            (Limited::Url, self.url),
            (Limited::Picture, self.file),
            (Limited::Caption, self.alt),
            (Limited::When, self.when),
        ];
        let texts = texts.into_iter();
        texts.filter_map(|(what, text)| text.map(|text| (what, text)))
    }

    /// Returns its texts that are Markdown.
    pub fn markdown(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let is_plain = |what| matches!(what, Limited::Org | Limited::Picture | Limited::When);
        let texts = self.texts().filter(move |(what, _)| !is_plain(*what));
        texts.map(|(_, text)| text)
    }

    /// Returns every name in the entry except that of its writer.
    fn all_names(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let lists = [self.also, self.people, self.with].into_iter();
        let listed = lists.flatten().flatten().map(LeanString::as_str);
        self.person.into_iter().chain(self.nick).chain(listed)
    }

    fn excess(&self) -> Option<Excess> {
        let count = self.all_names().count();
        if count > MOST_NAMES {
            return Some(Excess::Names(count));
        }
        let names = self.all_names().map(|name| (Limited::Name, name));
        let text = self
            .texts()
            .chain(names)
            .find_map(|(what, text)| what.excess_of(text));
        text.or_else(|| self.topic.and_then(Topic::excess))
    }
}

impl Entry {
    /// Returns the first thing in the entry that exceeds a limit.
    pub fn excess(&self) -> Option<Excess> {
        let by = Limited::Name.excess_of(&self.by);
        by.or_else(|| self.action.fields().excess())
    }
}
