//! The parts of a line.

use crate::diagnostic::UnreadKind;
use crate::planning::document::{Mark, Person};
use crate::planning::names::Bracket;

/// The parts of a line, without its bullet, box and number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    pub title: String,
    /// `None` if the line says nothing about people; `()` is nobody.
    pub people: Option<Vec<Person>>,
    /// What is not clear about the people.
    pub unclear: Vec<UnreadKind>,
    /// Words among the people that are not understood.
    pub others: Vec<String>,
    pub when: Option<String>,
    pub status: Option<String>,
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
        let people = self.people.get_or_insert_default();
        for person in bracket.people {
            if !people.iter().any(|one| one.typed == person.typed) {
                people.push(person);
            }
        }
        self.unclear.extend(bracket.unclear);
        self.others.extend(bracket.others);
        if let Some(when) = bracket.when {
            self.add_time(when);
        }
        if let Some(status) = bracket.status {
            self.add_status(&status);
        }
    }

    /// Adds a time from a list of people. A second one is not understood.
    fn add_time(&mut self, when: String) {
        match &self.when {
            None => self.when = Some(when),
            Some(first) if *first == when => {}
            Some(_) => self.others.push(when),
        }
    }

    /// Adds words of a status behind those that there are.
    pub fn add_status(&mut self, status: &str) {
        let status = status.trim();
        if !status.contains(|letter: char| !letter.is_whitespace() && !":-–—.,".contains(letter))
        {
            return;
        }
        self.status = Some(match self.status.take() {
            Some(before) => format!("{before}: {status}"),
            None => status.to_owned(),
        });
    }
}
