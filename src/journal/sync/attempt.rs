//! One attempt to sync: the sprint here and what was fetched, as they were when it began.

use std::ffi::OsStr;

use super::files::{Snapshot, is_picture};
use super::side::SideLogs;
use crate::diagnostic::Error;
use crate::journal::folder::Folder;
use crate::journal::git::{Blob, Object, Repository};
use crate::journal::layout::POST;

pub(super) struct Attempt<'r> {
    pub(super) folder: &'r Folder,
    pub(super) repository: &'r Repository,
    /// The files of the sprint here.
    pub(super) files: Vec<Snapshot>,
    /// The commit that is checked out; `None` before the first.
    pub(super) head: Option<Object>,
    /// The commit of the followed branch; `None` if there is no such branch yet.
    pub(super) theirs: Option<Object>,
}

impl<'r> Attempt<'r> {
    pub(super) fn begin(
        folder: &'r Folder,
        repository: &'r Repository,
        theirs: Option<Object>,
    ) -> Result<Attempt<'r>, Error> {
        let head = repository.head();
        let mut files = folder.snapshot(repository, theirs.as_ref())?;
        retain_newest(&mut files, repository, head.as_ref(), theirs.as_ref())?;
        if head.is_some() && theirs.is_none() {
            // A new branch would have commits of the user's in it.
            return Err(repository.no_such_branch().into());
        }
        Ok(Attempt {
            folder,
            repository,
            files,
            head,
            theirs,
        })
    }

    /// Reads the logs of the sprint in a commit.
    pub(super) fn logs_at(&self, commit: &Object) -> Result<SideLogs, Error> {
        let folder = self.repository.prefix.clone();
        let blobs = self.repository.files(Some(commit), &[&folder])?;
        SideLogs::read(self.repository, folder, blobs)
    }

    /// Lists the files of the sprint in a tree: its logs, `post.md`, and what else it has here.
    pub(super) fn files_of(&self, tree: Option<&Object>) -> Result<Vec<Blob>, Error> {
        let own = self.files.iter().map(|own| own.blob.path.as_os_str());
        let mut paths: Vec<&OsStr> = own.collect();
        let post = self.repository.inside(POST);
        paths.push(&post);
        paths.push(&self.repository.prefix);
        let mut files = self.repository.files(tree, &paths)?;
        files.retain(|blob| {
            self.repository.is_log(&blob.path) || paths.contains(&blob.path.as_os_str())
        });
        Ok(files)
    }
}

/// Leaves to git the pictures that others have replaced and nobody has changed here.
fn retain_newest(
    files: &mut Vec<Snapshot>,
    repository: &Repository,
    head: Option<&Object>,
    theirs: Option<&Object>,
) -> Result<(), Error> {
    let pictures = files.iter().map(|own| own.blob.path.as_os_str());
    let pictures: Vec<&OsStr> = pictures
        .filter(|path| is_picture(repository, path))
        .collect();
    let before = repository.files(head, &pictures)?;
    let there = repository.files(theirs, &pictures)?;
    files.retain(|own| {
        let has_other = |blob: &Blob| blob.path == own.blob.path && blob.object != own.blob.object;
        !(before.contains(&own.blob) && there.iter().any(has_other))
    });
    Ok(())
}
