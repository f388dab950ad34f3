//! The logs of one sprint as two sides have them, united entry by entry.
//!
//! Lines say nothing about each other, so nothing is united by its place: an entry is looked for by its id in all logs of
//! a side. One that is missing somewhere was lost there, since an entry goes by `undo` alone. Of what stands between
//! entries, what one side has taken out is gone. Nothing here touches a file.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::Path;

use super::line::line;
use super::pieces::{Owner, Pieces, Written};
use super::read::Reading;
use crate::diagnostic::GaveWay;
use crate::domain::EntryId;

/// How often damaged entries may become sound by what becomes of the lines around them.
const ROUNDS: usize = 4;

/// The logs of a sprint: the bytes of each by its name.
pub(super) type Logs = BTreeMap<String, Vec<u8>>;

/// What the logs are on each side.
pub(super) struct Sides<'s> {
    /// When both sides were last one: none if they began apart, several if their histories have crossed.
    pub(super) bases: Vec<&'s Logs>,
    /// As they were committed here, the last time first; for what is missing in the files.
    pub(super) committed: Vec<&'s Logs>,
    /// As others had them before commits of theirs took lines out of them.
    pub(super) pushed: Vec<&'s Logs>,
    /// As they are here.
    pub(super) ours: &'s Logs,
    /// As others have them: what was there first.
    pub(super) theirs: &'s Logs,
    /// Whether words that are missing in a log that lost entries were taken out on purpose.
    pub(super) is_deliberate: bool,
}

/// The outcome.
#[derive(Debug, Default)]
pub(super) struct United {
    /// What is for everybody.
    pub(super) logs: Logs,
    /// What is for here: the same, and the damage that others do not have.
    pub(super) here: Logs,
    /// The entries that were missing here although they had been here.
    pub(super) returned: Vec<EntryId>,
    /// The entries that others had and have lost.
    pub(super) resent: Vec<EntryId>,
    /// What gave way to another version.
    pub(super) given_way: Vec<GivenWay>,
    /// Where damage stays in the logs that are for here: name and line.
    pub(super) damage: Vec<(String, usize)>,
}

/// A text that is in no log any more.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct GivenWay {
    /// The entry of which there is another version.
    pub(super) id: EntryId,
    /// The log that it stood in.
    pub(super) log: String,
    pub(super) bytes: Vec<u8>,
    pub(super) why: GaveWay,
}

/// An entry that could not be kept as one of the sides has it.
#[derive(Debug, PartialEq)]
pub(super) struct NotKept {
    pub(super) id: EntryId,
    /// Where it stands: a log, and whether that is one of ours.
    pub(super) log: String,
    pub(super) is_ours: bool,
}

/// Unites the logs, and reads the outcome back.
///
/// # Errors
///
/// [`NotKept`] if the outcome lacked an entry of any side, or had one in a version that no side has.
pub(super) fn unite(sides: &Sides<'_>) -> Result<United, NotKept> {
    let (mut united, mut is_mended) = unite_once(sides)?;
    for _ in 0..ROUNDS {
        if !is_mended {
            break;
        }
        // What is sound now is for everybody.
        let (again, is_still) = unite_once(&Sides {
            ours: &united.here,
            bases: sides.bases.clone(),
            committed: sides.committed.clone(),
            pushed: sides.pushed.clone(),
            ..*sides
        })?;
        is_mended = is_still;
        for given_way in again.given_way {
            if !united.given_way.contains(&given_way) {
                united.given_way.push(given_way);
            }
        }
        united = United {
            returned: united.returned,
            given_way: united.given_way,
            ..again
        };
    }
    Ok(united)
}

