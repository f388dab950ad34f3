//! `sprint progress`: where an item stands.

use clap::Args;

use super::record::{Record, Resolver, Text};
use crate::diagnostic::Error;
use crate::domain::{Action, Entry, Sprint};
use crate::view;

/// Set the status of an item; for a discussion, add to its minutes
#[derive(Args, Debug)]
pub struct Progress {
    /// The item: a number, an id, or a word of its text
    item: String,
    /// A phrase or sentences
    text: Vec<String>,
}

impl Record for Progress {
    fn text(&self) -> Text<'_> {
        Text::Needed(&self.text)
    }

    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        Ok(vec![Action::Progress(crate::domain::Progress {
            item: resolver.item(&self.item)?,
            text: resolver.needed_text()?,
        })])
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        view::recorded(sprint, entry, "progress")
    }
}
