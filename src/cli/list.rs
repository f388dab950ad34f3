//! `sprint list`: all sprints.

use clap::Args;

use super::context::Context;
use super::loaded::{LoadedSprint, sprint_row};
use super::options::Json;
use super::ui::Ui;
use super::view::{Answer, View};
use crate::diagnostic::Error;
use crate::view::{self, Look};

/// List all sprints, and which one commands are about
#[derive(Args, Debug)]
pub struct List {
    #[command(flatten)]
    json: Json,
}

impl List {
    pub fn run(self, context: &Context<'_>, ui: &mut Ui) -> Result<(), Error> {
        let journal = context.journal()?.ok_or(Error::NoJournal)?;
        let text = self.text(context, ui.look())?;
        ui.show_diagnostics("warning", &journal.links()?, journal.sources())?;
        ui.print(&text)
    }

    fn text(&self, context: &Context<'_>, look: Look) -> Result<String, Error> {
        let journal = context.journal()?.ok_or(Error::NoJournal)?;
        let folders = journal.sprints()?;
        let chosen = context.choose_in(&journal, &folders)?;
        let mut rows = Vec::new();
        for (place, folder) in folders.iter().enumerate() {
            rows.push(sprint_row(folder, place == chosen)?);
        }
        Ok(if self.json.wanted {
            view::json::list(&rows)
        } else {
            view::list(&rows, look)
        })
    }
}

impl View for List {
    fn name(&self) -> &'static str {
        "list"
    }

    fn json(&mut self) -> &mut Json {
        &mut self.json
    }

    fn answer(&self, context: &Context<'_>, look: Look, _: &LoadedSprint) -> Result<Answer, Error> {
        Ok(self.text(context, look)?.into())
    }
}
