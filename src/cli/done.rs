//! `sprint done`: an item is finished.

use clap::Args;

use super::record::{Record, Resolver, Text};
use crate::diagnostic::Error;
use crate::domain::{Action, Entry, Sprint};
use crate::view;

/// Finish an item and say its result; if it is finished, add to its result
#[derive(Args, Debug)]
pub struct Done {
    /// The item: a number, an id, or a word of its text
    item: String,
    /// The result, in sentences for the report
    text: Vec<String>,
    /// Whose work it is [default: everybody ever assigned]
    #[arg(short, long, value_name = "PEOPLE")]
    people: Vec<String>,
    /// Who helped [default: everybody ever assigned as a helper]
    #[arg(long, value_name = "PEOPLE")]
    with: Vec<String>,
}

impl Record for Done {
    fn text(&self) -> Text<'_> {
        Text::Optional(&self.text)
    }

    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        Ok(vec![Action::Done(crate::domain::Done {
            item: resolver.item(&self.item)?,
            text: resolver.text.clone(),
            people: resolver.people(&self.people)?,
            with: resolver.people(&self.with)?,
        })])
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        view::recorded(sprint, entry, "done")
    }
}
