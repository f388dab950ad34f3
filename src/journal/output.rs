//! Files that are written as a whole, such as a post: whole or not at all, and never in the place of somebody's work.

use std::fs;
use std::io;
use std::path::{self, Component, Path, PathBuf};

use super::find::Journal;
use super::layout::{CONFIG, PHOTOS, POST};
use super::sandbox::{FileError, Sandbox, WriteOutcome};
use crate::diagnostic::{Error, StorageError};

impl Journal {
    /// Refuses a file for output that would be one of the program's own: a day log, `sprint.toml`, `post.md`, a picture, what begins
    /// with a dot. In a sprint's folder, other names are free, but nothing is written there through a link.
    pub(crate) fn refuse_own(&self, file: &Path) -> Result<(), Error> {
        let is_link = fs::symlink_metadata(file).is_ok_and(|there| there.is_symlink());
        let is_own = |steps: Vec<&str>| match steps[..] {
            [] => true,
            [name] => name.starts_with('.'),
            [_, name] => {
                is_link
                    || name.starts_with('.')
                    || [CONFIG, PHOTOS, POST].contains(&name)
                    || name.ends_with(".toml")
                    || name.ends_with(".cut")
            }
            [_, folder, ..] => is_link || folder == PHOTOS,
        };
        let places = [real(file), file.canonicalize().ok()];
        let places = places.iter().flatten();
        let mut inside = places.filter_map(|place| self.steps_to(place));
        match inside.any(is_own) {
            true => Err(StorageError::OwnFile(file.to_owned()).into()),
            false => Ok(()),
        }
    }

    /// Refuses the folder of a site that lies among the sprints.
    pub(crate) fn refuse_site(&self, folder: &Path) -> Result<(), Error> {
        match folder.canonicalize() {
            Ok(place) if self.steps_to(&place).is_some() => {
                Err(StorageError::OwnFile(folder.to_owned()).into())
            }
            _ => Ok(()),
        }
    }

    /// Returns the names on the way from the folder of all sprints to a real place in it.
    fn steps_to<'p>(&self, place: &'p Path) -> Option<Vec<&'p str>> {
        let root = self.root().canonicalize().ok()?;
        let inside = place.strip_prefix(root).ok()?;
        let steps = inside.iter().map(|step| step.to_str().unwrap_or(""));
        Some(steps.collect())
    }
}

/// Returns where a file is or would be, with the links on the way to it followed.
fn real(file: &Path) -> Option<PathBuf> {
    let file = path::absolute(file).ok()?;
    let above = file.ancestors().skip(1).find(|above| above.is_dir())?;
    let rest = file.strip_prefix(above).ok()?;
    let mut real = above.canonicalize().ok()?;
    for step in rest.components() {
        match step {
            Component::ParentDir => {
                real.pop();
            }
            step => real.push(step),
        }
    }
    Some(real)
}

/// Puts `bytes` into a file, which has the old content or the new one at any moment; its folder is made if there is none.
/// If the path is a link, the file is the one that it leads to: the user has chosen where to write. `may_replace` is asked
/// about another content that is there.
///
/// # Errors
///
/// [`StorageError::OtherContent`] if that refuses, [`StorageError::NotAPlace`] for a folder or a device, [`StorageError::Io`].
pub(crate) fn write_output(
    path: &Path,
    bytes: &[u8],
    may_replace: impl FnOnce(&[u8]) -> bool,
) -> Result<WriteOutcome, Error> {
    let failed = |cause: io::Error| Error::io("write", path, &cause);
    let target = match fs::metadata(path) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => path.to_owned(),
        Err(cause) => return Err(failed(cause)),
        Ok(metadata) if !metadata.is_file() => {
            return Err(StorageError::NotAPlace(path.to_owned()).into());
        }
        Ok(_) => path.canonicalize().map_err(failed)?,
    };
    let folder = target.parent().unwrap_or(Path::new(""));
    let written = Sandbox::below(folder).write(&target, bytes, may_replace);
    written.map_err(|error| match error {
        FileError::InTheWay(..) => Error::Storage(StorageError::NotAPlace(path.to_owned())),
        error => error.during("write", path),
    })
}
