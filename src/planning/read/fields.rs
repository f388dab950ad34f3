//! Lines below an item that say with a label who is on it, how far it is, or when it is: `owner: Ida`.

use super::node::Node;
use crate::planning::document::{Minute, Says};
use crate::planning::names::Names;
use crate::planning::status::{is_status, without_emphasis};
use crate::planning::time::bare_time;
use crate::text::{is_of, normalize};

const WHO: &str =
    "assigned assignee assignees owner owners people responsible verantwortlich wer who zustandig";
const STATUS: &str = "stand state status";
const WHEN: &str = "termin wann when";
/// By when it has to be done, which is not when it is done.
const UNTIL: &str = "bis deadline due fallig";

/// Takes such a line, if what is behind the label is nothing else.
pub(super) fn take_field(node: &mut Node, line: usize, text: &str, names: &Names<'_>) -> bool {
    let Some((label, value)) = text.split_once(": ") else {
        return false;
    };
    let (label, value) = (
        normalize(without_emphasis(label.trim())),
        value.trim().trim_matches(['[', ']']),
    );
    if is_of(WHO, &label) && names.known(value).is_some() {
        node.people.push(value.to_owned());
    } else if is_of(STATUS, &label) && is_status(value) && node.status.is_none() {
        node.status = Some(value.to_owned());
    } else if is_of(WHEN, &label) && bare_time(value).is_some() {
        node.when.push(value.to_owned());
    } else if is_of(UNTIL, &label) && bare_time(value).is_some() {
        node.minutes.push(Minute {
            line,
            text: text.to_owned(),
            says: Says::Words,
        });
    } else {
        return false;
    }
    true
}
