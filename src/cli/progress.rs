//! `sprint progress`: where an item stands.

use clap::Args;

use super::desk::Desk;
use super::record::{Record, Resolver};
use crate::diagnostic::Error;
use crate::domain::{Action, Entry, Sprint};
use crate::view::{self, Naming};

/// Say where an item stands; for a discussion, add to its minutes
#[derive(Args, Debug)]
pub struct Progress {
    /// The item: a number, an id, or a word of its text
    item: String,
    /// A phrase or sentences
    text: Vec<String>,
}

impl Record for Progress {
    fn read_text(&mut self, desk: &mut Desk<'_, '_>) -> Result<(), Error> {
        self.text = vec![desk.text(&self.text)?];
        Ok(())
    }

    fn action(&self, resolver: &mut Resolver<'_>) -> Result<Action, Error> {
        Ok(Action::Progress(crate::domain::Progress {
            item: resolver.item(&self.item)?,
            text: self.text.concat(),
        }))
    }

    fn said(&self, sprint: &Sprint, entry: &Entry) -> String {
        view::recorded(sprint, entry, "progress", Naming::Nobody)
            + &format!(" ({})", view::short(&self.text.concat()))
    }
}
