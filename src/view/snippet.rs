//! The line that a message is about, with a mark below the place.

use unicode_width::UnicodeWidthStr;

use crate::diagnostic::Quote;
use crate::text::{truncate, truncate_start, visible};

/// The columns of a line that are shown even if the terminal is narrower.
const NARROWEST: usize = 20;

/// Prints a line with its number, and below it a mark at the position, both indented. Of a long line, only what is
/// around the position is printed; of a blank one, nothing.
///
/// ```text
///   3 | …by = "armin", kind = "plan", foo = 1 }
///     |                               ^
/// ```
pub fn snippet(quote: &Quote, indent: usize, width: usize) -> String {
    let number = quote.position.line.to_string();
    let gutter = indent + number.len() + " | ".len();
    let room = width.saturating_sub(gutter).max(NARROWEST);
    let before = visible(&quote.before);
    let after = visible(quote.after.trim_end());
    if (before.clone() + &after).trim().is_empty() {
        return String::new();
    }
    // What comes after the position has half of the room, and what the other half leaves.
    let after_width = after.width().min(room / 2);
    let before = truncate_start(&before, room - after_width);
    let after = truncate(&after, room.saturating_sub(before.width()));
    let text = format!("{before}{after}");
    let blanks = " ".repeat(indent);
    let below = " ".repeat(number.len());
    let mark = " ".repeat(before.width());
    format!(
        "{blanks}{number} | {}\n{blanks}{below} | {mark}^\n",
        text.trim_end()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Position;

    fn shown(line: &str, column: usize) -> String {
        snippet(&Quote::of(line, Position { line: 7, column }), 2, 36)
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        assert_eq!(
            shown("title = 1  ", 9),
            "  7 | title = 1\n    |         ^\n"
        );
        assert_eq!(shown("x = 1", 1), "  7 | x = 1\n    | ^\n");
    }

    #[test]
    fn a_long_line_is_cut_around_the_position() {
        let line = "0123456789".repeat(10);
        for (column, snippet) in [
            (1, "  7 | 01234567890123456789012345678…\n    | ^\n"),
            (
                50,
                "  7 | …5678901234567890123456789012…\n    |                ^\n",
            ),
            (
                100,
                "  7 | …12345678901234567890123456789\n    |                              ^\n",
            ),
        ] {
            assert_eq!(shown(&line, column), snippet);
        }
    }

    #[test]
    fn columns_are_those_of_a_terminal() {
        // Wide letters, a combining accent, an escaped control character.
        assert_eq!(shown("日本 x", 4), "  7 | 日本 x\n    |      ^\n");
        assert_eq!(shown("e\u{301} x", 4), "  7 | e\u{301} x\n    |   ^\n");
        assert_eq!(shown("\u{1b}[ x", 4), "  7 | \\u{1b}[ x\n    |         ^\n");
        assert_eq!(shown("a\tb", 3), "  7 | a b\n    |   ^\n");
    }

    #[test]
    fn a_blank_line_is_not_shown() {
        assert_eq!(shown("  ", 1), "");
        assert_eq!(shown("", 1), "");
    }

    #[test]
    fn a_position_after_the_end_is_marked_there() {
        assert_eq!(shown("a = {", 6), "  7 | a = {\n    |      ^\n");
    }
}
