//! PNG and APNG. <https://www.w3.org/TR/png-3/>

use std::collections::HashSet;

use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;
use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZError, MZFlush, MZStatus};

use super::bytes::{Reader, four, number_at};
use super::exif::orientation;
use super::profile;

pub(super) const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The maximal size of an unpacked profile: those of printers have some megabytes.
const LARGEST_PROFILE: usize = 8 << 20;

/// The maximal size of the unpacked pixels of a picture and all its frames: more than browsers show.
const MOST_PIXELS: u64 = 2 << 30;

/// The length of the sequence number before the pixels of a frame.
const NUMBER: usize = 4;

/// The level of compression of a profile.
const LEVEL: u8 = 6;

/// Returns the picture with its colours and its orientation, unless it is damaged.
pub(super) fn cleaned(file: &[u8]) -> Option<Vec<u8>> {
    let mut chunks: Vec<Chunk> = Vec::new();
    let mut known = HashSet::new();
    let mut reader = Reader {
        rest: file.strip_prefix(SIGNATURE)?,
    };
    let mut kind = [0; 4];
    while kind != *b"IEND" {
        let length = reader.number(4)?;
        kind = *reader.take(4)?.first_chunk()?;
        let content = reader.take(length)?;
        let is_whole = checksum(kind, content) == reader.take(4)?;
        let is_needed = kind[0].is_ascii_uppercase();
        if chunks.is_empty() != (kind == *b"IHDR") || !is_whole && is_needed {
            return None;
        }
        if is_whole && (is_repeated(kind) || !known.contains(&kind)) {
            let kept = kept(kind, content);
            if kept.is_none() && is_needed {
                return None;
            }
            // Of two, the one that can be read counts.
            if let Some(content) = kept {
                known.insert(kind);
                chunks.push((kind, content));
            }
        }
    }
    let header = Header::of(&chunks.first()?.1)?;
    let chunks = pixels(&header, colours(&header, chunks))?;
    let mut picture = SIGNATURE.to_vec();
    for (kind, content) in chunks {
        picture.extend_from_slice(&four(content.len())?);
        picture.extend_from_slice(&kind);
        picture.extend_from_slice(&content);
        picture.extend_from_slice(&checksum(kind, &content));
    }
    Some(picture)
}

/// The kind of a chunk, and its content.
type Chunk = ([u8; 4], Vec<u8>);

struct Header {
    width: usize,
    height: usize,
    depth: u8,
    colour: u8,
    interlaced: bool,
}

impl Header {
    fn of(content: &[u8]) -> Option<Header> {
        let (depth, colour) = (*content.get(8)?, *content.get(9)?);
        let is_known = match colour {
            0 => matches!(depth, 1 | 2 | 4 | 8 | 16),
            3 => matches!(depth, 1 | 2 | 4 | 8),
            2 | 4 | 6 => matches!(depth, 8 | 16),
            _ => false,
        };
        is_known.then_some(Header {
            width: number_at(content, 0, 4)?,
            height: number_at(content, 4, 4)?,
            depth,
            colour,
            interlaced: *content.get(12)? != 0,
        })
    }

    fn channels(&self) -> u8 {
        match self.colour {
            2 => 3,
            4 => 2,
            6 => 4,
            _ => 1,
        }
    }

    /// Returns the number of bytes of pixels in such a picture, with the byte before each row for its filter.
    fn size(&self, width: usize, height: usize) -> Option<u64> {
        /// The first pixel of each of the seven passes of an interlaced picture, and the distances between its pixels.
        const PASSES: [(u64, u64, u64, u64); 7] = [
            (0, 0, 8, 8),
            (4, 0, 8, 8),
            (0, 4, 4, 8),
            (2, 0, 4, 4),
            (0, 2, 2, 4),
            (1, 0, 2, 2),
            (0, 1, 1, 2),
        ];
        let (width, height) = (u64::try_from(width).ok()?, u64::try_from(height).ok()?);
        let bits = u64::from(self.channels()) * u64::from(self.depth);
        let passes: &[_] = match self.interlaced {
            true => &PASSES,
            false => &[(0, 0, 1, 1)],
        };
        let sizes = passes.iter().map(|(x, y, right, down)| {
            let width = width.saturating_sub(*x).div_ceil(*right);
            let rows = if width > 0 {
                height.saturating_sub(*y).div_ceil(*down)
            } else {
                0
            };
            rows.saturating_mul(1 + (width * bits).div_ceil(8))
        });
        Some(sizes.fold(0, u64::saturating_add))
    }
}

/// Cuts or drops the chunks about colours that are longer than the colours demand.
fn colours(header: &Header, mut chunks: Vec<Chunk>) -> Vec<Chunk> {
    let mut palette = 0;
    for (kind, content) in &mut chunks {
        if kind == b"PLTE" && header.colour == 3 {
            content.truncate(3 << header.depth);
            palette = content.len() / 3;
        }
    }
    chunks.retain(|(kind, content)| {
        let length = content.len();
        match kind {
            // Elsewhere it is a suggestion for screens with few colours.
            b"PLTE" => header.colour == 3,
            b"tRNS" => match header.colour {
                0 => length == 2,
                2 => length == 6,
                3 => (1..=palette).contains(&length),
                _ => false,
            },
            b"sBIT" if header.colour == 3 => length == 3,
            b"sBIT" => length == usize::from(header.channels()),
            _ => true,
        }
    });
    chunks
}

