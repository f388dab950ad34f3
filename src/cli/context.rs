//! What was chosen for a command: by its options, by environment variables, or by the day that it is.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, NaiveDate};
use clap::Args;

use super::environment::Environment;
use super::time;
use crate::diagnostic::Error;
use crate::domain::{Config, Sprint};
use crate::journal::{Folder, Journal, check_name};
use crate::text::is_blank;

/// The heading of these options in every help.
const GLOBAL: &str = "Options of every command";

/// Options that every command takes
#[derive(Args, Clone, Debug, Default)]
pub struct Globals {
    /// Which sprint: its name [default: the one that is on today, else the latest] [env: SPRINT]
    #[arg(short = 's', long = "sprint", value_name = "NAME", global = true, help_heading = GLOBAL)]
    pub sprint: Option<String>,
    /// The folder that holds `sprints/` [default: the nearest one upwards] [env: SPRINT_DIR]
    #[arg(short = 'C', value_name = "DIR", global = true, help_heading = GLOBAL)]
    pub folder: Option<PathBuf>,
    /// Who types [default: your login name] [env: SPRINT_BY]
    #[arg(long, value_name = "WHO", global = true, help_heading = GLOBAL)]
    pub by: Option<String>,
    /// When it happened: 14:30, "mon 14:30", 2017-02-27T14:30:00+01:00
    #[arg(long, value_name = "TIME", global = true, help_heading = GLOBAL)]
    pub at: Option<String>,
    /// On which day: yesterday, mon, 2017-02-27
    #[arg(long, value_name = "DAY", global = true, help_heading = GLOBAL)]
    pub day: Option<String>,
}

impl Globals {
    /// Returns these options, and those of `other` where they say nothing.
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

    /// Returns whether they say which sprint.
    pub fn choose(&self) -> bool {
        self.sprint.is_some() || self.folder.is_some()
    }
}

/// What a command was called with, and when.
#[derive(Clone)]
pub struct Context<'e> {
    pub environment: &'e Environment,
    pub globals: Globals,
    /// The time at which the command was called.
    pub now: DateTime<FixedOffset>,
}

impl<'e> Context<'e> {
    pub fn new(environment: &'e Environment, globals: Globals) -> Self {
        Context {
            environment,
            globals,
            now: (environment.clock)(),
        }
    }

    pub fn with(&self, globals: Globals) -> Self {
        Context {
            globals,
            ..self.clone()
        }
    }

    /// Returns the same for what is recorded now.
    pub fn later(&self) -> Self {
        Context {
            now: (self.environment.clock)(),
            ..self.clone()
        }
    }

    /// Waits a second; gives `false` if that was interrupted.
    pub fn wait(&mut self) -> bool {
        let goes_on = (self.environment.wait)();
        self.now = (self.environment.clock)();
        goes_on
    }

    pub fn today(&self) -> NaiveDate {
        self.now.date_naive()
    }

    /// Returns the day that is to be shown, if one was given: as an argument, or else by `--day`. A weekday is one of the sprint.
    pub fn given_day(
        &self,
        argument: Option<&str>,
        config: &Config,
    ) -> Result<Option<NaiveDate>, Error> {
        let option = self.globals.day.as_deref().map(|day| (day, "--day"));
        let given = argument.map(|day| (day, "DAY")).or(option);
        let dates = config.from.zip(config.to);
        given
            .map(|(day, name)| time::day_of_sprint(day, self.today(), dates, name))
            .transpose()
    }

    /// Returns the same with `--day` and `--at` as somebody's day of coming or going: a weekday is the one within the sprint.
    pub fn of_attendance(&self, config: &Config) -> Result<Self, Error> {
        let dates = config.from.zip(config.to);
        let day = self.globals.day.as_deref();
        let day = time::day_within(day, self.today(), dates, "--day")?;
        let at = self.globals.at.as_deref();
        let at = at.map(|at| time::at_within(at, self.today(), dates));
        Ok(self.with(Globals {
            at: at.transpose()?,
            day: day.map(|day| day.to_string()),
            ..self.globals.clone()
        }))
    }

