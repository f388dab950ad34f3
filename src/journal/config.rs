//! Reading `sprint.toml`.

use std::borrow::Cow;
use std::path::Path;

use chrono::NaiveDate;
use strum::VariantNames;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::read::dates_as_text;
use crate::diagnostic::{Diagnostic, DiagnosticKind, Lines, Rule};
use crate::domain::{Config, near};
use crate::text::other_dates;

/// Reads the text of a `sprint.toml`. What cannot be read is found and left at its default.
pub(super) fn parse(file: &Path, text: &str) -> (Config, Vec<Diagnostic>) {
    let lines = Lines::of(file, text);
    let diagnostic = |offset, kind| Diagnostic::at(lines.locate(offset), kind);
    let setting = |error: &toml::de::Error| {
        let kind = DiagnosticKind::Setting(error.message().to_owned());
        diagnostic(place(error), kind)
    };
    let (text, dates) = without_other_dates(text);
    let (mut table, errors) = DeTable::parse_recoverable(&text);
    // One damage is often found more than once; the first place is the one to look at.
    let first = errors.iter().min_by_key(|error| place(error));
    let dates = dates.into_iter();
    let mut diagnostics: Vec<Diagnostic> = dates
        .map(|date| diagnostic(date.span().start, date.into_inner()))
        .collect();
    diagnostics.extend(first.map(setting));
    dates_as_text(table.get_mut());
    if let Some((key, report)) = table.get_mut().remove_entry("report") {
        let moved = moved(&key, &report).into_iter();
        diagnostics.extend(moved.map(|moved| diagnostic(moved.span().start, moved.into_inner())));
    }
    loop {
        let places = table.clone().into_inner();
        let value = Spanned::new(table.span(), DeValue::Table(places.clone()));
        let mut unknown = Vec::new();
        let read: Result<Config, _> =
            serde_ignored::deserialize(ValueDeserializer::from(value), |path| {
                let name = path.to_string();
                let (offset, near) = locate(&places, &name);
                let kind = DiagnosticKind::UnknownSetting { name, near };
                unknown.push(diagnostic(offset, kind));
            });
        let error = match read {
            Ok(config) => {
                diagnostics.extend(unknown);
                let rules = unknown_rules(&places).into_iter();
                diagnostics
                    .extend(rules.map(|rule| diagnostic(rule.span().start, rule.into_inner())));
                return (config, diagnostics);
            }
            Err(error) => error,
        };
        diagnostics.push(setting(&error));
        // What is wrong is left at its default, and the rest is read again.
        let span = error.span();
        if !span.is_some_and(|span| forget(table.get_mut(), span.start)) {
            return (Config::default(), diagnostics);
        }
    }
}

/// Blanks out `from` and `to` where they are dates as another convention writes them. Without quotes they are not TOML.
fn without_other_dates(text: &str) -> (String, Vec<Spanned<DiagnosticKind>>) {
    let mut found = Vec::new();
    let mut kept = String::with_capacity(text.len());
    let mut is_top = true;
    for line in text.split_inclusive('\n') {
        is_top &= !line.trim_start().starts_with('[');
        let setting = line.split_once('=').filter(|_| is_top);
        let setting = setting.filter(|(key, _)| ["from", "to"].contains(&key.trim()));
        let typed = setting.map(|(_, value)| value.split('#').next().unwrap_or_default());
        let typed = typed.map_or("", |value| value.trim().trim_matches(['"', '\'']));
        let dates = other_dates(typed, None);
        if dates.is_empty() || typed.parse::<NaiveDate>().is_ok() {
            kept.push_str(line);
            continue;
        }
        let offset = kept.len() + line.find(typed).unwrap_or_default();
        let typed = typed.to_owned();
        let span = offset..offset + typed.len();
        found.push(Spanned::new(
            span,
            DiagnosticKind::OtherDate { typed, dates },
        ));
        let blank = |letter: char| {
            if letter == '\n' {
                "\n".to_owned()
            } else {
                " ".repeat(letter.len_utf8())
            }
        };
        kept.extend(line.chars().map(blank));
    }
    (kept, found)
}

fn place(error: &toml::de::Error) -> usize {
    error.span().map_or(0, |span| span.start)
}

/// Takes out the setting whose value begins before `offset` and ends after it; false if there is none.
fn forget(table: &mut DeTable<'_>, offset: usize) -> bool {
    let holds = |value: &Spanned<DeValue<'_>>| value.span().contains(&offset);
    let mut values = table.iter_mut().map(|(_, value)| value.get_mut());
    if values.any(|value| match value {
        DeValue::Table(inner) => forget(inner, offset),
        _ => false,
    }) {
        return true;
    }
    let found = table.iter().find(|(_, value)| holds(value));
    let name = found.map(|(key, _)| key.get_ref().to_string());
    name.is_some_and(|name| table.remove(name.as_str()).is_some())
}

/// Finds the setting at a dotted path, and the known setting whose name is most like its name.
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
    (offset, near(name, SETTINGS.split_whitespace()))
}

/// Names the settings of a `[report]` section, which are in `post.md` now.
fn moved(
    key: &Spanned<Cow<'_, str>>,
    report: &Spanned<DeValue<'_>>,
) -> Vec<Spanned<DiagnosticKind>> {
    let moved = |key: &Spanned<Cow<'_, str>>, name: &str| {
        let name = name.to_owned();
        Spanned::new(key.span(), DiagnosticKind::MovedSetting(name))
    };
    match report.get_ref() {
        DeValue::Table(table) if !table.is_empty() => {
            let keys = table.keys();
            keys.map(|key| moved(key, &format!("report.{}", key.get_ref())))
                .collect()
        }
        _ => vec![moved(key, "report")],
    }
}

/// Finds names under `check.off` that no rule has.
fn unknown_rules(root: &DeTable<'_>) -> Vec<Spanned<DiagnosticKind>> {
    let check = root
        .get("check")
        .and_then(|check| check.get_ref().get("off"));
    let names = check.and_then(|off| off.get_ref().as_array());
    let unknown = names.into_iter().flatten().filter_map(|value| {
        let name = value.get_ref().as_str()?;
        let what = DiagnosticKind::UnknownRule {
            name: name.to_owned(),
            near: near(name, Rule::VARIANTS.iter().copied()),
        };
        (!Rule::VARIANTS.contains(&name)).then(|| Spanned::new(value.span(), what))
    });
    unknown.collect()
}

/// All names of settings, for suggestions.
const SETTINGS: &str = "title place from to topics issues log check off";
