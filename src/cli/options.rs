//! Options that several commands take.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use strum::VariantNames;

use super::context::Context;
use super::ui::Ui;
use crate::diagnostic::Error;
use crate::journal::{WriteOutcome, write_output};

// What every command that shows or records takes. With a doc comment, clap would describe those commands by it.
#[derive(Args, Clone, Copy, Debug, Default)]
pub struct Json {
    /// Answer with JSON, for programs
    #[arg(id = "json", long = "json")]
    pub wanted: bool,
}

/// The options of a command whose answer can go to a file
#[derive(Args, Clone, Debug, Default)]
pub struct Output {
    /// Write to this file; `-` is standard output. A file with other content is not replaced
    #[arg(short = 'o', long = "output", value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace the file, whatever is in it
    #[arg(long, requires = "output")]
    pub force: bool,
}

impl Output {
    /// Returns the file or folder that was asked for; none for standard output.
    pub fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|file| *file != "-")
    }

    /// Writes an answer to where it was asked for. A file is replaced if `is_ours` knows what it holds, or by force.
    pub fn deliver(
        &self,
        context: &Context<'_>,
        ui: &mut Ui,
        text: &str,
        is_ours: impl Fn(&[u8]) -> bool,
    ) -> Result<(), Error> {
        let Some(file) = self.file() else {
            return ui.print(text);
        };
        if let Some(journal) = context.journal()? {
            journal.refuse_own(file)?;
        }
        let done = self.write(file, text, is_ours)?;
        confirm_written(ui, done, file)
    }

    pub fn write(
        &self,
        file: &Path,
        text: &str,
        is_ours: impl Fn(&[u8]) -> bool,
    ) -> Result<WriteOutcome, Error> {
        write_output(file, text.as_bytes(), |there| self.force || is_ours(there))
    }
}

pub fn confirm_written(ui: &mut Ui, done: WriteOutcome, file: &Path) -> Result<(), Error> {
    let done = match done {
        WriteOutcome::Written => "written",
        WriteOutcome::Unchanged => "already written",
    };
    ui.confirm(&format!("{done}: {}", file.display()))
}

/// Reads one of the words of a type.
pub fn one_of<Word>() -> impl TypedValueParser<Value = Word>
where
    Word: FromStr<Err = strum::ParseError> + VariantNames + Clone + Send + Sync + 'static,
{
    PossibleValuesParser::new(Word::VARIANTS).try_map(|word| word.parse())
}
