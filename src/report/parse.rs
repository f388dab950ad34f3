//! The texts of the log, which are CommonMark, as blocks. <https://spec.commonmark.org>

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag, TagEnd, TextMergeStream};

use super::address::{CANNOT_SHOW, may_link, may_show};
use super::comment::is_teaser;
use super::depth::escape_deep_markers;
use super::document::{Alignment, Block, Inline, OmittedPicture, first_line, plain, push_inline};
use super::syntax::{escape_first_sign, escape_literals, is_mostly_plain, parser};
use super::template::OPEN;
use crate::domain::DEEPEST;
use crate::text::{addresses, visible, visible_lines};

/// An empty comment, which separates two lists or two words in emphasis.
pub(super) const NOTHING: &str = "<!-- -->";

/// Reads a Markdown text. Raw HTML becomes text, except an empty comment; a heading becomes a line in bold; a web address in the
/// text becomes a link; a link becomes its text unless it leads to the web, a mailbox or a path in the sprint's folder.
///
/// Quotes and lists that are nested deeper than `DEEPEST` are flattened into the deepest level.
pub fn parse(text: &str) -> Vec<Block> {
    read(text, Source::Log)
}

/// Reads a text of the log as [`parse`] does. In one line alone, the sign at its beginning is what was typed: no heading, no quote.
pub(super) fn parse_told(text: &str) -> Vec<Block> {
    parse(&escape_first_sign(text))
}

/// Reads the Markdown of a rendered `post.md`, as [`parse`] reads a text, except that headings outside lists and quotes stay
/// headings, comments stay comments, behind the block that they are in, and a fence with `raw FORMAT` is a [`Block::Raw`].
///
/// Marks stay where they are, also in comments. A link or a picture with a mark in its address is not checked: whoever
/// replaces the mark makes it anew with [`link`] or [`image`].
pub(super) fn parse_page(text: &str) -> Vec<Block> {
    read(text, Source::Page)
}

/// Where a text comes from.
#[derive(Clone, Copy, Default, PartialEq)]
enum Source {
    #[default]
    Log,
    Page,
}

fn read(text: &str, source: Source) -> Vec<Block> {
    match is_plain(text) {
        true => vec![Block::Paragraph(vec![Inline::Text(text.to_owned())])],
        false => read_markup(text, source),
    }
}

/// Returns whether a text is one line without anything that Markdown takes for markup, as most texts of a log are.
fn is_plain(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && !text.ends_with(' ')
        && is_mostly_plain(text)
        && !text.contains("http")
}

fn read_markup(text: &str, source: Source) -> Vec<Block> {
    let mut tree = Tree {
        stack: vec![Frame {
            source,
            ..Frame::default()
        }],
        ..Tree::default()
    };
    let text = escape_deep_markers(text);
    for event in TextMergeStream::new(parser(&escape_literals(&text))) {
        match event {
            Event::Start(tag) => tree.open(tag),
            Event::End(end) => tree.close(end),
            other => {
                if let Some(frame) = tree.stack.last_mut() {
                    frame.take(other);
                }
            }
        }
    }
    let root = tree.stack.into_iter().next();
    root.map(Frame::into_blocks).unwrap_or_default()
}

/// Reads the Markdown of a line such as a heading, in which nothing begins a block: `1. a` is text.
pub(super) fn parse_line(text: &str) -> Vec<Inline> {
    const BEFORE: &str = "x ";
    if text.trim().is_empty() {
        return Vec::new();
    }
    if is_plain(text) {
        return vec![Inline::Text(text.to_owned())];
    }
    let mut line = first_line(parse(&format!("{BEFORE}{text}")));
    if let Some(Inline::Text(first)) = line.first_mut() {
        *first = first.strip_prefix(BEFORE).unwrap_or(first).to_owned();
    }
    line.retain(|inline| *inline != Inline::Text(String::new()));
    line
}

