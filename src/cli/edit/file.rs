//! `post.md` and `sprint.toml` in the editor.

use crate::cli::context::Context;
use crate::cli::loaded::LoadedSprint;
use crate::cli::template::LoadedTemplate;
use crate::cli::ui::Ui;
use crate::diagnostic::{Error, TakenUp};
use crate::journal::Sources;
use crate::report::{Choices, first_post};

/// Opens `post.md`, and keeps whatever is saved. If there is none, what is opened tells what the built-in one tells.
pub fn edit_post(context: &Context<'_>, ui: &mut Ui) -> Result<(), Error> {
    let folder = context.folder()?;
    let post = folder.edited_post()?;
    let sprint = LoadedSprint::read(folder.clone())?.sprint;
    let first = match post.is_new() {
        true => first_post(&sprint, folder.title(), &folder.config),
        false => String::new(),
    };
    let path = post.path.display().to_string();
    ui.edit(post.draft(&first)?, TakenUp::Insert, |ui, edited, _| {
        if post.is_new() && (edited == first || edited.trim().is_empty()) {
            return ui.confirm(&format!("nothing changed, so no {path} was made"));
        }
        if !post.replace(&folder, edited)? {
            return ui.confirm(&format!("{path}: nothing changed"));
        }
        let what = if post.is_new() { "made" } else { "changed" };
        ui.confirm(&format!("{path}: {what}"))
    })?;
    // What is wrong is shown with its place, as `check` does; the file is kept, to be corrected.
    let checked = LoadedTemplate::of_sprint(ui, &folder).and_then(|template| {
        template.report(ui, &sprint, &folder, Choices::default())?;
        template.remark(ui, &folder)
    });
    checked.map_err(|error| match error {
        Error::DamagedTemplate(count) => Error::DamagedPost(count),
        error => error,
    })
}

/// Opens `sprint.toml`, and keeps what is saved if it can be read.
pub fn edit_settings(context: &Context<'_>, ui: &mut Ui) -> Result<(), Error> {
    let folder = context.folder()?;
    let settings = folder.edited_settings()?;
    let path = settings.path.display().to_string();
    ui.edit(settings.draft("")?, TakenUp::Insert, |ui, edited, _| {
        let found = settings.settings_in(edited);
        let errors = found.iter().filter(|found| found.is_error()).count();
        let sources = Sources::edited(&settings.path, edited.as_bytes());
        if errors > 0 {
            ui.show_diagnostics("error", &found, sources)?;
            return Err(Error::SettingsNotKept(errors));
        }
        let is_changed = settings.replace(&folder, edited)?;
        ui.show_diagnostics("warning", &found, sources)?;
        let what = if is_changed {
            "changed"
        } else {
            "nothing changed"
        };
        ui.confirm(&format!("{path}: {what}"))
    })
}
