//! Where a command does its work: the chosen sprint, the author, the streams.

use std::collections::HashMap;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::Args;

use super::environment::Environment;
use super::time;
use crate::diagnostic::{
    Description, Diagnostic, DiagnosticKind, Error, Location, Remark, UsageError,
};
use crate::domain::{EntryId, Problem, Sprint};
use crate::journal::{Draft, Folder, Journal, Reading, Receipt, Sources, check_name};
use crate::text::{is_blank, visible, visible_lines};
use crate::view;

/// How many bytes are read from standard input: a batch of a whole sprint has less.
const LARGEST_INPUT: u64 = 64 << 20;

/// How many diagnostics are shown where they are not what was asked for.
const SHOWN_DIAGNOSTICS: usize = 5;

/// Options that every command takes
#[derive(Args, Clone, Debug, Default)]
pub struct Globals {
    /// Which sprint: its name [default: the one that is on today, else the latest] [env: SPRINT]
    #[arg(short = 's', long = "sprint", value_name = "NAME", global = true)]
    pub(super) sprint: Option<String>,
    /// The folder that holds `sprints/` [default: the nearest one upwards] [env: SPRINT_DIR]
    #[arg(short = 'C', value_name = "DIR", global = true)]
    pub(super) folder: Option<PathBuf>,
    /// Who types [default: your login name] [env: SPRINT_BY]
    #[arg(long, value_name = "WHO", global = true)]
    pub(super) by: Option<String>,
    /// When it happened: 14:30, "mon 14:30", 2017-02-27T14:30:00+01:00
    #[arg(long, value_name = "TIME", global = true)]
    pub(super) at: Option<String>,
    /// On which day: yesterday, mon, 2017-02-27
    #[arg(long, value_name = "DAY", global = true)]
    pub day: Option<String>,
    /// The words right behind an option that takes people, each with what the option was given.
    #[arg(skip)]
    pub(super) behind_people: Vec<(String, String)>,
}

impl Globals {
    /// These options, and where they say nothing those of `other`.
    pub fn or(self, other: &Globals) -> Globals {
        let Globals {
            sprint,
            folder,
            by,
            at,
            day,
            behind_people: _,
        } = other.clone();
        Globals {
            sprint: self.sprint.or(sprint),
            folder: self.folder.or(folder),
            by: self.by.or(by),
            at: self.at.or(at),
            day: self.day.or(day),
            behind_people: self.behind_people,
        }
    }

    /// Whether they say which sprint.
    pub fn choose(&self) -> bool {
        self.sprint.is_some() || self.folder.is_some()
    }
}

/// The place where commands do their work.
pub struct Desk<'d, 'w> {
    pub(super) environment: &'d mut Environment<'w>,
    pub(super) globals: Globals,
    pub(super) draft: Option<Draft>,
}

