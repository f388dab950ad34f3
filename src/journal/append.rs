//! Appending to a day log.
//!
//! Under the sprint's lock, an entry is one write at the end of the day's file, on the disk before anybody hears of it.
//! What stands in the file already is never rewritten; only a last line that was cut off while it was being written is
//! moved aside, to a file beside the log.

use std::collections::HashMap;
use std::fs::{File, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use toml::de::DeTable;

use super::folder::{Folder, LARGEST_LOG, LOCK, writer_word};
use super::line::line;
use super::own::OwnFiles;
use super::read::{Reading, wide_encoding};
use crate::diagnostic::{Error, Finding, What};
use crate::domain::{Entry, EntryId, LogFiles};

/// How long one process may hold the lock before this one says that it waits, and before it gives up.
const PATIENCE: Duration = Duration::from_secs(1);
const DEADLINE: Duration = Duration::from_secs(10);
const BETWEEN_LOOKS: Duration = Duration::from_millis(250);

/// What the holder of the lock writes into it: its process id, of one width so that it is overwritten as a whole.
const HOLDER_WIDTH: usize = 10;

/// The right to append to a sprint's logs. There is one at a time among all processes; it ends when it is dropped, or
/// with its process.
pub struct LogWriter<'folder> {
    pub(super) folder: &'folder Folder,
    lock: File,
    /// The logs at whose end nothing is open, as this pen read them.
    closed: HashMap<PathBuf, Vec<u8>>,
}

impl Folder {
    /// Waits for the right to append; whoever waits longest comes first. Calls `waiting` once if that takes longer than
    /// a second.
    ///
    /// # Errors
    ///
    /// [`Error::Locked`] after one process has held it for ten seconds; [`Error::InTheWay`] and [`Error::Io`] if there can be
    /// no lock.
    pub fn log_writer(&self, mut waiting: impl FnMut()) -> Result<LogWriter<'_>, Error> {
        let path = self.lock();
        let failed = |cause: io::Error| Error::io("lock", &path, &cause);
        let own = self.own();
        let opened = own.open_to_lock(&path);
        let mut lock = opened.map_err(|fault| fault.error("lock", &path))?;
        if !try_lock(&lock).map_err(failed)? {
            lock = wait_for(lock, own, &path, &mut waiting)?;
        }
        let pid = std::process::id().to_string();
        // Who holds it is only told to others who wait. A lock that cannot be written to is one all the same.
        let _ = tell_holder(&lock, &pid);
        Ok(LogWriter {
            folder: self,
            lock,
            closed: HashMap::new(),
        })
    }

    /// The lock of the sprint. It is a file of its own: the logs come and go, and numbers belong to the sprint, not to
    /// a day.
    fn lock(&self) -> PathBuf {
        self.path.join(LOCK)
    }

    /// What a log holds. A last line that another process is writing at this moment is not there yet.
    pub(super) fn settled(&self, log: &Path) -> Result<Vec<u8>, Finding> {
        let mut bytes = self.read_log(log)?;
        let whole = whole_lines(&bytes);
        if whole == bytes.len() {
            return Ok(bytes);
        }
        let lock = self.own().open_to_read(&self.lock()).ok();
        match lock.as_ref().map(File::try_lock_shared) {
            Some(Err(TryLockError::WouldBlock)) => {
                bytes.truncate(whole);
                Ok(bytes)
            }
            // Nobody writes: whatever is cut off now was left so.
            _ => self.read_log(log),
        }
    }
}

impl Drop for LogWriter<'_> {
    fn drop(&mut self) {
        let _ = tell_holder(&self.lock, "");
    }
}

fn try_lock(lock: &File) -> io::Result<bool> {
    match lock.try_lock() {
        Ok(()) => Ok(true),
        Err(TryLockError::WouldBlock) => Ok(false),
        Err(TryLockError::Error(cause)) if cause.kind() == io::ErrorKind::Interrupted => Ok(false),
        Err(TryLockError::Error(cause)) => Err(cause),
    }
}

