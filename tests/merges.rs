//! The logs of three laptops, with real repositories: random histories of recording, editing by hand,
//! merging, rebasing and picking with plain git; and of losing, cutting and editing them, with `sync`.

#[path = "support/history.rs"]
mod history;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::{DateTime, FixedOffset, TimeDelta};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::FileFailurePersistence;
use sprint_journal::domain::{Action, Config, Entry, EntryId, Note, Sprint};
use sprint_journal::journal::{Folder, Journal, NewSprint};
use sprint_journal::report::{Choices, Report, Template, markdown};
use sprint_journal::view::{Board, Look, Wanted, board};
use tempfile::TempDir;

use history::{Attempt, Counter, Words, attempt};

const CLONES: [&str; 3] = ["armin", "anto", "bea"];
const LOG: &str = "2017-02-27.toml";

/// How many notes there are before the clones differ; each clone has one of them to edit, with others between them.
const FIRST_NOTES: usize = 14;

/// One thing that happens in one of the clones.
#[derive(Clone, Debug)]
enum Step {
    /// Something is recorded, about some item.
    Record(Attempt),
    /// The note that this clone may edit gets other words.
    Edit(u32),
    /// An editor leaves the last line without its newline.
    LoseNewline,
    /// An editor writes CRLF.
    Crlf,
    /// What others pushed is merged, and the result is pushed.
    Pull,
    /// The same by rebase.
    PullRebase,
    /// The branch of another clone is merged: two that do so cross each other.
    Merge(Index),
    /// The branch goes on top of that of another clone.
    Rebase(Index),
    /// The last commit of another clone is picked.
    CherryPick(Index),
    /// Another clone's branch is merged in the shared repository, where no working tree is.
    Forge(Index),
}

/// Words that many lines share make it hard to tell lines apart.
fn record() -> impl Strategy<Value = Attempt> {
    attempt(&Words {
        text: Just("done".to_owned()).boxed(),
        name: select(CLONES.map(str::to_owned).to_vec()).boxed(),
        topic: Just("done".to_owned()).boxed(),
    })
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => record().prop_map(Step::Record),
        1 => any::<u32>().prop_map(Step::Edit),
        1 => Just(Step::LoseNewline),
        1 => Just(Step::Crlf),
        2 => Just(Step::Pull),
        1 => Just(Step::PullRebase),
        2 => any::<Index>().prop_map(Step::Merge),
        1 => any::<Index>().prop_map(Step::Rebase),
        1 => any::<Index>().prop_map(Step::CherryPick),
        1 => any::<Index>().prop_map(Step::Forge),
    ]
}

/// Which logs there are, and what git knows about them.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Logs {
    /// One a day, with the `.gitattributes` of `init`.
    Shared,
    /// One a day for each writer, with the `.gitattributes` of `init`.
    PerWriter,
    /// One a day for each writer, without `.gitattributes`. Then nobody edits the log of another, and what
    /// others have is neither rebased nor picked: git takes a change with two ids, whose writer has gone on since, for two
    /// changes of the same lines.
    PerWriterUntold,
}

/// A shared repository and clones of it, and what was recorded anywhere.
struct TestEnv {
    folder: TempDir,
    logs: Logs,
    now: DateTime<FixedOffset>,
    counter: Counter,
    recorded: BTreeMap<EntryId, Entry>,
    /// Which clones have edited their note. Once edited on both sides of a merge, a line is two lines to git.
    edited: [bool; CLONES.len()],
}

