//! What a picture is, and what of it may go to the web.
//!
//! A picture is known by its content, never by its name. What goes to the web is written anew from the parts that a browser needs
//! to show it: everything that a camera or an editor tells besides, above all where it was taken, and everything behind the end of
//! the picture is left out, whatever it is. A file for each format knows which parts those are.

mod avif;
mod exif;
mod gif;
mod jpeg;
mod png;
mod profile;
mod svg;
mod svg_value;
#[cfg(test)]
mod tests;
mod webp;

use crate::diagnostic::PictureFault;

/// What a picture may weigh.
pub(super) const LARGEST_PICTURE: u64 = 32 << 20;

/// The sorts of pictures that every browser shows.
/// <https://developer.mozilla.org/en-US/docs/Web/Media/Guides/Formats/Image_types>
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Png,
    Jpeg,
    Gif,
    WebP,
    Avif,
    Svg,
}

impl Format {
    /// How the name of such a file ends.
    pub(super) fn extension(self) -> &'static str {
        match self {
            Format::Png => "png",
            Format::Jpeg => "jpg",
            Format::Gif => "gif",
            Format::WebP => "webp",
            Format::Avif => "avif",
            Format::Svg => "svg",
        }
    }

    /// What a web server calls it.
    pub(super) fn media_type(self) -> &'static str {
        match self {
            Format::Png => "image/png",
            Format::Jpeg => "image/jpeg",
            Format::Gif => "image/gif",
            Format::WebP => "image/webp",
            Format::Avif => "image/avif",
            Format::Svg => "image/svg+xml",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Format::Png => "PNG",
            Format::Jpeg => "JPEG",
            Format::Gif => "GIF",
            Format::WebP => "WebP",
            Format::Avif => "AVIF",
            Format::Svg => "SVG",
        }
    }
}

/// The format of a picture, and the picture as it may go to the web: with its colours and its orientation, and nothing else.
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

/// The format of a picture that is made of dots, and the picture for the web; none for one that is damaged.
fn raster(file: &[u8]) -> Option<(Format, Option<Vec<u8>>)> {
    if file.starts_with(png::SIGNATURE) {
        Some((Format::Png, png::cleaned(file)))
    } else if file.starts_with(jpeg::SIGNATURE) {
        Some((Format::Jpeg, jpeg::cleaned(file)))
    } else if gif::SIGNATURES.iter().any(|sign| file.starts_with(sign)) {
        Some((Format::Gif, gif::cleaned(file)))
    } else if webp::is_webp(file) {
        Some((Format::WebP, webp::cleaned(file)))
    } else if avif::is_avif(file) {
        Some((Format::Avif, avif::cleaned(file)))
    } else {
        None
    }
}

/// What a file is that is none of these pictures.
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

/// A number at a place, its first byte the highest.
fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// A number at a place, its first byte the highest.
fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// The length that stands at a place, its first byte the highest.
fn length_at(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32_at(bytes, at)?).ok()
}
