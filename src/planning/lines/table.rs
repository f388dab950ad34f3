//! Tables with one task per row, rewritten as lines of our own form.

use std::borrow::Cow;

use super::blocks::Source;
use super::bullet::checkbox;
use super::cell::{is_nothing, unlinked, without_brackets, words_of_link};
use super::line::{Aside, Line, LineKind};
use super::people_table::PeopleTable;
use crate::planning::document::Mark;
use crate::planning::status::sign;
use crate::text::{Finished, is_of, says_finished};

/// A form of table: it says which lines go on with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// With a row of dashes below its header.
    Markdown,
    /// Each line between pipes, without a row of dashes.
    Pipes,
    /// Drawn with `+---+`.
    Grid,
    /// As MediaWiki has them: between `{|` and `|}`, with `|-` before each row.
    MediaWiki,
}

impl Table {
    /// Tells from its first two lines whether a table begins.
    pub fn begins(first: &str, second: &str) -> Option<Table> {
        if first.starts_with("{|") && second.starts_with(['|', '!']) {
            Some(Table::MediaWiki)
        } else if is_border(first) && second.starts_with('|') {
            Some(Table::Grid)
        } else if has_pipe(first) && is_delimiter(second) {
            Some(Table::Markdown)
        } else if is_bounded(first) && is_bounded(second) {
            Some(Table::Pipes)
        } else {
            None
        }
    }

    /// Tells whether a line goes on with the table.
    pub fn has(self, text: &str) -> bool {
        match self {
            Table::Markdown => has_pipe(text),
            Table::Pipes => is_bounded(text),
            Table::Grid => is_border(text) || text.starts_with('|'),
            Table::MediaWiki => text.starts_with(['|', '!']) || text.starts_with("{|"),
        }
    }

    /// Reads a whole table.
    pub fn lines(self, sources: &[&Source]) -> Vec<Line> {
        let rows = match self {
            Table::Grid => grid(sources),
            Table::MediaWiki => media_wiki(sources),
            Table::Markdown | Table::Pipes => sources
                .iter()
                .filter(|source| !is_delimiter(&source.text))
                .map(|source| Row::of(source, cells(&without_double_pipes(&source.text))))
                .collect(),
        };
        let mut rows = rows.into_iter();
        let Some(header) = rows.next() else {
            return Vec::new();
        };
        let boxes = |at: usize| all_boxes(rows.as_slice(), at);
        let Some(columns) = columns(&header.cells, boxes) else {
            if let Some(people) = PeopleTable::of(&header.cells, words) {
                let columns = header.cells.len();
                let rows = rows.map(|row| {
                    let unclear = row.unclear(columns);
                    unclear.unwrap_or_else(|| person(&row, &people))
                });
                return std::iter::once(header.line(LineKind::Blank))
                    .chain(rows)
                    .collect();
            }
            let unread = |row: Row<'_>| row.line(LineKind::TableRow(row.source.text.clone()));
            return std::iter::once(header).chain(rows).map(unread).collect();
        };
        let others = unknown(rows.as_slice(), &columns);
        let lines = rows.flat_map(|row| {
            if let Some(line) = row.unclear(columns.len()) {
                return vec![line];
            }
            let (kind, notes) = task(&row, &columns);
            let who = who(&row, &columns).filter(|who| has_words(who));
            let who = who.map(|who| row.line(LineKind::Aside(Aside::Who(who))));
            let notes = notes.into_iter().flat_map(|note| {
                let mut line = row.line(LineKind::Text(note));
                line.indent += BELOW;
                [row.line(LineKind::Blank), line]
            });
            let notes: Vec<Line> = notes.collect();
            let line = std::iter::once(row.line(kind));
            line.chain(who).chain(notes).collect()
        });
        let mut all = vec![header.line(LineKind::Blank)];
        all.extend(others.map(|headers| header.line(LineKind::Aside(Aside::Columns(headers)))));
        all.extend(lines);
        all
    }
}

struct Row<'s> {
    /// Its first line.
    source: &'s Source,
    cells: Vec<String>,
    /// Whether a cell of a row above may go on in it, so that it is not known what its own are.
    is_spanned: bool,
}

