//! The files of a sprint: the one way to look at them, open them, read them, add to them and replace them.
//!
//! What lies in a sprint's folder may have come by git from somebody else. So nothing below `sprints/` is ever written or
//! read through a link, and nobody waits for a pipe: each step of a path is opened from the one before it, without following
//! it and without waiting, and what was opened is looked at before it is used. Nothing can be put in between. Whatever is
//! not a file where a file belongs, or not a folder where a folder belongs, is named and left alone.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Component, Path, PathBuf};

use cap_fs_ext::{
    DirExt, FileTypeExt, FollowSymlinks, MetadataExt, OpenOptionsFollowExt, OpenOptionsSyncExt,
};
use cap_std::ambient_authority;
use cap_std::fs::{Dir, File, FileType, Metadata, OpenOptions};

use crate::diagnostic::{
    Diagnostic, DiagnosticKind, Error, FileKind, Location, Obstacle, StorageError, Wanted,
};
use crate::domain::EntryId;

/// The files below a folder such as `sprints/`. The folder may be reached through links; nothing below it may be a
/// link. All paths begin with the path of the folder.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sandbox<'r> {
    root: &'r Path,
}

/// What writing did to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WriteOutcome {
    Written,
    /// It had that content already, and was not touched.
    Unchanged,
}

/// Why a file cannot be used.
#[derive(Debug)]
pub(super) enum FileError {
    /// Something else is there, or on the way to it.
    InTheWay(PathBuf, Obstacle),
    /// It is larger than the caller allows.
    TooLarge,
    /// It has another content, which must not be replaced.
    OtherContent,
    Outside,
    Io(io::Error),
}

impl FileError {
    pub(super) fn is_not_found(&self) -> bool {
        matches!(self, FileError::Io(cause) if cause.kind() == io::ErrorKind::NotFound)
    }

    /// Turns it into the error of a command that was to do `what` to the file at `path`.
    pub(super) fn during(self, what: &'static str, path: &Path) -> Error {
        match self {
            FileError::InTheWay(path, obstacle) => {
                Error::Storage(StorageError::InTheWay { path, obstacle })
            }
            FileError::TooLarge => Error::Storage(StorageError::TooLarge(path.to_owned())),
            FileError::OtherContent => Error::Storage(StorageError::OtherContent(path.to_owned())),
            FileError::Outside => Error::io(what, path, &io::ErrorKind::NotFound.into()),
            FileError::Io(cause) => Error::io(what, path, &cause),
        }
    }

    /// Reports what is wrong with the file at `path`, for whoever reads on without it.
    pub(super) fn diagnostic(self, path: &Path) -> Diagnostic {
        let unreadable = |cause| DiagnosticKind::Unreadable(Error::reason(cause));
        let kind = match self {
            FileError::InTheWay(path, obstacle) => {
                let kind = DiagnosticKind::InTheWay(obstacle);
                return Diagnostic::at(Location::whole(&path), kind);
            }
            FileError::TooLarge => DiagnosticKind::TooLarge,
            FileError::OtherContent | FileError::Outside => {
                unreadable(&io::ErrorKind::NotFound.into())
            }
            FileError::Io(cause) => unreadable(&cause),
        };
        Diagnostic::at(Location::whole(path), kind)
    }
}

impl From<io::Error> for FileError {
    fn from(cause: io::Error) -> Self {
        FileError::Io(cause)
    }
}

impl<'r> Sandbox<'r> {
    pub(super) fn below(root: &'r Path) -> Self {
        Sandbox { root }
    }

