//! Finds the boxes of a file.

use std::ops::Range;

use crate::journal::picture::bytes::number_at;

pub(super) type Kind = [u8; 4];

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Part {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) content: Range<usize>,
}

/// Finds the box at a place.
pub(super) fn part_at(file: &[u8], start: usize, end: usize) -> Option<Part> {
    let bytes = file.get(start..end)?;
    let kind = *bytes.get(4..)?.first_chunk()?;
    let (head, length) = match number_at(bytes, 0, 4)? {
        0 => (8, bytes.len()),
        1 => (16, number_at(bytes, 8, 8)?),
        length => (8, length),
    };
    let stop = start.checked_add(length)?;
    (length >= head && stop <= end).then_some(Part {
        kind,
        start,
        content: start + head..stop,
    })
}

/// Finds the boxes of a file. The last whole one may be followed by anything but a box of the picture that is cut off.
pub(super) fn top_level(file: &[u8]) -> Option<Vec<Part>> {
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

/// Finds the boxes in a box.
pub(super) fn parts_in(file: &[u8], within: Range<usize>) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut at = within.start;
    while at < within.end {
        let part = part_at(file, at, within.end)?;
        at = part.content.end;
        parts.push(part);
    }
    Some(parts)
}
