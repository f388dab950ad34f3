//! The logs of one sprint as two sides have them, merged entry by entry.
//!
//! Lines say nothing about each other, so nothing is merged by its place: an entry is looked for by its id in all logs of
//! a side. One that is missing somewhere was lost there, since an entry goes by `undo` alone. Of what stands between
//! entries, what one side has taken out is gone. Nothing here touches a file.
//!
//! - `outcome`: what is merged, and what comes of it
//! - `split`: a log, split into entries, the words between them, and damage
//! - `side`: the logs of every side, and where the entries are in them
//! - `choose`: which version of an entry stays
//! - `texts`: which of the texts between the entries stay
//! - `builder`: puts a log together

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
use side::{AllSides, Occurrence, Side};
use split::{EntryText, SplitLog};
use texts::{Audience, Losses};

/// How often damaged entries may become sound by what becomes of the lines around them.
const ROUNDS: usize = 4;

/// Merges the logs, and reads the outcome back.
///
/// # Errors
///
/// [`NotKept`] if the outcome lacked an entry of any side, or had one in a version that no side has.
pub(super) fn merge(sides: &Sides<'_>) -> Result<Merged, NotKept> {
    let mut merged = merge_once(sides)?;
    for _ in 0..ROUNDS {
        if !merged.is_repaired {
            break;
        }
        // What is sound now is for everybody.
        let again = merge_once(&Sides {
            ours: &merged.here,
            bases: sides.bases.clone(),
            committed: sides.committed.clone(),
            pushed: sides.pushed.clone(),
            ..*sides
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

fn merge_once(sides: &Sides<'_>) -> Result<Merged, NotKept> {
    let mut parsed: HashMap<&[u8], SplitLog> = HashMap::new();
    let all = sides
        .bases
        .iter()
        .chain(&sides.committed)
        .chain(&sides.pushed)
        .copied();
    for log in all.chain([sides.ours, sides.theirs]).flat_map(Logs::values) {
        parsed.entry(log).or_insert_with(|| SplitLog::of(log));
    }
    let bases = sides.bases.iter().map(|logs| Side::of(logs, &parsed));
    let committed = sides.committed.iter();
    let committed = committed.map(|logs| Side::of(logs, &parsed));
    let pushed = sides.pushed.iter().map(|logs| Side::of(logs, &parsed));
    let sides = AllSides {
        ours: Side::of(sides.ours, &parsed),
        theirs: Side::of(sides.theirs, &parsed),
        bases: bases.collect(),
        committed: committed.collect(),
        pushed: pushed.collect(),
        texts: [sides.ours, sides.theirs],
        is_deliberate: sides.is_deliberate,
    };
    sides.merge()
}

impl<'p> AllSides<'p> {
    fn merge(&self) -> Result<Merged, NotKept> {
        let mut merged = Merged::default();
        let mut chosen: HashMap<&EntryId, Occurrence<'p>> = HashMap::new();
        for id in self.sides().flat_map(|side| &side.order) {
            if chosen.contains_key(id) {
                continue;
            }
            let Some(choice) = self.choose(id, &mut merged.replaced) else {
                continue;
            };
            chosen.insert(id, choice);
            let has = |side: &Side<'p>| !side.occurrences(id).is_empty();
            let was_shared = self.bases.iter().any(has);
            let was_here = was_shared || self.committed.iter().any(has);
            let was_there = was_shared || self.pushed.iter().any(has);
            if was_here && !has(&self.ours) {
                merged.returned.push(**id);
            }
            if was_there && !has(&self.theirs) {
                merged.resent.push(**id);
            }
        }
        self.replace_damage(&chosen, &mut merged.replaced);
        self.write(&chosen, &mut merged)?;
        Ok(merged)
    }

    /// Writes the outcome, in the first way in which it can be read back.
    fn write(
        &self,
        chosen: &HashMap<&EntryId, Occurrence<'p>>,
        merged: &mut Merged,
    ) -> Result<(), NotKept> {
        let mut failed = None;
        for entries in [Placement::InPlace, Placement::Top] {
            for damage in [Placement::InPlace, Placement::Top, Placement::End] {
                let rendered = self.render(chosen, Placements { entries, damage });
                let whole = self
                    .read_back(chosen, &rendered.logs)
                    .and_then(|is_repaired| match rendered.here == rendered.logs {
                        true => Ok(is_repaired),
                        false => self.read_back(chosen, &rendered.here),
                    });
                match whole {
                    Ok(is_repaired) => {
                        merged.logs = rendered.logs;
                        merged.here = rendered.here;
                        merged.damage = rendered.damage;
                        merged.is_repaired = is_repaired;
                        return Ok(());
                    }
                    Err(not_kept) => failed = failed.or(Some(not_kept)),
                }
            }
        }
        failed.map_or(Ok(()), Err)
    }

    /// Checks that logs have every entry once, in the chosen version, and whatever reading any side gives. Gives whether they
    /// also have one that was damaged.
    fn read_back(
        &self,
        chosen: &HashMap<&EntryId, Occurrence<'p>>,
        logs: &Logs,
    ) -> Result<bool, NotKept> {
        let split: Vec<SplitLog> = logs.values().map(|log| SplitLog::of(log)).collect();
        let mut found: HashMap<&EntryId, Vec<&EntryText>> = HashMap::new();
        let mut repaired: Vec<&EntryText> = Vec::new();
        for entry in split.iter().flat_map(|split| &split.entries) {
            match chosen.contains_key(&entry.id) {
                true => found.entry(&entry.id).or_default().push(entry),
                false => repaired.push(entry),
            }
        }
        let read: HashSet<&EntryId> = split.iter().flat_map(|split| &split.ids).collect();
        let is_kept = |id: &EntryId| {
            let choice = chosen.get(id).map(|choice| choice.entry);
            match found.get(id).map(Vec::as_slice) {
                Some([entry]) => choice.is_some_and(|choice| choice.has_same_content(entry)),
                Some(_) | None => false,
            }
        };
        // Without what was in its way, a damaged entry may be sound again, if it is one that somebody wrote.
        let stands = |log: &Logs, entry: &EntryText| {
            let stands = |text: &Vec<u8>| {
                let length = entry.bytes.len().max(1);
                text.windows(length).any(|part| part == entry.bytes)
            };
            log.values().any(stands)
        };
        let made_up = repaired
            .iter()
            .find(|entry| !self.texts.iter().any(|logs| stands(logs, entry)));
        let seen = self
            .sides()
            .flat_map(|side| side.logs.values())
            .flat_map(|split| &split.ids);
        let lost = chosen
            .keys()
            .copied()
            .find(|id| !is_kept(id))
            .or(made_up.map(|entry| &entry.id))
            .or_else(|| seen.into_iter().find(|id| !read.contains(id)));
        match lost {
            None => Ok(!repaired.is_empty()),
            Some(id) => {
                let ours = self.ours.occurrences(id).first();
                let any = self.sides().find_map(|side| side.occurrences(id).first());
                Err(NotKept {
                    id: *id,
                    log: ours
                        .or(any)
                        .map_or("", |occurrence| occurrence.log)
                        .to_owned(),
                    is_ours: ours.is_some(),
                })
            }
        }
    }

    fn render(
        &self,
        chosen: &HashMap<&EntryId, Occurrence<'p>>,
        placements: Placements,
    ) -> Rendered {
        let mut rendered = Rendered::default();
        let names: BTreeSet<&str> = self
            .sides()
            .flat_map(|side| side.logs.keys())
            .copied()
            .collect();
        let losses = Losses::of(self);
        for log in names {
            let copies = self.copies(log, chosen, &losses);
            let builder = LogBuilder::fill(self, log, chosen, copies, placements);
            let everybody = builder.write(Audience::Everybody).bytes;
            let here = builder.write(Audience::Here);
            let there = self.theirs.logs.contains_key(log);
            // A log that became empty is gone if a side has removed it, and no log is begun empty.
            let is_removed = |side: &Side<'p>| !side.logs.contains_key(log);
            let stays = there && (!is_removed(&self.ours) || !self.was_in_bases(log));
            if !everybody.is_empty() || stays {
                rendered.logs.insert(log.to_owned(), everybody);
            }
            let was_empty = |split: &&SplitLog| split.segments.is_empty();
            let is_own = !there && self.ours.logs.get(log).is_some_and(was_empty);
            if !here.bytes.is_empty() || stays || is_own {
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

#[derive(Debug, Default)]
struct Rendered {
    logs: Logs,
    here: Logs,
    damage: Vec<DamagedLine>,
}
