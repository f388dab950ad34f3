//! The days of a report: their numbers, headings and themes.

use chrono::NaiveDate;

use super::document::{Inline, first_line, plain};
use super::selection::Builder;
use super::settings::Span;
use crate::domain::Entry;

impl Builder<'_> {
    /// Prints `day 2` or `days 1-3`, counted from the first day of the sprint if that is known.
    pub(super) fn span_in_words(&self) -> Option<String> {
        let Span { from, to } = self.span;
        if from.is_none() && to.is_none() {
            return None;
        }
        let last = to
            .or(self.config.to)
            .or(self.sprint.entries().last().map(Entry::day))?;
        let first = from.map_or(Some(1), |from| self.day_number(from))?;
        let last_number = self.day_number(last)?;
        if first < 1 || last_number < first {
            // There is no first day to count from.
            return Some(match from.filter(|first| *first != last) {
                Some(first) => format!("{} to {}", day(first), day(last.max(first))),
                None => day(last),
            });
        }
        Some(match last_number {
            last if last == first => format!("day {first}"),
            last => format!("days {first}-{last}"),
        })
    }

    /// Counts the day from the first one, if that is known.
    fn day_number(&self, day: NaiveDate) -> Option<i64> {
        let first_entry = self.sprint.entries().first().map(Entry::day);
        let start = self.config.from.or(first_entry)?;
        Some((day - start).num_days() + 1)
    }

    /// Prints `Day 4: Friday, 17 April: Documentation day`. A day before the first has no number.
    pub(super) fn day_heading(&self, day: NaiveDate) -> String {
        let line = plain(&self.day_line(day));
        match self.day_number(day) {
            Some(number) if number > 0 => format!("Day {number}: {line}"),
            _ => line,
        }
    }

    /// Prints a day and its theme: `Friday, 17 April: Documentation day`, `Sunday, 19 April (break)`.
    fn day_line(&self, day: NaiveDate) -> Vec<Inline> {
        let mut line = vec![Inline::text(day.format("%A, %-d %B").to_string())];
        let known = self.sprint.day(day);
        if let Some(theme) = known.and_then(|known| known.theme.as_deref()) {
            line.push(Inline::text(": "));
            line.extend(first_line(self.read(theme)));
        }
        if known.is_some_and(|known| known.is_break) {
            line.push(Inline::text(" (break)"));
        }
        line
    }

    /// Returns whether a day has a theme or is a break.
    pub(super) fn is_special(&self, day: NaiveDate) -> bool {
        self.sprint
            .day(day)
            .is_some_and(|known| known.theme.is_some() || known.is_break)
    }

    /// Gives the lines about the days with a theme or a break.
    pub(super) fn special_days(&self) -> Vec<Vec<Inline>> {
        let days = self.days().into_iter();
        days.filter(|day| self.is_special(*day))
            .map(|day| self.day_line(day))
            .collect()
    }
}

pub(super) fn day(date: NaiveDate) -> String {
    date.format("%-d %B").to_string()
}
