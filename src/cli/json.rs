//! `--json`: what is shown, for programs.

use clap::Args;

use crate::diagnostic::Error;
use crate::journal::Folder;
use crate::view::SprintRow;

/// The option of every command that shows
#[derive(Args, Clone, Copy, Debug, Default)]
pub struct Json {
    /// Answer with JSON, for programs
    #[arg(id = "json", long = "json")]
    pub wanted: bool,
}

/// What is said of the sprint of a folder.
pub fn sprint_row(folder: &Folder, current: bool) -> Result<SprintRow, Error> {
    Ok(SprintRow {
        name: folder.name.clone(),
        title: folder.title().to_owned(),
        place: folder.config.place.clone().unwrap_or_default(),
        dates: folder.dates()?,
        current,
    })
}
