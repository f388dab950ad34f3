//! ICC profiles: how the colours of a picture are meant. <https://www.color.org/specification/ICC.1-2022-05.pdf>
//!
//! A profile also says who made it, when, and for which device; fields of some makers even name the single device. So a profile
//! is written again from its tables alone.

use std::collections::HashMap;

use super::bytes::{four, number_at};

const HEADER: usize = 128;

/// The tables that say how colours are meant, in the order of the specification.
const TABLES: [&[u8; 4]; 18] = [
    b"A2B0", b"A2B1", b"A2B2", b"B2A0", b"B2A1", b"B2A2", b"bXYZ", b"bTRC", b"bkpt", b"chad",
    b"cicp", b"gXYZ", b"gTRC", b"kTRC", b"rXYZ", b"rTRC", b"wtpt", b"gamt",
];

/// The name and the copyright, which every profile must have.
const WORDS: &[u8] = b"-";

/// The maximal number of channels of a table: more need more points than there can be.
const CHANNELS: usize = 4;

/// Returns the profile with its tables and nothing else; none if it is damaged or of no use.
pub(super) fn cleaned(profile: &[u8]) -> Option<Vec<u8>> {
    let profile = profile.get(..number_at(profile, 0, 4)?)?;
    let head = profile.get(..HEADER)?;
    let is_known = matches!(&head[12..16], b"mntr" | b"scnr" | b"prtr" | b"spac")
        && matches!(
            &head[16..20],
            b"RGB " | b"GRAY" | b"CMYK" | b"XYZ " | b"Lab " | b"YCbr" | b"HSV "
        )
        && matches!(&head[20..24], b"XYZ " | b"Lab ")
        && matches!(head[8], 2 | 4)
        && &head[36..40] == b"acsp";
    if !is_known {
        return None;
    }
    let mut clean = vec![0; HEADER];
    clean[8..10].copy_from_slice(&[head[8], head[9] & 0xf0]);
    clean[12..24].copy_from_slice(&head[12..24]);
    // A valid date: 1 January 2000.
    clean[24..30].copy_from_slice(&[0x07, 0xd0, 0, 1, 0, 1]);
    clean[36..40].copy_from_slice(b"acsp");
    clean[67] = head[67] & 3;
    // D50, the white point of all profiles.
    clean[68..80].copy_from_slice(&[0, 0, 0xf6, 0xd6, 0, 1, 0, 0, 0, 0, 0xd3, 0x2d]);

    let mut tables = vec![
        (*b"desc", named(head[8])),
        (*b"cprt", if head[8] == 2 { text() } else { named(4) }),
    ];
    let count = number_at(profile, HEADER, 4)?;
    let entries = profile.get(HEADER + 4..)?.get(..count.checked_mul(12)?)?;
    for wanted in TABLES {
        let entry = entries
            .chunks_exact(12)
            .find(|entry| entry.starts_with(wanted));
        if let Some(entry) = entry {
            let table = profile
                .get(number_at(entry, 4, 4)?..)?
                .get(..number_at(entry, 8, 4)?)?;
            tables.push((*wanted, table_of(table)?));
        }
    }
    let has = |name: &[u8; 4]| tables.iter().any(|(known, _)| known == name);
    if !(has(b"A2B0") || has(b"kTRC") || has(b"rTRC") && has(b"rXYZ") || has(b"cicp")) {
        return None;
    }
    put(clean, &tables)
}

/// Returns the header, the list of the tables, and the tables; equal tables are there once.
fn put(mut profile: Vec<u8>, tables: &[([u8; 4], Vec<u8>)]) -> Option<Vec<u8>> {
    profile.extend(four(tables.len())?);
    let start = profile.len() + 12 * tables.len();
    let mut content = Vec::new();
    let mut places = HashMap::new();
    for (name, table) in tables {
        let place = *places.entry(table).or_insert(start + content.len());
        if place == start + content.len() {
            content.extend_from_slice(table);
            content.resize(content.len().next_multiple_of(4), 0);
        }
        profile.extend([*name, four(place)?, four(table.len())?].concat());
    }
    profile.append(&mut content);
    let length = four(profile.len())?;
    profile[..4].copy_from_slice(&length);
    Some(profile)
}

