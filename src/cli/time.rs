//! Days and times as people type them.

use chrono::{
    DateTime, Datelike, Days, FixedOffset, MappedLocalTime, NaiveDate, NaiveDateTime, NaiveTime,
    SubsecRound, Timelike, Weekday,
};

use crate::diagnostic::{Error, UsageError};
use crate::domain::can_be_held;
use crate::text::{other_dates, typed_weekday};

const TIMES: &str = "a time such as 14:30, a day such as 2017-02-27, `mon` or `yesterday`, both, or 2017-02-27T14:30:00+01:00";

/// The offset of a local time; two or none when the clocks change.
pub type Zone = dyn Fn(NaiveDateTime) -> MappedLocalTime<FixedOffset>;

/// The time for what is entered for a past day: after everything else of that day.
const LATE: (u32, u32) = (23, 59);

/// Returns the day that `typed` means, seen from `today`: a weekday is the latest one, today included.
pub fn day(typed: &str, today: NaiveDate, option: &'static str) -> Result<NaiveDate, Error> {
    let day = read_day(typed, today).ok_or_else(|| UsageError::BadDay {
        typed: typed.to_owned(),
        option,
        dates: other_dates(typed, Some(today.year())),
    })?;
    Ok(day)
}

/// Returns the day that `typed` means for a sprint that is to begin or end: a weekday is the first one from `first` on.
pub fn coming_day(
    typed: &str,
    today: NaiveDate,
    first: NaiveDate,
    option: &'static str,
) -> Result<NaiveDate, Error> {
    let weekday = typed_weekday(typed);
    let coming = weekday.and_then(|weekday| {
        first
            .iter_days()
            .take(7)
            .find(|day| day.weekday() == weekday)
    });
    coming.map_or_else(|| day(typed, today, option), Ok)
}

/// Returns the day that is to be shown or told: a weekday is the one of the sprint, of several the latest one, or else the next.
///
/// # Errors
///
/// [`UsageError::NoSuchWeekday`] if the sprint has none; [`UsageError::BadDay`].
pub fn day_of_sprint(
    typed: &str,
    today: NaiveDate,
    dates: Option<(NaiveDate, NaiveDate)>,
    option: &'static str,
) -> Result<NaiveDate, Error> {
    let weekday = typed_weekday(typed);
    let Some((weekday, (from, to))) = weekday.zip(dates) else {
        return day(typed, today, option);
    };
    let mut found = days_of(weekday, from, to);
    let first = found.next().ok_or_else(|| UsageError::NoSuchWeekday {
        typed: typed.to_owned(),
        from,
        to,
    })?;
    Ok(found
        .take_while(|day| *day <= today)
        .last()
        .unwrap_or(first))
}

/// Returns the days of a sprint that are a weekday.
fn days_of(weekday: Weekday, from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let days = from.iter_days().take_while(move |day| *day <= to);
    days.filter(move |day| day.weekday() == weekday)
}

/// Returns the day that an option means for somebody who comes or goes, or for `day`: a weekday is the one within
/// the sprint, of several the nearest, or if it has none, the next one, until the sprint is over.
pub fn day_within(
    typed: Option<&str>,
    today: NaiveDate,
    dates: Option<(NaiveDate, NaiveDate)>,
    option: &'static str,
) -> Result<Option<NaiveDate>, Error> {
    let Some(typed) = typed else { return Ok(None) };
    let Some((from, to)) = dates else {
        return day(typed, today, option).map(Some);
    };
    let weekday = typed_weekday(typed);
    let within = weekday.and_then(|weekday| {
        days_of(weekday, from, to).min_by_key(|day| (*day - today).num_days().abs())
    });
    if within.is_some() {
        return Ok(within);
    }
    match today <= to {
        true => coming_day(typed, today, today, option),
        false => day(typed, today, option),
    }
    .map(Some)
}

