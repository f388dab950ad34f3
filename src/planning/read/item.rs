//! A bullet as an item.

use super::below::bracket;
use super::headings::is_of;
use super::number::number as number_of;
use super::outline::Node;
use super::sections::Holds;
use super::verbs::is_verb;
use super::{Head, Reader, Role};
use crate::diagnostic::{RowFault, UnreadKind};
use crate::domain::ItemKind;
use crate::planning::document::{Mark, Minute, Person, Row};
use crate::planning::form::{Form, behind_title, form as form_of};
use crate::planning::status;

impl Reader<'_> {
    /// Takes a bullet as an item.
    pub(super) fn row(
        &mut self,
        place: usize,
        head: &Head,
        kind: ItemKind,
        under: Option<usize>,
    ) -> Role {
        let node = &self.nodes[place];
        let mut form = self.form(place).clone();
        let mut minutes = node.minutes.clone();
        let mut number = node.number.clone();
        if number.is_none() {
            self.names_alone(&mut form, !(minutes.is_empty() && node.children.is_empty()));
        }
        if form.title.is_empty() && form.people.is_some() && number.is_none() {
            // Names as the item, and the task below.
            match minutes.is_empty() {
                false => form.title = minutes.remove(0).text,
                true if !node.children.is_empty() => {
                    return Role::Heading(Head {
                        holds: Holds::Items(kind),
                        topic: head.topic.clone(),
                        people: form.people.unwrap_or_default(),
                    });
                }
                true => {}
            }
        }
        if (form.title.is_empty() || is_note(&form.title) && node.checkbox.is_none())
            && number.is_none()
        {
            let has_words = form.title.chars().any(char::is_alphanumeric);
            if !node.text.is_empty() {
                let why = match has_words {
                    true => UnreadKind::Prose,
                    false => UnreadKind::NoWords,
                };
                self.unread(node.line, &node.text, why);
            }
            for minute in &node.minutes {
                self.unread(minute.line, &minute.text, UnreadKind::Prose);
            }
            return Role::Heading(Head {
                holds: Holds::Words,
                topic: head.topic.clone(),
                people: Vec::new(),
            });
        }
        if number.is_none() && !node.children.is_empty() {
            form.title
                .truncate(form.title.trim_end_matches([':', ' ']).len());
        }
        if number.is_none()
            && let Some(inside) = bracket(&form.title)
        {
            let inside = form_of(inside.trim(), None, self.names);
            form.title = inside.title;
            form.people = form.people.or(inside.people);
            form.when = form.when.or(inside.when);
            if form.status.is_none() {
                form.status = inside.status;
                form.mark = inside.mark;
            }
        }
        if number.is_none() && form.mark == Mark::Struck {
            let (struck, title) = number_of(&form.title);
            if let Some(struck) = struck {
                number = Some(struck.to_owned());
                form.title = title.to_owned();
            }
        }
        for bracket in &node.people {
            let more = self.names.people(bracket, true).unwrap_or_default();
            for person in more {
                let people = form.people.get_or_insert_default();
                if !people.iter().any(|other| other.typed == person.typed) {
                    people.push(person);
                }
            }
        }
        if form.people.is_none() && number.is_none() {
            form.people = self.people_after(&minutes);
        }
        if form.people.is_none() && !head.people.is_empty() {
            form.people = Some(head.people.clone());
        }
        if let Some(below) = &node.status {
            match form.status {
                None => {
                    form.mark = status::mark_of(below);
                    form.status = Some(below.clone());
                }
                Some(_) => minutes.insert(
                    0,
                    Minute {
                        line: node.line,
                        text: below.clone(),
                        is_result: false,
                    },
                ),
            }
        }
        if form.mark == Mark::Struck {
            self.unread(node.line, &node.text, UnreadKind::Struck);
        }
        if let Some(why) = form.unclear.first() {
            self.unread(node.line, &node.text, why.clone());
        }
        // The people of a numbered line are as they were exported.
        let has_unclear_people = number.is_none() && !form.unclear.is_empty();
        let known = self.known.get(number.as_deref());
        let is_own = self.document.stamp.is_some();
        let row = Row {
            line: node.line,
            kind: Some(match (known, kind) {
                (Some(item), ItemKind::Task) => item.kind,
                (Some(_), kind) => kind,
                (None, ItemKind::Discussion) if is_own && number.is_none() => ItemKind::Discussion,
                (None, kind) => kind_of(&form.title, kind),
            }),
            fault: self.fault(node),
            number,
            title: form.title,
            people: form.people,
            has_unclear_people,
            when: form.when,
            status: form.status,
            mark: mark(node.checkbox, form.mark),
            topic: head.topic.clone(),
            under,
            minutes,
        };
        self.document.rows.push(row);
        Role::Row(self.document.rows.len() - 1)
    }

    /// Returns the known people in the brackets that end what stands below an item that names nobody itself.
    fn people_after(&self, minutes: &[Minute]) -> Option<Vec<Person>> {
        let mut ends = minutes.iter().filter_map(|minute| {
            let text = minute.text.strip_suffix(')')?;
            let (_, inside) = text.rsplit_once(" (")?;
            self.names.people(inside, false)
        });
        ends.rfind(|people| !people.is_empty())
    }

    /// Takes a title that is nothing but names in brackets or `@handles` for people. `has_more`: names may stand above what they do, and then `?` is nobody yet.
    fn names_alone(&self, form: &mut Form, has_more: bool) {
        const MOST: usize = 8;
        if form.people.is_some() || form.title.split_whitespace().count() > MOST {
            return;
        }
        let inside = bracket(&form.title);
        let handle = Some(form.title.as_str()).filter(|title| title.starts_with('@'));
        if let Some(names) = inside.or(handle)
            && let Some(people) = self.names.people(names, true)
            && !people.is_empty()
            && self.titles.beginning(&form.title).is_none()
        {
            form.title.clear();
            form.people = Some(people);
            return;
        }
        if !has_more {
            return;
        }
        if form.title == "?" {
            form.title.clear();
            form.people = Some(Vec::new());
            return;
        }
        let title = bracket(&form.title).unwrap_or(&form.title);
        let mut parts = title.split(", ");
        let first = parts.next().unwrap_or_default();
        let Some(mut people) = self.names.people(first, false) else {
            return;
        };
        if people.is_empty() {
            return;
        }
        // A list that begins with somebody may end in a word: `Samuele, Holger, please`.
        for person in parts.filter_map(|part| self.names.people(part, false)) {
            people.extend(person);
        }
        people.dedup_by(|one, other| one.typed == other.typed);
        form.title.clear();
        form.people = Some(people);
    }

    /// Finds a second box or a second number in a line that has one: it was joined with another.
    fn fault(&self, node: &Node) -> Option<RowFault> {
        if node.checkbox.is_none() && node.number.is_none() {
            return None;
        }
        let exported = self.known.exported(node.number.as_deref());
        let mut rest = node.text.as_str();
        if let Some(exported) = &exported {
            if node.is_unchanged(exported) {
                return None;
            }
            rest = behind_title(rest, &exported.title).unwrap_or(rest);
        }
        let boxes = ["[ ]", "[x]", "[X]"];
        let has_box = boxes.iter().any(|sign| {
            rest.match_indices(sign).any(|(at, _)| {
                let before = &rest[..at];
                before.ends_with("- ") || before.ends_with("* ")
            })
        });
        if has_box {
            return Some(RowFault::SecondBox);
        }
        node.number.as_ref()?;
        let is_title = exported.is_some_and(|exported| number_of(&exported.title).0.is_some());
        if let (Some(second), _) = number_of(&node.text)
            && self.known.get(Some(second)).is_some()
            && !is_title
        {
            return Some(RowFault::SecondNumber(second.to_owned()));
        }
        let second = rest.match_indices(" #").find_map(|(at, _)| {
            let (second, words) = number_of(&rest[at + 1..]);
            let item = self.known.get(second)?;
            words
                .starts_with(&item.text)
                .then(|| second.map(str::to_owned))
                .flatten()
        });
        second.map(RowFault::SecondNumber)
    }
}

