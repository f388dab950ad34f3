//! The other keys in the front matter of `post.md`, which are the site's.
//!
//! `post.md` is trusted no more than a log, so what a site gets neither acts in a page nor changes what the engine reads and writes
//! besides the post. Which keys that takes cannot be listed: themes have their own. So the keys are listed that act, for all engines
//! together, since plugins and themes carry them from one to the other, and every value is made safe.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate};
use toml::{Table, Value};

use super::sanitize;

/// The keys that no site gets, in lower case. Some engines do not distinguish cases.
const REFUSED: [&str; 73] = [
    // Ours, which a site gets from their own fields.
    "authors",
    "categories",
    "description",
    "slug",
    "tags",
    "title",
    // Where the engine writes the page, and what other pages it writes for it.
    "alias",
    "aliases",
    "basename",
    "cascade",
    "collection",
    "dir",
    "output",
    "outputs",
    "paginate",
    "pagination",
    "path",
    "permalink",
    "pretty_url",
    "redirect",
    "redirect_from",
    "redirect_to",
    "save_as",
    "sitemap",
    "url",
    "url_type",
    // What it reads or executes besides the post.
    "data",
    "enclosure",
    "filters",
    "import",
    "resources",
    // How it reads the text of the post, which is written for the way that it has by default.
    "build",
    "compiler",
    "engineoverrides",
    "excerpt_separator",
    "markup",
    "more_mark",
    "open_angle",
    "open_percent",
    "render_with_liquid",
    "templateengineoverride",
    // Addresses that Hugo reads for the cards of other sites, and stops at one that it cannot read.
    "audio",
    "images",
    "videos",
    // Jekyll makes it a folder of the site; `categories` is ours.
    "category",
    // Menus, which are HTML.
    "menu",
    "menus",
    // Its own objects, which the key would replace.
    "allowed_statuses",
    "collections",
    "content",
    "date_format",
    "default_status",
    "default_template",
    "filename",
    "get_content",
    "get_relative_source_path",
    "get_siteurl",
    "get_static_links",
    "get_summary",
    "get_url_setting",
    "is_valid",
    "mandatory_properties",
    "metadata",
    "page",
    "pkg",
    "refresh_metadata_intersite_links",
    "relative_dir",
    "settings",
    "site",
    "source_path",
    "taxonomies",
    "timezone",
    "url_format",
];

/// The keys whose values engines take for dates. With anything else, they stop.
const DATES: [&str; 9] = [
    "date",
    "expirydate",
    "last_modified_at",
    "lastmod",
    "modified",
    "pubdate",
    "publishdate",
    "unpublishdate",
    "updated",
];

/// The keys whose values are names of files of the theme, or parts of names.
const NAMES_OF_FILES: [&str; 6] = ["lang", "language", "layout", "locale", "template", "type"];

/// The keys whose values have pages of their own.
const NAMES_OF_PAGES: [&str; 3] = ["author", "series", "tag"];

/// What a post may be. With anything else, Pelican leaves it out.
const STATUSES: [&str; 6] = [
    "draft",
    "featured",
    "hidden",
    "private",
    "published",
    "skip",
];

/// The longest name of a key, in characters.
const LONGEST_KEY: usize = 60;

/// How deep lists and tables may be nested.
const DEEPEST_VALUE: usize = 4;

/// A value that is safe wherever a site prints it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum SafeValue {
    Text(String),
    /// A number, a date, or `true` or `false`, as TOML and YAML both have it.
    Word(String),
    List(Vec<SafeValue>),
    Table(Vec<(String, SafeValue)>),
}

/// Returns the keys that a site may get, each once, with values that are safe. `write_name` makes names safe.
pub(super) fn safe(others: &Table, write_name: fn(&str) -> String) -> Vec<(String, SafeValue)> {
    let mut kept: Vec<(String, SafeValue)> = Vec::new();
    // In lower case.
    let mut known: HashSet<String> = HashSet::new();
    for (key, value) in others {
        let lower = key.to_ascii_lowercase();
        if !known.contains(&lower)
            && let Some(value) = safe_value(&lower, value, write_name)
        {
            known.insert(lower);
            kept.push((key.clone(), value));
        }
    }
    kept
}

/// Returns the value of a key in lower case; `None` if no site gets it.
fn safe_value(key: &str, value: &Value, write_name: fn(&str) -> String) -> Option<SafeValue> {
    if !is_key(key) || REFUSED.contains(&key) || key.starts_with("eleventy") {
        return None;
    }
    let text = value.as_str();
    if DATES.contains(&key) {
        return match value {
            Value::Datetime(time) if time.date.is_some() => made_safe(value, 0),
            _ => text.filter(|text| is_date(text)).and(made_safe(value, 0)),
        };
    }
    if NAMES_OF_FILES.contains(&key) {
        return text
            .filter(|text| is_name_of_file(text))
            .and(made_safe(value, 0));
    }
    if NAMES_OF_PAGES.contains(&key) {
        return names(value, |texts| sanitize::names(texts, write_name));
    }
    match key {
        "status" => text
            .filter(|text| STATUSES.contains(text))
            .and(made_safe(value, 0)),
        // Hugo takes another value for a date.
        "published" => {
            (value.is_bool() || text.is_some_and(is_date)).then(|| made_safe(value, 0))?
        }
        "draft" => value.as_bool().and(made_safe(value, 0)),
        "weight" => value.as_integer().and(made_safe(value, 0)),
        "summary" | "excerpt" => text.map(|text| SafeValue::Text(sanitize::line(text))),
        _ => made_safe(value, 0),
    }
}

