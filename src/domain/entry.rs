//! One line of a day log: when, by whom, what.

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantNames};

use super::id::{EntryId, number};
use super::limits::{Excess, Limited, MOST_NAMES};
use super::topic::Topic;

/// One line of a day log.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Unique in the sprint.
    pub id: EntryId,
    /// When it counts, to the millisecond, in the writer's zone: entries have their effect in the order of this.
    pub at: DateTime<FixedOffset>,
    /// Who typed it.
    pub by: String,
    /// What was recorded.
    pub action: Action,
    /// When it was typed, if that is another time than `at`: it was entered for another time, or moved.
    pub entered: Option<DateTime<FixedOffset>>,
    /// The day that it belongs to, if that is not the day of `at`: it was moved over midnight. Stored as `day`.
    pub kept_day: Option<NaiveDate>,
    /// The first entry of those that were recorded together with it, and are taken back together.
    pub batch: Option<EntryId>,
}

impl Entry {
    /// An entry that counts from when it was typed, and was recorded alone.
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

    /// The day that the entry belongs to, as the writer's calendar had it.
    pub fn day(&self) -> NaiveDate {
        self.kept_day.unwrap_or_else(|| self.at.date_naive())
    }

    /// When it was typed.
    pub fn typed(&self) -> DateTime<FixedOffset> {
        self.entered.unwrap_or(self.at)
    }

    /// The time to tell it with: one of its day, if there is one.
    pub fn told_at(&self) -> DateTime<FixedOffset> {
        let typed = self.typed();
        if self.kept_day == Some(typed.date_naive()) {
            typed
        } else {
            self.at
        }
    }

    /// The same entry with its effect at another time; when it was typed and the day that it belongs to stay.
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
/// The names of the variants and of their fields are the words on disk (DESIGN: the log is a contract), so each variant
/// spells its stored name. Fields are written in the order in which they stand here. People are stored as
/// the nick of whoever has joined, as the name that was typed of whoever has not, as [`EVERYBODY`], and with a `?` behind when in doubt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "lowercase")]
pub enum Action {
    /// A task. Twice: two tasks.
    #[serde(rename = "plan")]
    Plan(Plan),
    /// People on an item from now on. Twice: nothing more.
    #[serde(rename = "assign")]
    Assign(Assign),
    /// People off an item; their credit stays.
    #[serde(rename = "unassign")]
    Unassign(Unassign),
    /// Where an item stands; for a discussion, a paragraph of its minutes. The last one is the item's state.
    #[serde(rename = "progress")]
    Progress(Progress),
    /// Finished, with its outcome. Again: one more paragraph.
    #[serde(rename = "done")]
    Done(Done),
    /// Given up, postponed, moved elsewhere.
    #[serde(rename = "drop")]
    Drop(Drop),
    /// Not finished after all.
    #[serde(rename = "reopen")]
    Reopen(Reopen),
    /// A discussion, an item.
    #[serde(rename = "discuss")]
    Discuss(Discuss),
    /// What was decided in a discussion. Again: one more paragraph.
    #[serde(rename = "decide")]
    Decide(Decide),
    /// A talk, tutorial or demo, an item.
    #[serde(rename = "talk")]
    Talk(Talk),
    /// An attendee. Again: what is said anew replaces what was said before.
    #[serde(rename = "join")]
    Join(Join),
    /// Gone from the entry's day on.
    #[serde(rename = "leave")]
    Leave(Leave),
    /// A goal of the sprint.
    #[serde(rename = "goal")]
    Goal(Goal),
    /// What the entry's day is. Again: the last word holds.
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
    /// Other words for an item. Again: the last ones hold, all are kept.
    #[serde(rename = "reword")]
    Reword(Reword),
    /// Another number for an item, one that nobody else had. Again: the last one holds.
    #[serde(rename = "renumber")]
    Renumber(Renumber),
    /// Another entry has no effect. Of an undo: what that took back is there again. Twice: nothing more.
    #[serde(rename = "undo")]
    Undo(Undo),
}

impl Action {
    /// The name of the command that records it.
    pub fn kind(&self) -> &'static str {
        self.into()
    }

    /// The item that the entry is about, unless it makes it.
    pub fn item(&self) -> Option<&EntryId> {
        match self {
            Action::Assign(assign) => Some(&assign.item),
            Action::Unassign(unassign) => Some(&unassign.item),
            Action::Progress(progress) => Some(&progress.item),
            Action::Done(done) => Some(&done.item),
            Action::Drop(drop) => Some(&drop.item),
            Action::Reopen(reopen) => Some(&reopen.item),
            Action::Decide(decide) => Some(&decide.item),
            Action::Reword(reword) => Some(&reword.item),
            Action::Renumber(renumber) => Some(&renumber.item),
            Action::Photo(photo) => photo.item.as_ref(),
            Action::Plan(_)
            | Action::Discuss(_)
            | Action::Talk(_)
            | Action::Join(_)
            | Action::Leave(_)
            | Action::Goal(_)
            | Action::Day(_)
            | Action::Note(_)
            | Action::Next(_)
            | Action::Thank(_)
            | Action::Undo(_) => None,
        }
    }

