//! Git, as a program that is started: the one place that knows its commands.
//!
//! Everything is done on objects and on an index of our own, so that until the very end neither the working tree nor
//! the user's index nor their branch is touched. `git help` of the commands named here is the source of their options
//! and formats.

use std::ffi::OsStr;
use std::fs::{self, File, TryLockError};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::{NamedTempFile, TempPath};

use super::folder::is_log;
use crate::error::{Error, GitError};

/// What git would ask for at a terminal, unite in a file, or run for a hostile repository, is settled beforehand.
const SETTINGS: [&str; 3] = [
    "core.fsmonitor=false",
    "core.quotePath=false",
    "advice.diverging=false",
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
    pub(super) path: String,
    pub(super) mode: &'static str,
    pub(super) object: Object,
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

/// The repository that a folder is in, on a branch that follows one of another repository.
pub(super) struct Repository {
    /// Where git is started: the top of the working tree.
    top: PathBuf,
    /// The path of the folder from the top, with a `/` behind it; empty for the top itself.
    pub(super) prefix: String,
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
            let answer = String::from_utf8_lossy(&output.stdout);
            let answer = answer.strip_suffix('\n').unwrap_or(&answer);
            match output.status.success() {
                true => Ok(answer.to_owned()),
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
            _ => Err(GitError::NoUpstream {
                branch,
                remote: repository
                    .answer(&["remote"])
                    .and_then(|remotes| remotes.lines().next().map(str::to_owned)),
                is_begun: repository.head().is_some(),
            }
            .into()),
        }
    }

    /// Whether a path, from the top, is that of a day log in the folder.
    pub(super) fn is_log(&self, path: &str) -> bool {
        path.strip_prefix(&self.prefix).is_some_and(is_log)
    }

    /// The path of the folder that holds the folder, from the top, with a `/` behind it; none outside of the repository.
    pub(super) fn above(&self) -> Option<&str> {
        let within = self.prefix.strip_suffix('/')?;
        Some(within.rfind('/').map_or("", |slash| &within[..=slash]))
    }

    fn require_quiet(&self) -> Result<(), Error> {
        let under_way = UNDER_WAY
            .iter()
            .find(|(file, _)| self.git_folder.join(file).exists());
        if let Some((_, what)) = under_way {
            return Err(GitError::UnderWay(what).into());
        }
        match self.answer(&["ls-files", "--unmerged"]) {
            Some(unmerged) if !unmerged.is_empty() => Err(GitError::UnderWay("merge").into()),
            _ => Ok(()),
        }
    }

    /// Sees to it that only one process exchanges anything for this clone.
    pub(super) fn take_turn(&self) -> Result<Turn, Error> {
        let path = self.git_folder.join("sprint-sync.lock");
        let lock = File::create(&path).map_err(|cause| Error::io("lock", &path, &cause))?;
        match lock.try_lock() {
            Ok(()) => Ok(Turn { _lock: lock }),
            Err(TryLockError::WouldBlock) => Err(GitError::SyncRunning.into()),
            Err(TryLockError::Error(cause)) => Err(Error::io("lock", &path, &cause)),
        }
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
            branch: self.branch.clone(),
        }
    }

    /// Which of these files git does not know and is told to ignore.
    pub(super) fn ignored(&self, paths: &[&str]) -> Result<Vec<String>, Error> {
        let paths: String = paths.iter().map(|path| format!("{path}\0")).collect();
        if paths.is_empty() {
            return Ok(Vec::new());
        }
        let output = self.run(git(), &["check-ignore", "-z", "--stdin"], paths.as_bytes())?;
        let ignored = String::from_utf8_lossy(&output.stdout).into_owned();
        Ok(ignored
            .split('\0')
            .filter(|path| !path.is_empty())
            .map(str::to_owned)
            .collect())
    }

    /// A blob of the bytes that a file has in the working tree.
    pub(super) fn store(&self, path: &str, bytes: &[u8]) -> Result<Object, Error> {
        let path = format!("--path={path}");
        self.object(&["hash-object", "-w", "--stdin", &path], bytes)
    }

    /// The bytes that a blob has as a file of the working tree.
    pub(super) fn read(&self, blob: &Blob) -> Result<Vec<u8>, Error> {
        let path = format!("--path={}", blob.path);
        Ok(self
            .need(&["cat-file", "--filters", &path, &blob.object.0], b"")?
            .stdout)
    }

    /// The files in a tree that have one of these paths or lie in it; a path ends in `/` if it is a folder's.
    pub(super) fn files(&self, tree: &Object, paths: &[&str]) -> Result<Vec<Blob>, Error> {
        let mut question = vec!["ls-tree", "-r", "-z", "--full-tree", &tree.0, "--"];
        // The top of the repository has no path: all that is in the tree lies in it.
        if !paths.contains(&"") {
            question.extend(paths);
        }
        let mut literal = git();
        literal.arg("--literal-pathspecs");
        let output = self.succeed(literal, &question, b"")?;
        let listed = String::from_utf8_lossy(&output.stdout);
        // `MODE TYPE OBJECT<TAB>PATH`
        let blob = |line: &str| {
            let (about, path) = line.split_once('\t')?;
            let mut about = about.split(' ');
            let mode = about.next()?;
            Some(Blob {
                path: path.to_owned(),
                mode: MODES.into_iter().find(|known| *known == mode)?,
                object: Object(about.nth(1)?.to_owned()),
            })
        };
        Ok(listed.split('\0').filter_map(blob).collect())
    }

    /// `base` (nothing if there is none) with these files in place of what it has there.
    pub(super) fn tree(&self, base: Option<&Object>, files: &[Blob]) -> Result<Object, Error> {
        let index = self.index()?;
        self.fill(&index, base, files)?;
        self.need_with(&index, &["write-tree"], b"")
            .map(|output| Object(first_line(&output)))
    }

    /// The tree of a commit.
    pub(super) fn tree_of(&self, commit: &Object) -> Result<Object, Error> {
        self.object(
            &["rev-parse", "--verify", &format!("{}^{{tree}}", commit.0)],
            b"",
        )
    }

    /// The tree of what both sides have done since they were one: `ours` on top of `head`, and the commit `theirs`.
    /// Logs are united as `init` tells git to, also where it was not told.
    ///
    /// # Errors
    ///
    /// [`GitError::Conflict`] with the files that git cannot merge.
    pub(super) fn merge(
        &self,
        head: &Object,
        ours: &Object,
        theirs: &Object,
    ) -> Result<Object, Error> {
        // git merges commits only; nobody ever sees this one.
        let ours = self.object(&["commit-tree", &ours.0, "-p", &head.0, "-m", "logs"], b"")?;
        let logs = format!("{} merge=union\n", pattern(&self.prefix, "[0-9]*.toml"));
        let attributes = temporary(logs.as_bytes())?;
        let setting = format!("core.attributesFile={}", attributes.display());
        let mut git = git();
        git.args(["-c", &setting]);
        let output = self.run(
            git,
            &[
                "merge-tree",
                "--write-tree",
                "--name-only",
                "--no-messages",
                "-z",
                &ours.0,
                &theirs.0,
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
            (Some(1), Some(_)) => Err(GitError::Conflict(words.collect()).into()),
            _ => Err(failed("merge", &output).into()),
        }
    }

    /// A commit of a tree.
    pub(super) fn commit(
        &self,
        tree: &Object,
        parents: &[&Object],
        message: &Path,
    ) -> Result<Object, Error> {
        let message = message.display().to_string();
        let mut words = vec!["commit-tree", &tree.0, "-F", &message];
        if self
            .answer(&["config", "--type=bool", "--get", "commit.gpgSign"])
            .as_deref()
            == Some("true")
        {
            words.push("-S");
        }
        for parent in parents {
            words.extend(["-p", &parent.0]);
        }
        self.object(&words, b"")
    }

    /// Lets the hooks of a commit look at a commit of `files` on what is checked out, and change its message.
    ///
    /// # Errors
    ///
    /// [`GitError::Hook`] if one refuses.
    pub(super) fn ask_hooks(&self, files: &[Blob], message: &Path) -> Result<(), Error> {
        let index = self.index()?;
        self.fill(&index, self.head().as_ref(), files)?;
        let message = message.display().to_string();
        for (hook, arguments) in [
            ("pre-commit", vec![]),
            ("commit-msg", vec!["--", message.as_str()]),
        ] {
            let mut git = git();
            git.env("GIT_INDEX_FILE", &index);
            let mut words = vec!["hook", "run", "--ignore-missing", hook];
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
        Ok(())
    }

    /// Whether the first commit is the second or one of its ancestors.
    pub(super) fn is_ancestor(&self, one: &Object, other: &Object) -> bool {
        self.answer(&["merge-base", "--is-ancestor", &one.0, &other.0])
            .is_some()
    }

    /// Whether the branch can go on from `head` to `target` with `files` as it has them, and nothing of the user's in the
    /// way.
    ///
    /// # Errors
    ///
    /// [`GitError::InTheWay`] with git's words for what is, [`GitError::Busy`] while another git is at work.
    pub(super) fn rehearse(
        &self,
        head: Option<&Object>,
        target: &Object,
        files: &[Blob],
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
        self.take_over(Some(&index), head, target, files, &["-n"])
    }

    /// Lets the branch go on from `head` to `target`, which has `files`, and with it the working tree but for `files`.
    pub(super) fn go_on(
        &self,
        head: Option<&Object>,
        target: &Object,
        files: &[Blob],
    ) -> Result<(), Error> {
        let branch = format!("refs/heads/{}", self.branch);
        if self.checked_out().as_deref() != Some(&branch) || self.head().as_ref() != head {
            return Err(GitError::InTheWay(
                "another branch or commit was checked out meanwhile".to_owned(),
            )
            .into());
        }
        self.take_over(None, head, target, files, &[])?;
        // All zeros, or nothing, is no commit yet.
        let old = head.map_or("", |head| &head.0);
        self.need(
            &["update-ref", "-m", "sprint sync", &branch, &target.0, old],
            b"",
        )
        .map(|_| ())
    }

    /// Brings an index, the user's if none is given, from one commit to another in which `files` are there already, and
    /// the working tree with it unless `how` says otherwise.
    fn take_over(
        &self,
        index: Option<&Path>,
        head: Option<&Object>,
        target: &Object,
        files: &[Blob],
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
        self.succeed(with_index(), &info, &index_info(files))?;
        let Some(head) = head.filter(|head| *head != target) else {
            return Ok(());
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
    fn fill(&self, index: &Path, base: Option<&Object>, files: &[Blob]) -> Result<(), Error> {
        match base {
            Some(base) => self.need_with(index, &["read-tree", &base.0], b"")?,
            None => self.need_with(index, &["read-tree", "--empty"], b"")?,
        };
        self.need_with(
            index,
            &["update-index", "-z", "--add", "--index-info"],
            &index_info(files),
        )
        .map(|_| ())
    }

    /// A path for an index; git takes an empty file for a broken one.
    fn index(&self) -> Result<TempPath, Error> {
        let path = temporary(b"")?;
        fs::remove_file(&path).map_err(|cause| Error::io("write", &path, &cause))?;
        Ok(path)
    }

    fn object(&self, words: &[&str], input: &[u8]) -> Result<Object, Error> {
        self.need(words, input)
            .map(|output| Object(first_line(&output)))
    }

    /// The first line that a command answers; none if it fails.
    fn answer(&self, words: &[&str]) -> Option<String> {
        let output = self.run(git(), words, b"").ok()?;
        output.status.success().then(|| first_line(&output))
    }

    fn need(&self, words: &[&str], input: &[u8]) -> Result<Output, Error> {
        self.succeed(git(), words, input)
    }

    fn need_with(&self, index: &Path, words: &[&str], input: &[u8]) -> Result<Output, Error> {
        let mut git = git();
        git.env("GIT_INDEX_FILE", index);
        self.succeed(git, words, input)
    }

    fn succeed(&self, git: Command, words: &[&str], input: &[u8]) -> Result<Output, Error> {
        let output = self.run(git, words, input)?;
        match output.status.success() {
            true => Ok(output),
            false => Err(failed(words.first().copied().unwrap_or_default(), &output).into()),
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
        let input = temporary(input)?;
        let input = File::open(&input).map_err(|cause| Error::io("read", &input, &cause))?;
        git.stdin(input).output().map_err(no_git)
    }
}

/// A file with this content that is gone when it is dropped.
pub(super) fn temporary(content: &[u8]) -> Result<TempPath, Error> {
    let failed = |cause: std::io::Error| Error::io("write", Path::new("a temporary file"), &cause);
    let mut file = NamedTempFile::with_prefix("sprint-").map_err(failed)?;
    file.write_all(content).map_err(failed)?;
    Ok(file.into_temp_path())
}

/// Regular files as `update-index --index-info` takes them.
fn index_info(files: &[Blob]) -> Vec<u8> {
    let line = |file: &Blob| format!("{} {}\t{}\0", file.mode, file.object.0, file.path);
    files.iter().map(line).collect::<String>().into_bytes()
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

/// What `.gitattributes` calls the files of a folder whose names fit `names`.
fn pattern(folder: &str, names: &str) -> String {
    let mut pattern = String::from("\"/");
    for letter in folder.chars() {
        match letter {
            '*' | '?' | '[' | ']' => pattern.extend(["\\\\", &letter.to_string()]),
            '\\' => pattern.push_str("\\\\\\\\"),
            '"' => pattern.push_str("\\\""),
            '\n' => pattern.push_str("\\n"),
            letter => pattern.push(letter),
        }
    }
    pattern + names + "\""
}
