//! `sprint summary`: the report.

use std::path::PathBuf;

use chrono::{DateTime, NaiveDate};
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::context::Context;
use super::loaded::{LoadedSprint, sprint_row};
use super::options::{Json, Output, one_of};
use super::pictures::{CopiedPictures, LinkedFiles};
use super::post::Publication;
use super::template::LoadedTemplate;
use super::time;
use super::ui::Ui;
use crate::diagnostic::{Error, Remark, UsageError};
use crate::journal::{Folder, WebPicture};
use crate::report::{
    BUILT_IN, Block, Body, Choices, CommentLine, Gap, Group, Names, Overrides, Report, SITES, Site,
    Span, html, is_unedited, markdown, page, rst, sealed, text,
};
use crate::view;

/// Write the report: the blog post about the sprint, or about one item
#[derive(Args, Debug)]
pub struct Summary {
    /// How the body is divided [default: as in post.md, else topic]
    #[arg(long, value_parser = one_of::<Group>())]
    group: Option<Group>,
    /// The form of the body [default: as in post.md, else prose]
    #[arg(long, value_parser = one_of::<Body>())]
    body: Option<Body>,
    /// How credit is given [default: as in post.md, else short]
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
    /// The template [default: post.md of the sprint; of days or an item, the built-in one]
    #[arg(long, value_name = "FILE")]
    template: Option<PathBuf>,
    /// Print the built-in template, and nothing else
    #[arg(long)]
    print_template: bool,
    /// Put the number of each item after what is told of it
    #[arg(long)]
    numbers: bool,
    /// Keep the raw text that the template has for this format
    #[arg(long, conflicts_with = "json")]
    raw: bool,
    /// Fail if something is missing from the report
    #[arg(long)]
    strict: bool,
    /// The format, or a site generator, whose folder `-o` names [default: markdown]
    #[arg(long = "for", value_name = "FORMAT", conflicts_with = "json", value_parser = Format::parser())]
    format: Option<Format>,
    /// Write a whole HTML page that includes its style and pictures
    #[arg(long, conflicts_with = "json")]
    page: bool,
    /// The date of a post for a site [default: that of post.md, else the last day that it covers] [env: SOURCE_DATE_EPOCH]
    #[arg(long, value_name = "DAY")]
    date: Option<String>,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    json: Json,
}

/// What a report can be written for.
#[derive(Clone, Copy, Debug)]
enum Format {
    Markdown,
    Html,
    Rst,
    Text,
    Json,
    Site(&'static Site),
}

/// A report as it was asked for.
enum Answer {
    Text(String),
    Post(Box<Publication>),
}

impl Summary {
    /// Writes the report, and remarks on what is missing from it.
    pub fn run(self, context: &Context<'_>, ui: &mut Ui) -> Result<(), Error> {
        if self.print_template {
            return ui.print(BUILT_IN);
        }
        let loaded = LoadedSprint::open_whole(context, ui)?;
        let folder = &loaded.folder;
        let dates = folder.config.from.zip(folder.config.to);
        let day = |typed: &Option<String>, option| {
            let typed = typed.as_deref();
            typed
                .map(|typed| time::day_of_sprint(typed, context.today(), dates, option))
                .transpose()
        };
        let (from, to) = (day(&self.from, "--from")?, day(&self.to, "--to")?);
        let span = span(from, to, context.given_day(None, &folder.config)?)?;
        let date = time::day_within(self.date.as_deref(), context.today(), dates, "--date")?;
        let format = self.format()?;
        let template = self.template(ui, folder, span)?;
        let mut report = self.report(ui, &loaded, &template, span)?;
        template.remark(ui, folder)?;
        let kept = self.raw.then(|| format.name());
        for format in report.take_raw(kept) {
            ui.remark(&Remark::RawLeftOut(format))?;
        }
        let answer = match format {
            Format::Markdown => Answer::Text(markdown(&self.blocks(&mut report, folder))),
            Format::Html if self.page => Answer::Text(whole_page(&mut report, folder)),
            Format::Html => Answer::Text(html(&self.blocks(&mut report, folder))),
            Format::Rst => Answer::Text(rst(&self.blocks(&mut report, folder))),
            Format::Text => Answer::Text(text(&self.blocks(&mut report, folder))),
            Format::Json => Answer::Text(json(&mut report, folder)?),
            Format::Site(site) => {
                // The date of post.md is that of the whole post.
                let own = template.template.front.date();
                let date = date.or(own.filter(|_| !template.is_built_in));
                let date = date.map_or_else(|| default_date(context, &loaded, span), Ok)?;
                Answer::Post(Box::new(Publication::new(
                    site,
                    date,
                    &mut report,
                    &template.template,
                    folder,
                )))
            }
        };
        if date.is_some() && matches!(answer, Answer::Text(_)) {
            return Err(UsageError::DateWithoutSite.into());
        }
        self.deliver(context, ui, answer, &report.gaps)?;
        ui.leave((loaded, report));
        Ok(())
    }

