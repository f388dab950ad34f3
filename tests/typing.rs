//! Lines as people type them in a hurry, and what each records.
//!
//! `tests/typing/lines.txt` has each line as it is typed in a batch, and indented below it what is recorded, or why it is
//! refused. `tests/typing/setup.txt` has the people and the items of that sprint. `UPDATE_EXPECT=1 cargo test --test typing`
//! writes what was seen: each changed line is to be read.

#[path = "support/program.rs"]
mod program;

use std::fs;
use std::path::Path;

use chrono::{DateTime, FixedOffset};
use expect_test::expect_file;
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

/// Records a line in a copy of the sprint, and returns the entries with the remarks, or why it was refused.
fn results(sprint: &Path, line: &str) -> Vec<String> {
    let copy = tempfile::tempdir().expect("a temporary folder can be made");
    let (from, to) = (sprint.join("sprints/hut"), copy.path().join("sprints/hut"));
    fs::create_dir_all(&to).expect("a sound disk");
    for name in ["sprint.toml", "2017-02-27.toml"] {
        fs::copy(from.join(name), to.join(name)).expect("a sound disk");
    }
    let run = at(copy.path(), "2017-02-28T10:00:00+01:00", &["batch"], line);
    let messages = run.errors.lines();
    let messages = messages.filter(|line| !line.starts_with("hint:"));
    let messages = messages.map(|line| line.replace("error: line 1:", "error:"));
    let recorded = entries(&from).len();
    let mut results: Vec<String> = entries(&to)[recorded..].iter().map(meaning).collect();
    results.extend(messages);
    assert_eq!(run.status == 0, !run.errors.contains("error:"), "{line}");
    results
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
