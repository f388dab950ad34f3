//! `sprint log`: a day as it happened.

use clap::Args;

use super::context::Context;
use super::loaded::{LoadedSprint, sprint_row};
use super::options::Json;
use super::ui::Ui;
use crate::diagnostic::Error;
use crate::domain::Entry;
use crate::view;

/// Show a day as it happened, entry by entry
#[derive(Args, Debug)]
pub struct Log {
    /// The day [default: today, or the last day on which something was recorded]
    // The id of `--day` is another.
    #[arg(id = "DAY")]
    day: Option<String>,
    #[command(flatten)]
    json: Json,
}

impl Log {
    pub fn run(self, context: &Context<'_>, ui: &mut Ui) -> Result<(), Error> {
        let given = context.given_day(self.day.as_deref())?;
        let loaded = LoadedSprint::open(context, ui)?;
        let mut days = loaded
            .sprint
            .entries()
            .iter()
            .map(Entry::day)
            .filter(|day| *day <= context.today());
        let day = given.or(days.next_back()).unwrap_or(context.today());
        let text = if self.json.wanted {
            view::json::day_log(&sprint_row(&loaded.folder, true)?, &loaded.sprint, day)
        } else {
            view::day_log(&loaded.sprint, day, ui.width)
        };
        ui.print(&text)
    }
}
