#![doc = include_str!("json.md")]
//!
//! `tests/cli/json.rs` checks this description against the answers.

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat};
use lean_string::LeanString;
use serde::Serialize;
use serde_json::{Value, json};

use super::board::Board;
use super::people::Occupations;
use super::{LogDays, SprintRow};
use crate::diagnostic::{Description, Diagnostic, Severity, kind_word, state_word};
use crate::domain::{
    Attendee, EVERYBODY, Entry, EntryId, Fields, Item, Person, PersonId, PersonRef, Reason, Role,
    Sprint, TimedText, Unready, Who, split_doubt,
};
use crate::text::characters;

/// The description of the answers: what `sprint help json` prints.
pub const DESCRIPTION: &str = include_str!("json.md");

/// The version of the format of all answers.
const VERSION: u32 = 2;

/// What a view in a batch answers.
pub struct LineAnswer<'a> {
    /// The number of the line, from 1.
    pub line: usize,
    /// The name of the command.
    pub view: &'static str,
    /// An object that this module wrote.
    pub answer: &'a str,
}

/// Answers a command that records, or a batch with the answers of its views.
pub fn recorded(sprint: &Sprint, entries: &[Entry], answers: &[LineAnswer<'_>]) -> String {
    let answers = array(answers, |line| {
        let mut answer: Value = serde_json::from_str(line.answer).unwrap_or_default();
        if let Some(object) = answer.as_object_mut() {
            object.shift_remove("version");
        }
        json!({ "line": line.line, line.view: answer })
    });
    let has_answers = answers
        .as_array()
        .is_some_and(|answers| !answers.is_empty());
    pretty(&json!({
        "version": VERSION,
        "recorded": recorded_values(sprint, entries),
        "answers": has_answers.then_some(answers),
    }))
}

/// Answers `import`.
pub fn import(sprint: &Sprint, commands: &[String], entries: &[Entry]) -> String {
    pretty(&json!({
        "version": VERSION,
        "commands": commands,
        "recorded": recorded_values(sprint, entries),
    }))
}

fn recorded_values(sprint: &Sprint, entries: &[Entry]) -> Value {
    array(entries, |entry| {
        let made = entry.action.makes_item().then_some(entry.id);
        let item = entry.action.item().or(made);
        json!({
            "id": entry.id,
            "kind": entry.action.kind(),
            "item": item.map(|id| reference(sprint, id)),
        })
    })
}

/// Answers `board`.
pub fn board(row: &SprintRow, board: &Board<'_>) -> String {
    let sprint = board.sprint();
    pretty(&json!({
        "version": VERSION,
        "sprint": sprint_value(row),
        "day": day_value(sprint, board.date()),
        "open": array(board.open(), |item| item_value(sprint, item)),
        "closed": array(board.closed_today(), |item| item_value(sprint, item)),
        "here": array(board.here(), |id| person(sprint, *id, false)),
        "idle": array(board.free(), |id| person(sprint, *id, false)),
    }))
}

/// Answers `show`.
pub fn show(row: &SprintRow, sprint: &Sprint, item: &Item) -> String {
    pretty(&json!({
        "version": VERSION,
        "sprint": sprint_value(row),
        "item": item_value(sprint, item),
        "entries": array(sprint.history(item), |entry| entry_value(sprint, entry)),
    }))
}

/// Answers `log`, with the entries of a day, or of all days since one.
pub fn log(row: &SprintRow, sprint: &Sprint, days: LogDays) -> String {
    let (day, since) = match days {
        LogDays::Only(day) => (Some(day_value(sprint, day)), None),
        LogDays::Since(day) => (None, Some(day)),
    };
    pretty(&json!({
        "version": VERSION,
        "sprint": sprint_value(row),
        "day": day,
        "since": since,
        "entries": array(days.entries(sprint), |entry| entry_value(sprint, entry)),
    }))
}

/// Answers `people`.
pub fn people(
    row: &SprintRow,
    sprint: &Sprint,
    first: Option<NaiveDate>,
    day: NaiveDate,
) -> String {
    let occupations = Occupations::of(sprint);
    let attendees = |here: bool| {
        let attendees = sprint.people().attendees();
        array(
            attendees.filter(|attendee| attendee.attendance.covers(day) == here),
            |one| attendee(sprint, &one, first, &occupations),
        )
    };
    let known = sprint.people().iter();
    let named = known.filter(|(_, person)| person.attendance.is_none());
    pretty(&json!({
        "version": VERSION,
        "sprint": sprint_value(row),
        "day": day_value(sprint, day),
        "here": attendees(true),
        "away": attendees(false),
        "named": array(named, |(id, _)| person(sprint, id, false)),
    }))
}

/// Answers `ready`.
pub fn ready(
    row: &SprintRow,
    sprint: &Sprint,
    day: NaiveDate,
    is_ready: bool,
    unready: &[Unready],
) -> String {
    pretty(&json!({
        "version": VERSION,
        "sprint": sprint_value(row),
        "day": day_value(sprint, day),
        "ready": is_ready,
        "unready": array(unready, |unready| unready_value(sprint, unready)),
    }))
}

/// Answers `check` for some sprints, or for `all` of them.
pub fn check(rows: &[SprintRow], all: bool, diagnostics: &[Diagnostic]) -> String {
    pretty(&json!({
        "version": VERSION,
        "sprint": rows.first().filter(|_| !all).map(sprint_value),
        "sprints": array(rows, sprint_value),
        "problems": array(diagnostics, problem),
    }))
}

/// Answers `list`.
pub fn list(rows: &[SprintRow]) -> String {
    let current = rows.iter().find(|row| row.current);
    pretty(&json!({
        "version": VERSION,
        "current": current.map(|row| &row.name),
        "sprints": array(rows, sprint_value),
    }))
}

/// Answers `summary` with the report as data.
pub fn summary(row: &SprintRow, report: &impl Serialize) -> String {
    pretty(&json!({ "version": VERSION, "sprint": sprint_value(row), "report": report }))
}

/// Writes JSON without nulls, in which nothing acts on a terminal or is hidden.
pub(super) fn pretty(value: &Value) -> String {
    escape(&format!("{:#}", without_nulls(value))) + "\n"
}

/// Removes the keys of what is not known or not given.
fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let given = fields.iter().filter(|(_, value)| !value.is_null());
            given
                .map(|(key, value)| (key.clone(), without_nulls(value)))
                .collect()
        }
        Value::Array(values) => array(values, without_nulls),
        other => other.clone(),
    }
}

