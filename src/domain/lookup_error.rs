//! Why a typed word does not mean one item, person or topic. The messages are in [`crate::diagnostic`].

use super::id::Label;
use super::item::Ending;

/// Why what was typed does not identify one known thing.
#[derive(Clone, Debug, PartialEq)]
pub enum LookupError {
    NoSuchNumber {
        typed: String,
        /// The highest number given so far; 0 for none.
        highest: u32,
    },
    SharedNumber {
        number: u32,
        choices: Vec<Choice>,
    },
    /// No item was typed.
    NoItem,
    /// Several items, where one is needed or without commas between them.
    SeveralItems {
        typed: String,
        items: Vec<Label>,
    },
    /// A word of one letter, which is too little to mean an item.
    OneLetter {
        word: String,
        choices: Vec<Choice>,
    },
    /// No other item has the number that an item has.
    OwnNumber(Label),
    /// No open item has that word.
    NoSuchWord {
        word: String,
        /// Open items with a word like it, and closed ones with the word itself.
        near: Vec<Choice>,
    },
    SharedWord {
        word: String,
        choices: Vec<Choice>,
    },
    /// A name without a letter.
    NotAName(String),
    SharedName {
        name: String,
        choices: Vec<NameChoice>,
    },
    /// A name that looks like a typo of a known one.
    LikeName {
        name: String,
        known: String,
    },
    /// An unknown name that begins with a known one.
    PartlyKnown {
        name: String,
        known: String,
    },
    /// More than one topic ends in that heading.
    SharedTopic {
        topic: String,
        choices: Vec<String>,
    },
    /// A heading that looks like a typo of a known one.
    LikeTopic {
        topic: String,
        known: String,
    },
    /// A new topic whose words begin with a known one.
    LongerTopic {
        topic: String,
        known: String,
    },
    /// A new path with a heading of one letter, such as `I/O`.
    LetterTopic(String),
}

/// One of several people whom a name may mean.
#[derive(Clone, Debug, PartialEq)]
pub struct NameChoice {
    pub name: String,
    pub nick: String,
}

/// One of several items that a word may mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    pub label: Label,
    pub text: String,
    /// How it was closed; `None` of an open item.
    pub ending: Option<Ending>,
}
