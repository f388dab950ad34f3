//! Exif data with nothing but the orientation. <https://www.cipa.jp/std/documents/e/DC-X008-Translation-2019-E.pdf>

use std::io::Cursor;

use exif::experimental::Writer;
use exif::{In, Reader, Tag};

/// Returns Exif data, without their signature, that hold the orientation and nothing else; none if there is none, or the usual one.
pub(super) fn orientation(exif: &[u8]) -> Option<Vec<u8>> {
    const UPRIGHT: u32 = 1;
    let mut reader = Reader::new();
    // Browsers also take what they understand.
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