impl TestEnv {
    fn new(logs: Logs, style: &str) -> TestEnv {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let mut env = TestEnv {
            folder,
            logs,
            now: DateTime::parse_from_rfc3339("2017-02-27T09:00:00+01:00").expect("a time"),
            counter: Counter::default(),
            recorded: BTreeMap::new(),
            edited: [false; CLONES.len()],
        };
        let config = format!(
            "[user]\nname = a\nemail = a@example.org\n[merge]\nconflictStyle = {style}\n[init]\ndefaultBranch = main\n[core]\nfsync = none\n"
        );
        fs::write(env.folder.path().join(".gitconfig"), config).expect("a sound disk");
        env.git("", &["init", "-q", "--bare", "shared.git"]);
        env.git("", &["clone", "-q", "shared.git", CLONES[0]]);
        let journal =
            Journal::find_or_begin(Some(&env.path(0)), &PathBuf::new()).expect("a new journal");
        let folder = journal
            .create("hut", &NewSprint::default())
            .expect("a new sprint");
        if logs != Logs::Shared {
            let settings = fs::read_to_string(folder.path.join("sprint.toml")).expect("settings");
            let settings = settings.replace("# log = \"per-writer\"", "log = \"per-writer\"");
            fs::write(folder.path.join("sprint.toml"), settings).expect("a sound disk");
        }
        if logs == Logs::PerWriterUntold {
            fs::remove_file(journal.root().join(".gitattributes")).expect("a sound disk");
        }
        for place in 0..FIRST_NOTES {
            env.note(CLONES[0], format!("note {place}"));
        }
        if logs == Logs::PerWriter {
            // A commit can only be picked where the file exists.
            for by in &CLONES[1..] {
                env.note(by, "here".to_owned());
            }
        }
        env.commit(0);
        env.git(CLONES[0], &["push", "-q", "origin", "HEAD"]);
        for clone in &CLONES[1..] {
            env.git("", &["clone", "-q", "shared.git", clone]);
        }
        env
    }

    fn path(&self, clone: usize) -> PathBuf {
        self.folder.path().join(CLONES[clone])
    }

    fn sprint_folder(&self, clone: usize) -> Folder {
        let journal =
            Journal::find(Some(&self.path(clone)), Path::new("")).expect("a readable folder");
        let mut sprints = journal
            .expect("a journal")
            .sprints()
            .expect("a readable folder");
        sprints.pop().expect("a sprint")
    }

    /// Returns the log that a clone writes to, if there is one.
    fn log(&self, clone: usize) -> Option<PathBuf> {
        let name = match self.logs {
            Logs::Shared => LOG.to_owned(),
            _ => LOG.replace("toml", &format!("{}.toml", CLONES[clone])),
        };
        Some(self.sprint_folder(clone).path.join(name)).filter(|log| log.exists())
    }

    /// Runs git, which must not fail.
    fn git(&self, folder: &str, words: &[&str]) -> String {
        let output = Command::new("git")
            .args(words)
            .current_dir(self.folder.path().join(folder))
            .env("HOME", self.folder.path())
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("GIT_EDITOR", "true")
            .output()
            .expect("git can be started");
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let complained = String::from_utf8_lossy(&output.stderr);
        assert!(
            output.status.success(),
            "git {words:?} in {folder}: {said}{complained}{}",
            self.git_status(folder)
        );
        said.trim().to_owned()
    }

    fn git_status(&self, folder: &str) -> String {
        let output = Command::new("git")
            .args(["diff"])
            .current_dir(self.folder.path().join(folder))
            .output();
        output
            .map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
            .unwrap_or_default()
    }

    fn read(&self, clone: usize) -> Sprint {
        let reading = self.sprint_folder(clone).read().expect("a readable folder");
        assert_eq!(reading.diagnostics, [], "in {}", CLONES[clone]);
        Sprint::from_entries(reading.entries)
    }

    fn note(&mut self, by: &str, text: String) {
        let sprint = self.read(0);
        self.append_by(
            by,
            0,
            Action::Note(Note {
                text: text.into(),
                topic: None,
            }),
            sprint,
        );
    }

    fn append(&mut self, clone: usize, action: Action, sprint: Sprint) {
        self.append_by(CLONES[clone], clone, action, sprint);
    }

    fn append_by(&mut self, by: &str, clone: usize, action: Action, sprint: Sprint) {
        // The clocks of the clones are some seconds apart, and nobody types in the same millisecond.
        self.now += TimeDelta::milliseconds(1_001);
        let at = self.now + TimeDelta::seconds(7 * clone as i64);
        let entry = self.counter.entry(&sprint, at, by.to_owned(), action);
        if sprint.admit(entry.clone()).is_ok() {
            let folder = self.sprint_folder(clone);
            let writer = folder.log_writer(|| ()).expect("nobody else writes");
            writer
                .append(&folder.lines_of([&entry]))
                .expect("a sound disk");
            self.recorded.insert(entry.id, entry);
        }
    }

    fn commit(&self, clone: usize) {
        self.git(CLONES[clone], &["add", "-A"]);
        self.git(
            CLONES[clone],
            &["commit", "-q", "--allow-empty", "-m", "logs"],
        );
    }

