//! Appending to a day log.
//!
//! Under the sprint's lock, an entry is one write at the end of the day's file, on the disk before it is confirmed.
//! What is already in the file is never rewritten; only a last line that was cut off while it was being written is moved to
//! a backup next to the log.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::mem;
use std::path::{Path, PathBuf};

use super::documents::{whole_lines, wide_encoding};
use super::folder::{Folder, LogLines, read_log};
use super::layout::LARGEST_LOG;
use super::lock::Lock;
use super::read::Reading;
use crate::diagnostic::{DiagnosticKind, Error, StorageError};

/// The right to append to a sprint's logs. There is one at a time among all processes; it ends when it is dropped, or
/// with its process.
pub struct LogWriter<'folder> {
    pub(super) folder: &'folder Folder,
    _lock: Lock,
    /// The logs of the last day to which an entry can be appended, as this writer read them: most entries go there.
    closed: HashMap<PathBuf, Vec<u8>>,
}

impl Folder {
    /// Waits for the right to append; whoever waits longest comes first. Calls `waiting` once if that takes longer than
    /// a second.
    ///
    /// # Errors
    ///
    /// `StorageError::Locked` after one process has held it for ten seconds; `StorageError::InTheWay` and `StorageError::Io` if there can be
    /// no lock.
    pub fn log_writer(&self, mut waiting: impl FnMut()) -> Result<LogWriter<'_>, Error> {
        Ok(LogWriter {
            folder: self,
            _lock: Lock::take(self.sandbox(), &self.lock_path(), &mut waiting)?,
            closed: HashMap::new(),
        })
    }
}

impl LogWriter<'_> {
    /// Reads all day logs, as [`Folder::read`] does.
    ///
    /// # Errors
    ///
    /// `StorageError::Io` if one of them cannot be opened or read: the numbers in it might be given again.
    pub fn read(&mut self) -> Result<Reading, Error> {
        self.read_as(None)
    }

    /// Reads all day logs, one of them as if it had other bytes.
    pub(super) fn read_as(&mut self, other: Option<(&Path, &[u8])>) -> Result<Reading, Error> {
        let closed = &mut self.closed;
        closed.clear();
        let reading = self.folder.read_with(
            |opened, log, bytes| match other {
                Some((path, other)) if path == log => {
                    other.clone_into(bytes);
                    Ok(())
                }
                _ => read_log(opened, log, bytes),
            },
            |path, bytes| {
                closed.insert(path, mem::take(bytes));
            },
        )?;
        for diagnostic in &reading.diagnostics[self.folder.diagnostics.len()..] {
            if let DiagnosticKind::Unreadable(reason) = &diagnostic.kind {
                return Err(StorageError::Io {
                    what: "read",
                    path: diagnostic.location.file.to_path_buf(),
                    reason: reason.clone(),
                }
                .into());
            }
        }
        Ok(reading)
    }

    /// Appends lines to their logs, with one write for each log. When this returns, they are on the disk.
    /// Gives the files into which cut-off lines were moved.
    ///
    /// # Errors
    ///
    /// `StorageError::Io`, `StorageError::InTheWay` and `StorageError::WideEncoding` if nothing was recorded in that log; `StorageError::NotSynced` if the entries are
    /// in it but the disk did not confirm them.
    pub fn append(&self, logs: &[LogLines]) -> Result<Vec<PathBuf>, Error> {
        let mut cut_off = Vec::new();
        for lines in logs {
            cut_off.extend(self.append_to(&self.folder.path.join(&lines.name), lines)?);
        }
        Ok(cut_off)
    }

    fn append_to(&self, path: &Path, lines: &LogLines) -> Result<Option<PathBuf>, Error> {
        let has_all = |reading: &Reading| {
            let mut entries = lines.entries.iter();
            entries.all(|entry| reading.entries.contains(entry))
        };
        let mut cut_off = None;
        let mut is_replaced = false;
        loop {
            let folder = self.folder.sandbox().open_folder(&self.folder.path);
            let opened = folder.and_then(|folder| {
                let log = folder.open_to_append(path.file_name().unwrap_or_default(), LARGEST_LOG);
                Ok((log?, folder))
            });
            let (mut log, folder) = opened.map_err(|error| error.during("open", path))?;
            let (bytes, is_closed) = self
                .current(path, &mut log)
                .map_err(|cause| Error::io("read", path, &cause))?;
            if is_replaced && has_all(&Reading::of_log(path, &bytes)) {
                return Ok(cut_off);
            }

            if let Some(encoding) = wide_encoding(&bytes) {
                return Err(StorageError::WideEncoding {
                    path: path.to_owned(),
                    encoding,
                }
                .into());
            }
            let whole = whole_lines(&bytes);
            cut_off = self.move_cut_off(path, &log, &bytes, whole)?.or(cut_off);
            let addition = addition(self.folder.title(), &bytes[..whole], lines);
            // A log at whose end nothing is open cannot swallow what follows; any other log is read with the entries in it.
            if !is_closed {
                let after = [&bytes[..whole], addition.as_bytes()].concat();
                if !has_all(&Reading::of_log(path, &after)) {
                    return Err(StorageError::Swallowed(path.to_owned()).into());
                }
            }
            write_whole(path, &mut log, whole, addition.as_bytes())?;
            let not_synced = |cause: io::Error| {
                Error::Storage(StorageError::NotSynced {
                    path: path.to_owned(),
                    reason: Error::reason(&cause),
                })
            };
            log.sync_data().map_err(not_synced)?;
            // The log may be new, whoever made it.
            folder.sync()?;
            // An editor may have put another file in the log's place meanwhile, or another text into the file.
            let is_still = self.folder.sandbox().is_still(path, &log);
            if is_still && is_at(&mut log, whole, addition.as_bytes()) {
                return Ok(cut_off);
            }
            is_replaced = true;
        }
    }

    /// Returns the bytes of a log, and whether they were read before and nothing was open at their end. A log is mostly
    /// as it was, and then it is not in memory twice.
    fn current(&self, path: &Path, log: &mut File) -> io::Result<(Cow<'_, [u8]>, bool)> {
        if let Some(closed) = self.closed.get(path)
            && is_rest(log, closed)?
        {
            return Ok((Cow::Borrowed(closed), true));
        }
        let mut bytes = Vec::new();
        log.rewind()?;
        log.read_to_end(&mut bytes)?;
        Ok((Cow::Owned(bytes), false))
    }

    /// Moves what was cut off at the end of a log to a backup, and returns its path.
    fn move_cut_off(
        &self,
        path: &Path,
        log: &File,
        bytes: &[u8],
        whole: usize,
    ) -> Result<Option<PathBuf>, Error> {
        let cut = &bytes[whole..];
        if cut.is_empty() {
            return Ok(None);
        }
        let backup = match cut.iter().all(|byte| *byte == 0) {
            true => None,
            false => Some(self.folder.back_up(path, cut)?),
        };
        let repaired = log.set_len(whole as u64);
        repaired.map_err(|cause| Error::io("repair", path, &cause))?;
        Ok(backup)
    }
}

