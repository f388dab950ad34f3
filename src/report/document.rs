//! The tree that every format is written from.

#![allow(
    missing_docs,
    reason = "the names are those that Markdown has for its parts"
)]

use crate::text::{one_line, visible};

/// A block: one or more whole lines.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading, of level 1 (the title) to 6.
    Heading(u8, Vec<Inline>),
    Paragraph(Vec<Inline>),
    /// A list, numbered from `start` if there is one.
    List {
        /// The first number.
        start: Option<u64>,
        /// Its items, each of blocks.
        items: Vec<Vec<Block>>,
    },
    /// Code, without a newline at its end.
    Code {
        /// The language, or nothing.
        language: String,
        text: String,
    },
    Quote(Vec<Block>),
    /// A table. Every row has as many cells as there are columns.
    Table {
        columns: Vec<Alignment>,
        head: Vec<Vec<Inline>>,
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// A horizontal line.
    Rule,
    /// A picture with its caption.
    Figure {
        /// An address or a relative path.
        source: String,
        /// The alternative text.
        alt: String,
        caption: Vec<Inline>,
    },
    /// A note to whoever edits the text; readers do not see it.
    Comment(String),
    /// A text that one format takes as it is.
    Raw {
        /// The name of the format.
        format: String,
        text: String,
    },
}

/// How the cells of a column are aligned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Alignment {
    /// As the style of the page has it.
    Plain,
    Left,
    Center,
    Right,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Text, with no markup in it.
    Text(String),
    Code(String),
    Emphasis(Vec<Inline>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// A link to an http, https or mailto address or to a relative path.
    Link {
        to: String,
        /// The text of the link.
        text: Vec<Inline>,
    },
    /// A picture in a line, from the same sources as links.
    Image {
        /// The address or path.
        source: String,
        /// The alternative text.
        alt: String,
    },
    /// A picture that is left out, so that its alternative text is shown.
    OmittedImage {
        /// The picture, and why it is left out.
        picture: OmittedPicture,
        /// The alternative text.
        alt: String,
    },
    Break,
}

/// A picture that is left out.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OmittedPicture {
    /// The address or path.
    pub source: String,
    /// What is wrong with it, such as `is empty`.
    pub fault: String,
}

impl OmittedPicture {
    /// Makes a comment in the post.
    pub(super) fn comment(&self) -> Block {
        Block::Comment(format!("gap: {}", self.message()))
    }

    /// Describes in one line what is missing and how to add it.
    pub(crate) fn message(&self) -> String {
        let OmittedPicture { source, fault } = self;
        visible(&format!(
            "a picture is left out: {source} {fault}; add another with `sprint photo`, or `sprint undo` it"
        ))
    }
}

impl Inline {
    /// Makes a text without characters that a terminal acts on.
    pub fn text(text: impl AsRef<str>) -> Self {
        Inline::Text(visible(text.as_ref()))
    }
}

/// Replaces the pictures that are left out by their alternative texts, and adds comments after the block about them if asked to.
pub(super) fn without_omitted(blocks: Vec<Block>, with_comments: bool) -> Vec<Block> {
    let mut kept = Vec::new();
    for block in blocks {
        let mut omitted = Vec::new();
        let block = match block {
            Block::Heading(level, inlines) => {
                Block::Heading(level, without_omitted_images(inlines, &mut omitted))
            }
            Block::Paragraph(inlines) => {
                Block::Paragraph(without_omitted_images(inlines, &mut omitted))
            }
            Block::Figure {
                source,
                alt,
                caption,
            } => Block::Figure {
                source,
                alt,
                caption: without_omitted_images(caption, &mut omitted),
            },
            Block::List { start, items } => {
                let items = items.into_iter();
                let items = items.map(|item| without_omitted(item, with_comments));
                let items = items.collect();
                Block::List { start, items }
            }
            Block::Quote(inner) => Block::Quote(without_omitted(inner, with_comments)),
            Block::Table {
                columns,
                head,
                rows,
            } => {
                let mut cells = |row: Vec<Vec<Inline>>| {
                    let cells = row.into_iter();
                    let cells = cells.map(|cell| without_omitted_images(cell, &mut omitted));
                    cells.collect()
                };
                Block::Table {
                    columns,
                    head: cells(head),
                    rows: rows.into_iter().map(cells).collect(),
                }
            }
            other @ (Block::Code { .. } | Block::Rule | Block::Comment(_) | Block::Raw { .. }) => {
                other
            }
        };
        // The paragraph may have had only pictures.
        if omitted.is_empty() || block != Block::Paragraph(Vec::new()) {
            kept.push(block);
        }
        if with_comments {
            kept.extend(omitted.iter().map(OmittedPicture::comment));
        }
    }
    kept
}

/// Replaces the pictures that are left out by their alternative texts, and adds them to `omitted`.
fn without_omitted_images(inlines: Vec<Inline>, omitted: &mut Vec<OmittedPicture>) -> Vec<Inline> {
    let mut kept = Vec::new();
    for inline in inlines {
        let inline = match inline {
            Inline::Emphasis(inner) => Inline::Emphasis(without_omitted_images(inner, omitted)),
            Inline::Strong(inner) => Inline::Strong(without_omitted_images(inner, omitted)),
            Inline::Link { to, text } => Inline::Link {
                to,
                text: without_omitted_images(text, omitted),
            },
            Inline::OmittedImage { picture, alt } => {
                omitted.push(picture);
                Inline::Text(alt)
            }
            other @ (Inline::Text(_) | Inline::Code(_) | Inline::Image { .. } | Inline::Break) => {
                other
            }
        };
        match inline {
            Inline::Emphasis(inner) | Inline::Strong(inner) if inner.is_empty() => {}
            Inline::Text(text) if text.is_empty() => {}
            inline => push_inline(&mut kept, inline),
        }
    }
    kept
}