    /// Changes the words of the note of a clone, wherever the log has it.
    fn edit(&mut self, clone: usize, words: u32) {
        self.edited[clone] = true;
        let notes: Vec<EntryId> = self
            .recorded
            .keys()
            .filter(|id| id.number().is_none())
            .cloned()
            .collect();
        let mut notes: Vec<&Entry> = notes
            .iter()
            .filter_map(|id| self.recorded.get(id))
            .collect();
        notes.sort_by_key(|entry| entry.at);
        let note = notes[1 + 4 * clone].clone();
        let log = self.sprint_folder(clone).path.join(match self.logs {
            Logs::Shared => LOG.to_owned(),
            _ => LOG.replace("toml", &format!("{}.toml", CLONES[0])),
        });
        let text = fs::read_to_string(&log).expect("a log");
        let id = note.id.to_string();
        let new = Action::Note(Note {
            text: format!("in other words {words}").into(),
            topic: None,
        });
        let edited: String = text
            .split_inclusive('\n')
            .map(|line| match line.starts_with(&id) {
                true => line.replacen(
                    line.split("text = ").nth(1).unwrap_or_default(),
                    &format!("\"in other words {words}\" }}\n"),
                    1,
                ),
                false => line.to_owned(),
            })
            .collect();
        fs::write(&log, edited).expect("a sound disk");
        self.recorded.insert(
            note.id,
            Entry {
                action: new,
                ..note
            },
        );
    }

    fn step(&mut self, clone: usize, step: Step) {
        let name = CLONES[clone];
        let other = |index: Index| (clone + 1 + index.index(CLONES.len() - 1)) % CLONES.len();
        if !matches!(
            step,
            Step::Record(_) | Step::Edit(_) | Step::LoseNewline | Step::Crlf
        ) {
            self.commit(clone);
        }
        match step {
            Step::Record(attempt) => {
                let sprint = self.read(clone);
                self.append(clone, attempt.on(&sprint), sprint);
            }
            Step::Edit(_) if self.logs == Logs::PerWriterUntold && clone > 0 => {}
            Step::Edit(_) if self.edited[clone] => {}
            Step::Edit(words) => self.edit(clone, words),
            Step::LoseNewline => self.rewrite(clone, |text| text.trim_end().to_owned()),
            Step::Crlf => self.rewrite(clone, |text| {
                text.replace("\r\n", "\n").replace('\n', "\r\n")
            }),
            Step::Pull => {
                self.git(
                    name,
                    &["pull", "-q", "--no-rebase", "--no-edit", "origin", "main"],
                );
                self.git(name, &["push", "-q", "origin", "HEAD:main"]);
            }
            Step::PullRebase => {
                self.git(name, &["fetch", "-q", "origin", "main"]);
                self.rebase(clone);
                self.git(name, &["push", "-q", "origin", "HEAD:main"]);
            }
            Step::Merge(index) => {
                self.fetch(clone, other(index));
                self.git(name, &["merge", "-q", "--no-edit", "FETCH_HEAD"]);
            }
            Step::Rebase(index) => {
                self.fetch(clone, other(index));
                self.rebase(clone);
            }
            Step::CherryPick(_) if self.logs == Logs::PerWriterUntold => {}
            Step::CherryPick(index) => {
                self.fetch(clone, other(index));
                // git picks neither merges nor what is there already.
                let new = [
                    "rev-list",
                    "--max-count=1",
                    "--no-merges",
                    "FETCH_HEAD",
                    "^HEAD",
                ];
                if !self.git(name, &new).is_empty() {
                    self.git(
                        name,
                        &["cherry-pick", "--keep-redundant-commits", "FETCH_HEAD"],
                    );
                }
            }
            Step::Forge(index) => {
                self.git(name, &["push", "-q", "-f", "origin", "HEAD:one"]);
                let other = other(index);
                self.commit(other);
                self.git(CLONES[other], &["push", "-q", "-f", "origin", "HEAD:other"]);
                // A forge may look at attributes or not.
                let source = match self.logs {
                    Logs::PerWriterUntold => "--literal-pathspecs",
                    Logs::Shared | Logs::PerWriter => "--attr-source=one",
                };
                let tree = self.git(
                    "shared.git",
                    &[source, "merge-tree", "--write-tree", "one", "other"],
                );
                let commit = self.git(
                    "shared.git",
                    &[
                        "commit-tree",
                        &tree,
                        "-p",
                        "one",
                        "-p",
                        "other",
                        "-m",
                        "merged",
                    ],
                );
                self.git("shared.git", &["update-ref", "refs/heads/merged", &commit]);
                self.git(name, &["pull", "-q", "--ff-only", "origin", "merged"]);
            }
        }
    }

