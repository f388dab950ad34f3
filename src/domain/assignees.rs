//! Who is on an item.

use foldhash::HashSet;
use smallvec::SmallVec;

use super::derived::Derived;
use super::person::{PersonRef, Who};

/// So many people are looked at one by one; more are in a set, so that all may be on one item.
const FEW: usize = 16;

/// Some people. Most items have one or two.
pub type PersonRefs = SmallVec<[PersonRef; 2]>;

/// Who works on an item, or whose work it is: nobody twice, in the order in which they came.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assignees {
    pub people: PersonRefs,
    /// Who helps; none of them among `people`.
    pub helpers: PersonRefs,
}

impl Assignees {
    /// Returns everybody on it, helpers last.
    pub fn all(&self) -> impl Iterator<Item = PersonRef> + Clone + '_ {
        self.people.iter().chain(&self.helpers).copied()
    }

    /// Counts them.
    pub(super) fn len(&self) -> usize {
        self.people.len() + self.helpers.len()
    }

    /// Returns whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty() && self.helpers.is_empty()
    }

    /// Adds people and helpers. Somebody who is on it already is moved to where they are named now.
    pub(super) fn add(&mut self, people: &[PersonRef], helpers: &[PersonRef]) {
        let mut named: HashSet<Who> = HashSet::default();
        if people.len() + helpers.len() <= FEW {
            for person_ref in people {
                self.remove(*person_ref);
                self.people.push(*person_ref);
            }
            for person_ref in helpers {
                self.remove(*person_ref);
                self.helpers.push(*person_ref);
            }
            return;
        }
        let mut last_named = |person_refs: &[PersonRef]| {
            let last = person_refs.iter().rev().copied();
            let mut last: PersonRefs = last.filter(|one| named.insert(one.who)).collect();
            last.reverse();
            last
        };
        let (helpers, people) = (last_named(helpers), last_named(people));
        self.people.retain(|other| !named.contains(&other.who));
        self.helpers.retain(|other| !named.contains(&other.who));
        self.people.extend(people);
        self.helpers.extend(helpers);
    }

    /// Adds people and helpers, each unless they are there as that already.
    pub(super) fn note(&mut self, people: &[PersonRef], helpers: &[PersonRef]) {
        for (known, new) in [(&mut self.people, people), (&mut self.helpers, helpers)] {
            for person_ref in new {
                if !known.contains(person_ref) {
                    known.push(*person_ref);
                }
            }
        }
    }

    /// Takes somebody off, doubtful or not; false if they were not on.
    pub(super) fn remove(&mut self, person_ref: PersonRef) -> bool {
        let before = self.len();
        self.people.retain(|other| other.who != person_ref.who);
        self.helpers.retain(|other| other.who != person_ref.who);
        self.len() < before
    }
}

/// Looks up who is among some people.
pub(super) enum Present<'p> {
    Few(&'p [PersonRef]),
    Many(HashSet<Who>),
}

impl<'p> Present<'p> {
    pub(super) fn among(people: &'p [PersonRef]) -> Self {
        match people.len() <= FEW {
            true => Present::Few(people),
            false => Present::Many(people.iter().map(|one| one.who).collect()),
        }
    }

    pub(super) fn has(&self, who: Who) -> bool {
        match self {
            Present::Few(people) => people.iter().any(|one| one.who == who),
            Present::Many(people) => people.contains(&who),
        }
    }
}

/// Everybody who was ever on an item, made when they are many.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Named(Derived<Box<HashSet<Who>>>);

impl Named {
    /// Notes that some people are put on the item. Returns whether it is certain that none of them ever was on it, and none is
    /// there twice; it is not as long as they are few. `ever`: who was on it so far.
    pub(super) fn add(
        &mut self,
        people: &[PersonRef],
        with: &[PersonRef],
        ever: &Assignees,
    ) -> bool {
        if self.0.made().is_none() {
            if ever.len() + people.len() + with.len() <= FEW {
                return false;
            }
            self.0
                .get(|| Box::new(ever.all().map(|one| one.who).collect()));
        }
        let Some(named) = self.0.made() else {
            return false;
        };
        let before = named.len();
        named.extend(people.iter().chain(with).map(|one| one.who));
        named.len() == before + people.len() + with.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::People;

    #[test]
    fn many_are_added_as_if_they_were_added_one_by_one() {
        let mut known = People::default();
        let mut person_ref = |number: usize| known.person_ref(&format!("p{number}"));
        let refs: Vec<PersonRef> = (0..40).map(&mut person_ref).collect();
        let list = |numbers: &[usize]| -> Vec<PersonRef> {
            numbers.iter().map(|number| refs[*number]).collect()
        };
        let before = (list(&[1, 2, 3]), list(&[4, 5]));
        let people: Vec<usize> = (3..20).chain([7, 4, 25]).collect();
        let helpers = [1, 30, 9, 30, 31];
        let mut at_once = Assignees::default();
        at_once.add(&before.0, &before.1);
        let mut one_by_one = at_once.clone();
        at_once.add(&list(&people), &list(&helpers));
        for one in list(&people) {
            one_by_one.add(&[one], &[]);
        }
        for one in list(&helpers) {
            one_by_one.add(&[], &[one]);
        }
        assert_eq!(at_once, one_by_one);
    }

    #[test]
    fn nobody_comes_for_the_first_time_twice() {
        let mut known = People::default();
        let mut person_ref = |number: usize| known.person_ref(&format!("p{number}"));
        let refs: Vec<PersonRef> = (0..40).map(&mut person_ref).collect();
        let (few, many) = (Assignees::default(), refs[..20].iter().copied().collect());
        let many = Assignees {
            people: many,
            ..Assignees::default()
        };
        let mut named = Named::default();
        assert!(!named.add(&refs[..1], &[], &few), "they are looked at");
        assert!(!named.add(&refs[19..21], &[], &many));
        assert!(named.add(&refs[21..22], &refs[22..23], &many));
        assert!(named.add(&refs[23..24], &[], &few));
        assert!(!named.add(&refs[23..24], &[], &many));
        assert!(!named.add(&refs[30..31], &refs[30..31], &many));
    }
}
