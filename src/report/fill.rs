//! The marks of a rendered template, replaced by parts of the tree.

use super::address::{CANNOT_SHOW, may_link, may_show};
use super::claims::{Claims, Unit};
use super::data::Gap;
use super::document::{Block, Inline, OmittedPicture, push_inline};
use super::outline::Outline;
use super::selection::Builder;
use super::settings::{Group, Style};
use super::tell::{Telling, tell};
use super::template::{CLOSE, Mark, OPEN, Part, Placeholder};
use super::title::{capitalized, ends_itself, with_stop};
use super::{attendees, lists};
use crate::diagnostic::Misplaced;
use crate::domain::EntryId;

/// The tree of a post.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub blocks: Vec<Block>,
    pub gaps: Vec<Gap>,
    /// What is told of items and notes, in the order of the post.
    pub told: Vec<EntryId>,
    /// The offsets of parts that stand where none can, and where that is.
    pub misplaced: Vec<(usize, Misplaced)>,
}

/// Fills a page.
struct Filler<'a> {
    builder: Builder<'a>,
    marks: &'a [Mark],
    claims: &'a Claims,
    has_numbers: bool,
    is_built_in: bool,
    /// Whether the body has a heading for each day, or is divided by people.
    are_days_named: bool,
    page: Page,
}

/// Replaces the marks in blocks. Headings of parts are one deeper than the heading above them, or begin at the level that the placeholder
/// gives. A heading with placeholders below it, all empty, and nothing else, is left out.
pub(super) fn fill(
    blocks: Vec<Block>,
    marks: &[Mark],
    claims: &Claims,
    builder: Builder<'_>,
    has_numbers: bool,
    is_built_in: bool,
) -> Page {
    let mut filler = Filler {
        builder,
        marks,
        claims,
        has_numbers,
        is_built_in,
        are_days_named: marks.iter().any(names_days),
        page: Page::default(),
    };
    let pieces = filler.pieces(blocks);
    let blocks = without_empty_sections(pieces);
    Page {
        blocks,
        ..filler.page
    }
}

/// Returns whether a mark is a body by day or person.
fn names_days(mark: &Mark) -> bool {
    match mark {
        Mark::Part(Placeholder { part, settings, .. }) => {
            *part == Part::Body && matches!(settings.group, Group::Day | Group::Person)
        }
        Mark::Value { .. } => false,
    }
}

/// What a block of the template has become.
enum Piece {
    /// A heading that a human wrote.
    Heading(u8, Vec<Inline>),
    /// A block that a human wrote.
    Block(Block),
    /// A block that a placeholder tells.
    Told(Block),
    /// Placeholders that had nothing to tell.
    Nothing,
    /// A heading that was left out.
    Left(u8),
}