    /// Puts what a clone has on top of what it has fetched.
    fn rebase(&self, clone: usize) {
        let name = CLONES[clone];
        let own = self.git(name, &["rev-list", "FETCH_HEAD..HEAD"]);
        let is_elsewhere = |commit: &str| {
            let elsewhere = CLONES
                .iter()
                .filter(|other| **other != name)
                .chain(&["shared.git"]);
            elsewhere.into_iter().any(|folder| {
                let seen = Command::new("git")
                    .args(["-C", folder, "cat-file", "-e", commit])
                    .current_dir(self.folder.path())
                    .stderr(std::process::Stdio::null())
                    .status();
                seen.is_ok_and(|status| status.success())
            })
        };
        if self.logs == Logs::PerWriterUntold && own.lines().any(is_elsewhere) {
            self.git(name, &["merge", "-q", "--no-edit", "FETCH_HEAD"]);
        } else {
            self.git(name, &["rebase", "-q", "FETCH_HEAD"]);
        }
    }

    fn fetch(&self, clone: usize, other: usize) {
        self.commit(other);
        let other = format!("../{}", CLONES[other]);
        self.git(CLONES[clone], &["fetch", "-q", &other, "main"]);
    }

    fn rewrite(&self, clone: usize, change: impl Fn(String) -> String) {
        if let Some(log) = self.log(clone) {
            let text = fs::read_to_string(&log).expect("a log");
            fs::write(&log, change(text)).expect("a sound disk");
        }
    }

    /// Prints the board and the report of a clone.
    fn seen(&self, clone: usize) -> String {
        let sprint = self.read(clone);
        let template = Template::built_in();
        let report = Report::new(
            &sprint,
            "hut",
            &Config::default(),
            &template,
            Choices::default(),
        );
        let report = report.expect("a template without faults");
        let day = self.now.date_naive();
        let shown = Board::new(&sprint, "hut", &[], day, &Wanted::default());
        let look = Look {
            width: 80,
            color: false,
        };
        board(&shown, look, false) + &markdown(&report.to_blocks())
    }
}

/// Lets a history happen, brings all clones together, and compares what they have with what was recorded.
fn come_together(logs: Logs, style: &str, steps: Vec<(usize, Step)>) -> Result<(), TestCaseError> {
    let mut env = TestEnv::new(logs, style);
    for (clone, step) in steps {
        env.step(clone, step);
    }
    for _ in 0..2 {
        for clone in 0..CLONES.len() {
            env.step(clone, Step::Pull);
        }
    }
    for (clone, name) in CLONES.iter().enumerate() {
        let sprint = env.read(clone);
        let entries: BTreeMap<EntryId, Entry> = sprint
            .entries()
            .iter()
            .map(|entry| (entry.id, entry.clone()))
            .collect();
        prop_assert_eq!(&entries, &env.recorded, "in {}", name);
        prop_assert_eq!(sprint.entries().len(), env.recorded.len());
        prop_assert_eq!(env.seen(clone), env.seen(0));
    }
    Ok(())
}

fn steps() -> impl Strategy<Value = Vec<(usize, Step)>> {
    prop::collection::vec((0..CLONES.len(), step()), 1..25)
}

/// Asks for few cases, since each starts git a hundred times. `PROPTEST_CASES` asks for more.
fn config() -> ProptestConfig {
    let found = FileFailurePersistence::Direct("tests/merges.regressions");
    let cases = std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok());
    ProptestConfig {
        cases: cases.unwrap_or(8),
        failure_persistence: Some(Box::new(found)),
        max_shrink_iters: 60,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn clones_with_shared_logs_come_together_without_a_conflict(
        style in select(vec!["merge", "diff3", "zdiff3"]),
        steps in steps(),
    ) {
        come_together(Logs::Shared, style, steps)?;
    }

    #[test]
    fn clones_with_a_log_for_each_writer_come_together_without_a_conflict(
        style in select(vec!["merge", "diff3", "zdiff3"]),
        steps in steps(),
    ) {
        come_together(Logs::PerWriter, style, steps)?;
    }

    #[test]
    fn clones_with_a_log_for_each_writer_need_nothing_said_to_git(
        style in select(vec!["merge", "diff3", "zdiff3"]),
        steps in steps(),
    ) {
        come_together(Logs::PerWriterUntold, style, steps)?;
    }
}

