//! Entries, one a line: a day as it happened.

use chrono::NaiveDate;

use super::table::Rows;
use super::{long_day, short};
use crate::domain::{Action, Entry, EntryId, Join, Sprint};
use crate::text::{visible, visible_lines};

/// What was recorded on a day, in order.
pub fn day_log(sprint: &Sprint, day: NaiveDate, width: usize) -> String {
    let mut rows = Rows::new(&["time", "by", "what", "#", "entry", "id"]);
    for entry in sprint.entries().iter().filter(|entry| entry.day() == day) {
        rows.push(entry_row(sprint, entry, clock(entry, day)));
    }
    if rows.is_empty() {
        return format!("{}: nothing was recorded.\n", long_day(day));
    }
    format!("{}\n\n{}\n", long_day(day), rows.write(width))
}

/// The time of an entry in the log of a day; with its date, if it counts from another day on.
fn clock(entry: &Entry, day: NaiveDate) -> String {
    let told = entry.told_at();
    let form = if told.date_naive() == day {
        "%H:%M"
    } else {
        "%-d %b %H:%M"
    };
    told.format(form).to_string()
}

pub(super) fn entry_row(sprint: &Sprint, entry: &Entry, time: String) -> Vec<String> {
    let makes = entry.action.makes_item().then_some(&entry.id);
    let number = entry
        .action
        .item()
        .or(makes)
        .map(|id| label(sprint, id))
        .unwrap_or_default();
    let mut told = describe(sprint, entry);
    if sprint.is_undone(&entry.id) {
        told = format!("{told} (taken back)").trim_start().to_owned();
    }
    vec![
        time,
        entry.by.clone(),
        entry.action.kind().to_owned(),
        number,
        told,
        entry.id.to_string(),
    ]
}

/// What an item is called by; of one that was taken back, its number.
fn label(sprint: &Sprint, id: &EntryId) -> String {
    match (sprint.get(id), id.number()) {
        (Some(item), _) => item.label.to_string(),
        (None, Some(number)) => number.to_string(),
        (None, None) => id.to_string(),
    }
}

/// An entry by itself, on one line: `done 1 fix the leak: It is fixed.`
pub fn told_alone(sprint: &Sprint, entry: &Entry) -> String {
    let kind = entry.action.kind();
    let said = describe(sprint, entry);
    let told = match entry.action.item() {
        Some(id) => {
            let text = text_of(sprint, id).unwrap_or_default();
            let item = format!("{kind} {} {text}", label(sprint, id));
            let item = item.trim_end();
            if said.is_empty() {
                item.to_owned()
            } else {
                format!("{item}: {said}")
            }
        }
        None if entry.action.makes_item() => format!("{kind} {} {said}", label(sprint, &entry.id)),
        None => format!("{kind} {said}"),
    };
    visible(&told)
}

/// What an item is about, also of one that was taken back.
fn text_of<'s>(sprint: &'s Sprint, id: &EntryId) -> Option<&'s str> {
    if let Some(item) = sprint.get(id) {
        return Some(&item.text);
    }
    let made = sprint.entries().iter().find(|entry| entry.id == *id)?;
    match &made.action {
        Action::Plan(plan) => Some(&plan.text),
        Action::Discuss(discuss) => Some(&discuss.text),
        Action::Talk(talk) => Some(&talk.text),
        _ => None,
    }
}

/// What an entry says, on one line, without its item's number.
pub fn describe(sprint: &Sprint, entry: &Entry) -> String {
    // Undoes of undoes are told up to here: a log by hand may let them go in a circle.
    const UNDOES: usize = 8;
    describe_within(sprint, entry, UNDOES)
}

