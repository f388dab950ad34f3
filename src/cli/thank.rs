//! `sprint thank`: whom the report thanks.

use clap::Args;

use super::desk::Desk;
use super::record::{Record, Resolver};
use crate::diagnostic::Error;
use crate::domain::{Action, Entry, Sprint};
use crate::view;

/// Add a sentence of thanks to the report
#[derive(Args, Debug)]
pub struct Thank {
    /// The sentence
    text: Vec<String>,
}

impl Record for Thank {
    fn read_text(&mut self, desk: &mut Desk<'_, '_>) -> Result<(), Error> {
        self.text = vec![desk.text(&self.text)?];
        Ok(())
    }

    fn action(&self, _scene: &mut Resolver<'_>) -> Result<Action, Error> {
        Ok(Action::Thank(crate::domain::Thank {
            text: self.text.concat(),
        }))
    }

    fn said(&self, _sprint: &Sprint, _entry: &Entry) -> String {
        format!("thanks: {}", view::short(&self.text.concat()))
    }
}
