//! Why a line of a planning document was not understood.

use crate::diagnostic::failure::Failure;
use crate::diagnostic::times::other_times;
use crate::diagnostic::words::{listed, some};

/// What is wrong with a row by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowFault {
    /// A second number behind a sign of an item, within the line: it was joined with another.
    SecondNumber(String),
    /// A second box within the line.
    SecondBox,
    /// The number of an item without any words.
    NoWords(String),
}

impl RowFault {
    pub(super) fn describe(&self) -> Failure {
        let hint = "give each item a line of its own";
        match self {
            RowFault::SecondNumber(number) => {
                Failure::new(format!("#{number} is a second item on this line"), hint)
            }
            RowFault::SecondBox => Failure::new("there is a second box on this line", hint),
            RowFault::NoWords(number) => Failure::new(
                format!("#{number} stands here without its words"),
                "put the item's words behind its number, or delete the line",
            ),
        }
    }
}

/// Lines that stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    pub count: usize,
    /// The number of the last one.
    pub last: usize,
}

impl Run {
    /// Returns those that begin at a line and follow each other.
    pub fn from(line: usize, count: usize) -> Run {
        let last = line + count.saturating_sub(1);
        Run { count, last }
    }

    pub(crate) fn add(&mut self, more: Run) {
        self.count += more.count;
        self.last = more.last;
    }

    /// Says where they end, if it is not clear from the first one.
    fn end(self) -> String {
        match self.count {
            0 | 1 => String::new(),
            _ => format!(", up to line {},", self.last),
        }
    }
}

/// Why a line was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnreadKind {
    /// Words outside any item.
    Prose(Run),
    /// Bullets that only tell something.
    Bullet(Run),
    /// Words that thank somebody.
    Thanks(Run),
    /// Headings below which nothing is an item: how many they are, and the lines there.
    Section { headings: usize, below: Run },
    /// When people eat, rest, come and go.
    Meal(Run),
    /// What an outline has commented out or archived.
    Hidden(Run),
    /// Words in a list of who is there that are not a name.
    NotAName,
    /// Somebody who is said to be away for some days.
    AwayForDays,
    /// Somebody who comes later, on a day that nothing says.
    ComesLater,
    /// Somebody with an empty box in a list of who is there.
    Unticked,
    /// Somebody of whom it is not certain that they come.
    MayCome,
    /// Words behind the name of somebody who is there.
    BehindName(String),
    /// A new name of somebody who may be there already, as this one does by their first name alone.
    MayBe(String),
    /// A heading typed into our own document that only says that tasks stand below it.
    NoTopic,
    /// The time of a heading.
    TimeOfHeading,
    /// A new topic that looks like a slip of a word of headings.
    SlipOfHeading(String),
    /// A heading with people in brackets.
    PeopleOfHeading,
    /// Names or a status alone.
    NoWords,
    /// A line with the numbers of several items.
    Row(RowFault),
    /// A table none of whose headings says what its rows are.
    Table,
    /// A row of a table of tasks whose cell for the task is empty.
    RowWithoutTask,
    /// Columns of a table of tasks whose headers nobody knows.
    Columns,
    /// A table of people of whom nothing says that they are there.
    PeopleTable,
    /// A word such as `CANCELLED` in front of words that are not the title of an item.
    StatusInFront,
    /// An item struck through: done or dropped?
    Struck,
    /// A line struck through that is no item.
    StruckNew,
    /// Minutes or results of an item that was given up.
    BelowDropped,
    /// Words in the place of what was decided that say nothing for certain.
    Undecided,
    /// Brackets that may be people: a name that is too little to know whom it means.
    Names,
    /// Names behind the brackets, or where there are none.
    OutsideBrackets,
    /// Names among the words of a title, which stay there.
    InTitle(Vec<String>),
    /// A word at the end of a title that may say that it is done.
    MayBeDone(String),
    /// A bracket that is not closed.
    OpenBracket,
    /// Words among people that are not names: `later`.
    NotNames(Vec<String>),
    /// Times behind the first one.
    OtherTimes { time: String, others: Vec<String> },
    /// Brackets that say of each part what it is.
    Labels,
    /// A box with a sign that says nothing.
    UnknownBox,
    /// An empty box in front of a word that closes an item.
    EmptyBox,
    /// An empty box below a heading that says that what stands there is closed.
    OpenBelow(String),
    /// The line of an item that ends within what was exported.
    CutOff,
    /// Brackets with a name that looks like a typo of somebody's.
    NoSuchPerson {
        name: String,
        /// The full names of those.
        near: Vec<String>,
    },
    /// A new name with those of known people in it, with no sign between them.
    KnownInName { name: String, known: Vec<String> },
}

impl UnreadKind {
    /// Returns whether lines are only left out: nothing else of the document is other for it.
    pub(crate) fn is_left_out(&self) -> bool {
        use UnreadKind::{
            BelowDropped, Bullet, Columns, Hidden, Meal, PeopleTable, Prose, RowWithoutTask,
            Section, Table, Thanks,
        };
        let is_section = matches!(self, Section { .. });
        is_section
            || matches!(
                self,
                Prose(_)
                    | Bullet(_)
                    | Thanks(_)
                    | Meal(_)
                    | Hidden(_)
                    | Table
                    | RowWithoutTask
                    | Columns
                    | PeopleTable
                    | BelowDropped
            )
    }

