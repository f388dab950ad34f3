//! An entry as one line of a day log.

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat};
use lean_string::LeanString;
use toml_writer::{ToTomlValue, TomlStringBuilder};

use crate::domain::{Entry, EntryId, Fields, Sets};

/// Formats the line that records an entry, with its newline: `ID = { at = …, by = …, kind = …, … }`. What is empty or
/// false is left out.
///
/// It is TOML 1.0 with no other newline, tab or control character in it, so that git's line merge can move it as a whole.
/// `toml` itself would write a text of several lines as several lines.
pub fn line(entry: &Entry) -> String {
    let Fields {
        makes: _,
        closes: _,
        sets,
        concerns: _,
        item,
        entry: undone,
        text,
        text_is: _,
        file,
        alt,
        topic,
        no_topic,
        under,
        top,
        when,
        people,
        with,
        only,
        decided,
        person,
        nick,
        also,
        from,
        to,
        role,
        org,
        group,
        url,
        side,
        is_break,
        number,
        settled,
    } = entry.action.fields();
    let filed = topic.map(ToString::to_string);
    let filed = filed.or(no_topic.then(String::new));
    let pairs = [
        ("at", Some(time(entry.at))),
        ("by", Some(string(&entry.by))),
        ("kind", Some(string(entry.action.kind()))),
        ("item", item.map(id)),
        ("entry", undone.map(id)),
        ("text", text.map(string)),
        ("file", file.map(string)),
        ("alt", alt.map(string)),
        ("topic", filed.map(|topic| string(&topic))),
        ("under", under.map(id)),
        ("top", top.and_then(flag)),
        ("when", when.map(string)),
        (
            "people",
            people
                .filter(|people| sets == Sets::Attendance || is_some_name(people))
                .map(names),
        ),
        ("with", with.filter(is_some_name).map(names)),
        ("only", only.and_then(flag)),
        ("decided", decided.map(string)),
        ("person", person.map(string)),
        ("nick", nick.map(string)),
        ("also", also.filter(is_some_name).map(names)),
        ("from", from.map(day)),
        ("to", to.map(day)),
        ("role", role.map(|role| string(role.word()))),
        ("org", org.map(string)),
        ("group", group.map(string)),
        ("url", url.map(string)),
        ("side", side.and_then(flag)),
        ("break", is_break.and_then(flag)),
        ("number", number.map(|number| number.to_string())),
        ("settled", settled.and_then(flag)),
        ("entered", entry.entered.map(time)),
        ("day", entry.kept_day.map(day)),
        ("batch", entry.batch.map(id)),
    ];
    let written = pairs
        .into_iter()
        .filter_map(|(key, value)| Some(format!("{key} = {}", value?)));
    let written: Vec<String> = written.collect();
    format!("{} = {{ {} }}\n", entry.id, written.join(", "))
}

/// Quotes a text as a basic string on one line, with nothing in it that could act on a terminal.
pub(super) fn string(text: &str) -> String {
    TomlStringBuilder::new(text).as_basic().to_toml_value()
}

fn id(id: EntryId) -> String {
    string(&id.to_string())
}

fn time(at: DateTime<FixedOffset>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, false)
}

fn day(day: NaiveDate) -> String {
    day.to_string()
}

fn is_some_name(names: &&[LeanString]) -> bool {
    !names.is_empty()
}

fn names(names: &[LeanString]) -> String {
    let names: Vec<String> = names.iter().map(|name| string(name)).collect();
    format!("[{}]", names.join(", "))
}

fn flag(is_set: bool) -> Option<String> {
    is_set.then(|| "true".to_owned())
}
