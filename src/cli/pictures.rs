//! Where readers of a report find its pictures and files.

use std::path::Path;

use crate::journal::{Folder, WebPicture};
use crate::report::LinkTargets;

/// Links to the files of the sprint where they are.
pub struct LinkedFiles<'a> {
    pub folder: &'a Folder,
    /// The file that the report goes to; without one, paths start from the sprint's folder.
    pub file: Option<&'a Path>,
}

impl LinkTargets for LinkedFiles<'_> {
    fn picture(&mut self, source: &str) -> Result<String, String> {
        let checked = self.folder.check_picture(source);
        checked.map_err(|fault| fault.describe().message)?;
        Ok(self.address(source).unwrap_or(source.to_owned()))
    }

    fn link(&mut self, to: &str) -> Option<String> {
        let is_there = self.folder.has_file(to);
        is_there.then(|| self.address(to)).flatten()
    }
}

impl LinkedFiles<'_> {
    fn address(&self, target: &str) -> Option<String> {
        match self.file {
            Some(file) => self.folder.address_from(target, file),
            None => Some(target.to_owned()),
        }
    }
}

/// Links to copies of the pictures, and to no other file.
pub struct CopiedPictures<'a, F> {
    pub folder: &'a Folder,
    /// Copies a picture and gives the address of the copy.
    pub copy: F,
    /// Whether a link can point to a copy.
    pub has_links: bool,
}

impl<F: FnMut(WebPicture) -> String> LinkTargets for CopiedPictures<'_, F> {
    fn picture(&mut self, source: &str) -> Result<String, String> {
        let picture = self.folder.web_picture(source);
        let copied = picture.map(&mut self.copy);
        copied.map_err(|fault| fault.describe().message)
    }

    fn link(&mut self, to: &str) -> Option<String> {
        self.has_links.then(|| self.picture(to).ok()).flatten()
    }
}