/// Escapes what serde_json leaves as it is. Except for line ends, it is in strings only.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (character, must_escape) in characters(text) {
        if character == '\n' || !must_escape {
            escaped.push(character);
        } else {
            let units = &mut [0; 2];
            for unit in character.encode_utf16(units) {
                escaped.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    escaped
}

fn array<Part>(parts: impl IntoIterator<Item = Part>, value: impl Fn(Part) -> Value) -> Value {
    parts.into_iter().map(value).collect()
}

fn sprint_value(row: &SprintRow) -> Value {
    json!({
        "name": row.name,
        "title": row.title,
        "place": Some(&row.place).filter(|place| !place.is_empty()),
        "from": row.dates.map(|(from, _)| from),
        "to": row.dates.map(|(_, to)| to),
    })
}

fn day_value(sprint: &Sprint, date: NaiveDate) -> Value {
    let day = sprint.day(date);
    json!({
        "date": date,
        "theme": day.and_then(|day| day.theme.as_ref()),
        "break": day.is_some_and(|day| day.is_break),
    })
}

/// Names an item. One that was taken back has only the number of its id.
fn reference(sprint: &Sprint, id: EntryId) -> Value {
    let number = match sprint.get(id) {
        Some(item) => Some(item.label.to_string()),
        None => id.number().map(|number| number.to_string()),
    };
    json!({ "number": number, "id": id })
}

fn item_value(sprint: &Sprint, item: &Item) -> Value {
    let credit = item.credit();
    json!({
        "number": item.label.to_string(),
        "id": item.id,
        "kind": kind_word(item.kind),
        "state": state_word(item.ending()),
        "text": item.text,
        "former": item.former,
        "topic": item.topic,
        "under": item.under.map(|id| reference(sprint, id)),
        "when": item.when,
        "parts": array(sprint.parts(item), |part| reference(sprint, part.id)),
        "people": print(sprint, &item.assignees.people),
        "with": print(sprint, &item.assignees.helpers),
        "credit": {
            "people": print(sprint, &credit.people),
            "with": print(sprint, &credit.helpers),
        },
        "status": item.status(),
        "progress": array(&item.progress, timed_text),
        "outcome": array(&item.results, timed_text),
        "reason": item.reason,
        "at": time(item.at),
        "closed": item.closed.map(|closed| time(closed.at)),
    })
}

fn person(sprint: &Sprint, id: PersonId, doubtful: bool) -> Value {
    let person = sprint.people().get(id);
    json!({ "nick": person.nick, "name": person.name, "doubtful": doubtful })
}

fn person_or_all(sprint: &Sprint, person_ref: PersonRef) -> Value {
    match person_ref.who {
        Who::Person(id) => person(sprint, id, person_ref.doubtful),
        Who::Everybody => json!(EVERYBODY),
    }
}

fn print(sprint: &Sprint, person_refs: &[PersonRef]) -> Value {
    array(person_refs, |person_ref| person_or_all(sprint, *person_ref))
}

/// Lists people by the names that the log has for them. Whoever is not known has no other name.
fn stored(sprint: &Sprint, names: &[LeanString]) -> Value {
    array(names, |stored| match sprint.people().stored(stored) {
        Some(person_ref) => person_or_all(sprint, person_ref),
        None => {
            let (name, doubtful) = split_doubt(stored);
            json!({ "nick": name, "name": name, "doubtful": doubtful })
        }
    })
}

fn attendee(
    sprint: &Sprint,
    attendee: &Attendee<'_>,
    first: Option<NaiveDate>,
    occupations: &Occupations<'_>,
) -> Value {
    let Attendee {
        id,
        person: Person { also, .. },
        attendance,
    } = *attendee;
    let span = attendance.span(first);
    json!({
        "person": person(sprint, id, false),
        "also": also,
        "from": span.from,
        "to": span.to,
        "days": array(&attendance.periods_from(first), |period| json!({ "from": period.from, "to": period.to })),
        "role": attendance.role.map(Role::word),
        "org": attendance.org,
        "group": attendance.group,
        "url": attendance.url,
        "on": array(occupations.of_person(id), |on| reference(sprint, on.item.id)),
    })
}

fn unready_value(sprint: &Sprint, unready: &Unready) -> Value {
    let (lacks, labels) = match &unready.reason {
        Reason::NoTask => (Some("task"), &[][..]),
        Reason::NoPartner(labels) => (Some("partner"), &labels[..]),
        Reason::NoOldHand(labels) => (Some("old hand"), &labels[..]),
        Reason::Left(labels) => (None, &labels[..]),
    };
    let items = sprint.items().iter();
    let on = items.filter(|item| labels.contains(&item.label));
    json!({
        "person": person(sprint, unready.person, false),
        "lacks": lacks,
        "left": matches!(unready.reason, Reason::Left(_)),
        "on": array(on, |item| reference(sprint, item.id)),
    })
}

fn problem(diagnostic: &Diagnostic) -> Value {
    let Description {
        rule,
        severity,
        message,
        hint,
        quote: _,
    } = diagnostic.describe();
    let position = diagnostic.location.position;
    json!({
        "file": diagnostic.location.file.display().to_string(),
        "line": position.map_or(0, |position| position.line),
        "column": position.map_or(0, |position| position.column),
        "rule": rule.name(),
        "level": severity.word(),
        "error": severity == Severity::Error,
        "message": message,
        "hint": hint,
    })
}

fn timed_text(timed_text: &TimedText) -> Value {
    json!({ "at": time(timed_text.at), "text": timed_text.text })
}

/// Returns an entry. What follows `item` depends on its kind.
fn entry_value(sprint: &Sprint, entry: &Entry) -> Value {
    let Fields {
        makes,
        closes: _,
        sets: _,
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
    let filed = topic
        .map(ToString::to_string)
        .or(no_topic.then(String::new));
    let reference = |id| reference(sprint, id);
    let stored = |names| stored(sprint, names);
    json!({
        "id": entry.id,
        "at": time(entry.at),
        "by": entry.by,
        "kind": entry.action.kind(),
        "undone": sprint.is_undone(entry.id),
        "item": item.or(makes.map(|_| entry.id)).map(reference),
        "text": text,
        "topic": filed,
        "under": under.map(reference),
        "top": top,
        "when": when,
        "people": people.map(stored),
        "with": with.map(stored),
        "only": only,
        "decided": decided,
        "person": person,
        "nick": nick,
        "also": also,
        "from": from,
        "to": to,
        "role": role.map(Role::word),
        "org": org,
        "group": group,
        "url": url,
        "side": side,
        "break": is_break,
        "file": file,
        "alt": alt,
        "number": number.map(|number| number.to_string()),
        "settled": settled,
        "entry": undone,
        "entered": entry.entered.map(time),
        "day": entry.kept_day,
        "batch": entry.batch,
    })
}

fn time(at: DateTime<FixedOffset>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_an_answer_acts_on_a_terminal_and_every_letter_is_read_back() {
        let every = ('\0'..='\u{9f}')
            .chain("\u{ad}\u{61c}\u{202e}\u{2066}\u{2800}\u{feff}\u{e0041}é👩‍👧".chars());
        let text: String = every.collect();
        let written = pretty(&json!({ "text": text }));
        assert!(
            characters(&written).all(|(character, must_escape)| character == '\n' || !must_escape)
        );
        assert!(
            written.contains("\\u009b")
                && written.contains("\\u00ad\\u061c\\u202e\\u2066\\u2800\\ufeff\\udb40\\udc41é👩‍👧")
        );
        let read: serde_json::Value = serde_json::from_str(&written).expect("JSON");
        assert_eq!(read["text"], text);
    }
}
