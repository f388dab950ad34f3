//! Every message a user can meet, with its hint and its exit status. Facts come in, words go out.
//!
//! Each enum of facts has one `describe`, with a message and its hint next to each other. [`Error`] is why a command
//! failed, [`Diagnostic`] what is wrong in a file, [`Remark`] what is reported in addition to an answer.

mod arguments;
mod error;
mod failure;
mod git;
mod kind;
mod lint;
mod location;
mod lookup_error;
mod obstacle;
mod options;
mod picture;
mod planning;
mod post;
mod remark;
mod rule;
mod storage;
mod taken_nick;
mod template;
mod times;
mod told;
mod toml_message;
mod typed_text;
mod usage;
mod violation;
mod words;

pub(crate) use arguments::ArgumentError;
pub(crate) use error::{Error, First};
pub(crate) use failure::Failure;
pub(crate) use git::{GitError, Rename};
pub(crate) use kind::NewerToml;
pub use kind::{Diagnostic, DiagnosticKind};
pub(crate) use location::{Lines, Position};
pub use location::{Location, Quote};
pub(crate) use obstacle::{FileKind, Obstacle, Wanted};
pub(crate) use options::{OptionError, UnknownOption};
pub(crate) use picture::PictureFault;
pub(crate) use planning::{Before, PlanningFault, PlanningRemark, RowFault, Run, UnreadKind};
pub(crate) use post::{PostFault, PostProblem, PostReason};
pub(crate) use remark::{Described, NotInFull, Remark, ReplaceReason, TakenUp};
pub use rule::Rule;
pub(crate) use rule::{Description, Severity};
pub(crate) use storage::StorageError;
pub(crate) use taken_nick::TakenNick;
pub(crate) use template::{Fields, Misplaced, Named, TemplateFault};
pub(crate) use times::TimeRemark;
pub use told::ToldFault;
pub(crate) use typed_text::{OtherMeaning, TypedOption, TypedText, shown};
pub(crate) use usage::{NotForABatch, UsageError};
pub(crate) use words::{counted, counted_entries, duration, kind_word, listed, state_word};
