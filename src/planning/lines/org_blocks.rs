//! Blocks and comments of Org mode: `#+BEGIN_SRC` to `#+END_SRC`, and lines that begin with `# `.

use super::blocks::{Piece, Source};

/// Makes code of blocks in which nothing is a headline, and comments of what Org mode takes for one, unless the text has headings of
/// Markdown.
pub(super) fn without_blocks(pieces: &mut Vec<Piece>) {
    let starts = |piece: &Piece, start| matches!(piece, Piece::Line(source) if source.text.starts_with(start));
    let is_markdown = pieces.iter().any(|piece| starts(piece, "## "));
    let mut left: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut at = 0;
    while at < pieces.len() {
        let end = begin(&pieces[at]).and_then(|name| end(&pieces[at + 1..], name));
        match (&pieces[at], end) {
            (Piece::Line(source), Some(count)) => {
                let inside = &pieces[at + 1..=at + count];
                left.push(block(source, inside));
                at += count + 2;
            }
            (Piece::Line(source), None) if !is_markdown && source.text.starts_with("# ") => {
                left.push(Piece::Comment(source.clone()));
                at += 1;
            }
            (piece, _) => {
                left.push(piece.clone());
                at += 1;
            }
        }
    }
    *pieces = left;
}

/// Returns the name of the block that a line begins, if what stands in it is no outline.
fn begin(piece: &Piece) -> Option<&'static str> {
    const NAMES: [&str; 4] = ["comment", "example", "export", "src"];
    named(piece, "#+begin_", &NAMES)
}

/// Returns how many pieces stand in front of the end of a block.
fn end(pieces: &[Piece], name: &'static str) -> Option<usize> {
    const MOST: usize = 1000;
    let mut pieces = pieces.iter().take(MOST);
    pieces.position(|piece| named(piece, "#+end_", &[name]).is_some())
}

fn named(piece: &Piece, start: &str, names: &[&'static str]) -> Option<&'static str> {
    let Piece::Line(source) = piece else {
        return None;
    };
    let first = source.text.split_whitespace().next()?.to_lowercase();
    let name = first.strip_prefix(start)?;
    names.iter().find(|known| **known == name).copied()
}

fn block(first: &Source, inside: &[Piece]) -> Piece {
    let lines = inside.iter().map(|piece| match piece {
        Piece::Line(source) | Piece::Code(source) | Piece::Comment(source) => source.text.as_str(),
        Piece::Aside(..) | Piece::End { .. } => "",
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    let source = Source {
        text: format!("```\n{text}\n```"),
        ..first.clone()
    };
    let is_comment = first.text.to_lowercase().starts_with("#+begin_comment");
    match is_comment || text.trim().is_empty() {
        true => Piece::Comment(source),
        false => Piece::Code(source),
    }
}
