//! Files that are written as a whole, such as a post: whole or not at all, and never in the place of somebody's work.

use std::fs;
use std::io;
use std::path::Path;

use super::own::{Fault, OwnFiles};
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
/// Of a link, it is the file that the link names: the user has said where to write. `may_replace` is asked about another
/// content that is there.
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
    let target = match fs::metadata(path) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => path.to_owned(),
        Err(cause) => return Err(failed(cause)),
        Ok(metadata) if !metadata.is_file() => return Err(Error::NotAPlace(path.to_owned())),
        Ok(_) => path.canonicalize().map_err(failed)?,
    };
    let folder = target.parent().unwrap_or(Path::new(""));
    let written = OwnFiles::below(folder).write(&target, bytes, may_replace);
    written.map_err(|fault| match fault {
        Fault::InTheWay(..) => Error::NotAPlace(path.to_owned()),
        fault => fault.error("write", path),
    })
}