    fn template(&self, ui: &mut Ui, folder: &Folder, span: Span) -> Result<LoadedTemplate, Error> {
        match &self.template {
            Some(file) => LoadedTemplate::of_file(ui, file),
            None if self.item.is_some() || span != Span::default() => {
                LoadedTemplate::of_part(ui, folder)
            }
            None => LoadedTemplate::of_sprint(ui, folder),
        }
    }

    fn report(
        &self,
        ui: &mut Ui,
        loaded: &LoadedSprint,
        template: &LoadedTemplate,
        span: Span,
    ) -> Result<Report, Error> {
        let LoadedSprint { sprint, folder, .. } = loaded;
        let item = self.item.as_ref();
        let item = item.map(|typed| sprint.find_item(typed)).transpose()?;
        if let Some(item) = item
            && sprint.until(span.to).get(item.id).is_none()
        {
            return Err(Error::EnteredLater {
                label: item.label,
                day: item.day,
            });
        }
        let choices = Choices {
            overrides: Overrides {
                group: self.group,
                body: self.body,
                names: self.names,
                ..Overrides::default()
            },
            span,
            item: item.map(|item| item.id),
            is_built_in: template.is_built_in,
            has_numbers: self.numbers,
            has_data: matches!(self.format()?, Format::Json),
        };
        template.report(ui, sprint, folder, choices)
    }

    fn format(&self) -> Result<Format, Error> {
        match (self.format, self.page) {
            _ if self.json.wanted => Ok(Format::Json),
            (None | Some(Format::Html), true) => Ok(Format::Html),
            (Some(_), true) => Err(UsageError::PageWithoutHtml.into()),
            (format, false) => Ok(format.unwrap_or(Format::Markdown)),
        }
    }

    /// Returns the report as blocks. Its pictures are named from the file that it goes to, or from the sprint's folder
    /// if there is none.
    fn blocks(&self, report: &mut Report, folder: &Folder) -> Vec<Block> {
        let file = self.output.file();
        report.rewrite_links(&mut LinkedFiles { folder, file });
        report.to_blocks()
    }

    /// Writes a text to standard output or to a file. The last line of a file shows whether somebody has edited it.
    fn deliver_text(&self, context: &Context<'_>, ui: &mut Ui, text: String) -> Result<(), Error> {
        let line = self.format()?.comment_line();
        let text = match line.filter(|_| self.output.file().is_some()) {
            Some(line) => sealed(&text, line),
            None => text,
        };
        self.output.deliver(context, ui, &text, is_unedited)
    }

