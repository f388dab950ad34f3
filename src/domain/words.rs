//! The words and texts of items, so that a typed one is not looked for in each.

use std::hash::BuildHasher;

use foldhash::HashMap;
use foldhash::fast::FixedState;
use smallvec::SmallVec;

use super::derived::Derived;
use super::item::Item;
use super::names::insert;
use super::timeline::Timeline;
use crate::text::normalize;

/// Places of items by a number that stands for what they have.
type Places = HashMap<u64, SmallVec<[usize; 2]>>;

/// The places of the items that have a word in their text, or had it, in the order of places, by a number that stands for the word; made when they
/// are first asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ItemWords(Derived<Places>);

impl ItemWords {
    /// Returns the places of all items whose text may have a normalized phrase in it, in order; `None` if the phrase has
    /// no words. `items`: all items of the sprint.
    pub(super) fn having(&self, phrase: &str, items: &Timeline<Item>) -> Option<&[usize]> {
        let known = self.0.get(|| {
            let mut known = HashMap::default();
            for place in items.places() {
                add(&mut known, place, &items.at(place).text);
            }
            known
        });
        let places = words(phrase).map(|word| known.get(&word).map_or(&[][..], SmallVec::as_slice));
        places.min_by_key(|places| places.len())
    }

    /// Notes that the item at a place has another text now.
    pub(super) fn change(&mut self, place: usize, text: &str) {
        if let Some(known) = self.0.made() {
            add(known, place, text);
        }
    }
}

/// The places of the items that have a text, or had it, by a number that stands for it; made when they are asked for again.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ItemTexts {
    known: Derived<Places>,
    /// Made when the places are first asked for.
    asked: Derived<()>,
}

impl ItemTexts {
    /// Returns the places of all items that may have a text, whatever its case and accents. `items`: all items of the sprint.
    pub(super) fn same(&self, text: &str, items: &Timeline<Item>) -> Vec<usize> {
        // To look at each of a few, or at each once, costs less than to note them all.
        const FEW: usize = 512;
        if items.len() <= FEW || !self.asked.is_made() {
            self.asked.get(|| ());
            let is_same = |place: &usize| may_be_same(text, &items.at(*place).text);
            return items.places().filter(is_same).collect();
        }
        let known = self.known.get(|| {
            let mut known: Places = HashMap::default();
            for place in items.places() {
                let text = &items.at(place).text;
                insert(known.entry(hash(text)).or_default(), place);
            }
            known
        });
        let places = known.get(&hash(text));
        places.map(|places| places.to_vec()).unwrap_or_default()
    }

    /// Notes that the item at a place has another text now.
    pub(super) fn change(&mut self, place: usize, text: &str) {
        if let Some(known) = self.known.made() {
            insert(known.entry(hash(text)).or_default(), place);
        }
    }
}

/// Returns whether two texts may be the same, whatever their case and accents. Most differ in their first letters.
fn may_be_same(one: &str, other: &str) -> bool {
    let first = |text: &str| text.chars().next().filter(char::is_ascii);
    if let Some((one, other)) = first(one).zip(first(other))
        && !one.eq_ignore_ascii_case(&other)
    {
        return false;
    }
    one.eq_ignore_ascii_case(other) || !(one.is_ascii() && other.is_ascii())
}

/// Returns a number that stands for a text, whatever its case and accents.
fn hash(text: &str) -> u64 {
    let normal = match text.is_ascii() {
        true => text.to_ascii_lowercase(),
        false => normalize(text),
    };
    FixedState::default().hash_one(normal)
}

fn add(known: &mut Places, place: usize, text: &str) {
    for word in words(&normalize(text)) {
        insert(known.entry(word).or_default(), place);
    }
}

fn words(text: &str) -> impl Iterator<Item = u64> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words.map(|word| FixedState::default().hash_one(word))
}
