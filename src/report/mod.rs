//! The report: what `summary` says.
//!
//! A report is data before it is text. [`Report::new`] tells of a sprint and [`Report::about`] of one item;
//! [`Report::document`] puts that in order as a tree of blocks, and [`markdown()`], [`html()`], [`page()`] and [`rst()`] write the tree. Nothing here reads a
//! file or the clock: the same sprint and the same choices give the same bytes.
//!
//! # What it gives
//!
#![doc = include_str!("publishing.md")]

mod build;
mod credit;
mod data;
mod document;
mod harmless;
mod html;
mod layout;
mod markdown;
mod narrator;
mod nesting;
mod parse;
mod places;
mod rst;
mod site;
#[cfg(test)]
mod tests;

/// What users have to know about reports: what `sprint help publishing` prints.
pub const DESCRIPTION: &str = include_str!("publishing.md");

pub use build::{Attendee, Choices, Gap, Image, Report, Section, Span, Story, Unfinished};
pub use data::ReportData;
pub use document::{Block, Inline, LostPicture};
pub use html::{html, page};
pub use markdown::markdown;
pub use nesting::is_too_deep;
pub use parse::{may_link, parse};
pub use places::Places;
pub use rst::rst;
pub use site::{Post, Site, is_unedited};
