//! A picture that stands still: the items of a file.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use super::boxes::{Kind, Part, parts_in};
use super::cleaner::Cleaner;
use crate::journal::picture::bytes::{Reader, u16_at, u32_at};

/// Items that are made of dots, or say how others make one picture.
const PICTURES: [&Kind; 5] = [b"av01", b"grid", b"iovl", b"iden", b"tmap"];

/// How an item belongs to others.
const REFERENCES: [&Kind; 7] = [
    b"dimg", b"auxl", b"cdsc", b"thmb", b"prem", b"base", b"font",
];

const XMP: &[u8] = b"application/rdf+xml";

/// Exif data with nothing in them, and XMP data with nothing in them.
const NO_EXIF: &[u8] = b"\0\0\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0";

const NO_XMP: &[u8] = b"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"/>";

/// An item: what it is, and where its bytes are.
#[derive(Debug, Default)]
struct Item {
    kind: Kind,
    extents: Vec<Range<usize>>,
    is_lost: bool,
}

impl Cleaner<'_> {
    /// The items of a picture that stands still.
    pub(super) fn meta(&mut self, meta: &Part) -> Option<()> {
        self.head(meta)?;
        self.copy(meta, 0, 4)?;
        let parts = parts_in(self.file, meta.content.start + 4..meta.content.end)?;
        let one = |kind: &Kind| parts.iter().find(|part| part.kind == *kind);
        let idat = one(b"idat").map(|part| part.content.clone());
        let mut items = self.items(one(b"iinf")?)?;
        self.locations(one(b"iloc")?, &mut items, idat.clone())?;
        let primary = one(b"pitm")?;
        let is_short = self.file.get(primary.content.start)? == &0;
        self.head(primary)?;
        self.copy(primary, 0, if is_short { 6 } else { 8 })?;
        let primary = self.bytes(primary.content.clone())?;
        let primary = id_at(primary, 4, is_short)?;
        let references = match one(b"iref") {
            Some(references) => self.references(references)?,
            None => Vec::new(),
        };
        let kept = reachable(primary, &items, &references);
        if !kept.contains(&primary) {
            return None;
        }
        // What is kept has the last word on bytes that others claim too.
        for is_kept in [false, true] {
            let items = items.iter().filter(|(id, _)| kept.contains(id) == is_kept);
            for (_, item) in items {
                self.item(item, is_kept)?;
            }
        }
        let mut seen = HashSet::new();
        for part in &parts {
            // There is one of each.
            if !seen.insert(part.kind) {
                self.free(part)?;
                continue;
            }
            match &part.kind {
                b"hdlr" => self.handler(part)?,
                b"iprp" => {
                    self.head(part)?;
                    for part in parts_in(self.file, part.content.clone())? {
                        match &part.kind {
                            b"ipco" => {
                                self.head(&part)?;
                                for part in parts_in(self.file, part.content.clone())? {
                                    self.property(&part)?;
                                }
                            }
                            b"ipma" => self.associations(&part)?,
                            _ => self.free(&part)?,
                        }
                    }
                }
                b"grpl" => {
                    self.head(part)?;
                    for part in parts_in(self.file, part.content.clone())? {
                        match &part.kind {
                            b"altr" | b"ster" => self.list(&part, 12, 8, 4)?,
                            _ => self.free(&part)?,
                        }
                    }
                }
                b"idat" => self.head(part)?,
                // Done above.
                b"iinf" | b"iloc" | b"pitm" | b"iref" => {}
                _ => self.free(part)?,
            }
        }
        Some(())
    }

    /// What items there are. What they are called is blanked.
    fn items(&mut self, part: &Part) -> Option<BTreeMap<u32, Item>> {
        let content = self.bytes(part.content.clone())?;
        let head = if *content.first()? == 0 { 6 } else { 8 };
        self.head(part)?;
        self.copy(part, 0, head)?;
        let mut items = BTreeMap::new();
        for part in parts_in(self.file, part.content.start + head..part.content.end)? {
            let content = &self.file[part.content.clone()];
            let is_short = match (part.kind, content.first()?) {
                ([b'i', b'n', b'f', b'e'], 2) => true,
                ([b'i', b'n', b'f', b'e'], 3) => false,
                _ => {
                    self.free(&part)?;
                    continue;
                }
            };
            let behind = if is_short { 8 } else { 10 };
            let id = id_at(content, 4, is_short)?;
            let kind: Kind = *content.get(behind..)?.first_chunk()?;
            let is_known = PICTURES.contains(&&kind) || matches!(&kind, b"Exif" | b"mime");
            self.head(&part)?;
            self.copy(&part, 0, behind)?;
            let start = part.content.start + behind;
            self.clean[start..start + 4].copy_from_slice(if is_known { &kind } else { b"none" });
            let texts = content.get(behind + 4..)?;
            for (place, text) in texts.split_inclusive(|byte| *byte == 0).enumerate() {
                let word = text.strip_suffix(b"\0").unwrap_or(text);
                let place_in_file = text.as_ptr().addr() - self.file.as_ptr().addr();
                let target = &mut self.clean[place_in_file..place_in_file + word.len()];
                if place == 1 && kind == *b"mime" && word == XMP {
                    target.copy_from_slice(word);
                } else {
                    target.fill(b' ');
                }
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

    /// Where the bytes of the items are.
    fn locations(
        &mut self,
        part: &Part,
        items: &mut BTreeMap<u32, Item>,
        idat: Option<Range<usize>>,
    ) -> Option<()> {
        let mut reader = Reader {
            bytes: self.file.get(part.content.clone())?,
            at: 0,
        };
        let version = reader.number(1)?;
        reader.number(3)?;
        let (sizes, more) = (reader.number(1)?, reader.number(1)?);
        let (offset_size, length_size) = (sizes >> 4, sizes & 15);
        let (base_size, index_size) = (more >> 4, if version == 0 { 0 } else { more & 15 });
        let count = reader.number(if version < 2 { 2 } else { 4 })?;
        for _ in 0..count {
            let id = reader.number(if version < 2 { 2 } else { 4 })?;
            let method = if version == 0 {
                0
            } else {
                reader.number(2)? & 15
            };
            reader.number(2)?;
            let base = reader.number(base_size)?;
            let extents = reader.number(2)?;
            let item = u32::try_from(id).ok().and_then(|id| items.get_mut(&id));
            let mut found = Item::default();
            let has_size = offset_size + length_size + index_size > 0;
            for _ in 0..if has_size { extents } else { extents.min(1) } {
                reader.number(index_size)?;
                let (offset, length) = (reader.number(offset_size)?, reader.number(length_size)?);
                let store = match method {
                    0 => Some(0),
                    1 => idat.as_ref().map(|idat| idat.start),
                    _ => None,
                };
                let range = store.and_then(|store| {
                    let start = usize::try_from(base.checked_add(offset)?).ok()?;
                    let start = store.checked_add(start)?;
                    let end = start.checked_add(usize::try_from(length).ok()?)?;
                    let is_in = |store: &Range<usize>| store.start <= start && end <= store.end;
                    let is_stored = match method {
                        0 => self.stores.iter().any(is_in),
                        _ => idat.iter().any(is_in),
                    };
                    (is_stored && start < end).then_some(start..end)
                });
                match range {
                    Some(range) => found.extents.push(range),
                    None => found.is_lost = true,
                }
            }
            if let Some(item) = item {
                item.extents = found.extents;
                item.is_lost = found.is_lost;
            }
        }
        let length = reader.at;
        self.head(part)?;
        self.copy(part, 0, length)
    }

    /// How items belong together: what sort of belonging, which item, and to which ones.
    fn references(&mut self, part: &Part) -> Option<Vec<(Kind, u32, Vec<u32>)>> {
        self.head(part)?;
        self.copy(part, 0, 4)?;
        let is_short = self.file[part.content.start] == 0;
        let size = if is_short { 2 } else { 4 };
        let mut references = Vec::new();
        for part in parts_in(self.file, part.content.start + 4..part.content.end)? {
            let content = &self.file[part.content.clone()];
            if !REFERENCES.contains(&&part.kind) {
                self.free(&part)?;
                continue;
            }
            let from = id_at(content, 0, is_short)?;
            let count = usize::from(u16_at(content, size)?);
            let to: Option<Vec<u32>> = (0..count)
                .map(|number| id_at(content, size + 2 + number * size, is_short))
                .collect();
            references.push((part.kind, from, to?));
            self.head(&part)?;
            self.copy(&part, 0, size + 2 + count * size)?;
        }
        Some(references)
    }

    /// Which properties the items have.
    fn associations(&mut self, part: &Part) -> Option<()> {
        let mut reader = Reader {
            bytes: self.file.get(part.content.clone())?,
            at: 0,
        };
        let version = reader.number(1)?;
        let flags = reader.number(3)?;
        let count = reader.number(4)?;
        for _ in 0..count {
            reader.number(if version == 0 { 2 } else { 4 })?;
            let properties = reader.number(1)?;
            for _ in 0..properties {
                reader.number(1 + (flags & 1))?;
            }
        }
        let length = reader.at;
        self.head(part)?;
        self.copy(part, 0, length)
    }

    /// The bytes of an item; those of one that is not kept are nothing.
    fn item(&mut self, item: &Item, is_kept: bool) -> Option<()> {
        if is_kept && (item.is_lost || item.extents.is_empty() && item.kind != *b"iden") {
            return None;
        }
        match (&item.kind, is_kept) {
            (b"av01", true) => self.units(&item.extents),
            (_, true) => {
                for extent in &item.extents {
                    self.budget = self.budget.checked_sub(extent.len())?;
                    self.clean[extent.clone()].copy_from_slice(&self.file[extent.clone()]);
                    self.taken.push(extent.clone());
                }
                Some(())
            }
            (kind, false) => {
                let nothing = match kind {
                    b"Exif" => NO_EXIF,
                    b"mime" => NO_XMP,
                    _ => return Some(()),
                };
                for extent in &item.extents {
                    self.budget = self.budget.checked_sub(extent.len())?;
                    let target = &mut self.clean[extent.clone()];
                    // Other items may have their bytes there.
                    if target.iter().any(|byte| *byte != 0) {
                        continue;
                    }
                    if kind == b"mime" {
                        target.fill(b' ');
                    }
                    if let Some(start) = target.get_mut(..nothing.len()) {
                        start.copy_from_slice(nothing);
                    }
                }
                Some(())
            }
        }
    }
}

/// The items that are needed to show one.
fn reachable(
    primary: u32,
    items: &BTreeMap<u32, Item>,
    references: &[(Kind, u32, Vec<u32>)],
) -> HashSet<u32> {
    let mut next: HashMap<u32, Vec<u32>> = HashMap::new();
    for (kind, from, to) in references {
        match kind {
            b"dimg" => {
                next.entry(*from).or_default().extend(to);
                let is_map = items.get(from).is_some_and(|item| item.kind == *b"tmap");
                // What makes the picture brighter is made from it.
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

fn id_at(bytes: &[u8], at: usize, is_short: bool) -> Option<u32> {
    if is_short {
        u16_at(bytes, at).map(u32::from)
    } else {
        u32_at(bytes, at)
    }
}
