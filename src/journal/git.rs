//! Git, as a program that is started: the one place that knows its commands.
//!
//! Everything is done on objects and on an index of our own, so that until the very end neither the working tree nor
//! the user's index nor their branch is touched. `git help` of the commands named here is the source of their options
//! and formats.

use std::collections::HashSet;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::{NamedTempFile, TempPath};

use super::layout::is_log;
use crate::diagnostic::{Error, GitError};

/// What git would run for a hostile repository, warn of, or spell in another way, is settled beforehand.
const SETTINGS: [&str; 3] = [
    "core.fsmonitor=false",
    "core.safecrlf=false",
    "core.quotePath=false",
];

/// What is under way while one of these files is in the git folder, and how it ends.
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
pub(super) struct Object(String);

/// A regular file in a tree: its path from the top of the repository, its mode and its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Blob {
    pub(super) path: OsString,
    pub(super) mode: &'static str,
    pub(super) object: Object,
}

/// Files that are put on top of a tree, and those that are not to be in it.
#[derive(Clone, Debug, Default)]
pub(super) struct Layer {
    pub(super) files: Vec<Blob>,
    pub(super) gone: Vec<OsString>,
}

/// The modes of regular files; a link is none, wherever it leads.
const MODES: [&str; 2] = [PLAIN, "100755"];

/// The mode of a file that cannot be executed.
pub(super) const PLAIN: &str = "100644";

/// What would lead git to another repository, index or folder than those of the sprint: `git rev-parse --local-env-vars`
/// without the settings.
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

/// Where the tip of the followed branch is kept for a moment. Git has these names for each working tree.
const THEIRS: &str = "refs/worktree/sprint";

/// What a synchronisation needs for a moment, in the git folder: whatever is there when the next one begins was left by
/// one that was killed.
const SCRATCH: &str = "sprint-sync";

/// The repository that a folder is in, on a branch that follows one of another repository.
pub(super) struct Repository {
    /// Where git is started: the top of the working tree.
    top: PathBuf,
    /// The path of the folder from the top, with a `/` behind it; empty for the top itself.
    pub(super) prefix: OsString,
    git_folder: PathBuf,
    /// The branch that is checked out.
    branch: String,
    remote: String,
    /// The branch that it follows, as the remote has it: `refs/heads/main`.
    followed: String,
    prompts: bool,
}

/// What came of a push.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Pushed {
    /// It is there.
    Yes,
    /// Somebody else seems to have pushed since the last fetch; in git's words.
    TooLate(String),
}

/// The right to synchronise this clone; it ends when it is dropped, or with its process.
pub(super) struct Turn {
    _lock: File,
    scratch: PathBuf,
}

impl Drop for Turn {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.scratch);
    }
}

