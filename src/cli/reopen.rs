//! `sprint reopen`: an item is not finished after all.

use clap::Args;

use super::record::{Record, Resolver, Text};
use crate::diagnostic::Error;
use crate::domain::{Action, Entry, Sprint};
use crate::view;

/// Put a finished or dropped item back on the board
#[derive(Args, Debug)]
pub struct Reopen {
    /// The item: a number, an id, or a word of its text
    item: String,
    /// Why; this becomes the item's status
    text: Vec<String>,
}

impl Record for Reopen {
    fn text(&self) -> Text<'_> {
        Text::Optional(&self.text)
    }

    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        Ok(vec![Action::Reopen(crate::domain::Reopen {
            item: resolver.any_item(&self.item)?,
            text: resolver.text.clone(),
        })])
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        view::recorded(sprint, entry, "reopened")
    }
}
