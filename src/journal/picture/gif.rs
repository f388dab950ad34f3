//! GIF. <https://www.w3.org/Graphics/GIF/spec-gif89a.txt>, and for what browsers know besides
//! <https://entropymine.com/imageworsener/gifmetadata/>

use super::profile;

pub(super) const SIGNATURES: [&[u8]; 2] = [b"GIF87a", b"GIF89a"];

const EXTENSION: u8 = 0x21;
const IMAGE: u8 = 0x2c;
const TRAILER: u8 = 0x3b;

/// How an image is shown: how long, and which colour is none.
const CONTROL: u8 = 0xf9;
const APPLICATION: u8 = 0xff;

/// The picture, with how often it is repeated and its colours; none if it is damaged.
pub(super) fn cleaned(file: &[u8]) -> Option<Vec<u8>> {
    let mut reader = Reader { rest: file };
    let mut picture = reader.take(13)?.to_vec();
    picture.extend_from_slice(reader.colours(picture[10])?);
    // Belongs to the image behind it.
    let mut control: &[u8] = &[];
    let (mut images, mut repeats, mut is_profiled) = (0, false, false);
    loop {
        match reader.byte()? {
            TRAILER => break,
            IMAGE => {
                picture.extend_from_slice(std::mem::take(&mut control));
                let head = reader.take(9)?;
                picture.push(IMAGE);
                picture.extend_from_slice(head);
                picture.extend_from_slice(reader.colours(head[8])?);
                picture.push(reader.byte()?);
                picture.extend_from_slice(reader.blocks()?);
                images += 1;
            }
            EXTENSION => {
                let label = reader.byte()?;
                let blocks = reader.blocks()?;
                match label {
                    CONTROL if blocks.len() == 6 && blocks[0] == 4 => {
                        let start = file.len() - reader.rest.len() - blocks.len() - 2;
                        control = &file[start..start + 8];
                    }
                    APPLICATION if !repeats && is_loop(blocks) => {
                        repeats = true;
                        picture.extend_from_slice(&[EXTENSION, APPLICATION]);
                        picture.extend_from_slice(&blocks[..16]);
                        picture.push(0);
                    }
                    APPLICATION if !is_profiled && blocks.starts_with(b"\x0bICCRGBG1012") => {
                        if let Some(profile) = profile::cleaned(&joined(&blocks[12..])) {
                            is_profiled = true;
                            picture.extend_from_slice(&[EXTENSION, APPLICATION]);
                            picture.extend_from_slice(&blocks[..12]);
                            picture.extend_from_slice(&divided(&profile));
                        }
                    }
                    _ => {}
                }
            }
            _ => return None,
        }
    }
    if images == 0 {
        return None;
    }
    picture.push(TRAILER);
    Some(picture)
}

/// Whether an extension says how often the images are repeated.
fn is_loop(blocks: &[u8]) -> bool {
    [b"\x0bNETSCAPE2.0", b"\x0bANIMEXTS1.0"].map(|name| blocks.starts_with(name)) != [false; 2]
        && blocks.get(12..14) == Some(&[3, 1])
}

/// The content of blocks.
fn joined(mut blocks: &[u8]) -> Vec<u8> {
    let mut content = Vec::new();
    while let Some((length, rest)) = blocks.split_first() {
        let (block, behind) = rest.split_at(usize::from(*length).min(rest.len()));
        content.extend_from_slice(block);
        blocks = behind;
    }
    content
}

/// A content as blocks.
fn divided(content: &[u8]) -> Vec<u8> {
    let mut blocks = Vec::new();
    for block in content.chunks(255) {
        blocks.extend(u8::try_from(block.len()));
        blocks.extend_from_slice(block);
    }
    blocks.push(0);
    blocks
}

struct Reader<'f> {
    rest: &'f [u8],
}

impl<'f> Reader<'f> {
    fn take(&mut self, length: usize) -> Option<&'f [u8]> {
        let (taken, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        Some(self.take(1)?[0])
    }

    /// A table of colours, if these flags say that there is one.
    fn colours(&mut self, flags: u8) -> Option<&'f [u8]> {
        if flags & 0x80 == 0 {
            return Some(&[]);
        }
        self.take(3 << ((flags & 7) + 1))
    }

    /// Blocks with the empty one at their end.
    fn blocks(&mut self) -> Option<&'f [u8]> {
        let before = self.rest;
        loop {
            let length = self.byte()?;
            if length == 0 {
                return Some(&before[..before.len() - self.rest.len()]);
            }
            self.take(usize::from(length))?;
        }
    }
}