impl Filler<'_> {
    fn pieces(&mut self, blocks: Vec<Block>) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut level = 1;
        for block in blocks {
            if let Block::Heading(deep, inlines) = block {
                level = deep;
                let inlines = self.line(inlines, Context::Heading, &mut Vec::new());
                pieces.push(Piece::Heading(deep, inlines));
                continue;
            }
            let is_part = self.is_lone_part(&block);
            let filled = self.block(block, level.saturating_add(1), false);
            if filled.is_empty() {
                pieces.push(Piece::Nothing);
            }
            for block in filled {
                if !is_part {
                    pieces.push(Piece::Block(block));
                    continue;
                }
                let mut before = pieces.iter_mut().rev();
                let before = before.find(|piece| !matches!(piece, Piece::Nothing));
                let rest = match before {
                    Some(Piece::Told(before)) => join(before, block),
                    _ => Some(block),
                };
                pieces.extend(rest.map(Piece::Told));
            }
        }
        pieces
    }

    /// Fills blocks within a list item or a quote.
    fn nested(&mut self, blocks: Vec<Block>, level: u8) -> Vec<Block> {
        let mut filled: Vec<Block> = Vec::new();
        let mut is_after_part = false;
        for block in blocks {
            let is_part = self.is_lone_part(&block);
            for block in self.block(block, level, true) {
                let before = filled.last_mut().filter(|_| is_part && is_after_part);
                let rest = match before {
                    Some(before) => join(before, block),
                    None => Some(block),
                };
                filled.extend(rest);
                is_after_part = is_part;
            }
        }
        filled
    }

    fn is_lone_part(&self, block: &Block) -> bool {
        matches!(block, Block::Paragraph(line) if self.lone_part(line).is_some())
    }

    fn block(&mut self, block: Block, level: u8, is_nested: bool) -> Vec<Block> {
        let mut after = Vec::new();
        let filled = match block {
            Block::Paragraph(inlines) => {
                if let Some(mark) = self.lone_part(&inlines) {
                    let mut told = self.part(mark, level);
                    if let Some(Mark::Part(Placeholder {
                        style: Style::Sentence,
                        ..
                    })) = self.marks.get(mark)
                    {
                        told.iter_mut().for_each(end_sentence);
                    }
                    if self.begins_small(mark) {
                        lists::capitalize(&mut told);
                    }
                    if is_nested {
                        told.iter_mut().for_each(without_heading);
                    }
                    return told;
                }
                return self.paragraph(inlines);
            }
            Block::Heading(level, inlines) => Some(Block::Heading(
                level,
                self.line(inlines, Context::Heading, &mut after),
            )),
            Block::List { start, items } => {
                let items = items.into_iter();
                let items = items.map(|item| self.nested(item, level));
                let items: Vec<Vec<Block>> = items.filter(|item| !item.is_empty()).collect();
                (!items.is_empty()).then_some(Block::List { start, items })
            }
            Block::Quote(inner) => {
                let inner = self.nested(inner, level);
                (!inner.is_empty()).then_some(Block::Quote(inner))
            }
            Block::Table {
                columns,
                head,
                rows,
            } => {
                let mut row = |cells: Vec<Vec<Inline>>| {
                    let cells = cells.into_iter();
                    cells
                        .map(|cell| self.line(cell, Context::Text, &mut after))
                        .collect()
                };
                let head = row(head);
                let rows = rows.into_iter().map(row).collect();
                Some(Block::Table {
                    columns,
                    head,
                    rows,
                })
            }
            Block::Code { language, text } => Some(Block::Code {
                language,
                text: self.value(&text, Misplaced::Code),
            }),
            Block::Figure {
                source,
                caption,
                alt,
            } => Some(Block::Figure {
                source,
                caption: self.line(caption, Context::Text, &mut after),
                alt,
            }),
            Block::Comment(text) => Some(Block::Comment(self.value(&text, Misplaced::Comment))),
            other @ (Block::Rule | Block::Raw { .. }) => Some(other),
        };
        filled.into_iter().chain(after).collect()
    }

    /// Fills a paragraph. What of a part does not fit into a line comes right after its first words, and the words after the placeholder
    /// go on with its last paragraph.
    fn paragraph(&mut self, inlines: Vec<Inline>) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut after = Vec::new();
        let mut line = Vec::new();
        for inline in inlines {
            let Inline::Text(text) = inline else {
                let filled = self.line(vec![inline], Context::Text, &mut after);
                extend(&mut line, filled);
                continue;
            };
            for cut in cuts_of(&text) {
                let Some(mark) = self.part_at(&cut) else {
                    self.cut(cut, Context::Text, &mut after, &mut line);
                    continue;
                };
                let (words, rest) = words(self.told_in_line(mark));
                extend(&mut line, words);
                let is_comment = |block: &Block| matches!(block, Block::Comment(_));
                let (comments, mut rest): (Vec<_>, Vec<_>) = rest.into_iter().partition(is_comment);
                after.extend(comments);
                let last = match rest.pop() {
                    Some(Block::Paragraph(last)) => last,
                    last => {
                        rest.extend(last);
                        Vec::new()
                    }
                };
                if !rest.is_empty() || !last.is_empty() {
                    blocks.push(Block::Paragraph(std::mem::replace(&mut line, last)));
                    blocks.append(&mut rest);
                }
            }
        }
        blocks.push(Block::Paragraph(trimmed(line)));
        blocks.retain(|block| !is_blank(block));
        blocks.append(&mut after);
        blocks
    }

    /// Returns whether a part is lines that begin with a capital only where they are not within a line.
    fn begins_small(&self, mark: usize) -> bool {
        let Some(Mark::Part(placeholder)) = self.marks.get(mark) else {
            return false;
        };
        matches!(placeholder.part, Part::Goals | Part::Next(_) | Part::Thanks)
    }

    /// Returns the place of a mark that stands for a part.
    fn part_at(&self, cut: &Cut<'_>) -> Option<usize> {
        match cut {
            Cut::Mark(place) => match self.marks.get(*place)? {
                Mark::Part(_) => Some(*place),
                Mark::Value { .. } => None,
            },
            Cut::Text(_) => None,
        }
    }

    /// Gives a part as it is told within a line. There, goals of one paragraph each are a sentence, and several thanks are sentences
    /// after each other.
    fn told_in_line(&mut self, mark: usize) -> Vec<Block> {
        let mut told = match self.goals_in_line(mark) {
            Some(goals) => goals,
            None => self.part(mark, 6),
        };
        told.retain(|block| !matches!(block, Block::Heading(..)));
        let is_thanks = matches!(
            self.marks.get(mark),
            Some(Mark::Part(Placeholder {
                part: Part::Thanks,
                ..
            }))
        );
        if !is_thanks
            || !told
                .iter()
                .all(|block| matches!(block, Block::Paragraph(_)))
        {
            return told;
        }
        let lines = told.into_iter().filter_map(|block| match block {
            Block::Paragraph(line) => Some(line),
            _ => None,
        });
        let line = sentences(lines.collect());
        vec![Block::Paragraph(line)]
    }

    fn goals_in_line(&self, mark: usize) -> Option<Vec<Block>> {
        let Mark::Part(placeholder) = self.marks.get(mark)? else {
            return None;
        };
        let goals = Builder {
            settings: placeholder.settings,
            ..self.builder
        }
        .goals();
        let are_lines = goals.iter().all(|goal| is_line(&goal.text));
        (placeholder.part == Part::Goals && are_lines)
            .then(|| lists::goals(&goals, Style::Sentence))
    }

    /// Returns the place of the mark if a paragraph is the mark of a part and nothing else.
    fn lone_part(&self, inlines: &[Inline]) -> Option<usize> {
        let [Inline::Text(text)] = inlines else {
            return None;
        };
        let number = text.trim().strip_prefix(OPEN)?.strip_suffix(CLOSE)?;
        let place = number.parse().ok()?;
        self.part_at(&Cut::Mark(place))
    }

    /// Fills a line. What of a part does not fit into a line goes to `after`.
    fn line(
        &mut self,
        inlines: Vec<Inline>,
        context: Context,
        after: &mut Vec<Block>,
    ) -> Vec<Inline> {
        let mut line = Vec::with_capacity(inlines.len());
        for inline in inlines {
            let inline = match inline {
                Inline::Text(text) => {
                    self.text(&text, context, after, &mut line);
                    continue;
                }
                Inline::Emphasis(inner) => Inline::Emphasis(self.line(inner, context, after)),
                Inline::Strong(inner) => Inline::Strong(self.line(inner, context, after)),
                Inline::Code(code) => Inline::Code(self.value(&code, Misplaced::Code)),
                Inline::Link { to, text } => {
                    let to = self.value(&to, Misplaced::Address);
                    let text = self.line(text, context, after);
                    if !may_link(&to) {
                        extend(&mut line, text);
                        continue;
                    }
                    Inline::Link { to, text }
                }
                Inline::Image { source, alt } => {
                    let source = self.value(&source, Misplaced::Address);
                    let alt = self.value(&alt, Misplaced::Address);
                    match may_show(&source) {
                        true => Inline::Image { source, alt },
                        false => Inline::OmittedImage {
                            picture: OmittedPicture {
                                source,
                                fault: CANNOT_SHOW.to_owned(),
                            },
                            alt,
                        },
                    }
                }
                other @ (Inline::OmittedImage { .. } | Inline::Break) => other,
            };
            let is_empty = matches!(&inline, Inline::Emphasis(inner) | Inline::Strong(inner) if inner.is_empty());
            if !is_empty {
                push_inline(&mut line, inline);
            }
        }
        line
    }

    fn text(
        &mut self,
        text: &str,
        context: Context,
        after: &mut Vec<Block>,
        line: &mut Vec<Inline>,
    ) {
        for cut in cuts_of(text) {
            self.cut(cut, context, after, line);
        }
    }

    fn cut(
        &mut self,
        cut: Cut<'_>,
        context: Context,
        after: &mut Vec<Block>,
        line: &mut Vec<Inline>,
    ) {
        let place = match cut {
            Cut::Text(text) => return push_inline(line, Inline::Text(text.to_owned())),
            Cut::Mark(place) => place,
        };
        match self.marks.get(place) {
            Some(Mark::Value { text, .. }) => push_inline(line, Inline::text(text)),
            Some(Mark::Part(placeholder)) if context == Context::Heading => {
                self.misplaced(placeholder, Misplaced::Heading);
            }
            Some(Mark::Part(_)) => {
                let (words, rest) = words(self.told_in_line(place));
                extend(line, words);
                after.extend(rest);
            }
            None => {}
        }
    }

    /// Fills values into a text that is not read as Markdown. A part cannot be there.
    fn value(&mut self, text: &str, position: Misplaced) -> String {
        let mut filled = String::with_capacity(text.len());
        for cut in cuts_of(text) {
            match cut {
                Cut::Text(text) => filled.push_str(text),
                Cut::Mark(place) => match self.marks.get(place) {
                    Some(Mark::Value { text, .. }) => filled.push_str(text),
                    Some(Mark::Part(placeholder)) => {
                        self.misplaced(placeholder, position);
                    }
                    None => {}
                },
            }
        }
        filled
    }

    fn misplaced(&mut self, placeholder: &Placeholder, place: Misplaced) {
        self.page.misplaced.push((placeholder.offset, place));
    }

    /// Gives the blocks of a part whose headings begin at `level`, or where its placeholder says.
    fn part(&mut self, mark: usize, level: u8) -> Vec<Block> {
        let Some(Mark::Part(placeholder)) = self.marks.get(mark) else {
            return Vec::new();
        };
        let builder = Builder {
            settings: placeholder.settings,
            ..self.builder
        };
        let level = placeholder.level.unwrap_or(level).clamp(1, 6);
        let style = placeholder.style;
        let is_here = |unit| self.claims.is_told_at(mark, unit);
        match &placeholder.part {
            Part::Body | Part::Topic(_) | Part::Items(_) | Part::Kind(..) => {
                self.outline(builder, placeholder, mark, level)
            }
            Part::Goals => lists::goals(&builder.goals(), style),
            Part::Days if self.are_days_named => Vec::new(),
            Part::Days => lists::days(&builder.special_days()),
            Part::Unfinished(_) => {
                let items = builder.unfinished();
                let items = items.filter(|item| is_here(Unit::Unfinished(item.id)));
                let left: Vec<_> = items.map(|item| builder.left(item)).collect();
                lists::unfinished(&left)
            }
            Part::Next(_) => {
                let steps = builder.next_steps();
                let steps = steps.filter(|(place, _)| is_here(Unit::NextStep(*place)));
                let steps: Vec<_> = steps.map(|(_, step)| builder.next_step(step)).collect();
                lists::next(&steps)
            }
            Part::Attendees { group, role } => {
                let attendees = builder.attendees(group.as_deref(), role.as_deref());
                attendees::attendees(&attendees, style)
            }
            Part::Thanks => lists::thanks(&builder.thanks(), &placeholder.settings),
            Part::Pictures(_) | Part::Picture(_) => {
                let pictures = builder.pictures();
                let pictures = pictures.filter(|(place, _)| is_here(Unit::Picture(*place)));
                let images: Vec<_> = pictures
                    .map(|(_, picture)| builder.image(picture))
                    .collect();
                lists::figures(&images)
            }
            Part::Gap(text) => {
                let gap = Gap::Written {
                    text: text.clone(),
                    is_built_in: self.is_built_in,
                };
                let comment = gap.comment();
                self.page.gaps.push(gap);
                vec![comment]
            }
            Part::Told(_) => Vec::new(),
        }
    }

    fn outline(
        &mut self,
        builder: Builder<'_>,
        placeholder: &Placeholder,
        mark: usize,
        level: u8,
    ) -> Vec<Block> {
        let outline = Outline {
            builder,
            claims: self.claims,
            placeholder,
            mark,
        };
        let mut blocks = Vec::new();
        for section in outline.sections() {
            let level = level.saturating_add(section.depth).min(6);
            let below = match section.heading.is_empty() {
                true => level,
                false => level.saturating_add(1).min(6),
            };
            if !section.heading.is_empty() {
                blocks.push(Block::Heading(level, section.heading));
            }
            let telling = Telling {
                settings: placeholder.settings,
                is_own_list: placeholder.is_own_list(),
                level: below,
                numbers: self.has_numbers,
                about: builder.about,
            };
            blocks.extend(tell(&section.stories, &telling));
            blocks.extend(lists::figures(&section.pictures));
            for story in &section.stories {
                story.collect_gaps(&mut self.page.gaps);
                story.collect_told(&mut self.page.told);
            }
        }
        blocks
    }
}