/// Drops what follows the pixels of the picture and of each frame; none if there are no pixels.
fn pixels(header: &Header, chunks: Vec<Chunk>) -> Option<Vec<Chunk>> {
    let first = chunks.iter().position(|(kind, _)| kind == b"IDAT")?;
    let moves = chunks[..first].iter().any(|(kind, _)| kind == b"acTL");
    let mut budget = MOST_PIXELS;
    let mut still = Pixels::new(header.size(header.width, header.height)?, &mut budget)?;
    let mut image: Option<Pixels> = None;
    let mut number = 0_u32;
    let mut kept = Vec::new();
    for (at, (kind, mut content)) in chunks.into_iter().enumerate() {
        match &kind {
            b"acTL" if at > first => continue,
            b"fcTL" | b"fdAT" if !moves => continue,
            b"IDAT" => {
                let length = still.end_in(&content)?;
                content.truncate(length);
                if length == 0 && at > first {
                    continue;
                }
            }
            b"fcTL" => {
                let size = header.size(number_at(&content, 4, 4)?, number_at(&content, 8, 4)?)?;
                // Before the picture itself it is about that.
                image = if at > first {
                    Some(Pixels::new(size, &mut budget)?)
                } else {
                    None
                };
            }
            b"fdAT" => {
                let Some(image) = &mut image else { continue };
                let length = image.end_in(&content[NUMBER..])?;
                if length == 0 {
                    continue;
                }
                content.truncate(NUMBER + length);
            }
            _ => {}
        }
        if matches!(&kind, b"fcTL" | b"fdAT") {
            content[..NUMBER].copy_from_slice(&number.to_be_bytes());
            number += 1;
        }
        kept.push((kind, content));
    }
    Some(kept)
}

/// Packed pixels, unpacked only to find where they end.
struct Pixels {
    state: Box<InflateState>,
    /// How many more bytes may follow.
    left: u64,
    has_ended: bool,
}

impl Pixels {
    /// Takes the size of an image from a budget; none if that is exceeded.
    fn new(size: u64, budget: &mut u64) -> Option<Pixels> {
        *budget = budget.checked_sub(size)?;
        Some(Pixels {
            state: InflateState::new_boxed(DataFormat::ZLibIgnoreChecksum),
            left: size,
            has_ended: false,
        })
    }

    /// Returns how many of the next packed bytes belong to the pixels; none if they are too many, or damaged.
    fn end_in(&mut self, packed: &[u8]) -> Option<usize> {
        let mut unpacked = vec![0; 1 << 15];
        let mut rest = packed;
        while !self.has_ended {
            let step = inflate(&mut self.state, rest, &mut unpacked, MZFlush::None);
            rest = rest.get(step.bytes_consumed..)?;
            self.left = self
                .left
                .checked_sub(u64::try_from(step.bytes_written).ok()?)?;
            match step.status {
                Ok(MZStatus::StreamEnd) => self.has_ended = true,
                // All of it is unpacked.
                Ok(_) if rest.is_empty() && step.bytes_written < unpacked.len() => break,
                Ok(_) if step.bytes_consumed > 0 || step.bytes_written > 0 => {}
                Err(MZError::Buf) if rest.is_empty() => break,
                Ok(_) | Err(_) => return None,
            }
        }
        Some(packed.len() - rest.len())
    }
}

fn checksum(kind: [u8; 4], content: &[u8]) -> [u8; 4] {
    let mut sum = crc32fast::Hasher::new();
    sum.update(&kind);
    sum.update(content);
    sum.finalize().to_be_bytes()
}

/// Returns whether there may be more than one chunk of a kind.
fn is_repeated(kind: [u8; 4]) -> bool {
    matches!(&kind, b"IDAT" | b"fcTL" | b"fdAT")
}

/// Returns what is kept of a chunk: the picture itself, its colours, and its orientation. Chunks with a fixed length have it.
fn kept(kind: [u8; 4], content: &[u8]) -> Option<Vec<u8>> {
    let length = content.len();
    let fits = match &kind {
        b"IHDR" => length == 13 && number_at(content, 0, 4)? > 0 && number_at(content, 4, 4)? > 0,
        b"PLTE" => length > 0 && length <= 768 && length.is_multiple_of(3),
        b"IDAT" => true,
        b"IEND" => return Some(Vec::new()),
        b"tRNS" => length <= 256,
        b"sBIT" => length <= 4,
        b"sRGB" => length == 1,
        b"gAMA" | b"cICP" => length == 4,
        b"cHRM" => length == 32,
        b"mDCV" | b"mDCv" => length == 24,
        b"cLLI" | b"cLLi" | b"acTL" => length == 8,
        b"fcTL" => length == 26,
        b"fdAT" => length >= 4,
        b"iCCP" => {
            let name = content.iter().position(|byte| *byte == 0)?;
            // The name is followed by the method of compression, of which there is one.
            let packed = content.get(name + 2..)?;
            let profile = decompress_to_vec_zlib_with_limit(packed, LARGEST_PROFILE).ok()?;
            let packed = compress_to_vec_zlib(&profile::cleaned(&profile)?, LEVEL);
            return Some([b"ICC\0\0", &packed[..]].concat());
        }
        b"eXIf" => return orientation(content),
        _ => false,
    };
    fits.then(|| content.to_vec())
}
