//! Photos: copied into the sprint's folder under a name that every web server takes.

use std::fs;
use std::io;
use std::path::Path;

use super::folder::Folder;
use crate::error::Error;

/// The folder of the photos in the folder of a sprint.
const PHOTOS: &str = "photos";

impl Folder {
    /// Copies a file into the sprint's `photos/` and gives its path from the sprint's folder. A file of the same name
    /// is never overwritten: the copy gets a number, unless both are the same to the byte.
    pub fn add_photo(&self, source: &Path) -> Result<String, Error> {
        let bytes = match fs::metadata(source) {
            Ok(metadata) if metadata.is_file() => fs::read(source),
            Ok(_) => return Err(Error::NotAPhoto(source.to_owned())),
            Err(cause) => Err(cause),
        };
        let bytes = bytes.map_err(|cause| Error::io("read", source, &cause))?;
        let folder = self.path.join(PHOTOS);
        fs::create_dir_all(&folder).map_err(|cause| Error::io("make", &folder, &cause))?;
        let part = |part: Option<&std::ffi::OsStr>| {
            part.map(|part| slug::slugify(part.to_string_lossy()))
                .unwrap_or_default()
        };
        let stem = Some(part(source.file_stem()))
            .filter(|stem| !stem.is_empty())
            .unwrap_or("photo".to_owned());
        let extension = Some(part(source.extension()))
            .filter(|word| !word.is_empty())
            .map(|word| format!(".{word}"));
        let extension = extension.unwrap_or_default();
        for number in 1.. {
            let name = if number == 1 {
                format!("{stem}{extension}")
            } else {
                format!("{stem}-{number}{extension}")
            };
            let target = folder.join(&name);
            let failed = |cause: io::Error| Error::io("write", &target, &cause);
            match fs::OpenOptions::new()
                .write(true)
                .create_new(true)
                .open(&target)
            {
                Ok(mut file) => {
                    io::Write::write_all(&mut file, &bytes)
                        .and_then(|()| file.sync_all())
                        .map_err(failed)?;
                    return Ok(format!("{PHOTOS}/{name}"));
                }
                Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => {
                    if fs::read(&target).is_ok_and(|there| there == bytes) {
                        return Ok(format!("{PHOTOS}/{name}"));
                    }
                }
                Err(cause) => return Err(failed(cause)),
            }
        }
        Err(Error::NotAPhoto(source.to_owned()))
    }
}