/// Returns the first day of somebody's stay: as [`day_within`] finds it, but a weekday that the sprint does not have is the one
/// before its first day, as nobody comes when it is over.
pub fn first_day_within(
    typed: Option<&str>,
    today: NaiveDate,
    dates: Option<(NaiveDate, NaiveDate)>,
    option: &'static str,
) -> Result<Option<NaiveDate>, Error> {
    let weekday = typed.and_then(typed_weekday);
    match weekday.zip(dates) {
        Some((weekday, (from, to))) if days_of(weekday, from, to).next().is_none() => {
            let before = Days::new(u64::from(from.weekday().days_since(weekday)));
            Ok(from.checked_sub_days(before))
        }
        _ => day_within(typed, today, dates, option),
    }
}

/// Returns the last day of somebody's stay: a weekday is the first one of the sprint from `first` on, or if it has none, the next
/// one after it, until the sprint is over.
pub fn last_day_within(
    typed: Option<&str>,
    first: NaiveDate,
    today: NaiveDate,
    dates: Option<(NaiveDate, NaiveDate)>,
    option: &'static str,
) -> Result<Option<NaiveDate>, Error> {
    let weekday = typed.and_then(typed_weekday);
    let next = weekday.zip(dates).and_then(|(weekday, (from, to))| {
        let mut days = days_of(weekday, from, to);
        let is_of_sprint = days_of(weekday, from, to).next().is_some();
        match is_of_sprint {
            true => days.find(|day| *day >= first),
            false => (today < from).then(|| {
                let ahead = Days::new(u64::from(weekday.days_since(from.weekday())));
                from.checked_add_days(ahead)
            })?,
        }
    });
    next.map_or_else(
        || day_within(typed, today, dates, option),
        |day| Ok(Some(day)),
    )
}

/// Returns `--at` for somebody who comes or goes, with the day in the place of a weekday, as [`day_within`] finds it.
pub fn at_within(
    at: &str,
    today: NaiveDate,
    dates: Option<(NaiveDate, NaiveDate)>,
) -> Result<String, Error> {
    let (day, time) = match split(at.trim()) {
        Some((day, time)) => (day, time),
        None => (at, ""),
    };
    Ok(match typed_weekday(day) {
        Some(_) => match day_within(Some(day), today, dates, "--at")? {
            Some(day) => format!("{day} {time}").trim_end().to_owned(),
            None => at.to_owned(),
        },
        None => at.to_owned(),
    })
}

/// Returns the time that `--at` and `--day` mean together, to the millisecond: now, if neither is given.
pub fn event_time(
    at: Option<&str>,
    day: Option<&str>,
    now: DateTime<FixedOffset>,
    zone: &Zone,
) -> Result<DateTime<FixedOffset>, Error> {
    let today = now.date_naive();
    let on_day = day.map(|day| self::day(day, today, "--day")).transpose()?;
    let Some(at) = at else {
        return match on_day {
            Some(day) if day != today => local(late_on(day, today), zone),
            _ => Ok(now),
        };
    };
    let one_day = |date: NaiveDate| match on_day.filter(|day| *day != date) {
        Some(day) => Err(UsageError::TwoDays { at: date, day }),
        None => Ok(date),
    };
    if let Some(exact) = exact(at) {
        one_day(exact.date_naive())?;
        return Ok(exact);
    }
    let bad = || UsageError::BadTime {
        typed: at.to_owned(),
        option: "--at",
        accepted: TIMES,
        dates: other_dates(date_of(at), Some(today.year())),
    };
    let (date, time) = match split(at.trim()) {
        Some((date, time)) => (
            Some(read_day(date, today).ok_or_else(bad)?),
            Some(read_time(time).ok_or_else(bad)?),
        ),
        None => match read_time(at) {
            Some(time) => (None, Some(time)),
            None => (Some(read_day(at, today).ok_or_else(bad)?), None),
        },
    };
    let date = date.map(one_day).transpose()?;
    let date = date.or(on_day).unwrap_or(today);
    match time {
        Some(time) => local(date.and_time(time), zone),
        None if date == today => Ok(now),
        None => local(late_on(date, today), zone),
    }
}

