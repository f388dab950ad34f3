//! Day logs on disk: find them, read them, append to them.
//!
//! The log is the truth, and it is only ever appended to. This is the only part that touches files. It knows how entries
//! are written; what they mean is up to [`crate::domain`].
//!
//! Each file uses only files above it:
//!
//! - `line`: an entry as one line of a log
//! - `layout`: the names of a sprint's files, and how large they may be
//! - `documents`: the TOML documents that the text of a log consists of
//! - `toml10`: syntax that TOML 1.0 does not have
//! - `scan`: the short way through a log in which every line is as the program writes it
//! - `read`: a log as entries and findings
//! - `config`: reads `sprint.toml`
//! - `sandbox`: opens and writes the files of a sprint, and follows no links
//! - `input`: texts from a file or an editor
//! - `lock`: lets one process at a time write
//! - `folder`: one sprint and its logs
//! - `find`: the folder of all sprints
//! - `create`: a new sprint
//! - `backup`: keeps what goes out of a log
//! - `append`: appends entries to a log
//! - `receipts`: what was recorded on this machine
//! - `picture/`: pictures without what a camera tells
//! - `photo`: puts a picture into a sprint
//! - `sources`: the texts of the files that a diagnostic is about
//! - `lint`: what deserves a look although it can be read
//! - `output`: writes a whole file, such as a post
//! - `site`: the folder of a static-site generator
//! - `merge/`: merges logs entry by entry
//! - `edit`: replaces a log with an edited one
//! - `edit_file`: replaces another file with an edited one
//! - `git/`: runs git
//! - `sync/`: syncs the logs with others

mod append;
mod backup;
mod config;
mod create;
mod documents;
mod edit;
mod edit_file;
mod find;
mod folder;
mod git;
mod input;
mod layout;
mod line;
mod lint;
mod locations;
mod lock;
mod merge;
mod output;
mod photo;
mod picture;
mod post;
mod read;
mod receipts;
mod sandbox;
mod scan;
mod site;
mod sources;
mod sync;
mod toml10;

/// The files of a sprint, for users: what `sprint help files` prints.
pub const DESCRIPTION: &str = include_str!("../../sprints/README.md");

pub(crate) use append::LogWriter;
pub use create::NewSprint;
pub(crate) use edit::{Change, EditedLog};
pub use find::Journal;
pub use folder::Folder;
pub(crate) use input::{Draft, read_text};
pub(crate) use layout::check_name;
pub use line::line;
pub use locations::Locations;
pub(crate) use output::write_output;
pub(crate) use picture::is_ending_of_picture;
pub use read::Reading;
pub(crate) use receipts::Receipt;
pub(crate) use sandbox::WriteOutcome;
pub use scan::{KnownTopics, scan};
pub use site::{SiteFolder, WebPicture};
pub(crate) use sources::Sources;
pub(crate) use sync::SyncReport;
