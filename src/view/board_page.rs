//! The board as a page for the projector: one file that contains its style and no script.

use chrono::NaiveDate;
use html_escape::encode_text;

use super::board::{Board, NO_TASK, Row, Section, SectionKind};
use super::long_day;
use crate::diagnostic::counted;
use crate::domain::{ItemKind, Sprint};
use crate::text::visible;

/// Marks a page as a board, so that another may replace it.
const GENERATOR: &str = "<meta name=\"generator\" content=\"sprint board\">";

/// The number of rows above which letters are smaller and a wide page has columns.
const MANY: usize = 14;

/// What a page needs in addition to the board.
#[derive(Clone, Copy, Debug, Default)]
pub struct PageOptions {
    /// The seconds after which a browser reloads it; `None` for never.
    pub refresh: Option<u32>,
    /// The number of problems in the logs.
    pub problems: usize,
}

/// Writes the board of a day as a page.
pub fn board_page(sprint: &Sprint, title: &str, day: NaiveDate, options: PageOptions) -> String {
    let board = Board::new(sprint, title, day);
    let rows: usize = board
        .sections
        .iter()
        .map(|section| section.rows.len())
        .sum();
    let refresh = options
        .refresh
        .map(|seconds| format!("<meta http-equiv=\"refresh\" content=\"{seconds}\">\n"));
    let class = if rows > MANY { " class=\"many\"" } else { "" };
    format!(
        "<!DOCTYPE html>\n\
         <html lang=\"en\">\n\
         <head>\n\
         <meta charset=\"utf-8\">\n\
         {GENERATOR}\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         {}\
         <title>{title}</title>\n\
         <style>\n{}</style>\n\
         </head>\n\
         <body{class}>\n\
         <header>\n<h1>{title}</h1>\n<p class=\"day\">{}</p>\n</header>\n\
         {}\
         <main>\n{}</main>\n\
         </body>\n\
         </html>\n",
        refresh.unwrap_or_default(),
        include_str!("board.css"),
        text(&board.day),
        warning(options.problems),
        sections(&board),
        title = text(&board.title),
    )
}

/// Returns whether [`board_page`] made a file.
pub(crate) fn is_board_page(bytes: &[u8]) -> bool {
    let wanted = GENERATOR.as_bytes();
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

fn warning(problems: usize) -> String {
    match problems {
        0 => String::new(),
        count => format!(
            "<p class=\"warning\">{} in the logs: `sprint check` says where</p>\n",
            counted(count, "problem")
        ),
    }
}

fn sections(board: &Board) -> String {
    let none = if board.has_tasks() {
        String::new()
    } else {
        format!("<section>\n<p>{NO_TASK}</p>\n</section>\n")
    };
    let sections: String = board.sections.iter().map(section_html).collect();
    let idle = match board.idle.as_slice() {
        [] => String::new(),
        names => format!(
            "<section>\n<h2>Without a task</h2>\n<p class=\"idle\">{}</p>\n</section>\n",
            text(&names.join(", "))
        ),
    };
    none + &sections + &idle
}

fn section_html(section: &Section) -> String {
    let heading = match section.kind {
        SectionKind::Open(ItemKind::Task) => "Tasks".to_owned(),
        SectionKind::Open(ItemKind::Discussion) => "Discussions".to_owned(),
        SectionKind::Open(ItemKind::Talk) => "Talks".to_owned(),
        SectionKind::ClosedToday => "Closed today".to_owned(),
        SectionKind::LastDay(day) => format!("Closed or moved on, {}", long_day(day)),
    };
    let rows: String = section.rows.iter().map(row).collect();
    format!("<section>\n<h2>{heading}</h2>\n<ul>\n{rows}</ul>\n</section>\n")
}

fn row(row: &Row) -> String {
    let depth = match row.depth {
        0 => String::new(),
        depth => format!(" style=\"--depth: {depth}\""),
    };
    let parts: String = [
        ("text", &row.text),
        ("topic", &row.topic),
        ("people", &row.people),
        ("status", &row.status),
    ]
    .into_iter()
    .filter(|(_, text)| !text.is_empty())
    .map(|(class, content)| format!(" <span class=\"{class}\">{}</span>", text(content)))
    .collect();
    format!(
        "<li{depth}><span class=\"number\">{}</span><span class=\"item\">{}</span></li>\n",
        text(&row.label),
        parts.trim_start(),
    )
}

/// Escapes text from outside.
fn text(text: &str) -> String {
    encode_text(&visible(text)).into_owned()
}