/// Reads the time that `SPRINT_NOW` gives.
pub fn fixed_time(typed: &str) -> Result<DateTime<FixedOffset>, Error> {
    let bad = || UsageError::BadTime {
        typed: typed.to_owned(),
        option: "SPRINT_NOW",
        accepted: "a time such as 2017-02-27T09:12:33+01:00",
        dates: Vec::new(),
    };
    exact(typed).ok_or_else(|| bad().into())
}

/// Parses a time with its offset, to the millisecond; no leap second, which a log cannot hold.
fn exact(typed: &str) -> Option<DateTime<FixedOffset>> {
    let time = DateTime::parse_from_rfc3339(typed).ok()?;
    (time.nanosecond() < 1_000_000_000).then(|| time.trunc_subsecs(3))
}

/// Splits a day and a time at a blank or, after a date, at a `T`.
fn split(typed: &str) -> Option<(&str, &str)> {
    let is_date = |day: &&str| day.len() == 10;
    let at_t = typed.split_once('T').filter(|(day, _)| is_date(day));
    typed.split_once(' ').or(at_t)
}

/// Returns a text without the time of day at its end.
fn date_of(typed: &str) -> &str {
    let typed = typed.trim();
    let split = typed
        .rsplit_once(' ')
        .filter(|(_, time)| time.contains(':'));
    split.map_or(typed, |(date, _)| date)
}

fn local(time: NaiveDateTime, zone: &Zone) -> Result<DateTime<FixedOffset>, Error> {
    let unclear = || Error::UnclearTime(time.format("%Y-%m-%d %H:%M").to_string());
    match zone(time) {
        MappedLocalTime::Single(offset) => {
            time.and_local_timezone(offset).single().ok_or_else(unclear)
        }
        MappedLocalTime::Ambiguous(..) | MappedLocalTime::None => Err(unclear()),
    }
}

fn late_on(day: NaiveDate, today: NaiveDate) -> NaiveDateTime {
    let (hour, minute) = if day < today { LATE } else { (0, 0) };
    day.and_time(NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default())
}

/// Returns whether a word is a time of day, such as `14:30` or `14.30`. `2.0` and `3.12` are versions.
pub fn is_time(typed: &str) -> bool {
    let has_two_digits = |part: &str| part.len() == 2;
    let is_version = typed.contains('.') && !typed.split('.').all(has_two_digits);
    !is_version && read_time(&typed.replace('.', ":")).is_some()
}

fn read_time(typed: &str) -> Option<NaiveTime> {
    ["%H:%M", "%H:%M:%S", "%H:%M:%S%.3f"]
        .iter()
        .find_map(|format| NaiveTime::parse_from_str(typed.trim(), format).ok())
        .filter(|time| time.nanosecond() < 1_000_000_000)
}

