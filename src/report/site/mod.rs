//! Posts for static-site generators. Each generator is described by a [`Site`], in a file of its own.
//!
//! A new generator is such a file, and here its `mod` line and its row in [`SITES`].

mod description;
mod eleventy;
mod front_matter;
mod hugo;
mod jekyll;
mod keys;
mod nikola;
mod pelican;
mod post;
mod sanitize;
mod seal;
mod zola;

pub use description::Site;
pub use post::Post;
pub use seal::CommentLine;
pub(crate) use seal::{is_unedited, sealed};

/// The supported generators.
pub static SITES: &[&Site] = &[
    &nikola::NIKOLA,
    &jekyll::JEKYLL,
    &hugo::HUGO,
    &zola::ZOLA,
    &pelican::PELICAN,
    &eleventy::ELEVENTY,
];
