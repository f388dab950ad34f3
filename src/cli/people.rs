//! `sprint people`: who is here.

use clap::Args;

use super::desk::Desk;
use crate::error::Error;
use crate::view;

/// Show who is here today, or with --day on another day, and who else was named
#[derive(Args, Debug)]
pub struct People {}

impl People {
    /// Shows them.
    pub fn run(self, desk: &mut Desk<'_, '_>) -> Result<(), Error> {
        let opened = desk.open()?;
        let text = view::people_of(&opened.sprint, desk.day()?, desk.width());
        desk.print(&text)
    }
}
