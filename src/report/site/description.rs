//! What is different between static-site generators.

use super::super::markdown::Dialect;
use super::front_matter::FrontMatter;

/// What a static-site generator expects of a post. Paths start from the site's folder; in them, `{slug}` stands for the slug
/// of the post and `{name}` for the file name of a picture.
#[derive(Debug)]
pub struct Site {
    /// In lower case.
    pub name: &'static str,
    /// The path of a post. It may contain the date, as `chrono` formats it.
    pub(super) post: &'static str,
    /// The path of a picture.
    pub(super) picture: &'static str,
    /// How the text of the post links to that picture.
    pub(super) picture_link: &'static str,
    pub(super) front_matter: FrontMatter,
    /// Whether a post is left out of the site until its day has come.
    pub waits_for_date: bool,
    /// Whether the generator's default theme escapes the names of authors and tags.
    pub(super) escapes_names: bool,
    /// The comment at which it cuts a post, with its blanks.
    pub(super) teaser: &'static str,
    /// Whether it does so without a plugin or a setting.
    pub(super) cuts_at_teaser: bool,
    pub(super) dialect: Dialect,
}
