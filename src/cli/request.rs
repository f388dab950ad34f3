//! A command as it was typed, before it is recorded, and the lines of a batch.

use lean_string::LeanString;

use super::context::Context;
use super::loaded::LoadedSprint;
use super::record::Record;
use super::ui::Ui;
use super::view::View;
use crate::diagnostic::{Error, Location, TypedOption, UsageError};
use crate::journal::Draft;

/// Reads a command and its options with the names that are known in a sprint.
pub type ReadAgain = dyn Fn(&LoadedSprint) -> Result<(Box<dyn Record>, Vec<TypedOption>), Error>;

/// A command that is to be recorded, and what it was called with.
pub struct Request<'e> {
    /// Where it stands in the batch; none if it is recorded alone.
    pub location: Option<Location>,
    pub context: Context<'e>,
    pub command: Box<dyn Record>,
    /// Reads the command again, if names of the sprint decide what its words mean.
    pub read_again: Option<Box<ReadAgain>>,
    /// Whether the text is what was typed, to the letter.
    pub literal: bool,
    /// The options as they were typed.
    pub options: Vec<TypedOption>,
    pub text: Option<LeanString>,
    /// Its text in an option, once it is read.
    pub option_text: Option<LeanString>,
}

impl<'e> Request<'e> {
    pub fn new(context: Context<'e>, command: Box<dyn Record>) -> Self {
        Request {
            location: None,
            context,
            command,
            read_again: None,
            literal: false,
            options: Vec::new(),
            text: None,
            option_text: None,
        }
    }

    /// Reads its texts, which stand on the line.
    pub fn with_typed_text(self) -> Result<Self, Error> {
        if !self.literal && self.command.text().is_from_elsewhere() {
            return Err(UsageError::NoText.into());
        }
        Ok(Request {
            text: self.command.text().typed()?,
            option_text: self.command.option_text().typed()?,
            ..self
        })
    }

    pub fn read_texts(&mut self, ui: &mut Ui, drafts: &mut Vec<Draft>) -> Result<(), Error> {
        let text = self.command.text();
        if self.literal {
            self.text = text.typed()?;
        } else {
            self.literal = text.is_from_elsewhere();
            self.text = text.read(ui, drafts)?;
        }
        self.option_text = self.command.option_text().read(ui, drafts)?;
        Ok(())
    }

    /// Reads the command again, if names of the sprint decide what its words mean.
    pub fn read_again(&self, loaded: &LoadedSprint) -> Result<Option<Request<'e>>, Error> {
        let Some(read_again) = &self.read_again else {
            return Ok(None);
        };
        let (command, options) = read_again(loaded)?;
        Ok(Some(Request {
            text: command.text().typed()?,
            option_text: command.option_text().typed()?,
            literal: self.literal,
            options,
            ..Request::new(self.context.clone(), command)
        }))
    }
}

/// A line of a batch, or a command that is recorded alone.
pub enum Step<'e> {
    Record(Request<'e>),
    Show(ViewLine<'e>),
}

/// A view in a batch, which shows the state after the lines before it.
pub struct ViewLine<'e> {
    pub location: Location,
    pub context: Context<'e>,
    pub view: Box<dyn View>,
}
