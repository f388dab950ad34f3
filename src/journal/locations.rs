//! Where the entries of a sprint are.

use std::collections::hash_map::Entry;
use std::path::Path;
use std::sync::Arc;

use foldhash::HashMap;

use crate::diagnostic::{Location, Position};
use crate::domain::EntryId;

/// Where the entry with each id is. Storing a [`Location`] for each would take several times the memory.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Locations {
    files: Vec<Arc<Path>>,
    /// The index of each file.
    indexes: HashMap<Arc<Path>, u32>,
    places: HashMap<EntryId, Place>,
}

/// Where an entry is among the entries and files that were read.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Place {
    /// The index of the entry.
    rank: u32,
    /// The index of the file.
    file: u32,
    line: u32,
    column: u32,
}

impl Locations {
    /// Returns where the entry with an id is, if there is one.
    pub fn get(&self, id: EntryId) -> Option<Location> {
        let place = self.places.get(&id)?;
        Some(Location {
            file: self.files[place.file as usize].clone(),
            position: Some(Position {
                line: place.line as usize,
                column: place.column as usize,
            }),
        })
    }

    /// Returns whether there is an entry with an id.
    pub fn contains(&self, id: EntryId) -> bool {
        self.places.contains_key(&id)
    }

    /// Adds the locations of other entries. Of one that is in both, the other counts. Ranks mean nothing afterwards.
    pub fn extend(&mut self, others: &Locations) {
        let files: Vec<u32> = others.files.iter().map(|file| self.file(file)).collect();
        for (id, place) in &others.places {
            let file = files[place.file as usize];
            self.places.insert(*id, Place { file, ..*place });
        }
    }

    /// Makes room for so many entries more.
    pub(super) fn reserve(&mut self, entries: usize) {
        self.places.reserve(entries);
    }

    /// Returns the index of the entry with an id, among the entries that were read.
    pub(super) fn rank(&self, id: EntryId) -> Option<usize> {
        self.places.get(&id).map(|place| place.rank as usize)
    }

    /// Adds the entries of a file, each with its line, after all that are there. If an id is there already, or twice, adds nothing and returns
    /// false.
    pub(super) fn append(
        &mut self,
        file: &Path,
        entries: impl ExactSizeIterator<Item = (EntryId, u32)> + Clone,
    ) -> bool {
        let first = self.places.len();
        self.places.reserve(entries.len());
        let file = self.file(&file.into());
        for (count, (id, line)) in entries.clone().enumerate() {
            let Entry::Vacant(vacant) = self.places.entry(id) else {
                for (id, _) in entries.take(count) {
                    self.places.remove(&id);
                }
                return false;
            };
            vacant.insert(Place {
                rank: (first + count) as u32,
                file,
                line,
                column: 1,
            });
        }
        true
    }

    /// Records where the entry with an id is, and its index among the entries. All are below 2^32: a log has at most 64 MiB, and all entries are
    /// in memory.
    pub(super) fn insert(&mut self, id: EntryId, rank: usize, location: &Location) {
        let Position { line, column } =
            location.position.unwrap_or(Position { line: 1, column: 1 });
        let place = Place {
            rank: rank as u32,
            file: self.file(&location.file),
            line: line as u32,
            column: column as u32,
        };
        self.places.insert(id, place);
    }

    /// Returns the index of a file. It is mostly the last one.
    fn file(&mut self, file: &Arc<Path>) -> u32 {
        let last = self.files.last();
        if last.is_some_and(|last| Arc::ptr_eq(last, file)) {
            return self.files.len() as u32 - 1;
        }
        if let Some(index) = self.indexes.get(file) {
            return *index;
        }
        let index = self.files.len() as u32;
        self.files.push(file.clone());
        self.indexes.insert(file.clone(), index);
        index
    }
}
