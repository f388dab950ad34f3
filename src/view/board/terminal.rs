//! The board in a terminal: a line for each item, under the headings of the topics.

use super::super::cell::Cell;
use super::super::look::{ALERT, FAINT, FINISHED, Long, Look, PEOPLE};
use super::super::table::{Column, Table};
use super::row::Row;
use super::{Board, NO_TASK, NOBODY};
use crate::diagnostic::counted;
use crate::domain::ItemKind;
use crate::text::{truncate, visible};

/// How far items are indented below a heading.
const INDENT: &str = "  ";

/// The columns, with the widths below which they can hardly be read.
const COLUMNS: [Column; 4] = [
    Column::numbers(""),
    Column::shared("", 22),
    Column::shared("", 12),
    Column::shared("", 20),
];

/// Shows the board of a day in a terminal. With `full`, texts are wrapped and not cut.
pub fn board(board: &Board<'_>, look: Look, full: bool) -> String {
    let mut writer = Writer::new();
    for group in &board.open {
        writer.heading(group.heading.text());
        for row in &group.rows {
            writer.push(row, group.heading.kind());
        }
    }
    writer.closed("Closed today", &board.closed_today);
    if let Some(last_day) = &board.last_day {
        writer.closed(&format!("Closed on {}", last_day.name), &last_day.closed);
    }
    let mut lines = head(board, look);
    if writer.rows.is_empty() && board.is_filtered() {
        lines.push("Nothing on the board matches.".to_owned());
    } else if !board.has_tasks() && !board.is_filtered() {
        lines.push(NO_TASK.to_owned());
    }
    lines.extend(writer.lines(look, full));
    lines.extend(moved(board, look));
    lines.join("\n") + "\n"
}

/// Returns the lines of a board that fit on a screen, how many there are more, and what is to stand below them. The last line of
/// the screen stays empty.
pub(crate) fn screen(board: &str, below: Option<&str>, look: Look, height: usize) -> Vec<String> {
    let below = below.map(|below| look.paint(ALERT, &truncate(&visible(below), look.width)));
    let room = height.saturating_sub(1 + usize::from(below.is_some()));
    let count = board.lines().count();
    let kept = if count > room {
        room.saturating_sub(1)
    } else {
        count
    };
    let more = (kept < count).then(|| {
        let more = format!("+{}", counted(count - kept, "more line"));
        look.paint(FAINT, &more)
    });
    let kept = board.lines().take(kept).map(str::to_owned);
    kept.chain(more).chain(below).collect()
}

/// Writes what stands above the items.
fn head(board: &Board<'_>, look: Look) -> Vec<String> {
    let mut lines = vec![look.title(&format!("{} · {}", board.title, board.day))];
    let mut people = |word: &str, ids| {
        let names = board.names(ids);
        if !names.is_empty() {
            let lead = format!("{word} ({}):", names.len());
            lines.push(look.listing(&lead, &names, PEOPLE));
        }
    };
    if !board.is_filtered() {
        people("Here", &board.here);
    }
    if !board.is_filtered() || board.wanted.free {
        people("Free", &board.free);
    }
    lines
}

/// Names the open items that were moved on: they are on the board, with their status.
fn moved(board: &Board<'_>, look: Look) -> Option<String> {
    let last_day = board.last_day.as_ref()?;
    let labels = last_day.moved_labels();
    let lead = format!("Moved on {}:", last_day.name);
    (!labels.is_empty()).then(|| look.listing(&lead, &labels, FAINT))
}

/// The rows of all items, which share their columns, with headings between them.
struct Writer {
    table: Table,
    /// The heading above each row, if there is one.
    rows: Vec<Option<String>>,
    heading: Option<String>,
}

impl Writer {
    fn new() -> Self {
        Writer {
            table: Table::new(&COLUMNS),
            rows: Vec::new(),
            heading: None,
        }
    }

    /// Begins the rows below a heading.
    fn heading(&mut self, heading: Option<String>) {
        self.heading = heading;
    }

    fn closed(&mut self, heading: &str, rows: &[Row<'_>]) {
        self.heading(Some(heading.to_owned()));
        rows.iter().for_each(|row| self.push(row, ItemKind::Task));
    }

    /// Adds an item. A word says what it is, unless it is of the kind that is expected.
    fn push(&mut self, row: &Row<'_>, expected: ItemKind) {
        self.rows.push(self.heading.take());
        let number = Cell::text(&row.item.label.to_string()).styled(FAINT);
        let text = Cell::of_part(&row.marked_text(expected), row.depth);
        let people = match row.is_free && row.people.is_empty() {
            true => Cell::text(NOBODY).styled(ALERT),
            false => Cell::names(&row.people).styled(PEOPLE),
        };
        let status = Cell::with_end(&row.status, &row.age);
        self.table.push(match row.item.is_open() {
            true => vec![number, text, people, status],
            false => {
                let state = if row.item.is_finished() {
                    FINISHED
                } else {
                    FAINT
                };
                vec![
                    number,
                    text.styled(FAINT),
                    people.styled(FAINT),
                    status.styled(state),
                ]
            }
        });
    }

    fn lines(self, look: Look, full: bool) -> Vec<String> {
        let narrower = Look {
            width: look.width.saturating_sub(INDENT.len()),
            ..look
        };
        let long = if full { Long::Wrapped } else { Long::Cut };
        let rows = self.table.lines(narrower, long, 0);
        let mut lines = Vec::new();
        for (heading, row) in self.rows.iter().zip(rows) {
            lines.extend(heading.as_deref().map(|heading| look.heading(heading)));
            lines.extend(row.iter().map(|line| format!("{INDENT}{line}")));
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_on_the_screen_is_counted() {
        let look = Look {
            width: 20,
            color: false,
        };
        let board = "one\ntwo\nthree\nfour\n";
        let shown = |below, height| screen(board, below, look, height);
        assert_eq!(shown(None, 5), ["one", "two", "three", "four"]);
        assert_eq!(shown(None, 4), ["one", "two", "+2 more lines"]);
        assert_eq!(
            shown(Some("a problem"), 5),
            ["one", "two", "+2 more lines", "a problem"]
        );
        assert_eq!(shown(Some("a problem"), 6).len(), 5);
        assert_eq!(
            shown(Some("a problem that is told at length"), 2),
            ["+4 more lines", "a problem that is t…"]
        );
        assert_eq!(shown(None, 0), ["+4 more lines"]);
    }
}
