#![doc = include_str!("json.md")]
//!
//! `tests/cli/json.rs` checks this description against the answers.

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat};
use serde::Serialize;

use super::SprintRow;
use super::board::{idle, open_items};
use super::people::items_of;
use crate::diagnostic::{Description, Diagnostic, Severity, kind_word, state_word};
use crate::domain::{
    self, Assignees, EVERYBODY, EntryId, Fields, ItemKind, PersonId, PersonRef, Role, Topic, Who,
};
use crate::text::characters;

/// The description of the answers: what `sprint help json` prints.
pub const DESCRIPTION: &str = include_str!("json.md");

/// The version of the shape of all answers.
const VERSION: u32 = 1;

/// Answers `board`.
pub fn board(row: &SprintRow, sprint: &domain::Sprint, day: NaiveDate) -> String {
    let open = [ItemKind::Task, ItemKind::Discussion, ItemKind::Talk]
        .into_iter()
        .flat_map(|kind| open_items(sprint, kind));
    answer(&Board {
        sprint: Sprint::new(row),
        day: Day::new(sprint, day),
        open: open.map(|(item, _)| Item::new(sprint, item)).collect(),
        closed: sprint
            .closed_on(day)
            .into_iter()
            .map(|item| Item::new(sprint, item))
            .collect(),
        idle: idle(sprint, day)
            .map(|id| Person::known(sprint, id, false))
            .collect(),
    })
}

/// Answers `show`.
pub fn show(row: &SprintRow, sprint: &domain::Sprint, item: &domain::Item) -> String {
    answer(&Show {
        sprint: Sprint::new(row),
        item: Item::new(sprint, item),
        entries: sprint
            .story(item)
            .map(|entry| Entry::new(sprint, entry))
            .collect(),
    })
}

/// Answers `log`.
pub fn day_log(row: &SprintRow, sprint: &domain::Sprint, day: NaiveDate) -> String {
    answer(&Log {
        sprint: Sprint::new(row),
        day: Day::new(sprint, day),
        entries: sprint
            .entries()
            .iter()
            .filter(|entry| entry.day() == day)
            .map(|entry| Entry::new(sprint, entry))
            .collect(),
    })
}

/// Answers `people`.
pub fn people(row: &SprintRow, sprint: &domain::Sprint, day: NaiveDate) -> String {
    let attendees = |here: bool| {
        sprint
            .people()
            .attendees()
            .filter(|(_, _, attendance)| attendance.covers(day) == here)
            .map(|(id, person, attendance)| Attendance::new(sprint, id, person, attendance))
            .collect()
    };
    answer(&People {
        sprint: Sprint::new(row),
        day: Day::new(sprint, day),
        here: attendees(true),
        away: attendees(false),
        named: sprint
            .people()
            .iter()
            .filter(|(_, person)| person.attendance.is_none())
            .map(|(id, _)| Person::known(sprint, id, false))
            .collect(),
    })
}

/// Answers `ready`.
pub fn ready(
    row: &SprintRow,
    sprint: &domain::Sprint,
    day: NaiveDate,
    unready: &[(PersonId, domain::Unready)],
) -> String {
    answer(&Ready {
        sprint: Sprint::new(row),
        day: Day::new(sprint, day),
        ready: unready.is_empty(),
        unready: unready
            .iter()
            .map(|(id, unready)| Unready::new(sprint, *id, unready))
            .collect(),
    })
}

/// Answers `check` for some sprints, or for `all` of them.
pub fn check(rows: &[SprintRow], all: bool, diagnostics: &[Diagnostic]) -> String {
    answer(&Check {
        sprint: rows.first().filter(|_| !all).map(Sprint::new),
        sprints: rows.iter().map(Sprint::new).collect(),
        problems: diagnostics.iter().map(Problem::new).collect(),
    })
}

/// Answers `list`.
pub fn list(rows: &[SprintRow]) -> String {
    answer(&List {
        current: rows
            .iter()
            .find(|row| row.current)
            .map(|row| row.name.as_str()),
        sprints: rows.iter().map(Sprint::new).collect(),
    })
}

