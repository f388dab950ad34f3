//! What undoes take back and bring back.

use foldhash::{HashMap, HashSet};

use super::entry::{Action, Entry, Undo};
use super::fields::TextRole;
use super::id::EntryId;
use super::index::{Taken, may_be_latest};
use super::sprint::Sprint;
use super::timeline::Timed;
use super::violation::{Problem, Violation};
use crate::text::normalize;

/// What an undo changed.
#[derive(Debug, Default, PartialEq)]
pub struct UndoEffect<'s> {
    /// The entries that no longer have an effect, in the order in which they were typed. Undos are left out, unless
    /// nothing else changed.
    pub taken_back: Vec<&'s Entry>,
    /// The entries that have an effect again, in that order.
    pub brought_back: Vec<&'s Entry>,
    /// The entries that have no effect although the undo that took them back was taken back.
    pub still_undone: Vec<StillUndone<'s>>,
}

/// An entry that another undo took back, too.
#[derive(Debug, PartialEq)]
pub struct StillUndone<'s> {
    pub entry: &'s Entry,
    pub by: EntryId,
}

/// How to take back entries whose lines somebody deleted.
#[derive(Debug, Default, PartialEq)]
pub struct Deleted {
    /// Those that an undo has to take back, one by one and in this order.
    pub take_back: Vec<EntryId>,
    /// Those that were taken back already.
    pub already: Vec<EntryId>,
}

impl Sprint {
    /// Returns what has to be taken back for the state to be what it would be without some entries; the last one comes
    /// first.
    pub fn without(&self, gone: &HashSet<EntryId>) -> Deleted {
        let mut deleted = Deleted::default();
        let mut undone_now = self.undone.clone();
        for entry in self
            .entries
            .iter()
            .rev()
            .filter(|entry| gone.contains(&entry.id))
        {
            let taken = self.taken_by(entry);
            if !taken.is_empty() && taken.iter().all(|entry| gone.contains(&entry.id)) {
                // All that it took back is to be taken back, so it may stay.
                continue;
            }
            if undone_now.contains(&entry.id) {
                deleted.already.push(entry.id);
                continue;
            }
            deleted.take_back.push(entry.id);
            undone_now.insert(entry.id);
            if is_undo(entry) {
                let away: HashSet<EntryId> = deleted.take_back.iter().copied().collect();
                let is_left = |entry: &&Entry| !is_undo(entry) || !away.contains(&entry.id);
                undone_now = undone(self.entries.iter().filter(is_left));
                undone_now.extend(away);
            }
        }
        deleted
    }

