//! How large the letters of the page are, how many columns it has, and what stands on which page.
//!
//! A page is laid out for a screen of 16 to 9: other screens leave some of their room empty. Lengths are in hundredths of the
//! height of such a screen, or, within a column, in ems. Nothing here knows a browser: it is enough that a text takes the
//! lines that it is given, whatever its font.

use super::super::NOBODY;
use super::super::row::{Group, Row};
use super::letters::{BLANK, BOLD, COMMA, lines, parts_within, width};
use crate::domain::ItemKind;

/// The room between the edges of the screen and what is shown.
pub(super) const MARGIN: f64 = 1.6;
/// The width of what is shown.
pub(super) const WIDTH: f64 = 100.0 * 16.0 / 9.0 - 2.0 * MARGIN;
/// The height of what is shown.
pub(super) const HEIGHT: f64 = 100.0 - 2.0 * MARGIN;
/// The room between columns.
pub(super) const GAP: f64 = 3.0;

/// The height of a line, in ems.
pub(super) const LINE: f64 = 1.18;
/// The size of the letters of a status, in ems.
pub(super) const STATUS: f64 = 0.87;
/// The height of a heading with what is above and below it, in ems.
pub(super) const HEADING: f64 = 1.5;
/// What stands above and below the lines of an item together, in ems.
pub(super) const PADDING: f64 = 0.3;
/// How far a part is indented below what it is part of, in ems, and from which depth on no further.
pub(super) const INDENT: f64 = 1.0;
pub(super) const DEEPEST_INDENT: usize = 4;
/// What stands between a number, a text and names, in ems.
pub(super) const BESIDE: f64 = 0.6;

/// The largest letters: more would only spread few tasks over the screen.
const LARGEST: f64 = 4.9;
/// The smallest letters with up to [`FEW`] tasks: those of a status then still have 2% of the height.
const SMALLEST: f64 = 2.3;
/// The smallest letters with more.
const SMALLEST_OF_MANY: f64 = 1.9;
const FEW: usize = 40;
/// The number of items by which a shape is chosen: no page has more.
const ENOUGH: usize = 250;
/// The difference between two sizes that are tried.
const STEP: f64 = 0.2;
const MOST_COLUMNS: usize = 5;
/// How much of a column names may have, unless a single one needs more.
const NAMES: [f64; 3] = [0.25, 0.33, 0.42];
/// The width of a text that can be read, in ems.
const LEAST_TEXT: f64 = 7.0;

/// How much what is shown of an item counts.
const TEXT_COUNTS: f64 = 0.5;
const PEOPLE_COUNT: f64 = 0.2;
const STATUS_COUNTS: f64 = 0.3;

/// The most lines that a text and its status may have; last, without a status.
const MOST_LINES: [(usize, usize); 5] = [(3, 2), (2, 2), (2, 1), (1, 1), (1, 0)];

/// How the items of a board are laid out.
pub(super) struct Layout {
    /// The size of the letters, which is the em of the other lengths.
    pub(super) letter: f64,
    pub(super) columns: usize,
    /// The width of the column of numbers.
    pub(super) number: f64,
    /// The width of the column of names.
    pub(super) people: f64,
    /// At least one.
    pub(super) pages: Vec<Page>,
    /// Whether there is no room for the status of an item that has one.
    pub(super) lacks_status: bool,
}

pub(super) type Page = Vec<Column>;

pub(super) type Column = Vec<Piece>;

/// Items that stand below each other under the heading of their group.
pub(super) struct Piece {
    pub(super) group: usize,
    /// The place in the group of the first of them.
    pub(super) first: usize,
    /// How each of them is shown.
    pub(super) shown: Vec<Shown>,
}

