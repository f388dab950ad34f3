//! The text about one item or one note.

use std::collections::HashSet;

use super::credit::{credit_line, names_all, words};
use super::data::{Gap, Story};
use super::document::{Block, Inline, append, first_line, plain_blocks};
use super::parse::parse;
use super::selection::{Builder, Scope, end_time};
use crate::domain::{Body, Ending, Item, ItemKind, TimedNote};
use crate::text::normalize;

impl Builder<'_> {
    /// Gives the result of an item. A talk or a discussion also gets its title if it has no topic, or if its text does not begin
    /// with the subject.
    pub(super) fn old_story(&self, item: &Item, scope: Scope<'_>) -> Story {
        let mut story = self.plain_story(item, scope);
        let has_text = has_result(item) || item.minutes().next().is_some();
        let beginning = plain_blocks(story.blocks.get(..1).unwrap_or_default());
        let is_introduced = item.topic.is_some() && names_subject(&beginning, &item.text);
        if item.kind != ItemKind::Task && has_text && !is_introduced {
            story.title = first_line(self.read(&item.text));
        }
        story
    }

    fn plain_story(&self, item: &Item, scope: Scope<'_>) -> Story {
        let has_minutes = self.choices.body == Body::Prose || item.results.is_empty();
        let minutes = item.minutes().filter(|_| has_minutes);
        let texts = minutes.chain(&item.results);
        let mut blocks: Vec<Block> = texts
            .flat_map(|timed_text| parse(&timed_text.text))
            .collect();
        if blocks.is_empty() {
            blocks = parse(&item.text);
        }
        let names = self.choices.names;
        let credit = item.credit();
        let is_credited =
            self.says_whose(item, scope) || names_all(self.sprint, &credit, names, &blocks);
        blocks = self.with_references(blocks, names);
        let credit = credit_line(self.sprint, &credit, names).filter(|_| !is_credited);
        if let Some(credit) = credit {
            append(&mut blocks, vec![Inline::text(format!(" ({credit})"))]);
        }
        let is_part = |part: &&Item| {
            self.is_in_body(part)
                && self.parent(part).is_some_and(|parent| parent.id == item.id)
                && self.is_in_scope(part, scope)
        };
        let mut parts: Vec<&Item> = self.sprint.items().iter().filter(is_part).collect();
        parts.sort_by_key(|part| end_time(part));
        let parts = parts.into_iter().map(|part| self.old_story(part, scope));
        Story {
            title: Vec::new(),
            blocks,
            parts: parts.collect(),
            pictures: self.pictures(|picture| picture.item.as_ref() == Some(&item.id)),
            gap: gap(item),
        }
    }

    /// Returns whether the heading of the section already names everybody with credit.
    fn says_whose(&self, item: &Item, scope: Scope<'_>) -> bool {
        matches!(scope, Scope::Credit(Some(who)) if self.credited(item) == [who])
    }

    /// Gives the course of an item, for a report about it alone: people, minutes and result.
    pub(super) fn history(&self, item: &Item) -> Vec<Block> {
        let credit = credit_line(self.sprint, &item.credit(), self.choices.names);
        let people = credit.map(|credit| Inline::text(format!("({credit})")));
        let texts = item
            .minutes()
            .chain(&item.results)
            .filter(|timed_text| self.choices.span.holds(timed_text.day))
            .map(|timed_text| timed_text.text.as_str());
        let dropped = item
            .reason
            .as_deref()
            .filter(|_| item.ending() == Some(Ending::Dropped));
        people
            .map(|people| Block::Paragraph(vec![people]))
            .into_iter()
            .chain(texts.chain(dropped).flat_map(|text| self.read(text)))
            .chain(gap(item).map(|gap| Block::Comment(gap.message())))
            .collect()
    }

    pub(super) fn old_note_story(&self, note: &TimedNote) -> Story {
        Story {
            blocks: self.read(&note.timed_text.text),
            ..Story::default()
        }
    }

    /// Tells the discussions that are not in the body.
    pub(super) fn decisions(&self) -> Vec<Story> {
        self.outside_body(|item| item.kind == ItemKind::Discussion && self.was_discussed(item))
    }

    /// Tells the talks that are not in the body.
    pub(super) fn talks(&self) -> Vec<Story> {
        self.outside_body(|item| item.kind == ItemKind::Talk && self.was_held(item))
    }

    fn outside_body(&self, is_wanted: impl Fn(&Item) -> bool) -> Vec<Story> {
        let is_outside = |item: &&Item| is_wanted(item) && !self.is_in_body(item);
        let mut items: Vec<&Item> = self.sprint.items().iter().filter(is_outside).collect();
        items.sort_by_key(|item| end_time(item));
        let stories = items
            .into_iter()
            .map(|item| self.old_story(item, Scope::Sprint));
        stories.collect()
    }
}

/// Returns the gap of a finished item without a result. Of a talk, it is enough that it took place.
pub(super) fn gap(item: &Item) -> Option<Gap> {
    let has_text = match item.kind {
        ItemKind::Task => has_result(item),
        ItemKind::Discussion => has_result(item) || item.minutes().next().is_some(),
        ItemKind::Talk => true,
    };
    (item.is_finished() && !has_text).then(|| Gap::NoResult {
        label: item.label.to_string(),
        text: item.text.clone(),
        command: match item.kind {
            ItemKind::Discussion => "decide",
            ItemKind::Task | ItemKind::Talk => "done",
        },
    })
}

fn has_result(item: &Item) -> bool {
    !item.results.is_empty()
}

/// Returns whether a text names its subject: whether it contains one of the significant words of its title, that is, a
/// long word or one with capitals.
fn names_subject(text: &str, title: &str) -> bool {
    let is_significant =
        |word: &&str| word.chars().count() >= 5 || word.chars().skip(1).any(char::is_uppercase);
    let text: HashSet<String> = words(text).map(normalize).collect();
    words(title)
        .filter(is_significant)
        .any(|word| text.contains(&normalize(word)))
}
