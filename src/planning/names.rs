//! Who the names of a document are.

use super::document::{Person, Present};
use super::lines::Line;
use crate::domain::Sprint;

/// The names that a document may mean: those of the sprint, those of its lists of who is present, and those in its brackets.
pub struct Names<'s> {
    sprint: &'s Sprint,
}

impl<'s> Names<'s> {
    /// Learns the names of a whole document, before any of its lines is read: from its lists of who is present (each line
    /// with its number), and from the brackets of all its lines. `me` is who typed it.
    pub fn learn(
        sprint: &'s Sprint,
        lists: &[(usize, &str)],
        lines: &[Line],
        me: &str,
    ) -> Names<'s> {
        Names { sprint }
    }

    /// Reads who stands in a list of who is present, in one line or an item of it; none if it is not people. Words that
    /// say something else, such as `[work on _sre]`, are left out.
    pub fn present(&self, line: usize, text: &str) -> Vec<Present> {
        Vec::new()
    }

    /// Reads what stands between brackets, if it is people; `None` if it is something else.
    ///
    /// `is_last`: only a status follows the brackets. Then a capitalised name that nobody knows is somebody new.
    pub fn people(&self, inside: &str, is_last: bool) -> Option<Vec<Person>> {
        None
    }

    /// Returns the people whom [`Names::people`] takes for new ones, each once, as they are typed: `+Amaury`.
    pub fn new_people(&self) -> Vec<String> {
        Vec::new()
    }
}
