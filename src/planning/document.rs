//! What stands in a planning document, whether it is new or not.

use super::stamp::Stamp;
use crate::diagnostic::{RowFault, UnreadKind};
use crate::domain::{ItemKind, Role, Sprint, stored_name};

/// A planning document as it was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// What its first line says about the state from which it was exported.
    pub stamp: Option<Stamp>,
    /// Who is listed as present, with the name as it stands there.
    pub here: Vec<Present>,
    /// Who is listed as having left.
    pub away: Vec<Present>,
    /// The lines about items, in the order of the document.
    pub rows: Vec<Row>,
    /// The headings under which something is filed, in order, each once.
    pub headings: Vec<Heading>,
    /// The headings of items that are not topics, in order: `Tasks`, `Discussions`, `Later`.
    pub lists: Vec<ListHeading>,
    /// The headings above tasks that are not topics and may be meant as one, each once.
    pub no_topics: Vec<ListHeading>,
    /// What was not understood.
    pub unread: Vec<Unread>,
    /// People whom brackets name and nobody knows, each once, as they are typed: `+Amaury`.
    pub new_people: Vec<String>,
}

impl Document {
    /// Makes one of neighbouring lines of which the same is to be said, with nothing between them that is read.
    pub fn fold_unread(&mut self) {
        let rows = self.rows.iter();
        let minutes = rows.clone().flat_map(|row| &row.minutes);
        let people = self.here.iter().chain(&self.away);
        let mut read: Vec<usize> = rows.map(|row| row.line).collect();
        read.extend(minutes.map(|minute| minute.line));
        read.extend(people.map(|present| present.line));
        read.extend(self.headings.iter().map(|heading| heading.line));
        read.extend(self.lists.iter().map(|list| list.line));
        read.sort_unstable();
        self.unread.dedup_by(|next, before| {
            let behind = read.partition_point(|line| *line <= before.line);
            let is_read = read.get(behind).is_some_and(|line| *line <= next.line);
            !is_read && before.why.takes(&next.why)
        });
    }

    /// Names those who were new in the sprint from which the document was exported, `then`, as the sprint has them `now`. A plus
    /// in front of a name that was known then says that somebody else is meant.
    pub fn know(&mut self, then: &Sprint, now: &Sprint) {
        let known = |typed: &str| {
            let name = typed.strip_prefix('+')?;
            if !then.find_person(name).is_empty() {
                return None;
            }
            match now.find_person(name)[..] {
                [id] => Some(stored_name(now.people().get(id))),
                _ => None,
            }
        };
        let rows = self.rows.iter_mut();
        let people = rows.flat_map(|row| row.people.iter_mut().chain(&mut row.credit));
        for person in people.flatten() {
            if let Some(name) = known(&person.typed) {
                person.typed = name;
            }
        }
        self.new_people.retain(|name| known(name).is_none());
    }
}

/// A heading of the document that is a topic.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    pub line: usize,
    /// The headings above it and itself, outermost first.
    pub path: Vec<String>,
}

/// A heading of items that is not a topic.
#[derive(Clone, Debug, PartialEq)]
pub struct ListHeading {
    pub line: usize,
    pub text: String,
    /// What its lines are.
    pub kind: ItemKind,
}

/// Somebody in a list of who is there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Present {
    pub line: usize,
    /// The name as `join` takes it, or the nick of somebody who attends already.
    pub typed: String,
    /// Whether they attend already.
    pub is_known: bool,
    /// The nick that the document uses for somebody new, as `join --nick` takes it, where that is not made of the name.
    pub nick: Option<String>,
    /// The longer name that the document has for somebody who is known by their first name alone, as `join --also` takes it.
    pub also: Option<String>,
    /// Who may be meant by the longer name of somebody new, as several have that first name.
    pub may_be: Option<String>,
    /// The words behind the name that say from when to when, as `join --from` and `--to` take them.
    pub from: Option<String>,
    pub to: Option<String>,
    /// Whether more is said behind the name than that they are away, such as a day.
    pub has_more: bool,
    /// Whether they are said to have left.
    pub is_gone: bool,
    /// Whether it is said that this is not certain.
    pub is_unsure: bool,
    /// Whether they are said to be sick.
    pub is_sick: bool,
    pub role: Option<Role>,
    /// The words behind the name that are not understood.
    pub unread: String,
}

