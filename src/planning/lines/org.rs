//! Outlines of Org mode, as Markdown: headlines of stars, those of tasks with a keyword.

use super::blocks::{Piece, Source};
use super::settings::{has_settings, has_title, with_partly_done, without_settings};

/// A line of stars and words.
struct Headline {
    level: usize,
    /// What its keyword says, as a box does.
    checkbox: Option<char>,
    words: String,
}

/// Makes headings and bullets of the headlines if some have more than one star and some a keyword: a list with stars has none.
pub(super) fn without_stars(pieces: &mut Vec<Piece>) {
    let all = || pieces.iter().filter_map(headline);
    let is_outline = all().any(|one| one.level > 1) && all().any(|one| one.checkbox.is_some());
    let (has_title, is_any) = (has_title(pieces), all().next().is_some());
    let is_org = is_outline || has_title || all().any(|one| one.checkbox.is_some());
    if is_org {
        let lines = pieces.iter_mut();
        lines.for_each(|piece| match piece {
            Piece::Line(source) => with_partly_done(source),
            Piece::Code(_) | Piece::Comment(_) => {}
        });
    }
    if is_outline || is_any && (has_title || has_settings(pieces)) {
        without_settings(pieces, |piece| headline(piece)?.checkbox);
    }
    if !is_outline {
        return;
    }
    let headlines: Vec<Option<Headline>> = pieces.iter().map(headline).collect();
    let leaves = leaves(pieces, &headlines);
    // The column of the task that a line stands below, and its level.
    let mut task: Option<(usize, usize)> = None;
    for (place, piece) in pieces.iter_mut().enumerate() {
        let (Piece::Line(source) | Piece::Code(source) | Piece::Comment(source)) = piece;
        let Some(headline) = &headlines[place] else {
            source.indent += task.map_or(0, |(column, _)| column + STEP);
            continue;
        };
        let is_below_task = task.is_some_and(|(_, level)| headline.level > level);
        if headline.checkbox.is_none() && !is_below_task && !leaves[place] {
            let level = headline.level.min(LOWEST);
            source.text = format!("{} {}", "#".repeat(level), headline.words);
            task = None;
            continue;
        }
        source.indent = (headline.level - 1) * STEP;
        source.text = match headline.checkbox {
            Some(sign) => format!("- [{sign}] {}", headline.words),
            None => format!("- {}", headline.words),
        };
        let level = match task {
            Some((_, level)) if is_below_task => level,
            _ => headline.level,
        };
        task = Some((source.indent, level));
    }
}

/// The columns between a bullet and one below it.
const STEP: usize = 2;

/// The lowest level of a heading in Markdown.
const LOWEST: usize = 6;

/// Returns which headlines below the highest have nothing below them, as the items of a list.
fn leaves(pieces: &[Piece], headlines: &[Option<Headline>]) -> Vec<bool> {
    let mut leaves = vec![false; pieces.len()];
    let mut below = Some(0);
    for place in (0..pieces.len()).rev() {
        if let Some(headline) = &headlines[place] {
            leaves[place] =
                headline.level > 1 && below.is_some_and(|level| level <= headline.level);
            below = Some(headline.level);
        } else if !is_nothing(&pieces[place]) {
            below = None;
        }
    }
    leaves
}

fn headline(piece: &Piece) -> Option<Headline> {
    let Piece::Line(Source {
        indent: 0, text, ..
    }) = piece
    else {
        return None;
    };
    let words = text.trim_start_matches('*');
    let level = text.len() - words.len();
    let words = words.strip_prefix(' ').filter(|_| level > 0)?.trim();
    let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
    let checkbox = keyword(first).filter(|_| !rest.is_empty());
    let words = if checkbox.is_some() { rest } else { words };
    Some(Headline {
        level,
        checkbox,
        words: words.trim().to_owned(),
    })
}

/// Returns what a keyword says, as the sign in a box.
fn keyword(word: &str) -> Option<char> {
    match word {
        "TODO" | "NEXT" => Some(' '),
        "DOING" | "STARTED" | "WAITING" => Some('~'),
        "DONE" => Some('x'),
        "CANCELED" | "CANCELLED" => Some('-'),
        _ => None,
    }
}

fn is_nothing(piece: &Piece) -> bool {
    match piece {
        Piece::Line(source) => source.text.is_empty(),
        Piece::Code(_) => false,
        Piece::Comment(_) => true,
    }
}