/// Returns a table without bytes that have no meaning; none if it is damaged.
fn table_of(table: &[u8]) -> Option<Vec<u8>> {
    let kind: &[u8; 4] = table.first_chunk()?;
    let length = match kind {
        b"XYZ " => 20,
        b"sf32" => 44,
        b"cicp" => 12,
        b"mAB " | b"mBA " => return composed(table),
        b"mft1" | b"mft2" => {
            let number = |at, size| number_at(table, at, size);
            let (inputs, outputs, points) = (number(8, 1)?, number(9, 1)?, number(10, 1)?);
            let grid = grid_points(&vec![points; inputs])?.checked_mul(outputs)?;
            if kind == b"mft1" {
                48 + 256 * inputs + grid + 256 * outputs
            } else {
                let curves = number(48, 2)? * inputs + number(50, 2)? * outputs;
                52 + 2 * (curves + grid)
            }
        }
        _ => curve(table)?,
    };
    without_reserved(table.get(..length)?)
}

fn without_reserved(table: &[u8]) -> Option<Vec<u8>> {
    let mut clean = table.to_vec();
    clean.get_mut(4..8)?.fill(0);
    if matches!(clean.first_chunk(), Some(b"mft1" | b"mft2")) {
        *clean.get_mut(11)? = 0;
    }
    if clean.starts_with(b"para") {
        clean.get_mut(10..12)?.fill(0);
    }
    Some(clean)
}

/// Returns the length of a curve.
fn curve(table: &[u8]) -> Option<usize> {
    match table.first_chunk()? {
        b"curv" => number_at(table, 8, 4)?.checked_mul(2)?.checked_add(12),
        b"para" => {
            let numbers = [1, 3, 4, 5, 7];
            Some(12 + 4 * numbers.get(number_at(table, 8, 2)?)?)
        }
        _ => None,
    }
}

/// Returns the number of points of a grid.
fn grid_points(points: &[usize]) -> Option<usize> {
    if points.is_empty() || points.len() > CHANNELS {
        return None;
    }
    points
        .iter()
        .try_fold(1_usize, |count, more| count.checked_mul(*more))
}

/// Returns a table of curves, a matrix and a grid, each at a place of its own, without what is between them.
fn composed(table: &[u8]) -> Option<Vec<u8>> {
    let (inputs, outputs) = (number_at(table, 8, 1)?, number_at(table, 9, 1)?);
    if inputs > CHANNELS || outputs > CHANNELS {
        return None;
    }
    let mut clean = vec![0; table.len()];
    let mut copy = |from: usize, length: usize| {
        let part = table.get(from..from.checked_add(length)?)?;
        clean.get_mut(from..from + length)?.copy_from_slice(part);
        Some(())
    };
    copy(0, 4)?;
    copy(8, 2)?;
    copy(12, 20)?;
    let place = |at: usize| number_at(table, at, 4).map(|place| (place > 0).then_some(place));
    // Curves on both sides and in the middle; those in the middle are as many as on the side of the profile.
    let is_forth = table.starts_with(b"mAB ");
    let (outer, inner) = if is_forth {
        (inputs, outputs)
    } else {
        (outputs, inputs)
    };
    for (at, count) in [(12, inner), (20, inner), (28, outer)] {
        let Some(mut place) = place(at)? else {
            continue;
        };
        for _ in 0..count {
            let part = table.get(place..)?;
            let length = curve(part)?;
            copy(place, length)?;
            place += length.next_multiple_of(4);
        }
    }
    if let Some(matrix) = place(16)? {
        copy(matrix, 48)?;
    }
    if let Some(grid) = place(24)? {
        let points = table.get(grid..)?.get(..inputs)?;
        let points: Vec<usize> = points.iter().map(|count| usize::from(*count)).collect();
        let size = number_at(table, grid + 16, 1)?;
        let size = grid_points(&points)?
            .checked_mul(outputs)?
            .checked_mul(size)?;
        copy(grid, inputs)?;
        copy(grid + 16, 1)?;
        copy(grid + 20, size)?;
    }
    Some(clean)
}

/// Returns a name in the syntax of version 2 or 4.
fn named(version: u8) -> Vec<u8> {
    if version == 2 {
        let mut name = b"desc\0\0\0\0\0\0\0".to_vec();
        name.push(2);
        name.extend_from_slice(WORDS);
        name.resize(12 + 2 + 4 + 4 + 2 + 1 + 67, 0);
        return name;
    }
    let mut name = b"mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenUS\0\0\0\x02\0\0\0\x1c".to_vec();
    name.push(0);
    name.extend_from_slice(WORDS);
    name
}

/// Returns a text in the syntax of version 2.
fn text() -> Vec<u8> {
    [b"text\0\0\0\0", WORDS, b"\0"].concat()
}
