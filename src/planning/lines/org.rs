//! Outlines of Org mode, as Markdown: headlines of stars, those of tasks with a keyword.

use std::collections::HashMap;

use super::blocks::Piece;
use super::heading::hashes;
use super::line::Aside;
use super::org_blocks::without_blocks;
use super::settings::{
    are_tags, blank, has_keywords, has_settings, with_partly_done, without_settings,
};
use crate::domain::is_given_up;
use crate::planning::document::Mark;
use crate::planning::status::mark_of;
use crate::text::is_of;

/// A line of stars and words.
struct Headline {
    level: usize,
    /// What its keyword says, as a box does.
    checkbox: Option<char>,
    /// What it says beyond that: a keyword of one's own has its own word.
    status: Option<String>,
    words: String,
}

/// Makes headings and bullets of the headlines of an outline.
pub(super) fn without_stars(pieces: &mut Vec<Piece>) {
    if has_keywords(pieces) {
        without_blocks(pieces);
    }
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
            Piece::Code(_) | Piece::Comment(_) | Piece::Aside(..) | Piece::End { .. } => {}
        });
        hide(pieces, &keywords);
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
    // The plainest one has a keyword in most lines, and no heading of Markdown.
    let is_markdown = || {
        let is_heading = |piece: &Piece| matches!(piece, Piece::Line(source) if source.indent == 0 && hashes(&source.text).is_some());
        pieces.iter().any(is_heading)
    };
    let is_plain = || {
        let count = all().filter(|one| one.checkbox.is_some()).count();
        2 * count > all().count() && !is_markdown()
    };
    is_deep && has_keyword || is_org && (has_keyword || has_more()) || is_plain()
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
    // The level of the heading above, and whether words stand below it.
    let mut heading = (0, false);
    for (place, mut piece) in pieces.drain(..).enumerate() {
        let Some(headline) = &headlines[place] else {
            heading.1 |= !is_nothing(&piece);
            made.extend(keywords.below_headline(&mut piece, task));
            made.push(piece);
            continue;
        };
        let Piece::Line(source) = &mut piece else {
            continue;
        };
        let is_below_task = task.is_some_and(|(_, level)| headline.level > level);
        if headline.checkbox.is_none() && !is_below_task && !leaves[place] {
            let level = headline.level.min(LOWEST);
            source.text = format!("{} {}", "#".repeat(level), headline.words);
            task = None;
            heading = (headline.level, false);
            made.push(piece);
            continue;
        }
        // A heading is only the topic of those that are deeper, and words below it are none.
        let has_ended = headline.level <= heading.0 || heading.1 && headline.checkbox.is_some();
        if !is_below_task && has_ended {
            made.push(Piece::End {
                number: source.number,
                level: headline.level.min(LOWEST + 1),
            });
            heading = (heading.0.min(headline.level - 1), false);
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
        let status = headline.status_aside(source.number);
        made.push(piece);
        made.extend(status);
        made.push(end);
    }
    *pieces = made;
}

impl Headline {
    fn status_aside(&self, number: usize) -> Option<Piece> {
        let aside = match &self.status {
            Some(status) => Aside::Status(status.clone()),
            None if self.checkbox == Some(' ') => Aside::ToDo,
            None => return None,
        };
        Some(Piece::Aside(number, aside))
    }
}

/// Puts a line in the place of what is commented out or archived.
fn hide(pieces: &mut Vec<Piece>, keywords: &Keywords) {
    let mut left: Vec<Piece> = Vec::with_capacity(pieces.len());
    // The level of the headline that hides what is below it.
    let mut hidden: Option<usize> = None;
    for piece in pieces.drain(..) {
        let headline = keywords.headline(&piece);
        if let Some(headline) = &headline {
            hidden = hidden.filter(|level| headline.level > *level);
        }
        if hidden.is_some() {
            if let Some(Piece::Aside(_, Aside::Hidden { count, .. })) = left.last_mut() {
                *count += usize::from(!is_nothing(&piece));
            }
            continue;
        }
        match (headline, &piece) {
            (Some(headline), Piece::Line(source)) if is_hidden(&headline.words) => {
                hidden = Some(headline.level);
                let words = headline.words;
                let aside = Aside::Hidden { words, count: 1 };
                left.push(Piece::Aside(source.number, aside));
            }
            _ => left.push(piece),
        }
    }
    *pieces = left;
}

/// Returns whether the words of a headline say that it is commented out or archived.
fn is_hidden(words: &str) -> bool {
    let mut all = words.split_whitespace();
    let is_priority = |word: &&str| word.starts_with("[#");
    let first = all.clone().find(|word| !is_priority(word));
    let last = all.next_back().filter(|word| are_tags(word));
    let mut tags = last.into_iter().flat_map(|tags| tags.split(':'));
    first == Some("COMMENT") || tags.any(|tag| tag == "ARCHIVE")
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
    own: HashMap<String, (char, Option<String>)>,
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
                let is_own = sign == '~' && usual(word).is_none();
                let status = is_own.then(|| word.to_lowercase().replace(['-', '_'], " "));
                own.entry(word.to_owned()).or_insert((sign, status));
            }
        }
        Keywords { own }
    }

    /// Returns what a keyword says: the sign in a box, and a status.
    fn says(&self, word: &str) -> Option<(char, Option<String>)> {
        let usual = || Some((usual(word)?, None));
        let (sign, status) = self.own.get(word).cloned().or_else(usual)?;
        let status = status.or_else(|| waits(word).map(str::to_owned));
        Some((sign, status.filter(|_| sign == '~')))
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
        let says = self.says(first).filter(|_| !rest.is_empty());
        let words = if says.is_some() { rest } else { words };
        let words = words.trim().to_owned();
        let (checkbox, status) = says.unzip();
        (!words.ends_with("**")).then_some(Headline {
            level,
            checkbox,
            status: status.flatten(),
            words,
        })
    }

    /// Puts a line that is no headline below the task above, whose column and level are given. Whoever indents a headline means a
    /// bullet; returns what that says beside its words.
    fn below_headline(&self, piece: &mut Piece, task: Option<(usize, usize)>) -> Option<Piece> {
        let indent = task.map_or(0, |(column, _)| column + STEP);
        let (source, is_line) = match piece {
            Piece::Line(source) => (source, true),
            Piece::Code(source) | Piece::Comment(source) => (source, false),
            Piece::Aside(..) | Piece::End { .. } => return None,
        };
        let headline = self.stars(&source.text);
        let headline = headline.filter(|one| is_line && source.indent > 0 && one.level > 1);
        source.indent += indent;
        let headline = headline?;
        source.text = as_bullet(&headline);
        headline.status_aside(source.number)
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

/// Returns the status that a usual keyword says, if something is waited for: its box says only that it goes on.
fn waits(word: &str) -> Option<&'static str> {
    match word {
        "HOLD" => Some("on hold"),
        "WAIT" | "WAITING" => Some("waiting"),
        _ => None,
    }
}

fn is_nothing(piece: &Piece) -> bool {
    match piece {
        Piece::Line(source) => source.text.is_empty(),
        Piece::Code(_) => false,
        Piece::Comment(_) | Piece::Aside(..) | Piece::End { .. } => true,
    }
}
