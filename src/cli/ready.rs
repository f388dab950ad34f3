//! `sprint ready`: is planning over?

use clap::Args;

use super::context::Context;
use super::loaded::{LoadedSprint, sprint_row};
use super::options::Json;
use super::view::{Answer, View};
use crate::diagnostic::Error;
use crate::view::{self, Look};

/// Check that everybody has a task and a partner, and newcomers an experienced one
#[derive(Args, Debug)]
pub struct Ready {
    #[command(flatten)]
    json: Json,
}

impl View for Ready {
    fn name(&self) -> &'static str {
        "ready"
    }

    fn json(&mut self) -> &mut Json {
        &mut self.json
    }

    /// Says who is not ready; it is a no if there is anybody, or if nobody is here.
    fn answer(
        &self,
        context: &Context<'_>,
        look: Look,
        loaded: &LoadedSprint,
    ) -> Result<Answer, Error> {
        let given = context.given_day(None, &loaded.folder.config)?;
        let day = given.unwrap_or(context.today());
        let sprint = &loaded.sprint.until(given);
        let is_break = sprint.day(day).is_some_and(|day| day.is_break);
        let is_nobody_here = sprint.workers(day).is_empty() && !is_break;
        let unready = sprint.unready(day);
        let no = match unready.len() {
            _ if is_nobody_here => Some(Error::NobodyHere(day)),
            0 => None,
            count => Some(Error::NotReady(count)),
        };
        let text = if self.json.wanted {
            let row = sprint_row(&loaded.folder, true)?;
            view::json::ready(&row, sprint, day, no.is_none(), &unready)
        } else if is_nobody_here {
            String::new()
        } else {
            view::ready(sprint, day, &unready, look)
        };
        Ok(Answer { text, no })
    }
}
