//! Texts that go out of a log and are not to be lost: a file beside it, which git is told to ignore.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::append::{refuse_irregular, sync_folder};
use crate::error::Error;

/// The file beside a log for what goes out of it.
pub(super) fn aside(log: &Path) -> PathBuf {
    log.with_extension("toml.cut")
}

/// Keeps a text of a log beside it, on the disk, and says where.
///
/// # Errors
///
/// [`Error::NotALog`] if a link or the like is there, [`Error::Io`], [`Error::NotSynced`].
pub(super) fn keep_aside(log: &Path, text: &[u8]) -> Result<PathBuf, Error> {
    let aside = aside(log);
    refuse_irregular(&aside)?;
    let failed = |cause: io::Error| Error::io("write to", &aside, &cause);
    let file = OpenOptions::new().create(true).append(true).open(&aside);
    let mut file = file.map_err(failed)?;
    let mut text = text.to_vec();
    if !text.ends_with(b"\n") {
        text.push(b'\n');
    }
    file.write_all(&text).map_err(failed)?;
    file.sync_all().map_err(failed)?;
    sync_folder(log.parent().unwrap_or(Path::new(".")))?;
    Ok(aside)
}
