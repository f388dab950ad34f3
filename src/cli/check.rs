//! `sprint check`: everything that is wrong with the logs.

use std::path::Path;

use clap::Args;
use strum::{EnumString, VariantNames};

use super::desk::{Desk, LoadedSprint};
use super::json::{Json, sprint_row};
use super::one_of;
use crate::diagnostic::{Complaint, Error, Finding, Remark, Severity, What};
use crate::domain::Entry;
use crate::journal::{Folder, Journal, Receipt};
use crate::report::is_too_deep;
use crate::view;

/// List everything that is wrong with the logs of a sprint, each with its place
///
/// An error may keep something out of the report, a warning says that something is wrong, a notice that something
/// may be a mistake or may be meant. The exit status is 1 if there is an error or a warning, with --strict also if there
/// is a notice. The word in brackets is the rule: `off = ["RULE"]` under `[check]` in sprint.toml switches it off.
#[derive(Args, Debug)]
pub struct Check {
    /// All sprints, not only the one that commands are about
    #[arg(long, conflicts_with = "sprint")]
    all: bool,
    /// Also fail if there is a notice
    #[arg(long)]
    strict: bool,
    /// For people, for programs, as GitHub annotations, or as a GitLab code quality report
    #[arg(long, value_name = "FORMAT", default_value = "text", conflicts_with = "json", value_parser = one_of::<Format>())]
    format: Format,
    #[command(flatten)]
    json: Json,
    /// Put back what was recorded on this machine and is in no log any more
    #[arg(long)]
    restore: bool,
    /// Do not look for lost entries: for a git hook, which sets aside what is not committed
    #[arg(long, conflicts_with_all = ["restore", "forget"])]
    no_receipts: bool,
    /// Stop reporting what was recorded on this machine and is in no log any more
    #[arg(long, conflicts_with = "restore")]
    forget: bool,
}

/// How what is wrong can be listed.
#[derive(Clone, Copy, Debug, EnumString, VariantNames)]
#[strum(serialize_all = "lowercase")]
pub enum Format {
    /// Lines for people.
    Text,
    /// One object for programs, the same as with `--json`.
    Json,
    /// Workflow commands.
    Github,
    /// A code quality report.
    Gitlab,
}

impl Check {
    /// Lists it, and fails if there is anything wrong.
    pub fn run(self, desk: &mut Desk<'_, '_>) -> Result<(), Error> {
        let journal = desk.journal()?.ok_or(Error::NoJournal)?;
        let mut complaints = Vec::new();
        let folders = if self.all {
            complaints.extend(journal.strays()?.iter().map(Complaint::of));
            complaints.extend(journal.links()?.iter().map(Complaint::of));
            journal.sprints()?
        } else {
            vec![desk.folder()?]
        };
        let mut rows = Vec::new();
        for folder in folders {
            rows.push(sprint_row(&folder, !self.all)?);
            complaints.extend(complaints_of(&self.look(desk, folder)?)?);
        }
        complaints.sort_by(|one, other| one.place.cmp(&other.place));
        // What lies beside all sprints is found with each of them.
        complaints.dedup();
        let format = if self.json.wanted {
            Format::Json
        } else {
            self.format
        };
        let text = match format {
            Format::Text => view::check(&complaints),
            Format::Json => view::json::check(&rows, self.all, &complaints),
            Format::Github => view::github(&in_repository(&journal, &complaints)),
            Format::Gitlab => view::gitlab(&in_repository(&journal, &complaints)),
        };
        desk.print(&text)?;
        let levels = || complaints.iter().map(|complaint| complaint.level);
        let count = |wanted| levels().filter(|level| *level == wanted).count();
        let errors = count(Severity::Error);
        let warnings = count(Severity::Warning);
        let notices = count(Severity::Notice);
        if errors + warnings > 0 || self.strict && notices > 0 {
            return Err(Error::CheckFailed {
                errors,
                warnings,
                notices,
            });
        }
        Ok(())
    }

    /// The sprint and what is wrong with it, when what is gone from the logs was put back or let go of.
    fn look(&self, desk: &mut Desk<'_, '_>, folder: Folder) -> Result<LoadedSprint, Error> {
        if self.no_receipts {
            return LoadedSprint::read(folder);
        }
        let receipts = folder.receipts(desk.state());
        let kept = receipts.read();
        let mut loaded = LoadedSprint::read(folder.clone())?;
        let gone = loaded.gone(kept);
        if gone.is_empty() {
            return Ok(loaded);
        }
        if self.restore {
            let writer = folder.log_writer(|| ())?;
            let entries: Vec<Entry> = gone.into_iter().map(|receipt| receipt.entry).collect();
            writer.append(&entries)?;
            drop(writer);
            desk.remark(&Remark::Restored(entries.len()))?;
            return LoadedSprint::read(folder);
        }
        if self.forget {
            let _pen = folder.log_writer(|| ())?;
            receipts.forget(&gone.iter().map(|receipt| receipt.entry.id).collect());
            desk.remark(&Remark::Forgotten(gone.len()))?;
            return Ok(loaded);
        }
        loaded.findings.extend(gone.iter().map(Receipt::finding));
        Ok(loaded)
    }
}

/// All that is wrong with a sprint or odd about it, unless it is switched off there.
fn complaints_of(loaded: &LoadedSprint) -> Result<Vec<Complaint>, Error> {
    let looked = loaded.folder.look_closely(&loaded.sprint, &loaded.places)?;
    let config = &loaded.folder.config;
    let lints = loaded.sprint.lints(config);
    let advised = lints.iter().filter_map(|lints| {
        let place = loaded.places.get(&lints.entry)?;
        Some(Complaint::of_lint(lints, place.clone()))
    });
    let mut complaints = loaded.complaints();
    complaints.extend(beyond_limits(loaded).iter().map(Complaint::of));
    complaints.extend(looked.iter().map(Complaint::of));
    complaints.extend(advised);
    let is_off = |complaint: &Complaint| {
        let mut off = config.check.off.iter();
        off.any(|rule| rule == complaint.rule.name())
    };
    complaints.retain(|complaint| !is_off(complaint));
    Ok(complaints)
}

/// The texts that lie too deep, and the settings that are beyond a limit.
fn beyond_limits(loaded: &LoadedSprint) -> Vec<Finding> {
    let config = &loaded.folder.config;
    let in_config = |what| Finding {
        place: loaded.folder.settings_place(),
        what,
    };
    let entries = loaded.sprint.effective().filter_map(|entry| {
        let mut texts = entry.action.fields().texts();
        let is_deep = texts.any(|(_, text)| is_too_deep(text));
        let place = loaded.places.get(&entry.id).filter(|_| is_deep)?;
        Some(Finding {
            place: place.clone(),
            what: What::TooDeep,
        })
    });
    let texts = config.texts().into_iter().filter(|text| is_too_deep(text));
    let excesses = config.excesses().into_iter().map(What::TooMuch);
    let settings = texts.map(|_| What::TooDeep).chain(excesses).map(in_config);
    entries.chain(settings).collect()
}

/// The same complaints, with the paths that a service knows the files by.
fn in_repository(journal: &Journal, complaints: &[Complaint]) -> Vec<Complaint> {
    let root = journal.root_in_repository();
    let path = |file: &Path| match file.strip_prefix(journal.root()) {
        Ok(inside) => root.join(inside),
        Err(_) => file.to_owned(),
    };
    let mut complaints = complaints.to_vec();
    for complaint in &mut complaints {
        complaint.place.file = path(&complaint.place.file);
    }
    complaints
}
