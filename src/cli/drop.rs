//! `sprint drop`: an item is given up.

use clap::Args;

use super::record::{Record, Resolver, Text};
use crate::diagnostic::{Error, Remark};
use crate::domain::{Action, Entry, Item, Sprint};
use crate::view;

/// Give up an item, postpone it or move it elsewhere
#[derive(Args, Debug)]
pub struct Drop {
    /// The item: a number, an id, or a word of its text; several with commas between them
    item: String,
    /// The reason
    text: Vec<String>,
}

impl Record for Drop {
    fn text(&self) -> Text<'_> {
        Text::Optional(&self.text)
    }

    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        let items = resolver.items_before_text("drop", &self.item, false)?;
        resolver.remark_on_brackets(None);
        let dropped = items.iter().filter_map(|id| resolver.sprint.get(*id));
        let dropped: Vec<&Item> = dropped.filter(|item| item.is_open()).collect();
        resolver.remark_on_done(&dropped);
        let told = dropped.iter().filter(|item| !item.results.is_empty());
        let remarks = told.map(|item| Remark::DroppedResult(item.label.to_string()));
        resolver.remarks.extend(remarks);
        let drop = items.into_iter().map(|item| crate::domain::Drop {
            item,
            text: resolver.text.clone(),
        });
        Ok(drop.map(Action::Drop).collect())
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        view::recorded(sprint, entry, "dropped")
    }
}
