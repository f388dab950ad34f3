//! What can go wrong between the logs and those of others, in words.

use std::fmt;
use std::path::{Path, PathBuf};

use super::{Error, Location, listed};

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
    /// Files that git could not merge, and that nobody has settled since.
    Unmerged(Vec<String>),
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
        /// Whether that repository has a branch of the same name.
        is_there: bool,
    },
    /// There is no sprint to exchange anything of.
    NothingHere,
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
    Conflict {
        /// The files.
        files: Vec<String>,
        /// Whether the two histories have nothing in common.
        began_apart: bool,
    },
    /// The sprint's folder has another name there.
    Renamed {
        /// The folder here.
        here: PathBuf,
        /// What it would be here by its name there.
        there: PathBuf,
        /// The branch that has it.
        branch: String,
        /// How it gets that name.
        way: Rename,
        /// Where something else is to go that stands there, if anything does.
        aside: Option<Box<Path>>,
        /// The logs here with entries that are not there.
        unsent: Box<[String]>,
    },
    /// A log that nobody could read any more would come of uniting.
    LogTooLarge(PathBuf),
    /// A picture that is too large to be one.
    PictureTooLarge(PathBuf),
    /// An entry could not be united as one of the sides has it.
    NotUnited {
        /// Its id.
        id: String,
        /// Where it stands.
        place: Location,
    },
    /// A hook left nothing of the message of the commit.
    NoMessage,
    /// The branch that is followed is not there, and there are commits for it.
    NoSuchBranch {
        /// The other repository.
        remote: String,
        /// The branch, as it is called there.
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

/// How a sprint's folder gets the name that it has elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rename {
    /// By a plain move: git does not know the folder by its name.
    Move,
    /// By a move in git, which brings back what is checked out.
    Back,
    /// By a move in git that is committed.
    Commit,
    /// Not at all: there is a sprint of that name here too.
    Taken,
}

