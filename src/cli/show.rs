//! `sprint show`: one item's whole history.

use clap::Args;

use super::context::Context;
use super::loaded::{LoadedSprint, sprint_row};
use super::options::Json;
use super::view::{Answer, View};
use crate::diagnostic::Error;
use crate::view::{self, Look};

/// Show the whole history of an item
#[derive(Args, Debug)]
pub struct Show {
    /// The item: a number, an id, or a word of its text
    item: String,
    #[command(flatten)]
    json: Json,
}

impl View for Show {
    fn name(&self) -> &'static str {
        "show"
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
        let item = loaded.sprint.find_any_item(&self.item)?;
        Ok(if self.json.wanted {
            view::json::show(&sprint_row(&loaded.folder, true)?, &loaded.sprint, item)
        } else {
            let day = context.given_day(None, &loaded.folder.config)?;
            view::show(&loaded.sprint, item, day.unwrap_or(context.today()), look)
        }
        .into())
    }
}
