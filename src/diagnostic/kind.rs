//! What can be wrong in the files of a sprint, in words.

use chrono::NaiveDate;

use super::location::Location;
use super::obstacle::Obstacle;
use super::picture::PictureFault;
use super::rule::{Description, Rule, Severity};
use super::taken_nick::TakenNick;
use super::template::TemplateFault;
use super::toml_message::plain;
use super::words::written_as;
use crate::domain::{DEEPEST, EntryId, Excess, LintKind, Violation};

/// A problem in the files of a sprint. What it affects is left out; everything else counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// The file, with the position if the problem has one.
    pub location: Location,
    /// The problem itself.
    pub kind: DiagnosticKind,
}

impl Diagnostic {
    pub(crate) fn at(location: Location, kind: DiagnosticKind) -> Diagnostic {
        Diagnostic { location, kind }
    }

    /// Words it for people, with what to do about it.
    pub fn describe(&self) -> Description {
        self.kind.describe()
    }

    /// Returns whether something that was recorded may be missing, so that no report can be made.
    pub fn is_error(&self) -> bool {
        self.describe().severity == Severity::Error
    }

    /// Returns what it is about, in words that stay the same when lines move.
    pub fn subject(&self) -> String {
        match &self.kind {
            DiagnosticKind::SameId { id, .. } => id.to_string(),
            DiagnosticKind::Violation { entry, .. } => {
                format!("{entry}: {}", self.describe().message)
            }
            _ => self.describe().message,
        }
    }
}

