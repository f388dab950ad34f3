//! A day log as somebody edits it by hand.
//!
//! The file is replaced as a whole, under the sprint's lock, by one that can be read; until then it is not touched. What
//! was appended meanwhile follows what was edited. A line that somebody deletes stays until an `undo` takes it back.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use toml::de::DeTable;

use super::append::LogWriter;
use super::documents::whole_lines;
use super::input::Draft;
use super::layout::LARGEST_LOG;
use super::merge::{Logs, NotKept, Sides, merge};
use super::read::Reading;
use super::receipts::Receipts;
use super::sources::Sources;
use crate::diagnostic::{Diagnostic, Error, Location, StorageError};
use crate::domain::{Entry, EntryId};

/// A day log as it was when somebody began to edit it.
pub(crate) struct EditedLog {
    pub(crate) path: PathBuf,
    original: Vec<u8>,
}

/// How the lines of a log were changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Change {
    pub(crate) added: usize,
    pub(crate) changed: usize,
    /// Entries whose lines were deleted. They stay in the log until an `undo` takes them back.
    pub(crate) deleted: Vec<EntryId>,
    /// Lines that were appended meanwhile, and kept.
    pub(crate) kept: usize,
    /// Whether anything in the log was changed, even a comment.
    pub(crate) is_other_text: bool,
    /// Whether more than before is skipped because it is not known.
    pub(crate) is_skipped: bool,
}

impl EditedLog {
    pub(crate) fn draft(&self) -> Result<Draft, Error> {
        Draft::begin(&self.original, ".toml")
    }

    /// Lists what cannot be read of a text that is to be the log.
    pub(crate) fn errors_in(&self, edited: &str) -> Vec<Diagnostic> {
        let mut diagnostics = Reading::of_log(&self.path, edited.as_bytes()).diagnostics;
        diagnostics.retain(Diagnostic::is_error);
        diagnostics
    }
}

/// A log with the edited text, before it is written.
pub(crate) struct Replacement {
    path: PathBuf,
    /// The current content.
    now: Vec<u8>,
    /// The new content.
    text: Vec<u8>,
    before: HashMap<EntryId, Entry>,
    after: HashMap<EntryId, Entry>,
    pub(crate) change: Change,
}

impl LogWriter<'_> {
    /// Reads the log that somebody writes to on a day, to be edited. While the log writer exists, nobody else writes to
    /// it.
    ///
    /// # Errors
    ///
    /// [`StorageError::Io`] if there is none or it cannot be read.
    pub(crate) fn edited_log(&self, day: NaiveDate, by: &str) -> Result<EditedLog, Error> {
        let path = self.folder.path.join(self.folder.log_of(day, by));
        let original = self.folder.sandbox().read(&path, LARGEST_LOG);
        let original = original.map_err(|error| error.during("read", &path))?;
        Ok(EditedLog { path, original })
    }

    /// Puts an edited text into the place of a log, with the lines of entries that were deleted in it, followed by what
    /// was appended since.
    ///
    /// # Errors
    ///
    /// [`StorageError::ChangedMeanwhile`] if more than appending was done to the log, [`StorageError::NotApart`] if an entry that was
    /// deleted cannot be put back.
    pub(crate) fn compare(&self, log: &EditedLog, edited: &str) -> Result<Replacement, Error> {
        let now = self.read_now(&log.path)?;
        let appended = now.strip_prefix(log.original.as_slice());
        let appended = appended
            .ok_or_else(|| Error::Storage(StorageError::ChangedMeanwhile(log.path.clone())))?;
        let text = with_deleted(log, edited)?;
        let before = by_id(&log.path, &log.original);
        let (typed, after) = (by_id(&log.path, edited.as_bytes()), by_id(&log.path, &text));
        let found = |bytes| Reading::of_log(&log.path, bytes).diagnostics.len();
        let change = Change {
            is_other_text: text != log.original,
            is_skipped: found(edited.as_bytes()) > found(&log.original),
            ..change(log, &typed, &before, appended)
        };
        Ok(Replacement {
            path: log.path.clone(),
            text: joined(&text, appended),
            now,
            before,
            after,
            change,
        })
    }

    /// Reads all day logs, as if a log was replaced already.
    pub(crate) fn read_replaced(&mut self, replacement: &Replacement) -> Result<Reading, Error> {
        self.read_as(Some((&replacement.path, &replacement.text)))
    }

    /// Replaces a log. A content that was edited away is not missed by `receipts`.
    ///
    /// # Errors
    ///
    /// [`StorageError::ChangedMeanwhile`] if the log was changed since it was compared, [`StorageError::Io`] if it cannot be replaced: it
    /// is as it was then.
    pub(crate) fn replace(
        &self,
        replacement: &Replacement,
        receipts: &Receipts<'_>,
    ) -> Result<(), Error> {
        let Replacement {
            path,
            before,
            after,
            ..
        } = replacement;
        let now = self.read_now(path)?;
        if now != replacement.now {
            return Err(StorageError::ChangedMeanwhile(path.clone()).into());
        }
        self.write(path, &now, &replacement.text)?;
        // What somebody deletes or changes on purpose is not missed.
        receipts.forget(&other_in(before, after).map(|entry| entry.id).collect());
        receipts.add(&self.folder.lines_of(other_in(after, before)));
        Ok(())
    }

    /// Puts other bytes in the place of a log that was as `original` says, or nothing, followed by what was appended
    /// since. Gives the file to which a line was moved that was cut off while it was written.
    pub(super) fn apply(
        &self,
        log: &Path,
        original: &[u8],
        bytes: Option<&[u8]>,
    ) -> Result<Option<PathBuf>, Error> {
        let now = self.read_now(log)?;
        let (whole, cut_off) = now.split_at(whole_lines(&now));
        let changed = || Error::Storage(StorageError::ChangedMeanwhile(log.to_owned()));
        let appended = whole.strip_prefix(original).ok_or_else(changed)?;
        if bytes.is_none() && !appended.is_empty() {
            return Err(changed());
        }
        let backup = match cut_off.iter().all(|byte| *byte == 0) {
            true => None,
            false => Some(self.folder.back_up(log, cut_off)?),
        };
        let Some(bytes) = bytes else {
            match self.folder.sandbox().remove(log) {
                Err(error) if !error.is_not_found() => return Err(error.during("remove", log)),
                _ => {}
            }
            self.folder.sandbox().sync_folder(&self.folder.path)?;
            return Ok(backup);
        };
        self.write(log, &now, &joined(bytes, appended))?;
        Ok(backup)
    }

    /// Reads a log; one that is not there is empty.
    fn read_now(&self, log: &Path) -> Result<Vec<u8>, Error> {
        match self.folder.sandbox().read(log, LARGEST_LOG) {
            Err(error) if error.is_not_found() => Ok(Vec::new()),
            read => read.map_err(|error| error.during("read", log)),
        }
    }

    fn write(&self, log: &Path, now: &[u8], text: &[u8]) -> Result<(), Error> {
        if text == now {
            return Ok(());
        }
        let written = self.folder.sandbox().write(log, text, |_| true);
        written.map_err(|error| error.during("write", log))?;
        self.folder.sandbox().sync_folder(&self.folder.path)
    }
}

