//! What can go wrong between the logs and those of others, in words.

use std::fmt;
use std::path::PathBuf;

use super::{Error, listed};

/// Why nothing was exchanged through git.
#[derive(Debug)]
pub enum GitError {
    /// git cannot be started.
    NotStarted(String),
    /// A folder is in no repository that git can use.
    NotARepository {
        /// The folder.
        path: PathBuf,
        /// What git says.
        reason: String,
    },
    /// A merge or the like is not finished.
    UnderWay(&'static str),
    /// No branch is checked out.
    DetachedHead,
    /// A branch follows no other.
    NoUpstream {
        /// The branch.
        branch: String,
        /// Another repository that is known, if there is one.
        remote: Option<String>,
        /// Whether the branch has a commit.
        is_begun: bool,
    },
    /// There is no sprint to exchange anything of.
    NothingHere,
    /// The branch has commits elsewhere and none here.
    NothingCheckedOut,
    /// Another process synchronises this clone.
    SyncRunning,
    /// What others have cannot be had.
    Fetch {
        /// The other repository.
        remote: String,
        /// What git says.
        reason: String,
    },
    /// The other repository did not take what was sent.
    Push {
        /// The other repository.
        remote: String,
        /// What git says.
        reason: String,
    },
    /// Files that git cannot merge.
    Conflict(Vec<String>),
    /// The branch that is followed is not there, and there are commits for it.
    NoSuchBranch {
        /// The other repository.
        remote: String,
        /// The branch.
        branch: String,
    },
    /// Files of the sprint that git is told to ignore.
    Ignored(Vec<String>),
    /// Another git is at work: its lock.
    Busy(PathBuf),
    /// What was recorded has arrived, and the branch here did not go on.
    Stuck(Box<Error>),
    /// A hook of the repository refused.
    Hook {
        /// Its name.
        name: &'static str,
        /// What it said.
        reason: String,
    },
    /// Something of the user's would be overwritten.
    InTheWay(String),
    /// Others have pushed so many times meanwhile.
    OthersFaster(usize),
    /// git has no name for who commits.
    NoIdentity,
    /// A command of git failed.
    Failed {
        /// The command.
        what: String,
        /// What git says.
        reason: String,
    },
}

impl GitError {
    /// What to do next.
    pub(super) fn hint(&self) -> String {
        match self {
            GitError::NotStarted(_) => "install git; nothing but `sprint sync` needs it".to_owned(),
            GitError::NotARepository { path, reason } if reason.contains("dubious ownership") => format!(
                "`git config --global --add safe.directory {}` tells git to trust it",
                path.display()
            ),
            GitError::NotARepository { .. } => {
                "`git init` makes one, `git clone ADDRESS` gets that of the others".to_owned()
            }
            GitError::UnderWay(what @ "bisect") => format!("end it with `git {what} reset`, then sync again"),
            GitError::UnderWay(what) => format!("finish it, or give it up with `git {what} --abort`, then sync again"),
            GitError::DetachedHead => {
                "`git switch BRANCH` goes to one, then sync again".to_owned()
            }
            GitError::NoUpstream { branch, remote: Some(remote), is_begun: true } => {
                format!("`git push -u {remote} {branch}` sends it there for the first time, then sync again")
            }
            GitError::NoUpstream { branch, remote: Some(remote), is_begun: false } => {
                format!("commit something, then `git push -u {remote} {branch}` sends it there for the first time")
            }
            GitError::NoUpstream { branch, remote: None, .. } => {
                format!("`git remote add origin ADDRESS`, commit something, then `git push -u origin {branch}` sends it there for the first time")
            }
            GitError::NothingHere => {
                "`git pull` gets what others have begun, `sprint init NAME` begins one".to_owned()
            }
            GitError::NothingCheckedOut => {
                "`git pull` gets them, once your own files of the sprint are out of its way; then put your logs back and sync again".to_owned()
            }
            GitError::SyncRunning => "wait for its end".to_owned(),
            GitError::Fetch { .. } | GitError::Push { .. } => {
                "nothing was changed, here or there; what was recorded is sent by the next `sprint sync`".to_owned()
            }
            GitError::Conflict(_) => {
                "nothing was changed; commit your files of the sprint (`git add sprints`, `git commit`), settle that with `git pull --no-rebase`, then sync again".to_owned()
            }
            GitError::NoSuchBranch { remote, branch } => {
                format!("`git push {remote} {branch}` sends it there, with your own commits; then sync again")
            }
            GitError::Ignored(_) => {
                "nothing was changed; take it out of .gitignore, or `git add --force` it, then sync again".to_owned()
            }
            GitError::Busy(lock) => {
                format!("wait for its end; if there is none, delete {}", lock.display())
            }
            GitError::Stuck(_) => "what was recorded has been sent; mend that, then sync again".to_owned(),
            GitError::Hook { .. } => "nothing was changed; mend what it names, then sync again".to_owned(),
            GitError::InTheWay(_) => {
                "commit or stash your changes to other files, then sync again".to_owned()
            }
            GitError::OthersFaster(_) => "nothing was changed; sync again".to_owned(),
            GitError::NoIdentity => {
                "`git config --global user.name NAME` and `git config --global user.email ADDRESS` tell it".to_owned()
            }
            GitError::Failed { .. } => "nothing was changed; mend that, then sync again".to_owned(),
        }
    }
}

impl fmt::Display for GitError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            GitError::NotStarted(reason) => write!(formatter, "git cannot be started: {reason}"),
            GitError::NotARepository { path, reason } => {
                write!(
                    formatter,
                    "{} is in no git repository: {reason}",
                    path.display()
                )
            }
            GitError::UnderWay(what) => {
                write!(formatter, "a {what} is under way in this repository")
            }
            GitError::DetachedHead => {
                write!(formatter, "no branch is checked out in this repository")
            }
            GitError::NoUpstream { branch, .. } => {
                write!(
                    formatter,
                    "the branch `{branch}` follows no branch of another repository"
                )
            }
            GitError::NothingHere => write!(formatter, "there is no sprint here yet"),
            GitError::NothingCheckedOut => {
                write!(
                    formatter,
                    "the branch has commits in the other repository and none here"
                )
            }
            GitError::SyncRunning => write!(formatter, "another `sprint sync` is running here"),
            GitError::Fetch { remote, reason } => {
                write!(formatter, "cannot fetch from {remote}: {reason}")
            }
            GitError::Push { remote, reason } => {
                write!(formatter, "cannot push to {remote}: {reason}")
            }
            GitError::Conflict(files) => write!(
                formatter,
                "your commits and those of others change the same lines of {}",
                listed(files)
            ),
            GitError::NoSuchBranch { remote, branch } => {
                write!(formatter, "the branch `{branch}` is not in {remote}")
            }
            GitError::Ignored(files) => {
                write!(formatter, "git is told to ignore {}", listed(files))
            }
            GitError::Busy(_) => write!(formatter, "another git is at work in this repository"),
            GitError::Stuck(error) => write!(formatter, "the branch did not go on: {error}"),
            GitError::Hook { name, reason } if reason.is_empty() => {
                write!(formatter, "the hook `{name}` refused")
            }
            GitError::Hook { name, reason } => {
                write!(formatter, "the hook `{name}` refused: {reason}")
            }
            GitError::InTheWay(reason) => {
                write!(formatter, "what came cannot be checked out: {reason}")
            }
            GitError::OthersFaster(count) => write!(formatter, "others were faster {count} times"),
            GitError::NoIdentity => write!(formatter, "git does not know who commits"),
            GitError::Failed { what, reason } => write!(formatter, "`git {what}` failed: {reason}"),
        }
    }
}
