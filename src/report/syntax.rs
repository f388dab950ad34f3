//! The Markdown of the texts: CommonMark with tables, in which names such as `__init__` and bare addresses are text.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::text::length_of_address;

/// Parses a text.
pub(super) fn parser(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Options::ENABLE_TABLES)
}

/// Returns whether a text is one line of letters, digits and marks that are markup nowhere within a line, as most are.
/// What begins it, two marks together or an address may still be markup.
pub(super) fn is_mostly_plain(text: &str) -> bool {
    // All bytes are looked at: without an early end, many are at once.
    text.bytes()
        .fold(true, |plain, byte| plain & PLAIN[usize::from(byte)])
}

/// Whether each byte is such a letter, digit or mark.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let marks = b" ,;:?('\"/%.)-";
    let mut byte = 0;
    while byte < plain.len() {
        plain[byte] = (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    let mut place = 0;
    while place < marks.len() {
        plain[marks[place] as usize] = true;
        place += 1;
    }
    plain
};

/// Puts backslashes before what CommonMark would take for markup in a bare address, and in a word that begins and ends with
/// two underscores, such as `__init__`.
pub(super) fn escape_literals(text: &str) -> Cow<'_, str> {
    if !text.contains('_') && !text.contains("://") {
        return Cow::Borrowed(text);
    }
    let mut written = String::with_capacity(text.len());
    let mut fixed = fixed_parts(text).into_iter().peekable();
    let mut place = 0;
    while place < text.len() {
        while fixed.next_if(|part| part.end <= place).is_some() {}
        let (before, rest) = text.split_at(place);
        let part = match fixed.peek().filter(|part| part.start <= place) {
            Some(part) => Part::Other(part.end - place),
            None => Part::first(before, rest),
        };
        let (length, signs) = match part {
            Part::Address(length) => (length, "*_[]&"),
            Part::Name(length) => (length, "_"),
            Part::Other(length) => (length, ""),
        };
        push_escaped(&rest[..length], signs, &mut written);
        place += length;
    }
    Cow::Owned(written)
}

/// Puts a backslash before the sign at the beginning of a text of one line that would not be shown: that of a heading, of a quote, of a
/// list with `+`, of a fence, or of the address of a link. What begins with `-`, `*` or `1.` is shown with a sign of its own.
pub(super) fn escape_first_sign(text: &str) -> Cow<'_, str> {
    let is_address = || {
        let link = text.strip_prefix('[').and_then(|text| text.split_once(']'));
        link.is_some_and(|(_, behind)| behind.starts_with(':'))
    };
    let fence = || text.strip_prefix("```");
    let is_lost = text.starts_with(['#', '+', '>'])
        || text.starts_with("~~~")
        || fence().is_some_and(|info| !info.contains('`'))
        || is_address();
    match is_lost && !text.trim_end().contains('\n') {
        true => Cow::Owned(format!("\\{text}")),
        false => Cow::Borrowed(text),
    }
}

/// A part of a text, with its length.
enum Part {
    Address(usize),
    /// A word that begins and ends with two underscores.
    Name(usize),
    Other(usize),
}

impl Part {
    /// Finds what a text begins with, after `before`.
    fn first(before: &str, text: &str) -> Part {
        if let Some(length) = length_of_address(before, text) {
            return Part::Address(length);
        }
        let length_of = |count: usize| text.chars().take(count).map(char::len_utf8).sum();
        if text.starts_with('\\') {
            return Part::Other(length_of(2));
        }
        let is_in_word = |letter: char| letter.is_alphanumeric() || letter == '_';
        let word = text.trim_start_matches(is_in_word);
        let word = &text[..text.len() - word.len()];
        if !word.starts_with('_') {
            return Part::Other(word.len().max(length_of(1)));
        }
        let has_two = word.starts_with("__") || before.ends_with("\\_");
        let is_name = has_two && word.ends_with("__");
        if is_name && word.contains(char::is_alphanumeric) {
            return Part::Name(word.len());
        }
        // An address may follow.
        Part::Other(word.len() - word.trim_start_matches('_').len())
    }
}

/// Copies a text, with backslashes before the given signs unless they are escaped or begin `&amp;`.
fn push_escaped(text: &str, signs: &str, written: &mut String) {
    let mut is_escaped = false;
    for (place, letter) in text.char_indices() {
        let is_sign = signs.contains(letter) && !is_escaped;
        if is_sign && !text[place..].starts_with("&amp;") {
            written.push('\\');
        }
        written.push(letter);
        is_escaped = letter == '\\' && !is_escaped;
    }
}

