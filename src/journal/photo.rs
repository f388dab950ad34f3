//! Photos: copied into the sprint's folder under a name that every web server takes.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{self, Component, Path, PathBuf};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::folder::Folder;
use super::layout::{PHOTOS, digest, short_digest, stem_word};
use super::picture::{LARGEST_PICTURE, cleaned};
use super::sandbox::{FileError, WriteOutcome};
use crate::diagnostic::{Error, PictureFault, StorageError};

/// What a step of a path cannot have in an address.
const UNSAFE: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

impl Folder {
    /// Copies a picture into the sprint's `photos/` and gives its path from the sprint's folder.
    ///
    /// The name is that of the file, made safe for the web, and a digest of its content: two laptops never give one name to
    /// two pictures, and a picture that is added twice is there once. It ends as its content demands. Nothing is ever
    /// overwritten.
    ///
    /// # Errors
    ///
    /// [`StorageError::BadPicture`] for what is not a picture; [`StorageError::NotAPhoto`] for what is not a file.
    pub(crate) fn add_photo(&self, source: &Path) -> Result<String, Error> {
        let failed = |cause: io::Error| Error::io("read", source, &cause);
        let unfit = |fault| {
            let path = source.to_owned();
            Error::Storage(StorageError::BadPicture { path, fault })
        };
        let metadata = fs::metadata(source).map_err(|cause| match cause.kind() {
            io::ErrorKind::NotFound => StorageError::NoSuchPhoto(source.to_owned()).into(),
            _ => failed(cause),
        })?;
        if !metadata.is_file() {
            return Err(StorageError::NotAPhoto(source.to_owned()).into());
        }
        let bytes = File::open(source).and_then(read_at_most).map_err(failed)?;
        let (format, _) = cleaned(&bytes).map_err(unfit)?;
        let folder = self.path.join(PHOTOS);
        let stem = stem_word(source, "photo");
        let named = |digest| format!("{stem}-{digest}.{}", format.extension());
        let older = format!("{PHOTOS}/{}", named(short_digest(&bytes)));
        if (self.read_picture(&older)).is_ok_and(|(_, there)| there == bytes) {
            return Ok(older);
        }
        let name = named(digest(&bytes));
        let target = folder.join(&name);
        let written = self.sandbox().write(&target, &bytes, |_| false);
        if written.map_err(|error| error.during("write", &target))? == WriteOutcome::Written {
            self.sandbox().sync_folder(&folder)?;
        }
        Ok(format!("{PHOTOS}/{name}"))
    }

    /// Checks that a picture of the sprint can go to the web.
    pub fn check_picture(&self, source: &str) -> Result<(), PictureFault> {
        let (_, bytes) = self.read_picture(source)?;
        cleaned(&bytes).map(|_| ())
    }

    /// Reads a picture of the sprint, and returns where it is. No other function reads pictures.
    pub(super) fn read_picture(&self, source: &str) -> Result<(PathBuf, Vec<u8>), PictureFault> {
        let steps = steps(source).ok_or(PictureFault::Outside)?;
        if steps.len() < 2 || steps[0] != PHOTOS {
            return Err(PictureFault::Outside);
        }
        let path = self.real_file(&steps)?;
        let bytes = self.sandbox().read(&path, LARGEST_PICTURE)?;
        Ok((path, bytes))
    }

    /// Returns whether a link leads to a file in the sprint's folder.
    pub(crate) fn has_file(&self, link: &str) -> bool {
        steps(link).is_some_and(|steps| self.real_file(&steps).is_ok())
    }

    /// Returns how a link in a file at `from` reaches a file in the sprint's folder, which itself is named from there;
    /// `None` if there is no such file.
    pub(crate) fn address_from(&self, link: &str, from: &Path) -> Option<String> {
        let inside = self.real_file(&steps(link)?).ok()?.canonicalize().ok()?;
        let from = path::absolute(from).ok()?;
        // What is not there yet has no links on its way that could lead elsewhere.
        let folder = from.ancestors().skip(1).find(|above| above.is_dir())?;
        let rest = from.parent()?.strip_prefix(folder).ok()?;
        let folder = folder.canonicalize().ok()?.join(rest);
        let way = pathdiff::diff_paths(inside, folder)?;
        let steps = way.components().map(|step| match step {
            Component::ParentDir => Some("..".to_owned()),
            Component::Normal(name) => {
                Some(utf8_percent_encode(name.to_str()?, UNSAFE).to_string())
            }
            Component::Prefix(_) | Component::RootDir | Component::CurDir => None,
        });
        let rest_of_link = &link[path_of(link).len()..];
        Some(steps.collect::<Option<Vec<_>>>()?.join("/") + rest_of_link)
    }

    /// Finds a file of the sprint's folder, without following links.
    fn real_file(&self, steps: &[String]) -> Result<PathBuf, PictureFault> {
        let mut path = self.path.clone();
        path.extend(steps);
        let found = self.sandbox().find(&path);
        found.map(|()| path).map_err(PictureFault::from)
    }
}

impl From<FileError> for PictureFault {
    fn from(error: FileError) -> Self {
        match error {
            error if error.is_not_found() => PictureFault::Missing,
            FileError::InTheWay(..) => PictureFault::NotAFile,
            FileError::TooLarge => PictureFault::TooLarge,
            FileError::Outside | FileError::OtherContent => PictureFault::Outside,
            FileError::Io(cause) => PictureFault::Unreadable(Error::reason(&cause)),
        }
    }
}

/// Reads as much of a file as shows whether it is too large for a picture.
fn read_at_most(file: File) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.take(LARGEST_PICTURE + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Returns the path in a link, without its query and fragment.
fn path_of(link: &str) -> &str {
    link.split(['?', '#']).next().unwrap_or_default()
}

/// Returns the steps of a link from the sprint's folder to a file in it; `None` if it could lead elsewhere on some
/// system.
fn steps(link: &str) -> Option<Vec<String>> {
    let path = percent_decode_str(path_of(link)).decode_utf8().ok()?;
    let steps = path.split('/').filter(|step| *step != ".");
    let is_plain = |step: &str| {
        !step.is_empty()
            && !step.ends_with(['.', ' '])
            && !step.contains(|letter: char| letter.is_control() || "\\:".contains(letter))
    };
    let steps = steps.map(|step| is_plain(step).then(|| step.to_owned()));
    steps
        .collect::<Option<Vec<_>>>()
        .filter(|steps| !steps.is_empty())
}
