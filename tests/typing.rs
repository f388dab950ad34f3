//! Lines as people type them in a hurry, and what each records.
//!
//! `tests/typing/lines.txt` has each line as it is typed in a batch, and indented below it what is recorded, or why it is
//! refused. `tests/typing/setup.txt` has the people and the items of that sprint. `UPDATE_EXPECT=1 cargo test --test typing`
//! writes what was seen: each changed line is to be read.

#[path = "support/program.rs"]
mod program;

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use chrono::{DateTime, FixedOffset};
use expect_test::expect_file;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::FileFailurePersistence;
use tempfile::TempDir;
use toml::{Table, Value};

use program::{Run, type_in};

#[test]
fn every_line_of_the_table_records_what_stands_below_it() {
    let sprint = sprint();
    let mut seen = String::new();
    for row in include_str!("typing/lines.txt").lines() {
        if row.starts_with("    ") {
            continue;
        }
        seen += &format!("{row}\n");
        if !row.is_empty() && !row.starts_with("# ") {
            for result in results(sprint.path(), row) {
                seen += &format!("    {result}\n");
            }
        }
    }
    expect_file!["typing/lines.txt"].assert_eq(&seen);
}

/// Makes the sprint of `setup.txt` in a folder of its own.
fn sprint() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let begin = ["init", "hut", "--from", "2017-02-26", "--to", "2017-03-04"];
    expect_recorded(&at(folder.path(), "2017-02-27T09:00:00+01:00", &begin, ""));
    let setup = include_str!("typing/setup.txt");
    for line in setup.lines() {
        expect_recorded(&at(
            folder.path(),
            "2017-02-27T09:00:00+01:00",
            &["batch"],
            line,
        ));
    }
    folder
}

fn expect_recorded(run: &Run) {
    assert_eq!(run.status, 0, "{}", run.errors);
}

fn at(folder: &Path, now: &str, words: &[&str], input: &str) -> Run {
    let now: DateTime<FixedOffset> = now.parse().expect("a time");
    let words: Vec<String> = words.iter().map(ToString::to_string).collect();
    type_in(folder, "ada", now, &words, input)
}

/// Records a line in a copy of the sprint, and returns the new entries.
fn record(sprint: &Path, line: &str) -> (Run, Vec<Table>) {
    let copy = tempfile::tempdir().expect("a temporary folder can be made");
    let (from, to) = (sprint.join("sprints/hut"), copy.path().join("sprints/hut"));
    fs::create_dir_all(&to).expect("a sound disk");
    for name in ["sprint.toml", "2017-02-27.toml"] {
        fs::copy(from.join(name), to.join(name)).expect("a sound disk");
    }
    let run = at(copy.path(), "2017-02-28T10:00:00+01:00", &["batch"], line);
    let new = entries(&to).split_off(entries(&from).len());
    (run, new)
}

/// Describes what a line records, and the remarks, or why it is refused.
fn results(sprint: &Path, line: &str) -> Vec<String> {
    let (run, entries) = record(sprint, line);
    assert_eq!(run.status == 0, !run.errors.contains("error:"), "{line}");
    let messages = run.errors.lines();
    let messages = messages.filter(|line| !line.starts_with("hint:"));
    let messages = messages.map(|line| line.replace("error: -:1:1:", "error:"));
    entries.iter().map(meaning).chain(messages).collect()
}

/// Reads the entries of a sprint, day by day.
fn entries(folder: &Path) -> Vec<Table> {
    let read = |day: &str| fs::read_to_string(folder.join(day)).unwrap_or_default();
    let logs = ["2017-02-27.toml", "2017-02-28.toml"].map(read);
    let lines = logs.iter().flat_map(|log| log.lines());
    let entries = lines.filter(|line| !line.starts_with('#')).map(|line| {
        let log: Table = line.parse().expect("an entry is a line of TOML");
        log.into_iter().next().and_then(|(_, entry)| match entry {
            Value::Table(entry) => Some(entry),
            _ => None,
        })
    });
    entries.flatten().collect()
}

/// Writes an entry as its kind, its item, its text and its other keys, other than when and by whom.
fn meaning(entry: &Table) -> String {
    let skipped = ["at", "by", "kind", "batch", "entered"];
    let keys = entry
        .iter()
        .filter(|(key, _)| !skipped.contains(&key.as_str()));
    let words = keys.map(|(key, value)| match (key.as_str(), value) {
        ("item", Value::String(id)) => number(id).to_owned(),
        ("under", Value::String(id)) => format!("under={}", number(id)),
        ("text", text) => text.to_string(),
        (key, Value::Array(names)) => {
            let names = names.iter().filter_map(Value::as_str);
            format!("{key}={}", names.collect::<Vec<_>>().join(","))
        }
        (key, value) => format!("{key}={value}"),
    });
    let kind = entry["kind"].as_str().unwrap_or_default().to_owned();
    [kind]
        .into_iter()
        .chain(words)
        .collect::<Vec<_>>()
        .join(" ")
}

