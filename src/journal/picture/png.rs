//! PNG and APNG. <https://www.w3.org/TR/png-3/>

use std::collections::HashSet;

use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

use super::exif::orientation;
use super::{length_at, profile, u32_at};

pub(super) const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// What a profile may weigh when it is unpacked: those of printers have some megabytes.
const LARGEST_PROFILE: usize = 8 << 20;

/// How hard a profile is packed.
const LEVEL: u8 = 6;

/// The picture, its colours and its orientation; none if it is damaged.
pub(super) fn cleaned(file: &[u8]) -> Option<Vec<u8>> {
    let mut chunks: Vec<([u8; 4], Vec<u8>)> = Vec::new();
    let mut known = HashSet::new();
    let mut rest = file.strip_prefix(SIGNATURE)?;
    let mut kind = [0; 4];
    while kind != *b"IEND" {
        let length = length_at(rest, 0)?;
        kind = *rest.get(4..)?.first_chunk()?;
        let content = rest.get(8..)?.get(..length)?;
        let sum = u32_at(rest, 8 + length)?;
        rest = rest.get(12 + length..)?;
        if chunks.is_empty() != (kind == *b"IHDR") {
            return None;
        }
        let is_whole = checksum(kind, content) == sum;
        let is_needed = kind[0].is_ascii_uppercase();
        if !is_whole && is_needed {
            return None;
        }
        if is_whole && (is_repeated(kind) || known.insert(kind)) {
            let kept = kept(kind, content);
            if kept.is_none() && is_needed {
                return None;
            }
            chunks.extend(kept.map(|content| (kind, content)));
        }
    }
    if chunks.iter().all(|(kind, _)| kind != b"IDAT") {
        return None;
    }
    let mut picture = SIGNATURE.to_vec();
    for (kind, content) in chunks {
        picture.extend_from_slice(&u32::try_from(content.len()).ok()?.to_be_bytes());
        picture.extend_from_slice(&kind);
        picture.extend_from_slice(&content);
        picture.extend_from_slice(&checksum(kind, &content).to_be_bytes());
    }
    Some(picture)
}

fn checksum(kind: [u8; 4], content: &[u8]) -> u32 {
    let mut sum = crc32fast::Hasher::new();
    sum.update(&kind);
    sum.update(content);
    sum.finalize()
}

/// Whether there may be more than one chunk of a kind.
fn is_repeated(kind: [u8; 4]) -> bool {
    matches!(&kind, b"IDAT" | b"fcTL" | b"fdAT")
}

/// What is kept of a chunk: the picture itself, how its colours are meant, and which side is up. Chunks with a fixed length have it.
fn kept(kind: [u8; 4], content: &[u8]) -> Option<Vec<u8>> {
    let fits = |fits: bool| fits.then(|| content.to_vec());
    let length = content.len();
    match &kind {
        b"IHDR" => fits(length == 13 && u32_at(content, 0)? > 0 && u32_at(content, 4)? > 0),
        b"PLTE" => fits(length > 0 && length <= 768 && length.is_multiple_of(3)),
        b"IDAT" => fits(true),
        b"IEND" => Some(Vec::new()),
        b"tRNS" => fits(length <= 256),
        b"sBIT" => fits(length <= 4),
        b"sRGB" => fits(length == 1),
        b"gAMA" | b"cICP" => fits(length == 4),
        b"cHRM" => fits(length == 32),
        b"mDCV" | b"mDCv" => fits(length == 24),
        b"cLLI" | b"cLLi" => fits(length == 8),
        b"acTL" => fits(length == 8),
        b"fcTL" => fits(length == 26),
        b"fdAT" => fits(length >= 4),
        b"iCCP" => {
            let name = content.iter().position(|byte| *byte == 0)?;
            // Behind the name stands how it is packed, of which there is one way.
            let packed = content.get(name + 2..)?;
            let profile = decompress_to_vec_zlib_with_limit(packed, LARGEST_PROFILE).ok()?;
            let profile = profile::cleaned(&profile)?;
            Some(
                [
                    b"ICC\0\0".as_slice(),
                    &compress_to_vec_zlib(&profile, LEVEL),
                ]
                .concat(),
            )
        }
        b"eXIf" => orientation(content),
        _ => None,
    }
}
