//! `sprint people`: who is here.

use clap::Args;

use super::context::Context;
use super::loaded::{LoadedSprint, sprint_row};
use super::options::Json;
use super::ui::Ui;
use crate::diagnostic::Error;
use crate::view;

/// Show who is here today, or on another --day, and who else was named
#[derive(Args, Debug)]
pub struct People {
    #[command(flatten)]
    json: Json,
}

impl People {
    pub fn run(self, context: &Context<'_>, ui: &mut Ui) -> Result<(), Error> {
        let loaded = LoadedSprint::open(context, ui)?;
        let day = context.of_attendance(&loaded.folder.config)?.day()?;
        let text = if self.json.wanted {
            view::json::people(&sprint_row(&loaded.folder, true)?, &loaded.sprint, day)
        } else {
            view::people_of(&loaded.sprint, day, ui.look())
        };
        ui.print(&text)
    }
}
