//! AVIF, <https://aomediacodec.github.io/av1-avif/>: boxes of ISO/IEC 14496-12 and items of ISO/IEC 23008-12.
//!
//! Boxes name each other's bytes by where these are in the file. So nothing is moved: the picture for the web is zeros of the same
//! length, into which goes what is needed to show it; a box that is not becomes one of free space. Which side is up is a property
//! of the item (`irot`, `imir`); what Exif data say of it counts for nothing here (section 7.1 of HEIF).

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use super::{length_at, profile, u16_at, u32_at};

type Kind = [u8; 4];

/// Brands that say nothing but how a file is to be read.
const BRANDS: [&Kind; 13] = [
    b"avif", b"avis", b"avio", b"mif1", b"mif2", b"miaf", b"msf1", b"MA1A", b"MA1B", b"tmap",
    b"iso8", b"iso9", b"isom",
];

/// Items that are made of dots, or say how others make one picture.
const PICTURES: [&Kind; 5] = [b"av01", b"grid", b"iovl", b"iden", b"tmap"];

/// How an item belongs to others.
const REFERENCES: [&Kind; 7] = [
    b"dimg", b"auxl", b"cdsc", b"thmb", b"prem", b"base", b"font",
];

/// What a second picture can be besides the first.
const AUXILIARIES: [&[u8]; 4] = [
    b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha",
    b"urn:mpeg:mpegB:cicp:systems:auxiliary:depth",
    b"urn:mpeg:hevc:2015:auxid:1",
    b"urn:com:apple:photo:2020:aux:hdrgainmap",
];

/// In how many boxes the bytes of a picture may be; usually it is one.
const MOST_STORES: usize = 16;

const XMP: &[u8] = b"application/rdf+xml";

/// Exif data with nothing in them, and XMP data with nothing in them.
const NO_EXIF: &[u8] = b"\0\0\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0";
const NO_XMP: &[u8] = b"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"/>";

pub(super) fn is_avif(file: &[u8]) -> bool {
    let Some(length) = length_at(file, 0) else {
        return false;
    };
    let brands = file.get(8..length.min(file.len())).unwrap_or_default();
    file.get(4..8) == Some(b"ftyp")
        && brands.chunks_exact(4).enumerate().any(|(place, brand)| {
            // The second is no brand but a version.
            place != 1 && matches!(brand, b"avif" | b"avis")
        })
}

/// The picture, its colours and its orientation; none if it is damaged.
pub(super) fn cleaned(file: &[u8]) -> Option<Vec<u8>> {
    let all = top_level(file)?;
    let one = |kind: &Kind| {
        let mut found = all.iter().filter(|part| part.kind == *kind);
        found.next().filter(|_| found.next().is_none())
    };
    let stores = all.iter().filter(|part| part.kind == *b"mdat");
    let mut cleaner = Cleaner {
        file,
        clean: vec![0; file.len()],
        stores: stores.map(|store| store.content.clone()).collect(),
        taken: Vec::new(),
        budget: file.len().saturating_mul(2),
    };
    let (meta, movie) = (one(b"meta"), one(b"moov"));
    if meta.is_none() && movie.is_none() || cleaner.stores.len() > MOST_STORES {
        return None;
    }
    if let Some(meta) = meta {
        cleaner.meta(meta)?;
    }
    if let Some(movie) = movie {
        cleaner.head(movie)?;
        cleaner.movie(movie.content.clone(), &movie.kind)?;
    }
    if cleaner.overlaps() {
        return None;
    }
    let mut end = 0;
    for part in &all {
        match &part.kind {
            b"ftyp" => cleaner.brands(part)?,
            b"mdat" => cleaner.head(part)?,
            b"meta" if meta == Some(part) => {}
            b"moov" if movie == Some(part) => {}
            _ => {
                cleaner.free(part)?;
                continue;
            }
        }
        end = part.content.end;
    }
    // What was behind the last that is needed goes altogether.
    cleaner.clean.truncate(end);
    Some(cleaner.clean)
}

