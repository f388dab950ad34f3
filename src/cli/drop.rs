//! `sprint drop`: an item is given up.

use clap::Args;

use super::record::{Record, Resolver, Text};
use crate::diagnostic::Error;
use crate::domain::{Action, Entry, Sprint};
use crate::view;

/// Give up an item, postpone it or move it elsewhere
#[derive(Args, Debug)]
pub struct Drop {
    /// The item: a number, an id, or a word of its text
    item: String,
    /// The reason
    text: Vec<String>,
}

impl Record for Drop {
    fn text(&self) -> Text<'_> {
        Text::Optional(&self.text)
    }

    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        Ok(vec![Action::Drop(crate::domain::Drop {
            item: resolver.item(&self.item)?,
            text: resolver.text.clone(),
        })])
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        view::recorded(sprint, entry, "dropped")
    }
}