    fn deliver(
        &self,
        context: &Context<'_>,
        ui: &mut Ui,
        answer: Answer,
        gaps: &[Gap],
    ) -> Result<(), Error> {
        let is_refused = self.strict && gaps.iter().any(Gap::is_strict);
        // A file may be about to be published, so one with gaps is not written.
        if !is_refused || self.output.file().is_none() {
            match answer {
                Answer::Text(text) => self.deliver_text(context, ui, text)?,
                Answer::Post(publication) => publication.deliver(context, ui, &self.output)?,
            }
        }
        for gap in gaps {
            ui.remark(&Remark::Gap(gap.message()))?;
        }
        if is_refused {
            return Err(Error::Gaps(gaps.len()));
        }
        Ok(())
    }
}

impl Format {
    /// Returns how it writes a comment that readers do not see; `None` if it cannot.
    fn comment_line(self) -> Option<CommentLine> {
        match self {
            Format::Markdown | Format::Html | Format::Site(_) => Some(CommentLine::Html),
            Format::Rst => Some(CommentLine::Rst),
            Format::Text | Format::Json => None,
        }
    }

    /// Returns the name by which a raw text of a template is for it.
    fn name(self) -> &'static str {
        let is_it = |format: &Format| match (format, self) {
            (Format::Site(one), Format::Site(other)) => one.name == other.name,
            (one, other) => std::mem::discriminant(one) == std::mem::discriminant(&other),
        };
        let mut all = Format::all();
        all.find(|(_, format)| is_it(format))
            .map_or("", |(name, _)| name)
    }

    fn all() -> impl Iterator<Item = (&'static str, Format)> {
        let sites = SITES.iter().map(|site| (site.name, Format::Site(site)));
        let others = [
            ("markdown", Format::Markdown),
            ("html", Format::Html),
            ("rst", Format::Rst),
            ("text", Format::Text),
            ("json", Format::Json),
        ];
        others.into_iter().chain(sites)
    }

    fn parser() -> impl TypedValueParser<Value = Format> {
        let names = Format::all().map(|(name, _)| name);
        PossibleValuesParser::new(names).try_map(|typed| {
            let format = Format::all().find(|(name, _)| *name == typed);
            format
                .map(|(_, format)| format)
                .ok_or("there is no such format")
        })
    }
}

fn json(report: &mut Report, folder: &Folder) -> Result<String, Error> {
    let mut targets = LinkedFiles { folder, file: None };
    report.rewrite_links(&mut targets);
    report.rewrite_data_links(&mut targets);
    let sprint = sprint_row(folder, true)?;
    Ok(view::json::summary(&sprint, report))
}

/// Returns the report as a page in HTML that contains its pictures.
fn whole_page(report: &mut Report, folder: &Folder) -> String {
    report.rewrite_links(&mut CopiedPictures {
        folder,
        copy: |picture: WebPicture| picture.address(),
        has_links: false,
    });
    page(&report.to_blocks())
}

/// Returns the days that the report is about: those of `--from` and `--to`, or the one of `--day`.
fn span(
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    day: Option<NaiveDate>,
) -> Result<Span, Error> {
    match (from.zip(to), day) {
        (_, Some(_)) if from.or(to).is_some() => Err(UsageError::DayAndSpan.into()),
        (Some((from, to)), None) if to < from => Err(Error::BackwardDates { from, to }),
        _ => Ok(Span {
            from: from.or(day),
            to: to.or(day),
        }),
    }
}

/// Returns the date of a post if neither an option nor post.md gives one: `SOURCE_DATE_EPOCH`, or else the last day that it covers.
fn default_date(
    context: &Context<'_>,
    loaded: &LoadedSprint,
    span: Span,
) -> Result<NaiveDate, Error> {
    if let Some(typed) = &context.environment.source_date_epoch {
        let seconds = typed.parse().ok();
        let time = seconds.and_then(|seconds| DateTime::from_timestamp(seconds, 0));
        let time = time.ok_or_else(|| UsageError::BadTime {
            typed: typed.clone(),
            option: "SOURCE_DATE_EPOCH",
            accepted: "the seconds since 1970, such as 1488588300",
            dates: Vec::new(),
        })?;
        return Ok(time.date_naive());
    }
    let days = loaded.sprint.entries().iter().map(|entry| entry.day());
    let covered = days.filter(|day| span.to.is_none_or(|to| *day <= to));
    covered.max().ok_or(Error::NothingToDate)
}
