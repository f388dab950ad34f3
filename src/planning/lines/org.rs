//! Outlines of Org mode, as Markdown: headlines of stars, those of tasks with a keyword.

use std::collections::HashMap;

use super::blocks::Piece;
use super::settings::{blank, has_keywords, has_settings, with_partly_done, without_settings};
use crate::domain::is_given_up;
use crate::planning::document::Mark;
use crate::planning::status::mark_of;
use crate::text::is_of;

/// A line of stars and words.
struct Headline {
    level: usize,
    /// What its keyword says, as a box does.
    checkbox: Option<char>,
    words: String,
}

/// Makes headings and bullets of the headlines of an outline.
pub(super) fn without_stars(pieces: &mut Vec<Piece>) {
    let keywords = Keywords::of(pieces);
    let is_any = pieces
        .iter()
        .any(|piece| keywords.headline(piece).is_some());
    let is_org = has_keywords(pieces) || is_any && has_settings(pieces);
    let is_outline = is_outline(pieces, is_org, &keywords);
    if is_org || is_outline {
        let lines = pieces.iter_mut();
        lines.for_each(|piece| match piece {
            Piece::Line(source) => with_partly_done(source),
            Piece::Code(_) | Piece::Comment(_) => {}
        });
        without_settings(pieces, |piece| keywords.headline(piece)?.checkbox);
    }
    if is_outline {
        with_headings(pieces, &keywords);
    }
}

/// Returns whether lines of stars are headlines: some have more than one star and some a keyword, as no list has them, or in a text
/// that only Org mode writes, some have a keyword or other lines below them.
fn is_outline(pieces: &[Piece], is_org: bool, keywords: &Keywords) -> bool {
    let is_words = |piece: &&Piece| keywords.headline(piece).is_none();
    let all = || pieces.iter().filter_map(|piece| keywords.headline(piece));
    let has_keyword = all().any(|one| one.checkbox.is_some());
    let has_more = || {
        let mut below = pieces.iter().skip_while(is_words);
        below.any(|piece| is_words(&piece) && !is_nothing(piece))
    };
    let is_deep = all().any(|one| one.level > 1);
    is_deep && has_keyword || is_org && (has_keyword || has_more())
}