/// Where a line is.
#[derive(Clone, Copy, PartialEq)]
enum Context {
    Text,
    Heading,
}

/// A piece of a text with marks.
enum Cut<'t> {
    Text(&'t str),
    /// The place of a mark.
    Mark(usize),
}

fn cuts_of(text: &str) -> Vec<Cut<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(OPEN) {
        pieces.push(Cut::Text(before));
        let Some((number, after)) = after.split_once(CLOSE) else {
            rest = after;
            break;
        };
        pieces.extend(number.parse().ok().map(Cut::Mark));
        rest = after;
    }
    pieces.push(Cut::Text(rest));
    pieces
}

/// Gives blocks as words within a line, a paragraph at most, and what does not fit there.
fn words(blocks: Vec<Block>) -> (Vec<Inline>, Vec<Block>) {
    let mut blocks = blocks.into_iter();
    let mut rest = Vec::new();
    let mut line = Vec::new();
    for block in blocks.by_ref() {
        match block {
            Block::Paragraph(inlines) => {
                line = inlines;
                break;
            }
            Block::List { items, .. } if items.iter().all(|item| is_line(item)) => {
                line = listed(items, &mut rest);
                break;
            }
            Block::List { items, .. } => {
                let (words, others) = words(items.concat());
                line = words;
                rest.extend(others);
                break;
            }
            Block::Figure { source, alt, .. } => {
                line = vec![Inline::Image { source, alt }];
                break;
            }
            other => rest.push(other),
        }
    }
    rest.extend(blocks);
    (line, rest)
}

