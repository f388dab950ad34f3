//! What `check` calls the sorts of problems by, so that each can be told from the others and switched off.

use strum::{IntoStaticStr, VariantNames};

use super::finding::What;
use crate::domain::{Excess, LintKind, Violation};

/// A sort of problem: what somebody would mend in one way, or switch off together. README.md lists them all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum Rule {
    /// What is no TOML.
    Syntax,
    /// A conflict that git left behind.
    MergeMarker,
    /// Zero bytes, as a power cut leaves them.
    ZeroBytes,
    /// Bytes that are not UTF-8.
    #[strum(serialize = "not-utf-8")]
    NotUtf8,
    /// TOML that is no entry: a wrong id, a key that is missing, a value that does not fit.
    MalformedEntry,
    /// One id with two contents.
    SameId,
    /// A setting of `sprint.toml` that is not known or has a wrong value.
    Setting,
    /// A file that is not read: too large, not allowed.
    UnreadableFile,
    /// A link, a pipe, a folder or the like where a file or folder of the sprint belongs.
    InTheWay,
    /// What was recorded on this machine and is in no log any more.
    Gone,
    /// A last line that was cut off while it was written.
    CutOff,
    /// A file or folder whose name is not one of a day log or a sprint.
    StrayFile,
    /// A kind of entry that this version does not know.
    UnknownKind,
    /// A key that this version does not know.
    UnknownKey,
    /// A reference to nothing.
    NoSuchEntry,
    /// A picture that is not there.
    NoSuchPhoto,
    /// A file that is not a picture, or not one in `photos/`.
    NotAPicture,
    /// An entry that goes against others: a nick that somebody else has, an item that is part of itself.
    Contradiction,
    /// An entry that stands in the log of another day.
    WrongDay,
    /// Syntax that TOML 1.0 does not have.
    NewerToml,
    /// A letter in a text that acts on a terminal, reorders or shows as nothing.
    ControlCharacter,
    /// What lies deeper than can be told: quotes and lists in a text, headings in a topic, parts of parts.
    TooDeep,
    /// A text, a title or a name of more characters than a command records, or more names.
    TooLong,
    /// A day that is not one of the sprint.
    OutsideSprint,
    /// Somebody who was named and never joined.
    NeverJoined,
    /// Names that look like slips of each other.
    SimilarNames,
    /// Topics that look like slips of each other.
    SimilarTopics,
    /// Items that share a number.
    SharedNumber,
}

impl Rule {
    /// The name that is shown, and typed in `sprint.toml`.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The rule that a finding breaks.
    pub fn of(what: &What) -> Rule {
        match what {
            What::Syntax(_) => Rule::Syntax,
            What::MergeMarker => Rule::MergeMarker,
            What::ZeroBytes => Rule::ZeroBytes,
            What::NotUtf8 | What::WideEncoding(_) => Rule::NotUtf8,
            What::NotAnEntry(_)
            | What::BadId(_)
            | What::WrongId { .. }
            | What::MissingKey(_)
            | What::WrongTime(_)
            | What::WrongDate(_)
            | What::Content(_) => Rule::MalformedEntry,
            What::SameId { .. } => Rule::SameId,
            What::Setting(_) | What::UnknownSetting { .. } | What::UnknownRule { .. } => {
                Rule::Setting
            }
            What::TooLarge | What::Unreadable(_) => Rule::UnreadableFile,
            What::InTheWay(_) | What::LinkedFolder => Rule::InTheWay,
            What::Gone(_) => Rule::Gone,
            What::CutOff => Rule::CutOff,
            What::StrayFile | What::StrayFolder => Rule::StrayFile,
            What::UnknownKind(_) => Rule::UnknownKind,
            What::UnknownKey(_) => Rule::UnknownKey,
            What::WrongDay { .. } => Rule::WrongDay,
            What::NoSuchPhoto(_) => Rule::NoSuchPhoto,
            What::NotAPicture { .. } => Rule::NotAPicture,
            What::NewerToml(_) => Rule::NewerToml,
            What::Control(_) => Rule::ControlCharacter,
            What::TooDeep => Rule::TooDeep,
            What::TooMuch(excess) => Rule::of_excess(excess),
        }
    }

    /// The rule that an entry breaks with which a command would have been refused.
    pub fn of_violation(violation: &Violation) -> Rule {
        match violation {
            Violation::NoSuchEntry(_)
            | Violation::NoSuchNumber { .. }
            | Violation::NoSuchWord { .. } => Rule::NoSuchEntry,
            Violation::NotJoined(_) => Rule::NeverJoined,
            Violation::NotAName(_)
            | Violation::SharedName { .. }
            | Violation::LikeName { .. }
            | Violation::PartlyKnown { .. } => Rule::SimilarNames,
            Violation::SharedTopic { .. } | Violation::LikeTopic { .. } => Rule::SimilarTopics,
            Violation::SharedNumber { .. }
            | Violation::OwnNumber(_)
            | Violation::NumbersUsedUp(_)
            | Violation::SharedWord { .. } => Rule::SharedNumber,
            Violation::NoTimeLeft
            | Violation::UndoneAlready(_)
            | Violation::Closed { .. }
            | Violation::NothingNew { .. }
            | Violation::StillOpen(_)
            | Violation::NotOn { .. }
            | Violation::NotADiscussion { .. }
            | Violation::NickTaken { .. }
            | Violation::InsideItself(_) => Rule::Contradiction,
            Violation::TooDeep(_) => Rule::TooDeep,
            Violation::TooMuch(excess) => Rule::of_excess(excess),
        }
    }

    /// The rule that something beyond a limit breaks.
    fn of_excess(excess: &Excess) -> Rule {
        match excess {
            Excess::Headings(_) => Rule::TooDeep,
            Excess::Characters { .. } | Excess::Names(_) => Rule::TooLong,
        }
    }

    /// The rule that something odd breaks.
    pub fn of_lint(kind: &LintKind) -> Rule {
        match kind {
            LintKind::NeverJoined(_) => Rule::NeverJoined,
            LintKind::LikeAttendee { .. } | LintKind::LikeName { .. } => Rule::SimilarNames,
            LintKind::LikeTopic { .. } => Rule::SimilarTopics,
            LintKind::SharedNumber { .. } => Rule::SharedNumber,
            LintKind::OutsideSprint { .. } => Rule::OutsideSprint,
            LintKind::TooMuch(excess) => Rule::of_excess(excess),
        }
    }
}

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Severity {
    /// Something that was recorded may be missing, so that no report can be made.
    Error,
    /// Something is wrong, and a report can be made.
    Warning,
    /// Something may be a slip, or may be meant. Only `check` says it.
    Notice,
}

impl Severity {
    /// The word that is shown.
    pub fn word(self) -> &'static str {
        self.into()
    }
}
