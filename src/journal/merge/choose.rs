//! Which version of an entry stays, and in which log.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use super::outcome::{Replaced, Sides};
use super::side::{Occurrence, Side, has_same};
use super::split::{EntryText, Owner};
use crate::diagnostic::ReplaceReason;
use crate::domain::EntryId;
use crate::journal::line::line;
use crate::journal::read::Reading;

impl<'p> Sides<Side<'p>> {
    /// Chooses the entry with an id in the merged logs. Its content and its log are chosen independently, each by a
    /// three-way merge. Adds to `replaced` the versions that it replaces.
    pub(super) fn choose(
        &self,
        id: EntryId,
        replaced: &mut Vec<Replaced>,
    ) -> Option<Occurrence<'p>> {
        let bases = self.bases.iter().flat_map(|base| base.occurrences(id));
        let before: Vec<Occurrence<'p>> = bases.copied().collect();
        let here = latest(id, &self.ours, &self.committed);
        let there = latest(id, &self.theirs, &self.pushed);
        let theirs = pick(there, &[&before]);
        let ours = pick(here, &[theirs.as_slice(), there, &before]);
        let chosen = match (ours, theirs) {
            (Some(ours), Some(theirs)) => three_way(&before, ours, theirs),
            (one, other) => one.or(other).or_else(|| before.first().copied())?,
        };
        // Whoever replaced what both had knows of it; what nobody replaced would go without a word.
        let is_known = |entry: &EntryText| {
            has_same(&before, entry) && !(has_same(here, entry) && has_same(there, entry))
        };
        let mut kept = vec![chosen.entry];
        for side in [there, here] {
            let why = match has_same(side, chosen.entry) {
                true => ReplaceReason::SameIdTwice,
                false => ReplaceReason::EditedTwice,
            };
            for Occurrence { log, entry } in side {
                if !kept.iter().any(|kept| kept.has_same_content(entry)) && !is_known(entry) {
                    kept.push(entry);
                    replaced.push(Replaced {
                        id,
                        log: (*log).to_owned(),
                        bytes: entry.bytes.clone(),
                        why,
                    });
                }
            }
        }
        Some(chosen)
    }

    /// Adds the damage that gives way to what is sound elsewhere, unless others have put that in order already.
    pub(super) fn replace_damage(
        &self,
        chosen: &HashMap<EntryId, Occurrence<'p>>,
        replaced: &mut Vec<Replaced>,
    ) {
        let before: HashSet<Damage<'p>> = self.bases.iter().flat_map(damage_in).collect();
        let theirs = damage_in(&self.theirs);
        let both: HashSet<Damage<'p>> = theirs.iter().cloned().collect();
        let ours = damage_in(&self.ours)
            .into_iter()
            .filter(|damage| !both.contains(damage) && !before.contains(damage));
        for Damage { log, id, bytes } in theirs.into_iter().chain(ours) {
            if chosen.contains_key(&id) {
                replaced.push(Replaced {
                    id,
                    log: log.to_owned(),
                    bytes,
                    why: ReplaceReason::Damaged,
                });
            }
        }
    }
}

/// Finds where an entry is on a side now, or else where it last was.
fn latest<'s, 'p>(id: EntryId, now: &'s Side<'p>, before: &'s [Side<'p>]) -> &'s [Occurrence<'p>] {
    let mut sides = [now].into_iter().chain(before);
    let found = sides.find_map(|side| Some(side.occurrences(id)).filter(|found| !found.is_empty()));
    found.unwrap_or_default()
}

/// Takes what one side alone has changed; what both have changed is as others have it.
fn three_way<'p>(
    before: &[Occurrence<'p>],
    ours: Occurrence<'p>,
    theirs: Occurrence<'p>,
) -> Occurrence<'p> {
    let was_laid_out = |layout: &str| before.iter().any(|base| base.entry.layout == layout);
    let takes_ours = if ours.entry.has_same_content(theirs.entry) {
        was_laid_out(&theirs.entry.layout) && !was_laid_out(&ours.entry.layout)
    } else {
        has_same(before, theirs.entry) && !has_same(before, ours.entry)
    };
    let was_in = |log: &str| before.iter().any(|base| base.log == log);
    let is_moved = was_in(theirs.log) && !was_in(ours.log);
    Occurrence {
        log: if is_moved { ours.log } else { theirs.log },
        entry: if takes_ours { ours.entry } else { theirs.entry },
    }
}

/// Damaged lines in a row that begin with the same id.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Damage<'p> {
    log: &'p str,
    id: EntryId,
    bytes: Vec<u8>,
}

fn damage_in<'p>(side: &Side<'p>) -> Vec<Damage<'p>> {
    let mut found: Vec<Damage<'p>> = Vec::new();
    for (log, split) in &side.logs {
        let mut is_open = false;
        for segment in &split.segments {
            let Owner::Damage(Some(id)) = segment.owner else {
                is_open = false;
                continue;
            };
            match found.last_mut() {
                Some(last) if is_open && last.id == id => {
                    last.bytes.extend_from_slice(&segment.bytes);
                }
                _ => found.push(Damage {
                    log,
                    id,
                    bytes: segment.bytes.clone(),
                }),
            }
            is_open = true;
        }
    }
    found
}

/// Picks, of an id that a side has more than once, the version that was pushed first, where that is known; otherwise
/// the one that counts when a log is read.
fn pick<'p>(
    occurrences: &[Occurrence<'p>],
    rather: &[&[Occurrence<'p>]],
) -> Option<Occurrence<'p>> {
    if let [] | [_] = occurrences {
        return occurrences.first().copied();
    }
    let mut rather = rather.iter();
    let known = rather.find_map(|rather| {
        let known = |occurrence: &&Occurrence<'p>| has_same(rather, occurrence.entry);
        let known: Vec<Occurrence<'p>> = occurrences.iter().filter(known).copied().collect();
        (!known.is_empty()).then_some(known)
    });
    let left = known.unwrap_or_else(|| occurrences.to_vec());
    left.into_iter()
        .min_by_key(|occurrence| reading_order(occurrence.entry))
}

/// Returns the order in which versions of an entry count; those that nothing here can read come last.
fn reading_order(entry: &EntryText) -> (bool, String, String) {
    let entries = Reading::of_log(Path::new(""), &entry.bytes).entries;
    match entries.first() {
        Some(entry) => (false, line(entry), format!("{entry:?}")),
        None => (true, entry.layout.clone(), String::new()),
    }
}