    /// Returns how many lines it is about.
    pub(crate) fn count(&self) -> usize {
        match self {
            UnreadKind::Prose(run)
            | UnreadKind::Bullet(run)
            | UnreadKind::Thanks(run)
            | UnreadKind::Meal(run)
            | UnreadKind::Hidden(run) => run.count,
            UnreadKind::Section { headings, below } => headings + below.count,
            _ => 1,
        }
    }

    /// Adds the lines right behind, if the same is to be said of them.
    pub(crate) fn takes(&mut self, next: &UnreadKind) -> bool {
        use UnreadKind::{Bullet, Meal, Prose, Section, Thanks};
        match (self, next) {
            (Prose(run), Prose(more))
            | (Bullet(run), Bullet(more))
            | (Thanks(run), Thanks(more))
            | (Meal(run), Meal(more))
            | (Section { below: run, .. }, Prose(more) | Bullet(more)) => run.add(*more),
            (
                Section { headings, below },
                Section {
                    headings: more,
                    below: lines,
                },
            ) => {
                *headings += more;
                below.add(*lines);
            }
            _ => return false,
        }
        true
    }

    /// Returns whether it is about who is there, not about an item.
    pub(crate) fn is_of_presence(&self) -> bool {
        matches!(
            self,
            UnreadKind::NotAName
                | UnreadKind::AwayForDays
                | UnreadKind::ComesLater
                | UnreadKind::Unticked
                | UnreadKind::MayCome
                | UnreadKind::BehindName(_)
                | UnreadKind::MayBe(_)
        )
    }

    /// Returns whether it is only told of a line that may be new: what is not recorded of it is no name, such as `2h`.
    pub(crate) fn is_told_once(&self) -> bool {
        match self {
            UnreadKind::NotNames(words) => words
                .iter()
                .all(|word| word.starts_with(|sign: char| sign.is_ascii_digit())),
            UnreadKind::OpenBracket => true,
            _ => false,
        }
    }

    /// Returns whether all of its line that is clear is recorded nevertheless, so that no edit is refused for it.
    pub(crate) fn is_told_only(&self) -> bool {
        matches!(
            self,
            UnreadKind::InTitle(_)
                | UnreadKind::MayBeDone(_)
                | UnreadKind::OpenBracket
                | UnreadKind::SlipOfHeading(_)
                | UnreadKind::TimeOfHeading
                | UnreadKind::OpenBelow(_)
                | UnreadKind::BehindName(_)
                | UnreadKind::MayBe(_)
                | UnreadKind::OtherTimes { .. }
        )
    }

