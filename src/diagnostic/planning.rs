//! What is wrong in a planning document, in words.

#[cfg(test)]
mod tests;
mod unread;

use std::iter;

use super::failure::Failure;
use super::words::{kind_word, listed, some};
use crate::domain::ItemKind;
use crate::text::{excerpt, shell_words};

pub use self::unread::{RowFault, Run, UnreadKind};

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

/// What was seen in a planning document and changes nothing, or what has to be said about how it was understood. An item is shown as
/// `12 fix the leak`.
#[derive(Clone, Debug, PartialEq)]
pub enum PlanningRemark {
    /// The lines of open items are gone from the document: they stay open.
    Missing(Vec<String>),
    /// Items are closed, and stay so: their boxes are empty, or say that those are given up which are finished.
    StayClosed {
        items: Vec<String>,
        is_given_up: bool,
    },
    /// People are gone from the list of who is there: they have not left.
    StayHere(Vec<String>),
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
    /// A line that is open is like an item that is closed.
    LikeClosed {
        line: usize,
        item: String,
        label: String,
        kind: ItemKind,
    },
    /// A line has the words of several items, and nothing tells which one is meant.
    SameWords { line: usize, items: Vec<String> },
    /// A line is about an item that was taken back.
    TakenBack { line: usize, number: String },
    /// The status is gone from a line; there is no entry that says so.
    StatusStays { line: usize, item: String },
    /// Other people are named on a line of an item that is closed.
    ClosedPeople {
        line: usize,
        item: String,
        label: String,
        is_finished: bool,
        /// Those who came; none if it is not only that.
        came: Vec<String>,
    },
    /// The lines of an open item name some of those who are on it or nobody, and the others are not taken off.
    StaysOn {
        line: usize,
        item: String,
        label: String,
        /// Those who stay.
        people: Vec<String>,
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
    /// A status that may say that nobody does an item now.
    MayBeDropped {
        line: usize,
        title: String,
        status: String,
    },
    /// A status that may say that an item is done.
    MayBeDone {
        line: usize,
        title: String,
        status: String,
    },
    /// New discussions or talks in the last lines of a document, where tasks may be meant.
    AtTheEnd {
        /// The first of them.
        line: usize,
        count: usize,
        kind: ItemKind,
    },
    /// The status or the box of a line that was copied to make a new item.
    CopiedStatus {
        line: usize,
        number: String,
        /// `None` if it is only a box that says something.
        status: Option<String>,
    },
    /// Somebody is listed as gone who never was there.
    NeverJoined { line: usize, name: String },
    /// Somebody is listed as gone who left before and is back.
    IsBack { line: usize, name: String },
    /// Somebody leaves who is said to be sick.
    Sick { line: usize, name: String },
    /// Somebody has other days than a document without a stamp says.
    OtherDays { line: usize, name: String },
    /// A second line of an item has another time than its own line.
    OtherTime {
        line: usize,
        title: String,
        time: String,
        other: String,
    },
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
            | PlanningRemark::LikeClosed { line, .. }
            | PlanningRemark::SameWords { line, .. }
            | PlanningRemark::TakenBack { line, .. }
            | PlanningRemark::StatusStays { line, .. }
            | PlanningRemark::ClosedPeople { line, .. }
            | PlanningRemark::StaysOn { line, .. }
            | PlanningRemark::Credited { line, .. }
            | PlanningRemark::ClosedStatus { line, .. }
            | PlanningRemark::MayBeDropped { line, .. }
            | PlanningRemark::MayBeDone { line, .. }
            | PlanningRemark::AtTheEnd { line, .. }
            | PlanningRemark::CopiedStatus { line, .. }
            | PlanningRemark::NeverJoined { line, .. }
            | PlanningRemark::IsBack { line, .. }
            | PlanningRemark::Sick { line, .. }
            | PlanningRemark::OtherDays { line, .. }
            | PlanningRemark::OtherTime { line, .. }
            | PlanningRemark::Meanwhile { line, .. }
            | PlanningRemark::Unread { line, .. }
            | PlanningRemark::NoTopics { line, .. } => Some(*line),
            PlanningRemark::Missing(_)
            | PlanningRemark::StayClosed { .. }
            | PlanningRemark::StayHere(_)
            | PlanningRemark::HeadingGone { .. }
            | PlanningRemark::NothingTakenBack { .. }
            | PlanningRemark::NewPeople(_) => None,
        }
    }

    /// Returns how many lines it is about.
    pub(crate) fn count(&self) -> usize {
        match self {
            PlanningRemark::Unread { why, .. } => why.count(),
            _ => 1,
        }
    }

    /// Returns whether nothing of its lines is recorded, and nothing else is other for it.
    pub(crate) fn is_left_out(&self) -> bool {
        matches!(self, PlanningRemark::Unread { why, .. } if why.is_left_out())
    }

    /// Returns whether an edit is refused for it: an item or somebody may be meant, and it is not clear what is.
    pub(crate) fn refuses_edit(&self) -> bool {
        match self {
            PlanningRemark::Unread { why, .. } => !why.is_told_only() && !why.is_left_out(),
            _ => self.why_unread().is_some(),
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
            PlanningRemark::LikeClosed { label, kind, .. } => {
                let command = match kind {
                    ItemKind::Task => "plan",
                    ItemKind::Discussion => "discuss",
                    ItemKind::Talk => "talk",
                };
                let hint = "opens it, and `sprint";
                let hint = format!("`sprint reopen {label}` {hint} {command} TEXT` adds another");
                Some(Failure::new(self.describe(), hint))
            }
            _ => None,
        }
    }

    pub(crate) fn describe(&self) -> String {
        match self {
            PlanningRemark::Missing(items) => {
                format!("these items have no line and stay open: {}", some(items))
            }
            PlanningRemark::StayClosed { items, is_given_up } => {
                let (says, what_to_do) = match is_given_up {
                    true => (
                        "are given up in the document and stay done",
                        "`sprint reopen ITEM` and then `sprint drop ITEM` give one up",
                    ),
                    false => (
                        "are open in the document and stay closed",
                        "`sprint reopen ITEM` opens one",
                    ),
                };
                format!("these items {says}: {}; {what_to_do}", some(items))
            }
            PlanningRemark::StayHere(people) => format!(
                "{} {} not listed as here any more; if they have left, `sprint leave {}` says so",
                some(people),
                if people.len() == 1 { "is" } else { "are" },
                shell_words(&people.join(", "))
            ),
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
            PlanningRemark::LikeClosed { item, .. } => {
                format!(
                    "this may be `{item}`, which is closed, so nothing of this line is recorded"
                )
            }
            PlanningRemark::SameWords { items, .. } => format!("this may be {}", either(items)),
            PlanningRemark::TakenBack { number, .. } => {
                format!("#{number} was taken back, so nothing of this line is recorded")
            }
            PlanningRemark::StatusStays { item, .. } => {
                format!("the status of `{item}` stays; another one would replace it")
            }
            PlanningRemark::ClosedPeople {
                item,
                label,
                is_finished,
                came,
                ..
            } => {
                let stays = match came.len() {
                    0 => String::from("and who was on it stays"),
                    1 => format!("so {} is not put on it", came[0]),
                    _ => format!("so {} are not put on it", listed(came)),
                };
                let what_to_do = match is_finished {
                    true => format!("`sprint done {label} -p PEOPLE` says whose work it was"),
                    false => format!("`sprint reopen {label}` opens it"),
                };
                format!("`{item}` is closed, {stays}; {what_to_do}")
            }
            PlanningRemark::StaysOn {
                item,
                label,
                people,
                ..
            } => format!(
                "this line does not name {}, who {} on `{item}`; `sprint unassign {label} {}` takes them off",
                listed(people),
                if people.len() == 1 { "stays" } else { "stay" },
                shell_words(&people.join(", "))
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
                "`{item}` is closed, so its status `{}` is not recorded; `sprint reopen {label}` opens it, `sprint result {label}` adds to what came of it",
                excerpt(status, EXCERPT)
            ),
            PlanningRemark::MayBeDropped { title, status, .. } => format!(
                "`{}` stays open; if `{}` means that nobody does it in this sprint, write `POSTPONED: WHY`",
                excerpt(title, EXCERPT),
                excerpt(status, EXCERPT)
            ),
            PlanningRemark::MayBeDone { title, status, .. } => format!(
                "`{}` stays open; if `{}` means that it is done, check its box or write only `DONE`",
                excerpt(title, EXCERPT),
                excerpt(status, EXCERPT)
            ),
            PlanningRemark::AtTheEnd { kind, count, .. } => {
                let kind = kind_word(*kind);
                let (stand, are) = match count {
                    1 => ("line stands".to_owned(), format!("it is a new {kind}")),
                    count => (
                        format!("{count} lines stand"),
                        format!("they are new {kind}s"),
                    ),
                };
                format!(
                    "the last {stand} among the {kind}s, so {are}; a task stands before the first heading or under that of \
                     a topic"
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
            PlanningRemark::IsBack { name, .. } => format!(
                "`{name}` left and is back, so nothing is recorded; `sprint leave {}` says that they left again",
                shell_words(name)
            ),
            PlanningRemark::Sick { name, .. } => format!(
                "`{name}` is sick, and counts as gone from this day on; `sprint join {}` says when they are back",
                shell_words(name)
            ),
            PlanningRemark::OtherDays { name, .. } => format!(
                "`{name}` has other days, which stay as they are; `sprint join {} --from DAY --to DAY` changes them",
                shell_words(name)
            ),
            PlanningRemark::OtherTime {
                title, time, other, ..
            } => format!(
                "`{}` has the time `{time}` on another line, so `{other}` is not recorded; write both times there, or other words here for another item",
                excerpt(title, EXCERPT)
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

/// The columns of a line that are enough to recognize it.
const EXCERPT: usize = 60;

/// Shows items, one of which is meant: `1 fix it` or `2 test it`.
fn either(items: &[String]) -> String {
    let items: Vec<String> = items.iter().map(|item| format!("`{item}`")).collect();
    items.join(" or ")
}
