//! The report: what `summary` says.
//!
//! A report is data before it is text. [`Report::new`] chooses what is said of a sprint, [`Report::about`] of one item, [`Report::document`] puts it in order as a
//! tree of blocks, and a writer turns the tree into text. Nothing here reads a file or the clock: the same sprint and
//! the same choices give the same bytes.

mod build;
mod credit;
mod data;
mod document;
mod layout;
mod markdown;
mod parse;

pub use build::{Attendee, Choices, Gap, Image, Report, Section, Span, Story, Unfinished};
pub use data::ReportData;
pub use document::{Block, Inline};
pub use markdown::markdown;
pub use parse::{may_link, parse};
