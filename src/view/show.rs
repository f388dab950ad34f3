//! The history of an item.

use chrono::NaiveDate;

use super::entries::entry_row;
use super::table::Table;
use super::{assignees_on, people};
use crate::diagnostic::{kind_word, state_word};
use crate::domain::{Ending, Item, Sprint};
use crate::text::{visible, visible_lines};

/// Shows an item: its text, its status, its people, and every entry about it.
pub fn show(sprint: &Sprint, item: &Item, day: NaiveDate, width: usize) -> String {
    let mut text = visible(&format!("{} {}", item.label, item.text)) + "\n";
    for fact in facts(sprint, item, day) {
        text.push_str(&format!("    {}\n", visible(&fact)));
    }
    for timed_text in &item.results {
        text.push_str(&format!("\n{}\n", visible_lines(&timed_text.text)));
    }
    let mut table = Table::new(&["when", "by", "what", "entry", "id"]);
    for entry in sprint.history(item) {
        let time = entry.shown_at().format("%a %-d %b %H:%M").to_string();
        let mut row = entry_row(sprint, entry, time);
        // All entries are about this item.
        row.remove(3);
        table.push(row);
    }
    format!("{text}\n{}\n", table.write(width))
}

/// Returns what is known of an item, a line each.
fn facts(sprint: &Sprint, item: &Item, day: NaiveDate) -> Vec<String> {
    let mut facts = vec![format!(
        "{}, {}",
        kind_word(item.kind),
        state_word(item.ending())
    )];
    if let Some(status) = item.status().filter(|_| item.is_open()) {
        facts.push(format!("status: {status}"));
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
