//! What is told of one item or one note.

use std::collections::HashSet;

use super::credit::credit_line;
use super::data::{Gap, Story};
use super::document::{Block, Inline, append, first_line, plain_blocks};
use super::parse::parse;
use super::selection::{Builder, Scope, ended};
use crate::domain::{Body, Ending, Item, ItemKind, TimedNote};
use crate::text::normalize;

impl Builder<'_> {
    /// What came of an item. A talk or a discussion also has to say what it is about: always where no topic says it,
    /// else unless its text begins with that.
    pub(super) fn story(&self, item: &Item, scope: Scope<'_>) -> Story {
        let mut story = self.plain_story(item, scope);
        let is_told =
            has_outcome(item) || item.kind == ItemKind::Discussion && !item.progress.is_empty();
        let beginning = plain_blocks(story.blocks.get(..1).unwrap_or_default());
        let is_introduced = item.topic.is_some() && introduces(&beginning, &item.text);
        if item.kind != ItemKind::Task && is_told && !is_introduced {
            story.title = first_line(parse(&item.text));
        }
        story
    }

    fn plain_story(&self, item: &Item, scope: Scope<'_>) -> Story {
        let mut blocks: Vec<Block> = Vec::new();
        if item.kind == ItemKind::Discussion
            && (self.choices.body == Body::Prose || item.outcome.is_empty())
        {
            blocks.extend(
                item.progress
                    .iter()
                    .flat_map(|minutes| parse(&minutes.text)),
            );
        }
        blocks.extend(
            item.outcome
                .iter()
                .flat_map(|timed_text| parse(&timed_text.text)),
        );
        if blocks.is_empty() {
            blocks = parse(&item.text);
        }
        if !self.says_whose(item, scope) {
            self.add_credit(item, &mut blocks);
        }
        let mut parts: Vec<&Item> = self
            .sprint
            .items()
            .iter()
            .filter(|part| self.is_in_body(part))
            .collect();
        parts.retain(|part| {
            self.parent(part).is_some_and(|parent| parent.id == item.id)
                && self.is_here(part, scope)
        });
        parts.sort_by_key(|part| part.closed.map(|closed| closed.at));
        Story {
            title: Vec::new(),
            blocks,
            parts: parts
                .into_iter()
                .map(|part| self.story(part, scope))
                .collect(),
            pictures: self.pictures(|picture| picture.item.as_ref() == Some(&item.id)),
            gap: gap(item),
        }
    }

    /// Whether the heading of a scope names all there are to be named.
    fn says_whose(&self, item: &Item, scope: Scope<'_>) -> bool {
        matches!(scope, Scope::Credit(Some(who)) if self.credited(item) == [who])
    }

    fn add_credit(&self, item: &Item, blocks: &mut Vec<Block>) {
        let text = plain_blocks(blocks);
        if let Some(credit) = credit_line(self.sprint, &item.credit(), self.choices.names, &text) {
            append(blocks, vec![Inline::text(format!(" ({credit})"))]);
        }
    }

    /// How an item went, in a report about it alone: who took part, minutes, and what came of it.
    pub(super) fn course(&self, item: &Item) -> Vec<Block> {
        let credit = credit_line(self.sprint, &item.credit(), self.choices.names, "");
        let people = credit.map(|credit| Inline::text(format!("({credit})")));
        let minutes = item
            .progress
            .iter()
            .filter(|_| item.kind == ItemKind::Discussion);
        let told = minutes
            .chain(&item.outcome)
            .filter(|timed_text| self.choices.span.holds(timed_text.day))
            .map(|timed_text| timed_text.text.as_str());
        let dropped = item
            .reason
            .as_deref()
            .filter(|_| item.ending() == Some(Ending::Dropped));
        people
            .map(|people| Block::Paragraph(vec![people]))
            .into_iter()
            .chain(told.chain(dropped).flat_map(parse))
            .chain(gap(item).map(|gap| Block::Comment(gap.message())))
            .collect()
    }

    /// The discussions that the body does not tell of.
    pub(super) fn decisions(&self) -> Vec<Story> {
        self.outside_body(|item| {
            item.kind == ItemKind::Discussion && self.has_come_to_something(item)
        })
    }

    /// The talks that the body does not tell of.
    pub(super) fn talks(&self) -> Vec<Story> {
        self.outside_body(|item| item.kind == ItemKind::Talk && self.was_held(item))
    }

    fn outside_body(&self, is_meant: impl Fn(&Item) -> bool) -> Vec<Story> {
        let mut items: Vec<&Item> = self
            .sprint
            .items()
            .iter()
            .filter(|item| is_meant(item) && !self.is_in_body(item))
            .collect();
        items.sort_by_key(|item| ended(item));
        items
            .into_iter()
            .map(|item| self.story(item, Scope::Sprint))
            .collect()
    }
}

pub(super) fn noted(note: &TimedNote) -> Story {
    Story {
        title: Vec::new(),
        blocks: parse(&note.timed_text.text),
        parts: Vec::new(),
        pictures: Vec::new(),
        gap: None,
    }
}

/// What is missing from an item: anything to tell of it, though it is finished. That a talk took place is enough.
pub(super) fn gap(item: &Item) -> Option<Gap> {
    let is_told = match item.kind {
        ItemKind::Task => has_outcome(item),
        ItemKind::Discussion => has_outcome(item) || !item.progress.is_empty(),
        ItemKind::Talk => true,
    };
    (item.is_finished() && !is_told).then(|| no_outcome(item))
}

fn has_outcome(item: &Item) -> bool {
    !item.outcome.is_empty()
}

fn no_outcome(item: &Item) -> Gap {
    Gap::NoOutcome {
        label: item.label.to_string(),
        text: item.text.clone(),
        command: if item.kind == ItemKind::Discussion {
            "decide"
        } else {
            "done"
        },
    }
}

/// Whether a text says what it is about: whether one of the telling words of its title is in it, a long one or one in
/// capitals.
fn introduces(text: &str, title: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    };
    let is_telling =
        |word: &String| word.chars().count() >= 5 || word.chars().skip(1).any(char::is_uppercase);
    let told: HashSet<String> = words(text).iter().map(|word| normalize(word)).collect();
    words(title)
        .iter()
        .filter(|word| is_telling(word))
        .any(|word| told.contains(&normalize(word)))
}
