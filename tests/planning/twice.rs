//! A document imported twice records nothing the second time: random pads, each in several versions.

use std::path::Path;

use chrono::{DateTime, FixedOffset, TimeDelta};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use tempfile::TempDir;

use crate::program::{Run, type_in};

const TASKS: [&str; 34] = [
    "port the socket module",
    "port the socket module to Windows",
    "porting the socket module",
    "fix the leak in the parser",
    "fix the crash in the parser",
    "the parser",
    "rewrite the scanner on top of the new reader (mostly done, the tables are missing)",
    "rewriting the scanner",
    "fix #123",
    "#123 the JIT crashes on ARM",
    "see https://example.org/wiki/Plan_(old)?x=1#2",
    "discuss the release",
    "tutorial on the garbage collector",
    "write docs: the hooks, the options",
    "write a tool that finds slow tests. Consider running it every night",
    "release 1.4 (branch, tag)",
    "what to do with GenC?",
    "`a|b` and __init__ and *.py",
    "JIT on x86_64: -fPIC",
    "clean up (the tests)",
    "make `--file` work (crashes somehow)",
    "running it!",
    "a",
    "DONE",
    "?",
    "sqlite",
    "sqlite support",
    "look into sqlite",
    "Windows build bots and the nightly tests, if somebody has a machine",
    "talk to the people of the other project about a common test suite",
    "\u{1f41b} hunting",
    "na\u{ef}ve \u{201c}quotes\u{201d} \u{2026}",
    "~~old~~ new",
    "@armin should see this",
];

const NAMES: [&str; 22] = [
    "Armin",
    "armin",
    "Anto",
    "Carl Friedrich",
    "cfbolz",
    "Maciek",
    "fijal",
    "Amaury",
    "+Amaury",
    "@ronan",
    "Ronan?",
    "Samuele around",
    "help from Anto",
    "half of Maciek",
    "everybody",
    "all",
    "a bit of Laura",
    "Armin or Holger?",
    "Holger to review",
    "...",
    "X",
    "Romain, Dario",
];

const STATUSES: [&str; 42] = [
    "decided: MIT",
    "DECIDED, MIT",
    "decided: not yet",
    "POSTPONED until autumn",
    "moved to next sprint",
    "-> next sprint",
    "not this week",
    "VERSCHOBEN auf Herbst",
    "DONE upstream in #12",
    "done yesterday",
    "DONE",
    "(DONE)",
    "[DONE]",
    "DONE:",
    "MERGED",
    "FIXED",
    "IN-PROGRESS",
    "IN PROGRESS",
    "SOME PROGRESS",
    "MOSTLY DONE",
    "mostly done",
    "DONE (mostly)",
    "DONE, but slower",
    "DONE modulo some problems",
    "DONE: faster by a third",
    "NOT DONE",
    "DONE?",
    "-> TRACKER",
    "POSTPONED",
    "POSTPONED: no time",
    "ABANDONED",
    "HAPPENED",
    "WAITING FOR REVIEW",
    "GOOD PROGRESS WE GUESS",
    "EASIER THAN FEARED",
    "BUGGY",
    "TODO",
    "\u{2705}",
    "\u{1f6a7}",
    "\u{274c}",
    "Thu 17:00",
    "after lunch",
];

const HEADINGS: [&str; 26] = [
    "Tasks",
    "JIT",
    "## JIT",
    "### Backends",
    "# Sprint",
    "GC\n--",
    "Release work\n============",
    "JIT / GC:",
    "Open issues::",
    "LLVM backend (armin, anto)::",
    "**Documentation**",
    "Discussions",
    "## Discussions",
    "discussions to be had:",
    "Talks:",
    "Strings discussion:",
    "Pairing\n-------",
    "Status:",
    "outcome:",
    "later:",
    "Cleanups",
    "other tasks:",
    "PEOPLE",
    "Done:",
    "Monday",
    "overall time planning::",
];

const PRESENCE: [&str; 9] = [
    "People present: Armin, Anto, Carl Friedrich Bolz",
    "Here: Armin, Anto",
    "People present:\n\n- Armin Rigo\n- Carl Friedrich Bolz [work on _sre]\n- Maciek",
    "Attendees:\nArmin, Anto,\nSamuele (until Fri)",
    "    Armin Rigo            whole-time\n    Samuele Pedroni       whole-time",
    "People\n------\n\nArmin\nAnto\nHolger",
    "Here: Armin\n\nAway: Anto",
    "later: Holger",
    "Here:",
];

const NOTES: [&str; 21] = [
    "decided: MIT",
    "--> Beschluss: we keep it",
    "decided: nothing yet",
    "decisions:",
    "Armin: the tests pass",
    "we found out that it is slow",
    "DONE",
    "(armin, anto)",
    "armin",
    "OUTCOME: we keep it",
    "outcome:",
    "still some problems, see the tracker (holger)",
    "the tests pass now.",
    "and of the other one",
    "(which is hard)",
    "solution: unknown at this point.",
    "DONE: found it",
    "Plan: enable it by default",
    "IN PROGRESS",
    "> quoted",
    "```\ncode\n```",
];

