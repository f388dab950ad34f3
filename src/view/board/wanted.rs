//! Which items somebody wants to see.

use foldhash::HashSet;

use crate::domain::{EntryId, Item, Topic, Who};

/// What of a board is wanted; by default all of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wanted {
    /// What any of these is on, or did.
    pub people: Vec<Who>,
    /// What is filed under this topic, or one below it.
    pub topic: Option<Topic>,
    /// The tasks that nobody is on, nor on any of their parts.
    pub free: bool,
}

impl Wanted {
    pub(super) fn has(&self, item: &Item, free_tasks: &HashSet<EntryId>) -> bool {
        let people = if item.is_open() {
            item.assignees.clone()
        } else {
            item.credit()
        };
        let is_on = || {
            let mut who = people.all().map(|one| one.who);
            who.any(|who| who == Who::Everybody || self.people.contains(&who))
        };
        let is_filed = |topic: &Topic| {
            let mut above = item.topic.iter().flat_map(Topic::path);
            above.any(|above| above == *topic)
        };
        (self.people.is_empty() || is_on())
            && self.topic.as_ref().is_none_or(is_filed)
            && (!self.free || free_tasks.contains(&item.id))
    }
}
