//! GIF. <https://www.w3.org/Graphics/GIF/spec-gif89a.txt>, and for what browsers also know
//! <https://entropymine.com/imageworsener/gifmetadata/>

use super::bytes::Reader;
use super::profile;

pub(super) const SIGNATURES: [&[u8]; 2] = [b"GIF87a", b"GIF89a"];

const EXTENSION: u8 = 0x21;
const IMAGE: u8 = 0x2c;
const TRAILER: u8 = 0x3b;

/// How an image is shown: how long, and which colour is transparent.
const CONTROL: u8 = 0xf9;
const APPLICATION: u8 = 0xff;

/// Returns the picture with its colours and the number of its repetitions, unless it is damaged.
pub(super) fn cleaned(file: &[u8]) -> Option<Vec<u8>> {
    let mut reader = Reader { rest: file };
    let mut picture = reader.take(13)?.to_vec();
    picture.extend_from_slice(colours(&mut reader, picture[10])?);
    // Belongs to the image after it.
    let mut control = Vec::new();
    let (mut has_image, mut repeats, mut is_profiled) = (false, false, false);
    loop {
        match reader.byte()? {
            TRAILER => break,
            IMAGE => {
                picture.append(&mut control);
                let head = reader.take(9)?;
                picture.push(IMAGE);
                picture.extend_from_slice(head);
                picture.extend_from_slice(colours(&mut reader, head[8])?);
                picture.push(reader.byte()?);
                picture.extend_from_slice(blocks(&mut reader)?);
                has_image = true;
            }
            EXTENSION => {
                let label = reader.byte()?;
                let blocks = blocks(&mut reader)?;
                let head = [EXTENSION, label];
                match label {
                    CONTROL if blocks.len() == 6 && blocks[0] == 4 => {
                        control = [&head, blocks].concat();
                    }
                    APPLICATION if !repeats && is_loop(blocks) => {
                        repeats = true;
                        picture.extend([&head, &blocks[..16], &[0]].concat());
                    }
                    APPLICATION if !is_profiled && blocks.starts_with(b"\x0bICCRGBG1012") => {
                        if let Some(profile) = profile::cleaned(&joined(&blocks[12..])) {
                            is_profiled = true;
                            picture.extend([&head, &blocks[..12], &divided(&profile)].concat());
                        }
                    }
                    _ => {}
                }
            }
            _ => return None,
        }
    }
    picture.push(TRAILER);
    has_image.then_some(picture)
}

/// Returns whether an extension holds the number of repetitions.
fn is_loop(blocks: &[u8]) -> bool {
    (blocks.starts_with(b"\x0bNETSCAPE2.0") || blocks.starts_with(b"\x0bANIMEXTS1.0"))
        && blocks.get(12..14) == Some(&[3, 1])
}

/// Returns the content of blocks.
fn joined(mut blocks: &[u8]) -> Vec<u8> {
    let mut content = Vec::new();
    while let Some((length, rest)) = blocks.split_first() {
        let (block, after) = rest.split_at(usize::from(*length).min(rest.len()));
        content.extend_from_slice(block);
        blocks = after;
    }
    content
}

/// Returns a content as blocks.
fn divided(content: &[u8]) -> Vec<u8> {
    let mut blocks = Vec::new();
    for block in content.chunks(255) {
        blocks.extend(u8::try_from(block.len()));
        blocks.extend_from_slice(block);
    }
    blocks.push(0);
    blocks
}

/// Reads a table of colours, if these flags promise one.
fn colours<'f>(reader: &mut Reader<'f>, flags: u8) -> Option<&'f [u8]> {
    let has_table = flags & 0x80 != 0;
    reader.take(if has_table { 6 << (flags & 7) } else { 0 })
}

/// Reads blocks, with the empty one at their end.
fn blocks<'f>(reader: &mut Reader<'f>) -> Option<&'f [u8]> {
    let before = reader.rest;
    loop {
        let length = reader.byte()?;
        if length == 0 {
            return Some(&before[..before.len() - reader.rest.len()]);
        }
        reader.take(usize::from(length))?;
    }
}
