//! Tables with somebody in each row, rewritten as a list of people has them: `Ida Berg (@ida, from Mon, until Wed)`.

use super::cell::{is_nothing, unlinked};
use crate::planning::names::says_what;
use crate::text::{is_of, weekday};

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

/// What a row of a table of people says.
#[derive(Default)]
pub(super) struct PersonRow {
    pub name: Option<String>,
    /// What stands behind the name as a list has it.
    pub said: String,
    /// What else the row says.
    pub others: Option<String>,
}

const NAMES: &str = "name person participant attendee sprinter who people";
const HANDLES: &str = "github gitlab nick nickname handle irc login account username matrix";
const DAYS: &str = "day date when presence attendance present attending";
const FROM: &str = "arrive arrival arriving from";
const TO: &str = "leave leaving departure depart until till to";

/// Words that may stand beside those of days.
const BESIDE_DAYS: &str = "are at here i on sprint the there which will you";

/// Words of columns that tasks have.
const OF_TASKS: &str = "status state progress done link url issue pr ticket";

/// Words of columns that say whether somebody comes at all, and what says that they may not.
const COMING: &str = "attend attendance attending coming confirmed present registered";
const NOT_COMING: &str = "cancelled canceled declined maybe n nein no not vielleicht";

/// What a cell says instead of an account.
const NO_HANDLE: &str = "ja keine keiner link n nein no none not profil profile x y yes";

/// What stands where a name does in the last row of a table of numbers.
const TOTALS: &str = "anzahl count gesamt sum summe total";

impl PeopleTable {
    /// Reads a header: its cells in lower case, and the words of each in the singular.
    pub(super) fn of(
        header: &[String],
        words: impl Fn(&str) -> Vec<String>,
    ) -> Option<PeopleTable> {
        let any = |list: &str, words: &[String]| words.iter().any(|word| is_of(list, word));
        // `Wants to work on` and `Talk day` are something else.
        let ends_in = |list: &str, words: &[String]| {
            let mut words = words.iter().rev();
            let word = words.find(|word| !is_of("date day", word));
            word.is_some_and(|word| is_of(list, word))
        };
        let are_days = |words: &[String]| {
            let is_beside = |word: &String| is_of(DAYS, word) || is_of(BESIDE_DAYS, word);
            any(DAYS, words) && words.iter().all(is_beside)
        };
        let mut is_of_tasks = false;
        let mut has_stay = false;
        let mut columns = Vec::new();
        for cell in header {
            let words = words(cell);
            is_of_tasks |= any(OF_TASKS, &words);
            let column = match () {
                () if any(HANDLES, &words) => Column::Handle,
                () if ends_in(FROM, &words) => Column::From,
                () if ends_in(TO, &words) => Column::To,
                () if any(NAMES, &words) => Column::Name,
                () if are_days(&words) => Column::Days,
                () if words == ["role"] => Column::Role,
                () => Column::Other(cell.clone()),
            };
            // A day may be that of a duty, and `from` may be a place.
            has_stay |= match column {
                Column::Days => cell.to_lowercase().contains("days"),
                Column::From | Column::To => !any("from to", &words),
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

    /// Reads a row. `None` without a name, where it may be those of several or a total, and where somebody may not come.
    pub(super) fn person(&self, cells: &[String]) -> Option<PersonRow> {
        let (mut name, mut said, mut others) = (None, Vec::new(), Vec::new());
        let cells = cells.iter().zip(&self.columns);
        for (cell, column) in cells.filter(|(cell, _)| !is_nothing(cell)) {
            if column.says_not_coming(cell) {
                return None;
            }
            match column {
                Column::Name => {
                    let cell = unlinked(cell);
                    let (alone, bracket) = one_name(&cell)?;
                    name = Some(alone.to_owned());
                    // What is not understood would take the rest with it.
                    let more = bracket.map(|inside| inside.replace(") (", ", "));
                    match says_what(&format!("{alone}: {}", bracket.unwrap_or_default())) {
                        true => others.extend(more),
                        false => said.extend(more),
                    }
                }
                Column::Handle => match handle(cell) {
                    Some(handle) => said.insert(0, format!("@{handle}")),
                    None => others.push(cell.clone()),
                },
                // In a list, a day alone may be when somebody comes.
                Column::Days if weekday(cell).is_some() => said.push(format!("only {cell}")),
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
        name.is_some().then_some(PersonRow { name, said, others })
    }
}

impl Column {
    fn says_not_coming(&self, cell: &str) -> bool {
        let is_about_coming = match self {
            Column::Days => true,
            Column::Other(header) => header
                .to_lowercase()
                .split(|letter: char| !letter.is_alphanumeric())
                .any(|word| is_of(COMING, word)),
            _ => false,
        };
        let cell = cell.to_lowercase();
        let first = cell.split_whitespace().next().unwrap_or_default();
        let word = first.trim_matches(|sign: char| sign.is_ascii_punctuation());
        is_about_coming && (is_of(NOT_COMING, word) || first.starts_with(['❌', '✗', '✘']))
    }
}

/// Returns the name of a cell, and what stands in brackets behind it. `None` if it is none, or may be several.
fn one_name(cell: &str) -> Option<(&str, Option<&str>)> {
    let (name, bracket) = match cell.strip_suffix(')').and_then(|cell| cell.split_once('(')) {
        Some((name, inside)) if !name.trim().is_empty() => (name.trim_end(), Some(inside)),
        _ => (cell, None),
    };
    let word = name.trim_matches(|sign: char| !sign.is_alphanumeric());
    let is_total = is_of(TOTALS, &word.to_lowercase());
    (!is_total && !name.contains([',', ';'])).then_some((name, bracket))
}

/// Returns the account that a cell names: `@ida`, `ida`, a link to it.
fn handle(cell: &str) -> Option<String> {
    let text = unlinked(cell);
    let last = text.trim_end_matches('/').rsplit('/').next()?;
    let handle = last.strip_prefix('@').unwrap_or(last);
    let is_word = |letter: char| letter.is_alphanumeric() || "-_".contains(letter);
    let is_handle = handle.contains(char::is_alphanumeric)
        && handle.chars().all(is_word)
        && ![NO_HANDLE, HANDLES]
            .iter()
            .any(|list| is_of(list, &handle.to_lowercase()));
    is_handle.then(|| handle.to_owned())
}
