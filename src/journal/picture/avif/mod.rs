//! AVIF, <https://aomediacodec.github.io/av1-avif/>: boxes of ISO/IEC 14496-12 and items of ISO/IEC 23008-12.
//!
//! Boxes refer to each other's bytes by their places in the file. So nothing is moved: the picture for the web is zeros of the same
//! length, into which goes what is needed to show it; any other box becomes free space. The orientation is a property of the item
//! (`irot`, `imir`); that of Exif data does not count (section 7.1 of HEIF).

mod av1;
mod boxes;
mod cleaner;
mod items;
mod movie;
mod properties;

use super::bytes::number_at;
use boxes::{Kind, Part, top_level};
use cleaner::Cleaner;

/// Brands that only say how to read a file.
const BRANDS: [&Kind; 13] = [
    b"avif", b"avis", b"avio", b"mif1", b"mif2", b"miaf", b"msf1", b"MA1A", b"MA1B", b"tmap",
    b"iso8", b"iso9", b"isom",
];

/// The maximal number of boxes for the bytes of a picture; usually it is one.
const MOST_STORES: usize = 16;

pub(super) fn is_avif(file: &[u8]) -> bool {
    let Some(length) = number_at(file, 0, 4) else {
        return false;
    };
    let brands = file.get(8..length.min(file.len())).unwrap_or_default();
    file.get(4..8) == Some(b"ftyp")
        && brands.chunks_exact(4).enumerate().any(|(place, brand)| {
            // The second is not a brand but a version.
            place != 1 && matches!(brand, b"avif" | b"avis")
        })
}

/// Returns the picture with its colours and its orientation, unless it is damaged.
pub(super) fn cleaned(file: &[u8]) -> Option<Vec<u8>> {
    let all = top_level(file)?;
    let one = |kind: &Kind| {
        let mut found = all.iter().filter(|part| part.kind == *kind);
        found.next().filter(|_| found.next().is_none())
    };
    let stores = all.iter().filter(|part| part.kind == *b"mdat");
    let mut cleaner = Cleaner {
        file,
        clean: vec![0; file.len()],
        stores: stores.map(|store| store.content.clone()).collect(),
        taken: Vec::new(),
        budget: file.len().saturating_mul(2),
    };
    let (meta, movie) = (one(b"meta"), one(b"moov"));
    if meta.is_none() && movie.is_none() || cleaner.stores.len() > MOST_STORES {
        return None;
    }
    if let Some(meta) = meta {
        cleaner.meta(meta)?;
    }
    if let Some(movie) = movie {
        cleaner.children(movie, 0)?;
    }
    if cleaner.overlaps() {
        return None;
    }
    let mut end = 0;
    for part in &all {
        match &part.kind {
            b"ftyp" => keep_brands(&mut cleaner, part)?,
            b"mdat" => cleaner.keep(part, 0)?,
            b"meta" if meta == Some(part) => {}
            b"moov" if movie == Some(part) => {}
            _ => {
                cleaner.free(part)?;
                continue;
            }
        }
        end = part.content.end;
    }
    // What follows the last box that is needed is dropped.
    cleaner.clean.truncate(end);
    Some(cleaner.clean)
}

/// Keeps the brands that say how the file is read.
fn keep_brands(cleaner: &mut Cleaner<'_>, part: &Part) -> Option<()> {
    cleaner.keep(part, 0)?;
    let brands = cleaner.content(part);
    for (place, brand) in brands.chunks_exact(4).enumerate() {
        let start = part.content.start + 4 * place;
        let known = BRANDS.iter().any(|known| brand == *known);
        let brand = match place {
            1 => &[0; 4],
            _ if known => brand,
            _ => b"mif1",
        };
        cleaner.clean[start..start + 4].copy_from_slice(brand);
    }
    Some(())
}
