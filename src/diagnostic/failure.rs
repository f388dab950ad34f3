//! The message of a command that failed, with its hint and its exit status.

use super::rule::Description;

pub(super) const SAVE_AS_UTF8: &str = "save the text as UTF-8 and try again";

/// How a command failed.
pub(super) struct Failure {
    pub(super) message: String,
    pub(super) hint: Option<String>,
    pub(super) exit_status: u8,
}

impl Failure {
    /// Describes a command that could not do what it was asked to.
    pub(super) fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Failure {
            message: message.into(),
            hint: Some(hint.into()),
            exit_status: 1,
        }
    }

    /// Describes words that no command can make sense of.
    pub(super) fn usage(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Failure {
            exit_status: 2,
            ..Failure::new(message, hint)
        }
    }
}

impl From<Description> for Failure {
    fn from(description: Description) -> Self {
        Failure {
            message: description.message,
            hint: description.hint,
            exit_status: 1,
        }
    }
}