fn extend(line: &mut Vec<Inline>, more: Vec<Inline>) {
    more.into_iter()
        .for_each(|inline| push_inline(line, inline));
}

fn trimmed(mut line: Vec<Inline>) -> Vec<Inline> {
    if let Some(Inline::Text(first)) = line.first_mut() {
        *first = first.trim_start().to_owned();
    }
    if let Some(Inline::Text(last)) = line.last_mut() {
        *last = last.trim_end().to_owned();
    }
    line
}

/// Returns whether a list item is a paragraph and nothing else but comments.
fn is_line(item: &[Block]) -> bool {
    let mut blocks = item.iter();
    blocks
        .next()
        .is_some_and(|first| matches!(first, Block::Paragraph(_)))
        && blocks.all(|block| matches!(block, Block::Comment(_)))
}

/// Gives the items of a list in one line: `a, b and c`, or as sentences if one of them is a sentence.
fn listed(items: Vec<Vec<Block>>, rest: &mut Vec<Block>) -> Vec<Inline> {
    let lines = items.into_iter().map(|item| {
        let (line, others) = words(item);
        rest.extend(others);
        line
    });
    let lines: Vec<Vec<Inline>> = lines.collect();
    match lines.iter().any(|line| ends_itself(line)) {
        true => sentences(lines),
        false => super::title::listed(lines),
    }
}

