//! Things in the order of time, to which one may be added for an earlier time.

use std::ops::{Index, Range};

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, TimeDelta};

use super::entry::Entry;
use super::id::EntryId;
use super::item::Item;

/// The shortest time between two entries in a row.
const STEP: TimeDelta = TimeDelta::milliseconds(1);

/// For how many more things than a log has there is room: what a command adds then moves none.
pub(super) const SPARE: usize = 16;

/// What has a time, and an id that decides between two of the same time.
pub trait Timed {
    /// Returns what orders it.
    fn key(&self) -> (DateTime<FixedOffset>, EntryId);
}

impl Timed for Entry {
    fn key(&self) -> (DateTime<FixedOffset>, EntryId) {
        (self.at, self.id)
    }
}

impl Timed for Item {
    fn key(&self) -> (DateTime<FixedOffset>, EntryId) {
        (self.at, self.id)
    }
}

/// Things in the order of time. Each has a place, which stays the same whatever is added for an earlier time: the things
/// themselves are moved as little as what is noted about their places.
///
/// Two are equal if the same things follow each other, whatever their places.
#[derive(Clone, Debug)]
pub struct Timeline<T> {
    list: Vec<T>,
    /// The places in the order of time; empty as long as that is their own order, as it nearly always is.
    order: Vec<u32>,
}

impl<T: Timed> Timeline<T> {
    /// Takes things that are in the order of time. There must be fewer than 2^32: each is a line of a log.
    pub(super) fn of(sorted: Vec<T>) -> Timeline<T> {
        Timeline {
            list: sorted,
            order: Vec::new(),
        }
    }

    pub(super) fn reserve(&mut self, count: usize) {
        self.list.reserve(count);
    }

    /// Adds a thing where its time puts it, and returns its place.
    pub(super) fn insert(&mut self, thing: T) -> usize {
        let place = self.list.len();
        let key = thing.key();
        let is_last = self.last().is_none_or(|last| last.key() < key);
        if !is_last {
            self.note_order();
        }
        if !self.order.is_empty() {
            let before = if is_last {
                self.len()
            } else {
                self.count_before(key)
            };
            self.order.insert(before, place as u32);
        }
        self.list.push(thing);
        place
    }

    /// Takes out the thing at a place. The place may be that of another one later.
    pub(super) fn remove(&mut self, place: usize) {
        let before = self.count_before(self.list[place].key());
        let is_last = place + 1 == self.list.len();
        if !is_last {
            self.note_order();
        }
        if !self.order.is_empty() {
            self.order.remove(before);
            if self.order.is_empty() {
                return self.list.clear();
            }
        }
        if is_last {
            self.list.pop();
        }
    }

    /// Takes out the thing with a time, if there is one.
    pub(super) fn remove_at(&mut self, key: (DateTime<FixedOffset>, EntryId)) {
        let nth = self.count_before(key);
        if nth < self.len() && self[nth].key() == key {
            self.remove(self.nth_place(nth));
        }
    }

    fn note_order(&mut self) {
        if self.order.is_empty() {
            self.order = (0..self.list.len() as u32).collect();
        }
    }

    /// Counts the things before a time.
    fn count_before(&self, key: (DateTime<FixedOffset>, EntryId)) -> usize {
        self.partition_point(|thing| thing.key() < key)
    }

    /// Counts the things of which something is so, which must be the earliest ones.
    pub(super) fn partition_point(&self, is_so: impl Fn(&T) -> bool) -> usize {
        match self.is_in_order() {
            true => self.list.partition_point(is_so),
            false => self
                .order
                .partition_point(|place| is_so(self.at(*place as usize))),
        }
    }

    /// Returns the thing at a place.
    pub(super) fn at(&self, place: usize) -> &T {
        &self.list[place]
    }

    /// Returns the thing at a place, if there may be one.
    pub(super) fn find_at(&self, place: usize) -> Option<&T> {
        self.list.get(place)
    }

    /// Returns whether the thing at one place is before that at another.
    pub(super) fn is_before(&self, one: usize, other: usize) -> bool {
        self.at(one).key() < self.at(other).key()
    }

    /// Returns whether places have the order of time.
    pub(super) fn is_in_order(&self) -> bool {
        self.order.is_empty()
    }

    /// Returns the thing at a place, to be changed; its time must stay as it is.
    pub(super) fn at_mut(&mut self, place: usize) -> &mut T {
        &mut self.list[place]
    }

