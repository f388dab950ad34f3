//! The formats of pictures.

use super::{avif, gif, jpeg, png, webp};

/// The formats that every browser shows.
/// <https://developer.mozilla.org/en-US/docs/Web/Media/Guides/Formats/Image_types>
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Png,
    Jpeg,
    Gif,
    WebP,
    Avif,
    Svg,
}

impl Format {
    const ALL: [Format; 6] = [
        Format::Png,
        Format::Jpeg,
        Format::Gif,
        Format::WebP,
        Format::Avif,
        Format::Svg,
    ];

    pub(super) fn name(self) -> &'static str {
        self.names().0
    }

    /// Returns the extension of a file's name.
    pub(crate) fn extension(self) -> &'static str {
        self.names().1
    }

    pub(crate) fn media_type(self) -> &'static str {
        self.names().2
    }

    fn names(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Format::Png => ("PNG", "png", "image/png"),
            Format::Jpeg => ("JPEG", "jpg", "image/jpeg"),
            Format::Gif => ("GIF", "gif", "image/gif"),
            Format::WebP => ("WebP", "webp", "image/webp"),
            Format::Avif => ("AVIF", "avif", "image/avif"),
            Format::Svg => ("SVG", "svg", "image/svg+xml"),
        }
    }
}

/// Returns whether the name of a picture may end so, whatever the case.
pub(crate) fn is_ending_of_picture(ending: &str) -> bool {
    let is_it = |name: &str| ending.eq_ignore_ascii_case(name);
    is_it("jpeg") || Format::ALL.iter().any(|format| is_it(format.extension()))
}

/// Returns the format of a picture that is made of pixels, and the picture for the web, unless it is damaged.
pub(super) fn raster(file: &[u8]) -> Option<(Format, Option<Vec<u8>>)> {
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