/// The same, once, and whether a damaged entry is sound in the outcome.
fn unite_once(sides: &Sides<'_>) -> Result<(United, bool), NotKept> {
    let mut parsed: HashMap<&[u8], Pieces> = HashMap::new();
    let all = sides
        .bases
        .iter()
        .chain(&sides.committed)
        .chain(&sides.pushed)
        .copied();
    for log in all.chain([sides.ours, sides.theirs]).flat_map(Logs::values) {
        parsed.entry(log).or_insert_with(|| Pieces::of(log));
    }
    let bases = sides.bases.iter().map(|logs| Side::of(logs, &parsed));
    let committed = sides.committed.iter();
    let committed = committed.map(|logs| Side::of(logs, &parsed));
    let pushed = sides.pushed.iter().map(|logs| Side::of(logs, &parsed));
    let uniting = Uniting {
        ours: Side::of(sides.ours, &parsed),
        theirs: Side::of(sides.theirs, &parsed),
        bases: bases.collect(),
        committed: committed.collect(),
        pushed: pushed.collect(),
        texts: [sides.ours, sides.theirs],
        is_deliberate: sides.is_deliberate,
    };
    uniting.unite()
}

/// An entry in a log of a side.
#[derive(Clone, Copy)]
struct Standing<'p> {
    log: &'p str,
    written: &'p Written,
}

/// Whether any of these entries says the same.
fn stands_in(standings: &[Standing<'_>], written: &Written) -> bool {
    let mut standings = standings.iter();
    standings.any(|standing| standing.written.says_the_same(written))
}

/// Of an id that stands more than once on a side, the version that was pushed first, where it is known which one was;
/// else the one that counts when a log is read.
fn pick<'p>(standings: &[Standing<'p>], rather: &[&[Standing<'p>]]) -> Option<Standing<'p>> {
    if let [] | [_] = standings {
        return standings.first().copied();
    }
    let mut rather = rather.iter();
    let known = rather.find_map(|rather| {
        let known = |standing: &&Standing<'p>| stands_in(rather, standing.written);
        let known: Vec<Standing<'p>> = standings.iter().filter(known).copied().collect();
        (!known.is_empty()).then_some(known)
    });
    let left = known.unwrap_or_else(|| standings.to_vec());
    left.into_iter()
        .min_by_key(|standing| reading_order(standing.written))
}

/// In which order versions of an entry count; those that nothing here can read come last.
fn reading_order(written: &Written) -> (bool, String, String) {
    let entries = Reading::of_log(Path::new(""), &written.bytes).entries;
    match entries.first() {
        Some(entry) => (false, line(entry), format!("{entry:?}")),
        None => (true, written.layout.clone(), String::new()),
    }
}

/// One side, in pieces.
#[derive(Default)]
struct Side<'p> {
    logs: BTreeMap<&'p str, &'p Pieces>,
    entries: HashMap<&'p EntryId, Vec<Standing<'p>>>,
    /// The ids in their order.
    order: Vec<&'p EntryId>,
}

impl<'p> Side<'p> {
    fn of(logs: &'p Logs, parsed: &'p HashMap<&[u8], Pieces>) -> Side<'p> {
        let mut side = Side::default();
        for (log, bytes) in logs {
            let Some(pieces) = parsed.get(bytes.as_slice()) else {
                continue;
            };
            side.logs.insert(log, pieces);
            for written in &pieces.entries {
                let standings = side.entries.entry(&written.id).or_insert_with(|| {
                    side.order.push(&written.id);
                    Vec::new()
                });
                standings.push(Standing { log, written });
            }
        }
        side
    }

    fn of_id(&self, id: &EntryId) -> &[Standing<'p>] {
        self.entries.get(id).map_or(&[], Vec::as_slice)
    }
}

struct Uniting<'p> {
    bases: Vec<Side<'p>>,
    committed: Vec<Side<'p>>,
    pushed: Vec<Side<'p>>,
    ours: Side<'p>,
    theirs: Side<'p>,
    /// The logs of both sides.
    texts: [&'p Logs; 2],
    is_deliberate: bool,
}

/// What an entry is in the outcome.
#[derive(Clone, Copy)]
struct Chosen<'p> {
    log: &'p str,
    written: &'p Written,
}

/// Where what is new in a log is put.
#[derive(Clone, Copy, PartialEq)]
enum Where {
    /// Behind what it stands behind on its own side, or at the end.
    InPlace,
    Top,
    End,
}

