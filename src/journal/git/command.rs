//! Starting git, and reading its answers.

use std::ffi::OsStr;
use std::process::{Command, Output};

use crate::diagnostic::{Error, GitError};

/// What follows the words of a command.
pub(super) type Args<'a> = &'a [&'a dyn AsRef<OsStr>];

/// Settings that keep git from running programs of a hostile repository, from warnings, and from other spellings.
pub(super) const SETTINGS: [&str; 3] = [
    "core.fsmonitor=false",
    "core.safecrlf=false",
    "core.quotePath=false",
];

/// The variables that would make git use another repository, index or folder: those of `git rev-parse --local-env-vars`
/// except for settings.
const MISLEADING: [&str; 13] = [
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_OBJECT_DIRECTORY",
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_GRAFT_FILE",
    "GIT_INDEX_FILE",
    "GIT_NO_REPLACE_OBJECTS",
    "GIT_REPLACE_REF_BASE",
    "GIT_PREFIX",
    "GIT_SHALLOW_FILE",
    "GIT_COMMON_DIR",
    "GIT_INTERNAL_SUPER_PREFIX",
];

/// Prepares git to run in the repository where it is started and in no other.
pub(super) fn git() -> Command {
    let mut git = Command::new("git");
    for variable in MISLEADING {
        git.env_remove(variable);
    }
    git
}

/// Names that each end with a zero byte.
pub(super) fn names(output: &Output) -> Vec<String> {
    let names = String::from_utf8_lossy(&output.stdout).into_owned();
    let names = names.split_terminator('\0');
    names.map(str::to_owned).collect()
}

pub(super) fn zero_ended<'w>(words: impl Iterator<Item = &'w [u8]>) -> Vec<u8> {
    words.flat_map(|word| [word, b"\0"].concat()).collect()
}

pub(super) fn first_line(output: &Output) -> String {
    let answer = String::from_utf8_lossy(&output.stdout);
    answer.lines().next().unwrap_or_default().to_owned()
}

pub(super) fn failed(command: &str, output: &Output) -> Error {
    if String::from_utf8_lossy(&output.stderr).contains("Please tell me who you are") {
        return GitError::NoIdentity.into();
    }
    let mut words = command.split(' ');
    let what = words.find(|word| !word.starts_with('-'));
    GitError::Failed {
        what: what.unwrap_or_default().to_owned(),
        reason: error_text(output),
    }
    .into()
}

/// Returns what git, or a hook, wrote to standard error: the line on which git gave up, or else the last ones.
pub(super) fn error_text(output: &Output) -> String {
    const LINES: usize = 3;
    let errors = String::from_utf8_lossy(&output.stderr);
    let lines = errors
        .lines()
        .map(|line| line.strip_prefix("remote: ").unwrap_or(line).trim())
        .filter(|line| !line.is_empty() && !line.starts_with("hint:"));
    let mut lines: Vec<&str> = lines
        .map(|line| line.strip_prefix("error: ").unwrap_or(line))
        .collect();
    // The lines before the one on which git gave up are from ssh.
    if let Some(end) = lines.iter().position(|line| line.starts_with("fatal: ")) {
        lines.truncate(end + 1);
    }
    // Git's last line only says that it failed.
    if lines.len() > 1 {
        lines.retain(|line| !line.starts_with("failed to push some refs"));
    }
    let lines = &lines[lines.len().saturating_sub(LINES)..];
    lines.join("; ").replace("fatal: ", "")
}
