//! `sprint goal`: a goal of the sprint.

use clap::Args;

use super::desk::Desk;
use super::record::{Record, Resolver};
use crate::diagnostic::Error;
use crate::domain::{Action, Entry, Sprint};
use crate::view;

/// Add a goal of the sprint
#[derive(Args, Debug)]
pub struct Goal {
    /// The goal
    text: Vec<String>,
    /// A goal apart from the work
    #[arg(long)]
    side: bool,
}

impl Record for Goal {
    fn read_text(&mut self, desk: &mut Desk<'_, '_>) -> Result<(), Error> {
        self.text = vec![desk.text(&self.text)?];
        Ok(())
    }

    fn action(&self, _scene: &mut Resolver<'_>) -> Result<Action, Error> {
        Ok(Action::Goal(crate::domain::Goal {
            text: self.text.concat(),
            side: self.side,
        }))
    }

    fn said(&self, _sprint: &Sprint, _entry: &Entry) -> String {
        let what = if self.side { "side goal" } else { "goal" };
        format!("{what}: {}", view::short(&self.text.concat()))
    }
}
