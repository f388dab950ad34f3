//! The lines that diagnostics are about, to show them.

use std::path::{Path, PathBuf};

use super::find::Journal;
use super::folder::Folder;
use super::layout::LARGEST_LOG;
use super::sandbox::Sandbox;
use crate::diagnostic::{Location, Quote};

/// The lines of the file that was asked about last: diagnostics come file by file.
pub struct Sources {
    root: PathBuf,
    file: PathBuf,
    lines: Vec<String>,
}

impl Journal {
    /// Opens the files of this journal.
    pub fn sources(&self) -> Sources {
        Sources::below(self.root())
    }
}

impl Folder {
    /// Opens the files of this sprint.
    pub fn sources(&self) -> Sources {
        Sources::below(self.path.parent().unwrap_or(Path::new("")))
    }
}

impl Sources {
    fn below(root: &Path) -> Self {
        Sources {
            root: root.to_owned(),
            file: PathBuf::new(),
            lines: Vec::new(),
        }
    }

    /// Holds a text that is not what the file has.
    pub(crate) fn edited(file: &Path, text: &[u8]) -> Self {
        Sources {
            root: PathBuf::new(),
            file: file.to_owned(),
            lines: lines_of(text),
        }
    }

    /// Returns what is at a location; none for a whole file, and for one that cannot be read.
    pub fn quote(&mut self, location: &Location) -> Option<Box<Quote>> {
        let position = location.position?;
        if *self.file != *location.file {
            let read = Sandbox::below(&self.root).read(&location.file, LARGEST_LOG);
            self.lines = lines_of(&read.unwrap_or_default());
            self.file = location.file.to_path_buf();
        }
        let line = self.lines.get(position.line.checked_sub(1)?)?;
        Some(Box::new(Quote::of(line, position)))
    }
}

fn lines_of(bytes: &[u8]) -> Vec<String> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = String::from_utf8_lossy(bytes);
    text.lines().map(str::to_owned).collect()
}