/// How an item is shown.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    /// The lines of its text, and of its status.
    pub(super) text: usize,
    pub(super) status: usize,
    /// Whether a part of its status is cut off.
    pub(super) cuts_status: bool,
    /// How many of its people are named.
    pub(super) people: usize,
    /// Its height.
    height: f64,
    /// How much of it is shown, from 0 to 1.
    share: f64,
}

/// What is known of an item before it is laid out, in ems.
struct Measured {
    words: Vec<f64>,
    status: Vec<f64>,
    /// For how many days its status has stood, which is never cut off.
    age: f64,
    people: Vec<f64>,
    indent: f64,
}

impl Measured {
    /// Returns what stands behind its status, if anything does.
    fn age(&self) -> Option<f64> {
        (self.age > 0.0).then_some(self.age)
    }
}

/// Lays out open items below each other in columns of `height`: in letters as large as possible, as long as they do not cut
/// off more than they are worth. What has no room on one page is on the next.
pub(super) fn lay_out(groups: &[Group<'_>], height: f64) -> Layout {
    let measured: Vec<Vec<Measured>> = groups.iter().map(measured).collect();
    let rows = || groups.iter().flat_map(|group| &group.rows);
    let number = rows().map(|row| width(&row.item.label.to_string()) * BOLD);
    let number = widest(number) + BESIDE;
    let tasks = rows().filter(|row| row.item.kind == ItemKind::Task).count();
    let shape = best_shape(&first(&measured, ENOUGH), number, height, tasks <= FEW);
    let best = Attempt::new(shape, &first(&measured, usize::MAX), number);
    let columns = best.columns(best.balanced(height));
    Layout {
        letter: best.shape.letter,
        columns: best.shape.columns,
        number,
        people: best.people,
        pages: in_pages(columns, best.shape.columns),
        lacks_status: measured
            .iter()
            .flatten()
            .any(|item| !item.status.is_empty() && best.shape.most.1 == 0),
    }
}

/// Chooses the shape in which large letters, much of each item and many items on the first page are worth most. If all fit on
/// one page, they are there.
fn best_shape(measured: &[&[Measured]], number: f64, height: f64, has_few: bool) -> Shape {
    let (with_status, without) = MOST_LINES.split_at(MOST_LINES.len() - 1);
    let tries = [
        (SMALLEST, with_status, true),
        (SMALLEST, without, true),
        (SMALLEST_OF_MANY, with_status, true),
        (SMALLEST_OF_MANY, &MOST_LINES, false),
    ];
    let mut tries = tries.into_iter().skip(if has_few { 0 } else { 2 });
    let best = tries.find_map(|(smallest, most, must_fit)| {
        let attempts = candidates(smallest, most);
        let attempts = attempts.map(|shape| Attempt::new(shape, measured, number));
        let possible = attempts.filter(|attempt| {
            attempt.text >= LEAST_TEXT && (!must_fit || attempt.is_one_page(height))
        });
        let worth = possible.map(|attempt| (attempt.worth(height), attempt.shape));
        worth.max_by(|(one, _), (other, _)| one.total_cmp(other))
    });
    best.map_or(Shape::WIDEST, |(_, shape)| shape)
}

/// Returns the first items, at most so many.
fn first(measured: &[Vec<Measured>], most: usize) -> Vec<&[Measured]> {
    let mut left = most;
    let first = measured.iter().map(|group| {
        let kept = &group[..group.len().min(left)];
        left -= kept.len();
        kept
    });
    first.collect()
}

/// Returns at least one page.
fn in_pages(columns: Vec<Column>, most: usize) -> Vec<Page> {
    let mut columns = columns.into_iter();
    let mut pages = Vec::new();
    loop {
        let page: Page = columns.by_ref().take(most).collect();
        if page.is_empty() && !pages.is_empty() {
            return pages;
        }
        pages.push(page);
    }
}

/// Measures the items of a group.
fn measured(group: &Group<'_>) -> Vec<Measured> {
    let words = |text: &str, size: f64| -> Vec<f64> {
        let words = text.split_whitespace();
        words.map(|word| width(word) * size).collect()
    };
    let of_row = |row: &Row<'_>| Measured {
        words: words(&row.marked_text(group.heading.kind()), 1.0),
        status: words(&row.status, STATUS),
        age: width(&row.age) * STATUS,
        people: match row.is_free && row.people.is_empty() {
            true => vec![width(NOBODY) * BOLD + 2.0 * BLANK],
            false => row.people.iter().map(|name| width(name) * BOLD).collect(),
        },
        indent: row.depth.min(DEEPEST_INDENT) as f64 * INDENT,
    };
    group.rows.iter().map(of_row).collect()
}