impl GitError {
    /// What to do next.
    pub(super) fn hint(&self) -> String {
        match self {
            GitError::NotStarted(_) => "install git; nothing but `sprint sync` needs it".to_owned(),
            GitError::NotARepository { path, reason } if reason.contains("dubious ownership") => {
                // git wants the folder by the name that it has for it.
                let named = reason.split_once("repository at '").map(|(_, rest)| rest);
                let named = named.and_then(|rest| rest.split('\'').next());
                let path = named.map_or_else(|| path.display().to_string(), str::to_owned);
                format!("`git config --global --add safe.directory {path}` tells git to trust it")
            }
            GitError::NotARepository { .. } => {
                "`git init` makes one, `git clone ADDRESS` gets that of the others".to_owned()
            }
            GitError::UnderWay(what @ "bisect") => format!("end it with `git {what} reset`, then sync again"),
            GitError::UnderWay(what) => format!("finish it, or give it up with `git {what} --abort`, then sync again"),
            GitError::Unmerged(files) => {
                format!("settle what git has marked in the text, then `git add {}`, then sync again", files.join(" "))
            }
            GitError::DetachedHead => {
                "`git switch BRANCH` goes to one, then sync again".to_owned()
            }
            GitError::NoUpstream { branch, remote: Some(remote), is_there: true, .. } => {
                format!("`git config branch.{branch}.remote {remote}` and `git config branch.{branch}.merge refs/heads/{branch}` make it follow `{branch}` there; then sync again")
            }
            GitError::NoUpstream { branch, remote: Some(remote), is_begun: true, .. } => {
                format!("`git push -u {remote} {branch}` sends it there for the first time, then sync again")
            }
            GitError::NoUpstream { branch, remote: Some(remote), is_begun: false, .. } => {
                format!("commit something, then `git push -u {remote} {branch}` sends it there for the first time")
            }
            GitError::NoUpstream { branch, remote: None, .. } => {
                format!("`git remote add origin ADDRESS`, commit something, then `git push -u origin {branch}` sends it there for the first time")
            }
            GitError::NothingHere => {
                "`git pull` gets what others have begun, `git checkout HEAD -- sprints` brings back what was deleted here and `git checkout @{u} -- sprints` what was deleted in a commit, `sprint init NAME` begins one".to_owned()
            }
            GitError::SyncRunning => "wait for its end".to_owned(),
            GitError::Fetch { .. } | GitError::Push { .. } => {
                "nothing was changed, here or there; what was recorded is sent by the next `sprint sync`".to_owned()
            }
            GitError::Conflict { began_apart, .. } => {
                let apart = if *began_apart { " --allow-unrelated-histories" } else { "" };
                format!("nothing was changed; commit your files of the sprint (`git add sprints`, `git commit`), settle that with `git pull --no-rebase{apart}`, then sync again")
            }
            GitError::Renamed { here, there, way, aside, unsent, .. } => {
                let folder = match there.parent() {
                    Some(folder) if here.parent() != Some(folder) => format!("`mkdir -p {}` and ", folder.display()),
                    _ => String::new(),
                };
                let folder = match aside {
                    Some(aside) => format!("`mv {} {}` and {folder}", there.display(), aside.display()),
                    None => folder,
                };
                let added = |name: &String| format!("`cat {} >> {}`", here.join(name).display(), there.join(name).display());
                let added: Vec<String> = unsent.iter().map(added).collect();
                let (here, there) = (here.display(), there.display());
                match way {
                    Rename::Move => format!("nothing was changed; {folder}`mv {here} {there}` puts it there; then sync again"),
                    Rename::Back => format!("nothing was changed; {folder}`git mv {here} {there}` puts it there; then sync again. To rename it for everybody, commit that and push it with git"),
                    Rename::Commit => format!("nothing was changed; {folder}`git mv {here} {there}` and `git commit -m renamed` put it there; then sync again"),
                    Rename::Taken if !added.is_empty() => format!("nothing was changed; {there} is here too: {} puts there what was not sent; then move {here} out of the journal, and sync again", added.join(" and ")),
                    Rename::Taken => format!("nothing was changed; {there} is here too: move {here} out of the journal, then sync again"),
                }
            }
            GitError::LogTooLarge(_) => {
                "nothing was changed, here or there; move what is no entry out of it, then sync again".to_owned()
            }
            GitError::PictureTooLarge(_) => {
                "nothing was changed, here or there; make it smaller, then sync again".to_owned()
            }
            GitError::NotUnited { .. } => {
                "nothing was changed, here or there; give the entry one line to itself, `ID = { at = …, by = \"…\", kind = \"…\", … }`, then sync again".to_owned()
            }
            GitError::NoMessage => {
                "nothing was changed; let the hook `commit-msg` leave a message, then sync again".to_owned()
            }
            GitError::NoSuchBranch { remote, branch } => {
                format!("`git push {remote} HEAD:{branch}` sends it there, with your own commits; then sync again")
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
                "commit your changes to other files or move them out of the way, then sync again".to_owned()
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
            GitError::Unmerged(files) => {
                write!(formatter, "git could not merge {}", listed(files))
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
            GitError::SyncRunning => write!(formatter, "another `sprint sync` is running here"),
            GitError::Fetch { remote, reason } => {
                write!(formatter, "cannot fetch from {remote}: {reason}")
            }
            GitError::Push { remote, reason } => {
                write!(formatter, "cannot push to {remote}: {reason}")
            }
            GitError::Conflict { files, .. } => write!(
                formatter,
                "your commits and those of others change the same lines of {}",
                listed(files)
            ),
            GitError::Renamed {
                here,
                there,
                branch,
                ..
            } => write!(
                formatter,
                "the sprint in {} is in {} in {branch}",
                here.display(),
                there.display()
            ),
            GitError::LogTooLarge(path) => {
                write!(formatter, "{} would be larger than 64 MiB", path.display())
            }
            GitError::PictureTooLarge(path) => {
                write!(formatter, "{} is larger than 32 MiB", path.display())
            }
            GitError::NotUnited { id, place } => write!(
                formatter,
                "{place}: the entry {id} cannot be united with what others have"
            ),
            GitError::NoMessage => write!(formatter, "the message of the commit is empty"),
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
