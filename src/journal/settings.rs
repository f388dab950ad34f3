//! Reading `sprint.toml`.

use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::read::dates_as_text;
use crate::domain::Config;
use crate::error::{Finding, Place, What};

/// Reads the text of a `sprint.toml`. What cannot be read is found and left at its default.
pub(super) fn parse(file: &Path, text: &str) -> (Config, Vec<Finding>) {
    let finding = |offset: usize, what: What| Finding {
        place: Place::in_text(file, text, offset),
        what,
    };
    let failed = |error: &toml::de::Error| {
        finding(
            error.span().map_or(0, |span| span.start),
            What::Setting(error.message().to_owned()),
        )
    };
    let table = match DeTable::parse(text) {
        Ok(mut table) => {
            dates_as_text(table.get_mut());
            table
        }
        Err(error) => return (Config::default(), vec![failed(&error)]),
    };
    let places = table.clone().into_inner();
    let value = Spanned::new(table.span(), DeValue::Table(table.into_inner()));
    let mut findings = Vec::new();
    let read = serde_ignored::deserialize(ValueDeserializer::from(value), |path| {
        let path = path.to_string();
        let (offset, near) = locate(&places, &path);
        findings.push(finding(offset, What::UnknownSetting { name: path, near }));
    });
    match read {
        Ok(config) => (config, findings),
        Err(error) => {
            findings.push(failed(&error));
            (Config::default(), findings)
        }
    }
}

/// Where the setting at a dotted path stands, and the known setting that its name is much like.
fn locate(root: &DeTable<'_>, path: &str) -> (usize, Option<String>) {
    let mut table = root;
    let mut offset = 0;
    for name in path.split('.') {
        let Some((key, value)) = table.get_key_value(name) else {
            break;
        };
        offset = key.span().start;
        match value.get_ref() {
            DeValue::Table(inner) => table = inner,
            _ => break,
        }
    }
    let name = path.rsplit('.').next().unwrap_or(path);
    let near = SETTINGS
        .iter()
        .map(|setting| (strsim::osa_distance(setting, name), *setting))
        .filter(|(distance, _)| *distance <= 2)
        .min()
        .map(|(_, setting)| setting.to_owned());
    (offset, near)
}

/// All names of settings, for suggestions.
const SETTINGS: [&str; 27] = [
    "title",
    "place",
    "from",
    "to",
    "topics",
    "log",
    "report",
    "authors",
    "tags",
    "intro",
    "invitation",
    "closing",
    "sign-off",
    "group",
    "body",
    "names",
    "headings",
    "summary",
    "goals",
    "highlights",
    "other",
    "decisions",
    "talks",
    "notes",
    "next",
    "attendees",
    "thanks",
];
