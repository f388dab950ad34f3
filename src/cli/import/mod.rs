//! `sprint import`: any planning document is recorded.

mod remarks;

use std::path::Path;

use clap::Args;

use crate::cli::completion::Completion;
use crate::cli::context::Context;
use crate::cli::document::{Proposed, Source};
use crate::cli::loaded::LoadedSprint;
use crate::cli::options::Json;
use crate::cli::transaction::log_writer;
use crate::cli::ui::{SHOWN_DIAGNOSTICS, Typed, Ui};
use crate::diagnostic::{Error, Remark};
use crate::journal::read_text;
use crate::view;

/// Record what a planning document says, wherever it comes from: all of it as one batch
///
/// The document may be one that `board --for markdown` printed, or any other: a pad, a list of tasks, a table. What would be
/// recorded is shown as commands, as `batch` reads them. What is not understood is listed with its line, and never guessed.
/// Importing a document again records only what is new in it. Behind a discussion or below it, `decided: TEXT` says what was decided.
///
/// `sprint help planning` tells all forms.
#[derive(Args, Debug)]
pub struct Import {
    /// The document; `-` is standard input
    file: String,
    /// Show what would be recorded, and record nothing
    #[arg(long, conflicts_with = "yes")]
    dry_run: bool,
    /// Record without asking
    #[arg(short, long)]
    yes: bool,
    #[command(flatten)]
    json: Json,
}

impl Import {
    pub fn run(self, context: &Context<'_>, ui: &mut Ui) -> Result<(), Error> {
        let is_asked = !self.yes && !self.dry_run;
        if is_asked && self.json.wanted {
            return Err(Error::NotAskedInJson);
        }
        let text = match self.file.as_str() {
            "-" => ui.read_input()?,
            file => read_text(Path::new(file))?,
        };
        let source = Source::new(Path::new(&self.file), &text);
        let folder = context.folder()?;
        let mut agreed: Option<Vec<String>> = None;
        loop {
            if !self.yes {
                let mut loaded = LoadedSprint::open(context, ui)?;
                let proposed = Proposed::of(&source.text, None, context, &mut loaded)?;
                self.show(ui, &source, &proposed, &loaded)?;
                if self.dry_run || proposed.lines.is_empty() {
                    return Ok(());
                }
                if !ui.interactive {
                    return Err(Error::NotConfirmed);
                }
                if !is_agreed(ui, proposed.lines.len())? {
                    return ui.confirm("nothing was recorded");
                }
                agreed = Some(proposed.lines);
            }
            let context = &context.later();
            let mut writer = log_writer(ui, &folder)?;
            let mut loaded = LoadedSprint::of(folder.clone(), writer.read()?);
            let mut proposed = Proposed::of(&source.text, None, context, &mut loaded)?;
            if agreed
                .as_ref()
                .is_some_and(|agreed| *agreed != proposed.lines)
            {
                drop(writer);
                ui.remark(&Remark::OthersMeanwhile)?;
                continue;
            }
            proposed.outcome.append(context, &folder, &writer)?;
            drop(writer);
            if self.yes {
                loaded.warn(ui)?;
                self.show(ui, &source, &proposed, &loaded)?;
            }
            let remarks = proposed.outcome.take_remarks_of_document(&loaded.sprint);
            if !self.json.wanted && !proposed.lines.is_empty() {
                ui.confirm(&summary(&proposed.verbs))?;
            }
            return ui.remark_some(&remarks, SHOWN_DIAGNOSTICS, Remark::AndMore);
        }
    }

    /// Shows what would be recorded, or what is wrong with the document.
    fn show(
        &self,
        ui: &mut Ui,
        source: &Source,
        proposed: &Proposed,
        loaded: &LoadedSprint,
    ) -> Result<(), Error> {
        for (line, fault) in &proposed.faults {
            let location = source.location(*line);
            ui.show_error(&Error::Planning {
                quote: source.quote(&location),
                location: Box::new(location),
                fault: fault.clone(),
            })?;
        }
        if !proposed.faults.is_empty() {
            return Err(Error::DocumentNotRecorded(proposed.faults.len()));
        }
        if self.json.wanted {
            let entries = match self.dry_run {
                true => &[],
                false => &proposed.outcome.entries[..],
            };
            let (sprint, commands) = (&loaded.sprint, &proposed.lines);
            ui.print(&view::json::import(sprint, commands, entries))?;
        }
        for line in proposed.lines.iter().filter(|_| !self.json.wanted) {
            ui.confirm(line)?;
        }
        if proposed.inexact > 0 && !self.yes && !self.json.wanted {
            ui.remark(&Remark::Inexact(proposed.inexact))?;
        }
        self.remark(ui, source, proposed)
    }
}

/// Asks whether what was shown is to be recorded. All of it can be taken back, so that Enter means yes.
fn is_agreed(ui: &mut Ui, count: usize) -> Result<bool, Error> {
    ui.flush()?;
    let what = if count == 1 {
        "this".to_owned()
    } else {
        format!("these {count}")
    };
    let answer = ui.ask(&format!("record {what}? [Y/n] "), Completion::default())?;
    Ok(match answer {
        Typed::Line(answer) => ["", "y", "yes"].contains(&answer.trim().to_lowercase().as_str()),
        Typed::CtrlC | Typed::End => false,
    })
}

/// Says how many commands were recorded, of each kind.
fn summary(verbs: &[String]) -> String {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for verb in verbs {
        match counts.iter_mut().find(|(known, _)| known == verb) {
            Some((_, count)) => *count += 1,
            None => counts.push((verb, 1)),
        }
    }
    let counts = counts
        .iter()
        .map(|(verb, count)| format!("{count} {}", done(verb, *count)));
    let counts = counts.collect::<Vec<_>>().join(", ");
    format!(
        "recorded {}: {counts} (`sprint undo` takes all of it back)",
        verbs.len()
    )
}

/// Turns the name of a command into what it did, so many times: `plan` into `planned`.
fn done(verb: &str, count: usize) -> &str {
    match verb {
        "plan" => "planned",
        "discuss" => "to discuss",
        "join" => "joined",
        "leave" => "left",
        "reword" => "reworded",
        "move" => "moved",
        "assign" => "assigned",
        "unassign" => "unassigned",
        "decide" => "decided",
        "drop" => "dropped",
        "reopen" => "reopened",
        "result" if count > 1 => "results",
        "talk" if count > 1 => "talks",
        "undo" => "taken back",
        same => same,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_recorded_is_counted_in_plain_english() {
        let verbs = ["result", "talk", "undo", "progress", "done", "join"];
        let verbs = verbs.map(str::to_owned);
        assert_eq!(
            summary(&verbs),
            "recorded 6: 1 result, 1 talk, 1 taken back, 1 progress, 1 done, 1 joined (`sprint undo` takes all of it back)"
        );
        assert_eq!(
            summary(&[verbs.clone(), verbs].concat()),
            "recorded 12: 2 results, 2 talks, 2 taken back, 2 progress, 2 done, 2 joined (`sprint undo` takes all of it back)"
        );
    }
}