/// Verbs of work that nobody takes for a noun: a list of discussions may hold a task that begins with one.
const WORK: &str =
    "add create fix implement prepare publish remove rewrite send update upgrade write";

/// Returns whether a bullet only tells the readers something.
fn is_note(title: &str) -> bool {
    let front = title.split_once(": ").map(|(front, _)| front);
    front.is_some_and(|front| {
        ["note", "nb", "status", "fyi"].contains(&front.to_lowercase().as_str())
    })
}

/// What kind of an item a title is.
fn kind_of(title: &str, kind: ItemKind) -> ItemKind {
    let first = title
        .split([' ', ':'])
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let last = title
        .split(' ')
        .next_back()
        .unwrap_or_default()
        .to_lowercase();
    let is_talk = matches!(last.as_str(), "presentation" | "talk" | "tutorial" | "demo")
        || matches!(first.as_str(), "introduction" | "tutorial" | "presentation");
    match kind {
        ItemKind::Task
            if matches!(first.as_str(), "discuss" | "discussion" | "discussions")
                || last == "discussion" =>
        {
            ItemKind::Discussion
        }
        ItemKind::Task if is_talk && !is_verb(&first) => ItemKind::Talk,
        ItemKind::Discussion if is_of(WORK, &first) && !title.ends_with('?') => ItemKind::Task,
        kind => kind,
    }
}

/// What a box and the words of a line say together: a box that is not empty says it.
fn mark(checkbox: Option<char>, words: Mark) -> Mark {
    match checkbox {
        Some('x' | 'X') => Mark::Done,
        Some('-') => Mark::Dropped,
        Some('~' | '/') => Mark::InProgress,
        Some(_) if words == Mark::None => Mark::Open,
        _ => words,
    }
}
