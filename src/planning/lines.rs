//! The lines of a text and what their form says, before it is known what they are about.

/// A line of a document. Blanks around its text are gone; tabs, non-breaking blanks and the like are plain blanks.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// From 1.
    pub number: usize,
    /// The column of its first letter or sign, from 0.
    pub indent: usize,
    pub kind: LineKind,
}

/// What the form of a line says.
#[derive(Clone, Debug, PartialEq)]
pub enum LineKind {
    Blank,
    /// `# Title`, underlined, or bold alone on its line.
    Heading {
        /// 1 is the highest. Underlines get their level from the order in which they first come.
        level: usize,
        text: String,
    },
    Bullet {
        /// `-`, `*`, `1`, or `|` for a row of a table whose header says what its cells are.
        sign: char,
        /// What stands in its box: a blank, `x`, `-`, `~` or `/`; `None` without a box.
        checkbox: Option<char>,
        /// The column of the text behind the sign and the box.
        column: usize,
        text: String,
    },
    /// Words without a sign.
    Text(String),
    /// A whole fenced block, or a run of lines of a quote.
    Block(String),
    /// A row of a table of which it is not known what its cells are.
    TableRow(String),
    /// What is between `<!--` and `-->`, on one line or more.
    Comment(String),
}

/// Cuts a text into lines.
pub fn lines(text: &str) -> Vec<Line> {
    let lines = text.lines().enumerate();
    lines
        .map(|(place, line)| {
            let text = line.trim();
            let indent = line.len() - line.trim_start().len();
            let bullet = text.strip_prefix("- ").or(text.strip_prefix("* "));
            let kind = match bullet {
                _ if text.is_empty() => LineKind::Blank,
                Some(rest) => LineKind::Bullet {
                    sign: '-',
                    checkbox: None,
                    column: indent + 2,
                    text: rest.to_owned(),
                },
                None => LineKind::Text(text.to_owned()),
            };
            Line {
                number: place + 1,
                indent,
                kind,
            }
        })
        .collect()
}
