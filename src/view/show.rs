//! One item's whole story.

use super::entries::entry_row;
use super::table::Rows;
use super::{assignees, people};
use crate::diagnostic::{kind_word, state_word};
use crate::domain::{Ending, Item, Sprint};
use crate::text::{visible, visible_lines};

/// Everything that is known of an item: what it is, who is on it, whose work it is, and every entry about it.
pub fn show(sprint: &Sprint, item: &Item, width: usize) -> String {
    let mut facts = vec![format!(
        "{}, {}",
        kind_word(item.kind),
        state_word(item.ending())
    )];
    if let Some(status) = item.status().filter(|_| item.is_open()) {
        facts.push(format!("state: {status}"));
    }
    if let Some(reason) = item
        .reason
        .as_ref()
        .filter(|_| item.ending() == Some(Ending::Dropped))
    {
        facts.push(format!("dropped: {reason}"));
    }
    if let Some(topic) = &item.topic {
        facts.push(format!("topic: {topic}"));
    }
    if let Some(whole) = item.under.and_then(|under| sprint.get(under)) {
        facts.push(format!("part of: {} {}", whole.label, whole.text));
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
        facts.push(format!("on it: {}", assignees(sprint, &item.assignees)));
    }
    let credit = item.credit();
    let credited = people(sprint, &credit.people, &credit.helpers);
    if !credited.is_empty() {
        facts.push(format!("credit: {credited}"));
    }

    for former in &item.former {
        facts.push(format!("was: {former}"));
    }

    let mut text = visible(&format!("{} {}", item.label, item.text)) + "\n";
    for fact in facts {
        text.push_str(&format!("    {}\n", visible(&fact)));
    }
    for timed_text in &item.outcome {
        text.push_str(&format!("\n{}\n", visible_lines(&timed_text.text)));
    }
    let mut rows = Rows::new(&["when", "by", "what", "entry", "id"]);
    for entry in sprint.story(item) {
        let mut row = entry_row(
            sprint,
            entry,
            entry.told_at().format("%a %-d %b %H:%M").to_string(),
        );
        // All of them are about the one item.
        row.remove(3);
        rows.push(row);
    }
    format!("{text}\n{}\n", rows.write(width))
}
