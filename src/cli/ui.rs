//! The streams: what a command writes, and what the user types meanwhile.

use std::io::{self, Read, Write};

use super::completion::Completion;
use crate::diagnostic::{Described, Description, Diagnostic, Error, Quote, Remark, TakenUp};
use crate::journal::{Draft, Sources};
use crate::text::{visible, visible_lines};
use crate::view::{self, Look};

/// The maximum number of bytes of standard input: a batch of a whole sprint has fewer.
const LARGEST_INPUT: u64 = 64 << 20;

/// How many diagnostics are shown by commands that were asked for something else.
pub const SHOWN_DIAGNOSTICS: usize = 5;

/// Asks for a line, after a prompt, and completes what is typed.
pub type Prompt = dyn FnMut(&str, Completion) -> io::Result<Typed>;

/// What was typed at a prompt.
pub enum Typed {
    /// A line, which Enter ended.
    Line(String),
    /// Ctrl-C, whatever was on the line.
    CtrlC,
    /// The end of the input, such as Ctrl-D.
    End,
}

/// The size of a terminal, which may change: its columns and lines.
pub type Screen = dyn Fn() -> (usize, usize);

/// The streams of a run, and what is known about the terminal.
pub struct Ui {
    /// Standard input.
    pub input: Box<dyn Read>,
    /// Standard output: what was asked for.
    pub output: Box<dyn Write>,
    /// Standard error: remarks, warnings and errors.
    pub errors: Box<dyn Write>,
    /// Asks for a line at the terminal.
    pub prompt: Box<Prompt>,
    /// Whether standard input and standard error are a terminal.
    pub interactive: bool,
    /// Whether there is a terminal at which lines can be asked for, though standard error may be a file.
    pub prompts: bool,
    /// The width of the output in columns.
    pub width: usize,
    /// Whether the output has colours.
    pub color: bool,
    /// Gives the columns and lines of the terminal that standard output is; `None` if it is none, or cannot move its cursor.
    pub screen: Option<Box<Screen>>,
    /// The command that opens an editor: `VISUAL`, else `EDITOR`.
    pub editor: Option<String>,
    /// Whether more commands follow in this process, as at the prompt.
    pub goes_on: bool,
}

impl Ui {
    /// Leaves what a command does not need any more to the end of the process, which frees everything at once, unless more
    /// commands follow.
    pub(crate) fn leave<T>(&self, value: T) {
        if !self.goes_on {
            std::mem::forget(value);
        }
    }

    /// Returns how texts for standard output are laid out.
    pub(crate) fn look(&self) -> Look {
        Look {
            width: self.width,
            color: self.color,
        }
    }

    pub(crate) fn print(&mut self, text: &str) -> Result<(), Error> {
        unless_closed(self.output.write_all(text.as_bytes()))
    }

    /// Shows lines in the place of those that the terminal shows. Each is written over the one before, so that nothing flickers.
    pub(crate) fn redraw(&mut self, lines: &[String]) -> Result<(), Error> {
        const HOME: &str = "\u{1b}[H";
        const TO_END_OF_LINE: &str = "\u{1b}[K";
        const TO_END_OF_SCREEN: &str = "\u{1b}[J";
        let lines = lines.iter().map(|line| format!("{line}{TO_END_OF_LINE}\n"));
        let lines: String = lines.collect();
        self.print(&format!("{HOME}{lines}{TO_END_OF_SCREEN}"))?;
        self.flush()
    }

    /// Says what was done, in a line or more.
    pub(crate) fn confirm(&mut self, text: &str) -> Result<(), Error> {
        self.print(&(visible_lines(text) + "\n"))
    }

    /// Clears the screen, if there is one, and what was above it, and goes to its first line.
    pub(crate) fn clear_screen(&mut self) -> Result<(), Error> {
        if self.screen.is_none() {
            return Ok(());
        }
        // ECMA-48: cursor to the first line, erase all; the last is xterm's for the lines above.
        self.print("\u{1b}[H\u{1b}[2J\u{1b}[3J")?;
        self.flush()
    }

    /// Leaves the line on which the terminal shows that Ctrl-C was pressed.
    pub(crate) fn end_line(&mut self) -> Result<(), Error> {
        self.print("\n")?;
        self.flush()
    }

    pub(crate) fn flush(&mut self) -> Result<(), Error> {
        unless_closed(self.output.flush())
    }

    pub(crate) fn remark(&mut self, remark: &Remark) -> Result<(), Error> {
        let Described { text, quote, hint } = remark.describe();
        unless_closed(write_message(
            &mut self.errors,
            "remark",
            &text,
            quote,
            hint,
            self.width,
        ))
    }

    /// Says why a command failed, and what to do about it.
    pub(crate) fn show_error(&mut self, error: &Error) -> Result<(), Error> {
        unless_closed(write_error(&mut self.errors, error, self.width))
    }

