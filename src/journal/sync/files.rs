//! The files of a sprint that git gets.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use percent_encoding::percent_decode;

use crate::diagnostic::{Error, FileKind, GitError, StorageError};
use crate::domain::Sprint;
use crate::journal::documents::whole_lines;
use crate::journal::folder::Folder;
use crate::journal::git::{Blob, Object, PLAIN, Repository};
use crate::journal::layout::{CONFIG, FOR_GIT, LARGEST_LOG, LARGEST_POST, PHOTOS, POST};
use crate::journal::picture::{LARGEST_PICTURE, cleaned};
use crate::journal::sandbox::{FileError, is_temporary};

/// A file of the sprint: where it is, and its path from the top of the repository.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct SprintFile {
    path: OsString,
    file: PathBuf,
}

/// The state of a file of the sprint when it was read.
pub(super) struct Snapshot {
    pub(super) bytes: Vec<u8>,
    pub(super) blob: Blob,
}

impl Folder {
    /// Refuses what is in the place of the files for git, in this sprint and those next to it: git
    /// waits for a pipe, and follows a link in a folder above.
    pub(super) fn require_files_for_git(&self) -> Result<(), Error> {
        let root = self.path.parent().unwrap_or(Path::new(""));
        let sprints = self.sandbox().list(root);
        let sprints = sprints.map_err(|error| error.during("read", root))?;
        let sprints = sprints.iter();
        let folders = sprints.filter(|(_, kind)| *kind == FileKind::Folder);
        let folders = folders.map(|(name, _)| root.join(name));
        let with_photos = folders.flat_map(|folder| [folder.join(PHOTOS), folder]);
        for folder in with_photos.chain([root.to_owned()]) {
            for name in FOR_GIT {
                match self.sandbox().find(&folder.join(name)) {
                    // What is in the way of a whole folder is git's to see.
                    Err(FileError::InTheWay(path, obstacle)) if path.ends_with(name) => {
                        return Err(StorageError::InTheWay { path, obstacle }.into());
                    }
                    Ok(()) | Err(_) => {}
                }
            }
        }
        Ok(())
    }

    /// Removes the unfinished files that replacing a log leaves when it is killed. Only the log writer
    /// replaces one.
    pub(super) fn clear_leftovers(&self) {
        for (name, kind) in self.sandbox().list(&self.path).into_iter().flatten() {
            if kind == FileKind::File && is_temporary(&name) {
                let _ = self.sandbox().remove(&self.path.join(name));
            }
        }
    }

    /// Lists what the sprint has to send: its logs, the photos that they name, and what `init` wrote if git does not
    /// have it.
    fn sprint_files(
        &self,
        repository: &Repository,
        theirs: Option<&Object>,
    ) -> Result<Vec<SprintFile>, Error> {
        let names = self.log_names()?;
        let inside = |name: &str| self.sprint_file(repository, name);
        let mut files: Vec<SprintFile> = names.iter().map(|name| inside(name)).collect();
        // The picture of what was taken back stays here. A path that was written by hand may lead anywhere.
        let sprint = Sprint::from_entries(self.read()?.entries);
        for picture in sprint.pictures().iter() {
            if let Some(name) = picture.file.strip_prefix("photos/")
                && Path::new(name).file_name().is_some_and(|last| last == name)
            {
                files.push(inside(&picture.file));
            }
        }
        files.extend(self.named_in_post(repository));

        let mut initial_files = self.initial_files(repository);
        let known = known(repository, &initial_files)?;
        // Where the whole sprint was deleted it comes back, as its logs do.
        let there = repository.files(theirs, &[&repository.prefix])?;
        let is_deleted = theirs.is_some() && there.is_empty();
        let config = repository.inside(CONFIG);
        initial_files.retain(|own| {
            let is_known = known.iter().any(|blob| blob.path == own.path);
            !is_known || is_deleted && own.path == config
        });
        files.extend(initial_files);
        files.sort();
        files.dedup();
        Ok(files)
    }

    /// Lists the pictures whose paths `post.md` has.
    fn named_in_post(&self, repository: &Repository) -> Vec<SprintFile> {
        let post = self.sandbox().read(&self.path.join(POST), LARGEST_POST);
        let post = post.unwrap_or_default();
        let text = String::from_utf8_lossy(&post);
        let decoded = percent_decode(&post).decode_utf8_lossy();
        let photos = self.sandbox().list(&self.path.join(PHOTOS));
        let mut named = Vec::new();
        for (name, kind) in photos.into_iter().flatten() {
            let path = name.to_str().map(|name| format!("{PHOTOS}/{name}"));
            if let Some(path) = path.filter(|_| kind == FileKind::File)
                && (has_path(&text, &path) || has_path(&decoded, &path))
                && self.is_picture_file(&path)
            {
                named.push(self.sprint_file(repository, &path));
            }
        }
        named
    }

