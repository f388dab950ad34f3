//! Paths as git has them: from the top of the repository, with slashes.

use std::ffi::{OsStr, OsString};

use crate::journal::layout::is_log;

/// Returns the name of the day log that a path is in a folder, if it is one.
pub(crate) fn log_in<'p>(folder: &OsStr, path: &'p OsStr) -> Option<&'p str> {
    let name = path
        .as_encoded_bytes()
        .strip_prefix(folder.as_encoded_bytes())?;
    std::str::from_utf8(name).ok().filter(|name| is_log(name))
}

/// Returns the folder that a path of a day log is in, with a `/` at its end.
pub(crate) fn folder_of_log(file: &OsStr) -> Option<OsString> {
    let bytes = file.as_encoded_bytes();
    let slash = bytes.iter().rposition(|byte| *byte == b'/');
    let folder = path(slash.map_or(b"", |slash| &bytes[..=slash]));
    log_in(&folder, file).is_some().then_some(folder)
}

/// Decodes a path as git prints it.
#[cfg(unix)]
pub(super) fn path(bytes: &[u8]) -> OsString {
    use std::os::unix::ffi::OsStrExt;
    OsStr::from_bytes(bytes).to_owned()
}

#[cfg(not(unix))]
pub(super) fn path(bytes: &[u8]) -> OsString {
    String::from_utf8_lossy(bytes).into_owned().into()
}