/// One thing that happens to a log that is exchanged by `sync`.
#[derive(Clone, Debug)]
enum Mishap {
    /// Something is recorded.
    Record(Attempt),
    /// A line is deleted by hand.
    Delete(Index),
    /// An entry gets other words by hand.
    Reword(Index, u32),
    /// The log loses its end, in the middle of a line or not.
    Truncate(Index),
    /// The log is emptied.
    Empty,
    /// The log is removed, by git or not.
    Remove(bool),
    /// The log is copied; or, if it was before, that copy is saved over it.
    OldCopy,
    /// An entry is laid out over several lines.
    LayOut(Index),
    /// What is there is committed with git.
    Commit,
    /// The same, and it is pushed, if nobody was faster.
    Push,
    /// What was recorded is exchanged.
    Sync,
}

fn mishap() -> impl Strategy<Value = Mishap> {
    prop_oneof![
        6 => record().prop_map(Mishap::Record),
        1 => any::<Index>().prop_map(Mishap::Delete),
        1 => (any::<Index>(), any::<u32>()).prop_map(|(line, words)| Mishap::Reword(line, words)),
        1 => any::<Index>().prop_map(Mishap::Truncate),
        1 => Just(Mishap::Empty),
        1 => any::<bool>().prop_map(Mishap::Remove),
        2 => Just(Mishap::OldCopy),
        1 => any::<Index>().prop_map(Mishap::LayOut),
        1 => Just(Mishap::Commit),
        1 => Just(Mishap::Push),
        5 => Just(Mishap::Sync),
    ]
}

impl TestEnv {
    fn mishap(
        &mut self,
        clone: usize,
        mishap: Mishap,
        copies: &mut [Option<String>],
        known: &mut BTreeMap<EntryId, Vec<Entry>>,
    ) {
        let log = self.sprint_folder(clone).path.join(LOG);
        let text = fs::read_to_string(&log).unwrap_or_default();
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let write = |text: &str| fs::write(&log, text).expect("a sound disk");
        let with = |index: Index, change: &dyn Fn(&str) -> String| {
            let place = index.index(lines.len().max(1));
            let changed = |(at, line): (usize, &&str)| match at == place {
                true => change(line),
                false => (*line).to_owned(),
            };
            write(&lines.iter().enumerate().map(changed).collect::<String>());
        };
        match mishap {
            Mishap::Record(attempt) => {
                // The log may be damaged: whatever can be read is what is recorded on.
                let sprint = Sprint::from_entries(self.entries(clone));
                self.append(clone, attempt.on(&sprint), sprint);
            }
            Mishap::Delete(index) => with(index, &|_| String::new()),
            Mishap::Reword(index, words) => with(index, &|line| {
                line.replace(
                    "text = \"done\"",
                    &format!("text = \"other words {words}\""),
                )
            }),
            Mishap::Truncate(index) => {
                let mut end = index.index(text.len() + 1);
                while !text.is_char_boundary(end) {
                    end -= 1;
                }
                write(&text[..end]);
            }
            Mishap::Empty => write(""),
            Mishap::Remove(by_git) => {
                if by_git && log.exists() {
                    self.git(CLONES[clone], &["add", "-A"]);
                    let path = format!("sprints/hut/{LOG}");
                    self.git(CLONES[clone], &["rm", "-q", "-f", &path]);
                } else {
                    let _ = fs::remove_file(&log);
                }
            }
            Mishap::OldCopy => match copies[clone].take() {
                Some(copy) => write(&copy),
                None => copies[clone] = Some(text),
            },
            Mishap::LayOut(index) => with(index, &|line| match line.contains("\" }\n") {
                true => line
                    .replace(" = { ", " = {\n  ")
                    .replace("\" }\n", "\",\n}\n"),
                false => line.to_owned(),
            }),
            Mishap::Commit => self.commit(clone),
            Mishap::Push => {
                self.commit(clone);
                let pushed = Command::new("git")
                    .args(["push", "-q", "origin", "HEAD:main"])
                    .current_dir(self.path(clone))
                    .env("HOME", self.folder.path())
                    .output();
                pushed.expect("git can be started");
            }
            Mishap::Sync => {
                let folder = self.sprint_folder(clone);
                let message = |_: &[Entry]| "logs".to_owned();
                folder
                    .sync(&folder.receipts(None), message, false, || ())
                    .unwrap_or_else(|error| panic!("in {}: {error}", CLONES[clone]));
                for entry in self.entries(clone) {
                    self.recorded.entry(entry.id).or_insert(entry);
                }
            }
        }
        for entry in self.entries(clone) {
            let versions = known.entry(entry.id).or_default();
            if !versions.contains(&entry) {
                versions.push(entry);
            }
        }
    }

