//! What stands below an item: parts of it, or minutes.

use super::below::{behind_label, is_part};
use super::sections::Holds;
use super::{Head, Reader, Role, Told};
use crate::domain::ItemKind;
use crate::planning::document::Mark;
use crate::planning::form::Form;
use crate::planning::status::is_label_of_decided;

impl Reader<'_> {
    /// Takes what stands below an item.
    pub(super) fn below(&mut self, place: usize, row: usize) -> Role {
        let is_part = match self.nodes[place].parent {
            Some(parent) if !self.is_marked(place) => self.is_part(place, parent, row),
            _ => true,
        };
        if !is_part {
            return self.tell_node(place, Told::Row(row));
        }
        let head = Head {
            holds: Holds::Items(ItemKind::Task),
            topic: self.document.rows[row].topic.clone(),
            people: Vec::new(),
            column: None,
        };
        self.row(place, &head, ItemKind::Task, Some(row))
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