impl<'p> Uniting<'p> {
    /// All sides, in the order in which their order counts.
    fn sides(&self) -> impl Iterator<Item = &Side<'p>> {
        let both = [&self.theirs, &self.ours].into_iter();
        both.chain(&self.committed)
            .chain(&self.bases)
            .chain(&self.pushed)
    }

    fn unite(&self) -> Result<(United, bool), NotKept> {
        let mut united = United::default();
        let mut chosen: HashMap<&EntryId, Chosen<'p>> = HashMap::new();
        for id in self.sides().flat_map(|side| &side.order) {
            if chosen.contains_key(id) {
                continue;
            }
            let Some(choice) = self.choose(id, &mut united.given_way) else {
                continue;
            };
            chosen.insert(id, choice);
            let has = |side: &Side<'p>| !side.of_id(id).is_empty();
            let was_shared = self.bases.iter().any(has);
            let was_here = was_shared || self.committed.iter().any(has);
            let was_there = was_shared || self.pushed.iter().any(has);
            if was_here && !has(&self.ours) {
                united.returned.push(*(*id));
            }
            if was_there && !has(&self.theirs) {
                united.resent.push(*(*id));
            }
        }
        self.sort_damage(&chosen, &mut united.given_way);
        let is_mended = self.write(&chosen, &mut united)?;
        Ok((united, is_mended))
    }

    /// What becomes of an entry: its content and its log are decided for themselves, in three ways each.
    fn choose(&self, id: &EntryId, given_way: &mut Vec<GivenWay>) -> Option<Chosen<'p>> {
        let before: Vec<Standing<'p>> = self
            .bases
            .iter()
            .flat_map(|base| base.of_id(id))
            .copied()
            .collect();
        let is_old = |written: &Written| stands_in(&before, written);
        let source = |now: &Side<'p>, before: &[Side<'p>]| {
            let all = [now].into_iter().chain(before);
            let found = all
                .map(|side| side.of_id(id))
                .find(|found| !found.is_empty());
            found.unwrap_or_default().to_vec()
        };
        let (here, there) = (
            source(&self.ours, &self.committed),
            source(&self.theirs, &self.pushed),
        );
        let theirs = pick(&there, &[&before]);
        let ours = pick(&here, &[theirs.as_slice(), &there, &before]);
        let chosen = match (ours, theirs) {
            (Some(ours), Some(theirs)) => {
                let was_laid_out =
                    |layout: &str| before.iter().any(|base| base.written.layout == layout);
                let takes_ours = if ours.written.says_the_same(theirs.written) {
                    was_laid_out(&theirs.written.layout) && !was_laid_out(&ours.written.layout)
                } else {
                    is_old(theirs.written) && !is_old(ours.written)
                };
                let was_in = |log: &str| before.iter().any(|base| base.log == log);
                let is_moved = was_in(theirs.log) && !was_in(ours.log);
                Chosen {
                    log: if is_moved { ours.log } else { theirs.log },
                    written: if takes_ours {
                        ours.written
                    } else {
                        theirs.written
                    },
                }
            }
            (one, other) => {
                let standing = one.or(other).or_else(|| before.first().copied())?;
                Chosen {
                    log: standing.log,
                    written: standing.written,
                }
            }
        };
        // Whoever replaced what both had knows of it; what nobody replaced would go without a word.
        let is_replaced = |written: &Written| {
            is_old(written) && !(stands_in(&here, written) && stands_in(&there, written))
        };
        let mut told = vec![chosen.written];
        for side in [&there, &here] {
            let why = match stands_in(side, chosen.written) {
                true => GaveWay::StoodTwice,
                false => GaveWay::EditedTwice,
            };
            for Standing { log, written } in side {
                if !told.iter().any(|told| told.says_the_same(written)) && !is_replaced(written) {
                    told.push(written);
                    given_way.push(GivenWay {
                        id: *id,
                        log: (*log).to_owned(),
                        bytes: written.bytes.clone(),
                        why,
                    });
                }
            }
        }
        Some(chosen)
    }

    /// Notes the damage that gives way to what is sound elsewhere, unless others have put that in order already.
    fn sort_damage(&self, chosen: &HashMap<&EntryId, Chosen<'p>>, given_way: &mut Vec<GivenWay>) {
        let damage = |side: &Side<'p>| {
            let mut found: Vec<(&'p str, &'p EntryId, Vec<u8>)> = Vec::new();
            for (log, pieces) in &side.logs {
                let mut is_open = false;
                for piece in &pieces.pieces {
                    let Owner::Damage(Some(id)) = &piece.owner else {
                        is_open = false;
                        continue;
                    };
                    match found.last_mut() {
                        Some((_, last, bytes)) if is_open && *last == id => {
                            bytes.extend_from_slice(&piece.bytes);
                        }
                        _ => found.push((log, id, piece.bytes.clone())),
                    }
                    is_open = true;
                }
            }
            found
        };
        let before: HashSet<_> = self.bases.iter().flat_map(damage).collect();
        let theirs = damage(&self.theirs);
        let both: HashSet<_> = theirs.iter().cloned().collect();
        let ours = damage(&self.ours)
            .into_iter()
            .filter(|found| !both.contains(found) && !before.contains(found));
        for (log, id, bytes) in theirs.into_iter().chain(ours) {
            if chosen.contains_key(id) {
                given_way.push(GivenWay {
                    id: *id,
                    log: log.to_owned(),
                    bytes,
                    why: GaveWay::Damaged,
                });
            }
        }
    }

    /// Writes the outcome, in the first way in which it can be read back.
    fn write(
        &self,
        chosen: &HashMap<&EntryId, Chosen<'p>>,
        united: &mut United,
    ) -> Result<bool, NotKept> {
        let mut failed = None;
        for entries in [Where::InPlace, Where::Top] {
            for damage in [Where::InPlace, Where::Top, Where::End] {
                let rendered = self.render(chosen, entries, damage);
                let whole = self
                    .read_back(chosen, &rendered.logs)
                    .and_then(|is_mended| match rendered.here == rendered.logs {
                        true => Ok(is_mended),
                        false => self.read_back(chosen, &rendered.here),
                    });
                match whole {
                    Ok(is_mended) => {
                        united.logs = rendered.logs;
                        united.here = rendered.here;
                        united.damage = rendered.damage;
                        return Ok(is_mended);
                    }
                    Err(not_kept) => failed = failed.or(Some(not_kept)),
                }
            }
        }
        failed.map_or(Ok(false), Err)
    }

    /// Sees to it that logs have every entry once, in the chosen version, and whatever reading any side gives. Whether they
    /// have one besides that was damaged.
    fn read_back(
        &self,
        chosen: &HashMap<&EntryId, Chosen<'p>>,
        logs: &Logs,
    ) -> Result<bool, NotKept> {
        let pieces: Vec<Pieces> = logs.values().map(|log| Pieces::of(log)).collect();
        let mut found: HashMap<&EntryId, Vec<&Written>> = HashMap::new();
        let mut mended: Vec<&Written> = Vec::new();
        for written in pieces.iter().flat_map(|pieces| &pieces.entries) {
            match chosen.contains_key(&written.id) {
                true => found.entry(&written.id).or_default().push(written),
                false => mended.push(written),
            }
        }
        let read: HashSet<&EntryId> = pieces.iter().flat_map(|pieces| &pieces.ids).collect();
        let is_kept = |id: &EntryId| {
            let choice = chosen.get(id).map(|choice| choice.written);
            match found.get(id).map(Vec::as_slice) {
                Some([written]) => choice.is_some_and(|choice| choice.says_the_same(written)),
                Some(_) | None => false,
            }
        };
        // Without what was in its way, a damaged entry may be sound again, if it is one that somebody wrote.
        let stands = |log: &Logs, written: &Written| {
            let stands = |text: &Vec<u8>| {
                let length = written.bytes.len().max(1);
                text.windows(length).any(|part| part == written.bytes)
            };
            log.values().any(stands)
        };
        let made_up = mended
            .iter()
            .find(|written| !self.texts.iter().any(|logs| stands(logs, written)));
        let seen = self
            .sides()
            .flat_map(|side| side.logs.values())
            .flat_map(|pieces| &pieces.ids);
        let lost = chosen
            .keys()
            .copied()
            .find(|id| !is_kept(id))
            .or(made_up.map(|written| &written.id))
            .or_else(|| seen.into_iter().find(|id| !read.contains(id)));
        match lost {
            None => Ok(!mended.is_empty()),
            Some(id) => {
                let ours = self.ours.of_id(id).first();
                let any = self.sides().find_map(|side| side.of_id(id).first());
                Err(NotKept {
                    id: *id,
                    log: ours.or(any).map_or("", |standing| standing.log).to_owned(),
                    is_ours: ours.is_some(),
                })
            }
        }
    }

    fn render(
        &self,
        chosen: &HashMap<&EntryId, Chosen<'p>>,
        entries: Where,
        damage: Where,
    ) -> Rendered {
        let mut rendered = Rendered::default();
        let names: BTreeSet<&str> = self
            .sides()
            .flat_map(|side| side.logs.keys())
            .copied()
            .collect();
        let losses = Losses::of(self);
        for log in names {
            let wanted = self.wanted(log, chosen, &losses);
            let sheet = Sheet::fill(self, log, chosen, wanted, entries, damage);
            let (everybody, _) = sheet.write(false);
            let (here, places) = sheet.write(true);
            let there = self.theirs.logs.contains_key(log);
            // A log that became empty is gone if a side has removed it, and none is begun without anything in it.
            let is_removed = |side: &Side<'p>| !side.logs.contains_key(log);
            let stays = there && (!is_removed(&self.ours) || !self.was_in_bases(log));
            if !everybody.is_empty() || stays {
                rendered.logs.insert(log.to_owned(), everybody);
            }
            let was_empty = |pieces: &&Pieces| pieces.pieces.is_empty();
            let is_own = !there && self.ours.logs.get(log).is_some_and(was_empty);
            if !here.is_empty() || stays || is_own {
                rendered.here.insert(log.to_owned(), here);
            }
            let places = places.into_iter().map(|line| (log.to_owned(), line));
            rendered.damage.extend(places);
        }
        rendered
    }

    fn was_in_bases(&self, log: &str) -> bool {
        self.bases.iter().any(|base| base.logs.contains_key(log))
    }

    /// How often each text that is no entry is to stand in a log.
    fn wanted(
        &self,
        log: &str,
        chosen: &HashMap<&EntryId, Chosen<'p>>,
        losses: &Losses<'p>,
    ) -> HashMap<Key<'p>, Wanted> {
        let count = |side: Option<&Side<'p>>| {
            let mut counts: HashMap<Key<'p>, usize> = HashMap::new();
            let pieces = side.and_then(|side| side.logs.get(log));
            for key in pieces.into_iter().flat_map(|pieces| keys(pieces)).flatten() {
                *counts.entry(key).or_default() += 1;
            }
            counts
        };
        // The lines of damage of which there is a sound version.
        let settled: HashSet<&[u8]> = self
            .sides()
            .filter_map(|side| side.logs.get(log))
            .flat_map(|pieces| &pieces.pieces)
            .filter(
                |piece| matches!(&piece.owner, Owner::Damage(Some(id)) if chosen.contains_key(id)),
            )
            .map(|piece| piece.bytes.trim_ascii_end())
            .collect();
        let base = count(self.bases.iter().find(|base| base.logs.contains_key(log)));
        let committed = count(self.committed.first());
        let (ours, theirs) = (count(Some(&self.ours)), count(Some(&self.theirs)));
        let keys: HashSet<&Key<'p>> = [&base, &committed, &ours, &theirs]
            .into_iter()
            .flat_map(HashMap::keys)
            .collect();
        let mut wanted = HashMap::new();
        for key in keys {
            let of = |counts: &HashMap<Key<'p>, usize>| counts.get(key).copied().unwrap_or(0);
            let (before, mut here, mut there) = (of(&base), of(&ours), of(&theirs));
            // What went together with entries was not taken out on purpose.
            if losses.ours.contains(log) {
                here = here.max(before).max(of(&committed));
            }
            if losses.theirs.contains(log) {
                there = there.max(before);
            }
            let united = three_way(before, here, there);
            let is_settled = matches!(key, Key::Damage(text) if settled.contains(text));
            let is_damage = matches!(key, Key::Damage(_));
            let counts = match () {
                () if is_settled => Wanted::default(),
                // Damage is not sent to those who do not have it.
                () if is_damage => Wanted {
                    everybody: united.min(there),
                    here: united.saturating_sub(there),
                },
                () => Wanted {
                    everybody: united,
                    here: 0,
                },
            };
            wanted.insert(*key, counts);
        }
        wanted
    }
}

