//! The logs of one sprint as two sides have them, merged entry by entry.
//!
//! Nothing is merged by its place: an entry is looked for by its id in all logs of a side. One that is missing somewhere
//! was lost there, since only `undo` takes an entry back. Of what is between entries, what one side has taken out is
//! gone. Nothing here touches a file.

mod builder;
mod choose;
mod outcome;
mod side;
mod split;
#[cfg(test)]
mod tests;
mod texts;

use std::collections::{BTreeSet, HashMap, HashSet};

pub(super) use outcome::{DamagedLine, Logs, Merged, NotKept, Replaced, Sides};

use crate::domain::EntryId;
use builder::{LogBuilder, Placement, Placements};
use side::{Occurrence, Side};
use split::{EntryText, SplitLog};
use texts::{Audience, Losses};

/// How many times a merge is repeated because it repaired damaged entries.
const ROUNDS: usize = 4;

/// Merges the logs, and reads the outcome back.
///
/// # Errors
///
/// [`NotKept`] if the outcome lacked an entry of any side, or had one in a version that no side has.
pub(super) fn merge(sides: &Sides<&Logs>) -> Result<Merged, NotKept> {
    let mut merged = merge_once(sides)?;
    for _ in 0..ROUNDS {
        if !merged.is_repaired {
            break;
        }
        // What is sound now is for everybody.
        let again = merge_once(&Sides {
            ours: &merged.here,
            ..sides.clone()
        })?;
        for replaced in again.replaced {
            if !merged.replaced.contains(&replaced) {
                merged.replaced.push(replaced);
            }
        }
        merged = Merged {
            returned: merged.returned,
            replaced: merged.replaced,
            ..again
        };
    }
    Ok(merged)
}

fn merge_once(sides: &Sides<&Logs>) -> Result<Merged, NotKept> {
    let mut parsed: HashMap<&[u8], SplitLog> = HashMap::new();
    for log in sides.iter().flat_map(|logs| logs.values()) {
        parsed.entry(log).or_insert_with(|| SplitLog::of(log));
    }
    sides.map(|logs| Side::of(logs, &parsed)).merge()
}

impl<'p> Sides<Side<'p>> {
    fn merge(&self) -> Result<Merged, NotKept> {
        let mut chosen: HashMap<EntryId, Occurrence<'p>> = HashMap::new();
        let (mut returned, mut resent, mut replaced) = (Vec::new(), Vec::new(), Vec::new());
        for id in self.iter().flat_map(|side| side.order.iter().copied()) {
            if chosen.contains_key(&id) {
                continue;
            }
            let Some(choice) = self.choose(id, &mut replaced) else {
                continue;
            };
            chosen.insert(id, choice);
            let has = |side: &Side<'p>| !side.occurrences(id).is_empty();
            let was_shared = self.bases.iter().any(has);
            if !has(&self.ours) && (was_shared || self.committed.iter().any(has)) {
                returned.push(id);
            }
            if !has(&self.theirs) && (was_shared || self.pushed.iter().any(has)) {
                resent.push(id);
            }
        }
        self.replace_damage(&chosen, &mut replaced);
        Ok(Merged {
            returned,
            resent,
            replaced,
            ..self.write(&chosen)?
        })
    }

    /// Writes the outcome, in the first way in which it can be read back.
    fn write(&self, chosen: &HashMap<EntryId, Occurrence<'p>>) -> Result<Merged, NotKept> {
        let mut failed = None;
        for entries in [Placement::InPlace, Placement::Top] {
            for damage in [Placement::InPlace, Placement::Top, Placement::End] {
                let rendered = self.render(chosen, Placements { entries, damage });
                let mut is_repaired = self.read_back(chosen, &rendered.logs);
                if is_repaired.is_ok() && rendered.here != rendered.logs {
                    is_repaired = self.read_back(chosen, &rendered.here);
                }
                match is_repaired {
                    Ok(is_repaired) => {
                        return Ok(Merged {
                            is_repaired,
                            ..rendered
                        });
                    }
                    Err(not_kept) => failed = failed.or(Some(not_kept)),
                }
            }
        }
        failed.map_or_else(|| Ok(Merged::default()), Err)
    }

