//! The folder of one sprint, and the logs in it.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::documents::whole_lines;
use super::layout::{CONFIG, LARGEST_LOG, LOCK, day_of, writer_word};
use super::line::line;
use super::lock::ReadLock;
use super::read::Reading;
use super::sandbox::{OpenFolder, Sandbox};
use super::scan::KnownTopics;
use crate::diagnostic::{Diagnostic, DiagnosticKind, Error, Location};
use crate::domain::{Config, Entry, LogFiles};
use crate::text::is_blank;

/// One sprint's folder and what was written by hand in it.
#[derive(Clone, Debug)]
pub struct Folder {
    /// The name of the folder, by which commands choose the sprint.
    pub name: String,
    /// `sprints/NAME`, as a path from the working folder where that is possible.
    pub path: PathBuf,
    /// The contents of `sprint.toml`.
    pub config: Config,
    /// Problems of `sprint.toml`, and of the choice of this sprint.
    pub diagnostics: Vec<Diagnostic>,
}

/// The files of a sprint that are named by a day.
pub(super) struct Logs {
    /// The day logs, in the order of days.
    pub(super) logs: Vec<DayLog>,
    /// Files that look like one and are not.
    strays: Vec<PathBuf>,
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct DayLog {
    pub(super) day: NaiveDate,
    pub(super) path: PathBuf,
}

/// Entries of a day as lines of a log.
pub struct LogLines {
    /// The log's name.
    pub(super) name: String,
    pub(super) day: NaiveDate,
    pub(super) entries: Vec<Entry>,
    pub(super) text: String,
}

impl Folder {
    /// Returns its title, or else its name.
    pub fn title(&self) -> &str {
        let title = self.config.title.as_deref();
        title.filter(|title| !is_blank(title)).unwrap_or(&self.name)
    }

    pub(crate) fn config_location(&self) -> Location {
        Location::whole(&self.path.join(CONFIG))
    }

    /// Returns the first and the last day: those of `sprint.toml`, or else of the logs.
    pub(crate) fn dates(&self) -> Result<Option<(NaiveDate, NaiveDate)>, Error> {
        let Config { from, to, .. } = self.config;
        if let Some((from, to)) = from.zip(to) {
            return Ok(Some((from, to.max(from))));
        }
        let logs = self.logs()?.logs;
        let from = from.or(logs.first().map(|log| log.day)).or(to);
        let to = to.or(logs.last().map(|log| log.day)).or(from);
        Ok(from.zip(to).map(|(from, to)| (from, to.max(from))))
    }

    pub(super) fn logs(&self) -> Result<Logs, Error> {
        logs_in(self.sandbox(), &self.path)
    }

    /// Returns what is below the folder that holds all sprints.
    pub(super) fn sandbox(&self) -> Sandbox<'_> {
        Sandbox::below(self.path.parent().unwrap_or(Path::new("")))
    }

    /// Reads a log, or a file like one.
    pub(super) fn read_log(&self, log: &Path) -> Result<Vec<u8>, Diagnostic> {
        let read = self.sandbox().read(log, LARGEST_LOG);
        read.map_err(|error| error.diagnostic(log))
    }

    /// Refuses what is in the place of a file and is not a file. What does not exist can become one.
    pub(super) fn require_file(&self, path: &Path) -> Result<(), Error> {
        match self.sandbox().find(path) {
            Err(error) if !error.is_not_found() => Err(error.during("open", path)),
            Ok(()) | Err(_) => Ok(()),
        }
    }

    /// Lists the names of the day logs, by day.
    pub(super) fn log_names(&self) -> Result<Vec<String>, Error> {
        let logs = self.logs()?.logs;
        let names = logs.iter().filter_map(|log| log.path.file_name());
        Ok(names.map(|name| name.to_string_lossy().into()).collect())
    }

    /// Reads all day logs. What cannot be read is in the diagnostics; everything else counts. Never waits for a writer: what
    /// one is still writing is left out.
    pub fn read(&self) -> Result<Reading, Error> {
        self.read_with(
            |opened, log, bytes| self.read_whole_lines(opened, log, bytes),
            |_, _| {},
        )
    }

