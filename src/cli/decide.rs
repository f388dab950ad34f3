//! `sprint decide`: what was decided.

use clap::Args;

use super::record::{Record, Resolver, Text};
use crate::diagnostic::{Error, Remark};
use crate::domain::{Action, Entry, Sprint, known_result};
use crate::view;

/// Say what was decided in a discussion
#[derive(Args, Debug)]
pub struct Decide {
    /// The item: a number, an id, or a word of its text
    item: String,
    /// The decision, in sentences for the report
    text: Vec<String>,
}

impl Record for Decide {
    fn text(&self) -> Text<'_> {
        Text::Needed(&self.text)
    }

    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        let item = resolver.item("decide", &self.item)?;
        let text = resolver.needed_text()?;
        let there = resolver.sprint.get(item);
        let decided = there.filter(|item| item.is_finished());
        if let Some(known) = decided.and_then(|item| known_result(item, &text)) {
            resolver.remarks.push(Remark::repeated(known));
            return Ok(Vec::new());
        }
        if let Some(decided) = decided.filter(|item| !item.valid_results().is_empty()) {
            let label = decided.label.to_string();
            resolver.remarks.push(Remark::ToldBefore(label));
        }
        if let Some(item) = there {
            resolver.remark_on_superseded(item);
            resolver.remark_on_brackets(Some(format!("done {} -p", item.label)));
        }
        Ok(vec![Action::Decide(crate::domain::Decide { item, text })])
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        view::recorded(sprint, entry, "decided")
    }
}