/// How items may be laid out.
#[derive(Clone, Copy)]
struct Shape {
    columns: usize,
    letter: f64,
    /// The most lines of a text, and of its status.
    most: (usize, usize),
    /// How much of a column names may have.
    names: f64,
}

impl Shape {
    /// The shape with the most room for a text.
    const WIDEST: Shape = Shape {
        columns: 1,
        letter: SMALLEST,
        most: MOST_LINES[0],
        names: NAMES[0],
    };
}

/// Returns the shapes with letters from a size on, and with so many lines.
fn candidates(smallest: f64, most: &[(usize, usize)]) -> impl Iterator<Item = Shape> {
    let steps = ((LARGEST - smallest) / STEP).round() as u32;
    let letters = (0..=steps).map(move |step| smallest + f64::from(step) * STEP);
    letters.flat_map(move |letter| {
        let lines = most.iter().copied();
        lines.flat_map(move |most| {
            NAMES.into_iter().flat_map(move |names| {
                (1..=MOST_COLUMNS).map(move |columns| Shape {
                    columns,
                    letter,
                    most,
                    names,
                })
            })
        })
    })
}

/// Items laid out in a shape.
struct Attempt {
    shape: Shape,
    /// The width of the column of names, and of that of texts.
    people: f64,
    text: f64,
    shown: Vec<Vec<Shown>>,
}

impl Attempt {
    fn new(shape: Shape, measured: &[&[Measured]], number: f64) -> Attempt {
        let gaps = (shape.columns - 1) as f64 * GAP;
        let column = (WIDTH - gaps) / shape.columns as f64 / shape.letter;
        let people = people_width(measured, column, shape.names);
        let text = column - number - people;
        let shown =
            |item: &Measured| Shown::new(item, text - item.indent, people - BESIDE, shape.most);
        let shown = measured
            .iter()
            .map(|group| group.iter().map(shown).collect());
        Attempt {
            shape,
            people,
            text,
            shown: shown.collect(),
        }
    }

    /// Returns what it is worth to have such large letters, to see so much of each item, and so many on the first page.
    fn worth(&self, height: f64) -> f64 {
        let shares = self.shown.iter().flatten().map(|shown| shown.share);
        let (sum, count) = shares.fold((0.0, 0), |(sum, count), share| (sum + share, count + 1));
        if count == 0 {
            return self.shape.letter;
        }
        let columns = self.columns(height);
        let first = columns.iter().take(self.shape.columns).flatten();
        let first: usize = first.map(|piece| piece.shown.len()).sum();
        let share: f64 = sum / f64::from(count);
        self.shape.letter * share.powi(2) * first as f64 / f64::from(count)
    }

    /// Puts items below each other in columns of a height.
    fn columns(&self, height: f64) -> Vec<Column> {
        let room = height / self.shape.letter;
        let mut columns: Vec<Column> = Vec::new();
        let mut left = 0.0;
        for (group, items) in self.shown.iter().enumerate() {
            for (place, shown) in items.iter().enumerate() {
                let last = columns.last_mut().and_then(|column| column.last_mut());
                let last = last.filter(|piece| piece.group == group && shown.height <= left);
                if let Some(piece) = last {
                    piece.shown.push(*shown);
                    left -= shown.height;
                    continue;
                }
                let piece = Piece {
                    group,
                    first: place,
                    shown: vec![*shown],
                };
                let needed = HEADING + shown.height;
                match columns.last_mut() {
                    Some(column) if needed <= left => column.push(piece),
                    _ => {
                        columns.push(vec![piece]);
                        left = room;
                    }
                }
                left -= needed;
            }
        }
        columns
    }

