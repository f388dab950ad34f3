//! Where something stands in a file, and what is wrong with it there.

use std::fmt;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::obstacle::Obstacle;
use super::picture::PictureFault;
use super::rule::{Rule, Severity};
use super::{advised, explain, told};
use crate::domain::{Excess, Lint, Problem};

/// A place in a file, printed as `FILE:LINE:COLUMN`. Line and column start at 1 and count characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// The file, as a path from the working folder where that is possible.
    pub file: PathBuf,
    /// 0 for the file as a whole.
    pub line: usize,
    /// 0 for the file as a whole.
    pub column: usize,
}

/// The text of a file and where its lines begin, to find places in it.
pub(crate) struct Lines<'t> {
    file: &'t Path,
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    pub(crate) fn of(file: &'t Path, text: &'t str) -> Self {
        let behind = text.match_indices('\n').map(|(newline, _)| newline + 1);
        Lines {
            file,
            text,
            starts: [0].into_iter().chain(behind).collect(),
        }
    }

    /// The place of a byte.
    pub(crate) fn place(&self, offset: usize) -> Location {
        let mut end = offset.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let line = self.starts.partition_point(|start| *start <= end);
        let column = self.text[self.starts[line - 1]..end].chars().count() + 1;
        Location {
            file: self.file.to_owned(),
            line,
            column,
        }
    }
}

impl Location {
    /// A file as a whole.
    pub(crate) fn whole(file: &Path) -> Self {
        Location {
            file: file.to_owned(),
            line: 0,
            column: 0,
        }
    }

    /// The line behind the lines of a file.
    pub(crate) fn end_of(file: &Path, lines: &[u8]) -> Self {
        Location {
            file: file.to_owned(),
            line: lines.iter().filter(|byte| **byte == b'\n').count() + 1,
            column: 1,
        }
    }
}

impl fmt::Display for Location {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.file.display())?;
        if self.line > 0 {
            write!(formatter, ":{}:{}", self.line, self.column)?;
        }
        Ok(())
    }
}

/// Something wrong in a file of a sprint. What it touches is left out, everything else counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Where.
    pub place: Location,
    /// What.
    pub what: What,
}

impl Finding {
    /// Whether something that was recorded may be missing, so that no report can be made.
    pub fn is_error(&self) -> bool {
        self.level() == Severity::Error
    }

    /// How much it matters.
    pub fn level(&self) -> Severity {
        match self.what {
            What::UnknownKind(_)
            | What::UnknownKey(_)
            | What::UnknownSetting { .. }
            | What::UnknownRule { .. }
            | What::StrayFile
            | What::CutOff
            | What::Gone(_)
            | What::StrayFolder
            | What::LinkedFolder
            | What::WrongDay { .. }
            | What::NoSuchPhoto(_)
            | What::NotAPicture { .. }
            | What::TooDeep
            | What::NewerToml(_) => Severity::Warning,
            What::Control(_) | What::TooMuch(_) => Severity::Notice,
            What::Syntax(_)
            | What::MergeMarker
            | What::ZeroBytes
            | What::NotUtf8
            | What::WideEncoding(_)
            | What::NotAnEntry(_)
            | What::BadId(_)
            | What::WrongId { .. }
            | What::MissingKey(_)
            | What::WrongTime(_)
            | What::WrongDate(_)
            | What::Content(_)
            | What::SameId { .. }
            | What::Setting(_)
            | What::TooLarge
            | What::InTheWay(_)
            | What::Unreadable(_) => Severity::Error,
        }
    }
}