    /// Returns when it happened, as `--at` and `--day` say: now, unless one of them is given.
    pub fn event_time(&self) -> Result<DateTime<FixedOffset>, Error> {
        let Globals { at, day, .. } = &self.globals;
        time::event_time(
            at.as_deref(),
            day.as_deref(),
            self.now,
            &self.environment.zone,
        )
    }

    /// Returns who types, by nick if they are known in the sprint.
    pub fn author(&self, sprint: &Sprint) -> Result<String, Error> {
        let Environment {
            sprint_by, login, ..
        } = self.environment;
        let by = self.globals.by.as_ref().or(sprint_by.as_ref());
        let typed = by.cloned().or_else(login);
        let typed = typed.as_deref().map(str::trim);
        let typed = typed.filter(|name| !is_blank(name));
        let typed = typed.ok_or(Error::NoAuthor)?;
        Ok(match sprint.people().named(typed)[..] {
            [id] => sprint.people().get(id).nick.clone(),
            _ => typed.to_owned(),
        })
    }

    pub fn state(&self) -> Option<&Path> {
        self.environment.state.as_deref()
    }

    /// Finds the journal; none if there is no `sprints/` upwards.
    pub fn journal(&self) -> Result<Option<Journal>, Error> {
        Journal::find(self.given_folder(), &self.environment.folder)
    }

    /// Finds the journal, which is begun if there is none.
    pub fn journal_or_new(&self) -> Result<Journal, Error> {
        Journal::find_or_begin(self.given_folder(), &self.environment.folder)
    }

    fn given_folder(&self) -> Option<&Path> {
        let variable = self.environment.sprint_dir.as_deref();
        self.globals.folder.as_deref().or(variable.map(Path::new))
    }

    pub fn folder(&self) -> Result<Folder, Error> {
        let journal = self.journal()?.ok_or(Error::NoJournal)?;
        let (mut folders, links) = journal.sprints_and_links()?;
        let chosen = self.choose_in(&journal, &folders)?;
        let mut folder = folders.swap_remove(chosen);
        if self.given_sprint().is_none() {
            // One of them may have been meant.
            folder.diagnostics.extend(links);
        }
        Ok(folder)
    }

    /// Returns the place of the chosen sprint among those of a journal.
    ///
    /// # Errors
    ///
    /// [`StorageError::InTheWay`](crate::diagnostic::StorageError::InTheWay) if something else has the name that was asked
    /// for; [`Error::NoSuchSprint`], [`Error::NoSprint`].
    pub fn choose_in(&self, journal: &Journal, folders: &[Folder]) -> Result<usize, Error> {
        match self.given_sprint() {
            Some(name) => {
                let lower = name.to_lowercase();
                let found = folders.iter().position(|folder| folder.name == lower);
                if found.is_none() && check_name(name).is_ok() {
                    journal.require_free(name)?;
                }
                found.ok_or_else(|| Error::NoSuchSprint {
                    name: name.clone(),
                    known: folders.iter().map(|folder| folder.name.clone()).collect(),
                })
            }
            None => {
                if let Some(nearest) = nearest(folders, self.today())? {
                    return Ok(nearest);
                }
                if let Some(link) = journal.links()?.first() {
                    let name = link.location.file.file_name().unwrap_or_default();
                    journal.require_free(&name.to_string_lossy())?;
                }
                Err(Error::NoSprint(journal.root().to_owned()))
            }
        }
    }

    fn given_sprint(&self) -> Option<&String> {
        let variable = self.environment.sprint.as_ref();
        self.globals.sprint.as_ref().or(variable)
    }
}

/// Returns the place of the sprint whose dates include a day, or else of the latest that has begun, or else of the
/// next.
fn nearest(folders: &[Folder], today: NaiveDate) -> Result<Option<usize>, Error> {
    let mut ranked = Vec::new();
    for (place, folder) in folders.iter().enumerate() {
        // A sprint without dates counts as older than all that have some.
        let (from, to) = folder.dates()?.unwrap_or((NaiveDate::MIN, NaiveDate::MIN));
        let has_begun = from <= today;
        let nearness = -(from - today).num_days().abs();
        ranked.push((has_begun && today <= to, has_begun, nearness, place));
    }
    Ok(ranked.into_iter().max().map(|(_, _, _, place)| place))
}
