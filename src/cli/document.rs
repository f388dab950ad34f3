//! What a planning document would record.

use std::collections::HashMap;

use super::context::Context;
use super::loaded::LoadedSprint;
use super::record::clean;
use super::recording::request_of;
use super::transaction::{Outcome, Request};
use super::words::Line;
use crate::diagnostic::Error;
use crate::planning::{Change, Target, Typed};

/// What a planning document would record, before it is recorded.
#[derive(Default)]
pub struct Proposed {
    /// The commands, as a batch has them.
    pub lines: Vec<String>,
    /// The names of the commands.
    pub verbs: Vec<String>,
    pub outcome: Outcome,
    /// The commands that the rules refuse: the line of the document, and why.
    pub refused: Vec<(usize, Error)>,
}

/// Applies the changes of a document, one after another. What is refused is left out, and what depends on it.
pub fn propose(changes: &[Change], context: &Context<'_>, loaded: &mut LoadedSprint) -> Proposed {
    let mut proposed = Proposed::default();
    let mut made = HashMap::new();
    let mut unmade = HashMap::new();
    for change in changes {
        let name = |target| match target {
            Target::Item(id) => {
                let item = loaded.sprint.get(id);
                Ok(item.map_or(id.to_string(), |item| item.label.to_string()))
            }
            Target::Row(row) => match made.get(&row) {
                Some(id) => Ok(loaded
                    .sprint
                    .get(*id)
                    .map_or(String::new(), |item| item.label.to_string())),
                None => Err(unmade.get(&row).copied().unwrap_or(change.line)),
            },
        };
        let typed = change.command.typed(name);
        let row = change.command.makes();
        let typed = typed.map_err(Error::WithoutItem);
        let added = typed.and_then(|typed| {
            let request = request(&typed, context)?;
            let line = typed.line();
            let first = proposed.outcome.entries.len();
            proposed.outcome.add_if_allowed(&request, loaded)?;
            proposed.lines.push(line);
            proposed.verbs.extend(typed.words.into_iter().next());
            Ok(proposed.outcome.entries.get(first).map(|entry| entry.id))
        });
        match (added, row) {
            (Ok(Some(id)), Some(row)) => {
                made.insert(row, id);
            }
            (Ok(_), _) => {}
            (Err(error), row) => {
                proposed.refused.push((change.line, error));
                unmade.extend(row.map(|row| (row, change.line)));
            }
        }
    }
    proposed
}

/// Makes the request for a command, with its text taken letter for letter.
fn request<'e>(typed: &Typed, context: &Context<'e>) -> Result<Request<'e>, Error> {
    let line = Line::of_words(typed.words.clone());
    Ok(Request {
        literal: true,
        text: typed.text.as_deref().map(clean).transpose()?,
        ..request_of(&line, context)?
    })
}
