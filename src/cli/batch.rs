//! `sprint batch`: several commands at once.

use std::path::Path;

use clap::Args;

use super::options::Json;
use super::ui::Ui;
use crate::diagnostic::Error;
use crate::journal::read_text;

/// Record several commands, one per line without the word `sprint`: all of them or none
///
/// Quotes of either kind are removed around the value of an option, an item, a name, or a whole text; all others are text.
/// In a value, a quote of its own kind is doubled.
/// Empty lines and lines that begin with "# " are ignored. `board`, `show`, `log`, `people`, `ready` and `list` show the
/// state after the lines before them; all is recorded before anything is shown. The exit status is 0 if all was recorded,
/// whatever `ready` finds. A line `exit` or `quit` ends the batch. With --json, the answer has those of the views, too. At a terminal, without a FILE or with `-`, a prompt opens, and each line
/// is recorded at once.
#[derive(Args)]
pub struct Batch {
    /// The file [default: standard input]
    file: Option<String>,
    #[command(flatten)]
    pub json: Json,
}

impl Batch {
    /// Returns the name of the file, for messages.
    pub fn name(&self) -> &str {
        self.file.as_deref().unwrap_or("-")
    }

    /// Reads the lines; none if they are to be typed at a prompt.
    pub fn text(&self, ui: &mut Ui) -> Result<Option<String>, Error> {
        match self.file.as_deref() {
            None | Some("-") if ui.prompts => Ok(None),
            None | Some("-") => ui.read_input().map(Some),
            Some(file) => read_text(Path::new(file)).map(Some),
        }
    }
}

/// Cuts a batch into lines, which end as on any system: in LF, CRLF or CR.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| line.split('\r'))
}

/// Returns whether a line of a batch is a command: not blank, and not a comment. `#12` is an item.
pub fn is_command(line: &str) -> bool {
    let mut words = line.split_whitespace();
    words
        .next()
        .is_some_and(|word| !word.chars().all(|letter| letter == '#'))
}