    /// Returns what recorded undos changed, each without those that were recorded together with it and after it. `undoes`: in
    /// the order in which they were recorded.
    pub fn effects_of_undoes(&self, undoes: &[Entry]) -> Vec<UndoEffect<'_>> {
        let takes_no_undo = |undo: &Entry| !self.taken_by(undo).into_iter().any(is_undo);
        let is_plain = undoes
            .iter()
            .all(|undo| !self.is_undone(undo.id) && takes_no_undo(undo));
        let places: HashMap<EntryId, usize> = undoes.iter().map(|undo| undo.id).zip(0..).collect();
        let undoes = undoes.iter().enumerate();
        let effects = undoes.map(|(place, undo)| {
            let is_before =
                |other: &Entry| places.get(&other.id).is_none_or(|other| *other < place);
            let effect =
                || self.effect_of_undo(undo, |other| other.id == undo.id || is_before(other));
            if !is_plain {
                return effect();
            }
            let plain = self.taken_back_by(undo, is_before);
            debug_assert_eq!(plain, effect());
            plain
        });
        effects.collect()
    }

    /// Returns what an undo took back that takes back no other undo. `is_before` says which entries are not later.
    fn taken_back_by(&self, undo: &Entry, is_before: impl Fn(&Entry) -> bool) -> UndoEffect<'_> {
        let takes = |entry: &Entry| self.takes(entry);
        let takers = |what| self.index.takers.of(what, &self.entries, takes).iter();
        let is_first = |taken: &&Entry| {
            let ways = [Some(Taken::One(taken.id)), taken.batch.map(Taken::Batch)];
            let others = ways.into_iter().flatten().flat_map(takers);
            let mut others = others.map(|place| self.entries.at(*place as usize));
            !others
                .any(|other| other.id != undo.id && is_before(other) && !self.is_undone(other.id))
        };
        UndoEffect {
            taken_back: self.taken_by(undo).into_iter().filter(is_first).collect(),
            ..UndoEffect::default()
        }
    }

    /// Returns what an undo changed. `counts` says which entries there were then.
    fn effect_of_undo(&self, undo: &Entry, counts: impl Fn(&Entry) -> bool) -> UndoEffect<'_> {
        let entries = || self.entries.iter().filter(|entry| counts(entry));
        let before = undone(entries().filter(|entry| entry.id != undo.id));
        let after = undone(entries());
        let mut effect = UndoEffect::default();
        for entry in self.entries.iter().filter(|entry| !is_undo(entry)) {
            match (before.contains(&entry.id), after.contains(&entry.id)) {
                (false, true) => effect.taken_back.push(entry),
                (true, false) => effect.brought_back.push(entry),
                (true, true) | (false, false) => {}
            }
        }
        effect.taken_back.sort_by_key(|entry| entry.typed());
        effect.brought_back.sort_by_key(|entry| entry.typed());
        let taken = self.taken_by(undo);
        if effect.taken_back.is_empty() && effect.brought_back.is_empty() {
            let is_taken_now =
                |entry: &&Entry| after.contains(&entry.id) && !before.contains(&entry.id);
            effect.taken_back = taken.iter().copied().filter(is_taken_now).collect();
        }
        let released = taken.iter().flat_map(|taken| self.taken_by(taken));
        let held: Vec<&Entry> = released.filter(|entry| after.contains(&entry.id)).collect();
        if held.is_empty() {
            return effect;
        }
        let others = entries().filter(|other| {
            is_undo(other)
                && other.id != undo.id
                && !before.contains(&other.id)
                && !after.contains(&other.id)
        });
        for other in others {
            let taken: HashSet<EntryId> =
                self.taken_by(other).iter().map(|entry| entry.id).collect();
            for entry in held.iter().filter(|entry| taken.contains(&entry.id)) {
                let mut known = effect.still_undone.iter();
                if !known.any(|known| known.entry.id == entry.id) {
                    let by = other.id;
                    effect.still_undone.push(StillUndone { entry, by });
                }
            }
        }
        effect
    }

    /// Returns what somebody typed that can be taken back, the last first; only the first entry of a batch. Undos are
    /// left out, so that undoing twice takes back two entries, unless they are part of a batch or an edited document. In
    /// the batch that is being recorded, each entry is on its own.
    pub fn undoable<'a>(
        &'a self,
        name: &'a str,
        recording: Option<EntryId>,
    ) -> impl Iterator<Item = &'a Entry> {
        let mut is_own = self.is_typed_by(name);
        let mut can_be = move |entry: &&'a Entry| {
            let is_of_recording = is_undo(entry) && entry.batch == recording;
            may_be_latest(entry) && !is_of_recording && !self.is_undone(entry.id) && is_own(entry)
        };
        let entries = &self.entries;
        let typed = self.index.typing_order.get(entries);
        let latest = self.index.latest.get(typed, entries, &self.undone).iter();
        let latest = latest.rev().map(|place| entries.at(*place as usize));
        let mut seen: HashSet<EntryId> = HashSet::default();
        latest.filter_map(move |entry| {
            let entry = Some(entry).filter(&mut can_be)?;
            let Some(batch) = entry.batch.filter(|batch| Some(*batch) != recording) else {
                return Some(entry);
            };
            let places = self.index.batches.of(batch, entries).iter();
            let together = places.map(|place| entries.at(*place as usize));
            let first = seen.insert(batch).then(|| together.filter(&mut can_be))?;
            first.min_by_key(|entry| entry.typed())
        })
    }

    /// Returns the text that an item had before an entry.
    pub fn text_before(&self, item: EntryId, entry: &Entry) -> Option<&str> {
        let entries = &self.entries;
        let history = self.index.histories.of(item, entries).iter();
        let history = history.map(|place| entries.at(*place as usize));
        let before = history.take_while(|other| other.id != entry.id);
        let takes = |entry: &Entry| self.takes(entry);
        let is_taken = |other: &Entry| {
            let ways = [Some(Taken::One(other.id)), other.batch.map(Taken::Batch)];
            let mut ways = ways.into_iter().flatten();
            ways.any(|way| !self.index.takers.of(way, entries, takes).is_empty())
        };
        let gives_text = |other: &&Entry| {
            let is_retitled = other.action.fields().text_is == TextRole::Title;
            other.id == item || is_retitled
        };
        let texts: Vec<&Entry> = before.filter(gives_text).collect();
        let all = || entries.iter().take_while(|other| other.id != entry.id);
        let undone = match texts.iter().any(|other| is_taken(other)) {
            true => undone(all()),
            false => HashSet::default(),
        };
        let mut texts = texts.into_iter().rev();
        let last = texts.find(|other| other.id == item || !undone.contains(&other.id))?;
        last.action.fields().text
    }

    /// Returns what an undo takes back, or brings back, in the order in which it was typed: an entry, or all that were
    /// recorded together with it.
    pub fn taken_by<'a>(&'a self, undo: &Entry) -> Vec<&'a Entry> {
        match self.takes(undo) {
            None => Vec::new(),
            Some(Taken::One(id)) => self.entry(id).into_iter().collect(),
            Some(Taken::Batch(batch)) => {
                let places = self.index.batches.of(batch, &self.entries).iter();
                let entries = places.map(|place| self.entries.at(*place as usize));
                let mut entries: Vec<&Entry> = entries.collect();
                entries.sort_by_key(|entry| entry.typed());
                entries
            }
        }
    }

    /// Returns the last undo of what lacks.
    pub fn lost_by(&self, lacks: &Violation) -> Option<EntryId> {
        let is_it = |entry: &Entry| match (lacks, &entry.action) {
            (Violation::NoSuchEntry(id), _) => entry.id == *id,
            (Violation::NotJoined(name), Action::Join(join)) => {
                let name = normalize(name);
                normalize(&join.nick) == name || normalize(&join.person) == name
            }
            _ => false,
        };
        let undoes = self.entries.iter().rev();
        let mut undoes = undoes.filter(|entry| is_undo(entry) && !self.is_undone(entry.id));
        let takes = |undo: &&Entry| self.taken_by(undo).into_iter().any(is_it);
        undoes.find(takes).map(|undo| undo.id)
    }

    /// Returns the same without undos, and without what an earlier undo took back already; all of it, if that is all.
    pub fn first_taken_by<'a>(&'a self, undo: &Entry) -> Vec<&'a Entry> {
        let effect = self.taken_back_by(undo, |other| other.key() < undo.key());
        let first = effect.taken_back.into_iter();
        let first: Vec<&Entry> = first.filter(|entry| !is_undo(entry)).collect();
        match first.is_empty() {
            true => self.taken_by(undo),
            false => first,
        }
    }

    /// Returns what an undo takes back or brings back, if that exists.
    pub(super) fn takes(&self, undo: &Entry) -> Option<Taken> {
        let Action::Undo(taken) = &undo.action else {
            return None;
        };
        let target = self.entry(taken.entry)?;
        Some(taken_of(undo, taken, target.batch))
    }
}

