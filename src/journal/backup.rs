//! Texts that go out of a log and must not be lost: a backup next to it, which git ignores.

use std::path::{Path, PathBuf};

use super::folder::Folder;
use crate::diagnostic::Error;

pub(super) fn backup_path(log: &Path) -> PathBuf {
    log.with_extension("toml.cut")
}

impl Folder {
    /// Adds a text of a log to the log's backup, waits until it is on the disk, and gives the path of the backup.
    ///
    /// # Errors
    ///
    /// `StorageError::InTheWay` if a link or the like is there, `StorageError::Io`, `StorageError::NotSynced`.
    pub(super) fn back_up(&self, log: &Path, text: &[u8]) -> Result<PathBuf, Error> {
        let backup = backup_path(log);
        let newline: &[u8] = if text.ends_with(b"\n") { b"" } else { b"\n" };
        let added = self.sandbox().append(&backup, &[text, newline].concat());
        added.map_err(|error| error.during("write to", &backup))?;
        self.sandbox().sync_folder(&self.path)?;
        Ok(backup)
    }
}
