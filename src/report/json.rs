//! How the report is written for programs: every text as Markdown. `view/json.md` describes the shape.
//!
//! What is null is left out there.

use serde::{Serialize, Serializer, ser::SerializeStruct};

use super::data::{Gap, Image};
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

/// Writes the pictures that are not left out; the gaps list the others.
pub(super) fn shown<S: Serializer>(pictures: &[Image], to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(pictures.iter().filter(|image| image.fault.is_none()))
}

impl Serialize for Gap {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let number = match self {
            Gap::NoIntro | Gap::OmittedPicture(_) => None,
            Gap::NoOutcome { label, .. } => Some(label),
        };
        let mut gap = to.serialize_struct("Gap", 2)?;
        gap.serialize_field("number", &number)?;
        gap.serialize_field("message", &self.message())?;
        gap.end()
    }
}
