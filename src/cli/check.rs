//! `sprint check`: everything that is wrong with the logs.

use clap::Args;
use strum::{EnumString, VariantNames};

use super::context::Context;
use super::loaded::{LoadedSprint, sprint_row};
use super::options::{Json, one_of};
use super::ui::Ui;
use crate::diagnostic::{Diagnostic, DiagnosticKind, Error, Remark, Rule, Severity};
use crate::domain::LintKind;
use crate::journal::{Folder, Journal};
use crate::report::{Choices, Report, Template, diagnose, is_too_deep, misread};
use crate::view;

/// List everything that is wrong with the logs of a sprint, each with its place
///
/// An error may keep something out of the report, a warning says that something is wrong, a notice that something
/// may be a mistake or may be meant. The exit status is 1 if there is an error or a warning, with --strict also if there
/// is a notice. The word in brackets is the rule: --explain RULE says what it means and how to switch it off.
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
    /// Print what a rule means, an example, how to fix it and how to switch it off
    #[arg(long, value_name = "RULE", exclusive = true, hide_possible_values = true, value_parser = one_of::<Rule>())]
    explain: Option<Rule>,
    /// Put back what was recorded on this machine and is in no log any more
    #[arg(long)]
    restore: bool,
    /// Do not look for lost entries: for a git hook, where files do not have uncommitted changes
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
    Text,
    /// One object for programs, the same as with `--json`.
    Json,
    Github,
    Gitlab,
}