    fn entries(&self, clone: usize) -> Vec<Entry> {
        let reading = self.sprint_folder(clone).read();
        reading.expect("a readable folder").entries
    }
}

/// Lets logs be lost, cut and edited, and exchanged by `sync` now and then. What was exchanged once, or stands in one of
/// the clones at the end, is in all of them after everybody has said `sync` twice, to the byte.
fn come_together_by_sync(steps: Vec<(usize, Mishap)>) -> Result<(), TestCaseError> {
    let mut env = TestEnv::new(Logs::Shared, "merge");
    for name in CLONES {
        env.git(name, &["config", "user.name", "a"]);
        env.git(name, &["config", "user.email", "a@example.org"]);
    }
    env.git(
        "",
        &[
            "-C",
            "shared.git",
            "symbolic-ref",
            "HEAD",
            "refs/heads/main",
        ],
    );
    for (clone, name) in CLONES.iter().enumerate() {
        env.git(name, &["branch", "-q", "-M", "main"]);
        env.git(name, &["branch", "-q", "-u", "origin/main"]);
        env.mishap(
            clone,
            Mishap::Sync,
            &mut [None, None, None],
            &mut BTreeMap::new(),
        );
    }
    let mut copies = vec![None; CLONES.len()];
    let mut known = BTreeMap::new();
    // What was only recorded may be gone before anybody else has it; what was exchanged may not.
    env.recorded.clear();
    for clone in 0..CLONES.len() {
        env.mishap(clone, Mishap::Sync, &mut copies, &mut known);
    }
    for (clone, mishap) in steps {
        let recorded = matches!(mishap, Mishap::Record(_)).then(|| env.recorded.clone());
        env.mishap(clone, mishap, &mut copies, &mut known);
        if let Some(recorded) = recorded {
            env.recorded = recorded;
        }
    }
    for clone in 0..CLONES.len() {
        for entry in env.entries(clone) {
            env.recorded.entry(entry.id).or_insert(entry);
        }
    }
    for _ in 0..2 {
        for clone in 0..CLONES.len() {
            env.mishap(clone, Mishap::Sync, &mut copies, &mut known);
        }
    }
    let text = |clone: usize| fs::read_to_string(env.sprint_folder(clone).path.join(LOG));
    for (clone, name) in CLONES.iter().enumerate() {
        let entries = env.entries(clone);
        for id in env.recorded.keys() {
            let count = entries.iter().filter(|entry| entry.id == *id).count();
            prop_assert_eq!(count, 1, "of {} in {}", id, name);
        }
        for entry in &entries {
            prop_assert!(known[&entry.id].contains(entry), "{:?} in {}", entry, name);
        }
        prop_assert_eq!(&entries, &env.entries(0), "in {}", name);
        let is_whole = |clone: usize| {
            let reading = env.sprint_folder(clone).read();
            reading.is_ok_and(|reading| reading.diagnostics.is_empty())
        };
        if is_whole(clone) && is_whole(0) {
            prop_assert_eq!(text(clone).ok(), text(0).ok(), "in {}", name);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn clones_that_sync_lose_nothing_whatever_becomes_of_their_logs(
        steps in prop::collection::vec((0..CLONES.len(), mishap()), 1..20),
    ) {
        come_together_by_sync(steps)?;
    }
}
