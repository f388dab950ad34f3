//! A still picture: the items of a file.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;
use std::slice;

use super::boxes::{Kind, Part, parts_in};
use super::cleaner::{Cleaner, is_within};
use crate::journal::picture::bytes::{Reader, number_at};

/// Items that have pixels, or compose a picture of others.
const PICTURES: [&Kind; 5] = [b"av01", b"grid", b"iovl", b"iden", b"tmap"];

/// The kinds of references that are kept.
const REFERENCES: [&Kind; 7] = [
    b"dimg", b"auxl", b"cdsc", b"thmb", b"prem", b"base", b"font",
];

const XMP: &[u8] = b"application/rdf+xml";

/// Exif data and XMP data with nothing in them.
const NO_EXIF: &[u8] = b"\0\0\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0";
const NO_XMP: &[u8] = b"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"/>";

#[derive(Debug, Default)]
struct Item {
    kind: Kind,
    extents: Vec<Range<usize>>,
    is_lost: bool,
}

/// How an item belongs to others.
#[derive(Debug)]
struct Reference {
    kind: Kind,
    from: usize,
    to: Vec<usize>,
}

impl Cleaner<'_> {
    /// Keeps the items of a still picture.
    pub(super) fn meta(&mut self, meta: &Part) -> Option<()> {
        self.keep(meta, 4)?;
        let parts = parts_in(self.file, meta.content.start + 4..meta.content.end)?;
        let one = |kind: &Kind| parts.iter().find(|part| part.kind == *kind);
        let idat = one(b"idat").map(|part| part.content.clone());
        let mut items = self.items(one(b"iinf")?)?;
        self.locations(one(b"iloc")?, &mut items, idat)?;
        let primary = one(b"pitm")?;
        let size = id_size(self.content(primary), 0)?;
        self.keep(primary, 4 + size)?;
        let primary = number_at(self.content(primary), 4, size)?;
        let references = match one(b"iref") {
            Some(references) => self.references(references)?,
            None => Vec::new(),
        };
        let needed = reachable(primary, &items, &references);
        if !needed.contains(&primary) {
            return None;
        }
        let (kept, others): (Vec<_>, Vec<_>) =
            items.iter().partition(|(id, _)| needed.contains(id));
        // Items that are kept win where others claim the same bytes.
        others.iter().try_for_each(|(_, item)| self.blank(item))?;
        for (_, item) in kept {
            if item.is_lost || item.extents.is_empty() && item.kind != *b"iden" {
                return None;
            }
            self.store(&item.extents, item.kind == *b"av01")?;
        }
        let mut seen = HashSet::new();
        for part in &parts {
            match &part.kind {
                // There is one of each.
                kind if !seen.insert(*kind) => self.free(part)?,
                // Done above.
                b"iinf" | b"iloc" | b"pitm" | b"iref" => {}
                _ => self.child(b"meta", part)?,
            }
        }
        Some(())
    }

    /// Keeps the list of items without their names.
    fn items(&mut self, part: &Part) -> Option<BTreeMap<usize, Item>> {
        let head = 4 + id_size(self.content(part), 0)?;
        self.keep(part, head)?;
        let mut items = BTreeMap::new();
        for part in parts_in(self.file, part.content.start + head..part.content.end)? {
            let content = self.content(&part);
            let (b"infe", 2 | 3) = (&part.kind, content.first()?) else {
                self.free(&part)?;
                continue;
            };
            let size = id_size(content, 2)?;
            let id = number_at(content, 4, size)?;
            let before = 6 + size;
            let kind: Kind = *content.get(before..)?.first_chunk()?;
            let is_known = PICTURES.contains(&&kind) || matches!(&kind, b"Exif" | b"mime");
            self.keep(&part, before)?;
            let mut start = part.content.start + before;
            self.clean[start..start + 4].copy_from_slice(if is_known { &kind } else { b"none" });
            start += 4;
            let texts = content.get(before + 4..)?;
            for (place, text) in texts.split_inclusive(|byte| *byte == 0).enumerate() {
                let word = text.strip_suffix(b"\0").unwrap_or(text);
                let target = &mut self.clean[start..start + word.len()];
                if place == 1 && kind == *b"mime" && word == XMP {
                    target.copy_from_slice(word);
                } else {
                    target.fill(b' ');
                }
                start += text.len();
            }
            let item = Item {
                kind,
                ..Item::default()
            };
            if items.insert(id, item).is_some() {
                return None;
            }
        }
        Some(items)
    }

    /// Finds the bytes of the items.
    fn locations(
        &mut self,
        part: &Part,
        items: &mut BTreeMap<usize, Item>,
        idat: Option<Range<usize>>,
    ) -> Option<()> {
        let content = self.content(part);
        let mut reader = Reader { rest: content };
        let version = reader.number(1)?;
        reader.take(3)?;
        let (sizes, more) = (reader.number(1)?, reader.number(1)?);
        let (offset_size, length_size) = (sizes >> 4, sizes & 15);
        let (base_size, index_size) = (more >> 4, if version == 0 { 0 } else { more & 15 });
        let has_size = offset_size + length_size + index_size > 0;
        let id_size = if version < 2 { 2 } else { 4 };
        for _ in 0..reader.number(id_size)? {
            let id = reader.number(id_size)?;
            let method = reader.number(if version == 0 { 0 } else { 2 })? & 15;
            reader.take(2)?;
            let base = reader.number(base_size)?;
            let count = reader.number(2)?;
            let (mut extents, mut is_lost) = (Vec::new(), false);
            for _ in 0..if has_size { count } else { count.min(1) } {
                reader.number(index_size)?;
                let (offset, length) = (reader.number(offset_size)?, reader.number(length_size)?);
                let (from, stores) = match (method, &idat) {
                    (0, _) => (0, &self.stores[..]),
                    (1, Some(idat)) => (idat.start, slice::from_ref(idat)),
                    _ => (0, &[][..]),
                };
                let start = from.saturating_add(base).saturating_add(offset);
                let range = start..start.saturating_add(length);
                if length > 0 && stores.iter().any(|store| is_within(&range, store)) {
                    extents.push(range);
                } else {
                    is_lost = true;
                }
            }
            if let Some(item) = items.get_mut(&id) {
                (item.extents, item.is_lost) = (extents, is_lost);
            }
        }
        self.keep(part, content.len() - reader.rest.len())
    }

    /// Keeps the references between items.
    fn references(&mut self, part: &Part) -> Option<Vec<Reference>> {
        self.keep(part, 4)?;
        let size = id_size(self.content(part), 0)?;
        let mut references = Vec::new();
        for part in parts_in(self.file, part.content.start + 4..part.content.end)? {
            if !REFERENCES.contains(&&part.kind) {
                self.free(&part)?;
                continue;
            }
            let content = self.content(&part);
            let mut reader = Reader { rest: content };
            let (from, count) = (reader.number(size)?, reader.number(2)?);
            let to: Option<Vec<_>> = (0..count).map(|_| reader.number(size)).collect();
            references.push(Reference {
                kind: part.kind,
                from,
                to: to?,
            });
            self.keep(&part, content.len() - reader.rest.len())?;
        }
        Some(references)
    }

    /// Keeps the list of the items' properties.
    pub(super) fn associations(&mut self, part: &Part) -> Option<()> {
        let content = self.content(part);
        let mut reader = Reader { rest: content };
        let (version, flags, count) = (reader.number(1)?, reader.number(3)?, reader.number(4)?);
        for _ in 0..count {
            reader.take(if version == 0 { 2 } else { 4 })?;
            let properties = reader.number(1)?;
            reader.take(properties * (1 + (flags & 1)))?;
        }
        self.keep(part, content.len() - reader.rest.len())
    }

    /// Replaces Exif and XMP data by empty ones.
    fn blank(&mut self, item: &Item) -> Option<()> {
        let (empty, filler) = match &item.kind {
            b"Exif" => (NO_EXIF, 0),
            b"mime" => (NO_XMP, b' '),
            _ => return Some(()),
        };
        for extent in &item.extents {
            self.budget = self.budget.checked_sub(extent.len())?;
            let target = &mut self.clean[extent.clone()];
            // Other items may have their bytes there.
            if target.iter().all(|byte| *byte == 0) {
                target.fill(filler);
                if let Some(start) = target.get_mut(..empty.len()) {
                    start.copy_from_slice(empty);
                }
            }
        }
        Some(())
    }
}

