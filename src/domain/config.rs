//! `sprint.toml`: the settings of a sprint.

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, de};

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
}

impl Config {
    /// Returns everything in the settings that exceeds a limit.
    pub fn excesses(&self) -> Vec<Excess> {
        let lines = [(Limited::Title, &self.title), (Limited::Place, &self.place)];
        let lines = lines
            .into_iter()
            .filter_map(|(what, text)| what.excess_of(text.as_deref()?));
        lines
            .chain(self.topics.iter().filter_map(Topic::excess))
            .collect()
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

fn address<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let text = String::deserialize(deserializer)?;
    if is_address(&text) && !text.contains(char::is_whitespace) {
        return Ok(Some(text));
    }
    Err(de::Error::custom(
        "expected a web address such as https://github.com/pypy/pypy/issues/",
    ))
}