/// A box: what it is, where it begins, and where its content is.
#[derive(Clone, Debug, PartialEq)]
struct Part {
    kind: Kind,
    start: usize,
    content: Range<usize>,
}

/// The box that begins there.
fn part_at(file: &[u8], start: usize, end: usize) -> Option<Part> {
    let bytes = file.get(start..end)?;
    let kind = *bytes.get(4..)?.first_chunk()?;
    let (head, length) = match length_at(bytes, 0)? {
        0 => (8, bytes.len()),
        1 => (16, usize::try_from(u64_at(bytes, 8)?).ok()?),
        length => (8, length),
    };
    let stop = start.checked_add(length)?;
    (length >= head && stop <= end).then_some(Part {
        kind,
        start,
        content: start + head..stop,
    })
}

/// The boxes of a file; behind the last one that is whole there may be anything, if the picture is not in it.
fn top_level(file: &[u8]) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut at = 0;
    while let Some(part) = part_at(file, at, file.len()) {
        at = part.content.end;
        parts.push(part);
    }
    let cut_off = file.get(at + 4..at + 8);
    let is_needed = [b"mdat", b"meta", b"moov"]
        .iter()
        .any(|kind| cut_off == Some(*kind));
    let begins = parts.first().is_some_and(|part| part.kind == *b"ftyp");
    (begins && !is_needed).then_some(parts)
}

/// The boxes in a box.
fn parts_in(file: &[u8], within: Range<usize>) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut at = within.start;
    while at < within.end {
        let part = part_at(file, at, within.end)?;
        at = part.content.end;
        parts.push(part);
    }
    Some(parts)
}

fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_be_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// An item: what it is, and where its bytes are.
#[derive(Debug, Default)]
struct Item {
    kind: Kind,
    extents: Vec<Range<usize>>,
    is_lost: bool,
}

struct Cleaner<'f> {
    file: &'f [u8],
    clean: Vec<u8>,
    /// Where the bytes of pictures may be.
    stores: Vec<Range<usize>>,
    /// Where the bytes of pictures are.
    taken: Vec<Range<usize>>,
    /// How many bytes may still be copied: those of a picture overlap little.
    budget: usize,
}

