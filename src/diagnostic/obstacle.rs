//! What is where a file or folder of a sprint belongs, in words.

use strum::IntoStaticStr;

use super::rule::{Description, Rule};

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
    #[strum(serialize = "a special file")]
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
    pub(super) fn describe(self) -> Description {
        let (kind, wanted): (&str, &str) = (self.kind.into(), self.wanted.into());
        let hint = match self.kind {
            FileKind::Link => format!(
                "a link is not followed: put the {wanted} itself there, or move the link away"
            ),
            _ => "move it away".to_owned(),
        };
        Rule::InTheWay.error(format!("{kind} where a {wanted} belongs"), hint)
    }
}