/// What can be wrong in a file of a sprint.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// No TOML, in the words of the parser.
    Syntax(String),
    /// A conflict that git left behind.
    MergeMarker,
    /// Zero bytes, as a power cut leaves them.
    ZeroBytes,
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// An encoding whose characters have two or four bytes each.
    WideEncoding(&'static str),
    /// Something at the top level that is no entry: its key.
    NotAnEntry(String),
    /// A key that is not an id.
    BadId(String),
    /// An id of the wrong sort for the kind of entry.
    WrongId {
        /// The kind.
        kind: String,
        /// Whether the kind makes an item and its id needs a number.
        makes_item: bool,
    },
    /// An entry lacks a key that every entry has.
    MissingKey(&'static str),
    /// A key is no date and time with an offset.
    WrongTime(&'static str),
    /// A key is not a date.
    WrongDate(&'static str),
    /// A value that does not fit its key, in the words of the parser.
    Content(String),
    /// A kind that this version does not know: skipped.
    UnknownKind(String),
    /// A key that this version does not know: skipped.
    UnknownKey(String),
    /// One id with two contents.
    SameId {
        /// The id.
        id: String,
        /// Where the other one stands.
        other: Location,
    },
    /// A setting of `sprint.toml` with a wrong value, or no TOML at all, in the words of the parser.
    Setting(String),
    /// A setting that this version does not know: skipped.
    UnknownSetting {
        /// Its name.
        name: String,
        /// A known one that is much like it.
        near: Option<String>,
    },
    /// A last line that a killed process or a power cut left unfinished. It was never confirmed.
    CutOff,
    /// What was recorded on this machine is in no log any more: its line.
    Gone(String),
    /// A rule that `check` does not know, where some are switched off: skipped.
    UnknownRule {
        /// Its name.
        name: String,
        /// A known one that is much like it.
        near: Option<String>,
    },
    /// A `.toml` file whose name is not one of a day log.
    StrayFile,
    /// A folder that looks like a sprint's and whose name is not one.
    StrayFolder,
    /// More than the 64 MiB that are read.
    TooLarge,
    /// Something where a file or folder of the sprint belongs.
    InTheWay(Obstacle),
    /// A link that has the name of a sprint.
    LinkedFolder,
    /// The system's reason for not letting it be read.
    Unreadable(String),
    /// An entry of one day in the log of another.
    WrongDay {
        /// The day of the entry.
        day: NaiveDate,
        /// The day of the log.
        log: NaiveDate,
    },
    /// A picture that is not where its entry says: the path.
    NoSuchPhoto(String),
    /// What an entry calls a picture and is none, or not one of the sprint.
    NotAPicture {
        /// The path.
        file: String,
        /// What it is.
        fault: PictureFault,
    },
    /// Syntax that this program reads and a reader of TOML 1.0 does not.
    NewerToml(NewerToml),
    /// A letter in a text that acts on a terminal, reorders or shows as nothing.
    Control(char),
    /// A text with quotes and lists that lie deeper in each other than can be told.
    TooDeep,
    /// A setting is beyond a limit.
    TooMuch(Excess),
}

/// What TOML 1.1 has and TOML 1.0 has not. <https://github.com/toml-lang/toml/blob/main/CHANGELOG.md>
#[derive(Clone, Debug, PartialEq)]
pub enum NewerToml {
    /// A line that ends within an inline table.
    Newline,
    /// A comma behind the last value of an inline table.
    Comma,
    /// `\e` or `\xHH` in a text, as it stands there.
    Escape(String),
    /// A time that ends with its minutes, as it stands there.
    Time(String),
}

/// Something wrong in a sprint's files, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Complaint {
    /// Where.
    pub place: Location,
    /// What sort of problem it is.
    pub rule: Rule,
    /// How much it matters.
    pub level: Severity,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
    /// What it is about, in words that stay the same when lines move.
    pub subject: String,
}

impl Complaint {
    /// Of a finding.
    pub fn of(finding: &Finding) -> Complaint {
        let (message, hint) = explain(finding);
        let subject = match &finding.what {
            What::SameId { id, .. } => id.clone(),
            _ => message.clone(),
        };
        Complaint {
            place: finding.place.clone(),
            rule: Rule::of(&finding.what),
            level: finding.level(),
            message,
            hint: hint.map(str::to_owned),
            subject,
        }
    }

    /// Of what is odd about the entry that stands at `place`.
    pub fn of_lint(lints: &Lint, place: Location) -> Complaint {
        let (message, hint) = advised(&lints.kind);
        Complaint {
            place,
            rule: Rule::of_lint(&lints.kind),
            level: Severity::Notice,
            subject: message.clone(),
            message,
            hint: Some(hint),
        }
    }

    /// Of what is wrong with the entry that stands at `place`.
    pub fn of_problem(problem: &Problem, place: Location) -> Complaint {
        let message = told(&problem.violation);
        Complaint {
            place,
            rule: Rule::of_violation(&problem.violation),
            level: Severity::Warning,
            subject: format!("{}: {message}", problem.entry),
            message,
            hint: Some(format!(
                "`sprint undo {}` takes the entry back",
                problem.entry
            )),
        }
    }
}
