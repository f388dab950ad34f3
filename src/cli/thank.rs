//! `sprint thank`: whom the report thanks.

use clap::Args;

use super::record::{Record, Resolver, Text};
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
    fn text(&self) -> Text<'_> {
        Text::Needed(&self.text)
    }

    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        resolver.remark_on_brackets(None);
        let text = resolver.needed_text()?;
        // The command is the first word of such a sentence.
        let begins = |start: &str| !resolver.literal && text.to_lowercase().starts_with(start);
        let text = match () {
            () if begins("you ") => format!("Thank {text}").into(),
            () if begins("to ") => format!("Thanks {text}").into(),
            () => text,
        };
        Ok(vec![Action::Thank(crate::domain::Thank { text })])
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        view::recorded(sprint, entry, "thanks")
    }
}
