//! The marks of a rendered template, replaced by parts of the tree.

use foldhash::HashSet;

use super::claims::{Claims, Unit};
use super::data::Gap;
use super::document::{Block, Inline, push_inline};
use super::outline::Outline;
use super::parse::{flat, image, link};
use super::selection::Builder;
use super::settings::{Body, Group, Settings, Style, Titles};
use super::story::Story;
use super::tell::{Telling, tell};
use super::template::{CLOSE, Mark, OPEN, Part, Placeholder};
use super::title::remove_end;
use super::{attendees, in_line, lists};
use crate::diagnostic::Misplaced;
use crate::domain::EntryId;

/// The tree of a post.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub blocks: Vec<Block>,
    pub gaps: Vec<Gap>,
    /// The items, and the entries that tell something of their own, in the order of the post.
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
    /// Whether the template is the sprint's own, or will be.
    is_the_posts: bool,
    /// Whether the body has a heading for each day, or is divided by people.
    are_days_named: bool,
    /// Those of [`Page::told`].
    seen: HashSet<EntryId>,
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
    is_the_posts: bool,
) -> Page {
    let mut filler = Filler {
        builder,
        marks,
        claims,
        has_numbers,
        is_built_in,
        is_the_posts,
        are_days_named: marks.iter().any(names_days),
        seen: HashSet::default(),
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
    /// A list of what is left to do, which the next placeholder may go on with.
    Left(Block),
    /// Placeholders that had nothing to tell.
    Nothing,
    /// A heading that was left out, of that level.
    Gone(u8),
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
            let part = self.lone_part_of(&block);
            let goes_on = part.is_some_and(|mark| self.is_about_what_is_left(mark));
            let filled = self.block(block, level.saturating_add(1), false);
            if filled.is_empty() {
                pieces.push(Piece::Nothing);
            }
            for block in filled {
                let mut before = pieces.iter_mut().rev();
                let before = before.find(|piece| !matches!(piece, Piece::Nothing));
                let rest = match (part, before) {
                    (None, _) => Some(Piece::Block(block)),
                    (Some(_), Some(Piece::Left(before))) if goes_on => {
                        join(before, block).map(Piece::Left)
                    }
                    _ if goes_on => Some(Piece::Left(block)),
                    _ => Some(Piece::Told(block)),
                };
                pieces.extend(rest);
            }
        }
        pieces
    }

    /// Fills blocks within a list item or a quote.
    fn nested(&mut self, blocks: Vec<Block>, level: u8) -> Vec<Block> {
        let mut filled: Vec<Block> = Vec::new();
        let mut is_left_before = false;
        for block in blocks {
            let part = self.lone_part_of(&block);
            let is_left = part.is_some_and(|mark| self.is_about_what_is_left(mark));
            for block in self.block(block, level, true) {
                let before = filled.last_mut().filter(|_| is_left && is_left_before);
                let rest = match before {
                    Some(before) => join(before, block),
                    None => Some(block),
                };
                filled.extend(rest);
                is_left_before = is_left;
            }
        }
        filled
    }

    fn lone_part_of(&self, block: &Block) -> Option<usize> {
        match block {
            Block::Paragraph(line) => self.lone_part(line),
            _ => None,
        }
    }

    /// Fills the items of a list. An item that is only a placeholder, which tells a list, is the items of that.
    fn items(&mut self, items: Vec<Vec<Block>>, level: u8) -> Vec<Vec<Block>> {
        let mut filled = Vec::new();
        for item in items {
            let is_part = matches!(&item[..], [only] if self.lone_part_of(only).is_some());
            let mut item = self.nested(item, level);
            match &mut item[..] {
                [] => {}
                [Block::List { items, .. }] if is_part => filled.append(items),
                _ => filled.push(item),
            }
        }
        filled
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
                        told = told.into_iter().map(in_line::as_sentence).collect();
                    }
                    if self.begins_small(mark) {
                        lists::capitalize(&mut told);
                    }
                    if is_nested {
                        told.iter_mut().for_each(without_heading);
                    }
                    return told;
                }
                let line = self.line(inlines, Context::Text, &mut after);
                Some(Block::Paragraph(trimmed(line))).filter(|block| !is_blank(block))
            }
            Block::Heading(level, inlines) => Some(Block::Heading(
                level,
                self.line(inlines, Context::Heading, &mut after),
            )),
            Block::List { start, items } => {
                let items = self.items(items, level);
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

    /// Returns whether a placeholder tells what is left to do: one list, whatever tells it.
    fn is_about_what_is_left(&self, mark: usize) -> bool {
        matches!(
            self.marks.get(mark),
            Some(Mark::Part(Placeholder {
                part: Part::Unfinished(_) | Part::Next(_),
                ..
            }))
        )
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
                Inline::Emphasis(inner) => Inline::Emphasis(flat(self.line(inner, context, after))),
                Inline::Strong(inner) => Inline::Strong(flat(self.line(inner, context, after))),
                Inline::Code(code) => Inline::Code(self.value(&code, Misplaced::Code)),
                Inline::Link { to, text } => {
                    let to = self.value(&to, Misplaced::Address);
                    let text = self.line(text, context, after);
                    extend(&mut line, link(to, text));
                    continue;
                }
                Inline::Image { source, alt } => {
                    let source = self.value(&source, Misplaced::Address);
                    image(source, self.value(&alt, Misplaced::Address))
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
        let mut is_after_part = false;
        for cut in cuts_of(text) {
            let place = match cut {
                Cut::Text(text) => {
                    push_words(line, text, is_after_part);
                    is_after_part &= text.is_empty();
                    continue;
                }
                Cut::Mark(place) => place,
            };
            match self.marks.get(place) {
                Some(Mark::Value { text, .. }) => push_inline(line, Inline::text(text)),
                Some(Mark::Part(placeholder)) if context == Context::Heading => {
                    self.misplaced(placeholder, Misplaced::Heading);
                }
                Some(Mark::Part(placeholder)) => {
                    let words = self.in_line(place, placeholder);
                    let (words, rest) = in_line::words(words);
                    extend(line, words);
                    after.extend(rest);
                    is_after_part = true;
                }
                None => {}
            }
        }
    }

    /// Gives a part as it is told within a line: no headings, no bullets.
    fn in_line(&mut self, mark: usize, placeholder: &Placeholder) -> Vec<Block> {
        let settings = placeholder.settings;
        let placeholder = Placeholder {
            settings: Settings {
                group: Group::None,
                body: Body::Prose,
                titles: Some(match settings.titles {
                    Some(Titles::Bold | Titles::Heading) => Titles::Bold,
                    Some(Titles::None) | None => Titles::None,
                }),
                ..settings
            },
            style: Style::Sentence,
            level: None,
            ..placeholder.clone()
        };
        let told = self.told(mark, &placeholder, 6);
        match placeholder.part {
            Part::Thanks => told.into_iter().map(in_line::as_sentence).collect(),
            _ => told,
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
        match self.marks.get(mark) {
            Some(Mark::Part(placeholder)) => self.told(mark, placeholder, level),
            _ => Vec::new(),
        }
    }

    fn told(&mut self, mark: usize, placeholder: &Placeholder, level: u8) -> Vec<Block> {
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
            Part::Goals => {
                self.tells(builder.listed_goals().map(|goal| goal.id));
                lists::goals(&builder.goals(), style)
            }
            Part::Days if self.are_days_named => Vec::new(),
            Part::Days => lists::days(&builder.special_days()),
            Part::Unfinished(_) => {
                let items = builder.unfinished();
                let items = items.filter(|item| is_here(Unit::Unfinished(item.id)));
                let left: Vec<_> = items.map(|item| builder.left(item)).collect();
                lists::unfinished(&left, style)
            }
            Part::Next(_) => {
                let steps = builder.next_steps();
                let steps = steps.filter(|(place, _)| is_here(Unit::NextStep(*place)));
                let steps: Vec<_> = steps.map(|(_, step)| step).collect();
                self.tells(steps.iter().map(|step| step.id));
                let steps = steps.into_iter().map(|step| builder.next_step(step));
                let steps: Vec<_> = steps.collect();
                lists::next(&steps, style)
            }
            Part::Attendees { group, role } => {
                let attendees = builder.attendees(group.as_deref(), role.as_deref());
                attendees::attendees(&attendees, style)
            }
            Part::Thanks => {
                self.tells(builder.listed_thanks().map(|thanks| thanks.id));
                lists::thanks(&builder.thanks(), &placeholder.settings)
            }
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
                    is_the_posts: self.is_the_posts,
                };
                let comment = gap.comment();
                self.page.gaps.push(gap);
                vec![comment]
            }
            Part::Told(_) => Vec::new(),
        }
    }

    /// Notes what is told, unless it was told before.
    fn tells(&mut self, ids: impl Iterator<Item = EntryId>) {
        let new = ids.filter(|id| self.seen.insert(*id));
        self.page.told.extend(new);
    }

    fn outline(
        &mut self,
        builder: Builder<'_>,
        placeholder: &Placeholder,
        mark: usize,
        level: u8,
    ) -> Vec<Block> {
        let outline = Outline::new(builder, self.claims, placeholder, mark);
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
                level: below,
                numbers: self.has_numbers,
                about: builder.about,
            };
            blocks.extend(tell(&section.stories, &telling));
            blocks.extend(lists::figures(&section.pictures));
            for story in section.stories.iter().flat_map(Story::with_parts) {
                // Under two people, a story is still told once and has one gap.
                if story.id().is_none_or(|id| self.seen.insert(id)) {
                    self.page.gaps.extend(story.gap.clone());
                    self.page.told.extend(story.id());
                }
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

/// Adds words of the template. After a part, a full stop of the part gives way to another sign, and of two blanks around nothing
/// one stays.
fn push_words(line: &mut Vec<Inline>, words: &str, is_after_part: bool) {
    let mut words = words;
    if is_after_part && words.starts_with(['.', ',', ';', ':', '!', '?']) {
        remove_end(line, '.');
    }
    if is_after_part && matches!(line.last(), Some(Inline::Text(before)) if before.ends_with(' ')) {
        words = words.strip_prefix(' ').unwrap_or(words);
    }
    push_inline(line, Inline::Text(words.to_owned()));
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

/// Makes a heading a paragraph in bold, since no heading can be in a list or a quote.
fn without_heading(block: &mut Block) {
    if let Block::Heading(_, inlines) = block {
        let inlines = flat(std::mem::take(inlines));
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

/// Leaves out each heading with placeholders below it, all empty, and nothing else but comments of the template.
fn without_empty_sections(pieces: Vec<Piece>) -> Vec<Block> {
    let mut kept: Vec<Piece> = Vec::new();
    for (place, piece) in pieces.into_iter().enumerate().rev() {
        let Piece::Heading(level, inlines) = piece else {
            kept.push(piece);
            continue;
        };
        // What follows it, nearest first.
        let below = kept.iter().rev().take_while(|piece| match piece {
            Piece::Heading(other, _)
            | Piece::Gone(other)
            | Piece::Told(Block::Heading(other, _)) => *other > level,
            _ => true,
        });
        let mut is_empty = None;
        for piece in below {
            match piece {
                Piece::Nothing | Piece::Gone(_) => is_empty = is_empty.or(Some(true)),
                Piece::Block(Block::Comment(_)) => {}
                _ => is_empty = Some(false),
            }
        }
        let is_title = place == 0 && level == 1;
        kept.push(match is_empty {
            Some(true) if !is_title => Piece::Gone(level),
            _ => Piece::Heading(level, inlines),
        });
    }
    let pieces = kept.into_iter().rev();
    let blocks = pieces.filter_map(|piece| match piece {
        Piece::Heading(level, inlines) => Some(Block::Heading(level, inlines)),
        Piece::Block(block) | Piece::Told(block) | Piece::Left(block) => Some(block),
        Piece::Nothing | Piece::Gone(_) => None,
    });
    blocks.collect()
}
