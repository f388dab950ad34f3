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

impl Undo {
    /// Takes back one entry, and not what was recorded together with it.
    pub(super) fn only(id: EntryId) -> Self {
        Undo {
            id: Some(id.to_string()),
            count: None,
            only: true,
        }
    }
}

impl Record for Undo {
    fn has_a_time(&self) -> bool {
        false
    }

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
        let last = resolver.sprint.undoable(by, resolver.batch);
        let last: Vec<&Entry> = last.take(count).collect();
        match last.len() {
            0 => return Err(Error::NothingToUndo(by.to_string())),
            fewer if fewer < count => {
                return Err(Error::FewerToUndo {
                    by: by.to_string(),
                    count: fewer,
                });
            }
            _ => {}
        }
        Ok(last.into_iter().map(undo).collect())
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        self.confirmations(sprint, std::slice::from_ref(entry))
            .join("\n")
    }

    fn confirmations(&self, sprint: &Sprint, entries: &[Entry]) -> Vec<String> {
        let (first, last) = (entries.first(), entries.last());
        let what = match last.and_then(|last| last.batch) {
            // Several undos of one command are recorded together.
            Some(batch) if first.is_some_and(|first| first.id == batch) => "all of that",
            Some(_) => "the whole batch",
            None => "that",
        };
        effects(sprint, entries, &format!("reverses {what}"))
    }
}

/// Says what undos did, and what they did not because others took it back, too. Behind the last one stands what an undo of it
/// `does`.
pub(super) fn effects(sprint: &Sprint, undoes: &[Entry], does: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut still: Vec<(EntryId, Vec<&Entry>)> = Vec::new();
    for (undo, effect) in undoes.iter().zip(sprint.effects_of_undoes(undoes)) {
        let did = |what: &str, entries: &[&Entry]| {
            let described = described(sprint, entries, Some(undo))?;
            let sign = if entries.len() == 1 { ":" } else { "" };
            Some(format!("{what}{sign} {described}"))
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
    if let Some((line, last)) = lines.last_mut().zip(undoes.last()) {
        line.push_str(&format!(" (`sprint undo {}` {does})", last.id));
    }
    lines.extend(still.iter().filter_map(|(other, entries)| {
        let first = described(sprint, entries, None)?;
        let verb = if entries.len() == 1 { "was" } else { "were" };
        Some(format!(
            "{first} {verb} taken back by {other}, too: `sprint undo {other}`"
        ))
    }));
    lines
}

/// Describes an entry in short; of several, says how many there are, when they were recorded, if that was together and before
/// an undo, and what they are.
fn described(sprint: &Sprint, entries: &[&Entry], undo: Option<&Entry>) -> Option<String> {
    let first = entries.first()?;
    if entries.len() == 1 {
        let entry = view::short(&view::describe_with_item(sprint, first));
        return Some(entry + &day_of(first));
    }
    let is_batch = first.batch.is_some() && entries.iter().all(|entry| entry.batch == first.batch);
    let together = undo.filter(|_| is_batch).map(|undo| {
        let at = first.typed();
        let is_today = at.date_naive() == undo.at.date_naive();
        let form = if is_today { "%H:%M" } else { "%H:%M on %-d %B" };
        format!(" recorded together at {}", at.format(form))
    });
    let count = counted_entries(entries.len());
    let together = together.unwrap_or_default();
    let all = view::short(&view::describe_together(sprint, entries));
    Some(format!("{count}{together}: {all}"))
}

/// Says for which day an entry is that is about a day, or was entered for another than that on which it was typed.
fn day_of(entry: &Entry) -> String {
    let is_about_day = matches!(entry.action, Action::Day(_) | Action::Leave(_));
    let day = entry.day();
    match is_about_day || day != entry.typed().date_naive() {
        true => format!(" (for {})", view::long_day(day)),
        false => String::new(),
    }
}

/// Finds the entry whose id is typed.
fn find<'s>(sprint: &'s Sprint, typed: &str) -> Result<&'s Entry, Error> {
    let wanted = typed.trim().to_lowercase();
    if let Some(id) = EntryId::parse(&wanted) {
        let no_such = || Error::Refused(Violation::NoSuchEntry(id));
        return sprint.entry(id).ok_or_else(no_such);
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
