//! What is told of one item or one note.

use std::collections::HashSet;

use super::credit::credit_line;
use super::data::{Gap, Story};
use super::document::{Block, Inline, append, first_line, plain_blocks};
use super::parse::parse;
use super::selection::{Builder, Scope, end_time};
use crate::domain::{Body, Ending, Item, ItemKind, TimedNote};
use crate::text::normalize;

impl Builder<'_> {
    /// Tells the outcome of an item. A talk or a discussion also gets its title if it has no topic, or if its text does not begin
    /// with the subject.
    pub(super) fn story(&self, item: &Item, scope: Scope<'_>) -> Story {
        let mut story = self.plain_story(item, scope);
        let is_told =
            has_outcome(item) || item.kind == ItemKind::Discussion && !item.progress.is_empty();
        let beginning = plain_blocks(story.blocks.get(..1).unwrap_or_default());
        let is_introduced = item.topic.is_some() && names_subject(&beginning, &item.text);
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
                && self.is_in_scope(part, scope)
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

    /// Whether the heading of the section already names everybody with credit.
    fn says_whose(&self, item: &Item, scope: Scope<'_>) -> bool {
        matches!(scope, Scope::Credit(Some(who)) if self.credited(item) == [who])
    }

    fn add_credit(&self, item: &Item, blocks: &mut Vec<Block>) {
        let text = plain_blocks(blocks);
        if let Some(credit) = credit_line(self.sprint, &item.credit(), self.choices.names, &text) {
            append(blocks, vec![Inline::text(format!(" ({credit})"))]);
        }
    }

    /// Tells how an item went, for a report about it alone: people, minutes and outcome.
    pub(super) fn history(&self, item: &Item) -> Vec<Block> {
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

    /// The discussions that are not told in the body.
    pub(super) fn decisions(&self) -> Vec<Story> {
        self.outside_body(|item| item.kind == ItemKind::Discussion && self.was_discussed(item))
    }

    /// The talks that are not told in the body.
    pub(super) fn talks(&self) -> Vec<Story> {
        self.outside_body(|item| item.kind == ItemKind::Talk && self.was_held(item))
    }

    fn outside_body(&self, is_wanted: impl Fn(&Item) -> bool) -> Vec<Story> {
        let mut items: Vec<&Item> = self
            .sprint
            .items()
            .iter()
            .filter(|item| is_wanted(item) && !self.is_in_body(item))
            .collect();
        items.sort_by_key(|item| end_time(item));
        items
            .into_iter()
            .map(|item| self.story(item, Scope::Sprint))
            .collect()
    }
}

pub(super) fn note_story(note: &TimedNote) -> Story {
    Story {
        blocks: parse(&note.timed_text.text),
        ..Story::default()
    }
}

/// What a finished item lacks: an outcome. Of a talk, it is enough that it took place.
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

/// Whether a text names its subject: whether it contains one of the significant words of its title, that is, a long word
/// or one with capitals.
fn names_subject(text: &str, title: &str) -> bool {
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
