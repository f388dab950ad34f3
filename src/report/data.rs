//! What a report has, before it is text.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::document::{Block, Inline, OmittedPicture};
use crate::text::{one_line, visible};

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Goal {
    pub text: Vec<Block>,
    pub is_side: bool,
}

/// Something that should happen after the sprint.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct NextStep {
    pub text: Vec<Block>,
    pub people: Option<String>,
}

/// An item that is not finished.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Unfinished {
    pub title: Vec<Block>,
    pub status: Vec<Inline>,
    pub people: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Attendee {
    pub name: String,
    /// Their page.
    pub url: Option<String>,
    /// The affiliation, role and days that are worth a mention.
    pub details: Vec<String>,
}

/// A photo in the report.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Image {
    /// An address, or a path relative to the sprint's folder.
    pub source: String,
    pub caption: Vec<Inline>,
    /// What stands for it where it cannot be seen.
    pub alt: String,
    /// Why it is left out, if it is.
    pub fault: Option<String>,
}

impl Image {
    pub(crate) fn omitted(&self) -> Option<OmittedPicture> {
        self.fault.clone().map(|fault| OmittedPicture {
            source: self.source.clone(),
            fault,
        })
    }
}

/// Something that is missing from a post.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Gap {
    /// A sentence that a human should write, as the template says.
    Written {
        text: String,
        /// Whether the template is the built-in one.
        is_built_in: bool,
        /// Whether `edit post` opens the template.
        is_the_posts: bool,
    },
    OmittedPicture(OmittedPicture),
    /// A finished item of which nothing is told but its title.
    NoResult {
        label: String,
        text: String,
    },
    /// No placeholder tells what came of an item.
    UntoldItem {
        label: String,
        text: String,
        /// The name of the template's file.
        template: String,
    },
    /// No placeholder tells a note.
    UntoldNote {
        text: String,
        template: String,
    },
    /// No placeholder shows a photo.
    UntoldPicture {
        source: String,
        template: String,
    },
}

impl Gap {
    /// Says what is missing and how to add it, on one line.
    pub(crate) fn message(&self) -> String {
        let message = match self {
            Gap::Written {
                text,
                is_the_posts: true,
                ..
            } => {
                format!("{}; sprint edit post", one_line(text))
            }
            Gap::Written { text, .. } => one_line(text),
            Gap::OmittedPicture(omitted) => return omitted.message(),
            Gap::NoResult { label, text } => {
                let text = one_line(text);
                format!("#{label} {text}: nothing told; sprint edit {label}")
            }
            Gap::UntoldItem {
                label,
                text,
                template,
            } => {
                let text = one_line(text);
                format!(
                    "#{label} {text}: no place in {template}; `item({label})` tells it, `told({label})` leaves it out"
                )
            }
            Gap::UntoldNote { text, template } => {
                let text = one_line(text);
                format!(
                    "a note, {text}: no place in {template}; `notes()` tells what is left of them"
                )
            }
            Gap::UntoldPicture { source, template } => {
                format!("{source}: no place in {template}; `pictures()` shows what is left of them")
            }
        };
        visible(&message)
    }

    /// Makes a comment in the post.
    pub(super) fn comment(&self) -> Block {
        Block::Comment(format!("gap: {}", self.message()))
    }

    /// Returns whether it makes `--strict` fail.
    pub(crate) fn is_strict(&self) -> bool {
        !matches!(
            self,
            Gap::Written {
                is_built_in: true,
                ..
            }
        )
    }
}

impl Serialize for Gap {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let number = match self {
            Gap::NoResult { label, .. } | Gap::UntoldItem { label, .. } => Some(label),
            _ => None,
        };
        let mut gap = to.serialize_struct("Gap", 2)?;
        gap.serialize_field("number", &number)?;
        gap.serialize_field("message", &self.message())?;
        gap.end()
    }
}
