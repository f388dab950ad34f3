//! What stands above and below the items: title, day, time of the last change, counts, who is free and here; what was closed.
//!
//! Lengths are in hundredths of the height of the screen, as in [`fit`](super::fit).

use super::super::row::Row;
use super::super::{Board, problems};
use super::fit::{GAP, HEIGHT, LINE, WIDTH};
use super::html::{escaped, listed};
use super::letters::{BOLD, cut, parts_within, width};

/// The sizes of letters.
const TITLE: f64 = 3.4;
const FREE: f64 = 2.7;
const SMALL: f64 = 2.3;

/// The most lines of the names of those who are here, of those who are free, and of these as long as there are few items.
const HERE_LINES: usize = 2;
const FREE_LINES: usize = 3;
const FREE_LINES_OF_FEW: usize = 8;
const FEW: usize = 10;

/// The widest text of an item that was closed, in ems.
const CLOSED: f64 = 18.0;

/// The room between the items and what stands above and below.
const BETWEEN: f64 = 1.2;

/// What stands above and below the items.
pub(super) struct Frame {
    header: String,
    paragraphs: Vec<String>,
    /// The height of both.
    height: f64,
}

impl Frame {
    pub(super) fn new(board: &Board<'_>, problem_count: usize) -> Frame {
        let (header, height) = header(board);
        let paragraphs = paragraphs(board, problem_count);
        Frame {
            height: height + paragraphs.len() as f64 * SMALL * LINE + 2.0 * BETWEEN,
            header,
            paragraphs,
        }
    }

    /// Makes room to say that there is more than is shown.
    pub(super) fn make_room_for_more(&mut self) {
        self.height += SMALL * LINE;
    }

    /// Returns the height that is left for the items.
    pub(super) fn room(&self) -> f64 {
        HEIGHT - self.height
    }

    pub(super) fn header(&self) -> &str {
        &self.header
    }

    /// Writes what stands below the items: how many `more` there are than are shown, which of several pages this is, what was
    /// closed.
    pub(super) fn footer(&self, more: usize, page: Option<(usize, usize)>) -> String {
        let page = page.map_or(String::new(), |(place, count)| {
            format!(" · page {place} of {count}")
        });
        let more = (more > 0).then(|| format!("<p class=\"more\">+{more} more{page}</p>\n"));
        let paragraphs: String = more
            .iter()
            .chain(&self.paragraphs)
            .map(String::as_str)
            .collect();
        match paragraphs.is_empty() {
            true => String::new(),
            false => format!("<footer>\n{paragraphs}</footer>\n"),
        }
    }
}

/// Writes title, day, who is free and here, and on the right what is counted; returns its height, too.
fn header(board: &Board<'_>) -> (String, f64) {
    let facts = facts(board);
    let widths = facts.iter().map(|fact| width(fact) * SMALL);
    let left = WIDTH - widths.fold(0.0, f64::max) - GAP;
    let title = cut(&board.title, left * 0.6 / TITLE / BOLD);
    let day = cut(
        &board.day,
        (left - width(&title) * TITLE * BOLD) / FREE - 1.0,
    );
    let free_lines = match board.open().count() {
        ..FEW => FREE_LINES_OF_FEW,
        _ => FREE_LINES,
    };
    let people = [
        names(
            "free",
            "Free",
            &board.names(&board.free),
            left / FREE,
            free_lines,
        ),
        names(
            "here",
            "Here",
            &board.names(&board.here),
            left / SMALL,
            HERE_LINES,
        ),
    ];
    let [free, here] = &people;
    let height = free.1 as f64 * FREE * LINE + here.1 as f64 * SMALL * LINE;
    let facts_height = facts.len() as f64 * SMALL * LINE;
    let facts = facts
        .iter()
        .map(|fact| format!("<p>{}</p>\n", escaped(fact)));
    let header = format!(
        "<header>\n<div>\n<h1>{} <span>{}</span></h1>\n{}</div>\n<div class=\"facts\">\n{}</div>\n</header>\n",
        escaped(&title),
        escaped(&day),
        people.map(|(names, _)| names).concat(),
        facts.collect::<String>(),
    );
    (header, facts_height.max(TITLE * LINE + height))
}

/// Writes who is free or here on lines of so many ems; returns how many lines they take, too. Nothing if that is nobody.
fn names(class: &str, word: &str, names: &[String], line: f64, most: usize) -> (String, usize) {
    if names.is_empty() {
        return (String::new(), 0);
    }
    let lead = format!("{word} ({}):", names.len());
    let (listed, lines) = after(&lead, names, line, most);
    let style = format!("style=\"--lines: {lines}\"");
    (
        format!("<p class=\"{class}\" {style}>{listed}</p>\n"),
        lines,
    )
}

/// Writes as many of the parts of a list as fit behind what leads to it, and says how many more there are. At least one is
/// written. Returns how many lines they take, too.
fn after(lead: &str, parts: &[String], line: f64, most: usize) -> (String, usize) {
    let widths = std::iter::once(lead).chain(parts.iter().map(String::as_str));
    let widths: Vec<f64> = widths.map(|part| width(part) * BOLD).collect();
    let (shown, lines) = parts_within(&widths, line, most);
    let listed = listed(parts, shown.saturating_sub(1).max(1));
    (
        format!("<strong>{}</strong> {listed}", escaped(lead)),
        lines.min(most),
    )
}

/// Returns what is known of the board as a whole, in a few words each.
fn facts(board: &Board<'_>) -> Vec<String> {
    let free = board.open.iter().flat_map(|group| &group.rows);
    let free = free.filter(|row| row.is_free).count();
    let open = format!("{} open", board.open().count());
    let open = match free {
        0 => open,
        free => format!("{open}, {free} without people"),
    };
    let changed = board.changed.map(|at| {
        let form = if at.date_naive() == board.date {
            "%H:%M"
        } else {
            "%a %H:%M"
        };
        format!("last change {}", at.format(form))
    });
    changed.into_iter().chain([open]).collect()
}

/// Writes a line each of what was closed and moved, and whether something is wrong with the logs.
fn paragraphs(board: &Board<'_>, problem_count: usize) -> Vec<String> {
    let mut paragraphs = Vec::new();
    let mut push = |heading: &str, parts: &[String]| {
        if parts.is_empty() {
            return;
        }
        let lead = format!("{heading} ({}):", parts.len());
        let (listed, _) = after(&lead, parts, WIDTH / SMALL, 1);
        paragraphs.push(format!("<p class=\"closed\">{listed}</p>\n"));
    };
    push("Closed today", &closed(&board.closed_today));
    if let Some(last_day) = &board.last_day {
        push(
            &format!("Closed on {}", last_day.name),
            &closed(&last_day.closed),
        );
        push(
            &format!("Moved on {}", last_day.name),
            &last_day.moved_labels(),
        );
    }
    let problems = problems(problem_count);
    paragraphs.extend(problems.map(|problems| format!("<p class=\"warning\">{problems}</p>\n")));
    paragraphs
}

/// Names items that were closed; how, unless they are done.
fn closed(rows: &[Row<'_>]) -> Vec<String> {
    let name = |row: &Row<'_>| {
        let how = match row.item.is_finished() {
            true => String::new(),
            false => format!(" ({})", row.status),
        };
        format!("{} {}{how}", row.item.label, cut(&row.text, CLOSED))
    };
    rows.iter().map(name).collect()
}
