//! Why a command failed, in words.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::failure::{Failure, SAVE_AS_UTF8};
use super::git::GitError;
use super::location::Location;
use super::storage::StorageError;
use super::usage::UsageError;
use super::words::{counted, listed};
use crate::domain::{DEEPEST, EntryId, Label, Violation};

/// Why a command did not do what it was asked to.
#[derive(Debug)]
pub enum Error {
    /// The words make no sense.
    Usage(UsageError),
    /// A file or folder cannot be used.
    Storage(StorageError),
    /// An exchange with others through git failed.
    Git(GitError),
    /// The rules of a sprint say no.
    Refused(Violation),
    /// The rules say no to an entry that stands in the log already, because of the one that was to be recorded.
    Clash {
        /// What would be wrong.
        violation: Violation,
        /// The other entry.
        entry: EntryId,
        /// Where it stands.
        location: Box<Location>,
    },
    /// There is no `sprints/` anywhere upwards.
    NoJournal,
    /// There is a `sprints/` with nothing in it.
    NoSprint(PathBuf),
    /// No sprint has that name.
    NoSuchSprint {
        /// What was asked for.
        name: String,
        /// Those there are.
        known: Vec<String>,
    },
    /// A new sprint would have the name of an old one.
    SprintExists {
        /// The name.
        name: String,
        /// Its folder.
        path: PathBuf,
    },
    /// A name that not every system can store.
    BadSprintName {
        /// What was asked for.
        name: String,
        /// A name that would do, if there is one.
        suggestion: Option<String>,
    },
    /// The last day comes before the first.
    BackwardDates {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        to: NaiveDate,
    },
    /// A local time that a change of the clocks skips or repeats.
    UnclearTime(String),
    /// A text with a zero byte, which no log can hold safely.
    ZeroByte,
    /// Standard input does not end within 64 MiB.
    InputTooLarge,
    /// Standard input is not UTF-8.
    InputNotUtf8,
    /// `join` takes one person.
    SeveralPeople(String),
    /// A text with quotes and lists that lie too deep in each other.
    TooDeep,
    /// A line of a batch is wrong.
    InLine {
        /// Its number, from 1.
        line: usize,
        /// What is wrong with it.
        error: Box<Error>,
    },
    /// Somebody has recorded nothing that could be taken back.
    NothingToUndo(String),
    /// Somebody has recorded less that could be taken back than was asked for.
    FewerToUndo {
        /// Who.
        by: String,
        /// How many things there are, a batch as one.
        count: usize,
    },
    /// No attendee is there on that day.
    NobodyHere(NaiveDate),
    /// So many problems were found in the logs.
    CheckFailed {
        /// Those by which something may be missing.
        errors: usize,
        /// Those that are wrong, and let a report be made.
        warnings: usize,
        /// Those that may be meant.
        notices: usize,
    },
    /// Some are not ready.
    NotReady(usize),
    /// The login name is not known.
    NoAuthor,
    /// The logs have errors, so that a report could lack something.
    DamagedLogs(usize),
    /// A report about an item that was entered after the days of the report.
    EnteredLater {
        /// What it is called by.
        label: Label,
        /// The day on which it was entered.
        day: NaiveDate,
    },
    /// A report with gaps, and `--strict`.
    Gaps(usize),
    /// Standard output or input failed.
    Stream(String),
    /// A log that is to be edited, and no editor or terminal.
    NoEditor,
    /// The editor failed.
    Editor {
        /// The command.
        editor: String,
        /// What happened.
        reason: String,
    },
    /// What was edited has so many errors.
    NotKept(usize),
    /// An address that no link can hold.
    BadAddress(String),
    /// A post has a day, and nothing has happened on any.
    NothingToDate,
}

impl Error {
    /// An error of the system: what was tried on which file.
    pub(crate) fn io(what: &'static str, path: &Path, cause: &io::Error) -> Self {
        Error::Storage(StorageError::Io {
            what,
            path: path.to_owned(),
            reason: Error::reason(cause),
        })
    }

