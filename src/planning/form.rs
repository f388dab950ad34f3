//! What one line about an item says, by its form: title, people, time, status.

use super::document::{Mark, Person};
use super::names::Names;

/// The parts of a line, without its bullet, box and number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    pub title: String,
    /// `None` if the line says nothing about people; `()` is nobody.
    pub people: Option<Vec<Person>>,
    pub when: Option<String>,
    pub status: Option<String>,
    pub mark: Mark,
}

/// Cuts a line about an item into its parts. `title`: the exported title of the item, if the line has its number; where
/// the line begins with it, the rest is people, time and status.
pub fn form(text: &str, title: Option<&str>, names: &Names<'_>) -> Form {
    Form {
        title: text.to_owned(),
        ..Form::default()
    }
}
