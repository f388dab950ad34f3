//! Exif data with nothing in them but which side is up. <https://www.cipa.jp/std/documents/e/DC-X008-Translation-2019-E.pdf>

use std::io::Cursor;

use exif::experimental::Writer;
use exif::{In, Reader, Tag};

/// Exif data, without what stands before them in a file, that say which side is up and nothing else; none if that is not said, or is
/// as usual.
pub(super) fn orientation(exif: &[u8]) -> Option<Vec<u8>> {
    const UPRIGHT: u32 = 1;
    let mut reader = Reader::new();
    // Browsers take what they understand, too.
    reader.continue_on_error(true);
    let exif = reader
        .read_raw(exif.to_vec())
        .or_else(|error| error.distill_partial_result(|_| ()))
        .ok()?;
    let field = exif.get_field(Tag::Orientation, In::PRIMARY)?;
    let value = field.value.get_uint(0)?;
    if value <= UPRIGHT || value > 8 {
        return None;
    }
    let field = exif::Field {
        tag: Tag::Orientation,
        ifd_num: In::PRIMARY,
        value: exif::Value::Short(vec![u16::try_from(value).ok()?]),
    };
    let mut writer = Writer::new();
    writer.push_field(&field);
    let mut written = Cursor::new(Vec::new());
    writer.write(&mut written, false).ok()?;
    Some(written.into_inner())
}
