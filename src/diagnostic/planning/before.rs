//! What a document says of an item that is otherwise by now, in words.

use crate::text::excerpt;

/// The columns of a line that are enough to recognize it.
pub(super) const EXCERPT: usize = 60;

/// What a line says of an item that was so before, and how it is now.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "`said` has the words for each")]
pub enum Before {
    Title(String),
    Time {
        said: String,
        is: Option<String>,
    },
    Status {
        said: String,
        is: String,
    },
    Topic {
        said: String,
        is: String,
    },
    /// The item that it is a part of; `None` for none.
    Part {
        said: Option<String>,
        is: Option<String>,
    },
}

impl Before {
    pub(super) fn said(&self) -> String {
        let short = |text: &str| excerpt(text, EXCERPT);
        match self {
            Before::Title(said) => format!("is called `{}` in the document", short(said)),
            Before::Time { said, is: Some(is) } => {
                format!("has the time `{}` by now, not `{}`", short(is), short(said))
            }
            Before::Time { said, is: None } => {
                format!("has no time by now, not `{}`", short(said))
            }
            Before::Status { said, is } => {
                format!("is `{}` by now, not `{}`", short(is), short(said))
            }
            Before::Topic { said, is } => {
                format!("stands under `{is}` by now, not under `{said}`")
            }
            Before::Part {
                said: Some(said),
                is: Some(is),
            } => format!(
                "is a part of `{}` by now, not of `{}`",
                short(is),
                short(said)
            ),
            Before::Part {
                said: Some(said),
                is: None,
            } => format!("stands below `{}` here, and is no part of it", short(said)),
            Before::Part { is, .. } => format!(
                "is a part of `{}`, but stands below nothing here",
                short(is.as_deref().unwrap_or_default())
            ),
        }
    }
}
