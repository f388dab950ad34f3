//! `sprint list`: all sprints.

use clap::Args;

use super::desk::Desk;
use crate::error::Error;
use crate::view::{self, SprintRow};

/// List all sprints, and which of them commands are about
#[derive(Args, Debug)]
pub struct List {}

impl List {
    /// Lists them.
    pub fn run(self, desk: &mut Desk<'_, '_>) -> Result<(), Error> {
        let journal = desk.journal()?.ok_or(Error::NoJournal)?;
        let folders = journal.sprints()?;
        let chosen = desk
            .choose(&folders)?
            .ok_or_else(|| Error::NoSprint(journal.root().to_owned()))?;
        let mut rows = Vec::new();
        for (place, folder) in folders.into_iter().enumerate() {
            rows.push(SprintRow {
                title: folder.title().to_owned(),
                place: folder.config.place.clone().unwrap_or_default(),
                dates: folder.dates()?,
                name: folder.name,
                current: place == chosen,
            });
        }
        let text = view::list(&rows, desk.width());
        desk.print(&text)
    }
}
