//! What is remembered in a clone between two syncs: a few files, under a name of git's that no push sends.

use std::ffi::OsStr;

use super::command::Args;
use super::objects::{Blob, Overlay};
use super::repository::{Object, Repository};
use crate::diagnostic::Error;

/// Files that are remembered, and since which commit.
pub(crate) struct Remembered {
    pub(crate) files: Vec<Blob>,
    pub(crate) since: Object,
}

impl Repository {
    /// Remembers files under a name, instead of what was remembered, from a commit on.
    pub(crate) fn remember(
        &self,
        name: &str,
        files: Vec<Blob>,
        since: &Object,
    ) -> Result<(), Error> {
        let gone = Vec::new();
        let tree = self.tree(None, &Overlay { files, gone })?;
        let args: Args<'_> = &[&tree.0, &"-p", &since.0, &"-m", &name];
        let commit = self.object("commit-tree", args)?;
        self.need("update-ref", &[&reference(name), &commit.0])?;
        Ok(())
    }

    /// Returns what is remembered under a name.
    pub(crate) fn remembered(&self, name: &str) -> Result<Option<Remembered>, Error> {
        let commit = format!("{}^{{commit}}", reference(name));
        let Some(commit) = self.answer("rev-parse --verify --quiet", &[&commit]) else {
            return Ok(None);
        };
        let Some(since) = self.answer("rev-parse --verify --quiet", &[&format!("{commit}^")])
        else {
            return Ok(None);
        };
        let files = self.files(Some(&Object(commit)), &[OsStr::new("")])?;
        let since = Object(since);
        Ok(Some(Remembered { files, since }))
    }

    pub(crate) fn forget(&self, name: &str) -> Result<(), Error> {
        self.need("update-ref -d", &[&reference(name)])?;
        Ok(())
    }
}

fn reference(name: &str) -> String {
    format!("refs/worktree/sprint-{name}")
}
