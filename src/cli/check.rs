//! `sprint check`: everything that is wrong with the logs.

use clap::Args;

use super::desk::Desk;
use super::json::{Json, sprint_row};
use crate::error::Error;
use crate::view;

/// List everything that is wrong with the logs of a sprint, each with its place
#[derive(Args, Debug)]
pub struct Check {
    #[command(flatten)]
    json: Json,
}

impl Check {
    /// Lists it, and fails if there is anything.
    pub fn run(self, desk: &mut Desk<'_, '_>) -> Result<(), Error> {
        let opened = desk.open_silently()?;
        let complaints = opened.complaints();
        let text = if self.json.wanted {
            view::json::check(&sprint_row(&opened.folder, true)?, &complaints)
        } else {
            view::check(&complaints)
        };
        desk.print(&text)?;
        match complaints.len() {
            0 => Ok(()),
            count => Err(Error::CheckFailed(count)),
        }
    }
}
