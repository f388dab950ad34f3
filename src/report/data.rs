//! The report as data.

use chrono::NaiveDate;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::document::{Block, Inline, OmittedPicture};
use super::json;
use crate::domain::{Body, Group, Headings, Names};
use crate::text::{one_line, visible};

/// What the report should be, after flags and `sprint.toml` have been combined.
#[derive(Clone, Debug)]
pub struct Choices {
    /// What the body is divided by.
    pub group: Group,
    /// What the body is made of.
    pub body: Body,
    /// How credit is given.
    pub names: Names,
    /// The days it is about.
    pub span: Span,
}

/// The days that a report is about; an end that is `None` is the sprint's.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Span {
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub to: Option<NaiveDate>,
}

impl Span {
    pub(super) fn holds(self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// A report as data. Parts that are empty are left out. In JSON, texts are Markdown.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Report {
    pub(crate) title: String,
    /// The number of the item that it is about; `None` if it is about the sprint.
    #[serde(skip)]
    pub(crate) item: Option<String>,
    /// The days of an interim report, such as `days 1-3`.
    pub(crate) days: Option<String>,
    #[serde(serialize_with = "json::given_blocks")]
    pub(super) intro: Vec<Block>,
    /// The pictures that belong to nothing else.
    #[serde(serialize_with = "shown")]
    pub(super) pictures: Vec<Image>,
    /// Why the reader should come next time.
    #[serde(serialize_with = "json::given_blocks")]
    pub(super) invitation: Vec<Block>,
    pub(super) goals: Vec<Goal>,
    /// The main part.
    pub body: Vec<Section>,
    /// Decisions and discussions that are not in the body.
    pub decisions: Vec<Story>,
    /// Talks that are not in the body.
    pub talks: Vec<Story>,
    /// Notes that are not in the body.
    #[serde(serialize_with = "json::texts")]
    pub(super) notes: Vec<Vec<Block>>,
    /// The days with a theme or a break, if the body does not name them.
    #[serde(serialize_with = "json::lines")]
    pub(super) special_days: Vec<Vec<Inline>>,
    pub(super) unfinished: Vec<Unfinished>,
    pub(super) next: Vec<NextStep>,
    pub(super) attendees: Vec<Attendee>,
    #[serde(serialize_with = "json::texts")]
    pub(super) thanks: Vec<Vec<Block>>,
    #[serde(serialize_with = "json::given_blocks")]
    pub(super) closing: Vec<Block>,
    #[serde(serialize_with = "json::given_blocks")]
    pub(super) sign_off: Vec<Block>,
    pub(crate) gaps: Vec<Gap>,
    #[serde(skip)]
    pub(super) shape: Body,
    #[serde(skip)]
    pub(super) headings: Headings,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Goal {
    #[serde(serialize_with = "json::blocks")]
    pub text: Vec<Block>,
    #[serde(rename = "side")]
    pub is_side: bool,
}

/// Something that should happen after the sprint.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct NextStep {
    #[serde(serialize_with = "json::blocks")]
    pub text: Vec<Block>,
    #[serde(rename = "names")]
    pub people: Option<String>,
}

/// A part of the body.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Section {
    /// Empty if there is none.
    #[serde(serialize_with = "json::given_line")]
    pub(super) heading: Vec<Inline>,
    /// The level of its heading: 0 for the outermost.
    pub(super) depth: usize,
    /// What happened, in order.
    pub(super) stories: Vec<Story>,
    /// The pictures of its topic or day.
    #[serde(serialize_with = "shown")]
    pub(super) pictures: Vec<Image>,
}

/// The text about one item, or one note.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Story {
    /// The text of the item, unless the result makes clear what it is about.
    #[serde(serialize_with = "json::given_line")]
    pub(super) title: Vec<Inline>,
    /// The result, with its credit.
    #[serde(rename = "text", serialize_with = "json::blocks")]
    pub(super) blocks: Vec<Block>,
    pub(super) parts: Vec<Story>,
    #[serde(serialize_with = "shown")]
    pub(super) pictures: Vec<Image>,
    pub(super) gap: Option<Gap>,
}

/// An item that is not finished.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Unfinished {
    #[serde(rename = "text", serialize_with = "json::blocks")]
    pub title: Vec<Block>,
    #[serde(serialize_with = "json::given_line")]
    pub status: Vec<Inline>,
    #[serde(rename = "names")]
    pub people: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Attendee {
    pub name: String,
    /// Their page.
    pub url: Option<String>,
    /// The affiliation, role and days that are worth a mention.
    pub details: Vec<String>,
}

/// A photo in the report.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Image {
    /// An address, or a path relative to the sprint's folder.
    pub source: String,
    /// What stands for it where it cannot be seen.
    pub alt: String,
    #[serde(serialize_with = "json::given_line")]
    pub caption: Vec<Inline>,
    /// Why it is left out, if it is.
    #[serde(skip)]
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

/// Something that an editor of the report has to add.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Gap {
    NoIntro,
    OmittedPicture(OmittedPicture),
    /// A finished item has no result.
    NoResult {
        label: String,
        text: String,
        /// The command that records its result.
        command: &'static str,
    },
}

impl Gap {
    /// Says what is missing and how to add it, on one line.
    pub(crate) fn message(&self) -> String {
        match self {
            Gap::NoIntro => {
                "there is no intro: write `intro` under [report] in sprint.toml".to_owned()
            }
            Gap::OmittedPicture(omitted) => omitted.message(),
            Gap::NoResult {
                label,
                text,
                command,
            } => {
                let text = one_line(text);
                visible(&format!(
                    "{label} has no result: sprint {command} {label} TEXT ({text})"
                ))
            }
        }
    }
}

/// Writes the pictures that are not left out; the gaps list the others.
fn shown<S: Serializer>(pictures: &[Image], to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(pictures.iter().filter(|image| image.fault.is_none()))
}

impl Serialize for Gap {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let number = match self {
            Gap::NoIntro | Gap::OmittedPicture(_) => None,
            Gap::NoResult { label, .. } => Some(label),
        };
        let mut gap = to.serialize_struct("Gap", 2)?;
        gap.serialize_field("number", &number)?;
        gap.serialize_field("message", &self.message())?;
        gap.end()
    }
}

impl Section {
    pub(super) fn is_empty(&self) -> bool {
        self.stories.is_empty() && self.pictures.is_empty()
    }
}

impl Story {
    pub(super) fn collect_gaps(&self, gaps: &mut Vec<Gap>) {
        // Under two people, a story has still only one gap.
        gaps.extend(self.gap.clone().filter(|gap| !gaps.contains(gap)));
        self.parts.iter().for_each(|part| part.collect_gaps(gaps));
    }
}
