//! How a text looks in the terminal.

use anstyle::{AnsiColor, Style};

use crate::text::{columns, truncate, visible, wrap};

/// What is known of the terminal that a text is for.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Its width in columns.
    pub width: usize,
    /// Whether it has colours. They never carry a meaning alone.
    pub color: bool,
}

/// What becomes of texts that are wider than their column.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Long {
    Cut,
    Wrapped,
}

/// Titles and headings.
pub(super) const STRONG: Style = Style::new().bold();
/// Numbers, and what is over.
pub(super) const FAINT: Style = Style::new().dimmed();
pub(super) const PEOPLE: Style = AnsiColor::Cyan.on_default();
/// What somebody should see to.
pub(super) const ALERT: Style = AnsiColor::Yellow.on_default();
pub(super) const FINISHED: Style = AnsiColor::Green.on_default();

impl Look {
    /// Writes a text in a style. The blanks around it have none.
    pub(super) fn paint(self, style: Style, text: &str) -> String {
        let words = text.trim();
        if !self.color || style.is_plain() || words.is_empty() {
            return text.to_owned();
        }
        let start = text.len() - text.trim_start().len();
        let end = start + words.len();
        format!("{}{style}{words}{style:#}{}", &text[..start], &text[end..])
    }

    /// Writes a heading on one line.
    pub(super) fn heading(self, text: &str) -> String {
        self.paint(STRONG, &truncate(&visible(text), self.width))
    }

    /// Writes a title, whatever lines it needs.
    pub(super) fn title(self, text: &str) -> String {
        let lines = wrap(visible(text).split_whitespace(), self.width);
        let lines = lines.iter().map(|line| self.paint(STRONG, line));
        lines.collect::<Vec<_>>().join("\n")
    }

    /// Writes a text of one paragraph behind an indent; its lines after the first are indented more.
    pub(super) fn paragraph(self, text: &str, indent: &str) -> Vec<String> {
        const MORE: &str = "  ";
        let width = self.width.saturating_sub(indent.len() + MORE.len());
        let lines = wrap(visible(text).split_whitespace(), width).into_iter();
        let more = |place| if place > 0 { MORE } else { "" };
        let lines = lines.enumerate();
        lines
            .map(|(place, line)| format!("{indent}{}{line}", more(place)))
            .collect()
    }

    /// Writes a text in Markdown: its lines stay lines, and those that are too long go on in the next, below their first word.
    /// Code stays as it is.
    pub(super) fn markdown(self, text: &str) -> Vec<String> {
        let mut fence = None;
        let mut lines = Vec::new();
        for line in text.lines().map(visible) {
            let start = line.len() - line.trim_start().len();
            let mut fences = ["```", "~~~"].into_iter();
            let opened = fences.find(|fence| line[start..].starts_with(fence));
            let is_code = fence.is_some() || opened.is_some() || start >= 4;
            match fence {
                Some(_) if opened == fence => fence = None,
                Some(_) => {}
                None => fence = opened,
            }
            if is_code || columns(&line) <= self.width {
                lines.push(line);
                continue;
            }
            let indent = start + list_marker(&line[start..]);
            let (head, rest) = line.split_at(indent);
            let width = self.width.saturating_sub(indent);
            for (place, words) in wrap(rest.split_whitespace(), width).iter().enumerate() {
                let blanks = " ".repeat(indent);
                let head = if place == 0 { head } else { &blanks };
                lines.push(format!("{head}{words}"));
            }
        }
        lines
    }

    /// Writes a list behind what leads to it, such as `Here (3):`. The lines after the first are indented, and none of its
    /// parts is broken.
    pub(super) fn listing(self, lead: &str, parts: &[String], style: Style) -> String {
        const INDENT: &str = "  ";
        let lead = together(lead);
        let words = std::iter::once(lead.clone()).chain(with_commas(parts));
        let words: Vec<String> = words.collect();
        let width = self.width.saturating_sub(INDENT.len());
        let lines = wrap(words.iter().map(String::as_str), width);
        let line = |line: &String| match line.strip_prefix(&lead) {
            Some(rest) => self.paint(STRONG, &lead) + &self.paint(style, rest),
            None => INDENT.to_owned() + &self.paint(style, line),
        };
        let lines: Vec<String> = lines.iter().map(line).collect();
        apart(&lines.join("\n"))
    }
}

/// Returns the length of the bullet or number of a list, with the blank behind it, at the beginning of a line.
fn list_marker(line: &str) -> usize {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let signs: &[char] = if digits > 0 {
        &['.', ')']
    } else {
        &['-', '*', '+']
    };
    match line[digits..].strip_prefix(signs) {
        Some(rest) if rest.starts_with(' ') => digits + 2,
        _ => 0,
    }
}

/// Puts a comma behind each part of a list but the last, and keeps the words of a part on one line.
pub(super) fn with_commas(parts: &[String]) -> impl Iterator<Item = String> {
    let last = parts.len().saturating_sub(1);
    let comma = move |place| if place < last { "," } else { "" };
    let parts = parts.iter().enumerate();
    parts.map(move |(place, part)| together(&visible(part)) + comma(place))
}

/// Replaces blanks by those at which no line ends.
fn together(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}

/// Takes back what [`together`] did.
pub(super) fn apart(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_width::UnicodeWidthStr;

    use super::*;

    #[test]
    fn a_list_goes_on_below_its_first_part() {
        let look = Look {
            width: 24,
            color: false,
        };
        let names = ["Armin", "Carl Friedrich", "Bea"].map(str::to_owned);
        assert_eq!(
            look.listing("Here (3):", &names, PEOPLE),
            "Here (3): Armin,\n  Carl Friedrich, Bea"
        );
    }

    #[test]
    fn long_lines_of_markdown_go_on_below_their_first_word_and_code_stays() {
        let look = Look {
            width: 16,
            color: false,
        };
        let text = "One line that is long.\nA short one.\n\n- a point that is long\n10. another long point\n\n    code that is long enough\n```sh\nmore code that is long\n~~~ and more\n```\nand a long line again";
        assert_eq!(
            look.markdown(text),
            [
                "One line that is",
                "long.",
                "A short one.",
                "",
                "- a point that",
                "  is long",
                "10. another long",
                "    point",
                "",
                "    code that is long enough",
                "```sh",
                "more code that is long",
                "~~~ and more",
                "```",
                "and a long line",
                "again",
            ]
        );
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_the_terminal_and_no_name_is_broken(
            names in prop::collection::vec("[A-Za-zŁé日]{1,9}( [A-Z]{1,6})?", 0..30),
            title in "\\PC{0,100}",
            width in 40..220_usize,
        ) {
            let look = Look { width, color: false };
            let list = look.listing("Here (12):", &names, PEOPLE);
            for name in &names {
                prop_assert!(list.contains(name.as_str()), "{name:?} in {list:?}");
            }
            let no_code = title.replace(['`', '~'], "");
            let markdown = look.markdown(no_code.trim_start()).join("\n");
            for text in [list, markdown, look.title(&title), look.heading(&title)] {
                prop_assert!(text.lines().all(|line| line.width() <= width), "{text:?}");
            }
        }
    }
}
