//! A day log as somebody edits it by hand.
//!
//! The file is replaced as a whole, under the sprint's lock, by one that can be read; until then it is not touched. What
//! was appended meanwhile stands behind what was edited.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use toml::de::DeTable;

use super::append::Pen;
use super::folder::{Folder, LARGEST_LOG};
use super::input::Draft;
use super::read::Reading;
use super::receipts::Receipts;
use crate::domain::{Entry, EntryId};
use crate::error::{Error, Finding};

/// A day log as it was when somebody began to edit it.
pub struct EditedLog {
    path: PathBuf,
    original: Vec<u8>,
}

/// What became of the lines of a log.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Change {
    /// Entries that are new.
    pub added: usize,
    /// Entries with another content.
    pub changed: usize,
    /// Entries that are gone.
    pub removed: usize,
    /// Lines that were appended meanwhile, and kept.
    pub kept: usize,
}

impl Folder {
    /// The log that somebody writes to on a day, to be edited.
    ///
    /// # Errors
    ///
    /// [`Error::Io`] if there is none or it cannot be read.
    pub fn edited_log(&self, day: NaiveDate, by: &str) -> Result<EditedLog, Error> {
        let path = self.path.join(self.log_of(day, by));
        let original = self.own().read(&path, LARGEST_LOG);
        let original = original.map_err(|fault| fault.error("read", &path))?;
        Ok(EditedLog { path, original })
    }
}

impl EditedLog {
    /// A log of which it is known what it was; nothing, if there was none.
    pub(super) fn known(path: PathBuf, original: Vec<u8>) -> EditedLog {
        EditedLog { path, original }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Its text in a file of its own.
    pub fn draft(&self) -> Result<Draft, Error> {
        Draft::begin(&self.original, ".toml")
    }

    /// What could not be read of a text that would be the log.
    pub fn errors_in(&self, edited: &str) -> Vec<Finding> {
        let mut findings = Reading::of_log(&self.path, edited.as_bytes()).findings;
        findings.retain(Finding::is_error);
        findings
    }
}

impl Pen<'_> {
    /// Puts an edited text in the place of a log, and behind it what was appended since. What was edited away is not
    /// missed by `receipts`.
    ///
    /// # Errors
    ///
    /// [`Error::ChangedMeanwhile`] if more than appending was done to the log, [`Error::Io`] if it cannot be replaced:
    /// the log is as it was then.
    pub fn replace(
        &self,
        log: &EditedLog,
        edited: &str,
        receipts: &Receipts<'_>,
    ) -> Result<Change, Error> {
        let appended = self.put(log, edited.as_bytes())?;
        let (before, after) = (
            by_id(&log.path, &log.original),
            by_id(&log.path, edited.as_bytes()),
        );
        keep_receipts(receipts, &before, &after);
        Ok(change(&before, &after, &appended))
    }

    /// Puts other bytes in the place of a log, and behind them what was appended since; gives that.
    pub(super) fn put(&self, log: &EditedLog, bytes: &[u8]) -> Result<Vec<u8>, Error> {
        let own = self.folder.own();
        let now = match own.read(&log.path, LARGEST_LOG) {
            Err(fault) if fault.is_not_found() => Vec::new(),
            read => read.map_err(|fault| fault.error("read", &log.path))?,
        };
        let appended = now.strip_prefix(log.original.as_slice());
        let appended = appended.ok_or_else(|| Error::ChangedMeanwhile(log.path.clone()))?;
        let mut text = bytes.to_vec();
        if !appended.is_empty() && !text.is_empty() && !text.ends_with(b"\n") {
            text.push(b'\n');
        }
        text.extend_from_slice(appended);
        if text != now {
            let written = own.write(&log.path, &text, |_| true);
            written.map_err(|fault| fault.error("write", &log.path))?;
            self.folder.sync_folder(&self.folder.path)?;
        }
        Ok(appended.to_vec())
    }
}

fn by_id(log: &Path, bytes: &[u8]) -> HashMap<EntryId, Entry> {
    let entries = Reading::of_log(log, bytes).entries.into_iter();
    entries.map(|entry| (entry.id.clone(), entry)).collect()
}

/// What somebody deletes or changes on purpose is not missed.
fn keep_receipts(
    receipts: &Receipts<'_>,
    before: &HashMap<EntryId, Entry>,
    after: &HashMap<EntryId, Entry>,
) {
    let is_other = |(id, entry): &(&EntryId, &Entry)| before.get(*id) != Some(entry);
    let was_other = |(id, entry): &(&EntryId, &Entry)| after.get(*id) != Some(entry);
    receipts.forget(
        &before
            .iter()
            .filter(was_other)
            .map(|(id, _)| id.clone())
            .collect(),
    );
    let new: Vec<Entry> = after
        .iter()
        .filter(is_other)
        .map(|(_, entry)| entry.clone())
        .collect();
    receipts.add(&new);
}

fn change(
    before: &HashMap<EntryId, Entry>,
    after: &HashMap<EntryId, Entry>,
    appended: &[u8],
) -> Change {
    let is_other = |(id, entry)| before.get(id).is_some_and(|old| old != entry);
    Change {
        added: after.keys().filter(|id| !before.contains_key(id)).count(),
        changed: after
            .iter()
            .filter(|(id, entry)| is_other((*id, *entry)))
            .count(),
        removed: before.keys().filter(|id| !after.contains_key(id)).count(),
        kept: String::from_utf8_lossy(appended)
            .lines()
            .filter(|line| DeTable::parse(line).is_ok())
            .count(),
    }
}
