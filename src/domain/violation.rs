//! What the rules of a sprint refuse. Only the facts are here; the messages are in [`crate::diagnostic`].

use super::id::{EntryId, Label};
use super::item::{Ending, ItemKind};
use super::limits::Excess;

/// What is wrong with an entry that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The entry.
    pub entry: EntryId,
    /// Why a command would not have written it.
    pub violation: Violation,
}

/// Why an entry is not allowed, or why a typed word means nothing that is known.
#[derive(Clone, Debug, PartialEq)]
pub enum Violation {
    /// An entry refers to an item that does not exist.
    NoSuchEntry(EntryId),
    /// There is no moment after the last one that a log can hold.
    NoTimeLeft,
    /// The entry was taken back already.
    UndoneAlready(EntryId),
    /// Nobody of that name has joined.
    NotJoined(String),
    /// The command needs an open item.
    Closed {
        /// The command that was tried.
        kind: &'static str,
        /// The item.
        label: Label,
        /// How it was closed.
        ending: Ending,
    },
    /// A closed item was closed again with nothing more to say.
    NothingNew {
        /// The item.
        label: Label,
        /// How it was closed before.
        ending: Ending,
    },
    /// An open item cannot be opened again.
    StillOpen(Label),
    /// Somebody who is not on an item was to be taken off.
    NotOn {
        /// The item.
        label: Label,
        /// Who is not on it, as printed.
        people: Vec<String>,
        /// Who is on it, as printed.
        on: Vec<String>,
    },
    /// Only discussions are decided.
    NotADiscussion {
        /// The item.
        label: Label,
        /// What it is instead.
        kind: ItemKind,
    },
    /// Two people cannot have one nick.
    NickTaken {
        /// The nick.
        nick: String,
        /// The full name of the one who has it.
        holder: String,
    },
    /// A task cannot be part of itself.
    InsideItself(Label),
    /// Parts of parts are nested too deep to be shown.
    TooDeep(Label),
    /// Something about the entry is beyond a limit.
    TooMuch(Excess),
    /// No item has that number.
    NoSuchNumber {
        /// What was typed.
        typed: String,
        /// The highest number given so far; 0 for none.
        highest: u32,
    },
    /// More than one item has that number.
    SharedNumber {
        /// The number.
        number: u32,
        /// Those who have it.
        choices: Vec<Choice>,
    },
    /// An item has the highest number there can be, which is this one.
    NumbersUsedUp(u32),
    /// No other item has the number that an item has.
    OwnNumber(Label),
    /// No open item has that word.
    NoSuchWord {
        /// What was typed.
        word: String,
        /// Open items with a word like it, and closed ones with the word itself.
        near: Vec<Choice>,
    },
    /// More than one open item has that word.
    SharedWord {
        /// What was typed.
        word: String,
        /// Those who have it.
        choices: Vec<Choice>,
    },
    /// A name without a letter.
    NotAName(String),
    /// More than one person goes by that name.
    SharedName {
        /// What was typed.
        name: String,
        /// Those who do.
        choices: Vec<NameChoice>,
    },
    /// A name that looks like a typo of a known one.
    LikeName {
        /// What was typed.
        name: String,
        /// The known name.
        known: String,
    },
    /// An unknown name that begins with a known one.
    PartlyKnown {
        /// What was typed.
        name: String,
        /// Who is known.
        known: String,
    },
    /// More than one topic ends in that heading.
    SharedTopic {
        /// What was typed.
        topic: String,
        /// Those that do.
        choices: Vec<String>,
    },
    /// A heading that looks like a typo of a known one.
    LikeTopic {
        /// What was typed.
        topic: String,
        /// The known topic.
        known: String,
    },
}

impl Violation {
    /// Whether an entry with it has lost its meaning, so that there is something to fix in the log. The others are only
    /// reported when somebody types such an entry. In a log they come about when two laptops that were apart are
    /// synchronized: two people reopen one task, or one is assigned to it after the other has finished it.
    pub fn is_lasting(&self) -> bool {
        match self {
            Violation::Closed { .. }
            | Violation::NothingNew { .. }
            | Violation::StillOpen(_)
            | Violation::UndoneAlready(_)
            | Violation::OwnNumber(_)
            | Violation::NumbersUsedUp(_)
            | Violation::NoTimeLeft
            | Violation::TooMuch(_)
            | Violation::NotOn { .. } => false,
            Violation::NoSuchEntry(_)
            | Violation::NotJoined(_)
            | Violation::NotADiscussion { .. }
            | Violation::NickTaken { .. }
            | Violation::InsideItself(_)
            | Violation::TooDeep(_)
            | Violation::NoSuchNumber { .. }
            | Violation::SharedNumber { .. }
            | Violation::NoSuchWord { .. }
            | Violation::SharedWord { .. }
            | Violation::NotAName(_)
            | Violation::SharedName { .. }
            | Violation::LikeName { .. }
            | Violation::PartlyKnown { .. }
            | Violation::SharedTopic { .. }
            | Violation::LikeTopic { .. } => true,
        }
    }
}

/// One of several people whom a name may mean.
#[derive(Clone, Debug, PartialEq)]
pub struct NameChoice {
    /// The full name.
    pub name: String,
    /// The nick.
    pub nick: String,
}

/// One of several items that a word may mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What it is called by.
    pub label: Label,
    /// What it is about.
    pub text: String,
    /// How it was closed; `None` of an open item.
    pub ending: Option<Ending>,
}
