//! A document of the reference as text for a terminal.

use std::mem;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// The width of the text in columns.
const WIDTH: usize = 80;

/// Converts a document from Markdown: headings in capitals, paragraphs and lists as wide as a terminal, a line for each
/// row of a table, and of links to files only the words.
pub(crate) fn manual(markdown: &str) -> String {
    let mut page = Page::default();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        page.read(event);
    }
    page.text
}

#[derive(Default)]
struct Page {
    text: String,
    /// The words of the open paragraph, heading or cell.
    words: String,
    /// The target of the open link.
    link: String,
    /// The number of open lists.
    depth: usize,
    /// Whether the next paragraph is the first of a list item.
    is_item: bool,
    /// Whether the next block follows without a blank line: the last one is a row, or an item of a tight list.
    is_tight: bool,
    is_code: bool,
    /// The open row of a table.
    cells: Vec<String>,
}

impl Page {
    fn read(&mut self, event: Event<'_>) {
        match event {
            Event::Text(code) if self.is_code => {
                let lines = code.lines().map(|line| format!("    {line}\n"));
                self.words.extend(lines);
            }
            Event::Text(text) => self.words += &text,
            Event::Code(code) => self.words += &format!("`{code}`"),
            Event::SoftBreak | Event::HardBreak => self.words.push(' '),
            Event::Start(Tag::Link { dest_url, .. }) => self.link = dest_url.into_string(),
            Event::End(TagEnd::Link) if self.link.starts_with("http") => {
                self.words += &format!(" ({})", self.link);
            }
            Event::Start(Tag::CodeBlock(_)) => self.is_code = true,
            Event::End(TagEnd::CodeBlock) => {
                self.is_code = false;
                let code = mem::take(&mut self.words);
                self.add(&code);
            }
            Event::Start(Tag::List(_)) => {
                self.end_paragraph();
                self.is_tight = self.depth > 0;
                self.depth += 1;
            }
            Event::End(TagEnd::List(_)) => {
                self.depth -= 1;
                self.is_tight &= self.depth > 0;
            }
            Event::Start(Tag::Item) => self.is_item = true,
            Event::End(TagEnd::Paragraph) => self.end_paragraph(),
            Event::End(TagEnd::Item) => {
                // Only the text of a tight item is not a paragraph.
                let is_tight = !self.words.is_empty();
                self.end_paragraph();
                self.is_tight |= is_tight;
                self.is_item = false;
            }
            Event::End(TagEnd::Heading(level)) => {
                let heading = mem::take(&mut self.words) + "\n";
                match level {
                    HeadingLevel::H1 | HeadingLevel::H2 => self.add(&heading.to_uppercase()),
                    _ => self.add(&heading),
                }
            }
            Event::End(TagEnd::TableCell) => self.cells.push(mem::take(&mut self.words)),
            // The first row names the columns, which the text before a table explains.
            Event::End(TagEnd::TableHead) => self.cells.clear(),
            Event::End(TagEnd::TableRow) => {
                let cells = mem::take(&mut self.cells);
                self.add(&wrapped(&cells.join(": "), "  ", "      "));
                self.is_tight = true;
            }
            Event::End(TagEnd::Table) => self.is_tight = false,
            _ => {}
        }
    }

    /// Adds a block.
    fn add(&mut self, block: &str) {
        if !self.text.is_empty() && !mem::take(&mut self.is_tight) {
            self.text.push('\n');
        }
        self.text += block;
    }

    fn end_paragraph(&mut self) {
        let words = mem::take(&mut self.words);
        if words.is_empty() {
            return;
        }
        let next = "  ".repeat(self.depth);
        let first = match mem::take(&mut self.is_item) {
            true => "  ".repeat(self.depth - 1) + "* ",
            false => next.clone(),
        };
        self.add(&wrapped(&words, &first, &next));
    }
}

/// Breaks a paragraph into lines. The first one begins with `first`, the others with `next`.
fn wrapped(paragraph: &str, first: &str, next: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in paragraph.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            Some(_) => lines.push(next.to_owned() + word),
            None => lines.push(first.to_owned() + word),
        }
    }
    lines.into_iter().map(|line| line + "\n").collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_item_marks_nothing_after_its_list() {
        assert_eq!(manual("- a\n-\n\nAfter.\n"), "* a\n\nAfter.\n");
        assert_eq!(manual("-\n\nAfter.\n"), "After.\n");
    }
}
