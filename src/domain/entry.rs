//! One line of a day log: when, by whom, what.

#![allow(
    missing_docs,
    reason = "`sprint help files` explains the keys of every kind"
)]

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use lean_string::LeanString;
use serde::de::Error;
use serde::{Deserialize, Deserializer};
use strum::{EnumString, IntoStaticStr, VariantNames};
use thin_vec::ThinVec;

use super::id::{EntryId, number};
use super::topic::Topic;

/// How long before its first day people prepare a sprint. A clock that was reset is further off.
const PREPARATION: TimeDelta = TimeDelta::days(366);

/// One line of a day log.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Unique in the sprint.
    pub id: EntryId,
    /// When it counts, to the millisecond, in the writer's time zone. Entries have their effect in this order.
    pub at: DateTime<FixedOffset>,
    /// Who typed it.
    pub by: LeanString,
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
    pub fn new(id: EntryId, at: DateTime<FixedOffset>, by: LeanString, action: Action) -> Entry {
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

    /// Returns the day that the entry belongs to, by the writer's calendar.
    pub fn day(&self) -> NaiveDate {
        self.kept_day.unwrap_or_else(|| self.at.date_naive())
    }

    /// Returns when it was typed, whatever time it was entered for.
    pub fn typed(&self) -> DateTime<FixedOffset> {
        self.entered.unwrap_or(self.at)
    }

    /// Returns whether it is for a day that is not one of the sprint. What is typed before the first day, in the year before
    /// it, is preparation.
    pub fn is_outside(&self, from: NaiveDate, to: NaiveDate) -> bool {
        let day = self.day();
        let is_preparation = self.typed().date_naive() < from && from - day <= PREPARATION;
        to < day || day < from && !is_preparation
    }

    /// Returns the time to show with it: one on its day, if there is one.
    pub fn shown_at(&self) -> DateTime<FixedOffset> {
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
/// The names of the variants and of their fields are the words on disk, and existing logs must stay readable. Somebody who has joined is stored by nick, anybody else by the name that was
/// typed, all who are present as [`EVERYBODY`]; a `?` follows a name that is in doubt.
#[derive(Clone, Debug, PartialEq, Deserialize, IntoStaticStr, VariantNames)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Action {
    /// Adds a task. Equal entries make separate tasks.
    Plan(Plan),
    /// Assigns people to an item from now on. Another one with the same people changes nothing.
    Assign(Assign),
    /// Takes people off an item; their credit stays.
    Unassign(Unassign),
    /// Sets the status of an item, or adds a paragraph to the minutes of a discussion. The last one is shown.
    Progress(Progress),
    /// Adds what came of an item so far. It stays as it is, open or closed. Another one adds a paragraph.
    Result(ItemResult),
    /// Finishes an item, with its result. Another one adds a paragraph.
    Done(Done),
    /// Gives up an item, postpones it or moves it elsewhere.
    Drop(Drop),
    /// Opens an item again: it is not finished after all.
    Reopen(Reopen),
    /// Files an item elsewhere: under another topic, as a part of another item or of none, or for another time. What is
    /// given last counts.
    Move(Move),
    /// Adds a discussion.
    Discuss(Discuss),
    /// Closes a discussion with what was decided. Another one adds a paragraph.
    Decide(Decide),
    /// Adds a talk, tutorial or demo.
    Talk(Talk),
    /// Adds an attendee. Another one replaces what it gives.
    Join(Box<Join>),
    /// Records who is gone from the entry's day on.
    Leave(Leave),
    /// Adds a goal of the sprint.
    Goal(Goal),
    /// Says what is special about the entry's day. The last one counts.
    Day(Day),
    /// Adds a sentence or a paragraph to the report.
    Note(Note),
    /// Adds what should happen after the sprint.
    Next(Next),
    /// Adds a picture.
    Photo(Photo),
    /// Adds a sentence of thanks to the report.
    Thank(Thank),
    /// Changes the text of an item. The last text counts; all are kept.
    Reword(Reword),
    /// Gives an item another number, which no other item had. The last one counts.
    Renumber(Renumber),
    /// Takes another entry back. If that was an undo, what it took back has its effect again. A second undo of the same
    /// entry changes nothing.
    Undo(Undo),
}

impl Action {
    /// Returns the name of the command that records it.
    pub fn kind(&self) -> &'static str {
        self.into()
    }
}