    fn is_one_page(&self, height: f64) -> bool {
        self.columns(height).len() <= self.shape.columns
    }

    /// Returns the height from which on its columns are on one page: none of them is much longer than the others then.
    fn balanced(&self, height: f64) -> f64 {
        let (mut too_low, mut enough) = (0.0, height);
        for _ in 0..10 {
            let middle = (too_low + enough) / 2.0;
            match self.is_one_page(middle) {
                true => enough = middle,
                false => too_low = middle,
            }
        }
        enough
    }
}

/// Returns the width of the column of names: a share of the column, or what the longest name needs, and half at most.
fn people_width(measured: &[&[Measured]], column: f64, share: f64) -> f64 {
    let items = || {
        measured
            .iter()
            .flat_map(|group| group.iter())
            .filter(|item| !item.people.is_empty())
    };
    let all = items().map(|item| item.people.iter().map(|name| name + COMMA).sum());
    let one = items().flat_map(|item| item.people.iter().map(|name| name + COMMA));
    let (all, one) = (widest(all), widest(one));
    match items().next() {
        Some(_) => BESIDE + all.min(one.max(column * share)).min(column / 2.0),
        None => 0.0,
    }
}

/// Returns how much of some words is shown, from 0 to 1, if lines are so long together; `None` if there are no words.
fn share(words: &[f64], shown: f64) -> Option<f64> {
    let all: f64 = words.iter().map(|word| word + BLANK).sum();
    (all > 0.0).then(|| (shown / all).min(1.0))
}

fn widest(widths: impl Iterator<Item = f64>) -> f64 {
    widths.fold(0.0, f64::max)
}

impl Shown {
    /// Lays out an item in columns of these widths.
    fn new(item: &Measured, text: f64, people: f64, most: (usize, usize)) -> Shown {
        let needed = lines(&item.words, text).max(1);
        let whole_status: Vec<f64> = item.status.iter().copied().chain(item.age()).collect();
        let mut needed_status = lines(&whole_status, text);
        let cuts_status = needed_status > most.1;
        if cuts_status {
            needed_status = lines(&item.status, text - item.age).max(most.1);
        }
        let status = needed_status.min(most.1);
        let status_height = status as f64 * LINE * STATUS;
        let body = needed.min(most.0) as f64 * LINE + status_height;
        // Names may go on in the lines that are there anyway, or in as many as a text may have; and so may the text.
        let room = ((body / LINE) as usize).max(most.0);
        let (named, names) = parts_within(&item.people, people, room);
        let height = body.max(names as f64 * LINE);
        let shown = needed.min(((height - status_height) / LINE + 0.01) as usize);
        let named_share = named as f64 / item.people.len().max(1) as f64;
        let shares = [
            (TEXT_COUNTS, share(&item.words, shown as f64 * text)),
            (STATUS_COUNTS, share(&item.status, status as f64 * text)),
            (
                PEOPLE_COUNT,
                (!item.people.is_empty()).then_some(named_share),
            ),
        ];
        let shares = shares
            .iter()
            .filter_map(|(counts, share)| Some((counts, (*share)?)));
        let (seen, all) = shares.fold((0.0, 0.0), |(seen, all), (counts, share)| {
            (seen + counts * share, all + counts)
        });
        Shown {
            text: shown,
            status,
            cuts_status,
            people: named,
            height: height + PADDING,
            share: if all > 0.0 { seen / all } else { 1.0 },
        }
    }
}

#[cfg(test)]
mod tests;
