//! Who was on an item when.

use chrono::{DateTime, FixedOffset};
use foldhash::HashSet;
use smallvec::SmallVec;
use thin_vec::ThinVec;

use super::person::{PersonRef, Who};

/// Who was on an item, or got credit by a `done`, and when.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Stays {
    /// Those who still are, each once, and from when on.
    open: SmallVec<[(Who, DateTime<FixedOffset>); 2]>,
    /// The stays that have ended.
    past: ThinVec<Stay>,
    /// Whether those who still are have credit by a `done`, and are not those who were put on it.
    are_credited: bool,
}

/// A stay that has ended.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Stay {
    who: Who,
    from: DateTime<FixedOffset>,
    /// The first moment at which they are no longer on it.
    to: DateTime<FixedOffset>,
}

impl Stays {
    /// Records that somebody comes, unless they are on it.
    pub(super) fn arrive(&mut self, at: DateTime<FixedOffset>, who: Who) {
        if !self.open.iter().any(|(other, _)| *other == who) {
            self.open.push((who, at));
        }
    }

    /// Records that somebody comes who never was on it.
    pub(super) fn arrive_first(&mut self, at: DateTime<FixedOffset>, who: Who) {
        self.open.push((who, at));
    }

    /// Records that somebody goes, if they are on it.
    pub(super) fn depart(&mut self, at: DateTime<FixedOffset>, who: Who) {
        if let Some(place) = self.open.iter().position(|(other, _)| *other == who) {
            let (who, from) = self.open.remove(place);
            self.past.push(Stay { who, from, to: at });
        }
    }

    /// Returns whether those who are on it may be others than those who were put on it, so many.
    pub(super) fn may_differ(&self, count: usize) -> bool {
        self.are_credited || self.open.len() != count
    }

    /// Records that from `at` on exactly those who got credit by a `done` are on the item.
    pub(super) fn set_credited(
        &mut self,
        at: DateTime<FixedOffset>,
        credited: impl Iterator<Item = PersonRef> + Clone,
    ) {
        self.set_team(at, credited);
        self.are_credited = true;
    }

    /// Records that from `at` on exactly those who were put on the item are.
    pub(super) fn set_team(
        &mut self,
        at: DateTime<FixedOffset>,
        team: impl Iterator<Item = PersonRef> + Clone,
    ) {
        self.are_credited = false;
        let mut arriving: HashSet<Who> = team.clone().map(|one| one.who).collect();
        let past = &mut self.past;
        self.open.retain(|(who, from)| {
            let stays = arriving.remove(who);
            if !stays {
                let (who, from) = (*who, *from);
                past.push(Stay { who, from, to: at });
            }
            stays
        });
        let arriving = team.filter(|one| arriving.remove(&one.who));
        self.open.extend(arriving.map(|one| (one.who, at)));
    }

    /// Returns who was on it at any of some times.
    pub(super) fn present_at(&self, mut times: Vec<DateTime<FixedOffset>>) -> HashSet<Who> {
        times.sort_unstable();
        let next = |from: DateTime<FixedOffset>| {
            let place = times.partition_point(|time| *time < from);
            times.get(place).copied()
        };
        let open = self.open.iter().filter(|(_, from)| next(*from).is_some());
        let past = self.past.iter();
        let past = past.filter(|stay| next(stay.from).is_some_and(|time| time < stay.to));
        open.map(|(who, _)| *who)
            .chain(past.map(|stay| stay.who))
            .collect()
    }

    /// Returns who was on it at none of some times, and from when on, for each of their stays.
    pub(super) fn absent_at(
        &self,
        times: Vec<DateTime<FixedOffset>>,
    ) -> impl Iterator<Item = (Who, DateTime<FixedOffset>)> {
        let present = self.present_at(times);
        let past = self.past.iter().map(|stay| (stay.who, stay.from));
        let all = self.open.iter().copied().chain(past);
        all.filter(move |(who, _)| !present.contains(who))
    }
}
