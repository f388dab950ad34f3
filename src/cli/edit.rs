//! `sprint edit`: a day log in the editor.

use clap::Args;

use super::desk::{Desk, LoadedSprint};
use super::record::Step;
use super::time;
use super::undo::{UndoAlone, reversed_by};
use crate::diagnostic::{Error, Remark, counted};
use crate::domain::{Action, Entry};
use crate::journal::{EditedLog, Folder, Sources};

/// Open a day log in the editor, and keep only what can be read
///
/// The log is replaced when the editor is closed. An entry whose line you delete is taken back by an `undo`; the line
/// stays. What others recorded meanwhile is kept. If your text cannot be read, or an entry cannot be taken back, the log
/// stays as it was, and your text is kept.
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
        let log = desk.log_writer(&folder)?.edited_log(day, &by)?;
        let editor = desk.editor().ok_or(Error::NoEditor)?;
        let draft = log.draft()?;
        let edited = match draft.edit(&editor) {
            Ok(edited) => edited,
            Err(error) => return desk.keep(draft, error),
        };
        if edited.trim().is_empty() {
            return desk.remark(&Remark::EmptiedText);
        }
        match put_in(desk, &folder, &log, &edited) {
            Ok(()) => Ok(()),
            Err(error) => desk.keep(draft, error),
        }
    }
}

/// Puts an edited text in the place of a log and takes back the entries whose lines were deleted: both, or neither.
fn put_in(
    desk: &mut Desk<'_, '_>,
    folder: &Folder,
    log: &EditedLog,
    edited: &str,
) -> Result<(), Error> {
    let diagnostics = log.errors_in(edited);
    desk.show_diagnostics("error", &diagnostics, Sources::edited(log.path(), edited))?;
    if !diagnostics.is_empty() {
        return Err(Error::NotKept(diagnostics.len()));
    }
    let mut writer = desk.log_writer(folder)?;
    let replacement = writer.compare(log, edited)?;
    let locations = writer.read()?.locations;
    let mut loaded = LoadedSprint::of(folder.clone(), writer.read_replaced(&replacement)?);
    // A refusal names the lines of the log as it is.
    loaded.locations.extend(locations);
    let change = replacement.change();
    let deleted = loaded
        .sprint
        .without(&change.deleted.iter().cloned().collect());
    let steps: Vec<Step> = deleted
        .take_back
        .iter()
        .map(|id| Step {
            line: None,
            globals: desk.globals().clone(),
            command: Box::new(UndoAlone(*id)),
        })
        .collect();
    let is_undo = |entry: &&Entry| matches!(entry.action, Action::Undo(_));
    let mut undoes = loaded.sprint.entries().iter().filter(is_undo);
    let has_undo = undoes.any(|undo| deleted.take_back.contains(&undo.id));
    let mut recorded = desk.decide_all(&mut loaded, &steps)?;
    writer.replace(&replacement, &folder.receipts(desk.state()))?;
    desk.append(folder, &writer, &mut recorded)?;
    drop(writer);

    desk.warn(&loaded)?;
    if change.kept > 0 {
        desk.remark(&Remark::Meanwhile(change.kept))?;
    }
    for id in deleted.already {
        desk.remark(&Remark::TakenBackAlready(id.to_string()))?;
    }
    let words = [(change.added, "added"), (change.changed, "changed")];
    let words = words.iter().filter(|(count, _)| *count > 0);
    let mut words: Vec<String> = words
        .map(|(count, what)| format!("{} {what}", counted(*count, "line")))
        .collect();
    if words.is_empty() && steps.is_empty() {
        words.push(match change.is_other_text {
            true => "no entry changed, only what stands around them".to_owned(),
            false => "nothing changed".to_owned(),
        });
    }
    if !words.is_empty() {
        desk.say(&format!("{}: {}", log.path().display(), words.join(", ")))?;
    }
    let mut told = recorded.told;
    if let (Some(line), Some(last)) = (told.last_mut(), recorded.entries.last()) {
        let does = match recorded.entries.len() {
            1 => "reverses that",
            _ if has_undo => "reverses all of these",
            _ => "brings all of them back",
        };
        line.push_str(&reversed_by(last, does));
    }
    told.iter().try_for_each(|line| desk.say(line))?;
    desk.remark_once(recorded.remarks)
}
