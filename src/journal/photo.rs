//! Photos: copied into the sprint's folder under a name that every web server takes.

use std::ffi::OsStr;
use std::fs;
use std::hash::Hasher;
use std::path::{self, Component, Path, PathBuf};

use fnv::FnvHasher;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::folder::{Folder, PHOTOS, file_word};
use super::output::Written;
use crate::domain::EntryId;
use crate::error::Error;

/// What a step of a path cannot have in an address.
const UNSAFE: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

impl Folder {
    /// Copies a file into the sprint's `photos/` and gives its path from the sprint's folder.
    ///
    /// The name is that of the file, made safe for the web, and some symbols that come from its content: two laptops never
    /// give one name to two pictures, and a picture that is added twice is there once. Nothing is ever overwritten.
    pub fn add_photo(&self, source: &Path) -> Result<String, Error> {
        let bytes = match fs::metadata(source) {
            Ok(metadata) if metadata.is_file() => fs::read(source),
            Ok(_) => return Err(Error::NotAPhoto(source.to_owned())),
            Err(cause) => Err(cause),
        };
        let bytes = bytes.map_err(|cause| Error::io("read", source, &cause))?;
        let folder = self.path.join(PHOTOS);
        let stem = safe(source.file_stem(), "photo");
        let extension = safe(source.extension(), "");
        let dot = if extension.is_empty() { "" } else { "." };
        let name = format!("{stem}-{}{dot}{extension}", symbols(&bytes));
        let target = folder.join(&name);
        let written = self.own().write(&target, &bytes, |_| false);
        if written.map_err(|fault| fault.error("write", &target))? == Written::Anew {
            self.sync_folder(&folder)?;
        }
        Ok(format!("{PHOTOS}/{name}"))
    }
}

impl Folder {
    /// How a link in a file at `from` reaches a file in the sprint's folder, which itself is named from there; none if
    /// there is no such file.
    pub fn address_from(&self, file: &str, from: &Path) -> Option<String> {
        let inside = self.inside(file)?;
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
        Some(steps.collect::<Option<Vec<_>>>()?.join("/"))
    }

    /// Where a file of the sprint's folder is; none if it is not there, or only by a link or by a way that leads out of the
    /// folder.
    pub(super) fn inside(&self, file: &str) -> Option<PathBuf> {
        let path = self.path.join(file);
        self.own().find(&path).ok()?;
        path.canonicalize().ok()
    }
}

/// A part of a file's name with nothing in it that some web server has a meaning for; `otherwise` if it has nothing else.
pub(super) fn safe(part: Option<&OsStr>, otherwise: &str) -> String {
    file_word(&part.unwrap_or_default().to_string_lossy(), otherwise)
}

/// Six symbols that stand for a content, as those of an item's id.
pub(super) fn symbols(bytes: &[u8]) -> String {
    let mut hasher = FnvHasher::default();
    hasher.write(bytes);
    let id = EntryId::new(None, hasher.finish());
    id.as_str()[..6].to_owned()
}