/// Waits in the system's queue, which is served in turn, and looks now and then who holds the lock.
fn wait_for(
    lock: File,
    own: OwnFiles<'_>,
    path: &Path,
    waiting: &mut impl FnMut(),
) -> Result<File, Error> {
    let failed = |cause: io::Error| Error::io("lock", path, &cause);
    let (taken, queue) = mpsc::channel();
    let in_turn = move || {
        let locked = loop {
            match lock.lock() {
                Err(cause) if cause.kind() == io::ErrorKind::Interrupted => {}
                locked => break locked,
            }
        };
        // Nobody hears of it who has given up: then the lock ends here.
        let _ = taken.send(locked.map(|()| lock));
    };
    thread::Builder::new().spawn(in_turn).map_err(failed)?;
    let begun = Instant::now();
    let mut told = false;
    let mut held = (holder(own, path), begun);
    loop {
        match queue.recv_timeout(BETWEEN_LOOKS) {
            Ok(taken) => return taken.map_err(failed),
            Err(_) if held.1.elapsed() > DEADLINE => {
                return Err(Error::Locked {
                    path: path.to_owned(),
                    holder: held.0,
                });
            }
            Err(_) => {}
        }
        if begun.elapsed() > PATIENCE && !told {
            told = true;
            waiting();
        }
        let now = holder(own, path);
        if now != held.0 {
            held = (now, Instant::now());
        }
    }
}

/// The process that holds the lock, if it says so.
fn holder(own: OwnFiles<'_>, path: &Path) -> Option<u32> {
    let said = own.read(path, 2 * HOLDER_WIDTH as u64).ok()?;
    String::from_utf8(said).ok()?.trim().parse().ok()
}

fn tell_holder(mut lock: &File, pid: &str) -> io::Result<()> {
    lock.rewind()?;
    lock.write_all(format!("{pid:>HOLDER_WIDTH$}\n").as_bytes())
}

impl Folder {
    /// The entries that go to each log, by the names of the logs.
    pub(super) fn by_log<'e>(&self, entries: &'e [Entry]) -> Vec<(String, Vec<&'e Entry>)> {
        let mut logs: Vec<(String, Vec<&Entry>)> = Vec::new();
        for entry in entries {
            let log = self.log_of(entry.day(), &entry.by);
            match logs.iter_mut().find(|(name, _)| *name == log) {
                Some((_, entries)) => entries.push(entry),
                None => logs.push((log, vec![entry])),
            }
        }
        logs
    }

    /// The name of the log that somebody writes to on a day.
    pub(super) fn log_of(&self, day: NaiveDate, by: &str) -> String {
        match self.config.log {
            LogFiles::Shared => format!("{day}.toml"),
            LogFiles::PerWriter => format!("{day}.{}.toml", writer_word(by)),
        }
    }
}

