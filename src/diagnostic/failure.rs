//! The message of a command that failed, with its hint and its exit status.

use super::location::Quote;
use super::rule::Description;

pub(super) const SAVE_AS_UTF8: &str = "save the text as UTF-8 and try again";

/// How a command failed.
pub struct Failure {
    pub(crate) message: String,
    pub(crate) hint: Option<String>,
    /// The line that the message is about.
    pub(crate) quote: Option<Box<Quote>>,
    pub(super) exit_status: u8,
}

impl Failure {
    /// Describes a command that could not do what it was asked to.
    pub(super) fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Failure {
            message: message.into(),
            hint: Some(hint.into()),
            quote: None,
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

    /// Adds the line that the message is about.
    pub(super) fn quoting(self, quote: &Option<Box<Quote>>) -> Self {
        Failure {
            quote: quote.clone(),
            ..self
        }
    }
}

impl From<Description> for Failure {
    fn from(description: Description) -> Self {
        Failure {
            message: description.message,
            hint: description.hint,
            quote: description.quote,
            exit_status: 1,
        }
    }
}
