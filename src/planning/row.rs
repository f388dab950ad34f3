//! The line of an item in an exported document.

use std::collections::HashMap;

use crate::domain::{
    Assignees, Item, ItemKind, KnownPeople, LONGEST_LINE, PersonId, PersonRef, Sprint, Topic, Who,
    is_reserved, is_status,
};
use crate::text::{one_line, truncate, visible};

/// What stands behind the number of an item.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ExportedRow {
    pub title: String,
    /// What stands between the brackets; `None` without brackets.
    pub people: Option<String>,
    pub when: Option<String>,
    pub status: Option<String>,
}

impl ExportedRow {
    /// Makes the row of an item.
    pub fn new(item: &Item, names: &PrintedNames<'_>) -> ExportedRow {
        let given = |text: &String| !text.is_empty();
        let when = item.when.as_deref().map(line).filter(given);
        let status = status(item).filter(given);
        // Of finished work, a line says whose it is.
        let people = match item.is_finished() {
            true => names.list(&item.credit()),
            false => names.list(&item.assignees),
        };
        ExportedRow {
            title: title(item),
            people: Some(people)
                .filter(|names| !names.is_empty() || when.is_some() || status.is_some()),
            when,
            status,
        }
    }

    /// Makes the row of an item of which only the title is known.
    pub fn of(title: &str) -> ExportedRow {
        ExportedRow {
            title: title.to_owned(),
            people: None,
            when: None,
            status: None,
        }
    }

    /// Writes it: `fix the leak (Armin; Anto around), Thu 17:00: nearly done`.
    pub fn text(&self) -> String {
        let part = |before: &str, part: &Option<String>, after: &str| {
            let text = part.as_ref();
            text.map(|text| format!("{before}{text}{after}"))
                .unwrap_or_default()
        };
        let people = part(" (", &self.people, ")");
        let when = part(", ", &self.when, "");
        let status = part(": ", &self.status, "");
        format!("{}{people}{when}{status}", self.title)
    }
}

/// Returns the title of an item as its row has it.
pub(super) fn title(item: &Item) -> String {
    line(&item.text)
}

/// Returns the status to write. Minutes are none: whoever corrects a word in them would add to them.
pub(super) fn status(item: &Item) -> Option<String> {
    let is_minute = |text: &&str| item.kind == ItemKind::Discussion && !is_status(text);
    let status = item.status().filter(|text| !is_minute(text))?;
    let status = truncate(&line(status), LONGEST_LINE).into_owned();
    item.is_open().then_some(status)
}

/// The names that a document prints: short, and each means one person alone.
pub(super) struct PrintedNames<'s> {
    sprint: &'s Sprint,
    names: HashMap<PersonId, String>,
}

impl<'s> PrintedNames<'s> {
    pub fn new(sprint: &'s Sprint) -> Self {
        let people = sprint.people();
        let known = KnownPeople::new(people);
        let names = people.iter().map(|(id, person)| {
            let names = [
                people.short_name(id),
                person.first_name(),
                &person.nick,
                &person.name,
            ];
            let means_them = |name: &&&str| is_plain(name) && known.find(name) == [id];
            let name = names.iter().find(means_them).unwrap_or(&names[2]);
            (id, line(name))
        });
        PrintedNames {
            sprint,
            names: names.collect(),
        }
    }

    /// Returns the name of one person.
    pub fn name(&self, id: PersonId) -> &str {
        match self.names.get(&id) {
            Some(name) => name,
            None => &self.sprint.people().get(id).nick,
        }
    }

    /// Writes `Armin, Ronan?; Samuele around`.
    fn list(&self, assignees: &Assignees) -> String {
        let print = |one: &PersonRef| {
            let name = match one.who {
                Who::Person(id) => self.name(id),
                Who::Everybody => "all",
            };
            format!("{name}{}", if one.doubtful { "?" } else { "" })
        };
        let people: Vec<String> = assignees.people.iter().map(print).collect();
        let helpers = assignees.helpers.iter().map(print);
        let helpers: Vec<String> = helpers.map(|name| format!("{name} around")).collect();
        let lists = [people.join(", "), helpers.join(", ")];
        let lists: Vec<String> = lists.into_iter().filter(|list| !list.is_empty()).collect();
        lists.join("; ")
    }
}

/// Returns whether a name has no signs and words with a meaning of their own in a list of people.
fn is_plain(name: &str) -> bool {
    !name.contains(|sign| "()[]:;,?+/&".contains(sign)) && !name.split_whitespace().any(is_reserved)
}

/// The levels of headings in Markdown. The highest is that of the title.
pub(super) const LEVELS: usize = 6;

/// Returns the headings of a topic as a document has them: what lies deeper than Markdown has levels is one with slashes in it.
pub(super) fn headings_of(topic: &Topic) -> Vec<String> {
    let (own, deep) = topic
        .headings()
        .split_at((LEVELS - 2).min(topic.headings().len()));
    let deep = (!deep.is_empty()).then(|| line(&deep.join("/")));
    own.iter()
        .map(|heading| line(heading))
        .chain(deep)
        .collect()
}

/// Puts a text on one line that does nothing to a terminal and begins no comment.
pub(super) fn line(text: &str) -> String {
    visible(&one_line(text)).replace("<!--", "\\<!--")
}
