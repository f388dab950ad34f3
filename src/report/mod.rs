//! The report: the output of `summary`.
//!
//! A report is data before it is text. [`Report::new`] makes the report about a sprint or about one item of it, with a template;
//! [`Report::to_blocks`] is the tree of blocks, and [`markdown()`], [`html()`], [`page()`], [`rst()`] and [`text()`] write the tree. Nothing here
//! reads a file or the clock: the same sprint, template and choices give the same bytes.
//!
//! # What it gives
//!
#![doc = include_str!("publishing.md")]

mod address;
mod attendees;
mod build;
mod claims;
mod comment;
mod data;
mod days;
mod depth;
mod document;
mod fill;
mod first_post;
mod html;
mod in_line;
mod json;
mod links;
mod lists;
mod manual;
mod markdown;
mod mention;
mod misread;
mod outline;
mod parse;
mod parts;
mod pictures;
mod read;
mod rst;
mod selection;
mod settings;
mod site;
mod story;
mod syntax;
mod tell;
mod template;
#[cfg(test)]
mod tests;
mod text;
mod title;
mod told;
mod whose;

/// What users have to know about reports: what `sprint help publishing` prints.
pub const DESCRIPTION: &str = include_str!("publishing.md");

/// What users have to know about `post.md`: what `sprint help template` prints.
pub const TEMPLATE: &str = include_str!("template.md");

pub(crate) use address::may_link;
pub(crate) use data::Gap;

pub use build::{Choices, Report};
pub use depth::is_too_deep;
pub use document::{Alignment, Block, Inline, OmittedPicture};
pub(crate) use first_post::first_post;
pub use html::{html, page};
pub use links::LinkTargets;
pub(crate) use manual::manual;
pub use markdown::markdown;
pub(crate) use mention::unknown_handles;
pub use misread::misread;
pub use parse::parse;
pub use rst::rst;
pub use settings::{Body, Group, Names, Overrides, Span};
pub use site::{CommentLine, Post, SITES, Site};
pub(crate) use site::{is_unedited, sealed};
pub(crate) use template::diagnose;
pub use template::{BUILT_IN, Template, TemplateError};
pub use text::text;
pub(crate) use told::{
    ToldChange, ToldChanges, ToldError, ToldText, read_told, told_kind, write_told,
};
