//! Front matter: the title, the date and so on, for the site.

use chrono::NaiveDate;
use toml_writer::{ToTomlValue, TomlStringBuilder};

use super::super::markdown::Replacement;
use super::sanitize;

/// The front matter of a site's posts.
#[derive(Debug)]
pub(super) struct FrontMatter {
    pub syntax: Syntax,
    /// The keys and their values, in order. A line without a value is left out.
    pub lines: &'static [(&'static str, Value)],
}

/// The facts for the front matter of a post.
pub(super) struct Fields<'a> {
    pub title: String,
    pub slug: &'a str,
    pub date: NaiveDate,
    pub authors: Vec<String>,
    pub tags: Vec<String>,
    /// What the post is about, in a line.
    pub summary: String,
}

/// How front matter is written.
#[derive(Debug)]
pub(super) struct Syntax {
    /// The line before it.
    pub open: &'static str,
    /// The line after it.
    pub close: &'static str,
    pub before_key: &'static str,
    pub after_key: &'static str,
    /// Writes a text.
    pub text: fn(&str) -> String,
    /// Writes a list; `None` leaves its line out.
    pub list: fn(&[String]) -> Option<String>,
}

/// The value of a key.
#[derive(Debug)]
pub(super) enum Value {
    /// A word that is the same in all posts, written as it is.
    Word(&'static str),
    Title,
    Slug,
    Date,
    Summary,
    Tags,
    Authors,
    /// The authors in one text.
    AuthorsJoined,
    /// The authors in one text that is short enough for the name of a page.
    AuthorsShortened,
    /// What was replaced, in a post where something was.
    Replaced(Replacement),
}

impl Syntax {
    pub const YAML: Syntax = Syntax {
        open: "---\n",
        close: "---\n",
        before_key: "",
        after_key: ": ",
        text: quoted,
        list: bracketed,
    };

    pub const TOML: Syntax = Syntax {
        open: "+++\n",
        close: "+++\n",
        after_key: " = ",
        ..Syntax::YAML
    };
}

impl FrontMatter {
    /// Writes the front matter of a post with that body.
    pub fn write(&self, fields: &Fields<'_>, body: &str) -> String {
        let Syntax {
            open,
            close,
            before_key,
            after_key,
            ..
        } = self.syntax;
        let lines = self.lines.iter().filter_map(|(key, value)| {
            let value = self.syntax.value(value, fields, body)?;
            Some(format!("{before_key}{key}{after_key}{value}\n"))
        });
        format!("{open}{}{close}", lines.collect::<String>())
    }
}

impl Syntax {
    fn value(&self, value: &Value, fields: &Fields<'_>, body: &str) -> Option<String> {
        let text = |text: &str| Some((self.text)(text));
        match value {
            Value::Word(word) => Some((*word).to_owned()),
            Value::Title => text(&fields.title),
            Value::Slug => text(fields.slug),
            // In quotes, it would not be a date in TOML.
            Value::Date => Some(fields.date.to_string()),
            Value::Summary => text(&fields.summary),
            Value::Tags => (self.list)(&fields.tags),
            Value::Authors => (self.list)(&fields.authors),
            Value::AuthorsJoined if fields.authors.is_empty() => None,
            Value::AuthorsJoined => text(&fields.authors.join(", ")),
            Value::AuthorsShortened => text(&sanitize::shortened_list(&fields.authors)),
            Value::Replaced(replacement) if body.contains(replacement.written) => {
                text(replacement.text)
            }
            Value::Replaced(_) => None,
        }
    }
}

/// Puts a text in quotes, as TOML and YAML both read it.
fn quoted(text: &str) -> String {
    TomlStringBuilder::new(text).as_basic().to_toml_value()
}

/// Writes a list in brackets, as TOML and YAML both read it; nothing if it is empty.
fn bracketed(names: &[String]) -> Option<String> {
    let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
    (!names.is_empty()).then(|| format!("[{}]", names.join(", ")))
}
