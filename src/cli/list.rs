//! `sprint list`: all sprints.

use clap::Args;

use super::context::Context;
use super::loaded::sprint_row;
use super::options::Json;
use super::ui::Ui;
use crate::diagnostic::Error;
use crate::view;

/// List all sprints, and which one commands are about
#[derive(Args, Debug)]
pub struct List {
    #[command(flatten)]
    json: Json,
}

impl List {
    pub fn run(self, context: &Context<'_>, ui: &mut Ui) -> Result<(), Error> {
        let journal = context.journal()?.ok_or(Error::NoJournal)?;
        let folders = journal.sprints()?;
        let chosen = context.choose_in(&journal, &folders)?;
        ui.show_diagnostics("warning", &journal.links()?, journal.sources())?;
        let mut rows = Vec::new();
        for (place, folder) in folders.iter().enumerate() {
            rows.push(sprint_row(folder, place == chosen)?);
        }
        let text = if self.json.wanted {
            view::json::list(&rows)
        } else {
            view::list(&rows, ui.look())
        };
        ui.print(&text)
    }
}
