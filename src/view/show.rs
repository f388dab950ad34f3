//! The history of an item.

use chrono::NaiveDate;

use super::entries::entry_row;
use super::look::Look;
use super::table::{Column, Table};
use super::{age, assignees_on, people};
use crate::diagnostic::{kind_word, state_word};
use crate::domain::{Ending, Item, Sprint};

/// What stands before a fact.
const FACT: &str = "    ";

/// Shows an item: its text, its status, its people, and every entry about it.
pub fn show(sprint: &Sprint, item: &Item, day: NaiveDate, look: Look) -> String {
    let mut lines = vec![look.title(&format!("{} {}", item.label, item.text))];
    for fact in facts(sprint, item, day) {
        lines.extend(look.paragraph(&fact, FACT));
    }
    for timed_text in &item.results {
        lines.push(String::new());
        lines.extend(look.markdown(&timed_text.text));
    }
    let mut table = Table::new(&[
        Column::whole("when"),
        Column::whole("by"),
        Column::whole("what"),
        Column::shared("entry", 24),
        Column::whole("id"),
    ]);
    for entry in sprint.history(item) {
        let time = entry.shown_at().format("%a %-d %b %H:%M").to_string();
        let mut row = entry_row(sprint, entry, time);
        // All entries are about this item.
        row.remove(3);
        table.push(row);
    }
    format!("{}\n\n{}\n", lines.join("\n"), table.write(look))
}

/// Returns what is known of an item, a line each.
fn facts(sprint: &Sprint, item: &Item, day: NaiveDate) -> Vec<String> {
    let mut facts = vec![format!(
        "{}, {}",
        kind_word(item.kind),
        state_word(item.ending())
    )];
    if let Some(status) = item.status().filter(|_| item.is_open()) {
        let last = item.progress.last();
        let age = age(last.map_or(day, |status| status.day), day);
        facts.push(format!("status: {status}{age}"));
    }
    if let (Some(Ending::Dropped), Some(reason)) = (item.ending(), &item.reason) {
        facts.push(format!("dropped: {reason}"));
    }
    if let Some(when) = &item.when {
        facts.push(format!("when: {when}"));
    }
    if let Some(topic) = &item.topic {
        facts.push(format!("topic: {}", topic.readable("/")));
    }
    if let Some(parent) = item.under.and_then(|under| sprint.get(under)) {
        facts.push(format!("part of: {} {}", parent.label, parent.text));
    }
    for part in sprint.parts(item) {
        facts.push(format!(
            "part: {} {} ({})",
            part.label,
            part.text,
            state_word(part.ending())
        ));
    }
    if item.is_open() && !item.assignees.is_empty() {
        facts.push(format!(
            "on it: {}",
            assignees_on(sprint, &item.assignees, day)
        ));
    }
    let credit = item.credit();
    let credited = people(sprint, &credit.people, &credit.helpers);
    if !credited.is_empty() {
        facts.push(format!("credit: {credited}"));
    }
    for former in &item.former {
        facts.push(format!("was: {former}"));
    }
    facts
}
