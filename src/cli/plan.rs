//! `sprint plan`: a task, or the board.

use clap::Args;

use super::record::{ASSIGNS, Record, Resolver, Text, when};
use crate::diagnostic::Error;
use crate::domain::{Action, Entry, Sprint};
use crate::view;

/// Add a task and say its number; without TEXT, show the board
#[derive(Args, Debug)]
pub struct Plan {
    /// What is to be done
    text: Vec<String>,
    /// Its topic: a heading or a path of headings
    #[arg(short, long, value_name = "TOPIC")]
    topic: Option<String>,
    /// The item that it is part of
    #[arg(short, long, value_name = "ITEM")]
    under: Option<String>,
    /// Who is on it
    #[arg(short, long, value_name = "PEOPLE")]
    people: Vec<String>,
    /// Who helps
    #[arg(long, value_name = "PEOPLE")]
    with: Vec<String>,
    /// When it is to happen, for the board: "Thu 17:00", "after lunch"
    #[arg(long, value_name = "TEXT")]
    when: Option<String>,
}

impl Record for Plan {
    fn text(&self) -> Text<'_> {
        Text::Needed(&self.text)
    }

    fn is_bare(&self) -> bool {
        self.text.is_empty()
            && self.topic.is_none()
            && self.under.is_none()
            && self.people.is_empty()
            && self.with.is_empty()
            && self.when.is_none()
    }

    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        let (text, named) = resolver.titled(ASSIGNS, &self.people, &self.with)?;
        let new = Action::Plan(crate::domain::Plan {
            text,
            topic: resolver.topic(self.topic.as_deref())?,
            under: resolver.option_item(self.under.as_ref())?,
            people: named.people,
            with: named.with,
            when: when(self.when.as_deref())?,
        });
        resolver.remark_on_new(&new);
        Ok(vec![new])
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        view::recorded(sprint, entry, "planned")
    }
}
