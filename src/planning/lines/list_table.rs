//! Tables of reStructuredText that are written as lists: `.. list-table::`.

use super::blocks::{Piece, Source};

/// Writes such tables as those with pipes.
pub(super) fn without_list_tables(pieces: &mut Vec<Piece>) {
    let is_directive =
        |piece: &Piece| matches!(piece, Piece::Line(source) if source.text.starts_with(DIRECTIVE));
    if !pieces.iter().any(is_directive) {
        return;
    }
    let mut left = std::mem::take(pieces).into_iter().peekable();
    while let Some(piece) = left.next() {
        let Piece::Line(directive) = &piece else {
            pieces.push(piece);
            continue;
        };
        if !is_directive(&piece) {
            pieces.push(piece);
            continue;
        }
        let (number, indent) = (directive.number, directive.indent);
        pieces.push(Piece::Line(Source {
            number,
            ..Source::default()
        }));
        let mut rows: Vec<Row> = Vec::new();
        while let Some(Piece::Line(line)) = left.next_if(|piece| {
            matches!(piece, Piece::Line(line) if line.text.is_empty() || line.indent > indent)
        }) {
            take(&mut rows, &line);
        }
        pieces.extend(rows.into_iter().map(|row| {
            let cells: Vec<String> = row
                .cells
                .iter()
                .map(|cell| cell.replace('|', "\\|"))
                .collect();
            Piece::Line(Source {
                number: row.number,
                indent,
                text: format!("| {} |", cells.join(" | ")),
            })
        }));
        let number = number + 1;
        pieces.push(Piece::Line(Source {
            number,
            ..Source::default()
        }));
    }
}

const DIRECTIVE: &str = ".. list-table::";

struct Row {
    number: usize,
    cells: Vec<String>,
}

/// Takes a line of such a table: the first cell of a row, `* - fix it`, another one, `- Ida`, or more of the one above.
fn take(rows: &mut Vec<Row>, line: &Source) {
    let text = line.text.as_str();
    let cell = |text: &str| -> Option<String> {
        let cell = text.strip_prefix('-')?;
        (cell.is_empty() || cell.starts_with(' ')).then(|| cell.trim().to_owned())
    };
    let first = text.strip_prefix("* ").map(str::trim_start).and_then(cell);
    if let Some(first) = first {
        rows.push(Row {
            number: line.number,
            cells: vec![first],
        });
    } else if let Some(row) = rows.last_mut()
        && !text.is_empty()
    {
        match (cell(text), row.cells.last_mut()) {
            (Some(cell), _) => row.cells.push(cell),
            (None, Some(last)) => {
                last.push(' ');
                last.push_str(text);
            }
            (None, None) => {}
        }
    }
}
