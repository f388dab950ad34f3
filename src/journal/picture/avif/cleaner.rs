//! The picture for the web while it is written: zeros, and what was copied from the file.

use std::ops::Range;

use super::av1::blank_units;
use super::boxes::Part;
use crate::journal::picture::bytes::number_at;

pub(super) struct Cleaner<'f> {
    pub(super) file: &'f [u8],
    pub(super) clean: Vec<u8>,
    /// Where the bytes of pictures may be.
    pub(super) stores: Vec<Range<usize>>,
    /// Where the bytes of pictures are.
    pub(super) taken: Vec<Range<usize>>,
    /// How many more bytes may be copied. The ranges of a picture overlap little, so this stops hostile files.
    pub(super) budget: usize,
}

impl<'f> Cleaner<'f> {
    pub(super) fn content(&self, part: &Part) -> &'f [u8] {
        &self.file[part.content.clone()]
    }

    /// Copies the head of a box and the first bytes of its content.
    pub(super) fn keep(&mut self, part: &Part, length: usize) -> Option<()> {
        let end = part.content.start.checked_add(length)?;
        self.budget = self.budget.checked_sub(end - part.start)?;
        if end > part.content.end {
            return None;
        }
        self.clean[part.start..end].copy_from_slice(&self.file[part.start..end]);
        Some(())
    }

    /// Copies a box whose parts have fixed lengths, without those at these places.
    pub(super) fn keep_without(
        &mut self,
        part: &Part,
        length: usize,
        without: &[Range<usize>],
    ) -> Option<()> {
        self.keep(part, length)?;
        for range in without {
            let start = part.content.start;
            self.clean[start + range.start..start + range.end].fill(0);
        }
        Some(())
    }

    /// Copies a box that holds things of one size: what is before them, which ends with their number, and them.
    pub(super) fn keep_list(&mut self, part: &Part, head: usize, size: usize) -> Option<()> {
        let count = number_at(self.content(part), head - 4, 4)?;
        self.keep(part, count.checked_mul(size)?.checked_add(head)?)
    }

    /// Makes a box one of free space.
    pub(super) fn free(&mut self, part: &Part) -> Option<()> {
        self.keep(part, 0)?;
        self.clean[part.start + 4..part.start + 8].copy_from_slice(b"free");
        Some(())
    }

    /// Copies the bytes of a picture, or of its settings. Those of AV1 are units that span the extents.
    /// <https://aomediacodec.github.io/av1-spec/#obu-syntax>
    pub(super) fn store(&mut self, extents: &[Range<usize>], is_av1: bool) -> Option<()> {
        let length = extents.iter().map(Range::len).sum();
        self.budget = self.budget.checked_sub(length)?;
        let mut bytes = Vec::with_capacity(length);
        for extent in extents {
            bytes.extend_from_slice(self.file.get(extent.clone())?);
        }
        if is_av1 {
            blank_units(&mut bytes)?;
        }
        let mut rest = bytes.as_slice();
        for extent in extents {
            let (part, after) = rest.split_at_checked(extent.len())?;
            self.clean[extent.clone()].copy_from_slice(part);
            self.taken.push(extent.clone());
            rest = after;
        }
        Some(())
    }

    /// Returns whether two pictures share some of their bytes, but not all.
    pub(super) fn overlaps(&mut self) -> bool {
        self.taken.sort_by_key(|range| (range.start, range.end));
        self.taken.dedup();
        self.taken
            .windows(2)
            .any(|pair| pair[1].start < pair[0].end)
    }
}

pub(super) fn is_within(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}
