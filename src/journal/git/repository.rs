//! The repository that a sprint is in, and how git is run there.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};

use tempfile::{NamedTempFile, TempPath};

use super::command::{Args, SETTINGS, error_text, failed, first_line, git, names};
use super::paths::{log_in, path};
use crate::diagnostic::{Error, GitError};

/// What is in progress while one of these files is in the git folder, and how to end it.
const UNDER_WAY: [(&str, &str); 6] = [
    ("MERGE_HEAD", "merge"),
    ("rebase-merge", "rebase"),
    ("rebase-apply", "rebase"),
    ("CHERRY_PICK_HEAD", "cherry-pick"),
    ("REVERT_HEAD", "revert"),
    ("BISECT_LOG", "bisect"),
];

/// The name of a commit, a tree or a blob.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Object(pub(super) String);

/// Where the tip of the followed branch is kept during a fetch. Git has these names for each working tree.
pub(super) const THEIRS: &str = "refs/worktree/sprint";

/// The temporary files of a sync, in the git folder: whatever is there when the next one begins was left by one that was
/// killed.
const SCRATCH: &str = "sprint-sync";

/// The repository that a folder is in, on a branch that follows one of another repository.
pub(crate) struct Repository {
    /// Where git is started: the top of the working tree.
    pub(super) top: PathBuf,
    /// The path of the folder from the top, with a `/` at its end; empty for the top itself.
    pub(crate) prefix: OsString,
    pub(super) git_folder: PathBuf,
    /// The branch that is checked out.
    pub(super) branch: String,
    pub(super) remote: String,
    /// The branch that it follows, as the remote has it: `refs/heads/main`.
    pub(super) followed: String,
    prompts: bool,
}

/// The lock of this clone while it is synced. It ends when it is dropped, or with its process.
pub(crate) struct SyncLock {
    _lock: File,
    scratch: PathBuf,
}

impl Drop for SyncLock {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.scratch);
    }
}

impl Repository {
    /// Opens the repository of `folder`, which must be ready to sync with the one that its branch follows. git asks for passwords only
    /// if `prompts`.
    ///
    /// # Errors
    ///
    /// [`GitError::NotStarted`], [`GitError::NotARepository`], [`GitError::UnderWay`], [`GitError::DetachedHead`], [`GitError::NoUpstream`].
    pub(crate) fn open(folder: &Path, prompts: bool) -> Result<Repository, Error> {
        let ask = |args: &str| {
            let output = git()
                .arg("-C")
                .arg(folder)
                .args(["rev-parse", args])
                .env("LC_ALL", "C")
                .stdin(Stdio::null())
                .output()
                .map_err(|cause| GitError::NotStarted(Error::reason(&cause)))?;
            let answer = output.stdout.as_slice();
            match output.status.success() {
                true => Ok(path(answer.strip_suffix(b"\n").unwrap_or(answer))),
                false => Err(GitError::NotARepository {
                    path: folder.to_owned(),
                    reason: error_text(&output),
                }),
            }
        };
        let mut repository = Repository {
            top: ask("--show-toplevel")?.into(),
            prefix: ask("--show-prefix")?,
            git_folder: ask("--absolute-git-dir")?.into(),
            branch: String::new(),
            remote: String::new(),
            followed: String::new(),
            prompts,
        };
        repository.require_idle()?;
        repository.branch = repository
            .checked_out()
            .and_then(|head| head.strip_prefix("refs/heads/").map(str::to_owned))
            .ok_or(GitError::DetachedHead)?;
        let branch = repository.branch.clone();
        let setting =
            |name: &str| repository.answer("config --get", &[&format!("branch.{branch}.{name}")]);
        match (setting("remote"), setting("merge")) {
            (Some(remote), Some(followed)) if remote != "." => {
                repository.remote = remote;
                repository.followed = followed;
                Ok(repository)
            }
            _ => Err(repository.without_upstream().into()),
        }
    }

    /// Says that the branch follows no other, and what could be done about it.
    fn without_upstream(&self) -> GitError {
        let remotes = self.run("remote", &[]);
        let remotes = remotes.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
        let remotes = remotes.unwrap_or_default();
        let origin = remotes.lines().find(|remote| *remote == "origin");
        let remote = origin.or(remotes.lines().next()).map(str::to_owned);
        let branch = format!("refs/heads/{}", self.branch);
        let is_there = remote.as_ref().is_some_and(|remote| {
            let answer = self.answer("ls-remote --exit-code --", &[remote, &branch]);
            answer.is_some()
        });
        GitError::NoUpstream {
            branch: self.branch.clone(),
            remote,
            is_begun: self.head().is_some(),
            is_there,
        }
    }

    /// Returns whether a path, from the top, is that of a day log in the folder.
    pub(crate) fn is_log(&self, path: &OsStr) -> bool {
        log_in(&self.prefix, path).is_some()
    }

    /// Returns the path of a file in the folder, from the top.
    pub(crate) fn inside(&self, name: &str) -> OsString {
        let mut path = self.prefix.clone();
        path.push(name);
        path
    }

    /// Returns the path of the folder that holds the folder, from the top, with a `/` at its end; `None` outside the
    /// repository.
    pub(crate) fn above(&self) -> Option<OsString> {
        let within = self.prefix.as_encoded_bytes().strip_suffix(b"/")?;
        let slash = within.iter().rposition(|byte| *byte == b'/');
        Some(path(slash.map_or(b"", |slash| &within[..=slash])))
    }

