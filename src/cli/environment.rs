//! The outside world, read once by `main` and handed down.

use std::ffi::OsString;
use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};

use super::time::Zone;

/// Everything that a run depends on, other than the files of the journal and the streams.
pub struct Environment {
    /// The words of the command line, the program's name first.
    pub arguments: Vec<OsString>,
    /// The working folder.
    pub folder: PathBuf,
    /// The folder for what stays on this machine, if the system has one.
    pub state: Option<PathBuf>,
    /// Gives the time, to the millisecond.
    pub clock: Box<dyn Fn() -> DateTime<FixedOffset>>,
    /// Lets a second pass; gives `false` if Ctrl-C was pressed, which at the prompt ends what waits and not the program.
    pub wait: Box<dyn Fn() -> bool>,
    /// Whether the time was given, so that the run must be reproducible: ids depend only on what is recorded.
    pub fixed: bool,
    /// The offset of a local time; two or none when the clocks change.
    pub zone: Box<Zone>,
    /// `SPRINT`: the sprint. An empty variable counts as none, here and in those below.
    pub sprint: Option<String>,
    /// `SPRINT_DIR`: the folder that holds `sprints/`.
    pub sprint_dir: Option<String>,
    /// `SPRINT_BY`: who types.
    pub sprint_by: Option<String>,
    /// `SOURCE_DATE_EPOCH`: when a post is taken to be made, in seconds since 1970.
    /// <https://reproducible-builds.org/specs/source-date-epoch/>
    pub source_date_epoch: Option<String>,
    /// The user's login name, if the system knows it.
    pub login: Box<dyn Fn() -> Option<String>>,
    /// 64 random bits, for new ids.
    pub random: u64,
}