/// Returns the items that are needed to show one.
fn reachable(
    primary: usize,
    items: &BTreeMap<usize, Item>,
    references: &[Reference],
) -> HashSet<usize> {
    let mut next: HashMap<usize, Vec<usize>> = HashMap::new();
    for Reference { kind, from, to } in references {
        match kind {
            b"dimg" => {
                next.entry(*from).or_default().extend(to);
                let is_map = items.get(from).is_some_and(|item| item.kind == *b"tmap");
                // A gain map belongs to the picture from which it is made.
                if is_map && let Some(base) = to.first() {
                    next.entry(*base).or_default().push(*from);
                }
            }
            b"auxl" => to
                .iter()
                .for_each(|to| next.entry(*to).or_default().push(*from)),
            _ => {}
        }
    }
    let mut kept = HashSet::new();
    let mut left = vec![primary];
    while let Some(id) = left.pop() {
        let is_picture = items
            .get(&id)
            .is_some_and(|item| PICTURES.contains(&&item.kind));
        if is_picture && kept.insert(id) {
            left.extend(next.get(&id).into_iter().flatten());
        }
    }
    kept
}

/// Returns the size of an id in a box of this version, which is its first byte.
fn id_size(content: &[u8], short: u8) -> Option<usize> {
    Some(if *content.first()? == short { 2 } else { 4 })
}
