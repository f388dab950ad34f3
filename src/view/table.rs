//! Tables without lines: columns that are sized by what is in them and by the width of the terminal.

use comfy_table::{
    CellAlignment, ColumnConstraint, ContentArrangement, ContentLineStyle, Row, TableStyle, Width,
};

use super::cell::Cell;
use super::look::{FAINT, Long, Look};

/// What stands between columns.
const GAP: &str = "  ";

/// The width below which a text says nothing.
const HARDLY: usize = 8;

/// What comfy-table puts between columns, so that each can be painted. It is in no [`visible`](crate::text::visible) text.
const SEPARATOR: char = '\u{1f}';

/// A column of a table.
#[derive(Clone, Copy)]
pub(super) struct Column {
    heading: &'static str,
    /// The width below which it gets only if the terminal is too narrow for all columns; `None`: as wide as what is in it.
    least: Option<usize>,
    alignment: CellAlignment,
}

impl Column {
    /// Makes a column that is as wide as what is in it.
    pub(super) const fn whole(heading: &'static str) -> Self {
        Column {
            heading,
            least: None,
            alignment: CellAlignment::Left,
        }
    }

    /// Makes a column of numbers, on the right.
    pub(super) const fn numbers(heading: &'static str) -> Self {
        Column {
            alignment: CellAlignment::Right,
            ..Column::whole(heading)
        }
    }

    /// Makes a column that shares the width with others, each at least as wide as it can be read.
    pub(super) const fn shared(heading: &'static str, least: usize) -> Self {
        Column {
            least: Some(least),
            ..Column::whole(heading)
        }
    }
}

/// A table. Each row has as many cells as there are columns; an empty column is left out.
pub(super) struct Table {
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
}

impl Table {
    pub(super) fn new(columns: &[Column]) -> Self {
        Table {
            columns: columns.to_vec(),
            rows: Vec::new(),
        }
    }