    /// Returns where a folder, given by its path from the top, is on this machine.
    pub(crate) fn on_disk(&self, folder: &OsStr) -> PathBuf {
        let folder = folder.as_encoded_bytes();
        self.top
            .join(path(folder.strip_suffix(b"/").unwrap_or(folder)))
    }

    fn require_idle(&self) -> Result<(), Error> {
        let under_way = UNDER_WAY
            .iter()
            .find(|(file, _)| self.git_folder.join(file).exists());
        if let Some((_, what)) = under_way {
            return Err(GitError::UnderWay(what).into());
        }
        let unmerged = self.need("diff --name-only --diff-filter=U -z", &[])?;
        match names(&unmerged) {
            files if files.is_empty() => Ok(()),
            files => Err(GitError::Unmerged(files).into()),
        }
    }

    /// Lets only one process sync this clone.
    pub(crate) fn lock(&self) -> Result<SyncLock, Error> {
        let path = self.git_folder.join("sprint-sync.lock");
        let lock = File::create(&path).map_err(|cause| Error::io("lock", &path, &cause))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(GitError::SyncRunning.into()),
            Err(TryLockError::Error(cause)) => return Err(Error::io("lock", &path, &cause)),
        }
        let scratch = self.git_folder.join(SCRATCH);
        match fs::remove_dir_all(&scratch) {
            Err(cause) if cause.kind() != io::ErrorKind::NotFound => {
                return Err(Error::io("clear", &scratch, &cause));
            }
            Ok(()) | Err(_) => {}
        }
        fs::create_dir(&scratch).map_err(|cause| Error::io("make", &scratch, &cause))?;
        let sync_lock = SyncLock {
            _lock: lock,
            scratch,
        };
        let left = self.git_folder.join(format!("{THEIRS}.lock"));
        let _ = fs::remove_file(left);
        let is_left = self.answer("rev-parse --verify --quiet", &[&THEIRS]);
        if is_left.is_some() {
            self.need("update-ref -d", &[&THEIRS])?;
        }
        Ok(sync_lock)
    }

    /// Writes a file that is deleted when it is dropped. The caller must hold the lock.
    pub(super) fn temporary_file(&self, content: &[u8]) -> Result<TempPath, Error> {
        let folder = self.git_folder.join(SCRATCH);
        let failed = |cause: io::Error| Error::io("write to", &folder, &cause);
        let mut file = NamedTempFile::with_prefix_in("sprint-", &folder).map_err(failed)?;
        file.write_all(content).map_err(failed)?;
        Ok(file.into_temp_path())
    }

    /// Returns the full name of the branch that is checked out.
    pub(super) fn checked_out(&self) -> Option<String> {
        self.answer("symbolic-ref --quiet HEAD", &[])
    }

    /// Returns the commit that is checked out; `None` before the first.
    pub(crate) fn head(&self) -> Option<Object> {
        let head = self.answer("rev-parse --verify --quiet HEAD^{commit}", &[]);
        head.map(Object)
    }

    /// Runs a command that answers with an object.
    pub(super) fn object(&self, command: &str, args: Args<'_>) -> Result<Object, Error> {
        self.object_of(command, args, b"")
    }

    pub(super) fn object_of(
        &self,
        command: &str,
        args: Args<'_>,
        input: &[u8],
    ) -> Result<Object, Error> {
        let output = self.need_on(None, command, args, input)?;
        Ok(Object(first_line(&output)))
    }

    /// Returns the first line that a command answers; `None` if it fails.
    pub(super) fn answer(&self, command: &str, args: Args<'_>) -> Option<String> {
        let output = self.run(command, args).ok()?;
        output.status.success().then(|| first_line(&output))
    }

    pub(super) fn need(&self, command: &str, args: Args<'_>) -> Result<Output, Error> {
        self.need_on(None, command, args, b"")
    }

    /// Runs a command that must succeed.
    pub(super) fn need_on(
        &self,
        index: Option<&Path>,
        command: &str,
        args: Args<'_>,
        input: &[u8],
    ) -> Result<Output, Error> {
        let output = self.run_on(index, command, args, input)?;
        match output.status.success() {
            true => Ok(output),
            false => Err(failed(command, &output)),
        }
    }

    pub(super) fn run(&self, command: &str, args: Args<'_>) -> Result<Output, Error> {
        self.run_on(None, command, args, b"")
    }

    /// Runs git at the top of the working tree, in English, with the user's index or another one, and waits for its end.
    pub(super) fn run_on(
        &self,
        index: Option<&Path>,
        command: &str,
        args: Args<'_>,
        input: &[u8],
    ) -> Result<Output, Error> {
        let mut git = git();
        git.arg("-C").arg(&self.top).env("LC_ALL", "C");
        for setting in SETTINGS {
            git.args(["-c", setting]);
        }
        git.args(command.split(' '))
            .args(args.iter().map(|arg| arg.as_ref()));
        if let Some(index) = index {
            git.env("GIT_INDEX_FILE", index);
        }
        if !self.prompts {
            git.env("GIT_TERMINAL_PROMPT", "0");
        }
        let no_git = |cause: io::Error| Error::from(GitError::NotStarted(Error::reason(&cause)));
        if input.is_empty() {
            return git.stdin(Stdio::null()).output().map_err(no_git);
        }
        // A file takes any amount at once; a pipe could fill up while nobody reads what git answers.
        let input = self.temporary_file(input)?;
        let input = File::open(&input).map_err(|cause| Error::io("read", &input, &cause))?;
        git.stdin(input).output().map_err(no_git)
    }
}