    /// Shows what is wrong in files, with the lines. A line or a hint that is the same several times in a row is shown once.
    pub(crate) fn show_diagnostics(
        &mut self,
        severity: &str,
        diagnostics: &[Diagnostic],
        mut sources: Sources,
    ) -> Result<(), Error> {
        let mut left = diagnostics.iter().peekable();
        let mut before = None;
        while let Some(diagnostic) = left.next() {
            let Description { message, hint, .. } = diagnostic.describe();
            let location = &diagnostic.location;
            let is_shown = before.replace(location) == Some(location);
            let quote = sources.quote(location).filter(|_| !is_shown);
            let is_repeated = left.peek().is_some_and(|next| next.describe().hint == hint);
            let text = format!("{location}: {message}");
            let hint = hint.filter(|_| !is_repeated);
            let (errors, quote, width) = (&mut self.errors, quote.as_deref(), self.width);
            unless_closed(write_message(errors, severity, &text, quote, hint, width))?;
        }
        Ok(())
    }

    /// Warns about the first few things that are wrong in files.
    pub(crate) fn warn(
        &mut self,
        diagnostics: &[Diagnostic],
        sources: Sources,
    ) -> Result<(), Error> {
        let shown = diagnostics.len().min(SHOWN_DIAGNOSTICS);
        self.show_diagnostics("warning", &diagnostics[..shown], sources)?;
        match diagnostics.len() - shown {
            0 => Ok(()),
            more => self.remark(&Remark::AndMore(more)),
        }
    }

    /// Shows the first few remarks, and how many more there are.
    pub(crate) fn remark_some(
        &mut self,
        remarks: &[Remark],
        most: usize,
        more: impl Fn(usize) -> Remark,
    ) -> Result<(), Error> {
        let shown = remarks.iter().take(most);
        shown
            .into_iter()
            .try_for_each(|remark| self.remark(remark))?;
        match remarks.len().saturating_sub(most) {
            0 => Ok(()),
            left => self.remark(&more(left)),
        }
    }

    /// Asks for a line.
    pub(crate) fn ask(&mut self, prompt: &str, completion: Completion) -> Result<Typed, Error> {
        (self.prompt)(prompt, completion).map_err(|cause| Error::Stream(Error::reason(&cause)))
    }

    /// Reads all of standard input.
    pub(crate) fn read_input(&mut self) -> Result<String, Error> {
        let mut bytes = Vec::new();
        // Something that never ends, such as a device, would take all memory.
        let mut input = (&mut self.input).take(LARGEST_INPUT + 1);
        let read = input.read_to_end(&mut bytes);
        read.map_err(|cause| Error::Stream(cause.to_string()))?;
        if bytes.len() as u64 > LARGEST_INPUT {
            return Err(Error::InputTooLarge);
        }
        String::from_utf8(bytes).map_err(|_| Error::InputNotUtf8)
    }

    /// Returns the command that opens an editor, if there is a terminal for it.
    pub(crate) fn editor(&self) -> Option<&str> {
        self.editor.as_deref().filter(|_| self.interactive)
    }

    /// Opens a draft in the editor, and does something with the text and the draft. If that fails, or holds the draft, it is kept.
    pub(crate) fn edit(
        &mut self,
        draft: Draft,
        again: TakenUp,
        with: impl FnOnce(&mut Ui, &str, &Draft) -> Result<(), Error>,
    ) -> Result<(), Error> {
        self.needed_editor()?;
        let edited = self.open_editor(&draft);
        let done = edited.and_then(|edited| with(self, &edited, &draft));
        if done.is_err() || draft.is_held() {
            self.keep(draft, again)?;
        }
        done
    }

    /// Opens a draft in the editor, waits for its end and gives what was saved.
    pub(crate) fn open_editor(&self, draft: &Draft) -> Result<String, Error> {
        draft.edit(self.needed_editor()?)
    }

    fn needed_editor(&self) -> Result<&str, Error> {
        self.editor().ok_or(match self.editor {
            Some(_) => Error::NoTerminal,
            None => Error::NoEditor,
        })
    }

    /// Leaves a draft where it is, if something was typed, with a remark that names the file.
    pub(crate) fn keep(&mut self, draft: Draft, again: TakenUp) -> Result<(), Error> {
        let kept = draft.keep().map(|path| Remark::Kept { path, again });
        kept.map_or(Ok(()), |remark| self.remark(&remark))
    }
}

/// Writes why a command failed, and what to do about it.
pub fn write_error(errors: &mut dyn Write, error: &Error, width: usize) -> io::Result<()> {
    let failure = error.describe();
    let quote = failure.quote.as_deref();
    write_message(
        errors,
        "error",
        &failure.message,
        quote,
        failure.hint,
        width,
    )
}

/// Writes a message, with the line that it is about.
fn write_message(
    errors: &mut dyn Write,
    severity: &str,
    text: &str,
    quote: Option<&Quote>,
    hint: Option<String>,
    width: usize,
) -> io::Result<()> {
    let snippet = quote.map_or(String::new(), |quote| view::snippet(quote, 2, width));
    let hint = hint.map_or(String::new(), |hint| format!("hint: {}\n", visible(&hint)));
    // One write, so that the messages of two programs at one terminal do not mix.
    errors.write_all(format!("{severity}: {}\n{snippet}{hint}", visible(text)).as_bytes())
}

/// Ignores that nobody reads a stream any more: whoever closed it has what they wanted.
pub fn unless_closed(written: io::Result<()>) -> Result<(), Error> {
    match written {
        Err(cause) if cause.kind() != io::ErrorKind::BrokenPipe => {
            Err(Error::Stream(Error::reason(&cause)))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}