    /// Where the entry files what it says.
    pub fn topic(&self) -> Option<&Topic> {
        match self {
            Action::Plan(plan) => plan.topic.as_ref(),
            Action::Discuss(discuss) => discuss.topic.as_ref(),
            Action::Talk(talk) => talk.topic.as_ref(),
            Action::Note(note) => note.topic.as_ref(),
            Action::Photo(photo) => photo.topic.as_ref(),
            Action::Assign(_)
            | Action::Unassign(_)
            | Action::Progress(_)
            | Action::Done(_)
            | Action::Drop(_)
            | Action::Reopen(_)
            | Action::Decide(_)
            | Action::Join(_)
            | Action::Leave(_)
            | Action::Goal(_)
            | Action::Day(_)
            | Action::Next(_)
            | Action::Thank(_)
            | Action::Reword(_)
            | Action::Renumber(_)
            | Action::Undo(_) => None,
        }
    }

    /// Whom the entry names for some work, as stored.
    pub fn names(&self) -> Vec<&String> {
        let (people, with): (&[String], &[String]) = match self {
            Action::Plan(plan) => (&plan.people, &[]),
            Action::Assign(assign) => (&assign.people, &assign.with),
            Action::Unassign(unassign) => (&unassign.people, &[]),
            Action::Done(done) => (&done.people, &done.with),
            Action::Discuss(discuss) => (&discuss.people, &[]),
            Action::Talk(talk) => (&talk.people, &[]),
            Action::Next(next) => (&next.people, &[]),
            Action::Progress(_)
            | Action::Drop(_)
            | Action::Reopen(_)
            | Action::Decide(_)
            | Action::Join(_)
            | Action::Leave(_)
            | Action::Goal(_)
            | Action::Day(_)
            | Action::Note(_)
            | Action::Photo(_)
            | Action::Thank(_)
            | Action::Reword(_)
            | Action::Renumber(_)
            | Action::Undo(_) => (&[], &[]),
        };
        people.iter().chain(with).collect()
    }

    /// Whether the entry makes an item and therefore takes a number.
    pub fn makes_item(&self) -> bool {
        matches!(self, Action::Plan(_) | Action::Discuss(_) | Action::Talk(_))
    }
}

impl Entry {
    /// The first thing about the entry that is beyond a limit.
    pub fn excess(&self) -> Option<Excess> {
        let by = Limited::Name.excess_of(&self.by);
        by.or_else(|| self.action.excess())
    }
}

impl Action {
    fn excess(&self) -> Option<Excess> {
        let names = self.all_names();
        if names.len() > MOST_NAMES {
            return Some(Excess::Names(names.len()));
        }
        let name = names.into_iter().map(|name| (Limited::Name, name.as_str()));
        let mut limited = self.texts().into_iter().chain(name);
        let text = limited.find_map(|(what, text)| what.excess_of(text));
        text.or_else(|| self.topic().and_then(Topic::excess))
    }

    /// Every name that the entry holds.
    fn all_names(&self) -> Vec<&String> {
        match self {
            Action::Join(join) => [&join.person, &join.nick]
                .into_iter()
                .chain(&join.also)
                .collect(),
            Action::Leave(leave) => leave.people.iter().collect(),
            other => other.names(),
        }
    }

    /// The texts of the entry, and what each of them is.
    pub fn texts(&self) -> Vec<(Limited, &str)> {
        fn title(text: &str) -> (Limited, &str) {
            (Limited::Title, text)
        }
        fn some(what: Limited, text: Option<&String>) -> Option<(Limited, &str)> {
            text.map(|text| (what, text.as_str()))
        }
        match self {
            Action::Plan(plan) => vec![title(&plan.text)],
            Action::Discuss(discuss) => [title(&discuss.text)]
                .into_iter()
                .chain(some(Limited::Text, discuss.decided.as_ref()))
                .collect(),
            Action::Talk(talk) => vec![title(&talk.text)],
            Action::Goal(goal) => vec![title(&goal.text)],
            Action::Reword(reword) => vec![title(&reword.text)],
            Action::Day(day) => some(Limited::Title, day.text.as_ref())
                .into_iter()
                .collect(),
            Action::Join(join) => some(Limited::Org, join.org.as_ref()).into_iter().collect(),
            Action::Photo(photo) => some(Limited::Caption, photo.text.as_ref())
                .into_iter()
                .chain([(Limited::Picture, photo.file.as_str())])
                .collect(),
            Action::Progress(progress) => vec![(Limited::Text, &progress.text)],
            Action::Done(done) => some(Limited::Text, done.text.as_ref())
                .into_iter()
                .collect(),
            Action::Drop(drop) => some(Limited::Text, drop.text.as_ref())
                .into_iter()
                .collect(),
            Action::Reopen(reopen) => some(Limited::Text, reopen.text.as_ref())
                .into_iter()
                .collect(),
            Action::Decide(decide) => vec![(Limited::Text, &decide.text)],
            Action::Note(note) => vec![(Limited::Text, &note.text)],
            Action::Next(next) => vec![(Limited::Text, &next.text)],
            Action::Thank(thank) => vec![(Limited::Text, &thank.text)],
            Action::Assign(_)
            | Action::Unassign(_)
            | Action::Leave(_)
            | Action::Renumber(_)
            | Action::Undo(_) => Vec::new(),
        }
    }
}

