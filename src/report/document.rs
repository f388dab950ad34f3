//! The tree that every format is written from.

use crate::visible::visible;

/// A piece of a document that stands by itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading, of level 1 (the title) to 6.
    Heading(u8, Vec<Inline>),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list, numbered from `start` if there is one.
    List {
        /// The first number.
        start: Option<u64>,
        /// Its items, each of blocks.
        items: Vec<Vec<Block>>,
    },
    /// Code, with the name of its language or nothing, without a newline at the end.
    Code {
        /// The language.
        language: String,
        /// The code.
        text: String,
    },
    /// Somebody else's words.
    Quote(Vec<Block>),
    /// A line across.
    Rule,
    /// A picture with its caption.
    Figure {
        /// An address or a relative path.
        source: String,
        /// The caption; also what is read out instead of the picture.
        caption: Vec<Inline>,
    },
    /// For the eyes of whoever polishes the text: no reader sees it.
    Comment(String),
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Text, with no markup in it.
    Text(String),
    /// Code.
    Code(String),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// A link to an http, https or mailto address or to a relative path.
    Link {
        /// Where to.
        to: String,
        /// What is clicked on.
        text: Vec<Inline>,
    },
    /// A picture in a line, from the same places as links.
    Image {
        /// Where from.
        source: String,
        /// What is read out instead.
        alt: String,
    },
    /// A line ends here.
    Break,
}

impl Inline {
    /// A text in which nothing acts on a terminal.
    pub fn text(text: impl AsRef<str>) -> Self {
        Inline::Text(visible(text.as_ref()))
    }
}

/// The blocks with other places for their pictures: what `place` says of the source of each.
pub fn with_sources(blocks: Vec<Block>, place: &mut impl FnMut(String) -> String) -> Vec<Block> {
    blocks
        .into_iter()
        .map(|block| match block {
            Block::Heading(level, inlines) => Block::Heading(level, placed(inlines, place)),
            Block::Paragraph(inlines) => Block::Paragraph(placed(inlines, place)),
            Block::List { start, items } => Block::List {
                start,
                items: items
                    .into_iter()
                    .map(|item| with_sources(item, place))
                    .collect(),
            },
            Block::Quote(inner) => Block::Quote(with_sources(inner, place)),
            Block::Figure { source, caption } => Block::Figure {
                source: place(source),
                caption: placed(caption, place),
            },
            other @ (Block::Code { .. } | Block::Rule | Block::Comment(_)) => other,
        })
        .collect()
}

fn placed(inlines: Vec<Inline>, place: &mut impl FnMut(String) -> String) -> Vec<Inline> {
    inlines
        .into_iter()
        .map(|inline| match inline {
            Inline::Emphasis(inner) => Inline::Emphasis(placed(inner, place)),
            Inline::Strong(inner) => Inline::Strong(placed(inner, place)),
            Inline::Link { to, text } => Inline::Link {
                to,
                text: placed(text, place),
            },
            Inline::Image { source, alt } => Inline::Image {
                source: place(source),
                alt,
            },
            other @ (Inline::Text(_) | Inline::Code(_) | Inline::Break) => other,
        })
        .collect()
}

/// Whether a list needs no blank lines: an item is a paragraph, or a paragraph and a list.
pub(super) fn is_tight(items: &[Vec<Block>]) -> bool {
    items.iter().all(|item| {
        matches!(
            item[..],
            [] | [Block::Paragraph(_)] | [Block::Paragraph(_), Block::List { .. }]
        )
    })
}

/// The text of inlines without their markup.
pub fn plain(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) | Inline::Code(text) => text.clone(),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { text: inner, .. } => {
                plain(inner)
            }
            Inline::Image { alt, .. } => alt.clone(),
            Inline::Break => " ".to_owned(),
        })
        .collect()
}

/// The text of blocks without their markup, each block on a line.
pub fn plain_blocks(blocks: &[Block]) -> String {
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
            Block::Rule | Block::Comment(_) => String::new(),
        })
        .collect::<Vec<_>>()
        .join("\n")
}
