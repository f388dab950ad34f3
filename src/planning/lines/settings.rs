//! What Org mode keeps in an outline for itself: tags, drawers, when something is planned.

use super::blocks::{Piece, Source};
use crate::planning::time::is_time;

/// Removes what an outline keeps for the editor: settings, drawers, lines such as `CLOSED: [2026-11-29]`, tags, priorities and
/// counts. The title and the tags stay as comments. The time behind `SCHEDULED:` goes behind the words of its task, and `DEADLINE:` with its day below an open one. `checkbox`: the
/// box of a piece that is the headline of a task.
pub(super) fn without_settings(pieces: &mut Vec<Piece>, checkbox: impl Fn(&Piece) -> Option<char>) {
    let has_end = has_end(pieces);
    let mut is_in_drawer = false;
    let mut left: Vec<Piece> = Vec::with_capacity(pieces.len());
    for (mut piece, has_end) in pieces.drain(..).zip(has_end) {
        let Piece::Line(source) = &mut piece else {
            if !is_in_drawer {
                left.push(piece);
            }
            continue;
        };
        if is_in_drawer || has_end && drawer(&source.text).is_some() {
            is_in_drawer = !is_end(&source.text);
        } else if is_planning(&source.text) {
            let mut lines = left.iter_mut().rev();
            let above = lines.find(|piece| matches!(piece, Piece::Line(_)));
            let Some(sign) = above.as_deref().and_then(&checkbox) else {
                continue;
            };
            if let Some(when) = stamp(&source.text, "SCHEDULED:")
                && !source.text.contains("CLOSED:")
                && let Some(Piece::Line(headline)) = above
            {
                headline.text = format!("{}, {when}", headline.text);
            }
            if let Some(day) = stamp(&source.text, "DEADLINE:").filter(|_| !"x-".contains(sign)) {
                let text = format!("DEADLINE: {day}");
                let deadline = Source {
                    text,
                    ..source.clone()
                };
                // It does not go on with the words of the headline, nor they below with it.
                left.extend([blank(source), Piece::Line(deadline), blank(source)]);
            }
        } else if is_log(&source.text) {
            left.push(blank(source));
        } else if is_title(&source.text) {
            left.push(Piece::Comment(source.clone()));
        } else if !is_setting(&source.text) {
            let tags = source.text.split_whitespace().next_back();
            let tags = tags.filter(|tags| are_tags(tags)).map(str::to_owned);
            let words = without_marks(source);
            let tags = tags.filter(|_| words.is_some()).map(|text| {
                Piece::Comment(Source {
                    text,
                    ..source.clone()
                })
            });
            source.text = words.unwrap_or(std::mem::take(&mut source.text));
            left.push(piece);
            left.extend(tags);
        }
    }
    *pieces = left;
}

/// Makes a blank line in the place of another one.
pub(super) fn blank(source: &Source) -> Piece {
    Piece::Line(Source {
        number: source.number,
        ..Source::default()
    })
}

/// Returns whether a line is one that the editor writes about a headline: `- State "DONE" from "TODO" [2026-03-03 Tue 09:00]`.
fn is_log(text: &str) -> bool {
    const LOGS: [&str; 8] = [
        "CLOSING NOTE ",
        "New deadline from ",
        "Not scheduled, was ",
        "Note taken on ",
        "Refiled on ",
        "Removed deadline, was ",
        "Rescheduled from ",
        "State \"",
    ];
    let Some(log) = text.strip_prefix("- ").map(str::trim_start) else {
        return false;
    };
    let stamp = log.trim_end_matches(['\\', ' ']).strip_suffix(']');
    let stamp = stamp.and_then(|log| log.rsplit_once('['));
    LOGS.iter().any(|start| log.starts_with(start))
        && stamp.is_some_and(|(_, stamp)| is_time(stamp))
}

/// Returns whether a text has keywords of Org mode such as `#+TITLE: sprint`.
pub(super) fn has_keywords(pieces: &[Piece]) -> bool {
    let is_keyword = |text: &str| {
        let key = text.strip_prefix("#+").and_then(|key| key.split_once(':'));
        let is_letter = |sign: char| sign.is_ascii_alphabetic() || sign == '_';
        key.is_some_and(|(key, _)| !key.is_empty() && key.chars().all(is_letter))
    };
    let mut pieces = pieces.iter();
    pieces.any(|piece| matches!(piece, Piece::Line(source) if is_keyword(&source.text)))
}

/// Writes the box of what is partly done, which Org mode writes as others write what is dropped, with the sign of what goes on.
pub(super) fn with_partly_done(source: &mut Source) {
    let words = source.text.split_once(' ');
    let is_bullet = words.is_some_and(|(bullet, words)| {
        let number = bullet.trim_end_matches(['.', ')']);
        let is_sign = ["-", "+"].contains(&bullet)
            || bullet == "*" && source.indent > 0
            || number.len() < bullet.len() && number.bytes().all(|digit| digit.is_ascii_digit());
        is_sign && words.trim_start().starts_with("[-] ")
    });
    if is_bullet {
        source.text = source.text.replacen("[-]", "[~]", 1);
    }
}