struct OpenLink {
    /// Whether its address follows its text.
    has_address: bool,
    /// Where what was read of its text ends.
    text_end: usize,
}

/// Finds the parts of a text that are taken as they are: code, HTML, and the addresses of links.
fn fixed_parts(text: &str) -> Vec<Range<usize>> {
    let mut fixed = Vec::new();
    let mut links: Vec<OpenLink> = Vec::new();
    for (event, range) in parser(text).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock)
            | Event::Code(_)
            | Event::Html(_)
            | Event::InlineHtml(_) => fixed.push(range.clone()),
            Event::Start(Tag::Link { link_type, .. } | Tag::Image { link_type, .. }) => {
                if matches!(link_type, LinkType::Autolink | LinkType::Email) {
                    fixed.push(range.clone());
                }
                links.push(OpenLink {
                    has_address: link_type == LinkType::Inline,
                    text_end: range.start + 1,
                });
                continue;
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                if let Some(link) = links.pop().filter(|link| link.has_address) {
                    fixed.push(link.text_end..range.end);
                }
            }
            _ => {}
        }
        if let Some(link) = links.last_mut() {
            link.text_end = range.end.max(link.text_end);
        }
    }
    fixed.sort_by_key(|part| part.start);
    fixed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sign_that_begins_one_line_is_literal_where_it_would_not_be_shown() {
        for (text, expected) in [
            ("# 5 is fixed", r"\# 5 is fixed"),
            ("+ 1", r"\+ 1"),
            ("> 100 pages\n", "\\> 100 pages\n"),
            ("~~~ works", r"\~~~ works"),
            ("``` works", r"\``` works"),
            ("[1]: https://x.y", r"\[1]: https://x.y"),
            ("```a``` works", "```a``` works"),
            ("[a](https://x.y): works", "[a](https://x.y): works"),
            ("- one", "- one"),
            ("1. one", "1. one"),
            ("# Heading\n\ntext", "# Heading\n\ntext"),
            ("> a\n> b", "> a\n> b"),
        ] {
            assert_eq!(escape_first_sign(text), expected, "{text}");
        }
    }

    #[test]
    fn a_word_between_two_underscores_and_an_address_are_literal() {
        for (text, expected) in [
            ("__init__", r"\_\_init\_\_"),
            (
                "a.__init__.py, _fields_ (__x__)",
                r"a.\_\_init\_\_.py, _fields_ (\_\_x\_\_)",
            ),
            ("**__a__** *_b_*", r"**\_\_a\_\_** *_b_*"),
            (r"\__init__ \_\_x\_\_", r"\_\_init\_\_ \_\_x\_\_"),
            (
                "_two words_ snake_case _a b_c",
                "_two words_ snake_case _a b_c",
            ),
            ("___ _ __", "___ _ __"),
            (
                "`__a__` [b](__c__) <https://x.y/__d__>",
                "`__a__` [b](__c__) <https://x.y/__d__>",
            ),
            ("[__a__](b)", r"[\_\_a\_\_](b)"),
            (
                "```\n__a__ https://x.y/*b*\n```",
                "```\n__a__ https://x.y/*b*\n```",
            ),
            (
                "https://x.y/a/__init__.py.",
                r"https://x.y/a/\_\_init\_\_.py.",
            ),
            ("(https://x.y/*star*/)", r"(https://x.y/\*star\*/)"),
            ("**https://x.y/a_b**", r"**https://x.y/a\_b**"),
            ("_https://x.y/a_", "_https://x.y/a_"),
            ("https://x.y/[a](b)_c_", r"https://x.y/\[a\](b)\_c\_"),
            (
                "[https://x.y/_a_](https://x.y/_a_)_b_",
                r"[https://x.y/\_a\_](https://x.y/_a_)_b_",
            ),
            (
                "https://x.y/?a&copy;b&amp;c",
                r"https://x.y/?a\&copy;b&amp;c",
            ),
            (r"https://x.y/a\_b\*c", r"https://x.y/a\_b\*c"),
            ("https://x.y/`*a*`", "https://x.y/`*a*`"),
            ("é__a__ __é__", r"é__a__ \_\_é\_\_"),
        ] {
            assert_eq!(escape_literals(text), expected, "{text}");
        }
    }
}
