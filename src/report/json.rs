//! How the report is written for programs: every text as Markdown. `view/json.md` describes the shape.
//!
//! What is null is left out there.

use serde::{Serialize, Serializer};

use super::document::{Block, Inline, without_omitted};
use super::markdown::markdown;

fn text(blocks: &[Block]) -> String {
    // The gaps list what is left out.
    markdown(&without_omitted(blocks.to_vec(), false))
        .trim_end_matches('\n')
        .to_owned()
}

fn line(inlines: &[Inline]) -> String {
    match inlines {
        [] => String::new(),
        inlines => text(&[Block::Paragraph(inlines.to_vec())]),
    }
}

fn unless_empty(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}

pub(super) fn blocks<S: Serializer>(blocks: &[Block], to: S) -> Result<S::Ok, S::Error> {
    text(blocks).serialize(to)
}

pub(super) fn given_blocks<S: Serializer>(blocks: &[Block], to: S) -> Result<S::Ok, S::Error> {
    unless_empty(text(blocks)).serialize(to)
}

pub(super) fn given_line<S: Serializer>(inlines: &[Inline], to: S) -> Result<S::Ok, S::Error> {
    unless_empty(line(inlines)).serialize(to)
}

pub(super) fn texts<S: Serializer>(texts: &[Vec<Block>], to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(texts.iter().map(|blocks| text(blocks)))
}

pub(super) fn lines<S: Serializer>(lines: &[Vec<Inline>], to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(lines.iter().map(|inlines| line(inlines)))
}