/// Gives several sentences in one line.
fn sentences(lines: Vec<Vec<Inline>>) -> Vec<Inline> {
    let mut all = Vec::new();
    for line in lines {
        let is_first = all.is_empty();
        push_inline(&mut all, Inline::text(if is_first { "" } else { " " }));
        let line = if is_first { line } else { capitalized(line) };
        extend(&mut all, with_stop(line));
    }
    all
}

/// Adds what a placeholder tells to the list of the one before it, if both are lists with bullets; else gives it back.
fn join(before: &mut Block, block: Block) -> Option<Block> {
    match (before, block) {
        (
            Block::List {
                start: None,
                items: before,
            },
            Block::List { start: None, items },
        ) => {
            before.extend(items);
            None
        }
        (_, block) => Some(block),
    }
}

fn end_sentence(block: &mut Block) {
    if let Block::Paragraph(line) = block {
        *line = with_stop(std::mem::take(line));
    }
}

/// Makes a heading a paragraph in bold, since no heading can be in a list or a quote.
fn without_heading(block: &mut Block) {
    if let Block::Heading(_, inlines) = block {
        let inlines = super::parse::flat(std::mem::take(inlines));
        *block = Block::Paragraph(vec![Inline::Strong(inlines)]);
    }
}

fn is_blank(block: &Block) -> bool {
    match block {
        Block::Paragraph(inlines) => inlines.iter().all(|inline| match inline {
            Inline::Text(text) => text.trim().is_empty(),
            Inline::Break => true,
            _ => false,
        }),
        _ => false,
    }
}

