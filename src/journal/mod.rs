//! Day logs on disk: find them, read them, append to them.
//!
//! The log is the truth, and it is only ever appended to. This is the one part that touches files. It knows how entries
//! are written down; what they mean is the business of [`crate::domain`].

mod append;
mod aside;
mod config;
mod edit;
mod folder;
mod git;
mod input;
mod line;
mod lint;
mod output;
mod own;
mod photo;
mod picture;
mod pieces;
mod read;
mod receipts;
mod site;
mod sync;
mod toml10;
mod unite;
#[cfg(test)]
mod unite_tests;

pub use append::LogWriter;
pub use edit::{Change, EditedLog, Replacement};
pub use folder::{Folder, Journal, NewSprint, check_name};
pub use input::{Draft, read_text};
pub use line::line;
pub use output::{Written, write_output};
pub use read::Reading;
pub use receipts::{Receipt, Receipts};
pub use site::{SiteFolder, WebPicture};
pub use sync::{Exchange, Replaced};