/// What a number is that was `before` on both sides.
fn three_way(before: usize, ours: usize, theirs: usize) -> usize {
    if ours == before {
        theirs
    } else if theirs == before {
        ours
    } else if ours > before && theirs > before {
        ours.max(theirs)
    } else if ours < before && theirs < before {
        ours.min(theirs)
    } else {
        (ours + theirs).saturating_sub(before)
    }
}

/// The logs out of which entries are lost on each side.
#[derive(Default)]
struct Losses<'p> {
    ours: HashSet<&'p str>,
    theirs: HashSet<&'p str>,
}

impl<'p> Losses<'p> {
    fn of(uniting: &Uniting<'p>) -> Losses<'p> {
        if uniting.is_deliberate {
            return Losses::default();
        }
        let lost = |before: &[&Side<'p>], now: &Side<'p>| -> HashSet<&'p str> {
            let standings = before.iter().flat_map(|side| side.entries.values());
            standings
                .flatten()
                .filter(|standing| now.of_id(&standing.written.id).is_empty())
                .map(|standing| standing.log)
                .collect()
        };
        let bases: Vec<&Side<'p>> = uniting.bases.iter().collect();
        let mut here = bases.clone();
        here.extend(&uniting.committed);
        let mut there = bases;
        there.extend(&uniting.pushed);
        Losses {
            ours: lost(&here, &uniting.ours),
            theirs: lost(&there, &uniting.theirs),
        }
    }
}

#[derive(Debug, Default)]
struct Rendered {
    logs: Logs,
    here: Logs,
    damage: Vec<(String, usize)>,
}

/// What tells texts apart that are no entries. Blank lines are told apart by what they stand behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Key<'p> {
    Words(&'p [u8]),
    Blank(Behind<'p>),
    Damage(&'p [u8]),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Behind<'p> {
    Nothing,
    Entry(&'p EntryId),
    Text(&'p [u8]),
}

/// The key of each piece; none of an entry's.
fn keys<'p>(pieces: &'p Pieces) -> impl Iterator<Item = Option<Key<'p>>> {
    let mut behind = Behind::Nothing;
    pieces.pieces.iter().map(move |piece| {
        let text = piece.bytes.trim_ascii_end();
        match &piece.owner {
            Owner::Entry(entry) => {
                behind = Behind::Entry(&pieces.entries[*entry].id);
                None
            }
            Owner::Words if text.is_empty() => Some(Key::Blank(behind)),
            Owner::Words => {
                behind = Behind::Text(text);
                Some(Key::Words(text))
            }
            // It may be here alone: what stands behind it is the same for others.
            Owner::Damage(_) => Some(Key::Damage(text)),
        }
    })
}

/// How often a text is to stand in a log, for everybody and for here alone.
#[derive(Clone, Copy, Debug, Default)]
struct Wanted {
    everybody: usize,
    here: usize,
}

/// A place between the lines of a sheet.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Anchor {
    Top,
    Behind(usize),
}

struct Line<'p> {
    bytes: &'p [u8],
    is_only_here: bool,
}

/// A log while it is being put together: the lines of one side, and what others add to them.
#[derive(Default)]
struct Sheet<'p> {
    has_bom: bool,
    lines: Vec<Line<'p>>,
    inserted: HashMap<Anchor, Vec<Line<'p>>>,
    end: Vec<Line<'p>>,
    /// Entries with a header, behind which nothing else could stand without being part of them.
    headed: Vec<Line<'p>>,
    anchors: HashMap<&'p EntryId, Anchor>,
    spots: HashMap<Key<'p>, Vec<Anchor>>,
}

impl<'p> Sheet<'p> {
    fn fill(
        uniting: &Uniting<'p>,
        log: &str,
        chosen: &HashMap<&EntryId, Chosen<'p>>,
        mut wanted: HashMap<Key<'p>, Wanted>,
        entries: Where,
        damage: Where,
    ) -> Sheet<'p> {
        let mut sides = uniting.sides();
        let mut sheet = Sheet::default();
        // The lines of the first side that has the log stay where they are.
        let Some(first) = sides.find_map(|side| side.logs.get(log)) else {
            return sheet;
        };
        sheet.begin(log, first, chosen, &mut wanted);
        for pieces in sides.filter_map(|side| side.logs.get(log)) {
            sheet.add(log, pieces, chosen, &mut wanted, entries, damage);
        }
        sheet
    }

