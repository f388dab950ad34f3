//! Why a command failed, in words.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::failure::{Failure, SAVE_AS_UTF8};
use super::git::GitError;
use super::location::{Location, Quote};
use super::lookup_error::undo_of;
use super::planning::PlanningFault;
use super::storage::StorageError;
use super::told::ToldFault;
use super::usage::UsageError;
use super::words::{counted, listed};
use crate::domain::{DEEPEST, EntryId, Label, LookupError, Violation};
use crate::text::shell_words;

/// What has to be undone before an entry can be recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum First {
    /// An entry that needs what would be gone.
    TakeBack(EntryId),
    /// The undo that took back what an entry needs that would come back.
    BringBack(EntryId),
}

/// Why a command did not do what it was asked to.
#[derive(Debug)]
pub enum Error {
    Usage(UsageError),
    Storage(StorageError),
    Git(GitError),
    Refused(Violation),
    Lookup(LookupError),
    /// The rules refuse an entry that is already in the log, because of the one that was to be recorded.
    Clash {
        violation: Violation,
        /// What has to be undone before.
        first: Option<First>,
        location: Box<Location>,
        quote: Option<Box<Quote>>,
    },
    /// There is no `sprints/` in this folder or above it.
    NoJournal,
    /// There is a `sprints/` with nothing in it.
    NoSprint(PathBuf),
    NoSuchSprint {
        name: String,
        known: Vec<String>,
    },
    SprintExists {
        name: String,
        path: PathBuf,
    },
    /// A name that not every system can store.
    BadSprintName {
        name: String,
        suggestion: Option<String>,
    },
    BackwardDates {
        from: NaiveDate,
        to: NaiveDate,
    },
    /// A local time that a change of the clocks skips or repeats.
    UnclearTime(String),
    /// A text with a zero byte, which no log can hold safely.
    ZeroByte,
    /// Standard input does not end within 64 MiB.
    InputTooLarge,
    InputNotUtf8,
    SeveralPeople(String),
    TooDeep,
    InLine {
        location: Box<Location>,
        error: Box<Error>,
    },
    NothingToUndo(String),
    FewerToUndo {
        by: String,
        /// The number of entries; a batch counts as one.
        count: usize,
    },
    NobodyHere(NaiveDate),
    /// Somebody who leaves has not come yet.
    StillToCome {
        name: String,
        from: NaiveDate,
        /// The entries that say so.
        joined: Vec<EntryId>,
    },
    /// Somebody who is there until a day comes on a later one.
    ComesAgain {
        name: String,
        nick: String,
        to: NaiveDate,
        from: NaiveDate,
    },
    CheckFailed {
        errors: usize,
        warnings: usize,
        notices: usize,
    },
    NotReady(usize),
    NoAuthor,
    DamagedLogs(usize),
    EnteredLater {
        label: Label,
        day: NaiveDate,
    },
    Gaps(usize),
    /// This many things are wrong with a template; they were shown.
    DamagedTemplate(usize),
    /// The same, after the post was edited.
    DamagedPost(usize),
    Stream(String),
    NoEditor,
    /// There is an editor, and no terminal for it.
    NoTerminal,
    Editor {
        editor: String,
        reason: String,
    },
    NotKept(usize),
    SettingsNotKept(usize),
    /// Told texts that were edited cannot be read.
    Told {
        location: Box<Location>,
        quote: Option<Box<Quote>>,
        fault: ToldFault,
    },
    /// What was edited was changed by somebody else, too: what it is.
    ToldMeanwhile(String),
    /// A line of a planning document that must not be guessed.
    Planning {
        location: Box<Location>,
        quote: Option<Box<Quote>>,
        fault: PlanningFault,
    },
    /// This many lines of a planning document are wrong; they were shown.
    DocumentNotRecorded(usize),
    /// A planning document was printed from the sprint with this name, not from the one that it is to be recorded in.
    DocumentOfAnother {
        /// What its first line says.
        stamp: String,
        /// The sprint that it names.
        named: String,
        here: String,
    },
    /// The edited board was saved again as it was, or too often, with this many errors.
    BoardNotRecorded {
        count: usize,
        /// What is wrong first.
        first: String,
    },
    /// There is nobody to ask whether a document is to be recorded.
    NotConfirmed,
    /// Nothing is asked where the answer is JSON.
    NotAskedInJson,
    /// A line of a planning document is about an item that another line would make, and that is refused.
    WithoutItem(usize),
    /// An address that no link can hold.
    BadAddress(String),
    /// A post needs a date, and nothing was recorded on any day.
    NothingToDate,
}

