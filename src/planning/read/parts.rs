//! What stands below an item: parts of it, or minutes.

use super::below::{behind_label, is_dated_state, is_part, refers};
use super::fields::take_field;
use super::node::Node;
use super::sections::Holds;
use super::{Head, Reader, Role, Told};
use crate::diagnostic::UnreadKind;
use crate::domain::{ItemKind, is_wordless};
use crate::planning::document::{Mark, Minute, Says};
use crate::planning::form::Form;
use crate::planning::status::{is_label_of_decided, is_status, mark_of, says_put_off, says_where};
use crate::text::{is_of, normalize};

/// What a label in front of a line says that it says of the item above.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Detail {
    None,
    Who,
    State,
    /// When, how urgent, where there is more.
    Other,
}

/// Returns what a line says of the item above it, by its label: `due: Wed`.
fn detail(text: &str) -> Detail {
    const WHO: &str =
        "assigned assignee assignees lead owner owners people responsible verantwortlich wer who";
    const STATE: &str = "stand state status zustand";
    const OTHER: &str = "aufwand bis datum date deadline due effort estimate eta fallig frist labels link links prio prioritat priority \
                         schatzung size tags termin ticket wann when";
    let label = text.split_once(':').map_or("", |(label, _)| label);
    let label = normalize(label.trim_matches(['*', '_', ' ']));
    match label.as_str() {
        "" => Detail::None,
        label if is_of(WHO, label) => Detail::Who,
        label if is_of(STATE, label) => Detail::State,
        label if is_of(OTHER, label) => Detail::Other,
        _ => Detail::None,
    }
}

/// Returns whether a bullet below an item is nothing but how far that is: `done`, `waiting for review`, `merged in #12`. `testing` may be
/// a part of it.
fn is_state_below(text: &str) -> bool {
    const BEGINS: &str = "blocked blockiert paused pausiert pending waiting wartet warten wip";
    const STATES: [&str; 4] = ["in arbeit", "in progress", "in review", "on hold"];
    let words = normalize(text);
    let first = words.split(' ').next().unwrap_or_default();
    match mark_of(text) {
        Mark::Done | Mark::Happened | Mark::Dropped => {
            is_status(text) || says_where(text) || is_wordless(text)
        }
        Mark::None if first.starts_with("wart") => is_of(BEGINS, first),
        Mark::InProgress => is_of(BEGINS, first) || STATES.contains(&words.as_str()),
        _ => false,
    }
}

