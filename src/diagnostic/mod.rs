//! Every message a user can meet, with its hint and its exit status. Facts come in, words go out.
//!
//! Each enum of facts has one `describe`, with a message and its hint next to each other. [`Error`] is why a command
//! failed, [`Diagnostic`] what is wrong in a file, [`Remark`] what is said in addition to an answer.

mod error;
mod failure;
mod git;
mod kind;
mod lint;
mod location;
mod obstacle;
mod picture;
mod remark;
mod rule;
mod storage;
mod usage;
mod violation;
mod words;

pub use error::Error;
pub use git::{GitError, Rename};
pub use kind::{Diagnostic, DiagnosticKind, NewerToml};
pub(crate) use location::Lines;
pub use location::{Location, Position};
pub use obstacle::{FileKind, Obstacle, Wanted};
pub use picture::PictureFault;
pub use remark::{Remark, ReplaceReason};
pub use rule::{Description, Rule, Severity};
pub use storage::StorageError;
pub use usage::UsageError;
pub use words::{counted, counted_entries, duration, kind_word, listed, state_word};
