//! Entries in words, one per line.

use anstyle::Style;
use chrono::NaiveDate;
use lean_string::LeanString;

use super::cell::Cell;
use super::look::{FAINT, Look, PEOPLE};
use super::table::{Column, Table};
use super::{long_day, short};
use crate::domain::{Action, Entry, EntryId, Join, Sprint, TextRole, split_plus};
use crate::text::{excerpt, visible, visible_lines};

/// How much is shown of each text where one replaced another.
const REWORDED: usize = 28;

/// The days of a log.
#[derive(Clone, Copy, Debug)]
pub enum LogDays {
    /// This day.
    Only(NaiveDate),
    /// From this day on.
    Since(NaiveDate),
}

impl LogDays {
    fn have(self, day: NaiveDate) -> bool {
        match self {
            LogDays::Only(only) => day == only,
            LogDays::Since(first) => first <= day,
        }
    }

    /// Returns what was recorded on them, in order.
    pub(super) fn entries(self, sprint: &Sprint) -> impl Iterator<Item = &Entry> {
        let entries = sprint.entries().iter();
        entries.filter(move |entry| self.have(entry.day()))
    }
}

/// Shows what was recorded on some days, in order, with a heading for each day.
pub fn log(sprint: &Sprint, days: LogDays, look: Look) -> String {
    let mut entries: Vec<&Entry> = days.entries(sprint).collect();
    // An entry may belong to a day before the one on which it was typed.
    entries.sort_by_key(|entry| entry.day());
    if entries.is_empty() {
        return match days {
            LogDays::Only(day) => format!("{}: nothing was recorded.\n", long_day(day)),
            LogDays::Since(day) => format!("Nothing was recorded since {}.\n", long_day(day)),
        };
    }
    let mut table = Table::new(&[
        Column::whole("time"),
        Column::whole("by"),
        Column::whole("what"),
        Column::numbers("#"),
        Column::shared("entry", 24),
        Column::whole("id"),
    ]);
    for entry in &entries {
        table.push(entry_row(sprint, entry, clock(entry, entry.day())));
    }
    let mut rows = table.with_headings(look).into_iter();
    let mut lines: Vec<String> = Vec::new();
    let headings = rows.next().unwrap_or_default();
    let mut day = None;
    for (entry, row) in entries.into_iter().zip(rows) {
        if day.replace(entry.day()) != Some(entry.day()) {
            lines.push(look.heading(&long_day(entry.day())));
            if lines.len() == 1 {
                lines.extend(headings.iter().cloned());
            }
        }
        lines.extend(row);
    }
    lines.join("\n") + "\n"
}

/// Prints the time of an entry in the log of a day, with its date if it counts from another day on.
fn clock(entry: &Entry, day: NaiveDate) -> String {
    let at = entry.shown_at();
    let is_same_day = at.date_naive() == day;
    let form = if is_same_day { "%H:%M" } else { "%-d %b %H:%M" };
    at.format(form).to_string()
}

/// Returns the cells of an entry: when, by whom, what it is, of which item, in words, and its id.
pub(super) fn entry_row(sprint: &Sprint, entry: &Entry, time: String) -> Vec<Cell> {
    let makes = entry.action.makes_item().then_some(entry.id);
    let item = entry.action.item().or(makes);
    let is_undone = sprint.is_undone(entry.id);
    let number = item.map(|id| label(sprint, id)).unwrap_or_default();
    let end = if is_undone { " (taken back)" } else { "" };
    let style = if is_undone { FAINT } else { Style::new() };
    let by = if is_undone { FAINT } else { PEOPLE };
    vec![
        Cell::text(&time).styled(style),
        Cell::text(&entry.by).styled(by),
        Cell::text(entry.action.kind()).styled(style),
        Cell::text(&number).styled(FAINT),
        Cell::with_end(&describe(sprint, entry), end).styled(style),
        Cell::text(&entry.id.to_string()).styled(FAINT),
    ]
}

/// Returns the label of an item; of one that was taken back, its number.
fn label(sprint: &Sprint, id: EntryId) -> String {
    match (sprint.get(id), id.number()) {
        (Some(item), _) => item.label.to_string(),
        (None, Some(number)) => number.to_string(),
        (None, None) => id.to_string(),
    }
}

