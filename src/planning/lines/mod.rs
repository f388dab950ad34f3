//! The lines of a text and what their form says, before it is known what they are about.

mod blocks;
mod bullet;
mod cell;
mod heading;
mod lettered;
mod line;
mod list_table;
mod nested;
mod org;
mod org_blocks;
mod people_table;
mod settings;
mod table;
mod tabs;
mod textile;
mod timestamp;

#[cfg(test)]
mod tests;

use blocks::{Piece, Source, pieces};
use bullet::{checkbox, sign};
use heading::{bold, hashes, wiki};
use lettered::without_letters;
use list_table::without_list_tables;
use nested::without_levels;
use org::without_stars;
use table::Table;
use tabs::without_tabs;
use textile::without_textile;

use crate::planning::status::{sign_as_box, sign_in_box};

pub use bullet::{box_in_front, is_known_sign};
pub use cell::{two_words, without_brackets};
pub use line::{Aside, Line, LineKind};
pub use settings::is_title;

/// Cuts a text into lines.
pub fn lines(text: &str) -> Vec<Line> {
    let mut pieces = pieces(&without_tabs(text));
    without_list_tables(&mut pieces);
    without_textile(&mut pieces);
    without_stars(&mut pieces);
    without_levels(&mut pieces);
    without_letters(&mut pieces);
    let mut reader = Reader::of(&pieces);
    let mut at = 0;
    while at < pieces.len() {
        at += reader.take(&pieces[at..]);
    }
    reader.lines
}

/// How deep an indented table or bold line stands that belongs to something above.
const BELOW: usize = 2;

/// The level of headings that are only bold.
const BOLD: usize = 7;

struct Reader {
    lines: Vec<Line>,
    /// The styles of underlined headings, in the order in which they first came.
    underlines: Vec<Underline>,
    /// A rule without words above it, which may be the line over a heading: its place in `lines` and its sign.
    over: Option<(usize, char)>,
    /// Whether `o` is a bullet.
    has_o: bool,
    /// Whether lines begin with signs of empty boxes, so that other signs there are boxes, too.
    has_signs: bool,
    /// Whether the first heading of a wiki has the most signs, as the highest one has in some.
    is_downwards: bool,
}

#[derive(Clone, Copy, PartialEq)]
struct Underline {
    sign: char,
    is_overlined: bool,
}

impl Reader {
    fn of(pieces: &[Piece]) -> Reader {
        let (mut o, mut is_below_bullet) = (0, false);
        let (mut is_markdown, mut has_signs) = (false, false);
        let mut first_of_wiki = None;
        for piece in pieces {
            if let Piece::Line(source) = piece {
                // One alone is a bullet below another.
                let is_o = source.text.starts_with("o ");
                o += usize::from(is_o) + usize::from(is_o && is_below_bullet);
                is_below_bullet = sign(&source.text, false).is_some();
                has_signs |= source.text.chars().next().and_then(sign_as_box) == Some(' ');
                is_markdown |= source.indent < 4 && hashes(&source.text).is_some();
                first_of_wiki = first_of_wiki.or(wiki(&source.text).map(|(level, _)| level));
            }
        }
        let underline = |sign| Underline {
            sign,
            is_overlined: false,
        };
        Reader {
            lines: Vec::with_capacity(pieces.len()),
            underlines: if is_markdown {
                vec![underline('='), underline('-')]
            } else {
                Vec::new()
            },
            over: None,
            has_o: o > 1,
            has_signs,
            is_downwards: first_of_wiki.is_some_and(|level| level > 4),
        }
    }

