//! Sessions at a shell, run with the real program and compared whole.
//!
//! A session is written as a terminal shows it:
//!
//! ```text
//! $ sprint plan fix the leak
//! 1 planned: fix the leak
//! $ sprint done 2
//! ! error: there is no item 2
//! ! hint: the highest number is 1; `sprint board` shows what is open
//! [exit 1]
//! ```
//!
//! Lines behind `> ` belong to the command above them, lines behind `! ` are standard error. `UPDATE_EXPECT=1 cargo test`
//! writes what was seen into the tests.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use expect_test::Expect;
use tempfile::TempDir;

/// Runs the session in an empty folder and compares all that is seen.
pub fn session(expected: Expect) {
    TestEnv::new().session(expected);
}

/// Runs the session in a folder with the sprint `leysin-2017` in it, on Monday, 27 February 2017, at nine.
pub fn sprint_session(expected: Expect) {
    TestEnv::with_sprint().session(expected);
}

/// A folder of its own for a test, with the program on the path, a fixed clock and a fixed author.
pub struct TestEnv {
    folder: TempDir,
}

impl TestEnv {
    /// An empty one.
    pub fn new() -> Self {
        TestEnv {
            folder: tempfile::tempdir().expect("a temporary folder can be made"),
        }
    }

    /// One in which a sprint has begun.
    pub fn with_sprint() -> Self {
        let env = TestEnv::new();
        let init = "sprint init leysin-2017 --title 'Leysin Winter Sprint 2017' --from 2017-02-26 --to 2017-03-04";
        let seen = env.run(init);
        assert!(seen.ends_with("for every task.\n"), "{seen}");
        env
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Runs every command of the session and compares all that is seen.
    pub fn session(&self, expected: Expect) {
        let seen = self.replay(expected.data());
        expected.assert_eq(&seen);
    }

    /// What is seen when the commands of a session are run.
    pub fn replay(&self, session: &str) -> String {
        let mut seen = String::new();
        for command in commands(session) {
            let typed = command.replace('\n', "\n> ");
            seen.push_str(&format!("$ {typed}\n{}", self.run(&command)));
        }
        seen
    }

    /// Runs one command and gives what is seen.
    pub fn run(&self, command: &str) -> String {
        let program = PathBuf::from(env!("CARGO_BIN_EXE_sprint"));
        let programs = program
            .parent()
            .expect("a program is in a folder")
            .display()
            .to_string();
        let path = std::env::var("PATH").unwrap_or_default();
        let output = Command::new("sh")
            .arg("-c")
            .arg(command)
            .current_dir(self.path())
            .env_clear()
            .env("PATH", format!("{programs}:{path}"))
            .env("HOME", self.path())
            .env("TMPDIR", self.path())
            .env("SPRINT_NOW", "2017-02-27T09:00:00+01:00")
            .env("SPRINT_BY", "armin")
            .env("COLUMNS", "80")
            // Small pictures, and some with all that cameras and editors tell.
            .env(
                "PHOTOS",
                concat!(env!("CARGO_MANIFEST_DIR"), "/tests/photos"),
            )
            .stdin(Stdio::null())
            .output()
            .expect("a shell can be started");
        let mut seen = lossless(&output.stdout);
        if !seen.is_empty() && !seen.ends_with('\n') {
            seen.push_str("[no newline]\n");
        }
        for line in lossless(&output.stderr).lines() {
            seen.push_str(&format!("! {line}\n"));
        }
        match output.status.code() {
            Some(0) => {}
            Some(code) => seen.push_str(&format!("[exit {code}]\n")),
            None => seen.push_str("[killed]\n"),
        }
        // Where the room is differs from run to run.
        seen.replace(&self.path().display().to_string(), "ROOM")
    }
}

/// What a program wrote; bytes that are no text are shown, and so is an escape that would act on a terminal.
fn lossless(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes)
        .replace('\u{1b}', "<ESC>")
        .replace('\0', "<NUL>")
}

fn commands(session: &str) -> Vec<String> {
    let mut commands: Vec<String> = Vec::new();
    for line in session.lines().map(str::trim_start) {
        if let Some(command) = line.strip_prefix("$ ") {
            commands.push(command.to_owned());
        } else if let (Some(more), Some(last)) = (line.strip_prefix("> "), commands.last_mut()) {
            last.push('\n');
            last.push_str(more);
        }
    }
    commands
}
