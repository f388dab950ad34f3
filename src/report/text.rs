//! Plain text for a mail: lines of 72 columns, with the addresses of links in notes at the end.

use std::iter::once;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::document::{Alignment, Block, Inline, is_address_of, is_tight};
use crate::domain::is_address;

/// The longest line, in columns. <https://www.rfc-editor.org/rfc/rfc3676#section-4.2>
const WIDTH: usize = 72;

/// What headings of each level are underlined with; those of deeper levels with the last.
const UNDERLINES: [&str; 4] = ["=", "-", "~", "."];

/// What is between two columns of a table.
const GAP: &str = "  ";

/// Writes a document, with a newline at its end. Lines are longer only in code, and where a word or an address is.
pub fn text(blocks: &[Block]) -> String {
    let mut writer = Writer::default();
    let mut lines = writer.blocks(blocks, WIDTH);
    if !writer.notes.is_empty() {
        lines.push(String::new());
    }
    for (place, address) in writer.notes.iter().enumerate() {
        lines.push(format!("[{}] {address}", place + 1));
    }
    lines.join("\n") + "\n"
}

#[derive(Default)]
struct Writer {
    /// The addresses to be listed at the end.
    notes: Vec<String>,
}

impl Writer {
    fn blocks(&mut self, blocks: &[Block], width: usize) -> Vec<String> {
        let mut lines = Vec::new();
        for block in blocks {
            let more = self.block(block, width);
            if !lines.is_empty() && !more.is_empty() {
                lines.push(String::new());
            }
            lines.extend(more);
        }
        lines
    }

    fn block(&mut self, block: &Block, width: usize) -> Vec<String> {
        match block {
            Block::Heading(level, inlines) => {
                let mut lines = wrapped(&self.inlines(inlines), width);
                let longest = lines.iter().map(|line| line.width()).max();
                let place = usize::from(*level).clamp(1, UNDERLINES.len()) - 1;
                lines.push(UNDERLINES[place].repeat(longest.unwrap_or_default()));
                lines
            }
            Block::Paragraph(inlines) => wrapped(&self.inlines(inlines), width),
            Block::List { start, items } => self.list(*start, items, width),
            Block::Code { text, .. } => indented("    ", text.lines().map(str::to_owned)),
            Block::Quote(inner) => {
                let lines = self.blocks(inner, width.saturating_sub(2));
                let lines = lines.iter().map(|line| format!("> {line}"));
                lines.map(|line| line.trim_end().to_owned()).collect()
            }
            Block::Table {
                columns,
                head,
                rows,
            } => self.table(columns, head, rows, width),
            Block::Rule => vec!["-".repeat(width)],
            Block::Figure {
                source,
                alt,
                caption,
            } => {
                let caption = match caption.as_slice() {
                    [] => alt.clone(),
                    caption => self.inlines(caption),
                };
                wrapped(&self.picture(source, &caption), width)
            }
            Block::Comment(_) | Block::Raw { .. } => Vec::new(),
        }
    }

    fn list(&mut self, start: Option<u64>, items: &[Vec<Block>], width: usize) -> Vec<String> {
        let marker = |place: usize| match start {
            Some(start) => format!("{}. ", start.saturating_add(place as u64)),
            None => "- ".to_owned(),
        };
        let indent = (0..items.len()).map(|place| marker(place).len()).max();
        let indent = indent.unwrap_or_default();
        let mut lines: Vec<String> = Vec::new();
        for (place, item) in items.iter().enumerate() {
            let blocks = if is_tight(item) {
                let blocks = item.iter();
                let blocks =
                    blocks.flat_map(|block| self.block(block, width.saturating_sub(indent)));
                blocks.collect()
            } else {
                self.blocks(item, width.saturating_sub(indent))
            };
            if place > 0 && !(is_tight(item) && is_tight(&items[place - 1])) {
                lines.push(String::new());
            }
            let mut item = indented(&" ".repeat(indent), blocks.into_iter());
            let first = item.first().map_or("", |line| line.trim_start_matches(' '));
            let first = format!("{:<indent$}{first}", marker(place));
            item.splice(..item.len().min(1), once(first.trim_end().to_owned()));
            lines.extend(item);
        }
        lines
    }

    /// Writes a table with columns as wide as they have to be, of which the widest are broken where they do not fit.
    fn table(
        &mut self,
        columns: &[Alignment],
        head: &[Vec<Inline>],
        rows: &[Vec<Vec<Inline>>],
        width: usize,
    ) -> Vec<String> {
        let rows = once(head).chain(rows.iter().map(Vec::as_slice));
        let rows: Vec<Vec<String>> = rows
            .map(|row| row.iter().map(|cell| self.inlines(cell)).collect())
            .collect();
        let widths = widths(&rows, columns.len(), width);
        let mut lines = Vec::new();
        for (number, row) in rows.iter().enumerate() {
            let cells: Vec<Vec<String>> = row
                .iter()
                .zip(&widths)
                .map(|(cell, width)| wrapped(cell, *width))
                .collect();
            let height = cells.iter().map(Vec::len).max().unwrap_or_default();
            for line in 0..height {
                let cells = cells.iter().zip(&widths).zip(columns);
                let cells = cells.map(|((cell, width), column)| {
                    let cell = cell.get(line).map_or("", String::as_str);
                    padded(cell, *width, *column)
                });
                let line = cells.collect::<Vec<_>>().join(GAP);
                lines.push(line.trim_end().to_owned());
            }
            if number == 0 {
                let line = widths.iter().map(|width| "-".repeat(*width));
                lines.push(line.collect::<Vec<_>>().join(GAP));
            }
        }
        lines
    }

