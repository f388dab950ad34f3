//! What is wrong in a planning document, in words.

#[cfg(test)]
mod tests;

use std::iter;

use super::failure::Failure;
use super::words::kind_word;
use crate::domain::ItemKind;
use crate::text::excerpt;

/// What is wrong in a planning document, so that nothing of it may be recorded. An item is shown as `12 fix the leak`.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "`describe` has the words for each")]
pub enum PlanningFault {
    /// What is wrong with a line by itself.
    Row(RowFault),
    /// A number whose item has other words.
    OtherWords {
        number: String,
        line: String,
        item: String,
    },
    /// A number in front of the words of another item.
    WordsOfAnother {
        number: String,
        item: String,
        other: String,
    },
    /// The number of an item within the words of its line.
    NotInFront { number: String },
    /// A number that two items have.
    TwoItems { number: String, items: Vec<String> },
    /// Several lines with the number of one item, of which it is not clear which one is its own.
    Twice { item: String },
    /// An item that was moved to the section of another kind.
    OtherKind { item: String, kind: ItemKind },
}

impl PlanningFault {
    pub(crate) fn describe(&self) -> Failure {
        match self {
            PlanningFault::Row(fault) => fault.describe(),
            PlanningFault::OtherWords { number, line, item } => Failure::new(
                format!("`{line}` does not have the words of #{number}, which is `{item}`"),
                "put the item's words back behind its number; without the number, the line is something new",
            ),
            PlanningFault::WordsOfAnother {
                number,
                item,
                other,
            } => Failure::new(
                format!("#{number} is `{item}`, but the words of this line are those of `{other}`"),
                "put the number of an item in front of its own words",
            ),
            PlanningFault::NotInFront { number } => Failure::new(
                format!("#{number} does not stand right behind the bullet or the box"),
                format!("write `- [ ] #{number} …`; without the number, the line is something new"),
            ),
            PlanningFault::TwoItems { number, items } => Failure::new(
                format!("#{number} may be {}", either(items)),
                "write the number with its letter",
            ),
            PlanningFault::Twice { item } => Failure::new(
                format!("`{item}` stands on several lines"),
                "keep its number on one line, with its words; without a number, the other line is something new",
            ),
            PlanningFault::OtherKind { item, kind } => {
                let heading = match kind {
                    ItemKind::Talk => "Talks",
                    _ => "Discussions",
                };
                let kind = kind_word(*kind);
                Failure::new(
                    format!("`{item}` is not a {kind}, but stands among the {kind}s"),
                    format!(
                        "move the line back; without its number, it is a new {kind}. A heading for tasks \
                         that has such a name ends in a slash: `## {heading}/`"
                    ),
                )
            }
        }
    }
}

/// What is wrong with a row by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowFault {
    /// A second number behind a sign of an item, within the line: it was joined with another.
    SecondNumber(String),
    /// A second box within the line.
    SecondBox,
}

impl RowFault {
    fn describe(&self) -> Failure {
        let hint = "give each item a line of its own";
        match self {
            RowFault::SecondNumber(number) => {
                Failure::new(format!("#{number} is a second item on this line"), hint)
            }
            RowFault::SecondBox => Failure::new("there is a second box on this line", hint),
        }
    }
}

/// Why a line was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnreadKind {
    /// Words outside any item.
    Prose,
    /// The first of several lines of them.
    Lines(usize),
    /// A bullet that only tells something.
    Bullet,
    /// A heading below which nothing is an item, with the number of lines there.
    Section(usize),
    /// Words in a list of who is there that are not a name.
    NotAName,
    /// Somebody who is said to be away for some days.
    AwayForDays,
    /// A heading typed into our own document that only says that tasks stand below it.
    NoTopic,
    /// A heading with people in brackets.
    PeopleOfHeading,
    /// Names or a status alone.
    NoWords,
    /// A line with the numbers of several items.
    Row(RowFault),
    /// A table none of whose headings says what its rows are.
    Table,
    /// An item struck through: done or dropped?
    Struck,
    /// Minutes or results of an item that was given up.
    BelowDropped,
    /// Brackets that may be people: a name that is too little to know whom it means.
    Names,
    /// Words among people that are not names: `later`.
    NotNames(Vec<String>),
    /// Brackets that say of each part what it is.
    Labels,
    /// A box with a sign that says nothing.
    UnknownBox,
    /// An empty box in front of a word that closes an item.
    EmptyBox,
    /// The line of an item that ends within what was exported.
    CutOff,
    /// Brackets with a name that looks like a typo of somebody's.
    NoSuchPerson {
        name: String,
        /// The full names of those.
        near: Vec<String>,
    },
}

