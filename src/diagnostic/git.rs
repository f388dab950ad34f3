//! What can go wrong between the logs and those of others, in words.

use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::location::{Location, Quote};
use super::words::listed;
use crate::text::{shell_path, shell_word};

/// Why nothing was exchanged through git.
#[derive(Debug)]
pub enum GitError {
    NotStarted(String),
    NotARepository {
        path: PathBuf,
        reason: String,
    },
    UnderWay(&'static str),
    /// Files that git could not merge, and that nobody has resolved since.
    Unmerged(Vec<String>),
    DetachedHead,
    NoUpstream {
        branch: String,
        remote: Option<String>,
        is_begun: bool,
        is_there: bool,
    },
    /// There is no sprint to exchange anything of.
    NothingHere,
    SyncRunning,
    Fetch {
        remote: String,
        reason: String,
    },
    Push {
        remote: String,
        reason: String,
    },
    /// Files that git cannot merge.
    Conflict {
        files: Vec<String>,
        /// Whether the two histories have nothing in common.
        began_apart: bool,
    },
    /// The sprint's folder has another name there.
    Renamed {
        here: PathBuf,
        /// The path here that its name there would give.
        there: PathBuf,
        branch: String,
        way: Rename,
        /// Where to move a file that is in the way, if there is one.
        backup: Option<Box<Path>>,
        /// The logs here that have entries which are missing there.
        unsent: Box<[String]>,
    },
    /// Merging would make a log that is too large to be read.
    LogTooLarge(PathBuf),
    PictureTooLarge(PathBuf),
    /// An entry could not be merged as one of the sides has it.
    NotMerged {
        id: String,
        location: Box<Location>,
        quote: Option<Box<Quote>>,
    },
    /// A hook left nothing of the message of the commit.
    NoMessage,
    /// The remote branch does not exist, and there are commits for it.
    NoSuchBranch {
        remote: String,
        branch: String,
    },
    Ignored(Vec<String>),
    Busy(PathBuf),
    /// What was recorded was sent, but the local branch was not updated, for this reason.
    Stuck(String),
    Hook {
        name: &'static str,
        reason: String,
    },
    InTheWay(String),
    /// Others pushed this many times in the meantime.
    OthersFaster(usize),
    NoIdentity,
    Failed {
        what: String,
        reason: String,
    },
}

/// How to give a sprint's folder the name that it has elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rename {
    /// With `mv`: git does not track the folder.
    Move,
    /// With `git mv`, which restores what is checked out.
    Back,
    /// With `git mv` and a commit.
    Commit,
    /// Not possible: there is also a sprint with that name here.
    Taken,
}

