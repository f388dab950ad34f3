//! The report as data.

use chrono::NaiveDate;

use super::document::{Block, Inline, OmittedPicture};
use crate::domain::{Body, Group, Headings, Names};
use crate::text::visible;

/// What the report is asked to be. What `sprint.toml` leaves open and a flag decides is decided here already.
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

/// A report as data. What is empty has no part in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// The title.
    pub title: String,
    /// The item that it is about, by its number; `None` if it is about the sprint.
    pub item: Option<String>,
    /// The days of an interim report, such as `days 1-3`.
    pub days: Option<String>,
    /// The first paragraphs.
    pub intro: Vec<Block>,
    /// The pictures that belong to nothing else.
    pub pictures: Vec<Image>,
    /// Why the reader should come next time.
    pub invitation: Vec<Block>,
    /// The goals.
    pub goals: Vec<Goal>,
    /// The body, section by section.
    pub body: Vec<Section>,
    /// Decisions and discussions that the body does not tell of.
    pub decisions: Vec<Story>,
    /// Talks that the body does not tell of.
    pub talks: Vec<Story>,
    /// Notes that do not stand in the body.
    pub notes: Vec<Vec<Block>>,
    /// The days that were not like the others, where the body does not name them.
    pub special_days: Vec<Vec<Inline>>,
    /// Work that is not finished.
    pub unfinished: Vec<Unfinished>,
    /// What should happen after the sprint.
    pub next: Vec<NextStep>,
    /// Who was there.
    pub attendees: Vec<Attendee>,
    /// Whom to thank.
    pub thanks: Vec<Vec<Block>>,
    /// The last paragraphs.
    pub closing: Vec<Block>,
    /// The last line.
    pub sign_off: Vec<Block>,
    /// What is missing.
    pub gaps: Vec<Gap>,
    pub(super) shape: Body,
    pub(super) headings: Headings,
}

/// A goal.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// What it is.
    pub text: Vec<Block>,
    /// Whether it is a side goal.
    pub is_side: bool,
}

/// Something that should happen after the sprint.
#[derive(Clone, Debug, PartialEq)]
pub struct NextStep {
    /// What it is.
    pub text: Vec<Block>,
    /// Who will do it.
    pub people: Option<String>,
}

/// A part of the body.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its heading, if it has one.
    pub heading: Option<String>,
    /// How deep it lies: 0 for the outermost.
    pub depth: usize,
    /// What is told in it, in the order in which it happened.
    pub stories: Vec<Story>,
    /// The pictures of its topic or day.
    pub pictures: Vec<Image>,
}

/// What is told of one item, or one note.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// What it is about, where that is told besides the outcome.
    pub title: Vec<Inline>,
    /// The outcome, with its credit.
    pub blocks: Vec<Block>,
    /// What is told of its parts.
    pub parts: Vec<Story>,
    /// The pictures that show it.
    pub pictures: Vec<Image>,
    /// What is missing.
    pub gap: Option<Gap>,
}

/// An item that is not finished.
#[derive(Clone, Debug, PartialEq)]
pub struct Unfinished {
    /// What it is about.
    pub title: Vec<Block>,
    /// Where it stands.
    pub status: Vec<Inline>,
    /// Who is on it.
    pub people: Option<String>,
}

/// Somebody who was there.
#[derive(Clone, Debug, PartialEq)]
pub struct Attendee {
    /// The full name.
    pub name: String,
    /// Affiliation, role and days, where there is something to say.
    pub details: Vec<String>,
}

/// A photo in the report.
#[derive(Clone, Debug, PartialEq)]
pub struct Image {
    /// An address, or a path relative to the sprint's folder.
    pub source: String,
    /// The caption.
    pub caption: Vec<Inline>,
    /// Why it is left out, if it is.
    pub fault: Option<String>,
}

impl Image {
    /// The picture as one that is left out, if it is.
    pub fn omitted(&self) -> Option<OmittedPicture> {
        self.fault.clone().map(|fault| OmittedPicture {
            source: self.source.clone(),
            fault,
        })
    }
}

/// Something that whoever polishes the report has to add.
#[derive(Clone, Debug, PartialEq)]
pub enum Gap {
    /// There is no intro.
    NoIntro,
    /// A picture is left out.
    OmittedPicture(OmittedPicture),
    /// A finished item has no outcome.
    NoOutcome {
        /// What the item is called by.
        label: String,
        /// What it is about.
        text: String,
        /// What would record its outcome.
        command: &'static str,
    },
}

impl Gap {
    /// What is missing and how to add it, on one line.
    pub fn message(&self) -> String {
        match self {
            Gap::NoIntro => {
                "there is no intro: write `intro` under [report] in sprint.toml".to_owned()
            }
            Gap::OmittedPicture(omitted) => omitted.message(),
            Gap::NoOutcome {
                label,
                text,
                command,
            } => {
                let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
                visible(&format!(
                    "{label} has no outcome: sprint {command} {label} TEXT ({text})"
                ))
            }
        }
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
