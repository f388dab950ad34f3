//! `sprint people`: who is here.

use clap::Args;

use super::context::Context;
use super::loaded::{LoadedSprint, sprint_row};
use super::options::Json;
use super::view::{Answer, View};
use crate::diagnostic::Error;
use crate::view::{self, Look};

/// Show who is here today, or on another --day, and who else was named
#[derive(Args, Debug)]
pub struct People {
    #[command(flatten)]
    json: Json,
}

impl View for People {
    fn name(&self) -> &'static str {
        "people"
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
        let given = context.given_day(None, config)?;
        let day = given.unwrap_or(context.today());
        let sprint = &loaded.sprint.until(given);
        Ok(if self.json.wanted {
            view::json::people(&sprint_row(&loaded.folder, true)?, sprint, config.from, day)
        } else {
            view::people_of(sprint, config.from, day, look)
        }
        .into())
    }
}
