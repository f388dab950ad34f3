//! Zola: <https://www.getzola.org/documentation/content/overview/>.

use super::super::markdown::{Dialect, NestedCode};
use super::description::Site;
use super::front_matter::{FrontMatter, Syntax, Value};

pub(super) static ZOLA: Site = Site {
    name: "zola",
    post: "content/blog/{slug}/index.md",
    picture: "content/blog/{slug}/{name}",
    picture_link: "{name}",
    front_matter: FrontMatter {
        syntax: Syntax::TOML,
        lines: &[
            ("title", Value::Title),
            ("date", Value::Date),
            ("description", Value::Description),
            ("authors", Value::Authors),
        ],
        table: Some((
            "taxonomies",
            &[("tags", Value::Tags), ("categories", Value::Categories)],
        )),
        // With a key that it does not know, Zola stops.
        extra: Some((
            "extra",
            &[
                "date",
                "draft",
                "in_search_index",
                "template",
                "updated",
                "weight",
            ],
        )),
    },
    waits_for_date: false,
    escapes_names: true,
    teaser: " more ",
    cuts_at_teaser: true,
    dialect: Dialect {
        nested_code: NestedCode::Fenced,
        shortcodes: &["{{", "{%"],
        ..Dialect::PORTABLE
    },
};
