//! What Org mode keeps in an outline for itself: tags, drawers, when something is planned.

use super::blocks::{Piece, Source};
use super::line::Aside;
use super::timestamp::{Cut, cut};
use crate::planning::time::is_time;

/// Removes what an outline keeps for the editor: settings, drawers, lines such as `CLOSED: [2026-11-29]`, tags, priorities,
/// timestamps and counts. The title stays as a comment; tags, and when something is to happen, are told beside. `DEADLINE:` with its day
/// goes below an open task. `checkbox`: the box of a piece that is the headline of a task.
pub(super) fn without_settings(pieces: &mut Vec<Piece>, checkbox: impl Fn(&Piece) -> Option<char>) {
    let has_end = has_end(pieces);
    let mut is_in_drawer = false;
    let mut left: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut above: Option<Above> = None;
    for (mut piece, has_end) in pieces.drain(..).zip(has_end) {
        let task = checkbox(&piece);
        let Piece::Line(source) = &mut piece else {
            if !is_in_drawer {
                left.push(piece);
            }
            continue;
        };
        if is_in_drawer || has_end && drawer(&source.text).is_some() {
            is_in_drawer = !is_end(&source.text);
        } else if is_log(&source.text) {
            left.push(blank(source));
        } else if is_title(&source.text) {
            left.push(Piece::Comment(source.clone()));
        } else if is_clock(&source.text) {
            continue;
        } else if let Some(cut) = cut(&source.text).filter(|cut| cut.words.is_empty()) {
            match &above {
                Some(above) => left.extend(above.times(&cut, source)),
                None if is_planning(&source.text) => {}
                None => left.push(piece),
            }
        } else if !is_setting(&source.text) {
            let is_headline = source.indent == 0 && source.text.starts_with('*');
            if !is_headline && !source.text.starts_with(['-', '+', '*']) {
                above = above.filter(|_| source.text.is_empty());
                left.push(piece);
                continue;
            }
            let task = task.filter(|_| is_headline);
            let number = source.number;
            let owner = Above { number, task };
            let beside = without_marks(source, &owner);
            above = Some(owner);
            left.push(piece);
            left.extend(beside);
        }
    }
    *pieces = left;
}

/// The headline or the bullet that a line stands below.
struct Above {
    number: usize,
    /// Its box, if it is the headline of a task.
    task: Option<char>,
}

impl Above {
    /// Returns what timestamps of a line say of it.
    fn times(&self, cut: &Cut, source: &Source) -> Vec<Piece> {
        let whens = cut
            .whens
            .iter()
            .filter(|_| !source.text.contains("CLOSED:"));
        let aside = |when: &String| Piece::Aside(self.number, Aside::When(when.clone()));
        let mut times: Vec<Piece> = whens.map(aside).collect();
        let is_checked = ["[x]", "[X]"].iter().any(|sign| source.text.contains(sign));
        let is_open = self.task.is_none_or(|sign| !"x-".contains(sign)) && !is_checked;
        if let Some(day) = cut.deadline.as_ref().filter(|_| is_open) {
            let text = format!("DEADLINE: {day}");
            let indent = source.indent.max(1);
            let deadline = Source {
                text,
                indent,
                ..source.clone()
            };
            // It does not go on with the words of the headline, nor they below with it.
            times.extend([blank(source), Piece::Line(deadline), blank(source)]);
        }
        times
    }
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

/// Returns whether a line says how long somebody worked on its headline.
fn is_clock(text: &str) -> bool {
    text.starts_with("CLOCK:") && is_planning(text)
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

/// Removes from a headline or an item of a list its tags, its priority, its timestamps and how many of those below it are done; returns
/// what they say beside its words.
fn without_marks(source: &mut Source, owner: &Above) -> Vec<Piece> {
    let mut beside = Vec::new();
    let mut text = source.text.clone();
    if let Some(cut) = cut(&text) {
        beside = owner.times(&cut, source);
        // One alone is its words.
        let has_words = cut.words.chars().any(char::is_alphanumeric);
        text = match has_words {
            true => cut.words,
            false => text.replace(['<', '>'], ""),
        };
    }
    let mut words: Vec<&str> = text.split_whitespace().collect();
    let count = words.len();
    if let Some(tags) = words.pop_if(|word| are_tags(word)) {
        let tags = tags.trim_matches(':').split(':').map(str::to_owned);
        let aside = Aside::Tags(tags.collect());
        beside.insert(0, Piece::Aside(source.number, aside));
    }
    words.retain(|word| !is_priority(word) && !is_count(word));
    source.text = match words.len() < count {
        true => words.join(" "),
        false => text,
    };
    beside
}

/// Returns whether a word is tags: `:core:urgent:`.
pub(super) fn are_tags(word: &str) -> bool {
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