/// Returns what an undo takes back. `batch`: that of the entry that it names.
fn taken_of(entry: &Entry, undo: &Undo, batch: Option<EntryId>) -> Taken {
    match batch {
        // An undo takes back an entry of its own batch alone, since it cannot take back itself.
        Some(batch) if !undo.only && entry.batch != Some(batch) => Taken::Batch(batch),
        _ => Taken::One(undo.entry),
    }
}

fn is_undo(entry: &Entry) -> bool {
    matches!(entry.action, Action::Undo(_))
}

/// Reports the undos of entries that do not exist.
pub(super) fn check_undoes(entries: &[Entry]) -> impl Iterator<Item = Problem> {
    let taken = |entry: &Entry| match &entry.action {
        Action::Undo(undo) => Some((entry.id, undo.entry)),
        _ => None,
    };
    let undoes: Vec<(EntryId, EntryId)> = entries.iter().filter_map(taken).collect();
    let mut missing: HashSet<EntryId> = undoes.iter().map(|(_, undone)| *undone).collect();
    if !missing.is_empty() {
        for entry in entries {
            missing.remove(&entry.id);
        }
    }
    let lost = undoes
        .into_iter()
        .filter(move |(_, undone)| missing.contains(undone));
    lost.map(|(entry, undone)| Problem {
        entry,
        violation: Violation::NoSuchEntry(undone),
    })
}

