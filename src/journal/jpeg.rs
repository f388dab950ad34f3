//! JPEG files without what a camera tells besides the picture, above all where it was taken.
//!
//! Cameras write the place into Exif, XMP and IPTC data, into the pictures and films that they hide behind the end of the
//! picture, and into blocks of their own. So nothing is kept but what a browser needs to show the picture: the picture itself, its
//! colours, and which side is up. <https://www.w3.org/Graphics/JPEG/itu-t81.pdf> has the format.

use std::io::Cursor;

use exif::experimental::Writer;
use exif::{In, Reader, Tag};
use img_parts::jpeg::markers::{APP0, APP2, APP14, APP15, COM, EOI, P, RST0, RST7, SOI};
use img_parts::jpeg::{Jpeg, JpegSegment};
use img_parts::{Bytes, ImageEXIF};

/// The file with nothing in it but the picture, its colours and its orientation; a file that is no JPEG as it is, and none
/// for a JPEG that cannot be read.
pub fn without_location(file: Vec<u8>) -> Option<Vec<u8>> {
    if !file.starts_with(&[P, SOI]) {
        return Some(file);
    }
    let mut jpeg = Jpeg::from_bytes(file.into()).ok()?;
    let orientation = jpeg.exif().and_then(|exif| orientation(exif.to_vec()));
    jpeg.segments_mut().retain(shows_the_picture);
    jpeg.set_exif(orientation.map(Bytes::from));
    let behind = jpeg
        .segments()
        .last()
        .map_or(0, |scan| scan.len_with_entropy() - scan.len());
    let mut file = jpeg.encoder().bytes().to_vec();
    let scan = file.len() - behind;
    file.truncate(scan + end_of_picture(&file[scan..]));
    Some(file)
}

/// Exif data with the orientation and nothing else; none if there is none, or it says that the picture is upright.
fn orientation(exif: Vec<u8>) -> Option<Vec<u8>> {
    const UPRIGHT: u32 = 1;
    let exif = Reader::new().read_raw(exif).ok()?;
    let field = exif.get_field(Tag::Orientation, In::PRIMARY)?;
    let value = field.value.get_uint(0)?;
    if value == UPRIGHT || value > 8 {
        return None;
    }
    let mut writer = Writer::new();
    writer.push_field(field);
    let mut written = Cursor::new(Vec::new());
    writer.write(&mut written, false).ok()?;
    Some(written.into_inner())
}

/// Whether a segment is part of the picture or says how its colours are meant.
fn shows_the_picture(segment: &JpegSegment) -> bool {
    match segment.marker() {
        APP0 | APP14 => true,
        APP2 => segment.contents().starts_with(b"ICC_PROFILE\0"),
        COM => false,
        marker => !(APP0..=APP15).contains(&marker),
    }
}

/// Where the picture ends in what stands behind the header of its first scan; there may be more scans, with tables
/// between them.
fn end_of_picture(entropy: &[u8]) -> usize {
    let mut place = 0;
    while let Some([first, marker]) = entropy.get(place..place + 2) {
        let step = match (*first, *marker) {
            (P, EOI) => return place + 2,
            // A byte of the picture, a fill byte, or a mark in the middle of it.
            (P, P) => 1,
            (P, 0 | RST0..=RST7) => 2,
            (P, _) => match entropy.get(place + 2..place + 4) {
                Some(length) => {
                    2 + length
                        .iter()
                        .fold(0, |sum, byte| sum * 256 + usize::from(*byte))
                }
                None => 1,
            },
            _ => 1,
        };
        place += step;
    }
    entropy.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a telephone held on its side saves: Exif, XMP and IPTC data and a comment with the place, a colour profile, a
    /// progressive picture, and behind its end another picture and the beginning of a film, with the place too.
    const PHONE: &[u8] = include_bytes!("../../tests/photos/phone.jpg");

    fn cleaned(file: &[u8]) -> Option<Vec<u8>> {
        without_location(file.to_vec())
    }

    fn exif(file: &[u8]) -> Option<exif::Exif> {
        Reader::new()
            .read_from_container(&mut Cursor::new(file))
            .ok()
    }

    fn holds(file: &[u8], word: &str) -> bool {
        file.windows(word.len()).any(|part| part == word.as_bytes())
    }

    #[test]
    fn the_place_is_removed_and_the_orientation_stays() {
        let fields = |file: &[u8]| -> Vec<(Tag, Option<u32>)> {
            let exif = exif(file).expect("Exif data");
            let fields = exif.fields();
            fields
                .map(|field| (field.tag, field.value.get_uint(0)))
                .collect()
        };
        assert!(
            fields(PHONE)
                .iter()
                .any(|(tag, _)| *tag == Tag::GPSLatitude)
        );
        let file = cleaned(PHONE).expect("a picture");
        assert_eq!(fields(&file), [(Tag::Orientation, Some(6))]);
        for word in ["Leysin", "xap", "8BIM", "MPF", "Phone", "+46.34", "ftyp"] {
            assert!(holds(PHONE, word) && !holds(&file, word), "{word}");
        }
        assert!(holds(&file, "ICC_PROFILE"));
    }

    #[test]
    fn the_picture_itself_is_not_touched() {
        let file = cleaned(PHONE).expect("a picture");
        let tables = file
            .windows(2)
            .position(|bytes| bytes == [P, 0xdb])
            .expect("quantization tables");
        assert!(
            PHONE
                .windows(file.len() - tables)
                .any(|part| part == &file[tables..])
        );
        assert_eq!(cleaned(&file), Some(file));
    }

    #[test]
    fn what_is_no_jpeg_is_left_as_it_is_and_a_damaged_one_is_refused() {
        for file in ["", "\u{89}PNG", "picture"] {
            assert_eq!(cleaned(file.as_bytes()).as_deref(), Some(file.as_bytes()));
        }
        assert_eq!(cleaned(&[P, SOI, P, 0xe1, 0xff]), None);
        assert_eq!(cleaned(&PHONE[..40]), None);
    }

    #[test]
    fn a_file_that_is_cut_off_in_the_picture_keeps_what_there_is() {
        let end = PHONE
            .windows(2)
            .position(|bytes| bytes == [P, 0xda])
            .expect("a scan");
        let file = cleaned(&PHONE[..end + 30]).expect("a picture");
        assert!(file.ends_with(&PHONE[end..end + 30]));
    }
}