/// Answers `summary` with the report as data.
pub fn summary(row: &SprintRow, report: &impl Serialize) -> String {
    answer(&Summary {
        sprint: Sprint::new(row),
        report,
    })
}

/// Writes an answer, with the version of its shape.
fn answer(asked: &impl Serialize) -> String {
    pretty(&Answer {
        version: VERSION,
        asked,
    })
}

/// Writes JSON in which nothing acts on a terminal or is hidden.
pub(super) fn pretty(value: &impl Serialize) -> String {
    let text = serde_json::to_string_pretty(value).expect("what is shown is always JSON");
    escape(&text) + "\n"
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

#[derive(Serialize)]
struct Answer<'a, Asked> {
    version: u32,
    #[serde(flatten)]
    asked: &'a Asked,
}

#[derive(Serialize)]
struct Board<'a> {
    sprint: Sprint<'a>,
    day: Day<'a>,
    open: Vec<Item<'a>>,
    closed: Vec<Item<'a>>,
    idle: Vec<Person<'a>>,
}

#[derive(Serialize)]
struct Show<'a> {
    sprint: Sprint<'a>,
    item: Item<'a>,
    entries: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Log<'a> {
    sprint: Sprint<'a>,
    day: Day<'a>,
    entries: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct People<'a> {
    sprint: Sprint<'a>,
    day: Day<'a>,
    here: Vec<Attendance<'a>>,
    away: Vec<Attendance<'a>>,
    named: Vec<Person<'a>>,
}

#[derive(Serialize)]
struct Ready<'a> {
    sprint: Sprint<'a>,
    day: Day<'a>,
    ready: bool,
    unready: Vec<Unready<'a>>,
}

#[derive(Serialize)]
struct List<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    current: Option<&'a str>,
    sprints: Vec<Sprint<'a>>,
}

#[derive(Serialize)]
struct Summary<'a, Report> {
    sprint: Sprint<'a>,
    report: &'a Report,
}

#[derive(Serialize)]
struct Sprint<'a> {
    name: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    place: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<NaiveDate>,
}

#[derive(Serialize)]
struct Day<'a> {
    date: NaiveDate,
    #[serde(skip_serializing_if = "Option::is_none")]
    theme: Option<&'a str>,
    #[serde(rename = "break")]
    is_break: bool,
}

/// An item by name. One that was taken back has only the number of its id.
#[derive(Serialize)]
struct Reference {
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<String>,
    id: EntryId,
}

#[derive(Serialize)]
struct Item<'a> {
    number: String,
    id: EntryId,
    kind: &'static str,
    state: &'static str,
    text: &'a str,
    former: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    topic: Option<&'a Topic>,
    #[serde(skip_serializing_if = "Option::is_none")]
    under: Option<Reference>,
    parts: Vec<Reference>,
    people: Vec<Person<'a>>,
    with: Vec<Person<'a>>,
    credit: Credit<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'a str>,
    progress: Vec<TimedText<'a>>,
    outcome: Vec<TimedText<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    closed: Option<String>,
}

#[derive(Serialize)]
struct Credit<'a> {
    people: Vec<Person<'a>>,
    with: Vec<Person<'a>>,
}

/// A person, or everybody who is present.
#[derive(Serialize)]
#[serde(untagged)]
enum Person<'a> {
    One {
        nick: &'a str,
        name: &'a str,
        doubtful: bool,
    },
    Everybody(&'static str),
}

#[derive(Serialize)]
struct Attendance<'a> {
    person: Person<'a>,
    also: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    org: Option<&'a str>,
    on: Vec<Reference>,
}

#[derive(Serialize)]
struct Check<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    sprint: Option<Sprint<'a>>,
    sprints: Vec<Sprint<'a>>,
    problems: Vec<Problem>,
}

#[derive(Serialize)]
struct Problem {
    file: String,
    line: usize,
    column: usize,
    rule: &'static str,
    level: &'static str,
    error: bool,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<String>,
}

