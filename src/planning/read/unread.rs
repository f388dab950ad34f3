//! What is listed, as no item has it.

use std::collections::HashSet;

use super::headings::{Meaning, meaning, says_where_they_stand};
use super::lists::is_row;
use super::node::Node;
use super::sections::{Holds, Section};
use super::told::thanks;
use super::{Reader, Role};
use crate::diagnostic::{Run, UnreadKind};
use crate::planning::document::Unread;
use crate::planning::lines::{Aside, Line, LineKind};

impl Reader<'_> {
    pub(super) fn prose(&mut self, node: &Node) -> Role {
        let why = match node.is_text {
            true => UnreadKind::Prose(Run::from(node.line, node.count())),
            false => UnreadKind::Bullet(Run::from(node.line, 1)),
        };
        self.unread(node.line, &node.whole(), why);
        for minute in &node.minutes {
            self.words(minute.line, &minute.text);
        }
        Role::Nothing
    }

    /// Lists the lines of a section that has no items, or those among people that are no words.
    pub(super) fn not_read(&mut self, section: &Section, lines: &[Line]) {
        let below = lines[section.lines.clone()].iter();
        match section.holds {
            Holds::Words => {
                let heading = section.heading.and_then(|heading| lines.get(heading));
                let mut first = heading.map(|line| (line.number, section.title.as_str()));
                let mut run = Run {
                    count: 0,
                    last: first.map_or(0, |(line, _)| line),
                };
                for line in below {
                    let Some(text) = words(line) else { continue };
                    first.get_or_insert((line.number, text));
                    run.add(Run::from(line.number, text.lines().count()));
                }
                if let Some((line, text)) = first {
                    let why = match heading {
                        Some(_) => UnreadKind::Section {
                            headings: 1,
                            below: run,
                        },
                        None => UnreadKind::Prose(run),
                    };
                    self.unread(line, text, why);
                }
            }
            Holds::Here | Holds::Away => {
                for line in below {
                    match &line.kind {
                        LineKind::Block(text) => {
                            self.words(line.number, text);
                        }
                        LineKind::Person {
                            name: None, row, ..
                        } => {
                            self.unread(line.number, row, UnreadKind::NotAName);
                        }
                        LineKind::Person {
                            name: Some(name),
                            others: Some(text),
                            ..
                        } => {
                            let why = UnreadKind::BehindName(name.clone());
                            self.unread(line.number, text, why);
                        }
                        LineKind::Bullet { text, .. } if is_row(line) => {
                            self.unread(line.number, text, UnreadKind::NotAName);
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }

    /// Lists words that belong to no item.
    pub(super) fn words(&mut self, line: usize, text: &str) {
        let run = Run::from(line, text.lines().count());
        self.unread(line, text, UnreadKind::Prose(run));
    }

    pub(super) fn unread(&mut self, line: usize, text: &str, why: UnreadKind) {
        let why = match why {
            UnreadKind::Prose(run) | UnreadKind::Bullet(run) if thanks(text) => {
                UnreadKind::Thanks(run)
            }
            UnreadKind::Section { below, .. } if thanks(text) => {
                let mut run = Run::from(line, 1);
                run.add(below);
                UnreadKind::Thanks(run)
            }
            why => why,
        };
        self.document.unread.push(Unread {
            line,
            text: text.to_owned(),
            why,
        });
    }

    /// Lists what no section reads, and leaves out what is not worth a word.
    pub(super) fn lost(&mut self, lines: &[Line]) {
        let lists = self.sections.iter();
        let lists = lists.filter(|section| matches!(section.holds, Holds::Here | Holds::Away));
        let listed: HashSet<usize> = lists.flat_map(|list| list.lines.clone()).collect();
        let mut in_table = false;
        for (place, line) in lines.iter().enumerate() {
            match &line.kind {
                LineKind::Aside(Aside::Hidden { words, count }) => {
                    let run = Run::from(line.number, *count);
                    self.unread(line.number, words, UnreadKind::Hidden(run));
                }
                LineKind::Aside(Aside::When(when)) if is_of_heading(&lines[..place]) => {
                    self.unread(line.number, when, UnreadKind::TimeOfHeading);
                }
                LineKind::Aside(Aside::Columns(headers)) => {
                    self.unread(line.number, headers, UnreadKind::Columns);
                }
                _ => {}
            }
            let row = match &line.kind {
                // Only the first of several rows is listed.
                LineKind::TableRow(row) if !in_table && is_beside_rows(lines, place) => {
                    Some((row, UnreadKind::RowWithoutTask))
                }
                LineKind::TableRow(row) => Some((row, UnreadKind::Table)),
                LineKind::Person { row, .. } if !listed.contains(&place) => {
                    Some((row, UnreadKind::PeopleTable))
                }
                _ => None,
            };
            let was_in_table = std::mem::replace(&mut in_table, row.is_some());
            if let Some((row, why)) = row.filter(|_| !was_in_table) {
                self.unread(line.number, row, why);
            }
        }
        self.document.unread.sort_by_key(|unread| unread.line);
        let is_own = self.document.stamp.is_some();
        self.document.unread.retain(|unread| {
            let is_word = unread.text.chars().any(char::is_alphanumeric);
            let is_prose = matches!(unread.why, UnreadKind::Prose(_) | UnreadKind::Bullet(_));
            let has_number = unread.text.contains(|sign: char| sign.is_ascii_digit());
            let is_heading = !has_number
                && meaning(&unread.text) == Meaning::Generic
                && !says_where_they_stand(&unread.text);
            is_word && (is_own || !(is_prose && is_heading))
        });
    }
}

/// Returns whether what an outline says next is about a heading.
fn is_of_heading(above: &[Line]) -> bool {
    let mut above = above.iter().rev();
    let last = above.find(|line| !matches!(line.kind, LineKind::Aside(_) | LineKind::Blank));
    last.is_some_and(|line| matches!(line.kind, LineKind::Heading { .. }))
}

/// Returns whether other rows of the table of a row are known to be tasks, so that only its own cell for that is empty.
fn is_beside_rows(lines: &[Line], place: usize) -> bool {
    let is_of_table = |line: &&Line| matches!(line.kind, LineKind::TableRow(_)) || is_row(line);
    let above = lines[..place].iter().rev().take_while(is_of_table);
    let below = lines[place..].iter().take_while(is_of_table);
    above.chain(below).any(is_row)
}

/// Returns the words of a line; those of a table are listed by themselves.
fn words(line: &Line) -> Option<&str> {
    match &line.kind {
        LineKind::Text(text) | LineKind::Block(text) | LineKind::Bullet { text, .. } => Some(text),
        LineKind::Blank
        | LineKind::Heading { .. }
        | LineKind::TableRow(_)
        | LineKind::Person { .. }
        | LineKind::Comment(_)
        | LineKind::Aside(_) => None,
    }
}
