//! Words that several messages share.

use chrono::{NaiveDate, TimeDelta};

use crate::domain::{Ending, ItemKind, Label, slip_of_day};
use crate::text::typed_day;

pub fn state_word(ending: Option<Ending>) -> &'static str {
    match ending {
        None => "open",
        Some(Ending::Done) => "done",
        Some(Ending::Decided) => "decided",
        Some(Ending::Dropped) => "dropped",
    }
}

pub fn kind_word(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Task => "task",
        ItemKind::Discussion => "discussion",
        ItemKind::Talk => "talk",
    }
}

/// Prints `1 gap`, `2 gaps`.
pub fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// Tells how a date is written here that another convention writes differently.
pub(super) fn written_as(dates: &[NaiveDate]) -> Option<String> {
    match dates {
        [] => None,
        [date] => Some(format!("write the day as {date}")),
        [first, second, ..] => Some(format!("write the day as {first} or as {second}")),
    }
}

/// Finds the day that a word may be meant as, in another language or with a slip.
pub(super) fn near_day(typed: &str) -> Option<String> {
    let day = typed_day(typed).filter(|day| day != typed);
    day.or_else(|| slip_of_day(typed))
}

/// Prints a duration in one unit: `3 hours`, `2 days`, `1 year`.
pub fn duration(time: TimeDelta) -> String {
    const DAY: i64 = 24;
    let hours = (time.num_minutes() + 30) / 60;
    let (unit, noun) = match hours {
        ..48 => (1, "hour"),
        48..1440 => (DAY, "day"),
        1440..8760 => (30 * DAY, "month"),
        _ => (365 * DAY, "year"),
    };
    let count = usize::try_from((hours + unit / 2) / unit).unwrap_or(0);
    counted(count, noun)
}

/// Prints `1 entry`, `2 entries`.
pub fn counted_entries(count: usize) -> String {
    match count {
        1 => "1 entry".to_owned(),
        count => format!("{count} entries"),
    }
}

/// Prints `1 entry was`, `2 entries were`.
pub(super) fn entries_were(count: usize) -> String {
    let verb = if count == 1 { "was" } else { "were" };
    format!("{} {verb}", counted_entries(count))
}

/// Prints `a`, `a and b`, `a, b and c`.
pub fn listed<Name: AsRef<str>>(names: &[Name]) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match names[..] {
        [] => String::new(),
        [one] => one.to_owned(),
        [ref most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// Prints `a`, `a or b`, `a, b or c`.
pub(super) fn listed_or(names: &[String]) -> String {
    match names {
        [most @ .., last] if !most.is_empty() => format!("{} or {last}", most.join(", ")),
        _ => names.concat(),
    }
}

/// Writes items as a command takes several: `8,9`.
pub(super) fn commas(items: &[Label]) -> String {
    let items: Vec<String> = items.iter().map(Label::to_string).collect();
    items.join(",")
}

/// Lists the first few things, and counts the others.
pub(super) fn some(things: &[String]) -> String {
    const SHOWN: usize = 8;
    let shown = things[..things.len().min(SHOWN)].join(", ");
    match things.len().saturating_sub(SHOWN) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}