fn number(id: &str) -> &str {
    id.split('-').next().unwrap_or(id)
}

/// Words that mean something to the grammar, or look as if they did.
const WORDS: [&str; 41] = [
    "ada", "carla", "Emil", "mary", "anne", "okafor", "rob", "robert", "zoe", "+zoe", "me", "all",
    "and", "&", "with", "around", "?", "maybe", "(ada)", "(ada,", "carla)", "(zoe)", "(all", "3",
    "#3", "3,", "12", "core", "Release", "2.0", "CI", "/", "-", "--", "-3", "->", "\"", "'",
    "break", "MERGED", "1.5)",
];

/// Options, some with what they take.
const OPTIONS: [&str; 9] = [
    "-p",
    "--with",
    "-t",
    "-u",
    "--when",
    "--only",
    "--topic=Core",
    "-x",
    "-i",
];

/// Generates a line of words: some that mean something, some that occur nowhere else.
fn typed_line() -> impl Strategy<Value = String> {
    let verb = select(vec![
        "plan",
        "assign 3",
        "progress 3",
        "result 3",
        "done 3",
        "drop 3",
        "discuss",
        "talk",
        "next",
        "note",
        "goal",
        "thank",
        "reword 3",
        "move 3",
        "unassign 3",
        "leave",
        "day",
        "join",
    ]);
    let word = prop_oneof![
        4 => select(WORDS.to_vec()).prop_map(str::to_owned),
        1 => select(OPTIONS.to_vec()).prop_map(str::to_owned),
        3 => "[qx][a-z]{3}q",
    ];
    let words = prop::collection::vec(word, 0..8);
    (verb, words).prop_map(|(verb, words)| format!("{verb} {}", words.join(" ")))
}

/// What a word of a line is when it is not text: the nick of a known person, or the number of an item.
fn other_form(word: &str) -> &str {
    match word {
        "ada" | "okafor" | "me" => "ada",
        "mary" | "anne" => "mary anne",
        "all" => "everybody",
        word => word,
    }
}

fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok();
    ProptestConfig {
        cases: cases.and_then(|cases| cases.parse().ok()).unwrap_or(256),
        failure_persistence: Some(Box::new(FileFailurePersistence::Off)),
        ..ProptestConfig::default()
    }
}

/// The sprint of `setup.txt`.
static SPRINT: LazyLock<TempDir> = LazyLock::new(sprint);

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_word_that_is_typed_is_recorded_or_the_line_is_refused(line in typed_line()) {
        let (run, entries) = record(SPRINT.path(), &line);
        if run.status != 0 {
            prop_assert!(entries.is_empty(), "{}: {}", line, run.errors);
            return Ok(());
        }
        let values = entries.iter().flat_map(|entry| entry.iter());
        let strings = values.flat_map(|(key, value)| match (key.as_str(), value) {
            ("item" | "under", Value::String(id)) => vec![number(id).to_owned()],
            (_, Value::String(text)) => vec![text.to_lowercase()],
            (_, Value::Array(names)) => names
                .iter()
                .filter_map(Value::as_str)
                .map(str::to_lowercase)
                .collect(),
            _ => Vec::new(),
        });
        let strings: Vec<String> = strings.collect();
        let has = |word: &str| {
            let words = strings.iter().flat_map(|text| text.split_whitespace());
            let mut words = words.flat_map(|text| text.split([',', '/', '=']));
            words.any(|text| text.trim_matches(|letter: char| !letter.is_alphanumeric()) == word)
                || strings.iter().any(|text| text.trim_end_matches('?') == word)
        };
        for word in line.split_whitespace().skip(1) {
            // Words that only say how the others belong together, and options.
            let is_link = ["and", "with", "around", "maybe"].contains(&word);
            if is_link || (word.starts_with('-') && !word.starts_with("--topic")) {
                continue;
            }
            let word = word.trim_start_matches("--topic=").to_lowercase();
            let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
            let is_there = word.is_empty() || has(word) || has(other_form(word));
            prop_assert!(is_there, "{}: {} is not in {:?}", line, word, strings);
        }
    }
}
