//! Where something is in a file.

use std::fmt;
use std::path::Path;
use std::sync::Arc;

/// A file or a position in it, printed as `FILE` or `FILE:LINE:COLUMN`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// The file, as a path from the working folder where that is possible.
    pub file: Arc<Path>,
    /// None for the file as a whole.
    pub position: Option<Position>,
}

/// A position in a text. Line and column start at 1 and count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

/// The characters before and after a position that a message has at most.
const MOST_QUOTED: usize = 2000;

/// A position and what is around it in its line, to show both.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    pub(crate) position: Position,
    /// The characters before the position.
    pub before: String,
    /// The characters from the position on.
    pub after: String,
}

impl Quote {
    /// Takes what may be shown of a line, which may have 64 MiB, and a message for every character.
    pub(crate) fn of(line: &str, position: Position) -> Self {
        let place = line.char_indices().nth(position.column.saturating_sub(1));
        let (before, after) = line.split_at(place.map_or(line.len(), |(place, _)| place));
        let from = before.char_indices().rev().nth(MOST_QUOTED);
        let to = after.char_indices().nth(MOST_QUOTED);
        Quote {
            position,
            before: before[from.map_or(0, |(from, _)| from)..].to_owned(),
            after: after[..to.map_or(after.len(), |(to, _)| to)].to_owned(),
        }
    }
}

impl Location {
    pub(crate) fn whole(file: &Path) -> Self {
        Location {
            file: file.into(),
            position: None,
        }
    }

    pub(crate) fn at(file: &Path, position: Position) -> Self {
        Location {
            file: file.into(),
            position: Some(position),
        }
    }

    /// Points after the last line of a file.
    pub(crate) fn end_of(file: &Path, lines: &[u8]) -> Self {
        let line = lines.iter().filter(|byte| **byte == b'\n').count() + 1;
        Location::at(file, Position { line, column: 1 })
    }
}

impl fmt::Display for Location {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.file.display())?;
        match self.position {
            Some(Position { line, column }) => write!(formatter, ":{line}:{column}"),
            None => Ok(()),
        }
    }
}

/// The text of a file and where its lines begin, to find positions in it.
pub(crate) struct Lines<'t> {
    file: &'t Path,
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    pub(crate) fn of(file: &'t Path, text: &'t str) -> Self {
        let after = text.match_indices('\n').map(|(newline, _)| newline + 1);
        Lines {
            file,
            text,
            starts: [0].into_iter().chain(after).collect(),
        }
    }

    /// Returns the number of the line with a byte.
    pub(crate) fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset)
    }

    /// Converts the place of a byte.
    pub(crate) fn locate(&self, offset: usize) -> Location {
        let mut end = offset.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let line = self.line(end);
        let column = self.text[self.starts[line - 1]..end].chars().count() + 1;
        Location::at(self.file, Position { line, column })
    }
}
