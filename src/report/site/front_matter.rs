//! Front matter: how a post tells its site the title, the date and so on.

use toml_writer::{ToTomlValue, TomlStringBuilder};

use super::{Post, Replacement, sanitize};

/// The front matter of a site's posts.
#[derive(Debug)]
pub(super) struct FrontMatter {
    pub syntax: Syntax,
    /// The keys, in their order, and what each is given. A line without a value is left out.
    pub lines: &'static [(&'static str, Value)],
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

/// What a key is given.
#[derive(Debug)]
pub(super) enum Value {
    /// A word that is the same in all posts, written as it is.
    Word(&'static str),
    Title,
    Slug,
    Date,
    /// What the post is about, in a line.
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
    pub fn write(&self, post: &Post, summary: &str, body: &str) -> String {
        let Syntax {
            open,
            close,
            before_key,
            after_key,
            ..
        } = self.syntax;
        let lines = self.lines.iter().filter_map(|(key, value)| {
            let value = self.syntax.value(value, post, summary, body)?;
            Some(format!("{before_key}{key}{after_key}{value}\n"))
        });
        format!("{open}{}{close}", lines.collect::<String>())
    }
}

impl Syntax {
    fn value(&self, value: &Value, post: &Post, summary: &str, body: &str) -> Option<String> {
        let text = |text: &str| Some((self.text)(text));
        match value {
            Value::Word(word) => Some((*word).to_owned()),
            Value::Title => text(&post.title),
            Value::Slug => text(&post.slug),
            // A text would be no date in TOML.
            Value::Date => Some(post.date.to_string()),
            Value::Summary => text(summary),
            Value::Tags => (self.list)(&post.tags),
            Value::Authors => (self.list)(&post.authors),
            Value::AuthorsJoined if post.authors.is_empty() => None,
            Value::AuthorsJoined => text(&post.authors.join(", ")),
            Value::AuthorsShortened => text(&sanitize::row(&post.authors)),
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
