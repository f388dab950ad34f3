//! Where the entries of a sprint are.

use std::collections::hash_map::Entry;
use std::path::Path;
use std::sync::Arc;

use foldhash::HashMap;

use crate::diagnostic::{Location, Position};
use crate::domain::EntryId;

/// Where the entry with each id is. A location each would take several times as much room.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Locations {
    files: Vec<Arc<Path>>,
    places: HashMap<EntryId, Place>,
}

/// Where an entry is among the entries and files that were read.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Place {
    rank: u32,
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

    /// Adds the locations of other entries. Of one that is in both, the other counts.
    pub fn extend(&mut self, others: &Locations) {
        for (id, place) in &others.places {
            if let Some(location) = others.get(*id) {
                self.insert(*id, place.rank as usize, &location);
            }
        }
    }

    /// Returns which of the entries has an id.
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

    /// Says where the entry with an id is, and which of the entries it is. Ranks, lines and columns are below 2^32: a log has at most 64 MiB.
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

    /// Returns the place of a file. It is mostly the last one.
    fn file(&mut self, file: &Arc<Path>) -> u32 {
        let known = self
            .files
            .iter()
            .rposition(|known| Arc::ptr_eq(known, file) || known == file);
        let place = known.unwrap_or_else(|| {
            self.files.push(file.clone());
            self.files.len() - 1
        });
        place as u32
    }
}
