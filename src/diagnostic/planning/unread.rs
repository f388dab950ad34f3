//! Why a line of a planning document was not understood.

use crate::diagnostic::failure::Failure;
use crate::diagnostic::words::some;

/// What is wrong with a row by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowFault {
    /// A second number behind a sign of an item, within the line: it was joined with another.
    SecondNumber(String),
    /// A second box within the line.
    SecondBox,
}

impl RowFault {
    pub(super) fn describe(&self) -> Failure {
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
    /// Somebody who comes later, on a day that nothing says.
    ComesLater,
    /// Words behind the name of somebody who is there.
    BehindName(String),
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
    /// Names behind the brackets, or where there are none.
    OutsideBrackets,
    /// Names among the words of a title, which stay there.
    InTitle(Vec<String>),
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

impl UnreadKind {
    /// Returns whether it is about who is there, not about an item.
    pub(crate) fn is_of_presence(&self) -> bool {
        matches!(
            self,
            UnreadKind::NotAName
                | UnreadKind::AwayForDays
                | UnreadKind::ComesLater
                | UnreadKind::BehindName(_)
        )
    }

    /// Returns whether all of its line that is clear is recorded nevertheless, so that no edit is refused for it.
    pub(crate) fn is_told_only(&self) -> bool {
        matches!(self, UnreadKind::InTitle(_) | UnreadKind::BehindName(_))
    }

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
            UnreadKind::ComesLater => Failure::new(
                "no day is given, so nothing is recorded",
                "write the day behind the name: `Armin (from Wed)`",
            ),
            UnreadKind::BehindName(name) => Failure::new(
                format!("the words after `{name}` are not understood"),
                "days are read, as in `Armin (from Wed, until Fri)`, and so is a role, as in `Armin, host`; `sprint join` takes more",
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
                "name only people there, by their nicks, and write what else there is to say behind them",
            ),
            UnreadKind::OutsideBrackets => Failure::new(
                "this names people outside of brackets, so it is not clear who is on it",
                "write everybody who is on it in brackets behind the title: `(Armin, Anto)`",
            ),
            UnreadKind::InTitle(names) => {
                let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
                Failure::new(
                    format!("the title names {}, but nobody is put on it", some(&quoted)),
                    "write the names alone, in brackets behind the title, to put them on it: `(Armin, Anto)`",
                )
            }
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