impl Error {
    /// Makes an error of the system: `what` was tried on which file.
    pub(crate) fn io(what: &'static str, path: &Path, cause: &io::Error) -> Self {
        Error::Storage(StorageError::Io {
            what,
            path: path.to_owned(),
            reason: Error::reason(cause),
        })
    }

    /// Returns the system's reason, without the number that the standard library puts after it.
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

    /// Turns the error into that of a line of a batch.
    pub(crate) fn in_line(self, location: Option<&Location>) -> Self {
        match location {
            Some(location) => Error::InLine {
                location: Box::new(location.clone()),
                error: Box::new(self),
            },
            None => self,
        }
    }

    /// Returns 2 for wrong usage, 1 for everything else.
    pub fn exit_status(&self) -> u8 {
        self.describe().exit_status
    }

    /// Returns what to do next.
    pub fn hint(&self) -> Option<String> {
        self.describe().hint
    }

    /// Returns the message, its hint, its exit status and the line that it is about.
    pub(crate) fn describe(&self) -> Failure {
        match self {
            Error::Usage(error) => error.describe(),
            Error::Storage(error) => error.describe(),
            Error::Git(error) => error.describe(),
            Error::Refused(violation) => violation.describe().into(),
            Error::Lookup(error) => error.describe(),
            Error::Clash {
                violation,
                first,
                location,
                quote,
            } => Failure::new(
                format!(
                    "with this entry, the one at {location} would be wrong: {}",
                    violation.describe().message
                ),
                match first {
                    Some(First::TakeBack(entry)) => {
                        format!("take that one back first, with `sprint undo {entry}`")
                    }
                    Some(First::BringBack(undo)) => {
                        format!("bring back what it needs first, with `sprint undo {undo}`")
                    }
                    None => "look at it with `sprint log`, and enter this one at another time"
                        .to_owned(),
                },
            )
            .quoting(quote),
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
                    [] => "create it with `sprint init NAME`".to_owned(),
                    _ => format!("the sprints here are: {}", known.join(", ")),
                },
            ),
            Error::SprintExists { name, path } => Failure::new(
                format!("the sprint `{name}` already exists: {}", path.display()),
                format!("use it with `-s {name}`, or choose another name"),
            ),
            Error::BadSprintName { name, suggestion } => {
                let suggestion = suggestion
                    .iter()
                    .map(|name| format!("; `{name}` is possible"));
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
                format!("`{typed}` happens twice or not at all, because the clocks change"),
                "give the offset, as in `--at 2017-03-26T02:30:00+02:00`",
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
                "remove some levels of nesting",
            ),
            Error::InLine { location, error } => {
                let failure = error.describe();
                let hint = failure.hint.iter().map(|hint| {
                    let hint = hint.strip_prefix("nothing was recorded; ").unwrap_or(hint);
                    format!("; {hint}")
                });
                Failure {
                    message: format!("{location}: {}", failure.message),
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
                "`sprint join NAME` adds an attendee",
            ),
            Error::StillToCome { name, from, joined } => Failure::new(
                format!("{name} comes on {}", from.format("%A, %-d %B %Y")),
                format!(
                    "with a later `--day`, it is when they leave; if they do not come at all: {}",
                    undo_of(joined)
                ),
            ),
            Error::ComesAgain {
                name,
                nick,
                to,
                from,
            } => {
                let nick = shell_words(nick);
                Failure::new(
                    format!(
                        "{name} is there until {}, and may come again or only then",
                        to.format("%A, %-d %B %Y")
                    ),
                    format!(
                        "`sprint join {nick} --day {from}` if they come again; `--from {from} --to DAY` if these are all of their days"
                    ),
                )
            }
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
                    "`sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor",
                )
            }
            Error::NotReady(count) => Failure::new(
                match count {
                    1 => "planning is not complete: one person is not ready".to_owned(),
                    count => format!("planning is not complete: {count} people are not ready"),
                },
                "`sprint assign ITEM PEOPLE` gives everybody a task and a partner",
            ),
            Error::NoAuthor => Failure::new(
                "your name is not known: the system has no login name for you",
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
            Error::DamagedTemplate(count) => Failure::new(
                format!(
                    "there is no report: the template has {}",
                    counted(*count, "error")
                ),
                "fix it; `sprint help template` lists the placeholders",
            ),
            Error::DamagedPost(count) => Failure::new(
                format!(
                    "the post is kept as it is, and has {}",
                    counted(*count, "error")
                ),
                "`sprint edit post` opens it again; `sprint help template` lists the placeholders",
            ),
            Error::Gaps(count) => Failure::new(
                format!("the report has {}", counted(*count, "gap")),
                "fill the gaps, or leave out `--strict`",
            ),
            Error::Stream(reason) => Failure::new(
                format!("cannot use the standard streams: {reason}"),
                "the entry may have been recorded all the same: look with `sprint log`",
            ),
            Error::NoEditor => Failure::new(
                "there is no editor to open",
                "set VISUAL or EDITOR, and run this at a terminal; or edit the file itself",
            ),
            Error::NoTerminal => Failure::new(
                "there is no terminal for the editor",
                "run this at a terminal, or edit the file itself",
            ),
            Error::Editor { editor, reason } => Failure::new(
                format!("the editor `{editor}` failed: {reason}"),
                "set VISUAL or EDITOR to another editor",
            ),
            Error::NotKept(count) => Failure::new(
                format!(
                    "the log was left as it was: {} in the text",
                    counted(*count, "error")
                ),
                "fix the text that was kept, and put it in with `sprint edit log`",
            ),
            Error::SettingsNotKept(count) => Failure::new(
                format!(
                    "the settings were left as they were: {} in the text",
                    counted(*count, "error")
                ),
                "fix the text that was kept, and put it in with `sprint edit settings`",
            ),
            Error::Told {
                location,
                quote,
                fault,
            } => {
                let failure = fault.describe().quoting(quote);
                Failure {
                    message: format!("{location}: {}", failure.message),
                    ..failure
                }
            }
            Error::ToldMeanwhile(name) => Failure::new(
                format!("{name} was changed by somebody else meanwhile; nothing was recorded"),
                "run the same command again, and insert the text that was kept",
            ),
            Error::Planning {
                location,
                quote,
                fault,
            } => {
                let failure = fault.describe().quoting(quote);
                Failure {
                    message: format!("{location}: {}", failure.message),
                    ..failure
                }
            }
            Error::DocumentNotRecorded(count) => Failure::new(
                format!(
                    "nothing was recorded: {} in the document",
                    counted(*count, "error")
                ),
                "fix these lines and import the document again",
            ),
            Error::DocumentOfAnother { stamp, named, here } if named == here => Failure::new(
                format!(
                    "nothing was recorded: the document is of a state that `{here}` does not have: `{stamp}`"
                ),
                "`sprint sync` fetches what others recorded; if it belongs to another sprint, name that with `-s`. \
                 To record it here like any other document, delete its first line and the numbers of its items",
            ),
            Error::DocumentOfAnother { stamp, named, here } => Failure::new(
                format!(
                    "nothing was recorded: the document is the board of a sprint other than `{here}`: `{stamp}`"
                ),
                format!(
                    "`-s {named}` records it there; to record it here like any other document, delete its first line \
                     and the numbers of its items"
                ),
            ),
            Error::BoardNotRecorded { count, first } => Failure::new(
                format!(
                    "nothing was recorded: {} in the text{} {first}",
                    counted(*count, "error"),
                    if *count == 1 { ":" } else { ", the first:" },
                ),
                "correct the lines that its comments are about",
            ),
            Error::NotConfirmed => Failure::new(
                "nothing was recorded: there is no terminal to ask at",
                "`--yes` records without asking, `--dry-run` only shows what would be recorded",
            ),
            Error::NotAskedInJson => Failure::new(
                "nothing was recorded: `--json` asks nothing",
                "`--yes` records without asking, `--dry-run` only shows what would be recorded",
            ),
            Error::WithoutItem(line) => Failure::new(
                format!("this is about the item of line {line}, which is not recorded"),
                "fix that line first",
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

const BEGIN_ONE: &str = "create one with `sprint init NAME`, such as `sprint init leysin-2017`";

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

impl From<LookupError> for Error {
    fn from(error: LookupError) -> Self {
        Error::Lookup(error)
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
