//! What is wrong in a planning document, in words.

#![allow(dead_code, reason = "pieces that are not joined yet")]

use super::failure::Failure;
use crate::text::excerpt;

/// What is wrong in a planning document, so that nothing of it may be recorded.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "`describe` has the words for each")]
pub enum PlanningFault {
    /// A number whose item has other words.
    OtherWords {
        number: String,
        line: String,
        item: String,
    },
}

impl PlanningFault {
    pub(crate) fn describe(&self) -> Failure {
        match self {
            PlanningFault::OtherWords { number, line, item } => Failure::new(
                format!("`{line}` has no word of {number}, `{item}`"),
                "put the title back behind its number; without the number, the line is something new",
            ),
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

/// Why a line was not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnreadKind {
    /// Words outside any item.
    Prose,
    /// A table none of whose headings says what its rows are.
    Table,
    /// An item struck through: done or dropped?
    Struck,
    /// Brackets that may be people: a name that is too little to know whom it means.
    Names,
}

/// What was seen in a planning document and changes nothing, or what has to be said about how it was understood. An item is shown as
/// `12 fix the leak`.
#[derive(Clone, Debug, PartialEq)]
pub enum PlanningRemark {
    /// The lines of open items are gone from the document: they stay open.
    Missing(Vec<String>),
    /// A heading is gone; what stood under it stays there.
    HeadingGone(String),
    /// There is no stamp, or it does not fit the log: nothing is taken back.
    NothingTakenBack,
    /// A line was taken for an item in other words.
    Like { line: usize, item: String },
    /// A line was not understood.
    Unread {
        line: usize,
        text: String,
        why: UnreadKind,
    },
    /// People whom nobody knows, as they are typed: `+Amaury`.
    NewPeople(Vec<String>),
}

impl PlanningRemark {
    /// Returns the line of the document that it is about.
    pub(crate) fn line(&self) -> Option<usize> {
        match self {
            PlanningRemark::Like { line, .. } | PlanningRemark::Unread { line, .. } => Some(*line),
            _ => None,
        }
    }

    pub(super) fn describe(&self) -> String {
        match self {
            PlanningRemark::Missing(items) => {
                format!("no line is about what is still open: {}", some(items))
            }
            PlanningRemark::HeadingGone(heading) => {
                format!("the heading `{heading}` is gone; what stood under it stays there")
            }
            PlanningRemark::NothingTakenBack => String::from(
                "nothing is taken back: the document does not say from which state of the sprint it comes",
            ),
            PlanningRemark::Like { item, .. } => {
                format!("this is taken for `{item}` in other words")
            }
            PlanningRemark::Unread { text, why, .. } => {
                format!("{}: `{}`", why.describe().message, excerpt(text, EXCERPT))
            }
            PlanningRemark::NewPeople(people) => format!(
                "names that nobody had before: {}; `sprint join` adds those who attend",
                some(people)
            ),
        }
    }
}

impl UnreadKind {
    /// Says why, and what to do to the line.
    pub(crate) fn describe(self) -> Failure {
        match self {
            UnreadKind::Prose => Failure::new(
                "this is about no item",
                "put it below an item, or `- ` before it",
            ),
            UnreadKind::Table => Failure::new(
                "nothing says which column of this table has the tasks",
                "call it `task` in the first row",
            ),
            UnreadKind::Struck => Failure::new(
                "this is struck through: is it done or dropped?",
                "put DONE or ABANDONED behind it instead",
            ),
            UnreadKind::Names => Failure::new(
                "these brackets may name people, but it is not clear whom",
                "name them by their nicks",
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