    /// Writes inlines without line ends, except those of breaks.
    fn inlines(&mut self, inlines: &[Inline]) -> String {
        let mut line = String::new();
        for inline in inlines {
            let written = match inline {
                Inline::Text(text) | Inline::Code(text) => text.clone(),
                Inline::Emphasis(inner) | Inline::Strong(inner) => self.inlines(inner),
                Inline::Link { to, text } => self.link(to, text),
                Inline::Image { source, alt } => self.picture(source, alt),
                Inline::OmittedImage { alt, .. } => alt.clone(),
                Inline::Break => "\n".to_owned(),
            };
            line.push_str(&written);
        }
        line
    }

    fn link(&mut self, to: &str, text: &[Inline]) -> String {
        let words = match text {
            // Its own address would be a second note.
            [Inline::Image { alt, .. }] => picture(alt),
            text => self.inlines(text),
        };
        // A part of the page has no address that a reader could use.
        if to.starts_with('#') || is_address_of(to, text) {
            return words;
        }
        format!("{words} {}", self.note(to))
    }

    fn picture(&mut self, source: &str, caption: &str) -> String {
        match is_address(source) {
            true => format!("{} {}", picture(caption), self.note(source)),
            false => picture(caption),
        }
    }

    /// Refers to an address, which is listed once.
    fn note(&mut self, address: &str) -> String {
        let mut known = self.notes.iter();
        let place = known.position(|known| known == address);
        let place = place.unwrap_or_else(|| {
            self.notes.push(address.to_owned());
            self.notes.len() - 1
        });
        format!("[{}]", place + 1)
    }
}

fn picture(caption: &str) -> String {
    match caption {
        "" => "[picture]".to_owned(),
        caption => format!("[picture: {caption}]"),
    }
}

fn indented(indent: &str, lines: impl Iterator<Item = String>) -> Vec<String> {
    let indented = |line: String| match line.as_str() {
        "" => line,
        line => format!("{indent}{line}"),
    };
    lines.map(indented).collect()
}

/// Chooses the widths of columns. While a row is too long, the widest column gets narrower, but not than its longest word.
fn widths(rows: &[Vec<String>], columns: usize, width: usize) -> Vec<usize> {
    let widest = |column: usize, measure: &dyn Fn(&str) -> usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| measure(cell)).max().unwrap_or_default()
    };
    let line = |cell: &str| cell.lines().map(UnicodeWidthStr::width).max().unwrap_or(0);
    let piece = |cell: &str| pieces(cell).map(UnicodeWidthStr::width).max().unwrap_or(0);
    let mut widths: Vec<usize> = (0..columns).map(|column| widest(column, &line)).collect();
    let narrowest: Vec<usize> = (0..columns).map(|column| widest(column, &piece)).collect();
    let gaps = GAP.len() * columns.saturating_sub(1);
    let mut excess = (widths.iter().sum::<usize>() + gaps).saturating_sub(width);
    while excess > 0 {
        let columns = widths.iter_mut().zip(&narrowest);
        let columns = columns.filter(|(width, narrowest)| **width > **narrowest);
        let Some((width, _)) = columns.max_by_key(|(width, _)| **width) else {
            break;
        };
        *width -= 1;
        excess -= 1;
    }
    widths
}

fn padded(text: &str, width: usize, column: Alignment) -> String {
    let blanks = width.saturating_sub(text.width());
    let left = match column {
        Alignment::Plain | Alignment::Left => 0,
        Alignment::Center => blanks / 2,
        Alignment::Right => blanks,
    };
    format!("{}{text}{}", " ".repeat(left), " ".repeat(blanks - left))
}

/// Breaks a text into lines that fit, except for words that do not.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for text in text.split('\n') {
        let mut line = String::new();
        for piece in pieces(text) {
            let fits = line.width() + piece.trim_end_matches(' ').width() <= width;
            if !fits && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            line.push_str(piece);
        }
        lines.push(line);
    }
    let mut lines: Vec<String> = lines
        .iter()
        .map(|line| line.trim_matches(' ').to_owned())
        .collect();
    lines.retain(|line| !line.is_empty());
    lines
}

