//! Photos: copied into the sprint's folder under a name that every web server takes.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::hash::Hasher;
use std::io::{self, Write};
use std::path::Path;

use fnv::FnvHasher;
use tempfile::NamedTempFile;

use super::append::sync_folder;
use super::folder::{Folder, file_word};
use crate::domain::EntryId;
use crate::error::Error;

/// The folder of the photos in the folder of a sprint.
const PHOTOS: &str = "photos";

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
        fs::create_dir_all(&folder).map_err(|cause| Error::io("make", &folder, &cause))?;
        let safe = |part: Option<&OsStr>, otherwise| {
            let part = part.unwrap_or_default();
            file_word(&part.to_string_lossy(), otherwise)
        };
        let stem = safe(source.file_stem(), "photo");
        let extension = safe(source.extension(), "");
        let dot = if extension.is_empty() { "" } else { "." };
        let name = format!("{stem}-{}{dot}{extension}", symbols(&bytes));
        let target = folder.join(&name);
        if !fs::read(&target).is_ok_and(|there| there == bytes) {
            let failed = |cause: io::Error| Error::io("write", &target, &cause);
            let mut file = NamedTempFile::new_in(&folder).map_err(failed)?;
            file.write_all(&bytes)
                .and_then(|()| file.as_file().sync_all())
                .map_err(failed)?;
            let file = file
                .persist_noclobber(&target)
                .map_err(|cause| failed(cause.error))?;
            readable(&file).map_err(failed)?;
            sync_folder(&folder)?;
        }
        Ok(format!("{PHOTOS}/{name}"))
    }
}

/// Lets everybody read a file: a temporary one is its owner's alone.
#[cfg(unix)]
pub(super) fn readable(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
pub(super) fn readable(_: &File) -> io::Result<()> {
    Ok(())
}

/// Six symbols that stand for a content, as those of an item's id.
fn symbols(bytes: &[u8]) -> String {
    let mut hasher = FnvHasher::default();
    hasher.write(bytes);
    let id = EntryId::new(None, hasher.finish());
    id.as_str()[..6].to_owned()
}
