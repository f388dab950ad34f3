//! Lines that are struck through.

use std::collections::HashSet;

use crate::planning::document::{Mark, Person};
use crate::planning::form::{Form, form};
use crate::planning::names::Names;
use crate::planning::status::{is_maybe, mark_of};
use crate::planning::strike::struck_in_front;

/// Cuts a line that is struck through from what says behind it how that ended: `~~fix it~~ DONE`, `~~fix it~~ not this week`.
pub(super) fn ended<'t>(text: &'t str, names: &Names<'_>) -> Option<(&'t str, Form)> {
    const TITLE: &str = "it";
    let (inner, behind) = struck_in_front(text)?;
    let behind = behind.trim();
    let ends = [format!("{TITLE} {behind}"), format!("{TITLE}: {behind}")].into_iter();
    let mut ends = ends.map(|text| form(&text, None, names));
    let says_how = |form: &Form| {
        let is_maybe = form.status.as_deref().is_some_and(is_maybe);
        form.title == TITLE && (form.mark.may_close() || is_maybe)
    };
    // `~~draw it~~ not needed any more` is not a reason, as it would be in brackets behind a title.
    let given_up = || {
        (mark_of(behind) == Mark::Dropped).then(|| Form {
            status: Some(behind.to_owned()),
            mark: Mark::Dropped,
            ..Form::default()
        })
    };
    let form = ends.find(says_how).or_else(given_up)?;
    let mark = match form.mark.may_close() {
        true => form.mark,
        false => Mark::Struck,
    };
    (!inner.trim().is_empty()).then_some((inner.trim(), Form { mark, ..form }))
}

/// Adds to what a line says what stands behind it. `is_exported`: its status was printed, and is known.
pub(super) fn add_end(form: &mut Form, end: &Form, is_exported: bool) {
    form.mark = end.mark;
    if is_exported || form.status.is_none() {
        form.status.clone_from(&end.status);
    }
    let named = form.people.iter().flatten();
    let mut named: HashSet<String> = named.map(|person| person.typed.clone()).collect();
    let more = end.people.iter().flatten();
    let more = more.filter(|person| named.insert(person.typed.clone()));
    let more: Vec<Person> = more.cloned().collect();
    if !more.is_empty() {
        form.people.get_or_insert_default().extend(more);
    }
    form.unclear.extend(end.unclear.iter().cloned());
    form.others.extend(end.others.iter().cloned());
}