impl Problem {
    fn new(diagnostic: &Diagnostic) -> Self {
        let Description {
            rule,
            severity,
            message,
            hint,
        } = diagnostic.describe();
        let position = diagnostic.location.position;
        Problem {
            file: diagnostic.location.file.display().to_string(),
            line: position.map_or(0, |position| position.line),
            column: position.map_or(0, |position| position.column),
            rule: rule.name(),
            level: severity.word(),
            error: severity == Severity::Error,
            message,
            hint,
        }
    }
}

#[derive(Serialize)]
struct Unready<'a> {
    person: Person<'a>,
    lacks: &'static str,
    on: Vec<Reference>,
}

#[derive(Serialize)]
struct TimedText<'a> {
    at: String,
    text: &'a str,
}

/// An entry. What comes after `item` depends on its kind.
#[derive(Serialize)]
struct Entry<'a> {
    id: String,
    at: String,
    by: &'a str,
    kind: &'static str,
    undone: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<Reference>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    topic: Option<&'a Topic>,
    #[serde(skip_serializing_if = "Option::is_none")]
    under: Option<Reference>,
    #[serde(skip_serializing_if = "Option::is_none")]
    people: Option<Vec<Person<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    with: Option<Vec<Person<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    only: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decided: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    person: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nick: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    also: Option<&'a [String]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    org: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    side: Option<bool>,
    #[serde(rename = "break", skip_serializing_if = "Option::is_none")]
    is_break: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    settled: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<EntryId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entered: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    batch: Option<EntryId>,
}

impl<'a> Sprint<'a> {
    fn new(row: &'a SprintRow) -> Self {
        Sprint {
            name: &row.name,
            title: &row.title,
            place: &row.place,
            from: row.dates.map(|(from, _)| from),
            to: row.dates.map(|(_, to)| to),
        }
    }
}

impl<'a> Day<'a> {
    fn new(sprint: &'a domain::Sprint, date: NaiveDate) -> Self {
        let known = sprint.day(date);
        Day {
            date,
            theme: known.and_then(|day| day.theme.as_deref()),
            is_break: known.is_some_and(|day| day.is_break),
        }
    }
}

impl Reference {
    fn new(sprint: &domain::Sprint, id: EntryId) -> Self {
        Reference {
            number: match sprint.get(id) {
                Some(item) => Some(item.label.to_string()),
                None => id.number().map(|number| number.to_string()),
            },
            id,
        }
    }
}

impl<'a> Item<'a> {
    fn new(sprint: &'a domain::Sprint, item: &'a domain::Item) -> Self {
        let Assignees { people, helpers } = &item.assignees;
        Item {
            number: item.label.to_string(),
            id: item.id,
            kind: kind_word(item.kind),
            state: state_word(item.ending()),
            text: &item.text,
            former: &item.former,
            topic: item.topic.as_ref(),
            under: item.under.map(|id| Reference::new(sprint, id)),
            parts: sprint
                .parts(item)
                .map(|part| Reference::new(sprint, part.id))
                .collect(),
            people: Person::all(sprint, people),
            with: Person::all(sprint, helpers),
            credit: Credit::new(sprint, &item.credit()),
            status: item.status(),
            progress: item.progress.iter().map(TimedText::new).collect(),
            outcome: item.outcome.iter().map(TimedText::new).collect(),
            reason: item.reason.as_deref(),
            at: time(item.at),
            closed: item.closed.map(|closed| time(closed.at)),
        }
    }
}

impl<'a> Credit<'a> {
    fn new(sprint: &'a domain::Sprint, credit: &domain::Credit) -> Self {
        Credit {
            people: Person::all(sprint, &credit.people),
            with: Person::all(sprint, &credit.helpers),
        }
    }
}

impl<'a> Person<'a> {
    fn known(sprint: &'a domain::Sprint, id: PersonId, doubtful: bool) -> Self {
        let domain::Person { nick, name, .. } = sprint.people().get(id);
        Person::One {
            nick,
            name,
            doubtful,
        }
    }

