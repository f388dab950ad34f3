//! `sprint import`: any planning document is recorded.

use std::path::Path;

use clap::Args;

use super::context::Context;
use super::document::propose;
use super::loaded::LoadedSprint;
use super::options::Json;
use super::transaction::log_writer;
use super::ui::Ui;
use crate::diagnostic::Error;
use crate::domain::Sprint;
use crate::journal::{Folder, read_text};
use crate::planning::{Changes, Document, Opened, Shown, changes, read, write};

/// Record what a planning document says, wherever it was written: all of it, as one batch
///
/// It may be a document that `board --for markdown` has written, or a pad or file of any other form. What would be recorded
/// is shown as commands. What is not understood is listed with its line, and never guessed.
#[derive(Args, Debug)]
pub struct Import {
    /// The document; `-` is standard input
    file: String,
    /// Only show what would be recorded
    #[arg(long)]
    dry_run: bool,
    /// Record it without a question
    #[arg(short, long)]
    yes: bool,
    #[command(flatten)]
    json: Json,
}

impl Import {
    pub fn run(self, context: &Context<'_>, ui: &mut Ui) -> Result<(), Error> {
        let text = match self.file.as_str() {
            "-" => ui.read_input()?,
            file => read_text(Path::new(file))?,
        };
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let folder = context.folder()?;
        let mut writer = log_writer(ui, &folder)?;
        let mut loaded = LoadedSprint::of(folder.clone(), writer.read()?);
        let me = context.author(&loaded.sprint)?;
        let (_, changes) = compare(text, &loaded.sprint, &me, &folder, context)?;
        let mut proposed = propose(&changes.changes, context, &mut loaded);
        for line in &proposed.lines {
            ui.confirm(line)?;
        }
        if self.dry_run || proposed.lines.is_empty() {
            return Ok(());
        }
        proposed.outcome.append(context, &folder, &writer)?;
        drop(writer);
        ui.confirm(&format!("recorded {}", proposed.lines.len()))
    }
}

/// Reads a document and compares it with the state from which it was exported, if that is known.
fn compare(
    text: &str,
    sprint: &Sprint,
    me: &str,
    folder: &Folder,
    context: &Context<'_>,
) -> Result<(Document, Changes), Error> {
    let document = read(text, sprint, me);
    let stamp = document.stamp.as_ref();
    let base = stamp.and_then(|stamp| Some((stamp.state(&folder.name, sprint)?, stamp.day)));
    let Some((base, day)) = base else {
        let changes = changes(&document, None, sprint);
        return Ok((document, changes));
    };
    let document = read(text, &base, me);
    let day = day.unwrap_or(context.today());
    let opened = write(&folder.name, &folder.config, &base, Shown::All(day));
    let opened = read(&opened, &base, me);
    let opened = Opened {
        document: &opened,
        sprint: &base,
    };
    let changes = changes(&document, Some(opened), sprint);
    Ok((document, changes))
}
