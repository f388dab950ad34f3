//! The tree that every format is written from.

use crate::text::visible;

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
    /// A picture that is left out: there is what is read out instead.
    OmittedImage {
        /// Which, and why.
        picture: OmittedPicture,
        /// What is read out instead.
        alt: String,
    },
    /// A line ends here.
    Break,
}

/// A picture that is left out.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OmittedPicture {
    /// Where it should have come from.
    pub source: String,
    /// What is wrong with it, such as `is empty`.
    pub fault: String,
}

impl OmittedPicture {
    /// What is missing and how to add it, on one line.
    pub fn message(&self) -> String {
        let OmittedPicture { source, fault } = self;
        visible(&format!(
            "a picture is left out: {source} {fault}; add another with `sprint photo`, or `sprint undo` it"
        ))
    }
}

impl Inline {
    /// A text in which nothing acts on a terminal.
    pub fn text(text: impl AsRef<str>) -> Self {
        Inline::Text(visible(text.as_ref()))
    }
}

/// The blocks with their words alone where a picture is left out; if that is to be told, with a comment behind the block.
pub(super) fn without_omitted(blocks: Vec<Block>, tell: bool) -> Vec<Block> {
    let mut kept = Vec::new();
    for block in blocks {
        let mut omitted = Vec::new();
        let block = match block {
            Block::Heading(level, inlines) => Block::Heading(level, worded(inlines, &mut omitted)),
            Block::Paragraph(inlines) => Block::Paragraph(worded(inlines, &mut omitted)),
            Block::Figure { source, caption } => Block::Figure {
                source,
                caption: worded(caption, &mut omitted),
            },
            Block::List { start, items } => Block::List {
                start,
                items: items
                    .into_iter()
                    .map(|item| without_omitted(item, tell))
                    .collect(),
            },
            Block::Quote(inner) => Block::Quote(without_omitted(inner, tell)),
            other @ (Block::Code { .. } | Block::Rule | Block::Comment(_)) => other,
        };
        // There may have been nothing but pictures.
        if omitted.is_empty() || !matches!(&block, Block::Paragraph(inlines) if inlines.is_empty())
        {
            kept.push(block);
        }
        if tell {
            kept.extend(
                omitted
                    .iter()
                    .map(|omitted| Block::Comment(omitted.message())),
            );
        }
    }
    kept
}

/// Inlines with words for pictures that are left out, which go into `omitted`.
fn worded(inlines: Vec<Inline>, omitted: &mut Vec<OmittedPicture>) -> Vec<Inline> {
    let mut kept = Vec::new();
    for inline in inlines {
        let inline = match inline {
            Inline::Emphasis(inner) => Inline::Emphasis(worded(inner, omitted)),
            Inline::Strong(inner) => Inline::Strong(worded(inner, omitted)),
            Inline::Link { to, text } => Inline::Link {
                to,
                text: worded(text, omitted),
            },
            Inline::OmittedImage { picture, alt } => {
                omitted.push(picture);
                Inline::Text(alt)
            }
            other @ (Inline::Text(_) | Inline::Code(_) | Inline::Image { .. } | Inline::Break) => {
                other
            }
        };
        match (kept.last_mut(), inline) {
            (_, Inline::Emphasis(inner) | Inline::Strong(inner)) if inner.is_empty() => {}
            // No word is torn.
            (Some(Inline::Text(before)), Inline::Text(text)) => before.push_str(&text),
            (_, Inline::Text(text)) if text.is_empty() => {}
            (_, inline) => kept.push(inline),
        }
    }
    kept
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

/// Adds inlines to the last paragraph; a paragraph of their own behind anything else.
pub(super) fn append(blocks: &mut Vec<Block>, more: Vec<Inline>) {
    match blocks.last_mut() {
        Some(Block::Paragraph(inlines)) => inlines.extend(more),
        _ => blocks.push(Block::Paragraph(more)),
    }
}

/// The inlines of a text that should be a line: those of its only paragraph, else all its words.
pub(super) fn first_line(mut blocks: Vec<Block>) -> Vec<Inline> {
    match &mut blocks[..] {
        [] => Vec::new(),
        [Block::Paragraph(inlines)] => std::mem::take(inlines),
        more => vec![Inline::text(
            plain_blocks(more)
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" "),
        )],
    }
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
            Inline::Image { alt, .. } | Inline::OmittedImage { alt, .. } => alt.clone(),
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
