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
            list: separated,
            is_nested: false,
        },
        lines: &[
            ("title", Value::Title),
            ("slug", Value::Slug),
            ("date", Value::Date),
            ("tags", Value::Tags),
            ("category", Value::Category),
            ("author", Value::AuthorsShortened),
            ("description", Value::Description),
            ("type", Value::Word("text")),
        ],
        table: None,
        extra: None,
    },
    waits_for_date: false,
    escapes_names: true,
    teaser: " TEASER_END ",
    cuts_at_teaser: true,
    dialect: Dialect {
        demotes: 1,
        nested_code: NestedCode::Html,
        shortcodes: &["{{%"],
        ..Dialect::PORTABLE
    },
};

/// Writes a list as Nikola splits it: at commas. Those in a name are replaced by what looks like them.
fn separated(names: &[String]) -> Option<String> {
    let names: Vec<String> = names.iter().map(|name| name.replace(',', "‚")).collect();
    Some(names.join(", "))
}