    fn begin(
        &mut self,
        log: &str,
        pieces: &'p Pieces,
        chosen: &HashMap<&EntryId, Chosen<'p>>,
        wanted: &mut HashMap<Key<'p>, Wanted>,
    ) {
        self.has_bom = pieces.has_bom;
        // The place of the entry of which each id is the outcome.
        let mut taken: HashMap<&EntryId, usize> = HashMap::new();
        for (piece, key) in pieces.pieces.iter().zip(keys(pieces)) {
            if let Some(key) = key {
                let counts = wanted.entry(key).or_default();
                let (left, is_only_here) = match counts.everybody {
                    0 => (&mut counts.here, true),
                    _ => (&mut counts.everybody, false),
                };
                if *left > 0 {
                    *left -= 1;
                    let spot = self.push(&piece.bytes, is_only_here);
                    self.spots.entry(key).or_default().push(spot);
                }
                continue;
            }
            let Owner::Entry(entry) = piece.owner else {
                continue;
            };
            let standing = &pieces.entries[entry];
            let Some(choice) = chosen.get(&standing.id).filter(|choice| choice.log == log) else {
                continue;
            };
            // Pieces of one entry all stay; of two entries with one id, the outcome does.
            let same = |written: &Written| written.layout == choice.written.layout;
            match taken.get(&standing.id) {
                Some(place) if *place != entry => continue,
                Some(_) if !same(standing) => continue,
                Some(_) => {}
                None => {
                    taken.insert(&standing.id, entry);
                }
            }
            if same(standing) {
                let spot = self.push(&piece.bytes, false);
                self.anchors.insert(&standing.id, spot);
            } else if choice.written.has_header {
                self.headed.push(Line::of(&choice.written.bytes));
                let spot = self.spot();
                self.anchors.insert(&choice.written.id, spot);
            } else {
                let spot = self.push(&choice.written.bytes, false);
                self.anchors.insert(&choice.written.id, spot);
            }
        }
        for spots in self.spots.values_mut() {
            spots.reverse();
        }
    }