/// Puts the lines that were deleted back into an edited text, where they were.
fn with_deleted(log: &EditedLog, edited: &str) -> Result<Vec<u8>, Error> {
    let logs = |bytes: &[u8]| Logs::from([(String::new(), bytes.to_vec())]);
    let (original, edited) = (logs(&log.original), logs(edited.as_bytes()));
    let merged = merge(&Sides {
        bases: vec![&original],
        committed: vec![],
        pushed: vec![],
        ours: &original,
        theirs: &edited,
        is_deliberate: true,
    });
    match merged {
        Ok(mut merged) => Ok(merged.logs.remove("").unwrap_or_default()),
        Err(NotKept { id, .. }) => {
            let locations = Reading::of_log(&log.path, &log.original).locations;
            let location = locations.get(id);
            let location = location.unwrap_or_else(|| Location::whole(&log.path));
            Err(StorageError::NotApart {
                quote: Sources::edited(&log.path, &log.original).quote(&location),
                location: Box::new(location),
                id: id.to_string(),
            }
            .into())
        }
    }
}

fn joined(bytes: &[u8], appended: &[u8]) -> Vec<u8> {
    let mut text = bytes.to_vec();
    if !appended.is_empty() && !text.is_empty() && !text.ends_with(b"\n") {
        text.push(b'\n');
    }
    text.extend_from_slice(appended);
    text
}

fn by_id(log: &Path, bytes: &[u8]) -> HashMap<EntryId, Entry> {
    let entries = Reading::of_log(log, bytes).entries.into_iter();
    entries.map(|entry| (entry.id, entry)).collect()
}

/// Returns the entries that another reading does not have, or has with another content.
fn other_in<'e>(
    entries: &'e HashMap<EntryId, Entry>,
    than: &HashMap<EntryId, Entry>,
) -> impl Iterator<Item = &'e Entry> {
    let entries = entries.values();
    entries.filter(|entry| than.get(&entry.id) != Some(entry))
}

/// Returns what is `typed` instead of what was `before`.
fn change(
    log: &EditedLog,
    typed: &HashMap<EntryId, Entry>,
    before: &HashMap<EntryId, Entry>,
    appended: &[u8],
) -> Change {
    let read = Reading::of_log(&log.path, &log.original).entries;
    let deleted = read.into_iter().map(|entry| entry.id);
    let added = typed.keys().filter(|id| !before.contains_key(id)).count();
    let appended = String::from_utf8_lossy(appended);
    let kept = appended.lines().filter(|line| DeTable::parse(line).is_ok());
    Change {
        added,
        changed: other_in(typed, before).count() - added,
        deleted: deleted.filter(|id| !typed.contains_key(id)).collect(),
        kept: kept.count(),
        is_other_text: false,
        is_skipped: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_that_cannot_be_kept_beside_an_edited_text_is_named_with_its_place() {
        let log = EditedLog {
            path: PathBuf::from("2017-02-27.toml"),
            original: b"# the hut\n\"00000q7f2m\" = {\n at = 2017-02-27T10:00:00+01:00, by = \"armin\", kind = \"note\", text = \"Here.\" }\n".to_vec(),
        };
        let refused = with_deleted(&log, "x = \"\"\"\n").expect_err("it would be in the text");
        assert_eq!(
            refused.to_string(),
            "2017-02-27.toml:2:1: the entry 00000q7f2m cannot be kept together with the text that you typed"
        );
        let quote = refused.describe().quote.expect("the line of the entry");
        assert_eq!(quote.before + &quote.after, "\"00000q7f2m\" = {");
        assert_eq!(
            refused.hint().as_deref(),
            Some(
                "the log was left as it was; give the entry one line to itself, `ID = { at = …, by = \"…\", kind = \"…\", … }`, then edit again"
            )
        );
    }
}