    /// Returns what is at a path, itself and not what it leads to; `None` if there is nothing.
    pub(super) fn kind(self, path: &Path) -> Result<Option<FileKind>, FileError> {
        let there = self.last(path, false).and_then(|(folder, name)| {
            let there = folder.symlink_metadata(name)?;
            Ok(kind_of(&there.file_type()))
        });
        match there {
            Ok(kind) => Ok(Some(kind)),
            Err(error) if error.is_not_found() => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Succeeds if there is a file.
    pub(super) fn find(self, path: &Path) -> Result<(), FileError> {
        let (folder, name) = self.last(path, false)?;
        let there = folder.symlink_metadata(name)?;
        require(path, &there.file_type(), Wanted::File)
    }

    /// Lists the names in a folder and what they are, in the order of names.
    pub(super) fn list(self, path: &Path) -> Result<Vec<(OsString, FileKind)>, FileError> {
        self.open_folder(path)?.list()
    }

    /// Reads a file that has at most so many bytes.
    pub(super) fn read(self, path: &Path, at_most: u64) -> Result<Vec<u8>, FileError> {
        let (folder, name) = self.last(path, false)?;
        let mut bytes = Vec::new();
        read_file(&folder, name, path, at_most, &mut bytes)?;
        Ok(bytes)
    }

    /// Opens a folder.
    pub(super) fn open_folder(self, path: &Path) -> Result<OpenFolder<'_>, FileError> {
        let folder = self.folder(path, false)?;
        Ok(OpenFolder { path, folder })
    }

    /// Opens a file for reading.
    pub(super) fn open_to_read(self, path: &Path) -> Result<fs::File, FileError> {
        let (file, _) = self.open(path, OpenOptions::new().read(true))?;
        Ok(file.into_std())
    }

    /// Opens a file of at most so many bytes for reading and appending; makes it if there is none.
    pub(super) fn open_to_append(self, path: &Path, at_most: u64) -> Result<fs::File, FileError> {
        let (folder, name) = self.last(path, false)?;
        open_to_append(&folder, name, path, at_most)
    }

    /// Opens a file that is there to be locked; makes it if there is none. Who may not write to it, since somebody else
    /// made it, can lock it all the same.
    pub(super) fn open_to_lock(self, path: &Path) -> Result<fs::File, FileError> {
        let opened = match self.open(path, OpenOptions::new().create(true).write(true)) {
            Err(FileError::Io(cause)) if cause.kind() == io::ErrorKind::PermissionDenied => self
                .open(path, OpenOptions::new().read(true))
                .map_err(|_| FileError::Io(cause)),
            opened => opened,
        };
        Ok(opened?.0.into_std())
    }

    /// Adds bytes at the end of a file and waits until they are on the disk; makes it if there is none.
    pub(super) fn append(self, path: &Path, bytes: &[u8]) -> Result<(), FileError> {
        let (mut file, _) = self.open(path, OpenOptions::new().create(true).append(true))?;
        file.write_all(bytes)?;
        Ok(file.sync_all()?)
    }

    /// Puts `bytes` into a file, which has the old content or the new one at any moment; its folder is made if there is
    /// none. `may_replace` is asked about another content that is there. A file that is replaced keeps its mode.
    pub(super) fn write(
        self,
        path: &Path,
        bytes: &[u8],
        may_replace: impl FnOnce(&[u8]) -> bool,
    ) -> Result<WriteOutcome, FileError> {
        let (folder, name) = self.last(path, true)?;
        let there = match self.open(path, OpenOptions::new().read(true)) {
            Err(error) if error.is_not_found() => None,
            opened => Some(opened?),
        };
        let permissions = match there {
            None => None,
            Some((mut file, metadata)) => {
                let mut there = Vec::new();
                file.read_to_end(&mut there)?;
                if there == bytes {
                    return Ok(WriteOutcome::Unchanged);
                }
                if !may_replace(&there) {
                    return Err(FileError::OtherContent);
                }
                Some(metadata.permissions())
            }
        };
        let mut new = Temporary::in_folder(&folder)?;
        new.file.write_all(bytes)?;
        if let Some(permissions) = &permissions {
            new.file.set_permissions(permissions.clone())?;
        }
        new.file.sync_all()?;
        match permissions {
            Some(_) => new.replace(name)?,
            None => new.place(name)?,
        }
        Ok(WriteOutcome::Written)
    }

    pub(super) fn remove(self, path: &Path) -> Result<(), FileError> {
        let (folder, name) = self.last(path, false)?;
        let there = folder.symlink_metadata(name)?.file_type();
        require(path, &there, Wanted::File)?;
        Ok(folder.remove_file(name)?)
    }

    /// Makes a folder, and those above it.
    pub(super) fn make_folder(self, path: &Path) -> Result<(), FileError> {
        self.folder(path, true).map(|_| ())
    }

    /// Waits until the names in a folder are on the disk.
    pub(super) fn sync_folder(self, path: &Path) -> Result<(), Error> {
        let opened = self.open_folder(path);
        opened.map_err(|error| error.during("sync", path))?.sync()
    }

    /// Returns whether the file at a path is the one that was opened.
    pub(super) fn is_still(self, path: &Path, opened: &fs::File) -> bool {
        let there = self.open(path, OpenOptions::new().read(true)).ok();
        let opened = Metadata::from_file(opened).ok();
        let identity = |metadata: Metadata| (metadata.dev(), metadata.ino());
        let there = there.map(|(_, metadata)| identity(metadata));
        there.is_some() && there == opened.map(identity)
    }

    /// Opens what is at a path as `options` say, if it is a file.
    fn open(self, path: &Path, options: &mut OpenOptions) -> Result<(File, Metadata), FileError> {
        let (folder, name) = self.last(path, false)?;
        open_file(&folder, name, path, options)
    }

    /// Opens the folder that a path is in, and returns the name there.
    fn last(self, path: &Path, may_make: bool) -> Result<(Dir, &OsStr), FileError> {
        let name = path.file_name().ok_or(FileError::Outside)?;
        let folder = path.parent().ok_or(FileError::Outside)?;
        Ok((self.folder(folder, may_make)?, name))
    }

    fn folder(self, path: &Path, may_make: bool) -> Result<Dir, FileError> {
        let inside = path
            .strip_prefix(self.root)
            .map_err(|_| FileError::Outside)?;
        let root = match self.root {
            root if root == Path::new("") => Path::new("."),
            root => root,
        };
        if may_make {
            fs::create_dir_all(root)?;
        }
        let mut folder = Dir::open_ambient_dir(root, ambient_authority())?;
        let mut way = self.root.to_owned();
        for step in inside.components() {
            let Component::Normal(name) = step else {
                return Err(FileError::Outside);
            };
            way.push(name);
            folder = step_into(&folder, name, &way, may_make)?;
        }
        Ok(folder)
    }
}

/// A folder that was opened: what is done in it is done there, wherever its path leads meanwhile.
pub(super) struct OpenFolder<'p> {
    path: &'p Path,
    folder: Dir,
}

