//! `sprint leave`: somebody is gone.

use clap::Args;

use super::record::{Record, Scene};
use crate::domain::{Action, Entry, Sprint};
use crate::error::{Error, listed};
use crate::view;

/// Say who is gone from today on
#[derive(Args, Debug)]
pub struct Leave {
    /// Who
    people: Vec<String>,
}

impl Record for Leave {
    fn action(&self, scene: &mut Scene<'_>) -> Result<Action, Error> {
        let people = scene.people(&self.people)?;
        if people.is_empty() {
            return Err(Error::NoPeople);
        }
        Ok(Action::Leave(crate::domain::Leave { people }))
    }

    fn said(&self, sprint: &Sprint, entry: &Entry) -> String {
        let names: Vec<String> = match &entry.action {
            Action::Leave(leave) => leave
                .people
                .iter()
                .map(|nick| sprint.people().print_name(nick))
                .collect(),
            _ => Vec::new(),
        };
        format!(
            "left: {}, gone from {} on",
            listed(&names),
            view::long_day(entry.day())
        )
    }
}
