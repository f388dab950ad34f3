//! The pictures of a report, and where they are shown.

use super::address::{CANNOT_SHOW, may_show};
use super::data::Image;
use super::document::{Inline, plain};
use super::selection::{Builder, Scope};
use crate::domain::{Group, Item, ItemKind, Picture, Topic, is_address};
use crate::text::{one_line, visible, words_within};

/// The longest alternative text that is made of a caption, in characters.
const LONGEST_ALT: usize = 100;

impl Builder<'_> {
    pub(super) fn pictures(&self, is_in_scope: impl Fn(&Picture) -> bool) -> Vec<Image> {
        let in_span = |picture: &&Picture| self.choices.span.holds(picture.day);
        let pictures = self.sprint.pictures().iter().filter(in_span);
        let pictures = pictures.filter(|picture| is_in_scope(picture));
        pictures.map(|picture| self.image(picture)).collect()
    }

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

    /// Returns the item that a picture is shown with, if that item is in the report.
    fn item_of(&self, picture: &Picture) -> Option<&Item> {
        let item = picture.item.and_then(|item| self.sprint.get(item));
        item.filter(|item| match item.kind {
            ItemKind::Task => self.is_reported(item),
            ItemKind::Discussion => self.was_discussed(item),
            ItemKind::Talk => self.was_held(item),
        })
    }

    /// Returns the topic of a picture: its own, or else that of its item.
    fn topic_of<'p>(&'p self, picture: &'p Picture) -> Option<&'p Topic> {
        let item = picture.item.and_then(|item| self.sprint.get(item));
        let topic = picture.topic.as_ref();
        topic.or(item.and_then(|item| item.topic.as_ref()))
    }

    /// Returns whether a picture is at the end of a section.
    pub(super) fn is_picture_in_scope(&self, picture: &Picture, scope: Scope<'_>) -> bool {
        let topic = self.topic_of(picture);
        self.item_of(picture).is_none()
            && match scope {
                Scope::Sprint => topic.is_some(),
                Scope::Topic(here) => topic.is_some() && topic == here,
                Scope::Day(day) => picture.day == day,
                Scope::Credit(_) | Scope::Item(_) => false,
            }
    }

    /// Returns whether a picture is after the intro, since nothing that it belongs to is in the report.
    pub(super) fn is_general(&self, picture: &Picture) -> bool {
        let is_in_section = match self.choices.group {
            Group::Topic | Group::None => self.topic_of(picture).is_some(),
            Group::Day => true,
            Group::Person => false,
        };
        self.item_of(picture).is_none() && !is_in_section
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
        picture.file.clone()
    } else {
        picture.file.replace(' ', "%20")
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
