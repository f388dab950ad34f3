//! `sprint reword`: other words for an item.

use clap::Args;

use super::record::{Record, Resolver, Text};
use crate::diagnostic::{Error, UsageError};
use crate::domain::{Action, Entry, Sprint};
use crate::view;

/// Change the text of an item; `show` keeps the old one
#[derive(Args, Debug)]
pub struct Reword {
    /// The item: a number, an id, or a word of its text
    item: String,
    /// The new text
    text: Vec<String>,
}

impl Record for Reword {
    fn text(&self) -> Text<'_> {
        Text::Needed(&self.text)
    }

    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        let item = resolver.any_item("reword", &self.item)?;
        if !resolver.told_by()?.is_empty() {
            return Err(UsageError::BracketsInReword.into());
        }
        let text = resolver.title()?;
        Ok(vec![Action::Reword(crate::domain::Reword { item, text })])
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        view::recorded(sprint, entry, "reworded")
    }
}
