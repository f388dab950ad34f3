//! What is to be recorded, as a person would type it.

use crate::domain::{EntryId, ItemKind, Topic};

/// An item that is to be changed, or one that an earlier command of the document makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    Item(EntryId),
    /// The one that the row at this place of the document makes.
    Row(usize),
}

/// A command of the document. People are as they are typed: `armin`, `ronan?`, `+Amaury`.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    Join {
        person: String,
        from: Option<String>,
        to: Option<String>,
    },
    Leave {
        people: Vec<String>,
    },
    /// `plan`, `discuss` or `talk`.
    New {
        row: usize,
        kind: ItemKind,
        title: String,
        topic: Option<Topic>,
        under: Option<Target>,
        people: Vec<String>,
        with: Vec<String>,
        when: Option<String>,
    },
    Reword {
        item: Target,
        title: String,
    },
    Move {
        items: Vec<Target>,
        /// `Some(None)` for no topic.
        topic: Option<Option<Topic>>,
        under: Option<Target>,
        /// Whether it becomes part of no other item.
        top: bool,
        /// Empty for no time.
        when: Option<String>,
    },
    Assign {
        item: Target,
        people: Vec<String>,
        with: Vec<String>,
    },
    Unassign {
        item: Target,
        people: Vec<String>,
    },
    Progress {
        item: Target,
        text: String,
    },
    Result {
        item: Target,
        text: String,
    },
    Done {
        item: Target,
        text: Option<String>,
    },
    Decide {
        item: Target,
        text: String,
    },
    Drop {
        item: Target,
        text: Option<String>,
    },
    Reopen {
        item: Target,
    },
}

/// A command in the words of a command line, and its text, which is to be taken letter for letter.
#[derive(Clone, Debug, PartialEq)]
pub struct Typed {
    /// The name of the command, its arguments and its options; a value with blanks in it is one word.
    pub words: Vec<String>,
    pub text: Option<String>,
}

impl Command {
    /// Says it in the words of a command line. `name` gives what is typed for an item.
    pub fn typed(&self, name: impl Fn(Target) -> String) -> Typed {
        Typed {
            words: Vec::new(),
            text: None,
        }
    }
}

impl Typed {
    /// Writes it as a line of a batch. Newlines in its text are shown as `⏎`.
    pub fn line(&self) -> String {
        self.words.join(" ")
    }
}
