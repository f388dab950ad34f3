//! A report for programs: everything that it may tell, and where it tells it. Texts are Markdown. `view/json.md` describes the shape.
//!
//! What is null is left out there.

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use super::claims::{Claims, Unit};
use super::document::{Block, Inline, first_line, for_each_line, without_omitted};
use super::markdown::markdown;
use super::selection::Builder;
use super::template::{Mark, Part};
use crate::diagnostic::Lines;
use crate::domain::{Assignees, EVERYBODY, Item, ItemKind, PersonRef, TimedText, Topic, Who};

/// Everything that a report may tell, each with the line of the template that tells it. The line of something that nothing tells is
/// `None`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(super) struct Data {
    goals: Vec<GoalData>,
    items: Vec<ItemData>,
    notes: Vec<TextData>,
    special_days: Vec<DayData>,
    unfinished: Vec<UnfinishedData>,
    next: Vec<NextData>,
    attendees: Vec<AttendeeData>,
    thanks: Vec<TextData>,
    pictures: Vec<PictureData>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct GoalData {
    #[serde(serialize_with = "blocks")]
    text: Vec<Block>,
    side: bool,
    line: Option<usize>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct ItemData {
    number: String,
    id: String,
    kind: &'static str,
    #[serde(serialize_with = "line")]
    title: Vec<Inline>,
    topic: Option<String>,
    /// The number of the item that it is part of.
    part_of: Option<String>,
    open: bool,
    minutes: Vec<TextData>,
    results: Vec<TextData>,
    people: Vec<String>,
    helpers: Vec<String>,
    line: Option<usize>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
struct TextData {
    id: Option<String>,
    day: Option<NaiveDate>,
    topic: Option<String>,
    #[serde(serialize_with = "blocks")]
    text: Vec<Block>,
    line: Option<usize>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct DayData {
    date: NaiveDate,
    #[serde(serialize_with = "given_line")]
    theme: Vec<Inline>,
    #[serde(rename = "break")]
    is_break: bool,
    line: Option<usize>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct UnfinishedData {
    number: String,
    #[serde(serialize_with = "line")]
    title: Vec<Inline>,
    #[serde(serialize_with = "given_line")]
    status: Vec<Inline>,
    people: Vec<String>,
    helpers: Vec<String>,
    line: Option<usize>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct NextData {
    #[serde(serialize_with = "blocks")]
    text: Vec<Block>,
    /// The number of the item that it follows from.
    item: Option<String>,
    topic: Option<String>,
    people: Vec<String>,
    helpers: Vec<String>,
    line: Option<usize>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct AttendeeData {
    name: String,
    org: Option<String>,
    role: Option<&'static str>,
    group: Option<String>,
    url: Option<String>,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    line: Option<usize>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct PictureData {
    source: String,
    #[serde(serialize_with = "given_line")]
    caption: Vec<Inline>,
    alt: String,
    item: Option<String>,
    topic: Option<String>,
    line: Option<usize>,
}

/// Collects the data of a report.
pub(super) struct Collector<'a> {
    pub builder: Builder<'a>,
    pub claims: &'a Claims,
    pub marks: &'a [Mark],
    /// Those of the template.
    pub lines: Lines<'a>,
}

impl Collector<'_> {
    pub fn collect(&self) -> Data {
        let builder = self.builder;
        let sprint = builder.sprint;
        let is_whole = builder.about.is_none();
        let goals = builder.listed_goals().filter(|_| is_whole);
        let goals = goals.map(|goal| GoalData {
            text: builder.read(&goal.what.text),
            side: goal.what.side,
            line: self.line_of(|part| *part == Part::Goals),
        });
        let notes = builder.notes().map(|note| TextData {
            id: Some(note.id.to_string()),
            day: Some(note.timed_text.day),
            topic: note.topic.as_ref().map(Topic::to_string),
            text: builder.read(&note.timed_text.text),
            line: self.line(Unit::Note(note.id)),
        });
        let days = builder.days().into_iter();
        let days = days.filter(|day| is_whole && builder.is_special(*day));
        let days = days.filter_map(|date| {
            let day = sprint.day(date)?;
            Some(DayData {
                date,
                theme: builder.first_line(day.theme.as_deref()),
                is_break: day.is_break,
                line: self.line_of(|part| *part == Part::Days),
            })
        });
        let thanks = builder.listed_thanks().filter(|_| is_whole);
        let thanks = thanks.map(|thanks| TextData {
            text: builder.read(&thanks.what),
            line: self.line_of(|part| *part == Part::Thanks),
            ..TextData::default()
        });
        Data {
            goals: goals.collect(),
            items: builder.told_items().map(|item| self.item(item)).collect(),
            notes: notes.collect(),
            special_days: days.collect(),
            unfinished: builder
                .unfinished()
                .map(|item| self.unfinished(item))
                .collect(),
            next: self.next(),
            attendees: if is_whole {
                self.attendees()
            } else {
                Vec::new()
            },
            thanks: thanks.collect(),
            pictures: self.pictures(),
        }
    }

    fn item(&self, item: &Item) -> ItemData {
        let text = |text: &TimedText| TextData {
            day: Some(text.day),
            text: self.builder.read(&text.text),
            ..TextData::default()
        };
        let credit = item.credit();
        ItemData {
            number: item.label.to_string(),
            id: item.id.to_string(),
            kind: match item.kind {
                ItemKind::Task => "task",
                ItemKind::Discussion => "discussion",
                ItemKind::Talk => "talk",
            },
            title: first_line(self.builder.read(&item.text)),
            topic: item.topic.as_ref().map(Topic::to_string),
            part_of: item.under.and_then(|whole| self.number(whole)),
            open: item.is_open(),
            minutes: item.minutes().map(text).collect(),
            results: item.results.iter().map(text).collect(),
            people: self.names(&credit.people),
            helpers: self.names(&credit.helpers),
            line: self.line(Unit::Item(item.id)),
        }
    }

    fn unfinished(&self, item: &Item) -> UnfinishedData {
        let Assignees { people, helpers } = &item.assignees;
        UnfinishedData {
            number: item.label.to_string(),
            title: first_line(self.builder.read(&item.text)),
            status: self.builder.first_line(item.status()),
            people: self.names(people),
            helpers: self.names(helpers),
            line: self.line(Unit::Unfinished(item.id)),
        }
    }

    fn next(&self) -> Vec<NextData> {
        let steps = self.builder.next_steps().map(|(place, step)| NextData {
            text: self.builder.read(&step.timed_text.text),
            item: step.item.and_then(|item| self.number(item)),
            topic: step.topic.as_ref().map(Topic::to_string),
            people: self.names(&step.people),
            helpers: self.names(&step.helpers),
            line: self.line(Unit::NextStep(place)),
        });
        steps.collect()
    }

    fn attendees(&self) -> Vec<AttendeeData> {
        let attendees = self.builder.attending().into_iter();
        let first = self.builder.config.from;
        let attendees = attendees.map(|attendee| AttendeeData {
            name: attendee.person.name.clone(),
            org: attendee.attendance.org.clone(),
            role: attendee.attendance.role.map(|role| role.word()),
            group: attendee.attendance.group.clone(),
            url: attendee.attendance.url.clone(),
            from: attendee.attendance.span(first).from,
            to: attendee.attendance.span(first).to,
            line: self.line_of(|part| match part {
                Part::Attendees { group, role } => {
                    attendee.is_of(group.as_deref(), role.as_deref())
                }
                _ => false,
            }),
        });
        attendees.collect()
    }

    fn pictures(&self) -> Vec<PictureData> {
        let pictures = self.builder.pictures().map(|(place, picture)| {
            let image = self.builder.image(picture);
            PictureData {
                source: image.source,
                caption: image.caption,
                alt: image.alt,
                item: picture.item.and_then(|item| self.number(item)),
                topic: self.builder.topic_of(picture).map(Topic::to_string),
                line: self.line(Unit::Picture(place)),
            }
        });
        pictures.collect()
    }

    fn number(&self, item: crate::domain::EntryId) -> Option<String> {
        let item = self.builder.sprint.get(item)?;
        Some(item.label.to_string())
    }

    /// Gives the names of people in full.
    fn names(&self, people: &[PersonRef]) -> Vec<String> {
        let name = |person: &PersonRef| match person.who {
            Who::Everybody => EVERYBODY.to_owned(),
            Who::Person(id) => self.builder.sprint.people().get(id).name.clone(),
        };
        people.iter().map(name).collect()
    }

    fn line(&self, unit: Unit) -> Option<usize> {
        let offset = self.claims.offset_of(unit, self.marks)?;
        Some(self.lines.line(offset))
    }

    /// Finds the first placeholder of such a part.
    fn line_of(&self, is_meant: impl Fn(&Part) -> bool) -> Option<usize> {
        let offset = self.marks.iter().find_map(|mark| match mark {
            Mark::Part(placeholder) if is_meant(&placeholder.part) => Some(placeholder.offset),
            _ => None,
        });
        Some(self.lines.line(offset?))
    }
}

impl Data {
    /// Calls `visit` with the inlines of each text.
    pub fn for_each_line(&mut self, visit: &mut impl FnMut(&mut Vec<Inline>)) {
        for goal in &mut self.goals {
            for_each_line(&mut goal.text, visit);
        }
        for item in &mut self.items {
            visit(&mut item.title);
            for text in item.minutes.iter_mut().chain(&mut item.results) {
                for_each_line(&mut text.text, visit);
            }
        }
        for text in self.notes.iter_mut().chain(&mut self.thanks) {
            for_each_line(&mut text.text, visit);
        }
        for day in &mut self.special_days {
            visit(&mut day.theme);
        }
        for item in &mut self.unfinished {
            visit(&mut item.title);
            visit(&mut item.status);
        }
        for step in &mut self.next {
            for_each_line(&mut step.text, visit);
        }
        for picture in &mut self.pictures {
            visit(&mut picture.caption);
        }
    }

    /// Keeps the pictures whose sources `visit` points to where the reader finds them.
    pub fn retain_pictures(&mut self, mut visit: impl FnMut(&mut String) -> bool) {
        self.pictures
            .retain_mut(|picture| visit(&mut picture.source));
    }
}

fn text(blocks: &[Block]) -> String {
    // The gaps list what is left out.
    markdown(&without_omitted(blocks.to_vec(), false))
        .trim_end_matches('\n')
        .to_owned()
}

fn line_text(inlines: &[Inline]) -> String {
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

pub(super) fn line<S: Serializer>(inlines: &[Inline], to: S) -> Result<S::Ok, S::Error> {
    line_text(inlines).serialize(to)
}

pub(super) fn given_line<S: Serializer>(inlines: &[Inline], to: S) -> Result<S::Ok, S::Error> {
    unless_empty(line_text(inlines)).serialize(to)
}
