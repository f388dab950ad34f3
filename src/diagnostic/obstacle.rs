//! What is where a file or folder of a sprint belongs, in words.

use strum::IntoStaticStr;

/// What is where a file or folder of a sprint belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Obstacle {
    pub kind: FileKind,
    pub wanted: Wanted,
}

/// What a path can lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, IntoStaticStr)]
pub enum FileKind {
    #[strum(serialize = "a file")]
    File,
    #[strum(serialize = "a folder")]
    Folder,
    /// A link, wherever it leads.
    #[strum(serialize = "a symbolic link")]
    Link,
    /// A pipe, whose reader may wait forever.
    #[strum(serialize = "a named pipe")]
    Pipe,
    #[strum(serialize = "a socket")]
    Socket,
    #[strum(serialize = "a device")]
    Device,
    #[strum(serialize = "not a file")]
    Other,
}

/// What is expected at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Wanted {
    File,
    Folder,
}

impl Obstacle {
    /// Returns what it is, such as `a symbolic link`.
    pub(super) fn name(self) -> &'static str {
        self.kind.into()
    }

    /// Returns what belongs there, such as `file`.
    pub(super) fn wanted(self) -> &'static str {
        self.wanted.into()
    }

    pub(super) fn hint(self) -> String {
        let wanted = self.wanted();
        match self.kind {
            FileKind::Link => format!(
                "a link is not followed: put the {wanted} itself there, or move the link away"
            ),
            _ => "move it away".to_owned(),
        }
    }
}