/// Stands for all who are present.
pub const EVERYBODY: &str = "everybody";

/// See [`Action::Plan`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// What is to be done.
    pub text: String,
    /// Where it is filed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<Topic>,
    /// The item that it is a part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub under: Option<EntryId>,
    /// Who is on it from the start.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<String>,
}

/// See [`Action::Assign`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assign {
    /// The item.
    pub item: EntryId,
    /// Who does it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<String>,
    /// Who helps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<String>,
    /// Instead of those who are on it, not besides them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub only: bool,
}

/// See [`Action::Unassign`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Unassign {
    /// The item.
    pub item: EntryId,
    /// Who goes off it; empty for all who are on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<String>,
}

/// See [`Action::Progress`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// The item.
    pub item: EntryId,
    /// A free phrase, or sentences.
    pub text: String,
}

/// See [`Action::Done`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Done {
    /// The item.
    pub item: EntryId,
    /// The outcome, for the report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Whose work it is; empty for everybody ever assigned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<String>,
    /// Who helped; empty for those ever assigned as helpers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<String>,
}

/// See [`Action::Drop`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Drop {
    /// The item.
    pub item: EntryId,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// See [`Action::Reopen`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reopen {
    /// The item.
    pub item: EntryId,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// See [`Action::Discuss`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Discuss {
    /// The question.
    pub text: String,
    /// Where it is filed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<Topic>,
    /// Who takes part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<String>,
    /// What was decided, when that is known at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided: Option<String>,
}

/// See [`Action::Decide`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Decide {
    /// The discussion.
    pub item: EntryId,
    /// What was decided.
    pub text: String,
}

/// See [`Action::Talk`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Talk {
    /// Its title.
    pub text: String,
    /// Where it is filed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<Topic>,
    /// Who speaks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<String>,
}

/// See [`Action::Join`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Join {
    /// The full name.
    pub person: String,
    /// The short name that logs use; unique in the sprint. One with a capital letter is also the name that is printed.
    pub nick: String,
    /// Other names that may be typed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// The first day, if not the sprint's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The last day, if not the sprint's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
    /// What kind of attendee.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// The affiliation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub org: Option<String>,
}

/// What kind of attendee somebody is, where it matters.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantNames,
)]
#[strum(serialize_all = "lowercase")]
pub enum Role {
    /// At a sprint for the first time: paired with an old hand.
    #[serde(rename = "newcomer")]
    Newcomer,
    /// There to see and talk, not to work on tasks.
    #[serde(rename = "visitor")]
    Visitor,
    /// Taking part from elsewhere.
    #[serde(rename = "remote")]
    Remote,
    /// Whose place it is.
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Leave {
    /// Who.
    pub people: Vec<String>,
}

/// See [`Action::Goal`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Goal {
    /// The goal.
    pub text: String,
    /// Whether it is one besides the work.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub side: bool,
}

/// See [`Action::Day`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Day {
    /// Its theme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Whether nobody is expected to work.
    #[serde(default, rename = "break", skip_serializing_if = "std::ops::Not::not")]
    pub is_break: bool,
}

/// See [`Action::Note`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// Sentences for the report.
    pub text: String,
    /// Where they are filed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<Topic>,
}

/// See [`Action::Next`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Next {
    /// What should happen.
    pub text: String,
    /// Who will see to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<String>,
}

/// See [`Action::Photo`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Photo {
    /// The item that it shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<EntryId>,
    /// The caption.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// An `http` or `https` address, or the path of a file relative to the sprint's folder, with `/` between its parts.
    pub file: String,
    /// Where it is filed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<Topic>,
}

/// Whether a picture's file is an address, and not a path.
pub fn is_address(file: &str) -> bool {
    let file = file.to_lowercase();
    file.starts_with("http://") || file.starts_with("https://")
}

/// See [`Action::Thank`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Thank {
    /// Whom, and for what.
    pub text: String,
}

/// See [`Action::Reword`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reword {
    /// The item.
    pub item: EntryId,
    /// Its new words.
    pub text: String,
}

/// See [`Action::Renumber`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Renumber {
    /// The item.
    pub item: EntryId,
    /// What it is called by from now on, from 1 to 999,999,999. Its id stays.
    #[serde(deserialize_with = "number")]
    pub number: u32,
    /// Whether `sync` settled it, and nobody typed it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub settled: bool,
}

/// See [`Action::Undo`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Undo {
    /// The entry that has no effect.
    pub entry: EntryId,
    /// That entry alone, not what was recorded together with it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub only: bool,
}
