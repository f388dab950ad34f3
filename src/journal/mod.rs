//! Day logs on disk: find them, read them, append to them.
//!
//! The log is the truth, and it is only ever appended to. This is the one part that touches files. It knows how entries
//! are written down; what they mean is the business of [`crate::domain`].

mod append;
mod edit;
mod folder;
mod input;
mod jpeg;
mod line;
mod output;
mod photo;
mod read;
mod settings;
mod site;

pub use append::Pen;
pub use edit::{Change, EditedLog};
pub use folder::{Folder, Journal, NewSprint, check_name};
pub use input::{Draft, read_text};
pub use line::line;
pub use output::{Written, write_output};
pub use read::Reading;
pub use site::{SiteFolder, WebPicture};
