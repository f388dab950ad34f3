//! Eleventy: <https://www.11ty.dev/docs/>. The paths are those of its starter project.

use super::super::markdown::{Alt, Dialect, NestedCode};
use super::description::Site;
use super::front_matter::{FrontMatter, Syntax, Value};

pub(super) static ELEVENTY: Site = Site {
    name: "eleventy",
    post: "content/blog/{slug}/index.md",
    picture: "content/blog/{slug}/{name}",
    picture_link: "{name}",
    front_matter: FrontMatter {
        syntax: Syntax::YAML,
        lines: &[
            ("title", Value::Title),
            ("date", Value::Date),
            ("tags", Value::Tags),
            ("categories", Value::Categories),
            ("author", Value::AuthorsJoined),
            ("description", Value::Summary),
            // Otherwise Liquid or Nunjucks would read the text before it is read as Markdown.
            ("templateEngineOverride", Value::Word("md")),
        ],
        table: None,
        extra: None,
    },
    waits_for_date: false,
    escapes_names: true,
    teaser: " excerpt ",
    cuts_at_teaser: false,
    dialect: Dialect {
        nested_code: NestedCode::Fenced,
        alt: Alt::Words,
        ..Dialect::PORTABLE
    },
};
