//! `sprint result`: what came of an item so far.

use clap::Args;

use super::record::{Record, Resolver, Text, assignment, credit};
use crate::diagnostic::{Error, Remark};
use crate::domain::{Action, Entry, ItemResult, Sprint, TextRole, known_result};
use crate::view;

/// Say what came of an item so far; it stays open, or closed
#[derive(Args, Debug)]
pub struct Result {
    /// The item: a number, an id, or a word of its text
    item: String,
    /// Sentences for the report
    text: Vec<String>,
    /// Replace the earlier results
    #[arg(long)]
    only: bool,
}

impl Record for Result {
    fn text(&self) -> Text<'_> {
        Text::Needed(&self.text)
    }

    fn actions(&self, resolver: &mut Resolver<'_>) -> std::result::Result<Vec<Action>, Error> {
        let item = resolver.any_item("result", &self.item)?;
        let named = resolver.told_by()?;
        let text = resolver.needed_text()?;
        let only = self.only;
        let there = resolver.sprint.get(item);
        let known = there.and_then(|item| known_result(item, &text));
        let known = known.filter(|_| !only).map(Remark::repeated);
        let result = Action::Result(ItemResult { item, text, only });
        let result = known.is_none().then_some(result);
        resolver.remarks.extend(known);
        if let Some(item) = there.filter(|_| !only) {
            resolver.remark_on_superseded(item);
        }
        let finished = there.filter(|item| item.is_finished());
        let named = match finished {
            Some(item) => credit(resolver.sprint, item, &named),
            None => assignment(item, &named),
        };
        Ok(named.into_iter().chain(result).collect())
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        let what = match self.only || is_after_reopening(sprint, entry) {
            true => "result replaced",
            false => "result added",
        };
        view::recorded(sprint, entry, what)
    }
}

/// Returns whether a result is all that is told of its item now, and another was before: it was opened again since.
fn is_after_reopening(sprint: &Sprint, entry: &Entry) -> bool {
    let item = sprint.subject(entry);
    let Some(item) = item.filter(|item| item.results.len() == 1) else {
        return false;
    };
    let others = sprint.history(item).filter(|other| other.id != entry.id);
    others
        .filter(|other| !sprint.is_undone(other.id))
        .any(|other| {
            let fields = other.action.fields();
            let is_told = matches!(fields.text_is, TextRole::Result | TextRole::Decision);
            is_told && fields.text.is_some() || fields.decided.is_some()
        })
}
