//! Reading a planning document: which line is a heading, an item, a part of one, or minutes.

use super::document::{Document, Row};
use super::form::form;
use super::lines::{LineKind, lines};
use super::names::Names;
use crate::domain::Sprint;

/// Reads a document. The sprint, as it was when the document was exported if that is known, says which names and titles there are;
/// `me` is who typed it. Anything can be read; what is not understood is among [`Document::unread`].
pub fn read(text: &str, sprint: &Sprint, me: &str) -> Document {
    let lines = lines(text);
    let names = Names::learn(sprint, &[], &lines, me);
    let mut document = Document::default();
    for line in &lines {
        if let LineKind::Bullet { text, .. } = &line.kind {
            let form = form(text, None, &names);
            document.rows.push(Row {
                line: line.number,
                title: form.title,
                people: form.people,
                when: form.when,
                status: form.status,
                mark: form.mark,
                ..Row::default()
            });
        }
    }
    document.new_people = names.new_people();
    document
}
