//! The folder of a site, where posts and their pictures are put.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::folder::Folder;
use super::layout::{digest, short_digest, stem_word};
use super::output::write_output;
use super::picture::{Format, cleaned};
use super::sandbox::WriteOutcome;
use crate::diagnostic::{Error, PictureFault, StorageError};

/// How deep the folder is searched for posts.
const DEPTH: usize = 4;

/// A picture of a sprint that can be published.
#[derive(Clone, Debug)]
pub struct WebPicture {
    /// A name that every web server accepts. It contains a digest of the content, so that a name means one picture.
    pub name: String,
    /// The content, without what a camera or an editor adds to the picture.
    pub bytes: Vec<u8>,
    format: Format,
}

impl WebPicture {
    /// Gives an address that contains the picture. <https://www.rfc-editor.org/rfc/rfc2397>
    pub fn address(&self) -> String {
        let kind = self.format.media_type();
        format!("data:{kind};base64,{}", STANDARD.encode(&self.bytes))
    }
}

impl Folder {
    /// Reads a picture of the sprint for the web.
    ///
    /// # Errors
    ///
    /// Why it cannot be published.
    pub fn web_picture(&self, source: &str) -> Result<WebPicture, PictureFault> {
        let (path, bytes) = self.read_picture(source)?;
        let (format, clean) = cleaned(&bytes)?;
        let digest = digest(&bytes);
        let stem = match stem_word(&path, "") {
            stem if stem.is_empty() => digest,
            // A picture that was published under its older name is found again.
            stem if stem.ends_with(&digest) || stem.ends_with(&short_digest(&bytes)) => stem,
            stem => format!("{stem}-{digest}"),
        };
        Ok(WebPicture {
            name: format!("{stem}.{}", format.extension()),
            bytes: clean,
            format,
        })
    }
}

/// The folder of a site. Paths in it are relative to it, with slashes.
#[derive(Clone, Debug)]
pub struct SiteFolder {
    path: PathBuf,
}

impl SiteFolder {
    /// Opens the folder of a site, which must exist.
    pub fn open(path: &Path) -> Result<SiteFolder, Error> {
        if path.is_dir() {
            Ok(SiteFolder {
                path: path.to_owned(),
            })
        } else {
            Err(StorageError::NoSuchSite {
                path: path.to_owned(),
                is_there: path.exists(),
            }
            .into())
        }
    }

    /// Gives the path of a file of the site.
    pub fn path_of(&self, file: &str) -> PathBuf {
        self.path.join(file)
    }

    /// Lists all files below a folder of the site, if it exists. Links are not followed.
    pub fn files_below(&self, folder: &str) -> Result<Vec<String>, Error> {
        let mut files = Vec::new();
        collect_files(&self.path, &self.path.join(folder), DEPTH, &mut files)?;
        files.sort();
        Ok(files)
    }

    /// Reads a file of the site.
    pub fn read(&self, file: &str) -> Result<Vec<u8>, Error> {
        let path = self.path_of(file);
        fs::read(&path).map_err(|cause| Error::io("read", &path, &cause))
    }

    /// Puts a post into the site. `may_replace` decides about a file with other content.
    ///
    /// # Errors
    ///
    /// `StorageError::EditedPost` if it must not be replaced; those of `write_output`.
    pub(crate) fn put_post(
        &self,
        file: &str,
        text: &str,
        may_replace: impl FnOnce(&[u8]) -> bool,
    ) -> Result<WriteOutcome, Error> {
        write_output(&self.path_of(file), text.as_bytes(), may_replace).map_err(|error| match error
        {
            Error::Storage(StorageError::OtherContent(path)) => {
                Error::Storage(StorageError::EditedPost(path))
            }
            other => other,
        })
    }

    /// Checks that a post can be put there, before anything is written.
    ///
    /// # Errors
    ///
    /// Those of `SiteFolder::put_post`.
    pub fn check_post(
        &self,
        file: &str,
        text: &str,
        may_replace: impl FnOnce(&[u8]) -> bool,
    ) -> Result<(), Error> {
        let path = self.path_of(file);
        // Reading a pipe would never end.
        if fs::metadata(&path).is_ok_and(|there| !there.is_file()) {
            return Err(StorageError::NotAPlace(path).into());
        }
        match fs::read(&path) {
            Ok(there) if there != text.as_bytes() && !may_replace(&there) => {
                Err(StorageError::EditedPost(path).into())
            }
            Ok(_) | Err(_) => Ok(()),
        }
    }

    /// Puts a picture into the site. A file of that name is the same picture: one that still has metadata, such as a raw copy, is
    /// replaced; one that was edited by hand only with `force`.
    pub(crate) fn put_picture(
        &self,
        file: &str,
        picture: &WebPicture,
        force: bool,
    ) -> Result<WriteOutcome, Error> {
        let path = self.path_of(file);
        // A link may lead to anything, which would be published.
        if fs::symlink_metadata(&path).is_ok_and(|there| !there.is_file()) {
            return Err(StorageError::NotAPlace(path).into());
        }
        let tells_more =
            |there: &[u8]| cleaned(there).is_ok_and(|(_, clean)| clean == picture.bytes);
        match write_output(&path, &picture.bytes, |there| force || tells_more(there)) {
            Err(Error::Storage(StorageError::OtherContent(_))) => Ok(WriteOutcome::Unchanged),
            written => written,
        }
    }

    /// Removes a file from the site.
    pub fn remove(&self, file: &str) -> Result<(), Error> {
        let path = self.path_of(file);
        fs::remove_file(&path).map_err(|cause| Error::io("remove", &path, &cause))
    }
}

fn collect_files(
    root: &Path,
    folder: &Path,
    depth: usize,
    files: &mut Vec<String>,
) -> Result<(), Error> {
    let failed = |cause: io::Error| Error::io("read", folder, &cause);
    let children = match fs::read_dir(folder) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(()),
        children => children.map_err(failed)?,
    };
    for child in children {
        let child = child.map_err(failed)?;
        let kind = child.file_type().map_err(failed)?;
        let path = child.path();
        if kind.is_dir() && depth > 1 {
            collect_files(root, &path, depth - 1, files)?;
        } else if kind.is_file() {
            let steps = path.strip_prefix(root).unwrap_or(&path).iter();
            let steps: Option<Vec<&str>> = steps.map(OsStr::to_str).collect();
            files.extend(steps.map(|steps| steps.join("/")));
        }
    }
    Ok(())
}