/// A sprint as it was read.
pub struct LoadedSprint {
    /// Its folder.
    pub folder: Folder,
    /// Its state.
    pub sprint: Sprint,
    /// Where its entries stand.
    pub(super) locations: HashMap<EntryId, Location>,
    /// What could not be read, or not wholly.
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl<'d, 'w> Desk<'d, 'w> {
    /// A desk in a world.
    pub fn new(environment: &'d mut Environment<'w>, globals: Globals) -> Self {
        Desk {
            environment,
            globals,
            draft: None,
        }
    }

    /// The day that it is, or that `--day` says.
    pub fn day(&self) -> Result<NaiveDate, Error> {
        let day = self
            .globals
            .day
            .as_deref()
            .map(|day| time::day(day, self.today(), "--day"));
        day.unwrap_or(Ok(self.today()))
    }

    /// Where this machine keeps what is not shared.
    pub(super) fn state(&self) -> Option<&Path> {
        self.environment.state.as_deref()
    }

    /// The day that it is.
    pub fn today(&self) -> NaiveDate {
        self.environment.now.date_naive()
    }

    /// Whether `--day` was given.
    pub fn day_is_given(&self) -> bool {
        self.globals.day.is_some()
    }

    /// The options that the command was called with.
    pub fn globals(&self) -> &Globals {
        &self.globals
    }

    /// Whether somebody types at a terminal.
    pub fn is_interactive(&self) -> bool {
        self.environment.interactive
    }

    /// Asks for a line; none when the input ends.
    pub fn ask(&mut self, prompt: &str) -> Result<Option<String>, Error> {
        let line = (self.environment.prompt)(prompt)
            .map_err(|cause| Error::Stream(Error::reason(&cause)))?;
        self.environment.now = (self.environment.clock)();
        Ok(line)
    }

    /// Lets a second pass.
    pub fn wait(&mut self) {
        (self.environment.wait)();
        self.environment.now = (self.environment.clock)();
    }

    /// The editor, if there is a terminal to open it at.
    pub fn editor(&self) -> Option<String> {
        self.environment
            .variables
            .editor
            .clone()
            .filter(|_| self.environment.interactive)
    }

    /// Fails, but not without leaving a draft where it is and saying where.
    pub fn keep(&mut self, draft: Draft, error: Error) -> Result<(), Error> {
        draft
            .keep()
            .map(Remark::Kept)
            .iter()
            .try_for_each(|remark| self.remark(remark))?;
        Err(error)
    }

    /// Does something in the world that the desk stands in.
    pub fn with_environment<Answer>(
        &mut self,
        act: impl FnOnce(&mut Environment<'w>) -> Answer,
    ) -> Answer {
        act(self.environment)
    }

    /// All of standard input.
    pub fn input(&mut self) -> Result<String, Error> {
        let mut bytes = Vec::new();
        // Something that never ends, such as a device, would take all memory.
        let mut input = (&mut self.environment.input).take(LARGEST_INPUT + 1);
        let read = input.read_to_end(&mut bytes);
        read.map_err(|cause| Error::Stream(cause.to_string()))?;
        if bytes.len() as u64 > LARGEST_INPUT {
            return Err(Error::InputTooLarge);
        }
        String::from_utf8(bytes).map_err(|_| Error::InputNotUtf8)
    }

    /// How many columns there are to write on.
    pub fn width(&self) -> usize {
        self.environment.width
    }

    /// The journal; none if there is no `sprints/` upwards.
    pub fn journal(&self) -> Result<Option<Journal>, Error> {
        Journal::find(self.given_folder(), &self.environment.folder)
    }

    /// The journal, begun if there is none.
    pub fn journal_or_new(&self) -> Result<Journal, Error> {
        Journal::find_or_begin(self.given_folder(), &self.environment.folder)
    }

    fn given_folder(&self) -> Option<&Path> {
        let variable = self
            .environment
            .variables
            .sprint_dir
            .as_deref()
            .map(Path::new);
        self.globals.folder.as_deref().or(variable)
    }

    /// The place of the chosen sprint among those there are: the one asked for, else the one whose dates hold today, else
    /// the latest that has begun, else the next.
    pub fn choose(&self, folders: &[Folder]) -> Result<Option<usize>, Error> {
        let asked = self
            .globals
            .sprint
            .as_ref()
            .or(self.environment.variables.sprint.as_ref());
        if let Some(name) = asked {
            let found = folders
                .iter()
                .position(|folder| folder.name == name.to_lowercase());
            let known = folders.iter().map(|folder| folder.name.clone()).collect();
            return found.map(Some).ok_or(Error::NoSuchSprint {
                name: name.clone(),
                known,
            });
        }
        let today = self.today();
        let mut ranked = Vec::new();
        for (place, folder) in folders.iter().enumerate() {
            // Whatever has no dates is older than all that has.
            let (from, to) = folder.dates()?.unwrap_or((NaiveDate::MIN, NaiveDate::MIN));
            let has_begun = from <= today;
            let nearness = if has_begun {
                (from - today).num_days()
            } else {
                (today - from).num_days()
            };
            ranked.push((has_begun && today <= to, has_begun, nearness, place));
        }
        Ok(ranked.into_iter().max().map(|(_, _, _, place)| place))
    }

    /// The chosen sprint's folder.
    pub fn folder(&self) -> Result<Folder, Error> {
        let journal = self.journal()?.ok_or(Error::NoJournal)?;
        let mut folders = journal.sprints()?;
        let chosen = self.choose_in(&journal, &folders)?;
        let mut folder = folders.swap_remove(chosen);
        if !self.sprint_is_given() {
            // One of them may have been meant.
            folder.diagnostics.extend(journal.links()?);
        }
        Ok(folder)
    }

    /// The place of the chosen sprint among those of a journal.
    ///
    /// # Errors
    ///
    /// [`StorageError::InTheWay`] if something else has the name that was asked for; [`Error::NoSuchSprint`],
    /// [`Error::NoSprint`].
    pub fn choose_in(&self, journal: &Journal, folders: &[Folder]) -> Result<usize, Error> {
        match self.choose(folders) {
            Err(Error::NoSuchSprint { name, known }) => {
                if check_name(&name).is_ok() {
                    journal.require_free(&name)?;
                }
                Err(Error::NoSuchSprint { name, known })
            }
            Ok(None) => {
                if let Some(link) = journal.links()?.first() {
                    let name = link.location.file.file_name().unwrap_or_default();
                    journal.require_free(&name.to_string_lossy())?;
                }
                Err(Error::NoSprint(journal.root().to_owned()))
            }
            Ok(Some(chosen)) => Ok(chosen),
            Err(error) => Err(error),
        }
    }

    fn sprint_is_given(&self) -> bool {
        self.globals.sprint.is_some() || self.environment.variables.sprint.is_some()
    }

    /// The chosen sprint as it stands, and warnings about what is wrong with its logs.
    pub fn open(&mut self) -> Result<LoadedSprint, Error> {
        let loaded = LoadedSprint::read(self.folder()?)?;
        self.warn(&loaded)?;
        Ok(loaded)
    }

    /// The chosen sprint, whatever is wrong with its logs, without a word about that.
    pub fn open_silently(&self) -> Result<LoadedSprint, Error> {
        LoadedSprint::read(self.folder()?)
    }

    /// The chosen sprint, if nothing that was recorded in it may be missing.
    pub fn open_whole(&mut self) -> Result<LoadedSprint, Error> {
        let loaded = LoadedSprint::read(self.folder()?)?;
        let errors = loaded
            .diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.is_error())
            .count();
        let severity = if errors > 0 { "error" } else { "warning" };
        self.show_diagnostics(severity, &loaded.all_diagnostics(), loaded.folder.sources())?;
        if errors > 0 {
            Err(Error::DamagedLogs(errors))
        } else {
            Ok(loaded)
        }
    }

    pub(super) fn warn(&mut self, loaded: &LoadedSprint) -> Result<(), Error> {
        let warnings = loaded.all_diagnostics();
        let shown = warnings.len().min(SHOWN_DIAGNOSTICS);
        self.show_diagnostics("warning", &warnings[..shown], loaded.folder.sources())?;
        match warnings.len() - shown {
            0 => Ok(()),
            more => self.remark(&Remark::AndMore(more)),
        }
    }

    /// Says what is wrong in files, and shows the lines; what to do about it only once where it is the same in a row.
    pub(super) fn show_diagnostics(
        &mut self,
        severity: &str,
        diagnostics: &[Diagnostic],
        mut sources: Sources,
    ) -> Result<(), Error> {
        let mut left = diagnostics.iter().peekable();
        while let Some(diagnostic) = left.next() {
            let Description { message, hint, .. } = diagnostic.describe();
            let location = &diagnostic.location;
            let snippet = location.position.zip(sources.line(location));
            let snippet =
                snippet.map(|(position, line)| view::snippet(line, position, 2, self.width()));
            let is_repeated = left.peek().is_some_and(|next| next.describe().hint == hint);
            let message = Message {
                severity,
                text: &format!("{location}: {message}"),
                snippet: &snippet.unwrap_or_default(),
                hint: hint.as_deref().filter(|_| !is_repeated),
            };
            unless_closed(message.write(&mut self.environment.errors))?;
        }
        Ok(())
    }

    /// The text that `words` are: as typed, from standard input, or from the editor.
    pub fn text(&mut self, words: &[String]) -> Result<String, Error> {
        self.optional_text(words)?
            .map_or_else(|| self.written_text(), Ok)
    }

    /// The text that `words` are; none if there are no words.
    pub fn optional_text(&mut self, words: &[String]) -> Result<Option<String>, Error> {
        let text = match words {
            [] => return Ok(None),
            [dash] if dash == "-" => self.input()?,
            words => words.join(" "),
        };
        clean(&text).map(Some)
    }

    fn written_text(&mut self) -> Result<String, Error> {
        let editor = self.editor().ok_or(UsageError::NoText)?;
        let draft = self.draft.insert(Draft::begin(b"", ".md")?);
        clean(&draft.edit(&editor)?)
    }

    /// Writes what was asked for.
    pub fn print(&mut self, text: &str) -> Result<(), Error> {
        unless_closed(self.environment.output.write_all(text.as_bytes()))
    }

    /// Writes a line or more with outside text in them.
    pub fn say(&mut self, text: &str) -> Result<(), Error> {
        self.print(&(visible_lines(text) + "\n"))
    }

    /// Says something besides.
    pub fn remark(&mut self, remark: &Remark) -> Result<(), Error> {
        self.complain("remark", &remark.to_string(), None)
    }

    /// Says that something is wrong, and what to do about it.
    pub fn complain(
        &mut self,
        severity: &str,
        text: &str,
        hint: Option<&str>,
    ) -> Result<(), Error> {
        unless_closed(complain(&mut self.environment.errors, severity, text, hint))
    }
}

/// Writes a message and its hint to standard error.
pub(super) fn complain(
    errors: &mut dyn Write,
    severity: &str,
    text: &str,
    hint: Option<&str>,
) -> io::Result<()> {
    let message = Message {
        severity,
        text,
        snippet: "",
        hint,
    };
    message.write(errors)
}

/// What is said on standard error.
struct Message<'m> {
    severity: &'m str,
    text: &'m str,
    /// The line that it is about, as lines that can be shown.
    snippet: &'m str,
    hint: Option<&'m str>,
}