impl LogWriter<'_> {
    /// Reads all day logs, as [`Folder::read`] does.
    ///
    /// # Errors
    ///
    /// [`Error::Io`] if one of them cannot be opened or read: the numbers in it might be given again.
    pub fn read(&mut self) -> Result<Reading, Error> {
        self.read_as(None)
    }

    /// Reads all day logs, one of them as if it had other bytes.
    pub(super) fn read_as(&mut self, other: Option<(&Path, &[u8])>) -> Result<Reading, Error> {
        let closed = &mut self.closed;
        let reading = self.folder.read_with(
            |log| match other {
                Some((path, bytes)) if path == log => Ok(bytes.to_vec()),
                _ => self.folder.read_log(log),
            },
            |log, bytes, is_closed| {
                if is_closed {
                    closed.insert(log, bytes);
                }
            },
        )?;
        let of_logs = reading.findings.iter().skip(self.folder.findings.len());
        let mut unreadable = of_logs.filter_map(|finding| match &finding.what {
            What::Unreadable(reason) => Some((&finding.place.file, reason)),
            _ => None,
        });
        match unreadable.next() {
            Some((path, reason)) => Err(Error::Io {
                what: "read",
                path: path.clone(),
                reason: reason.clone(),
            }),
            None => Ok(reading),
        }
    }

    /// Appends entries to the logs of their days, with one write for each log. When this returns, they are on the disk.
    /// Gives the files into which cut-off lines were moved.
    ///
    /// # Errors
    ///
    /// [`Error::Io`], [`Error::InTheWay`] and [`Error::WideEncoding`] if nothing was recorded in that log; [`Error::NotSynced`] if the entries stand
    /// in it but the disk did not confirm them.
    pub fn append(&self, entries: &[Entry]) -> Result<Vec<PathBuf>, Error> {
        let mut cut_off = Vec::new();
        for (log, entries) in self.folder.by_log(entries) {
            cut_off.extend(self.append_to(&self.folder.path.join(log), &entries)?);
        }
        Ok(cut_off)
    }

    fn append_to(&self, path: &Path, entries: &[&Entry]) -> Result<Option<PathBuf>, Error> {
        let has_all =
            |reading: &Reading| entries.iter().all(|entry| reading.entries.contains(entry));
        let mut cut_off = None;
        let mut is_replaced = false;
        loop {
            let mut log = open(self.folder.own(), path)?;
            let mut bytes = Vec::new();
            log.read_to_end(&mut bytes)
                .map_err(|cause| Error::io("read", path, &cause))?;
            if is_replaced && has_all(&Reading::of_log(path, &bytes)) {
                return Ok(cut_off);
            }

            if let Some(encoding) = wide_encoding(&bytes) {
                return Err(Error::WideEncoding {
                    path: path.to_owned(),
                    encoding,
                });
            }
            let whole = whole_lines(&bytes);
            cut_off = self.move_aside(path, &log, &bytes, whole)?.or(cut_off);
            let addition = addition(self.folder.title(), &bytes[..whole], entries);
            // What ends in nothing open cannot swallow what comes behind it; any other log is read with the entries in it.
            if self.closed.get(path) != Some(&bytes) {
                let after = [&bytes[..whole], addition.as_bytes()].concat();
                if !has_all(&Reading::of_log(path, &after)) {
                    return Err(Error::Swallowed(path.to_owned()));
                }
            }
            write_whole(path, &mut log, whole, addition.as_bytes())?;
            let not_synced = |cause: io::Error| Error::NotSynced {
                path: path.to_owned(),
                reason: Error::reason(&cause),
            };
            log.sync_data().map_err(not_synced)?;
            // The log may be new, whoever made it.
            self.folder.sync_folder(&self.folder.path)?;
            // An editor may have put another file in the log's place meanwhile, or another text into the file.
            if self.folder.own().is_still(path, &log) && is_at(&mut log, whole, addition.as_bytes())
            {
                return Ok(cut_off);
            }
            is_replaced = true;
        }
    }

    /// Moves what was cut off at the end of a log to a file beside it, and says to which.
    fn move_aside(
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
        let repair = || {
            log.set_len(whole as u64)
                .map_err(|cause| Error::io("repair", path, &cause))
        };
        if cut.iter().all(|byte| *byte == 0) {
            return repair().map(|()| None);
        }
        let aside = self.folder.keep_aside(path, cut)?;
        repair().map(|()| Some(aside))
    }
}

/// Opens a log, or a file like one, for reading and appending; it is made if there is none.
pub(super) fn open(own: OwnFiles<'_>, path: &Path) -> Result<File, Error> {
    let opened = own.open_to_append(path);
    let log = opened.map_err(|fault| fault.error("open", path))?;
    let metadata = log.metadata();
    let length = metadata.map_err(|cause| Error::io("open", path, &cause))?;
    if length.len() > LARGEST_LOG {
        return Err(Error::TooLarge(path.to_owned()));
    }
    Ok(log)
}

