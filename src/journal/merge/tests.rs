//! Checks what is promised of merging logs with random histories of three sides.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::split::SplitLog;
use super::{Logs, Merged, NotKept, Replaced, Sides, merge};
use crate::domain::{Action, EntryId};
use crate::journal::read::Reading;

const NAMES: [&str; 2] = ["2017-02-27.toml", "2017-02-28.toml"];

/// How somebody has laid out an entry.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Layout {
    Line,
    Broken,
    Header,
    Dotted,
    Quoted,
}

/// Something in a log.
#[derive(Clone, Debug, PartialEq)]
enum Chunk {
    Entry {
        id: usize,
        version: usize,
        layout: Layout,
    },
    Comment(usize),
    Blank,
    /// The beginning of an entry's line.
    Cut(usize, usize),
    Junk(usize),
}

const JUNK: [&str; 5] = [
    "<<<<<<< ours\n",
    "x = \"\"\"\n",
    "Armin was here\n",
    "\0\0\0\n",
    "a = [1,\n",
];

fn id(number: usize) -> EntryId {
    EntryId::new(None, number as u64 + 1)
}

/// Prints a piece of a log. Dotted keys are read together in a log that is TOML as a whole, and in no other.
fn written(chunk: &Chunk, is_toml: bool) -> String {
    let at = "2017-02-27T09:14:02.020+01:00";
    match *chunk {
        Chunk::Entry {
            id: number,
            version,
            layout,
        } => {
            let id = id(number);
            match layout {
                Layout::Dotted if is_toml => format!(
                    "{id}.at = {at}\n{id}.by = \"a\"\n{id}.kind = \"note\"\n{id}.text = \"{version}\"\n"
                ),
                Layout::Line | Layout::Dotted => format!(
                    "{id} = {{ at = {at}, by = \"a\", kind = \"note\", text = \"{version}\" }} # {version}\n"
                ),
                Layout::Broken => format!(
                    "{id} = {{\n  at = {at}, # when\n  by = \"a\",\n  kind = \"note\",\n  text = \"\"\"{version}\"\"\",\n}}\n"
                ),
                Layout::Quoted => format!(
                    "\"{id}\" = {{ at = {at}, by = 'a', kind = 'note',\ntext = '{version}' }}\n"
                ),
                Layout::Header => format!(
                    "[{id}]\nat = {at}\n# by whom\nby = \"a\"\n\nkind = \"note\"\ntext = \"{version}\"\n"
                ),
            }
        }
        Chunk::Comment(number) => format!("# comment {number}\n"),
        Chunk::Blank => "\n".to_owned(),
        Chunk::Cut(id, length) => {
            let (version, layout) = (0, Layout::Line);
            let whole = Chunk::Entry {
                id,
                version,
                layout,
            };
            format!("{}\n", &written(&whole, false)[..12 + length % 60])
        }
        Chunk::Junk(kind) => JUNK[kind % JUNK.len()].to_owned(),
    }
}

/// The logs of one side as chunks.
type Side = [Vec<Chunk>; 2];

fn logs(side: &Side) -> Logs {
    let mut logs = Logs::new();
    for (name, chunks) in NAMES.iter().zip(side) {
        if !chunks.is_empty() {
            let mut ids = BTreeSet::new();
            let is_toml = chunks.iter().all(|chunk| match chunk {
                Chunk::Entry { id, .. } => ids.insert(*id),
                Chunk::Comment(_) | Chunk::Blank => true,
                Chunk::Cut(..) | Chunk::Junk(_) => false,
            });
            let text: String = chunks.iter().map(|chunk| written(chunk, is_toml)).collect();
            logs.insert((*name).to_owned(), text.into_bytes());
        }
    }
    logs
}

/// One thing that somebody does to a log.
#[derive(Clone, Debug)]
enum Change {
    Record(Layout),
    Comment,
    Truncate(usize),
    Remove(usize),
    At(Index, ChangeAt),
}

/// What somebody does at a place that has something.
#[derive(Clone, Debug)]
enum ChangeAt {
    Blank,
    Delete,
    Edit,
    LayOut(Layout),
    Move(Index),
    Double,
    Cut(usize),
    Junk(usize),
}

fn layout() -> impl Strategy<Value = Layout> {
    select(vec![
        Layout::Line,
        Layout::Line,
        Layout::Broken,
        Layout::Header,
        Layout::Dotted,
        Layout::Quoted,
    ])
}

