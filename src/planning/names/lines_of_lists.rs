//! The lines of lists of who is there.

use crate::domain::Role;

/// A line, or a wrapped one, of a list of people.
pub struct List {
    pub line: usize,
    pub text: String,
    pub whom: Whom,
    /// Whether others of the list have lines of their own, so that each is about one person.
    pub is_line: bool,
    /// What all in it are, as its heading says: `Remote`.
    pub role: Option<Role>,
}

impl List {
    /// Makes one of a text by itself.
    pub(super) fn of(text: &str) -> List {
        List {
            line: 0,
            text: text.to_owned(),
            whom: Whom::Here,
            is_line: false,
            role: None,
        }
    }

    pub fn is_away(&self) -> bool {
        matches!(self.whom, Whom::Away | Whom::Sick)
    }
}

/// Whom a list has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whom {
    Here,
    /// Those who come later.
    Later,
    /// Those with an empty box.
    Unticked,
    Away,
    Sick,
    /// Nobody: its label says that it is something else.
    Other,
}
