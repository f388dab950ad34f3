//! `sprint talk`: a talk, tutorial or demo.

use clap::Args;

use super::desk::Desk;
use super::record::{Record, Resolver};
use crate::diagnostic::Error;
use crate::domain::{Action, Entry, Sprint};
use crate::view::{self, Naming};

/// Add a talk, tutorial or demo and say its number
#[derive(Args, Debug)]
pub struct Talk {
    /// Its title
    text: Vec<String>,
    /// Who speaks
    #[arg(short, long, value_name = "PEOPLE")]
    people: Vec<String>,
    /// Its topic: a heading or a path of headings
    #[arg(short, long, value_name = "TOPIC")]
    topic: Option<String>,
}

impl Record for Talk {
    fn read_text(&mut self, desk: &mut Desk<'_, '_>) -> Result<(), Error> {
        self.text = vec![desk.text(&self.text)?];
        Ok(())
    }

    fn action(&self, resolver: &mut Resolver<'_>) -> Result<Action, Error> {
        Ok(Action::Talk(crate::domain::Talk {
            text: self.text.concat(),
            topic: resolver.topic(self.topic.as_deref())?,
            people: resolver.people(&self.people)?,
        }))
    }

    fn said(&self, sprint: &Sprint, entry: &Entry) -> String {
        view::recorded(sprint, entry, "talk", Naming::Assignees)
    }
}
