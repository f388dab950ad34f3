//! `sprint next`: what should happen afterwards.

use clap::Args;

use super::desk::Desk;
use super::record::{Record, Resolver};
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
    fn read_text(&mut self, desk: &mut Desk<'_, '_>) -> Result<(), Error> {
        self.text = vec![desk.text(&self.text)?];
        Ok(())
    }

    fn action(&self, resolver: &mut Resolver<'_>) -> Result<Action, Error> {
        Ok(Action::Next(crate::domain::Next {
            text: self.text.concat(),
            people: resolver.people(&self.people)?,
        }))
    }

    fn said(&self, sprint: &Sprint, entry: &Entry) -> String {
        format!("next: {}", view::short(&view::describe(sprint, entry)))
    }
}
