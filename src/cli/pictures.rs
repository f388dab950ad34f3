//! The pictures of a report on their way to readers.

use std::path::Path;

use crate::journal::{Folder, WebPicture};
use crate::report::LinkTargets;

/// For a report whose pictures stay where they are: they are named from where it will be, or from the sprint's folder, where that
/// is not known.
pub struct LinkedFiles<'a> {
    /// The sprint's folder.
    pub folder: &'a Folder,
    /// Where the report goes.
    pub file: Option<&'a Path>,
}

impl LinkTargets for LinkedFiles<'_> {
    fn picture(&mut self, source: &str) -> Result<String, String> {
        let fit = self.folder.check_picture(source);
        fit.map_err(|fault| fault.to_string())?;
        Ok(self.place(source).unwrap_or(source.to_owned()))
    }

    fn link(&mut self, to: &str) -> Option<String> {
        if self.folder.has_file(to) {
            self.place(to)
        } else {
            None
        }
    }
}

impl LinkedFiles<'_> {
    fn place(&self, target: &str) -> Option<String> {
        match self.file {
            Some(file) => self.folder.address_from(target, file),
            None => Some(target.to_owned()),
        }
    }
}

/// For a report with which its pictures go, and no other file.
pub struct CopiedPictures<'a, F> {
    /// The sprint's folder.
    pub folder: &'a Folder,
    /// Puts a picture somewhere and says where.
    pub place: F,
    /// Whether there can be a link to a picture besides.
    pub has_links: bool,
}

impl<F: FnMut(WebPicture) -> String> LinkTargets for CopiedPictures<'_, F> {
    fn picture(&mut self, source: &str) -> Result<String, String> {
        match self.folder.web_picture(source) {
            Ok(picture) => Ok((self.place)(picture)),
            Err(fault) => Err(fault.to_string()),
        }
    }

    fn link(&mut self, to: &str) -> Option<String> {
        if self.has_links {
            self.picture(to).ok()
        } else {
            None
        }
    }
}
