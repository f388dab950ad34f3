//! `sprint renumber`: a number of its own for an item that shares one.

use clap::Args;

use super::record::{Record, Resolver};
use crate::diagnostic::Error;
use crate::domain::{Action, Entry, Sprint};
use crate::view;

/// Give one of two items with the same number, such as `12b`, the next free one
#[derive(Args, Debug)]
pub struct Renumber {
    /// The item: its number and letter, its id, or a word of its text
    item: String,
}

impl Record for Renumber {
    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        let item = resolver.sprint.find_twin(&self.item)?;
        Ok(vec![Action::Renumber(crate::domain::Renumber {
            item: item.id,
            number: resolver.sprint.next_number()?,
            settled: false,
        })])
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        view::recorded(sprint, entry, "renumbered")
    }
}
