//! What a placeholder within a line tells: words, one paragraph at most.

use super::document::{Block, Inline, push_inline};
use super::title::{capitalized, ends_itself, listed, with_stop};

/// Gives blocks as words, and what no line can hold: code, tables, quotes, all pictures but the first.
pub(super) fn words(blocks: Vec<Block>) -> (Vec<Inline>, Vec<Block>) {
    let mut line = Vec::new();
    let mut rest = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(words) => push_sentence(&mut line, words),
            Block::List { items, .. } if items.iter().all(|item| is_line(item)) => {
                push_sentence(&mut line, listed_items(items, &mut rest));
            }
            Block::List { items, .. } => {
                let (words, others) = words(items.concat());
                push_sentence(&mut line, words);
                rest.extend(others);
            }
            Block::Figure { source, alt, .. } if line.is_empty() => {
                line.push(Inline::Image { source, alt });
            }
            other => rest.push(other),
        }
    }
    (line, rest)
}

/// Returns whether a list item is a paragraph and nothing else but comments.
fn is_line(item: &[Block]) -> bool {
    let mut blocks = item.iter();
    matches!(blocks.next(), Some(Block::Paragraph(_)))
        && blocks.all(|block| matches!(block, Block::Comment(_)))
}

/// Gives the items of a list in one line: `a, b and c`, or as sentences if one of them is a sentence.
fn listed_items(items: Vec<Vec<Block>>, rest: &mut Vec<Block>) -> Vec<Inline> {
    let lines = items.into_iter().map(|item| {
        let (line, others) = words(item);
        rest.extend(others);
        line
    });
    let lines: Vec<Vec<Inline>> = lines.collect();
    if !lines.iter().any(|line| ends_itself(line)) {
        return listed(lines);
    }
    let mut all = Vec::new();
    for line in lines {
        let line = if all.is_empty() {
            line
        } else {
            capitalized(line)
        };
        push_sentence(&mut all, line);
    }
    with_stop(all)
}

/// Adds a sentence to a line, after the end of the one before it.
fn push_sentence(line: &mut Vec<Inline>, sentence: Vec<Inline>) {
    if !line.is_empty() {
        let is_picture = matches!(line[..], [Inline::Image { .. }]);
        if !is_picture && !ends_itself(line) {
            *line = with_stop(std::mem::take(line));
        }
        push_inline(line, Inline::text(" "));
    }
    sentence
        .into_iter()
        .for_each(|inline| push_inline(line, inline));
}

/// Ends a paragraph with a full stop.
pub(super) fn as_sentence(block: Block) -> Block {
    match block {
        Block::Paragraph(line) => Block::Paragraph(with_stop(line)),
        other => other,
    }
}
