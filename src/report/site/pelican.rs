//! Pelican: <https://docs.getpelican.com/en/stable/content.html>.

use super::super::markdown::{Dialect, NestedCode};
use super::description::Site;
use super::front_matter::{FrontMatter, Syntax, Value};

pub(super) static PELICAN: Site = Site {
    name: "pelican",
    post: "content/{slug}.md",
    picture: "content/images/{slug}/{name}",
    picture_link: "{static}/images/{slug}/{name}",
    front_matter: FrontMatter {
        syntax: Syntax {
            open: "",
            close: "",
            before_key: "",
            after_key: ": ",
            text: str::to_owned,
            list: separated,
            is_nested: false,
        },
        lines: &[
            ("Title", Value::Title),
            ("Date", Value::Date),
            ("Slug", Value::Slug),
            ("Category", Value::Category),
            ("Tags", Value::Tags),
            ("Authors", Value::Authors),
            ("Summary", Value::Summary),
        ],
        table: None,
        extra: None,
    },
    waits_for_date: false,
    escapes_names: false,
    teaser: " more ",
    cuts_at_teaser: false,
    dialect: Dialect {
        nested_code: NestedCode::Html,
        link_prefix: "{static}",
        ..Dialect::PORTABLE
    },
};

/// Writes a list as Pelican splits it: at semicolons, or at commas if there is no semicolon.
fn separated(names: &[String]) -> Option<String> {
    let names: Vec<String> = names.iter().map(|name| name.replace(';', ",")).collect();
    match &names[..] {
        [] => None,
        [name] if name.contains(',') => Some(format!("{name};")),
        names => Some(names.join("; ")),
    }
}
