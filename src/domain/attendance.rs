//! When somebody is there.

use chrono::NaiveDate;

use super::entry::Role;

/// How somebody takes part.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attendance {
    /// When they are there, in order and apart from each other; at least one.
    pub periods: Vec<Period>,
    /// The day of the first `join`.
    pub(super) joined: Option<NaiveDate>,
    pub role: Option<Role>,
    pub org: Option<String>,
    pub group: Option<String>,
    pub url: Option<String>,
}

/// Days in a row. A day that is `None` is the first or the last of the sprint.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
}

/// Days on which somebody is not there who was there before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absence {
    pub from: NaiveDate,
    /// When they come again, if that is known.
    pub back: Option<NaiveDate>,
}

impl Period {
    pub(crate) fn covers(self, day: NaiveDate) -> bool {
        self.begins_by(day) && self.to.is_none_or(|to| day <= to)
    }

    fn begins_by(self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day)
    }

    /// Returns whether there is no day between this one and one that begins later.
    fn reaches(self, later: Period) -> bool {
        let next = self.to.map(|to| to.succ_opt().unwrap_or(to));
        next.zip(later.from).is_none_or(|(next, from)| from <= next)
    }
}

impl Attendance {
    /// Returns the first day; `None` is that of the sprint.
    pub fn first(&self) -> Option<NaiveDate> {
        self.periods.first().and_then(|period| period.from)
    }

    /// Returns the last day; `None` is that of the sprint.
    pub fn last(&self) -> Option<NaiveDate> {
        self.periods.last().and_then(|period| period.to)
    }

    /// Returns the first and the last day in a sprint that begins on `first`.
    pub fn span(&self, first: Option<NaiveDate>) -> Period {
        let periods = self.periods_from(first);
        let (begin, end) = (periods.first(), periods.last());
        Period {
            from: begin.map_or(self.first(), |period| period.from),
            to: end.map_or(self.last(), |period| period.to),
        }
    }

