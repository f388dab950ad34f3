//! What can go wrong between the logs and those of others, in words.

use std::fmt;
use std::path::PathBuf;

use super::listed;

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
                format!("`git remote add origin ADDRESS`, then `git push -u origin {branch}` sends it there for the first time")
            }
            GitError::NothingCheckedOut => "`git pull` gets them, then sync again".to_owned(),
            GitError::SyncRunning => "wait for its end".to_owned(),
            GitError::Fetch { .. } | GitError::Push { .. } => {
                "nothing was changed, here or there; what was recorded is sent by the next `sprint sync`".to_owned()
            }
            GitError::Conflict(_) => {
                "nothing was changed; `git pull` lets you settle that, then sync again".to_owned()
            }
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