/// What was seen in a planning document and changes nothing, or what has to be said about how it was understood. An item is shown as
/// `12 fix the leak`.
#[derive(Clone, Debug, PartialEq)]
pub enum PlanningRemark {
    /// The lines of open items are gone from the document: they stay open.
    Missing(Vec<String>),
    /// A heading is gone; what stood under it stays there.
    HeadingGone {
        heading: String,
        /// One under which its items are now, and which is not a topic.
        now: Option<String>,
    },
    /// Nothing is taken back, as there is no stamp, or one that does not fit the log.
    NothingTakenBack { has_stamp: bool },
    /// A line was taken for an item in other words.
    Like { line: usize, item: String },
    /// A line has the words of several items, and nothing tells which one is meant.
    SameWords { line: usize, items: Vec<String> },
    /// A line is about an item that was taken back.
    TakenBack { line: usize, number: String },
    /// The status is gone from a line; there is no entry that says so.
    StatusStays { line: usize, item: String },
    /// People were changed of an item that is closed.
    ClosedPeople {
        line: usize,
        item: String,
        label: String,
    },
    /// An item was closed with other names in the place of those who were on it.
    Credited {
        line: usize,
        item: String,
        label: String,
        people: Vec<String>,
        others: Vec<String>,
    },
    /// A status of an item that is closed.
    ClosedStatus {
        line: usize,
        item: String,
        label: String,
        status: String,
    },
    /// A new discussion or talk in the last line of a document, where a task may be meant.
    AtTheEnd { line: usize, kind: ItemKind },
    /// The status or the box of a line that was copied to make a new item.
    CopiedStatus {
        line: usize,
        number: String,
        /// `None` if it is only a box that says something.
        status: Option<String>,
    },
    /// Somebody is listed as gone who never was there.
    NeverJoined { line: usize, name: String },
    /// Somebody has other days than a document without a stamp says.
    OtherDays { line: usize, name: String },
    /// Others have changed the same since the document was exported.
    Meanwhile { line: usize, item: String },
    /// A line was not understood.
    Unread {
        line: usize,
        text: String,
        why: UnreadKind,
    },
    /// Headings that are not topics and may be meant as one, with the line of the first.
    NoTopics {
        line: usize,
        first: String,
        others: Vec<String>,
    },
    /// People whom nobody knows, as they are typed: `+Amaury`.
    NewPeople(Vec<String>),
}

impl PlanningRemark {
    /// Returns the line of the document that it is about.
    pub(crate) fn line(&self) -> Option<usize> {
        match self {
            PlanningRemark::Like { line, .. }
            | PlanningRemark::SameWords { line, .. }
            | PlanningRemark::TakenBack { line, .. }
            | PlanningRemark::StatusStays { line, .. }
            | PlanningRemark::ClosedPeople { line, .. }
            | PlanningRemark::Credited { line, .. }
            | PlanningRemark::ClosedStatus { line, .. }
            | PlanningRemark::AtTheEnd { line, .. }
            | PlanningRemark::CopiedStatus { line, .. }
            | PlanningRemark::NeverJoined { line, .. }
            | PlanningRemark::OtherDays { line, .. }
            | PlanningRemark::Meanwhile { line, .. }
            | PlanningRemark::Unread { line, .. }
            | PlanningRemark::NoTopics { line, .. } => Some(*line),
            PlanningRemark::Missing(_)
            | PlanningRemark::HeadingGone { .. }
            | PlanningRemark::NothingTakenBack { .. }
            | PlanningRemark::NewPeople(_) => None,
        }
    }

    /// Says why nothing of its line is recorded, if that is so because the line was not understood.
    pub(crate) fn why_unread(&self) -> Option<Failure> {
        match self {
            PlanningRemark::Unread { why, .. } => Some(why.describe()),
            PlanningRemark::SameWords { .. } => Some(Failure::new(
                self.describe(),
                "put the number of the one that is meant before the title: `#12 TITLE`",
            )),
            _ => None,
        }
    }

