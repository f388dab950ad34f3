//! The board as a page for the projector: one file that contains its style and no script.

use html_escape::encode_text;

use super::row::Row;
use super::{Board, NO_TASK, problems};
use crate::domain::ItemKind;
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
pub fn board_page(board: &Board<'_>, options: PageOptions) -> String {
    let rows = board.rows().count();
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
        sections(board),
        title = text(&board.title),
    )
}

/// Returns whether [`board_page`] made a file.
pub(crate) fn is_board_page(bytes: &[u8]) -> bool {
    let wanted = GENERATOR.as_bytes();
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

fn warning(count: usize) -> String {
    let problems = problems(count);
    problems.map_or(String::new(), |problems| {
        format!("<p class=\"warning\">{problems}</p>\n")
    })
}

fn sections(board: &Board<'_>) -> String {
    let none = if board.has_tasks() {
        String::new()
    } else {
        format!("<section>\n<p>{NO_TASK}</p>\n</section>\n")
    };
    let open = board.open.iter().map(|group| {
        let heading = group.heading.text().unwrap_or_else(|| "Tasks".to_owned());
        section(&heading, &group.rows, group.heading.kind())
    });
    let open: String = open.collect();
    let closed = section("Closed today", &board.closed_today, ItemKind::Task);
    let last_day = board.last_day.as_ref().map(|last_day| {
        let heading = format!("Closed on {}", last_day.name);
        let closed = section(&heading, &last_day.closed, ItemKind::Task);
        let heading = format!("Moved on {}", last_day.name);
        closed + &list(&heading, &last_day.moved_labels())
    });
    let free = list("Without a task", &board.names(&board.free));
    none + &open + &closed + &last_day.unwrap_or_default() + &free
}

/// Writes a section of a few words; nothing if there are none.
fn list(heading: &str, words: &[String]) -> String {
    if words.is_empty() {
        return String::new();
    }
    let (heading, words) = (text(heading), text(&words.join(", ")));
    format!("<section>\n<h2>{heading}</h2>\n<p class=\"idle\">{words}</p>\n</section>\n")
}

fn section(heading: &str, rows: &[Row<'_>], kind: ItemKind) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let rows: String = rows.iter().map(|item| row(item, kind)).collect();
    let heading = text(heading);
    format!("<section>\n<h2>{heading}</h2>\n<ul>\n{rows}</ul>\n</section>\n")
}

/// Writes an item. A word says what it is, unless it is of the kind that is expected.
fn row(row: &Row<'_>, expected: ItemKind) -> String {
    let depth = match row.depth {
        0 => String::new(),
        depth => format!(" style=\"--depth: {depth}\""),
    };
    let parts: String = [
        ("text", row.marked_text(expected)),
        ("people", row.people.join(", ")),
        ("status", row.status.clone()),
    ]
    .into_iter()
    .filter(|(_, text)| !text.is_empty())
    .map(|(class, content)| format!(" <span class=\"{class}\">{}</span>", text(&content)))
    .collect();
    format!(
        "<li{depth}><span class=\"number\">{}</span><span class=\"item\">{}</span></li>\n",
        text(&row.item.label.to_string()),
        parts.trim_start(),
    )
}

/// Escapes text from outside.
fn text(text: &str) -> String {
    encode_text(&visible(text)).into_owned()
}
