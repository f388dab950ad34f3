//! `sprint discuss`: a discussion.

use clap::Args;

use super::record::{ASSIGNS, Record, Resolver, Text, when};
use crate::diagnostic::{Error, OtherMeaning};
use crate::domain::{Action, Entry, Sprint};
use crate::planning::not_decided;
use crate::view;

/// Add a discussion and say its number
#[derive(Args, Debug)]
pub struct Discuss {
    /// The question
    text: Vec<String>,
    /// Its topic: a heading or a path of headings
    #[arg(short, long, value_name = "TOPIC")]
    topic: Option<String>,
    /// Who takes part
    #[arg(short, long, value_name = "PEOPLE")]
    people: Vec<String>,
    /// Who helps
    #[arg(long, value_name = "PEOPLE")]
    with: Vec<String>,
    /// When it is to happen, for the board: "Thu 17:00", "after lunch"
    #[arg(long, value_name = "TEXT")]
    when: Option<String>,
    /// What was decided, if you know it already
    #[arg(long, value_name = "TEXT")]
    decided: Option<String>,
}

impl Record for Discuss {
    fn text(&self) -> Text<'_> {
        Text::Needed(&self.text)
    }

    fn option_text(&self) -> Text<'_> {
        Text::Optional(self.decided.as_slice())
    }

    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        let (text, named) = resolver.titled(ASSIGNS, &self.people, &self.with)?;
        let decided = resolver.option_text.as_deref();
        if let Some(decided) = decided.filter(|decided| not_decided(decided)) {
            let meaning = OtherMeaning::DecidedLater(decided.to_owned());
            return Err(resolver.refused("discuss", Vec::new(), meaning));
        }
        let new = Action::Discuss(crate::domain::Discuss {
            text,
            topic: resolver.topic(self.topic.as_deref())?,
            people: named.people,
            decided: resolver.option_text.clone(),
            with: named.with,
            when: when(self.when.as_deref())?,
        });
        resolver.remark_on_new(&new);
        Ok(vec![new])
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        let what = match self.decided {
            Some(_) => "decided",
            None => "to discuss",
        };
        view::recorded(sprint, entry, what)
    }
}
