//! The board as text and back: a document and a sprint in, changes out.
//!
//! ```text
//!               names ─┐
//! text ─> lines ─> form ─> read (Document) ─> find ─> changes (Change) ─> command (words)
//! Sprint ─> write ─> text
//! ```
//!
//! [`write()`] gives the document that `board --for markdown` prints. [`read()`] takes that one after it was edited, or any other
//! planning document, and says what stands in it; it knows the sprint only to tell names and titles apart from other words.
//! [`find`](mod@find) finds the items again that its lines are about, and [`changes()`] compares: with the document as it was
//! exported where that is known, else with the sprint, and then nothing is taken back. What is to be recorded is said as
//! [`Command`](command::Command)s, which become the words that a person would type.
//!
//! Nothing here knows a file, a terminal or the clock.

mod changes;
mod codes;
mod command;
mod document;
mod find;
mod folded;
mod form;
mod likeness;
mod lines;
mod names;
mod news;
mod read;
mod row;
mod stamp;
mod status;
mod strike;
mod time;
mod write;

/// What users have to know about the planning document: what `sprint help planning` prints.
pub const DESCRIPTION: &str = include_str!("planning.md");

pub(crate) use changes::{Change, Changes};
pub use changes::{Opened, changes};
#[cfg(test)]
pub(crate) use command::Command;
pub(crate) use command::{Target, Typed};
pub(crate) use document::Document;
pub(crate) use names::is_nobody_yet;
pub(crate) use news::{News, keep_those_above_news};
pub use read::read;
pub(crate) use status::{NotDone, done_with, is_capitals, not_decided, not_done};
pub(crate) use time::time_at_end;
pub use write::{Shown, write};
