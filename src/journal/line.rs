//! An entry as one line of a day log.

use chrono::{DateTime, FixedOffset, SecondsFormat};
use toml::Value;
use toml_writer::{ToTomlValue, TomlStringBuilder};

use crate::domain::Entry;

/// Keys whose text is a date, written as a native one.
const DATES: [&str; 2] = ["from", "to"];

/// The line that records an entry, its newline included: `ID = { at = …, by = …, kind = …, … }`.
///
/// It is TOML 1.0 with no other newline, tab or control character in it, so that git's line merge can move it as a whole.
/// `toml` itself would write a text of several lines as several lines.
pub fn line(entry: &Entry) -> String {
    let time = |at: DateTime<FixedOffset>| at.to_rfc3339_opts(SecondsFormat::Millis, false);
    let mut pairs = vec![
        format!("at = {}", time(entry.at)),
        format!("by = {}", string(&entry.by)),
        format!("kind = {}", string(entry.action.kind())),
    ];
    let stored = Value::try_from(&entry.action).ok();
    let fields = stored
        .as_ref()
        .and_then(|action| action.get(entry.action.kind()))
        .and_then(Value::as_table);
    for (key, value) in fields.into_iter().flatten() {
        pairs.push(format!("{key} = {}", written(key, value)));
    }
    let entered = entry.entered.map(|at| format!("entered = {}", time(at)));
    let day = entry.kept_day.map(|day| format!("day = {day}"));
    let batch = entry.batch.as_ref();
    let batch = batch.map(|batch| format!("batch = {}", string(&batch.to_string())));
    pairs.extend([entered, day, batch].into_iter().flatten());
    format!("{} = {{ {} }}\n", entry.id, pairs.join(", "))
}

/// A text as a basic string on one line, with nothing in it that could act on a terminal.
pub(super) fn string(text: &str) -> String {
    TomlStringBuilder::new(text).as_basic().to_toml_value()
}

fn written(key: &str, value: &Value) -> String {
    match value {
        Value::String(date) if DATES.contains(&key) => date.clone(),
        Value::String(text) => string(text),
        Value::Array(values) => {
            let values: Vec<String> = values.iter().map(|value| written(key, value)).collect();
            format!("[{}]", values.join(", "))
        }
        Value::Integer(_)
        | Value::Float(_)
        | Value::Boolean(_)
        | Value::Datetime(_)
        | Value::Table(_) => value.to_string(),
    }
}