    /// Returns all places, in the order of time.
    pub(super) fn places(&self) -> impl DoubleEndedIterator<Item = usize> {
        (0..self.len()).map(|nth| self.nth_place(nth))
    }

    fn nth_place(&self, nth: usize) -> usize {
        self.order.get(nth).map_or(nth, |place| *place as usize)
    }

    /// Returns the things that have a number of others before them within a range.
    pub(super) fn range(
        &self,
        range: Range<usize>,
    ) -> impl DoubleEndedIterator<Item = &T> + ExactSizeIterator + Clone {
        range.map(|nth| &self[nth])
    }

    /// Returns all of them, earliest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + ExactSizeIterator + Clone {
        self.range(0..self.len())
    }

    /// Returns the earliest.
    pub fn first(&self) -> Option<&T> {
        self.iter().next()
    }

    /// Returns the latest.
    pub fn last(&self) -> Option<&T> {
        self.iter().next_back()
    }

    /// Counts them.
    pub fn len(&self) -> usize {
        match self.order.len() {
            0 => self.list.len(),
            count => count,
        }
    }

    /// Returns whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

impl<T: Timed + Clone> Timeline<T> {
    /// Returns copies of all of them, earliest first.
    pub fn to_vec(&self) -> Vec<T> {
        match self.order.is_empty() {
            true => self.list.clone(),
            false => self.iter().cloned().collect(),
        }
    }

    /// Returns them, earliest first.
    pub(super) fn into_vec(self) -> Vec<T> {
        match self.order.is_empty() {
            true => self.list,
            false => self.to_vec(),
        }
    }
}

/// The thing that has a number of others before it.
impl<T: Timed> Index<usize> for Timeline<T> {
    type Output = T;

    fn index(&self, nth: usize) -> &T {
        self.at(self.nth_place(nth))
    }
}

impl<T> Default for Timeline<T> {
    fn default() -> Self {
        Timeline {
            list: Vec::new(),
            order: Vec::new(),
        }
    }
}

impl<T: Timed + PartialEq> PartialEq for Timeline<T> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

/// Returns the next time that a log can hold, at the given offset if possible, otherwise at the same one.
pub(super) fn next_time(
    time: DateTime<FixedOffset>,
    offset: FixedOffset,
) -> Option<DateTime<FixedOffset>> {
    let next = time.checked_add_signed(STEP)?;
    let mut forms = [next.with_timezone(&offset), next].into_iter();
    forms.find(|form| can_be_held(form.date_naive()))
}

/// Returns whether a log can hold a day: TOML has years of four digits.
pub fn can_be_held(day: NaiveDate) -> bool {
    (0..=9999).contains(&day.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Timed for u32 {
        fn key(&self) -> (DateTime<FixedOffset>, EntryId) {
            let at = DateTime::from_timestamp(i64::from(*self), 0).expect("a time of 1970");
            (at.fixed_offset(), EntryId::new(None, 0))
        }
    }

    fn timeline(things: &[u32]) -> Timeline<u32> {
        let mut timeline = Timeline::default();
        for thing in things {
            timeline.insert(*thing);
        }
        timeline
    }

    #[test]
    fn whatever_comes_in_whatever_order_is_listed_by_time_and_keeps_its_place() {
        let timeline = timeline(&[3, 5, 1, 4]);
        assert_eq!(timeline.to_vec(), [1, 3, 4, 5]);
        assert_eq!([0, 1, 2, 3].map(|place| *timeline.at(place)), [3, 5, 1, 4]);
        assert_eq!((timeline.first(), timeline.last()), (Some(&1), Some(&5)));
        assert_eq!(timeline.partition_point(|thing| *thing < 4), 2);
        assert_eq!(timeline, self::timeline(&[1, 3, 4, 5]));
    }

    #[test]
    fn what_is_taken_out_is_listed_no_more_and_all_else_keeps_its_place() {
        let mut all = timeline(&[1, 2, 3, 4]);
        all.remove_at(2.key());
        all.remove_at(7.key());
        assert_eq!(all.to_vec(), [1, 3, 4]);
        assert_eq!((all.at(0), all.at(3)), (&1, &4));
        all.remove(3);
        assert_eq!(all.insert(2), 3);
        assert_eq!(all.to_vec(), [1, 2, 3]);
        for thing in [1, 3, 2] {
            all.remove_at(thing.key());
        }
        assert_eq!((all.len(), all.is_empty(), all.last()), (0, true, None));
        assert_eq!(all.insert(9), 0);
    }
}
