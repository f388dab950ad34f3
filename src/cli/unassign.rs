//! `sprint unassign`: people off an item.

use clap::Args;

use super::record::{Record, Resolver};
use crate::diagnostic::Error;
use crate::domain::{Action, Entry, Sprint};
use crate::view;

/// Take people off an item; they keep their credit
#[derive(Args, Debug)]
pub struct Unassign {
    /// The item: a number, an id, or a word of its text; several with commas between them
    item: String,
    /// Who [default: all who are on it]
    people: Vec<String>,
}

impl Record for Unassign {
    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        let (item, people) = resolver.items_and_words(&self.item, &self.people);
        resolver.refuse_items_among("unassign", &item, &people, &[])?;
        let people = resolver.people(&people)?;
        let items = resolver.items(&item, false)?.into_iter();
        let unassign = items.map(|item| crate::domain::Unassign {
            item,
            people: people.clone(),
        });
        Ok(unassign.map(Action::Unassign).collect())
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        view::recorded(sprint, entry, "unassigned")
    }
}