impl OpenFolder<'_> {
    /// Lists the names in it and what they are, in the order of names.
    pub(super) fn list(&self) -> Result<Vec<(OsString, FileKind)>, FileError> {
        let mut children = Vec::new();
        for child in self.folder.entries()? {
            let child = child?;
            children.push((child.file_name(), kind_of(&child.file_type()?)));
        }
        children.sort();
        Ok(children)
    }

    /// Reads a file that has at most so many bytes, in the place of other bytes: to fill memory for the first time takes
    /// longer than to read the file.
    pub(super) fn read_over(
        &self,
        name: &OsStr,
        at_most: u64,
        bytes: &mut Vec<u8>,
    ) -> Result<(), FileError> {
        read_file(&self.folder, name, &self.path.join(name), at_most, bytes)
    }

    /// Opens a file of at most so many bytes for reading and appending; makes it if there is none.
    pub(super) fn open_to_append(&self, name: &OsStr, at_most: u64) -> Result<fs::File, FileError> {
        open_to_append(&self.folder, name, &self.path.join(name), at_most)
    }

    /// Waits until the names in it are on the disk.
    pub(super) fn sync(&self) -> Result<(), Error> {
        self.sync_names().map_err(|cause| {
            Error::Storage(StorageError::NotSynced {
                path: self.path.to_owned(),
                reason: Error::reason(&cause),
            })
        })
    }

    #[cfg(unix)]
    fn sync_names(&self) -> io::Result<()> {
        self.folder.open(".")?.sync_all()
    }

    /// Does nothing, because Windows cannot open a folder for this.
    #[cfg(not(unix))]
    fn sync_names(&self) -> io::Result<()> {
        Ok(())
    }
}

fn open_to_append(
    folder: &Dir,
    name: &OsStr,
    path: &Path,
    at_most: u64,
) -> Result<fs::File, FileError> {
    let mut options = OpenOptions::new();
    options.create(true).read(true).append(true);
    let (file, metadata) = open_file(folder, name, path, &mut options)?;
    if metadata.len() > at_most {
        return Err(FileError::TooLarge);
    }
    Ok(file.into_std())
}