    /// Returns whether the person is present on `day`.
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.periods.iter().any(|period| period.covers(day))
    }

    /// Returns whether the person is absent on `day` and any later one.
    pub fn is_over(&self, day: NaiveDate) -> bool {
        self.last().is_some_and(|last| last < day)
    }

    /// Returns whether the person is present on any of the days; `None` is an open end.
    pub fn overlaps(&self, from: Option<NaiveDate>, to: Option<NaiveDate>) -> bool {
        let before = |start: Option<NaiveDate>, end: Option<NaiveDate>| {
            start.zip(end).is_none_or(|(start, end)| start <= end)
        };
        let mut periods = self.periods.iter();
        periods.any(|period| before(period.from, to) && before(from, period.to))
    }

    /// Returns whether the person was there before `day`, and is not there on it.
    pub fn is_away(&self, day: NaiveDate) -> bool {
        !self.covers(day) && self.periods.iter().any(|period| period.begins_by(day))
    }

    /// Returns the day on which the person comes, or comes again, who is not there on `day`, if one is known.
    pub fn next_coming(&self, day: NaiveDate) -> Option<NaiveDate> {
        let next = self.stay(day).map(|place| self.periods[place]);
        next.filter(|next| !next.covers(day))?.from
    }

    /// Returns when the person is absent who left on `day`: from then on, if they were not gone before, or after the day on
    /// which they came.
    pub fn absence(&self, day: NaiveDate) -> Absence {
        let begun = self.periods.iter().rposition(|one| one.begins_by(day));
        let last = begun.and_then(|place| self.periods[place].to);
        let next = begun.and_then(|place| self.periods.get(place + 1));
        Absence {
            from: last.and_then(|last| last.succ_opt()).unwrap_or(day),
            back: next.and_then(|later| later.from),
        }
    }

    /// Returns when the person is there in a sprint that begins on `first`. Whoever left on that day, or on the day on which they
    /// joined, may have been there in the morning; whoever left before the first day was not.
    pub fn periods_from(&self, first: Option<NaiveDate>) -> Vec<Period> {
        let within = |period: &Period| {
            let from = period.from.or(first);
            let next = period.to.and_then(|to| to.succ_opt());
            let is_later = next.is_some_and(|next| first.is_none_or(|first| first < next));
            if period.from.is_none() && next == self.joined && is_later {
                return Some(Period {
                    to: next,
                    ..*period
                });
            }
            let is_before = from.zip(period.to).is_some_and(|(from, to)| to < from);
            if !is_before {
                return Some(*period);
            }
            let is_first_day = next == from;
            is_first_day.then_some(Period { from, to: from })
        };
        let mut periods = merged(self.periods.iter().filter_map(within).collect());
        // Whoever was back on the second day was there all the time.
        if let Some(begin) = periods.first_mut().filter(|begin| begin.from != begin.to) {
            begin.from = begin
                .from
                .filter(|from| self.first().is_some() || Some(*from) != first);
        }
        periods
    }

    /// Returns the last day of the stay that somebody is in on `day`, or that comes next; `None` is that of the sprint.
    pub fn end_of_stay(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.stay(day).and_then(|place| self.periods[place].to)
    }

    /// Returns the first day of the stay that somebody is in on `day`, or that comes next; `None` is that of the sprint.
    pub fn beginning_of_stay(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.stay(day).and_then(|place| self.periods[place].from)
    }

    /// Returns the place of the first period that is not over on a day.
    fn stay(&self, day: NaiveDate) -> Option<usize> {
        let is_over = |period: &Period| period.to.is_some_and(|to| to < day);
        self.periods.iter().position(|period| !is_over(period))
    }

    /// Notes what a `join` of a day says about when somebody is there. Who had left is back from that day on, and who
    /// comes without a last day stays.
    pub(super) fn come(&mut self, day: NaiveDate, from: Option<NaiveDate>, to: Option<NaiveDate>) {
        match self.stay(day) {
            Some(place) => {
                let period = &mut self.periods[place];
                // Who had left before the day, and comes again after it, is there from the day on.
                let is_back = place > 0 && !period.covers(day);
                period.from = from.or(period.from.map(|first| if is_back { day } else { first }));
                // Nobody leaves before they came.
                period.to = to.map(|last| last.max(period.from.unwrap_or(last)));
            }
            None => {
                let is_first = self.periods.is_empty();
                self.joined = self.joined.or(Some(day));
                let from = from.or(Some(day).filter(|_| !is_first));
                self.periods.push(Period { from, to });
            }
        }
        self.periods = merged(std::mem::take(&mut self.periods));
    }

    /// Notes that somebody is gone from `day` on, until they come again.
    pub(super) fn go(&mut self, day: NaiveDate) {
        let Some(last) = day.pred_opt() else { return };
        match self.periods.first_mut() {
            // Nobody leaves before they came.
            Some(first) if !first.begins_by(last) => first.to = first.from,
            _ => {
                for period in self.periods.iter_mut().filter(|period| period.covers(day)) {
                    period.to = Some(last);
                }
                // Who came back on that very day is not back.
                self.periods
                    .retain(|period| period.to.is_none_or(|to| period.begins_by(to)));
            }
        }
    }
}

/// Makes one of periods that have no day between them.
fn merged(mut periods: Vec<Period>) -> Vec<Period> {
    periods.sort_by_key(|period| period.from);
    let mut apart: Vec<Period> = Vec::new();
    for period in periods {
        match apart.last_mut() {
            Some(last) if last.reaches(period) => {
                last.to = last.to.zip(period.to).map(|(one, other)| one.max(other));
            }
            _ => apart.push(period),
        }
    }
    apart
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2017, 3, day).expect("a day of March")
    }

    #[test]
    fn attendance_has_open_ends() {
        let period = |from: Option<u32>, to: Option<u32>| Attendance {
            periods: vec![Period {
                from: from.map(day),
                to: to.map(day),
            }],
            ..Attendance::default()
        };
        let visit = period(Some(2), Some(3));
        assert!(
            visit.overlaps(None, Some(day(2)))
                && visit.overlaps(Some(day(3)), None)
                && visit.overlaps(None, None)
        );
        assert!(!visit.overlaps(Some(day(4)), None) && !visit.overlaps(None, Some(day(1))));
        assert!(period(None, None).covers(day(1)));
    }

    #[test]
    fn the_day_of_the_join_counts_for_whoever_left_on_it() {
        let mut visit = Attendance::default();
        visit.come(day(2), None, None);
        visit.go(day(2));
        assert!(!visit.covers(day(2)));
        assert_eq!(visit.span(Some(day(1))).to, Some(day(2)));
        let mut longer = Attendance::default();
        longer.come(day(2), None, None);
        longer.go(day(3));
        assert_eq!(longer.span(Some(day(1))).to, Some(day(2)));
    }
}
