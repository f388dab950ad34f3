//! Blobs and trees.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::Path;

use tempfile::TempPath;

use super::command::{first_line, literal_git, zero_ended};
use super::paths::path;
use super::repository::{Object, Repository};
use crate::diagnostic::{Error, GitError};

/// The modes of regular files; a link is not one, wherever it leads.
const MODES: [&str; 2] = [PLAIN, "100755"];

/// The mode of a file that cannot be executed.
pub(crate) const PLAIN: &str = "100644";

/// A regular file in a tree: its path from the top of the repository, its mode and its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Blob {
    pub(crate) path: OsString,
    pub(crate) mode: &'static str,
    pub(crate) object: Object,
}

/// Files that are put on top of a tree, and those that are not to be in it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Overlay {
    pub(crate) files: Vec<Blob>,
    pub(crate) gone: Vec<OsString>,
}

impl Repository {
    /// A blob of the bytes that a file has in the working tree.
    pub(crate) fn store(&self, path: &OsStr, bytes: &[u8]) -> Result<Object, Error> {
        let args = ["hash-object", "-w", "--stdin"].map(OsString::from);
        self.object(&[&args[..], &[path_option(path)]].concat(), bytes)
    }

    /// A blob of just these bytes.
    pub(crate) fn store_raw(&self, bytes: &[u8]) -> Result<Object, Error> {
        self.object(&["hash-object", "-w", "--stdin", "--no-filters"], bytes)
    }

    /// The bytes that a blob has as a file of the working tree.
    pub(crate) fn read(&self, path: &OsStr, blob: &Object) -> Result<Vec<u8>, Error> {
        let args = [
            OsString::from("cat-file"),
            "--filters".into(),
            path_option(path),
            (&blob.0).into(),
        ];
        Ok(self.need(&args, b"")?.stdout)
    }

    /// The bytes of blobs as git keeps them.
    pub(crate) fn read_raw(&self, blobs: &[&Object]) -> Result<Vec<Vec<u8>>, Error> {
        if blobs.is_empty() {
            return Ok(Vec::new());
        }
        let args: String = blobs.iter().map(|blob| format!("{}\n", blob.0)).collect();
        let output = self.need(&["cat-file", "--batch"], args.as_bytes())?;
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
    pub(crate) fn files(&self, tree: &Object, paths: &[&OsStr]) -> Result<Vec<Blob>, Error> {
        let args = ["ls-tree", "-r", "-z", "--full-tree", &tree.0, "--"];
        let mut args: Vec<&OsStr> = args.iter().map(OsStr::new).collect();
        // The top of the repository has no path: all that is in the tree lies in it.
        if !paths.contains(&OsStr::new("")) {
            args.extend(paths);
        }
        let output = self.succeed(literal_git(), &args, b"")?;
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

    /// `base`, or an empty tree, with an overlay on top.
    pub(crate) fn tree(&self, base: Option<&Object>, overlay: &Overlay) -> Result<Object, Error> {
        let index = self.temporary_index()?;
        self.fill_index(&index, base, overlay)?;
        self.need_with(&index, &["write-tree"], b"")
            .map(|output| Object(first_line(&output)))
    }

    /// The tree of a commit.
    pub(crate) fn tree_of(&self, commit: &Object) -> Result<Object, Error> {
        self.object(
            &["rev-parse", "--verify", &format!("{}^{{tree}}", commit.0)],
            b"",
        )
    }

    /// A tree with nothing in it.
    pub(super) fn empty_tree(&self) -> Result<Object, Error> {
        self.object(&["hash-object", "-w", "-t", "tree", "--stdin"], b"")
    }

    /// An index of our own with these files in a tree.
    pub(super) fn fill_index(
        &self,
        index: &Path,
        base: Option<&Object>,
        overlay: &Overlay,
    ) -> Result<(), Error> {
        match base {
            Some(base) => self.need_with(index, &["read-tree", &base.0], b"")?,
            None => self.need_with(index, &["read-tree", "--empty"], b"")?,
        };
        let info = match (base, overlay.files.first()) {
            (Some(base), _) => index_info(overlay, base),
            (None, Some(file)) => index_info(overlay, &file.object),
            (None, None) => return Ok(()),
        };
        let args = ["update-index", "-z", "--add", "--index-info"];
        self.need_with(index, &args, &info).map(|_| ())
    }

    /// A path for an index; git takes an empty file for a broken one.
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

/// An overlay as `update-index --index-info` takes it, in a repository with objects like this one.
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