fn change(is_damaging: bool) -> BoxedStrategy<Change> {
    let at = |change: BoxedStrategy<ChangeAt>| {
        (any::<Index>(), change).prop_map(|(place, change)| Change::At(place, change))
    };
    let sound = prop_oneof![
        4 => layout().prop_map(Change::Record),
        1 => Just(Change::Comment),
        1 => at(Just(ChangeAt::Blank).boxed()),
        2 => at(Just(ChangeAt::Delete).boxed()),
        2 => at(Just(ChangeAt::Edit).boxed()),
        1 => at(layout().prop_map(ChangeAt::LayOut).boxed()),
        1 => at(any::<Index>().prop_map(ChangeAt::Move).boxed()),
        1 => at(Just(ChangeAt::Double).boxed()),
        1 => (0..2_usize).prop_map(Change::Truncate),
        1 => (0..2_usize).prop_map(Change::Remove),
    ];
    if !is_damaging {
        return sound.boxed();
    }
    prop_oneof![
        6 => sound,
        1 => at(any::<usize>().prop_map(ChangeAt::Cut).boxed()),
        1 => at(any::<usize>().prop_map(ChangeAt::Junk).boxed()),
    ]
    .boxed()
}

/// What the ids and versions of a history are counted by.
#[derive(Default)]
struct Counter(usize);

impl Counter {
    fn next(&mut self) -> usize {
        self.0 += 1;
        self.0
    }
}

fn apply(side: &mut Side, change: &Change, counter: &mut Counter) {
    let places: Vec<(usize, usize)> = (0..2)
        .flat_map(|log| (0..side[log].len()).map(move |place| (log, place)))
        .collect();
    match change {
        Change::Record(layout) => {
            let number = counter.next();
            side[number % 2].push(Chunk::Entry {
                id: number,
                version: number,
                layout: *layout,
            });
        }
        Change::Comment => {
            let number = counter.next();
            side[number % 2].push(Chunk::Comment(number % 5));
        }
        Change::Truncate(log) => {
            let half = side[*log].len() / 2;
            side[*log].truncate(half);
        }
        Change::Remove(log) => side[*log].clear(),
        Change::At(..) if places.is_empty() => {}
        Change::At(index, change) => {
            let (log, place) = places[index.index(places.len())];
            apply_at(side, log, place, change, counter);
        }
    }
}

fn apply_at(side: &mut Side, log: usize, place: usize, change: &ChangeAt, counter: &mut Counter) {
    match (change, &mut side[log][place]) {
        (ChangeAt::Blank, _) => side[log].insert(place, Chunk::Blank),
        (ChangeAt::Junk(kind), _) => side[log].insert(place, Chunk::Junk(*kind)),
        (ChangeAt::Delete, _) => {
            side[log].remove(place);
        }
        (ChangeAt::Move(to), _) => {
            let chunk = side[log].remove(place);
            let other = &mut side[1 - log];
            other.insert(to.index(other.len() + 1), chunk);
        }
        (ChangeAt::Edit, Chunk::Entry { version, .. }) => *version = counter.next(),
        (ChangeAt::LayOut(new), Chunk::Entry { layout, .. }) => *layout = *new,
        (ChangeAt::Double, Chunk::Entry { layout, .. }) if *layout == Layout::Line => {
            let chunk = side[log][place].clone();
            side[log].push(chunk);
        }
        (ChangeAt::Cut(length), Chunk::Entry { id, .. }) => {
            side[log][place] = Chunk::Cut(*id, *length);
        }
        _ => {}
    }
}

/// Returns the texts of all notes by id, as they are read.
fn notes(logs: &Logs) -> BTreeMap<EntryId, BTreeSet<String>> {
    let mut notes: BTreeMap<EntryId, BTreeSet<String>> = BTreeMap::new();
    for log in logs.values() {
        let whole = Reading::of_log(Path::new(""), log).entries;
        // Reading gives one version of an id that is there twice.
        let again = SplitLog::of(log).entries;
        let again = again
            .iter()
            .flat_map(|written| Reading::of_log(Path::new(""), &written.bytes).entries);
        for entry in whole.into_iter().chain(again) {
            let Action::Note(note) = entry.action else {
                panic!("only notes are written");
            };
            notes
                .entry(entry.id)
                .or_default()
                .insert(note.text.to_string());
        }
    }
    notes
}

