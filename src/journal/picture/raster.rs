//! Pictures that are made of dots.

use super::format::Format;
use super::{avif, gif, jpeg, png, webp};

/// The format of a picture that is made of dots, and the picture for the web; none for one that is damaged.
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
