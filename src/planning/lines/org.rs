//! Outlines of Org mode, as Markdown: headlines of stars, those of tasks with a keyword.

use super::blocks::Piece;
use super::settings::{has_keywords, has_settings, with_partly_done, without_settings};

/// A line of stars and words.
struct Headline {
    level: usize,
    /// What its keyword says, as a box does.
    checkbox: Option<char>,
    words: String,
}

/// Makes headings and bullets of the headlines of an outline.
pub(super) fn without_stars(pieces: &mut Vec<Piece>) {
    let is_any = pieces.iter().any(|piece| headline(piece).is_some());
    let is_org = has_keywords(pieces) || is_any && has_settings(pieces);
    let is_outline = is_outline(pieces, is_org);
    if is_org || is_outline {
        let lines = pieces.iter_mut();
        lines.for_each(|piece| match piece {
            Piece::Line(source) => with_partly_done(source),
            Piece::Code(_) | Piece::Comment(_) => {}
        });
        without_settings(pieces, |piece| headline(piece)?.checkbox);
    }
    if is_outline {
        with_headings(pieces);
    }
}

/// Returns whether lines of stars are headlines: some have more than one star and some a keyword, as no list has them, or in a text
/// that only Org mode writes, some have a keyword or other lines below them.
fn is_outline(pieces: &[Piece], is_org: bool) -> bool {
    let all = || pieces.iter().filter_map(headline);
    let has_keyword = all().any(|one| one.checkbox.is_some());
    let has_more = || {
        let mut below = pieces.iter().skip_while(|piece| headline(piece).is_none());
        below.any(|piece| headline(piece).is_none() && !is_nothing(piece))
    };
    let is_deep = all().any(|one| one.level > 1);
    is_deep && has_keyword || is_org && (has_keyword || has_more())
}

/// Makes headings and bullets of headlines.
fn with_headings(pieces: &mut [Piece]) {
    let headlines: Vec<Option<Headline>> = pieces.iter().map(headline).collect();
    let leaves = leaves(pieces, &headlines);
    // The column of the task that a line stands below, and its level.
    let mut task: Option<(usize, usize)> = None;
    for (place, piece) in pieces.iter_mut().enumerate() {
        let (Piece::Line(source) | Piece::Code(source) | Piece::Comment(source)) = piece;
        let Some(headline) = &headlines[place] else {
            // Whoever indents a headline means a bullet.
            if source.indent > 0
                && let Some(headline) = stars(&source.text).filter(|one| one.level > 1)
            {
                source.text = as_bullet(&headline);
            }
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
        source.text = as_bullet(headline);
        let level = match task {
            Some((_, level)) if is_below_task => level,
            _ => headline.level,
        };
        task = Some((source.indent, level));
    }
}

fn as_bullet(headline: &Headline) -> String {
    match headline.checkbox {
        Some(sign) => format!("- [{sign}] {}", headline.words),
        None => format!("- {}", headline.words),
    }
}

/// The columns between a bullet and one below it.
const STEP: usize = 2;

/// The lowest level of a heading in Markdown.
const LOWEST: usize = 6;

/// Returns which headlines have nothing below them, as the items of a list. Those of the highest level are items only if there is no
/// other level, and some have a keyword.
fn leaves(pieces: &[Piece], headlines: &[Option<Headline>]) -> Vec<bool> {
    let mut all = headlines.iter().flatten();
    let is_list = all.clone().all(|one| one.level == 1) && all.any(|one| one.checkbox.is_some());
    let mut leaves = vec![false; pieces.len()];
    let mut below = Some(0);
    for place in (0..pieces.len()).rev() {
        if let Some(headline) = &headlines[place] {
            leaves[place] = (headline.level > 1 || is_list)
                && below.is_some_and(|level| level <= headline.level);
            below = Some(headline.level);
        } else if !is_nothing(&pieces[place]) {
            below = None;
        }
    }
    leaves
}

fn headline(piece: &Piece) -> Option<Headline> {
    match piece {
        Piece::Line(source) if source.indent == 0 => stars(&source.text),
        _ => None,
    }
}

/// Reads a line of stars and words. Bold words have stars at their end, too.
fn stars(text: &str) -> Option<Headline> {
    let words = text.trim_start_matches('*');
    let level = text.len() - words.len();
    let words = words.strip_prefix(' ').filter(|_| level > 0)?.trim();
    let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
    let checkbox = keyword(first).filter(|_| !rest.is_empty());
    let words = if checkbox.is_some() { rest } else { words };
    (!words.ends_with("**")).then(|| Headline {
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
