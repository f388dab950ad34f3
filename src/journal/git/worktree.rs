//! The working tree, the user's index and the branch that is checked out.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use super::command::{error_text, git, literal_git, names, zero_ended};
use super::objects::{Overlay, index_info};
use super::paths::path;
use super::repository::{Object, Repository};
use crate::diagnostic::{Error, GitError};

impl Repository {
    /// Whether the commit that is checked out has any file of the folder.
    pub(crate) fn is_committed(&self) -> bool {
        self.head().is_some_and(|head| {
            let files = self.files(&head, &[&self.prefix]);
            files.is_ok_and(|files| !files.is_empty())
        })
    }

    /// Whether the user's index has any file of the folder.
    pub(crate) fn is_staged(&self) -> bool {
        let args = [OsStr::new("ls-files"), OsStr::new("--"), &self.prefix];
        let files = self.run(literal_git(), &args, b"");
        files.is_ok_and(|output| !output.stdout.is_empty())
    }

    /// Which of these files git does not know and is told to ignore.
    pub(crate) fn ignored(&self, paths: &[&OsStr]) -> Result<Vec<String>, Error> {
        let paths = zero_ended(paths.iter().map(|path| path.as_encoded_bytes()));
        if paths.is_empty() {
            return Ok(Vec::new());
        }
        let output = self.run(git(), &["check-ignore", "-z", "--stdin"], &paths)?;
        Ok(names(&output))
    }

    /// Whether the branch can go on from `head` to `target` with an overlay as it has it, and nothing of the user's in the
    /// way.
    ///
    /// # Errors
    ///
    /// [`GitError::InTheWay`] with git's words for what is, [`GitError::Busy`] while another git is at work.
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
        self.update_index(Some(&index), head, target, overlay, &["-n"])?;
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
        let head = match head {
            Some(head) => head.clone(),
            None => self.empty_tree()?,
        };
        let args = ["diff-tree", "-r", "-z", "--no-renames", "--name-only"];
        let args = [&args[..], &["--diff-filter=A", &head.0, &target.0]].concat();
        let added = self.need(&args, b"")?.stdout;
        let own: HashSet<&OsStr> = overlay
            .files
            .iter()
            .map(|blob| blob.path.as_ref())
            .collect();
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
            let args = ["ls-files", "--others", "-z", "--"].map(OsStr::new);
            let unknown = self.succeed(literal_git(), &[&args[..], &[&taken]].concat(), b"")?;
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
        self.update_index(None, head, target, overlay, &[])?;
        // An empty string means that there is no commit yet.
        let old = head.map_or("", |head| &head.0);
        self.need(
            &["update-ref", "-m", "sprint sync", &branch, &target.0, old],
            b"",
        )
        .map(|_| ())
    }

    /// Brings an index, the user's if none is given, from one commit to another in which the overlay is there already, and
    /// the working tree with it unless `how` says otherwise.
    pub(super) fn update_index(
        &self,
        index: Option<&Path>,
        head: Option<&Object>,
        target: &Object,
        overlay: &Overlay,
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
        self.succeed(with_index(), &info, &index_info(overlay, target))?;
        if head == Some(target) {
            return Ok(());
        }
        let head = match head {
            Some(head) => head.clone(),
            None => self.empty_tree()?,
        };
        // What is in neither of two trees is not looked at.
        let head = match overlay.gone.is_empty() {
            true => head,
            false => {
                let gone = Overlay {
                    files: Vec::new(),
                    gone: overlay.gone.clone(),
                };
                self.tree(Some(&head), &gone)?
            }
        };
        // git looks at the files again: an entry of the index may be out of date.
        self.run(with_index(), &["update-index", "-q", "--refresh"], b"")?;
        let mut args = vec!["read-tree", "-m", "-u"];
        args.extend(how);
        args.extend([head.0.as_str(), &target.0]);
        let output = self.run(with_index(), &args, b"")?;
        match output.status.success() {
            true => Ok(()),
            false => Err(GitError::InTheWay(error_text(&output)).into()),
        }
    }
}

/// Whether there is anything at a path on this machine, if only a link to nothing.
pub(crate) fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}