impl<'f> Cleaner<'f> {
    fn bytes(&self, range: Range<usize>) -> Option<&'f [u8]> {
        self.file.get(range)
    }

    /// Copies what stands at a place in a content.
    fn copy(&mut self, part: &Part, from: usize, length: usize) -> Option<()> {
        let start = part.content.start.checked_add(from)?;
        let end = start.checked_add(length)?;
        self.budget = self.budget.checked_sub(length)?;
        if end > part.content.end {
            return None;
        }
        self.clean[start..end].copy_from_slice(&self.file[start..end]);
        Some(())
    }

    /// Whether two pictures share some of their bytes, but not all.
    fn overlaps(&mut self) -> bool {
        self.taken.sort_by_key(|range| (range.start, range.end));
        self.taken.dedup();
        self.taken
            .windows(2)
            .any(|pair| pair[1].start < pair[0].end)
    }

    fn head(&mut self, part: &Part) -> Option<()> {
        self.budget = self.budget.checked_sub(part.content.start - part.start)?;
        let head = part.start..part.content.start;
        self.clean[head.clone()].copy_from_slice(&self.file[head]);
        Some(())
    }

    /// Makes a box one of free space.
    fn free(&mut self, part: &Part) -> Option<()> {
        self.head(part)?;
        self.clean[part.start + 4..part.start + 8].copy_from_slice(b"free");
        Some(())
    }

    fn brands(&mut self, part: &Part) -> Option<()> {
        self.head(part)?;
        let brands = self.bytes(part.content.clone())?.to_vec();
        for (place, brand) in brands.chunks_exact(4).enumerate() {
            let start = part.content.start + 4 * place;
            let known = BRANDS.iter().any(|known| brand == *known);
            let brand = match place {
                1 => &[0; 4],
                _ if known => brand,
                _ => b"mif1",
            };
            self.clean[start..start + 4].copy_from_slice(brand);
        }
        Some(())
    }

    /// The items of a picture that stands still.
    fn meta(&mut self, meta: &Part) -> Option<()> {
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

    /// A property of items or of the pictures of a track: those that say how they are to be shown.
    fn property(&mut self, part: &Part) -> Option<()> {
        let content = self.bytes(part.content.clone())?;
        let length = match &part.kind {
            b"ispe" => 12,
            b"pixi" => 5 + usize::from(*content.get(4)?),
            b"irot" | b"imir" | b"a1op" => 1,
            b"clap" => 32,
            b"pasp" | b"ccst" => 8,
            b"clli" => 4,
            b"mdcv" => 24,
            b"cclv" | b"amve" | b"lsel" | b"a1lx" | b"reve" if content.len() <= 64 => content.len(),
            b"colr" => return self.colours(part),
            b"auxC" | b"auxi" => {
                self.head(part)?;
                let kind = content.get(4..)?.split(|byte| *byte == 0).next()?;
                let is_known = AUXILIARIES.contains(&kind);
                let length = if is_known { 4 + kind.len() } else { 4 };
                return self.copy(part, 0, length);
            }
            b"av1C" => {
                self.head(part)?;
                self.copy(part, 0, 4)?;
                let units = part.content.start + 4..part.content.end;
                return self.units(std::slice::from_ref(&units));
            }
            _ => return self.free(part),
        };
        self.head(part)?;
        self.copy(part, 0, length.min(part.content.len()))
    }

    fn colours(&mut self, part: &Part) -> Option<()> {
        let content = self.bytes(part.content.clone())?;
        match content.first_chunk()? {
            b"nclx" => {
                let length = content.len().min(11);
                self.head(part)?;
                self.copy(part, 0, length)
            }
            b"prof" | b"rICC" => {
                let profile = profile::cleaned(&content[4..]);
                let room = content.len() - 4;
                match profile.filter(|profile| profile.len() <= room) {
                    Some(profile) => {
                        self.head(part)?;
                        self.copy(part, 0, 4)?;
                        let start = part.content.start + 4;
                        self.clean[start..start + profile.len()].copy_from_slice(&profile);
                        Some(())
                    }
                    None => self.free(part),
                }
            }
            _ => self.free(part),
        }
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

    /// The units of AV1 that stand in these extents one behind the other.
    /// <https://aomediacodec.github.io/av1-spec/#obu-syntax>
    fn units(&mut self, extents: &[Range<usize>]) -> Option<()> {
        let length = extents.iter().map(Range::len).sum();
        self.budget = self.budget.checked_sub(length)?;
        let mut units = Vec::with_capacity(length);
        for extent in extents {
            units.extend_from_slice(self.file.get(extent.clone())?);
        }
        blank_units(&mut units)?;
        let mut rest = units.as_slice();
        for extent in extents {
            let (unit, behind) = rest.split_at_checked(extent.len())?;
            self.clean[extent.clone()].copy_from_slice(unit);
            self.taken.push(extent.clone());
            rest = behind;
        }
        Some(())
    }

    /// A box that is a number of things of one size: where their count stands, and what stands before them.
    fn list(&mut self, part: &Part, head: usize, count: usize, size: usize) -> Option<()> {
        let count = length_at(self.bytes(part.content.clone())?, count)?;
        self.head(part)?;
        self.copy(part, 0, count.checked_mul(size)?.checked_add(head)?)
    }

    fn handler(&mut self, part: &Part) -> Option<()> {
        self.head(part)?;
        self.copy(part, 0, 12)
    }

    /// Copies a box whose parts have fixed lengths, without those of these places.
    fn fixed(&mut self, part: &Part, length: usize, without: &[Range<usize>]) -> Option<()> {
        self.head(part)?;
        self.copy(part, 0, length)?;
        for range in without {
            let start = part.content.start;
            self.clean[start + range.start..start + range.end].fill(0);
        }
        Some(())
    }

    /// The boxes of a picture that moves.
    fn movie(&mut self, within: Range<usize>, parent: &Kind) -> Option<()> {
        let parts = parts_in(self.file, within)?;
        if parent == b"stbl" {
            self.samples(&parts)?;
        }
        for part in &parts {
            let version = self
                .file
                .get(part.content.start)
                .copied()
                .unwrap_or_default();
            let is_short = version == 0;
            match (parent, &part.kind) {
                (b"moov", b"trak")
                | (b"trak", b"mdia" | b"edts")
                | (b"mdia", b"minf")
                | (b"minf", b"dinf" | b"stbl") => {
                    self.head(part)?;
                    self.movie(part.content.clone(), &part.kind)?;
                }
                (b"trak", b"tref") => {
                    self.head(part)?;
                    for part in parts_in(self.file, part.content.clone())? {
                        match &part.kind {
                            b"auxl" | b"prem" => self.fixed(&part, part.content.len(), &[])?,
                            _ => self.free(&part)?,
                        }
                    }
                }
                // When it was made, and bytes without a meaning.
                (b"moov", b"mvhd") if is_short => {
                    self.fixed(part, 100, &[4..12, 26..36, 72..96])?
                }
                (b"moov", b"mvhd") => self.fixed(part, 112, &[4..20, 38..48, 84..108])?,
                (b"trak", b"tkhd") if is_short => {
                    self.fixed(part, 84, &[4..12, 16..20, 24..32, 38..40])?
                }
                (b"trak", b"tkhd") => self.fixed(part, 96, &[4..20, 24..28, 36..44, 50..52])?,
                (b"mdia", b"mdhd") if is_short => self.fixed(part, 24, &[4..12, 20..24])?,
                (b"mdia", b"mdhd") => self.fixed(part, 36, &[4..20, 32..36])?,
                (b"mdia", b"hdlr") => self.handler(part)?,
                (b"minf", b"vmhd") => self.fixed(part, 12, &[])?,
                (b"dinf", b"dref") => {
                    self.head(part)?;
                    self.copy(part, 0, 8)?;
                    for part in parts_in(self.file, part.content.start + 8..part.content.end)? {
                        match &part.kind {
                            b"url " => self.fixed(&part, 4, &[])?,
                            _ => self.free(&part)?,
                        }
                    }
                }
                (b"edts", b"elst") => self.list(part, 8, 4, if is_short { 12 } else { 20 })?,
                (b"stbl", b"stsd") => {
                    self.head(part)?;
                    self.copy(part, 0, 8)?;
                    for part in parts_in(self.file, part.content.start + 8..part.content.end)? {
                        self.entry(&part)?;
                    }
                }
                (b"stbl", b"stts" | b"ctts") => self.list(part, 8, 4, 8)?,
                (b"stbl", b"stsc") => self.list(part, 8, 4, 12)?,
                (b"stbl", b"stco" | b"stss") => self.list(part, 8, 4, 4)?,
                (b"stbl", b"co64") => self.list(part, 8, 4, 8)?,
                (b"stbl", b"stsz") => {
                    let size = length_at(self.bytes(part.content.clone())?, 4)?;
                    self.list(part, 12, 8, if size == 0 { 4 } else { 0 })?;
                }
                _ => self.free(part)?,
            }
        }
        Some(())
    }

    /// What the pictures of a track are.
    fn entry(&mut self, part: &Part) -> Option<()> {
        if part.kind != *b"av01" {
            return self.free(part);
        }
        // Bytes without a meaning, and the name of the program.
        self.fixed(part, 78, &[0..6, 8..24, 36..40, 42..74])?;
        for part in parts_in(self.file, part.content.start + 78..part.content.end)? {
            self.property(&part)?;
        }
        Some(())
    }

    /// The pictures of a track, of which a table each says in which run they stand, how long they are, and where the runs begin.
    fn samples(&mut self, parts: &[Part]) -> Option<()> {
        let file = self.file;
        let table = |kind: &Kind| {
            let part = parts.iter().find(|part| part.kind == *kind)?;
            file.get(part.content.clone())
        };
        let is_av1 = table(b"stsd")?.get(12..16) == Some(b"av01");
        if !is_av1 {
            return Some(());
        }
        let (sizes, runs) = (table(b"stsz")?, table(b"stsc")?);
        let (size, samples) = (length_at(sizes, 4)?, length_at(sizes, 8)?);
        if samples > file.len() {
            return None;
        }
        let short = table(b"stco");
        let places = short.or_else(|| table(b"co64"))?;
        let (chunks, entries) = (length_at(places, 4)?, length_at(runs, 4)?);
        let (mut sample, mut entry) = (0, 0);
        for chunk in 0..chunks {
            let place = match short {
                Some(places) => length_at(places, 8 + 4 * chunk)?,
                None => usize::try_from(u64_at(places, 8 + 8 * chunk)?).ok()?,
            };
            let begins_next = |entry: usize| {
                length_at(runs, 8 + 12 * entry).is_some_and(|first| first <= chunk + 1)
            };
            while entry + 1 < entries && begins_next(entry + 1) {
                entry += 1;
            }
            let mut start = place;
            for _ in 0..length_at(runs, 8 + 12 * entry + 4)? {
                if sample == samples {
                    break;
                }
                let length = if size == 0 {
                    length_at(sizes, 12 + 4 * sample)?
                } else {
                    size
                };
                let end = start.checked_add(length)?;
                if !self
                    .stores
                    .iter()
                    .any(|store| store.start <= start && end <= store.end)
                {
                    return None;
                }
                self.units(std::slice::from_ref(&(start..end)))?;
                (start, sample) = (end, sample + 1);
            }
        }
        (sample > 0 && sample == samples).then_some(())
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

/// Makes padding of units that say anything but how the picture looks.
fn blank_units(units: &mut [u8]) -> Option<()> {
    const METADATA: u8 = 5;
    const PADDING: u8 = 15;
    let mut at = 0;
    while at < units.len() {
        let head = units[at];
        let kind = head >> 3 & 15;
        let mut start = at + 1 + usize::from(head >> 2 & 1);
        let length = if head & 2 == 0 {
            units.len().checked_sub(start)?
        } else {
            let (length, size) = number(units.get(start..)?)?;
            start += size;
            length
        };
        let end = start.checked_add(length)?;
        let content = units.get_mut(start..end)?;
        let is_kept = match kind {
            METADATA => {
                // How bright it is, and its layers.
                matches!(number(content), Some((1..=3, _)))
            }
            1..=4 | 6..=8 => true,
            _ => false,
        };
        if !is_kept {
            content.fill(0);
            if let Some(first) = content.first_mut() {
                *first = 0x80;
            }
            units[at] = head & 0x87 | PADDING << 3;
        }
        at = end;
    }
    Some(())
}

/// A number of AV1, and how many bytes it has.
fn number(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut number = 0;
    for (place, byte) in bytes.iter().take(8).enumerate() {
        number |= usize::from(byte & 0x7f) << (7 * place);
        if byte & 0x80 == 0 {
            return Some((number, place + 1));
        }
    }
    None
}

struct Reader<'f> {
    bytes: &'f [u8],
    at: usize,
}

impl Reader<'_> {
    /// The next number, of so many bytes.
    fn number(&mut self, size: u64) -> Option<u64> {
        let size = usize::try_from(size).ok().filter(|size| *size <= 8)?;
        let bytes = self.bytes.get(self.at..self.at + size)?;
        self.at += size;
        Some(
            bytes
                .iter()
                .fold(0, |number, byte| number << 8 | u64::from(*byte)),
        )
    }
}
