//! JPEG. <https://www.w3.org/Graphics/JPEG/itu-t81.pdf>
//!
//! Cameras write the place into Exif, XMP and IPTC data, into the pictures and films that they hide after the end of the
//! picture, and into blocks of their own. A progressive picture has several scans, and there may be blocks between them too.

use super::bytes::{Reader, number_at};
use super::exif::orientation;
use super::profile;

pub(super) const SIGNATURE: &[u8] = &[P, SOI, P];

/// The byte before every marker, and the markers themselves (table B.1).
const P: u8 = 0xff;
const TEM: u8 = 0x01;
const SOF0: u8 = 0xc0;
const DHT: u8 = 0xc4;
const JPG: u8 = 0xc8;
const DAC: u8 = 0xcc;
const SOF15: u8 = 0xcf;
const RST0: u8 = 0xd0;
const RST7: u8 = 0xd7;
const SOI: u8 = 0xd8;
const EOI: u8 = 0xd9;
const SOS: u8 = 0xda;
const DQT: u8 = 0xdb;
const DNL: u8 = 0xdc;
const DRI: u8 = 0xdd;
const EXP: u8 = 0xdf;
const APP0: u8 = 0xe0;
const APP1: u8 = 0xe1;
const APP2: u8 = 0xe2;
const APP14: u8 = 0xee;

const JFIF: &[u8] = b"JFIF\0";
const EXIF: &[u8] = b"Exif\0\0";
const ICC: &[u8] = b"ICC_PROFILE\0";
const ADOBE: &[u8] = b"Adobe";

/// The maximal length of a segment's content.
const LONGEST: usize = 0xffff - 2;

/// Returns the picture with its colours and its orientation, unless it is damaged.
pub(super) fn cleaned(file: &[u8]) -> Option<Vec<u8>> {
    let mut picture = Vec::new();
    let (mut has_jfif, mut adobe, mut exif) = (false, None, None);
    let mut profile: Vec<&[u8]> = Vec::new();
    let (mut has_frame, mut has_scan) = (false, false);
    let mut at = 2;
    loop {
        at = next_marker(file, at)?;
        let marker = *file.get(at)?;
        at += 1;
        if marker == EOI {
            break;
        }
        // They have no content.
        if matches!(marker, TEM | SOI | RST0..=RST7) {
            continue;
        }
        let length = number_at(file, at, 2)?;
        let content = file.get(at..at + length)?.get(2..)?;
        at += length;
        match marker {
            APP0 if content.starts_with(JFIF) => has_jfif = true,
            APP1 if exif.is_none() && content.starts_with(EXIF) => {
                exif = orientation(&content[EXIF.len()..]);
            }
            APP2 if content.starts_with(ICC) => profile.push(&content[ICC.len()..]),
            APP14 if content.starts_with(ADOBE) => adobe = adobe.or(content.get(11)),
            _ if is_of_the_picture(marker) => {
                if !fits(marker, content)? {
                    return None;
                }
                has_frame |= (SOF0..=SOF15).contains(&marker) && !matches!(marker, DHT | DAC);
                push(&mut picture, marker, content)?;
            }
            _ => {}
        }
        if marker == SOS {
            if !has_frame {
                return None;
            }
            has_scan = true;
            let next = end_of_scan(file, at);
            let scan = without_restarts(&file[at..next.unwrap_or(file.len())]);
            // A download that was broken off is shown as far as it goes.
            if next.is_none() && scan.is_empty() {
                return None;
            }
            picture.extend_from_slice(scan);
            match next {
                Some(next) => at = next,
                None => break,
            }
        }
    }
    if !has_scan {
        return None;
    }
    let mut head = vec![P, SOI];
    if has_jfif {
        // Version 1.2, square pixels, and no thumbnail.
        let plain = [1, 2, 0, 0, 1, 0, 1, 0, 0];
        push(&mut head, APP0, &[JFIF, &plain].concat())?;
    }
    if let Some(orientation) = exif {
        push(&mut head, APP1, &[EXIF, &orientation].concat())?;
    }
    if let Some(profile) = joined(profile).and_then(|profile| profile::cleaned(&profile)) {
        let parts = profile.chunks(LONGEST - ICC.len() - 2);
        let all = u8::try_from(parts.len()).ok()?;
        for (number, part) in (1..=all).zip(parts) {
            push(&mut head, APP2, &[ICC, &[number, all], part].concat())?;
        }
    }
    if let Some(transform) = adobe {
        let transform = [0, 100, 0, 0, 0, 0, *transform];
        push(&mut head, APP14, &[ADOBE, &transform].concat())?;
    }
    head.append(&mut picture);
    head.extend_from_slice(&[P, EOI]);
    Some(head)
}

