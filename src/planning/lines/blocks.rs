//! What is taken whole before lines are looked at one by one: fenced code, comments, the settings at the top.

use super::bullet::{sign, unescaped};
use super::line::Aside;

/// A part of a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// A line, or what is left of it beside comments; empty if it says nothing.
    Line(Source),
    /// Fenced code, with its fences.
    Code(Source),
    /// What is between `<!--` and `-->`.
    Comment(Source),
    /// What an outline says of the line with a number.
    Aside(usize, Aside),
    /// Where the headings of a level, and of lower ones, end without another.
    End { number: usize, level: usize },
}

/// Where a part begins and what stands there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// The line, from 1.
    pub number: usize,
    /// The column of its first letter or sign, from 0.
    pub indent: usize,
    /// Without blanks around it. Tabs and the like are plain blanks, but not in code.
    pub text: String,
}

/// The distance of the stops of tabs.
const TAB: usize = 4;

/// Cuts a text into its pieces.
pub fn pieces(text: &str) -> Vec<Piece> {
    let raw = physical(text);
    let mut sources: Vec<Source> = raw
        .iter()
        .enumerate()
        .map(|(at, line)| source(at + 1, line))
        .collect();
    let closings = Closings::of(&sources);
    let mut pieces = Vec::with_capacity(sources.len());
    let mut at = front_matter(&sources);
    pieces.extend(sources[..at].iter().map(|line| {
        Piece::Line(Source {
            number: line.number,
            ..Source::default()
        })
    }));
    while let Some(line) = sources.get(at).cloned() {
        let before = pieces.last();
        if let Some(end) = closings.end_of_code(&sources, at, before) {
            pieces.push(Piece::Code(Source {
                text: dedented(&raw[at..=end], line.indent),
                ..line
            }));
            at = end + 1;
        } else {
            at = uncommented(&mut sources, at, &closings, &mut pieces);
        }
    }
    pieces
}

/// Cuts at line feeds, carriage returns, and both together.
fn physical(text: &str) -> Vec<&str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.split_inclusive('\n')
        .flat_map(|line| {
            let line = line.strip_suffix('\n').unwrap_or(line);
            line.strip_suffix('\r').unwrap_or(line).split('\r')
        })
        .collect()
}

/// Makes plain blanks of tabs, non-breaking blanks and the like, and cuts those around the text.
fn source(number: usize, line: &str) -> Source {
    let mut text = String::with_capacity(line.len());
    let mut column = 0;
    let words = line.trim_start();
    // Word processors have no other sign for it in plain text.
    let bullet = words.starts_with("o\t").then(|| line.len() - words.len());
    for (place, letter) in line.char_indices() {
        match letter {
            _ if Some(place) == bullet => text.push('•'),
            '\u{200b}' | '\u{feff}' => continue,
            '\t' => {
                let width = TAB - column % TAB;
                text.extend(std::iter::repeat_n(' ', width));
                column += width;
                continue;
            }
            _ if letter.is_whitespace() => text.push(' '),
            _ => text.push(letter),
        }
        column += 1;
    }
    let trimmed = without_break(text.trim());
    let indent = text.len() - text.trim_start().len();
    let text = unescaped(trimmed).unwrap_or_else(|| trimmed.to_owned());
    let text = struck(&text).unwrap_or(text);
    Source {
        number,
        indent,
        text: without_marks(&text).unwrap_or(text),
    }
}

/// Returns whether the number of an item stands in a text, so that its title may follow.
fn is_numbered(text: &str) -> bool {
    let behind = text.split_once('#').map(|(_, behind)| behind);
    behind.is_some_and(|behind| behind.starts_with(|sign: char| sign.is_ascii_digit()))
}

/// Removes the signs around what some editors mark: `==port it==`, but not those of `a == b`.
fn without_marks(text: &str) -> Option<String> {
    const MARK: &str = "==";
    let (mut done, mut rest) = (String::new(), text);
    let mut is_code = false;
    while let Some((before, behind)) = rest.split_once(MARK)
        && let Some((inside, after)) = behind.split_once(MARK)
    {
        is_code ^= before.matches('`').count() % 2 == 1;
        let touches = |text: &str| {
            !text.is_empty() && !text.starts_with([' ', '=']) && !text.ends_with([' ', '='])
        };
        let is_apart = before.is_empty() || before.ends_with([' ', '(', '*', '_']);
        let is_end = !after.starts_with(|sign: char| sign.is_alphanumeric() || sign == '=');
        let is_marked = !is_code && !is_numbered(before) && is_apart && is_end && touches(inside);
        done.push_str(before);
        if is_marked {
            done.push_str(inside);
            rest = after;
        } else {
            done.push_str(MARK);
            rest = behind;
        }
    }
    done.push_str(rest);
    (done != text).then_some(done)
}

