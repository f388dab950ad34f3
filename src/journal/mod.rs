//! Day logs on disk: find them, read them, append to them.
//!
//! The log is the truth, and it is only ever appended to. This is the one part that touches files. It knows how entries
//! are written down; what they mean is the business of [`crate::domain`].

mod append;
mod backup;
mod config;
mod create;
mod documents;
mod edit;
mod find;
mod folder;
mod git;
mod input;
mod layout;
mod line;
mod lint;
mod lock;
mod output;
mod photo;
mod picture;
mod pieces;
mod read;
mod receipts;
mod sandbox;
mod site;
mod sources;
mod sync;
mod toml10;
mod unite;
#[cfg(test)]
mod unite_tests;

/// The files of a sprint, for users: what `sprint help files` prints.
pub const DESCRIPTION: &str = include_str!("../../sprints/README.md");

pub use append::LogWriter;
pub use create::NewSprint;
pub use edit::{Change, EditedLog, Replacement};
pub use find::Journal;
pub use folder::Folder;
pub use input::{Draft, read_text};
pub use layout::check_name;
pub use line::line;
pub use output::write_output;
pub use read::Reading;
pub use receipts::{Receipt, Receipts};
pub use sandbox::WriteOutcome;
pub use site::{SiteFolder, WebPicture};
pub use sources::Sources;
pub use sync::{Exchange, Replaced};