/// Takes out the raw blocks that are not of the format, and returns the names of their formats, each once.
pub(super) fn take_raw(blocks: &mut Vec<Block>, kept: Option<&str>) -> Vec<String> {
    let mut taken = Vec::new();
    take_raw_into(&mut taken, blocks, kept);
    taken
}

fn take_raw_into(taken: &mut Vec<String>, blocks: &mut Vec<Block>, kept: Option<&str>) {
    blocks.retain_mut(|block| match block {
        Block::Raw { format, .. } if Some(&format[..]) != kept => {
            if !taken.contains(format) {
                taken.push(std::mem::take(format));
            }
            false
        }
        Block::Quote(inner) => {
            take_raw_into(taken, inner, kept);
            !inner.is_empty()
        }
        Block::List { items, .. } => {
            items.retain_mut(|item| {
                take_raw_into(taken, item, kept);
                !item.is_empty()
            });
            !items.is_empty()
        }
        _ => true,
    });
}

/// Adds an inline. Texts that touch become one, so that no word is split.
pub(super) fn push_inline(inlines: &mut Vec<Inline>, inline: Inline) {
    match (inlines.last_mut(), inline) {
        (_, Inline::Text(text)) if text.is_empty() => {}
        (Some(Inline::Text(before)), Inline::Text(text)) => before.push_str(&text),
        (_, inline) => inlines.push(inline),
    }
}

/// Calls `visit` with the inlines of each paragraph, heading, caption and cell.
pub(super) fn for_each_line(blocks: &mut [Block], visit: &mut impl FnMut(&mut Vec<Inline>)) {
    for block in blocks {
        match block {
            Block::Heading(_, inlines)
            | Block::Paragraph(inlines)
            | Block::Figure {
                caption: inlines, ..
            } => visit(inlines),
            Block::List { items, .. } => {
                for item in items {
                    for_each_line(item, visit);
                }
            }
            Block::Quote(inner) => for_each_line(inner, visit),
            Block::Table { head, rows, .. } => {
                head.iter_mut()
                    .chain(rows.iter_mut().flatten())
                    .for_each(&mut *visit);
            }
            Block::Code { .. } | Block::Rule | Block::Comment(_) | Block::Raw { .. } => {}
        }
    }
}

/// Returns whether the text of a link is its address.
pub(super) fn is_address_of(to: &str, text: &[Inline]) -> bool {
    let text = plain(text);
    to == text || to.strip_prefix("mailto:") == Some(&text)
}

/// Returns whether an item of a list needs no blank lines around it: it is a paragraph, or a paragraph and such a list.
pub(super) fn is_tight(item: &[Block]) -> bool {
    match item {
        [] | [Block::Paragraph(_)] => true,
        [Block::Paragraph(_), Block::List { items, .. }] => items.iter().all(|item| is_tight(item)),
        _ => false,
    }
}

/// Adds inlines to the last paragraph, or as a new paragraph after any other block.
pub(super) fn append(blocks: &mut Vec<Block>, more: Vec<Inline>) {
    match blocks.last_mut() {
        Some(Block::Paragraph(inlines)) => inlines.extend(more),
        _ => blocks.push(Block::Paragraph(more)),
    }
}

/// Gives the only paragraph of a text that should be one line; of a longer text, all its words.
pub(super) fn first_line(mut blocks: Vec<Block>) -> Vec<Inline> {
    match &mut blocks[..] {
        [] => Vec::new(),
        [Block::Paragraph(inlines)] => std::mem::take(inlines),
        more => {
            vec![Inline::text(one_line(&plain_blocks(more)))]
        }
    }
}

/// Gives the text of inlines without markup.
pub(crate) fn plain(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) | Inline::Code(text) => text.clone(),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { text: inner, .. } => {
                plain(inner)
            }
            Inline::Image { alt, .. } | Inline::OmittedImage { alt, .. } => alt.clone(),
            Inline::Break => " ".to_owned(),
        })
        .collect()
}

/// Gives the text of blocks without markup, each block on a line.
pub(crate) fn plain_blocks(blocks: &[Block]) -> String {
    blocks
        .iter()
        .map(|block| match block {
            Block::Heading(_, inlines)
            | Block::Paragraph(inlines)
            | Block::Figure {
                caption: inlines, ..
            } => plain(inlines),
            Block::List { items, .. } => items
                .iter()
                .map(|item| plain_blocks(item))
                .collect::<Vec<_>>()
                .join("\n"),
            Block::Code { text, .. } => text.clone(),
            Block::Quote(inner) => plain_blocks(inner),
            Block::Table { head, rows, .. } => {
                let line = |row: &Vec<Vec<Inline>>| {
                    let cells: Vec<String> = row.iter().map(|cell| plain(cell)).collect();
                    cells.join(" | ")
                };
                let lines: Vec<String> = [head].into_iter().chain(rows).map(line).collect();
                lines.join("\n")
            }
            Block::Rule | Block::Comment(_) | Block::Raw { .. } => String::new(),
        })
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse_page;
    use super::*;

    #[test]
    fn raw_blocks_of_other_formats_are_taken_out() {
        let page = "a\n\n```raw hugo\nb\n```\n\n```raw rst\nc\n```\n\n- ```raw rst\n  d\n  ```";
        let mut blocks = parse_page(page);
        assert_eq!(take_raw(&mut blocks, Some("hugo")), ["rst"]);
        assert_eq!(blocks, parse_page("a\n\n```raw hugo\nb\n```"));
        assert_eq!(take_raw(&mut blocks, None), ["hugo"]);
        assert_eq!(blocks, parse_page("a"));
    }
}
