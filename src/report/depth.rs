//! How deep quotes and lists of a text are nested, and a limit that keeps the cost of parsing proportional to its length.

use std::borrow::Cow;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::syntax::parser;

use crate::domain::DEEPEST;

/// The marker of a quote or a list in this column or further right is nested too deep, whatever it is.
const RIGHTMOST: usize = 8 * DEEPEST;

/// Returns whether quotes and lists in a text are nested deeper than a report can show.
pub fn is_too_deep(text: &str) -> bool {
    let mut depth = 0;
    parser(&escape_deep_markers(text)).any(|event| {
        match event {
            Event::Start(Tag::BlockQuote(_) | Tag::List(_)) => depth += 1,
            Event::End(TagEnd::BlockQuote(_) | TagEnd::List(_)) => depth -= 1,
            _ => {}
        }
        depth > DEEPEST
    })
}

/// Puts a backslash before the first marker of each line that is too far to the right, so that it is text.
///
/// The parser compares each line with the markers of all open quotes and lists. With 20,000 `>` in one line and as many short
/// lines after it, that would take minutes.
pub(super) fn escape_deep_markers(text: &str) -> Cow<'_, str> {
    // Most texts have no line of that length.
    if text.split('\n').all(|line| line.len() <= RIGHTMOST) {
        return Cow::Borrowed(text);
    }
    let mut shallow = String::with_capacity(text.len());
    for line in text.split_inclusive(['\n', '\r']) {
        match marker_beyond(line) {
            Some(place) => {
                shallow.push_str(&line[..place]);
                shallow.push('\\');
                shallow.push_str(&line[place..]);
            }
            None => shallow.push_str(line),
        }
    }
    Cow::Owned(shallow)
}

/// Finds the first marker of a text that is too far to the right.
pub(super) fn too_deep_marker(text: &str) -> Option<usize> {
    let mut end = 0;
    text.split_inclusive(['\n', '\r']).find_map(|line| {
        let start = end;
        end += line.len();
        let marker = Some(line)
            .filter(|line| line.len() > RIGHTMOST)
            .and_then(marker_beyond);
        marker.map(|place| start + place)
    })
}

/// Finds the first marker of a line that is too far to the right.
fn marker_beyond(line: &str) -> Option<usize> {
    let bytes = line.as_bytes();
    // `- - -` is a horizontal line, whatever its length.
    let last = *line.trim_end().as_bytes().last()?;
    let is_across = |byte: &u8| *byte == last || byte.is_ascii_whitespace();
    let across = bytes.len()
        - bytes
            .iter()
            .rev()
            .take_while(|byte| is_across(byte))
            .count();
    let mut place = 0;
    let mut column = 0;
    while let Some(byte) = bytes.get(place) {
        if matches!(last, b'-' | b'*' | b'_') && place >= across {
            return None;
        }
        let is_blank = |place: usize| {
            let after = bytes.get(place);
            after.is_none_or(|byte| byte.is_ascii_whitespace())
        };
        let digits = bytes[place..]
            .iter()
            .take(9)
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let delimiter = place + digits;
        let marker = match byte {
            b' ' => {
                (place, column) = (place + 1, column + 1);
                continue;
            }
            b'\t' => {
                (place, column) = (place + 1, column + 4 - column % 4);
                continue;
            }
            b'>' => 1,
            b'-' | b'+' | b'*' if is_blank(place + 1) => 1,
            b'0'..=b'9'
                if matches!(bytes.get(delimiter), Some(b'.' | b')')) && is_blank(delimiter + 1) =>
            {
                digits + 1
            }
            _ => return None,
        };
        if column >= RIGHTMOST {
            // Before a digit, a backslash escapes nothing.
            return Some(place + marker - 1);
        }
        (place, column) = (place + marker, column + marker);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_too_deep_with_more_nested_quotes_and_lists_than_a_report_can_show() {
        let stairs = |depth: usize| -> String {
            (0..depth)
                .map(|level| format!("{}- a\n", "  ".repeat(level)))
                .collect()
        };
        for marker in ["> ", ">", "- ", "1. ", "* ", "+   ", "2)\t"] {
            let text = |depth: usize| marker.repeat(depth) + "a";
            assert!(!is_too_deep(&text(DEEPEST)), "{marker}");
            assert!(is_too_deep(&text(DEEPEST + 1)), "{marker}");
            assert!(is_too_deep(&text(20_000)), "{marker}");
        }
        assert!(!is_too_deep(&stairs(DEEPEST)) && is_too_deep(&stairs(DEEPEST + 1)));
        assert!(is_too_deep(&("> - ".repeat(DEEPEST / 2 + 1) + "# a")));
        for text in [
            "- ".repeat(1000),
            "* ".repeat(1000) + "\n",
            "-".repeat(1000),
            "*".repeat(1000) + "a",
            "[".repeat(1000),
            format!("```\n{}\n```", ">".repeat(1000)),
            "    ".to_owned() + &"- ".repeat(1000) + "a",
        ] {
            assert!(!is_too_deep(&text), "{text}");
        }
    }

    #[test]
    fn text_that_is_less_deep_is_not_changed() {
        for text in [
            "- a\n  - b".to_owned(),
            "> ".repeat(DEEPEST) + &"a".repeat(RIGHTMOST),
            "- ".repeat(1000),
            " ".repeat(1000) + "a - b",
            "-a".repeat(1000),
            "1.5 ".repeat(1000),
            "é".repeat(1000),
        ] {
            assert_eq!(escape_deep_markers(&text), text);
        }
        let stays = "> ".repeat(RIGHTMOST / 2);
        assert_eq!(
            escape_deep_markers(&"> ".repeat(1000)),
            format!("{stays}\\{}", "> ".repeat(1000 - RIGHTMOST / 2))
        );
        let stays = "1. ".repeat(RIGHTMOST / 3 + 1);
        assert_eq!(
            escape_deep_markers(&("1. ".repeat(100) + "a")),
            format!("{stays}1\\. {}a", "1. ".repeat(100 - RIGHTMOST / 3 - 2))
        );
    }
}