fn read_file(
    folder: &Dir,
    name: &OsStr,
    path: &Path,
    at_most: u64,
    bytes: &mut Vec<u8>,
) -> Result<(), FileError> {
    bytes.clear();
    let (file, metadata) = open_file(folder, name, path, OpenOptions::new().read(true))?;
    let length = metadata.len();
    if length > at_most {
        return Err(FileError::TooLarge);
    }
    // A byte more, so that the end is seen without more room.
    bytes.reserve(usize::try_from(length).unwrap_or(0) + 1);
    let wanted = at_most.saturating_add(1);
    // The file of the standard library fills the room without clearing it first.
    if file.into_std().take(wanted).read_to_end(bytes)? as u64 == wanted {
        return Err(FileError::TooLarge);
    }
    Ok(())
}

/// Opens what has a name as `options` say, if it is a file.
fn open_file(
    folder: &Dir,
    name: &OsStr,
    path: &Path,
    options: &mut OpenOptions,
) -> Result<(File, Metadata), FileError> {
    // A device may do something when it is opened. Who puts one there after this look is seen when it is open.
    look(folder, name, path)?;
    open_at_once(folder, name, path, options)
}

/// Fails if something other than a file is there.
fn look(folder: &Dir, name: &OsStr, path: &Path) -> Result<(), FileError> {
    match folder.symlink_metadata(name) {
        Ok(there) => require(path, &there.file_type(), Wanted::File),
        Err(_) => Ok(()),
    }
}

/// Opens a file, and whatever else is put there meanwhile neither follows nor waits for.
fn open_at_once(
    folder: &Dir,
    name: &OsStr,
    path: &Path,
    options: &mut OpenOptions,
) -> Result<(File, Metadata), FileError> {
    options.follow(FollowSymlinks::No).nonblock(true);
    let file = match folder.open_with(name, options) {
        Ok(file) => file,
        Err(cause) => {
            look(folder, name, path)?;
            return Err(cause.into());
        }
    };
    let metadata = file.metadata()?;
    require(path, &metadata.file_type(), Wanted::File)?;
    Ok((file, metadata))
}

fn step_into(folder: &Dir, name: &OsStr, way: &Path, may_make: bool) -> Result<Dir, FileError> {
    let opened = match folder.open_dir_nofollow(name) {
        Err(cause) if may_make && cause.kind() == io::ErrorKind::NotFound => {
            match folder.create_dir(name) {
                Err(cause) if cause.kind() != io::ErrorKind::AlreadyExists => Err(cause),
                Ok(()) | Err(_) => folder.open_dir_nofollow(name),
            }
        }
        opened => opened,
    };
    opened.map_err(|cause| match folder.symlink_metadata(name) {
        Ok(there) => match require(way, &there.file_type(), Wanted::Folder) {
            Err(in_the_way) => in_the_way,
            Ok(()) => cause.into(),
        },
        Err(_) => cause.into(),
    })
}

fn require(path: &Path, there: &FileType, wanted: Wanted) -> Result<(), FileError> {
    let is_wanted = match wanted {
        Wanted::File => there.is_file(),
        Wanted::Folder => there.is_dir(),
    };
    if is_wanted {
        return Ok(());
    }
    let kind = kind_of(there);
    let obstacle = Obstacle { kind, wanted };
    Err(FileError::InTheWay(path.to_owned(), obstacle))
}

fn kind_of(there: &FileType) -> FileKind {
    if there.is_file() {
        FileKind::File
    } else if there.is_dir() {
        FileKind::Folder
    } else if there.is_symlink() {
        FileKind::Link
    } else if there.is_fifo() {
        FileKind::Pipe
    } else if there.is_socket() {
        FileKind::Socket
    } else if there.is_block_device() || there.is_char_device() {
        FileKind::Device
    } else {
        FileKind::Other
    }
}

/// A new file with a temporary name. It is deleted if it is dropped before it gets its own name.
struct Temporary<'f> {
    folder: &'f Dir,
    name: String,
    file: File,
}

/// Returns whether a file has a name such as [`Sandbox::write`] gives at first: a process that was killed may leave it.
pub(super) fn is_temporary(name: &OsStr) -> bool {
    let name = name.to_str().and_then(|name| name.strip_prefix('.'));
    let id = name.and_then(|name| name.strip_suffix(".tmp"));
    id.is_some_and(|id| EntryId::parse(id).is_some())
}

