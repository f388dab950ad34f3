//! Texts that come from a file or an editor.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempPath;

use crate::error::Error;

/// The text of a file, such as a batch.
pub fn read_text(path: &Path) -> Result<String, Error> {
    let bytes = fs::read(path).map_err(|cause| Error::io("read", path, &cause))?;
    String::from_utf8(bytes).map_err(|_| Error::FileNotUtf8(path.to_owned()))
}

/// A text that somebody wrote in an editor. Its file is gone when this is dropped, unless it is kept.
pub struct Draft {
    /// The text, as it was saved.
    pub text: String,
    path: TempPath,
}

impl Draft {
    /// Opens `editor`, a command as the shell takes it, on a file that begins with `start`, and waits for its end.
    ///
    /// # Errors
    ///
    /// [`Error::Editor`] if it cannot be started or ends with a status of its own; what was saved is kept then.
    pub fn write(editor: &str, start: &str) -> Result<Draft, Error> {
        let temporary = |cause: std::io::Error| Error::io("write", &std::env::temp_dir(), &cause);
        let mut file = tempfile::Builder::new()
            .prefix("sprint-")
            .suffix(".md")
            .tempfile()
            .map_err(temporary)?;
        file.write_all(start.as_bytes()).map_err(temporary)?;
        let path = file.into_temp_path();
        let failed = |reason: String| Error::Editor {
            editor: editor.to_owned(),
            reason,
        };
        let mut shell = if cfg!(windows) {
            Command::new("cmd")
        } else {
            Command::new("sh")
        };
        if cfg!(windows) {
            shell
                .arg("/C")
                .arg(format!("{editor} \"{}\"", path.display()));
        } else {
            shell
                .arg("-c")
                .arg(format!("{editor} \"$1\""))
                .arg("sprint")
                .arg(&path);
        }
        let status = shell
            .status()
            .map_err(|cause| failed(Error::reason(&cause)))?;
        if !status.success() {
            return Err(failed(format!("it ended with {status}")));
        }
        let text = fs::read_to_string(&path).map_err(|cause| Error::io("read", &path, &cause))?;
        Ok(Draft { text, path })
    }

    /// Leaves the file where it is and says where.
    pub fn keep(self) -> Option<PathBuf> {
        self.path.keep().ok()
    }
}
