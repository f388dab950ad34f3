//! The journal of a development sprint, and the blog post that comes of it.

pub mod cli;
pub mod domain;
pub mod error;
pub mod journal;
pub mod report;
pub mod view;
pub mod visible;