    fn is_picture_file(&self, path: &str) -> bool {
        let bytes = self.sandbox().read(&self.path.join(path), LARGEST_PICTURE);
        bytes.is_ok_and(|bytes| cleaned(&bytes).is_ok())
    }

    fn sprint_file(&self, repository: &Repository, name: &str) -> SprintFile {
        SprintFile {
            path: repository.inside(name),
            file: self.path.join(name),
        }
    }

    /// Lists what `init` wrote.
    fn initial_files(&self, repository: &Repository) -> Vec<SprintFile> {
        let config = self.sprint_file(repository, CONFIG);
        // A sprint that a link leads to is not where its journal is.
        let above = self.path.parent().map(Path::canonicalize);
        let is_real = match (self.path.canonicalize(), above) {
            (Ok(real), Some(Ok(above))) => real.parent() == Some(&above),
            _ => false,
        };
        let above = repository.above().filter(|_| is_real).into_iter();
        let for_git = above.flat_map(|above| {
            FOR_GIT.map(|name| SprintFile {
                path: [above.as_os_str(), name.as_ref()].into_iter().collect(),
                file: self.path.with_file_name(name),
            })
        });
        [config].into_iter().chain(for_git).collect()
    }

    pub(super) fn changed_by_hand(&self, repository: &Repository) -> Result<Vec<PathBuf>, Error> {
        let initial_files = self.initial_files(repository);
        let known = known(repository, &initial_files)?;
        let mut changed = Vec::new();
        for own in initial_files {
            let known = known.iter().find(|blob| blob.path == own.path);
            if let (Some(known), Ok(bytes)) = (known, self.sandbox().read(&own.file, LARGEST_LOG))
                && repository.store(&own.path, &bytes)? != known.object
            {
                changed.push(own.file);
            }
        }
        Ok(changed)
    }

    pub(super) fn snapshot(
        &self,
        repository: &Repository,
        theirs: Option<&Object>,
    ) -> Result<Vec<Snapshot>, Error> {
        let own = self.sprint_files(repository, theirs)?;
        let known = known(repository, &own)?;
        let mut snapshots = Vec::new();
        for SprintFile { path, file } in own {
            let is_picture = is_picture(repository, &path);
            let largest = match is_picture {
                true => LARGEST_PICTURE,
                false => LARGEST_LOG,
            };
            let mut bytes = match self.sandbox().read(&file, largest) {
                Ok(bytes) => bytes,
                Err(FileError::TooLarge) if is_picture => {
                    return Err(GitError::PictureTooLarge(file).into());
                }
                Err(FileError::InTheWay(..)) if !repository.is_log(&path) => continue,
                Err(fault) if fault.is_not_found() => continue,
                Err(fault) => return Err(fault.during("read", &file)),
            };
            if repository.is_log(&path) {
                // What is cut off, or still being written, is not sent.
                bytes.truncate(whole_lines(&bytes));
            }
            let known = known.iter().find(|blob| blob.path == path);
            let object = repository.store(&path, &bytes)?;
            let mode = known.map_or(PLAIN, |known| known.mode);
            snapshots.push(Snapshot {
                bytes,
                blob: Blob { path, mode, object },
            });
        }
        let all = snapshots.iter().map(|own| own.blob.path.as_os_str());
        match repository.ignored(&all.collect::<Vec<_>>())? {
            ignored if ignored.is_empty() => Ok(snapshots),
            ignored => Err(GitError::Ignored(ignored).into()),
        }
    }
}

/// Returns those of the files that are committed.
fn known(repository: &Repository, files: &[SprintFile]) -> Result<Vec<Blob>, Error> {
    let paths: Vec<&OsStr> = files.iter().map(|own| own.path.as_os_str()).collect();
    repository.files(repository.head().as_ref(), &paths)
}

/// Returns whether a text has a path that is not a piece of a longer one.
fn has_path(text: &str, path: &str) -> bool {
    let is_of_name = |letter: char| letter.is_alphanumeric() || "-_.".contains(letter);
    text.match_indices(path).any(|(place, _)| {
        let rest = &text[place + path.len()..];
        // A sentence may end with it.
        let rest = rest.trim_start_matches('.');
        !text[..place].ends_with(is_of_name) && !rest.starts_with(is_of_name)
    })
}

pub(super) fn is_picture(repository: &Repository, path: &OsStr) -> bool {
    let photos = repository.inside("photos/");
    path.as_encoded_bytes()
        .starts_with(photos.as_encoded_bytes())
}