    /// The system's reason, without the number that the standard library puts after it.
    pub(crate) fn reason(cause: &io::Error) -> String {
        let reason = match cause.kind() {
            io::ErrorKind::NotFound => "it does not exist".to_owned(),
            io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
            io::ErrorKind::StorageFull => "no space left on the disk".to_owned(),
            io::ErrorKind::ReadOnlyFilesystem => "the file system is read-only".to_owned(),
            _ => cause.to_string(),
        };
        reason
            .split(" (os error")
            .next()
            .unwrap_or_default()
            .to_owned()
    }

    /// The error as one of a line of a batch.
    pub(crate) fn in_line(self, line: Option<usize>) -> Self {
        match line {
            Some(line) => Error::InLine {
                line,
                error: Box::new(self),
            },
            None => self,
        }
    }

    /// 2 for wrong usage, 1 for everything else.
    pub fn exit_status(&self) -> u8 {
        self.describe().exit_status
    }

    /// What to do next.
    pub fn hint(&self) -> Option<String> {
        self.describe().hint
    }

    fn describe(&self) -> Failure {
        match self {
            Error::Usage(error) => error.describe(),
            Error::Storage(error) => error.describe(),
            Error::Git(error) => error.describe(),
            Error::Refused(violation) => violation.describe().into(),
            Error::Clash {
                violation,
                entry,
                location,
            } => Failure::new(
                format!(
                    "with this entry, the one at {location} would be wrong: {}",
                    violation.describe().message
                ),
                match violation {
                    Violation::NoSuchEntry(_) => {
                        format!("take that one back first, with `sprint undo {entry}`")
                    }
                    _ => "look at it with `sprint log`, and enter this one at another time"
                        .to_owned(),
                },
            ),
            Error::NoJournal => Failure::new(
                "there is no sprint here: no folder `sprints` in this folder or above it",
                BEGIN_ONE,
            ),
            Error::NoSprint(root) => Failure::new(
                format!("there is no sprint in {}", root.display()),
                BEGIN_ONE,
            ),
            Error::NoSuchSprint { name, known } => Failure::new(
                format!("there is no sprint `{name}`"),
                match known[..] {
                    [] => "begin it: `sprint init NAME`".to_owned(),
                    _ => format!("there are: {}", known.join(", ")),
                },
            ),
            Error::SprintExists { name, path } => Failure::new(
                format!("the sprint `{name}` already exists: {}", path.display()),
                format!("use it with `-s {name}`, or choose another name"),
            ),
            Error::BadSprintName { name, suggestion } => {
                let suggestion = suggestion.iter().map(|name| format!("; `{name}` would do"));
                Failure::new(
                    format!("`{name}` cannot be the name of a sprint"),
                    "a name has lower-case letters, digits, `-`, `_` and `.`, begins with a letter or a digit, \
                     and has at most 64 characters"
                        .to_owned()
                        + &suggestion.collect::<String>(),
                )
            }
            Error::BackwardDates { from, to } => Failure::new(
                format!("the last day, {to}, comes before the first, {from}"),
                "give the first day with `--from` and the last with `--to`",
            ),
            Error::UnclearTime(typed) => Failure::new(
                format!("`{typed}` is not one moment: the clocks change then"),
                "say which is meant, with the offset: `--at 2017-03-26T02:30:00+02:00`",
            ),
            Error::ZeroByte => Failure::new("there is a zero byte in the text", SAVE_AS_UTF8),
            Error::InputTooLarge => Failure::new(
                "the text from standard input is larger than 64 MiB",
                "nothing was recorded; record it in several steps",
            ),
            Error::InputNotUtf8 => {
                Failure::new("the text from standard input is not UTF-8", SAVE_AS_UTF8)
            }
            Error::SeveralPeople(typed) => Failure::new(
                format!("`{typed}` is more than one person"),
                "join them one by one: `sprint join NAME`",
            ),
            Error::TooDeep => Failure::new(
                format!("quotes and lists are nested deeper than {DEEPEST} levels"),
                "take some of them out, or put them one after the other",
            ),
            Error::InLine { line, error } => {
                let failure = error.describe();
                let hint = failure.hint.iter().map(|hint| format!("; {hint}"));
                Failure {
                    message: format!("line {line}: {}", failure.message),
                    hint: Some(
                        "nothing of the batch was recorded".to_owned() + &hint.collect::<String>(),
                    ),
                    ..failure
                }
            }
            Error::NothingToUndo(by) => Failure::new(
                format!("{by} has recorded nothing here that could be taken back"),
                "`sprint undo ID` takes back what somebody else recorded",
            ),
            Error::FewerToUndo { by, count } => Failure::new(
                format!(
                    "{by} has recorded only {} here that could be taken back",
                    counted(*count, "thing")
                ),
                format!("`sprint undo -n {count}` takes back all of that"),
            ),
            Error::NobodyHere(day) => Failure::new(
                format!("no attendee is here on {day}"),
                "`sprint join NAME` makes an attendee",
            ),
            Error::CheckFailed {
                errors,
                warnings,
                notices,
            } => {
                let counts = [
                    (*errors, "error"),
                    (*warnings, "warning"),
                    (*notices, "notice"),
                ];
                let found = counts.iter().filter(|(count, _)| *count > 0);
                let found: Vec<String> = found.map(|(count, noun)| counted(*count, noun)).collect();
                Failure::new(
                    format!("the check found {}", listed(&found)),
                    "`sprint edit DAY` opens a day log; fix other files in an editor",
                )
            }
            Error::NotReady(count) => Failure::new(
                match count {
                    1 => "planning is not over: one person is not ready".to_owned(),
                    count => format!("planning is not over: {count} people are not ready"),
                },
                "`sprint assign ITEM PEOPLE` finds everybody a task and a partner",
            ),
            Error::NoAuthor => Failure::new(
                "your name is not known: the system gives no login name",
                "say who you are with `--by NAME`, or set SPRINT_BY",
            ),
            Error::DamagedLogs(count) => Failure::new(
                format!(
                    "no report was made: {} in the logs",
                    counted(*count, "error")
                ),
                "fix the lines named above; the report would leave them out",
            ),
            Error::EnteredLater { label, day } => Failure::new(
                format!("{label} was entered on {day}, after the days of the report"),
                "give a later day with `--to` or `--day`, or none",
            ),
            Error::Gaps(count) => Failure::new(
                format!("the report has {}", counted(*count, "gap")),
                "fill them, or leave out `--strict`",
            ),
            Error::Stream(reason) => Failure::new(
                format!("cannot use the standard streams: {reason}"),
                "the entry may have been recorded all the same: look with `sprint log`",
            ),
            Error::NoEditor => Failure::new(
                "there is no editor to open",
                "set VISUAL or EDITOR, and run this at a terminal; or edit the file itself",
            ),
            Error::Editor { editor, reason } => Failure::new(
                format!("the editor `{editor}` failed: {reason}"),
                "set VISUAL or EDITOR, or type the text after the command",
            ),
            Error::NotKept(count) => Failure::new(
                format!(
                    "the log was left as it was: {} in the text",
                    counted(*count, "error")
                ),
                "fix the text that was kept, and put it in with `sprint edit`",
            ),
            Error::BadAddress(address) => Failure::new(
                format!("`{address}` is not an address"),
                "write its blanks as %20",
            ),
            Error::NothingToDate => Failure::new(
                "the post has no date: nothing has been recorded",
                "give its day with `--date DAY`",
            ),
        }
    }
}

const BEGIN_ONE: &str = "begin one: `sprint init NAME`, such as `sprint init leysin-2017`";

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.describe().message)
    }
}

impl std::error::Error for Error {}

impl From<UsageError> for Error {
    fn from(error: UsageError) -> Self {
        Error::Usage(error)
    }
}

impl From<StorageError> for Error {
    fn from(error: StorageError) -> Self {
        Error::Storage(error)
    }
}

impl From<GitError> for Error {
    fn from(error: GitError) -> Self {
        Error::Git(error)
    }
}

impl From<Violation> for Error {
    fn from(violation: Violation) -> Self {
        Error::Refused(violation)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reasons_of_the_system_are_words() {
        for (kind, reason) in [
            (io::ErrorKind::NotFound, "it does not exist"),
            (io::ErrorKind::PermissionDenied, "permission denied"),
            (io::ErrorKind::StorageFull, "no space left on the disk"),
            (
                io::ErrorKind::ReadOnlyFilesystem,
                "the file system is read-only",
            ),
        ] {
            assert_eq!(Error::reason(&io::Error::from(kind)), reason);
        }
        assert_eq!(
            Error::reason(&io::Error::from_raw_os_error(21)),
            "Is a directory"
        );
    }
}
