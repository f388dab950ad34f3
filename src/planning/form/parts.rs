//! The parts of a line.

use std::collections::HashSet;

use crate::diagnostic::UnreadKind;
use crate::planning::codes::COLON;
use crate::planning::document::{Mark, Person};
use crate::planning::names::{Bracket, add_status, add_time};
use crate::planning::status::{is_reason, mark_of};

/// The parts of a line, without its bullet, box and number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    pub title: String,
    /// `None` if the line says nothing about people; `()` is nobody.
    pub people: Option<Vec<Person>>,
    /// Whose work its status says it is: `done by Ida`.
    pub credit: Option<Vec<Person>>,
    /// What is not clear about the people.
    pub unclear: Vec<UnreadKind>,
    /// Words among the people that are not understood.
    pub others: Vec<String>,
    pub when: Option<String>,
    pub status: Option<String>,
    /// Whether there is one in front of the title.
    pub is_status_in_front: bool,
    pub mark: Mark,
}

/// Splits off a bracket with which a text begins.
pub fn bracket_at_start(text: &str) -> Option<(&str, &str)> {
    if !text.starts_with('(') {
        return None;
    }
    let mut depth = 0_usize;
    for (place, letter) in text.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some((&text[1..place], &text[place + 1..]));
        }
    }
    None
}

impl Form {
    pub fn take(&mut self, bracket: Bracket) {
        self.take_all([bracket]);
    }

    /// Adds what brackets say, and each of their people once.
    pub fn take_all(&mut self, brackets: impl IntoIterator<Item = Bracket>) {
        let there = self.people.iter().flatten();
        let mut seen: HashSet<String> = there.map(|person| person.typed.clone()).collect();
        for bracket in brackets {
            self.credit = bracket.credit.or(self.credit.take());
            let people = self.people.get_or_insert_default();
            let new = bracket.people.into_iter();
            people.extend(new.filter(|person| seen.insert(person.typed.clone())));
            self.unclear.extend(bracket.unclear);
            self.others.extend(bracket.others);
            if let Some(when) = bracket.when {
                add_time(&mut self.when, &mut self.others, when);
            }
            if let Some(status) = bracket.status {
                self.add_status_or_reason(&status);
            }
        }
    }

    /// Adds a status beside a title. One that may be why something is to be done does not say that nobody does it.
    pub fn add_status_or_reason(&mut self, status: &str) {
        self.add_status(status);
        if self.mark == Mark::None && is_reason(status) {
            self.mark = Mark::InProgress;
        }
    }

    /// Adds a time that stands beside the line.
    pub fn take_when(&mut self, when: &str) {
        if self.when.as_deref() != Some(when) {
            add_time(&mut self.when, &mut self.others, when.to_owned());
        }
    }

    /// Adds a status that stands in front of the title. `known`: the status that was exported, which says nothing more.
    pub fn with_status_in_front(mut self, status: &str, known: Option<&str>) -> Form {
        let behind = self.status.take();
        let behind = behind.filter(|behind| Some(behind.as_str()) != known);
        self.add_status(status);
        if let Some(behind) = behind {
            self.add_status(&behind);
        }
        if self.mark != Mark::Struck {
            self.mark = self.status.as_deref().map_or(Mark::None, mark_of);
        }
        self.is_status_in_front = true;
        self
    }

    /// Puts the colons of the codes of emojis back into the parts of a line.
    pub(super) fn show_codes(&mut self) {
        let parts = [
            Some(&mut self.title),
            self.when.as_mut(),
            self.status.as_mut(),
        ];
        let others = self.others.iter_mut();
        for part in parts.into_iter().flatten().chain(others) {
            if part.contains(COLON) {
                *part = part.replace(COLON, ":");
            }
        }
    }

    /// Adds words of a status behind those that there are.
    pub fn add_status(&mut self, status: &str) {
        let status = status.trim();
        if !status
            .contains(|letter: char| !letter.is_whitespace() && !":-–—.,=*_~|".contains(letter))
        {
            return;
        }
        add_status(&mut self.status, status);
    }
}
