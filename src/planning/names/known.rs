//! Whom a name means.

use crate::domain::{KnownPeople, Sprint, stored_name};

/// The names that a document may mean: those of the sprint, those of its lists of who is present, and those in its brackets.
pub struct Names<'s> {
    pub(super) sprint: &'s Sprint,
    pub(super) me: String,
    /// Everybody, as it will be when what the document says is recorded.
    pub(super) known: KnownPeople<'static>,
}

/// What is found for a name.
pub enum Resolved {
    Nobody,
    /// What is typed for the one person.
    One(String),
    Several,
}

impl Names<'_> {
    /// Finds whom a name means.
    pub(super) fn resolve(&self, name: &str) -> Resolved {
        let name = name.trim_start_matches(['@', '+']);
        let mut found = self.known.find(name);
        if found.is_empty() && !name.contains(char::is_whitespace) {
            found = self.known.find_by_initials(name);
        }
        match found[..] {
            [] => Resolved::Nobody,
            [id] => Resolved::One(stored_name(self.known.get(id))),
            _ => Resolved::Several,
        }
    }
}
