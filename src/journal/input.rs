//! Texts that come from a file or an editor.

use std::cell::Cell;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempPath;

use super::layout::LARGEST_LOG;
use crate::diagnostic::{Error, StorageError};

/// Reads a file as UTF-8, such as a batch.
pub(crate) fn read_text(path: &Path) -> Result<String, Error> {
    let mut bytes = Vec::new();
    // A device would never end.
    let read = File::open(path).and_then(|file| file.take(LARGEST_LOG + 1).read_to_end(&mut bytes));
    read.map_err(|cause| Error::io("read", path, &cause))?;
    if bytes.len() as u64 > LARGEST_LOG {
        return Err(StorageError::TextTooLarge(path.to_owned()).into());
    }
    String::from_utf8(bytes).map_err(|_| Error::Storage(StorageError::NotUtf8(path.to_owned())))
}

/// A text that somebody writes in an editor. Its file is gone when this is dropped, unless it is kept.
pub(crate) struct Draft {
    path: TempPath,
    begun: Vec<u8>,
    is_held: Cell<bool>,
}

impl Draft {
    /// Begins one with some text, in a file whose name ends as that of its kind.
    pub(crate) fn begin(text: &[u8], suffix: &str) -> Result<Draft, Error> {
        let failed = |cause: io::Error| Error::io("write", Path::new("a temporary file"), &cause);
        let mut file = tempfile::Builder::new()
            .prefix("sprint-")
            .suffix(suffix)
            .tempfile()
            .map_err(failed)?;
        file.write_all(text).map_err(failed)?;
        Ok(Draft {
            path: file.into_temp_path(),
            begun: text.to_owned(),
            is_held: Cell::new(false),
        })
    }

    /// Opens `editor`, a command as the shell takes it, waits for its end and gives what was saved.
    ///
    /// # Errors
    ///
    /// [`Error::Editor`] if it cannot be started or ends with a status of its own; [`StorageError::NotUtf8`].
    pub(crate) fn edit(&self, editor: &str) -> Result<String, Error> {
        let failed = |reason: String| Error::Editor {
            editor: editor.to_owned(),
            reason,
        };
        let mut shell;
        if cfg!(windows) {
            shell = Command::new("cmd");
            let command = format!("{editor} \"{}\"", self.path.display());
            shell.args(["/C", &command]);
        } else {
            shell = Command::new("sh");
            let command = format!("{editor} \"$1\"");
            shell.args(["-c", &command, "sprint"]).arg(&self.path);
        }
        let status = shell.status();
        let status = status.map_err(|cause| failed(Error::reason(&cause)))?;
        if !status.success() {
            return Err(failed(format!("it ended with {status}")));
        }
        read_text(&self.path)
    }

    /// Puts another text in the place of what was saved.
    pub(crate) fn replace(&self, text: &str) -> Result<(), Error> {
        let written = fs::write(&self.path, text);
        written.map_err(|cause| Error::io("write", &self.path, &cause))
    }

    /// Says that the text is to be kept, though it was used: something in it was not.
    pub(crate) fn hold(&self) {
        self.is_held.set(true);
    }

    pub(crate) fn is_held(&self) -> bool {
        self.is_held.get()
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Leaves the file where it is and returns its path, if anything was typed into it.
    pub(crate) fn keep(self) -> Option<PathBuf> {
        match fs::read(&self.path) {
            Ok(text) if !text.is_empty() && text != self.begun => self.path.keep().ok(),
            _ => None,
        }
    }
}
