//! Blobs and trees.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::Path;

use tempfile::TempPath;

use super::command::{Args, first_line, zero_ended};
use super::paths::{self, path};
use super::repository::{Object, Repository};
use crate::diagnostic::{Error, FileKind, GitError};

/// The modes of regular files, without links.
const MODES: [&str; 2] = [PLAIN, "100755"];

/// The mode of a file that cannot be executed.
pub(crate) const PLAIN: &str = "100644";

/// Changes an index as [`index_info`] says.
pub(super) const UPDATE_INDEX: &str = "update-index -z --add --index-info";

/// A regular file in a tree: its path from the top of the repository, its mode and its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Blob {
    pub(crate) path: OsString,
    pub(crate) mode: &'static str,
    pub(crate) object: Object,
}

/// Files to put on top of a tree, and files to remove from it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Overlay {
    pub(crate) files: Vec<Blob>,
    pub(crate) gone: Vec<OsString>,
}

impl Repository {
    /// Stores the bytes that a file has in the working tree.
    pub(crate) fn store(&self, path: &OsStr, bytes: &[u8]) -> Result<Object, Error> {
        self.object_of("hash-object -w --stdin", &[&path_option(path)], bytes)
    }

    /// Stores these bytes as they are.
    pub(crate) fn store_raw(&self, bytes: &[u8]) -> Result<Object, Error> {
        self.object_of("hash-object -w --stdin --no-filters", &[], bytes)
    }

    /// Reads a blob as a file of the working tree.
    pub(crate) fn read(&self, path: &OsStr, blob: &Object) -> Result<Vec<u8>, Error> {
        let args: Args<'_> = &[&path_option(path), &blob.0];
        Ok(self.need("cat-file --filters", args)?.stdout)
    }

    /// Reads blobs as git keeps them.
    pub(crate) fn read_raw(&self, blobs: &[&Object]) -> Result<Vec<Vec<u8>>, Error> {
        if blobs.is_empty() {
            return Ok(Vec::new());
        }
        let asked: String = blobs.iter().map(|blob| format!("{}\n", blob.0)).collect();
        let output = self.need_on(None, "cat-file --batch", &[], asked.as_bytes())?;
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

    /// Lists the files in a tree, if there is one, that have one of these paths or are in it; a path ends in `/` if it
    /// is a folder's.
    pub(crate) fn files(
        &self,
        tree: Option<&Object>,
        paths: &[&OsStr],
    ) -> Result<Vec<Blob>, Error> {
        let Some(tree) = tree.filter(|_| !paths.is_empty()) else {
            return Ok(Vec::new());
        };
        let mut args: Vec<&dyn AsRef<OsStr>> = vec![&tree.0, &"--"];
        // The top of the repository has no path: all that is in the tree is in it.
        if !paths.contains(&OsStr::new("")) {
            args.extend(paths.iter().map(|path| path as &dyn AsRef<OsStr>));
        }
        let command = "--literal-pathspecs ls-tree -r -z --full-tree";
        let output = self.need(command, &args)?;
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
        let lines = output.stdout.split(|byte| *byte == 0);
        Ok(lines.filter_map(blob).collect())
    }

    /// Returns what is at a path in a tree: a file, a link or a folder, which a submodule is, too.
    pub(crate) fn kind(&self, tree: &Object, path: &OsStr) -> Result<Option<FileKind>, Error> {
        let command = "--literal-pathspecs ls-tree -z --full-tree";
        let output = self.need(command, &[&tree.0, &"--", &path])?;
        let about = String::from_utf8_lossy(&output.stdout);
        Ok(about.split(' ').next().and_then(|mode| match mode {
            "" => None,
            "120000" => Some(FileKind::Link),
            mode if MODES.contains(&mode) => Some(FileKind::File),
            _ => Some(FileKind::Folder),
        }))
    }

    /// Lists the paths in a tree, if there is one, that are a path or in it, whatever they are.
    pub(crate) fn names(
        &self,
        tree: Option<&Object>,
        path: &OsStr,
    ) -> Result<Vec<OsString>, Error> {
        let Some(tree) = tree else {
            return Ok(Vec::new());
        };
        let command = "--literal-pathspecs ls-tree -r -z --full-tree --name-only";
        let output = self.need(command, &[&tree.0, &"--", &path])?;
        let names = output.stdout.split(|byte| *byte == 0);
        let names = names.filter(|name| !name.is_empty());
        Ok(names.map(paths::path).collect())
    }

    /// Returns how many bytes a blob has.
    pub(crate) fn size(&self, blob: &Object) -> Result<u64, Error> {
        let output = self.need("cat-file -s", &[&blob.0])?;
        Ok(first_line(&output).parse().unwrap_or(u64::MAX))
    }

    /// Makes a tree of `base`, or of nothing, with an overlay on top.
    pub(crate) fn tree(&self, base: Option<&Object>, overlay: &Overlay) -> Result<Object, Error> {
        let index = self.temporary_index()?;
        self.fill_index(&index, base, overlay)?;
        let output = self.need_on(Some(&index), "write-tree", &[], b"")?;
        Ok(Object(first_line(&output)))
    }

    /// Finds the tree of a commit.
    pub(crate) fn tree_of(&self, commit: &Object) -> Result<Object, Error> {
        let tree = format!("{}^{{tree}}", commit.0);
        self.object("rev-parse --verify", &[&tree])
    }

    /// Returns a commit, or an empty tree where there is none yet.
    pub(super) fn or_empty(&self, commit: Option<&Object>) -> Result<Object, Error> {
        match commit {
            Some(commit) => Ok(commit.clone()),
            None => self.object("hash-object -w -t tree --stdin", &[]),
        }
    }

    /// Fills an index of our own with the files of a tree.
    pub(super) fn fill_index(
        &self,
        index: &Path,
        base: Option<&Object>,
        overlay: &Overlay,
    ) -> Result<(), Error> {
        let tree = base.map_or("--empty", |base| &base.0);
        self.need_on(Some(index), "read-tree", &[&tree], b"")?;
        let info = match (base, overlay.files.first()) {
            (Some(base), _) => index_info(overlay, base),
            (None, Some(file)) => index_info(overlay, &file.object),
            (None, None) => return Ok(()),
        };
        self.need_on(Some(index), UPDATE_INDEX, &[], &info)?;
        Ok(())
    }

    /// Returns a path for an index, with no file there, since git takes an empty one for broken.
    pub(super) fn temporary_index(&self) -> Result<TempPath, Error> {
        let path = self.temporary_file(b"")?;
        fs::remove_file(&path).map_err(|cause| Error::io("write", &path, &cause))?;
        Ok(path)
    }
}

fn path_option(path: &OsStr) -> OsString {
    let mut word = OsString::from("--path=");
    word.push(path);
    word
}

/// Encodes an overlay as `update-index --index-info` reads it, in a repository with objects like this one.
pub(super) fn index_info(overlay: &Overlay, like: &Object) -> Vec<u8> {
    let none = "0".repeat(like.0.len());
    let gone = overlay.gone.iter().map(|path| ("0", none.as_str(), path));
    let files = overlay
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
