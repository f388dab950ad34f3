//! What is told of one item or note.

use chrono::NaiveDate;

use crate::domain::{EntryId, Item, ItemKind, Label, TimedNote, TimedText, Who};
use crate::report::data::{Gap, Image, NextStep};
use crate::report::document::{Block, Inline, first_line, plain};
use crate::report::parse::{parse_line, parse_told};
use crate::report::selection::Builder;
use crate::report::settings::Names;
use crate::report::title::{remove_end, with_stop};
use crate::report::whose::{Whose, credited, names_all};

/// What is told of one item or note, before it is text.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::report) struct Story {
    /// The item; `None` of a note.
    pub item: Option<Subject>,
    /// The entry that made the note; `None` of an item.
    pub note: Option<EntryId>,
    /// The title of the item.
    pub title: Vec<Inline>,
    /// Minutes, then results; the text of a note. Empty if nothing came of it but that it is finished, or that the talk was held.
    pub texts: Vec<Block>,
    /// Whose work it is.
    pub credit: Whose,
    pub parts: Vec<Story>,
    /// What follows from it after the sprint.
    pub next: Vec<NextStep>,
    pub pictures: Vec<Image>,
    pub gap: Option<Gap>,
}

/// The item that a story is about.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::report) struct Subject {
    pub id: EntryId,
    pub label: Label,
    pub kind: ItemKind,
}

/// How much of an item is told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::report) enum View {
    /// All of it.
    Whole,
    /// What was recorded on one day, with whoever was on it then.
    Day(NaiveDate),
    /// All of it, under a heading that names somebody.
    Person(Who),
}

impl Builder<'_> {
    /// Tells an item. Its parts, next steps and pictures are left to those who know what else the post tells.
    pub(in crate::report) fn story(&self, item: &Item, view: View, names: Names) -> Story {
        let is_told = |text: &&TimedText| match view {
            View::Day(day) => text.day == day,
            View::Whole | View::Person(_) => self.span.holds(text.day),
        };
        let minutes: Vec<&TimedText> = item.minutes().filter(is_told).collect();
        let results: Vec<&TimedText> = item.valid_results().iter().filter(is_told).collect();
        let mut texts = parsed(&minutes);
        texts.extend(parsed(&results));

        let credit = match view {
            View::Day(day) => item.credit_on(day),
            View::Whole | View::Person(_) => item.credit(),
        };
        let mut title = vec![Block::Paragraph(parse_line(&item.text))];
        let read = match texts.is_empty() {
            true => &mut title,
            false => &mut texts,
        };
        let is_said = names_all(self.sprint, &credit, names, read)
            || matches!(view, View::Person(who) if credited(self.sprint, &credit) == [who]);
        let credit = Whose {
            is_said,
            ..Whose::new(self.sprint, &credit, names)
        };
        Story {
            item: Some(Subject {
                id: item.id,
                label: item.label,
                kind: item.kind,
            }),
            title: first_line(self.with_references(title, names)),
            texts: self.with_references(texts, names),
            credit,
            gap: gap(item),
            ..Story::default()
        }
    }

    pub(in crate::report) fn note_story(&self, note: &TimedNote, names: Names) -> Story {
        Story {
            note: Some(note.id),
            texts: self.read_as(&note.timed_text.text, names),
            ..Story::default()
        }
    }
}

fn parsed(texts: &[&TimedText]) -> Vec<Block> {
    texts
        .iter()
        .flat_map(|text| parse_told(&text.text))
        .collect()
}

/// Returns the gap of a finished item without a result. Of a talk, it is enough that it took place.
pub(in crate::report) fn gap(item: &Item) -> Option<Gap> {
    let has_result = !item.results.is_empty();
    let has_text = match item.kind {
        ItemKind::Task => has_result,
        ItemKind::Discussion => has_result || item.minutes().next().is_some(),
        ItemKind::Talk => true,
    };
    (item.is_finished() && !has_text).then(|| Gap::NoResult {
        label: item.label.to_string(),
        text: item.text.to_string(),
    })
}

impl Story {
    /// Returns whether the text ends with a colon.
    pub(in crate::report) fn introduces(&self) -> bool {
        self.texts.last().is_some_and(ends_with_colon)
    }

    /// Ends a text with a full stop where it ends with a colon.
    pub(in crate::report) fn end_introduction(&mut self) {
        if let Some(Block::Paragraph(line)) = self.texts.last_mut()
            && remove_end(line, ':')
        {
            *line = with_stop(std::mem::take(line));
        }
    }

    /// Returns the story, then its parts with theirs.
    pub(in crate::report) fn with_parts(&self) -> Vec<&Story> {
        let parts = self.parts.iter().flat_map(Story::with_parts);
        std::iter::once(self).chain(parts).collect()
    }

    /// Returns the item or note that it is about.
    pub(in crate::report) fn id(&self) -> Option<EntryId> {
        self.item.as_ref().map(|item| item.id).or(self.note)
    }
}

fn ends_with_colon(block: &Block) -> bool {
    matches!(block, Block::Paragraph(line) if plain(line).trim_end().ends_with(':'))
}

#[cfg(test)]
mod tests;