    fn spot(&self) -> Anchor {
        match self.lines.len() {
            0 => Anchor::Top,
            count => Anchor::Behind(count - 1),
        }
    }

    fn push(&mut self, bytes: &'p [u8], is_only_here: bool) -> Anchor {
        self.lines.push(Line {
            bytes,
            is_only_here,
        });
        self.spot()
    }

    /// Adds what another side has besides, behind what it stands behind there; what nothing known follows comes at the
    /// end.
    fn add(
        &mut self,
        log: &str,
        pieces: &'p Pieces,
        chosen: &HashMap<&EntryId, Chosen<'p>>,
        wanted: &mut HashMap<Key<'p>, Wanted>,
        entries: Where,
        damage: Where,
    ) {
        let mut spots = self.spots.clone();
        let mut last = Anchor::Top;
        let mut new: Vec<(Line<'p>, Option<&'p EntryId>)> = Vec::new();
        let mut seen: HashSet<&EntryId> = HashSet::new();
        for (piece, key) in pieces.pieces.iter().zip(keys(pieces)) {
            if let Some(key) = key {
                if let Some(spot) = spots.get_mut(&key).and_then(Vec::pop) {
                    self.insert(&mut new, last, spot, &mut last);
                    continue;
                }
                let counts = wanted.entry(key).or_default();
                let (left, is_only_here) = match counts.everybody {
                    0 => (&mut counts.here, true),
                    _ => (&mut counts.everybody, false),
                };
                if *left == 0 {
                    continue;
                }
                *left -= 1;
                let line = Line {
                    bytes: &piece.bytes,
                    is_only_here,
                };
                match (key, damage) {
                    (Key::Damage(_), Where::Top) => self.at_top(line),
                    (Key::Damage(_), Where::End) => self.headed.push(line),
                    _ => new.push((line, None)),
                }
                continue;
            }
            let Owner::Entry(entry) = piece.owner else {
                continue;
            };
            let id = &pieces.entries[entry].id;
            if let Some(spot) = self.anchors.get(id).copied() {
                self.insert(&mut new, last, spot, &mut last);
                continue;
            }
            let Some(choice) = chosen.get(id).filter(|choice| choice.log == log) else {
                continue;
            };
            let line = Line::of(&choice.written.bytes);
            let id = &choice.written.id;
            if choice.written.has_header {
                self.headed.push(line);
                self.anchors.insert(id, last);
            } else if entries == Where::Top {
                self.at_top(line);
                self.anchors.insert(id, Anchor::Top);
            } else if seen.insert(id) {
                new.push((line, Some(id)));
            }
        }
        // Whatever is left is what nothing known follows.
        let end = self.lines.len();
        for (line, id) in new {
            self.end.push(line);
            if let Some(id) = id {
                self.anchors
                    .insert(id, Anchor::Behind(end.saturating_sub(1)));
            }
        }
    }

