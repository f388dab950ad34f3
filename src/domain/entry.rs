//! One line of a day log: when, by whom, what.

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::Deserialize;
use strum::{EnumString, IntoStaticStr, VariantNames};

use super::id::{EntryId, number};
use super::topic::Topic;

/// One line of a day log.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Unique in the sprint.
    pub id: EntryId,
    /// When it counts, to the millisecond, in the writer's time zone. Entries have their effect in this order.
    pub at: DateTime<FixedOffset>,
    /// Who typed it.
    pub by: String,
    /// What was recorded.
    pub action: Action,
    /// When it was typed, if that differs from `at`: it was entered for another time, or moved.
    pub entered: Option<DateTime<FixedOffset>>,
    /// The day that it belongs to, if that is not the day of `at`: it was moved past midnight. Stored as `day`.
    pub kept_day: Option<NaiveDate>,
    /// The first of the entries that were recorded together with it, and are taken back together.
    pub batch: Option<EntryId>,
}

impl Entry {
    /// Makes an entry that counts from when it was typed, and was recorded alone.
    pub fn new(id: EntryId, at: DateTime<FixedOffset>, by: String, action: Action) -> Entry {
        Entry {
            id,
            at,
            by,
            action,
            entered: None,
            kept_day: None,
            batch: None,
        }
    }

    /// The day that the entry belongs to, by the writer's calendar.
    pub fn day(&self) -> NaiveDate {
        self.kept_day.unwrap_or_else(|| self.at.date_naive())
    }

    /// When it was typed.
    pub fn typed(&self) -> DateTime<FixedOffset> {
        self.entered.unwrap_or(self.at)
    }

    /// The time to show with it: one of its day, if there is one.
    pub fn told_at(&self) -> DateTime<FixedOffset> {
        let typed = self.typed();
        if self.kept_day == Some(typed.date_naive()) {
            typed
        } else {
            self.at
        }
    }

    /// Gives the entry another time to have its effect. When it was typed and the day that it belongs to stay the same.
    pub fn moved_to(&self, at: DateTime<FixedOffset>) -> Entry {
        let (typed, day) = (self.typed(), self.day());
        Entry {
            at,
            entered: Some(typed).filter(|typed| *typed != at),
            kept_day: Some(day).filter(|day| *day != at.date_naive()),
            ..self.clone()
        }
    }
}

/// What an entry records: one variant for each command that records, stored under the command's name.
///
/// The names of the variants and of their fields are the words on disk, and existing logs must stay readable. So each
/// variant spells out its stored name. Somebody who has joined is stored by nick, anybody else by the name that was
/// typed, all who are present as [`EVERYBODY`]; a `?` follows a name that is in doubt.
#[derive(Clone, Debug, PartialEq, Deserialize, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "lowercase")]
pub enum Action {
    /// A task. Two of them are two tasks.
    #[serde(rename = "plan")]
    Plan(Plan),
    /// Puts people on an item from now on. Another one with the same people changes nothing.
    #[serde(rename = "assign")]
    Assign(Assign),
    /// Takes people off an item; their credit stays.
    #[serde(rename = "unassign")]
    Unassign(Unassign),
    /// Where an item stands; for a discussion, a paragraph of its minutes. The last one is shown.
    #[serde(rename = "progress")]
    Progress(Progress),
    /// Finishes an item, with its outcome. Another one adds a paragraph.
    #[serde(rename = "done")]
    Done(Done),
    /// Gives an item up, postpones it or moves it elsewhere.
    #[serde(rename = "drop")]
    Drop(Drop),
    /// Opens an item again: it is not finished after all.
    #[serde(rename = "reopen")]
    Reopen(Reopen),
    /// A discussion.
    #[serde(rename = "discuss")]
    Discuss(Discuss),
    /// What was decided in a discussion. Another one adds a paragraph.
    #[serde(rename = "decide")]
    Decide(Decide),
    /// A talk, tutorial or demo.
    #[serde(rename = "talk")]
    Talk(Talk),
    /// An attendee. Another one replaces what it says anew.
    #[serde(rename = "join")]
    Join(Join),
    /// Who is gone from the entry's day on.
    #[serde(rename = "leave")]
    Leave(Leave),
    /// A goal of the sprint.
    #[serde(rename = "goal")]
    Goal(Goal),
    /// What is special about the entry's day. The last one holds.
    #[serde(rename = "day")]
    Day(Day),
    /// A sentence or a paragraph for the report.
    #[serde(rename = "note")]
    Note(Note),
    /// What should happen after the sprint.
    #[serde(rename = "next")]
    Next(Next),
    /// A picture.
    #[serde(rename = "photo")]
    Photo(Photo),
    /// Whom the report thanks.
    #[serde(rename = "thank")]
    Thank(Thank),
    /// Other words for an item. The last ones hold; all are kept.
    #[serde(rename = "reword")]
    Reword(Reword),
    /// Another number for an item, one that no other item had. The last one holds.
    #[serde(rename = "renumber")]
    Renumber(Renumber),
    /// Takes another entry back. If that was an undo, what it took back has its effect again. A second undo of the same
    /// entry changes nothing.
    #[serde(rename = "undo")]
    Undo(Undo),
}

impl Action {
    /// The name of the command that records it.
    pub fn kind(&self) -> &'static str {
        self.into()
    }
}

/// Stands for all who are present.
pub const EVERYBODY: &str = "everybody";

/// See [`Action::Plan`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Plan {
    /// What is to be done.
    pub text: String,
    /// Where it is filed.
    pub topic: Option<Topic>,
    /// The item that it is a part of.
    pub under: Option<EntryId>,
    /// Who is on it from the start.
    #[serde(default)]
    pub people: Vec<String>,
}

