//! `sprint edit`: a day log in the editor.

use std::collections::HashSet;

use clap::Args;

use super::desk::Desk;
use super::record::Step;
use super::time;
use super::undo::UndoAlone;
use crate::domain::{Action, Entry, EntryId};
use crate::error::{Error, Remark, counted, explain};

/// Open a day log in the editor, and keep only what can be read
///
/// The log is replaced when the editor is closed. An entry whose line you delete is taken back by an `undo`; the line
/// stays. What others recorded meanwhile is kept. What cannot be read is not: the log stays as it was, and your text is
/// kept.
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
        if edited.trim().is_empty() {
            return desk.remark(&Remark::EmptiedText);
        }
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
        let words = [(change.added, "added"), (change.changed, "changed")];
        let words = words.iter().filter(|(count, _)| *count > 0);
        let words: Vec<String> = words
            .map(|(count, what)| format!("{} {what}", counted(*count, "line")))
            .collect();
        let steps = take_back(desk, &change.deleted)?;
        match (words.is_empty(), steps.is_empty()) {
            (true, false) => {}
            (true, true) => desk.say(&format!("{}: nothing changed", log.path().display()))?,
            (false, _) => desk.say(&format!("{}: {}", log.path().display(), words.join(", ")))?,
        }
        match steps.is_empty() {
            true => desk.open().map(|_| ()),
            false => desk.record_all(steps),
        }
    }
}

/// An `undo` for every entry whose line was deleted, the last one first: they are recorded together. Afterwards the state
/// is what it would be without those lines.
fn take_back(desk: &mut Desk<'_, '_>, deleted: &[EntryId]) -> Result<Vec<Step>, Error> {
    let sprint = desk.open_silently()?.sprint;
    let effective: HashSet<&EntryId> = sprint.effective().map(|entry| &entry.id).collect();
    let gone: HashSet<&EntryId> = deleted.iter().collect();
    let mut entries: Vec<&Entry> = sprint
        .entries()
        .iter()
        .filter(|entry| gone.contains(&entry.id))
        .collect();
    entries.reverse();
    let mut steps = Vec::new();
    for entry in entries {
        match &entry.action {
            // What it took back is to be taken back: there it may stay.
            Action::Undo(undo) if gone.contains(&undo.entry) => {}
            _ if !effective.contains(&entry.id) => {
                desk.remark(&Remark::TakenBackAlready(entry.id.to_string()))?;
            }
            _ => steps.push(Step {
                line: None,
                globals: desk.globals().clone(),
                command: Box::new(UndoAlone(entry.id.clone())),
            }),
        }
    }
    Ok(steps)
}