fn merged(base: Option<&Logs>, ours: &Logs, theirs: &Logs) -> Result<Merged, NotKept> {
    merge(&Sides {
        bases: base.into_iter().collect(),
        committed: vec![],
        pushed: vec![],
        ours,
        theirs,
        is_deliberate: false,
    })
}

/// Leaves out logs that have nothing in them: whoever has one keeps it, and there is nothing to send.
fn filled(logs: &Logs) -> Logs {
    let mut filled = logs.clone();
    filled.retain(|_, text| !text.is_empty());
    filled
}

fn shown(logs: &Logs) -> String {
    let log =
        |(name, text): (&String, &Vec<u8>)| format!("{name}:\n{}\n", String::from_utf8_lossy(text));
    logs.iter().map(log).collect()
}

fn side(changes: &[Change], side: &Side, counter: &mut Counter) -> Side {
    let mut side = side.clone();
    for change in changes {
        apply(&mut side, change, counter);
    }
    side
}

fn has_damage(logs: &Logs) -> bool {
    logs.values()
        .any(|log| !Reading::of_log(Path::new(""), log).diagnostics.is_empty())
}

fn changes(is_damaging: bool) -> impl Strategy<Value = Vec<Change>> {
    prop::collection::vec(change(is_damaging), 0..8)
}