    /// Checks that logs have every entry once, in the chosen version, and whatever reading any side gives. Gives whether they
    /// also have one that was damaged.
    fn read_back(
        &self,
        chosen: &HashMap<EntryId, Occurrence<'p>>,
        logs: &Logs,
    ) -> Result<bool, NotKept> {
        let split: Vec<SplitLog> = logs.values().map(|log| SplitLog::of(log)).collect();
        let mut found: HashMap<EntryId, Vec<&EntryText>> = HashMap::new();
        let mut repaired: Vec<&EntryText> = Vec::new();
        for entry in split.iter().flat_map(|split| &split.entries) {
            match chosen.contains_key(&entry.id) {
                true => found.entry(entry.id).or_default().push(entry),
                false => repaired.push(entry),
            }
        }
        let read: HashSet<EntryId> = split
            .iter()
            .flat_map(|split| split.ids.iter().copied())
            .collect();
        let is_kept = |id: EntryId| {
            let choice = chosen.get(&id).map(|choice| choice.entry);
            match found.get(&id).map(Vec::as_slice) {
                Some([entry]) => choice.is_some_and(|choice| choice.has_same_content(entry)),
                Some(_) | None => false,
            }
        };
        // Without what was in its way, a damaged entry may be sound again, if it is one that somebody wrote.
        let is_written = |entry: &EntryText| {
            let mut texts = [&self.ours, &self.theirs]
                .into_iter()
                .flat_map(|side| side.texts.values());
            let length = entry.bytes.len().max(1);
            texts.any(|text| text.windows(length).any(|part| part == entry.bytes))
        };
        let made_up = repaired.iter().find(|entry| !is_written(entry));
        let mut seen = self
            .iter()
            .flat_map(|side| side.logs.values())
            .flat_map(|split| split.ids.iter().copied());
        let lost = chosen
            .keys()
            .copied()
            .find(|id| !is_kept(*id))
            .or(made_up.map(|entry| entry.id))
            .or_else(|| seen.find(|id| !read.contains(id)));
        let Some(id) = lost else {
            return Ok(!repaired.is_empty());
        };
        let ours = self.ours.occurrences(id).first();
        let any = self.iter().find_map(|side| side.occurrences(id).first());
        let log = ours.or(any).map_or("", |occurrence| occurrence.log);
        Err(NotKept {
            id,
            log: log.to_owned(),
            is_ours: ours.is_some(),
        })
    }

    fn render(&self, chosen: &HashMap<EntryId, Occurrence<'p>>, placements: Placements) -> Merged {
        let mut rendered = Merged::default();
        let logs = self.iter().flat_map(|side| side.logs.keys());
        let names: BTreeSet<&str> = logs.copied().collect();
        let losses = Losses::of(self);
        for log in names {
            let copies = self.copies(log, chosen, &losses);
            let builder = LogBuilder::fill(self, log, chosen, copies, placements);
            let everybody = builder.write(Audience::Everybody).bytes;
            let here = builder.write(Audience::Here);
            let there = self.theirs.logs.contains_key(log);
            let own = self.ours.logs.get(log);
            // A log that became empty is gone if a side has removed it, and no log is begun empty.
            let stays = there && (own.is_some() || !self.was_in_bases(log));
            if !everybody.is_empty() || stays {
                rendered.logs.insert(log.to_owned(), everybody);
            }
            let was_empty = !there && own.is_some_and(|split| split.segments.is_empty());
            if !here.bytes.is_empty() || stays || was_empty {
                rendered.here.insert(log.to_owned(), here.bytes);
            }
            let damaged = here.only_here.into_iter();
            rendered.damage.extend(damaged.map(|line| DamagedLine {
                log: log.to_owned(),
                line,
            }));
        }
        rendered
    }
}
