//! The outside world, read once by `main` and handed down.

use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, MappedLocalTime, NaiveDateTime};

/// Asks for a line, with a text before it.
pub type Prompt<'w> = dyn FnMut(&str) -> io::Result<Option<String>> + 'w;

/// Everything that a run depends on besides the files of the journal.
pub struct Environment<'w> {
    /// The words of the command line, the program's name first.
    pub arguments: Vec<OsString>,
    /// The working folder.
    pub folder: PathBuf,
    /// Where this machine keeps what is not shared, if it has a place for that.
    pub state: Option<PathBuf>,
    /// What time it is, to the millisecond.
    pub now: DateTime<FixedOffset>,
    /// Tells it anew, for a run that takes its time.
    pub clock: Box<dyn Fn() -> DateTime<FixedOffset> + 'w>,
    /// Lets a second pass.
    pub wait: Box<dyn Fn() + 'w>,
    /// Whether `now` was given, so that the run shall be reproducible: ids come from what is recorded, not from chance.
    pub fixed: bool,
    /// The offset of a local time; two or none when the clocks change.
    pub zone: Box<dyn Fn(NaiveDateTime) -> MappedLocalTime<FixedOffset> + 'w>,
    /// The variables of the environment that matter here.
    pub variables: Variables,
    /// The user's login name, if the system knows it.
    pub login: Option<String>,
    /// 64 bits of chance, for new ids.
    pub random: u64,
    /// How many columns there are to write on.
    pub width: usize,
    /// Whether somebody types at a terminal.
    pub interactive: bool,
    /// Asks for a line at the terminal; none at the end of the input.
    pub prompt: Box<Prompt<'w>>,
    /// Standard input.
    pub input: Box<dyn Read + 'w>,
    /// Standard output: what was asked for.
    pub output: Box<dyn Write + 'w>,
    /// Standard error: remarks, warnings and errors.
    pub errors: Box<dyn Write + 'w>,
}

/// The variables of the environment that matter here; empty ones are as good as none.
#[derive(Clone, Debug, Default)]
pub struct Variables {
    /// `SPRINT`: the sprint.
    pub sprint: Option<String>,
    /// `SPRINT_DIR`: the folder that holds `sprints/`.
    pub sprint_dir: Option<String>,
    /// `SPRINT_BY`: who types.
    pub sprint_by: Option<String>,
    /// `VISUAL`, else `EDITOR`.
    pub editor: Option<String>,
    /// `SOURCE_DATE_EPOCH`: when a post is taken to be made, in seconds since 1970.
    /// <https://reproducible-builds.org/specs/source-date-epoch/>
    pub source_date_epoch: Option<String>,
}
