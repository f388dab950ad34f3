//! Commits: what they have in common, and new ones.

use std::ffi::OsStr;
use std::fs;

use super::command::{Args, error_text, failed, names};
use super::objects::Overlay;
use super::repository::{Object, Repository};
use crate::diagnostic::{Error, GitError};

impl Repository {
    /// Finds the latest commits that are in the histories of both; none if these began apart.
    pub(crate) fn merge_bases(&self, one: &Object, other: &Object) -> Result<Vec<Object>, Error> {
        let output = self.run("merge-base --all", &[&one.0, &other.0])?;
        match output.status.code() {
            Some(0 | 1) => {
                let bases = String::from_utf8_lossy(&output.stdout);
                Ok(bases.lines().map(|base| Object(base.to_owned())).collect())
            }
            _ => Err(failed("merge-base", &output)),
        }
    }

    /// Returns whether the first commit is the second or one of its ancestors.
    pub(crate) fn is_ancestor(&self, one: &Object, other: &Object) -> Result<bool, Error> {
        let output = self.run("merge-base --is-ancestor", &[&one.0, &other.0])?;
        match output.status.code() {
            Some(code @ (0 | 1)) => Ok(code == 0),
            _ => Err(failed("merge-base", &output)),
        }
    }

    /// Finds the latest parents of those commits in `other`, and not in `one`, that took lines out of the folder's
    /// logs.
    pub(crate) fn before_losses(&self, one: &Object, other: &Object) -> Result<Vec<Object>, Error> {
        const LOG: &str = "--literal-pathspecs log --max-count=1000 -m --no-renames --numstat \
                           --format=parents:%P";
        let both = format!("{}..{}", one.0, other.0);
        let args: Args<'_> = match self.prefix.is_empty() {
            true => &[&both, &"--"],
            false => &[&both, &"--", &self.prefix],
        };
        let output = self.need(LOG, args)?;
        let mut before: Vec<Object> = Vec::new();
        let mut parents = "";
        // A commit's parents, then `ADDED<TAB>DELETED<TAB>PATH` for every file.
        let lines = String::from_utf8_lossy(&output.stdout);
        for line in lines.lines() {
            if let Some(commit) = line.strip_prefix("parents:") {
                parents = commit;
                continue;
            }
            let mut words = line.splitn(3, '\t').skip(1);
            if let (Some(deleted), Some(path)) = (words.next(), words.next())
                && deleted != "0"
                && self.is_log(path.as_ref())
            {
                let parents = std::mem::take(&mut parents).split_whitespace();
                before.extend(parents.map(|parent| Object(parent.to_owned())));
            }
        }
        before.dedup();
        Ok(before)
    }

    /// Merges the trees of two commits, in which the logs are merged already.
    ///
    /// # Errors
    ///
    /// [`GitError::Conflict`] with the files that git cannot merge.
    pub(crate) fn merge(
        &self,
        commits: [&Object; 2],
        trees: [&Object; 2],
    ) -> Result<Object, Error> {
        const MERGE: &str = "merge-tree --write-tree --allow-unrelated-histories --name-only \
                             --no-messages -z";
        // git merges commits only; nobody ever sees these.
        let commit = |side: usize| {
            let args: Args<'_> = &[&trees[side].0, &"-p", &commits[side].0, &"-m", &"logs"];
            self.object("commit-tree", args)
        };
        let output = self.run(MERGE, &[&commit(0)?.0, &commit(1)?.0])?;
        let mut names = names(&output).into_iter();
        match (output.status.code(), names.next()) {
            (Some(0), Some(tree)) => Ok(Object(tree)),
            (Some(1), Some(_)) => Err(GitError::Conflict {
                files: names.filter(|name| !name.is_empty()).collect(),
                began_apart: self.merge_bases(commits[0], commits[1])?.is_empty(),
            }
            .into()),
            _ => Err(failed("merge", &output)),
        }
    }

    pub(crate) fn commit(
        &self,
        tree: &Object,
        parents: &[&Object],
        message: &[u8],
    ) -> Result<Object, Error> {
        let message = self.temporary_file(message)?;
        let mut args: Vec<&dyn AsRef<OsStr>> = vec![&tree.0, &"-F", &message];
        let is_signed = self.answer("config --type=bool --get commit.gpgSign", &[]);
        if is_signed.as_deref() == Some("true") {
            args.push(&"-S");
        }
        for parent in parents {
            args.push(&"-p");
            args.push(&parent.0);
        }
        self.object("commit-tree", &args)
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
        let hooks: [(&str, Args<'_>); 2] =
            [("pre-commit", &[]), ("commit-msg", &[&"--", &message])];
        for (name, args) in hooks {
            let command = format!("hook run --ignore-missing {name}");
            let output = self.run_on(Some(&index), &command, args, b"")?;
            if !output.status.success() {
                let reason = error_text(&output);
                return Err(GitError::Hook { name, reason }.into());
            }
        }
        // As `git commit` does it: without comments it must not be empty, and its end is trimmed.
        let message = fs::read(&message).unwrap_or_default();
        let text = self.need_on(None, "stripspace --strip-comments", &[], &message)?;
        match text.stdout.is_empty() {
            true => Err(GitError::NoMessage.into()),
            false => Ok(self.need_on(None, "stripspace", &[], &message)?.stdout),
        }
    }
}