/// The tags that are open, outermost first.
#[derive(Default)]
struct Tree {
    stack: Vec<Frame>,
    /// Whether each open tag has a frame. A tag that is nested too deep has none: its content goes to the next frame above.
    framed: Vec<bool>,
    /// The number of open quotes and lists with a frame.
    blocks: usize,
    /// The number of open emphases.
    emphases: usize,
    /// The number of open links and pictures.
    links: usize,
}

impl Tree {
    fn open(&mut self, tag: Tag<'_>) {
        let is_framed = match &tag {
            Tag::BlockQuote(_) | Tag::List(_) => self.blocks < DEEPEST,
            // An item of a list without a frame has none either.
            Tag::Item => self.framed.last() != Some(&false),
            // There is no emphasis within emphasis: see `flat`.
            Tag::Emphasis | Tag::Strong => self.emphases == 0,
            Tag::Link { .. } | Tag::Image { .. } => self.links < DEEPEST,
            _ => true,
        };
        let to_end = tag.to_end();
        self.framed.push(is_framed);
        if is_framed {
            self.count(&to_end, 1);
            let source = self.stack.first().map(|root| root.source);
            let source = source.unwrap_or_default();
            self.stack.push(Frame {
                source,
                opened: Opened::by(tag, source),
                ..Frame::default()
            });
        } else {
            self.part(&to_end);
        }
    }

    fn close(&mut self, end: TagEnd) {
        if self.framed.pop() == Some(false) {
            self.part(&end);
        } else if let Some(frame) = self.stack.pop() {
            self.count(&end, -1);
            let is_nested = self.blocks > 0;
            frame.close(end, is_nested, self.stack.last_mut());
        }
    }

    fn count(&mut self, tag: &TagEnd, by: isize) {
        let counter = match tag {
            TagEnd::BlockQuote(_) | TagEnd::List(_) => &mut self.blocks,
            TagEnd::Emphasis | TagEnd::Strong => &mut self.emphases,
            TagEnd::Link | TagEnd::Image => &mut self.links,
            _ => return,
        };
        *counter = counter.saturating_add_signed(by);
    }

    /// Separates the text before a block that has no frame from the text in and after it.
    fn part(&mut self, tag: &TagEnd) {
        if let (TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item, Some(frame)) =
            (tag, self.stack.last_mut())
        {
            frame.end_paragraph();
        }
    }
}

/// An open tag with its content so far.
#[derive(Default)]
struct Frame {
    source: Source,
    opened: Opened,
    blocks: Vec<Block>,
    inlines: Vec<Inline>,
    /// The comments in the inlines.
    comments: Vec<Block>,
    items: Vec<Vec<Block>>,
    rows: Vec<Vec<Vec<Inline>>>,
    cells: Vec<Vec<Inline>>,
    /// Code or, of a page, HTML.
    code: String,
}

#[derive(Default)]
enum Opened {
    #[default]
    Plain,
    List(Option<u64>),
    Table(Vec<Alignment>),
    Code(String),
    Raw(String),
    Link(String),
    Html,
}

impl Opened {
    fn by(tag: Tag<'_>, source: Source) -> Self {
        match tag {
            Tag::List(start) => Opened::List(start),
            Tag::Table(columns) => Opened::Table(columns.into_iter().map(alignment).collect()),
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                let words: Vec<&str> = info.split_whitespace().collect();
                match (source, &words[..]) {
                    (Source::Page, ["raw", format]) => Opened::Raw(visible(format)),
                    (_, [language, ..]) => Opened::Code(visible(language)),
                    (_, []) => Opened::Code(String::new()),
                }
            }
            Tag::CodeBlock(CodeBlockKind::Indented) => Opened::Code(String::new()),
            Tag::Link {
                link_type: LinkType::Email,
                dest_url,
                ..
            } => Opened::Link(format!("mailto:{dest_url}")),
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                Opened::Link(dest_url.into_string())
            }
            Tag::HtmlBlock => Opened::Html,
            _ => Opened::Plain,
        }
    }
}

