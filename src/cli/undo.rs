//! `sprint undo`: an entry is taken back.

use std::collections::HashSet;

use clap::Args;

use super::record::{Record, Scene};
use crate::domain::{Action, Entry, EntryId, Refusal, Sprint};
use crate::error::Error;
use crate::view;

/// Take back what you typed last, or any entry by its id; of an undo, bring back what that took
///
/// What was recorded together, such as a batch, is taken back together.
#[derive(Args, Debug)]
pub struct Undo {
    /// The entry's id, as `sprint log` shows it [default: your last entry]
    #[arg(conflicts_with = "count")]
    id: Option<String>,
    /// Take back so many of your last entries
    #[arg(short = 'n', value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..))]
    count: Option<u32>,
}

/// Takes back one entry, and not what was recorded together with it.
pub(super) struct UndoAlone(pub(super) EntryId);

impl Record for UndoAlone {
    fn action(&self, _: &mut Scene<'_>) -> Result<Action, Error> {
        Ok(Action::Undo(crate::domain::Undo {
            entry: self.0.clone(),
            only: true,
        }))
    }

    fn said(&self, sprint: &Sprint, entry: &Entry) -> String {
        let what = match entry.batch {
            Some(_) => "the whole edit",
            None => "that",
        };
        said(sprint, entry) + &reversed_by(entry, what)
    }
}

impl Record for Undo {
    fn action(&self, scene: &mut Scene<'_>) -> Result<Action, Error> {
        self.actions(scene)
            .map(|mut actions| actions.swap_remove(0))
    }

    fn actions(&self, scene: &mut Scene<'_>) -> Result<Vec<Action>, Error> {
        let undo = |entry: &Entry| {
            Action::Undo(crate::domain::Undo {
                entry: entry.id.clone(),
                only: false,
            })
        };
        if let Some(typed) = &self.id {
            return Ok(vec![undo(find(scene.sprint, typed)?)]);
        }
        let count = self.count.unwrap_or(1) as usize;
        let mut last = scene.sprint.undoable(&scene.by, scene.batch.as_ref());
        if last.is_empty() {
            return Err(Error::NothingToUndo(scene.by.clone()));
        }
        if last.len() < count {
            return Err(Error::FewerToUndo {
                by: scene.by.clone(),
                count: last.len(),
            });
        }
        last.truncate(count);
        Ok(last.into_iter().map(undo).collect())
    }

    fn said(&self, sprint: &Sprint, entry: &Entry) -> String {
        said(sprint, entry)
    }

    fn told(&self, sprint: &Sprint, entries: &[Entry]) -> Vec<String> {
        let mut lines: Vec<String> = entries.iter().map(|entry| said(sprint, entry)).collect();
        if let Some((line, entry)) = lines.last_mut().zip(entries.last()) {
            let that = match entry.batch {
                Some(_) => "the whole batch",
                None => "that",
            };
            line.push_str(&reversed_by(entry, that));
        }
        lines
    }
}

/// What an undo did.
fn said(sprint: &Sprint, undo: &Entry) -> String {
    let taken = moved_by(sprint, undo);
    let Some(first) = taken.first() else {
        return String::new();
    };
    let what = if sprint.is_undone(&first.id) {
        "took back"
    } else {
        "brought back"
    };
    let told = view::short(&view::told_alone(sprint, first));
    match taken.len() {
        1 => format!("{what}: {told}"),
        count => format!(
            "{what} {}, the first of them: {told}",
            counted_entries(count)
        ),
    }
}

fn reversed_by(undo: &Entry, what: &str) -> String {
    format!(" (`sprint undo {}` reverses {what})", undo.id)
}

fn counted_entries(count: usize) -> String {
    match count {
        1 => "1 entry".to_owned(),
        count => format!("{count} entries"),
    }
}

/// What an undo took back or brought back: of an undo of undoes, what those took.
fn moved_by<'s>(sprint: &'s Sprint, undo: &Entry) -> Vec<&'s Entry> {
    // A log by hand may let undoes go in a circle.
    const DEEPEST: usize = 100;
    let mut taken = sprint.taken_by(undo);
    for _ in 0..DEEPEST {
        if !taken
            .iter()
            .all(|entry| matches!(entry.action, Action::Undo(_)))
        {
            break;
        }
        let mut told = HashSet::new();
        let deeper = taken.iter().flat_map(|undo| sprint.taken_by(undo));
        taken = deeper.filter(|entry| told.insert(&entry.id)).collect();
    }
    taken
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
    if let Some(id) = EntryId::parse(&wanted) {
        return Err(Error::Refused(Refusal::NoSuchEntry(id)));
    }
    let number = wanted.strip_prefix('#').unwrap_or(&wanted);
    let count: Option<u32> = number.parse().ok().filter(|count| *count > 0);
    let item = sprint.find_any_item(typed).map(|item| item.label);
    match (item, count) {
        (Err(_), None) => Err(Error::NotAnId(typed.to_owned())),
        (item, count) => Err(Error::NumberNotId {
            typed: typed.to_owned(),
            item: item.ok(),
            count,
        }),
    }
}
