//! What stands above and below the items: title, day, time of the last change, counts, who is free and here; what was closed.
//!
//! Lengths are in hundredths of the height of the screen, as in [`fit`](super::fit).

use super::super::row::Row;
use super::super::{Board, NO_TASK, NOBODY, problems};
use super::fit::{GAP, HEIGHT, LINE, WIDTH};
use super::html::{escaped, listed};
use super::letters::{BOLD, PLAIN, cut, parts_within, width};
use crate::domain::Ending;

/// The sizes of letters: of the title, of the day and of those who are free, and of all others.
pub(super) const TITLE: f64 = 3.4;
pub(super) const LARGE: f64 = 2.7;
pub(super) const SMALL: f64 = 2.3;

/// The most lines of the names of those who are here, of those who are free, and of these as long as little is open.
const HERE_LINES: usize = 2;
const FREE_LINES: usize = 3;
const FREE_LINES_OF_LITTLE: usize = 8;
const LITTLE: usize = 10;

/// The width that the text of an item that was closed has at least, and what is around it, in ems.
const CLOSED: f64 = 18.0;
const CLOSED_AROUND: f64 = 10.0;

/// The room between the items and what stands above and below.
pub(super) const BETWEEN: f64 = 1.2;

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

    /// Writes what stands below the items: how many `more` there are than are shown, which of several pages this is, whether
    /// statuses are missing, what was closed.
    pub(super) fn footer(
        &self,
        more: usize,
        page: Option<(usize, usize)>,
        lacks_status: bool,
    ) -> String {
        let left_out = [
            (more > 0).then(|| format!("+{more} more")),
            page.filter(|(_, count)| *count > 1)
                .map(|(place, count)| format!("page {place} of {count}")),
            lacks_status.then(|| "there is no room for statuses".to_owned()),
        ];
        let left_out: Vec<String> = left_out.into_iter().flatten().collect();
        let left_out = match left_out.is_empty() {
            true => String::new(),
            false => format!("<p class=\"more\">{}</p>\n", left_out.join(" · ")),
        };
        let paragraphs = left_out + &self.paragraphs.concat();
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
    // The day has what the title leaves it, and a third at least.
    let day = (width(&board.day) + 1.0) * LARGE;
    let title = cut(&board.title, (left - day.min(left / 3.0)) / TITLE / BOLD);
    let day = cut(
        &board.day,
        (left - width(&title) * TITLE * BOLD) / LARGE - 1.0,
    );
    let free_lines = match board.open().count() {
        ..LITTLE => FREE_LINES_OF_LITTLE,
        _ => FREE_LINES,
    };
    let people = [
        names(
            "free",
            "Free",
            &board.names(&board.free),
            BOLD,
            left / LARGE,
            free_lines,
        ),
        names(
            "here",
            "Here",
            &board.names(&board.here),
            PLAIN,
            left / SMALL,
            HERE_LINES,
        ),
    ];
    let [free, here] = &people;
    let mut height = free.1 as f64 * LARGE * LINE + here.1 as f64 * SMALL * LINE;
    let none = match board.has_tasks() {
        true => String::new(),
        false => {
            height += SMALL * LINE;
            format!("<p>{NO_TASK}</p>\n")
        }
    };
    let facts_height = facts.len() as f64 * SMALL * LINE;
    let facts = facts
        .iter()
        .map(|fact| format!("<p>{}</p>\n", escaped(fact)));
    let header = format!(
        "<header>\n<div>\n<h1>{} <span>{}</span></h1>\n{}</div>\n<div class=\"facts\">\n{}</div>\n</header>\n",
        escaped(&title),
        escaped(&day),
        people.map(|(names, _)| names).concat() + &none,
        facts.collect::<String>(),
    );
    (header, facts_height.max(TITLE * LINE + height))
}

/// Writes who is free or here on lines of so many ems, in letters of a weight; returns how many lines they take, too. Nothing
/// if that is nobody.
fn names(
    class: &str,
    word: &str,
    names: &[String],
    weight: f64,
    line: f64,
    most: usize,
) -> (String, usize) {
    if names.is_empty() {
        return (String::new(), 0);
    }
    let lead = format!("{word} ({}):", names.len());
    let (listed, lines) = after(&lead, names, weight, line, most);
    let style = format!("style=\"--lines: {lines}\"");
    (
        format!("<p class=\"{class}\" {style}>{listed}</p>\n"),
        lines,
    )
}

/// Writes as many of the parts of a list as fit behind what leads to it, and says how many more there are. At least one is
/// written. Returns how many lines they take, too.
fn after(lead: &str, parts: &[String], weight: f64, line: f64, most: usize) -> (String, usize) {
    let widths = parts.iter().map(|part| width(part) * weight);
    let widths: Vec<f64> = std::iter::once(width(lead) * BOLD).chain(widths).collect();
    let (shown, lines) = parts_within(&widths, line, most);
    let listed = listed(parts, shown.saturating_sub(1).max(1));
    let listed = format!("<strong>{}</strong> {listed}", escaped(lead));
    (listed, lines.min(most))
}

/// Returns what is known of the board as a whole, in a few words each.
fn facts(board: &Board<'_>) -> Vec<String> {
    let free = board.open.iter().flat_map(|group| &group.rows);
    let free = free.filter(|row| row.is_free).count();
    let open = format!("{} open", board.open().count());
    let open = match free {
        0 => open,
        free => format!("{open}, {free} with {NOBODY}"),
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
        let (listed, _) = after(&lead, parts, PLAIN, WIDTH / SMALL, 1);
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
    // Few have more room each.
    let most = (WIDTH / SMALL / rows.len() as f64 - CLOSED_AROUND).max(CLOSED);
    let name = |row: &Row<'_>| {
        let how = match row.item.ending() {
            Some(Ending::Done) | None => String::new(),
            Some(_) => format!(" ({})", row.status),
        };
        format!("{} {}{how}", row.item.label, cut(&row.text, most))
    };
    rows.iter().map(name).collect()
}
