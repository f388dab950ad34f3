//! From a sprint and a template to a report.

use foldhash::HashSet;
use serde::Serialize;

use super::claims::{Claims, Teller, Unit};
use super::data::Gap;
use super::document::{Block, Inline, first_line, for_each_line, plain, take_raw, without_omitted};
use super::fill::{Page, fill};
use super::json::{Collector, Data};
use super::parse::parse_page;
use super::selection::Builder;
use super::settings::{Body, Overrides, Settings, Span, Style, Titles};
use super::template::{
    CLOSE, Filter, Mark, OPEN, Part, Placeholder, Rendered, Template, TemplateError,
};
use super::title::capitalized;
use crate::diagnostic::TemplateFault;
use crate::domain::{Config, Ending, EntryId, Item, Sprint};
use crate::text::is_blank;

/// What the report should be.
#[derive(Clone, Copy, Debug, Default)]
pub struct Choices {
    /// What the options of the command say; they come before the front matter.
    pub overrides: Overrides,
    /// The days that it is about.
    pub span: Span,
    /// The item that it is about; `None` if it is about the sprint.
    pub item: Option<EntryId>,
    /// Whether the template is the built-in one.
    pub is_built_in: bool,
    /// Whether the number of each item follows what is told of it.
    pub has_numbers: bool,
    /// Whether it is for programs, which get all data.
    pub has_data: bool,
}

/// A report: the post as a tree, and for programs the data that it was made of.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Report {
    pub(crate) title: String,
    /// The number of the item that it is about; `None` if it is about the sprint.
    pub(crate) item: Option<String>,
    /// The days of an interim report, such as `days 1-3`.
    pub(crate) days: Option<String>,
    /// The post without its title.
    #[serde(skip)]
    pub(super) page: Vec<Block>,
    #[serde(flatten)]
    pub(super) data: Data,
    pub(crate) gaps: Vec<Gap>,
    /// The items and notes that the post tells, in its order.
    #[serde(skip)]
    pub(crate) told: Vec<EntryId>,
}

impl Report {
    /// Makes the report about a sprint that is called `title`, or about an item of it.
    ///
    /// # Errors
    ///
    /// What is wrong with the template, in the order of its text.
    pub fn new(
        sprint: &Sprint,
        title: &str,
        config: &Config,
        template: &Template,
        choices: Choices,
    ) -> Result<Report, Vec<TemplateError>> {
        let sprint = &sprint.until(choices.span.to);
        let overrides = choices.overrides.or(template.front.overrides);
        let builder = Builder {
            sprint,
            config,
            settings: overrides.settled(),
            span: choices.span,
            about: choices.item,
        };
        let about = choices.item.and_then(|item| sprint.get(item));
        let rendered = match about {
            Some(item) if choices.is_built_in => about_item(item, builder.settings),
            _ => template.render(builder.facts(title), choices.overrides)?,
        };
        let mut blocks =
            builder.with_references(parse_page(&rendered.markdown), builder.settings.names);
        let shown = sources(&mut blocks);
        let claims = Claims::new(&builder, &rendered.marks, &shown);
        let mut page = fill(
            blocks,
            &rendered.marks,
            &claims,
            builder,
            choices.has_numbers,
            choices.is_built_in,
            template.file.is_none() && builder.span_in_words().is_none(),
        );
        let faults = faults(&page, &claims, &rendered.marks, template);
        if !faults.is_empty() {
            return Err(faults);
        }
        if let Some(item) = about {
            page.blocks.splice(0..0, reason(builder, item));
        }
        page.gaps.extend(omitted(builder, &claims));
        for gap in untold(builder, &claims, template.name()) {
            page.blocks.push(gap.comment());
            page.gaps.push(gap);
        }
        let collector = || Collector {
            builder,
            claims: &claims,
            marks: &rendered.marks,
            lines: template.lines(),
        };
        let data = choices.has_data.then(|| collector().collect());
        let heading = first_heading(&page.blocks);
        let own = heading.as_ref().map(|(_, text)| text.as_str());
        let title = match about {
            Some(item) => plain(&capitalized(first_line(builder.read(&item.text)))),
            None => title_of_post(template, own, title),
        };
        if let Some((place, text)) = heading
            && text == title
        {
            page.blocks.remove(place);
        }
        Ok(Report {
            title,
            item: about.map(|item| item.label.to_string()),
            // A template that was given has a title of its own for these days.
            days: builder.span_in_words().filter(|_| choices.is_built_in),
            page: page.blocks,
            data: data.unwrap_or_default(),
            gaps: page.gaps,
            told: page.told,
        })
    }