impl Reader<'_> {
    /// Takes what stands below an item.
    pub(super) fn below(&mut self, place: usize, row: usize) -> Role {
        if self.takes_from_below(place, row) {
            return Role::Told(Told::Row(row));
        }
        if self.only_says_of_item(place) || self.only_names_somebody(place, row) {
            let head = self.head_below(row);
            return self.list(&self.nodes[place], UnreadKind::NoWords, &head);
        }
        let is_part = match self.nodes[place].parent {
            Some(parent) if !self.is_marked(place) => self.is_part(place, parent, row),
            _ => true,
        };
        if !is_part {
            return self.tell_node(place, Told::Row(row));
        }
        let head = self.head_below(row);
        self.row(place, &head, ItemKind::Task, Some(row))
    }

    fn head_below(&self, row: usize) -> Head {
        Head {
            holds: Holds::Items(ItemKind::Task),
            topic: self.document.rows[row].topic.clone(),
            people: Vec::new(),
            column: None,
        }
    }

    /// Takes what a bullet only says of the item above it, as a line without a bullet does: how far it is, `done`, or who is on it,
    /// `owner: Ida`.
    fn takes_from_below(&mut self, place: usize, row: usize) -> bool {
        let nodes = self.nodes;
        let node = &nodes[place];
        let is_leaf = node.children.is_empty() && node.minutes.is_empty();
        if !is_leaf || node.status.is_some() || self.is_marked(place) || self.titles.has(&node.text)
        {
            return false;
        }
        let mut said = Node::default();
        let is_field = take_field(&mut said, node.line, &node.text, self.names);
        let status = match is_field {
            true => said.status.take(),
            false => is_state_below(&node.text).then(|| node.text.clone()),
        };
        let is_other_field = !is_field || !said.minutes.is_empty() || !said.when.is_empty();
        let Some(status) = status else {
            let brackets = said.people.iter();
            let brackets = brackets.filter_map(|inside| self.names.known(inside));
            let mut form = Form::default();
            form.take_all(brackets);
            let people = &mut self.document.rows[row].people;
            let is_free = people.as_ref().is_none_or(Vec::is_empty);
            let may_take = !is_other_field && is_free && form.people.is_some();
            if may_take {
                *people = form.people;
            }
            return may_take;
        };
        if self.has_parts(node.parent) {
            return false;
        }
        let row = &mut self.document.rows[row];
        let is_new = row.status.is_none() && !row.is_boxed && row.minutes.is_empty();
        let is_put_off = row.kind == Some(ItemKind::Discussion) && says_put_off(&status);
        if is_new && !is_put_off && !row.mark.may_close() {
            row.mark = mark_of(&status);
            row.status = Some(status);
        } else if row.mark != mark_of(&status) {
            row.minutes.push(Minute {
                line: node.line,
                text: node.text.clone(),
                says: Says::Words,
            });
        }
        true
    }

    /// Returns whether what stands below a bullet says something of it that is said of no heading: `done`, `see notes`.
    pub(super) fn says_of_item(&self, place: usize) -> bool {
        let nodes = self.nodes;
        let mut children = nodes[place].children.iter().map(|child| &nodes[*child]);
        let first = children.next().filter(|_| children.next().is_none());
        first.is_some_and(|first| {
            let text = &first.text;
            first.children.is_empty()
                && (is_state_below(text)
                    || refers(text)
                    || is_dated_state(text)
                    || matches!(detail(text), Detail::Who | Detail::State))
        })
    }

    /// Returns whether some of what stands below an item is parts of it, of which the last one may be what a status is about.
    fn has_parts(&mut self, parent: Option<usize>) -> bool {
        const LOOKED_AT: usize = 20;
        let nodes = self.nodes;
        let children = parent.iter().flat_map(|parent| &nodes[*parent].children);
        let mut children = children.take(LOOKED_AT);
        children.any(|child| {
            !is_state_below(&nodes[*child].text)
                && detail(&nodes[*child].text) == Detail::None
                && self.vote(*child) == Some(true)
        })
    }

    /// Returns whether a line only says of the item above it who is on it, or that it is closed: `owner: Ida`, `status: done`.
    fn only_says_of_item(&mut self, place: usize) -> bool {
        let label = detail(&self.nodes[place].text);
        if label == Detail::None || self.is_marked(place) {
            return false;
        }
        let titles = self.titles;
        let form = self.form(place);
        let names_people = form
            .people
            .as_ref()
            .is_some_and(|people| !people.is_empty());
        !titles.has(&form.title)
            && match label {
                Detail::Who => names_people,
                Detail::State => form.mark.may_close(),
                Detail::Other | Detail::None => false,
            }
    }

    /// Returns whether a bullet of our own document is nothing but people: it is not clear what they have to do with the item above.
    fn only_names_somebody(&self, place: usize, row: usize) -> bool {
        let node = &self.nodes[place];
        let is_own = self.document.stamp.is_some();
        // Below a discussion, it may be what was said.
        let is_work = self.document.rows[row].kind != Some(ItemKind::Discussion);
        is_own
            && is_work
            && !self.is_marked(place)
            && node.children.is_empty()
            && !self.titles.has(&node.text)
            && self.names.known(&node.text).is_some()
    }

    fn is_part(&mut self, place: usize, parent: usize, row: usize) -> bool {
        let nodes = self.nodes;
        let text = &nodes[place].text;
        let is_loud = |form: &Form| {
            let status = form.status.as_deref();
            form.mark != Mark::None && status.is_some_and(|status| text.ends_with(status))
        };
        if nodes[parent].says().is_some() || self.are_contents(parent) || is_label_of_decided(text)
        {
            return false;
        }
        if self.document.rows[row].kind == Some(ItemKind::Discussion) {
            return is_loud(self.form(place));
        }
        if nodes[place].label.is_some() {
            return true;
        }
        if behind_label(text).is_some() && !self.titles.has(&self.form(place).title.clone()) {
            return false;
        }
        if detail(text) != Detail::None && !self.titles.has(&self.form(place).title.clone()) {
            return false;
        }
        if let Some(is_part) = self.vote(place) {
            return is_part;
        }
        let is_finished = nodes[parent].checkbox == Some('x');
        // What was told before is told again, whatever stands beside it now.
        let whole = nodes[place].whole();
        if self.known.has_said(&whole) {
            return false;
        }
        if self.titles.has(&self.form(place).title.clone()) {
            return true;
        }
        // What has no box below one that is checked came of it.
        if is_finished {
            return false;
        }
        let people = &self.document.rows[row].people;
        people.as_ref().is_none_or(Vec::is_empty) || self.are_parts(parent)
    }

    /// Returns whether some of what stands below an item is parts of it by its words, and nothing of it tells something.
    fn are_parts(&mut self, parent: usize) -> bool {
        const LOOKED_AT: usize = 20;
        let nodes = self.nodes;
        let children = nodes[parent].children.iter().take(LOOKED_AT);
        let votes: Vec<Option<bool>> = children.map(|child| self.vote(*child)).collect();
        votes.contains(&Some(true)) && !votes.contains(&Some(false))
    }

    fn vote(&mut self, place: usize) -> Option<bool> {
        let text = &self.nodes[place].text;
        if self.is_marked(place) {
            return Some(true);
        }
        is_part(text, self.form(place))
    }
}
