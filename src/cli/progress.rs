//! `sprint progress`: the status of an item.

use clap::Args;

use super::record::{Record, Resolver, Text, assignment};
use crate::diagnostic::{Error, Remark};
use crate::domain::{Action, Entry, Sprint, is_given_up, is_typed_status, slip_of_status};
use crate::planning::{NotDone, not_done};
use crate::view;

/// Set the status of an item; for a discussion, add to its minutes
#[derive(Args, Debug)]
pub struct Progress {
    /// The item: a number, an id, or a word of its text; several with commas between them
    item: String,
    /// A phrase or sentences
    text: Vec<String>,
}

impl Record for Progress {
    fn text(&self) -> Text<'_> {
        Text::Needed(&self.text)
    }

    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        let named = resolver.told_by()?;
        let items = resolver.items_before_text("progress", &self.item, false)?;
        let text = resolver.needed_text()?;
        let slip = slip_of_status(&text);
        let command = match () {
            () if resolver.literal => None,
            () if is_typed_status(&text) || slip.is_some_and(|like| !is_given_up(like)) => {
                Some("done")
            }
            () if slip.is_some() => Some("drop"),
            () if not_done(&text) == Some(NotDone::GivenUp) => Some("drop"),
            () => None,
        };
        let open = items.iter().filter_map(|id| resolver.sprint.get(*id));
        let open = open.filter(|item| item.is_open());
        let remarks = open.filter_map(|item| {
            Some(Remark::StaysOpen {
                label: item.label,
                command: command?,
                text: (command == Some("drop")).then(|| slip.unwrap_or(&text).to_owned()),
            })
        });
        resolver.remarks.extend(remarks);
        let items = items.into_iter();
        let actions = items.flat_map(|item| {
            let text = text.clone();
            let progress = Action::Progress(crate::domain::Progress { item, text });
            assignment(item, &named).into_iter().chain([progress])
        });
        Ok(actions.collect())
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        view::recorded(sprint, entry, "progress")
    }
}