impl<'s> Row<'s> {
    fn of(source: &'s Source, cells: Vec<String>) -> Row<'s> {
        Row {
            source,
            cells,
            is_spanned: false,
        }
    }

    /// Returns the row as it stands, if it is not known what its cells are.
    fn unclear(&self, columns: usize) -> Option<Line> {
        let is_unclear = self.is_spanned && self.cells.len() < columns;
        is_unclear.then(|| self.line(LineKind::TableRow(self.source.text.clone())))
    }

    fn line(&self, kind: LineKind) -> Line {
        Line {
            number: self.source.number,
            indent: self.source.indent,
            kind,
        }
    }
}

/// Writes the header of a table of Jira, `||Task||Who||`, as that of any other.
fn without_double_pipes(text: &str) -> Cow<'_, str> {
    match text.starts_with("||") && text.ends_with("||") {
        true => Cow::Owned(text.replace("||", "|")),
        false => Cow::Borrowed(text),
    }
}

fn has_pipe(text: &str) -> bool {
    cells(text).len() > 1 || is_bounded(text)
}

fn is_bounded(text: &str) -> bool {
    text.len() > 1 && text.starts_with('|') && text.ends_with('|')
}

/// Tells whether a line is the row of dashes below a header.
fn is_delimiter(text: &str) -> bool {
    let is_dashes = |cell: &str| {
        let cell = cell.strip_prefix(':').unwrap_or(cell);
        let cell = cell.strip_suffix(':').unwrap_or(cell);
        !cell.is_empty() && cell.chars().all(|letter| letter == '-')
    };
    text.contains('|')
        && text
            .trim_matches('|')
            .split('|')
            .all(|cell| is_dashes(cell.trim()))
}

/// Tells whether a line is drawn between the rows of a table.
fn is_border(text: &str) -> bool {
    text.len() > 2
        && text.starts_with('+')
        && text.ends_with('+')
        && text.chars().all(|letter| "+-=:".contains(letter))
}

/// Cuts a row at its pipes, but not at those that are escaped or in code.
fn cells(text: &str) -> Vec<String> {
    let text = text.strip_prefix('|').unwrap_or(text);
    let mut backticks = text.matches('`').count();
    let mut is_code = false;
    let mut is_escaped = false;
    let mut cells = vec![String::new()];
    for letter in text.chars() {
        let cell = cells.last_mut().map(|cell| (cell, letter));
        let Some((cell, letter)) = cell else { break };
        match letter {
            '|' if is_escaped => {
                cell.pop();
                cell.push('|');
            }
            '|' if !is_code => cells.push(String::new()),
            _ => cell.push(letter),
        }
        if letter == '`' {
            backticks -= 1;
            is_code = !is_code && backticks > 0;
        }
        is_escaped = letter == '\\' && !is_escaped;
    }
    if cells.len() > 1 && cells.last().is_some_and(|cell| cell.trim().is_empty()) {
        cells.pop();
    }
    for cell in &mut cells {
        *cell = cell
            .replace("<br>", " ")
            .replace("<br/>", " ")
            .trim()
            .to_owned();
    }
    cells
}

/// Cuts a drawn table into rows. Where there is a line between all rows, a row may go over several lines.
fn grid<'s>(sources: &[&'s Source]) -> Vec<Row<'s>> {
    let borders = sources
        .iter()
        .filter(|source| is_border(&source.text))
        .count();
    let is_lined = borders > 3 || sources.iter().any(|source| source.text.starts_with("+="));
    let mut rows: Vec<Row<'s>> = Vec::new();
    let mut goes_on = false;
    for source in sources {
        if is_border(&source.text) {
            goes_on = false;
            continue;
        }
        let cells = cells(&source.text);
        match rows.last_mut().filter(|_| goes_on) {
            Some(row) => {
                for (cell, more) in row.cells.iter_mut().zip(cells) {
                    *cell = format!("{cell} {more}").trim().to_owned();
                }
            }
            None => rows.push(Row::of(source, cells)),
        }
        goes_on = is_lined;
    }
    rows
}