/// Leaves out each heading with placeholders below it, all empty, and nothing else.
fn without_empty_sections(pieces: Vec<Piece>) -> Vec<Block> {
    let mut kept: Vec<Piece> = Vec::new();
    for piece in pieces.into_iter().rev() {
        let Piece::Heading(level, inlines) = piece else {
            kept.push(piece);
            continue;
        };
        // What follows it, nearest first.
        let below = kept.iter().rev().take_while(|piece| match piece {
            Piece::Heading(other, _)
            | Piece::Left(other)
            | Piece::Told(Block::Heading(other, _)) => *other > level,
            _ => true,
        });
        let mut is_empty = None;
        for piece in below {
            match piece {
                Piece::Nothing | Piece::Left(_) => is_empty = is_empty.or(Some(true)),
                _ => is_empty = Some(false),
            }
        }
        match is_empty {
            Some(true) => kept.push(Piece::Left(level)),
            _ => kept.push(Piece::Heading(level, inlines)),
        }
    }
    let pieces = kept.into_iter().rev();
    let blocks = pieces.filter_map(|piece| match piece {
        Piece::Heading(level, inlines) => Some(Block::Heading(level, inlines)),
        Piece::Block(block) | Piece::Told(block) => Some(block),
        Piece::Nothing | Piece::Left(_) => None,
    });
    blocks.collect()
}
