//! What laptops that were apart recorded of one name, one item or in the same words.

use super::entry::{Action, Entry, Join};
use super::id::EntryId;
use super::person::{split_doubt, split_plus};
use super::sprint::Sprint;
use crate::text::normalize;

/// Somebody who joined with a nick that somebody else has.
pub struct Namesake<'s> {
    pub join: &'s Join,
    /// Who typed that.
    pub by: &'s str,
    /// What the same writer recorded of the nick since then.
    pub named: Vec<&'s Entry>,
    /// One that nobody has.
    pub free_nick: String,
}

impl Sprint {
    /// Returns whom an entry says to join.
    pub fn namesake(&self, joined: EntryId) -> Option<Namesake<'_>> {
        let entry = self.entry(joined)?;
        let Action::Join(join) = &entry.action else {
            return None;
        };
        let nick = normalize(&join.nick);
        let named = self.effective().filter(|other| {
            let fields = other.action.fields();
            let mut names = [fields.people, fields.with].into_iter().flatten().flatten();
            other.by == entry.by
                && other.typed() > entry.typed()
                && names.any(|name| normalize(split_doubt(name).0) == nick)
        });
        Some(Namesake {
            join,
            by: &entry.by,
            named: named.collect(),
            free_nick: self.people.new_nick(split_plus(&join.person).0),
        })
    }
}