/// Describes an entry on one line, with its item: `done 1 fix the leak: It is fixed.`
pub(crate) fn describe_with_item(sprint: &Sprint, entry: &Entry) -> String {
    with_item(sprint, entry, &describe(sprint, entry))
}

/// Describes entries in short, those of a kind together: `join armin, anto; plan 8, 9; done 8 fix the leak: It is fixed.`
pub(crate) fn describe_together(sprint: &Sprint, entries: &[&Entry]) -> String {
    let mut kinds: Vec<(&str, Vec<&Entry>)> = Vec::new();
    for entry in entries {
        let kind = entry.action.kind();
        match kinds.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, of_kind)) => of_kind.push(entry),
            None => kinds.push((kind, vec![entry])),
        }
    }
    let last = kinds.len().saturating_sub(1);
    let kinds = kinds.iter().enumerate();
    let parts = kinds.map(|(place, (kind, of_kind))| match of_kind[..] {
        [only] if place == last => describe_with_item(sprint, only),
        _ => {
            let names = of_kind.iter().map(|entry| name(sprint, entry));
            match names.collect::<Option<Vec<String>>>() {
                Some(names) => format!("{kind} {}", names.join(", ")),
                None if of_kind.len() == 1 => (*kind).to_owned(),
                None => format!("{} times {kind}", of_kind.len()),
            }
        }
    });
    parts.collect::<Vec<_>>().join("; ")
}

/// Names in a word what an entry is about, if that is an item or somebody who joined.
fn name(sprint: &Sprint, entry: &Entry) -> Option<String> {
    let makes = entry.action.makes_item().then_some(entry.id);
    match &entry.action {
        Action::Join(join) => Some(visible(&join.nick)),
        action => Some(label(sprint, action.item().or(makes)?)),
    }
}

/// Puts the kind and the item of an entry before its description.
fn with_item(sprint: &Sprint, entry: &Entry, description: &str) -> String {
    let kind = entry.action.kind();
    let line = match entry.action.item() {
        Some(id) if entry.action.fields().text_is == TextRole::Title => {
            let former = sprint.text_before(id, entry).unwrap_or_default();
            let quoted = |text| format!("\"{}\"", excerpt(text, REWORDED));
            let (from, to) = (quoted(former), quoted(description));
            format!("{kind} {} from {from} to {to}", label(sprint, id))
        }
        Some(id) => {
            let text = text_of(sprint, id).unwrap_or_default();
            let item = format!("{kind} {} {text}", label(sprint, id));
            match (item.trim_end(), description) {
                (item, "") => item.to_owned(),
                (item, description) => format!("{item}: {description}"),
            }
        }
        None if entry.action.makes_item() => {
            format!("{kind} {} {description}", label(sprint, entry.id))
        }
        None => format!("{kind} {description}"),
    };
    visible(&line)
}

/// Returns the text of an item, even if it was taken back.
fn text_of(sprint: &Sprint, id: EntryId) -> Option<&str> {
    if let Some(item) = sprint.get(id) {
        return Some(&item.text);
    }
    let made = sprint.entry(id)?;
    let fields = made.action.fields();
    fields.text.filter(|_| fields.makes.is_some())
}

/// Describes an entry on one line, without its kind and item.
pub(crate) fn describe(sprint: &Sprint, entry: &Entry) -> String {
    // Undoes of undoes are described up to here: in a log that was written by hand, they may form a circle.
    const UNDOES: usize = 8;
    describe_within(sprint, entry, UNDOES)
}