impl Message<'_> {
    fn write(&self, errors: &mut dyn Write) -> io::Result<()> {
        let Message {
            severity,
            text,
            snippet,
            hint,
        } = self;
        let hint = hint.map_or(String::new(), |hint| format!("hint: {}\n", visible(hint)));
        // One write, so that the messages of two programs at one terminal do not mix.
        errors.write_all(format!("{severity}: {}\n{snippet}{hint}", visible(text)).as_bytes())
    }
}

impl LoadedSprint {
    pub(super) fn read(folder: Folder) -> Result<LoadedSprint, Error> {
        let reading = folder.read()?;
        Ok(LoadedSprint::of(folder, reading))
    }

    pub(super) fn of(folder: Folder, reading: Reading) -> LoadedSprint {
        let Reading {
            entries,
            locations,
            diagnostics,
            ..
        } = reading;
        LoadedSprint {
            folder,
            sprint: Sprint::from_entries(entries),
            locations,
            diagnostics,
        }
    }

    /// Finds what was recorded on this machine and stands in no log any more. A log that cannot be read at all has lost
    /// nothing yet.
    pub(super) fn gone(&self, receipts: Vec<Receipt>) -> Vec<Receipt> {
        let is_read = |log: &Path| {
            let mut found = self
                .diagnostics
                .iter()
                .map(|diagnostic| &diagnostic.location);
            !found.any(|location| location.position.is_none() && location.file == log)
        };
        let is_gone = |receipt: &Receipt| {
            !self.locations.contains_key(&receipt.entry.id) && is_read(&receipt.log)
        };
        receipts.into_iter().filter(is_gone).collect()
    }

