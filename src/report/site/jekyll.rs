//! Jekyll: <https://jekyllrb.com/docs/posts/>.

use super::super::markdown::{Dialect, NestedCode, Replacement};
use super::description::Site;
use super::front_matter::{FrontMatter, Syntax, Value};

pub(super) static JEKYLL: Site = Site {
    name: "jekyll",
    post: "_posts/%Y-%m-%d-{slug}.md",
    picture: "assets/{slug}/{name}",
    picture_link: "/assets/{slug}/{name}",
    front_matter: FrontMatter {
        syntax: Syntax::YAML,
        lines: &[
            ("layout", Value::Word("post")),
            ("title", Value::Title),
            ("date", Value::Date),
            ("tags", Value::Tags),
            ("categories", Value::Categories),
            ("author", Value::AuthorsJoined),
            ("description", Value::Description),
            ("excerpt", Value::Summary),
            ("excerpt_separator", Value::Teaser("<!--more-->")),
        ],
        table: None,
        extra: None,
    },
    waits_for_date: true,
    escapes_names: false,
    teaser: "more",
    cuts_at_teaser: true,
    dialect: Dialect {
        nested_code: NestedCode::Html,
        // Liquid reads these, even in code.
        code_replacements: &[
            Replacement {
                text: "{{",
                written: "{{ \"{{\" }}",
            },
            Replacement {
                text: "{%",
                written: "{{ \"{%\" }}",
            },
        ],
        ..Dialect::PORTABLE
    },
};
