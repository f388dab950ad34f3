//! Recognizes pictures, and cleans them for the web.
//!
//! A picture is known by its content, never by its name. What goes to the web is written anew from the parts that a browser needs
//! to show it. What a camera or an editor adds, above all where it was taken, and everything after the end of the picture is left
//! out, whatever it is. A file for each format knows which parts those are.

mod avif;
mod bytes;
mod exif;
mod format;
mod gif;
mod jpeg;
mod png;
mod profile;
mod svg;
mod svg_allowed;
mod svg_value;
#[cfg(test)]
mod tests;
mod webp;

pub(super) use format::Format;
pub(crate) use format::is_ending_of_picture;

use crate::diagnostic::PictureFault;
use format::raster;

/// The maximal size of a picture in bytes.
pub(super) const LARGEST_PICTURE: u64 = 32 << 20;

/// Returns the format of a picture, and the picture for the web: with its colours and its orientation, and nothing else.
pub(super) fn cleaned(file: &[u8]) -> Result<(Format, Vec<u8>), PictureFault> {
    if file.is_empty() {
        return Err(PictureFault::Empty);
    }
    if u64::try_from(file.len()).is_ok_and(|size| size > LARGEST_PICTURE) {
        return Err(PictureFault::TooLarge);
    }
    if let Some((format, picture)) = raster(file) {
        return match picture {
            Some(picture) => Ok((format, picture)),
            None => Err(PictureFault::Damaged(format.name())),
        };
    }
    match svg::root(file) {
        Some(text) => Ok((Format::Svg, svg::cleaned(text)?)),
        None if svg::is_in_other_encoding(file) => Err(PictureFault::NotUtf8),
        None => Err(otherwise(file)),
    }
}

/// Names the kind of a file that is not one of these pictures.
fn otherwise(file: &[u8]) -> PictureFault {
    let is_text = str::from_utf8(file).is_ok();
    let utf_16 = [&b"<\0"[..], b"\0<", b"\xff\xfe", b"\xfe\xff"];
    let kind = match infer::get(file).map(|kind| kind.mime_type()) {
        Some("image/heif") => return PictureFault::Heic,
        Some("application/pdf") => "a PDF",
        Some("text/html") => "HTML",
        Some("text/xml") => "XML, but not an SVG",
        Some("image/tiff") => "a TIFF",
        Some("image/bmp") => "a BMP",
        Some("image/jxl") => "a JPEG XL",
        Some("image/vnd.microsoft.icon") => "an icon",
        Some("image/vnd.adobe.photoshop") => "a Photoshop file",
        Some("image/x-canon-cr2") => "a raw picture",
        Some("application/zip") => "a ZIP archive",
        Some("application/gzip") => "compressed with gzip",
        Some("application/postscript") => "PostScript",
        Some(mime) if mime.starts_with("image/") => "a picture of another format",
        Some(mime) if mime.starts_with("video/") => "a film",
        Some(mime) if mime.starts_with("audio/") => "a sound",
        Some("text/x-shellscript") => "a script",
        Some(_) if !is_text => "a file of another kind",
        _ if utf_16.iter().any(|start| file.starts_with(start)) => "text in UTF-16",
        _ if is_text => "text",
        _ => "not a picture that is known",
    };
    PictureFault::Other(kind)
}
