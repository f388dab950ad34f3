//! The parts of a report that are lists: goals, days, what is left, next steps, thanks, pictures.

#![allow(dead_code, reason = "built in steps")]

use super::data::{Goal, Image, NextStep, Unfinished};
use super::document::{Block, Inline, append, first_line};
use super::settings::{Body, Settings, Style};
use super::title::{capitalized, listed, without_stop};

/// Tells the goals, as a list or in a sentence, which has no full stop.
pub(super) fn goals(goals: &[Goal], style: Style) -> Vec<Block> {
    let goal = |goal: &Goal| {
        let text = match style {
            Style::Sentence => {
                let line = without_stop(first_line(goal.text.clone()));
                vec![Block::Paragraph(line)]
            }
            Style::Bullets | Style::Numbers => goal.text.clone(),
        };
        with_details(text, Some("side goal").filter(|_| goal.is_side))
    };
    styled(goals.iter().map(goal).collect(), style)
}

/// Lists the days with a theme or a break.
pub(super) fn days(days: &[Vec<Inline>]) -> Vec<Block> {
    let line = |line: &Vec<Inline>| vec![Block::Paragraph(line.clone())];
    bullets(days.iter().map(line).collect())
}

/// Lists what is not finished: titles, with status and people.
pub(super) fn unfinished(items: &[Unfinished]) -> Vec<Block> {
    let item = |item: &Unfinished| {
        let mut blocks = item.title.clone();
        if let Some(Block::Paragraph(title)) = blocks.first_mut() {
            *title = capitalized(without_stop(std::mem::take(title)));
        }
        if !item.status.is_empty() {
            let mut status = vec![Inline::text(": ")];
            status.extend(without_stop(item.status.clone()));
            append(&mut blocks, status);
        }
        with_details(blocks, item.people.as_deref())
    };
    bullets(items.iter().map(item).collect())
}

/// Lists what should happen after the sprint. A single step is a paragraph, unless everything is in bullets.
pub(super) fn next(steps: &[NextStep], settings: &Settings) -> Vec<Block> {
    let step = |step: &NextStep| with_details(step.text.clone(), step.people.as_deref());
    let mut steps: Vec<Vec<Block>> = steps.iter().map(step).collect();
    match (settings.body, steps.len()) {
        (Body::Prose, 1) => steps.remove(0),
        _ => bullets(steps),
    }
}

/// Thanks: in paragraphs, or in bullets if everything else is and there are several.
pub(super) fn thanks(thanks: &[Vec<Block>], settings: &Settings) -> Vec<Block> {
    match (settings.body, thanks.len()) {
        (Body::Bullets, 2..) => bullets(thanks.to_vec()),
        _ => thanks.concat(),
    }
}

/// Shows pictures; of each that cannot be shown, a comment says why.
pub(super) fn figures(images: &[Image]) -> Vec<Block> {
    images
        .iter()
        .map(|image| match image.omitted() {
            Some(omitted) => Block::Comment(omitted.message()),
            None => Block::Figure {
                source: image.source.clone(),
                alt: image.alt.clone(),
                caption: image.caption.clone(),
            },
        })
        .collect()
}

/// Makes a list with bullets; nothing of nothing.
pub(super) fn bullets(items: Vec<Vec<Block>>) -> Vec<Block> {
    styled(items, Style::Bullets)
}

/// Makes a list or a sentence; nothing of nothing.
pub(super) fn styled(items: Vec<Vec<Block>>, style: Style) -> Vec<Block> {
    if items.is_empty() {
        return Vec::new();
    }
    let start = match style {
        Style::Bullets => None,
        Style::Numbers => Some(1),
        Style::Sentence => {
            let lines = items.into_iter().map(first_line).collect();
            return vec![Block::Paragraph(listed(lines))];
        }
    };
    vec![Block::List { start, items }]
}

/// Adds details in brackets.
pub(super) fn with_details(mut blocks: Vec<Block>, details: Option<&str>) -> Vec<Block> {
    if let Some(details) = details {
        append(&mut blocks, vec![Inline::text(format!(" ({details})"))]);
    }
    blocks
}