/// Reads a table of MediaWiki, whose cells stand on one line or on several.
fn media_wiki<'s>(sources: &[&'s Source]) -> Vec<Row<'s>> {
    let mut rows: Vec<Row<'s>> = Vec::new();
    let mut is_new = true;
    // The row above which a cell that goes on ends.
    let mut end_of_span = 0;
    for source in sources {
        let text = source.text.as_str();
        let is_caption = text.starts_with("{|") || text.starts_with("|+");
        if is_caption || text.starts_with("|-") || text.starts_with("|}") {
            is_new = true;
            continue;
        }
        let inner = match text.strip_prefix('!') {
            Some(header) => header.replace("!!", "||"),
            None => text[1..].to_owned(),
        };
        if std::mem::take(&mut is_new) {
            let is_spanned = rows.len() < end_of_span;
            rows.push(Row {
                is_spanned,
                ..Row::of(source, Vec::new())
            });
        }
        let place = rows.len();
        if let Some(row) = rows.last_mut() {
            for cell in inner.split("||") {
                let (attributes, text) = without_attributes(cell);
                let more = attributes.and_then(spanned_rows).unwrap_or_default();
                end_of_span = end_of_span.max(place.saturating_add(more.saturating_sub(1)));
                row.cells.push(text.to_owned());
            }
        }
    }
    rows
}

/// Splits a cell of MediaWiki into how it looks and its text: `style="color: red" | port it`.
fn without_attributes(cell: &str) -> (Option<&str>, &str) {
    let cut = cell.split_once('|');
    let cut = cut.filter(|(before, _)| before.contains('=') && !before.contains('['));
    match cut {
        Some((attributes, text)) => (Some(attributes), text.trim()),
        None => (None, cell.trim()),
    }
}

/// Returns how many rows a cell goes over: `rowspan="2"`.
fn spanned_rows(attributes: &str) -> Option<usize> {
    let (_, count) = attributes.split_once("rowspan")?;
    let count = count.trim_start_matches(|sign: char| "=\"' ".contains(sign));
    let end = count.find(|sign: char| !sign.is_ascii_digit());
    count[..end.unwrap_or(count.len())].parse().ok()
}

/// What the cells of a column say.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Column {
    Title,
    People,
    Status,
    /// Whether it is done: a check or nothing.
    Done,
    When,
    Link,
    Number,
    /// Something else, under these words.
    Other(String),
}

/// How far what else is said stands below a task.
const BELOW: usize = 4;

/// Words for what else is said.
const NOTES: &str = "anmerkung bemerkung comment detail kommentar note notiz remark";

/// Words for titles, the clearest first: `topic` beside `task` is something else.
const TITLES: &str =
    "task aufgabe aufgaben todo title titel item what was description beschreibung topic thema";

const PEOPLE: &str = "assign assigned assignee by driver lead name owner people person responsible verantwortlich verantwortliche wer who zuständig";
const STATUSES: &str = "fortschritt progress stand state status zustand";
const WHEN: &str = "bis date datum day due fällig tag termin time wann when zeit";
const LINKS: &str = "issue link pr ticket url";
const NUMBERS: &str = "id no nr nummer";

/// Words of headers that end in `s` and are not plurals.
const NO_PLURALS: &str = "bis progress status tags was";

/// Reads a header; `None` if it does not say that the rows are tasks. A time and a title alone are a timetable.
/// `are_boxes`: whether a column has nothing but boxes.
fn columns(header: &[String], are_boxes: impl Fn(usize) -> bool) -> Option<Vec<Column>> {
    let columns = header.iter().enumerate();
    let columns = columns.map(|(at, cell)| match cell.is_empty() && are_boxes(at) {
        true => Column::Done,
        false => column(cell),
    });
    let mut columns: Vec<Column> = columns.collect();
    if let Some(at) = name_of_task(header).filter(|_| !columns.contains(&Column::Title)) {
        columns[at] = Column::Title;
    }
    let rank = |cell: &String| {
        let words = words(cell);
        let place = |title: &str| words.iter().any(|word| word == title);
        TITLES.split(' ').position(place)
    };
    let titles = (0..columns.len()).filter(|at| columns[*at] == Column::Title);
    let title = titles.min_by_key(|at| rank(&header[*at]))?;
    for (at, column) in columns.iter_mut().enumerate() {
        if *column == Column::Title && at != title {
            *column = Column::Other(header[at].clone());
        }
    }
    let says_more = columns.iter().any(|column| {
        use Column::{Done, Link, Number, People, Status};
        matches!(column, People | Status | Done | Link | Number)
    });
    (columns.len() == 1 || says_more).then_some(columns)
}

