//! What the rules of a sprint refuse. Only the facts are here; the messages are in [`crate::diagnostic`].

use lean_string::LeanString;

use super::id::{EntryId, Label};
use super::item::{Ending, ItemKind};
use super::limits::Excess;

/// What is wrong with an entry that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The entry that is not allowed.
    pub entry: EntryId,
    /// Why a command would not have written it.
    pub violation: Violation,
}

/// Why an entry is not allowed.
#[derive(Clone, Debug, PartialEq)]
pub enum Violation {
    /// An entry refers to an item that does not exist.
    NoSuchEntry(EntryId),
    /// There is no later time that a log can hold.
    NoTimeLeft,
    /// The entry was taken back already.
    UndoneAlready(EntryId),
    /// Nobody of that name has joined.
    NotJoined(String),
    /// The command needs an open item.
    Closed {
        /// The command that was tried.
        kind: &'static str,
        label: Label,
        ending: Ending,
    },
    /// A closed item was closed again without anything new.
    NothingNew {
        label: Label,
        ending: Ending,
    },
    /// An open item was opened, and why.
    StillOpen(Label, Option<LeanString>),
    /// Somebody who is not on an item was to be taken off.
    NotOn {
        label: Label,
        people: Vec<String>,
        /// Who is on it, as printed.
        on: Vec<String>,
    },
    NotADiscussion {
        label: Label,
        kind: ItemKind,
    },
    NickTaken {
        nick: String,
        /// The full name of the one who has it.
        holder: String,
    },
    InsideItself(Label),
    /// Parts of parts are nested too deep to be shown.
    TooDeep(Label),
    /// Something in the entry exceeds a limit.
    TooMuch(Excess),
    /// An item already has this number, the highest possible one.
    NumbersUsedUp(u32),
}

impl Violation {
    /// Returns whether something lacks that an entry refers to.
    pub fn is_lack(&self) -> bool {
        matches!(self, Violation::NoSuchEntry(_) | Violation::NotJoined(_))
    }

    /// Returns whether an entry with it has lost its meaning, so that there is something to fix in the log. The others
    /// are only reported when somebody types such an entry. In a log they come about when two laptops that were apart
    /// are synchronized: two people reopen one task, or one is assigned to it after the other has finished it.
    pub fn is_lasting(&self) -> bool {
        match self {
            Violation::NoSuchEntry(_)
            | Violation::NoTimeLeft
            | Violation::UndoneAlready(_)
            | Violation::NotJoined(_)
            | Violation::NotADiscussion { .. }
            | Violation::NickTaken { .. }
            | Violation::InsideItself(_)
            | Violation::TooDeep(_)
            | Violation::TooMuch(_)
            | Violation::NumbersUsedUp(_) => true,
            Violation::Closed { .. }
            | Violation::NothingNew { .. }
            | Violation::StillOpen(..)
            | Violation::NotOn { .. } => false,
        }
    }
}
