//! Why a typed word does not mean one item, person or topic. The messages are in [`crate::diagnostic`].

use super::id::{EntryId, Label};
use super::item::Ending;
use super::naming::Said;

/// Why what was typed does not identify one known thing.
#[derive(Clone, Debug, PartialEq)]
pub enum LookupError {
    NoSuchNumber {
        typed: String,
        /// The highest number given so far; 0 for none.
        highest: u32,
    },
    /// The number of an item that was taken back.
    TakenBack {
        typed: String,
        text: String,
        /// What took it back.
        by: Option<EntryId>,
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
    /// A word such as `the`, or one letter, which is too little to mean an item.
    TooLittle {
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
    /// A new nick that means somebody else so far.
    NickOfOther {
        nick: String,
        person: String,
    },
    /// Another name for somebody, by which somebody else attends.
    NameOfOther {
        name: String,
        /// Who is to have it.
        new: String,
        person: String,
        /// The entries that say so.
        joined: Vec<EntryId>,
    },
    SharedName {
        name: String,
        choices: Vec<NameChoice>,
    },
    NoSuchPerson {
        name: String,
        /// Full names that are like it.
        near: Vec<String>,
    },
    /// Nobody is known by the name of who types.
    UnknownAuthor(String),
    /// Words that may be names of different people.
    OneOrTwo {
        words: String,
        one: Vec<String>,
        other: Vec<String>,
    },
    /// A new name with a known one in it.
    KnownInNew {
        name: String,
        known: String,
        /// Whether the known person goes by the whole name.
        is_whole: bool,
    },
    /// A word such as `with` that is said of one person, before several.
    SeveralLed {
        lead: String,
        words: String,
    },
    /// Half of somebody.
    Share(String),
    /// Brackets that end a text, with people and something else in them.
    MixedBracket {
        inside: String,
        people: String,
        other: String,
    },
    /// Brackets of people with no blank before them.
    GluedBracket(String),
    /// Brackets of people before a state in capitals.
    BracketBefore {
        inside: String,
        after: String,
    },
    /// What is not the name of one person who joins.
    NotOnePerson {
        typed: String,
        why: NotOnePerson,
    },
    /// Nothing is filed under that topic.
    NoSuchTopic {
        topic: String,
        /// A topic that is like it.
        near: Option<String>,
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
    /// A new path of headings of one letter, such as `I/O`.
    LetterTopic(String),
}

impl LookupError {
    /// Returns whether what was typed may be no new topic, and is one if it is said to be.
    pub(crate) fn is_doubtful_topic(&self) -> bool {
        matches!(
            self,
            LookupError::LikeTopic { .. }
                | LookupError::LongerTopic { .. }
                | LookupError::LetterTopic(_)
        )
    }
}

/// Why a text is not the name of one person who joins.
#[derive(Clone, Debug, PartialEq)]
pub enum NotOnePerson {
    /// An address of e-mail.
    Address,
    Brackets,
    /// Something other than a comma between these names.
    Separator(Vec<String>),
    /// Several words without a capital.
    LowerCase,
    /// Names of several people who are known.
    KnownNames,
    /// The last name of somebody who is known.
    LastName(String),
    /// Somebody who was named before in the same line.
    Repeated(String),
    /// A `+` before a name that nobody has.
    NoNamesake,
    /// Words that say when somebody takes part, or as what.
    Stay {
        /// The name before them; empty without one.
        name: String,
        said: Box<Said>,
    },
    /// Other words that say how or when somebody takes part.
    Remark,
    /// A place where people work.
    Affiliation {
        /// The name before it; empty without one.
        name: String,
    },
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