impl Repository {
    /// The repository of `folder`, fit for an exchange with the one that its branch follows. git asks for passwords only
    /// if `prompts`.
    ///
    /// # Errors
    ///
    /// [`GitError::NotStarted`], [`GitError::NotARepository`], [`GitError::UnderWay`], [`GitError::DetachedHead`], [`GitError::NoUpstream`].
    pub(super) fn of(folder: &Path, prompts: bool) -> Result<Repository, Error> {
        let ask = |question: &str| {
            let output = git()
                .arg("-C")
                .arg(folder)
                .args(["rev-parse", question])
                .env("LC_ALL", "C")
                .stdin(Stdio::null())
                .output()
                .map_err(|cause| GitError::NotStarted(Error::reason(&cause)))?;
            let answer = output.stdout.as_slice();
            match output.status.success() {
                true => Ok(path(answer.strip_suffix(b"\n").unwrap_or(answer))),
                false => Err(GitError::NotARepository {
                    path: folder.to_owned(),
                    reason: told(&output),
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
        repository.require_quiet()?;
        repository.branch = repository
            .checked_out()
            .and_then(|head| head.strip_prefix("refs/heads/").map(str::to_owned))
            .ok_or(GitError::DetachedHead)?;
        let branch = repository.branch.clone();
        let setting = |name: &str| {
            repository.answer(&["config", "--get", &format!("branch.{branch}.{name}")])
        };
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
        let remotes = self.run(git(), &["remote"], b"");
        let remotes = remotes.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
        let remotes = remotes.unwrap_or_default();
        let origin = remotes.lines().find(|remote| *remote == "origin");
        let remote = origin.or(remotes.lines().next()).map(str::to_owned);
        let branch = format!("refs/heads/{}", self.branch);
        let is_there = remote.as_deref().is_some_and(|remote| {
            self.answer(&["ls-remote", "--exit-code", "--", remote, &branch])
                .is_some()
        });
        GitError::NoUpstream {
            branch: self.branch.clone(),
            remote,
            is_begun: self.head().is_some(),
            is_there,
        }
    }

    /// Whether a path, from the top, is that of a day log in the folder.
    pub(super) fn is_log(&self, path: &OsStr) -> bool {
        log_in(&self.prefix, path).is_some()
    }

    /// The path of a file in the folder.
    pub(super) fn inside(&self, name: &str) -> OsString {
        let mut path = self.prefix.clone();
        path.push(name);
        path
    }

    /// The path of the folder that holds the folder, from the top, with a `/` behind it; none outside of the repository.
    pub(super) fn above(&self) -> Option<OsString> {
        let within = self.prefix.as_encoded_bytes().strip_suffix(b"/")?;
        let slash = within.iter().rposition(|byte| *byte == b'/');
        Some(path(slash.map_or(b"", |slash| &within[..=slash])))
    }

    /// Where a folder, by its path from the top, is on this machine.
    pub(super) fn on_disk(&self, folder: &OsStr) -> PathBuf {
        let folder = folder.as_encoded_bytes();
        self.top
            .join(path(folder.strip_suffix(b"/").unwrap_or(folder)))
    }

    /// Whether git knows of any file in the folder: where it is checked out, and in the index.
    pub(super) fn is_known(&self) -> (bool, bool) {
        let folder = [self.prefix.as_os_str()];
        let head = self.head();
        let committed = head.is_some_and(|head| {
            let files = self.files(&head, &folder);
            files.is_ok_and(|files| !files.is_empty())
        });
        let mut literal = git();
        literal.arg("--literal-pathspecs");
        let words = [OsStr::new("ls-files"), OsStr::new("--"), &self.prefix];
        let staged = self.run(literal, &words, b"");
        (
            committed,
            staged.is_ok_and(|output| !output.stdout.is_empty()),
        )
    }

    fn require_quiet(&self) -> Result<(), Error> {
        let under_way = UNDER_WAY
            .iter()
            .find(|(file, _)| self.git_folder.join(file).exists());
        if let Some((_, what)) = under_way {
            return Err(GitError::UnderWay(what).into());
        }
        let unmerged = self.need(&["diff", "--name-only", "--diff-filter=U", "-z"], b"")?;
        match names(&unmerged) {
            files if files.is_empty() => Ok(()),
            files => Err(GitError::Unmerged(files).into()),
        }
    }

    /// Sees to it that only one process exchanges anything for this clone.
    pub(super) fn take_turn(&self) -> Result<Turn, Error> {
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
        let turn = Turn {
            _lock: lock,
            scratch,
        };
        let left = self.git_folder.join(format!("{THEIRS}.lock"));
        let _ = fs::remove_file(left);
        if self
            .answer(&["rev-parse", "--verify", "--quiet", THEIRS])
            .is_some()
        {
            self.need(&["update-ref", "-d", THEIRS], b"")?;
        }
        Ok(turn)
    }

    /// A file with this content that is gone when it is dropped. Only who has the turn may ask for one.
    fn temporary(&self, content: &[u8]) -> Result<TempPath, Error> {
        let folder = self.git_folder.join(SCRATCH);
        let failed = |cause: io::Error| Error::io("write to", &folder, &cause);
        let mut file = NamedTempFile::with_prefix_in("sprint-", &folder).map_err(failed)?;
        file.write_all(content).map_err(failed)?;
        Ok(file.into_temp_path())
    }

    /// The name of the branch that is checked out, in full.
    fn checked_out(&self) -> Option<String> {
        self.answer(&["symbolic-ref", "--quiet", "HEAD"])
    }

    /// The commit that is checked out; none before the first.
    pub(super) fn head(&self) -> Option<Object> {
        self.answer(&["rev-parse", "--verify", "--quiet", "HEAD^{commit}"])
            .map(Object)
    }

    /// The commit that the followed branch is at; none if there is no such branch yet.
    pub(super) fn fetch(&self) -> Result<Option<Object>, Error> {
        let refspec = format!("+{}:{THEIRS}", self.followed);
        let words = [
            "fetch",
            "--quiet",
            "--no-tags",
            "--no-recurse-submodules",
            "--no-write-fetch-head",
            "--",
            &self.remote,
            &refspec,
        ];
        let output = self.run(git(), &words, b"")?;
        if output.status.success() {
            let tip = self.answer(&[
                "rev-parse",
                "--verify",
                "--quiet",
                &format!("{THEIRS}^{{commit}}"),
            ]);
            self.need(&["update-ref", "-d", THEIRS], b"")?;
            Ok(tip.map(Object))
        } else if String::from_utf8_lossy(&output.stderr).contains("couldn't find remote ref") {
            Ok(None)
        } else {
            Err(GitError::Fetch {
                remote: self.remote.clone(),
                reason: told(&output),
            }
            .into())
        }
    }

    /// Sends a commit to the followed branch, never by force.
    pub(super) fn push(&self, commit: &Object) -> Result<Pushed, Error> {
        let refspec = format!("{}:{}", commit.0, self.followed);
        let output = self.run(
            git(),
            &[
                "push",
                "--porcelain",
                "--no-follow-tags",
                "--",
                &self.remote,
                &refspec,
            ],
            b"",
        )?;
        if output.status.success() {
            return Ok(Pushed::Yes);
        }
        let answer = String::from_utf8_lossy(&output.stdout);
        let rejected = answer
            .lines()
            .find(|line| line.starts_with('!'))
            .unwrap_or("");
        // The last ones are what a server says when two push in the same moment.
        let too_late = [
            "(fetch first)",
            "(non-fast-forward)",
            "cannot lock ref",
            "failed to update ref",
            "incorrect old value",
        ];
        let said = told(&output);
        let reason = rejected
            .rsplit_once('(')
            .map(|(_, reason)| reason.trim_end_matches(')').to_owned());
        let reason = match reason {
            Some(reason) if said.is_empty() => reason,
            Some(reason) => format!("{reason}: {said}"),
            None => said,
        };
        if too_late.iter().any(|words| rejected.contains(words)) {
            return Ok(Pushed::TooLate(reason));
        }
        Err(self.not_pushed(reason).into())
    }

    /// Says that the other repository did not take what was sent.
    pub(super) fn not_pushed(&self, reason: String) -> GitError {
        GitError::Push {
            remote: self.remote.clone(),
            reason,
        }
    }

    /// Says that the followed branch is not there, although there are commits for it.
    pub(super) fn gone(&self) -> GitError {
        GitError::NoSuchBranch {
            remote: self.remote.clone(),
            branch: short(&self.followed).to_owned(),
        }
    }

    /// The other repository and the branch in it, as they are named together.
    pub(super) fn there(&self) -> String {
        format!("{}/{}", self.remote, short(&self.followed))
    }

    /// Which of these files git does not know and is told to ignore.
    pub(super) fn ignored(&self, paths: &[&OsStr]) -> Result<Vec<String>, Error> {
        let paths = zero_ended(paths.iter().map(|path| path.as_encoded_bytes()));
        if paths.is_empty() {
            return Ok(Vec::new());
        }
        let output = self.run(git(), &["check-ignore", "-z", "--stdin"], &paths)?;
        Ok(names(&output))
    }

    /// A blob of the bytes that a file has in the working tree.
    pub(super) fn store(&self, path: &OsStr, bytes: &[u8]) -> Result<Object, Error> {
        let words = ["hash-object", "-w", "--stdin"].map(OsString::from);
        self.object(&[&words[..], &[with_path(path)]].concat(), bytes)
    }

    /// A blob of just these bytes.
    pub(super) fn store_raw(&self, bytes: &[u8]) -> Result<Object, Error> {
        self.object(&["hash-object", "-w", "--stdin", "--no-filters"], bytes)
    }

    /// The bytes that a blob has as a file of the working tree.
    pub(super) fn read(&self, path: &OsStr, blob: &Object) -> Result<Vec<u8>, Error> {
        let words = [
            OsString::from("cat-file"),
            "--filters".into(),
            with_path(path),
            (&blob.0).into(),
        ];
        Ok(self.need(&words, b"")?.stdout)
    }

    /// The bytes of blobs as git keeps them.
    pub(super) fn read_raw(&self, blobs: &[&Object]) -> Result<Vec<Vec<u8>>, Error> {
        if blobs.is_empty() {
            return Ok(Vec::new());
        }
        let question: String = blobs.iter().map(|blob| format!("{}\n", blob.0)).collect();
        let output = self.need(&["cat-file", "--batch"], question.as_bytes())?;
        let mut answers = Vec::new();
        let mut rest = output.stdout.as_slice();
        for blob in blobs {
            // `OBJECT blob SIZE`, a line end, the bytes, a line end
            let answer = rest.iter().position(|byte| *byte == b'\n').and_then(|end| {
                let about = String::from_utf8_lossy(&rest[..end]).into_owned();
                let size: usize = about.rsplit_once(' ')?.1.parse().ok()?;
                let bytes = rest.get(end + 1..end + 1 + size)?;
                Some((bytes.to_vec(), rest.get(end + 2 + size..)?))
            });
            let Some((bytes, after)) = answer else {
                return Err(GitError::Failed {
                    what: "cat-file".to_owned(),
                    reason: format!("{} is missing", blob.0),
                }
                .into());
            };
            answers.push(bytes);
            rest = after;
        }
        Ok(answers)
    }

    /// The files in a tree that have one of these paths or lie in it; a path ends in `/` if it is a folder's.
    pub(super) fn files(&self, tree: &Object, paths: &[&OsStr]) -> Result<Vec<Blob>, Error> {
        let words = ["ls-tree", "-r", "-z", "--full-tree", &tree.0, "--"];
        let mut question: Vec<&OsStr> = words.iter().map(OsStr::new).collect();
        // The top of the repository has no path: all that is in the tree lies in it.
        if !paths.contains(&OsStr::new("")) {
            question.extend(paths);
        }
        let mut literal = git();
        literal.arg("--literal-pathspecs");
        let output = self.succeed(literal, &question, b"")?;
        // `MODE TYPE OBJECT<TAB>PATH`
        let blob = |line: &[u8]| {
            let tab = line.iter().position(|byte| *byte == b'\t')?;
            let about = String::from_utf8_lossy(&line[..tab]).into_owned();
            let mut about = about.split(' ');
            let mode = about.next()?;
            Some(Blob {
                path: path(&line[tab + 1..]),
                mode: MODES.into_iter().find(|known| *known == mode)?,
                object: Object(about.nth(1)?.to_owned()),
            })
        };
        Ok(output
            .stdout
            .split(|byte| *byte == 0)
            .filter_map(blob)
            .collect())
    }

    /// `base` (nothing if there is none) with a layer on top.
    pub(super) fn tree(&self, base: Option<&Object>, layer: &Layer) -> Result<Object, Error> {
        let index = self.index()?;
        self.fill(&index, base, layer)?;
        self.need_with(&index, &["write-tree"], b"")
            .map(|output| Object(first_line(&output)))
    }

    /// Where the histories of two commits were last one: nowhere if they began apart.
    pub(super) fn bases(&self, one: &Object, other: &Object) -> Result<Vec<Object>, Error> {
        let question = ["merge-base", "--all", &one.0, &other.0].map(OsStr::new);
        let (_, bases) = self.lines(&question, &[0, 1])?;
        Ok(bases.into_iter().map(Object).collect())
    }

    /// The commits before those that `other` has besides those of `one` and that took lines out of the folder's logs: the
    /// latest ones.
    pub(super) fn before_losses(&self, one: &Object, other: &Object) -> Result<Vec<Object>, Error> {
        const MOST: &str = "--max-count=1000";
        let both = format!("{}..{}", one.0, other.0);
        let words = [
            "log",
            MOST,
            "-m",
            "--no-renames",
            "--numstat",
            "--format=parents %P",
            &both,
            "--",
        ];
        let mut question: Vec<&OsStr> = words.iter().map(OsStr::new).collect();
        if !self.prefix.is_empty() {
            question.push(&self.prefix);
        }
        let mut before: Vec<Object> = Vec::new();
        let mut parents = String::new();
        // A commit's parents, then `ADDED<TAB>DELETED<TAB>PATH` for every file.
        let (_, lines) = self.lines(&question, &[0])?;
        for line in lines {
            if let Some(commit) = line.strip_prefix("parents ") {
                commit.clone_into(&mut parents);
                continue;
            }
            let mut words = line.splitn(3, '\t');
            let (deleted, path) = (words.nth(1), words.next());
            if path.is_some_and(|path| self.is_log(path.as_ref())) && deleted != Some("0") {
                let parents = std::mem::take(&mut parents);
                before.extend(
                    parents
                        .split_whitespace()
                        .map(|parent| Object(parent.to_owned())),
                );
            }
        }
        before.dedup();
        Ok(before)
    }

    /// The lines that a command answers, and its exit code, which is one of those that answer something.
    fn lines(&self, words: &[&OsStr], codes: &[i32]) -> Result<(i32, Vec<String>), Error> {
        let mut literal = git();
        literal.arg("--literal-pathspecs");
        let output = self.run(literal, words, b"")?;
        match output.status.code().filter(|code| codes.contains(code)) {
            Some(code) => {
                let lines = String::from_utf8_lossy(&output.stdout).into_owned();
                Ok((code, lines.lines().map(str::to_owned).collect()))
            }
            None => {
                let what = words.first().map(|word| word.to_string_lossy());
                Err(failed(&what.unwrap_or_default(), &output).into())
            }
        }
    }

    /// The tree of a commit.
    pub(super) fn tree_of(&self, commit: &Object) -> Result<Object, Error> {
        self.object(
            &["rev-parse", "--verify", &format!("{}^{{tree}}", commit.0)],
            b"",
        )
    }

    /// The tree of what both sides have done since they were one, each a commit and a tree to go with it. The logs are
    /// united before; git sees the same on both sides.
    ///
    /// # Errors
    ///
    /// [`GitError::Conflict`] with the files that git cannot merge.
    pub(super) fn merge(
        &self,
        ours: (&Object, &Object),
        theirs: (&Object, &Object),
    ) -> Result<Object, Error> {
        // git merges commits only; nobody ever sees these.
        let commit = |(parent, tree): (&Object, &Object)| {
            self.object(
                &["commit-tree", &tree.0, "-p", &parent.0, "-m", "logs"],
                b"",
            )
        };
        let output = self.run(
            git(),
            &[
                "merge-tree",
                "--write-tree",
                "--allow-unrelated-histories",
                "--name-only",
                "--no-messages",
                "-z",
                &commit(ours)?.0,
                &commit(theirs)?.0,
            ],
            b"",
        )?;
        let answer = String::from_utf8_lossy(&output.stdout).into_owned();
        let mut words = answer
            .split('\0')
            .filter(|word| !word.is_empty())
            .map(str::to_owned);
        let tree = words.next();
        match (output.status.code(), tree) {
            (Some(0), Some(tree)) => Ok(Object(tree)),
            (Some(1), Some(_)) => Err(GitError::Conflict {
                files: words.collect(),
                began_apart: self.bases(ours.0, theirs.0)?.is_empty(),
            }
            .into()),
            _ => Err(failed("merge", &output).into()),
        }
    }

    /// A commit of a tree.
    pub(super) fn commit(
        &self,
        tree: &Object,
        parents: &[&Object],
        message: &[u8],
    ) -> Result<Object, Error> {
        let message = self.temporary(message)?;
        let words = ["commit-tree", &tree.0, "-F"].map(OsStr::new);
        let mut words = [&words[..], &[message.as_os_str()]].concat();
        if self
            .answer(&["config", "--type=bool", "--get", "commit.gpgSign"])
            .as_deref()
            == Some("true")
        {
            words.push(OsStr::new("-S"));
        }
        for parent in parents {
            words.extend(["-p", &parent.0].map(OsStr::new));
        }
        self.object(&words, b"")
    }

    /// Lets the hooks of a commit look at a commit of a layer on what is checked out, and gives the message as they leave
    /// it.
    ///
    /// # Errors
    ///
    /// [`GitError::Hook`] if one refuses, [`GitError::NoMessage`] if nothing is left of the message.
    pub(super) fn ask_hooks(&self, layer: &Layer, message: &str) -> Result<Vec<u8>, Error> {
        let index = self.index()?;
        self.fill(&index, self.head().as_ref(), layer)?;
        let message = self.temporary(message.as_bytes())?;
        for (hook, arguments) in [
            ("pre-commit", vec![]),
            ("commit-msg", vec![OsStr::new("--"), message.as_os_str()]),
        ] {
            let mut git = git();
            git.env("GIT_INDEX_FILE", &index);
            let mut words = ["hook", "run", "--ignore-missing", hook]
                .map(OsStr::new)
                .to_vec();
            words.extend(arguments);
            let output = self.run(git, &words, b"")?;
            if !output.status.success() {
                return Err(GitError::Hook {
                    name: hook,
                    reason: told(&output),
                }
                .into());
            }
        }
        // Where it ends, and whether there is any of it, is as `git commit` has it.
        let message = fs::read(&message).unwrap_or_default();
        let words = self.need(&["stripspace", "--strip-comments"], &message)?;
        match words.stdout.is_empty() {
            true => Err(GitError::NoMessage.into()),
            false => Ok(self.need(&["stripspace"], &message)?.stdout),
        }
    }

    /// Whether the first commit is the second or one of its ancestors.
    pub(super) fn is_ancestor(&self, one: &Object, other: &Object) -> Result<bool, Error> {
        let question = ["merge-base", "--is-ancestor", &one.0, &other.0].map(OsStr::new);
        Ok(self.lines(&question, &[0, 1])?.0 == 0)
    }

    /// Whether the branch can go on from `head` to `target` with a layer as it has it, and nothing of the user's in the
    /// way.
    ///
    /// # Errors
    ///
    /// [`GitError::InTheWay`] with git's words for what is, [`GitError::Busy`] while another git is at work.
    pub(super) fn rehearse(
        &self,
        head: Option<&Object>,
        target: &Object,
        layer: &Layer,
    ) -> Result<(), Error> {
        let lock = self.git_folder.join("index.lock");
        if lock.exists() {
            return Err(GitError::Busy(lock).into());
        }
        let index = self.index()?;
        let own = self.git_folder.join("index");
        if own.exists() {
            fs::copy(&own, &index).map_err(|cause| Error::io("read", &own, &cause))?;
        }
        self.take_over(Some(&index), head, target, layer, &["-n"])?;
        self.require_free(head, target, layer)
    }

    /// Sees to it that what `target` has and `head` has not comes in the place of no file that git does not know. git
    /// itself spares such a file only if it is not told to ignore it.
    fn require_free(
        &self,
        head: Option<&Object>,
        target: &Object,
        layer: &Layer,
    ) -> Result<(), Error> {
        let head = match head {
            Some(head) => head.clone(),
            None => self.empty_tree()?,
        };
        let words = ["diff-tree", "-r", "-z", "--no-renames", "--name-only"];
        let words = [&words[..], &["--diff-filter=A", &head.0, &target.0]].concat();
        let added = self.need(&words, b"")?.stdout;
        let own: HashSet<&OsStr> = layer.files.iter().map(|blob| blob.path.as_ref()).collect();
        let added = added
            .split(|byte| *byte == 0)
            .filter(|name| !name.is_empty());
        let added = added
            .map(path)
            .filter(|path| !own.contains(path.as_os_str()));
        // Whatever is there may be a file that git knows and takes away.
        let taken = added.filter_map(|added| {
            let above = Path::new(&added).ancestors();
            let mut above = above.filter(|above| !above.as_os_str().is_empty());
            let stands = |path: &&Path| {
                let found = fs::symlink_metadata(self.top.join(path));
                found.is_ok_and(|found| *path == Path::new(&added) || !found.is_dir())
            };
            above.find(stands).map(|above| above.as_os_str().to_owned())
        });
        for taken in taken {
            let mut literal = git();
            literal.arg("--literal-pathspecs");
            let words = ["ls-files", "--others", "-z", "--"].map(OsStr::new);
            let unknown = self.succeed(literal, &[&words[..], &[&taken]].concat(), b"")?;
            if let Some(name) = names(&unknown).first() {
                return Err(GitError::InTheWay(format!(
                    "{name} is in the way, a file that git does not know"
                ))
                .into());
            }
        }
        Ok(())
    }

    /// A tree with nothing in it.
    fn empty_tree(&self) -> Result<Object, Error> {
        self.object(&["hash-object", "-w", "-t", "tree", "--stdin"], b"")
    }

    /// Lets the branch go on from `head` to `target`, which has the layer, and with it the working tree but for the layer.
    pub(super) fn go_on(
        &self,
        head: Option<&Object>,
        target: &Object,
        layer: &Layer,
    ) -> Result<(), Error> {
        let branch = format!("refs/heads/{}", self.branch);
        if self.checked_out().as_deref() != Some(&branch) || self.head().as_ref() != head {
            return Err(GitError::InTheWay(
                "another branch or commit was checked out meanwhile".to_owned(),
            )
            .into());
        }
        self.take_over(None, head, target, layer, &[])?;
        // All zeros, or nothing, is no commit yet.
        let old = head.map_or("", |head| &head.0);
        self.need(
            &["update-ref", "-m", "sprint sync", &branch, &target.0, old],
            b"",
        )
        .map(|_| ())
    }

    /// Brings an index, the user's if none is given, from one commit to another in which the layer is there already, and
    /// the working tree with it unless `how` says otherwise.
    fn take_over(
        &self,
        index: Option<&Path>,
        head: Option<&Object>,
        target: &Object,
        layer: &Layer,
        how: &[&str],
    ) -> Result<(), Error> {
        let with_index = || {
            let mut git = git();
            if let Some(index) = index {
                git.env("GIT_INDEX_FILE", index);
            }
            git
        };
        let info = ["update-index", "-z", "--add", "--index-info"];
        self.succeed(with_index(), &info, &index_info(layer, target))?;
        if head == Some(target) {
            return Ok(());
        }
        let head = match head {
            Some(head) => head.clone(),
            None => self.empty_tree()?,
        };
        // What is in neither of two trees is not looked at.
        let head = match layer.gone.is_empty() {
            true => head,
            false => {
                let gone = Layer {
                    files: Vec::new(),
                    gone: layer.gone.clone(),
                };
                self.tree(Some(&head), &gone)?
            }
        };
        // Whoever has changed what an entry says of its file is found by looking at the file.
        self.run(with_index(), &["update-index", "-q", "--refresh"], b"")?;
        let mut words = vec!["read-tree", "-m", "-u"];
        words.extend(how);
        words.extend([head.0.as_str(), &target.0]);
        let output = self.run(with_index(), &words, b"")?;
        match output.status.success() {
            true => Ok(()),
            false => Err(GitError::InTheWay(told(&output)).into()),
        }
    }

    /// An index of our own with these files in a tree.
    fn fill(&self, index: &Path, base: Option<&Object>, layer: &Layer) -> Result<(), Error> {
        match base {
            Some(base) => self.need_with(index, &["read-tree", &base.0], b"")?,
            None => self.need_with(index, &["read-tree", "--empty"], b"")?,
        };
        let info = match (base, layer.files.first()) {
            (Some(base), _) => index_info(layer, base),
            (None, Some(file)) => index_info(layer, &file.object),
            (None, None) => return Ok(()),
        };
        let words = ["update-index", "-z", "--add", "--index-info"];
        self.need_with(index, &words, &info).map(|_| ())
    }

    /// A path for an index; git takes an empty file for a broken one.
    fn index(&self) -> Result<TempPath, Error> {
        let path = self.temporary(b"")?;
        fs::remove_file(&path).map_err(|cause| Error::io("write", &path, &cause))?;
        Ok(path)
    }

    fn object<Word: AsRef<OsStr>>(&self, words: &[Word], input: &[u8]) -> Result<Object, Error> {
        self.need(words, input)
            .map(|output| Object(first_line(&output)))
    }

    /// The first line that a command answers; none if it fails.
    fn answer(&self, words: &[&str]) -> Option<String> {
        let output = self.run(git(), words, b"").ok()?;
        output.status.success().then(|| first_line(&output))
    }

    fn need<Word: AsRef<OsStr>>(&self, words: &[Word], input: &[u8]) -> Result<Output, Error> {
        self.succeed(git(), words, input)
    }

    fn need_with(&self, index: &Path, words: &[&str], input: &[u8]) -> Result<Output, Error> {
        let mut git = git();
        git.env("GIT_INDEX_FILE", index);
        self.succeed(git, words, input)
    }

    fn succeed<Word: AsRef<OsStr>>(
        &self,
        git: Command,
        words: &[Word],
        input: &[u8],
    ) -> Result<Output, Error> {
        let output = self.run(git, words, input)?;
        match output.status.success() {
            true => Ok(output),
            false => {
                let what = words.first().map(|word| word.as_ref().to_string_lossy());
                Err(failed(&what.unwrap_or_default(), &output).into())
            }
        }
    }

    /// Runs git at the top of the working tree, in English, and waits for its end.
    fn run<Word: AsRef<OsStr>>(
        &self,
        mut git: Command,
        words: &[Word],
        input: &[u8],
    ) -> Result<Output, Error> {
        git.arg("-C").arg(&self.top);
        for setting in SETTINGS {
            git.args(["-c", setting]);
        }
        git.args(words).env("LC_ALL", "C");
        if !self.prompts {
            git.env("GIT_TERMINAL_PROMPT", "0");
        }
        let no_git =
            |cause: std::io::Error| Error::from(GitError::NotStarted(Error::reason(&cause)));
        if input.is_empty() {
            return git.stdin(Stdio::null()).output().map_err(no_git);
        }
        // A file takes any amount at once; a pipe could fill up while nobody reads what git answers.
        let input = self.temporary(input)?;
        let input = File::open(&input).map_err(|cause| Error::io("read", &input, &cause))?;
        git.stdin(input).output().map_err(no_git)
    }
}

/// The name of the day log that a path is in a folder, if it is one.
pub(super) fn log_in<'p>(folder: &OsStr, path: &'p OsStr) -> Option<&'p str> {
    let name = path
        .as_encoded_bytes()
        .strip_prefix(folder.as_encoded_bytes())?;
    std::str::from_utf8(name).ok().filter(|name| is_log(name))
}

/// The folder that a path of a day log is in, with a `/` behind it.
pub(super) fn folder_of_log(file: &OsStr) -> Option<OsString> {
    let bytes = file.as_encoded_bytes();
    let slash = bytes.iter().rposition(|byte| *byte == b'/');
    let folder = path(slash.map_or(b"", |slash| &bytes[..=slash]));
    log_in(&folder, file).is_some().then_some(folder)
}

/// A path as git says it.
#[cfg(unix)]
fn path(bytes: &[u8]) -> OsString {
    use std::os::unix::ffi::OsStrExt;
    OsStr::from_bytes(bytes).to_owned()
}

#[cfg(not(unix))]
fn path(bytes: &[u8]) -> OsString {
    String::from_utf8_lossy(bytes).into_owned().into()
}

fn with_path(path: &OsStr) -> OsString {
    let mut word = OsString::from("--path=");
    word.push(path);
    word
}

/// Names with a zero byte behind each, as they are printed.
fn names(output: &Output) -> Vec<String> {
    let names = String::from_utf8_lossy(&output.stdout).into_owned();
    let names = names.split('\0').filter(|name| !name.is_empty());
    names.map(str::to_owned).collect()
}

fn zero_ended<'w>(words: impl Iterator<Item = &'w [u8]>) -> Vec<u8> {
    words.flat_map(|word| [word, b"\0"].concat()).collect()
}

/// A branch as people name it.
fn short(branch: &str) -> &str {
    branch.strip_prefix("refs/heads/").unwrap_or(branch)
}

/// A layer as `update-index --index-info` takes it, in a repository with objects like this one.
fn index_info(layer: &Layer, like: &Object) -> Vec<u8> {
    let none = "0".repeat(like.0.len());
    let gone = layer.gone.iter().map(|path| ("0", none.as_str(), path));
    let files = layer
        .files
        .iter()
        .map(|file| (file.mode, file.object.0.as_str(), &file.path));
    let lines: Vec<Vec<u8>> = gone
        .chain(files)
        .map(|(mode, object, path)| {
            let about = format!("{mode} {object}\t");
            [about.as_bytes(), path.as_encoded_bytes()].concat()
        })
        .collect();
    zero_ended(lines.iter().map(Vec::as_slice))
}

fn failed(what: &str, output: &Output) -> GitError {
    if String::from_utf8_lossy(&output.stderr).contains("Please tell me who you are") {
        return GitError::NoIdentity;
    }
    GitError::Failed {
        what: what.to_owned(),
        reason: told(output),
    }
}

/// Whether there is anything at a path on this machine, if only a link to nothing.
pub(super) fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

fn first_line(output: &Output) -> String {
    let answer = String::from_utf8_lossy(&output.stdout);
    answer.lines().next().unwrap_or_default().to_owned()
}

/// What git, or a hook, said on standard error: the line on which git gave up, else the last ones.
fn told(output: &Output) -> String {
    const LINES: usize = 3;
    let said = String::from_utf8_lossy(&output.stderr);
    let lines = said
        .lines()
        .map(|line| line.strip_prefix("remote: ").unwrap_or(line).trim())
        .filter(|line| !line.is_empty() && !line.starts_with("hint:"));
    let mut lines: Vec<&str> = lines
        .map(|line| line.strip_prefix("error: ").unwrap_or(line))
        .collect();
    // What stands before the line on which git gave up is what ssh had to say.
    if let Some(end) = lines.iter().position(|line| line.starts_with("fatal: ")) {
        lines.truncate(end + 1);
    }
    // Git's last word says no more than that it failed.
    if lines.len() > 1 {
        lines.retain(|line| !line.starts_with("failed to push some refs"));
    }
    let lines = &lines[lines.len().saturating_sub(LINES)..];
    lines.join("; ").replace("fatal: ", "")
}

/// git, in the repository where it is started and in no other.
fn git() -> Command {
    let mut git = Command::new("git");
    for variable in MISLEADING {
        git.env_remove(variable);
    }
    git
}
