//! Texts that go out of a log and are not to be lost: a file beside it, which git is told to ignore.

use std::path::{Path, PathBuf};

use super::folder::Folder;
use crate::diagnostic::Error;

/// The file beside a log for what goes out of it.
pub(super) fn aside(log: &Path) -> PathBuf {
    log.with_extension("toml.cut")
}

impl Folder {
    /// Keeps a text of a log beside it, on the disk, and says where.
    ///
    /// # Errors
    ///
    /// [`Error::InTheWay`] if a link or the like is there, [`Error::Io`], [`Error::NotSynced`].
    pub(super) fn keep_aside(&self, log: &Path, text: &[u8]) -> Result<PathBuf, Error> {
        let aside = aside(log);
        let newline: &[u8] = if text.ends_with(b"\n") { b"" } else { b"\n" };
        let kept = self.own().append(&aside, &[text, newline].concat());
        kept.map_err(|fault| fault.error("write to", &aside))?;
        self.sync_folder(&self.path)?;
        Ok(aside)
    }
}
