//! What is wrong in a planning document, in words.

#![allow(dead_code, reason = "pieces that are not joined yet")]

use super::failure::Failure;

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
    pub(super) fn describe(&self) -> Failure {
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
