//! The texts between the entries: comments, blank lines and damage, and how often a log is to have each.

use std::collections::{HashMap, HashSet};

use super::outcome::Sides;
use super::side::{Occurrence, Side};
use super::split::{Owner, SplitLog};
use crate::domain::EntryId;

/// Identifies a text between entries. A blank line is identified by what it comes after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum TextKey<'p> {
    Words(&'p [u8]),
    Blank(After<'p>),
    Damage(&'p [u8]),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum After<'p> {
    Nothing,
    Entry(EntryId),
    Text(&'p [u8]),
}

/// Returns the key of each segment; `None` for one of an entry.
pub(super) fn keys<'p>(split: &'p SplitLog) -> impl Iterator<Item = Option<TextKey<'p>>> {
    let mut after = After::Nothing;
    split.segments.iter().map(move |segment| {
        let text = segment.bytes.trim_ascii_end();
        match &segment.owner {
            Owner::Entry(entry) => {
                after = After::Entry(split.entries[*entry].id);
                None
            }
            Owner::Words if text.is_empty() => Some(TextKey::Blank(after)),
            Owner::Words => {
                after = After::Text(text);
                Some(TextKey::Words(text))
            }
            // It may be here alone: what comes after it is the same for others.
            Owner::Damage(_) => Some(TextKey::Damage(text)),
        }
    })
}

/// The logs that have a text.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Audience {
    Everybody,
    /// Only the logs that are here.
    Here,
}

/// How many copies of a text are still to be put into a log.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Copies {
    everybody: usize,
    here: usize,
}

impl Copies {
    /// Takes one of those that are left.
    pub(super) fn take(&mut self) -> Option<Audience> {
        let (left, audience) = match self.everybody {
            0 => (&mut self.here, Audience::Here),
            _ => (&mut self.everybody, Audience::Everybody),
        };
        *left = left.checked_sub(1)?;
        Some(audience)
    }
}

/// Counts how often a log of a side has each text.
fn counts<'p>(side: Option<&Side<'p>>, log: &str) -> HashMap<TextKey<'p>, usize> {
    let mut counts = HashMap::new();
    let split = side.and_then(|side| side.logs.get(log));
    for key in split.into_iter().flat_map(|split| keys(split)).flatten() {
        *counts.entry(key).or_default() += 1;
    }
    counts
}

impl<'p> Sides<Side<'p>> {
    /// Returns how often a log is to have each text between the entries.
    pub(super) fn copies(
        &self,
        log: &str,
        chosen: &HashMap<EntryId, Occurrence<'p>>,
        losses: &Losses<'p>,
    ) -> HashMap<TextKey<'p>, Copies> {
        // The lines of damage of which there is a sound version.
        let repaired: HashSet<&[u8]> = self
            .iter()
            .filter_map(|side| side.logs.get(log))
            .flat_map(|split| &split.segments)
            .filter(
                |segment| matches!(&segment.owner, Owner::Damage(Some(id)) if chosen.contains_key(id)),
            )
            .map(|segment| segment.bytes.trim_ascii_end())
            .collect();
        let base = self.bases.iter().find(|base| base.logs.contains_key(log));
        let sides = [
            base,
            self.committed.first(),
            Some(&self.ours),
            Some(&self.theirs),
        ];
        let counts = sides.map(|side| counts(side, log));
        let keys: HashSet<&TextKey<'p>> = counts.iter().flat_map(HashMap::keys).collect();
        let mut copies = HashMap::new();
        for key in keys {
            let [before, committed, mut here, mut there] = counts
                .each_ref()
                .map(|counts| counts.get(key).copied().unwrap_or(0));
            // What went together with entries was not taken out on purpose.
            if losses.ours.contains(log) {
                here = here.max(before).max(committed);
            }
            if losses.theirs.contains(log) {
                there = there.max(before);
            }
            let merged = three_way(before, here, there);
            let left = match key {
                TextKey::Damage(text) if repaired.contains(text) => Copies::default(),
                // Damage is not sent to those who do not have it.
                TextKey::Damage(_) => Copies {
                    everybody: merged.min(there),
                    here: merged.saturating_sub(there),
                },
                TextKey::Words(_) | TextKey::Blank(_) => Copies {
                    everybody: merged,
                    here: 0,
                },
            };
            copies.insert(*key, left);
        }
        copies
    }
}

/// Merges a number that was `before` on both sides.
fn three_way(before: usize, ours: usize, theirs: usize) -> usize {
    if ours > before && theirs > before {
        ours.max(theirs)
    } else if ours < before && theirs < before {
        ours.min(theirs)
    } else {
        (ours + theirs).saturating_sub(before)
    }
}

/// The logs that have lost entries on each side.
#[derive(Default)]
pub(super) struct Losses<'p> {
    pub(super) ours: HashSet<&'p str>,
    pub(super) theirs: HashSet<&'p str>,
}

impl<'p> Losses<'p> {
    pub(super) fn of(sides: &Sides<Side<'p>>) -> Losses<'p> {
        if sides.is_deliberate {
            return Losses::default();
        }
        let lost = |before: &[Side<'p>], now: &Side<'p>| -> HashSet<&'p str> {
            let before = sides.bases.iter().chain(before);
            let occurrences = before.flat_map(|side| side.entries.values().flatten());
            occurrences
                .filter(|occurrence| now.occurrences(occurrence.entry.id).is_empty())
                .map(|occurrence| occurrence.log)
                .collect()
        };
        Losses {
            ours: lost(&sides.committed, &sides.ours),
            theirs: lost(&sides.pushed, &sides.theirs),
        }
    }
}