impl Check {
    /// Lists it, and fails if there is anything wrong.
    pub fn run(self, context: &Context<'_>, ui: &mut Ui) -> Result<(), Error> {
        if let Some(rule) = self.explain {
            return ui.confirm(&rule.explanation());
        }
        let journal = context.journal()?.ok_or(Error::NoJournal)?;
        let mut diagnostics = Vec::new();
        let folders = if self.all {
            diagnostics.extend(journal.strays()?);
            diagnostics.extend(journal.links()?);
            journal.sprints()?
        } else {
            vec![context.folder()?]
        };
        let mut rows = Vec::new();
        for folder in folders {
            rows.push(sprint_row(&folder, !self.all)?);
            let loaded = self.look(context, ui, folder)?;
            diagnostics.extend(diagnostics_of(&loaded)?);
            ui.leave(loaded);
        }
        diagnostics.sort_by(|one, other| one.location.cmp(&other.location));
        // What is next to the sprints is found with each of them.
        diagnostics.dedup();
        let format = if self.json.wanted {
            Format::Json
        } else {
            self.format
        };
        let mut sources = journal.sources();
        let text = match format {
            Format::Text => view::check(&diagnostics, |location, indent| {
                let quote = sources.quote(location)?;
                Some(view::snippet(&quote, indent, ui.width))
            }),
            Format::Json => view::json::check(&rows, self.all, &diagnostics),
            Format::Github => view::github(&in_repository(&journal, &diagnostics)),
            Format::Gitlab => view::gitlab(&in_repository(&journal, &diagnostics)),
        };
        ui.print(&text)?;
        let severities = diagnostics.iter().map(|found| found.describe().severity);
        let count = |wanted| severities.clone().filter(|it| *it == wanted).count();
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

    /// Reads a sprint; puts back or forgets what is gone from its logs, if that was asked for, else reports it.
    fn look(
        &self,
        context: &Context<'_>,
        ui: &mut Ui,
        folder: Folder,
    ) -> Result<LoadedSprint, Error> {
        if self.no_receipts {
            return LoadedSprint::read(folder);
        }
        let receipts = folder.receipts(context.state());
        // What is recorded meanwhile is not gone: the receipts are read before the logs.
        let kept = receipts.read();
        let mut loaded = LoadedSprint::read(folder.clone())?;
        let gone = loaded.gone(kept);
        if gone.is_empty() {
            return Ok(loaded);
        }
        if self.restore {
            let writer = folder.log_writer(|| ())?;
            writer.append(&folder.lines_of(gone.iter().map(|receipt| &receipt.entry)))?;
            drop(writer);
            ui.remark(&Remark::Restored(gone.len()))?;
            return LoadedSprint::read(folder);
        }
        if self.forget {
            let _writer = folder.log_writer(|| ())?;
            receipts.forget(&gone.iter().map(|receipt| receipt.entry.id).collect());
            ui.remark(&Remark::Forgotten(gone.len()))?;
            return Ok(loaded);
        }
        let damaged = loaded.damaged.clone();
        loaded
            .diagnostics
            .extend(gone.iter().map(|receipt| receipt.diagnostic(&damaged)));
        Ok(loaded)
    }
}

/// Returns everything that is wrong with a sprint or may be a mistake, unless it is switched off there.
fn diagnostics_of(loaded: &LoadedSprint) -> Result<Vec<Diagnostic>, Error> {
    let config = &loaded.folder.config;
    let lints = loaded.sprint.lints(config).into_iter();
    let lints = lints.filter_map(|lint| loaded.diagnostic(lint));
    let mut diagnostics = loaded.all_diagnostics();
    diagnostics.extend(misread_texts(loaded));
    diagnostics.extend(beyond_limits(loaded));
    diagnostics.extend(faults_of_post(loaded));
    diagnostics.extend(loaded.folder.lint(&loaded.sprint, &loaded.locations)?);
    diagnostics.extend(lints);
    let off = &config.check.off;
    diagnostics.retain(|found| !off.iter().any(|rule| rule == found.describe().rule.name()));
    Ok(diagnostics)
}

/// Reports the texts that are nested too deeply, and the settings that exceed a limit.
fn beyond_limits(loaded: &LoadedSprint) -> Vec<Diagnostic> {
    let config = &loaded.folder.config;
    let in_config = |kind| Diagnostic {
        location: loaded.folder.config_location(),
        kind,
    };
    let entries = loaded.sprint.effective().filter_map(|entry| {
        let mut texts = entry.action.fields().texts();
        let is_deep = texts.any(|(_, text)| is_too_deep(text));
        let location = loaded.locations.get(entry.id).filter(|_| is_deep)?;
        Some(Diagnostic {
            location,
            kind: DiagnosticKind::TooDeep,
        })
    });
    let excesses = config.excesses().into_iter().map(DiagnosticKind::TooMuch);
    let settings = excesses.map(in_config);
    entries.chain(settings).collect()
}

/// Lists what is wrong with `post.md`.
pub(super) fn faults_of_post(loaded: &LoadedSprint) -> Vec<Diagnostic> {
    let folder = &loaded.folder;
    let post = match folder.post() {
        Ok(Some(post)) => post,
        Ok(None) => return Vec::new(),
        Err(diagnostic) => return vec![diagnostic],
    };
    let found = Template::parse(&post.text).and_then(|template| {
        let (title, choices) = (folder.title(), Choices::default());
        Report::new(&loaded.sprint, title, &folder.config, &template, choices)?;
        Ok(template.slips(|link| folder.has_file(link)))
    });
    let found = found.unwrap_or_else(|errors| errors);
    diagnose(&post.file, &post.text, found)
}

/// Lists the texts in which something reads as markup that nobody may have meant.
fn misread_texts(loaded: &LoadedSprint) -> impl Iterator<Item = Diagnostic> {
    loaded.sprint.effective().filter_map(|entry| {
        let (word, markup) = entry.action.fields().markdown().find_map(misread)?;
        let kind = DiagnosticKind::Lint(LintKind::Misread { word, markup });
        let location = loaded.locations.get(entry.id)?;
        Some(Diagnostic { location, kind })
    })
}

/// Returns the same diagnostics, with the paths by which a service knows the files.
fn in_repository(journal: &Journal, diagnostics: &[Diagnostic]) -> Vec<Diagnostic> {
    let root = journal.root_in_repository();
    let mut diagnostics = diagnostics.to_vec();
    for Diagnostic { location, .. } in &mut diagnostics {
        if let Ok(inside) = location.file.strip_prefix(journal.root()) {
            location.file = root.join(inside).into();
        }
    }
    diagnostics
}
