//! `sprint.toml`: the settings of a sprint.

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, de};
use strum::{EnumString, IntoStaticStr, VariantNames};

use super::entry::{day, is_address};
use super::limits::{Excess, Limited};
use super::topic::Topic;

/// The contents of `sprint.toml`. Every setting may be missing.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Config {
    /// The title, if it differs from the name.
    pub title: Option<String>,
    /// Where the sprint takes place.
    pub place: Option<String>,
    /// The first day.
    #[serde(deserialize_with = "day")]
    pub from: Option<NaiveDate>,
    /// The last day.
    #[serde(deserialize_with = "day")]
    pub to: Option<NaiveDate>,
    /// Topics in the order of the report; others follow in the order of their first use.
    pub topics: Vec<Topic>,
    /// The address of an issue of the project, without its number: what `#123` in a text leads to.
    #[serde(deserialize_with = "address")]
    pub issues: Option<String>,
    /// Which file of a day an entry is written to.
    pub log: LogFiles,
    /// What `check` leaves out.
    pub check: CheckConfig,
    /// What only the report needs.
    pub report: ReportConfig,
}

impl Config {
    /// Returns everything in the settings that exceeds a limit.
    pub fn excesses(&self) -> Vec<Excess> {
        let report = &self.report;
        let lines = [
            (Limited::Title, &self.title),
            (Limited::Place, &self.place),
            (Limited::Title, &report.title),
        ];
        let lines = lines
            .into_iter()
            .filter_map(|(what, text)| Some((what, text.as_deref()?)));
        let texts = self.texts().into_iter().map(|text| (Limited::Text, text));
        let names = report.authors.iter().chain(&report.tags);
        let names = names.map(|name| (Limited::Name, name.as_str()));
        let all = lines.chain(texts).chain(names);
        let excesses = all.filter_map(|(what, text)| what.excess_of(text));
        excesses
            .chain(self.topics.iter().filter_map(Topic::excess))
            .collect()
    }

    /// Returns the parts of the report that are written by hand.
    pub fn texts(&self) -> Vec<&str> {
        let report = &self.report;
        let texts = [
            &report.intro,
            &report.invitation,
            &report.closing,
            &report.sign_off,
        ];
        texts.into_iter().flatten().map(String::as_str).collect()
    }
}

/// What `check` leaves out.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct CheckConfig {
    /// The names of rules that are switched off. Those that are not known mean nothing.
    pub off: Vec<String>,
}

/// Which file of a day an entry is written to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LogFiles {
    /// `DATE.toml`, for everybody.
    #[default]
    Shared,
    /// `DATE.WRITER.toml`, one for each writer: git needs no settings to merge them.
    PerWriter,
}

/// The hand-written parts of the report and the choices about its shape.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct ReportConfig {
    /// The title, if not the sprint's.
    pub title: Option<String>,
    pub authors: Vec<String>,
    pub tags: Vec<String>,
    /// The first paragraphs, Markdown.
    pub intro: Option<String>,
    /// Why the reader should come next time, Markdown.
    pub invitation: Option<String>,
    /// The last paragraphs, Markdown.
    pub closing: Option<String>,
    /// The last line, such as a team's name.
    pub sign_off: Option<String>,
    pub group: Group,
    pub body: Body,
    pub names: Names,
    pub headings: Headings,
}

/// What the body of the report is divided by.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, EnumString, IntoStaticStr, VariantNames,
)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Group {
    /// A heading for each topic.
    #[default]
    Topic,
    /// A heading for each day.
    Day,
    /// A heading for each person who has part in something.
    Person,
    /// Nothing: one list of highlights.
    None,
}

impl Group {
    /// Returns the word that is typed and compared.
    pub fn word(self) -> &'static str {
        self.into()
    }
}

/// What the body of the report is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, EnumString, VariantNames)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Body {
    /// Paragraphs.
    #[default]
    Prose,
    /// A list.
    Bullets,
}

/// How people are named after a result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, EnumString, VariantNames)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
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
pub struct Headings {
    pub invitation: String,
    /// Comes above everything from the goals to the attendees, which are one level deeper then.
    pub summary: String,
    pub goals: String,
    pub highlights: String,
    /// Above what belongs to no topic or person, where other results do.
    pub other: String,
    pub decisions: String,
    pub talks: String,
    pub notes: String,
    /// Above the list of special days, where days have no headings of their own.
    pub days: String,
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
            days: "Days".into(),
            next: "What is next".into(),
            attendees: "Attendees".into(),
            thanks: "Thanks".into(),
        }
    }
}

fn address<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let text = String::deserialize(deserializer)?;
    if is_address(&text) && !text.contains(char::is_whitespace) {
        return Ok(Some(text));
    }
    Err(de::Error::custom(
        "expected a web address such as https://github.com/pypy/pypy/issues/",
    ))
}