/// How many of the bytes stay: all, except a last line that was cut off while this program wrote it, and zero bytes
/// behind it.
pub(super) fn whole_lines(bytes: &[u8]) -> usize {
    if wide_encoding(bytes).is_some() {
        // Nothing of it was written by this program.
        return bytes.len();
    }
    let without_zeros = bytes
        .iter()
        .rposition(|byte| *byte != 0)
        .map_or(0, |last| last + 1);
    let last_line = bytes[..without_zeros]
        .iter()
        .rposition(|byte| *byte == b'\n')
        .map_or(0, |newline| newline + 1);
    let (before, tail) = bytes[..without_zeros].split_at(last_line);
    // A cut may go through a character: then the last of them is none.
    let tail = tail.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    let is_whole = last_line + tail.len() == without_zeros && DeTable::parse(tail).is_ok();
    if !is_whole && looks_ours(before, tail) {
        last_line
    } else {
        without_zeros
    }
}

/// Whether a text is how a line of this program begins: an id, then ` = { at = ` and anything, or less of it. A piece
/// of an id alone could be a word by somebody; it is none where a line may begin.
fn looks_ours(before: &[u8], tail: &str) -> bool {
    const BETWEEN: &str = " = { at = ";
    match tail.split_once(' ') {
        Some((id, _)) => {
            let rest = &tail[id.len()..];
            EntryId::parse(id).is_some() && (rest.starts_with(BETWEEN) || BETWEEN.starts_with(rest))
        }
        None => {
            let may_begin =
                std::str::from_utf8(before).is_ok_and(|before| DeTable::parse(before).is_ok());
            may_begin && EntryId::may_begin_with(tail)
        }
    }
}

/// What is written behind the whole lines of a log to add entries of its day.
fn addition(title: &str, whole: &[u8], entries: &[&Entry]) -> String {
    let mut text = match (whole.last(), entries.first()) {
        (None, Some(first)) => {
            let title: String = title
                .chars()
                .filter(|letter| !letter.is_control())
                .collect();
            format!("# {title}: {}\n", first.day().format("%A, %-d %B %Y"))
        }
        (None | Some(b'\n'), _) => String::new(),
        (Some(_), _) => "\n".to_owned(),
    };
    text.extend(entries.iter().map(|entry| line(entry)));
    text
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

/// Whether a text stands in a log where it was written to.
fn is_at(log: &mut File, place: usize, text: &[u8]) -> bool {
    let mut there = vec![0; text.len()];
    let read = log
        .seek(SeekFrom::Start(place as u64))
        .and_then(|_| log.read_exact(&mut there));
    read.is_ok() && there == text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cut_of_a_line_of_ours_is_seen_and_the_line_before_stays() {
        let first = "q8wd31ztha = { at = 2017-02-27T09:14:02.020+01:00, by = \"anto\", kind = \"note\", text = \"é\" }\n";
        let second = first.replace("q8wd31ztha", "12-k7f2m9");
        for cut in 1..second.len() - 1 {
            let bytes = [first.as_bytes(), &second.as_bytes()[..cut]].concat();
            let zeros = [bytes.as_slice(), &[0; 5]].concat();
            assert_eq!(
                (whole_lines(&bytes), whole_lines(&zeros)),
                (first.len(), first.len()),
                "{cut}"
            );
        }
        let no_newline = &second[..second.len() - 1];
        assert_eq!(whole_lines(no_newline.as_bytes()), no_newline.len());
    }

    #[test]
    fn a_text_by_hand_is_never_cut() {
        for text in [
            "# a comment",
            "text = \"unfinished",
            "Armin was here",
            "x = \"\"\"",
            "a = 1",
            "12 = { by",
        ] {
            assert_eq!(whole_lines(text.as_bytes()), text.len(), "{text}");
        }
    }
}