impl Frame {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) => match self.opened {
                Opened::Code(_) | Opened::Raw(_) => self.code.push_str(&text),
                _ => self.push_text(&text),
            },
            Event::Code(text) => self.inlines.push(Inline::Code(visible(&text))),
            Event::Html(html) if self.source == Source::Page => self.code.push_str(&html),
            Event::InlineHtml(html) if self.source == Source::Page => self.push_html(&html),
            Event::Html(html) | Event::InlineHtml(html) if html.trim() == NOTHING => {}
            Event::Html(html) | Event::InlineHtml(html) => self.push_text(&html),
            Event::SoftBreak => self.push_text(" "),
            Event::HardBreak => self.inlines.push(Inline::Break),
            Event::Rule => self.push_block(Block::Rule),
            // Extensions that are switched off.
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => {
                self.push_text(&text)
            }
            Event::TaskListMarker(_) | Event::Start(_) | Event::End(_) => {}
        }
    }

    fn push_text(&mut self, text: &str) {
        let is_blank =
            |inline: &Inline| matches!(inline, Inline::Text(text) if text.ends_with(' '));
        // A comment between two blanks leaves one.
        let text = match self.inlines.last() {
            Some(before) if !self.comments.is_empty() && is_blank(before) => text.trim_start(),
            _ => text,
        };
        push_inline(&mut self.inlines, Inline::text(text));
    }

    /// Adds HTML of a page: a comment, or text.
    fn push_html(&mut self, html: &str) {
        let comment = html.strip_prefix("<!--");
        match comment.and_then(|rest| rest.strip_suffix("-->")) {
            Some(comment) => self.comments.extend(read_comment(comment)),
            None => self.push_text(html),
        }
    }

    /// Makes blocks of HTML of a page, in which comments and text may follow each other.
    fn html_blocks(&self) -> Vec<Block> {
        let mut frame = Frame::default();
        let mut rest = &self.code[..];
        while let Some((before, after)) = rest.split_once("<!--")
            && let Some((comment, after)) = after.split_once("-->")
        {
            frame.push_block(Block::Paragraph(linked(vec![Inline::text(before.trim())])));
            frame.blocks.extend(read_comment(comment));
            rest = after;
        }
        frame.push_block(Block::Paragraph(linked(vec![Inline::text(rest.trim())])));
        frame.blocks
    }

    fn close(mut self, end: TagEnd, is_nested: bool, parent: Option<&mut Frame>) {
        let Some(parent) = parent else { return };
        let is_page = self.source == Source::Page;
        let comments = match end {
            TagEnd::Item => Vec::new(),
            _ => std::mem::take(&mut self.comments),
        };
        let is_in_line = matches!(
            end,
            TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Link
                | TagEnd::Image
                | TagEnd::TableCell
                | TagEnd::TableHead
                | TagEnd::TableRow
        );
        match end {
            TagEnd::Paragraph => parent.push_block(Block::Paragraph(linked(self.inlines))),
            TagEnd::Heading(level) if is_page && !is_nested => {
                parent.push_block(Block::Heading(level as u8, linked(self.inlines)));
            }
            TagEnd::Heading(_) => parent.push_block(Block::Paragraph(vec![Inline::Strong(flat(
                linked(self.inlines),
            ))])),
            TagEnd::HtmlBlock if is_page => {
                parent.end_paragraph();
                parent.blocks.extend(self.html_blocks());
            }
            TagEnd::HtmlBlock => {
                trim_end(&mut self.inlines);
                parent.push_block(Block::Paragraph(linked(self.inlines)));
            }
            TagEnd::BlockQuote(_) => parent.push_block(Block::Quote(self.into_blocks())),
            TagEnd::CodeBlock => match self.opened {
                Opened::Code(language) => {
                    let text = visible_code(&self.code);
                    parent.push_block(Block::Code { language, text });
                }
                Opened::Raw(format) => {
                    let text = self.code.strip_suffix('\n').unwrap_or_default().to_owned();
                    parent.push_block(Block::Raw { format, text });
                }
                _ => {}
            },
            TagEnd::List(_) => {
                let Opened::List(start) = self.opened else {
                    return;
                };
                parent.push_block(Block::List {
                    start,
                    items: self.items,
                });
            }
            TagEnd::Item => {
                let item = self.into_blocks();
                if item.iter().all(|block| matches!(block, Block::Comment(_))) {
                    parent.comments.extend(item);
                } else {
                    parent.items.push(item);
                }
            }
            TagEnd::TableCell => {
                let mut cell = linked(self.inlines);
                trim_end(&mut cell);
                parent.cells.push(cell);
            }
            TagEnd::TableHead | TagEnd::TableRow => parent.rows.push(self.cells),
            TagEnd::Table => parent.blocks.extend(self.into_table()),
            TagEnd::Emphasis => parent.inlines.push(Inline::Emphasis(flat(self.inlines))),
            TagEnd::Strong => parent.inlines.push(Inline::Strong(flat(self.inlines))),
            TagEnd::Link => parent.inlines.extend(self.into_link()),
            TagEnd::Image => parent.inlines.extend(self.into_image()),
            // Extensions that are switched off.
            _ => {
                parent.blocks.extend(self.blocks);
                parent.inlines.extend(self.inlines);
            }
        }
        if is_in_line {
            parent.comments.extend(comments);
        } else {
            parent.blocks.extend(comments);
        }
    }

    fn into_link(self) -> Vec<Inline> {
        match self.opened {
            Opened::Link(to) if self.source == Source::Page && to.contains(OPEN) => {
                let text = without_links(self.inlines);
                vec![Inline::Link { to, text }]
            }
            Opened::Link(to) => link(to, self.inlines),
            _ => self.inlines,
        }
    }

    /// Makes the table that was read, unless nothing of it is visible.
    fn into_table(mut self) -> Option<Block> {
        let Opened::Table(columns) = self.opened else {
            return None;
        };
        for row in &mut self.rows {
            row.resize(columns.len(), Vec::new());
        }
        if self.rows.iter().flatten().all(|cell| is_blank(cell)) {
            return None;
        }
        let head = self.rows.remove(0);
        Some(Block::Table {
            columns,
            head,
            rows: self.rows,
        })
    }

    fn into_image(self) -> Vec<Inline> {
        let Opened::Link(source) = self.opened else {
            return self.inlines;
        };
        let alt = plain(&self.inlines);
        if self.source == Source::Page && source.contains(OPEN) {
            return vec![Inline::Image { source, alt }];
        }
        vec![image(source, alt)]
    }

    /// Adds a block. Inlines before it that are in no paragraph, as in a tight list, become one.
    fn push_block(&mut self, mut block: Block) {
        self.end_paragraph();
        if let Block::Paragraph(inlines) = &mut block {
            trim_end(inlines);
        }
        let is_empty = match &block {
            Block::Quote(inner) => inner.is_empty(),
            Block::List { items, .. } => items.is_empty(),
            Block::Code { text, .. } => text.trim().is_empty(),
            Block::Paragraph(inlines) | Block::Heading(_, inlines) => is_blank(inlines),
            _ => false,
        };
        if !is_empty {
            self.blocks.push(block);
        }
    }

    fn into_blocks(mut self) -> Vec<Block> {
        self.end_paragraph();
        self.blocks
    }

    /// Makes a paragraph of the inlines that are in none.
    fn end_paragraph(&mut self) {
        if !self.inlines.is_empty() {
            let mut inlines = linked(std::mem::take(&mut self.inlines));
            trim_end(&mut inlines);
            if !inlines.is_empty() {
                self.blocks.push(Block::Paragraph(inlines));
            }
        }
        self.blocks.append(&mut self.comments);
    }
}