    pub(super) fn push(&mut self, row: Vec<Cell>) {
        self.rows.push(row);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Writes the table with its headings. All texts are wrapped.
    pub(super) fn write(self, look: Look) -> String {
        self.with_headings(look).concat().join("\n")
    }

    /// Returns the lines of the headings and of each row. All texts are wrapped.
    pub(super) fn with_headings(mut self, look: Look) -> Vec<Vec<String>> {
        let headings = self.columns.iter().map(|column| Cell::text(column.heading));
        let headings = headings.map(|heading| heading.styled(FAINT)).collect();
        self.rows.insert(0, headings);
        self.lines(look, Long::Wrapped, 1)
    }

    /// Returns the lines of each row. The first ones may be `headings`, which keep no column.
    pub(super) fn lines(mut self, look: Look, long: Long, headings: usize) -> Vec<Vec<String>> {
        let is_used = |column: usize| {
            self.rows[headings..]
                .iter()
                .any(|row| !row[column].is_empty())
        };
        let used: Vec<bool> = (0..self.columns.len()).map(is_used).collect();
        retain(&mut self.columns, &used);
        self.rows.iter_mut().for_each(|row| retain(row, &used));
        let gaps = GAP.len() * self.columns.len().saturating_sub(1);
        let available = look.width.saturating_sub(gaps);
        let widths = self.widths(available, long);
        let mut table = comfy_table::Table::new();
        table
            .load_style(
                TableStyle::new().content_lines(ContentLineStyle::none().junction(SEPARATOR)),
            )
            .set_content_arrangement(ContentArrangement::Disabled);
        let mut heights = Vec::new();
        for row in &self.rows {
            let cells = row.iter().zip(&widths);
            let cells: Vec<Vec<String>> = cells
                .map(|(cell, width)| cell.lines(*width, long))
                .collect();
            let height = cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
            let mut laid = Row::from(cells.iter().map(|lines| lines.join("\n")));
            laid.max_height(height);
            table.add_row(laid);
            heights.push(height);
        }
        for (column, (width, Column { alignment, .. })) in
            widths.iter().zip(&self.columns).enumerate()
        {
            let Some(column) = table.column_mut(column) else {
                continue;
            };
            let width = u16::try_from(*width).unwrap_or(u16::MAX);
            column.set_padding((0, 0));
            column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
            column.set_cell_alignment(*alignment);
        }
        let mut lines = table.lines();
        let of_row = |(row, height): (&Vec<Cell>, usize)| {
            let lines = lines.by_ref().take(height);
            lines.map(|line| painted(&line, row, look)).collect()
        };
        self.rows.iter().zip(heights).map(of_row).collect()
    }

    /// Chooses the widths of the columns.
    fn widths(&self, available: usize, long: Long) -> Vec<usize> {
        let mut needs = self.needs(available);
        let widths = shared(&needs, available);
        if long == Long::Wrapped {
            return widths;
        }
        // A column of names needs no room for a part of a name.
        for (place, (need, width)) in needs.iter_mut().zip(widths).enumerate() {
            if need.has_names {
                let cells = self.rows.iter().map(|row| &row[place]);
                need.sizes = cells.map(|cell| cell.width_within(width)).collect();
                need.least = need.sizes.iter().copied().max().unwrap_or(0);
            }
        }
        shared(&needs, available)
    }

    /// Returns what each column needs.
    fn needs(&self, available: usize) -> Vec<Need> {
        let of_column = |(place, column): (usize, &Column)| {
            let cells = || self.rows.iter().map(|row| &row[place]);
            let sizes: Vec<usize> = cells().map(|cell| cell.width().min(available)).collect();
            let widest = sizes.iter().copied().max().unwrap_or(0);
            let has_names = cells().any(Cell::has_names);
            // Whoever looks for their own name finds nothing else: no name is broken if half of the width is enough for that,
            // and none is left out if a third is.
            let name = cells().map(Cell::least).max().unwrap_or(0);
            let all = if has_names { available / 3 } else { 0 };
            let names = name.min(available / 2).max(all);
            let least = column.least.map_or(widest, |least| least.max(names));
            Need {
                sizes,
                least: least.min(widest),
                has_names,
            }
        };
        self.columns.iter().enumerate().map(of_column).collect()
    }
}

/// Keeps the elements of a list that are used.
fn retain<Element>(list: &mut Vec<Element>, used: &[bool]) {
    let mut used = used.iter();
    list.retain(|_| used.next().is_some_and(|is_used| *is_used));
}

/// Puts the columns of a line next to each other, each in the style of its cell.
fn painted(line: &str, row: &[Cell], look: Look) -> String {
    let columns = line.split(SEPARATOR).zip(row);
    let columns: Vec<String> = columns
        .map(|(text, cell)| cell.painted(text, look))
        .collect();
    columns.join(GAP).trim_end().to_owned()
}

/// How wide a column should be.
struct Need {
    /// The widths of its cells.
    sizes: Vec<usize>,
    /// The width that it has at least, if there is room.
    least: usize,
    has_names: bool,
}

/// Shares the width of the terminal between columns. Each has its least width; what is left goes, column by column, to where
/// most is still cut off.
fn shared(needs: &[Need], available: usize) -> Vec<usize> {
    let mut widths: Vec<usize> = needs.iter().map(|need| need.least.max(1)).collect();
    let mut used: usize = widths.iter().sum();
    while used > available {
        // Names are the last that get less.
        let columns = widths.iter_mut().zip(needs);
        let columns = columns.filter(|(width, _)| **width > 1);
        let widest =
            columns.max_by_key(|(width, need)| (**width > HARDLY && !need.has_names, **width));
        let Some((widest, _)) = widest else { break };
        *widest -= 1;
        used -= 1;
    }
    let cut_off = |need: &Need, width: usize| -> usize {
        let cut = need.sizes.iter().map(|size| size.saturating_sub(width));
        cut.sum()
    };
    while used < available {
        let cut = needs.iter().zip(&widths);
        let cut = cut.map(|(need, width)| cut_off(need, *width));
        // Of equal ones, the first.
        let most = cut.enumerate().rev().max_by_key(|(_, cut)| *cut);
        let Some((column, _)) = most.filter(|(_, cut)| *cut > 0) else {
            break;
        };
        widths[column] += 1;
        used += 1;
    }
    widths
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_width::UnicodeWidthStr;

    use super::*;

    fn need(sizes: &[usize], least: usize) -> Need {
        Need {
            sizes: sizes.to_vec(),
            least,
            has_names: false,
        }
    }

    fn look(width: usize) -> Look {
        Look {
            width,
            color: false,
        }
    }

    #[test]
    fn columns_are_as_wide_as_what_is_in_them_if_that_fits() {
        let needs = [need(&[2], 2), need(&[30, 12], 20), need(&[5], 5)];
        assert_eq!(shared(&needs, 100), [2, 30, 5]);
        assert_eq!(shared(&needs, 37), [2, 30, 5]);
    }

    #[test]
    fn columns_that_do_not_fit_share_what_is_left_by_what_is_cut_off() {
        let long = [40; 10];
        // Equal needs get equal shares.
        assert_eq!(shared(&[need(&long, 10), need(&long, 10)], 50), [25, 25]);
        // One long text among many short ones takes little from the others.
        let mut short = vec![12; 9];
        short.push(90);
        assert_eq!(shared(&[need(&short, 10), need(&long, 10)], 60), [26, 34]);
        // No column gets less than it can be read in, as long as the terminal is wide enough for all.
        assert_eq!(shared(&[need(&[1000], 10), need(&[20], 12)], 40), [28, 12]);
        assert_eq!(shared(&[need(&[30], 20), need(&[20], 12)], 16), [8, 8]);
        assert_eq!(shared(&[need(&[30], 20), need(&[20], 12)], 0), [1, 1]);
    }

    /// Lays out a row of a number, a text, names and a text with an end.
    fn row(width: usize, long: Long) -> Vec<String> {
        let mut table = Table::new(&[
            Column::numbers(""),
            Column::shared("", 10),
            Column::shared("", 8),
            Column::shared("", 10),
        ]);
        let names = ["Armin", "Carl Friedrich", "Bea"].map(str::to_owned);
        table.push(vec![
            Cell::text("12"),
            Cell::text("fix the memoryview leak"),
            Cell::names(&names),
            Cell::with_end("found it, now the hard part", " (2 d)"),
        ]);
        table.lines(look(width), long, 0).concat()
    }

    #[test]
    fn what_is_too_long_is_cut_but_no_name_and_no_age() {
        assert_eq!(
            row(100, Long::Cut),
            [
                "12  fix the memoryview leak  Armin, Carl Friedrich, Bea  found it, now the hard part (2 d)"
            ]
        );
        assert_eq!(
            row(70, Long::Cut),
            ["12  fix the memoryview le…  Armin, +2  found it, now the hard p… (2 d)"]
        );
        assert_eq!(
            row(46, Long::Cut),
            ["12  fix the m…  Armin, +2  found it, no… (2 d)"]
        );
    }

    #[test]
    fn what_is_too_long_is_wrapped_in_its_column() {
        assert_eq!(
            row(60, Long::Wrapped),
            [
                "12  fix the       Armin,              found it, now the hard",
                "    memoryview    Carl Friedrich,     part (2 d)",
                "    leak          Bea",
            ]
        );
    }

    #[test]
    fn an_empty_column_is_left_out_and_numbers_stand_on_the_right() {
        let mut table = Table::new(&[
            Column::numbers("#"),
            Column::whole("role"),
            Column::shared("name", 5),
        ]);
        table.push(vec![Cell::text("1"), Cell::text(""), Cell::text("one")]);
        table.push(vec![Cell::text("12"), Cell::text(""), Cell::text("twelve")]);
        assert_eq!(table.write(look(80)), " #  name\n 1  one\n12  twelve");
    }

    #[test]
    fn only_what_is_in_colour_has_escapes() {
        let mut table = Table::new(&[Column::whole(""), Column::shared("", 5)]);
        let names = ["Armin (left)", "Anto"].map(str::to_owned);
        table.push(vec![
            Cell::text("1").styled(FAINT),
            Cell::names(&names).styled(super::super::look::PEOPLE),
        ]);
        let painted = Look {
            width: 80,
            color: true,
        };
        assert_eq!(
            table.lines(painted, Long::Cut, 0).concat(),
            [
                "\u{1b}[2m1\u{1b}[0m  \u{1b}[36mArmin\u{1b}[0m \u{1b}[33m(left)\u{1b}[0m\u{1b}[36m, Anto\u{1b}[0m"
            ]
        );
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_the_terminal_and_no_name_is_broken(
            rows in prop::collection::vec(
                (0..2000_u32, "\\PC{0,60}", prop::collection::vec("[A-Za-zŁé日]{1,6}( [A-Z]{1,3})?", 0..7), "\\PC{0,90}"),
                1..12,
            ),
            width in 60..220_usize,
            is_full in any::<bool>(),
        ) {
            let mut table = Table::new(&[
                Column::numbers(""),
                Column::shared("", 22),
                Column::shared("", 12),
                Column::shared("", 16),
            ]);
            for (number, text, names, status) in &rows {
                table.push(vec![
                    Cell::text(&number.to_string()),
                    Cell::text(text),
                    Cell::names(names),
                    Cell::with_end(status, " (3 d)"),
                ]);
            }
            let long = if is_full { Long::Wrapped } else { Long::Cut };
            let lines = table.lines(look(width), long, 0);
            prop_assert_eq!(lines.len(), rows.len());
            for (lines, (_, _, names, _)) in lines.iter().zip(&rows) {
                prop_assert!(is_full || lines.len() == 1);
                for line in lines {
                    prop_assert!(line.width() <= width, "{line:?}");
                }
                let text = lines.concat();
                if is_full {
                    for name in names {
                        prop_assert!(text.contains(name.as_str()), "{name:?} in {text:?}");
                    }
                } else if let Some(name) = names.first() {
                    prop_assert!(text.contains(name.as_str()), "{name:?} in {text:?}");
                }
            }
        }
    }
}