impl<'f> Temporary<'f> {
    fn in_folder(folder: &'f Dir) -> io::Result<Self> {
        const TRIES: usize = 100;
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        for _ in 0..TRIES {
            let random = getrandom::u64().map_err(io::Error::other)?;
            let name = format!(".{}.tmp", EntryId::new(None, random));
            match folder.open_with(&name, &options) {
                Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => {}
                opened => {
                    return opened.map(|file| Temporary { folder, name, file });
                }
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    /// Gives it its name in the place of what has that.
    fn replace(self, name: &OsStr) -> io::Result<()> {
        self.folder.rename(&self.name, self.folder, name)
    }

    /// Gives it a name that nothing has yet.
    fn place(self, name: &OsStr) -> io::Result<()> {
        match self.folder.hard_link(&self.name, self.folder, name) {
            Ok(()) => Ok(()),
            Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => Err(cause),
            // Some file systems have no second names.
            Err(_) if self.folder.symlink_metadata(name).is_err() => self.replace(name),
            Err(cause) => Err(cause),
        }
    }
}

impl Drop for Temporary<'_> {
    fn drop(&mut self) {
        let _ = self.folder.remove_file(&self.name);
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;
    use std::process::Command;
    use std::sync::mpsc;
    use std::thread;
    use std::time::Duration;

    use super::*;

    /// Opens what nobody has looked at, as if it had been put there just now. Gives nothing if that has to wait.
    fn opened(folder: &Path, name: &str, options: &OpenOptions) -> Option<Result<File, FileError>> {
        let (folder, name) = (folder.to_owned(), name.to_owned());
        let mut options = options.clone();
        let (done, end) = mpsc::channel();
        thread::spawn(move || {
            let path = folder.join(&name);
            let folder = Dir::open_ambient_dir(&folder, ambient_authority()).expect("a folder");
            let _ = done.send(open_at_once(
                &folder,
                OsStr::new(&name),
                &path,
                &mut options,
            ));
        });
        let opened = end.recv_timeout(Duration::from_secs(30)).ok()?;
        Some(opened.map(|(file, _)| file))
    }

    #[test]
    fn what_is_put_there_in_between_is_neither_followed_nor_waited_for() {
        let room = tempfile::tempdir().expect("a temporary folder can be made");
        let inside = room.path().join("inside");
        fs::create_dir_all(inside.join("folder")).expect("a sound disk");
        fs::write(room.path().join("outside"), "secret").expect("a sound disk");
        fs::write(inside.join("file"), "own").expect("a sound disk");
        symlink("file", inside.join("within")).expect("a sound disk");
        symlink("../outside", inside.join("link")).expect("a sound disk");
        symlink("../nothing", inside.join("dangling")).expect("a sound disk");
        symlink("/dev/zero", inside.join("device")).expect("a sound disk");
        let made = Command::new("mkfifo").arg(inside.join("pipe")).status();
        assert!(made.is_ok_and(|status| status.success()));
        let read = OpenOptions::new().read(true).to_owned();
        let write = OpenOptions::new().create(true).write(true).to_owned();
        let append = OpenOptions::new()
            .create(true)
            .read(true)
            .append(true)
            .to_owned();
        for (name, kind) in [
            ("within", FileKind::Link),
            ("link", FileKind::Link),
            ("dangling", FileKind::Link),
            ("device", FileKind::Link),
            ("pipe", FileKind::Pipe),
            ("folder", FileKind::Folder),
        ] {
            for options in [&read, &write, &append] {
                let seen = match opened(&inside, name, options) {
                    Some(Err(FileError::InTheWay(_, obstacle))) => Some(obstacle.kind),
                    _ => None,
                };
                assert_eq!(seen, Some(kind), "{name}, {options:?}");
            }
        }
        assert!(!room.path().join("nothing").exists());
    }

    #[test]
    fn a_path_that_leads_out_of_the_folder_is_none() {
        let room = tempfile::tempdir().expect("a temporary folder can be made");
        let inside = room.path().join("inside");
        fs::create_dir_all(&inside).expect("a sound disk");
        fs::write(room.path().join("outside"), "secret").expect("a sound disk");
        let sandbox = Sandbox::below(&inside);
        for path in ["../outside", "x/../../outside", "/etc/passwd", "..", ""] {
            let path = inside.join(path);
            assert!(sandbox.read(&path, u64::MAX).is_err(), "{}", path.display());
            assert!(sandbox.append(&path, b"+").is_err(), "{}", path.display());
            assert!(
                sandbox.write(&path, b"+", |_| true).is_err(),
                "{}",
                path.display()
            );
        }
        assert_eq!(
            fs::read(room.path().join("outside")).expect("a sound disk"),
            b"secret"
        );
    }
}
