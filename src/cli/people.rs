//! `sprint people`: who is here.

use clap::Args;

use super::desk::Desk;
use super::json::{Json, sprint_row};
use crate::diagnostic::Error;
use crate::view;

/// Show who is here today, or on another --day, and who else was named
#[derive(Args, Debug)]
pub struct People {
    #[command(flatten)]
    json: Json,
}

impl People {
    /// Shows them.
    pub fn run(self, desk: &mut Desk<'_, '_>) -> Result<(), Error> {
        let loaded = desk.open()?;
        let day = desk.day()?;
        let text = if self.json.wanted {
            view::json::people(&sprint_row(&loaded.folder, true)?, &loaded.sprint, day)
        } else {
            view::people_of(&loaded.sprint, day, desk.width())
        };
        desk.print(&text)
    }
}
