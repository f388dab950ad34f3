//! Tables that were pasted from a spreadsheet, with tabs between their cells.

use std::borrow::Cow;

use super::table::is_header;

/// Writes tables of tasks with tabs between their cells as those with pipes. The first row has the headers.
pub(super) fn without_tabs(text: &str) -> Cow<'_, str> {
    if !text.contains('\t') {
        return Cow::Borrowed(text);
    }
    let mut written = String::with_capacity(text.len());
    let mut in_table = false;
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let cells = cells(line);
        let has_more = lines.peek().is_some_and(|next| self::cells(next).is_some());
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
    }
    Cow::Owned(written)
}

/// Cuts a line at its tabs, if it has any behind its first cell.
fn cells(line: &str) -> Option<Vec<String>> {
    let is_cut = line.contains('\t') && !line.starts_with(char::is_whitespace);
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
        ] {
            assert_eq!(without_tabs(text), expected, "{text}");
        }
        for text in [
            "Task\tWho\n- a\n",
            "- a\tb\n\t- c\td\n",
            "Hello\tyou\na\tb\n",
            "a\n",
        ] {
            assert_eq!(without_tabs(text), text, "{text}");
        }
    }
}
