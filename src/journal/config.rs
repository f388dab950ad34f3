//! Reading `sprint.toml`.

use std::path::Path;

use strum::VariantNames;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::read::dates_as_text;
use crate::diagnostic::{Diagnostic, DiagnosticKind, Lines, Rule};
use crate::domain::Config;

/// Reads the text of a `sprint.toml`. What cannot be read is found and left at its default.
pub(super) fn parse(file: &Path, text: &str) -> (Config, Vec<Diagnostic>) {
    let lines = Lines::of(file, text);
    let diagnostic = |offset: usize, kind: DiagnosticKind| Diagnostic {
        location: lines.locate(offset),
        kind,
    };
    let (mut table, errors) = DeTable::parse_recoverable(text);
    let place = |error: &toml::de::Error| error.span().map_or(0, |span| span.start);
    let mut diagnostics = Vec::new();
    // One damage is often found more than once; the first place is the one to look at.
    if let Some(error) = errors.iter().min_by_key(|error| place(error)) {
        diagnostics.push(diagnostic(
            place(error),
            DiagnosticKind::Setting(error.message().to_owned()),
        ));
    }
    dates_as_text(table.get_mut());
    loop {
        let places = table.clone().into_inner();
        let value = Spanned::new(table.span(), DeValue::Table(places.clone()));
        let mut unknown = Vec::new();
        let read: Result<Config, _> =
            serde_ignored::deserialize(ValueDeserializer::from(value), |path| {
                let path = path.to_string();
                let (offset, near) = locate(&places, &path);
                unknown.push(diagnostic(
                    offset,
                    DiagnosticKind::UnknownSetting { name: path, near },
                ));
            });
        let error = match read {
            Ok(config) => {
                diagnostics.extend(unknown);
                let rules = unknown_rules(&places).into_iter();
                diagnostics.extend(rules.map(|(offset, what)| diagnostic(offset, what)));
                return (config, diagnostics);
            }
            Err(error) => error,
        };
        diagnostics.push(diagnostic(
            place(&error),
            DiagnosticKind::Setting(error.message().to_owned()),
        ));
        // What is wrong is left at its default, and the rest is read again.
        if !error
            .span()
            .is_some_and(|span| forget(table.get_mut(), span.start))
        {
            return (Config::default(), diagnostics);
        }
    }
}

/// Takes out the setting whose value begins before `offset` and ends after it; false if there is none.
fn forget(table: &mut DeTable<'_>, offset: usize) -> bool {
    let holds = |value: &Spanned<DeValue<'_>>| value.span().contains(&offset);
    let inner = table
        .iter_mut()
        .find_map(|(_, value)| match value.get_mut() {
            DeValue::Table(inner) => forget(inner, offset).then_some(()),
            _ => None,
        });
    if inner.is_some() {
        return true;
    }
    let name = table
        .iter()
        .find(|(_, value)| holds(value))
        .map(|(key, _)| key.get_ref().to_string());
    name.is_some_and(|name| table.remove(name.as_str()).is_some())
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
    (offset, near(name, &SETTINGS))
}

/// The names of rules under `check.off` that are not known, and where they stand.
fn unknown_rules(root: &DeTable<'_>) -> Vec<(usize, DiagnosticKind)> {
    let check = root
        .get("check")
        .and_then(|check| check.get_ref().get("off"));
    let names = check.and_then(|off| off.get_ref().as_array());
    let unknown = names.into_iter().flatten().filter_map(|value| {
        let name = value.get_ref().as_str()?;
        let what = DiagnosticKind::UnknownRule {
            name: name.to_owned(),
            near: near(name, Rule::VARIANTS),
        };
        (!Rule::VARIANTS.contains(&name)).then(|| (value.span().start, what))
    });
    unknown.collect()
}

/// The known name that a name is much like.
fn near(name: &str, known: &[&str]) -> Option<String> {
    let close = known
        .iter()
        .map(|known| (strsim::osa_distance(known, name), *known))
        .filter(|(distance, known)| *distance <= known.len() / 3);
    close.min().map(|(_, known)| known.to_owned())
}

/// All names of settings, for suggestions.
const SETTINGS: [&str; 30] = [
    "title",
    "place",
    "from",
    "to",
    "topics",
    "log",
    "check",
    "off",
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
    "days",
    "next",
    "attendees",
    "thanks",
];