/// Means all who are present.
pub const EVERYBODY: &str = "everybody";

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Plan {
    pub text: LeanString,
    pub topic: Option<Topic>,
    pub under: Option<EntryId>,
    #[serde(default)]
    pub people: ThinVec<LeanString>,
    #[serde(default)]
    pub with: ThinVec<LeanString>,
    /// When it is to happen, for the board.
    pub when: Option<LeanString>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Assign {
    pub item: EntryId,
    #[serde(default)]
    pub people: ThinVec<LeanString>,
    #[serde(default)]
    pub with: ThinVec<LeanString>,
    /// Whether they replace those who are on it.
    #[serde(default)]
    pub only: bool,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Unassign {
    pub item: EntryId,
    /// Whom to take off it; empty for all who are on it.
    #[serde(default)]
    pub people: ThinVec<LeanString>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Progress {
    pub item: EntryId,
    pub text: LeanString,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ItemResult {
    pub item: EntryId,
    pub text: LeanString,
    /// Whether it replaces the earlier results.
    #[serde(default)]
    pub only: bool,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Done {
    pub item: EntryId,
    pub text: Option<LeanString>,
    /// Whose work it is; empty for everybody who was ever assigned.
    #[serde(default)]
    pub people: ThinVec<LeanString>,
    /// Who helped; empty for everybody who was ever assigned as a helper.
    #[serde(default)]
    pub with: ThinVec<LeanString>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Drop {
    pub item: EntryId,
    pub text: Option<LeanString>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Reopen {
    pub item: EntryId,
    pub text: Option<LeanString>,
}

/// Changes what it names, and nothing else.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Move {
    pub item: EntryId,
    /// Where it is filed; `Some(None)`, stored as an empty text, is under no topic of its own.
    #[serde(default, deserialize_with = "topic_or_none")]
    pub topic: Option<Option<Topic>>,
    /// What it is part of.
    pub under: Option<EntryId>,
    /// Whether it is part of no other item.
    #[serde(default)]
    pub top: bool,
    /// When it is to happen; empty for no time.
    pub when: Option<LeanString>,
}

fn topic_or_none<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Option<Topic>>, D::Error> {
    let text = String::deserialize(from)?;
    let topic = (!text.is_empty()).then(|| Topic::try_from(text));
    topic.transpose().map(Some).map_err(D::Error::custom)
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Discuss {
    pub text: LeanString,
    pub topic: Option<Topic>,
    #[serde(default)]
    pub people: ThinVec<LeanString>,
    #[serde(default)]
    pub with: ThinVec<LeanString>,
    /// When it is to happen, for the board.
    pub when: Option<LeanString>,
    pub decided: Option<LeanString>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Decide {
    pub item: EntryId,
    pub text: LeanString,
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Talk {
    pub text: LeanString,
    pub topic: Option<Topic>,
    #[serde(default)]
    pub people: ThinVec<LeanString>,
    #[serde(default)]
    pub with: ThinVec<LeanString>,
    /// When it is to happen, for the board.
    pub when: Option<LeanString>,
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Join {
    #[serde(deserialize_with = "name")]
    pub person: LeanString,
    /// The short name that logs use; unique in the sprint. One with a capital letter is also the name that is printed.
    #[serde(deserialize_with = "name")]
    pub nick: LeanString,
    /// Other names that may be typed.
    #[serde(default)]
    pub also: ThinVec<LeanString>,
    /// The first day, if not the sprint's.
    #[serde(default, deserialize_with = "day")]
    pub from: Option<NaiveDate>,
    /// The last day, if not the sprint's.
    #[serde(default, deserialize_with = "day")]
    pub to: Option<NaiveDate>,
    pub role: Option<Role>,
    pub org: Option<LeanString>,
    /// A group of attendees, such as a team.
    pub group: Option<LeanString>,
    /// Their page.
    pub url: Option<LeanString>,
}

fn name<'de, D: Deserializer<'de>>(from: D) -> Result<LeanString, D::Error> {
    let name = LeanString::deserialize(from)?;
    match name.trim().is_empty() {
        true => Err(D::Error::custom("a name that is empty")),
        false => Ok(name),
    }
}

pub(super) fn day<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<NaiveDate>, D::Error> {
    let text = String::deserialize(deserializer)?;
    let day = text
        .parse()
        .map_err(|_| D::Error::custom("expected a date such as 2017-02-27"))?;
    Ok(Some(day))
}

/// What kind of attendee somebody is, where it matters.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Deserialize, EnumString, IntoStaticStr, VariantNames,
)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Role {
    /// At a sprint for the first time; to be paired with somebody experienced.
    Newcomer,
    /// Present to see and talk, not to work on tasks.
    Visitor,
    /// Taking part from elsewhere.
    Remote,
    /// Living where the sprint takes place.
    Host,
}

impl Role {
    /// Returns the word that is typed, stored and shown.
    pub fn word(self) -> &'static str {
        self.into()
    }
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Leave {
    pub people: ThinVec<LeanString>,
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Goal {
    pub text: LeanString,
    /// Whether it has nothing to do with the work.
    #[serde(default)]
    pub side: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Day {
    /// Its theme.
    pub text: Option<LeanString>,
    /// Whether nobody is expected to work.
    #[serde(default, rename = "break")]
    pub is_break: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Note {
    pub text: LeanString,
    pub topic: Option<Topic>,
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Next {
    /// The item that it follows from.
    pub item: Option<EntryId>,
    pub text: LeanString,
    pub topic: Option<Topic>,
    #[serde(default)]
    pub people: ThinVec<LeanString>,
    #[serde(default)]
    pub with: ThinVec<LeanString>,
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Photo {
    pub item: Option<EntryId>,
    pub text: Option<LeanString>,
    /// An `http` or `https` address, or the path of a file relative to the sprint's folder, with `/` between its parts.
    pub file: LeanString,
    /// What stands for the picture where it cannot be seen.
    pub alt: Option<LeanString>,
    pub topic: Option<Topic>,
}

/// Returns whether a picture's file is a web address and not a path.
pub fn is_address(file: &str) -> bool {
    let file = file.to_lowercase();
    file.starts_with("http://") || file.starts_with("https://")
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Thank {
    pub text: LeanString,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Reword {
    pub item: EntryId,
    pub text: LeanString,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Renumber {
    pub item: EntryId,
    /// The new number, from 1 to 999,999,999. The id stays.
    #[serde(deserialize_with = "number")]
    pub number: u32,
    /// Whether `sync` recorded it, to resolve a shared number, and nobody typed it.
    #[serde(default)]
    pub settled: bool,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Undo {
    pub entry: EntryId,
    /// Whether only that entry is taken back, and not those that were recorded together with it.
    #[serde(default)]
    pub only: bool,
}
