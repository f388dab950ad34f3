//! `sprint log`: a day as it happened.

use clap::Args;

use super::desk::Desk;
use super::json::{Json, sprint_row};
use super::time;
use crate::diagnostic::Error;
use crate::domain::Entry;
use crate::view;

/// Show a day as it happened, entry by entry
#[derive(Args, Debug)]
pub struct Log {
    /// The day [default: today, or the last day on which something was recorded]
    day: Option<String>,
    #[command(flatten)]
    json: Json,
}

impl Log {
    /// Shows it.
    pub fn run(self, desk: &mut Desk<'_, '_>) -> Result<(), Error> {
        let typed = self
            .day
            .map(|day| time::day(&day, desk.today(), "DAY"))
            .transpose()?;
        let asked = if typed.is_none() && desk.day_is_given() {
            Some(desk.day()?)
        } else {
            typed
        };
        let loaded = desk.open()?;
        let mut days = loaded
            .sprint
            .entries()
            .iter()
            .map(Entry::day)
            .filter(|day| *day <= desk.today());
        let day = asked.or(days.next_back()).unwrap_or(desk.today());
        let text = if self.json.wanted {
            view::json::day_log(&sprint_row(&loaded.folder, true)?, &loaded.sprint, day)
        } else {
            view::day_log(&loaded.sprint, day, desk.width())
        };
        desk.print(&text)
    }
}
