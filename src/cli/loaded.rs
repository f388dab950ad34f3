//! A sprint as it was read.

use std::path::Path;

use foldhash::HashSet;

use super::context::Context;
use super::ui::Ui;
use crate::diagnostic::{Diagnostic, DiagnosticKind, Error, First, TakenNick};
use crate::domain::{EntryId, Lint, Problem, Sprint, Violation};
use crate::journal::{Folder, Locations, Reading, Receipt};
use crate::view::{self, SprintRow};

/// A sprint, and what is wrong with its logs.
pub struct LoadedSprint {
    pub folder: Folder,
    pub sprint: Sprint,
    pub locations: Locations,
    /// What could not be read, or only in part.
    pub diagnostics: Vec<Diagnostic>,
    /// The ids of lines that could not be read.
    pub damaged: HashSet<EntryId>,
}

impl LoadedSprint {
    /// Reads the chosen sprint and warns about what is wrong with its logs.
    pub fn open(context: &Context<'_>, ui: &mut Ui) -> Result<Self, Error> {
        let loaded = LoadedSprint::read(context.folder()?)?;
        loaded.warn(ui)?;
        Ok(loaded)
    }

    /// Reads the chosen sprint, if nothing that was recorded in it may be missing.
    pub fn open_whole(context: &Context<'_>, ui: &mut Ui) -> Result<Self, Error> {
        let loaded = LoadedSprint::read(context.folder()?)?;
        let is_error = |diagnostic: &&Diagnostic| diagnostic.is_error();
        let errors = loaded.diagnostics.iter().filter(is_error).count();
        let found = loaded.all_diagnostics();
        for of_severity in found.chunk_by(|one, next| one.is_error() == next.is_error()) {
            let is_error = of_severity[0].is_error();
            let severity = if is_error { "error" } else { "warning" };
            ui.show_diagnostics(severity, of_severity, loaded.folder.sources())?;
        }
        match errors {
            0 => Ok(loaded),
            _ => Err(Error::DamagedLogs(errors)),
        }
    }

    /// Warns about what is wrong with the logs.
    pub fn warn(&self, ui: &mut Ui) -> Result<(), Error> {
        ui.warn(&self.all_diagnostics(), self.folder.sources())
    }

    /// Reads a sprint, whatever is wrong with its logs.
    pub fn read(folder: Folder) -> Result<Self, Error> {
        let reading = folder.read()?;
        Ok(LoadedSprint::of(folder, reading))
    }

    pub fn of(folder: Folder, reading: Reading) -> Self {
        LoadedSprint {
            folder,
            sprint: Sprint::from_entries(reading.entries),
            locations: reading.locations,
            diagnostics: reading.diagnostics,
            damaged: reading.damaged,
        }
    }

    /// Finds what was recorded on this machine and cannot be read in any log any more. A log that cannot be read at all has lost nothing
    /// yet.
    pub fn gone(&self, receipts: Vec<Receipt>) -> Vec<Receipt> {
        let is_read = |log: &Path| {
            let mut found = self.diagnostics.iter().map(|found| &found.location);
            !found.any(|location| location.position.is_none() && *location.file == *log)
        };
        let is_gone =
            |receipt: &Receipt| !self.locations.contains(receipt.entry.id) && is_read(&receipt.log);
        receipts.into_iter().filter(is_gone).collect()
    }

    /// Makes the error for a refusal of the entry that is to be recorded, or of one in the log. `before`: the sprint as it is, if the
    /// entry may bring back that one.
    pub fn refused(&self, problem: Problem, before: Option<&Sprint>) -> Error {
        let before = before.filter(|sprint| sprint.is_undone(problem.entry));
        let first = match before {
            Some(sprint) => sprint.lost_by(&problem.violation).map(First::BringBack),
            None if problem.violation.is_lack() => Some(First::TakeBack(problem.entry)),
            None => None,
        };
        match self.locations.get(problem.entry) {
            Some(location) => Error::Clash {
                violation: problem.violation,
                first,
                quote: self.folder.sources().quote(&location),
                location: Box::new(location),
            },
            None => Error::Refused(problem.violation),
        }
    }

    /// Returns what is wrong with the logs, in the order of files and lines.
    pub fn all_diagnostics(&self) -> Vec<Diagnostic> {
        let problems = self.sprint.problems().iter();
        // What is on a damaged line is there; that line is reported.
        let is_damaged = |violation: &Violation| matches!(violation, Violation::NoSuchEntry(id) if self.damaged.contains(id));
        let reported = problems
            .filter(|problem| problem.violation.is_lasting() && !is_damaged(&problem.violation));
        let folded = reported.filter_map(|problem| {
            Some(Diagnostic {
                location: self.locations.get(problem.entry)?,
                kind: self
                    .taken_nick(problem)
                    .unwrap_or_else(|| DiagnosticKind::Violation {
                        entry: problem.entry,
                        violation: Box::new(problem.violation.clone()),
                    }),
            })
        });
        let read = self.diagnostics.iter().cloned();
        let mut diagnostics: Vec<Diagnostic> = read.chain(folded).collect();
        diagnostics.sort_by(|one, other| one.location.cmp(&other.location));
        diagnostics
    }
}

impl LoadedSprint {
    /// Gives the place of what is odd.
    pub fn diagnostic(&self, lint: Lint) -> Option<Diagnostic> {
        Some(Diagnostic {
            location: self.locations.get(lint.entry)?,
            kind: DiagnosticKind::Lint(lint.kind),
        })
    }

    /// Returns what is wrong with the `join` of somebody whose nick somebody else has.
    fn taken_nick(&self, problem: &Problem) -> Option<DiagnosticKind> {
        let Violation::NickTaken { nick, holder } = &problem.violation else {
            return None;
        };
        let namesake = self.sprint.namesake(problem.entry)?;
        let named = namesake.named.iter();
        let described =
            named.map(|entry| view::short(&view::describe_with_item(&self.sprint, entry)));
        let ids = [problem.entry].into_iter();
        let ids = ids.chain(namesake.named.iter().map(|entry| entry.id));
        Some(DiagnosticKind::NickTaken(Box::new(TakenNick {
            entry: problem.entry,
            name: namesake.join.person.to_string(),
            nick: nick.clone(),
            holder: holder.clone(),
            by: namesake.by.to_owned(),
            named: described.collect(),
            places: ids.filter_map(|id| self.locations.get(id)).collect(),
            free_nick: namesake.free_nick,
        })))
    }
}

/// Describes the sprint of a folder.
pub fn sprint_row(folder: &Folder, current: bool) -> Result<SprintRow, Error> {
    Ok(SprintRow {
        name: folder.name.clone(),
        title: folder.title().to_owned(),
        place: folder.config.place.clone().unwrap_or_default(),
        dates: folder.dates()?,
        current,
    })
}