/// Returns the column of names if another one says who is on something: these are names of tasks.
fn name_of_task(header: &[String]) -> Option<usize> {
    const ASSIGNED: &str =
        "assign assigned assignee owner responsible verantwortlich verantwortliche zuständig";
    let is_assigned = |cell: &String| words(cell).iter().any(|word| is_of(ASSIGNED, word));
    let name = header.iter().position(|cell| words(cell) == ["name"])?;
    header.iter().any(is_assigned).then_some(name)
}

/// Returns whether the cells of a row say that those below it are tasks, and more of each.
pub(super) fn is_header(cells: &[String]) -> bool {
    cells.len() > 1 && columns(cells, |_| false).is_some()
}

/// Returns the headers of the columns of which it is not known what they say, if anything stands in them.
fn unknown(rows: &[Row<'_>], columns: &[Column]) -> Option<String> {
    let is_used = |at: usize| {
        let mut cells = rows.iter().filter_map(|row| row.cells.get(at));
        cells.any(|cell| !is_nothing(cell))
    };
    let unknown = columns.iter().enumerate();
    let unknown = unknown.filter_map(|(at, column)| match column {
        Column::Other(name) if !is_note(name) && is_used(at) => Some(name.as_str()),
        _ => None,
    });
    let unknown: Vec<&str> = unknown.collect();
    (!unknown.is_empty()).then(|| unknown.join(", "))
}

/// Returns whether what stands in a column is said of the task.
fn is_note(header: &str) -> bool {
    let words = words(header);
    !words.is_empty() && words.iter().all(|word| is_of(NOTES, word))
}

/// Returns whether a column has a box in each row.
fn all_boxes(rows: &[Row<'_>], at: usize) -> bool {
    let is_box = |row: &Row<'_>| {
        let cell = row.cells.get(at);
        cell.is_some_and(|cell| matches!(checkbox(cell), Some((_, ""))))
    };
    !rows.is_empty() && rows.iter().all(is_box)
}

/// The words of a cell of the header, in the singular.
fn words(cell: &str) -> Vec<String> {
    let cell = cell.to_lowercase();
    cell.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| match is_of(NO_PLURALS, word) {
            true => word.to_owned(),
            false => word.strip_suffix('s').unwrap_or(word).to_owned(),
        })
        .collect()
}

fn column(cell: &str) -> Column {
    let known = |word: &String| {
        let kinds = [
            (TITLES, Column::Title),
            (PEOPLE, Column::People),
            (STATUSES, Column::Status),
            (WHEN, Column::When),
            (LINKS, Column::Link),
            (NUMBERS, Column::Number),
        ];
        let kind = kinds.into_iter().find(|(words, _)| is_of(words, word));
        let done = || {
            says_finished(
                &[Finished::Plain, Finished::English, Finished::German],
                word,
            )
        };
        kind.map(|(_, column)| column)
            .or_else(|| done().then_some(Column::Done))
    };
    if cell == "#" {
        return Column::Number;
    }
    if matches!(checkbox(cell), Some((_, ""))) || is_done_sign(cell) {
        return Column::Done;
    }
    let words = words(cell);
    // In `who is on it` the first word says it, in `issue title` and `task owner` the last.
    let said = match words.first().and_then(known) {
        Some(Column::People) => Some(Column::People),
        _ => words.iter().rev().find_map(known),
    };
    said.unwrap_or_else(|| Column::Other(cell.to_owned()))
}

/// Returns what the cells of those who are on it say.
fn who(row: &Row<'_>, columns: &[Column]) -> Option<String> {
    let cells = row.cells.iter().zip(columns);
    let cells = cells.filter(|(cell, column)| **column == Column::People && !is_nothing(cell));
    let cells: Vec<&str> = cells.map(|(cell, _)| cell.as_str()).collect();
    (!cells.is_empty()).then(|| unlinked(&cells.join(", ")))
}

/// Returns whether a cell of names may hold other words.
fn has_words(who: &str) -> bool {
    let mut words = who.split_whitespace();
    who.contains('(') || words.any(|word| word.starts_with(char::is_lowercase))
}