    /// Takes out the raw blocks of the template that are not for the format, and returns the names of their formats.
    pub fn take_raw(&mut self, kept: Option<&str>) -> Vec<String> {
        take_raw(&mut self.page, kept)
    }

    /// Gives the report as blocks, with its title as the first heading.
    pub fn to_blocks(&self) -> Vec<Block> {
        let title = Block::Heading(1, vec![Inline::text(self.full_title())]);
        let page = self.page.iter().cloned();
        without_omitted(std::iter::once(title).chain(page).collect(), true)
    }

    /// Returns the title, with the days of an interim report.
    pub(crate) fn full_title(&self) -> String {
        match &self.days {
            Some(days) => format!("{} ({days})", self.title),
            None => self.title.clone(),
        }
    }
}

/// Returns the title of a post about the sprint: what the template gives in front of its text, or else the heading that it
/// begins with, or else the title of the sprint.
fn title_of_post(template: &Template, heading: Option<&str>, sprint: &str) -> String {
    let given = template.front.title.as_deref();
    let given = given.filter(|given| !is_blank(given));
    given.or(heading).unwrap_or(sprint).to_owned()
}

/// Lists the parts that stand where none can, and those that are told twice, in the order of the template.
fn faults(page: &Page, claims: &Claims, marks: &[Mark], template: &Template) -> Vec<TemplateError> {
    let offset = |place: usize| match marks.get(place)? {
        Mark::Part(placeholder) => Some(placeholder.offset),
        Mark::Value { .. } => None,
    };
    let misplaced = page.misplaced.iter().map(|(offset, place)| {
        let part = template.placeholder_at(*offset).to_owned();
        (
            *offset,
            TemplateFault::MisplacedPart {
                part,
                place: *place,
            },
        )
    });
    let repeated = claims.repeated.iter().filter_map(|repeated| {
        let (offset, first) = (offset(repeated.mark)?, offset(repeated.first)?);
        let what = template.placeholder_at(offset).to_owned();
        let fault = match offset == first {
            _ if repeated.mark == repeated.first => TemplateFault::NamedTwice(what),
            true => TemplateFault::ToldInLoop(what),
            false => TemplateFault::ToldTwice {
                value: value_of(marks.get(repeated.mark)?, &what),
                what,
                first: template.position(first),
            },
        };
        Some((offset, fault))
    });
    let faults = misplaced.chain(repeated);
    let errors = faults.map(|(offset, fault)| TemplateError { offset, fault });
    let mut errors: Vec<TemplateError> = errors.collect();
    errors.sort_by_key(|error| error.offset);
    errors
}

/// Returns the topic that a placeholder names by something else than a text in quotes, as in a loop.
fn value_of(mark: &Mark, expression: &str) -> Option<String> {
    match mark {
        Mark::Part(Placeholder {
            part: Part::Topic(Some(topic)),
            ..
        }) => (!expression.contains(['"', '\''])).then(|| topic.to_string()),
        _ => None,
    }
}

