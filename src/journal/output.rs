//! Files that are written as a whole, such as a post: whole or not at all, and never in the place of somebody's work.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use tempfile::NamedTempFile;

use crate::error::Error;

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// It has a new content.
    Anew,
    /// It had that content already, and was not touched.
    AsItWas,
}

/// Puts `bytes` into a file, which has the old content or the new one at any moment; its folder is made if there is none.
/// Of a link, it is the file that the link names. `may_replace` is asked about another content that is there.
///
/// # Errors
///
/// [`Error::OtherContent`] if that says no, [`Error::NotAPlace`] for a folder or a device, [`Error::Io`].
pub fn write_output(
    path: &Path,
    bytes: &[u8],
    may_replace: impl FnOnce(&[u8]) -> bool,
) -> Result<Written, Error> {
    let failed = |cause: io::Error| Error::io("write", path, &cause);
    let (target, there) = match fs::metadata(path) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => (path.to_owned(), None),
        Err(cause) => return Err(failed(cause)),
        Ok(metadata) if !metadata.is_file() => return Err(Error::NotAPlace(path.to_owned())),
        Ok(metadata) => {
            let there = fs::read(path).map_err(failed)?;
            if there == bytes {
                return Ok(Written::AsItWas);
            }
            if !may_replace(&there) {
                return Err(Error::OtherContent(path.to_owned()));
            }
            let target = path.canonicalize().map_err(failed)?;
            (target, Some(metadata.permissions()))
        }
    };
    let folder = target
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(failed)?;
    let mut file = NamedTempFile::new_in(folder).map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    match there {
        Some(permissions) => {
            let kept = file.as_file().set_permissions(permissions);
            kept.and_then(|()| file.as_file().sync_all())
                .map_err(failed)?;
            file.persist(&target).map_err(|cause| failed(cause.error))?;
        }
        None => {
            let shared = readable(file.as_file());
            shared
                .and_then(|()| file.as_file().sync_all())
                .map_err(failed)?;
            let placed = file.persist_noclobber(&target);
            placed.map_err(|cause| failed(cause.error))?;
        }
    }
    Ok(Written::Anew)
}

/// Lets everybody read a file: a temporary one is its owner's alone.
#[cfg(unix)]
fn readable(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_: &File) -> io::Result<()> {
    Ok(())
}
