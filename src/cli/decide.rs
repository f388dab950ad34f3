//! `sprint decide`: what was decided.

use clap::Args;

use super::record::{Record, Resolver, Text};
use crate::diagnostic::{Error, OtherMeaning, Remark};
use crate::domain::{Action, Entry, Sprint, known_result};
use crate::planning::not_decided;
use crate::text::shell_words;
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
        if !resolver.literal && not_decided(&text) {
            let labels = there.map(|item| item.label).into_iter().collect();
            return Err(resolver.refused("decide", labels, OtherMeaning::NotDecided));
        }
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
            let label = item.label;
            let brackets = resolver.sprint.read_brackets(&text, &resolver.by).ok();
            let people = brackets.and_then(|brackets| brackets.people);
            // Without minutes, which it would replace too.
            let bare = people.filter(|_| item.minutes().next().is_none() && !item.is_finished());
            let again = bare.map(|bare| shell_words(&bare.text).into_owned());
            let again = again.map(|text| format!("result {label} {text} --only` and `sprint "));
            let again = again.unwrap_or_default();
            resolver.remark_on_brackets(Some(format!("{again}done {label} -p")));
        }
        Ok(vec![Action::Decide(crate::domain::Decide { item, text })])
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        view::recorded(sprint, entry, "decided")
    }
}