/// Makes the report about an item: what is told of it, and what is still open.
fn about_item(item: &Item, settings: Settings) -> Rendered {
    let parts = [
        Part::Items(vec![item.id]),
        Part::Pictures(Filter::All),
        Part::Unfinished(Filter::All),
        Part::Next(Filter::All),
    ];
    // A list of one item is not a list, and the post has its title.
    let settings = Settings {
        body: Body::Prose,
        titles: Some(Titles::None),
        ..settings
    };
    let marks = parts.map(|part| {
        Mark::Part(Placeholder {
            part,
            settings,
            style: Style::default(),
            level: None,
            offset: 0,
        })
    });
    let mark = |place: usize| format!("{OPEN}{place}{CLOSE}");
    Rendered {
        markdown: format!(
            "{}\n\n{}\n\n## What is next\n\n{}\n\n{}\n",
            mark(0),
            mark(1),
            mark(2),
            mark(3)
        ),
        marks: marks.into(),
    }
}

/// Gives the reason for which an item was dropped.
fn reason(builder: Builder<'_>, item: &Item) -> Vec<Block> {
    let dropped = item.ending() == Some(Ending::Dropped);
    let reason = item.reason.as_deref().filter(|_| dropped);
    reason
        .map(|reason| builder.read(reason))
        .unwrap_or_default()
}

/// Finds the heading that a page begins with, if it is one of level 1: its place and its text.
fn first_heading(blocks: &[Block]) -> Option<(usize, String)> {
    let is_seen = |block: &Block| !matches!(block, Block::Comment(_));
    let first = blocks.iter().position(is_seen)?;
    match &blocks[first] {
        Block::Heading(1, text) => Some((first, plain(text))),
        _ => None,
    }
}

/// Collects the paths in the words of a page.
fn sources(blocks: &mut [Block]) -> HashSet<String> {
    let mut found = HashSet::default();
    for_each_line(blocks, &mut |line| add_sources(line, &mut found));
    found
}

fn add_sources(line: &[Inline], found: &mut HashSet<String>) {
    for inline in line {
        match inline {
            Inline::Image { source, .. } => {
                found.insert(source.replace("%20", " "));
            }
            Inline::Link { to, text } => {
                found.insert(to.replace("%20", " "));
                add_sources(text, found);
            }
            Inline::Emphasis(inner) | Inline::Strong(inner) => add_sources(inner, found),
            Inline::Text(_) | Inline::Code(_) | Inline::OmittedImage { .. } | Inline::Break => {}
        }
    }
}

/// Finds the photos that have a place in the template and cannot be shown.
fn omitted(builder: Builder<'_>, claims: &Claims) -> Vec<Gap> {
    let is_placed = |place| {
        let teller = claims.teller(Unit::Picture(place));
        matches!(teller, Some(Teller::Mark(_) | Teller::Story(_)))
    };
    let pictures = builder.pictures();
    let pictures = pictures.filter(|(place, _)| is_placed(*place));
    let omitted = pictures.filter_map(|(_, picture)| builder.image(picture).omitted());
    omitted.map(Gap::OmittedPicture).collect()
}

/// Finds what should be told and has no place in the template.
fn untold(builder: Builder<'_>, claims: &Claims, template: &str) -> Vec<Gap> {
    let is_untold = |unit| claims.teller(unit).is_none();
    let items = builder.told_items();
    let items = items
        .filter(|item| is_untold(Unit::Item(item.id)))
        .map(|item| Gap::UntoldItem {
            label: item.label.to_string(),
            text: item.text.to_string(),
            template: template.to_owned(),
        });
    let notes = builder.notes();
    let notes = notes
        .filter(|note| is_untold(Unit::Note(note.id)))
        .map(|note| Gap::UntoldNote {
            text: note.timed_text.text.to_string(),
            template: template.to_owned(),
        });
    let pictures = builder.pictures();
    let pictures = pictures
        .filter(|(place, _)| is_untold(Unit::Picture(*place)))
        .map(|(_, picture)| Gap::UntoldPicture {
            source: picture.file.to_string(),
            template: template.to_owned(),
        });
    items.chain(notes).chain(pictures).collect()
}
