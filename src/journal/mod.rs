//! Day logs on disk: find them, read them, append to them.
//!
//! The log is the truth, and it is only ever appended to. This is the one part that touches files. It knows how entries
//! are written down; what they mean is the business of [`crate::domain`].

mod append;
mod config;
mod folder;
mod input;
mod line;
mod photo;
mod place;
mod read;

pub use append::Pen;
pub use config::{Body, Config, Group, Headings, LogFiles, Names, ReportConfig};
pub use folder::{Folder, Journal, NewSprint, check_name};
pub use input::Draft;
pub use line::line;
pub use place::{Finding, Place, What};
pub use read::Reading;
