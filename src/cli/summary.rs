//! `sprint summary`: the report.

use clap::Args;
use strum::{EnumString, VariantNames};

use super::desk::Desk;
use super::json::{Json, sprint_row};
use super::output::Output;
use super::pictures::{CopiedPictures, LinkedFiles};
use super::post::{self, Publication};
use super::{one_of, time};
use crate::diagnostic::{Error, Remark, UsageError};
use crate::domain::{Body, Group, Names};
use crate::journal::{Folder, WebPicture};
use crate::report::{Block, Choices, Report, Site, Span, html, markdown, page, rst};
use crate::view;

/// Write the report: the blog post about the sprint, or about one item
#[derive(Args, Debug)]
pub struct Summary {
    /// How the body is divided [default: as in sprint.toml, else topic]
    #[arg(long, value_parser = one_of::<Group>())]
    group: Option<Group>,
    /// The form of the body [default: as in sprint.toml, else prose]
    #[arg(long, value_parser = one_of::<Body>())]
    body: Option<Body>,
    /// How credit is given [default: as in sprint.toml, else short]
    #[arg(long, value_parser = one_of::<Names>())]
    names: Option<Names>,
    /// Only from this day on
    #[arg(long, value_name = "DAY")]
    from: Option<String>,
    /// Only until this day
    #[arg(long, value_name = "DAY")]
    to: Option<String>,
    /// Only about this item: a number, an id, or a word of its text
    #[arg(long, conflicts_with = "group")]
    item: Option<String>,
    /// Fail if something is missing from the report
    #[arg(long)]
    strict: bool,
    /// The format, or a site generator, whose folder `-o` names [default: markdown]
    #[arg(long = "for", value_name = "FORMAT", conflicts_with = "json", value_parser = one_of::<Format>())]
    format: Option<Format>,
    /// Write a whole HTML page that includes its style and pictures
    #[arg(long, conflicts_with = "json")]
    page: bool,
    /// The date of a post for a site [default: the last day that it covers] [env: SOURCE_DATE_EPOCH]
    #[arg(long, value_name = "DAY")]
    date: Option<String>,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    json: Json,
}

/// What a report can be written for.
#[derive(Clone, Copy, Debug, Default, PartialEq, EnumString, VariantNames)]
#[strum(serialize_all = "lowercase")]
pub enum Format {
    /// Markdown that every engine reads as meant.
    #[default]
    Markdown,
    /// HTML, the body of a post.
    Html,
    /// reStructuredText.
    Rst,
    /// The data that every other format is written from.
    Json,
    /// A post for Nikola.
    Nikola,
    /// A post for Jekyll.
    Jekyll,
    /// A post for Hugo.
    Hugo,
    /// A post for Zola.
    Zola,
    /// A post for Pelican.
    Pelican,
    /// A post for Eleventy.
    Eleventy,
}

/// A report as it was asked for.
enum Answer {
    Text(String),
    Post(Publication),
}

impl Summary {
    /// Writes it to where it shall go, and what is missing from it to standard error.
    pub fn run(self, desk: &mut Desk<'_, '_>) -> Result<(), Error> {
        let loaded = desk.open_whole()?;
        let config = &loaded.folder.config;
        let dates = config.from.zip(config.to);
        let day = |typed: &Option<String>, option| {
            typed
                .as_deref()
                .map(|typed| time::day_within(typed, desk.today(), dates, option))
                .transpose()
        };
        let mut span = Span {
            from: day(&self.from, "--from")?,
            to: day(&self.to, "--to")?,
        };
        if desk.day_is_given() {
            if span != Span::default() {
                return Err(UsageError::DayAndSpan.into());
            }
            let day = desk.day()?;
            span = Span {
                from: Some(day),
                to: Some(day),
            };
        }
        if let Some((from, to)) = span.from.zip(span.to).filter(|(from, to)| to < from) {
            return Err(Error::BackwardDates { from, to });
        }
        let choices = Choices {
            group: self.group.unwrap_or(config.report.group),
            body: self.body.unwrap_or(config.report.body),
            names: self.names.unwrap_or(config.report.names),
            span,
        };
        let date = day(&self.date, "--date")?;
        let mut label = String::new();
        let mut report = match &self.item {
            Some(typed) => {
                let item = loaded.sprint.find_item(typed)?;
                label = item.label.to_string();
                let report = Report::about(&loaded.sprint, item.id, config, &choices);
                report.ok_or(Error::EnteredLater {
                    label: item.label,
                    day: item.day,
                })?
            }
            None => Report::new(&loaded.sprint, loaded.folder.title(), config, &choices),
        };
        let mut post = |site| {
            let date = post::date(desk, date, &loaded, span)?;
            let post = post::post(site, &report, &loaded.folder, date, &label);
            let publication = Publication::new(post, &mut report, &loaded.folder);
            Ok::<_, Error>(Answer::Post(publication))
        };
        let answer = match self.format()? {
            Format::Json => {
                let sprint = sprint_row(&loaded.folder, true)?;
                report.rewrite_links(&mut LinkedFiles {
                    folder: &loaded.folder,
                    file: None,
                });
                Answer::Text(view::json::summary(&sprint, &report.to_json()))
            }
            Format::Html if self.page => {
                report.rewrite_links(&mut CopiedPictures {
                    folder: &loaded.folder,
                    place: |picture: WebPicture| picture.address(),
                    has_links: false,
                });
                Answer::Text(page(&report.to_blocks()))
            }
            Format::Html => Answer::Text(html(&self.document(&mut report, &loaded.folder))),
            Format::Rst => Answer::Text(rst(&self.document(&mut report, &loaded.folder))),
            Format::Markdown => Answer::Text(markdown(&self.document(&mut report, &loaded.folder))),
            Format::Nikola => post(Site::Nikola)?,
            Format::Jekyll => post(Site::Jekyll)?,
            Format::Hugo => post(Site::Hugo)?,
            Format::Zola => post(Site::Zola)?,
            Format::Pelican => post(Site::Pelican)?,
            Format::Eleventy => post(Site::Eleventy)?,
        };
        if date.is_some() && matches!(answer, Answer::Text(_)) {
            return Err(UsageError::DateWithoutSite.into());
        }
        let is_refused = self.strict && !report.gaps.is_empty();
        // A file may be on its way to the world: one with gaps is not written.
        if !is_refused || self.output.file().is_none() {
            match answer {
                Answer::Text(text) => self.output.deliver(desk, &text, |_| false)?,
                Answer::Post(publication) => publication.deliver(desk, &self.output)?,
            }
        }
        for gap in &report.gaps {
            desk.remark(&Remark::Gap(gap.message()))?;
        }
        if is_refused {
            return Err(Error::Gaps(report.gaps.len()));
        }
        Ok(())
    }

    fn format(&self) -> Result<Format, Error> {
        match (self.format, self.page) {
            _ if self.json.wanted => Ok(Format::Json),
            (None | Some(Format::Html), true) => Ok(Format::Html),
            (Some(_), true) => Err(UsageError::PageWithoutHtml.into()),
            (format, false) => Ok(format.unwrap_or_default()),
        }
    }

    /// The report with its pictures named from where it will be; from the sprint's folder, where that is not known.
    fn document(&self, report: &mut Report, folder: &Folder) -> Vec<Block> {
        let file = self.output.file();
        report.rewrite_links(&mut LinkedFiles { folder, file });
        report.to_blocks()
    }
}
