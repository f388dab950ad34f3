//! `sprint note`: a note for the report.

use clap::Args;

use super::record::{Record, Resolver, Text};
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
    fn text(&self) -> Text<'_> {
        Text::Needed(&self.text)
    }

    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        resolver.remark_on_brackets(None);
        Ok(vec![Action::Note(crate::domain::Note {
            text: resolver.needed_text()?,
            topic: resolver.topic(self.topic.as_deref())?,
        })])
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        view::recorded(sprint, entry, "noted")
    }
}