    /// Takes the next line, or what belongs together, and returns how many pieces that was.
    fn take(&mut self, pieces: &[Piece]) -> usize {
        let source = match &pieces[0] {
            Piece::Line(source) => source,
            Piece::Code(source) => {
                self.push(source, LineKind::Block(source.text.clone()));
                return 1;
            }
            Piece::Comment(source) => {
                self.push(source, LineKind::Comment(source.text.clone()));
                return 1;
            }
            Piece::Aside(number, aside) => {
                self.push_beside(*number, LineKind::Aside(aside.clone()));
                return 1;
            }
            Piece::End { number, level } => {
                let end = LineKind::Heading {
                    level: *level,
                    text: String::new(),
                    is_underlined: false,
                };
                self.push_beside(*number, end);
                return 1;
            }
        };
        if is_quote(&source.text) {
            let quote = run(pieces, is_quote);
            self.push(source, LineKind::Block(joined(&quote)));
            return quote.len();
        }
        if let Some(Piece::Line(second)) = pieces.get(1)
            && let Some(table) = Table::begins(&source.text, &second.text)
        {
            let rows = run(pieces, |text| table.has(text));
            if source.indent >= BELOW {
                self.push(source, LineKind::Block(joined(&rows)));
            } else {
                self.lines.extend(table.lines(&rows));
            }
            return rows.len();
        }
        let rule = rule(&source.text).or_else(|| self.short_underline(source));
        match rule {
            Some(sign) => self.rule(source, sign),
            None => {
                let kind = self.kind(source);
                self.push(source, kind);
            }
        }
        1
    }

    fn push(&mut self, source: &Source, kind: LineKind) {
        self.lines.push(Line {
            number: source.number,
            indent: source.indent,
            kind,
        });
    }

    fn push_beside(&mut self, number: usize, kind: LineKind) {
        let indent = 0;
        self.lines.push(Line {
            number,
            indent,
            kind,
        });
    }

    /// Takes a line of one repeated sign: it underlines a heading if words stand right above it, else it is a rule.
    fn rule(&mut self, source: &Source, sign: Option<char>) {
        let at = self.lines.len();
        let is_overlined = self
            .over
            .is_some_and(|(over, above)| over + 2 == at && Some(above) == sign);
        let title = self.title(source);
        if let (Some(sign), Some(text)) = (sign, title) {
            let underline = Underline { sign, is_overlined };
            let known = self.underlines.iter().position(|known| *known == underline);
            let level = known.unwrap_or_else(|| {
                self.underlines.push(underline);
                self.underlines.len() - 1
            });
            if let Some(line) = self.lines.last_mut() {
                line.kind = LineKind::Heading {
                    level: (level + 1).min(BOLD - 1),
                    text,
                    is_underlined: true,
                };
            }
        } else {
            self.over = sign.map(|sign| (at, sign));
        }
        self.push(source, LineKind::Blank);
    }

    /// Returns the sign of a line of two that underline a heading about as short: `CI` above `--`.
    fn short_underline(&self, source: &Source) -> Option<Option<char>> {
        const LONGEST: usize = 4;
        let sign = source
            .text
            .chars()
            .next()
            .filter(|sign| "-=~^".contains(*sign))?;
        let is_two = source.text.len() == 2 && source.text.chars().all(|letter| letter == sign);
        let title = is_two.then(|| self.title(source)).flatten();
        let is_short = title.is_some_and(|title| title.chars().count() <= LONGEST);
        is_short.then_some(Some(sign))
    }

    /// Returns the words above an underline if they are a heading: alone, or as long as the signs.
    fn title(&self, rule: &Source) -> Option<String> {
        let mut above = self.lines.iter().rev();
        let line = above.next()?;
        let text = match &line.kind {
            LineKind::Text(text) => text.clone(),
            _ => return None,
        };
        let is_alone = !above
            .next()
            .is_some_and(|line| matches!(line.kind, LineKind::Text(_)));
        let width = text.chars().count();
        let fits = rule.text.len().abs_diff(width) <= 2;
        let is_near = line.number + 1 == rule.number && line.indent.abs_diff(rule.indent) <= 1;
        (is_near && (is_alone || fits)).then_some(text)
    }

    /// Tells what a line says by itself.
    fn kind(&self, source: &Source) -> LineKind {
        let text = without_tags(&source.text, self.has_o);
        // What HackMD and Pandoc put around a box.
        let is_fence = text.starts_with(":::") && !text.ends_with('.');
        if text.is_empty() || is_fence || is_definition(text) {
            return LineKind::Blank;
        }
        if source.indent < 4
            && let Some((level, text)) = hashes(text)
        {
            return heading(level, text);
        }
        if source.indent < BELOW
            && let Some((level, text)) = wiki(text)
        {
            // Where the highest level has the most signs.
            let level = if self.is_downwards {
                BOLD - level
            } else {
                level
            };
            return heading(level, text);
        }
        if source.indent < BELOW
            && let Some(text) = bold(text)
        {
            return heading(BOLD, &text);
        }
        self.bullet(text, source.indent)
            .unwrap_or_else(|| LineKind::Text(text.to_owned()))
    }

