//! `sprint reopen`: an item is not finished after all.

use clap::Args;

use super::record::{Record, Resolver, Text};
use crate::diagnostic::{Error, Remark};
use crate::domain::{Action, Entry, Sprint};
use crate::view;

/// Put a finished or dropped item back on the board
#[derive(Args, Debug)]
pub struct Reopen {
    /// The item: a number, an id, or a word of its text; several with commas between them
    item: String,
    /// Why; this becomes the item's status
    text: Vec<String>,
}

impl Record for Reopen {
    fn text(&self) -> Text<'_> {
        Text::Optional(&self.text)
    }

    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        let items = resolver.items_before_text("reopen", &self.item, true)?;
        let labels = items.iter().filter_map(|id| resolver.sprint.get(*id));
        let labels: Vec<String> = labels.map(|item| item.label.to_string()).collect();
        resolver.remark_on_brackets(Some(format!("assign {}", labels.join(","))));
        let reopened = items.iter().filter_map(|id| resolver.sprint.get(*id));
        let told = reopened.filter(|item| item.is_finished() && !item.results.is_empty());
        let remarks = told.map(|item| Remark::ReopenedResult(item.label.to_string()));
        resolver.remarks.extend(remarks);
        let items = items.into_iter();
        let reopen = items.map(|item| crate::domain::Reopen {
            item,
            text: resolver.text.clone(),
        });
        Ok(reopen.map(Action::Reopen).collect())
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        view::recorded(sprint, entry, "reopened")
    }
}