/// Splits a text where a line may end: after blanks, and between the characters of scripts that have no blanks.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut before = ' ';
        let end = rest.char_indices().find(|(place, letter)| {
            let is_wide = |letter: char| letter.width() == Some(2);
            let is_after_blank = before == ' ' && *letter != ' ';
            let is_between = is_wide(before) && is_wide(*letter) && letter.is_alphanumeric();
            before = *letter;
            *place > 0 && (is_after_blank || is_between)
        });
        let (piece, after) = rest.split_at(end.map_or(rest.len(), |(place, _)| place));
        rest = after;
        (!piece.is_empty()).then_some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::super::parse::{parse, parse_page};
    use super::*;

    #[test]
    fn every_kind_of_block_is_plain() {
        let page = "# A *title*\n\nOne **two** `three`, R&D <four>.  \nFive.\n\n## Part\n\n### 日本\n\n#### Deep\n\n\
                    - a\n- b\n    1. c\n\n9. d\n10. e\n\n    f\n\n> said\n>\n> - g\n\n```c\nint x;\n\n  y\n```\n\n---\n\n\
                    <!-- more -->\n\n```raw html\n<b>\n```\n\nEnd";
        assert_eq!(
            text(&parse_page(page)),
            "A title\n=======\n\nOne two three, R&D <four>.\nFive.\n\nPart\n----\n\n日本\n~~~~\n\nDeep\n....\n\n\
             - a\n- b\n  1. c\n\n9.  d\n\n10. e\n\n    f\n\n> said\n>\n> - g\n\n    int x;\n\n      y\n\n\
             ------------------------------------------------------------------------\n\nEnd\n"
        );
    }

    #[test]
    fn lines_end_after_words_and_hang_in_lists() {
        let long = "- ".to_owned() + &"word ".repeat(30) + "\n  1. " + &"word ".repeat(20);
        let seen = text(&parse(&long));
        let line = |count: usize| "word ".repeat(count).trim_end().to_owned();
        assert_eq!(
            seen,
            format!(
                "- {}\n  {}\n  {}\n  1. {}\n     {}\n",
                line(14),
                line(14),
                line(2),
                line(13),
                line(7)
            )
        );
        let address = format!("https://x.y/{}", "a-b/".repeat(20));
        assert_eq!(
            text(&parse(&format!("See {address} or not."))),
            format!("See\n{address}\nor not.\n")
        );
    }

    #[test]
    fn columns_are_counted_as_they_are_shown() {
        let seen = text(&parse(&"会議、".repeat(20)));
        let widths: Vec<usize> = seen.lines().map(UnicodeWidthStr::width).collect();
        assert_eq!(widths, [72, 48]);
    }

    #[test]
    fn links_are_notes_at_the_end_and_each_address_is_there_once() {
        assert_eq!(
            text(&parse(
                "[a](https://x.y) and [b](https://z.y/_c_), [d](https://x.y); https://bare.y, <e@f.org>, [g](mailto:e@f.org), [h](#i), [j](k.pdf)"
            )),
            "a [1] and b [2], d [1]; https://bare.y, e@f.org, g [3], h, j [4]\n\n\
             [1] https://x.y\n[2] https://z.y/_c_\n[3] mailto:e@f.org\n[4] k.pdf\n"
        );
    }

    #[test]
    fn a_picture_is_its_caption_and_has_a_note_if_it_is_on_the_web() {
        let figure = |source: &str, alt: &str, caption: &str| Block::Figure {
            source: source.into(),
            alt: alt.into(),
            caption: match caption {
                "" => Vec::new(),
                caption => vec![Inline::Emphasis(vec![Inline::text(caption)])],
            },
        };
        let mut page = vec![
            figure("photos/a.png", "alt", "The hut"),
            figure("https://x.y/b.png", "Alt", ""),
            figure("photos/c.png", "", ""),
        ];
        page.extend(parse(
            "a ![d](https://x.y/b.png) [![e](f.png)](https://x.y/e.png)",
        ));
        assert_eq!(
            text(&page),
            "[picture: The hut]\n\n[picture: Alt] [1]\n\n[picture]\n\na [picture: d] [1] [picture: e] [2]\n\n\
             [1] https://x.y/b.png\n[2] https://x.y/e.png\n"
        );
    }

    #[test]
    fn a_table_has_aligned_columns_that_fit() {
        assert_eq!(
            text(&parse(
                "| a | Number | c |\n|---|--:|:-:|\n| 日本 | 1 | x |\n| b | 20 | yyy |"
            )),
            "a     Number   c\n----  ------  ---\n日本       1   x\nb         20  yyy\n"
        );
        let long = format!(
            "| a | b |\n|---|---|\n| {} | 1 |\n| short | 2 |",
            "word ".repeat(20)
        );
        let line = |count: usize| "word ".repeat(count).trim_end().to_owned();
        assert_eq!(
            text(&parse(&long)),
            format!(
                "{:69}  b\n{}  -\n{}  1\n{}\n{:69}  2\n",
                "a",
                "-".repeat(69),
                line(14),
                line(6),
                "short"
            )
        );
    }
}
