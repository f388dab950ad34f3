//! `post.md` or `sprint.toml` as somebody edits it: replaced as a whole, unless somebody else has changed it meanwhile.

use std::path::PathBuf;

use super::config;
use super::folder::Folder;
use super::input::Draft;
use super::layout::{CONFIG, LARGEST_LOG, LARGEST_POST, POST};
use super::sandbox::{FileError, WriteOutcome};
use crate::diagnostic::{Diagnostic, Error, StorageError};

/// A file as it was when somebody began to edit it.
pub(crate) struct EditedFile {
    pub(crate) path: PathBuf,
    /// `None` if there is none yet.
    original: Option<Vec<u8>>,
    suffix: &'static str,
    largest: u64,
}

impl Folder {
    pub(crate) fn edited_post(&self) -> Result<EditedFile, Error> {
        self.edited_file(POST, ".md", LARGEST_POST)
    }

    pub(crate) fn edited_settings(&self) -> Result<EditedFile, Error> {
        self.edited_file(CONFIG, ".toml", LARGEST_LOG)
    }

    fn edited_file(
        &self,
        name: &str,
        suffix: &'static str,
        largest: u64,
    ) -> Result<EditedFile, Error> {
        let path = self.path.join(name);
        // One that is too large can be made shorter.
        let original = match self.sandbox().read(&path, LARGEST_LOG) {
            Err(error) if error.is_not_found() => None,
            read => Some(read.map_err(|error| error.during("read", &path))?),
        };
        Ok(EditedFile {
            path,
            original,
            suffix,
            largest,
        })
    }
}

impl EditedFile {
    pub(crate) fn is_new(&self) -> bool {
        self.original.is_none()
    }

    /// Begins a draft of the file, or of `first` if there is none.
    pub(crate) fn draft(&self, first: &str) -> Result<Draft, Error> {
        let text = self.original.as_deref().unwrap_or(first.as_bytes());
        Draft::begin(text, self.suffix)
    }

    /// Lists what is wrong in a text that is to be the settings.
    pub(crate) fn settings_in(&self, edited: &str) -> Vec<Diagnostic> {
        config::parse(&self.path, edited).1
    }

    /// Puts a text in the place of the file, and returns whether that changed it.
    ///
    /// # Errors
    ///
    /// [`StorageError::ChangedMeanwhile`] if the file is no longer what it was.
    pub(crate) fn replace(&self, folder: &Folder, edited: &str) -> Result<bool, Error> {
        let path = &self.path;
        if edited.len() as u64 > self.largest {
            return Err(StorageError::TooLarge(path.clone()).into());
        }
        let changed = || Error::Storage(StorageError::ChangedMeanwhile(path.clone()));
        let sandbox = folder.sandbox();
        if sandbox.find(path).is_ok() == self.is_new() {
            return Err(changed());
        }
        let is_same = |there: &[u8]| self.original.as_deref() == Some(there);
        match sandbox.write(path, edited.as_bytes(), is_same) {
            Ok(WriteOutcome::Written) => {
                sandbox.sync_folder(&folder.path)?;
                Ok(true)
            }
            Ok(WriteOutcome::Unchanged) => Ok(false),
            Err(FileError::OtherContent) => Err(changed()),
            Err(error) => Err(error.during("write", path)),
        }
    }
}
