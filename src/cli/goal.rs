//! `sprint goal`: a goal of the sprint.

use clap::Args;

use super::record::{Record, Resolver, Text};
use crate::diagnostic::Error;
use crate::domain::{Action, Entry, Sprint};
use crate::view;

/// Add a goal of the sprint
#[derive(Args, Debug)]
pub struct Goal {
    /// The goal, in a sentence
    text: Vec<String>,
    /// A goal that is not about the work
    #[arg(long)]
    side: bool,
}

impl Record for Goal {
    fn text(&self) -> Text<'_> {
        Text::Needed(&self.text)
    }

    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        resolver.remark_on_brackets(None);
        Ok(vec![Action::Goal(crate::domain::Goal {
            text: resolver.needed_text()?,
            side: self.side,
        })])
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        let what = if self.side { "side goal" } else { "goal" };
        view::recorded(sprint, entry, what)
    }
}
