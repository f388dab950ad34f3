//! `sprint undo`: an entry is taken back.

use clap::Args;

use super::record::{Record, Scene};
use crate::domain::{Action, Entry, EntryId, Refusal, Sprint};
use crate::error::Error;
use crate::view;

/// Take back your last entry, or any by its id; of an undo, bring back what that took
#[derive(Args, Debug)]
pub struct Undo {
    /// The entry's id, as `sprint log` shows it [default: your last entry]
    id: Option<String>,
}

impl Undo {
    /// Of one entry.
    pub(super) fn of(id: &EntryId) -> Undo {
        Undo {
            id: Some(id.to_string()),
        }
    }
}

impl Record for Undo {
    fn action(&self, scene: &mut Scene<'_>) -> Result<Action, Error> {
        let found = match &self.id {
            Some(typed) => find(scene.sprint, typed)?,
            None => {
                last_of(scene.sprint, &scene.by).ok_or(Error::NothingToUndo(scene.by.clone()))?
            }
        };
        Ok(Action::Undo(crate::domain::Undo {
            entry: found.id.clone(),
        }))
    }

    fn said(&self, sprint: &Sprint, entry: &Entry) -> String {
        let Action::Undo(undo) = &entry.action else {
            return String::new();
        };
        let Some(taken) = sprint.entries().iter().find(|other| other.id == undo.entry) else {
            return String::new();
        };
        let what = if matches!(taken.action, Action::Undo(_)) {
            "brought back"
        } else {
            "took back"
        };
        let told = match &taken.action {
            // What an undo took is what comes back.
            Action::Undo(_) => view::describe(sprint, taken),
            action => format!("{} {}", action.kind(), view::describe(sprint, taken)),
        };
        format!(
            "{what}: {} (`sprint undo {}` reverses that)",
            view::short(&told),
            entry.id
        )
    }
}

/// The entry whose id is typed.
fn find<'s>(sprint: &'s Sprint, typed: &str) -> Result<&'s Entry, Error> {
    let wanted = typed.trim().to_lowercase();
    if let Some(entry) = sprint
        .entries()
        .iter()
        .find(|entry| entry.id.as_str() == wanted)
    {
        return Ok(entry);
    }
    match EntryId::parse(&wanted) {
        Some(id) => Err(Error::Refused(Refusal::NoSuchEntry(id))),
        None => Err(Error::NotAnId(typed.to_owned())),
    }
}

/// The last entry of somebody that has an effect and is no undo, so that undoing twice takes back two.
fn last_of<'s>(sprint: &'s Sprint, by: &str) -> Option<&'s Entry> {
    let own = sprint
        .effective()
        .filter(|entry| entry.by == by && !matches!(entry.action, Action::Undo(_)));
    own.last()
}
