//! Hugo: <https://gohugo.io/content-management/page-bundles/>.

use super::super::markdown::{Alt, Dialect, NestedCode, Replacement};
use super::description::Site;
use super::front_matter::{FrontMatter, Syntax, Value};

/// Hugo reads this as the beginning of a shortcode everywhere, so it has to be printed from a parameter of the page.
/// <https://gohugo.io/shortcodes/param/>
const OPEN_ANGLE: Replacement = Replacement {
    text: "{{<",
    written: "{{< param open_angle >}}",
};

/// The other beginning of a shortcode.
const OPEN_PERCENT: Replacement = Replacement {
    text: "{{%",
    written: "{{< param open_percent >}}",
};

/// Where Hugo cuts the post, also in code, which is then in two pieces.
const MORE: Replacement = Replacement {
    text: "<!--more-->",
    written: "{{< param more_mark >}}",
};

pub(super) static HUGO: Site = Site {
    name: "hugo",
    post: "content/posts/{slug}/index.md",
    picture: "content/posts/{slug}/{name}",
    picture_link: "{name}",
    front_matter: FrontMatter {
        syntax: Syntax::TOML,
        lines: &[
            ("title", Value::Title),
            ("date", Value::Date),
            ("tags", Value::Tags),
            ("categories", Value::Categories),
            ("authors", Value::Authors),
            ("description", Value::Description),
            ("summary", Value::Summary),
            ("open_angle", Value::Replaced(OPEN_ANGLE)),
            ("open_percent", Value::Replaced(OPEN_PERCENT)),
            ("more_mark", Value::Replaced(MORE)),
        ],
        table: None,
        extra: None,
    },
    waits_for_date: true,
    escapes_names: true,
    teaser: "more",
    cuts_at_teaser: true,
    dialect: Dialect {
        nested_code: NestedCode::Fenced,
        code_replacements: &[OPEN_ANGLE, OPEN_PERCENT, MORE],
        alt: Alt::Words,
        ..Dialect::PORTABLE
    },
};
