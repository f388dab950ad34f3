//! What is told of one item or note.

#![allow(dead_code, reason = "built in steps")]

use super::data::{Gap, Image, NextStep};
use super::document::{Block, Inline};
use crate::domain::{EntryId, ItemKind, Label};

/// What is told of one item or note, before it is text.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Story {
    /// The item; `None` of a note.
    pub item: Option<Subject>,
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
pub(super) struct Subject {
    pub id: EntryId,
    pub label: Label,
    pub kind: ItemKind,
}

/// Whose work something is, as the post prints names.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Whose {
    /// Whether it is the work of everybody and nobody else.
    pub everybody: bool,
    pub people: Vec<String>,
    pub helpers: Vec<String>,
    /// Whether the text, or the heading above it, names them all already.
    pub is_said: bool,
}