const WHOLE: [&str; 14] = [
    "",
    "",
    "basically everyone should keep an eye on it, in the meantime\nworking on a subtask..",
    "| task | who | status |\n| --- | --- | --- |\n| port it | Armin | done |\n| write docs | Anto, Amaury | |",
    "- Armin, Anto\n  make it work\n  (crashes somehow)",
    "- DONE Armin, Anto\n  make it fast",
    "- DONE (armin)\n  make it small",
    "- ?\n  make it blue, maybe\n  similar to the other",
    "* armin: write a mail, fix the entry point",
    "(Armin, Anto) a line without a bullet",
    "<!-- a comment -->",
    "- [ ] #1 fix the leak",
    "---",
    "- (tracker ->) write an answer",
];

/// What edits put into a line.
fn addition() -> impl Strategy<Value = String> {
    let bracket = |names: Vec<&str>| format!(" ({})", names.join(", "));
    prop_oneof![
        prop::collection::vec(select(NAMES.to_vec()), 1..4).prop_map(bracket),
        select(STATUSES.to_vec()).prop_map(|status| format!(" {status}")),
        select(STATUSES.to_vec()).prop_map(|status| format!(": {status}")),
        select(TASKS.to_vec()).prop_map(|task| format!(" {task}")),
        "[a-z]{1,8}( [a-z]{1,8}){0,4}".prop_map(|words| format!(" {words}")),
    ]
}

/// The words of an item: people and statuses in front and behind.
fn item() -> impl Strategy<Value = String> {
    let names = || prop::collection::vec(select(NAMES.to_vec()), 1..4);
    let task = prop_oneof![
        6 => select(TASKS.to_vec()).prop_map(str::to_owned),
        1 => "[a-z]{1,8}( [a-z]{1,8}){0,9}",
        1 => any::<String>().prop_map(|text| text.replace(['\n', '\r'], " ")),
    ];
    let front = prop_oneof![
        6 => Just(String::new()),
        1 => names().prop_map(|names| format!("({}) ", names.join(", "))),
        1 => names().prop_map(|names| format!("{}: ", names.join(", "))),
        1 => select(STATUSES.to_vec()).prop_map(|status| format!("{status} ")),
        1 => (select(STATUSES.to_vec()), names()).prop_map(|(status, names)| format!("{status} {}: ", names.join(", "))),
    ];
    let behind = prop::collection::vec(addition(), 0..3);
    (front, task, behind).prop_map(|(front, task, behind)| front + &task + &behind.concat())
}

/// Some lines of a pad.
fn block() -> impl Strategy<Value = String> {
    let sign = select(vec![
        "- ",
        "* ",
        "- [ ] ",
        "- [x] ",
        "1. ",
        "  - ",
        "    - ",
        "      * ",
        "-> ",
        "\u{2022} ",
        "",
    ]);
    let below = select(vec!["  ", "    ", "        ", "    - ", "      * ", ""]);
    prop_oneof![
        8 => (sign, item()).prop_map(|(sign, item)| sign.to_owned() + &item),
        2 => (sign_of_part(), item()).prop_map(|(sign, item)| sign + &item),
        2 => (below, select(NOTES.to_vec())).prop_map(|(below, note)| indented(below, note)),
        2 => select(HEADINGS.to_vec()).prop_map(|heading| format!("\n{heading}\n")),
        1 => select(PRESENCE.to_vec()).prop_map(|list| format!("\n{list}\n")),
        1 => select(WHOLE.to_vec()).prop_map(str::to_owned),
    ]
}

fn sign_of_part() -> impl Strategy<Value = String> {
    select(vec!["  - ", "    * ", "    - [ ] ", "\t- "]).prop_map(str::to_owned)
}

fn indented(sign: &str, text: &str) -> String {
    let hanging = " ".repeat(sign.len());
    format!("{sign}{}", text.replace('\n', &format!("\n{hanging}")))
}

/// How somebody changes a pad.
#[derive(Clone, Debug)]
enum Edit {
    Add(Index, String),
    Delete(Index),
    Move(Index, Index),
    /// Writes the line again.
    Copy(Index, Index),
    /// Writes something behind a line.
    Append(Index, String),
    /// Writes something in front of the words of a line.
    Prepend(Index, String),
    /// Deletes a word.
    Cut(Index, Index),
    /// Puts other words in the place of one.
    Replace(Index, Index, String),
    /// Breaks the line at a word.
    Wrap(Index, Index),
}

