//! The template of a report, as it was asked for.

use std::path::{Path, PathBuf};

use super::ui::Ui;
use crate::diagnostic::Error;
use crate::domain::Sprint;
use crate::journal::{Folder, Sources, read_text};
use crate::report::{Choices, Report, Template, TemplateError, diagnose};

/// A template, and where it comes from.
pub struct LoadedTemplate {
    pub template: Template,
    pub is_built_in: bool,
    file: PathBuf,
    text: String,
}

impl LoadedTemplate {
    /// Reads the template of a sprint: its `post.md`, else the built-in one.
    ///
    /// # Errors
    ///
    /// [`Error::DamagedTemplate`] after what is wrong with it has been shown.
    pub fn of_sprint(ui: &mut Ui, folder: &Folder) -> Result<Self, Error> {
        match folder.post() {
            Ok(Some(post)) => LoadedTemplate::parse(ui, post.file, post.text),
            Ok(None) => Ok(LoadedTemplate::built_in()),
            Err(diagnostic) => {
                ui.show_diagnostics("error", &[diagnostic], folder.sources())?;
                Err(Error::DamagedTemplate(1))
            }
        }
    }

    /// Reads a template from a file.
    ///
    /// # Errors
    ///
    /// As [`LoadedTemplate::of_sprint`], and if there is no such file.
    pub fn of_file(ui: &mut Ui, file: &Path) -> Result<Self, Error> {
        let mut read = LoadedTemplate::parse(ui, file.to_owned(), read_text(file)?)?;
        read.template.file = Some(file.display().to_string());
        Ok(read)
    }

    /// Returns the built-in template with the front matter of the sprint's own.
    ///
    /// # Errors
    ///
    /// As [`LoadedTemplate::of_sprint`].
    pub fn of_part(ui: &mut Ui, folder: &Folder) -> Result<Self, Error> {
        let own = LoadedTemplate::of_sprint(ui, folder)?;
        let mut built_in = LoadedTemplate::built_in();
        built_in.template.front = own.template.front;
        Ok(built_in)
    }

    fn built_in() -> Self {
        LoadedTemplate {
            template: Template::built_in(),
            is_built_in: true,
            file: PathBuf::new(),
            text: String::new(),
        }
    }

    fn parse(ui: &mut Ui, file: PathBuf, text: String) -> Result<Self, Error> {
        match Template::parse(&text) {
            Ok(template) => Ok(LoadedTemplate {
                template,
                is_built_in: false,
                file,
                text,
            }),
            Err(errors) => Err(refused(ui, &file, &text, errors)?),
        }
    }

    /// Remarks on what the words of the template say in vain.
    pub fn remark(&self, ui: &mut Ui, folder: &Folder) -> Result<(), Error> {
        let slips = self.template.slips(|link| folder.has_file(link));
        let diagnostics = diagnose(&self.file, &self.text, slips);
        let sources = Sources::edited(&self.file, self.text.as_bytes());
        ui.show_diagnostics("remark", &diagnostics, sources)
    }

    /// Makes the report about a sprint, or about what was chosen of it.
    ///
    /// # Errors
    ///
    /// As [`LoadedTemplate::of_sprint`].
    pub fn report(
        &self,
        ui: &mut Ui,
        sprint: &Sprint,
        folder: &Folder,
        choices: Choices,
    ) -> Result<Report, Error> {
        let report = Report::new(
            sprint,
            folder.title(),
            &folder.config,
            &self.template,
            choices,
        );
        match report {
            Ok(report) => Ok(report),
            Err(errors) => Err(refused(ui, &self.file, &self.text, errors)?),
        }
    }
}

/// Shows what is wrong with a template.
fn refused(
    ui: &mut Ui,
    file: &Path,
    text: &str,
    errors: Vec<TemplateError>,
) -> Result<Error, Error> {
    let count = errors.len();
    let diagnostics = diagnose(file, text, errors);
    let sources = Sources::edited(file, text.as_bytes());
    ui.show_diagnostics("error", &diagnostics, sources)?;
    Ok(Error::DamagedTemplate(count))
}
