//! `sprint day`: what a day is.

use clap::Args;

use super::desk::Desk;
use super::record::{Record, Resolver};
use crate::diagnostic::{Error, UsageError};
use crate::domain::{Action, Entry, Sprint};
use crate::view;

/// Say what today is, such as "documentation day"
#[derive(Args, Debug)]
pub struct Day {
    /// What it is
    text: Vec<String>,
    /// Nobody is expected to work
    #[arg(long = "break")]
    is_break: bool,
}

impl Record for Day {
    fn read_text(&mut self, desk: &mut Desk<'_, '_>) -> Result<(), Error> {
        self.text = desk.optional_text(&self.text)?.into_iter().collect();
        Ok(())
    }

    fn action(&self, _scene: &mut Resolver<'_>) -> Result<Action, Error> {
        if self.text.is_empty() && !self.is_break {
            return Err(UsageError::EmptyDay.into());
        }
        Ok(Action::Day(crate::domain::Day {
            text: self.text.first().cloned(),
            is_break: self.is_break,
        }))
    }

    fn said(&self, _sprint: &Sprint, entry: &Entry) -> String {
        let theme = self
            .text
            .first()
            .cloned()
            .into_iter()
            .chain(self.is_break.then(|| "break".to_owned()));
        format!(
            "{}: {}",
            view::long_day(entry.day()),
            theme.collect::<Vec<_>>().join(", ")
        )
    }
}