fn describe_within(sprint: &Sprint, entry: &Entry, undoes: usize) -> String {
    let names = |names: &[LeanString]| {
        let names = names.iter().map(|name| sprint.people().print_name(name));
        names.collect::<Vec<_>>().join(", ")
    };
    let with = |people: &[LeanString], with: &[LeanString]| match (people, with) {
        (people, []) => names(people),
        ([], with) => format!("with {}", names(with)),
        (people, with) => format!("{}, with {}", names(people), names(with)),
    };
    let fields = entry.action.fields();
    let text = fields.text.unwrap_or_default();
    let text_with_details = || {
        let part_of = |id| format!("part of {}", label(sprint, id));
        let topic = fields.topic.map(|topic| topic.readable("/"));
        let no_topic = fields.no_topic && fields.under.is_none();
        let top = fields.top == Some(true);
        let when = fields.when.map(|when| match when {
            "" => "no time".to_owned(),
            when => when.to_owned(),
        });
        let people = with(
            fields.people.unwrap_or_default(),
            fields.with.unwrap_or_default(),
        );
        with_details(
            text,
            [
                fields.under.map(part_of),
                top.then(|| "part of none".to_owned()),
                topic,
                no_topic.then(|| "no topic".to_owned()),
                when,
                Some(people).filter(|people| !people.is_empty()),
            ],
        )
    };
    let line = match &entry.action {
        Action::Plan(_)
        | Action::Progress(_)
        | Action::Move(_)
        | Action::Drop(_)
        | Action::Reopen(_)
        | Action::Decide(_)
        | Action::Talk(_)
        | Action::Note(_)
        | Action::Next(_)
        | Action::Thank(_)
        | Action::Reword(_) => text_with_details(),
        Action::Result(result) => with_details(text, [result.only.then(|| "only this".to_owned())]),
        Action::Discuss(discuss) => match &discuss.decided {
            Some(decided) => format!("{}: {decided}", text_with_details()),
            None => text_with_details(),
        },
        Action::Assign(assign) => {
            let only = if assign.only { "only " } else { "" };
            format!("{only}{}", with(&assign.people, &assign.with))
        }
        Action::Unassign(unassign) if unassign.people.is_empty() => "all".to_owned(),
        Action::Unassign(unassign) => names(&unassign.people),
        Action::Done(done) => {
            let credit = with(&done.people, &done.with);
            with_details(text, [Some(credit).filter(|credit| !credit.is_empty())])
        }
        Action::Join(join) => joined(join),
        Action::Leave(leave) => names(&leave.people),
        Action::Goal(goal) => with_details(text, [goal.side.then(|| "side goal".to_owned())]),
        Action::Day(day) => {
            let parts = [day.text.as_deref(), day.is_break.then_some("break")];
            parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
        }
        Action::Photo(photo) => {
            let topic = photo.topic.as_ref().map(|topic| topic.readable("/"));
            with_details(format!("{} {text}", photo.file).trim_end(), [topic])
        }
        Action::Renumber(renumber) => renumber.number.to_string(),
        Action::Undo(undo) => match sprint.first_taken_by(entry)[..] {
            [first, ..] if undoes > 0 => {
                let description = describe_within(sprint, first, undoes - 1);
                let first = with_item(sprint, first, &description);
                match sprint.first_taken_by(entry).len() {
                    1 => first,
                    count => format!("{count} entries, the first of them: {first}"),
                }
            }
            _ => undo.entry.to_string(),
        },
    };
    visible(line.trim())
}

/// Writes the message of a commit of entries: how many by whom, then a line for each.
pub(crate) fn commit_message(name: &str, sprint: &Sprint, entries: &[Entry]) -> String {
    const LINES: usize = 20;
    let mut by: Vec<String> = entries
        .iter()
        .map(|entry| sprint.people().print_name(&entry.by))
        .collect();
    by.sort();
    by.dedup();
    let subject = match entries.len() {
        0 => format!("{name}: files of the sprint"),
        1 => format!("{name}: 1 entry by {}", by.concat()),
        count => format!("{name}: {count} entries by {}", by.join(", ")),
    };
    let line = |entry: &Entry| short(&describe_with_item(sprint, entry));
    let mut lines: Vec<String> = entries.iter().take(LINES).map(line).collect();
    if entries.len() > LINES {
        lines.push(format!("and {} more", entries.len() - LINES));
    }
    visible_lines(&format!("{subject}\n\n{}\n", lines.join("\n")))
}

fn joined(join: &Join) -> String {
    let also = (!join.also.is_empty()).then(|| format!("also {}", join.also.join(", ")));
    let role = join.role.map(|role| role.word().to_owned());
    let from = join.from.map(|from| format!("from {from}"));
    let to = join.to.map(|to| format!("to {to}"));
    let nick = Some(join.nick.to_string());
    let [org, group, url] =
        [&join.org, &join.group, &join.url].map(|text| text.as_ref().map(LeanString::to_string));
    let person = split_plus(&join.person).0;
    with_details(person, [nick, also, org, group, url, role, from, to])
}

/// Adds details in parentheses.
fn with_details<const N: usize>(text: &str, details: [Option<String>; N]) -> String {
    let details: Vec<String> = details.into_iter().flatten().collect();
    match details.is_empty() {
        true => text.to_owned(),
        false => format!("{text} ({})", details.join("; ")),
    }
}
