//! WebP. <https://developers.google.com/speed/webp/docs/riff_container>

use super::exif::orientation;
use super::profile;

/// What an extended picture says that it has.
const ANIMATION: u8 = 0x02;
const EXIF: u8 = 0x08;
const ALPHA: u8 = 0x10;
const PROFILE: u8 = 0x20;

/// What stands before the chunks of a frame.
const FRAME: usize = 16;

pub(super) fn is_webp(file: &[u8]) -> bool {
    file.starts_with(b"RIFF") && file.get(8..12) == Some(b"WEBP")
}

/// The picture, its colours and its orientation; none if it is damaged.
pub(super) fn cleaned(file: &[u8]) -> Option<Vec<u8>> {
    let length = length_of(file.get(4..)?)?;
    let content = file.get(8..)?.get(..length)?;
    let (mut extended, mut dots) = (None, false);
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
                let mut frame = content.get(..FRAME)?.to_vec();
                let mut is_shown = false;
                for (kind, content) in chunks_of(&content[FRAME..])? {
                    is_shown |= is_picture(kind, content)?;
                    if is_picture(kind, content)? || kind == b"ALPH" {
                        push(&mut frame, kind, content)?;
                    }
                }
                dots |= is_shown;
                push(&mut chunks, kind, &frame)?;
            }
            b"ALPH" => push(&mut chunks, kind, content)?,
            _ if is_picture(kind, content)? => {
                dots = true;
                push(&mut chunks, kind, content)?;
            }
            _ => {}
        }
    }
    if !dots {
        return None;
    }
    let mut picture = b"RIFF\0\0\0\0WEBP".to_vec();
    if let Some(extended) = extended {
        let mut extended = extended.to_vec();
        extended[0] &= ANIMATION | ALPHA;
        extended[1..4].fill(0);
        extended[0] |= if profile.is_some() { PROFILE } else { 0 };
        extended[0] |= if exif.is_some() { EXIF } else { 0 };
        push(&mut picture, b"VP8X", &extended)?;
        if let Some(profile) = profile {
            push(&mut picture, b"ICCP", &profile)?;
        }
        picture.append(&mut chunks);
        if let Some(exif) = exif {
            push(&mut picture, b"EXIF", &exif)?;
        }
    } else {
        picture.append(&mut chunks);
    }
    let length = u32::try_from(picture.len() - 8).ok()?;
    picture[4..8].copy_from_slice(&length.to_le_bytes());
    Some(picture)
}

/// Whether a chunk holds the dots; none if it should and does not.
fn is_picture(kind: &[u8; 4], content: &[u8]) -> Option<bool> {
    let begins = match kind {
        b"VP8 " => content.get(3..6)? == [0x9d, 0x01, 0x2a],
        b"VP8L" => *content.first()? == 0x2f,
        _ => return Some(false),
    };
    begins.then_some(true)
}

/// The chunks of a content, each with its kind.
fn chunks_of(mut rest: &[u8]) -> Option<Vec<(&[u8; 4], &[u8])>> {
    let mut chunks = Vec::new();
    while !rest.is_empty() {
        let kind = rest.first_chunk()?;
        let length = length_of(rest.get(4..)?)?;
        let content = rest.get(8..)?.get(..length)?;
        chunks.push((kind, content));
        // What is odd has a byte behind it, which some programs forget at the end.
        let next = 8 + length + length % 2;
        rest = rest.get(next..).unwrap_or_default();
    }
    Some(chunks)
}

fn length_of(bytes: &[u8]) -> Option<usize> {
    usize::try_from(u32::from_le_bytes(*bytes.first_chunk()?)).ok()
}

/// Adds a chunk.
fn push(picture: &mut Vec<u8>, kind: &[u8; 4], content: &[u8]) -> Option<()> {
    picture.extend_from_slice(kind);
    picture.extend_from_slice(&u32::try_from(content.len()).ok()?.to_le_bytes());
    picture.extend_from_slice(content);
    picture.extend(std::iter::repeat_n(0, content.len() % 2));
    Some(())
}
