//! Reading `post.md`.

use std::path::PathBuf;

use super::find::decoded;
use super::folder::Folder;
use super::layout::{LARGEST_POST, POST};
use crate::diagnostic::{Diagnostic, DiagnosticKind, Location};

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
        let bytes = match self.sandbox().read(&file, LARGEST_POST) {
            Err(error) if error.is_not_found() => return Ok(None),
            Err(error) => return Err(error.diagnostic(&file)),
            Ok(bytes) => bytes,
        };
        let whole = |kind: DiagnosticKind| Diagnostic::at(Location::whole(&file), kind);
        let text = decoded(bytes).map_err(whole)?;
        Ok(Some(PostFile { file, text }))
    }
}
