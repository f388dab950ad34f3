//! What was recorded on this machine, kept where nobody else writes.
//!
//! Logs are shared and can lose lines: an editor saves an old copy over them, or a merge goes wrong. So whatever was
//! recorded here also stands in the user's own state folder, line by line in a file of the log's name. A receipt that
//! cannot be kept is left out: recording does not depend on it.

use std::collections::HashSet;
use std::fs;
use std::hash::Hasher;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use fnv::FnvHasher;

use super::folder::Folder;
use super::layout::LARGEST_LOG;
use super::line::line;
use super::read::Reading;
use super::sandbox::Sandbox;
use crate::diagnostic::{Diagnostic, DiagnosticKind, Location};
use crate::domain::{Entry, EntryId};

/// The receipts of one sprint folder.
pub struct Receipts<'folder> {
    folder: &'folder Folder,
    /// Where they are; nowhere if the machine has no place for them.
    place: Option<PathBuf>,
}

/// What was recorded on this machine.
#[derive(Clone, Debug, PartialEq)]
pub struct Receipt {
    /// The log that it was written to.
    pub log: PathBuf,
    /// What was written.
    pub entry: Entry,
}

impl Folder {
    /// The receipts for this sprint in `state`, the folder where the user's programs keep what is theirs.
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
    /// Keeps receipts of entries that stand in the logs of their days.
    pub fn add(&self, entries: &[Entry]) {
        for (log, entries) in self.folder.by_log(entries) {
            let lines: String = entries.into_iter().map(line).collect();
            let _ = self.add_to(&log, &lines);
        }
    }

    fn add_to(&self, log: &str, lines: &str) -> io::Result<()> {
        let Some(place) = &self.place else {
            return Ok(());
        };
        fs::create_dir_all(place)?;
        let log = place.join(log);
        let opened = Sandbox::below(place).open_to_append(&log, LARGEST_LOG);
        let mut file = opened.map_err(|error| io::Error::other(error.during("open", &log)))?;
        let mut last = [b'\n'];
        if file.seek(SeekFrom::End(0))? > 0 {
            file.seek(SeekFrom::End(-1))?;
            file.read_exact(&mut last)?;
        }
        // Whatever was cut off there stays a line of its sandbox.
        let newline = if last == *b"\n" { "" } else { "\n" };
        file.write_all(format!("{newline}{lines}").as_bytes())
    }

    /// All of them. To be read before the logs are: what is recorded in between is not gone.
    pub fn read(&self) -> Vec<Receipt> {
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

    /// Gives up the receipts of what is gone for good, or stands there in another form.
    pub fn forget(&self, ids: &HashSet<EntryId>) {
        let kept = self.read();
        let mut logs: Vec<&Path> = kept.iter().map(|receipt| receipt.log.as_path()).collect();
        logs.dedup();
        for log in logs {
            let of_log = || kept.iter().filter(|receipt| receipt.log == log);
            if of_log().any(|receipt| ids.contains(&receipt.entry.id)) {
                let lines: String = of_log()
                    .filter(|receipt| !ids.contains(&receipt.entry.id))
                    .map(|receipt| line(&receipt.entry))
                    .collect();
                if let Some((place, name)) = self.place.as_ref().zip(log.file_name()) {
                    let file = place.join(name);
                    let _ = Sandbox::below(place).write(&file, lines.as_bytes(), |_| true);
                }
            }
        }
    }

    /// Gives up all of them, for a sprint that begins where another one was.
    pub fn forget_all(&self) {
        if let Some(place) = &self.place {
            let _ = fs::remove_dir_all(place);
        }
    }
}

impl Receipt {
    /// Says that the entry is in no log any more.
    pub fn diagnostic(&self) -> Diagnostic {
        Diagnostic {
            location: Location::whole(&self.log),
            kind: DiagnosticKind::Gone(line(&self.entry).trim_end().to_owned()),
        }
    }
}
