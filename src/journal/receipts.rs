//! What was recorded on this machine, kept where nobody else writes.
//!
//! Logs are shared and can lose lines: an editor saves an old copy over them, or a merge goes wrong. So whatever was
//! recorded here is also kept in the user's own state folder, line by line in a file of the log's name. A receipt that
//! cannot be kept is left out: recording does not depend on it.

use std::fs;
use std::hash::Hasher;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use fnv::FnvHasher;
use foldhash::HashSet;

use super::folder::{Folder, LogLines};
use super::layout::LARGEST_LOG;
use super::line::line;
use super::read::Reading;
use super::sandbox::Sandbox;
use crate::diagnostic::{Diagnostic, DiagnosticKind, Location};
use crate::domain::{Entry, EntryId};

/// The receipts of one sprint folder.
pub struct Receipts<'folder> {
    folder: &'folder Folder,
    /// `None` if the machine has no place for them.
    place: Option<PathBuf>,
}

/// What was recorded on this machine.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Receipt {
    /// The log that it was written to.
    pub(crate) log: PathBuf,
    pub(crate) entry: Entry,
}

impl Folder {
    /// Returns the receipts for this sprint in `state`, the folder where the user's programs keep their data.
    pub fn receipts(&self, state: Option<&Path>) -> Receipts<'_> {
        let place = state.zip(self.path.canonicalize().ok());
        let place = place.map(|(state, path)| {
            let mut hasher = FnvHasher::default();
            hasher.write(path.as_os_str().as_encoded_bytes());
            let symbols = EntryId::new(None, hasher.finish());
            state.join(format!("{}-{symbols}", self.name))
        });
        Receipts {
            folder: self,
            place,
        }
    }
}

impl Receipts<'_> {
    /// Keeps receipts of lines that are in their logs.
    pub(crate) fn add(&self, logs: &[LogLines]) {
        for lines in logs {
            let _ = self.add_to(lines);
        }
    }

    fn add_to(&self, lines: &LogLines) -> io::Result<()> {
        let Some(place) = &self.place else {
            return Ok(());
        };
        fs::create_dir_all(place)?;
        let log = place.join(&lines.name);
        let opened = Sandbox::below(place).open_to_append(&log, LARGEST_LOG);
        let mut file = opened.map_err(|error| io::Error::other(error.during("open", &log)))?;
        let mut last = [b'\n'];
        if file.seek(SeekFrom::End(0))? > 0 {
            file.seek(SeekFrom::End(-1))?;
            file.read_exact(&mut last)?;
        }
        // Whatever was cut off there stays a line of its own.
        let newline = if last == *b"\n" { "" } else { "\n" };
        file.write_all(format!("{newline}{}", lines.text).as_bytes())
    }

    /// Reads all of them, before the logs are read: what is recorded in between is not gone.
    pub(crate) fn read(&self) -> Vec<Receipt> {
        let Some(place) = &self.place else {
            return Vec::new();
        };
        let sandbox = Sandbox::below(place);
        let names = sandbox.list(place).unwrap_or_default();
        let receipts = names.iter().filter_map(|(name, _)| {
            let file = place.join(name);
            let log = self.folder.path.join(name);
            let bytes = sandbox.read(&file, LARGEST_LOG).ok()?;
            let entries = Reading::of_log(&file, &bytes).entries;
            Some(entries.into_iter().map(move |entry| Receipt {
                log: log.clone(),
                entry,
            }))
        });
        receipts.flatten().collect()
    }

    /// Gives up the receipts of what is gone for good, or is there in another form.
    pub(crate) fn forget(&self, ids: &HashSet<EntryId>) {
        let kept = self.read();
        for of_log in kept.chunk_by(|one, next| one.log == next.log) {
            let left = of_log.iter().filter(|kept| !ids.contains(&kept.entry.id));
            let left: Vec<String> = left.map(|receipt| line(&receipt.entry)).collect();
            if left.len() < of_log.len()
                && let Some((place, name)) = self.place.as_ref().zip(of_log[0].log.file_name())
            {
                let file = place.join(name);
                let _ = Sandbox::below(place).write(&file, left.concat().as_bytes(), |_| true);
            }
        }
    }

    /// Takes up what is in the logs in another form: what somebody edited does not come back as it was before. The sprint's lock has to be
    /// held.
    pub(crate) fn renew<'e>(&self, now: impl Fn(EntryId) -> Option<&'e Entry>) {
        let kept = self.read();
        let edited = kept.iter().filter_map(|kept| {
            let now = now(kept.entry.id)?;
            (*now != kept.entry).then_some(now)
        });
        let edited: Vec<&Entry> = edited.collect();
        if !edited.is_empty() {
            self.forget(&edited.iter().map(|entry| entry.id).collect());
            self.add(&self.folder.lines_of(edited));
        }
    }

    /// Gives up all of them, for a sprint that begins where another one was.
    pub(crate) fn forget_all(&self) {
        if let Some(place) = &self.place {
            let _ = fs::remove_dir_all(place);
        }
    }
}

impl Receipt {
    /// Says that the entry is in no log any more, or on a line that cannot be read.
    pub(crate) fn diagnostic(&self, damaged: &HashSet<EntryId>) -> Diagnostic {
        let line = line(&self.entry).trim_end().to_owned();
        let kind = match damaged.contains(&self.entry.id) {
            true => DiagnosticKind::DamagedHere(line),
            false => DiagnosticKind::Gone(line),
        };
        Diagnostic::at(Location::whole(&self.log), kind)
    }
}