fn edit() -> impl Strategy<Value = Edit> {
    let place = any::<Index>;
    let status = select(STATUSES.to_vec()).prop_map(str::to_owned);
    prop_oneof![
        2 => (place(), block()).prop_map(|(line, block)| Edit::Add(line, block)),
        2 => place().prop_map(Edit::Delete),
        1 => (place(), place()).prop_map(|(line, to)| Edit::Move(line, to)),
        1 => (place(), place()).prop_map(|(line, to)| Edit::Copy(line, to)),
        3 => (place(), addition()).prop_map(|(line, words)| Edit::Append(line, words)),
        1 => (place(), status).prop_map(|(line, words)| Edit::Prepend(line, words)),
        2 => (place(), place()).prop_map(|(line, word)| Edit::Cut(line, word)),
        1 => (place(), place(), "[a-z]{1,8}( [a-z]{1,8})?").prop_map(|(line, word, words)| Edit::Replace(line, word, words)),
        1 => (place(), place()).prop_map(|(line, word)| Edit::Wrap(line, word)),
    ]
}

impl Edit {
    fn apply(&self, lines: &mut Vec<String>) {
        if lines.is_empty() {
            lines.push(String::new());
        }
        let count = lines.len();
        match self {
            Edit::Add(line, block) => lines.insert(line.index(count), block.clone()),
            Edit::Delete(line) => drop(lines.remove(line.index(count))),
            Edit::Move(line, to) => {
                let line = lines.remove(line.index(count));
                lines.insert(to.index(count), line);
            }
            Edit::Copy(line, to) => {
                let line = lines[line.index(count)].clone();
                lines.insert(to.index(count), line);
            }
            Edit::Append(line, words) => lines[line.index(count)].push_str(words),
            Edit::Prepend(line, words) => {
                let line = &mut lines[line.index(count)];
                let sign = line.find(char::is_alphanumeric).unwrap_or(line.len());
                line.insert_str(sign, &format!("{words} "));
            }
            Edit::Cut(line, word) => at_word(&mut lines[line.index(count)], *word, ""),
            Edit::Replace(line, word, words) => {
                at_word(&mut lines[line.index(count)], *word, words);
            }
            Edit::Wrap(line, word) => at_word(&mut lines[line.index(count)], *word, "\n  "),
        }
    }
}

/// Puts other words in the place of one behind the sign of a line.
fn at_word(line: &mut String, word: Index, words: &str) {
    let places: Vec<usize> = line.match_indices(' ').map(|(place, _)| place).collect();
    if places.is_empty() {
        return;
    }
    let place = places[word.index(places.len())];
    if words.starts_with('\n') {
        line.replace_range(place..=place, words);
        return;
    }
    let end = line[place + 1..]
        .find(' ')
        .map_or(line.len(), |end| place + 1 + end);
    line.replace_range(place + 1..end, words);
}

/// Generates the versions of a pad.
fn versions() -> impl Strategy<Value = Vec<String>> {
    let pad = prop::collection::vec(block(), 1..16);
    let edits = prop::collection::vec(prop::collection::vec(edit(), 1..6), 1..3);
    (pad, edits).prop_map(|(mut lines, edits)| {
        let mut versions = vec![lines.join("\n")];
        for edits in edits {
            let text = lines.join("\n");
            lines = text.split('\n').map(str::to_owned).collect();
            for edit in edits {
                edit.apply(&mut lines);
            }
            versions.push(lines.join("\n"));
        }
        versions
    })
}

/// A sprint into which documents are imported, a minute apart.
struct Importing {
    folder: TempDir,
    now: DateTime<FixedOffset>,
}

impl Importing {
    fn new() -> Importing {
        let now = DateTime::parse_from_rfc3339("2017-02-27T09:00:00+01:00").expect("a time");
        let mut importing = Importing {
            folder: tempfile::tempdir().expect("a folder"),
            now,
        };
        let init = importing.run("init leysin-2017 --from 2017-02-27 --to 2017-03-03", "");
        assert_eq!(init.status, 0, "{}", init.errors);
        importing
    }

    fn run(&mut self, command: &str, input: &str) -> Run {
        self.now += TimeDelta::minutes(1);
        let words: Vec<String> = command.split(' ').map(str::to_owned).collect();
        let folder: &Path = self.folder.path();
        type_in(folder, "typist", self.now, &words, input)
    }

    /// Returns what importing a document printed as recorded.
    fn import(&mut self, text: &str) -> Run {
        self.run("import - --yes", text)
    }
}

proptest! {
    #![proptest_config(crate::config(64))]

    #[test]
    fn a_document_imported_twice_records_nothing_the_second_time(versions in versions()) {
        let mut importing = Importing::new();
        for (place, text) in versions.iter().enumerate() {
            let first = importing.import(text);
            let again = importing.import(text);
            prop_assert!(
                again.output.is_empty() && again.status == first.status,
                "version {place}:\n{}\n-- first\n{}{}\n-- again\n{}{}",
                versions.join("\n-- then\n"), first.output, first.errors, again.output, again.errors,
            );
        }
        let own = importing.run("board --for markdown", "").output;
        let again = importing.import(&own);
        prop_assert!(
            again.output.is_empty() && again.status == 0,
            "{}\n-- exported\n{own}\n-- again\n{}{}", versions.join("\n-- then\n"), again.output, again.errors,
        );
    }
}
