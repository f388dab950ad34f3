//! The picture for the web while it is written: zeros, and what was copied of the file.

use std::ops::Range;

use super::av1::blank_units;
use super::boxes::Part;
use crate::journal::picture::bytes::length_at;

pub(super) struct Cleaner<'f> {
    pub(super) file: &'f [u8],
    pub(super) clean: Vec<u8>,
    /// Where the bytes of pictures may be.
    pub(super) stores: Vec<Range<usize>>,
    /// Where the bytes of pictures are.
    pub(super) taken: Vec<Range<usize>>,
    /// How many bytes may still be copied: those of a picture overlap little.
    pub(super) budget: usize,
}

impl<'f> Cleaner<'f> {
    pub(super) fn bytes(&self, range: Range<usize>) -> Option<&'f [u8]> {
        self.file.get(range)
    }

    /// Copies what stands at a place in a content.
    pub(super) fn copy(&mut self, part: &Part, from: usize, length: usize) -> Option<()> {
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
    pub(super) fn overlaps(&mut self) -> bool {
        self.taken.sort_by_key(|range| (range.start, range.end));
        self.taken.dedup();
        self.taken
            .windows(2)
            .any(|pair| pair[1].start < pair[0].end)
    }

    pub(super) fn head(&mut self, part: &Part) -> Option<()> {
        self.budget = self.budget.checked_sub(part.content.start - part.start)?;
        let head = part.start..part.content.start;
        self.clean[head.clone()].copy_from_slice(&self.file[head]);
        Some(())
    }

    /// Makes a box one of free space.
    pub(super) fn free(&mut self, part: &Part) -> Option<()> {
        self.head(part)?;
        self.clean[part.start + 4..part.start + 8].copy_from_slice(b"free");
        Some(())
    }

    /// The units of AV1 that stand in these extents one behind the other.
    /// <https://aomediacodec.github.io/av1-spec/#obu-syntax>
    pub(super) fn units(&mut self, extents: &[Range<usize>]) -> Option<()> {
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
    pub(super) fn list(
        &mut self,
        part: &Part,
        head: usize,
        count: usize,
        size: usize,
    ) -> Option<()> {
        let count = length_at(self.bytes(part.content.clone())?, count)?;
        self.head(part)?;
        self.copy(part, 0, count.checked_mul(size)?.checked_add(head)?)
    }

    pub(super) fn handler(&mut self, part: &Part) -> Option<()> {
        self.head(part)?;
        self.copy(part, 0, 12)
    }

    /// Copies a box whose parts have fixed lengths, without those of these places.
    pub(super) fn fixed(
        &mut self,
        part: &Part,
        length: usize,
        without: &[Range<usize>],
    ) -> Option<()> {
        self.head(part)?;
        self.copy(part, 0, length)?;
        for range in without {
            let start = part.content.start;
            self.clean[start + range.start..start + range.end].fill(0);
        }
        Some(())
    }
}
