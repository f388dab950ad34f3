//! Git, as a program that is started: the one place that knows its commands.
//!
//! Everything is done on objects and on a temporary index, so that until the very end neither the working tree nor the
//! user's index nor their branch is touched. `git help` of the commands named here is the source of their options and
//! formats.

mod command;
mod history;
mod merge_file;
mod objects;
mod paths;
mod pending;
mod remote;
mod repository;
mod worktree;

pub(super) use merge_file::MergedText;
pub(super) use objects::{Blob, Overlay, PLAIN};
pub(super) use paths::{folder_of_log, log_in};
pub(super) use pending::Remembered;
pub(super) use remote::Pushed;
pub(super) use repository::{Object, Repository};
pub(super) use worktree::exists;