    fn bullet(&self, text: &str, indent: usize) -> Option<LineKind> {
        let (sign, behind) = sign(text, self.has_o).unwrap_or(('[', text));
        let as_box = || {
            let first = text
                .chars()
                .next()
                .filter(|_| sign == '[' && self.has_signs)?;
            Some((sign_in_box(first)?, text[first.len_utf8()..].trim_start()))
        };
        let (checkbox, words) = match checkbox(behind).or_else(as_box) {
            // Without a bullet, it may refer to something.
            Some((checkbox, _)) if sign == '[' && !is_known_sign(checkbox) => return None,
            Some((checkbox, words)) => (Some(checkbox), words),
            None if sign == '[' => return None,
            None => (None, behind),
        };
        if words.is_empty() {
            return Some(LineKind::Blank);
        }
        let before = &text[..text.len() - words.len()];
        let is_bracketed = text.starts_with('(') && sign == '-';
        let words = match words.strip_suffix(')') {
            Some(inside) if is_bracketed && !inside.contains('(') => inside.trim_end(),
            _ => words,
        };
        Some(LineKind::Bullet {
            sign,
            checkbox,
            column: indent + before.chars().count(),
            text: words.to_owned(),
        })
    }
}

/// Returns the lines at the beginning that are of one kind.
fn run(pieces: &[Piece], is_one: impl Fn(&str) -> bool) -> Vec<&Source> {
    let sources = pieces.iter().map_while(|piece| match piece {
        Piece::Line(source) if is_one(&source.text) => Some(source),
        _ => None,
    });
    sources.collect()
}

fn joined(sources: &[&Source]) -> String {
    let lines: Vec<&str> = sources.iter().map(|source| source.text.as_str()).collect();
    lines.join("\n")
}

fn heading(level: usize, text: &str) -> LineKind {
    match text {
        "" => LineKind::Blank,
        _ => LineKind::Heading {
            level,
            text: text.to_owned(),
            is_underlined: false,
        },
    }
}

/// Returns the sign of a line that has one sign three times or more and nothing else; `Some(None)` if that cannot underline a
/// heading.
fn rule(text: &str) -> Option<Option<char>> {
    let sign = text
        .chars()
        .next()
        .filter(|sign| "-=+~*^\"'_#`".contains(*sign))?;
    let signs = text.chars().filter(|letter| *letter == sign).count();
    let is_one = signs >= 3 && text.chars().all(|letter| letter == sign || letter == ' ');
    let is_underline = signs == text.len() && !"_#`".contains(sign);
    is_one.then_some(is_underline.then_some(sign))
}

fn is_quote(text: &str) -> bool {
    let behind = text.trim_start_matches('>');
    behind.len() < text.len()
        && (behind.is_empty() || behind.starts_with(' '))
        && text.len() - behind.len() < 3
}

/// Cuts off the tags of a fold, which say nothing. At the end of a bullet they are words, as a title may end in one.
fn without_tags(text: &str, has_o: bool) -> &str {
    let mut text = text;
    loop {
        let tags = [
            "<details>",
            "<details open>",
            "</details>",
            "<summary>",
            "</summary>",
            "<br>",
            "<br/>",
            "<br />",
        ];
        let front = tags.iter().find_map(|tag| text.strip_prefix(tag));
        let is_bullet = sign(text, has_o).is_some();
        let back = || tags.iter().find_map(|tag| text.strip_suffix(tag));
        let cut = front.or_else(|| back().filter(|_| !is_bullet));
        match cut {
            Some(left) => text = left.trim(),
            None => return text,
        }
    }
}

/// Whether a line gives the address of a link that is used elsewhere: `[docs]: https://…`.
fn is_definition(text: &str) -> bool {
    let address = text
        .strip_prefix('[')
        .and_then(|text| text.split_once("]:"))
        .filter(|(name, _)| !name.is_empty() && !name.contains(']'))
        .map(|(_, address)| address.trim());
    address.is_some_and(|address| {
        let is_title = |title: &str| title.trim_start().starts_with(['"', '\'', '(']);
        let (address, title) = address.split_once(' ').unwrap_or((address, ""));
        (address.contains("://") || address.starts_with('<'))
            && (title.is_empty() || is_title(title))
    })
}
