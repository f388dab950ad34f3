//! Lines of rendered Markdown that hold nothing but a part: blank lines around them, and the list item that they belong to.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::{CLOSE, Mark, OPEN, Part};
use crate::report::depth::too_deep_marker;
use crate::report::settings::Style;

/// Puts blank lines around each line that holds nothing but a part that is blocks, so that nothing next to it swallows it,
/// and indents it as the text of the list item that it belongs to. A line with nothing but `told` is removed, unless a heading may have
/// nothing else below it.
pub(super) fn set_apart(markdown: &str, marks: &[Mark]) -> String {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in markdown.split_inclusive('\n') {
        lines.push((start, line, Lone::of(line, marks)));
        start += line.len();
    }
    if lines.iter().all(|(.., lone)| lone.is_none()) {
        return markdown.to_owned();
    }
    let items = Item::all(markdown);
    let mut apart = String::with_capacity(markdown.len());
    // The items that a line of blocks was put into last, and where what belongs to it ends.
    let mut extended: Option<(usize, usize)> = None;
    let among_text = among_text(&lines);
    for ((start, line, lone), is_among_text) in lines.into_iter().zip(among_text) {
        let Some(lone) = lone else {
            apart.push_str(line);
            continue;
        };
        if lone.is_silent && is_among_text {
            extended = extended
                .filter(|(_, end)| *end == start)
                .map(|(item, _)| (item, start + line.len()));
            continue;
        }
        let end = start + line.len();
        let mut indent = 0;
        if lone.indent > 0 {
            let item = owner(markdown, &items, start, lone.indent, extended);
            indent = item.map_or(0, |item| items[item].content);
            extended = item.map(|item| (item, end));
        }
        let quote = lone.quote.trim_end();
        let blanks = " ".repeat(indent.saturating_sub(columns(lone.quote)));
        apart.push_str(&format!(
            "{quote}\n{}{blanks}{}\n{quote}\n",
            lone.quote, lone.mark
        ));
    }
    apart
}

/// Finds the lines that stand next to text: what is nearest above or below them, but for blank lines and parts, is not a heading.
fn among_text(lines: &[(usize, &str, Option<Lone<'_>>)]) -> Vec<bool> {
    let is_text = |(_, line, lone): &(usize, &str, Option<Lone<'_>>)| match lone {
        Some(_) => None,
        None if line.trim_matches(['>', ' ', '\t', '\n']).is_empty() => None,
        None => Some(!is_heading(line)),
    };
    let mut is_below_text = false;
    let below = lines.iter().map(|line| {
        is_below_text = is_text(line).unwrap_or(is_below_text);
        is_below_text
    });
    let mut below: Vec<bool> = below.collect();
    let mut is_above_text = false;
    for (line, is_among_text) in lines.iter().zip(&mut below).rev() {
        is_above_text = is_text(line).unwrap_or(is_above_text);
        *is_among_text |= is_above_text;
    }
    below
}

/// Returns whether a line is a heading, or underlines one.
fn is_heading(line: &str) -> bool {
    let line = line.trim();
    let text = line.trim_start_matches('#');
    let signs = line.len() - text.len();
    let is_underline = |sign: char| !line.is_empty() && line.chars().all(|letter| letter == sign);
    (1..=6).contains(&signs) && (text.is_empty() || text.starts_with([' ', '\t']))
        || is_underline('=')
        || is_underline('-')
}

/// A line with nothing but the mark of a part.
struct Lone<'l> {
    /// The signs of the quotes that it is in, with their blanks.
    quote: &'l str,
    mark: &'l str,
    /// The column at which the mark stands if it is indented within its quote; 0 if not.
    indent: usize,
    is_silent: bool,
}

impl<'l> Lone<'l> {
    fn of(line: &'l str, marks: &[Mark]) -> Option<Self> {
        let mark = line.find(OPEN)?;
        let (before, after) = line.split_at(mark);
        let after = after.trim_end();
        let number = after.strip_prefix(OPEN)?.strip_suffix(CLOSE)?;
        let Some(Mark::Part(placeholder)) = marks.get(number.parse::<usize>().ok()?) else {
            return None;
        };
        let is_silent = matches!(placeholder.part, Part::Told(_));
        let is_blocks = placeholder.style != Style::Sentence;
        let is_quoting = |letter: char| letter == '>' || letter == ' ' || letter == '\t';
        if !before.chars().all(is_quoting) || !(is_blocks || is_silent) {
            return None;
        }
        let signs = before.rfind('>').map_or(0, |sign| sign + 1);
        // One blank after the sign belongs to it.
        let quote = signs + usize::from(signs > 0 && before[signs..].starts_with(' '));
        let indent = if before.len() > quote {
            columns(before)
        } else {
            0
        };
        Some(Lone {
            quote: &before[..quote],
            mark: after,
            indent,
            is_silent,
        })
    }
}

/// A list item of the text.
struct Item {
    range: Range<usize>,
    /// The column of its bullet or number.
    marker: usize,
    /// The column of its text.
    content: usize,
}

impl Item {
    fn all(markdown: &str) -> Vec<Item> {
        let mut items = Vec::new();
        if too_deep_marker(markdown).is_some() {
            return items;
        }
        for (event, range) in Parser::new_ext(markdown, Options::ENABLE_TABLES).into_offset_iter() {
            if !matches!(event, Event::Start(Tag::Item)) {
                continue;
            }
            let line = markdown[..range.start]
                .rfind('\n')
                .map_or(0, |newline| newline + 1);
            let marker = columns(&markdown[line..range.start]);
            let text = &markdown[range.start..];
            let sign = text
                .find(|letter: char| !letter.is_ascii_digit())
                .map_or(0, |sign| sign + 1);
            let after = &text[sign..];
            let blanks = after.len() - after.trim_start_matches(' ').len();
            let blanks = match after[blanks..].chars().next() {
                None | Some('\n') => 1,
                _ if blanks > 4 => 1,
                _ => blanks.max(1),
            };
            items.push(Item {
                range,
                marker,
                content: marker + sign + blanks,
            });
        }
        items
    }
}

/// Finds the deepest item that an indented line at `start` belongs to: one that holds it, or that only blank lines and lines
/// of the same kind separate from it.
fn owner(
    markdown: &str,
    items: &[Item],
    start: usize,
    indent: usize,
    extended: Option<(usize, usize)>,
) -> Option<usize> {
    let before = items.partition_point(|item| item.range.start < start);
    let last = before.checked_sub(1)?;
    let reaches = |item: usize| {
        let end = items[item].range.end;
        let end = match extended {
            Some((holder, end_of_last)) if items[holder].range.start >= items[item].range.start => {
                end.max(end_of_last)
            }
            _ => end,
        };
        end >= start
            || markdown[end..start]
                .chars()
                .all(|letter| letter.is_whitespace() || letter == '>')
    };
    let mut item = last;
    loop {
        if items[item].marker < indent && reaches(item) {
            return Some(item);
        }
        // Only items around it are left, each of which begins before and is less deep.
        let marker = items[item].marker;
        item = items[..item]
            .iter()
            .rposition(|outer| outer.marker < marker)?;
        if !reaches(item) {
            return None;
        }
    }
}

/// Returns the column after a text, with tabs.
fn columns(text: &str) -> usize {
    text.chars().fold(0, |column, letter| match letter {
        '\t' => column / 4 * 4 + 4,
        _ => column + 1,
    })
}
