//! Every message a user can meet, its hint and its exit status. Facts come in, words go out.

mod explain;
mod finding;
mod git;
mod obstacle;
mod picture;
mod refused;
mod remark;
mod rule;
mod usage;
mod words;

pub use explain::{advised, explain};
pub(crate) use finding::Lines;
pub use finding::{Complaint, Finding, Location, NewerToml, What};
pub use git::{GitError, Rename};
pub use obstacle::{Kind, Obstacle, Wanted};
pub use picture::PictureFault;
pub use refused::told;
pub use remark::{GaveWay, Remark};
pub use rule::{Rule, Severity};
pub use usage::UsageError;
pub use words::{counted, counted_entries, duration, kind_word, listed, state_word};

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::domain::{DEEPEST, EntryId, Label, Violation};
use refused::hint_of;

/// What is said when a command fails.
struct Failure {
    message: String,
    hint: Option<String>,
    exit_status: u8,
}

impl Failure {
    fn usage(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Failure {
            message: message.into(),
            hint: Some(hint.into()),
            exit_status: 2,
        }
    }
}

/// Why a command did not do what it was asked to.
#[derive(Debug)]
pub enum Error {
    /// The words make no sense.
    Usage(UsageError),
    /// The rules of a sprint say no.
    Refused(Violation),
    /// The rules say no to an entry that stands in the log already, because of the one that was to be recorded.
    Clash {
        /// What would be wrong.
        violation: Violation,
        /// The other entry.
        entry: EntryId,
        /// Where it stands.
        place: Box<Location>,
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
    /// `-C` or `SPRINT_DIR` names no folder.
    NoSuchFolder(PathBuf),
    /// A local time that a change of the clocks skips or repeats.
    UnclearTime(String),
    /// A text with a zero byte, which no log can hold safely.
    ZeroByte,
    /// A file with text in it is not UTF-8.
    FileNotUtf8(PathBuf),
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
    /// Nobody who joined is there on that day.
    NobodyHere(NaiveDate),
    /// So many things are wrong or odd in the logs.
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
    /// The system did not do what it was asked to.
    Io {
        /// What it was asked to do.
        what: &'static str,
        /// To which file.
        path: PathBuf,
        /// The system's reason.
        reason: String,
    },
    /// Standard output or input failed.
    Stream(String),
    /// Something stands where a file or folder of the sprint belongs.
    InTheWay {
        /// Where.
        path: PathBuf,
        /// What.
        obstacle: Obstacle,
    },
    /// A day log in an encoding whose characters have two or four bytes each.
    WideEncoding {
        /// The log.
        path: PathBuf,
        /// The encoding.
        encoding: &'static str,
    },
    /// A day log of more than 64 MiB.
    TooLarge(PathBuf),
    /// A log that is to be edited, and no editor or terminal.
    NoEditor,
    /// What was edited has so many errors.
    NotKept(usize),
    /// More than appending was done to a log while somebody edited it.
    ChangedMeanwhile(PathBuf),
    /// An entry of an edited log cannot be kept beside the text that was typed.
    NotApart {
        /// Its id.
        id: String,
        /// Where it stands.
        place: Box<Location>,
    },
    /// An address that no link can hold.
    BadAddress(String),
    /// A photo that is a folder, a pipe or the like.
    NotAPhoto(PathBuf),
    /// A text would go where there is a folder, a pipe or the like.
    NotAPlace(PathBuf),
    /// A text would go to a file that has something else in it.
    OtherContent(PathBuf),
    /// A text would go where the program keeps what was recorded.
    OwnFile(PathBuf),
    /// A post would go to a file that somebody edited or wrote.
    EditedPost(PathBuf),
    /// `-o` names no folder, and a site is one.
    NoSuchSite(PathBuf),
    /// A file that is not a picture.
    BadPicture {
        /// The file.
        path: PathBuf,
        /// What it is.
        fault: PictureFault,
    },
    /// A post has a day, and nothing has happened on any.
    NothingToDate,
    /// An entry would be part of what is open above it.
    Swallowed(PathBuf),
    /// An entry was written, but the disk did not confirm it.
    NotSynced {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        reason: String,
    },
    /// Another process has held the lock of a sprint for too long.
    Locked {
        /// The lock.
        path: PathBuf,
        /// The process, if it said who it is.
        holder: Option<u32>,
    },
    /// An exchange with others through git failed.
    Git(GitError),
    /// The editor failed.
    Editor {
        /// The command.
        editor: String,
        /// What happened.
        reason: String,
    },
}

impl Error {
    /// An error of the system: what was tried on which file.
    pub(crate) fn io(what: &'static str, path: &Path, cause: &io::Error) -> Self {
        Error::Io {
            what,
            path: path.to_owned(),
            reason: Error::reason(cause),
        }
    }