/// Makes names of pages safe, or leaves out those that no page can have.
fn names(value: &Value, write: impl Fn(&[String]) -> Vec<String>) -> Option<SafeValue> {
    if let Value::String(name) = value {
        let name = write(std::slice::from_ref(name)).pop();
        return name.map(SafeValue::Text);
    }
    let names: Option<Vec<String>> = value
        .as_array()?
        .iter()
        .map(|name| name.as_str().map(str::to_owned))
        .collect();
    let names = write(&names?).into_iter();
    let names: Vec<SafeValue> = names.map(SafeValue::Text).collect();
    (!names.is_empty()).then_some(SafeValue::List(names))
}

fn made_safe(value: &Value, depth: usize) -> Option<SafeValue> {
    if depth > DEEPEST_VALUE {
        return None;
    }
    Some(match value {
        Value::String(text) => SafeValue::Text(sanitize::value(text)?),
        Value::Integer(number) => SafeValue::Word(number.to_string()),
        Value::Float(number) if number.is_finite() => SafeValue::Word(value.to_string()),
        // YAML has no name for them that TOML has, too.
        Value::Float(_) => return None,
        Value::Boolean(is_so) => SafeValue::Word(is_so.to_string()),
        Value::Datetime(time) if time.date.is_some() => SafeValue::Word(time.to_string()),
        // YAML takes a time for a number of seconds.
        Value::Datetime(time) => SafeValue::Text(time.to_string()),
        Value::Array(values) => {
            let values = values.iter().map(|value| made_safe(value, depth + 1));
            SafeValue::List(values.collect::<Option<_>>()?)
        }
        Value::Table(table) => {
            let mut pairs = Vec::new();
            for (key, value) in table {
                let key = Some(key).filter(|key| is_key(&key.to_ascii_lowercase()))?;
                pairs.push((key.clone(), made_safe(value, depth + 1)?));
            }
            SafeValue::Table(pairs)
        }
    })
}

/// Returns whether every format of front matter can have the key, as the name of a property.
fn is_key(key: &str) -> bool {
    let is_in_key = |letter: char| letter.is_ascii_alphanumeric() || "_-".contains(letter);
    key.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && key.chars().all(is_in_key)
        && key.len() <= LONGEST_KEY
        && !sanitize::is_property(key)
}

/// Returns whether a text names a file below a folder, or a language.
fn is_name_of_file(text: &str) -> bool {
    let is_in_name = |letter: char| letter.is_ascii_alphanumeric() || "_-.".contains(letter);
    let is_step = |step: &str| {
        step.starts_with(|letter: char| letter.is_ascii_alphanumeric())
            && step.chars().all(is_in_name)
    };
    text.split('/').all(is_step)
}

fn is_date(text: &str) -> bool {
    text.parse::<NaiveDate>().is_ok() || DateTime::parse_from_rfc3339(text).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn safe_keys(toml: &str) -> Vec<String> {
        let others: Table = toml.parse().expect("TOML");
        let kept = safe(&others, sanitize::title).into_iter();
        kept.map(|(key, _)| key).collect()
    }

    #[test]
    fn what_acts_or_names_other_files_is_refused() {
        for refused in [
            "permalink = '/index.html'",
            "Save_As = '../x'",
            "aliases = ['/']",
            "eleventyComputed = { title = 'x' }",
            "filters = 'rm x'",
            "data = '/etc/passwd'",
            "__proto__ = 1",
            "constructor = 1",
            "'a: b' = 1",
            "'a\\nb' = 1",
            "\"a\\nb\" = 1",
            "'' = 1",
            "'é' = 1",
            "layout = '../x'",
            "layout = '/x'",
            "layout = 'x\\y'",
            "lang = '/../index'",
            "template = ['x']",
            "date = 'x'",
            "updated = 1",
            "status = 'x'",
            "draft = 'x'",
            "weight = 'x'",
            "category = '...'",
            "series = [1]",
            "link = ' JavaScript:alert(1)'",
            "link = 'data:text/html,x'",
            "a = inf",
            "a = [[[[[[1]]]]]]",
            "a = { '<b>' = 1 }",
            "a = { b = 'javascript:x' }",
        ] {
            assert_eq!(safe_keys(refused), Vec::<String>::new(), "{refused}");
        }
    }

    #[test]
    fn any_other_key_is_kept_with_a_value_that_is_safe() {
        let others: Table = "Subtitle = \"a <b> \\\"c\\\"\\n---\\n[d](e) {{ f }}\"\nsubtitle = 1\nlayout = 'posts/wide.html'\n\
             date = 2017-03-04T05:06:07Z\nupdated = '2017-03-05'\nat = 10:30:00\ncost = 1.50\nmath = true\n\
             x = [1, 'a', { b-c = [] }]\nseries = 'a/../b'\nlink = 'https://x.y/~z?a=b&c=d'"
            .parse()
            .expect("TOML");
        let text = |text: &str| SafeValue::Text(text.into());
        let word = |word: &str| SafeValue::Word(word.into());
        let expected = [
            ("Subtitle", text("a ‹b› “c” --- (d)(e) (( f ))")),
            ("layout", text("posts/wide.html")),
            ("date", word("2017-03-04T05:06:07Z")),
            ("updated", text("2017-03-05")),
            ("at", text("10:30:00")),
            ("cost", word("1.5")),
            ("math", word("true")),
            (
                "x",
                SafeValue::List(vec![
                    word("1"),
                    text("a"),
                    SafeValue::Table(vec![("b-c".into(), SafeValue::List(Vec::new()))]),
                ]),
            ),
            ("series", text("a∕..∕b")),
            ("link", text("https://x.y/~z?a=b&c=d")),
        ];
        let expected = expected.map(|(key, value)| (key.to_owned(), value));
        assert_eq!(safe(&others, sanitize::title), expected);
    }
}
