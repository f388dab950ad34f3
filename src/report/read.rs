//! The texts of a sprint, read with what is known of it.

use super::credit::print;
use super::document::{Block, Inline, first_line, for_each_line, is_address_of, push_inline};
use super::mention::mentions;
use super::parse::parse;
use super::selection::Builder;
use crate::domain::PersonRef;
use crate::text::visible;

impl Builder<'_> {
    /// Reads a text: Markdown in which `@nick` is the name of somebody, outside code and addresses.
    pub(super) fn read(&self, text: &str) -> Vec<Block> {
        self.with_names(parse(text))
    }

    /// Reads a text that may be missing.
    pub(super) fn read_given(&self, text: &Option<String>) -> Vec<Block> {
        let text = text.as_deref();
        text.map(|text| self.read(text)).unwrap_or_default()
    }

    /// Reads a text that should be one line and may be missing.
    pub(super) fn first_line(&self, text: Option<&str>) -> Vec<Inline> {
        text.map(|text| first_line(self.read(text)))
            .unwrap_or_default()
    }

    pub(super) fn with_names(&self, mut blocks: Vec<Block>) -> Vec<Block> {
        for_each_line(&mut blocks, &mut |line| {
            *line = self.line(std::mem::take(line));
        });
        blocks
    }

    fn line(&self, inlines: Vec<Inline>) -> Vec<Inline> {
        let mut read = Vec::with_capacity(inlines.len());
        for inline in inlines {
            let inline = match inline {
                Inline::Text(text) => Inline::Text(self.text(&text)),
                Inline::Emphasis(inner) => Inline::Emphasis(self.line(inner)),
                Inline::Strong(inner) => Inline::Strong(self.line(inner)),
                Inline::Link { to, text } if !is_address_of(&to, &text) => Inline::Link {
                    to,
                    text: self.line(text),
                },
                other => other,
            };
            push_inline(&mut read, inline);
        }
        read
    }

    fn text(&self, text: &str) -> String {
        let people = self.sprint.people();
        let mut read = String::with_capacity(text.len());
        let mut end = 0;
        for (place, who) in mentions(people, text) {
            let person_ref = PersonRef {
                who,
                doubtful: false,
            };
            read.push_str(&text[end..place.start]);
            read.push_str(&visible(&print(
                self.sprint,
                person_ref,
                self.choices.names,
            )));
            end = place.end;
        }
        read + &text[end..]
    }
}
