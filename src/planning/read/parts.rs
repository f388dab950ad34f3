//! What stands below an item: parts of it, or minutes.

use super::below::is_part;
use super::sections::Holds;
use super::{Head, Reader, Role, Told};
use crate::domain::ItemKind;
use crate::planning::document::Mark;
use crate::planning::form::Form;

/// How many bullets beside one are asked what they are.
const MOST: usize = 50;

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
        if nodes[parent].says().is_some() || self.are_contents(parent) {
            return false;
        }
        if self.document.rows[row].kind == Some(ItemKind::Discussion) {
            return is_loud(self.form(place));
        }
        if let Some(is_part) = self.vote(place) {
            return is_part;
        }
        let siblings = &nodes[parent].children;
        let (mut parts, mut minutes) = (0_usize, 0_usize);
        // A long list says it by its first ones, so that it is not read again for each of them.
        for sibling in siblings.iter().take(MOST) {
            match self.vote(*sibling) {
                Some(true) => parts += 1,
                Some(false) => minutes += 1,
                None => {}
            }
        }
        match parts.cmp(&minutes) {
            std::cmp::Ordering::Greater => true,
            std::cmp::Ordering::Less => false,
            std::cmp::Ordering::Equal => {
                let people = &self.document.rows[row].people;
                people.as_ref().is_none_or(Vec::is_empty)
            }
        }
    }

    fn vote(&mut self, place: usize) -> Option<bool> {
        let text = &self.nodes[place].text;
        if self.is_marked(place) {
            return Some(true);
        }
        is_part(text, self.form(place))
    }
}