/// Finds the next marker, after the byte that makes it one.
fn next_marker(file: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += file.get(at..)?.iter().position(|byte| *byte == P)? + 1;
        match file.get(at)? {
            // Not a marker, or the first of more fill bytes.
            0 | &P => {}
            _ => return Some(at),
        }
    }
}

/// Finds the end of a scan: a marker that is not a restart marker; none if the file ends before.
fn end_of_scan(file: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        let marker = next_marker(file, at)?;
        if !matches!(file[marker], RST0..=RST7) {
            return Some(marker - 1);
        }
        at = marker + 1;
    }
}

/// Drops fill bytes and restart markers at the end of a scan.
fn without_restarts(mut scan: &[u8]) -> &[u8] {
    loop {
        scan = match scan {
            [rest @ .., P] | [rest @ .., P, RST0..=RST7] => rest,
            _ => return scan,
        };
    }
}

/// Returns whether the picture cannot be shown without such a segment.
fn is_of_the_picture(marker: u8) -> bool {
    matches!(marker, SOF0..=SOF15 | SOS..=EXP) && marker != JPG
}

/// Returns whether a segment is exactly as long as its content demands.
fn fits(marker: u8, content: &[u8]) -> Option<bool> {
    let length = content.len();
    Some(match marker {
        DHT => {
            let mut reader = Reader { rest: content };
            while reader.byte().is_some() {
                let codes = reader
                    .take(16)?
                    .iter()
                    .map(|count| usize::from(*count))
                    .sum();
                reader.take(codes)?;
            }
            true
        }
        DQT => {
            let mut reader = Reader { rest: content };
            while let Some(head) = reader.byte() {
                reader.take(64 * (1 + usize::from(head >> 4)))?;
            }
            true
        }
        SOS => length == 4 + 2 * usize::from(*content.first()?),
        DRI | DNL => length == 2,
        DAC => length.is_multiple_of(2) && length <= 64,
        EXP => length == 1,
        // The header of a frame.
        _ => length == 6 + 3 * usize::from(*content.get(5)?) && number_at(content, 3, 2)? > 0,
    })
}

/// Joins the parts of a profile, which are numbered; none if one is missing.
fn joined(mut parts: Vec<&[u8]>) -> Option<Vec<u8>> {
    parts.sort_by_key(|part| part.first().copied());
    let all = usize::from(*parts.first()?.get(1)?);
    let numbers = parts
        .iter()
        .map(|part| part.first().copied().map(usize::from));
    if all != parts.len() || !numbers.eq((1..=all).map(Some)) {
        return None;
    }
    let parts: Option<Vec<&[u8]>> = parts.iter().map(|part| part.get(2..)).collect();
    Some(parts?.concat())
}

fn push(picture: &mut Vec<u8>, marker: u8, content: &[u8]) -> Option<()> {
    let length = u16::try_from(content.len() + 2).ok()?;
    picture.extend_from_slice(&[P, marker]);
    picture.extend_from_slice(&length.to_be_bytes());
    picture.extend_from_slice(content);
    Some(())
}