/// Asks for fewer cases than there are by default, which `PROPTEST_CASES` changes.
fn config() -> ProptestConfig {
    const DEFAULT: u32 = 256;
    let asked = ProptestConfig::default();
    ProptestConfig {
        cases: if asked.cases == DEFAULT {
            64
        } else {
            asked.cases
        },
        failure_persistence: None,
        max_shrink_iters: 20_000,
        ..asked
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn nothing_is_lost_and_every_version_is_one_that_a_side_had(
        first in prop::collection::vec(change(false), 0..12),
        (ours, theirs) in any::<bool>().prop_flat_map(|damaging| (changes(damaging), changes(damaging))),
        has_base in any::<bool>(),
    ) {
        let mut counter = Counter::default();
        let start = side(&first, &Side::default(), &mut counter);
        let base = logs(&start);
        let ours = logs(&side(&ours, &start, &mut counter));
        let theirs = logs(&side(&theirs, &start, &mut counter));
        let known = has_base.then_some(&base);
        let outcome = merged(known, &ours, &theirs);
        if outcome.is_err() {
            prop_assert!(has_damage(&ours) || has_damage(&theirs), "{outcome:?}");
            return Ok(());
        }
        let outcome = outcome.expect("it was looked at");
        let (here, everybody) = (notes(&outcome.here), notes(&outcome.logs));
        prop_assert_eq!(&here, &everybody);
        let sides = [known, Some(&ours), Some(&theirs)];
        let sides: Vec<_> = sides.into_iter().flatten().map(notes).collect();
        let ids: BTreeSet<EntryId> = sides.iter().flat_map(BTreeMap::keys).copied().collect();
        // What was damaged by what stood around it may be sound again, and nothing else may be there.
        let repaired: BTreeSet<EntryId> = everybody.keys().copied().filter(|id| !ids.contains(id)).collect();
        prop_assert!(repaired.is_empty() || has_damage(&ours) || has_damage(&theirs));
        prop_assert!(ids.iter().all(|id| everybody.contains_key(id)));
        for (id, texts) in &everybody {
            prop_assert_eq!(texts.len(), 1, "{} is in two logs", id);
            if repaired.contains(id) {
                continue;
            }
            let has = |side: &BTreeMap<EntryId, BTreeSet<String>>| {
                side.get(id).is_some_and(|side| texts.is_subset(side))
            };
            prop_assert!(sides.iter().any(has));
            let of = |side: &BTreeMap<EntryId, BTreeSet<String>>| side.get(id).cloned().unwrap_or_default();
            if has_base && sides[1..].iter().all(|side| of(side).len() == 1) && of(&sides[0]).len() == 1 {
                let (base, ours, theirs) = (of(&sides[0]), of(&sides[1]), of(&sides[2]));
                let expected = if theirs == base { ours } else { theirs };
                prop_assert_eq!(texts, &expected);
            }
        }
        // What is reported as replaced is a text of a side, and what is in no log is reported.
        for side in &sides[sides.len() - 2..] {
            for (id, texts) in side {
                for text in texts.difference(&everybody[id]) {
                    let is_old = has_base && sides[0].get(id).is_some_and(|base| base.contains(text));
                    let is_reported = |replaced: &Replaced| replaced.id == *id && String::from_utf8_lossy(&replaced.bytes).contains(text.as_str());
                    prop_assert!(is_old || outcome.replaced.iter().any(is_reported), "{id}: {text}");
                }
            }
        }
        // No damage is sent to those who had none.
        prop_assert!(has_damage(&theirs) || !has_damage(&outcome.logs));
    }

    #[test]
    fn what_is_merged_stays_as_it_is(
        first in prop::collection::vec(change(false), 0..12),
        ours in changes(true),
        theirs in changes(true),
    ) {
        let mut counter = Counter::default();
        let start = side(&first, &Side::default(), &mut counter);
        let base = logs(&start);
        let ours = logs(&side(&ours, &start, &mut counter));
        let theirs = logs(&side(&theirs, &start, &mut counter));
        let (Ok(one), Ok(other)) = (merged(Some(&base), &ours, &theirs), merged(Some(&base), &theirs, &ours)) else {
            return Ok(());
        };
        // Whether a damaged entry is sound without what was in its way depends on what is put where.
        let sound: BTreeSet<EntryId> = [&base, &ours, &theirs].into_iter().flat_map(|logs| notes(logs).into_keys()).collect();
        let ids = |outcome: &Merged| {
            let ids = notes(&outcome.logs).into_keys();
            ids.filter(|id| sound.contains(id)).collect::<BTreeSet<_>>()
        };
        prop_assert_eq!(&ids(&one), &sound);
        if has_damage(&ours) || has_damage(&theirs) {
            // Where damage stays may move once more, as when a text that was never closed is in it.
            let again = merged(Some(&one.logs), &one.here, &one.logs).expect("it was merged before");
            prop_assert_eq!(&ids(&again), &sound);
            return Ok(());
        }
        prop_assert_eq!(ids(&one), ids(&other));
        for base in [&base, &one.logs] {
            let again = merged(Some(base), &one.here, &one.logs).expect("it was merged before");
            prop_assert_eq!(shown(&again.logs), shown(&one.logs));
            prop_assert_eq!(shown(&again.here), shown(&one.here));
            prop_assert_eq!(again.replaced, []);
            prop_assert_eq!(&again.returned, &[]);
        }
        // Whoever has nothing new ends with the bytes of the others.
        let third = merged(Some(&base), &base, &one.logs).expect("nothing is new");
        prop_assert_eq!(shown(&third.logs), shown(&one.logs));
        prop_assert_eq!(shown(&third.here), shown(&one.logs));
    }

    #[test]
    fn all_have_the_same_bytes_after_everybody_has_merged_twice(
        first in prop::collection::vec(change(false), 0..12),
        rounds in prop::collection::vec(prop::collection::vec(changes(false), 3), 1..4),
    ) {
        let mut counter = Counter::default();
        let start = side(&first, &Side::default(), &mut counter);
        let mut hub = logs(&start);
        // What a clone knows of the others, and what it has in addition.
        let mut clones: Vec<(Logs, Logs)> = vec![(hub.clone(), hub.clone()); 3];
        let mut seen: BTreeSet<EntryId> = notes(&hub).into_keys().collect();
        let mut sides = [start.clone(), start.clone(), start];
        for round in rounds {
            for (place, changes) in round.iter().enumerate() {
                // Changes are made to what the clone had at first, as old copies that are saved over the logs.
                sides[place] = side(changes, &sides[place], &mut counter);
                let (base, own) = (&clones[place].0.clone(), logs(&sides[place]));
                seen.extend(notes(&own).into_keys());
                let outcome = merged(Some(base), &own, &hub).expect("no damage");
                hub = outcome.logs.clone();
                clones[place] = (outcome.logs, outcome.here);
            }
        }
        for _ in 0..2 {
            for clone in &mut clones {
                let outcome = merged(Some(&clone.0), &clone.1, &hub).expect("no damage");
                hub = outcome.logs.clone();
                *clone = (outcome.logs, outcome.here);
            }
        }
        for (_, here) in &clones {
            prop_assert_eq!(shown(&filled(here)), shown(&filled(&hub)));
            let outcome = merged(Some(&hub), here, &hub).expect("no damage");
            prop_assert_eq!(shown(&filled(&outcome.logs)), shown(&filled(&hub)));
        }
        prop_assert_eq!(notes(&hub).into_keys().collect::<BTreeSet<_>>(), seen);
    }
}