/// Returns what is written after the whole lines of a log to add lines of its day.
fn addition(title: &str, whole: &[u8], lines: &LogLines) -> String {
    let before = match whole.last() {
        None => {
            let title: String = title
                .chars()
                .filter(|letter| !letter.is_control())
                .collect();
            format!("# {title}: {}\n", lines.day.format("%A, %-d %B %Y"))
        }
        Some(b'\n') => String::new(),
        Some(_) => "\n".to_owned(),
    };
    before + &lines.text
}

/// Appends with one write, or not at all.
fn write_whole(path: &Path, log: &mut File, length: usize, addition: &[u8]) -> Result<(), Error> {
    let written = loop {
        match log.write(addition) {
            Err(cause) if cause.kind() == io::ErrorKind::Interrupted => {}
            other => break other,
        }
    };
    let cause = match written {
        Ok(count) if count == addition.len() => return Ok(()),
        Ok(_) => io::Error::from(io::ErrorKind::StorageFull),
        Err(cause) => cause,
    };
    let undone = log
        .set_len(length as u64)
        .and_then(|()| log.seek(SeekFrom::End(0)));
    undone.map_err(|cause| Error::io("repair", path, &cause))?;
    Err(Error::io("write to", path, &cause))
}

/// Reads a file to its end, and returns whether the rest of it has some bytes. What follows the first difference may be
/// left unread.
fn is_rest(file: &mut File, mut bytes: &[u8]) -> io::Result<bool> {
    let mut chunk = [0; 64 << 10];
    loop {
        match file.read(&mut chunk) {
            Ok(0) => return Ok(bytes.is_empty()),
            Ok(length) => match bytes.strip_prefix(&chunk[..length]) {
                Some(rest) => bytes = rest,
                None => return Ok(false),
            },
            Err(cause) if cause.kind() == io::ErrorKind::Interrupted => {}
            Err(cause) => return Err(cause),
        }
    }
}

/// Returns whether a text is in a log at the place where it was written.
fn is_at(log: &mut File, place: usize, text: &[u8]) -> bool {
    let mut there = vec![0; text.len()];
    let read = log
        .seek(SeekFrom::Start(place as u64))
        .and_then(|_| log.read_exact(&mut there));
    read.is_ok() && there == text
}
