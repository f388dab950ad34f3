//! `sprint note`: a note for the report.

use clap::Args;

use super::desk::Desk;
use super::record::{Record, Resolver};
use crate::diagnostic::Error;
use crate::domain::{Action, Entry, Sprint};
use crate::view;

/// Add a sentence or a paragraph for the report that belongs to no item
#[derive(Args, Debug)]
pub struct Note {
    /// Sentences for the report
    text: Vec<String>,
    /// Its topic: a heading or a path of headings
    #[arg(short, long, value_name = "TOPIC")]
    topic: Option<String>,
}

impl Record for Note {
    fn read_text(&mut self, desk: &mut Desk<'_, '_>) -> Result<(), Error> {
        self.text = vec![desk.text(&self.text)?];
        Ok(())
    }

    fn action(&self, resolver: &mut Resolver<'_>) -> Result<Action, Error> {
        Ok(Action::Note(crate::domain::Note {
            text: self.text.concat(),
            topic: resolver.topic(self.topic.as_deref())?,
        }))
    }

    fn said(&self, _sprint: &Sprint, _entry: &Entry) -> String {
        format!("noted: {}", view::short(&self.text.concat()))
    }
}