    /// The system's reason, without the number that the standard library puts behind it.
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
        match self {
            Error::InLine { error, .. } => error.exit_status(),
            Error::Usage(usage) => usage.describe().exit_status,
            _ => 1,
        }
    }

    /// What to do next.
    pub fn hint(&self) -> Option<String> {
        let hint = match self {
            Error::Usage(usage) => return usage.describe().hint,
            Error::Refused(violation) => return hint_of(violation),
            Error::Clash {
                violation: Violation::NoSuchEntry(_),
                entry,
                ..
            } => {
                format!("`sprint undo {entry}` takes that one back first")
            }
            Error::Clash { .. } => {
                "look at it with `sprint log`, and enter this one at another time".to_owned()
            }
            Error::NoJournal | Error::NoSprint(_) => {
                "begin one: `sprint init NAME`, such as `sprint init leysin-2017`".to_owned()
            }
            Error::NoSuchSprint { known, .. } if known.is_empty() => {
                "begin it: `sprint init NAME`".to_owned()
            }
            Error::NoSuchSprint { known, .. } => format!("there are: {}", known.join(", ")),
            Error::SprintExists { name, .. } => {
                format!("use it with `-s {name}`, or take another name")
            }
            Error::BadSprintName { suggestion, .. } => {
                let rule = "a name has lower-case letters, digits, `-`, `_` and `.`, begins with a letter or a \
                            digit, and is no longer than 64";
                match suggestion {
                    Some(name) => format!("{rule}; `{name}` would do"),
                    None => rule.to_owned(),
                }
            }
            Error::BackwardDates { .. } => {
                "give the first day with `--from` and the last with `--to`".to_owned()
            }
            Error::NoSuchFolder(_) => {
                "`-C` and SPRINT_DIR name the folder that holds `sprints/`".to_owned()
            }
            Error::UnclearTime(_) => {
                "say which is meant, with the offset: `--at 2017-03-26T02:30:00+02:00`".to_owned()
            }
            Error::InputTooLarge => "nothing was recorded; record it in several steps".to_owned(),
            Error::ZeroByte | Error::InputNotUtf8 | Error::FileNotUtf8(_) => {
                "save the text as UTF-8 and try again".to_owned()
            }
            Error::SeveralPeople(_) => "join them one by one: `sprint join NAME`".to_owned(),
            Error::TooDeep => "take some of them out, or put them behind each other".to_owned(),
            Error::InLine { error, .. } => match error.hint() {
                Some(hint) => format!("nothing of the batch was recorded; {hint}"),
                None => "nothing of the batch was recorded".to_owned(),
            },
            Error::FewerToUndo { count, .. } => format!("`sprint undo -n {count}` takes back all of that"),
            Error::NothingToUndo(_) => "`sprint undo ID` takes back what somebody else recorded".to_owned(),
            Error::NobodyHere(_) => "`sprint join NAME` makes an attendee".to_owned(),
            Error::CheckFailed { .. } => "`sprint edit DAY` opens a day log; what stands in others is mended in an editor".to_owned(),
            Error::NotReady(_) => "`sprint assign ITEM PEOPLE` finds everybody a task and a partner".to_owned(),
            Error::NoAuthor => "say who you are with `--by NAME`, or set SPRINT_BY".to_owned(),
            Error::DamagedLogs(_) => {
                "mend the lines named above; nothing of them would be in the report".to_owned()
            }
            Error::EnteredLater { .. } => {
                "give a later day with `--to` or `--day`, or none".to_owned()
            }
            Error::Gaps(_) => "fill them, or leave out `--strict`".to_owned(),
            Error::Io { .. } => "nothing was recorded; mend that and try again".to_owned(),
            Error::Stream(_) => "what was to be recorded may be recorded all the same: look with `sprint log`".to_owned(),
            Error::InTheWay { obstacle, .. } => format!("nothing was recorded; {}", obstacle.hint()),
            Error::WideEncoding { .. } => "nothing was recorded; save it as UTF-8".to_owned(),
            Error::TooLarge(_) => "nothing was recorded; move what is no entry out of it".to_owned(),
            Error::NoEditor => "set VISUAL or EDITOR, and run this at a terminal; or edit the file itself".to_owned(),
            Error::NotKept(_) => "mend the text that was kept, and put it in with `sprint edit`".to_owned(),
            Error::ChangedMeanwhile(_) => "put the text that was kept in with `sprint edit`".to_owned(),
            Error::NotApart { .. } => "the log was left as it was; give the entry one line to itself, `ID = { at = …, by = \"…\", kind = \"…\", … }`, then edit again".to_owned(),
            Error::BadAddress(_) => "write its blanks as %20".to_owned(),
            Error::NotAPhoto(_) => "give the path of a picture, or its address".to_owned(),
            Error::NotAPlace(_) => {
                "move it away, or name another place with `-o`".to_owned()
            }
            Error::OwnFile(_) => "name a place outside of `sprints/` with `-o`".to_owned(),
            Error::OtherContent(_) => {
                "take another name, or replace it with `--force`".to_owned()
            }
            Error::EditedPost(_) => {
                "move it away; or put your changes into sprint.toml and the log, and replace it with `--force`".to_owned()
            }
            Error::NoSuchSite(_) => {
                "name the folder of the site with `-o`; without it, the post goes to standard output".to_owned()
            }
            Error::BadPicture { fault, .. } => fault.hint().to_owned(),
            Error::NothingToDate => "say its day with `--date DAY`".to_owned(),
            Error::Swallowed(_) => {
                "nothing was recorded; mend the end of the file by hand and try again".to_owned()
            }
            Error::NotSynced { .. } => {
                "look with `sprint log` before you try again: the entry is in the file".to_owned()
            }
            Error::Locked {
                holder: Some(process),
                ..
            } => format!("nothing was recorded; end process {process} and try again"),
            Error::Locked { path, holder: None } => {
                format!(
                    "nothing was recorded; end the process that holds {} and try again",
                    path.display()
                )
            }
            Error::Git(error) => error.hint(),
            Error::Editor { .. } => {
                "set VISUAL or EDITOR, or type the text behind the command".to_owned()
            }
        };
        Some(hint)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Usage(usage) => formatter.write_str(&usage.describe().message),
            Error::Refused(violation) => write!(formatter, "{}", told(violation)),
            Error::Clash {
                violation, place, ..
            } => {
                write!(
                    formatter,
                    "with this entry, the one at {place} would be wrong: {}",
                    told(violation)
                )
            }
            Error::NoJournal => {
                write!(
                    formatter,
                    "there is no sprint here: no folder `sprints` in this folder or above it"
                )
            }
            Error::NoSprint(root) => write!(formatter, "there is no sprint in {}", root.display()),
            Error::NoSuchSprint { name, .. } => write!(formatter, "there is no sprint `{name}`"),
            Error::SprintExists { name, path } => {
                write!(
                    formatter,
                    "the sprint `{name}` exists already: {}",
                    path.display()
                )
            }
            Error::BadSprintName { name, .. } => {
                write!(formatter, "`{name}` cannot be the name of a sprint")
            }
            Error::BackwardDates { from, to } => {
                write!(
                    formatter,
                    "the last day, {to}, comes before the first, {from}"
                )
            }
            Error::NoSuchFolder(path) => write!(formatter, "{} is not a folder", path.display()),
            Error::UnclearTime(typed) => write!(
                formatter,
                "`{typed}` is not one moment: the clocks change then"
            ),
            Error::ZeroByte => write!(formatter, "there is a zero byte in the text"),
            Error::FileNotUtf8(path) => write!(formatter, "{} is not UTF-8", path.display()),
            Error::InputTooLarge => write!(
                formatter,
                "the text from standard input is larger than 64 MiB"
            ),
            Error::InputNotUtf8 => write!(formatter, "the text from standard input is not UTF-8"),
            Error::SeveralPeople(typed) => write!(formatter, "`{typed}` is more than one person"),
            Error::TooDeep => write!(
                formatter,
                "quotes and lists are nested deeper than {DEEPEST} levels"
            ),
            Error::InLine { line, error } => write!(formatter, "line {line}: {error}"),
            Error::FewerToUndo { by, count } => write!(
                formatter,
                "{by} has recorded only {} here that could be taken back",
                counted(*count, "thing")
            ),
            Error::NothingToUndo(by) => write!(
                formatter,
                "{by} has recorded nothing here that could be taken back"
            ),
            Error::NobodyHere(day) => write!(formatter, "nobody who joined is here on {day}"),
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
                let found: Vec<String> =
                    found.map(|(count, level)| counted(*count, level)).collect();
                write!(formatter, "the check found {}", listed(&found))
            }
            Error::NotReady(1) => {
                write!(formatter, "planning is not over: one person is not ready")
            }
            Error::NotReady(count) => write!(
                formatter,
                "planning is not over: {count} people are not ready"
            ),
            Error::NoAuthor => write!(
                formatter,
                "it is not known who types: the system gives no login name"
            ),
            Error::DamagedLogs(count) => {
                write!(
                    formatter,
                    "no report was made: {} in the logs",
                    counted(*count, "error")
                )
            }
            Error::EnteredLater { label, day } => write!(
                formatter,
                "{label} was entered on {day}, after the days of the report"
            ),
            Error::Gaps(count) => write!(formatter, "the report has {}", counted(*count, "gap")),
            Error::Io { what, path, reason } => {
                write!(formatter, "cannot {what} {}: {reason}", path.display())
            }
            Error::Stream(reason) => write!(formatter, "cannot use the standard streams: {reason}"),
            Error::InTheWay { path, obstacle } => {
                write!(formatter, "{} is {}", path.display(), obstacle.name())
            }
            Error::WideEncoding { path, encoding } => {
                write!(formatter, "{} is {encoding}", path.display())
            }
            Error::TooLarge(path) => write!(formatter, "{} is larger than 64 MiB", path.display()),
            Error::NoEditor => write!(formatter, "there is no editor to open"),
            Error::NotKept(count) => write!(
                formatter,
                "the log was left as it was: {} in the text",
                counted(*count, "error")
            ),
            Error::ChangedMeanwhile(path) => write!(
                formatter,
                "{} was changed by somebody else meanwhile",
                path.display()
            ),
            Error::NotApart { id, place } => write!(
                formatter,
                "{place}: the entry {id} cannot be kept beside the text that you typed"
            ),
            Error::BadAddress(address) => write!(formatter, "`{address}` is not an address"),
            Error::NotAPhoto(path) => write!(formatter, "{} is not a regular file", path.display()),
            Error::NotAPlace(path) => write!(formatter, "{} is not a regular file", path.display()),
            Error::OwnFile(path) => write!(
                formatter,
                "{} is where sprint keeps what was recorded; it was left as it is",
                path.display()
            ),
            Error::OtherContent(path) => write!(
                formatter,
                "{} was left as it is: it has other content",
                path.display()
            ),
            Error::EditedPost(path) => write!(
                formatter,
                "{} was left as it is: somebody has written in it",
                path.display()
            ),
            Error::NoSuchSite(path) => write!(formatter, "{} is not a folder", path.display()),
            Error::BadPicture { path, fault } => match fault {
                PictureFault::Svg { line, column, what } => {
                    let place = Location {
                        file: path.clone(),
                        line: *line,
                        column: *column,
                    };
                    write!(formatter, "{place}: an SVG with {what}")
                }
                fault => write!(formatter, "{} {fault}", path.display()),
            },
            Error::NothingToDate => {
                write!(formatter, "the post has no date: nothing has been recorded")
            }
            Error::Swallowed(path) => {
                write!(
                    formatter,
                    "{} ends in something unfinished that would swallow the entry",
                    path.display()
                )
            }
            Error::NotSynced { path, reason } => {
                write!(
                    formatter,
                    "the entry was written, but the disk did not confirm {}: {reason}",
                    path.display()
                )
            }
            Error::Locked { holder, .. } => {
                let process = holder.map_or("another process".to_owned(), |process| {
                    format!("process {process}")
                });
                write!(
                    formatter,
                    "{process} has been writing to this sprint for ten seconds"
                )
            }
            Error::Git(error) => write!(formatter, "{error}"),
            Error::Editor { editor, reason } => {
                write!(formatter, "the editor `{editor}` failed: {reason}")
            }
        }
    }
}

