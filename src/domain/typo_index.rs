//! Texts by what is left of them without a letter or two, so that what may be a typo of one is found without looking at all.

use std::collections::BTreeSet;
use std::hash::Hasher;

use fnv::FnvHasher;
use foldhash::{HashMap, HashSet};
use itertools::Itertools;

use super::derived::Derived;

/// Texts in the form in which they are compared, and the places where they stand.
#[derive(Clone, Debug, Default)]
pub(super) struct TypoIndex {
    texts: Vec<(String, BTreeSet<usize>)>,
    known: HashMap<String, usize>,
    /// The texts of which something may be left, by that. Most commands never ask for it.
    left: Derived<HashMap<u64, Vec<usize>>>,
}

impl TypoIndex {
    pub(super) fn add(&mut self, text: &str, place: usize) {
        let text = without_digits(text);
        if let Some(known) = self.known.get(&text) {
            self.texts[*known].1.insert(place);
            return;
        }
        let number = self.texts.len();
        if let Some(left) = self.left.made() {
            add_left(left, &text, number);
        }
        self.known.insert(text.clone(), number);
        self.texts.push((text, BTreeSet::from([place])));
    }

    /// Finds the places of all texts that another may be a typo of, and of some more, in the order in which the texts were
    /// added. Where many are alike, most callers are content with the first.
    pub(super) fn near<'i>(&'i self, typed: &str) -> impl Iterator<Item = usize> + use<'i> {
        let typed = without_digits(typed);
        let known = self.left.get(|| {
            let mut left = HashMap::default();
            for (number, (text, _)) in self.texts.iter().enumerate() {
                add_left(&mut left, text, number);
            }
            left
        });
        let wanted = left_of(&typed, typed.chars().count() > LONG + CHANGES);
        let texts = wanted.into_iter().filter_map(|left| known.get(&left));
        let texts = texts.kmerge().dedup().map(|number| &self.texts[*number]);
        let others = texts.filter(move |(text, _)| *text != typed);
        others.flat_map(|(_, places)| places).copied()
    }
}

/// How many letters a typo adds, leaves out or changes at most.
const CHANGES: usize = 2;

/// From how many letters on only the beginning and the end of a text are looked at, and how many letters these have.
const LONG: usize = 2 * END + 1;
const END: usize = 12;

/// Adds what may be left of a text. What is a typo of one that is nearly long may be long itself, and the other way round.
fn add_left(all: &mut HashMap<u64, Vec<usize>>, text: &str, number: usize) {
    let length = text.chars().count();
    let mut left = HashSet::default();
    if length <= LONG + 2 * CHANGES {
        left.extend(left_of(text, false));
    }
    if length >= LONG {
        left.extend(left_of(text, true));
    }
    for left in left {
        all.entry(left).or_default().push(number);
    }
}

/// Returns what may be left of a text, or of its ends, if at most [`CHANGES`] letters are left out: each as a number that stands
/// for it. Something is left of a typo that is left of what was meant, too.
fn left_of(text: &str, is_long: bool) -> HashSet<u64> {
    let letters: Vec<char> = text.chars().collect();
    let letters = match is_long {
        true => [&letters[..END], &letters[letters.len() - END..]].concat(),
        false => letters,
    };
    let mut left = HashSet::default();
    // A place behind the last letter leaves nothing out.
    for first in 0..=letters.len() {
        for second in first..=letters.len() {
            let mut hasher = FnvHasher::default();
            for (place, letter) in letters.iter().enumerate() {
                if place != first && place != second {
                    hasher.write_u32(u32::from(*letter));
                }
            }
            left.insert(hasher.finish());
        }
    }
    left
}

/// Returns a text without its digits: Python 2 is not a typo of Python 3.
pub(super) fn without_digits(text: &str) -> String {
    let letters = text.chars().filter(|letter| !letter.is_numeric());
    letters.collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::typo::is_typo;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_a_text_is_a_typo_of_is_found(
            text in "[ab1]{0,9}|[a-d ]{20,34}",
            edits in prop::collection::vec((any::<prop::sample::Index>(), 0..4, "[a-e]"), 0..3),
            is_asked_before in any::<bool>(),
        ) {
            let mut letters: Vec<char> = text.chars().collect();
            for (place, edit, letter) in edits {
                let place = place.index(letters.len() + 1);
                let letter = letter.chars().next().unwrap_or('a');
                match edit {
                    0 => letters.insert(place, letter),
                    1 if place < letters.len() => letters[place] = letter,
                    2 if place < letters.len() => drop(letters.remove(place)),
                    _ if place + 1 < letters.len() => letters.swap(place, place + 1),
                    _ => {}
                }
            }
            let typed: String = letters.into_iter().collect();
            let mut index = TypoIndex::default();
            if is_asked_before {
                index.near("").for_each(drop);
            }
            index.add("something else", 3);
            index.add(&text, 7);
            prop_assert!(!is_typo(&text, &typed) || index.near(&typed).contains(&7));
        }
    }
}
