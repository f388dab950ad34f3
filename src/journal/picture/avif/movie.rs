//! The boxes of a file, and the pictures of an animation.

use super::boxes::{Kind, Part, parts_in};
use super::cleaner::{Cleaner, is_within};
use crate::journal::picture::bytes::number_at;

impl Cleaner<'_> {
    /// Keeps a box that holds others after its first bytes.
    pub(super) fn children(&mut self, part: &Part, from: usize) -> Option<()> {
        self.keep(part, from)?;
        let parts = parts_in(self.file, part.content.start + from..part.content.end)?;
        if part.kind == *b"stbl" {
            self.samples(&parts)?;
        }
        let mut parts = parts.iter();
        parts.try_for_each(|child| self.child(&part.kind, child))
    }

    /// Keeps what is needed of a box to show the picture.
    pub(super) fn child(&mut self, parent: &Kind, part: &Part) -> Option<()> {
        let content = self.content(part);
        let is_short = content.first().is_none_or(|version| *version == 0);
        match (parent, &part.kind) {
            (b"moov", b"trak")
            | (b"trak", b"mdia" | b"edts" | b"tref")
            | (b"mdia", b"minf")
            | (b"minf", b"dinf" | b"stbl")
            | (b"meta", b"iprp" | b"grpl")
            | (b"iprp", b"ipco") => self.children(part, 0),
            (b"dinf", b"dref") | (b"stbl", b"stsd") => self.children(part, 8),
            (b"tref", b"auxl" | b"prem") => self.keep(part, content.len()),
            // The time of its creation, and bytes without a meaning.
            (b"moov", b"mvhd") if is_short => {
                self.keep_without(part, 100, &[4..12, 26..36, 72..96])
            }
            (b"moov", b"mvhd") => self.keep_without(part, 112, &[4..20, 38..48, 84..108]),
            (b"trak", b"tkhd") if is_short => {
                self.keep_without(part, 84, &[4..12, 16..20, 24..32, 38..40])
            }
            (b"trak", b"tkhd") => self.keep_without(part, 96, &[4..20, 24..28, 36..44, 50..52]),
            (b"mdia", b"mdhd") if is_short => self.keep_without(part, 24, &[4..12, 20..24]),
            (b"mdia", b"mdhd") => self.keep_without(part, 36, &[4..20, 32..36]),
            (b"meta" | b"mdia", b"hdlr") | (b"minf", b"vmhd") => self.keep(part, 12),
            (b"dref", b"url ") => self.keep(part, 4),
            (b"edts", b"elst") => self.keep_list(part, 8, if is_short { 12 } else { 20 }),
            (b"stsd", b"av01") => {
                // Bytes without a meaning, and the name of the program.
                self.keep_without(part, 78, &[0..6, 8..24, 36..40, 42..74])?;
                let parts = parts_in(self.file, part.content.start + 78..part.content.end)?;
                parts.iter().try_for_each(|part| self.property(part))
            }
            (b"stbl", b"stts" | b"ctts" | b"co64") => self.keep_list(part, 8, 8),
            (b"stbl", b"stsc") => self.keep_list(part, 8, 12),
            (b"stbl", b"stco" | b"stss") => self.keep_list(part, 8, 4),
            (b"stbl", b"stsz") => {
                let size = number_at(content, 4, 4)?;
                self.keep_list(part, 12, if size == 0 { 4 } else { 0 })
            }
            (b"grpl", b"altr" | b"ster") => self.keep_list(part, 12, 4),
            (b"iprp", b"ipma") => self.associations(part),
            (b"ipco", _) => self.property(part),
            (b"meta", b"idat") => self.keep(part, 0),
            _ => self.free(part),
        }
    }

    /// Copies the pictures of a track. A table each says in which run they are, how long they are, and where the runs begin.
    fn samples(&mut self, parts: &[Part]) -> Option<()> {
        let file = self.file;
        let table = |kind: &Kind| {
            let part = parts.iter().find(|part| part.kind == *kind)?;
            file.get(part.content.clone())
        };
        if table(b"stsd")?.get(12..16) != Some(b"av01") {
            return Some(());
        }
        let (sizes, runs) = (table(b"stsz")?, table(b"stsc")?);
        let (size, samples) = (number_at(sizes, 4, 4)?, number_at(sizes, 8, 4)?);
        if samples > file.len() {
            return None;
        }
        let short = table(b"stco");
        let places = short.or_else(|| table(b"co64"))?;
        let (chunks, entries) = (number_at(places, 4, 4)?, number_at(runs, 4, 4)?);
        let (mut sample, mut entry) = (0, 0);
        for chunk in 0..chunks {
            let place = match short {
                Some(places) => number_at(places, 8 + 4 * chunk, 4)?,
                None => number_at(places, 8 + 8 * chunk, 8)?,
            };
            let begins_next = |entry: usize| {
                number_at(runs, 8 + 12 * entry, 4).is_some_and(|first| first <= chunk + 1)
            };
            while entry + 1 < entries && begins_next(entry + 1) {
                entry += 1;
            }
            let mut start = place;
            for _ in 0..number_at(runs, 8 + 12 * entry + 4, 4)? {
                if sample == samples {
                    break;
                }
                let length = if size == 0 {
                    number_at(sizes, 12 + 4 * sample, 4)?
                } else {
                    size
                };
                let end = start.checked_add(length)?;
                let range = start..end;
                if !self.stores.iter().any(|store| is_within(&range, store)) {
                    return None;
                }
                self.store(std::slice::from_ref(&range), true)?;
                (start, sample) = (end, sample + 1);
            }
        }
        (sample > 0 && sample == samples).then_some(())
    }
}
