//! A day log in the editor.

use chrono::NaiveDate;

use crate::cli::context::Context;
use crate::cli::loaded::LoadedSprint;
use crate::cli::request::Request;
use crate::cli::transaction::{Outcome, log_writer};
use crate::cli::ui::Ui;
use crate::cli::undo::{Undo, effects};
use crate::diagnostic::{Error, Remark, TakenUp, counted};
use crate::domain::{Action, EntryId};
use crate::journal::{Change, EditedLog, Folder, Sources};

/// Opens a log, puts the text in its place, and confirms what became of its entries.
pub fn edit_log(context: &Context<'_>, ui: &mut Ui, day: NaiveDate) -> Result<(), Error> {
    let folder = context.folder()?;
    let by = context.author(&LoadedSprint::read(folder.clone())?.sprint)?;
    let log = log_writer(ui, &folder)?.edited_log(day, &by)?;
    ui.edit(log.draft()?, TakenUp::Insert, |ui, edited, _| {
        if edited.trim().is_empty() {
            return ui.remark(&Remark::EmptiedText);
        }
        put_in(context, ui, &folder, &log, edited)
    })
}

/// Puts an edited text in the place of a log and takes back the entries whose lines were deleted: both, or neither.
fn put_in(
    context: &Context<'_>,
    ui: &mut Ui,
    folder: &Folder,
    log: &EditedLog,
    edited: &str,
) -> Result<(), Error> {
    let diagnostics = log.errors_in(edited);
    let sources = Sources::edited(&log.path, edited.as_bytes());
    ui.show_diagnostics("error", &diagnostics, sources)?;
    if !diagnostics.is_empty() {
        return Err(Error::NotKept(diagnostics.len()));
    }
    let mut writer = log_writer(ui, folder)?;
    let replacement = writer.compare(log, edited)?;
    let locations = writer.read()?.locations;
    let mut loaded = LoadedSprint::of(folder.clone(), writer.read_replaced(&replacement)?);
    // A refusal names the lines of the log as it is, a warning after that those of the edited one.
    let edited_locations = loaded.locations.clone();
    loaded.locations.extend(&locations);
    let change = &replacement.change;
    let deleted = loaded
        .sprint
        .without(&change.deleted.iter().cloned().collect());
    let undo = |id: &EntryId| Request::new(context.clone(), Box::new(Undo::only(*id)));
    let undoes: Vec<Request<'_>> = deleted.take_back.iter().map(undo).collect();
    let brings_back = loaded.sprint.entries().iter().any(|entry| {
        matches!(entry.action, Action::Undo(_)) && deleted.take_back.contains(&entry.id)
    });
    let mut outcome = Outcome::of(&undoes, &mut loaded)?;
    outcome.settle_batch(false);
    writer.replace(&replacement, &folder.receipts(context.state()))?;
    outcome.append(context, folder, &writer)?;
    drop(writer);

    loaded.locations = edited_locations;
    loaded.warn(ui)?;
    if change.kept > 0 {
        ui.remark(&Remark::Meanwhile(change.kept))?;
    }
    for id in deleted.already {
        ui.remark(&Remark::TakenBackAlready(id.to_string()))?;
    }
    if let Some(words) = summary(change, undoes.is_empty()) {
        ui.confirm(&format!("{}: {words}", log.path.display()))?;
    }
    let does = match outcome.entries.len() {
        1 => "reverses that",
        _ if brings_back => "reverses all of these",
        _ => "brings all of them back",
    };
    outcome.confirmations = effects(&loaded.sprint, &outcome.entries, does);
    outcome.confirm(ui, &loaded.sprint)
}

/// Prints `1 line added, 2 lines changed`; nothing if entries were only deleted.
fn summary(change: &Change, nothing_deleted: bool) -> Option<String> {
    let counts = [(change.added, "added"), (change.changed, "changed")];
    let counts = counts.iter().filter(|(count, _)| *count > 0);
    let counts = counts.map(|(count, what)| format!("{} {what}", counted(*count, "line")));
    let counts: Vec<String> = counts.collect();
    if !counts.is_empty() {
        return Some(counts.join(", "));
    }
    let unchanged = match change.is_other_text {
        true if change.is_skipped => "no entry changed; what is not known there is skipped",
        true => "no entry changed, only the text around them",
        false => "nothing changed",
    };
    nothing_deleted.then(|| unchanged.to_owned())
}
