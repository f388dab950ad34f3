//! `sprint assign`: people on an item.

use clap::Args;

use super::record::{Record, Resolver};
use crate::diagnostic::{Error, Remark, UsageError};
use crate::domain::{Action, Entry, Sprint};
use crate::view;

/// Assign people to an item, in addition to those who are on it
#[derive(Args, Debug)]
pub struct Assign {
    /// The item: a number, an id, or a word of its text; several with commas between them
    item: String,
    /// Nicks, first names or full names, separated by blanks or commas
    people: Vec<String>,
    // Other commands have people after this option, so it is typed here too.
    #[arg(short = 'p', long = "people", value_name = "PEOPLE", hide = true)]
    also: Vec<String>,
    /// Who helps
    #[arg(long, value_name = "PEOPLE")]
    with: Vec<String>,
    /// Replace the people who are on it
    #[arg(long)]
    only: bool,
}

impl Record for Assign {
    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        let (item, people) = resolver.items_and_words(&self.item, &self.people);
        let people = [&people[..], &self.also].concat();
        resolver.refuse_items_among("assign", &item, &people, &[])?;
        resolver.refuse_items_among("assign", &item, &self.with, &people)?;
        let named = resolver.named(&people, &self.with)?;
        if named.is_empty() {
            return Err(UsageError::NoPeople.into());
        }
        resolver.remark_on_left(named.people.iter().chain(&named.with));
        let items = resolver.items(&item, false)?;
        for item in items.iter().filter_map(|id| resolver.sprint.get(*id)) {
            let people = resolver.sprint.people();
            let credit = item.credit();
            let named = named.people.iter().chain(&named.with);
            let doubtful = named
                .filter_map(|name| people.stored(name))
                .filter(|one| one.doubtful);
            let keep: Vec<String> = doubtful
                .filter_map(|one| credit.all().find(|credited| credited.who == one.who))
                .map(|one| people.print(one))
                .collect();
            if !keep.is_empty() {
                let label = item.label.to_string();
                resolver
                    .remarks
                    .push(Remark::KeepCredit { names: keep, label });
            }
        }
        let items = items.into_iter();
        let assign = items.map(|item| crate::domain::Assign {
            item,
            people: named.people.clone(),
            with: named.with.clone(),
            only: self.only,
        });
        Ok(assign.map(Action::Assign).collect())
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        let what = if self.only {
            "assigned only"
        } else {
            "assigned"
        };
        view::recorded(sprint, entry, what)
    }
}
