//! `sprint.toml`: what is said of a sprint by hand.

use std::path::Path;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, de};
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};
use toml::value::Datetime;

use super::place::{Finding, Place, What};
use crate::domain::Topic;

/// The contents of `sprint.toml`. Every setting may be missing.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Config {
    /// What the sprint is called.
    pub title: Option<String>,
    /// Where it is.
    pub place: Option<String>,
    /// The first day.
    #[serde(deserialize_with = "date")]
    pub from: Option<NaiveDate>,
    /// The last day.
    #[serde(deserialize_with = "date")]
    pub to: Option<NaiveDate>,
    /// Topics in the order of the report; those not listed come behind in the order in which they were first used.
    pub topics: Vec<Topic>,
    /// Which file of a day an entry is written to.
    pub log: LogFiles,
    /// What only the report needs.
    pub report: ReportConfig,
}

/// Which file of a day an entry is written to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LogFiles {
    /// `DATE.toml`, for everybody.
    #[default]
    Shared,
    /// `DATE.WRITER.toml`, one for each who types: needs no help from git when it merges.
    PerWriter,
}

/// The hand-written parts of the report and the choices about its shape.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct ReportConfig {
    /// The title, if not the sprint's.
    pub title: Option<String>,
    /// Who signs as author.
    pub authors: Vec<String>,
    /// Tags of the post.
    pub tags: Vec<String>,
    /// The first paragraphs, Markdown.
    pub intro: Option<String>,
    /// Why the reader should come next time, Markdown.
    pub invitation: Option<String>,
    /// The last paragraphs, Markdown.
    pub closing: Option<String>,
    /// The last line, such as a team's name.
    pub sign_off: Option<String>,
    /// What the body is divided by.
    pub group: Group,
    /// What the body is made of.
    pub body: Body,
    /// How credit is given.
    pub names: Names,
    /// The headings of the parts.
    pub headings: Headings,
}

/// What the body of the report is divided by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// A heading for each topic.
    #[default]
    Topic,
    /// Nothing: one list of highlights.
    None,
}

/// What the body of the report is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub enum Body {
    /// Paragraphs.
    #[default]
    Prose,
    /// A list.
    Bullets,
}

/// How people are named behind an outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub enum Names {
    /// By their first name or the nick that they print.
    #[default]
    Short,
    /// In full.
    Full,
    /// Not at all.
    None,
}

/// The headings of the report's parts. One that is empty is left out, its part stays.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
#[allow(
    missing_docs,
    reason = "each is the heading of the part it is named after"
)]
pub struct Headings {
    pub invitation: String,
    /// Stands above everything from the goals to the attendees, which are one level deeper then.
    pub summary: String,
    pub goals: String,
    pub highlights: String,
    /// What belongs to no topic, where others do.
    pub other: String,
    pub decisions: String,
    pub talks: String,
    pub notes: String,
    pub next: String,
    pub attendees: String,
    pub thanks: String,
}

impl Default for Headings {
    fn default() -> Self {
        Headings {
            invitation: "Join us next time".into(),
            summary: String::new(),
            goals: "Goals".into(),
            highlights: "Highlights".into(),
            other: "Miscellaneous".into(),
            decisions: "Decisions and discussions".into(),
            talks: "Talks".into(),
            notes: "Notes".into(),
            next: "What is next".into(),
            attendees: "Attendees".into(),
            thanks: "Thanks".into(),
        }
    }
}

fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
    let date = match Datetime::deserialize(deserializer)? {
        Datetime {
            date: Some(date),
            time: None,
            offset: None,
        } => NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into()),
        _ => None,
    };
    date.map(Some)
        .ok_or_else(|| de::Error::custom("expected a date such as 2017-02-27"))
}

/// Reads the text of a `sprint.toml`. What cannot be read is found and left at its default.
pub(super) fn parse(file: &Path, text: &str) -> (Config, Vec<Finding>) {
    let finding = |offset: usize, what: What| Finding {
        place: Place::in_text(file, text, offset),
        what,
    };
    let failed = |error: &toml::de::Error| {
        finding(
            error.span().map_or(0, |span| span.start),
            What::Setting(error.message().to_owned()),
        )
    };
    let table = match DeTable::parse(text) {
        Ok(table) => table,
        Err(error) => return (Config::default(), vec![failed(&error)]),
    };
    let places = table.clone().into_inner();
    let value = Spanned::new(table.span(), DeValue::Table(table.into_inner()));
    let mut findings = Vec::new();
    let read = serde_ignored::deserialize(ValueDeserializer::from(value), |path| {
        let path = path.to_string();
        let (offset, near) = locate(&places, &path);
        findings.push(finding(offset, What::UnknownSetting { name: path, near }));
    });
    match read {
        Ok(config) => (config, findings),
        Err(error) => {
            findings.push(failed(&error));
            (Config::default(), findings)
        }
    }
}

/// Where the setting at a dotted path stands, and the known setting that its name is much like.
fn locate(root: &DeTable<'_>, path: &str) -> (usize, Option<String>) {
    let mut table = root;
    let mut offset = 0;
    for name in path.split('.') {
        let Some((key, value)) = table.get_key_value(name) else {
            break;
        };
        offset = key.span().start;
        match value.get_ref() {
            DeValue::Table(inner) => table = inner,
            _ => break,
        }
    }
    let name = path.rsplit('.').next().unwrap_or(path);
    let near = SETTINGS
        .iter()
        .map(|setting| (strsim::osa_distance(setting, name), *setting))
        .filter(|(distance, _)| *distance <= 2)
        .min()
        .map(|(_, setting)| setting.to_owned());
    (offset, near)
}

/// All names of settings, for suggestions.
const SETTINGS: [&str; 27] = [
    "title",
    "place",
    "from",
    "to",
    "topics",
    "log",
    "report",
    "authors",
    "tags",
    "intro",
    "invitation",
    "closing",
    "sign-off",
    "group",
    "body",
    "names",
    "headings",
    "summary",
    "goals",
    "highlights",
    "other",
    "decisions",
    "talks",
    "notes",
    "next",
    "attendees",
    "thanks",
];
