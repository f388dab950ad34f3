//! `sprint show`: one item's whole story.

use clap::Args;

use super::desk::Desk;
use crate::error::Error;
use crate::view;

/// Tell an item's whole story
#[derive(Args, Debug)]
pub struct Show {
    /// The item: a number, an id, or a word of its text
    item: String,
}

impl Show {
    /// Tells it.
    pub fn run(self, desk: &mut Desk<'_, '_>) -> Result<(), Error> {
        let opened = desk.open()?;
        let item = opened.sprint.find_any_item(&self.item)?;
        let text = view::show(&opened.sprint, item, desk.width());
        desk.print(&text)
    }
}