    /// Reads all day logs in the opened folder, each with `read` in the place of the bytes of the one before. `keep` may take the
    /// bytes of those of the last day, if nothing is open at their end.
    pub(super) fn read_with(
        &self,
        read: impl Fn(&OpenFolder<'_>, &Path, &mut Vec<u8>) -> Result<(), Diagnostic>,
        mut keep: impl FnMut(PathBuf, &mut Vec<u8>),
    ) -> Result<Reading, Error> {
        let mut reading = Reading::default();
        reading.diagnostics.clone_from(&self.diagnostics);
        let mut topics = KnownTopics::default();
        let mut bytes = Vec::new();
        let (Logs { logs, strays }, opened) = open_logs_in(self.sandbox(), &self.path)?;
        let count = logs.len();
        let last_day = logs.last().map(|log| log.day);
        for (place, DayLog { day, path }) in logs.into_iter().enumerate() {
            match read(&opened, &path, &mut bytes) {
                Ok(()) => {
                    reading.expect(bytes.len(), count - place);
                    let (whole, cut_off) = bytes.split_at(whole_lines(&bytes));
                    let is_closed = reading.take_log(&path, whole, &mut topics);
                    if !cut_off.is_empty() {
                        let end = Location::end_of(&path, whole);
                        let diagnostic = Diagnostic::at(end, DiagnosticKind::CutOff);
                        reading.diagnostics.push(diagnostic);
                    }
                    if is_closed && Some(day) == last_day {
                        keep(path, &mut bytes);
                    }
                }
                Err(diagnostic) => reading.diagnostics.push(diagnostic),
            }
        }
        let strays = strays.iter().map(|file| Location::whole(file));
        let strays = strays.map(|file| Diagnostic::at(file, DiagnosticKind::StrayFile));
        reading.diagnostics.extend(strays);
        Ok(reading)
    }

    /// Reads a log without a last line that another process is still writing.
    fn read_whole_lines(
        &self,
        opened: &OpenFolder<'_>,
        log: &Path,
        bytes: &mut Vec<u8>,
    ) -> Result<(), Diagnostic> {
        read_log(opened, log, bytes)?;
        let whole = whole_lines(bytes);
        if whole == bytes.len() {
            return Ok(());
        }
        match ReadLock::try_take(self.sandbox(), &self.lock_path()) {
            None => {
                bytes.truncate(whole);
                Ok(())
            }
            // Nobody writes: whatever is cut off now was left so.
            Some(_lock) => read_log(opened, log, bytes),
        }
    }

    /// Returns the path of the lock of the sprint. It is a file of its own: the logs come and go, and numbers belong to
    /// the sprint, not to a day.
    pub(super) fn lock_path(&self) -> PathBuf {
        self.path.join(LOCK)
    }

    /// Returns the lines that entries are in the logs of their days.
    pub fn lines_of<'e>(&self, entries: impl IntoIterator<Item = &'e Entry>) -> Vec<LogLines> {
        let mut logs: Vec<LogLines> = Vec::new();
        for entry in entries {
            let name = self.log_of(entry.day(), &entry.by);
            let place = logs.iter().position(|log| log.name == name);
            let place = place.unwrap_or_else(|| {
                logs.push(LogLines {
                    name,
                    day: entry.day(),
                    entries: Vec::new(),
                    text: String::new(),
                });
                logs.len() - 1
            });
            logs[place].text += &line(entry);
            logs[place].entries.push(entry.clone());
        }
        logs
    }

    /// Returns the name of the log that somebody writes to on a day.
    pub(super) fn log_of(&self, day: NaiveDate, by: &str) -> String {
        match self.config.log {
            LogFiles::Shared => format!("{day}.toml"),
            LogFiles::PerWriter => format!("{day}.{}.toml", writer_word(by)),
        }
    }
}

/// Reads a log in the opened folder of its sprint, in the place of other bytes.
pub(super) fn read_log(
    opened: &OpenFolder<'_>,
    log: &Path,
    bytes: &mut Vec<u8>,
) -> Result<(), Diagnostic> {
    let name = log.file_name().unwrap_or_default();
    let read = opened.read_over(name, LARGEST_LOG, bytes);
    read.map_err(|error| error.diagnostic(log))
}

pub(super) fn logs_in(sandbox: Sandbox<'_>, folder: &Path) -> Result<Logs, Error> {
    Ok(open_logs_in(sandbox, folder)?.0)
}

/// Lists the logs in a folder, and returns it opened.
fn open_logs_in<'f>(
    sandbox: Sandbox<'f>,
    folder: &'f Path,
) -> Result<(Logs, OpenFolder<'f>), Error> {
    let mut logs = Vec::new();
    let mut strays = Vec::new();
    let opened = sandbox.open_folder(folder);
    let listed = opened.and_then(|opened| Ok((opened.list()?, opened)));
    let (children, opened) = listed.map_err(|error| error.during("read", folder))?;
    for (name, _) in children {
        let path = folder.join(&name);
        let name = name.to_string_lossy();
        let stem = name.strip_suffix(".toml");
        let stem = stem.filter(|_| name != CONFIG && !name.starts_with('.'));
        match stem.map(day_of) {
            Some(Some(day)) => logs.push(DayLog { day, path }),
            Some(None) => strays.push(path),
            None => {}
        }
    }
    logs.sort();
    strays.sort();
    Ok((Logs { logs, strays }, opened))
}