/// Returns the entries that were taken back and not brought back. An undo that was itself taken back takes nothing
/// back; nor do undos that take back each other in a circle, as a log edited by hand may have them.
pub(super) fn undone<'e>(entries: impl Iterator<Item = &'e Entry> + Clone) -> HashSet<EntryId> {
    let undoes = entries.clone().filter_map(|entry| match &entry.action {
        Action::Undo(undo) => Some((entry, undo)),
        _ => None,
    });
    let undoes: Vec<(&Entry, &Undo)> = undoes.collect();
    if undoes.is_empty() {
        return HashSet::default();
    }
    // Of most entries, nobody asks for the batch.
    let named = undoes
        .iter()
        .flat_map(|(entry, undo)| [entry.id, undo.entry]);
    let named: HashSet<EntryId> = named.collect();
    let batched = entries.clone().filter(|entry| named.contains(&entry.id));
    let batches: HashMap<EntryId, EntryId> = batched
        .filter_map(|entry| Some((entry.id, entry.batch?)))
        .collect();
    let taken =
        |entry: &Entry, undo: &Undo| taken_of(entry, undo, batches.get(&undo.entry).copied());
    let undoes = undoes.into_iter();
    let undoes = undoes.map(|(entry, undo)| (entry.id, taken(entry, undo)));
    let undone = taken_for_good(&undoes.collect(), &batches);
    // The id of an entry that does not exist counts, too, for those who refer to it.
    let ones = undone.iter().filter_map(|taken| match taken {
        Taken::One(id) => Some(*id),
        Taken::Batch(_) => None,
    });
    let is_undone = |batch| undone.contains(&Taken::Batch(batch));
    let together = entries.filter(|entry| entry.batch.is_some_and(is_undone));
    ones.chain(together.map(|entry| entry.id)).collect()
}

/// Returns what those undos take back that are not themselves taken back. Each is decided after all that might take it
/// back. `batches`: those of the undos.
fn taken_for_good(
    undoes: &HashMap<EntryId, Taken>,
    batches: &HashMap<EntryId, EntryId>,
) -> HashSet<Taken> {
    let ways = |id| {
        let batch = batches.get(&id).map(|batch| Taken::Batch(*batch));
        [Some(Taken::One(id)), batch].into_iter().flatten()
    };
    let mut undecided: HashMap<Taken, usize> = HashMap::default();
    let mut waiting: HashMap<Taken, Vec<EntryId>> = HashMap::default();
    for (undo, taken) in undoes {
        *undecided.entry(*taken).or_default() += 1;
        for way in ways(*undo) {
            waiting.entry(way).or_default().push(*undo);
        }
    }
    let is_decided = |undecided: &HashMap<Taken, usize>, undo| {
        ways(undo).all(|way| undecided.get(&way).is_none_or(|left| *left == 0))
    };
    let all = undoes.keys().copied();
    let mut ready: Vec<EntryId> = all.filter(|undo| is_decided(&undecided, *undo)).collect();
    let mut undone = HashSet::default();
    while let Some(undo) = ready.pop() {
        let taken = undoes[&undo];
        if !ways(undo).any(|way| undone.contains(&way)) {
            undone.insert(taken);
        }
        let left = undecided.entry(taken).or_default();
        *left -= 1;
        if *left == 0 {
            let next = waiting.get(&taken).into_iter().flatten().copied();
            ready.extend(next.filter(|undo| is_decided(&undecided, *undo)));
        }
    }
    undone
}