    /// Says why, and what to do to the line.
    pub(crate) fn describe(&self) -> Failure {
        match self {
            UnreadKind::Prose(Run { count: 1, .. }) => Failure::new(
                "this does not belong to an item",
                "indent such a line below an item, or begin it with `- `",
            ),
            UnreadKind::Prose(run) => Failure::new(
                format!(
                    "these {} lines{} do not belong to an item",
                    run.count,
                    run.end()
                ),
                "indent such a line below an item, or begin it with `- `",
            ),
            UnreadKind::Bullet(Run { count: 1, .. }) => Failure::new(
                "this does not say what is to be done",
                "indent such a line below its item, or give it a box if it is one: `- [ ] …`",
            ),
            UnreadKind::Bullet(run) => Failure::new(
                format!(
                    "these {} bullets{} do not say what is to be done",
                    run.count,
                    run.end()
                ),
                "indent such a line below its item, or give it a box if it is one: `- [ ] …`",
            ),
            UnreadKind::Thanks(run) => Failure::new(
                match run.count {
                    1 => "this thanks somebody, and is not an item".to_owned(),
                    count => format!(
                        "these {count} lines{} thank somebody, and are not items",
                        run.end()
                    ),
                },
                "`sprint thank TEXT` adds thanks to the post",
            ),
            UnreadKind::Meal(run) => Failure::new(
                match run.count {
                    1 => {
                        "this says when people eat, rest, come or go, and is not a task".to_owned()
                    }
                    count => format!(
                        "these {count} lines{} say when people eat, rest, come or go, and are not tasks",
                        run.end()
                    ),
                },
                "what somebody is to do there says so: `cook dinner, 18:00`",
            ),
            UnreadKind::Section { headings, below } => Failure::new(
                section(*headings, *below),
                "a slash at its end makes a topic of it, as in `## Goals/`",
            ),
            UnreadKind::Hidden(_) => Failure::new(
                "this is commented out or archived, and nothing of it is read",
                "without `COMMENT` or `:ARCHIVE:` in its headline it is a part of the plan",
            ),
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
            UnreadKind::Unticked => Failure::new(
                "the box is empty, so nobody joins",
                "tick it if they are here: `- [x] Armin`",
            ),
            UnreadKind::MayCome => Failure::new(
                "it is not certain that they come, so nobody joins",
                "write the name alone once it is",
            ),
            UnreadKind::BehindName(name) => Failure::new(
                format!("the words after `{name}` are not understood"),
                "days are read, as in `Armin (from Wed, until Fri)`, and so is a role, as in `Armin, host`; `sprint join` takes more",
            ),
            UnreadKind::MayBe(nick) => Failure::new(
                format!("this joins as somebody new, but may be `{nick}`"),
                format!(
                    "if so, give `{nick}` this name: `sprint join {nick} --also NAME`; `sprint undo ID` takes back what was recorded"
                ),
            ),
            UnreadKind::NoTopic => Failure::new(
                "this heading says only that tasks stand below it",
                "a slash at its end makes a topic of it, as in `## Tasks/`; what is finished has its box checked, and what has no topic \
                 stands before the first heading",
            ),
            UnreadKind::TimeOfHeading => Failure::new(
                "this is the time of a heading, and is not recorded",
                "`sprint move ITEM --when TEXT` says when an item below it is to happen",
            ),
            UnreadKind::SlipOfHeading(word) => Failure::new(
                "this heading is read as a topic",
                format!(
                    "did you mean `{word}`? What stands below that is not a task, or has no topic"
                ),
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
            UnreadKind::RowWithoutTask => Failure::new(
                "this row of the table does not say what is to be done",
                "write it into the row, or put the names and the status into the row of their task",
            ),
            UnreadKind::Columns => Failure::new(
                "nothing says what these columns of the table are, so they are not recorded",
                "a column that is called `notes` is",
            ),
            UnreadKind::PeopleTable => Failure::new(
                "nothing says whether those in this table attend",
                "if they do, put a heading such as `## Participants` above it",
            ),
            UnreadKind::StatusInFront => Failure::new(
                "this begins with a status, and it is not clear of which item",
                "write the words of the item first, and the status after a colon: `fix the parser: CANCELLED`",
            ),
            UnreadKind::Struck => Failure::new(
                "this is struck through, which may mean done or dropped",
                "write DONE or ABANDONED after it, or type `sprint done ITEM` or `sprint drop ITEM`",
            ),
            UnreadKind::StruckNew => Failure::new(
                "this is struck through, and no item is called so, so nothing is recorded",
                "write DONE or ABANDONED after it to record it with how it ended",
            ),
            UnreadKind::BelowDropped => Failure::new(
                "this stands below an item that was given up, which has no results",
                "open the item again first: `sprint reopen ITEM`",
            ),
            UnreadKind::Undecided => Failure::new(
                "this does not say for certain what was decided, and is not recorded",
                "write what was decided behind the word, `decided: MIT`, or what was said without it",
            ),
            UnreadKind::Names => Failure::new(
                "these brackets may name people, but it is not clear whom",
                "name only people there, by their nicks, and write what else there is to say behind them",
            ),
            UnreadKind::OutsideBrackets => Failure::new(
                "this names people outside of brackets, so it is not clear who is on it",
                "write everybody who is on it in brackets behind the title: `(Armin, Anto)`",
            ),
            UnreadKind::MayBeDone(word) => Failure::new(
                format!("the title ends with `{word}`, which may say that it is done"),
                format!("if so, write it behind a colon, as in `fix the parser: {word}`"),
            ),
            UnreadKind::InTitle(names) => {
                let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
                Failure::new(
                    format!("the title names {}, but nobody is put on it", some(&quoted)),
                    "write the names alone, in brackets behind the title, to put them on it: `(Armin, Anto)`; `sprint assign ITEM PEOPLE` does, too",
                )
            }
            UnreadKind::OpenBracket => Failure::new(
                "a bracket is not closed",
                "close it behind the names of those who are on it: `(Armin, Anto)`",
            ),
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
            UnreadKind::OtherTimes { time, others } => other_times(time, others),
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
            UnreadKind::OpenBelow(heading) => Failure::new(
                format!("this stands below `{heading}`, and its box is empty, so it stays open"),
                "check the box, or take it away",
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
            UnreadKind::KnownInName { name, known } => {
                let are = if known.len() == 1 { "is" } else { "are" };
                let known: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
                Failure::new(
                    format!(
                        "nobody is called `{name}`, but {} {are} known",
                        listed(&known)
                    ),
                    format!("write `,` between two people; somebody new has a `+`: `+{name}`"),
                )
            }
        }
    }
}

fn section(headings: usize, below: Run) -> String {
    match (headings, below.count) {
        (1, 0) => String::from("the lines below this heading are not items"),
        (1, 1) => String::from("the line below this heading is not an item"),
        (1, count) => format!("the {count} lines below this heading are not items"),
        (_, 0) => format!("the lines below these {headings} headings are not items"),
        (_, 1) => format!("the line below these {headings} headings is not an item"),
        (_, count) => format!(
            "the {count} lines below these {headings} headings{} are not items",
            below.end()
        ),
    }
}
