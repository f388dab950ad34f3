//! Where a line stands by the heading above it: `Done`, or a column of a board such as `Blocked`.

use super::filed::is_column_of_board;
use super::headings::{is_of_column, mark_of, says_to_do, status_of};
use super::node::Node;
use super::{Head, Reader};
use crate::diagnostic::UnreadKind;
use crate::planning::document::Mark;
use crate::planning::form::Form;
use crate::planning::status;

impl Reader<'_> {
    /// Tells what the heading of a line says about it, if that is not a topic: it is finished, or nobody will do it.
    pub(super) fn mark_of_heading(&self, node: &Node) -> Mark {
        let section = &self.sections[node.section];
        match section.path.last() == Some(&section.title) {
            true => Mark::None,
            false => mark_of(&section.title),
        }
    }

    /// Tells what the heading of a line says about it, if nothing else does: a status that was printed is from another such heading.
    pub(super) fn mark_in_column(
        &mut self,
        node: &Node,
        head: &Head,
        form: &mut Form,
        mark: Mark,
    ) -> Mark {
        let printed = self.known.exported(node.number.as_deref());
        let printed = printed.and_then(|row| row.status);
        let has_moved = |column: &str| {
            let status = form.status.as_deref();
            let is_printed = status.is_some() && status == printed.as_deref();
            is_printed && status.is_some_and(is_of_column) && !gives(column, status)
        };
        let column = self.column(node, head);
        if column.as_deref().is_some_and(has_moved) {
            form.status = None;
        } else if form.status.is_some() {
            return mark;
        }
        let Some(column) = column else {
            return match mark {
                Mark::None => self.mark_of_heading(node),
                mark => mark,
            };
        };
        if let Some(status) = status_of(&column) {
            let of_status = status::mark_of(&status);
            form.status = Some(status);
            return match of_status {
                Mark::InProgress => of_status,
                _ if mark == Mark::InProgress => Mark::None,
                _ => mark,
            };
        }
        match (mark_of(&column), node.checkbox) {
            (Mark::None, _) if mark == Mark::InProgress => Mark::None,
            (Mark::None, _) => mark,
            // An empty box says the contrary.
            (Mark::Done | Mark::Dropped, Some(' ')) => {
                self.unread(node.line, &node.text, UnreadKind::OpenBelow(column));
                mark
            }
            (of_heading, _) => of_heading,
        }
    }

    /// Returns the heading of a line that is no topic, if it is a column of a board.
    pub(super) fn column(&self, node: &Node, head: &Head) -> Option<String> {
        if node.is_to_do {
            return Some("TODO".to_owned());
        }
        if head.column.is_some() {
            return head.column.clone();
        }
        // A part may stand elsewhere than the whole.
        if node.parent.is_some() {
            return None;
        }
        let section = &self.sections[node.section];
        let is_to_do = says_to_do(&section.title) && self.sections.iter().any(is_column_of_board);
        (is_column_of_board(section) || is_to_do && section.path.last() != Some(&section.title))
            .then(|| section.title.clone())
    }
}

/// Returns whether a heading gives a status, in whatever words.
fn gives(column: &str, status: Option<&str>) -> bool {
    let status = status.unwrap_or_default();
    match status_of(column) {
        Some(given) => given == status.to_lowercase(),
        None => mark_of(column) == Mark::InProgress && mark_of(status) == Mark::InProgress,
    }
}
