//! Why a file is not a picture that goes into a post.

use super::location::{Position, Quote};
use super::rule::{Description, Rule};

/// What is wrong with a file that should be a picture.
#[derive(Clone, Debug, PartialEq)]
pub enum PictureFault {
    /// The path does not lead into the sprint's `photos/`.
    Outside,
    Missing,
    /// A folder, a pipe or the like, or a link, which may lead elsewhere.
    NotAFile,
    TooLarge,
    Empty,
    Heic,
    NotUtf8,
    /// Something else, which is named.
    Other(&'static str),
    /// A picture of that format that cannot be read to its end.
    Damaged(&'static str),
    /// An SVG that could act or lead elsewhere, or is not XML.
    Svg {
        quote: Box<Quote>,
        what: String,
    },
    /// The system's reason for not letting it be read.
    Unreadable(String),
}

impl PictureFault {
    /// Returns a message that follows the name of the file.
    pub fn describe(&self) -> Description {
        let fault = |message: &str, hint: &str| Rule::NotAPicture.warning(message, hint);
        match self {
            PictureFault::Outside => fault(
                "is not a file in `photos/`",
                "`sprint photo FILE` copies a picture into `photos/`; `sprint undo ID` takes the entry back",
            ),
            PictureFault::Missing => Rule::NoSuchPhoto.warning(
                "does not exist",
                "put it there, or take the entry back with `sprint undo ID`",
            ),
            PictureFault::NotAFile => {
                fault("is not a regular file", "put the picture itself there")
            }
            PictureFault::TooLarge => fault(
                "is larger than 32 MiB",
                "make it smaller; a post needs no more than a few hundred KiB",
            ),
            PictureFault::Empty => fault("is empty", FORMATS),
            PictureFault::Heic => fault(
                "is HEIC, which few browsers show",
                "convert it, with `heif-convert FILE photo.jpg`, `magick FILE photo.jpg`, or on a Mac `sips -s format jpeg FILE --out photo.jpg`",
            ),
            PictureFault::NotUtf8 => fault(
                "is an SVG that is not in UTF-8",
                "save the drawing as UTF-8",
            ),
            PictureFault::Other(what) => fault(&format!("is {what}"), FORMATS),
            PictureFault::Damaged(format) => fault(
                &format!("is a damaged {format}: it cannot be read to its end"),
                "save it again with another program",
            ),
            PictureFault::Svg { quote, what } => {
                let Position { line, column } = quote.position;
                Description {
                    quote: Some(quote.clone()),
                    ..fault(
                        &format!("is an SVG with {what} (line {line}, column {column})"),
                        "remove that, or save the drawing as a plain SVG or as a PNG",
                    )
                }
            }
            PictureFault::Unreadable(reason) => fault(
                &format!("cannot be read: {reason}"),
                "fix that and try again",
            ),
        }
    }
}

const FORMATS: &str = "pictures are PNG, JPEG, GIF, WebP, AVIF and SVG, whatever their names; save it as one of these";
