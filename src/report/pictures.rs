//! The pictures of a report.

use super::address::{CANNOT_SHOW, may_show};
use super::data::Image;
use super::document::{Inline, plain};
use super::selection::Builder;
use crate::domain::{Picture, is_address};
use crate::text::{one_line, visible, words_within};

/// The longest alternative text that is made of a caption, in characters.
const LONGEST_ALT: usize = 100;

impl Builder<'_> {
    pub(super) fn image(&self, picture: &Picture) -> Image {
        let source = source_of(picture);
        let caption = self.first_line(picture.caption.as_deref());
        Image {
            fault: (!may_show(&source)).then(|| CANNOT_SHOW.to_owned()),
            source,
            alt: alternative(picture.alt.as_deref(), &caption),
            caption,
        }
    }
}

/// Returns the alternative text of a picture: the one that was given, else the caption, of which only the beginning is read out
/// twice if it is long. It is never empty where there is a caption: then, the picture would pass for an ornament.
fn alternative(given: Option<&str>, caption: &[Inline]) -> String {
    match given {
        Some(alt) => visible(alt),
        None => words_within(&one_line(&plain(caption)), LONGEST_ALT),
    }
}

/// Returns the address of a picture as a link has it. File names that were written by hand may contain blanks.
fn source_of(picture: &Picture) -> String {
    if is_address(&picture.file) {
        picture.file.to_string()
    } else {
        picture.file.as_str().replace(' ', "%20")
    }
}

#[cfg(test)]
mod tests {
    use super::super::document::Inline;
    use super::*;

    #[test]
    fn a_long_caption_is_not_the_alternative_text_too() {
        let caption = |text: String| vec![Inline::Strong(vec![Inline::text(text)])];
        assert_eq!(
            alternative(Some("The hut"), &caption("Seen".into())),
            "The hut"
        );
        assert_eq!(
            alternative(None, &caption("Seen from\nabove".into())),
            "Seen from above"
        );
        assert_eq!(
            alternative(None, &caption("seen ".repeat(30))),
            "seen ".repeat(20).trim_end().to_owned() + "…"
        );
        assert_eq!(alternative(None, &[]), "");
    }
}