    pub(crate) fn describe(&self) -> String {
        match self {
            PlanningRemark::Missing(items) => {
                format!("these items have no line and stay open: {}", some(items))
            }
            PlanningRemark::HeadingGone { heading, now: None } => {
                format!("the heading `{heading}` is gone; what stood under it stays there")
            }
            PlanningRemark::HeadingGone {
                heading,
                now: Some(now),
            } => format!(
                "the heading `{heading}` is gone; what stood under it stays there, as `{now}` is not a topic: \
                 it is one with a slash at its end, `## {now}/`"
            ),
            PlanningRemark::NothingTakenBack { has_stamp: false } => String::from(
                "nothing is taken back: the document does not say from which state of the sprint it comes",
            ),
            PlanningRemark::NothingTakenBack { has_stamp: true } => String::from(
                "nothing is taken back: what was recorded up to the state from which the document comes has changed",
            ),
            PlanningRemark::Like { item, .. } => {
                format!("this is taken for `{item}` in other words")
            }
            PlanningRemark::SameWords { items, .. } => format!("this may be {}", either(items)),
            PlanningRemark::TakenBack { number, .. } => {
                format!("#{number} was taken back, so nothing of this line is recorded")
            }
            PlanningRemark::StatusStays { item, .. } => {
                format!("the status of `{item}` stays; another one would replace it")
            }
            PlanningRemark::ClosedPeople { item, label, .. } => format!(
                "`{item}` is closed, and who was on it stays; `sprint done {label} -p PEOPLE` says whose work it was"
            ),
            PlanningRemark::Credited {
                item,
                label,
                people,
                others,
                ..
            } => format!(
                "`{item}` is credited to {} alone, as its line says, no longer to {}; `sprint done {label} -p PEOPLE` \
                 says it otherwise",
                some(people),
                some(others)
            ),
            PlanningRemark::ClosedStatus {
                item,
                label,
                status,
                ..
            } => format!(
                "`{item}` is closed, so its status `{}` is not recorded; `sprint result {label}` adds to what came of it",
                excerpt(status, EXCERPT)
            ),
            PlanningRemark::AtTheEnd { kind, .. } => {
                let kind = kind_word(*kind);
                format!(
                    "the last line stands among the {kind}s, so it is a new {kind}; a task stands before the first heading \
                     or under that of a topic"
                )
            }
            PlanningRemark::CopiedStatus { number, status, .. } => {
                let without = match status {
                    Some(status) => format!("the status `{}`", excerpt(status, EXCERPT)),
                    None => "what its box says".to_owned(),
                };
                format!(
                    "this line has the number of #{number} and other words, so it is a new item, without {without}"
                )
            }
            PlanningRemark::NeverJoined { name, .. } => {
                format!("`{name}` has not joined, so nothing is recorded about their leaving")
            }
            PlanningRemark::OtherDays { name, .. } => format!(
                "`{name}` has other days, which stay as they are; `sprint join {name} --from DAY --to DAY` changes them"
            ),
            PlanningRemark::Meanwhile { item, .. } => {
                format!(
                    "others changed `{item}`, too, after the document was written; now it is as the document says"
                )
            }
            PlanningRemark::Unread { text, why, .. } => {
                format!("{}: `{}`", why.describe().message, excerpt(text, EXCERPT))
            }
            PlanningRemark::NoTopics { first, others, .. } => {
                let first = excerpt(first, EXCERPT);
                let others = others.iter().map(|heading| excerpt(heading, EXCERPT));
                let all = iter::once(first.clone()).chain(others);
                let quoted: Vec<String> = all.map(|heading| format!("`{heading}`")).collect();
                let below = if quoted.len() == 1 {
                    format!(
                        "is not a topic, so the items below it have none; to make it one, write `{first}/`"
                    )
                } else {
                    format!(
                        "are not topics, so the items below them have none; to make `{first}` one, write `{first}/`"
                    )
                };
                format!("{} {below}", some(&quoted))
            }
            PlanningRemark::NewPeople(people) => format!(
                "new names: {}; `sprint join` adds those who attend",
                some(people)
            ),
        }
    }
}

