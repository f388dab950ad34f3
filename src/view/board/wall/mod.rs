//! The board as a page for the wall: one file that contains its style and no script, and always fits the screen.

mod fit;
mod frame;
mod html;
mod letters;

use super::row::{Group, Row};
use super::{Board, NOBODY};
use fit::{Layout, Page, Piece, Shown, lay_out};
use frame::Frame;
use html::{escaped, listed};

/// Marks a page as a board, so that another may replace it.
const GENERATOR: &str = "<meta name=\"generator\" content=\"sprint board\">";

/// What a page needs in addition to the board.
#[derive(Clone, Copy, Debug, Default)]
pub struct PageOptions {
    /// The seconds after which a browser reloads it; `None` for never.
    pub refresh: Option<u32>,
    /// The number of problems in the logs.
    pub problems: usize,
    /// Which page is written of a board that needs several; after the last comes the first.
    pub turn: i64,
}

/// Writes the board of a day as a page.
pub fn board_page(board: &Board<'_>, options: PageOptions) -> String {
    let mut frame = Frame::new(board, options.problems);
    let mut layout = lay_out(&board.open, frame.room());
    if layout.pages.len() > 1 || layout.lacks_status {
        frame.make_room_for_more();
        layout = lay_out(&board.open, frame.room());
    }
    let place = options.turn.rem_euclid(layout.pages.len() as i64) as usize;
    let page = &layout.pages[place];
    let shown = page.iter().flatten().map(|piece| piece.shown.len());
    let more = board.open().count() - shown.sum::<usize>();
    let of_pages = options.refresh.map(|_| (place + 1, layout.pages.len()));
    let refresh = options
        .refresh
        .map(|seconds| format!("<meta http-equiv=\"refresh\" content=\"{seconds}\">\n"));
    format!(
        "<!DOCTYPE html>\n\
         <html lang=\"en\">\n\
         <head>\n\
         <meta charset=\"utf-8\">\n\
         {GENERATOR}\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         {}\
         <title>{}</title>\n\
         <style>\n{}{}</style>\n\
         </head>\n\
         <body>\n\
         {}\
         {}\
         {}\
         </body>\n\
         </html>\n",
        refresh.unwrap_or_default(),
        escaped(&board.title),
        lengths(&layout),
        include_str!("wall.css"),
        frame.header(),
        main(board, page),
        frame.footer(more, of_pages, layout.lacks_status),
    )
}

/// Returns whether [`board_page`] made a file.
pub(crate) fn is_board_page(bytes: &[u8]) -> bool {
    let wanted = GENERATOR.as_bytes();
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

/// Writes the lengths that the style and what was computed have in common. What is not in ems is in hundredths of the height.
fn lengths(layout: &Layout) -> String {
    let common = [
        ("margin", fit::MARGIN),
        ("gap", fit::GAP),
        ("line", fit::LINE),
        ("status-letter", fit::STATUS),
        ("heading", fit::HEADING),
        ("padding", fit::PADDING),
        ("beside", fit::BESIDE),
        ("between", frame::BETWEEN),
        ("title", frame::TITLE),
        ("large", frame::LARGE),
        ("small", frame::SMALL),
    ];
    let common = common.map(|(name, length)| format!("    --{name}: {length};\n"));
    format!(
        ":root {{\n{}    --letter: {:.1};\n    --columns: {};\n    --number: {:.2}em;\n    --people: {:.2}em;\n}}\n",
        common.concat(),
        layout.letter,
        layout.columns,
        layout.number,
        layout.people
    )
}

fn main(board: &Board<'_>, page: &Page) -> String {
    let columns = page.iter().map(|column| {
        let pieces = column.iter().map(|piece| section(&board.open, piece));
        format!("<div>\n{}</div>\n", pieces.collect::<String>())
    });
    format!("<main>\n{}</main>\n", columns.collect::<String>())
}

fn section(groups: &[Group<'_>], piece: &Piece) -> String {
    let group = &groups[piece.group];
    let heading = group.heading.text().unwrap_or_else(|| "Tasks".to_owned());
    let rows = group.rows[piece.first..].iter().zip(&piece.shown);
    let rows = rows.map(|(row, shown)| item(row, *shown, &row.marked_text(group.heading.kind())));
    format!(
        "<section>\n<h2>{}</h2>\n<ul>\n{}</ul>\n</section>\n",
        escaped(&heading),
        rows.collect::<String>()
    )
}

fn item(row: &Row<'_>, shown: Shown, text: &str) -> String {
    let mut style = Vec::new();
    if row.depth > 0 {
        style.push(format!("--depth: {}", row.depth.min(fit::DEEPEST_INDENT)));
    }
    if shown.text > 1 {
        style.push(format!("--text: {}", shown.text));
    }
    if shown.status > 1 {
        style.push(format!("--status: {}", shown.status));
    }
    let style = match style.is_empty() {
        true => String::new(),
        false => format!(" style=\"{}\"", style.join("; ")),
    };
    let status = match (shown.status, shown.cuts_status) {
        (0, _) => String::new(),
        (_, false) => format!(
            "<span class=\"status\"><span>{}{}</span></span>",
            escaped(&row.status),
            escaped(&row.age)
        ),
        // For how many days it has stood is never cut off.
        (_, true) => format!(
            "<span class=\"status\"><span>{}</span><span>{}</span></span>",
            escaped(&row.status),
            escaped(&row.age)
        ),
    };
    format!(
        "<li{style}><span class=\"number\">{}</span><span class=\"item\"><span class=\"text\">{}</span>{status}</span>{}</li>\n",
        escaped(&row.item.label.to_string()),
        escaped(text),
        people(row, shown.people),
    )
}

/// Names the first of the people on an item, and says how many more there are.
fn people(row: &Row<'_>, shown: usize) -> String {
    if row.is_free && row.people.is_empty() {
        return format!("<span class=\"people\"><strong>{NOBODY}</strong></span>");
    }
    let names = listed(&row.people, shown);
    match names.is_empty() {
        true => String::new(),
        false => format!("<span class=\"people\">{names}</span>"),
    }
}