fn read_day(typed: &str, today: NaiveDate) -> Option<NaiveDate> {
    let typed = typed.trim().to_lowercase();
    let day = match typed.as_str() {
        "today" => Some(today),
        "yesterday" => today.pred_opt(),
        "tomorrow" => today.succ_opt(),
        _ => match typed_weekday(&typed) {
            Some(weekday) => {
                today.checked_sub_days(Days::new(u64::from(today.weekday().days_since(weekday))))
            }
            None if typed.len() == 10 => NaiveDate::parse_from_str(&typed, "%Y-%m-%d").ok(),
            None => None,
        },
    };
    day.filter(|day| can_be_held(*day))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads what is typed on Wednesday, 1 March 2017, 12:00 in Switzerland, where the clocks change on 26 March and 29
    /// October.
    fn read(at: &'static str, day: &'static str) -> String {
        let winter = FixedOffset::east_opt(3600).expect("an offset");
        let now = exact("2017-03-01T12:00:00+01:00").expect("a time");
        let zone = move |time: NaiveDateTime| match (time.month(), time.day()) {
            (3, 26) => MappedLocalTime::None,
            (10, 29) => MappedLocalTime::Ambiguous(winter, winter),
            _ => MappedLocalTime::Single(winter),
        };
        let given = |typed: &'static str| Some(typed).filter(|typed| !typed.is_empty());
        match event_time(given(at), given(day), now, &zone) {
            Ok(time) => time.to_rfc3339(),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn a_moment_is_what_was_typed_seen_from_now() {
        let unclear =
            |time| format!("`{time}` happens twice or not at all, because the clocks change");
        for (at, day, expected) in [
            ("", "", "2017-03-01T12:00:00+01:00"),
            ("9:05", "", "2017-03-01T09:05:00+01:00"),
            ("14:30", "mon", "2017-02-27T14:30:00+01:00"),
            ("mon 14:30", "", "2017-02-27T14:30:00+01:00"),
            ("2017-02-27 14:30:10", "", "2017-02-27T14:30:10+01:00"),
            ("2017-02-27T14:30", "", "2017-02-27T14:30:00+01:00"),
            (
                "2017-02-27T14:30:00.1239+05:30",
                "",
                "2017-02-27T14:30:00.123+05:30",
            ),
            ("yesterday", "", "2017-02-28T23:59:00+01:00"),
            ("", "Wednesday", "2017-03-01T12:00:00+01:00"),
            ("", "thu", "2017-02-23T23:59:00+01:00"),
            ("", "tomorrow", "2017-03-02T00:00:00+01:00"),
            ("Mon 9:05", "", "2017-02-27T09:05:00+01:00"),
            ("Tue", "", "2017-02-28T23:59:00+01:00"),
            ("Today", "", "2017-03-01T12:00:00+01:00"),
            ("23:59:60", "", "`23:59:60` is not a time for --at"),
            (
                "2017-02-27T23:59:60Z",
                "",
                "`2017-02-27T23:59:60Z` is not a time for --at",
            ),
            ("25:00", "", "`25:00` is not a time for --at"),
            ("", "someday", "`someday` is not a day for --day"),
            ("", "2017-2-3", "`2017-2-3` is not a day for --day"),
            ("2017-03-26 02:30", "", &unclear("2017-03-26 02:30")),
            ("2017-10-29 02:30", "", &unclear("2017-10-29 02:30")),
        ] {
            assert_eq!(read(at, day), expected);
        }
    }

    #[test]
    fn a_weekday_of_coming_or_going_is_one_of_the_sprint() {
        let date = |day| NaiveDate::from_ymd_opt(2017, 3, day);
        for (typed, today, last, expected) in [
            ("fri", 1, 4, 3),
            ("mon", 8, 4, 6),
            ("mon", 7, 14, 6),
            ("mon", 10, 14, 13),
            ("fri", 20, 14, 10),
        ] {
            let today = date(today).expect("a day of March");
            let read = day_within(Some(typed), today, date(1).zip(date(last)), "--to");
            assert_eq!(read.ok().flatten(), date(expected), "{typed} {today}");
        }
    }

    #[test]
    fn a_weekday_until_which_somebody_stays_is_the_next_of_the_sprint() {
        let date = |day| NaiveDate::from_ymd_opt(2017, 3, day);
        for (typed, first, last, expected) in [
            ("mon", 7, 14, 13),
            ("tue", 7, 14, 7),
            ("mon", 7, 10, 6),
            ("fri", 20, 14, 10),
        ] {
            let first = date(first).expect("a day of March");
            let dates = date(1).zip(date(last));
            let read = last_day_within(Some(typed), first, first, dates, "--to");
            assert_eq!(read.ok().flatten(), date(expected), "{typed} {first}");
        }
    }

    #[test]
    fn a_weekday_that_is_shown_is_one_of_the_sprint() {
        let date = |day| NaiveDate::from_ymd_opt(2017, 3, day);
        for (typed, today, last, expected) in [
            ("fri", 1, 4, Some(3)),
            ("Monday", 2, 4, None),
            ("mon", 10, 14, Some(6)),
            ("mon", 13, 14, Some(13)),
            ("yesterday", 8, 4, Some(7)),
        ] {
            let today = date(today).expect("a day of March");
            let read = day_of_sprint(typed, today, date(1).zip(date(last)), "--day");
            assert_eq!(read.ok(), expected.and_then(date), "{typed} {today}");
        }
        let today = date(8).expect("a day of March");
        assert_eq!(day_of_sprint("mon", today, None, "--day").ok(), date(6));
    }
}
