//! `sprint ready`: is planning over?

use clap::Args;

use super::context::Context;
use super::loaded::{LoadedSprint, sprint_row};
use super::options::Json;
use super::ui::Ui;
use crate::diagnostic::Error;
use crate::view;

/// Check that everybody has a task and a partner, and newcomers an experienced one
#[derive(Args, Debug)]
pub struct Ready {
    #[command(flatten)]
    json: Json,
}

impl Ready {
    /// Says who is not ready, and fails if there is anybody.
    pub fn run(self, context: &Context<'_>, ui: &mut Ui) -> Result<(), Error> {
        let loaded = LoadedSprint::open(context, ui)?;
        let day = context.day()?;
        let is_break = loaded.sprint.day(day).is_some_and(|day| day.is_break);
        if loaded.sprint.workers(day).is_empty() && !is_break {
            return Err(Error::NobodyHere(day));
        }
        let unready = loaded.sprint.unready(day);
        let text = if self.json.wanted {
            let row = sprint_row(&loaded.folder, true)?;
            view::json::ready(&row, &loaded.sprint, day, &unready)
        } else {
            view::ready(&loaded.sprint, day, &unready, ui.look())
        };
        ui.print(&text)?;
        if unready.is_empty() {
            Ok(())
        } else {
            Err(Error::NotReady(unready.len()))
        }
    }
}