/// Makes a link, or only its text if it may not lead there.
pub(super) fn link(to: String, text: Vec<Inline>) -> Vec<Inline> {
    if !may_link(&to) {
        return text;
    }
    let text = without_links(text);
    vec![Inline::Link { to, text }]
}

/// Makes a picture in a line, left out if it may not come from there.
pub(super) fn image(source: String, alt: String) -> Inline {
    if may_show(&source) {
        return Inline::Image { source, alt };
    }
    let picture = OmittedPicture {
        source: visible(&source),
        fault: CANNOT_SHOW.to_owned(),
    };
    Inline::OmittedImage { picture, alt }
}

/// Reads what stands in a comment; one without text only keeps things apart. Engines know their marks by their blanks.
fn read_comment(text: &str) -> Option<Block> {
    if is_teaser(text) && !text.contains('\n') {
        return Some(Block::Comment(visible(text)));
    }
    let text = text.trim();
    (!text.is_empty()).then(|| Block::Comment(visible_lines(text)))
}

fn alignment(of: pulldown_cmark::Alignment) -> Alignment {
    match of {
        pulldown_cmark::Alignment::None => Alignment::Plain,
        pulldown_cmark::Alignment::Left => Alignment::Left,
        pulldown_cmark::Alignment::Center => Alignment::Center,
        pulldown_cmark::Alignment::Right => Alignment::Right,
    }
}

