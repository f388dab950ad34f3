//! What was seen in a planning document, in words.

use std::iter;

use super::before::{Before, EXCERPT};
use super::either;
use super::unread::UnreadKind;
use crate::diagnostic::failure::Failure;
use crate::diagnostic::times::other_time;
use crate::diagnostic::words::{kind_word, listed, some};
use crate::domain::{EntryId, ItemKind};
use crate::text::{excerpt, shell_words};

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
    /// Lines that change nothing, though their items are otherwise by now, each with its item.
    Older(Vec<(usize, String)>),
    /// A line has the words of another new one, so that both are one item.
    OneItem { line: usize, own: usize },
    /// The same, but the other line closes the item, so that nobody is added.
    OneClosedItem { line: usize, own: usize },
    /// A line was taken for an item in other words.
    Like { line: usize, item: String },
    /// A new line is like an open item that has no line.
    MaybeReworded {
        line: usize,
        id: EntryId,
        item: String,
        label: String,
    },
    /// A line that is open is like an item that is closed.
    LikeClosed {
        line: usize,
        item: String,
        label: String,
        kind: ItemKind,
    },
    /// A line has the words of several items, and nothing tells which one is meant.
    SameWords { line: usize, items: Vec<String> },
    /// A number that stands on another line, too, before the words of another item.
    WordsOfOther {
        line: usize,
        number: String,
        item: String,
    },
    /// A number of another tracker that an item has here, too.
    OtherNumber {
        line: usize,
        number: String,
        item: String,
    },
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
        /// Whether its line closes it with others.
        is_closed: bool,
        /// Those who stay.
        people: Vec<String>,
    },
    /// A line says what was so before and is otherwise by now.
    GoneBack {
        line: usize,
        item: String,
        before: Before,
        /// The command that makes it so again.
        command: String,
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
    /// A status that closes an item, or gives it up, and that an open item has or had in the same words.
    KnownStatus {
        line: usize,
        item: String,
        label: String,
        status: String,
        is_given_up: bool,
    },
    /// An item stands in a column of a board, and keeps the status of another one.
    OtherColumn {
        line: usize,
        item: String,
        label: String,
        column: String,
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
    /// A line with the number of an item that has a line of its own, and with other words.
    Copied {
        line: usize,
        number: String,
        kind: ItemKind,
        /// What its new item does not get.
        status: Option<String>,
        /// Whether its box says something, too.
        is_boxed: bool,
    },
    /// A number that no item has.
    NoSuchNumber { line: usize, number: String },
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
            PlanningRemark::OneItem { line, .. }
            | PlanningRemark::OneClosedItem { line, .. }
            | PlanningRemark::Like { line, .. }
            | PlanningRemark::MaybeReworded { line, .. }
            | PlanningRemark::LikeClosed { line, .. }
            | PlanningRemark::SameWords { line, .. }
            | PlanningRemark::OtherNumber { line, .. }
            | PlanningRemark::WordsOfOther { line, .. }
            | PlanningRemark::TakenBack { line, .. }
            | PlanningRemark::StatusStays { line, .. }
            | PlanningRemark::ClosedPeople { line, .. }
            | PlanningRemark::StaysOn { line, .. }
            | PlanningRemark::GoneBack { line, .. }
            | PlanningRemark::Credited { line, .. }
            | PlanningRemark::ClosedStatus { line, .. }
            | PlanningRemark::KnownStatus { line, .. }
            | PlanningRemark::OtherColumn { line, .. }
            | PlanningRemark::MayBeDropped { line, .. }
            | PlanningRemark::MayBeDone { line, .. }
            | PlanningRemark::AtTheEnd { line, .. }
            | PlanningRemark::Copied { line, .. }
            | PlanningRemark::NoSuchNumber { line, .. }
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
            | PlanningRemark::Older(_)
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

    /// Returns whether it is only told of a line that may be new.
    pub(crate) fn is_told_once(&self) -> bool {
        match self {
            PlanningRemark::NeverJoined { .. } => true,
            PlanningRemark::Unread { why, .. } => why.is_told_once(),
            _ => false,
        }
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
            PlanningRemark::SameWords { .. } | PlanningRemark::LikeClosed { .. } => {
                let (message, hint) = self.said();
                Some(Failure::new(message, hint.unwrap_or_default()))
            }
            _ => None,
        }
    }

    pub(crate) fn describe(&self) -> String {
        self.said().0
    }

    /// Says what to do about it.
    pub(crate) fn hint(&self) -> Option<String> {
        self.said().1
    }

    /// Says what is so, and what to do.
    fn said(&self) -> (String, Option<String>) {
        match self {
            PlanningRemark::Missing(items) => with(
                format!("these items have no line and stay open: {}", some(items)),
                "`sprint done ITEM` says that one is finished, `sprint drop ITEM` that it was given up",
            ),
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
                with(format!("these items {says}: {}", some(items)), what_to_do)
            }
            PlanningRemark::StayHere(people) => with(
                format!(
                    "{} {} not listed as here any more",
                    some(people),
                    if people.len() == 1 { "is" } else { "are" },
                ),
                format!(
                    "if they have left, `sprint leave {}` says so",
                    shell_words(&people.join(", "))
                ),
            ),
            PlanningRemark::HeadingGone { heading, now: None } => with(
                format!("the heading `{heading}` is gone; what stood under it stays there"),
                "`sprint move ITEM -t TOPIC` files an item under another, `-t ''` under none",
            ),
            PlanningRemark::HeadingGone {
                heading,
                now: Some(now),
            } => with(
                format!(
                    "the heading `{heading}` is gone; what stood under it stays there, as `{now}` is not a topic"
                ),
                format!("it is one with a slash at its end: `## {now}/`"),
            ),
            PlanningRemark::NothingTakenBack { has_stamp: false } => alone(
                "nothing is taken back: the document does not say from which state of the sprint it comes",
            ),
            PlanningRemark::NothingTakenBack { has_stamp: true } => alone(
                "nothing is taken back: what was recorded up to the state from which the document comes has changed",
            ),
            PlanningRemark::Older(lines) => {
                let lines: Vec<String> = lines
                    .iter()
                    .map(|(line, item)| format!("{item} (line {line})"))
                    .collect();
                with(
                    format!(
                        "these items are not as their lines say any more, and nothing is recorded of that: {}",
                        some(&lines)
                    ),
                    "`sprint board --for markdown` prints them as they are; a command changes one, such as `sprint progress ITEM TEXT`",
                )
            }
            PlanningRemark::OneItem { own, .. } => with(
                format!(
                    "this has the words of line {own}, so both are one item, with the people of both"
                ),
                "for two items, write into their titles what makes them two",
            ),
            PlanningRemark::OneClosedItem { own, .. } => with(
                format!(
                    "this has the words of line {own}, which closes the item, so nothing of this line is recorded"
                ),
                "for two items, write into their titles what makes them two",
            ),
            PlanningRemark::Like { item, .. } => {
                alone(format!("this is taken for `{item}` in other words"))
            }
            PlanningRemark::MaybeReworded { item, label, .. } => with(
                format!("this is something new, and `{item}` stands in no line"),
                format!(
                    "if both are one, take this back with `sprint undo`, and put the number before the title: `#{label} TITLE`"
                ),
            ),
            PlanningRemark::LikeClosed {
                item, label, kind, ..
            } => {
                let command = kind.command();
                with(
                    format!(
                        "this may be `{item}`, which is closed, so nothing of this line is recorded"
                    ),
                    format!(
                        "`sprint reopen {label}` opens it, and `sprint {command} TEXT` adds another"
                    ),
                )
            }
            PlanningRemark::SameWords { items, .. } => with(
                format!("this may be {}", either(items)),
                "put the number of the one that is meant before the title: `#12 TITLE`",
            ),
            PlanningRemark::WordsOfOther { number, item, .. } => with(
                format!("this has the words of `{item}` and is taken for that, not for #{number}"),
                "put the number of an item in front of its own words",
            ),
            PlanningRemark::OtherNumber { number, item, .. } => with(
                format!(
                    "this has nothing of the words of `{item}`, so #{number} is a part of its title"
                ),
                format!("`sprint reword {number} TEXT` gives the item other words"),
            ),
            PlanningRemark::TakenBack { number, .. } => alone(format!(
                "#{number} was taken back, so nothing of this line is recorded"
            )),
            PlanningRemark::StatusStays { item, .. } => with(
                format!("the status of `{item}` stays"),
                "another one would replace it",
            ),
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
                with(format!("`{item}` is closed, {stays}"), what_to_do)
            }
            PlanningRemark::GoneBack {
                item,
                before,
                command,
                ..
            } => with(
                format!(
                    "`{item}` {}, and nothing of that is recorded",
                    before.said()
                ),
                format!("`{command}` makes it what the line says"),
            ),
            PlanningRemark::StaysOn {
                item,
                label,
                is_closed: true,
                people,
                ..
            } => with(
                format!(
                    "this line does not name {}, who {} the credit for `{item}`, too",
                    listed(people),
                    if people.len() == 1 { "has" } else { "have" },
                ),
                format!("`sprint done {label} -p PEOPLE` says whose work it was"),
            ),
            PlanningRemark::StaysOn {
                item,
                label,
                people,
                ..
            } => with(
                format!(
                    "this line does not name {}, who {} on `{item}`",
                    listed(people),
                    if people.len() == 1 { "stays" } else { "stay" },
                ),
                format!(
                    "`sprint unassign {label} {}` takes them off",
                    shell_words(&people.join(", "))
                ),
            ),
            PlanningRemark::Credited {
                item,
                label,
                people,
                others,
                ..
            } => with(
                format!(
                    "`{item}` is credited to {} alone, as its line says, no longer to {}",
                    some(people),
                    some(others)
                ),
                format!("`sprint done {label} -p PEOPLE` says it otherwise"),
            ),
            PlanningRemark::ClosedStatus {
                item,
                label,
                status,
                ..
            } => with(
                format!(
                    "`{item}` is closed, so its status `{}` is not recorded",
                    excerpt(status, EXCERPT)
                ),
                format!(
                    "`sprint reopen {label}` opens it, `sprint result {label} TEXT` adds to what came of it"
                ),
            ),
            PlanningRemark::KnownStatus {
                item,
                label,
                status,
                is_given_up,
                ..
            } => with(
                format!(
                    "`{item}` stays open: `{}` was recorded as its status before",
                    excerpt(status, EXCERPT)
                ),
                match is_given_up {
                    true => format!("`sprint drop {label}` gives it up"),
                    false => format!("`sprint done {label}` finishes it"),
                },
            ),
            PlanningRemark::OtherColumn {
                item,
                label,
                column,
                status,
                ..
            } => with(
                format!(
                    "`{item}` is `{}` in the document and keeps its status `{}`",
                    excerpt(column, EXCERPT),
                    excerpt(status, EXCERPT)
                ),
                format!("`sprint progress {label} TEXT` gives it another"),
            ),
            PlanningRemark::MayBeDropped { title, status, .. } => with(
                format!("`{}` stays open", excerpt(title, EXCERPT)),
                format!(
                    "if `{}` means that nobody does it in this sprint, write `POSTPONED: WHY`",
                    excerpt(status, EXCERPT)
                ),
            ),
            PlanningRemark::MayBeDone { title, status, .. } => with(
                format!("`{}` stays open", excerpt(title, EXCERPT)),
                format!(
                    "if `{}` means that it is done, check its box or write only `DONE`",
                    excerpt(status, EXCERPT)
                ),
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
                with(
                    format!("the last {stand} among the {kind}s, so {are}"),
                    "a task stands before the first heading or under that of a topic",
                )
            }
            PlanningRemark::Copied {
                number,
                kind,
                status,
                is_boxed,
                ..
            } => {
                let without = match status {
                    Some(status) => format!(", without the status `{}`", excerpt(status, EXCERPT)),
                    None if *is_boxed => ", without what its box says".to_owned(),
                    None => String::new(),
                };
                let kind = kind_word(*kind);
                alone(format!(
                    "#{number} stands on another line with its own words, so this is a new {kind}{without}"
                ))
            }
            PlanningRemark::NoSuchNumber { number, .. } => with(
                format!("no item has #{number}, so it is a part of the title"),
                "something new gets its number when it is recorded",
            ),
            PlanningRemark::NeverJoined { name, .. } => alone(format!(
                "`{name}` has not joined, so nothing is recorded about their leaving"
            )),
            PlanningRemark::IsBack { name, .. } => with(
                format!("`{name}` left and is back, so nothing is recorded"),
                format!(
                    "`sprint leave {}` says that they left again",
                    shell_words(name)
                ),
            ),
            PlanningRemark::Sick { name, .. } => with(
                format!("`{name}` is sick, and counts as gone from this day on"),
                format!(
                    "`sprint join {}` says when they are back",
                    shell_words(name)
                ),
            ),
            PlanningRemark::OtherDays { name, .. } => with(
                format!("`{name}` has other days, which stay as they are"),
                format!(
                    "`sprint join {} --from DAY --to DAY` changes them",
                    shell_words(name)
                ),
            ),
            PlanningRemark::OtherTime {
                title, time, other, ..
            } => {
                let said = other_time(title, time, other);
                (said.message, said.hint)
            }
            PlanningRemark::Meanwhile { item, .. } => alone(format!(
                "others changed `{item}`, too, after the document was written; now it is as the document says"
            )),
            PlanningRemark::Unread { text, why, .. } => {
                let Failure { message, hint, .. } = why.describe();
                (format!("{message}: `{}`", excerpt(text, EXCERPT)), hint)
            }
            PlanningRemark::NoTopics { first, others, .. } => {
                let first = excerpt(first, EXCERPT);
                let others = others.iter().map(|heading| excerpt(heading, EXCERPT));
                let all = iter::once(first.clone()).chain(others);
                let quoted: Vec<String> = all.map(|heading| format!("`{heading}`")).collect();
                let (are, it) = match quoted.len() {
                    1 => (
                        "is not a topic, so the items below it have none",
                        "it".to_owned(),
                    ),
                    _ => (
                        "are not topics, so the items below them have none",
                        format!("`{first}`"),
                    ),
                };
                with(
                    format!("{} {are}", some(&quoted)),
                    format!("to make {it} one, write `{first}/`"),
                )
            }
            PlanningRemark::NewPeople(people) => with(
                format!("new names: {}", some(people)),
                "`sprint join` adds those who attend",
            ),
        }
    }
}

/// Says what is so, and what to do.
fn with(message: impl Into<String>, hint: impl Into<String>) -> (String, Option<String>) {
    (message.into(), Some(hint.into()))
}

/// Says what is so, where there is nothing to do.
fn alone(message: impl Into<String>) -> (String, Option<String>) {
    (message.into(), None)
}