impl std::error::Error for Error {}

impl From<UsageError> for Error {
    fn from(error: UsageError) -> Self {
        Error::Usage(error)
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
    fn an_entry_that_the_disk_did_not_confirm_is_not_to_be_typed_again() {
        let path = PathBuf::from("sprints/leysin-2017/2017-02-27.toml");
        let error = Error::NotSynced {
            path,
            reason: "Input/output error".to_owned(),
        };
        assert_eq!(
            error.to_string(),
            "the entry was written, but the disk did not confirm sprints/leysin-2017/2017-02-27.toml: Input/output error"
        );
        assert_eq!(
            error.hint().as_deref(),
            Some("look with `sprint log` before you try again: the entry is in the file")
        );
    }

    #[test]
    fn who_holds_the_lock_is_named_if_it_is_known() {
        let locked = |holder| {
            let path = PathBuf::from("sprints/leysin-2017/.lock");
            let error = Error::Locked { path, holder };
            (error.to_string(), error.hint().unwrap_or_default())
        };
        assert_eq!(
            locked(Some(4242)),
            (
                "process 4242 has been writing to this sprint for ten seconds".to_owned(),
                "nothing was recorded; end process 4242 and try again".to_owned()
            )
        );
        assert_eq!(
            locked(None),
            (
                "another process has been writing to this sprint for ten seconds".to_owned(),
                "nothing was recorded; end the process that holds sprints/leysin-2017/.lock and try again"
                    .to_owned()
            )
        );
    }

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
