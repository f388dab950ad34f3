//! `sprint talk`: a talk, tutorial or demo.

use clap::Args;

use super::record::{Record, Resolver, Text};
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
    fn text(&self) -> Text<'_> {
        Text::Needed(&self.text)
    }

    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        Ok(vec![Action::Talk(crate::domain::Talk {
            text: resolver.needed_text()?,
            topic: resolver.topic(self.topic.as_deref())?,
            people: resolver.people(&self.people)?,
            ..crate::domain::Talk::default()
        })])
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        view::recorded(sprint, entry, "talk", Naming::Assignees)
    }
}
