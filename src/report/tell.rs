//! Stories as blocks.

#![allow(dead_code, reason = "built in steps")]

use super::document::Block;
use super::settings::Settings;
use super::story::Story;

/// How a list of stories is told.
pub(super) struct Telling {
    pub settings: Settings,
    /// Whether it is a list of decisions or talks only: its items have a bold title where nobody says otherwise.
    pub is_own_list: bool,
    /// The level of titles that are headings.
    pub level: u8,
    /// Whether each item is followed by its number.
    pub numbers: bool,
}

/// Tells stories in order.
pub(super) fn tell(stories: &[Story], telling: &Telling) -> Vec<Block> {
    let _ = telling;
    stories
        .iter()
        .flat_map(|story| story.texts.clone())
        .collect()
}
