//! The report for programs: the same data, with every text as Markdown.
//!
//! `view/json.md` describes its shape.

use serde::Serialize;

use super::data::{Attendee, Gap, Image, Report, Section, Story, Unfinished};
use super::document::{Block, Inline, without_omitted};
use super::markdown::markdown;

/// A report as programs get it.
#[derive(Serialize)]
pub struct ReportJson<'a> {
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    days: Option<&'a str>,
    #[serde(skip_serializing_if = "String::is_empty")]
    intro: String,
    pictures: Vec<PictureJson<'a>>,
    #[serde(skip_serializing_if = "String::is_empty")]
    invitation: String,
    goals: Vec<GoalJson>,
    body: Vec<SectionJson<'a>>,
    decisions: Vec<StoryJson<'a>>,
    talks: Vec<StoryJson<'a>>,
    notes: Vec<String>,
    special_days: Vec<String>,
    unfinished: Vec<RestJson<'a>>,
    next: Vec<RestJson<'a>>,
    attendees: Vec<AttendeeJson<'a>>,
    thanks: Vec<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    closing: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    sign_off: String,
    gaps: Vec<GapJson<'a>>,
}

#[derive(Serialize)]
struct GoalJson {
    text: String,
    side: bool,
}

#[derive(Serialize)]
struct SectionJson<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    heading: Option<&'a str>,
    depth: usize,
    stories: Vec<StoryJson<'a>>,
    pictures: Vec<PictureJson<'a>>,
}

#[derive(Serialize)]
struct StoryJson<'a> {
    #[serde(skip_serializing_if = "String::is_empty")]
    title: String,
    text: String,
    parts: Vec<StoryJson<'a>>,
    pictures: Vec<PictureJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gap: Option<GapJson<'a>>,
}

#[derive(Serialize)]
struct PictureJson<'a> {
    source: &'a str,
    #[serde(skip_serializing_if = "String::is_empty")]
    caption: String,
}

#[derive(Serialize)]
struct RestJson<'a> {
    text: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    status: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    names: Option<&'a str>,
}

#[derive(Serialize)]
struct AttendeeJson<'a> {
    name: &'a str,
    details: &'a [String],
}

#[derive(Serialize)]
struct GapJson<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<&'a str>,
    message: String,
}

impl Report {
    /// Gives the report for programs.
    pub fn to_json(&self) -> ReportJson<'_> {
        let Report {
            title,
            days,
            intro,
            pictures,
            invitation,
            goals,
            body,
            decisions,
            talks,
            notes,
            special_days,
            unfinished,
            next,
            attendees,
            thanks,
            closing,
            sign_off,
            gaps,
            item: _,
            shape: _,
            headings: _,
        } = self;
        ReportJson {
            title,
            days: days.as_deref(),
            intro: text(intro),
            pictures: shown(pictures),
            invitation: text(invitation),
            goals: goals
                .iter()
                .map(|goal| GoalJson {
                    text: text(&goal.text),
                    side: goal.is_side,
                })
                .collect(),
            body: all(body),
            decisions: all(decisions),
            talks: all(talks),
            notes: texts(notes),
            special_days: special_days.iter().map(|day| line(day)).collect(),
            unfinished: all(unfinished),
            next: next
                .iter()
                .map(|step| RestJson {
                    text: text(&step.text),
                    status: String::new(),
                    names: step.people.as_deref(),
                })
                .collect(),
            attendees: all(attendees),
            thanks: texts(thanks),
            closing: text(closing),
            sign_off: text(sign_off),
            gaps: all(gaps),
        }
    }
}

impl<'a> From<&'a Section> for SectionJson<'a> {
    fn from(section: &'a Section) -> Self {
        SectionJson {
            heading: section.heading.as_deref(),
            depth: section.depth,
            stories: all(&section.stories),
            pictures: shown(&section.pictures),
        }
    }
}

impl<'a> From<&'a Story> for StoryJson<'a> {
    fn from(story: &'a Story) -> Self {
        StoryJson {
            title: line(&story.title),
            text: text(&story.blocks),
            parts: all(&story.parts),
            pictures: shown(&story.pictures),
            gap: story.gap.as_ref().map(GapJson::from),
        }
    }
}

impl<'a> From<&'a Image> for PictureJson<'a> {
    fn from(image: &'a Image) -> Self {
        PictureJson {
            source: &image.source,
            caption: line(&image.caption),
        }
    }
}

impl<'a> From<&'a Unfinished> for RestJson<'a> {
    fn from(item: &'a Unfinished) -> Self {
        RestJson {
            text: text(&item.title),
            status: line(&item.status),
            names: item.people.as_deref(),
        }
    }
}

impl<'a> From<&'a Attendee> for AttendeeJson<'a> {
    fn from(attendee: &'a Attendee) -> Self {
        AttendeeJson {
            name: &attendee.name,
            details: &attendee.details,
        }
    }
}

impl<'a> From<&'a Gap> for GapJson<'a> {
    fn from(gap: &'a Gap) -> Self {
        GapJson {
            number: match gap {
                Gap::NoIntro | Gap::OmittedPicture(_) => None,
                Gap::NoOutcome { label, .. } => Some(label),
            },
            message: gap.message(),
        }
    }
}

fn all<'a, Part, Data: From<&'a Part>>(parts: &'a [Part]) -> Vec<Data> {
    parts.iter().map(Data::from).collect()
}

/// The pictures that are not left out; the gaps list the others.
fn shown(pictures: &[Image]) -> Vec<PictureJson<'_>> {
    let shown = pictures.iter().filter(|image| image.fault.is_none());
    shown.map(PictureJson::from).collect()
}

fn text(blocks: &[Block]) -> String {
    // The gaps list what is left out.
    markdown(&without_omitted(blocks.to_vec(), false))
        .trim_end_matches('\n')
        .to_owned()
}

fn texts(parts: &[Vec<Block>]) -> Vec<String> {
    parts.iter().map(|blocks| text(blocks)).collect()
}

fn line(inlines: &[Inline]) -> String {
    if inlines.is_empty() {
        return String::new();
    }
    text(&[Block::Paragraph(inlines.to_vec())])
}