/// Writes what is struck through by tags as Markdown does. Within backticks, they are words, and in the title of an item that was
/// exported.
fn struck(text: &str) -> Option<String> {
    const TAGS: [(&str, &str); 3] = [
        ("<s>", "</s>"),
        ("<del>", "</del>"),
        ("<strike>", "</strike>"),
    ];
    if !text.contains("</") {
        return None;
    }
    let mut struck = text.to_owned();
    for (begin, end) in TAGS {
        let (mut done, mut rest) = (String::new(), struck.as_str());
        let (mut is_code, mut is_title) = (false, false);
        while let Some((before, behind)) = rest.split_once(begin)
            && let Some((inside, behind)) = behind.split_once(end)
        {
            is_code ^= before.matches('`').count() % 2 == 1;
            is_title |= is_numbered(before);
            // `the <s> tag and the </s> tag` is about them.
            let touches = !inside.starts_with(' ') && !inside.ends_with(' ');
            let is_words = is_code || is_title || inside.is_empty() || !touches;
            let signs = if is_words { (begin, end) } else { ("~~", "~~") };
            done += &[before, signs.0, inside, signs.1].concat();
            rest = behind;
        }
        done += rest;
        struck = done;
    }
    (struck != text).then_some(struck)
}

/// Cuts off the backslash with which some editors break a line.
fn without_break(text: &str) -> &str {
    let cut = text.strip_suffix('\\');
    cut.filter(|cut| !cut.ends_with('\\'))
        .map_or(text, str::trim_end)
}

/// Returns how many lines at the top are settings for another program, `---` or `+++` around keys.
fn front_matter(lines: &[Source]) -> usize {
    let Some(fence) = lines
        .first()
        .map(|line| line.text.as_str())
        .filter(|text| matches!(*text, "---" | "+++"))
    else {
        return 0;
    };
    let sign = if fence == "---" { ':' } else { '=' };
    let is_key = |line: &Source| {
        let key = line.text.split(sign).next().unwrap_or_default();
        key.len() < line.text.len() && !key.trim().contains(' ') && line.indent == 0
    };
    if !lines.get(1).is_some_and(is_key) {
        return 0;
    }
    lines
        .iter()
        .skip(1)
        .position(|line| line.text == fence || (fence == "---" && line.text == "..."))
        .map_or(0, |at| at + 2)
}

/// The sign of a fence, and how many of them there are.
#[derive(Clone, Copy)]
struct Fence {
    sign: char,
    length: usize,
    is_bare: bool,
}

/// Reads a line of at least three backticks or tildes, and words that name a language.
fn fence(text: &str) -> Option<Fence> {
    let sign = text.chars().next().filter(|sign| "`~".contains(*sign))?;
    let info = text.trim_start_matches(sign);
    let length = text.len() - info.len();
    let is_one = length >= 3 && !(sign == '`' && info.contains('`'));
    is_one.then_some(Fence {
        sign,
        length,
        is_bare: info.is_empty(),
    })
}

/// Whether tildes are the line under a heading, not a fence: about as long as the text above.
fn is_underline(fence: Fence, line: &Source, before: Option<&Piece>) -> bool {
    let Some(Piece::Line(above)) = before else {
        return false;
    };
    let width = above.text.chars().count();
    fence.sign == '~'
        && fence.is_bare
        && width > 0
        && sign(&above.text, false).is_none()
        && above.indent == line.indent
        && fence.length + 1 >= width
}

/// Where fences and comments end, so that one that is never closed is seen without reading the rest.
pub(super) struct Closings {
    /// For each line, the longest bare fence of backticks and of tildes in it or below.
    fences: Vec<[usize; 2]>,
    /// The last line with `-->`.
    comment: Option<usize>,
}

impl Closings {
    pub(super) fn of(lines: &[Source]) -> Closings {
        let mut longest = [0; 2];
        let mut fences: Vec<_> = lines
            .iter()
            .rev()
            .map(|line| {
                if let Some(fence) = fence(&line.text).filter(|fence| fence.is_bare) {
                    let longest = &mut longest[usize::from(fence.sign == '~')];
                    *longest = fence.length.max(*longest);
                }
                longest
            })
            .collect();
        fences.reverse();
        Closings {
            fences,
            comment: lines.iter().rposition(|line| line.text.contains("-->")),
        }
    }

