//! The logs of a sprint on one side.

use std::collections::{BTreeMap, HashMap};
use std::ffi::OsString;
use std::path::Path;

use crate::diagnostic::Error;
use crate::domain::{Entry, EntryId};
use crate::journal::git::{Blob, Object, Repository, log_in};
use crate::journal::merge::Logs;
use crate::journal::read::Reading;

/// The logs of the sprint in a commit.
#[derive(Default)]
pub(super) struct SideLogs {
    /// The folder that they are in, from the top.
    pub(super) folder: OsString,
    pub(super) logs: Logs,
    pub(super) blobs: BTreeMap<String, Blob>,
}

impl SideLogs {
    /// Reads the logs among the files of a commit that are directly in a folder.
    pub(super) fn read(
        repository: &Repository,
        folder: OsString,
        files: Vec<Blob>,
    ) -> Result<SideLogs, Error> {
        let mut side = SideLogs::default();
        for blob in files {
            if let Some(name) = log_in(&folder, &blob.path) {
                side.blobs.insert(name.to_owned(), blob.clone());
            }
        }
        let objects: Vec<&Object> = side.blobs.values().map(|blob| &blob.object).collect();
        let bytes = repository.read_raw(&objects)?;
        side.logs = side.blobs.keys().cloned().zip(bytes).collect();
        side.folder = folder;
        Ok(side)
    }

    pub(super) fn entries(&self) -> impl Iterator<Item = Entry> {
        self.logs.values().flat_map(|log| entries(log))
    }

    pub(super) fn ids(&self) -> impl Iterator<Item = EntryId> {
        self.entries().map(|entry| entry.id)
    }

    pub(super) fn by_id(&self) -> HashMap<EntryId, Entry> {
        self.entries().map(|entry| (entry.id, entry)).collect()
    }
}

pub(super) fn entries(log: &[u8]) -> Vec<Entry> {
    Reading::of_log(Path::new(""), log).entries
}
