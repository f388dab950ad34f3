//! `sprint reword`: other words for an item.

use clap::Args;

use super::desk::Desk;
use super::record::{Record, Resolver};
use crate::diagnostic::Error;
use crate::domain::{Action, Entry, Sprint};
use crate::view::{self, Naming};

/// Change the text of an item; `show` keeps the old one
#[derive(Args, Debug)]
pub struct Reword {
    /// The item: a number, an id, or a word of its text
    item: String,
    /// The new text
    text: Vec<String>,
}

impl Record for Reword {
    fn read_text(&mut self, desk: &mut Desk<'_, '_>) -> Result<(), Error> {
        self.text = vec![desk.text(&self.text)?];
        Ok(())
    }

    fn action(&self, resolver: &mut Resolver<'_>) -> Result<Action, Error> {
        Ok(Action::Reword(crate::domain::Reword {
            item: resolver.item(&self.item)?,
            text: self.text.concat(),
        }))
    }

    fn said(&self, sprint: &Sprint, entry: &Entry) -> String {
        let former = sprint
            .subject(entry)
            .and_then(|item| item.former.last())
            .map(|text| view::short(text));
        format!(
            "{} (was: {})",
            view::recorded(sprint, entry, "reworded", Naming::Nobody),
            former.unwrap_or_default()
        )
    }
}
