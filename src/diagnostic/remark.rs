//! What is said in addition to the answer, in words.

use std::fmt;
use std::path::PathBuf;

use chrono::NaiveDate;

use super::location::Location;
use super::words::{counted, entries_were};

/// Why a text of a log gave way to another version of its entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplaceReason {
    /// It could not be read.
    Damaged,
    /// It was edited here and there.
    EditedTwice,
    /// The entry stood twice on one side.
    StoodTwice,
}

/// What is said in addition to the answer, on standard error.
#[derive(Debug)]
pub enum Remark {
    /// A name that was not used before.
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
        /// Why it gave way.
        why: ReplaceReason,
        /// All of it.
        text: String,
        /// Where it is kept.
        kept: PathBuf,
    },
    /// Something that cannot be read was not sent.
    NotSent(Location),
    /// The line of an entry was deleted that is taken back already.
    TakenBackAlready(String),
    /// All of a log was deleted in the editor, which happens by accident.
    EmptiedText,
    /// A file that `init` wrote was changed since, and is for its user to commit.
    Unsent(PathBuf),
    /// Lines are read at a prompt.
    Prompt,
    /// Another process is writing.
    Waiting,
    /// The clock has gone back since the writer's last entry.
    ClockWentBack,
    /// An entry was moved after one that is far ahead of the writer's clock.
    ClocksApart {
        /// Whose entry that is, as printed; none for the writer's own.
        whose: Option<String>,
        /// When it counts, if that is not when it was typed.
        counts: Option<String>,
        /// How far ahead, in words.
        apart: String,
    },
    /// An entry for another time had to go after one that would have cancelled it.
    After {
        /// Whose entry that is, as printed; none for the writer's own.
        whose: Option<String>,
        /// When that counts.
        counts: String,
        /// The day under which the new one is told.
        day: NaiveDate,
    },
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
                "{name} is much like {known}, who is already known"
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
            Remark::Restored(count) => write!(formatter, "{} put back", entries_were(*count)),
            Remark::Forgotten(count) => write!(formatter, "{} let go of", entries_were(*count)),
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
                why: ReplaceReason::Damaged,
                text,
                kept,
            } => write!(
                formatter,
                "what could not be read of {id} gave way to a version that can, and is kept in {}: {}",
                kept.display(),
                text.trim_end()
            ),
            Remark::Replaced {
                id,
                why: ReplaceReason::StoodTwice,
                text,
                kept,
            } => write!(
                formatter,
                "{id} stood twice with different content: one version stays, and the other is kept in {}: {}",
                kept.display(),
                text.trim_end()
            ),
            Remark::Replaced { id, text, kept, .. } => write!(
                formatter,
                "{id} was edited on both sides: the version that was pushed first stays, and the other is kept in {}: {}",
                kept.display(),
                text.trim_end()
            ),
            Remark::NotSent(location) => {
                write!(
                    formatter,
                    "{location}: what cannot be read stays here and is not sent"
                )
            }
            Remark::EmptiedText => write!(
                formatter,
                "the text was empty, so nothing was changed; delete single lines to take entries back"
            ),
            Remark::TakenBackAlready(id) => {
                write!(formatter, "{id} was already taken back; its line stays")
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
            Remark::ClocksApart {
                whose,
                counts,
                apart,
            } => {
                let who = whose.as_deref().unwrap_or("you");
                let clocks = if whose.is_some() { "both clocks" } else { "it" };
                match counts {
                    None => write!(
                        formatter,
                        "what {who} recorded is {apart} ahead of your clock; this comes right after it; check {clocks}"
                    ),
                    Some(counts) => write!(
                        formatter,
                        "what {who} recorded counts from {counts} on, {apart} ahead of your clock; this comes right after it"
                    ),
                }
            }
            Remark::After { whose, counts, day } => write!(
                formatter,
                "this is told under {day}, but comes right after what {} recorded for {counts}, which would have cancelled it",
                whose.as_deref().unwrap_or("you")
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