    /// The words for a refusal that the rules have for the entry that is to be recorded, or for one in the log.
    pub(super) fn refused(&self, problem: Problem) -> Error {
        match self.locations.get(&problem.entry) {
            Some(location) => Error::Clash {
                violation: problem.violation,
                entry: problem.entry,
                location: Box::new(location.clone()),
            },
            None => Error::Refused(problem.violation),
        }
    }

    /// What is wrong with the logs, in the order of files and lines.
    pub fn all_diagnostics(&self) -> Vec<Diagnostic> {
        let lasting = self
            .sprint
            .problems()
            .iter()
            .filter(|problem| problem.violation.is_lasting());
        let folded = lasting.filter_map(|problem| {
            Some(Diagnostic {
                location: self.locations.get(&problem.entry)?.clone(),
                kind: DiagnosticKind::Violation {
                    entry: problem.entry,
                    violation: Box::new(problem.violation.clone()),
                },
            })
        });
        let read = self.diagnostics.iter().cloned();
        let mut diagnostics: Vec<Diagnostic> = read.chain(folded).collect();
        diagnostics.sort_by(|one, other| one.location.cmp(&other.location));
        diagnostics
    }
}

/// A stream that nobody reads any more is no error: whoever closed it has what they wanted.
pub(super) fn unless_closed(written: io::Result<()>) -> Result<(), Error> {
    match written {
        Err(cause) if cause.kind() != io::ErrorKind::BrokenPipe => {
            Err(Error::Stream(Error::reason(&cause)))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

/// The text without blank lines around it and with plain newlines.
fn clean(text: &str) -> Result<String, Error> {
    if text.contains('\0') {
        return Err(Error::ZeroByte);
    }
    let text = text
        .strip_prefix('\u{feff}')
        .unwrap_or(text)
        .replace("\r\n", "\n");
    let text = text.trim_end().trim_start_matches(['\n', '\r']);
    // Blanks at the start are only dropped where they are not the indentation of code.
    let text = if text.starts_with("    ") {
        text
    } else {
        text.trim_start()
    };
    if is_blank(text) {
        Err(UsageError::EmptyText.into())
    } else {
        Ok(text.to_owned())
    }
}
