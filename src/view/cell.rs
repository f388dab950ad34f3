//! What is in a table, and how it is made to fit.

use anstyle::Style;

use super::LEFT;
use super::look::{ALERT, Long, Look, apart, with_commas};
use crate::domain::LONGEST_TEXT;
use crate::text::{columns, truncate, visible, wrap};

/// How far a part is indented below what it is part of.
const INDENT: &str = "  ";

/// The depth from which on parts are not indented more, so that there is room for their words.
const DEEPEST_INDENT: usize = 4;

/// A cell of a table.
pub(super) struct Cell {
    content: Content,
    style: Style,
}

enum Content {
    Text {
        indent: String,
        text: String,
        /// What is never cut off.
        end: String,
    },
    /// Names, of which none is broken.
    Names(Vec<String>),
}

impl Cell {
    pub(super) fn text(text: &str) -> Self {
        Cell::with_end(text, "")
    }

    /// Makes a cell of a text with an end that is never cut off.
    pub(super) fn with_end(text: &str, end: &str) -> Self {
        Cell::new(Content::Text {
            indent: String::new(),
            text: visible(&truncate(text, LONGEST_TEXT)).trim().to_owned(),
            end: visible(end),
        })
    }

    /// Makes a cell of the text of a part.
    pub(super) fn of_part(text: &str, depth: usize) -> Self {
        Cell::new(Content::Text {
            indent: INDENT.repeat(depth.min(DEEPEST_INDENT)),
            text: visible(text).trim().to_owned(),
            end: String::new(),
        })
    }

    pub(super) fn names(names: &[String]) -> Self {
        Cell::new(Content::Names(
            names.iter().map(|name| visible(name)).collect(),
        ))
    }

    fn new(content: Content) -> Self {
        Cell {
            content,
            style: Style::new(),
        }
    }

    pub(super) fn styled(self, style: Style) -> Self {
        Cell { style, ..self }
    }

    pub(super) fn is_empty(&self) -> bool {
        match &self.content {
            Content::Text { text, end, .. } => text.is_empty() && end.is_empty(),
            Content::Names(names) => names.is_empty(),
        }
    }

    pub(super) fn has_names(&self) -> bool {
        matches!(self.content, Content::Names(_))
    }

    /// Returns the columns that it takes on one line.
    pub(super) fn width(&self) -> usize {
        match &self.content {
            Content::Text { indent, text, end } => indent.len() + columns(text) + columns(end),
            Content::Names(names) => columns(&names.join(", ")),
        }
    }

    /// Returns the columns that it takes if it is cut to `width`.
    pub(super) fn width_within(&self, width: usize) -> usize {
        columns(&self.cut(width))
    }

    /// Returns the columns without which a name would be broken.
    pub(super) fn least(&self) -> usize {
        match &self.content {
            Content::Text { .. } => 0,
            Content::Names(names) => {
                let widest = names.iter().map(|name| columns(name)).max().unwrap_or(0);
                widest + columns(&more(names.len().saturating_sub(1), true))
            }
        }
    }

    /// Returns its lines, each at most `width` columns wide.
    pub(super) fn lines(&self, width: usize, long: Long) -> Vec<String> {
        match (&self.content, long) {
            (_, Long::Cut) => vec![self.cut(width)],
            (Content::Text { indent, text, end }, Long::Wrapped) => {
                let words = text
                    .split(' ')
                    .chain(end.split(' '))
                    .filter(|word| !word.is_empty());
                let lines = wrap(words, width.saturating_sub(indent.len()));
                lines.iter().map(|line| format!("{indent}{line}")).collect()
            }
            (Content::Names(names), Long::Wrapped) => {
                let names: Vec<String> = with_commas(names).collect();
                let lines = wrap(names.iter().map(String::as_str), width);
                lines.iter().map(|line| apart(line)).collect()
            }
        }
    }

    /// Returns as much of it as one line of `width` columns has.
    fn cut(&self, width: usize) -> String {
        match &self.content {
            Content::Text { indent, text, end } => {
                let room = width.saturating_sub(indent.len() + columns(end));
                let line = [indent, &*truncate(text, room.max(1)), end].concat();
                match room {
                    0 => truncate(&line, width).into_owned(),
                    _ => line,
                }
            }
            Content::Names(names) => names_within(names, width),
        }
    }

    /// Paints a line of it.
    pub(super) fn painted(&self, line: &str, look: Look) -> String {
        match &self.content {
            Content::Names(_) if look.color && line.contains(LEFT) => {
                let (before, after) = line.split_at(line.find(LEFT).unwrap_or(0));
                let (mark, after) = after.split_at(LEFT.len());
                look.paint(self.style, before)
                    + &look.paint(ALERT, mark)
                    + &self.painted(after, look)
            }
            _ => look.paint(self.style, line),
        }
    }
}

/// Says how many more names there are.
fn more(count: usize, is_after_names: bool) -> String {
    match (count, is_after_names) {
        (0, _) => String::new(),
        (count, true) => format!(", +{count}"),
        (count, false) => format!("+{count}"),
    }
}

/// Returns the first names, as many as fit, and how many more there are. Only a name that does not fit alone is cut.
fn names_within(names: &[String], width: usize) -> String {
    let all = names.join(", ");
    if columns(&all) <= width {
        return all;
    }
    let mut best = String::new();
    let mut shown = String::new();
    for (place, name) in names.iter().enumerate() {
        if place > 0 {
            shown.push_str(", ");
        }
        shown.push_str(name);
        let used = columns(&shown);
        if used > width {
            break;
        }
        let rest = more(names.len() - place - 1, true);
        if used + columns(&rest) <= width {
            best = shown.clone() + &rest;
        }
    }
    match (best.is_empty(), names) {
        (false, _) => best,
        (true, [name]) => truncate(name, width).into_owned(),
        (true, _) => truncate(&more(names.len(), false), width).into_owned(),
    }
}
