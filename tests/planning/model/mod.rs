//! The planning document against a model: what is edited in it, and only that, is so afterwards.

mod document;
mod edits;
mod rules;
mod state;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset, TimeDelta};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use sprint_journal::domain::{Action, Config, Entry, Sprint};
use sprint_journal::journal::{Folder, Journal, NewSprint, line};
use sprint_journal::planning::{Shown, write};

use super::history::{Counter, Words, attempt};
use super::program::{Run, type_in};
use super::{NAME, config, day, start, text};
use document::sections;
use edits::edit;
use rules::Model;
use state::items;

/// Words that no two of which are alike.
const NOUNS: [&str; 24] = [
    "parser",
    "memoryview",
    "tarball",
    "socket",
    "garbage",
    "windows",
    "bridge",
    "pickle",
    "unicode",
    "kernel",
    "website",
    "profiler",
    "closure",
    "decimal",
    "ladder",
    "harbour",
    "quartz",
    "violin",
    "zebra",
    "magnet",
    "falcon",
    "biscuit",
    "juniper",
    "lantern",
];

fn plain() -> impl Strategy<Value = String> {
    let nouns = prop::sample::subsequence(NOUNS.to_vec(), 2..4);
    nouns.prop_map(|nouns| nouns.join(" "))
}

/// Titles with what has a meaning of its own elsewhere in a line.
const HOSTILE: [&str; 8] = [
    "teach the owl (a young one)",
    "moths: their lamps",
    "moths: DONE",
    "(DONE) count the owls",
    "owls of #12 at night",
    "*owls* and __moths__",
    "owls\\moths \\_ lamps",
    "feed the DONE owls, then MERGED",
];

const TOPICS: [&str; 4] = ["JIT", "CPyExt", "Release", "Release/Docs"];

fn is_plain(text: &str) -> bool {
    text.split(' ').all(|word| NOUNS.contains(&word))
}

fn words() -> Words {
    Words {
        text: prop_oneof![
            8 => plain().boxed(),
            1 => select(HOSTILE.to_vec()).prop_map(str::to_owned).boxed(),
            2 => text().boxed(),
        ].boxed(),
        name: select(vec!["armin", "anto", "samuele", "ronan", "everybody"]).prop_map(str::to_owned).boxed(),
        topic: prop_oneof![3 => select(TOPICS.to_vec()).prop_map(str::to_owned).boxed(), 1 => text().boxed()].boxed(),
    }
}

fn history() -> impl Strategy<Value = Vec<Entry>> {
    prop::collection::vec((attempt(&words()), 0i64..600), 3..25).prop_map(|mut attempts| {
        attempts.sort_by_key(|(_, minute)| *minute);
        let mut counter = Counter::default();
        let mut sprint = Sprint::default();
        for (attempt, minute) in attempts {
            let action = attempt.on(&sprint);
            let is_left_out = match &action {
                Action::Renumber(_) | Action::Photo(_) => true,
                // A word that is nobody's name.
                Action::Join(join) => join.nick == "everybody",
                _ => false,
            };
            if is_left_out {
                continue;
            }
            let entry = counter.entry(
                &sprint,
                start() + TimeDelta::minutes(minute),
                "armin".to_owned(),
                action,
            );
            if let Ok(next) = sprint.clone().admit(entry) {
                sprint = next;
            }
        }
        sprint.entries().to_vec()
    })
}

/// Makes a folder with a sprint of some entries, which is deleted after the test.
fn folder_with(entries: &[Entry]) -> (tempfile::TempDir, Folder) {
    let env = tempfile::tempdir().expect("a temporary folder can be made");
    let journal =
        Journal::find_or_begin(Some(env.path()), std::path::Path::new("")).expect("a new journal");
    let folder = journal
        .create(NAME, &NewSprint::default())
        .expect("a new sprint");
    let log: String = entries.iter().map(line).collect();
    if !entries.is_empty() {
        std::fs::write(folder.path.join("2017-03-01.toml"), log).expect("a sound disk");
    }
    (env, folder)
}

fn import(env: &std::path::Path, now: DateTime<FixedOffset>, text: &str) -> Run {
    let words = ["import", "--yes", "-"].map(str::to_owned);
    type_in(env, "armin", now, &words, text)
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn what_is_edited_and_nothing_else_is_so_afterwards(
        entries in history(), edits in prop::collection::vec((edit(), any::<Index>()), 1..6),
    ) {
        let (env, folder) = folder_with(&entries);
        let sprint = Sprint::from_entries(folder.read().expect("a folder").entries);
        let exported = write(NAME, &Config::default(), &sprint, Shown::Board(day(1)));
        let before = items(&sprint);
        let mut model = Model {
            sprint: &sprint,
            items: &before,
            sections: sections(&exported, &before),
            states: before.iter().map(|item| (item.id, item.state.clone())).collect(),
            new: BTreeMap::new(),
            touched: BTreeSet::new(),
            has_heading_edit: false,
            gone: None,
            gone_list: None,
        };
        for (edit, index) in &edits {
            model.apply(edit, *index);
        }
        model.settle_places();
        let text = model.text();
        let run = import(env.path(), start() + TimeDelta::minutes(700), &text);
        let told = format!("{exported}\n=====\n{text}\n=====\n{}\n{}", run.output, run.errors);
        prop_assert_eq!(run.status, 0, "{}", told);
        let after = Sprint::from_entries(folder.read().expect("a folder").entries);
        let mut new = model.new.clone();
        for item in items(&after) {
            let seen = item.state;
            let mut wanted = match model.states.get(&item.id) {
                Some(wanted) => wanted.clone(),
                None => {
                    let wanted = new.remove(&seen.title);
                    prop_assert!(wanted.is_some(), "{:?} is new\n{}", seen.title, told);
                    wanted.unwrap_or_else(|| seen.clone())
                }
            };
            // What was closed or opened again has other people on it than before.
            if before.iter().any(|before| before.id == item.id && before.sign != item.sign) {
                wanted.people = seen.people.clone();
            }
            prop_assert_eq!(seen, wanted, "{}\n{}", item.label, told);
        }
        prop_assert!(new.is_empty(), "{:?} is not there\n{}", new, told);
        // The same document records nothing the second time.
        let again = import(env.path(), start() + TimeDelta::minutes(710), &text);
        let twice = Sprint::from_entries(folder.read().expect("a folder").entries);
        prop_assert_eq!(twice.entries().len(), after.entries().len(), "{}\nthe second time\n{}\n{}", told, again.output, again.errors);
    }
}