/// See [`Action::Assign`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Assign {
    /// The item.
    pub item: EntryId,
    /// Who does it.
    #[serde(default)]
    pub people: Vec<String>,
    /// Who helps.
    #[serde(default)]
    pub with: Vec<String>,
    /// Whether they replace those who are on it.
    #[serde(default)]
    pub only: bool,
}

/// See [`Action::Unassign`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Unassign {
    /// The item.
    pub item: EntryId,
    /// Whom to take off it; empty for all who are on it.
    #[serde(default)]
    pub people: Vec<String>,
}

/// See [`Action::Progress`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Progress {
    /// The item.
    pub item: EntryId,
    /// A free phrase, or sentences.
    pub text: String,
}

/// See [`Action::Done`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Done {
    /// The item.
    pub item: EntryId,
    /// The outcome, for the report.
    pub text: Option<String>,
    /// Whose work it is; empty for everybody who was ever assigned.
    #[serde(default)]
    pub people: Vec<String>,
    /// Who helped; empty for everybody who was ever assigned as a helper.
    #[serde(default)]
    pub with: Vec<String>,
}

/// See [`Action::Drop`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Drop {
    /// The item.
    pub item: EntryId,
    /// Why.
    pub text: Option<String>,
}

/// See [`Action::Reopen`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Reopen {
    /// The item.
    pub item: EntryId,
    /// Why.
    pub text: Option<String>,
}

/// See [`Action::Discuss`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Discuss {
    /// The question.
    pub text: String,
    /// Where it is filed.
    pub topic: Option<Topic>,
    /// Who takes part.
    #[serde(default)]
    pub people: Vec<String>,
    /// What was decided, if that is known at once.
    pub decided: Option<String>,
}

/// See [`Action::Decide`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Decide {
    /// The discussion.
    pub item: EntryId,
    /// What was decided.
    pub text: String,
}

/// See [`Action::Talk`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Talk {
    /// Its title.
    pub text: String,
    /// Where it is filed.
    pub topic: Option<Topic>,
    /// Who speaks.
    #[serde(default)]
    pub people: Vec<String>,
}

/// See [`Action::Join`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Join {
    /// The full name.
    pub person: String,
    /// The short name that logs use; unique in the sprint. One with a capital letter is also the name that is printed.
    pub nick: String,
    /// Other names that may be typed.
    #[serde(default)]
    pub also: Vec<String>,
    /// The first day, if not the sprint's.
    pub from: Option<NaiveDate>,
    /// The last day, if not the sprint's.
    pub to: Option<NaiveDate>,
    /// What kind of attendee.
    pub role: Option<Role>,
    /// The affiliation.
    pub org: Option<String>,
}

/// What kind of attendee somebody is, where it matters.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Deserialize, EnumString, IntoStaticStr, VariantNames,
)]
#[strum(serialize_all = "lowercase")]
pub enum Role {
    /// At a sprint for the first time; to be paired with somebody experienced.
    #[serde(rename = "newcomer")]
    Newcomer,
    /// There to see and talk, not to work on tasks.
    #[serde(rename = "visitor")]
    Visitor,
    /// Taking part from elsewhere.
    #[serde(rename = "remote")]
    Remote,
    /// At home where the sprint is.
    #[serde(rename = "host")]
    Host,
}

impl Role {
    /// The word that is typed, stored and shown.
    pub fn word(self) -> &'static str {
        self.into()
    }
}

/// See [`Action::Leave`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Leave {
    /// Who.
    pub people: Vec<String>,
}

/// See [`Action::Goal`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Goal {
    /// The goal.
    pub text: String,
    /// Whether it has nothing to do with the work.
    #[serde(default)]
    pub side: bool,
}

/// See [`Action::Day`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Day {
    /// Its theme.
    pub text: Option<String>,
    /// Whether nobody is expected to work.
    #[serde(default, rename = "break")]
    pub is_break: bool,
}

/// See [`Action::Note`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Note {
    /// Sentences for the report.
    pub text: String,
    /// Where they are filed.
    pub topic: Option<Topic>,
}

/// See [`Action::Next`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Next {
    /// What should happen.
    pub text: String,
    /// Who will do it.
    #[serde(default)]
    pub people: Vec<String>,
}

/// See [`Action::Photo`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Photo {
    /// The item that it shows.
    pub item: Option<EntryId>,
    /// The caption.
    pub text: Option<String>,
    /// An `http` or `https` address, or the path of a file relative to the sprint's folder, with `/` between its parts.
    pub file: String,
    /// Where it is filed.
    pub topic: Option<Topic>,
}

/// Whether a picture's file is an address, and not a path.
pub fn is_address(file: &str) -> bool {
    let file = file.to_lowercase();
    file.starts_with("http://") || file.starts_with("https://")
}

/// See [`Action::Thank`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Thank {
    /// Whom, and for what.
    pub text: String,
}

/// See [`Action::Reword`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Reword {
    /// The item.
    pub item: EntryId,
    /// Its new words.
    pub text: String,
}

/// See [`Action::Renumber`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Renumber {
    /// The item.
    pub item: EntryId,
    /// What it is called by from now on, from 1 to 999,999,999. Its id stays.
    #[serde(deserialize_with = "number")]
    pub number: u32,
    /// Whether `sync` recorded it, to resolve a shared number, and nobody typed it.
    #[serde(default)]
    pub settled: bool,
}

/// See [`Action::Undo`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Undo {
    /// The entry to take back.
    pub entry: EntryId,
    /// Whether only that entry is taken back, and not those that were recorded together with it.
    #[serde(default)]
    pub only: bool,
}
