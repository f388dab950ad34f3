//! The items of a sprint, and what is looked up among them.

use foldhash::HashMap;
use smallvec::SmallVec;

use super::derived::Derived;
use super::id::EntryId;
use super::item::Item;
use super::timeline::{SPARE, Timed, Timeline};
use super::words::{ItemTexts, ItemWords};

/// The items of a sprint, each at a place that stays the same.
#[derive(Clone, Debug, Default)]
pub(super) struct Items {
    list: Timeline<Item>,
    places: HashMap<EntryId, usize>,
    /// The places of the items with a number, oldest first.
    numbered: HashMap<u32, SmallVec<[usize; 1]>>,
    parts: Parts,
    words: ItemWords,
    texts: ItemTexts,
}

/// All else follows from the items.
impl PartialEq for Items {
    fn eq(&self, other: &Self) -> bool {
        self.list == other.list
    }
}

impl Items {
    pub(super) fn list(&self) -> &Timeline<Item> {
        &self.list
    }

    pub(super) fn reserve(&mut self, count: usize) {
        self.list.reserve(count);
        self.places.reserve(count);
    }

    /// Adds an item that has no parts yet, and returns its place. Its number is still to be noted.
    pub(super) fn add(&mut self, item: Item) -> usize {
        let id = item.id;
        let place = self.list.insert(item);
        self.places.insert(id, place);
        self.parts.note(place, &self.list);
        self.note_text(place);
        place
    }

    /// Takes out an item that has no parts, and whose number no other has.
    pub(super) fn remove(&mut self, id: EntryId) {
        if let Some(place) = self.places.remove(&id) {
            let (number, under) = (self.at(place).label.number, self.at(place).under);
            self.numbered.remove(&number);
            self.parts.forget(place, under, &self.list);
            self.list.remove(place);
        }
    }

    /// Puts another state of an item in its place, with the same number, and part of the same.
    pub(super) fn replace(&mut self, item: Item) {
        if let Some(place) = self.place(item.id) {
            *self.at_mut(place) = item;
            self.note_text(place);
        }
    }

    /// Notes the numbers of all items, which have letters where two share one, in the order of their entries.
    pub(super) fn label(&mut self) {
        self.numbered.reserve(self.list.len() + SPARE);
        for place in self.list.places().collect::<Vec<_>>() {
            self.note_number(place);
        }
        for holders in self.numbered.values().filter(|holders| holders.len() > 1) {
            for (twin, place) in (0..).zip(holders) {
                self.list.at_mut(*place).label.twin = Some(twin);
            }
        }
    }

    /// Notes the number of an item, the latest of those that have it.
    pub(super) fn note_number(&mut self, place: usize) {
        let number = self.list.at(place).label.number;
        self.numbered.entry(number).or_default().push(place);
    }

    /// Notes the text of an item, which may be new.
    pub(super) fn note_text(&mut self, place: usize) {
        let text = &self.list.at(place).text;
        self.words.change(place, text);
        self.texts.change(place, text);
    }

    /// Returns the place of the item that an entry made.
    pub(super) fn place(&self, id: EntryId) -> Option<usize> {
        self.places.get(&id).copied()
    }

    /// Returns the item that an entry made.
    pub(super) fn get(&self, id: EntryId) -> Option<&Item> {
        self.place(id).map(|place| self.at(place))
    }

    /// Returns the item that an entry made, to be changed.
    pub(super) fn get_mut(&mut self, id: EntryId) -> Option<&mut Item> {
        let place = self.place(id)?;
        Some(self.at_mut(place))
    }

    pub(super) fn at(&self, place: usize) -> &Item {
        self.list.at(place)
    }

    pub(super) fn at_mut(&mut self, place: usize) -> &mut Item {
        self.list.at_mut(place)
    }

    /// Returns the items with a number, oldest first.
    pub(super) fn with_number(&self, number: u32) -> impl ExactSizeIterator<Item = &Item> {
        let places = self.numbered.get(&number);
        let places = places.map(SmallVec::as_slice).unwrap_or_default();
        places.iter().map(|place| self.at(*place))
    }

    /// Returns all items whose text may have a normalized phrase in it, oldest first; `None` if the phrase has no words.
    pub(super) fn with_words(&self, phrase: &str) -> Option<Vec<&Item>> {
        let places = self.words.having(phrase, &self.list)?;
        Some(self.oldest_first(places))
    }

    /// Returns all items that may have a text, whatever its case and accents, oldest first.
    pub(super) fn with_text(&self, text: &str) -> Vec<&Item> {
        self.oldest_first(&self.texts.same(text, &self.list))
    }

    /// Returns the items at some places, as far as there are any.
    fn oldest_first(&self, places: &[usize]) -> Vec<&Item> {
        let items = places.iter().filter_map(|place| {
            let item = self.list.find_at(*place)?;
            (self.place(item.id) == Some(*place)).then_some(item)
        });
        let mut items: Vec<&Item> = items.collect();
        if !self.list.is_in_order() {
            items.sort_by_key(|item| item.key());
        }
        items
    }

    /// Returns the places of what is part of an item, oldest first.
    pub(super) fn parts(&self, parent: EntryId) -> &[usize] {
        self.parts.of(parent, &self.list)
    }

    /// Makes an item part of another, or of none.
    pub(super) fn set_under(&mut self, place: usize, under: Option<EntryId>) {
        let former = std::mem::replace(&mut self.list.at_mut(place).under, under);
        self.parts.forget(place, former, &self.list);
        self.parts.note(place, &self.list);
    }
}

/// The places of the parts of each item, oldest first, made when they are first asked for.
#[derive(Clone, Debug, Default)]
struct Parts(Derived<HashMap<EntryId, Vec<usize>>>);

impl Parts {
    /// Returns the places of what is part of an item. `items`: all items of the sprint.
    fn of(&self, parent: EntryId, items: &Timeline<Item>) -> &[usize] {
        let parts = self.0.get(|| {
            let mut parts: HashMap<EntryId, Vec<usize>> = HashMap::default();
            for place in items.places() {
                if let Some(parent) = items.at(place).under {
                    parts.entry(parent).or_default().push(place);
                }
            }
            parts
        });
        parts.get(&parent).map(Vec::as_slice).unwrap_or_default()
    }

    /// Notes what the item at a place is part of now, if it is part of anything.
    fn note(&mut self, place: usize, items: &Timeline<Item>) {
        let under = items.at(place).under;
        if let Some((parts, under)) = self.0.made().zip(under) {
            let parts = parts.entry(under).or_default();
            let before = parts.partition_point(|part| items.is_before(*part, place));
            parts.insert(before, place);
        }
    }

    /// Notes that the item at a place is no longer part of another.
    fn forget(&mut self, place: usize, former: Option<EntryId>, items: &Timeline<Item>) {
        let parts = self.0.made().zip(former);
        if let Some(parts) = parts.and_then(|(parts, former)| parts.get_mut(&former)) {
            let before = parts.partition_point(|part| items.is_before(*part, place));
            if parts.get(before) == Some(&place) {
                parts.remove(before);
            }
        }
    }
}