/// A line about an item, with what was wrapped or belongs to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// The number of its first line, from 1.
    pub line: usize,
    /// The number behind the bullet or box, as it stands there: `12`, `12b`.
    pub number: Option<String>,
    /// What a new item of this line is.
    pub kind: Option<ItemKind>,
    pub title: String,
    /// Who is on it; `None` if the line says nothing about that. `()` is nobody.
    pub people: Option<Vec<Person>>,
    /// Whose work its status says it is.
    pub credit: Option<Vec<Person>>,
    /// Whether a name is not clear, so that nothing is known of who is off it.
    pub has_unclear_people: bool,
    /// When it is to happen.
    pub when: Option<String>,
    /// Its status, as it stands there.
    pub status: Option<String>,
    /// What the box, a sign or the status says about where it stands.
    pub mark: Mark,
    /// Whether its box says that, and not its words.
    pub is_boxed: bool,
    /// The heading above it that is no topic and says where it stands, or that nobody has begun it.
    pub column: Option<String>,
    /// The headings under which it is filed; empty for none.
    pub topic: Vec<String>,
    /// The place in [`Document::rows`] of the row that it is a part of.
    pub under: Option<usize>,
    /// What stands below it and is not an item itself.
    pub minutes: Vec<Minute>,
    /// What is wrong with the line by itself, such as a second box or number in it.
    pub fault: Option<RowFault>,
}

/// Somebody whom a line names as on its item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// What is typed for them: the nick of somebody known, `everybody`, or `+Amaury` for somebody whom nobody knows.
    pub typed: String,
    pub doubtful: bool,
    pub helps: bool,
    /// Whether the name is struck through: they are off it.
    pub is_struck: bool,
}

/// A paragraph below an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Minute {
    pub line: usize,
    /// Markdown; several lines only if it is code, a quote or a table.
    pub text: String,
    pub says: Says,
}

/// What a paragraph below an item says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Says {
    /// What was said or done, or how things stand.
    #[default]
    Words,
    /// What came of the item, as `OUTCOME: …` does.
    Result,
    /// What was decided in the discussion, as `decided: …` does.
    Decision,
}

/// What a box, a sign or a status says about where an item stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mark {
    /// Nothing.
    #[default]
    None,
    /// An empty box.
    Open,
    /// Work goes on, or something is waited for: never closes, and opens what was closed if that is known to be newer.
    InProgress,
    /// `DONE` and the like, or a checked box.
    Done,
    /// `HAPPENED`, `DISCUSSED`: closes a discussion or a talk, but not a task.
    Happened,
    /// `DECIDED`, and what: closes a discussion.
    Decided,
    /// `POSTPONED`, `ABANDONED`, `[-]`.
    Dropped,
    /// Struck through: either done or dropped.
    Struck,
}

impl Mark {
    /// Returns whether it closes items of any kind.
    pub fn may_close(self) -> bool {
        self.closes(ItemKind::Discussion)
    }

    /// Returns whether it closes an item of a kind.
    pub fn closes(self, kind: ItemKind) -> bool {
        match self {
            Mark::Done | Mark::Dropped => true,
            Mark::Happened => kind != ItemKind::Task,
            Mark::Decided => kind == ItemKind::Discussion,
            Mark::None | Mark::Open | Mark::InProgress | Mark::Struck => false,
        }
    }
}

/// A line that was not understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Unread {
    pub line: usize,
    pub text: String,
    pub why: UnreadKind,
}
