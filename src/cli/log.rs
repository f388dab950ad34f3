//! `sprint log`: a day as it happened.

use clap::Args;

use super::context::Context;
use super::loaded::{LoadedSprint, sprint_row};
use super::options::Json;
use super::time;
use super::view::{Answer, View};
use crate::diagnostic::Error;
use crate::domain::Entry;
use crate::view::{self, LogDays, Look};

/// Show a day as it happened, entry by entry
#[derive(Args, Debug)]
pub struct Log {
    /// The day [default: today, or the last day on which something was recorded]
    // The id of `--day` is another.
    #[arg(id = "DAY")]
    day: Option<String>,
    /// Show all that was recorded from this day on
    #[arg(long, value_name = "DAY", conflicts_with_all = ["DAY", "day"])]
    since: Option<String>,
    #[command(flatten)]
    json: Json,
}

impl View for Log {
    fn name(&self) -> &'static str {
        "log"
    }

    fn json(&mut self) -> &mut Json {
        &mut self.json
    }

    fn answer(
        &self,
        context: &Context<'_>,
        look: Look,
        loaded: &LoadedSprint,
    ) -> Result<Answer, Error> {
        let config = &loaded.folder.config;
        let given = context.given_day(self.day.as_deref(), config)?;
        let today = context.today();
        let days = match self.since.as_deref() {
            Some(since) => {
                let dates = config.from.zip(config.to);
                LogDays::Since(time::day_of_sprint(since, today, dates, "--since")?)
            }
            None => {
                let entries = loaded.sprint.entries().iter();
                let mut past = entries.map(Entry::day).filter(|day| *day <= today);
                LogDays::Only(given.or(past.next_back()).unwrap_or(today))
            }
        };
        Ok(if self.json.wanted {
            view::json::log(&sprint_row(&loaded.folder, true)?, &loaded.sprint, days)
        } else {
            view::log(&loaded.sprint, days, look)
        }
        .into())
    }
}
