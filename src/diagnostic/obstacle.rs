//! What stands where a file or folder of a sprint belongs, in words.

use strum::IntoStaticStr;

/// What stands where a file or folder of a sprint belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Obstacle {
    /// What is there.
    pub kind: FileKind,
    /// What belongs there.
    pub wanted: Wanted,
}

/// What a path can lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, IntoStaticStr)]
pub enum FileKind {
    /// A regular file.
    #[strum(serialize = "a file")]
    File,
    /// A folder.
    #[strum(serialize = "a folder")]
    Folder,
    /// A link, wherever it leads.
    #[strum(serialize = "a symbolic link")]
    Link,
    /// A pipe, which whoever opens it may wait at for ever.
    #[strum(serialize = "a named pipe")]
    Pipe,
    /// A socket.
    #[strum(serialize = "a socket")]
    Socket,
    /// A device.
    #[strum(serialize = "a device")]
    Device,
    /// Whatever else a system has.
    #[strum(serialize = "not a file")]
    Other,
}

/// What belongs in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Wanted {
    /// A regular file.
    File,
    /// A folder.
    Folder,
}

impl Obstacle {
    /// What it is: `a symbolic link`.
    pub(super) fn name(self) -> &'static str {
        self.kind.into()
    }

    /// What belongs there: `file`.
    pub(super) fn wanted(self) -> &'static str {
        self.wanted.into()
    }

    /// What to do about it.
    pub(super) fn hint(self) -> &'static str {
        match (self.kind, self.wanted) {
            (FileKind::Link, Wanted::File) => {
                "a link is not followed: put the file itself there, or move the link away"
            }
            (FileKind::Link, Wanted::Folder) => {
                "a link is not followed: put the folder itself there, or move the link away"
            }
            _ => "move it away",
        }
    }
}
