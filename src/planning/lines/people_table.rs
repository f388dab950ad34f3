//! Tables with somebody in each row, rewritten as a list of people has them: `Ida Berg (@ida, from Mon, until Wed)`.

use super::cell::is_nothing;

/// What the cells of a column say of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Column {
    Name,
    Handle,
    Days,
    From,
    To,
    Role,
    /// Something else, under these words.
    Other(String),
}

/// The columns of a table of people.
pub(super) struct PeopleTable {
    columns: Vec<Column>,
    /// Whether its header alone says that it lists people, whatever stands above it.
    pub is_sure: bool,
}

const NAMES: &str = " name person participant attendee sprinter who people ";
const HANDLES: &str = " github gitlab nick nickname handle irc login account username matrix ";
const DAYS: &str = " day date when presence attendance present attending ";
const FROM: &str = " arrive arrival arriving from ";
const TO: &str = " leave leaving departure depart until till to ";

/// Words of columns that tasks have.
const OF_TASKS: &str = " status state progress done link url issue pr ticket ";

impl PeopleTable {
    /// Reads a header: its cells in lower case, and the words of each in the singular.
    pub(super) fn of(
        header: &[String],
        words: impl Fn(&str) -> Vec<String>,
    ) -> Option<PeopleTable> {
        let is_of = |list: &str, word: &String| list.contains(&format!(" {word} "));
        let any = |list: &str, words: &[String]| words.iter().any(|word| is_of(list, word));
        let mut is_of_tasks = false;
        let mut has_stay = false;
        let mut columns = Vec::new();
        for cell in header {
            let words = words(cell);
            is_of_tasks |= any(OF_TASKS, &words);
            let column = match () {
                () if any(HANDLES, &words) => Column::Handle,
                () if any(FROM, &words) => Column::From,
                () if any(TO, &words) => Column::To,
                () if any(NAMES, &words) => Column::Name,
                () if any(DAYS, &words) => Column::Days,
                () if words == ["role"] => Column::Role,
                () => Column::Other(cell.clone()),
            };
            // A day may be that of a duty, and `from` may be a place.
            has_stay |= match column {
                Column::Days => cell.to_lowercase().contains("days"),
                Column::From | Column::To => !any(" from to ", &words),
                _ => false,
            };
            columns.push(column);
        }
        let names = columns.iter().filter(|column| **column == Column::Name);
        (names.count() == 1 && !is_of_tasks).then_some(PeopleTable {
            columns,
            is_sure: has_stay,
        })
    }

    /// Returns somebody as a list has them, and what else a row says of them. `None` without a name.
    pub(super) fn person(&self, cells: &[String]) -> Option<(String, Option<String>)> {
        let (mut name, mut said, mut others) = (None, Vec::new(), Vec::new());
        let cells = cells.iter().zip(&self.columns);
        for (cell, column) in cells.filter(|(cell, _)| !is_nothing(cell)) {
            match column {
                Column::Name => name = Some(cell.clone()),
                Column::Handle => match handle(cell) {
                    Some(handle) => said.insert(0, format!("@{handle}")),
                    None => others.push(cell.clone()),
                },
                Column::Days | Column::Role => said.push(cell.clone()),
                Column::From => said.push(format!("from {cell}")),
                Column::To => said.push(format!("until {cell}")),
                Column::Other(header) => others.push(format!("{header}: {cell}")),
            }
        }
        let said = match said.is_empty() {
            true => String::new(),
            false => format!(" ({})", said.join(", ")),
        };
        let others = (!others.is_empty()).then(|| others.join("; "));
        Some((name? + &said, others))
    }
}

/// Returns the account that a cell names: `@ida`, `ida`, a link to it.
fn handle(cell: &str) -> Option<&str> {
    let link = cell.strip_prefix('[').and_then(|link| link.split_once(']'));
    let text = link.map_or(cell, |(text, _)| text);
    let last = text.trim_end_matches('/').rsplit('/').next()?;
    let handle = last.strip_prefix('@').unwrap_or(last);
    let is_word = |letter: char| letter.is_alphanumeric() || "-_".contains(letter);
    (!handle.is_empty() && handle.chars().all(is_word)).then_some(handle)
}
