//! What one line about an item says, by its form: title, people, time, status.

mod back;
mod behind;
mod by_form;
mod front;
mod parts;

use self::behind::behind;
use self::by_form::{by_form, finished, with_bare_status};
use super::names::Names;
use super::row::ExportedRow;

pub use self::behind::{behind_title, form_of_row, is_cut};
pub use self::parts::Form;

#[cfg(test)]
mod tests;

/// Cuts a line about an item into its parts. `title`: the title of an item with which the line begins; what follows is people, time
/// and status.
pub fn form(text: &str, title: Option<&str>, names: &Names<'_>) -> Form {
    let known = title.and_then(|title| behind_title(text, title).map(|rest| (title, rest)));
    let exported = known.and_then(|(title, rest)| behind(rest, &ExportedRow::of(title), names));
    let exported = exported.map(with_bare_status);
    let mut form = exported.unwrap_or_else(|| by_form(text, names));
    // Names as the item, and the task below.
    if title.is_none()
        && form.people.is_none()
        && let Some(bracket) = names.only(&form.title)
    {
        form.take(bracket);
        form.title.clear();
    }
    finished(form)
}
