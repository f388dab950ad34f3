//! WebP. <https://developers.google.com/speed/webp/docs/riff_container>

use super::bytes::Reader;
use super::exif::orientation;
use super::profile;

/// The flags of an extended picture.
const ANIMATION: u8 = 0x02;
const EXIF: u8 = 0x08;
const ALPHA: u8 = 0x10;
const PROFILE: u8 = 0x20;

/// The length of a frame's header.
const FRAME: usize = 16;

pub(super) fn is_webp(file: &[u8]) -> bool {
    file.starts_with(b"RIFF") && file.get(8..12) == Some(b"WEBP")
}

/// Returns the picture with its colours and its orientation, unless it is damaged.
pub(super) fn cleaned(file: &[u8]) -> Option<Vec<u8>> {
    let mut reader = Reader {
        rest: file.get(4..)?,
    };
    let length = length(&mut reader)?;
    let content = reader.take(length)?;
    let (mut extended, mut has_pixels) = (None, false);
    let (mut profile, mut exif, mut chunks) = (None, None, Vec::new());
    for (kind, content) in chunks_of(content.get(4..)?)? {
        match kind {
            b"VP8X" if content.len() == 10 => extended = extended.or(Some(content)),
            b"ICCP" if profile.is_none() => profile = profile::cleaned(content),
            b"EXIF" if exif.is_none() => {
                exif = orientation(content.strip_prefix(b"Exif\0\0").unwrap_or(content));
            }
            b"ANIM" if content.len() == 6 => push(&mut chunks, kind, content)?,
            b"ANMF" => {
                let (head, content) = content.split_at_checked(FRAME)?;
                let mut frame = head.to_vec();
                for (kind, content) in chunks_of(content)? {
                    has_pixels |= push_pixels(&mut frame, kind, content)?;
                }
                push(&mut chunks, kind, &frame)?;
            }
            _ => has_pixels |= push_pixels(&mut chunks, kind, content)?,
        }
    }
    if !has_pixels {
        return None;
    }
    let mut picture = b"RIFF\0\0\0\0WEBP".to_vec();
    // Only an extended picture has them.
    let profile = profile.filter(|_| extended.is_some());
    let exif = exif.filter(|_| extended.is_some());
    if let Some(extended) = extended {
        let mut extended = extended.to_vec();
        extended[0] &= ANIMATION | ALPHA;
        extended[1..4].fill(0);
        extended[0] |= if profile.is_some() { PROFILE } else { 0 };
        extended[0] |= if exif.is_some() { EXIF } else { 0 };
        push(&mut picture, b"VP8X", &extended)?;
    }
    if let Some(profile) = profile {
        push(&mut picture, b"ICCP", &profile)?;
    }
    picture.append(&mut chunks);
    if let Some(exif) = exif {
        push(&mut picture, b"EXIF", &exif)?;
    }
    let length = u32::try_from(picture.len() - 8).ok()?;
    picture[4..8].copy_from_slice(&length.to_le_bytes());
    Some(picture)
}

/// Adds a chunk if it holds pixels or their transparency, and returns whether it holds pixels; none for damaged ones.
fn push_pixels(picture: &mut Vec<u8>, kind: &[u8; 4], content: &[u8]) -> Option<bool> {
    let begins = match kind {
        b"VP8 " => content.get(3..6)? == [0x9d, 0x01, 0x2a],
        b"VP8L" => *content.first()? == 0x2f,
        b"ALPH" => true,
        _ => return Some(false),
    };
    push(picture, kind, content).filter(|()| begins)?;
    Some(kind != b"ALPH")
}

/// Returns the chunks of a content, each with its kind.
fn chunks_of(rest: &[u8]) -> Option<Vec<(&[u8; 4], &[u8])>> {
    let mut chunks = Vec::new();
    let mut reader = Reader { rest };
    while !reader.rest.is_empty() {
        let kind = reader.take(4)?.first_chunk()?;
        let length = length(&mut reader)?;
        chunks.push((kind, reader.take(length)?));
        // An odd length is followed by a byte, which some programs forget at the end.
        reader.rest = reader.rest.get(length % 2..).unwrap_or_default();
    }
    Some(chunks)
}

fn length(reader: &mut Reader<'_>) -> Option<usize> {
    let bytes = reader.take(4)?.first_chunk()?;
    usize::try_from(u32::from_le_bytes(*bytes)).ok()
}

fn push(picture: &mut Vec<u8>, kind: &[u8; 4], content: &[u8]) -> Option<()> {
    picture.extend_from_slice(kind);
    picture.extend_from_slice(&u32::try_from(content.len()).ok()?.to_le_bytes());
    picture.extend_from_slice(content);
    picture.extend(std::iter::repeat_n(0, content.len() % 2));
    Some(())
}