fn describe_within(sprint: &Sprint, entry: &Entry, undoes: usize) -> String {
    let names = |names: &[String]| {
        names
            .iter()
            .map(|name| sprint.people().print_name(name))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let with = |people: &[String], with: &[String]| match (people, with) {
        ([], []) => String::new(),
        (people, []) => names(people),
        ([], with) => format!("with {}", names(with)),
        (people, with) => format!("{}, with {}", names(people), names(with)),
    };
    let behind = |text: &str, topic: Option<String>, people: &[String]| {
        let details: Vec<String> = topic
            .into_iter()
            .chain((!people.is_empty()).then(|| names(people)))
            .collect();
        if details.is_empty() {
            text.to_owned()
        } else {
            format!("{text} ({})", details.join("; "))
        }
    };
    let said = |text: &Option<String>| text.clone().unwrap_or_default();
    let line = match &entry.action {
        Action::Plan(plan) => {
            let under = plan
                .under
                .as_ref()
                .map(|under| format!("part of {}", label(sprint, under)));
            let topic = plan.topic.as_ref().map(ToString::to_string);
            behind(&plan.text, under.or(topic), &plan.people)
        }
        Action::Assign(assign) => {
            let only = if assign.only { "only " } else { "" };
            format!("{only}{}", with(&assign.people, &assign.with))
        }
        Action::Unassign(unassign) if unassign.people.is_empty() => "all".to_owned(),
        Action::Unassign(unassign) => names(&unassign.people),
        Action::Progress(progress) => progress.text.clone(),
        Action::Done(done) => match with(&done.people, &done.with) {
            credit if credit.is_empty() => said(&done.text),
            credit => format!("{} ({credit})", said(&done.text)),
        },
        Action::Drop(drop) => said(&drop.text),
        Action::Reopen(reopen) => said(&reopen.text),
        Action::Discuss(discuss) => {
            let line = behind(
                &discuss.text,
                discuss.topic.as_ref().map(ToString::to_string),
                &discuss.people,
            );
            match &discuss.decided {
                Some(decided) => format!("{line}: {decided}"),
                None => line,
            }
        }
        Action::Decide(decide) => decide.text.clone(),
        Action::Talk(talk) => behind(
            &talk.text,
            talk.topic.as_ref().map(ToString::to_string),
            &talk.people,
        ),
        Action::Join(join) => joined(join),
        Action::Leave(leave) => names(&leave.people),
        Action::Goal(goal) if goal.side => format!("{} (side goal)", goal.text),
        Action::Goal(goal) => goal.text.clone(),
        Action::Day(day) => {
            let parts: Vec<String> = day
                .text
                .iter()
                .cloned()
                .chain(day.is_break.then(|| "break".to_owned()))
                .collect();
            parts.join(", ")
        }
        Action::Note(note) => behind(
            &note.text,
            note.topic.as_ref().map(ToString::to_string),
            &[],
        ),
        Action::Next(next) => behind(&next.text, None, &next.people),
        Action::Photo(photo) => {
            let topic = photo.topic.as_ref().map(|topic| format!("({topic})"));
            let parts: Vec<String> = [Some(photo.file.clone()), photo.text.clone(), topic]
                .into_iter()
                .flatten()
                .collect();
            parts.join(" ")
        }
        Action::Thank(thank) => thank.text.clone(),
        Action::Reword(reword) => reword.text.clone(),
        Action::Renumber(renumber) => renumber.number.to_string(),
        Action::Undo(undo) => match sprint.taken_by(entry)[..] {
            [first, ..] if undoes > 0 => {
                let told = describe_within(sprint, first, undoes - 1);
                let told = format!("{} {told}", first.action.kind());
                match sprint.taken_by(entry).len() {
                    1 => told,
                    count => format!("{count} entries, the first of them: {told}"),
                }
            }
            _ => undo.entry.to_string(),
        },
    };
    visible(line.trim())
}

/// What the commit of some entries of a sprint is called: how many by whom, then a line for each.
pub fn commit_message(name: &str, sprint: &Sprint, entries: &[Entry]) -> String {
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
    let line = |entry: &Entry| {
        let item = sprint.subject(entry).map(|item| format!(" {}", item.label));
        let (kind, item) = (entry.action.kind(), item.unwrap_or_default());
        format!("{kind}{item}: {}", short(&describe(sprint, entry)))
    };
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
    let nick = Some(join.nick.clone());
    let details: Vec<String> = [nick, also, join.org.clone(), role, from, to]
        .into_iter()
        .flatten()
        .collect();
    format!("{} ({})", join.person, details.join("; "))
}
