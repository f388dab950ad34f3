//! `sprint talk`: a talk, tutorial or demo.

use clap::Args;

use super::record::{ASSIGNS, Record, Resolver, Text, when};
use crate::diagnostic::Error;
use crate::domain::{Action, Entry, Sprint};
use crate::view;

/// Add a talk, tutorial or demo and say its number
#[derive(Args, Debug)]
pub struct Talk {
    /// Its title
    text: Vec<String>,
    /// Who speaks
    #[arg(short, long, value_name = "PEOPLE")]
    people: Vec<String>,
    /// Who helps
    #[arg(long, value_name = "PEOPLE")]
    with: Vec<String>,
    /// When it is to happen, for the board: "Thu 17:00", "after lunch"
    #[arg(long, value_name = "TEXT")]
    when: Option<String>,
    /// Its topic: a heading or a path of headings
    #[arg(short, long, value_name = "TOPIC")]
    topic: Option<String>,
}

impl Record for Talk {
    fn text(&self) -> Text<'_> {
        Text::Needed(&self.text)
    }

    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        let (text, named) = resolver.titled(ASSIGNS, &self.people, &self.with)?;
        let new = Action::Talk(crate::domain::Talk {
            text,
            topic: resolver.topic(self.topic.as_deref())?,
            people: named.people,
            with: named.with,
            when: when(self.when.as_deref())?,
        });
        resolver.remark_on_new(&new);
        Ok(vec![new])
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        view::recorded(sprint, entry, "talk")
    }
}
