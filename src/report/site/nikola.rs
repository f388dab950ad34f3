//! Nikola: <https://getnikola.com/handbook.html>. The paths are those of <https://github.com/pypy/pypy.org>.

use super::super::markdown::{Dialect, NestedCode};
use super::description::Site;
use super::front_matter::{FrontMatter, Syntax, Value};

pub(super) static NIKOLA: Site = Site {
    name: "nikola",
    post: "posts/%Y/%m/{slug}.md",
    picture: "images/{slug}/{name}",
    picture_link: "/images/{slug}/{name}",
    front_matter: FrontMatter {
        syntax: Syntax {
            open: "<!--\n",
            close: "-->\n",
            before_key: ".. ",
            after_key: ": ",
            text: str::to_owned,
            list: |names| Some(names.join(", ")),
        },
        lines: &[
            ("title", Value::Title),
            ("slug", Value::Slug),
            ("date", Value::Date),
            ("tags", Value::Tags),
            ("author", Value::AuthorsShortened),
            ("description", Value::Summary),
            ("type", Value::Word("text")),
        ],
    },
    waits_for_date: false,
    escapes_names: true,
    dialect: Dialect {
        demotes: 1,
        nested_code: NestedCode::Html,
        shortcodes: &["{{%"],
        ..Dialect::PORTABLE
    },
};
