//! `sprint done`: an item is finished.

use clap::Args;

use super::record::{Record, Resolver, Text, assignment};
use crate::diagnostic::{Error, OptionError, OtherMeaning, Remark, UsageError};
use crate::domain::{
    Action, Entry, EntryId, ItemKind, Label, Progress, Sprint, is_typed_status, known_result,
    unfinished,
};
use crate::planning::{NotDone, not_done};
use crate::view;

/// Finish an item and say its result; if it is finished, add to its result
#[derive(Args, Debug)]
pub struct Done {
    /// The item: a number, an id, or a word of its text; several with commas between them
    item: String,
    /// The result, in sentences for the report
    text: Vec<String>,
    /// Whose work it is [default: everybody ever assigned]
    #[arg(short, long, value_name = "PEOPLE")]
    people: Vec<String>,
    /// Who helped [default: everybody ever assigned as a helper]
    #[arg(long, value_name = "PEOPLE")]
    with: Vec<String>,
}

impl Record for Done {
    fn text(&self) -> Text<'_> {
        Text::Optional(&self.text)
    }

    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        let named = resolver.named(&self.people, &self.with)?;
        let in_brackets = resolver.told_by()?;
        let items = resolver.items_before_text("done", &self.item, false)?;
        if !named.is_empty() && !in_brackets.is_empty() {
            return Err(UsageError::Option(OptionError::BracketsAndOption).into());
        }
        let text = resolver.text.clone();
        let typed = text.as_deref().filter(|_| !resolver.literal);
        if let Some(text) = typed.filter(|text| !is_typed_status(text)) {
            let labels = items.iter().filter_map(|id| resolver.sprint.get(*id));
            let labels: Vec<Label> = labels.map(|item| item.label).collect();
            if let Some(meaning) = meaning_of_not_done(text) {
                return Err(resolver.refused("done", labels, meaning));
            }
        }
        let mut actions = Vec::new();
        for id in &items {
            let Some(item) = resolver.sprint.get(*id) else {
                continue;
            };
            // Nobody is assigned to what is closed: their work counts all the same.
            let named = match in_brackets.is_empty() || item.is_open() {
                true => named.clone(),
                false => resolver.sprint.credited_with(item, &in_brackets),
            };
            actions.extend(assignment(*id, &in_brackets).filter(|_| item.is_open()));
            // Of what is finished a status alone says nothing new.
            let is_alone = item.is_finished() && named.is_empty();
            let status = typed.filter(|text| is_typed_status(text));
            actions.extend(status.filter(|_| item.is_open()).map(|text| {
                let text = text.into();
                Action::Progress(Progress { item: *id, text })
            }));
            let known = text.as_deref().and_then(|text| known_result(item, text));
            let says_more = known.is_none() || item.is_open() || !is_alone;
            let is_new = status.is_none() && known.is_none();
            resolver.remarks.extend(known.map(Remark::repeated));
            if !says_more {
                continue;
            }
            if text.is_some() && is_new {
                resolver.remark_on_superseded(item);
            }
            actions.push(Action::Done(crate::domain::Done {
                item: *id,
                text: text.clone().filter(|_| is_new),
                people: named.people,
                with: named.with,
            }));
            // Of a talk, it is enough that it took place.
            if status.is_some() && item.results.is_empty() && item.kind != ItemKind::Talk {
                resolver
                    .remarks
                    .push(Remark::NoResult(item.label.to_string()));
            }
            let parts = resolver.sprint.open_parts(item);
            let parts = parts.filter(|part| !items.contains(&part.id));
            let parts = parts.map(|part| {
                let shown = format!("{} ({})", part.label, view::short(&part.text));
                (part.id, shown)
            });
            let parts: Vec<(EntryId, String)> = parts.collect();
            if !parts.is_empty() {
                let label = item.label.to_string();
                resolver.remarks.push(Remark::OpenParts { label, parts });
            }
        }
        Ok(actions)
    }

    fn confirmations(&self, sprint: &Sprint, entries: &[Entry]) -> Vec<String> {
        let done = entries
            .iter()
            .filter(|entry| matches!(entry.action, Action::Done(_)));
        done.map(|entry| self.confirmation(sprint, entry)).collect()
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        view::recorded(sprint, entry, "done")
    }
}

/// Returns what a result says, if it says that nothing is finished.
fn meaning_of_not_done(text: &str) -> Option<OtherMeaning> {
    if let Some(words) = unfinished(text) {
        return Some(OtherMeaning::NotFinished(words));
    }
    Some(match not_done(text)? {
        NotDone::GivenUp => OtherMeaning::GivenUp,
        NotDone::GoesOn => OtherMeaning::NotDone,
    })
}