impl GitError {
    pub(super) fn describe(&self) -> Failure {
        match self {
            GitError::NotStarted(reason) => Failure::new(
                format!("git cannot be started: {reason}"),
                "install git; only `sprint sync` needs it",
            ),
            GitError::NotARepository { path, reason } => Failure::new(
                format!("{} is not in a git repository: {reason}", path.display()),
                if reason.contains("dubious ownership") {
                    // git wants the folder by the name that it has for it.
                    let named = reason.split_once("repository at '").map(|(_, rest)| rest);
                    let named = named.and_then(|rest| rest.split('\'').next());
                    let path = named.map_or_else(|| shell_path(path), |named| shell_word(named).into_owned());
                    format!(
                        "`git config --global --add safe.directory {path}` makes git trust it"
                    )
                } else {
                    "create one with `git init`, or copy that of the others with `git clone ADDRESS`".to_owned()
                },
            ),
            GitError::UnderWay(what) => Failure::new(
                format!("a {what} is in progress in this repository"),
                match *what {
                    "bisect" => "end it with `git bisect reset`, then sync again".to_owned(),
                    what => format!(
                        "finish it, or abort it with `git {what} --abort`, then sync again"
                    ),
                },
            ),
            GitError::Unmerged(files) => Failure::new(
                format!("git could not merge {}", listed(files)),
                format!(
                    "resolve what git has marked in the text, then `git add {}`, then sync again",
                    files.iter().map(|file| shell_word(file)).collect::<Vec<_>>().join(" ")
                ),
            ),
            GitError::DetachedHead => Failure::new(
                "no branch is checked out in this repository",
                "check one out with `git switch BRANCH`, then sync again",
            ),
            GitError::NoUpstream {
                branch,
                remote,
                is_begun,
                is_there,
            } => Failure::new(
                format!("the branch `{branch}` has no upstream branch"),
                match (remote, is_there, is_begun) {
                    (Some(remote), true, _) => format!(
                        "`git config branch.{branch}.remote {remote}` and `git config branch.{branch}.merge refs/heads/{branch}` make it follow `{branch}` there; then sync again"
                    ),
                    (Some(remote), false, true) => format!(
                        "`git push -u {remote} {branch}` sends it there for the first time, then sync again"
                    ),
                    (Some(remote), false, false) => format!(
                        "commit something, then `git push -u {remote} {branch}` sends it there for the first time"
                    ),
                    (None, ..) => format!(
                        "`git remote add origin ADDRESS`, commit something, then `git push -u origin {branch}` sends it there for the first time"
                    ),
                },
            ),
            GitError::NothingHere => Failure::new(
                "there is no sprint here yet",
                "`git pull` gets what others have begun, `git checkout HEAD -- sprints` brings back what was deleted here and `git checkout @{u} -- sprints` what was deleted in a commit, `sprint init NAME` begins one",
            ),
            GitError::SyncRunning => Failure::new(
                "another `sprint sync` is running here",
                "wait until it has ended",
            ),
            GitError::Fetch { remote, reason } => Failure::new(
                format!("cannot fetch from {remote}: {reason}"),
                SENT_NEXT_TIME,
            ),
            GitError::Push { remote, reason } => {
                Failure::new(format!("cannot push to {remote}: {reason}"), SENT_NEXT_TIME)
            }
            GitError::Conflict { files, began_apart } => {
                let apart = if *began_apart {
                    " --allow-unrelated-histories"
                } else {
                    ""
                };
                Failure::new(
                    format!(
                        "your commits and those of others change the same lines of {}",
                        listed(files)
                    ),
                    format!(
                        "nothing was changed; commit your files of the sprint (`git add sprints`, `git commit`), resolve that with `git pull --no-rebase{apart}`, then sync again"
                    ),
                )
            }
            GitError::Renamed {
                here,
                there,
                branch,
                way,
                backup,
                unsent,
            } => Failure::new(
                format!(
                    "the sprint in {} is in {} in {branch}",
                    here.display(),
                    there.display()
                ),
                renamed_hint(here, there, *way, backup.as_deref(), unsent),
            ),
            GitError::LogTooLarge(path) => Failure::new(
                format!("{} would be larger than 64 MiB", path.display()),
                "nothing was changed, here or there; move what is not an entry out of it, then sync again",
            ),
            GitError::PictureTooLarge(path) => Failure::new(
                format!("{} is larger than 32 MiB", path.display()),
                "nothing was changed, here or there; make it smaller, then sync again",
            ),
            GitError::NotMerged {
                id,
                location,
                quote,
            } => Failure::new(
                format!("{location}: the entry {id} cannot be merged with what others have"),
                "nothing was changed, here or there; give the entry one line to itself, `ID = { at = …, by = \"…\", kind = \"…\", … }`, then sync again",
            )
            .quoting(quote),
            GitError::NoMessage => Failure::new(
                "the message of the commit is empty",
                "nothing was changed; make the hook `commit-msg` keep a message, then sync again",
            ),
            GitError::NoSuchBranch { remote, branch } => Failure::new(
                format!("the branch `{branch}` is not in {remote}"),
                format!(
                    "`git push {remote} HEAD:{branch}` sends it there, with your own commits; then sync again"
                ),
            ),
            GitError::Ignored(files) => Failure::new(
                format!("git ignores {}", listed(files)),
                "nothing was changed; remove it from .gitignore, or `git add --force` it, then sync again",
            ),
            GitError::Busy(lock) => Failure::new(
                "another git process is running in this repository",
                format!(
                    "wait until it has ended; if there is none, delete {}",
                    lock.display()
                ),
            ),
            GitError::Stuck(reason) => Failure::new(
                format!("the local branch was not updated: {reason}"),
                "what was recorded has been sent; fix that, then sync again",
            ),
            GitError::Hook { name, reason } => Failure::new(
                match reason.as_str() {
                    "" => format!("the hook `{name}` refused"),
                    reason => format!("the hook `{name}` refused: {reason}"),
                },
                "nothing was changed; fix what it names, then sync again",
            ),
            GitError::InTheWay(reason) => Failure::new(
                format!("what was fetched cannot be checked out: {reason}"),
                "commit your changes to other files or move them out of the way, then sync again",
            ),
            GitError::OthersFaster(count) => Failure::new(
                format!("others pushed first {count} times in a row"),
                "nothing was changed; sync again",
            ),
            GitError::NoIdentity => Failure::new(
                "git has no name and address for your commits",
                "`git config --global user.name NAME` and `git config --global user.email ADDRESS` set them",
            ),
            GitError::Failed { what, reason } => Failure::new(
                format!("`git {what}` failed: {reason}"),
                "nothing was changed; fix that, then sync again",
            ),
        }
    }
}

const SENT_NEXT_TIME: &str =
    "nothing was changed, here or there; what was recorded is sent by the next `sprint sync`";

/// Tells how to give the sprint's folder the name that it has elsewhere.
fn renamed_hint(
    here: &Path,
    there: &Path,
    way: Rename,
    backup: Option<&Path>,
    unsent: &[String],
) -> String {
    let folder = match there.parent() {
        Some(folder) if here.parent() != Some(folder) => {
            format!("`mkdir -p {}` and ", shell_path(folder))
        }
        _ => String::new(),
    };
    let folder = match backup {
        Some(backup) => format!(
            "`mv {} {}` and {folder}",
            shell_path(there),
            shell_path(backup)
        ),
        None => folder,
    };
    let append = |name: &String| {
        let (from, to) = (here.join(name), there.join(name));
        format!("`cat {} >> {}`", shell_path(&from), shell_path(&to))
    };
    let append: Vec<String> = unsent.iter().map(append).collect();
    let (here, there) = (shell_path(here), shell_path(there));
    let what_to_do = match way {
        Rename::Move => format!("{folder}`mv {here} {there}` moves it there; then sync again"),
        Rename::Back => format!(
            "{folder}`git mv {here} {there}` moves it there; then sync again. To rename it for everybody, commit that and push it with git"
        ),
        Rename::Commit => format!(
            "{folder}`git mv {here} {there}` and `git commit -m renamed` move it there; then sync again"
        ),
        Rename::Taken if append.is_empty() => {
            format!("{there} also exists here: move {here} out of the journal, then sync again")
        }
        Rename::Taken => format!(
            "{there} also exists here: {} adds what was not sent to it; then move {here} out of the journal, and sync again",
            append.join(" and ")
        ),
    };
    format!("nothing was changed; {what_to_do}")
}
