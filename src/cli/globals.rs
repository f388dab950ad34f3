//! The options that every command takes.

use std::path::PathBuf;

use clap::Args;

/// Options that every command takes
#[derive(Args, Clone, Debug, Default)]
pub struct Globals {
    /// Which sprint: its name [default: the one that is on today, else the latest] [env: SPRINT]
    #[arg(short = 's', long = "sprint", value_name = "NAME", global = true)]
    pub sprint: Option<String>,
    /// The folder that holds `sprints/` [default: the nearest one upwards] [env: SPRINT_DIR]
    #[arg(short = 'C', value_name = "DIR", global = true)]
    pub folder: Option<PathBuf>,
    /// Who types [default: your login name] [env: SPRINT_BY]
    #[arg(long, value_name = "WHO", global = true)]
    pub by: Option<String>,
    /// When it happened: 14:30, "mon 14:30", 2017-02-27T14:30:00+01:00
    #[arg(long, value_name = "TIME", global = true)]
    pub at: Option<String>,
    /// On which day: yesterday, mon, 2017-02-27
    #[arg(long, value_name = "DAY", global = true)]
    pub day: Option<String>,
}

impl Globals {
    /// These options, and where they say nothing those of `other`.
    pub fn or(self, other: &Globals) -> Globals {
        let other = other.clone();
        Globals {
            sprint: self.sprint.or(other.sprint),
            folder: self.folder.or(other.folder),
            by: self.by.or(other.by),
            at: self.at.or(other.at),
            day: self.day.or(other.day),
        }
    }

    /// Whether they say which sprint.
    pub fn choose(&self) -> bool {
        self.sprint.is_some() || self.folder.is_some()
    }
}
