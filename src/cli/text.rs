//! The text of a command: as typed, from standard input, or from the editor.

use super::ui::Ui;
use crate::diagnostic::{Error, UsageError};
use crate::journal::Draft;
use crate::text::is_blank;

/// Whether a command has a text, and the words that were typed of it.
pub enum Text<'w> {
    /// It has none.
    None,
    /// It may have one.
    Optional(&'w [String]),
    /// It needs one.
    Needed(&'w [String]),
}

impl Text<'_> {
    /// Reads the text. What is written in the editor becomes one of the drafts.
    pub fn read(self, ui: &mut Ui, drafts: &mut Vec<Draft>) -> Result<Option<String>, Error> {
        let text = match self {
            Text::None | Text::Optional([]) => return Ok(None),
            Text::Needed([]) => {
                let editor = ui.editor().ok_or(UsageError::NoText)?;
                let draft = Draft::begin(b"", ".md")?;
                let edited = draft.edit(editor);
                drafts.push(draft);
                edited?
            }
            Text::Optional([dash]) | Text::Needed([dash]) if dash == "-" => ui.read_input()?,
            Text::Optional(words) | Text::Needed(words) => words.join(" "),
        };
        clean(&text).map(Some)
    }
}

/// The text without blank lines around it and with plain newlines.
fn clean(text: &str) -> Result<String, Error> {
    if text.contains('\0') {
        return Err(Error::ZeroByte);
    }
    let text = text
        .strip_prefix('\u{feff}')
        .unwrap_or(text)
        .replace("\r\n", "\n");
    let text = text.trim_end().trim_start_matches(['\n', '\r']);
    // Blanks at the start are only dropped where they are not the indentation of code.
    let text = if text.starts_with("    ") {
        text
    } else {
        text.trim_start()
    };
    if is_blank(text) {
        Err(UsageError::EmptyText.into())
    } else {
        Ok(text.to_owned())
    }
}
