//! The text that the engine is given for a template, and what becomes of the text that it returns.

use std::collections::HashSet;
use std::iter::Peekable;
use std::ops::Range;

use super::scan::{Scan, Tag};
use super::tag::TagKind;
use super::{CLOSE, Mark, OPEN};

/// A template as the engine reads it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Source {
    pub text: String,
    signs: Signs,
    /// Where pieces of `text` begin, and where they are in the template.
    pieces: Vec<(usize, usize)>,
    /// The tags that print something: where they are in `text`, and where in the template.
    prints: Vec<(Range<usize>, usize)>,
}

/// Characters that stand for something else while the engine works. They do not occur in the template.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Signs {
    /// A brace that is text.
    brace: char,
    /// Before and after the number of a tag that prints.
    tag: char,
    /// [`OPEN`] and [`CLOSE`] of the template.
    open: char,
    close: char,
}

impl Signs {
    /// Takes four characters that a template does not have; it has far fewer than there are.
    fn new(template: &str) -> Option<Signs> {
        let used: HashSet<char> = template
            .chars()
            .filter(|letter| *letter >= '\u{e000}')
            .collect();
        let mut free = ('\u{e000}'..=char::MAX)
            .filter(|letter| ![OPEN, CLOSE].contains(letter) && !used.contains(letter));
        Some(Signs {
            brace: free.next()?,
            tag: free.next()?,
            open: free.next()?,
            close: free.next()?,
        })
    }
}

impl Source {
    /// Makes the text for the engine. What comes before `start` is front matter.
    pub fn new(template: &str, start: usize, scan: &Scan) -> Option<Source> {
        let mut source = Source {
            text: String::with_capacity(template.len()),
            signs: Signs::new(template)?,
            pieces: Vec::new(),
            prints: Vec::new(),
        };
        let mut texts = scan.texts.iter().copied().peekable();
        let mut end = start;
        for Tag { kind, range } in &scan.tags {
            let text = &template[end..range.start];
            if *kind == TagKind::Print {
                // `{{-` removes the blanks before it.
                let is_trimming = template[range.start..].starts_with("{{-");
                let before = if is_trimming {
                    text.trim_end().len()
                } else {
                    text.len()
                };
                source.push_text(template, end..end + before, &mut texts);
                let sign = source.signs.tag;
                source.text += &format!("{sign}{}{sign}", source.prints.len());
                source.push_text(template, end + before..range.start, &mut texts);
                let start = source.text.len();
                source
                    .prints
                    .push((start..start + range.len(), range.start));
            } else {
                source.push_text(template, end..range.start, &mut texts);
            }
            source.pieces.push((source.text.len(), range.start));
            source.text += &template[range.clone()];
            end = range.end;
        }
        source.push_text(template, end..template.len(), &mut texts);
        Some(source)
    }

    fn push_text(
        &mut self,
        template: &str,
        range: Range<usize>,
        texts: &mut Peekable<impl Iterator<Item = usize>>,
    ) {
        let start = range.start;
        self.pieces.push((self.text.len(), start));
        for (place, letter) in template[range].char_indices() {
            let place = start + place;
            while texts.next_if(|text| *text < place).is_some() {}
            let sign = match letter {
                '{' if texts.peek() == Some(&place) => Some(self.signs.brace),
                OPEN => Some(self.signs.open),
                CLOSE => Some(self.signs.close),
                _ => None,
            };
            self.text.push(sign.unwrap_or(letter));
            if sign.is_some() {
                self.pieces
                    .push((self.text.len(), place + letter.len_utf8()));
            }
        }
    }

    /// Converts a place in the text into one of the template.
    pub fn place(&self, offset: usize) -> usize {
        let piece = self.pieces.partition_point(|(begins, _)| *begins <= offset);
        let (begins, place) = self.pieces[..piece].last().copied().unwrap_or_default();
        place + (offset - begins)
    }

    /// Replaces the tag at a place in the text by blanks; false if none that prints something is there.
    pub fn forget_print(&mut self, offset: usize) -> bool {
        let found = self.prints.iter().find(|(tag, _)| tag.contains(&offset));
        let Some(tag) = found.map(|(tag, _)| tag.clone()) else {
            return false;
        };
        let is_there = !self.text[tag.clone()].trim().is_empty();
        self.text.replace_range(tag.clone(), &" ".repeat(tag.len()));
        is_there
    }

    /// Returns what was rendered as Markdown: gives each mark its place, and puts back what signs stand for.
    pub fn restore(&self, rendered: &str, marks: &mut Vec<Mark>) -> String {
        let mut markdown = String::with_capacity(rendered.len());
        let mut offset = 0;
        let mut rest = rendered;
        let mark_at = |marks: &mut Vec<Mark>, letter: char, offset| {
            marks.push(Mark::Value {
                text: letter.to_string(),
                offset,
            });
            format!("{OPEN}{}{CLOSE}", marks.len() - 1)
        };
        let Signs {
            brace,
            tag,
            open,
            close,
        } = self.signs;
        while let Some(place) = rest.find([brace, tag, open, close, OPEN]) {
            markdown.push_str(&rest[..place]);
            rest = &rest[place..];
            let Some(letter) = rest.chars().next() else {
                break;
            };
            rest = &rest[letter.len_utf8()..];
            if letter == brace {
                markdown.push('{');
            } else if letter == open {
                markdown += &mark_at(marks, OPEN, offset);
            } else if letter == close {
                markdown += &mark_at(marks, CLOSE, offset);
            } else if let Some((number, after)) = rest.split_once([tag, CLOSE]) {
                let number = number.parse::<usize>().unwrap_or(usize::MAX);
                rest = after;
                if letter == tag {
                    offset = self.prints.get(number).map_or(0, |(_, place)| *place);
                } else {
                    if let Some(mark) = marks.get_mut(number) {
                        mark.set_offset(offset);
                    }
                    markdown += &format!("{OPEN}{number}{CLOSE}");
                }
            }
        }
        markdown + rest
    }
}

impl Mark {
    fn set_offset(&mut self, place: usize) {
        match self {
            Mark::Part(placeholder) => placeholder.offset = place,
            Mark::Value { offset, .. } => *offset = place,
        }
    }
}
