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
//! Lines after `> ` belong to the command above them, lines after `! ` are standard error. `UPDATE_EXPECT=1 cargo test`
//! writes what was seen into the tests.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use expect_test::Expect;
use sprint_journal::report::BUILT_IN;
use tempfile::TempDir;

/// Runs the session in an empty folder and compares the whole output.
pub fn session(expected: Expect) {
    TestEnv::new().session(expected);
}

/// Runs the session in a folder with the sprint `leysin-2017` in it, on Monday, 27 February 2017, at nine.
pub fn sprint_session(expected: Expect) {
    TestEnv::with_sprint().session(expected);
}

/// Runs the session in the same folder after Armin, Anto and Bea joined.
pub fn people_session(expected: Expect) {
    TestEnv::with_people().session(expected);
}

/// Runs the session above two clones of a repository, `armin` and `anto`, with the sprint `hut` in them.
pub fn sync_session(expected: Expect) {
    TestEnv::with_clones().session(expected);
}

/// Runs the session above the same clones after both have 1, to fix the leak, and 2, to write a test.
pub fn synced_session(expected: Expect) {
    let env = TestEnv::with_clones();
    env.prepare("cd armin && sprint plan fix the leak && sprint plan write a test && sprint sync");
    env.prepare("cd anto && sprint sync");
    env.session(expected);
}

/// A folder of its own for a test, with the program on the path, a fixed clock and a fixed author.
pub struct TestEnv {
    folder: TempDir,
}

impl TestEnv {
    pub fn new() -> Self {
        TestEnv {
            folder: tempfile::tempdir().expect("a temporary folder can be made"),
        }
    }

    /// Begins a sprint, with the built-in template as its `post.md`, after a first sentence.
    pub fn with_sprint() -> Self {
        let env = TestEnv::new();
        let init = "sprint init leysin-2017 --title 'Leysin Winter Sprint 2017' --from 2017-02-26 --to 2017-03-04";
        env.prepare(init);
        let post = env.path().join("sprints/leysin-2017/post.md");
        fs::write(post, format!("We met in Leysin.{}", parts())).expect("a sound disk");
        env
    }

    /// Begins that sprint, which three people joined the day before.
    pub fn with_people() -> Self {
        let env = TestEnv::with_sprint();
        for person in ["Armin Rigo", "Antonio Cuni --nick anto", "Bea Meier"] {
            env.prepare(&format!(
                "SPRINT_NOW=2017-02-26T18:00:00+01:00 sprint join {person}"
            ));
        }
        env
    }

    /// Makes a shared repository, `hub.git`, and two clones of it, `armin` and `anto`, with a sprint in them.
    pub fn with_clones() -> Self {
        let env = TestEnv::new();
        env.prepare(
            "git config --global user.name Armin && git config --global user.email armin@example.org
             git config --global init.defaultBranch main && git config --global advice.detachedHead false
             git init -q --bare hub.git && git clone -q hub.git armin 2>/dev/null && cd armin
             sprint init hut --from 2017-02-26 --to 2017-03-04 >/dev/null
             sprint sync && cd .. && git clone -q hub.git anto",
        );
        env
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Makes `./type_at PROMPT COMMAND LINE…`: it runs a command at a terminal that cannot move its cursor, types each line
    /// once the prompt stands there for it, and gives what the terminal shows. What is typed ahead is echoed at any time.
    pub fn make_type_at(&self) {
        self.prepare(
            r#"cat > type_at <<'END'
#!/bin/sh
prompt=$1 command=$2; shift 2
typed=0
for line; do
    typed=$((typed + 1))
    for _ in $(seq 1000); do
        [ "$(grep -aoF "$prompt" seen 2>/dev/null | wc -l)" -ge $typed ] && break
        sleep 0.02
    done
    printf '%b' "$line"
done | script -qefc "TERM=dumb $command" seen >/dev/null
tr -d '\r' < seen | grep -v '^Script\|^$'
rm seen
END
chmod +x type_at"#,
        );
    }

    /// Runs every command of the session and compares the whole output.
    pub fn session(&self, expected: Expect) {
        let seen = self.replay(expected.data());
        expected.assert_eq(&seen);
    }

    /// Runs the commands of a session and gives them with their output.
    pub fn replay(&self, session: &str) -> String {
        let mut seen = String::new();
        for command in commands(session) {
            let typed = command.replace('\n', "\n> ");
            seen.push_str(&format!("$ {typed}\n{}", self.run(&command)));
        }
        seen
    }

    /// Runs a command that a session builds on.
    fn prepare(&self, command: &str) {
        let seen = self.run(command);
        assert!(
            !seen.contains("! error") && !seen.contains("[exit"),
            "{seen}"
        );
    }

    /// Runs one command and gives its output.
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
            // Git says the same wherever the folder of temporary files is mounted.
            .env("GIT_DISCOVERY_ACROSS_FILESYSTEM", "1")
            .env("PATH", format!("{programs}:{path}"))
            .env("HOME", self.path())
            .env("TMPDIR", self.path())
            .env("SPRINT_NOW", "2017-02-27T09:00:00+01:00")
            .env("SPRINT_BY", "armin")
            .env("COLUMNS", "80")
            // What the built-in template has after the gap for the first sentences.
            .env("PARTS", parts())
            // Small pictures, some with all the metadata of cameras and editors.
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
        // The folder differs from run to run.
        seen.replace(&self.path().display().to_string(), "FOLDER")
    }
}

/// Returns what the built-in template has after the gap for the first sentences.
pub fn parts() -> &'static str {
    let (_, parts) = BUILT_IN
        .split_once("}}")
        .expect("the first placeholder is the gap");
    parts
}

/// Decodes the output of a program, and makes bytes that are not text and escape characters visible.
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
