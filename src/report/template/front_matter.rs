//! The front matter of `post.md`: TOML between `+++` lines.

use chrono::NaiveDate;
use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::TemplateError;
use crate::diagnostic::TemplateFault;
use crate::report::settings::Overrides;

/// The keys that are not the site's.
const KEYS: [&str; 10] = [
    "title",
    "authors",
    "tags",
    "categories",
    "description",
    "group",
    "body",
    "names",
    "credit",
    "titles",
];

/// The front matter of a post.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FrontMatter {
    pub title: Option<String>,
    pub authors: Vec<String>,
    pub tags: Vec<String>,
    pub categories: Vec<String>,
    pub description: Option<String>,
    pub overrides: Overrides,
    /// The other keys, in their order. They are the site's.
    pub others: toml::Table,
}

/// Finds front matter at the beginning of a text: the TOML, and where what follows begins.
pub(super) fn split(text: &str) -> Result<Option<(std::ops::Range<usize>, usize)>, TemplateError> {
    let begin = text.len() - text.trim_start_matches(['\n', ' ', '\t']).len();
    let begin = text[..begin].rfind('\n').map_or(0, |newline| newline + 1);
    let mut lines = text[begin..].split_inclusive('\n');
    let Some(first) = lines.next() else {
        return Ok(None);
    };
    let start = begin + first.len();
    match first.trim_end() {
        "+++" => {}
        "---" if begins_yaml(lines) => {
            return Err(TemplateError::at(begin, TemplateFault::YamlFrontMatter));
        }
        _ => return Ok(None),
    }
    let mut end = start;
    for line in lines {
        let after = end + line.len();
        if line.trim_end() == "+++" {
            return Ok(Some((start..end, after)));
        }
        end = after;
    }
    Err(TemplateError::at(begin, TemplateFault::OpenFrontMatter))
}

/// Finds where front matter begins that is not at the beginning of a text.
pub(super) fn late(text: &str) -> impl Iterator<Item = usize> {
    let mut offset = 0;
    let lines = text.split_inclusive('\n').map(move |line| {
        let begin = offset;
        offset += line.len();
        (begin, line.trim_end())
    });
    let mut open = None;
    let mut has_key = false;
    lines.filter_map(move |(begin, line)| {
        if line != "+++" {
            // Those that `sprint edit post` lists are comments.
            let key = line
                .split_once('=')
                .map(|(key, _)| key.trim_matches(['#', ' ', '\t']));
            has_key |= key.is_some_and(|key| KEYS.contains(&key));
            return None;
        }
        let is_closed = open.is_some() && has_key;
        let late = open.filter(|_| is_closed);
        (open, has_key) = (Some(begin).filter(|_| !is_closed), false);
        late
    })
}

/// Returns whether lines begin with a key of YAML and its value, after comments; after blank lines only if `---` ends them.
fn begins_yaml<'l>(lines: impl Iterator<Item = &'l str>) -> bool {
    let lines: Vec<&str> = lines.collect();
    let first = lines
        .iter()
        .position(|line| !line.trim().is_empty() && !line.starts_with('#'));
    let Some(first) = first else { return false };
    let (before, rest) = lines.split_at(first);
    let key = rest[0].split_once(':').map_or("", |(key, _)| key);
    let is_letter = |letter: char| letter.is_alphanumeric() || "_- \"'".contains(letter);
    let is_key = !key.trim().is_empty() && key.chars().all(is_letter);
    let is_close = before.iter().all(|line| line.starts_with('#'));
    is_key && (is_close || rest.iter().any(|line| line.trim_end() == "---"))
}

/// Reads front matter that begins at `start`, and everything that is wrong in it.
pub(super) fn read(text: &str, start: usize) -> (FrontMatter, Vec<TemplateError>) {
    let (table, syntax) = DeTable::parse_recoverable(text);
    let error = |offset: usize, message: &str| {
        TemplateError::at(
            start + offset,
            TemplateFault::FrontMatter(message.to_owned()),
        )
    };
    let place = |error: &toml::de::Error| error.span().map_or(0, |span| span.start);
    // One damage is often found more than once; the first place is the one to look at.
    let first = syntax.iter().min_by_key(|error| place(error));
    let mut errors: Vec<TemplateError> = first
        .map(|syntax| error(place(syntax), syntax.message()))
        .into_iter()
        .collect();
    let mut front = FrontMatter::default();
    for (key, value) in table.into_inner() {
        let offset = value.span().start;
        if let Err(wrong) = front.set(key.get_ref(), value) {
            let offset = wrong.span().map_or(offset, |span| span.start);
            errors.push(error(offset, wrong.message()));
        }
    }
    (front, errors)
}

impl FrontMatter {
    /// Returns the day that the site gets as the date of the post.
    pub(crate) fn date(&self) -> Option<NaiveDate> {
        let text = match self.others.get("date")? {
            toml::Value::Datetime(date) => date.date?.to_string(),
            toml::Value::String(text) => text.get(..10)?.to_owned(),
            _ => return None,
        };
        text.parse().ok()
    }

    fn set(&mut self, key: &str, value: Spanned<DeValue<'_>>) -> Result<(), toml::de::Error> {
        let value = ValueDeserializer::from(value);
        let overrides = &mut self.overrides;
        match key {
            "title" => self.title = Some(Deserialize::deserialize(value)?),
            "authors" => self.authors = Deserialize::deserialize(value)?,
            "tags" => self.tags = Deserialize::deserialize(value)?,
            "categories" => self.categories = Deserialize::deserialize(value)?,
            "description" => self.description = Some(Deserialize::deserialize(value)?),
            "group" => overrides.group = Some(Deserialize::deserialize(value)?),
            "body" => overrides.body = Some(Deserialize::deserialize(value)?),
            "names" => overrides.names = Some(Deserialize::deserialize(value)?),
            "credit" => overrides.credit = Some(Deserialize::deserialize(value)?),
            "titles" => overrides.titles = Some(Deserialize::deserialize(value)?),
            _ => {
                let value = toml::Value::deserialize(value)?;
                self.others.insert(key.to_owned(), value);
            }
        }
        Ok(())
    }
}
