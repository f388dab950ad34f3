//! Tables that were pasted from a spreadsheet, with tabs between their cells.

use std::borrow::Cow;

use super::blocks::{Closings, Piece, Source};
use super::table::is_header;

/// Writes tables of tasks with tabs between their cells as those with pipes. The first row has the headers. Code stays as it is.
pub(super) fn without_tabs(text: &str) -> Cow<'_, str> {
    if !text.contains('\t') {
        return Cow::Borrowed(text);
    }
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let sources: Vec<Source> = lines.iter().map(|line| source(line)).collect();
    let closings = Closings::of(&sources);
    let mut written = String::with_capacity(text.len());
    let mut in_table = false;
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let before = at.checked_sub(1).map(|above| &sources[above]);
        let before = before.map(|above| Piece::Line(above.clone()));
        if let Some(end) = closings.end_of_code(&sources, at, before.as_ref()) {
            written.extend(lines[at..=end].iter().copied());
            in_table = false;
            at = end + 1;
            continue;
        }
        let cells = cells(line, in_table);
        let next = lines.get(at + 1);
        let has_more = next.is_some_and(|next| self::cells(next, false).is_some());
        in_table = match &cells {
            Some(cells) => in_table || has_more && is_header(cells),
            None => false,
        };
        match cells.filter(|_| in_table) {
            Some(cells) => {
                written.push('|');
                for cell in cells {
                    written.push_str(&format!(" {} |", cell.replace('|', "\\|")));
                }
                let words = line.trim_end_matches(['\n', '\r']);
                written.push_str(&line[words.len()..]);
            }
            None => written.push_str(line),
        }
        at += 1;
    }
    Cow::Owned(written)
}

fn source(line: &str) -> Source {
    Source {
        text: line.trim().to_owned(),
        ..Source::default()
    }
}

/// Cuts a line at its tabs, if it has any behind its first cell. Within a table, the first cell may be empty.
fn cells(line: &str, in_table: bool) -> Option<Vec<String>> {
    let is_cut = match in_table {
        true => line.contains('\t') && !line.starts_with(' '),
        false => line.contains('\t') && !line.starts_with(char::is_whitespace),
    };
    is_cut.then(|| {
        line.split('\t')
            .map(|cell| cell.trim().to_owned())
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_of_tasks_gets_pipes() {
        for (text, expected) in [
            (
                "Task\tWho\r\na|b\tIda\r\n",
                "| Task | Who |\r\n| a\\|b | Ida |\r\n",
            ),
            (
                "Task\tWho\nfix\t\n\nx\ty",
                "| Task | Who |\n| fix |  |\n\nx\ty",
            ),
            (
                "Task\tWho\nfix it\tIda\n\tBela\nwrite it\tTom\n",
                "| Task | Who |\n| fix it | Ida |\n|  | Bela |\n| write it | Tom |\n",
            ),
            (
                "```\nTask\tWho\na\tb\n```\nTask\tWho\na\tb\n",
                "```\nTask\tWho\na\tb\n```\n| Task | Who |\n| a | b |\n",
            ),
        ] {
            assert_eq!(without_tabs(text), expected, "{text}");
        }
        for text in [
            "Task\tWho\n- a\n",
            "- a\tb\n\t- c\td\n",
            "Hello\tyou\na\tb\n",
            "a\n",
            "~~~\nTask\tWho\na\tb\n~~~\n",
        ] {
            assert_eq!(without_tabs(text), text, "{text}");
        }
    }
}
