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
    /// Who helps
    #[arg(long, value_name = "PEOPLE")]
    with: Vec<String>,
    /// The item that it follows from
    #[arg(short, long, value_name = "ITEM")]
    item: Option<String>,
    /// Its topic: a heading or a path of headings
    #[arg(short, long, value_name = "TOPIC")]
    topic: Option<String>,
}

impl Record for Next {
    fn text(&self) -> Text<'_> {
        Text::Needed(&self.text)
    }

    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        let (text, named) = resolver.titled("next TEXT… -p", &self.people, &self.with)?;
        Ok(vec![Action::Next(crate::domain::Next {
            text,
            people: named.people,
            with: named.with,
            topic: resolver.topic(self.topic.as_deref())?,
            item: resolver.option_item(self.item.as_ref())?,
        })])
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        view::recorded(sprint, entry, "next")
    }
}