    /// Puts what was found since the last known line behind that, now that another known line has followed.
    fn insert(
        &mut self,
        new: &mut Vec<(Line<'p>, Option<&'p EntryId>)>,
        behind: Anchor,
        spot: Anchor,
        last: &mut Anchor,
    ) {
        for (line, id) in new.drain(..) {
            self.inserted.entry(behind).or_default().push(line);
            if let Some(id) = id {
                self.anchors.insert(id, behind);
            }
        }
        *last = spot;
    }

    fn at_top(&mut self, line: Line<'p>) {
        self.inserted.entry(Anchor::Top).or_default().push(line);
    }

    /// The log for everybody, or for here and the lines that only that has.
    fn write(&self, here: bool) -> (Vec<u8>, Vec<usize>) {
        let mut text = Vec::new();
        let mut lines_before = 0;
        let mut only_here = Vec::new();
        let mut put = |line: &Line<'p>| {
            if line.is_only_here && !here {
                return;
            }
            if !text.is_empty() && !text.ends_with(b"\n") {
                text.push(b'\n');
                lines_before += 1;
            }
            if line.is_only_here {
                only_here.push(lines_before + 1);
            }
            text.extend_from_slice(line.bytes);
            lines_before += line.bytes.iter().filter(|byte| **byte == b'\n').count();
        };
        let inserted = |anchor| self.inserted.get(&anchor).into_iter().flatten();
        inserted(Anchor::Top).for_each(&mut put);
        for (place, line) in self.lines.iter().enumerate() {
            put(line);
            inserted(Anchor::Behind(place)).for_each(&mut put);
        }
        self.end.iter().for_each(&mut put);
        self.headed.iter().for_each(&mut put);
        if self.has_bom && !text.is_empty() {
            text.splice(..0, *b"\xef\xbb\xbf");
        }
        (text, only_here)
    }
}

impl<'p> Line<'p> {
    fn of(bytes: &'p [u8]) -> Line<'p> {
        Line {
            bytes,
            is_only_here: false,
        }
    }
}
