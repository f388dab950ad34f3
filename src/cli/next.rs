//! `sprint next`: what should happen afterwards.

use clap::Args;

use super::record::{Record, Resolver, Text};
use crate::diagnostic::Error;
use crate::domain::{Action, Entry, Sprint};
use crate::view;

/// Add what should happen after the sprint
#[derive(Args, Debug)]
pub struct Next {
    /// What should happen
    text: Vec<String>,
    /// Who will do it
    #[arg(short, long, value_name = "PEOPLE")]
    people: Vec<String>,
}

impl Record for Next {
    fn text(&self) -> Text<'_> {
        Text::Needed(&self.text)
    }

    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        Ok(vec![Action::Next(crate::domain::Next {
            text: resolver.needed_text()?,
            people: resolver.people(&self.people)?,
            ..crate::domain::Next::default()
        })])
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        format!("next: {}", view::short(&view::describe(sprint, entry)))
    }
}