/// Puts the cells of a row into the order of a line of ours: `title (people), when: status`. Returns with it what else is said.
fn task(row: &Row<'_>, columns: &[Column]) -> (LineKind, Vec<String>) {
    if row.cells.iter().all(String::is_empty) {
        return (LineKind::Blank, Vec::new());
    }
    let all = |column: &Column| -> Vec<&str> {
        let cells = row.cells.iter().zip(columns);
        cells
            .filter(|(cell, its)| *its == column && !is_nothing(cell))
            .map(|(cell, _)| cell.as_str())
            .collect()
    };
    let title = all(&Column::Title).concat();
    let title = words_of_link(&title).unwrap_or(&title);
    let (mut box_, title) = match checkbox(title) {
        Some((inside, title)) => (Some(inside), title),
        None => (None, title),
    };
    if title.is_empty() {
        return (LineKind::TableRow(row.source.text.clone()), Vec::new());
    }
    let mut statuses = Vec::new();
    let mut notes = Vec::new();
    for (cell, column) in row.cells.iter().zip(columns) {
        match column {
            Column::Done | Column::Status if is_check(cell) => box_ = Some('x'),
            Column::Done if is_yes(cell) => box_ = Some('x'),
            Column::Done if is_no(cell) => {}
            Column::Done | Column::Status => {
                statuses.extend((!is_nothing(cell)).then(|| cell.clone()));
            }
            Column::Other(name) if is_note(name) => {
                notes.extend((!is_nothing(cell)).then(|| cell.clone()));
            }
            _ => {}
        }
    }
    // What is in no column.
    let more = row.cells.iter().skip(columns.len());
    notes.extend(more.filter(|cell| !is_nothing(cell)).cloned());
    let people = without_brackets(&who(row, columns).unwrap_or_default());
    let when = all(&Column::When).join(" ");
    let mut text = title.to_owned();
    let numbers = all(&Column::Number).into_iter();
    let numbers = numbers.filter(|number| {
        !number
            .chars()
            .all(|letter| letter.is_ascii_digit() || letter == '.')
    });
    for link in numbers.chain(all(&Column::Link)) {
        text = format!("{text} {link}");
    }
    // With empty brackets, those of the title are not taken for people.
    if !people.is_empty() || !when.is_empty() || !statuses.is_empty() || text.ends_with(')') {
        text = format!("{text} ({people})");
    }
    if !when.is_empty() {
        text = format!("{text}, {when}");
    }
    if !statuses.is_empty() {
        text = format!("{text}: {}", statuses.join(", "));
    }
    let bullet = LineKind::Bullet {
        sign: '|',
        checkbox: box_,
        column: row.source.indent + 2,
        text,
    };
    (bullet, notes)
}

/// Reads a row of a table of people.
fn person(row: &Row<'_>, people: &PeopleTable) -> Line {
    let whole = row.source.text.clone();
    if row.cells.iter().all(String::is_empty) {
        return row.line(LineKind::Blank);
    }
    let person = people.person(&row.cells).unwrap_or_default();
    row.line(LineKind::Person {
        name: person.name,
        said: person.said,
        others: person.others,
        row: whole,
        is_sure: people.is_sure,
    })
}

fn is_check(cell: &str) -> bool {
    matches!(checkbox(cell), Some(('x', "")))
        || matches!(cell, ":white_check_mark:" | ":heavy_check_mark:")
        || is_done_sign(cell) && cell.trim_end_matches('\u{fe0f}').chars().count() == 1
}

/// Returns whether a cell begins with a sign that says that something is done.
fn is_done_sign(cell: &str) -> bool {
    cell.chars().next().and_then(sign) == Some(Mark::Done)
}

fn is_yes(cell: &str) -> bool {
    matches!(
        cell.to_lowercase().as_str(),
        "x" | "y" | "yes" | "done" | "j" | "ja"
    )
}

fn is_no(cell: &str) -> bool {
    const NO: [&str; 8] = [
        "n",
        "nein",
        "no",
        "noch nicht",
        "not yet",
        "offen",
        "open",
        "todo",
    ];
    // Where it says whether something is done, a cross says that it is not.
    let is_cross = cell.chars().next().and_then(sign) == Some(Mark::Dropped);
    let sign = cell.trim_end_matches('\u{fe0f}');
    NO.contains(&cell.to_lowercase().as_str())
        || matches!(checkbox(cell), Some((' ', "")))
        || is_cross && sign.chars().count() == 1
        || matches!(cell, ":x:" | ":negative_squared_cross_mark:")
}
