//! Front matter: the title, the date and so on, for the site.

use chrono::NaiveDate;
use toml_writer::{ToTomlValue, TomlStringBuilder};

use super::super::markdown::Replacement;
use super::keys::SafeValue;
use super::sanitize;

/// A key, and what its value is.
type Line = (&'static str, Value);

/// Words that YAML takes for something else than a text.
const OTHER_WORDS: [&str; 9] = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];

/// The front matter of a site's posts.
#[derive(Debug)]
pub(super) struct FrontMatter {
    pub syntax: Syntax,
    /// The keys and their values, in order. A line without a value is left out.
    pub lines: &'static [Line],
    /// The lines in a table of their own, after its name.
    pub table: Option<(&'static str, &'static [Line])>,
    /// The name of the table that keys go into that are the author's, and those that do not.
    pub extra: Option<(&'static str, &'static [&'static str])>,
}

/// The facts for the front matter of a post.
pub(super) struct Fields<'a> {
    pub title: String,
    pub slug: &'a str,
    pub date: NaiveDate,
    pub authors: Vec<String>,
    pub tags: Vec<String>,
    pub categories: Vec<String>,
    /// What the post is about, in a line.
    pub description: String,
    /// What a list of posts shows of it, unless the engine cuts that out of the text.
    pub summary: Option<String>,
    /// The other keys.
    pub others: Vec<(String, SafeValue)>,
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
    /// Writes a list of names; `None` leaves its line out.
    pub list: fn(&[String]) -> Option<String>,
    /// Whether values may be lists in lists, and tables.
    pub is_nested: bool,
}

/// The value of a key.
#[derive(Debug)]
pub(super) enum Value {
    /// A word that is the same in all posts, written as it is.
    Word(&'static str),
    Title,
    Slug,
    Date,
    Description,
    Summary,
    /// The comment at which the engine cuts the text, in a post where it does.
    Teaser(&'static str),
    Tags,
    Categories,
    /// The first category.
    Category,
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
        is_nested: true,
    };

    pub const TOML: Syntax = Syntax {
        open: "+++\n",
        close: "+++\n",
        after_key: " = ",
        ..Syntax::YAML
    };
}

impl FrontMatter {
    /// Writes the front matter of a post with that body. Where the author gives a key of ours another value, that holds.
    pub fn write(&self, fields: &Fields<'_>, body: &str) -> String {
        let Syntax { open, close, .. } = self.syntax;
        let is_ours = |key: &str| {
            self.lines
                .iter()
                .any(|(ours, _)| ours.eq_ignore_ascii_case(key))
        };
        let given = |key: &str| {
            fields
                .others
                .iter()
                .find(|(given, _)| given.eq_ignore_ascii_case(key))
        };
        let mut written = open.to_owned();
        for (key, value) in self.lines {
            let given = given(key).and_then(|(_, value)| self.syntax.safe(value));
            let value = given.or_else(|| self.syntax.value(value, fields, body));
            self.syntax.push_line(key, value, &mut written);
        }
        let mut extra = String::new();
        for (key, value) in fields.others.iter().filter(|(key, _)| !is_ours(key)) {
            let is_extra = self
                .extra
                .is_some_and(|(_, outside)| !outside.contains(&key.as_str()));
            let lines = if is_extra { &mut extra } else { &mut written };
            self.syntax.push_line(key, self.syntax.safe(value), lines);
        }
        if let Some((name, lines)) = self.table {
            let mut table = String::new();
            for (key, value) in lines {
                let value = self.syntax.value(value, fields, body);
                self.syntax.push_line(key, value, &mut table);
            }
            push_table(name, &table, &mut written);
        }
        if let Some((name, _)) = self.extra {
            push_table(name, &extra, &mut written);
        }
        written + close
    }

    /// Returns whether a site of this kind can have a value.
    pub fn can_have(&self, value: &SafeValue) -> bool {
        self.syntax.safe(value).is_some()
    }
}

fn push_table(name: &str, lines: &str, written: &mut String) {
    if !lines.is_empty() {
        written.push_str(&format!("\n[{name}]\n{lines}"));
    }
}

impl Syntax {
    fn push_line(&self, key: &str, value: Option<String>, written: &mut String) {
        let Syntax {
            before_key,
            after_key,
            ..
        } = self;
        if let Some(value) = value {
            let quote = if self.is_nested && OTHER_WORDS.contains(&key) {
                "\""
            } else {
                ""
            };
            written.push_str(&format!(
                "{before_key}{quote}{key}{quote}{after_key}{value}\n"
            ));
        }
    }

    fn value(&self, value: &Value, fields: &Fields<'_>, body: &str) -> Option<String> {
        let text = |text: &str| Some((self.text)(text));
        match value {
            Value::Word(word) => Some((*word).to_owned()),
            Value::Title => text(&fields.title),
            Value::Slug => text(fields.slug),
            // In quotes, it would not be a date in TOML.
            Value::Date => Some(fields.date.to_string()),
            Value::Description => text(&fields.description),
            Value::Summary => text(fields.summary.as_deref()?),
            Value::Teaser(_) if fields.summary.is_some() => None,
            Value::Teaser(mark) => text(mark),
            Value::Tags => (self.list)(&fields.tags),
            Value::Categories => (self.list)(&fields.categories),
            Value::Category => text(fields.categories.first()?),
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

    /// Writes a value of the author; `None` if the syntax has nothing for it.
    fn safe(&self, value: &SafeValue) -> Option<String> {
        match value {
            SafeValue::Text(text) if !self.is_nested && text.is_empty() => None,
            SafeValue::Text(text) => Some((self.text)(text)),
            SafeValue::Word(word) => Some(word.clone()),
            SafeValue::List(values) if self.is_nested => {
                let values = values.iter().map(|value| self.safe(value));
                Some(format!(
                    "[{}]",
                    values.collect::<Option<Vec<_>>>()?.join(", ")
                ))
            }
            SafeValue::List(values) => {
                let words = values.iter().map(|value| match value {
                    SafeValue::Text(word) | SafeValue::Word(word) => Some(word.clone()),
                    SafeValue::List(_) | SafeValue::Table(_) => None,
                });
                let words: Vec<String> = words.collect::<Option<_>>()?;
                (!words.is_empty()).then(|| words.join(", "))
            }
            SafeValue::Table(_) if !self.is_nested => None,
            SafeValue::Table(pairs) => {
                let pair = |(key, value): &(String, SafeValue)| {
                    Some(format!("{key}{}{}", self.after_key, self.safe(value)?))
                };
                let pairs = pairs.iter().map(pair).collect::<Option<Vec<_>>>()?;
                Some(format!("{{{}}}", pairs.join(", ")))
            }
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
