//! `sprint day`: what a day is.

use clap::Args;

use super::record::{Record, Resolver, Text};
use crate::diagnostic::{Error, UsageError};
use crate::domain::{Action, Entry, Sprint};
use crate::text::normalize;
use crate::view;

/// Say what today is, such as "documentation day"
#[derive(Args, Debug)]
pub struct Day {
    /// The theme
    text: Vec<String>,
    /// Nobody is expected to work
    #[arg(long = "break")]
    is_break: bool,
}

impl Record for Day {
    fn text(&self) -> Text<'_> {
        Text::Optional(&self.text)
    }

    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        if self.text.is_empty() && !self.is_break {
            return Err(UsageError::EmptyDay.into());
        }
        let is_break_typed = normalize(&self.text.join(" ")) == "break";
        if is_break_typed && !self.is_break && !resolver.literal {
            return Err(UsageError::BreakAsText.into());
        }
        Ok(vec![Action::Day(crate::domain::Day {
            text: resolver.text.clone(),
            is_break: self.is_break,
        })])
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        let day = view::long_day(entry.day());
        format!("{day}: {}", view::describe(sprint, entry))
    }
}
