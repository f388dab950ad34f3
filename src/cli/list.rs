//! `sprint list`: all sprints.

use clap::Args;

use super::desk::Desk;
use super::json::{Json, sprint_row};
use crate::diagnostic::Error;
use crate::view;

/// List all sprints, and which one commands are about
#[derive(Args, Debug)]
pub struct List {
    #[command(flatten)]
    json: Json,
}

impl List {
    /// Lists them.
    pub fn run(self, desk: &mut Desk<'_, '_>) -> Result<(), Error> {
        let journal = desk.journal()?.ok_or(Error::NoJournal)?;
        let folders = journal.sprints()?;
        let chosen = desk.choose_in(&journal, &folders)?;
        desk.show_diagnostics("warning", &journal.links()?, journal.sources())?;
        let mut rows = Vec::new();
        for (place, folder) in folders.iter().enumerate() {
            rows.push(sprint_row(folder, place == chosen)?);
        }
        let text = if self.json.wanted {
            view::json::list(&rows)
        } else {
            view::list(&rows, desk.width())
        };
        desk.print(&text)
    }
}
