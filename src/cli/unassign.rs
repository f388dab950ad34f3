//! `sprint unassign`: people off an item.

use clap::Args;

use super::record::{Record, Resolver};
use crate::diagnostic::Error;
use crate::domain::{Action, Entry, Sprint};
use crate::view;

/// Take people off an item; they keep their credit
#[derive(Args, Debug)]
pub struct Unassign {
    /// The item: a number, an id, or a word of its text
    item: String,
    /// Who [default: all who are on it]
    people: Vec<String>,
}

impl Record for Unassign {
    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        Ok(vec![Action::Unassign(crate::domain::Unassign {
            item: resolver.item(&self.item)?,
            people: resolver.people(&self.people)?,
        })])
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        view::recorded(sprint, entry, "unassigned")
    }
}
