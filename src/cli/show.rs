//! `sprint show`: one item's whole history.

use clap::Args;

use super::context::Context;
use super::loaded::{LoadedSprint, sprint_row};
use super::options::Json;
use super::ui::Ui;
use crate::diagnostic::Error;
use crate::view;

/// Show the whole history of an item
#[derive(Args, Debug)]
pub struct Show {
    /// The item: a number, an id, or a word of its text
    item: String,
    #[command(flatten)]
    json: Json,
}

impl Show {
    pub fn run(self, context: &Context<'_>, ui: &mut Ui) -> Result<(), Error> {
        let loaded = LoadedSprint::open(context, ui)?;
        let item = loaded.sprint.find_any_item(&self.item)?;
        let text = if self.json.wanted {
            view::json::show(&sprint_row(&loaded.folder, true)?, &loaded.sprint, item)
        } else {
            view::show(&loaded.sprint, item, context.today(), ui.look())
        };
        ui.print(&text)
    }
}
