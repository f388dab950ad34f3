//! Commits: what they have in common, and new ones.

use std::ffi::OsStr;
use std::fs;

use super::command::{error_text, failed, git};
use super::objects::Overlay;
use super::repository::{Object, Repository};
use crate::diagnostic::{Error, GitError};

/// A side of a merge: its last commit, and the tree that is merged in its place.
#[derive(Clone, Copy)]
pub(crate) struct MergeSide<'o> {
    pub(crate) commit: &'o Object,
    pub(crate) tree: &'o Object,
}

impl Repository {
    /// Where the histories of two commits were last one: nowhere if they began apart.
    pub(crate) fn merge_bases(&self, one: &Object, other: &Object) -> Result<Vec<Object>, Error> {
        let args = ["merge-base", "--all", &one.0, &other.0].map(OsStr::new);
        let merge_bases = self.answer_lines(&args, &[0, 1])?;
        Ok(merge_bases.into_iter().map(Object).collect())
    }

    /// Whether the first commit is the second or one of its ancestors.
    pub(crate) fn is_ancestor(&self, one: &Object, other: &Object) -> Result<bool, Error> {
        let args = ["merge-base", "--is-ancestor", &one.0, &other.0];
        let output = self.run(git(), &args, b"")?;
        match output.status.code() {
            Some(0) => Ok(true),
            Some(1) => Ok(false),
            _ => Err(failed("merge-base", &output).into()),
        }
    }

    /// The parents of the commits that `other` has, `one` does not have, and that took lines out of the folder's logs: the
    /// latest ones.
    pub(crate) fn before_losses(&self, one: &Object, other: &Object) -> Result<Vec<Object>, Error> {
        const MOST: &str = "--max-count=1000";
        let both = format!("{}..{}", one.0, other.0);
        let args = [
            "log",
            MOST,
            "-m",
            "--no-renames",
            "--numstat",
            "--format=parents %P",
            &both,
            "--",
        ];
        let mut args: Vec<&OsStr> = args.iter().map(OsStr::new).collect();
        if !self.prefix.is_empty() {
            args.push(&self.prefix);
        }
        let mut before: Vec<Object> = Vec::new();
        let mut parents = String::new();
        // A commit's parents, then `ADDED<TAB>DELETED<TAB>PATH` for every file.
        let lines = self.answer_lines(&args, &[0])?;
        for line in lines {
            if let Some(commit) = line.strip_prefix("parents ") {
                commit.clone_into(&mut parents);
                continue;
            }
            let mut args = line.splitn(3, '\t');
            let (deleted, path) = (args.nth(1), args.next());
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

    /// The tree of what both sides have done since they were one. The logs are merged before: in both trees they are
    /// the same.
    ///
    /// # Errors
    ///
    /// [`GitError::Conflict`] with the files that git cannot merge.
    pub(crate) fn merge(
        &self,
        ours: MergeSide<'_>,
        theirs: MergeSide<'_>,
    ) -> Result<Object, Error> {
        // git merges commits only; nobody ever sees these.
        let commit = |side: MergeSide<'_>| {
            self.object(
                &[
                    "commit-tree",
                    &side.tree.0,
                    "-p",
                    &side.commit.0,
                    "-m",
                    "logs",
                ],
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
        let mut args = answer
            .split('\0')
            .filter(|word| !word.is_empty())
            .map(str::to_owned);
        let tree = args.next();
        match (output.status.code(), tree) {
            (Some(0), Some(tree)) => Ok(Object(tree)),
            (Some(1), Some(_)) => Err(GitError::Conflict {
                files: args.collect(),
                began_apart: self.merge_bases(ours.commit, theirs.commit)?.is_empty(),
            }
            .into()),
            _ => Err(failed("merge", &output).into()),
        }
    }

    /// A commit of a tree.
    pub(crate) fn commit(
        &self,
        tree: &Object,
        parents: &[&Object],
        message: &[u8],
    ) -> Result<Object, Error> {
        let message = self.temporary_file(message)?;
        let args = ["commit-tree", &tree.0, "-F"].map(OsStr::new);
        let mut args = [&args[..], &[message.as_os_str()]].concat();
        if self
            .answer(&["config", "--type=bool", "--get", "commit.gpgSign"])
            .as_deref()
            == Some("true")
        {
            args.push(OsStr::new("-S"));
        }
        for parent in parents {
            args.extend(["-p", &parent.0].map(OsStr::new));
        }
        self.object(&args, b"")
    }

    /// Lets the hooks of a commit look at a commit of an overlay on what is checked out, and gives the message as they leave
    /// it.
    ///
    /// # Errors
    ///
    /// [`GitError::Hook`] if one refuses, [`GitError::NoMessage`] if nothing is left of the message.
    pub(crate) fn run_hooks(&self, overlay: &Overlay, message: &str) -> Result<Vec<u8>, Error> {
        let index = self.temporary_index()?;
        self.fill_index(&index, self.head().as_ref(), overlay)?;
        let message = self.temporary_file(message.as_bytes())?;
        for (hook, arguments) in [
            ("pre-commit", vec![]),
            ("commit-msg", vec![OsStr::new("--"), message.as_os_str()]),
        ] {
            let mut git = git();
            git.env("GIT_INDEX_FILE", &index);
            let mut args = ["hook", "run", "--ignore-missing", hook]
                .map(OsStr::new)
                .to_vec();
            args.extend(arguments);
            let output = self.run(git, &args, b"")?;
            if !output.status.success() {
                return Err(GitError::Hook {
                    name: hook,
                    reason: error_text(&output),
                }
                .into());
            }
        }
        // Where it ends, and whether there is any of it, is as `git commit` has it.
        let message = fs::read(&message).unwrap_or_default();
        let args = self.need(&["stripspace", "--strip-comments"], &message)?;
        match args.stdout.is_empty() {
            true => Err(GitError::NoMessage.into()),
            false => Ok(self.need(&["stripspace"], &message)?.stdout),
        }
    }
}