/// Makes headings and bullets of headlines.
fn with_headings(pieces: &mut Vec<Piece>, keywords: &Keywords) {
    let headlines: Vec<Option<Headline>> = pieces
        .iter()
        .map(|piece| keywords.headline(piece))
        .collect();
    let leaves = leaves(pieces, &headlines);
    let mut made = Vec::with_capacity(pieces.len());
    // The column of the task that a line stands below, and its level.
    let mut task: Option<(usize, usize)> = None;
    for (place, mut piece) in pieces.drain(..).enumerate() {
        let is_line = matches!(piece, Piece::Line(_));
        let (Piece::Line(source) | Piece::Code(source) | Piece::Comment(source)) = &mut piece;
        let Some(headline) = &headlines[place] else {
            // Whoever indents a headline means a bullet.
            if is_line
                && source.indent > 0
                && let Some(headline) = keywords.stars(&source.text)
                && headline.level > 1
            {
                source.text = as_bullet(&headline);
            }
            source.indent += task.map_or(0, |(column, _)| column + STEP);
            made.push(piece);
            continue;
        };
        let is_below_task = task.is_some_and(|(_, level)| headline.level > level);
        if headline.checkbox.is_none() && !is_below_task && !leaves[place] {
            let level = headline.level.min(LOWEST);
            source.text = format!("{} {}", "#".repeat(level), headline.words);
            task = None;
            made.push(piece);
            continue;
        }
        source.indent = (headline.level - 1) * STEP;
        source.text = as_bullet(headline);
        let level = match task {
            Some((_, level)) if is_below_task => level,
            _ => headline.level,
        };
        task = Some((source.indent, level));
        // No line goes on with a headline.
        let end = blank(source);
        made.extend([piece, end]);
    }
    *pieces = made;
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

/// What the keywords of headlines say, as the sign in a box: those of the text itself, and the usual ones.
struct Keywords {
    own: HashMap<String, char>,
}

impl Keywords {
    /// Reads `#+TODO: TODO WAIT(w) | DONE(d) CANCELLED(c)`.
    fn of(pieces: &[Piece]) -> Keywords {
        let mut own = HashMap::new();
        for piece in pieces {
            let Piece::Line(source) = piece else { continue };
            let Some((are_types, words)) = keywords_of(&source.text) else {
                continue;
            };
            let words: Vec<&str> = words.split_whitespace().collect();
            let bar = words.iter().position(|word| *word == "|");
            let closing = bar.map_or(words.len().saturating_sub(1), |bar| bar + 1);
            for (place, word) in words.iter().enumerate().filter(|(_, word)| **word != "|") {
                let word = word.split('(').next().unwrap_or_default();
                let sign = usual(word).or(match place {
                    // Types may be people.
                    _ if are_types => None,
                    _ if place >= closing && says_given_up(word) => Some('-'),
                    // What others there say is not certain.
                    _ if place == closing || place > closing && mark_of(word) == Mark::Done => {
                        Some('x')
                    }
                    _ if place > closing => None,
                    0 => Some(' '),
                    _ => Some('~'),
                });
                let Some(sign) = sign else { continue };
                own.entry(word.to_owned()).or_insert(sign);
            }
        }
        Keywords { own }
    }

    fn sign(&self, word: &str) -> Option<char> {
        let own = self.own.get(word).copied();
        own.or_else(|| usual(word))
    }

    fn headline(&self, piece: &Piece) -> Option<Headline> {
        match piece {
            Piece::Line(source) if source.indent == 0 => self.stars(&source.text),
            _ => None,
        }
    }

    /// Reads a line of stars and words. Bold words have stars at their end, too.
    fn stars(&self, text: &str) -> Option<Headline> {
        let words = text.trim_start_matches('*');
        let level = text.len() - words.len();
        let words = words.strip_prefix(' ').filter(|_| level > 0)?.trim();
        let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
        let checkbox = self.sign(first).filter(|_| !rest.is_empty());
        let words = if checkbox.is_some() { rest } else { words };
        let words = match waits(first).filter(|_| checkbox == Some('~')) {
            Some(status) => with_status(words.trim(), status),
            None => words.trim().to_owned(),
        };
        (!words.ends_with("**")).then_some(Headline {
            level,
            checkbox,
            words,
        })
    }
}

/// Returns what a usual keyword says.
fn usual(word: &str) -> Option<char> {
    match word {
        "TODO" | "NEXT" => Some(' '),
        "DOING" | "HOLD" | "IN-PROGRESS" | "INPROGRESS" | "STARTED" | "STRT" | "WAIT"
        | "WAITING" => Some('~'),
        "DONE" => Some('x'),
        "CANCELED" | "CANCELLED" | "KILL" => Some('-'),
        _ => None,
    }
}

/// Returns the keywords that a line such as `#+TODO: TODO WAIT(w) | DONE(d)` sets, and whether they are types of tasks and not
/// states.
fn keywords_of(text: &str) -> Option<(bool, &str)> {
    const SETTINGS: [&str; 3] = ["TODO", "SEQ_TODO", "TYP_TODO"];
    let (key, words) = text.strip_prefix("#+")?.split_once(':')?;
    let is_key = |name: &&str| key.eq_ignore_ascii_case(name);
    let name = SETTINGS.into_iter().find(is_key)?;
    Some((name == "TYP_TODO", words))
}

/// Returns whether a keyword of what is closed says that nobody does it: `SHELVED`.
fn says_given_up(word: &str) -> bool {
    const WORDS: &str = "abgelehnt aborted declined delegated discarded failed ignored invalid later moved obsolete refused rejected \
                         shelved skipped someday verworfen wontdo wontfix";
    let word = word.to_lowercase().replace(['_', '\''], "");
    is_given_up(&word) || is_of(WORDS, &word) || mark_of(&word) == Mark::Dropped
}

/// Returns the status that a keyword of what goes on says, if something is waited for: its box says only that it goes on.
fn waits(word: &str) -> Option<&'static str> {
    match word {
        "HOLD" => Some("on hold"),
        "WAIT" | "WAITING" => Some("waiting"),
        "BLOCKED" => Some("blocked"),
        "PAUSED" => Some("paused"),
        _ => None,
    }
}

/// Writes a status in front of a title, behind the number of its item.
fn with_status(words: &str, status: &str) -> String {
    let first = words.split(' ').next().unwrap_or_default();
    let number = first.strip_prefix('#').unwrap_or_default();
    match number.starts_with(|sign: char| sign.is_ascii_digit()) {
        true => format!("{first} [{status}]{}", &words[first.len()..]),
        false => format!("[{status}] {words}"),
    }
}

fn is_nothing(piece: &Piece) -> bool {
    match piece {
        Piece::Line(source) => source.text.is_empty(),
        Piece::Code(_) => false,
        Piece::Comment(_) => true,
    }
}
