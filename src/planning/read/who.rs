//! The cell of a table that says who is on a task, where it holds more than names.

use super::node::Node;
use crate::planning::form::Form;
use crate::planning::lines::{two_words, without_brackets};
use crate::planning::names::{Names, Place};

/// Writes the line of a row without those who are on it, if what stands in their cell is not people as a whole: then it is no part of the
/// title either.
pub(super) fn without_who(node: &Node, form: &Form) -> Option<String> {
    let who = node.who.as_ref();
    let who = who.filter(|who| form.people.is_none() || two_words(who).is_some())?;
    let bracket = format!(" ({})", without_brackets(who));
    node.text
        .contains(&bracket)
        .then(|| node.text.replacen(&bracket, " ()", 1))
}

/// Adds those whom a cell names: what stands in brackets, and between commas beside them, is told.
pub(super) fn add_who(form: &mut Form, who: &str, names: &Names<'_>) {
    let (cell, mut others) = cut_brackets(who);
    let mut take = |names_of: &str| match names.bracket(names_of, Place::Last) {
        Some(bracket) => {
            form.take(bracket);
            true
        }
        None => false,
    };
    if !take(&cell) {
        let parts = cell.split([',', ';', '/']).map(str::trim);
        let parts = parts.filter(|part| !part.is_empty());
        others.extend(parts.filter(|part| !take(part)).map(str::to_owned));
    }
    // `Max (Tom)`: who knows whether Tom is on it, unless it is somebody known.
    if let Some((_, second)) = two_words(who)
        && names.known(second).is_some()
        && take(second)
    {
        others.clear();
    }
    form.others.extend(others);
}

/// Cuts a text into what stands outside of brackets and what stands in them.
fn cut_brackets(text: &str) -> (String, Vec<String>) {
    let (mut left, mut inside) = (String::new(), Vec::new());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('(') {
        let (bracket, after) = behind.split_once(')').unwrap_or((behind, ""));
        left.push_str(before.trim_end());
        inside.push(bracket.trim().to_owned());
        rest = after;
    }
    left.push_str(rest);
    inside.retain(|bracket| !bracket.is_empty());
    (left.trim().to_owned(), inside)
}
