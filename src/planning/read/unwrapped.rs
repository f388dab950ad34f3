//! Exported rows that were wrapped anew.

use super::known::Known;
use super::number::number;
use crate::planning::folded::{folded, folded_with_break, without_break};
use crate::planning::lines::{LineKind, lines};
use crate::planning::row::ExportedRow;

/// Puts each row that was exported on one line, however it was wrapped and whatever its lines look like by themselves. Behind it
/// are blank lines, so that all others keep their numbers.
pub(super) fn unwrapped(text: &str, known: &Known<'_>) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut rest = text.lines().peekable();
    while let Some(first) = rest.next() {
        let mut line = first.to_owned();
        let mut blank = 0;
        if let Some(next) = rest.next_if(|next| is_box_alone(first) && are_words_below(next, first))
        {
            line = format!("{} {}", first.trim_end(), next.trim());
            blank += 1;
        }
        whole.push_str(&line);
        if let Some(mut wrapped) = Wrapped::begin(&line, known) {
            while let Some(next) = rest.next_if(|next| wrapped.goes_on(next)) {
                whole.push(' ');
                whole.push_str(next.trim());
                blank += 1;
            }
        }
        whole.push_str(&"\n".repeat(1 + blank));
    }
    whole
}

/// Returns whether a line is nothing but a bullet and its box.
fn is_box_alone(line: &str) -> bool {
    let behind = line.trim().strip_prefix(['-', '*', '+']).map(str::trim);
    behind
        .is_some_and(|behind| behind.len() == 3 && behind.starts_with('[') && behind.ends_with(']'))
}

/// Returns whether a line below a bullet is words that stand further to the right.
fn are_words_below(line: &str, above: &str) -> bool {
    const SIGNS: [char; 7] = ['-', '*', '+', '|', '<', '>', '`'];
    let indent = |line: &str| line.len() - line.trim_start().len();
    let words = line.trim();
    indent(line) > indent(above) && !words.is_empty() && !words.starts_with(SIGNS)
}

/// Returns whether a row that was exported, and edited, goes on in the next lines: its people or its end stand there.
pub(super) fn is_broken<'t>(
    text: &str,
    exported: &ExportedRow,
    mut next: impl Iterator<Item = &'t str>,
) -> bool {
    let people = exported.people.as_deref().unwrap_or_default();
    let first = people.split([',', ';']).next().unwrap_or_default();
    let bracket = folded(&format!("({first}"));
    let has_people = |text: &str| !first.is_empty() && folded(text).contains(&bracket);
    let row = folded(&exported.text());
    let is_end = |text: &str| row.ends_with(&format!(" {}", folded(text)));
    let has_end = text.split_whitespace().next_back().is_some_and(is_end);
    let has_names = has_people(text);
    next.any(|line| has_people(line) && !has_names || is_end(line) && !has_end)
}

/// What is missing of an exported row behind its first lines.
struct Wrapped {
    row: String,
    /// Where the title ends.
    title: usize,
    /// How much of the row was there.
    there: usize,
}

impl Wrapped {
    fn begin(line: &str, known: &Known<'_>) -> Option<Wrapped> {
        if !line.contains('#') {
            return None;
        }
        let read = lines(line).pop()?;
        let LineKind::Bullet { text, .. } = read.kind else {
            return None;
        };
        let (number, words) = number(&text);
        let exported = known.exported(number)?;
        let wrapped = Wrapped {
            row: folded_with_break(&exported.text()),
            title: folded_with_break(&exported.title).len(),
            there: folded_with_break(words).len(),
        };
        wrapped
            .row
            .starts_with(&folded_with_break(words))
            .then_some(wrapped)
    }

    /// Takes the next line if it goes on with the row, or at least with the title.
    fn goes_on(&mut self, line: &str) -> bool {
        let words = folded_with_break(line);
        let missing = &self.row[self.there..];
        let missing = match self.there {
            0 => Some(missing),
            _ => missing.strip_prefix(' '),
        };
        let Some(missing) = missing.filter(|_| !words.is_empty()) else {
            return false;
        };
        // The line before may have ended in a backslash, which is nothing there.
        let behind_break = missing.strip_prefix("\\ ");
        let behind_break = behind_break.filter(|_| !words.starts_with('\\'));
        let missing = behind_break.unwrap_or(missing);
        let goes_on_with = |words: &str| {
            let rest = missing.strip_prefix(words);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        let (words, is_known) = match goes_on_with(&words) {
            true => (words.as_str(), true),
            false => (without_break(&words), goes_on_with(without_break(&words))),
        };
        let from = self.row.len() - missing.len();
        let of_title = self.row.get(from..self.title).unwrap_or_default();
        let ends_title = !of_title.is_empty() && words.starts_with(of_title);
        self.there = match is_known {
            true => from + words.len(),
            false => self.row.len(),
        };
        is_known || ends_title
    }
}