/// Returns whether a text has lines that only Org mode writes: when something is planned, or drawers.
pub(super) fn has_settings(pieces: &[Piece]) -> bool {
    let is_planned =
        |piece: &Piece| matches!(piece, Piece::Line(source) if is_planning(&source.text));
    pieces.iter().any(is_planned)
        || has_end(pieces)
            .into_iter()
            .zip(pieces)
            .any(|(has_end, piece)| {
                matches!(piece, Piece::Line(source) if has_end && drawer(&source.text).is_some())
            })
}

/// Returns for each piece whether an `:END:` follows before the next headline.
fn has_end(pieces: &[Piece]) -> Vec<bool> {
    let mut has_end = false;
    let mut all: Vec<bool> = pieces
        .iter()
        .rev()
        .map(|piece| {
            if let Piece::Line(source) = piece {
                let is_headline = source.indent == 0 && source.text.starts_with('*');
                has_end = is_end(&source.text) || has_end && !is_headline;
            }
            has_end
        })
        .collect();
    all.reverse();
    all
}

/// Returns the name of the drawer that a line opens.
fn drawer(text: &str) -> Option<&str> {
    let name = text.strip_prefix(':')?.strip_suffix(':')?;
    let is_name = !name.is_empty()
        && name
            .chars()
            .all(|sign| sign.is_ascii_alphabetic() || "_-".contains(sign));
    (is_name && !is_end(text)).then_some(name)
}

fn is_end(text: &str) -> bool {
    text.eq_ignore_ascii_case(":end:")
}

/// Returns whether a line says when its headline is planned, was closed or was worked on.
fn is_planning(text: &str) -> bool {
    let words = ["SCHEDULED:", "DEADLINE:", "CLOSED:", "CLOCK:"];
    let stamp = words.iter().find_map(|word| text.strip_prefix(word));
    stamp.is_some_and(|stamp| {
        let stamp = stamp.trim_start();
        stamp.starts_with(['<', '[']) && stamp[1..].starts_with(|sign: char| sign.is_ascii_digit())
    })
}

/// Returns the time behind `SCHEDULED:` or another word if it is one and does not come again.
fn stamp<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let (_, stamp) = text.split_once(word)?;
    let (when, rest) = stamp.trim_start().strip_prefix('<')?.split_once('>')?;
    (!rest.starts_with('-') && is_time(when)).then_some(when)
}

/// Returns whether a line says something to the editor alone: `#+TITLE: …`, `:CREATED: …`.
fn is_setting(text: &str) -> bool {
    let key = text.strip_prefix(':').and_then(|rest| rest.split_once(':'));
    let is_name = |name: &str| {
        !name.is_empty()
            && name
                .chars()
                .all(|sign| sign.is_ascii_uppercase() || "_-".contains(sign))
    };
    text.starts_with("#+") || key.is_some_and(|(name, _)| is_name(name))
}

/// Returns whether a line is the title of an outline: `#+TITLE: Mountain hut`.
pub fn is_title(text: &str) -> bool {
    const TITLE: &str = "#+title:";
    let start = text.get(..TITLE.len());
    start.is_some_and(|start| start.eq_ignore_ascii_case(TITLE))
}

/// Returns the tags of a word that is nothing else: `:core:urgent:`.
pub fn tags(word: &str) -> Option<impl Iterator<Item = &str>> {
    are_tags(word).then(|| word.trim_matches(':').split(':'))
}

/// Returns a headline or an item of a list without its tags, its priority and how many of those below it are done, if it has any.
fn without_marks(source: &Source) -> Option<String> {
    let is_headline = source.indent == 0 && source.text.starts_with('*');
    if !is_headline && !source.text.starts_with(['-', '+', '*']) {
        return None;
    }
    let mut words: Vec<&str> = source.text.split_whitespace().collect();
    let count = words.len();
    if words.last().is_some_and(|word| are_tags(word)) {
        words.pop();
    }
    words.retain(|word| !is_priority(word) && !is_count(word));
    (words.len() < count).then(|| words.join(" "))
}

/// Returns whether a word is tags: `:core:urgent:`.
fn are_tags(word: &str) -> bool {
    let tags = word
        .strip_prefix(':')
        .and_then(|rest| rest.strip_suffix(':'));
    tags.is_some_and(|tags| {
        tags.split(':').all(|tag| {
            !tag.is_empty()
                && tag
                    .chars()
                    .all(|sign| sign.is_alphanumeric() || "_@#%".contains(sign))
        })
    })
}

fn in_square(word: &str) -> Option<&str> {
    word.strip_prefix('[')?.strip_suffix(']')
}

/// Returns whether a word is a priority: `[#A]`.
fn is_priority(word: &str) -> bool {
    let letter = in_square(word).and_then(|inside| inside.strip_prefix('#'));
    letter.is_some_and(|letter| letter.len() == 1 && letter.chars().all(char::is_alphabetic))
}

/// Returns whether a word says how many of the tasks below are done: `[1/3]`, `[33%]`.
fn is_count(word: &str) -> bool {
    let is_number =
        |text: &str| !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
    in_square(word).is_some_and(|inside| {
        inside.strip_suffix('%').is_some_and(is_number)
            || inside
                .split_once('/')
                .is_some_and(|(done, all)| is_number(done) && is_number(all))
    })
}