/// What can be wrong in a file of a sprint.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "`describe` has the words for each")]
pub enum DiagnosticKind {
    /// Invalid TOML, in the words of the parser.
    Syntax(String),
    MergeMarker,
    ZeroBytes,
    NotUtf8,
    /// An encoding whose characters have two or four bytes each.
    WideEncoding(&'static str),
    /// Something at the top level that is not an entry: its key.
    NotAnEntry(String),
    BadId(String),
    WrongId {
        kind: String,
        /// Whether the kind makes an item and its id needs a number.
        makes_item: bool,
    },
    MissingKey(&'static str),
    WrongTime(&'static str),
    WrongDate(&'static str),
    /// A value that does not fit its key, in the words of the parser.
    Content(String),
    UnknownKind {
        name: String,
        near: Option<String>,
    },
    UnknownKey(String),
    SameId {
        id: EntryId,
        /// Where the other one is.
        other: Location,
    },
    /// A setting of `sprint.toml` with a wrong value, or invalid TOML, in the words of the parser.
    Setting(String),
    /// A setting that is a date as another convention writes it.
    OtherDate {
        typed: String,
        /// The dates that it may mean.
        dates: Vec<NaiveDate>,
    },
    UnknownSetting {
        name: String,
        near: Option<String>,
    },
    /// A setting of `[report]`, which is in `post.md` now: its path.
    MovedSetting(String),
    UnknownRule {
        name: String,
        near: Option<String>,
    },
    /// A last line that a killed process or a power cut left unfinished. It was never confirmed.
    CutOff,
    /// An entry that was recorded on this machine is no longer in any log: its line.
    Gone(String),
    /// An entry that was recorded on this machine cannot be read any more: its line as it was.
    DamagedHere(String),
    StrayFile,
    StrayFolder,
    TooLarge,
    InTheWay(Obstacle),
    LinkedFolder,
    /// The system's reason for not letting it be read.
    Unreadable(String),
    WrongDay {
        day: NaiveDate,
        log: NaiveDate,
    },
    /// The file of a photo is not a picture, or not one of the sprint.
    BadPicture {
        file: String,
        fault: PictureFault,
    },
    /// What is wrong in `post.md`.
    Template(Box<TemplateFault>),
    /// Syntax that this program reads and a reader of TOML 1.0 does not.
    NewerToml(NewerToml),
    /// A character in a text that acts on a terminal, reorders or shows as nothing.
    Control(char),
    TooDeep,
    /// A setting exceeds a limit.
    TooMuch(Excess),
    /// An entry that no command would have recorded.
    Violation {
        entry: EntryId,
        violation: Box<Violation>,
    },
    /// Somebody who joins has the nick of somebody else.
    NickTaken(Box<TakenNick>),
    /// What may be a typo, or intended.
    Lint(LintKind),
}

/// What TOML 1.1 added to TOML 1.0. <https://github.com/toml-lang/toml/blob/main/CHANGELOG.md>
#[derive(Clone, Debug, PartialEq)]
pub enum NewerToml {
    /// A line that ends within an inline table.
    Newline,
    /// A comma after the last value of an inline table.
    Comma,
    /// `\e` or `\xHH` in a text, as written.
    Escape(String),
    /// A time that ends with its minutes, as written.
    Time(String),
}

const ENTRY: &str = "an entry is one line: ID = { at = …, by = \"…\", kind = \"…\", … }";

const NEWER_VERSION: &str = "a newer version of sprint may have written it";

const SETTINGS: &str = "`sprint help files` lists the settings";

impl DiagnosticKind {
    fn describe(&self) -> Description {
        match self {
            DiagnosticKind::Syntax(message) => {
                Rule::Syntax.error(format!("invalid TOML: {}", plain(message)), ENTRY)
            }
            DiagnosticKind::MergeMarker => Rule::MergeMarker.error(
                "an unresolved git conflict",
                "keep the lines of both sides and delete the marker lines",
            ),
            DiagnosticKind::ZeroBytes => {
                Rule::ZeroBytes.error("zero bytes, as a power cut leaves them", "delete them")
            }
            DiagnosticKind::NotUtf8 => {
                Rule::NotUtf8.error("bytes that are not UTF-8", "save the file as UTF-8")
            }
            DiagnosticKind::WideEncoding(encoding) => Rule::NotUtf8.error(
                format!("the file is {encoding}; nothing of it is read"),
                "save it as UTF-8",
            ),
            DiagnosticKind::NotAnEntry(key) => {
                Rule::MalformedEntry.error(format!("`{key}` is not an entry"), ENTRY)
            }
            DiagnosticKind::BadId(key) => Rule::MalformedEntry.error(
                format!("`{key}` is not an entry id"),
                "an id is NUMBER-xxxxxx for an item and xxxxxxxxxx for anything else, each x one of 0-9 a-z without i l o u",
            ),
            DiagnosticKind::WrongId {
                kind,
                makes_item: true,
            } => Rule::MalformedEntry.error(
                format!("`{kind}` makes an item, but the id has no number"),
                "write the id as NUMBER-xxxxxx",
            ),
            DiagnosticKind::WrongId {
                kind,
                makes_item: false,
            } => Rule::MalformedEntry.error(
                format!("`{kind}` does not make an item, but the id has a number"),
                "write the id as xxxxxxxxxx",
            ),
            DiagnosticKind::MissingKey(key) => Rule::MalformedEntry.error(
                format!("the entry has no `{key}`"),
                "every entry has `at`, `by` and `kind`",
            ),
            DiagnosticKind::WrongTime(key) => Rule::MalformedEntry.error(
                format!("`{key}` is not a date and time with an offset"),
                "write it like 2017-02-27T09:12:33.417+01:00, without quotes",
            ),
            DiagnosticKind::WrongDate(key) => Rule::MalformedEntry.error(
                format!("`{key}` is not a date"),
                "write it like 2017-02-27, without quotes",
            ),
            DiagnosticKind::Content(message) => {
                Rule::MalformedEntry.error(plain(message), "`sprint help files` lists the keys of every kind")
            }
            DiagnosticKind::UnknownKind { name, near } => Rule::UnknownKind.warning(
                format!(
                    "the kind `{name}` is not known; the entry is skipped{}",
                    did_you_mean(near)
                ),
                NEWER_VERSION,
            ),
            DiagnosticKind::UnknownKey(key) => Rule::UnknownKey.warning(
                format!("the key `{key}` is not known and is skipped"),
                NEWER_VERSION,
            ),
            DiagnosticKind::SameId { id, other } => Rule::SameId.error(
                format!("`{id}` is also at {other}; its content there is different, and counts"),
                "delete one of the two, or give it an id of its own",
            ),
            DiagnosticKind::Setting(message) => Rule::Setting.error(plain(message), SETTINGS),
            DiagnosticKind::OtherDate { typed, dates } => Rule::Setting.error(
                format!("`{typed}` is not written as a date"),
                written_as(dates).unwrap_or_default() + ", without quotes",
            ),
            DiagnosticKind::UnknownSetting { name, near } => Rule::Setting.warning(
                format!(
                    "the setting `{name}` is not known and is skipped{}",
                    did_you_mean(near)
                ),
                SETTINGS,
            ),
            DiagnosticKind::MovedSetting(name) => Rule::Setting.warning(
                format!("`{name}` is skipped: the post is post.md now"),
                moved_to(name),
            ),
            DiagnosticKind::UnknownRule { name, near } => Rule::Setting.warning(
                format!(
                    "the rule `{name}` is not known and is skipped{}",
                    did_you_mean(near)
                ),
                "`sprint check` shows the rules in brackets",
            ),
            DiagnosticKind::CutOff => Rule::CutOff.warning(
                "a line that was cut off while it was written",
                "a killed process or a power cut leaves that; the next entry of the day moves it to a file next to the log",
            ),
            DiagnosticKind::Gone(line) => Rule::Gone.warning(
                format!("this was recorded on this machine and is gone: {line}"),
                "if no other branch has it, `sprint check --restore` puts it back; `sprint check --forget` forgets it",
            ),
            DiagnosticKind::DamagedHere(line) => Rule::Gone.warning(
                format!("this was recorded on this machine and its line is damaged: {line}"),
                "`sprint check --restore` puts the entry back; then delete the damaged line",
            ),
            DiagnosticKind::StrayFile => Rule::StrayFile.warning(
                "not the name of a day log; it is skipped",
                "a day log is called 2017-02-27.toml or 2017-02-27.WORD.toml",
            ),
            DiagnosticKind::StrayFolder => Rule::StrayFile.warning(
                "not the name of a sprint; it is skipped",
                "a name has lower-case letters, digits, `-`, `_` and `.`, as in leysin-2017",
            ),
            DiagnosticKind::TooLarge => Rule::UnreadableFile.error(
                "larger than 64 MiB; it is not read",
                "move what is not an entry out of it",
            ),
            DiagnosticKind::InTheWay(obstacle) => {
                let description = obstacle.describe();
                Description {
                    message: description.message + "; it is not used",
                    ..description
                }
            }
            DiagnosticKind::LinkedFolder => Rule::InTheWay.warning(
                "a symbolic link where the folder of a sprint belongs; it is not used",
                "a link is not followed: put the folder itself there, or move the link away",
            ),
            DiagnosticKind::Unreadable(reason) => Rule::UnreadableFile.error(
                format!("cannot be read: {reason}"),
                "fix that and try again",
            ),
            DiagnosticKind::WrongDay { day, log } => Rule::WrongDay.warning(
                format!("an entry of {day} in the log of {log}"),
                "move the line to the log of its day, or correct its `at`",
            ),
            DiagnosticKind::BadPicture { file, fault } => {
                let description = fault.describe();
                Description {
                    message: format!(
                        "the picture `{file}` is left out of every post: it {}",
                        description.message
                    ),
                    ..description
                }
            }
            DiagnosticKind::Template(fault) => fault.describe(),
            DiagnosticKind::NewerToml(newer) => newer.describe(),
            DiagnosticKind::Control(character) if character.is_control() => {
                Rule::ControlCharacter.notice(
                    format!(
                        "a text with the control character {}",
                        character.escape_unicode()
                    ),
                    "remove it; where a backslash was meant, write it as `\\\\`",
                )
            }
            DiagnosticKind::Control(character) => Rule::ControlCharacter.notice(
                format!(
                    "a text with {}, which is shown as its escape",
                    character.escape_unicode()
                ),
                "remove it: it would be invisible, reorder the text around it, or cover it",
            ),
            DiagnosticKind::TooDeep => Rule::TooDeep.warning(
                format!("a text with quotes and lists nested deeper than {DEEPEST} levels"),
                "remove some levels; what is deeper is shown with less nesting",
            ),
            DiagnosticKind::TooMuch(excess) => Description {
                severity: Severity::Notice,
                hint: Some("shorten it; the board and tables cut it".to_owned()),
                ..excess.describe()
            },
            DiagnosticKind::Violation { entry, violation } => Description {
                hint: Some(format!("`sprint undo {entry}` takes the entry back")),
                ..violation.describe()
            },
            DiagnosticKind::NickTaken(taken) => taken.describe(),
            DiagnosticKind::Lint(kind) => kind.describe(),
        }
    }
}

impl NewerToml {
    fn describe(&self) -> Description {
        match self {
            NewerToml::Newline => Rule::NewerToml.warning(
                "TOML 1.0 does not allow a line end between `{` and `}`",
                "write it on one line: other programs may not read the file",
            ),
            NewerToml::Comma => Rule::NewerToml.warning(
                "TOML 1.0 does not allow a comma before `}`",
                "delete it: other programs may not read the file",
            ),
            NewerToml::Escape(escape) => Rule::NewerToml.warning(
                format!("TOML 1.0 does not have the escape `{escape}`"),
                "write it as \\uHHHH: other programs may not read the file",
            ),
            NewerToml::Time(time) => Rule::NewerToml.warning(
                format!("TOML 1.0 does not allow a time without seconds, such as `{time}`"),
                "add the seconds: other programs may not read the file",
            ),
        }
    }
}

/// Says where a setting of `[report]` is now.
fn moved_to(name: &str) -> String {
    let place = match name.strip_prefix("report.").unwrap_or_default() {
        name @ ("title" | "authors" | "tags" | "group" | "body" | "names") => {
            format!("write `{name} = …` between the `+++` lines of post.md")
        }
        "intro" => "write it at the top of post.md, after the `+++` lines".to_owned(),
        "invitation" => "write it in post.md, where it belongs".to_owned(),
        "closing" | "sign-off" => "write it at the end of post.md".to_owned(),
        "headings" => "write them as headings in post.md".to_owned(),
        "" => "delete it".to_owned(),
        _ => "delete it, or write it in post.md".to_owned(),
    };
    place + "; `sprint edit post` opens that"
}

fn did_you_mean(near: &Option<String>) -> String {
    near.as_ref()
        .map_or_else(String::new, |near| format!("; did you mean `{near}`?"))
}
