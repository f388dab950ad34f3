//! What is said about times: when something was recorded, and when items of a planning document are to happen.

use chrono::NaiveDate;

use super::failure::Failure;
use super::words::listed;
use crate::text::excerpt;

/// What is reported about when something was recorded, or about the date of a post.
#[derive(Debug)]
pub enum TimeRemark {
    /// An entry is for a time that is still to come.
    Ahead(String),
    OutsideSprint {
        sprint: String,
        day: NaiveDate,
        from: NaiveDate,
        to: NaiveDate,
    },
    ClockWentBack,
    /// An entry was moved after one that is far ahead of the writer's clock.
    ClocksApart {
        /// Whose entry that is, as printed; none for the writer's own.
        whose: Option<String>,
        /// The time that it was given, if it is not the time at which it was typed.
        counts: Option<String>,
        apart: String,
    },
    /// An entry for another time had to go after one that would have cancelled it.
    After {
        /// Whose entry that is, as printed; none for the writer's own.
        whose: Option<String>,
        counts: String,
        /// The day that the new one belongs to.
        day: NaiveDate,
    },
    PostAhead {
        date: NaiveDate,
        /// The site that leaves the post out until then.
        waiting: Option<&'static str>,
    },
}

impl TimeRemark {
    /// Returns it in words, and what to do.
    pub(super) fn describe(&self) -> (String, Option<String>) {
        match self {
            TimeRemark::Ahead(at) => (format!("{at} is in the future"), None),
            TimeRemark::OutsideSprint {
                sprint,
                day,
                from,
                to,
            } => (
                format!("recorded in {sprint} ({from} to {to}) for {day}"),
                None,
            ),
            TimeRemark::ClockWentBack => (
                "the clock has gone back since your last entry".to_owned(),
                Some("check it, because entries are ordered by time".to_owned()),
            ),
            TimeRemark::ClocksApart {
                whose,
                counts,
                apart,
            } => {
                let who = whose.as_deref().unwrap_or("you");
                let clocks = if whose.is_some() { "both clocks" } else { "it" };
                match counts {
                    None => (
                        format!(
                            "what {who} recorded is {apart} ahead of your clock; this comes right after it"
                        ),
                        Some(format!("check {clocks}")),
                    ),
                    Some(counts) => (
                        format!(
                            "what {who} recorded counts from {counts} on, {apart} ahead of your clock; this comes right after it"
                        ),
                        None,
                    ),
                }
            }
            TimeRemark::After { whose, counts, day } => (
                format!(
                    "this belongs to {day}, but comes right after what {} recorded for {counts}, which would have cancelled it",
                    whose.as_deref().unwrap_or("you")
                ),
                None,
            ),
            TimeRemark::PostAhead { date, waiting } => {
                let waiting = waiting.map(|site| format!("; until then, {site} leaves it out"));
                let waiting = waiting.unwrap_or_default();
                let text = format!("the date of the post, {date}, is in the future{waiting}");
                (text, None)
            }
        }
    }
}

/// Says that a line has more than one time. `time`: the first one.
pub(super) fn other_times(time: &str, others: &[String]) -> Failure {
    let quoted: Vec<String> = others.iter().map(|time| format!("`{time}`")).collect();
    let are = if others.len() == 1 { "is" } else { "are" };
    let all: Vec<&str> = [time]
        .into_iter()
        .chain(others.iter().map(String::as_str))
        .collect();
    Failure::new(
        format!(
            "an item has one time, so {} {are} not recorded",
            listed(&quoted)
        ),
        format!(
            "write all of it as one time behind the title: `, {}`",
            all.join(" and ")
        ),
    )
}

/// Says that a second line of an item has another time than its own line.
pub(super) fn other_time(title: &str, time: &str, other: &str) -> Failure {
    Failure::new(
        format!(
            "`{}` has the time `{time}` on another line, so `{other}` is not recorded",
            excerpt(title, EXCERPT)
        ),
        format!(
            "write both times there, `, {time} and {other}`, or other words here for another item"
        ),
    )
}

/// The columns of a title that are enough to recognize it.
const EXCERPT: usize = 60;
