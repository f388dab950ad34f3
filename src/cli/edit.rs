//! `sprint edit`: a day log in the editor.

use clap::Args;

use super::desk::Desk;
use super::time;
use crate::error::{Error, Remark, counted, explain};

/// Open a day log in the editor, and keep only what can be read
///
/// The log is replaced when the editor is closed. What others recorded meanwhile is kept. What cannot be read is not:
/// the log stays as it was, and your text is kept beside it.
#[derive(Args, Debug)]
pub struct Edit {
    /// The day [default: today]
    day: Option<String>,
}

impl Edit {
    /// Opens it, and says what became of its entries.
    pub fn run(self, desk: &mut Desk<'_, '_>) -> Result<(), Error> {
        let typed = self
            .day
            .map(|day| time::day(&day, desk.today(), "DAY"))
            .transpose()?;
        let day = typed.map_or_else(|| desk.day(), Ok)?;
        let folder = desk.folder()?;
        let by = desk.author(desk.globals(), &desk.open_silently()?.sprint)?;
        let log = folder.edited_log(day, &by)?;
        let editor = desk.editor().ok_or(Error::NoEditor)?;
        let draft = log.draft()?;
        let edited = match draft.edit(&editor) {
            Ok(edited) => edited,
            Err(error) => return desk.keep(draft, error),
        };
        let findings = log.errors_in(&edited);
        for finding in &findings {
            let (text, hint) = explain(finding);
            desk.complain("error", &format!("{}: {text}", finding.place), hint)?;
        }
        if !findings.is_empty() {
            return desk.keep(draft, Error::NotKept(findings.len()));
        }
        let pen = folder.take_pen(|| ())?;
        let change = match pen.replace(&log, &edited, &folder.receipts(desk.state())) {
            Ok(change) => change,
            Err(error) => return desk.keep(draft, error),
        };
        drop(pen);
        if change.kept > 0 {
            desk.remark(&Remark::Meanwhile(change.kept))?;
        }
        let words = [
            (change.added, "added"),
            (change.changed, "changed"),
            (change.removed, "removed"),
        ];
        let words = words.iter().filter(|(count, _)| *count > 0);
        let words: Vec<String> = words
            .map(|(count, what)| format!("{} {what}", counted(*count, "line")))
            .collect();
        let said = if words.is_empty() {
            "nothing changed".to_owned()
        } else {
            words.join(", ")
        };
        desk.say(&format!("{}: {said}", log.path().display()))?;
        desk.open().map(|_| ())
    }
}
