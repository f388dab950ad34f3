//! `sprint undo`: an entry is taken back.

use clap::Args;

use super::record::{Record, Resolver};
use crate::diagnostic::{Error, UsageError, counted_entries};
use crate::domain::{Action, Entry, EntryId, Sprint, StillUndone, Violation};
use crate::view;

/// Take back what you typed last, or any entry by its id; for an undo, bring back what it took
///
/// What was recorded together, such as a batch, is taken back together.
#[derive(Args, Debug)]
pub struct Undo {
    /// The entry's id, as `sprint log` shows it [default: your last entry]
    #[arg(conflicts_with = "count")]
    id: Option<String>,
    /// Take back this many of your last entries
    #[arg(short = 'n', value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..))]
    count: Option<u32>,
    /// Leave what was recorded together with it as it is
    #[arg(long, requires = "id")]
    only: bool,
}

/// Takes back one entry, and not what was recorded together with it.
pub(super) struct UndoAlone(pub(super) EntryId);

impl Record for UndoAlone {
    fn actions(&self, _: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        Ok(vec![Action::Undo(crate::domain::Undo {
            entry: self.0,
            only: true,
        })])
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        effects(sprint, std::slice::from_ref(entry), "").join("\n")
    }
}

impl Record for Undo {
    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        let undo = |entry: &Entry| {
            Action::Undo(crate::domain::Undo {
                entry: entry.id,
                only: self.only,
            })
        };
        if let Some(typed) = &self.id {
            return Ok(vec![undo(find(resolver.sprint, typed)?)]);
        }
        let count = self.count.unwrap_or(1) as usize;
        let by = &resolver.by;
        let mut last = resolver.sprint.undoable(by, resolver.batch);
        match last.len() {
            0 => return Err(Error::NothingToUndo(by.clone())),
            fewer if fewer < count => {
                return Err(Error::FewerToUndo {
                    by: by.clone(),
                    count: fewer,
                });
            }
            _ => last.truncate(count),
        }
        Ok(last.into_iter().map(undo).collect())
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        self.confirmations(sprint, std::slice::from_ref(entry))
            .join("\n")
    }

    fn confirmations(&self, sprint: &Sprint, entries: &[Entry]) -> Vec<String> {
        let reversed = entries.last().map(|entry| {
            let is_batch = entry.batch.is_some();
            let what = if is_batch { "the whole batch" } else { "that" };
            reversed_by(entry, &format!("reverses {what}"))
        });
        effects(sprint, entries, &reversed.unwrap_or_default())
    }
}

/// Says how an undo is itself undone.
pub(super) fn reversed_by(undo: &Entry, does: &str) -> String {
    format!(" (`sprint undo {}` {does})", undo.id)
}

/// Says what undos did, and what they did not because others took it back, too; `suffix` ends the line of the last one.
fn effects(sprint: &Sprint, undoes: &[Entry], suffix: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut still: Vec<(EntryId, Vec<&Entry>)> = Vec::new();
    for (place, undo) in undoes.iter().enumerate() {
        let effect = sprint.effect_of_undo(undo, &undoes[place + 1..]);
        let did = |what: &str, entries: &[&Entry]| {
            let sign = if entries.len() == 1 { ":" } else { "" };
            Some(format!("{what}{sign} {}", first_of(sprint, entries)?))
        };
        let did = [
            did("took back", &effect.taken_back),
            did("brought back", &effect.brought_back),
        ];
        lines.push(did.into_iter().flatten().collect::<Vec<_>>().join("; "));
        for StillUndone { entry, by } in effect.still_undone {
            match still.iter_mut().find(|(known, _)| *known == by) {
                Some((_, entries)) => entries.push(entry),
                None => still.push((by, vec![entry])),
            }
        }
    }
    if let Some(line) = lines.last_mut() {
        line.push_str(suffix);
    }
    lines.extend(still.iter().filter_map(|(other, entries)| {
        let first = first_of(sprint, entries)?;
        let verb = if entries.len() == 1 { "was" } else { "were" };
        Some(format!(
            "{first} {verb} taken back by {other}, too: `sprint undo {other}`"
        ))
    }));
    lines
}

/// Describes an entry in short, or says how many there are and describes them, or the first of them.
fn first_of(sprint: &Sprint, entries: &[&Entry]) -> Option<String> {
    let first = view::short(&view::describe_with_item(sprint, entries.first()?));
    let together = view::describe_together(sprint, entries);
    Some(match (entries.len(), together) {
        (1, _) => first,
        (count, Some(together)) => {
            format!("{}: {}", counted_entries(count), view::short(&together))
        }
        (count, None) => format!("{}, the first of them: {first}", counted_entries(count)),
    })
}

/// Finds the entry whose id is typed.
fn find<'s>(sprint: &'s Sprint, typed: &str) -> Result<&'s Entry, Error> {
    let wanted = typed.trim().to_lowercase();
    if let Some(entry) = sprint
        .entries()
        .iter()
        .find(|entry| entry.id.to_string() == wanted)
    {
        return Ok(entry);
    }
    if let Some(id) = EntryId::parse(&wanted) {
        return Err(Error::Refused(Violation::NoSuchEntry(id)));
    }
    let number = wanted.trim_start_matches(['#', '-']);
    let count: Option<u32> = number.parse().ok().filter(|count| *count > 0);
    let item = sprint.find_any_item(typed).ok().map(|item| item.label);
    let typed = typed.to_owned();
    Err(Error::Usage(match (item, count) {
        (None, None) => UsageError::NotAnId(typed),
        (item, count) => UsageError::NumberNotId { typed, item, count },
    }))
}
