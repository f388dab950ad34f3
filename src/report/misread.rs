//! Markup that nobody may have meant: `2*3*4` is emphasis, and `List[int](x)` a link.

use pulldown_cmark::{Event, LinkType, Tag};

use super::depth::escape_deep_markers;
use super::syntax::{escape_literals, parser};
use crate::domain::Markup;

/// Finds the first piece of a text that reads as emphasis or as a link, in the middle of a word or without an address, with the
/// word that it is in.
pub fn misread(text: &str) -> Option<(String, Markup)> {
    let text = escape_deep_markers(text);
    let text = escape_literals(&text);
    parser(&text).into_offset_iter().find_map(|(event, range)| {
        let Event::Start(tag) = event else {
            return None;
        };
        let before = text[..range.start].chars().next_back();
        let is_in_word =
            before.is_some_and(|letter| letter.is_alphanumeric() || "_)]".contains(letter));
        let markup = match tag {
            Tag::Emphasis | Tag::Strong if is_in_word => Markup::Emphasis,
            Tag::Link {
                link_type: LinkType::Inline,
                dest_url,
                ..
            } if is_in_word && !has_scheme(&dest_url)
                || !dest_url.contains(['.', '/', '#', ':', '%']) =>
            {
                Markup::Link
            }
            _ => return None,
        };
        let start = text[..range.start].rfind(char::is_whitespace);
        let end = text[range.end..].find(char::is_whitespace);
        let start = start.map_or(0, |blank| {
            blank + text[blank..].chars().next().map_or(0, char::len_utf8)
        });
        let end = end.map_or(text.len(), |length| range.end + length);
        Some((unescaped(&text[start..end]), markup))
    })
}

fn has_scheme(to: &str) -> bool {
    to.contains("://") || to.starts_with("mailto:")
}

/// Removes the backslashes that keep signs from being markup.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek();
        if letter != '\\' || !next.is_some_and(char::is_ascii_punctuation) {
            plain.push(letter);
        } else if let Some(next) = letters.next() {
            plain.push(next);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emphasis_within_a_word_and_a_link_to_no_address_are_misread() {
        for (text, word, markup) in [
            ("see 2*3*4 now", "2*3*4", Markup::Emphasis),
            ("a**b**c", "a**b**c", Markup::Emphasis),
            ("char*p, char*q", "char*p, char*q", Markup::Emphasis),
            ("x = a*b+c*(d)", "a*b+c*(d)", Markup::Emphasis),
            ("List[int](x), done", "List[int](x),", Markup::Link),
            ("- a[i](j)", "a[i](j)", Markup::Link),
            ("[int](x)", "[int](x)", Markup::Link),
            ("f()[0](a.b)", "f()[0](a.b)", Markup::Link),
        ] {
            assert_eq!(misread(text), Some((word.to_owned(), markup)), "{text}");
        }
        for text in [
            "*a* **b** _c d_ _word_ (_word_) *e*s 2 * 3 * 4",
            "`2*3*4` `List[int](x)` __init__ snake_case_name",
            "[a](https://x.y) see[b](https://x.y) [c](mailto:d@e.f) [g](h.pdf) [i](#j)",
            "https://x.y/2*3*4 and https://x.y/a[b](c)",
            "```\n2*3*4\n```",
            "2\\*3\\*4",
        ] {
            assert_eq!(misread(text), None, "{text}");
        }
    }
}