    /// Returns the last line of the fenced code that begins in a line, below what was read before.
    pub(super) fn end_of_code(
        &self,
        lines: &[Source],
        at: usize,
        before: Option<&Piece>,
    ) -> Option<usize> {
        let line = lines.get(at)?;
        let fence = fence(&line.text).filter(|fence| !is_underline(*fence, line, before))?;
        self.end(lines, at, fence)
    }

    /// Returns the line that closes the fence of a line. A fence that is never closed is text: it would swallow the document.
    fn end(&self, lines: &[Source], at: usize, opening: Fence) -> Option<usize> {
        let longest = self.fences.get(at + 1)?[usize::from(opening.sign == '~')];
        if longest < opening.length {
            return None;
        }
        let closes = |line: &Source| {
            fence(&line.text).is_some_and(|closing| {
                closing.is_bare && closing.sign == opening.sign && closing.length >= opening.length
            })
        };
        let below = lines.iter().skip(at + 1).position(closes)?;
        Some(at + 1 + below)
    }
}

/// Cuts the indentation of the first line off all of them.
fn dedented(lines: &[&str], indent: usize) -> String {
    let lines: Vec<String> = lines
        .iter()
        .map(|line| {
            let text = line.trim_start();
            let blanks = columns(&line[..line.len() - text.len()]);
            let left = " ".repeat(blanks.saturating_sub(indent));
            format!("{left}{text}").trim_end().to_owned()
        })
        .collect();
    lines.join("\n")
}

/// Returns how many columns blanks take.
fn columns(blanks: &str) -> usize {
    blanks.chars().fold(0, |column, letter| match letter {
        '\t' => column + TAB - column % TAB,
        '\u{feff}' | '\u{200b}' => column,
        _ => column + 1,
    })
}

/// Takes a line without its comments, then the comments; returns the place of the line to go on with, of which the end of
/// a comment is cut off.
fn uncommented(
    lines: &mut [Source],
    at: usize,
    closings: &Closings,
    pieces: &mut Vec<Piece>,
) -> usize {
    let line = lines[at].clone();
    let (number, indent) = (line.number, line.indent);
    let comment = |text: &str| {
        Piece::Comment(Source {
            number,
            indent,
            text: text.trim().to_owned(),
        })
    };
    let mut comments = Vec::new();
    let mut left = String::new();
    let mut rest = line.text.as_str();
    let mut next = at + 1;
    while let Some(open) = opening(rest) {
        let inside = &rest[open + OPENING.len()..];
        if let Some(close) = inside.find(CLOSING) {
            left.push_str(&rest[..open]);
            left.push(' ');
            comments.push(comment(&inside[..close]));
            rest = &inside[close + CLOSING.len()..];
            continue;
        }
        if let Some(end) = end_of_comment(lines, at, closings) {
            left.push_str(&rest[..open]);
            rest = "";
            let (last, after) = lines[end].text.split_once(CLOSING).unwrap_or_default();
            let mut text = vec![inside];
            text.extend(lines[at + 1..end].iter().map(|line| line.text.as_str()));
            text.push(last);
            comments.push(comment(&text.join("\n")));
            let after = after.trim().to_owned();
            next = if after.is_empty() { end + 1 } else { end };
            lines[end].text = after;
        }
        break;
    }
    left.push_str(rest);
    let left = left.trim();
    if !left.is_empty() || comments.is_empty() {
        pieces.push(Piece::Line(Source {
            text: left.to_owned(),
            ..line.clone()
        }));
    }
    pieces.append(&mut comments);
    next
}

const OPENING: &str = "<!--";
const CLOSING: &str = "-->";

/// Finds the beginning of a comment that is neither escaped nor in code.
fn opening(text: &str) -> Option<usize> {
    let mut is_code = false;
    let mut seen = 0;
    text.match_indices(OPENING).map(|(at, _)| at).find(|&at| {
        is_code ^= text[seen..at].matches('`').count() % 2 == 1;
        seen = at;
        !text[..at].ends_with('\\') && !is_code
    })
}

/// Finds the line in which a comment ends that is not closed in its own. One that another begins before has no end.
fn end_of_comment(lines: &[Source], at: usize, closings: &Closings) -> Option<usize> {
    let last = closings.comment.filter(|last| *last > at)?;
    let below = lines.get(at + 1..=last)?;
    let end = below
        .iter()
        .position(|line| line.text.contains(CLOSING) || line.text.contains(OPENING))?;
    let text = &below[end].text;
    let close = text.find(CLOSING)?;
    let is_first = text.find(OPENING).is_none_or(|open| close < open);
    is_first.then_some(at + 1 + end)
}