    fn new(sprint: &'a domain::Sprint, person_ref: PersonRef) -> Self {
        match person_ref.who {
            Who::Person(id) => Person::known(sprint, id, person_ref.doubtful),
            Who::Everybody => Person::Everybody(EVERYBODY),
        }
    }

    fn all(sprint: &'a domain::Sprint, person_refs: &[PersonRef]) -> Vec<Self> {
        person_refs
            .iter()
            .map(|person_ref| Person::new(sprint, *person_ref))
            .collect()
    }

    /// People by the names that the log has for them. Whoever is not known has no other name.
    fn stored(sprint: &'a domain::Sprint, names: &'a [String]) -> Vec<Self> {
        let person = |stored: &'a String| match sprint.people().stored(stored) {
            Some(person_ref) => Person::new(sprint, person_ref),
            None => {
                let (name, doubtful) = domain::split_doubt(stored);
                Person::One {
                    nick: name,
                    name,
                    doubtful,
                }
            }
        };
        names.iter().map(person).collect()
    }
}

impl<'a> Attendance<'a> {
    fn new(
        sprint: &'a domain::Sprint,
        id: PersonId,
        person: &'a domain::Person,
        attendance: &'a domain::Attendance,
    ) -> Self {
        Attendance {
            person: Person::known(sprint, id, false),
            also: &person.also,
            from: attendance.from,
            to: attendance.to,
            role: attendance.role.map(Role::word),
            org: attendance.org.as_deref(),
            on: items_of(sprint, id)
                .map(|item| Reference::new(sprint, item.id))
                .collect(),
        }
    }
}

impl<'a> Unready<'a> {
    fn new(sprint: &'a domain::Sprint, id: PersonId, unready: &domain::Unready) -> Self {
        let (lacks, labels) = match unready {
            domain::Unready::Task => ("task", &[][..]),
            domain::Unready::Partner(labels) => ("partner", &labels[..]),
            domain::Unready::OldHand(labels) => ("old hand", &labels[..]),
        };
        Unready {
            person: Person::known(sprint, id, false),
            lacks,
            on: sprint
                .items()
                .iter()
                .filter(|item| labels.contains(&item.label))
                .map(|item| Reference::new(sprint, item.id))
                .collect(),
        }
    }
}

impl<'a> TimedText<'a> {
    fn new(timed_text: &'a domain::TimedText) -> Self {
        TimedText {
            at: time(timed_text.at),
            text: &timed_text.text,
        }
    }
}

impl<'a> Entry<'a> {
    fn new(sprint: &'a domain::Sprint, entry: &'a domain::Entry) -> Self {
        let Fields {
            makes,
            item,
            entry: undone,
            text,
            text_is: _,
            file,
            topic,
            under,
            people,
            leaving,
            with,
            only,
            alone: _,
            decided,
            person,
            nick,
            also,
            from,
            to,
            role,
            org,
            side,
            is_break,
            number,
            settled,
        } = entry.action.fields();
        let reference = |id| Reference::new(sprint, id);
        let people_of = |names| Person::stored(sprint, names);
        Entry {
            id: entry.id.to_string(),
            at: time(entry.at),
            by: &entry.by,
            kind: entry.action.kind(),
            undone: sprint.is_undone(entry.id),
            item: item.or(makes.map(|_| entry.id)).map(reference),
            text,
            topic,
            under: under.map(reference),
            people: people.or(leaving).map(people_of),
            with: with.map(people_of),
            only,
            decided,
            person,
            nick,
            also,
            from,
            to,
            role: role.map(Role::word),
            org,
            side,
            is_break,
            file,
            number: number.map(|number| number.to_string()),
            settled,
            entry: undone,
            entered: entry.entered.map(time),
            day: entry.kept_day,
            batch: entry.batch,
        }
    }
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
        let written = answer(&TimedText {
            at: String::new(),
            text: &text,
        });
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
