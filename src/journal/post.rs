//! Reading `post.md`.

use std::path::PathBuf;

use super::documents::{decoded, wide_encoding};
use super::folder::Folder;
use super::layout::{LARGEST_POST, POST};
use super::sandbox::FileError;
use crate::diagnostic::{Diagnostic, DiagnosticKind, Lines, Location, TemplateFault};

/// The text of a `post.md`.
pub(crate) struct PostFile {
    pub file: PathBuf,
    pub text: String,
}

impl Folder {
    /// Reads the `post.md` of the sprint; `None` if there is none.
    ///
    /// # Errors
    ///
    /// What keeps it from being read.
    pub(crate) fn post(&self) -> Result<Option<PostFile>, Diagnostic> {
        let file = self.path.join(POST);
        let whole = |kind| Diagnostic::at(Location::whole(&file), kind);
        let bytes = match self.sandbox().read(&file, LARGEST_POST) {
            Ok(bytes) => bytes,
            Err(error) if error.is_not_found() => return Ok(None),
            Err(FileError::TooLarge) => {
                let fault = Box::new(TemplateFault::TooLarge);
                return Err(whole(DiagnosticKind::Template(fault)));
            }
            Err(error) => return Err(error.diagnostic(&file)),
        };
        if let Some(encoding) = wide_encoding(&bytes) {
            return Err(whole(DiagnosticKind::WideEncoding(encoding)));
        }
        let (text, bad) = decoded(&bytes);
        if let Some(position) = bad.first() {
            let location = Location::at(&file, *position);
            return Err(Diagnostic::at(location, DiagnosticKind::NotUtf8));
        }
        if let Some(zero) = text.find('\0') {
            let location = Lines::of(&file, &text).locate(zero);
            return Err(Diagnostic::at(location, DiagnosticKind::ZeroBytes));
        }
        Ok(Some(PostFile {
            file,
            text: text.into_owned(),
        }))
    }
}