/// Makes the lines of code visible. Tabs stay.
fn visible_code(code: &str) -> String {
    let line = |line: &str| line.split('\t').map(visible).collect::<Vec<_>>().join("\t");
    code.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// Removes emphasis, for text within emphasis: not every engine can nest it.
pub(super) fn flat(inlines: Vec<Inline>) -> Vec<Inline> {
    let flatten = |inline| match inline {
        Inline::Emphasis(inner) | Inline::Strong(inner) => flat(inner),
        Inline::Link { to, text } => vec![Inline::Link {
            to,
            text: flat(text),
        }],
        other => vec![other],
    };
    joined(inlines.into_iter().flat_map(flatten))
}

/// Removes links, for the text of a link, which may contain an address.
fn without_links(inlines: Vec<Inline>) -> Vec<Inline> {
    let unlink = |inline| match inline {
        Inline::Link { text, .. } => text,
        Inline::Emphasis(inner) => vec![Inline::Emphasis(without_links(inner))],
        Inline::Strong(inner) => vec![Inline::Strong(without_links(inner))],
        other => vec![other],
    };
    joined(inlines.into_iter().flat_map(unlink))
}

/// Collects inlines whose marks are gone. Texts that touch then become one.
fn joined(inlines: impl Iterator<Item = Inline>) -> Vec<Inline> {
    let mut joined = Vec::new();
    for inline in inlines {
        push_inline(&mut joined, inline);
    }
    joined
}

fn is_blank(inlines: &[Inline]) -> bool {
    inlines.iter().all(|inline| match inline {
        Inline::Text(text) => text.trim().is_empty(),
        Inline::Emphasis(inner) | Inline::Strong(inner) => is_blank(inner),
        Inline::Break => true,
        Inline::Code(_)
        | Inline::Link { .. }
        | Inline::Image { .. }
        | Inline::OmittedImage { .. } => false,
    })
}

fn trim_end(inlines: &mut Vec<Inline>) {
    if let Some(Inline::Text(text)) = inlines.last_mut() {
        text.truncate(text.trim_end().len());
        if text.is_empty() {
            inlines.pop();
        }
    }
}

/// Makes links of the web addresses in the text.
fn linked(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut done = Vec::new();
    for inline in inlines {
        match inline {
            Inline::Text(text) => push_linked(&text, &mut done),
            Inline::Emphasis(inner) => done.push(Inline::Emphasis(linked(inner))),
            Inline::Strong(inner) => done.push(Inline::Strong(linked(inner))),
            Inline::Code(_)
            | Inline::Link { .. }
            | Inline::Image { .. }
            | Inline::OmittedImage { .. }
            | Inline::Break => done.push(inline),
        }
    }
    done
}

fn push_linked(text: &str, inlines: &mut Vec<Inline>) {
    let mut written = 0;
    for Range { start, end } in addresses(text) {
        let to = &text[start..end];
        if may_link(to) {
            push_inline(inlines, Inline::Text(text[written..start].to_owned()));
            inlines.push(Inline::Link {
                to: to.to_owned(),
                text: vec![Inline::text(to)],
            });
            written = end;
        }
    }
    push_inline(inlines, Inline::Text(text[written..].to_owned()));
}

#[cfg(test)]
mod tests;