impl UnreadKind {
    /// Says why, and what to do to the line.
    pub(crate) fn describe(&self) -> Failure {
        match self {
            UnreadKind::Prose => Failure::new(
                "this does not belong to an item",
                "indent it below an item, or begin it with `- `",
            ),
            UnreadKind::Lines(count) => Failure::new(
                format!("these {count} lines do not belong to an item"),
                "indent them below an item, or begin each with `- `",
            ),
            UnreadKind::Bullet => Failure::new(
                "this does not say what is to be done",
                "indent it below its item, or give it a box if it is one: `- [ ] …`",
            ),
            UnreadKind::Section(count) => {
                let lines = match count {
                    0 => String::from("the lines below this heading are not items"),
                    1 => String::from("the line below this heading is not an item"),
                    count => format!("the {count} lines below this heading are not items"),
                };
                Failure::new(
                    lines,
                    "a slash at its end makes a topic of it, as in `## Goals/`",
                )
            }
            UnreadKind::NotAName => Failure::new(
                "this does not look like the name of somebody who is there",
                "write the name alone, without quotes, and `,` between two names",
            ),
            UnreadKind::AwayForDays => Failure::new(
                "`Away:` means gone for good, so nothing is recorded where more stands behind a name",
                "write the name alone if they have left, else their days after `Here:`, as in `Armin (from Wed)`",
            ),
            UnreadKind::NoTopic => Failure::new(
                "this heading says only that tasks stand below it",
                "a slash at its end makes a topic of it, as in `## Tasks/`; what is finished has its box checked, and what has no topic \
                 stands before the first heading",
            ),
            UnreadKind::PeopleOfHeading => Failure::new(
                "people behind a heading are not put on the items below it",
                "write them behind each item that they work on",
            ),
            UnreadKind::NoWords => Failure::new(
                "this line does not say what is to be done",
                "write it into the line, or put the names or the status on the line of their item",
            ),
            UnreadKind::Row(fault) => fault.describe(),
            UnreadKind::Table => Failure::new(
                "nothing says which column of this table has the tasks",
                "call it `task` in the first row",
            ),
            UnreadKind::Struck => Failure::new(
                "this is struck through, which may mean done or dropped",
                "write DONE or ABANDONED after it instead",
            ),
            UnreadKind::BelowDropped => Failure::new(
                "this stands below an item that was given up, which has no results",
                "open the item again first: `sprint reopen ITEM`",
            ),
            UnreadKind::Names => Failure::new(
                "these brackets may name people, but it is not clear whom",
                "name them by their nicks",
            ),
            UnreadKind::NotNames(words) => {
                let are = if words.len() == 1 {
                    "is not a name"
                } else {
                    "are not names"
                };
                let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
                Failure::new(
                    format!("{} {are}", words.join(", ")),
                    "name only people there, and write what else there is to say behind them",
                )
            }
            UnreadKind::Labels => Failure::new(
                "these brackets say of each part what it is, and are not read",
                "write the names alone into them, the time after a comma and the status after a colon: `(Armin, Anto), Thu 17:00: STATUS`",
            ),
            UnreadKind::UnknownBox => Failure::new(
                "the sign in this box says nothing",
                "write `[ ]` for open, `[x]` for done, `[-]` for dropped, or `[~]` for in progress",
            ),
            UnreadKind::EmptyBox => Failure::new(
                "the box is empty, but the words say that this is closed",
                "check the box, or take the status away",
            ),
            UnreadKind::CutOff => Failure::new(
                "this line ends within the words that its item has",
                "complete it",
            ),
            UnreadKind::NoSuchPerson { name, near } => Failure::new(
                format!("nobody is called `{name}`"),
                format!(
                    "did you mean {}? Somebody new has a `+`: `+{name}`",
                    near.join(" or ")
                ),
            ),
        }
    }
}

/// The columns of a line that are enough to recognize it.
const EXCERPT: usize = 60;

/// Lists the first few things, and counts the others.
fn some(things: &[String]) -> String {
    const SHOWN: usize = 8;
    let shown = things[..things.len().min(SHOWN)].join(", ");
    match things.len().saturating_sub(SHOWN) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

/// Shows items, one of which is meant: `1 fix it` or `2 test it`.
fn either(items: &[String]) -> String {
    let items: Vec<String> = items.iter().map(|item| format!("`{item}`")).collect();
    items.join(" or ")
}
