//! `sprint drop`: an item is given up.

use clap::Args;

use super::desk::Desk;
use super::record::{Record, Resolver};
use crate::diagnostic::Error;
use crate::domain::{Action, Entry, Sprint};
use crate::view::{self, Naming};

/// Give an item up, postpone it or move it elsewhere
#[derive(Args, Debug)]
pub struct Drop {
    /// The item: a number, an id, or a word of its text
    item: String,
    /// Why
    text: Vec<String>,
}

impl Record for Drop {
    fn read_text(&mut self, desk: &mut Desk<'_, '_>) -> Result<(), Error> {
        self.text = desk.optional_text(&self.text)?.into_iter().collect();
        Ok(())
    }

    fn action(&self, resolver: &mut Resolver<'_>) -> Result<Action, Error> {
        Ok(Action::Drop(crate::domain::Drop {
            item: resolver.item(&self.item)?,
            text: self.text.first().cloned(),
        }))
    }

    fn said(&self, sprint: &Sprint, entry: &Entry) -> String {
        view::recorded(sprint, entry, "dropped", Naming::Assignees)
    }
}
