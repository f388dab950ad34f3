//! `sprint edit`: what was recorded or written, in the editor.

mod board;
mod file;
mod log;
mod minutes;
mod told;

use clap::Args;

use super::context::Context;
use super::ui::Ui;
use crate::diagnostic::{Error, UsageError};
use crate::domain::{LookupError, near};
use crate::text::typed_weekday;

/// Open what was recorded or written in the editor
///
/// Alone, it opens the board as a document: lines are items, headings topics; `()` after a title means that nobody is
/// on the item. Behind a discussion or below it, `decided: TEXT` says what was decided, as `sprint decide` does. `told`
/// opens all texts that the post tells, each under its number or the id of its entry; ITEM, the title and text of one item, where the minutes
/// of an open discussion stay minutes. What you change
/// there is recorded, and one `undo` takes all of it back; what you leave out stays. What must not be guessed opens the
/// editor again, with a comment above the line. Words on the board that belong to no item are named, and your text is kept.
///
/// `post` opens `post.md`, made from the built-in one if there is none, and says what is wrong in it; `settings` opens
/// `sprint.toml`.
///
/// `log` opens the log of a day, today's if none is given. It is replaced when the editor is closed. An entry whose
/// line you delete is taken back by an `undo`; the line stays.
///
/// What others recorded meanwhile is kept. What cannot be read, or what others have changed too, changes nothing, and
/// your text is kept.
#[derive(Args, Debug)]
pub struct Edit {
    /// `board`, `told`, `post`, `settings`, `log`, `log DAY`, or an item [default: board]
    // The id of `--day` is another.
    #[arg(id = "WHAT", value_name = "WHAT")]
    what: Vec<String>,
}

impl Edit {
    /// Opens it, and keeps what was changed.
    pub fn run(self, context: &Context<'_>, ui: &mut Ui) -> Result<(), Error> {
        let words: Vec<&str> = self.what.iter().map(String::as_str).collect();
        let log = |ui: &mut Ui, day: Option<&str>| {
            let config = context.folder()?.config;
            let day = context.given_day(day, &config)?;
            log::edit_log(context, ui, day.unwrap_or(context.today()))
        };
        match words[..] {
            [] | ["board"] => board::edit_board(context, ui),
            ["log"] => log(ui, None),
            ["log", ref day @ ..] => log(ui, Some(&day.join(" "))),
            ["told"] => told::edit_told(context, ui, None),
            ["post"] => file::edit_post(context, ui),
            ["settings"] => file::edit_settings(context, ui),
            _ => {
                let what = words.join(" ");
                let is_number = what.trim_start_matches('#').parse::<u32>().is_ok();
                let is_date = what.split('-').count() == 3;
                let is_weekday = typed_weekday(&what).is_some();
                let config = context.folder()?.config;
                match context.given_day(Some(&what), &config) {
                    Ok(Some(day)) if !is_number => log::edit_log(context, ui, day),
                    Err(error) if is_date || is_weekday => Err(error),
                    _ => told::edit_told(context, ui, Some(&what)).map_err(with_near_word),
                }
            }
        }
    }
}

/// What `edit` opens besides items and days.
const OPENED: [&str; 5] = ["board", "told", "post", "settings", "log"];

/// Names what a word may have been meant as that means no item.
fn with_near_word(error: Error) -> Error {
    match &error {
        Error::Lookup(LookupError::NoSuchWord { word, near: items }) if items.is_empty() => {
            let near = near(word, OPENED.into_iter());
            let typed = word.clone();
            near.map_or(error, |near| UsageError::NotEdited { typed, near }.into())
        }
        _ => error,
    }
}
