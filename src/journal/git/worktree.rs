//! The working tree, the user's index and the branch that is checked out.

use std::collections::HashSet;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::Path;

use super::command::{Args, error_text, names, zero_ended};
use super::objects::{Overlay, UPDATE_INDEX, index_info};
use super::paths::path;
use super::repository::{Object, Repository};
use crate::diagnostic::{Error, GitError};

impl Repository {
    /// Returns whether the commit that is checked out has any file of the folder.
    pub(crate) fn is_committed(&self) -> bool {
        let files = self.files(self.head().as_ref(), &[&self.prefix]);
        files.is_ok_and(|files| !files.is_empty())
    }

    /// Returns whether the user's index has any file of the folder.
    pub(crate) fn is_staged(&self) -> bool {
        let files = self.run("--literal-pathspecs ls-files --", &[&self.prefix]);
        files.is_ok_and(|output| !output.stdout.is_empty())
    }

    /// Returns which of these files git does not track and has to ignore.
    pub(crate) fn ignored(&self, paths: &[&OsStr]) -> Result<Vec<String>, Error> {
        let paths = zero_ended(paths.iter().map(|path| path.as_encoded_bytes()));
        if paths.is_empty() {
            return Ok(Vec::new());
        }
        let output = self.run_on(None, "check-ignore -z --stdin", &[], &paths)?;
        Ok(names(&output))
    }

    /// Checks that the branch can move from `head` to `target`, with an overlay on disk, without losing any change of
    /// the user's.
    ///
    /// # Errors
    ///
    /// [`GitError::InTheWay`] with git's words for what prevents it, [`GitError::Busy`] while another git is at work.
    pub(crate) fn check_advance(
        &self,
        head: Option<&Object>,
        target: &Object,
        overlay: &Overlay,
    ) -> Result<(), Error> {
        let lock = self.git_folder.join("index.lock");
        if lock.exists() {
            return Err(GitError::Busy(lock).into());
        }
        let index = self.temporary_index()?;
        let own = self.git_folder.join("index");
        if own.exists() {
            fs::copy(&own, &index).map_err(|cause| Error::io("read", &own, &cause))?;
        }
        self.update_index(Some(&index), head, target, overlay, "read-tree -m -u -n")?;
        self.require_free(head, target, overlay)
    }

    /// Refuses to replace a file that git does not know by one that `target` has and `head` does not. git itself spares such a
    /// file only if it is not told to ignore it.
    pub(super) fn require_free(
        &self,
        head: Option<&Object>,
        target: &Object,
        overlay: &Overlay,
    ) -> Result<(), Error> {
        let head = self.or_empty(head)?;
        let command = "diff-tree -r -z --no-renames --name-only --diff-filter=A";
        let added = self.need(command, &[&head.0, &target.0])?.stdout;
        let own: HashSet<&OsString> = overlay.files.iter().map(|blob| &blob.path).collect();
        let added = added.split(|byte| *byte == 0).map(path);
        let added = added.filter(|path| !path.is_empty() && !own.contains(path));
        // Whatever is there may be a file that git knows and takes away.
        let taken = added.filter_map(|added| {
            let above = Path::new(&added).ancestors();
            let mut above = above.filter(|above| !above.as_os_str().is_empty());
            let is_there = |path: &&Path| {
                let found = fs::symlink_metadata(self.top.join(path));
                found.is_ok_and(|found| *path == Path::new(&added) || !found.is_dir())
            };
            above
                .find(is_there)
                .map(|above| above.as_os_str().to_owned())
        });
        for taken in taken {
            let command = "--literal-pathspecs ls-files --others -z --";
            let unknown = self.need(command, &[&taken])?;
            if let Some(name) = names(&unknown).first() {
                return Err(GitError::InTheWay(format!(
                    "{name} is in the way, a file that git does not know"
                ))
                .into());
            }
        }
        Ok(())
    }

    /// Lets the branch go on from `head` to `target`, which has the overlay, and with it the working tree but for the overlay.
    pub(crate) fn advance(
        &self,
        head: Option<&Object>,
        target: &Object,
        overlay: &Overlay,
    ) -> Result<(), Error> {
        let branch = format!("refs/heads/{}", self.branch);
        if self.checked_out().as_deref() != Some(&branch) || self.head().as_ref() != head {
            return Err(GitError::InTheWay(
                "another branch or commit was checked out meanwhile".to_owned(),
            )
            .into());
        }
        self.update_index(None, head, target, overlay, "read-tree -m -u")?;
        // An empty string means that there is no commit yet.
        let old = head.map_or("", |head| &head.0);
        let args: Args<'_> = &[&"sprint sync", &branch, &target.0, &old];
        self.need("update-ref -m", args)?;
        Ok(())
    }

    /// Brings an index, the user's if none is given, from one commit to another in which the overlay is there already, and
    /// the working tree with it unless `read_tree`, a command, says otherwise.
    pub(super) fn update_index(
        &self,
        index: Option<&Path>,
        head: Option<&Object>,
        target: &Object,
        overlay: &Overlay,
        read_tree: &str,
    ) -> Result<(), Error> {
        self.need_on(index, UPDATE_INDEX, &[], &index_info(overlay, target))?;
        if head == Some(target) {
            return Ok(());
        }
        let mut head = self.or_empty(head)?;
        // git does not look at what is in neither of two trees.
        if !overlay.gone.is_empty() {
            let gone = Overlay {
                files: Vec::new(),
                gone: overlay.gone.clone(),
            };
            head = self.tree(Some(&head), &gone)?;
        }
        // git looks at the files again: an entry of the index may be out of date.
        self.run_on(index, "update-index -q --refresh", &[], b"")?;
        let output = self.run_on(index, read_tree, &[&head.0, &target.0], b"")?;
        match output.status.success() {
            true => Ok(()),
            false => Err(GitError::InTheWay(error_text(&output)).into()),
        }
    }
}

/// Returns whether there is anything at a path on this machine, even a link to nothing.
pub(crate) fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}
