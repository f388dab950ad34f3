//! When an entry counts, and who typed what in which order.

use std::collections::HashMap;

use chrono::{DateTime, FixedOffset, TimeDelta};

use super::entry::Entry;
use super::sprint::Sprint;
use super::timeline::next_time;
use super::violation::Violation;

/// If a clock is set back by no more than this, what one person types is still kept in order.
pub const CLOCK_TOLERANCE: TimeDelta = TimeDelta::minutes(1);

impl Sprint {
    /// Returns a test for entries: whether they were typed by the person who goes by a name, under any of their names.
    pub fn is_typed_by<'a>(&'a self, name: &'a str) -> impl FnMut(&&'a Entry) -> bool {
        let person = self.people.referred(name);
        let mut known: HashMap<&str, bool> = HashMap::new();
        move |entry| {
            let is_same = || person.is_some() && self.people.referred(&entry.by) == person;
            entry.by == name || *known.entry(&entry.by).or_insert_with(is_same)
        }
    }

    /// Returns the time for an entry that somebody types `now`: after what they typed just before, by whatever clock.
    pub fn typing_time(
        &self,
        name: &str,
        now: DateTime<FixedOffset>,
    ) -> Result<DateTime<FixedOffset>, Violation> {
        let typed = self.index.typing_order.get(&self.entries);
        let entry = |place: &u32| self.entries.at(*place as usize);
        let nth = |time| typed.partition_point(|place| entry(place).typed() < time);
        let last_first = typed[nth(now)..nth(now + CLOCK_TOLERANCE)].iter().rev();
        let mut last_first = last_first.map(entry);
        let last = last_first.find(self.is_typed_by(name));
        last.map_or(Ok(now), |last| {
            next_time(last.typed(), *now.offset()).ok_or(Violation::NoTimeLeft)
        })
    }

    /// Returns what was typed later than a time, by whatever clock.
    pub fn typed_after(&self, time: DateTime<FixedOffset>) -> impl Iterator<Item = &Entry> {
        let typed = self.index.typing_order.get(&self.entries);
        let entry = |place: &u32| self.entries.at(*place as usize);
        let first = typed.partition_point(|place| entry(place).typed() <= time);
        typed[first..].iter().map(entry)
    }

    /// Returns the time for an entry that somebody enters for another time: that time, or right after what they entered
    /// for the same time before.
    pub fn dated_time(
        &self,
        name: &str,
        wanted: DateTime<FixedOffset>,
    ) -> Result<DateTime<FixedOffset>, Violation> {
        let mut at = self.index.dated.after(wanted, name, &self.entries);
        let earlier = self.entries.partition_point(|entry| entry.at < at);
        let later = self.entries.range(earlier..self.entries.len());
        let mut is_own = self.is_typed_by(name);
        for entry in later {
            if entry.at > at {
                break;
            }
            if entry.at == at && is_own(&entry) {
                at = next_time(at, *wanted.offset()).ok_or(Violation::NoTimeLeft)?;
            }
        }
        Ok(at)
    }
}
