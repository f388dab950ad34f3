//! What is said besides the answer, in words.

use std::fmt;
use std::path::PathBuf;

use chrono::NaiveDate;

use super::Place;
use super::words::{counted, counted_entries};

/// What is said besides the answer, on standard error.
#[derive(Debug)]
pub enum Remark {
    /// A name that was not heard before.
    NewName(String),
    /// A topic that nothing was filed under before.
    NewTopic(String),
    /// A moment that has not come.
    Ahead(String),
    /// A new attendee's name is much like a known one.
    LikeKnown {
        /// The new name.
        name: String,
        /// The known one.
        known: String,
    },
    /// Something is recorded on a day that is not one of the sprint.
    OutsideSprint {
        /// The sprint.
        sprint: String,
        /// The day.
        day: NaiveDate,
        /// Its first and last day.
        dates: (NaiveDate, NaiveDate),
    },
    /// The line that a killed process left was moved.
    CutOff(PathBuf),
    /// So many entries that were gone stand in the logs again.
    Restored(usize),
    /// So many entries that are gone are not missed any more.
    Forgotten(usize),
    /// Lines that others appended to an edited log were kept.
    Meanwhile(usize),
    /// So many entries that were missing here came back: some of them in a few words.
    Returned(usize, Vec<String>),
    /// So many entries that were missing in what others pushed were sent again: some of them in a few words.
    SentAgain(usize, Vec<String>),
    /// A text of a log gave way to another version of its entry.
    Replaced {
        /// The entry's id.
        id: String,
        /// Whether the text could not be read; else both sides have edited it.
        is_damaged: bool,
        /// All of it.
        text: String,
        /// Where it is kept.
        kept: PathBuf,
    },
    /// Something that cannot be read was not sent.
    NotSent(Place),
    /// The line of an entry was deleted that is taken back already.
    TakenBackAlready(String),
    /// A file that `init` wrote was changed since, and is for its user to commit.
    Unsent(PathBuf),
    /// Lines are read at a prompt.
    Prompt,
    /// Another process is writing.
    Waiting,
    /// The clock has gone back since the writer's last entry.
    ClockWentBack,
    /// What was written in the editor is not lost with the error.
    Kept(PathBuf),
    /// The day of a post is still to come.
    PostAhead(NaiveDate),
    /// The report lacks something.
    Gap(String),
    /// More of the same was left out.
    AndMore(usize),
}

impl fmt::Display for Remark {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Remark::NewName(name) => write!(
                formatter,
                "{name} is new here; `sprint join {name}` makes an attendee"
            ),
            Remark::NewTopic(topic) => write!(formatter, "`{topic}` is a new topic"),
            Remark::Ahead(at) => write!(formatter, "{at} is still to come"),
            Remark::LikeKnown { name, known } => write!(
                formatter,
                "{name} is much like {known}, who is known already"
            ),
            Remark::OutsideSprint {
                sprint,
                day,
                dates: (from, to),
            } => {
                write!(formatter, "recorded in {sprint} ({from} to {to}) for {day}")
            }
            Remark::CutOff(path) => {
                write!(
                    formatter,
                    "a line that was cut off while it was written was moved to {}",
                    path.display()
                )
            }
            Remark::Restored(count) => write!(formatter, "{} put back", counted_entries(*count)),
            Remark::Forgotten(count) => write!(formatter, "{} let go of", counted_entries(*count)),
            Remark::Meanwhile(count) => write!(
                formatter,
                "{} that others recorded meanwhile {} kept",
                counted(*count, "line"),
                if *count == 1 { "was" } else { "were" }
            ),
            Remark::Returned(count, named) => write!(
                formatter,
                "{} missing here came back: {}",
                missing(*count),
                some(*count, named)
            ),
            Remark::SentAgain(count, named) => write!(
                formatter,
                "{} missing in what others pushed {} sent again: {}",
                missing(*count),
                if *count == 1 { "was" } else { "were" },
                some(*count, named)
            ),
            Remark::Replaced {
                id,
                is_damaged: true,
                text,
                kept,
            } => write!(
                formatter,
                "what could not be read of {id} gave way to a version that can, and is kept in {}: {}",
                kept.display(),
                text.trim_end()
            ),
            Remark::Replaced { id, text, kept, .. } => write!(
                formatter,
                "{id} was edited on both sides: the version that was pushed first stays, and the other is kept in {}: {}",
                kept.display(),
                text.trim_end()
            ),
            Remark::NotSent(place) => {
                write!(
                    formatter,
                    "{place}: what cannot be read stays here and is not sent"
                )
            }
            Remark::TakenBackAlready(id) => {
                write!(formatter, "{id} was taken back already; its line stays")
            }
            Remark::Unsent(path) => write!(
                formatter,
                "your changes to {} are not sent; commit and push them with git",
                path.display()
            ),
            Remark::Prompt => write!(
                formatter,
                "one command a line, such as `plan fix the leak`; `board` shows the board, Ctrl-D ends"
            ),
            Remark::Waiting => write!(
                formatter,
                "waiting for another process that writes to this sprint"
            ),
            Remark::ClockWentBack => write!(
                formatter,
                "the clock has gone back since your last entry; check it, entries are ordered by time"
            ),
            Remark::Kept(path) => write!(formatter, "your text is kept in {}", path.display()),
            Remark::PostAhead(date) => write!(
                formatter,
                "the date of the post, {date}, is still to come; until then Jekyll and Hugo leave it out"
            ),
            Remark::Gap(gap) => write!(formatter, "{gap}"),
            Remark::AndMore(count) => write!(formatter, "and {count} more"),
        }
    }
}

/// `1 entry that was`, `2 entries that were`.
fn missing(count: usize) -> String {
    match count {
        1 => "1 entry that was".to_owned(),
        count => format!("{count} entries that were"),
    }
}

/// Some of so many things.
fn some(count: usize, named: &[String]) -> String {
    let some = named.join("; ");
    match count - named.len().min(count) {
        0 => some,
        more => format!("{some}; and {more} more"),
    }
}
