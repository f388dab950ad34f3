//! Why a file is not a picture that goes into a post.

use std::fmt;

/// What is wrong with a file that should be a picture.
#[derive(Clone, Debug, PartialEq)]
pub enum PictureFault {
    /// The path does not lead into the sprint's `photos/`.
    Outside,
    /// There is no such file.
    Missing,
    /// A folder, a pipe or the like, or a link, which may lead elsewhere.
    NotAFile,
    /// More than the 32 MiB that a picture may have.
    TooLarge,
    /// Nothing in it.
    Empty,
    /// A picture that few browsers show, and telephones save.
    Heic,
    /// An SVG in another encoding.
    NotUtf8,
    /// Something else: what it is.
    Other(&'static str),
    /// A picture of that format that cannot be read to its end.
    Damaged(&'static str),
    /// An SVG that could act or lead elsewhere, or is no XML.
    Svg {
        /// The line.
        line: usize,
        /// The column.
        column: usize,
        /// What stands there.
        what: String,
    },
    /// The system's reason for not letting it be read.
    Unreadable(String),
}

impl fmt::Display for PictureFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PictureFault::Outside => formatter.write_str("is not a file in `photos/`"),
            PictureFault::Missing => formatter.write_str("does not exist"),
            PictureFault::NotAFile => formatter.write_str("is not a regular file"),
            PictureFault::TooLarge => formatter.write_str("is larger than 32 MiB"),
            PictureFault::Empty => formatter.write_str("is empty"),
            PictureFault::Heic => formatter.write_str("is HEIC, which few browsers show"),
            PictureFault::NotUtf8 => formatter.write_str("is an SVG that is not in UTF-8"),
            PictureFault::Other(what) => write!(formatter, "is {what}"),
            PictureFault::Damaged(format) => {
                write!(
                    formatter,
                    "is a damaged {format}: it cannot be read to its end"
                )
            }
            PictureFault::Svg { line, column, what } => {
                write!(
                    formatter,
                    "is an SVG with {what} in line {line}, column {column}"
                )
            }
            PictureFault::Unreadable(reason) => write!(formatter, "cannot be read: {reason}"),
        }
    }
}

impl PictureFault {
    /// What can be done about it.
    pub fn hint(&self) -> &'static str {
        match self {
            PictureFault::Outside => {
                "`sprint photo FILE` copies a picture into `photos/`; `sprint undo ID` takes the entry back"
            }
            PictureFault::Missing => "put it there, or take the entry back with `sprint undo ID`",
            PictureFault::NotAFile => "put the picture itself there",
            PictureFault::TooLarge => "make it smaller; a post needs no more than some hundred KiB",
            PictureFault::Heic => {
                "convert it, with `heif-convert FILE photo.jpg`, `magick FILE photo.jpg`, or on a Mac `sips -s format jpeg FILE --out photo.jpg`"
            }
            PictureFault::Empty | PictureFault::Other(_) => {
                "pictures are PNG, JPEG, GIF, WebP, AVIF and SVG, whatever their names; save it as one of these"
            }
            PictureFault::NotUtf8 => "save the drawing as UTF-8",
            PictureFault::Damaged(_) => "save it anew with another program",
            PictureFault::Svg { .. } => {
                "take that out, or save the drawing as a plain SVG or as a PNG"
            }
            PictureFault::Unreadable(_) => "mend that and try again",
        }
    }
}
