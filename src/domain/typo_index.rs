//! Texts by their letters, so that not all of them have to be compared with what may be a typo of one.

use std::collections::{BTreeMap, BTreeSet};

/// Texts in the form in which they are compared, and the places where they stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct TypoIndex {
    places: BTreeMap<String, (Letters, BTreeSet<usize>)>,
}

impl TypoIndex {
    pub(super) fn add(&mut self, text: &str, place: usize) {
        let letters = without_digits(text);
        let known = Letters::of(&letters);
        let (_, places) = self
            .places
            .entry(letters)
            .or_insert((known, BTreeSet::new()));
        places.insert(place);
    }

    /// Returns the places of all texts that another may be a typo of, and of some more.
    pub(super) fn near(&self, typed: &str) -> BTreeSet<usize> {
        let typed = without_digits(typed);
        let wanted = Letters::of(&typed);
        let known = self.places.iter();
        let near =
            known.filter(|(known, (letters, _))| letters.is_near(wanted) && **known != typed);
        near.flat_map(|(_, (_, places))| places).copied().collect()
    }
}

/// Which letters a text has, and how many.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Letters {
    set: u64,
    count: usize,
}

impl Letters {
    fn of(text: &str) -> Letters {
        let bits = text
            .chars()
            .map(|letter| 1 << (u32::from(letter) % u64::BITS));
        Letters {
            set: bits.fold(0, |set, bit: u64| set | bit),
            count: text.chars().count(),
        }
    }

    /// Returns whether two texts with such letters may differ in no more than two places.
    fn is_near(self, other: Letters) -> bool {
        // A letter in the place of another changes both.
        (self.set ^ other.set).count_ones() <= 4 && self.count.abs_diff(other.count) <= 2
    }
}

/// Returns a text without its digits: Python 2 is not a typo of Python 3.
pub(super) fn without_digits(text: &str) -> String {
    let letters = text.chars().filter(|letter| !letter.is_numeric());
    letters.collect()
}
