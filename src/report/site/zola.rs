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
            ("description", Value::Summary),
            ("authors", Value::Authors),
            ("\n[taxonomies]\ntags", Value::Tags),
        ],
    },
    waits_for_date: false,
    escapes_names: true,
    dialect: Dialect {
        nested_code: NestedCode::Fenced,
        shortcodes: &["{{", "{%"],
        ..Dialect::PORTABLE
    },
};
