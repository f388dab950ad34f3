//! A folder with a sprint in it, and what its log promises.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::Duration;

use sprint_journal::domain::Action;
use sprint_journal::journal::Journal;
use tempfile::TempDir;

/// How many seconds a command may take before it counts as hanging: more than a large crowd on a busy machine makes it wait.
const PATIENCE: &str = "300";

/// How long to wait before looking again.
const MOMENT: Duration = Duration::from_millis(10);

/// The status that `timeout` gives what it had to end.
const HANGS: i32 = 124;

/// Reads a number from the environment, or returns a default that takes seconds.
pub fn budget(variable: &str, otherwise: usize) -> usize {
    std::env::var(variable)
        .ok()
        .and_then(|value| value.parse().ok())
        .unwrap_or(otherwise)
}

/// Prints figures, which `--nocapture` shows.
pub fn tell(figures: &str) {
    let _ = writeln!(std::io::stderr(), "{figures}");
}

fn is_stopped(pid: &str) -> bool {
    let status = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    status
        .rsplit_once(") ")
        .is_some_and(|(_, state)| state.starts_with(['T', 't']))
}

/// Returns the program that is tested.
fn program() -> String {
    std::env::var("SPRINT_PROGRAM").unwrap_or_else(|_| env!("CARGO_BIN_EXE_sprint").to_owned())
}

/// A command that is stopped when its entry is in the log and not confirmed.
pub struct StoppedWriter {
    command: Child,
    /// The id of the process that is stopped.
    pub pid: String,
}

impl StoppedWriter {
    /// Lets the command go on to its end.
    pub fn go_on(mut self) -> Output {
        // What stops it may still be on its way.
        while self.command.try_wait().expect("it was started").is_none() {
            let go_on = Command::new("kill").args(["-CONT", &self.pid]).output();
            go_on.expect("a shell's command");
            thread::sleep(MOMENT);
        }
        self.command.wait_with_output().expect("it has ended")
    }
}

/// A folder in which a sprint has begun, at a fixed time.
pub struct TestEnv {
    folder: TempDir,
}

impl TestEnv {
    pub fn new() -> Self {
        let env = TestEnv {
            folder: tempfile::tempdir().expect("a temporary folder can be made"),
        };
        let begun = env.run(&["init", "hut", "--from", "2017-02-27"], "armin");
        assert!(begun.status.success(), "{begun:?}");
        env
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn sprint(&self) -> PathBuf {
        self.path().join("sprints/hut")
    }

    pub fn log(&self) -> PathBuf {
        self.sprint().join("2017-02-27.toml")
    }

    /// Returns the bytes of the log; none before there is one.
    pub fn bytes(&self) -> Vec<u8> {
        fs::read(self.log()).unwrap_or_default()
    }

    /// Prepares a command of the program.
    pub fn command(&self, arguments: &[&str], by: &str) -> Command {
        let mut command = Command::new(program());
        self.equip(command.args(arguments), by);
        command
    }

    /// Prepares a command of the program that is run by another command such as `strace`, and killed if it hangs.
    pub fn command_behind(&self, before: &[&str], arguments: &[&str], by: &str) -> Command {
        let mut command = Command::new("timeout");
        command.args(["--kill-after=1", PATIENCE]).args(before);
        self.equip(command.arg(program()).args(arguments), by);
        command
    }

    /// Starts a command that records, and waits until it is stopped. Where `strace` looks at it, it is also stopped for a
    /// moment before its entry is in the log.
    pub fn stopped_writer(&self, arguments: &[&str], by: &str) -> StoppedWriter {
        let strace = [
            "strace",
            "-qqq",
            "-o",
            "/dev/null",
            "-e",
            "trace=fdatasync",
            "-e",
            "inject=fdatasync:signal=STOP:when=1",
        ];
        let before = self.bytes();
        let mut command = self.command_behind(&strace, arguments, by);
        let mut writer = StoppedWriter {
            command: command.spawn().expect("a program can be started"),
            pid: String::new(),
        };
        while !is_stopped(&writer.pid) || self.bytes() == before {
            thread::sleep(MOMENT);
            let lock = fs::read_to_string(self.sprint().join(".lock")).unwrap_or_default();
            lock.trim().clone_into(&mut writer.pid);
        }
        writer
    }

    fn equip(&self, command: &mut Command, by: &str) {
        command
            .current_dir(self.path())
            .env_clear()
            .env("PATH", std::env::var("PATH").unwrap_or_default())
            .env("HOME", self.path())
            .env("SPRINT_NOW", "2017-02-27T09:00:00+01:00")
            .env("SPRINT_BY", by)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
    }

    pub fn run_behind(&self, before: &[&str], arguments: &[&str], by: &str) -> Output {
        let mut command = self.command_behind(before, arguments, by);
        let output = command.output().expect("a program can be started");
        assert_ne!(output.status.code(), Some(HANGS), "{command:?} hangs");
        output
    }

    pub fn run(&self, arguments: &[&str], by: &str) -> Output {
        self.run_behind(&[], arguments, by)
    }

    /// Returns the texts of the items in the log by their numbers, none of which may be given twice.
    pub fn items(&self) -> BTreeMap<u32, String> {
        let journal = Journal::find(Some(self.path()), self.path()).expect("a readable folder");
        let folders = journal.expect("a journal").sprints().expect("a sprint");
        let reading = folders[0].read().expect("a readable folder");
        let mut items = BTreeMap::new();
        for entry in reading.entries {
            if let (Some(number), Action::Plan(plan)) = (entry.id.number(), entry.action) {
                let other = items.insert(number, plan.text.to_string());
                assert_eq!(other, None, "{number} was given twice");
            }
        }
        items
    }

    /// Says that all that was confirmed is in the log, under its number, and how much that is.
    pub fn keeps(&self, output: &Output) -> usize {
        let items = self.items();
        let confirmed = confirmed(output);
        for (number, text) in &confirmed {
            // A long text is cut where it is confirmed.
            let text = text.trim_end_matches('…');
            let kept = items.get(number);
            assert!(
                kept.is_some_and(|kept| kept.starts_with(text)),
                "{number} {text} became {kept:?}"
            );
        }
        confirmed.len()
    }

    /// Says that a command that records works without a repair by hand, and that nothing is wrong with the logs then.
    pub fn goes_on(&self, text: &str) {
        let next = self.run(&["plan", text], "next");
        assert!(next.status.success(), "{next:?}");
        let check = self.run(&["check"], "next");
        assert!(check.status.success(), "{check:?}");
    }
}

/// Returns the number and text of the items that standard output confirms.
pub fn confirmed(output: &Output) -> Vec<(u32, String)> {
    let said = String::from_utf8_lossy(&output.stdout);
    // A line without its end was cut off.
    let lines = said
        .split_inclusive('\n')
        .filter_map(|line| line.strip_suffix('\n'));
    lines
        .map(|line| {
            let (number, text) = line.split_once(" planned: ").expect("a confirmation");
            (number.parse().expect("a number"), text.to_owned())
        })
        .collect()
}
