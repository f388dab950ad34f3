//! A picture that moves.

use std::ops::Range;

use super::boxes::{Kind, Part, parts_in};
use super::cleaner::Cleaner;
use crate::journal::picture::bytes::{length_at, u64_at};

impl Cleaner<'_> {
    /// The boxes of a picture that moves.
    pub(super) fn movie(&mut self, within: Range<usize>, parent: &Kind) -> Option<()> {
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
