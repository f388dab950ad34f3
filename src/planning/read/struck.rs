//! Lines that are struck through.

use std::collections::HashSet;

use super::verbs::is_work;
use crate::planning::document::{Mark, Person};
use crate::planning::form::{Form, form};
use crate::planning::names::Names;
use crate::planning::status::{is_maybe, mark_of};
use crate::planning::strike::struck_in_front;

/// Cuts a line that is struck through from what stands behind it: how that ended, as in `~~fix it~~ DONE` and `~~fix it~~ not this week`, or
/// any other words, which are never a part of the title but its status, unless they say what else is to be done.
pub(super) fn ended<'t>(text: &'t str, names: &Names<'_>) -> Option<(&'t str, Form)> {
    const TITLE: &str = "it";
    let (inner, behind) = struck_in_front(text)?;
    let (inner, behind) = (inner.trim(), behind.trim());
    if inner.is_empty() || behind.is_empty() {
        return None;
    }
    let ends = [format!("{TITLE} {behind}"), format!("{TITLE}: {behind}")].into_iter();
    let ends: Vec<Form> = ends.map(|text| form(&text, None, names)).collect();
    let says_how = |form: &&Form| {
        let is_maybe = form.status.as_deref().is_some_and(is_maybe);
        form.title == TITLE && (form.mark.may_close() || is_maybe)
    };
    let with_status = |status: &str, mark: Mark| Form {
        status: Some(status.to_owned()),
        mark,
        ..Form::default()
    };
    // `~~draw it~~ not needed any more` is not a reason, as it would be in brackets behind a title.
    let given_up =
        || (mark_of(behind) == Mark::Dropped).then(|| with_status(behind, Mark::Dropped));
    let words = || {
        let words = behind.trim_start_matches([':', '-', '–', '—', ',', ';', ' ']);
        if is_work(words) {
            return Form::default();
        }
        let cut = ends.iter().find(|form| form.title == TITLE).cloned();
        cut.unwrap_or_else(|| with_status(words, Mark::Struck))
    };
    let form = ends.iter().find(says_how).cloned();
    let form = form.or_else(given_up).unwrap_or_else(words);
    let mark = match form.mark.may_close() {
        true => form.mark,
        false => Mark::Struck,
    };
    Some((inner, Form { mark, ..form }))
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
