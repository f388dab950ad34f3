//! Why `post.md` was not exchanged, in words.

use std::path::PathBuf;

use super::location::Location;
use super::obstacle::FileKind;

/// What is wrong with a version of `post.md`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum PostFault {
    NotUtf8,
    TooLarge,
    NotAFile(FileKind),
    Unreadable(String),
    Ignored,
}

/// What keeps `post.md` from being exchanged.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum PostReason {
    /// Both sides changed the same lines.
    Conflict,
    Ours(PostFault),
    Theirs(PostFault),
    /// Others had something else in its place, which gave way to ours.
    Replaced(FileKind),
}

/// A `post.md` that was not exchanged.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PostProblem {
    pub(crate) location: Location,
    pub(crate) reason: PostReason,
    /// Where the version of others is.
    pub(crate) beside: Option<PathBuf>,
}

impl PostFault {
    fn describe(&self) -> String {
        match self {
            PostFault::NotUtf8 => "is not UTF-8".to_owned(),
            PostFault::TooLarge => "is larger than 1 MiB".to_owned(),
            PostFault::NotAFile(kind) => format!("is {}", <&str>::from(*kind)),
            PostFault::Unreadable(reason) => format!("cannot be read: {reason}"),
            PostFault::Ignored => "is ignored by git".to_owned(),
        }
    }

    fn hint(&self) -> &'static str {
        match self {
            PostFault::NotUtf8 => "save it as UTF-8, then `sprint sync`",
            PostFault::TooLarge => "make it shorter, then `sprint sync`",
            PostFault::NotAFile(_) => {
                "put the file itself there, or move that away, then `sprint sync`"
            }
            PostFault::Unreadable(_) => "see that you may read it, then `sprint sync`",
            PostFault::Ignored => "take it out of .gitignore, then `sprint sync`",
        }
    }
}

impl PostProblem {
    pub(super) fn describe(&self) -> String {
        let place = &self.location;
        let beside = self.beside.as_ref().map(|beside| beside.display());
        let beside = beside.map_or(String::new(), |beside| {
            format!("; the version of others is in {beside}")
        });
        match &self.reason {
            PostReason::Conflict => {
                format!("{place}: others changed this, too, so it was not sent{beside}")
            }
            PostReason::Ours(fault) => {
                format!("{place} {}, so it was not sent{beside}", fault.describe())
            }
            PostReason::Theirs(fault) => format!(
                "{place} was not exchanged: the version of others {}{}",
                fault.describe(),
                beside.replace("the version of others", "it")
            ),
            PostReason::Replaced(kind) => {
                let kind: &str = (*kind).into();
                format!("{place} was {kind} in what others pushed, and is your file again")
            }
        }
    }

    pub(super) fn hint(&self) -> Option<String> {
        match (&self.reason, &self.beside) {
            (PostReason::Ours(fault), _) => Some(fault.hint().to_owned()),
            (PostReason::Replaced(_), _) => None,
            (PostReason::Conflict | PostReason::Theirs(_), Some(beside)) => {
                let beside = beside.display();
                let post = self.location.file.display();
                Some(format!(
                    "write into {post} what is to stay of both and delete {beside}, then `sprint sync`"
                ))
            }
            (PostReason::Conflict | PostReason::Theirs(_), None) => {
                Some("whoever pushed it has to mend it with git".to_owned())
            }
        }
    }
}
