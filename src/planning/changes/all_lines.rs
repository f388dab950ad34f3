//! What all lines of an item say together.

use std::collections::HashSet;

use super::people::Somebody;
use crate::domain::{Item, PersonRef, Sprint};
use crate::planning::folded::folded;

/// What all lines of an item say.
pub(super) struct Said {
    /// The row that is the own line of the item.
    pub(super) own: Option<usize>,
    /// The first of them that says who is on it, or else the first.
    pub(super) line: usize,
    /// Whether any says who is on it.
    pub(super) says_who: bool,
    pub(super) people: HashSet<Somebody>,
    pub(super) has_unclear_people: bool,
    /// Whether any closes it: that does not say that somebody went.
    pub(super) closes: bool,
    /// The status and what stands below, in the form in which they are compared.
    pub(super) texts: Vec<String>,
}

impl Said {
    pub(super) fn from(line: usize) -> Said {
        Said {
            own: None,
            line,
            says_who: false,
            people: HashSet::new(),
            has_unclear_people: false,
            closes: false,
            texts: Vec::new(),
        }
    }

    /// Returns who is on an item and named on none of its lines.
    pub(super) fn not_named(&self, item: &Item, now: &Sprint) -> Vec<String> {
        if self.has_unclear_people {
            return Vec::new();
        }
        let people = item.assignees.all();
        let people = people.filter(|one| !self.people.contains(&Somebody::Known(one.who)));
        let certain = people.map(|one| PersonRef {
            doubtful: false,
            ..one
        });
        certain.map(|one| now.people().print(one)).collect()
    }

    /// Returns whether an item has a status that none of its lines names.
    pub(super) fn lacks_status(&self, item: &Item) -> bool {
        let status = item.status().map(folded);
        let is_said = |status: String| self.texts.iter().any(|text| text.contains(&status));
        status.is_some_and(|status| !is_said(status))
    }
}
