//! Where a command does its work: the chosen sprint, the author, the streams.

use std::hash::Hasher;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use clap::Args;
use fnv::FnvHasher;

use super::time;
use super::world::World;
use crate::domain::{Action, Entry, EntryId, Problem, Sprint, Topic};
use crate::error::{Error, Remark, explain, told};
use crate::journal::{Draft, Folder, Journal, Reading, line};
use crate::visible::{visible, visible_lines};

/// How many findings are shown where they are not what was asked for.
const SHOWN_FINDINGS: usize = 5;

/// Within this time, what one person types in a row is put in order: see [`rising`].
const ROW: TimeDelta = TimeDelta::minutes(1);

/// How far the clocks of two laptops may be apart.
const DRIFT: TimeDelta = TimeDelta::hours(1);

/// Options that every command takes
#[derive(Args, Clone, Debug, Default)]
pub struct Globals {
    /// Which sprint: its name [default: the one that is on today, else the latest] [env: SPRINT]
    #[arg(short = 's', long = "sprint", value_name = "NAME", global = true)]
    sprint: Option<String>,
    /// The folder that holds `sprints/` [default: the nearest one upwards] [env: SPRINT_DIR]
    #[arg(short = 'C', value_name = "DIR", global = true)]
    folder: Option<PathBuf>,
    /// Who types [default: your login name] [env: SPRINT_BY]
    #[arg(long, value_name = "WHO", global = true)]
    by: Option<String>,
    /// When it happened: 14:30, "mon 14:30", 2017-02-27T14:30:00+01:00
    #[arg(long, value_name = "TIME", global = true)]
    at: Option<String>,
    /// On which day: yesterday, mon, 2017-02-27
    #[arg(long, value_name = "DAY", global = true)]
    pub day: Option<String>,
}

/// The place where commands do their work.
pub struct Desk<'d, 'w> {
    world: &'d mut World<'w>,
    globals: Globals,
    draft: Option<Draft>,
}

/// A sprint as it was read.
pub struct Opened {
    /// Its folder.
    pub folder: Folder,
    /// Its state.
    pub sprint: Sprint,
    reading: Reading,
    problems: Vec<Problem>,
}

/// What is wrong and where, and what to do about it.
type Warning = (String, Option<String>);

/// A command that records one entry.
pub trait Record {
    /// Gets the text that is not on the command line. Called before anything is locked: people take their time.
    fn read_text(&mut self, _desk: &mut Desk<'_, '_>) -> Result<(), Error> {
        Ok(())
    }

    /// What is to be recorded, decided on the state that it will be added to.
    fn action(&self, scene: &mut Scene<'_>) -> Result<Action, Error>;

    /// The line that says what was recorded, seen from the state after it.
    fn said(&self, sprint: &Sprint, entry: &Entry) -> String;
}

/// What a command decides on.
pub struct Scene<'s> {
    /// The state before the entry.
    pub sprint: &'s Sprint,
    /// The sprint's folder.
    pub folder: &'s Folder,
    /// The day that it is.
    pub today: NaiveDate,
    /// What is to be said besides.
    pub remarks: Vec<Remark>,
}

impl Scene<'_> {
    /// The id of the item that was typed.
    pub fn item(&self, typed: &str) -> Result<EntryId, Error> {
        Ok(self.sprint.find_item(typed)?.id.clone())
    }

    /// The people that were typed, as they are stored. A new name is remarked upon.
    pub fn people(&mut self, typed: &[String]) -> Result<Vec<String>, Error> {
        let named = self.sprint.find_people(typed)?;
        self.remarks
            .extend(named.unknown.into_iter().map(Remark::NewName));
        Ok(named.names)
    }

    /// The topic that was typed.
    pub fn topic(&self, typed: Option<&str>) -> Result<Option<Topic>, Error> {
        let Some(typed) = typed else { return Ok(None) };
        let topic = Topic::parse(typed).ok_or(Error::EmptyTopic)?;
        Ok(Some(
            self.sprint.find_topic(&topic, &self.folder.config.topics)?,
        ))
    }
}

impl<'d, 'w> Desk<'d, 'w> {
    /// A desk in a world.
    pub fn new(world: &'d mut World<'w>, globals: Globals) -> Self {
        Desk {
            world,
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

    /// The day that it is.
    pub fn today(&self) -> NaiveDate {
        self.world.now.date_naive()
    }

    /// Whether `--day` was given.
    pub fn day_is_given(&self) -> bool {
        self.globals.day.is_some()
    }

    /// How many columns there are to write on.
    pub fn width(&self) -> usize {
        self.world.width
    }

    /// The journal; none if there is no `sprints/` upwards.
    pub fn journal(&self) -> Result<Option<Journal>, Error> {
        Journal::find(self.given_folder(), &self.world.folder)
    }

    /// The journal, begun if there is none.
    pub fn journal_or_new(&self) -> Result<Journal, Error> {
        Journal::find_or_begin(self.given_folder(), &self.world.folder)
    }

    fn given_folder(&self) -> Option<&Path> {
        let variable = self.world.variables.sprint_dir.as_deref().map(Path::new);
        self.globals.folder.as_deref().or(variable)
    }

    /// The name of the chosen sprint, among those there are: the one asked for, else the one whose dates hold today,
    /// else the latest.
    pub fn choose(&self, folders: &[Folder]) -> Result<Option<usize>, Error> {
        let asked = self
            .globals
            .sprint
            .as_ref()
            .or(self.world.variables.sprint.as_ref());
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
        let mut dated = Vec::new();
        for (place, folder) in folders.iter().enumerate() {
            let dates = folder.dates()?;
            let is_on = dates.is_some_and(|(from, to)| from <= today && today <= to);
            dated.push((is_on, dates, place));
        }
        Ok(dated.into_iter().max().map(|(_, _, place)| place))
    }

    /// The chosen sprint's folder.
    pub fn folder(&self) -> Result<Folder, Error> {
        let journal = self.journal()?.ok_or(Error::NoJournal)?;
        let mut folders = journal.sprints()?;
        let chosen = self
            .choose(&folders)?
            .ok_or_else(|| Error::NoSprint(journal.root().to_owned()))?;
        Ok(folders.swap_remove(chosen))
    }

    /// The chosen sprint as it stands, and warnings about what is wrong with its logs.
    pub fn open(&mut self) -> Result<Opened, Error> {
        let opened = Opened::read(self.folder()?)?;
        self.warn(&opened)?;
        Ok(opened)
    }

    /// The chosen sprint, if nothing that was recorded in it may be missing.
    pub fn open_whole(&mut self) -> Result<Opened, Error> {
        let opened = Opened::read(self.folder()?)?;
        let errors = opened
            .reading
            .findings
            .iter()
            .filter(|finding| finding.is_error())
            .count();
        self.complain_of(
            if errors > 0 { "error" } else { "warning" },
            &opened.warnings(),
        )?;
        if errors > 0 {
            Err(Error::DamagedLogs(errors))
        } else {
            Ok(opened)
        }
    }

    fn warn(&mut self, opened: &Opened) -> Result<(), Error> {
        let warnings = opened.warnings();
        let shown = warnings.len().min(SHOWN_FINDINGS);
        self.complain_of("warning", &warnings[..shown])?;
        match warnings.len() - shown {
            0 => Ok(()),
            more => self.remark(&Remark::AndMore(more)),
        }
    }

    /// Says what is wrong with several things; what to do about it only once where it is the same in a row.
    fn complain_of(&mut self, level: &str, warnings: &[Warning]) -> Result<(), Error> {
        for (place, (text, hint)) in warnings.iter().enumerate() {
            let is_repeated = warnings
                .get(place + 1)
                .is_some_and(|(_, next)| next == hint);
            self.complain(level, text, hint.as_deref().filter(|_| !is_repeated))?;
        }
        Ok(())
    }

    /// Records what a command decides: under the sprint's lock, reads the logs, asks the rules, appends, and only then
    /// says what was recorded.
    pub fn record(&mut self, mut command: impl Record) -> Result<(), Error> {
        command.read_text(self)?;
        let recorded = self.try_to_record(&command);
        if let (Err(_), Some(draft)) = (&recorded, self.draft.take()) {
            draft
                .keep()
                .map(Remark::Kept)
                .iter()
                .try_for_each(|remark| self.remark(remark))?;
        }
        recorded
    }

    fn try_to_record(&mut self, command: &impl Record) -> Result<(), Error> {
        let at = time::moment(
            self.globals.at.as_deref(),
            self.globals.day.as_deref(),
            self.world,
        )?;
        let said = self.globals.at.is_some() || self.globals.day.is_some();
        let folder = self.folder()?;
        let mut waited = Ok(());
        let pen = folder.take_pen(|| waited = self.remark(&Remark::Waiting))?;
        waited?;
        let opened = Opened::read(folder.clone())?;
        self.warn(&opened)?;

        let mut scene = Scene {
            sprint: &opened.sprint,
            folder: &folder,
            today: self.today(),
            remarks: Vec::new(),
        };
        let action = command.action(&mut scene)?;
        let mut remarks = scene.remarks;
        let by = self.author(&opened.sprint)?;
        if !said && clock_went_back(&opened.sprint, &by, at) {
            remarks.push(Remark::ClockWentBack);
        }
        let at = rising(&opened.sprint, &by, action.item(), at, said);
        let entry = self.entry(&opened.sprint, at, by, action);
        if let Some(dates) = folder
            .config
            .from
            .zip(folder.config.to)
            .filter(|(from, to)| entry.day() < *from || *to < entry.day())
        {
            remarks.push(Remark::OutsideSprint {
                sprint: folder.name.clone(),
                day: entry.day(),
                dates,
            });
        }

        let sprint = opened
            .sprint
            .admit(entry.clone())
            .map_err(|problem| opened.refused(problem))?;
        remarks.extend(pen.append(&entry)?.map(Remark::CutOff));
        drop(pen);
        self.say(&(command.said(&sprint, &entry) + "\n"))?;
        remarks.iter().try_for_each(|remark| self.remark(remark))
    }

    /// Who types, by nick if they are known here.
    fn author(&self, sprint: &Sprint) -> Result<String, Error> {
        let typed = self
            .globals
            .by
            .as_ref()
            .or(self.world.variables.sprint_by.as_ref())
            .or(self.world.login.as_ref());
        let typed = typed
            .map(|name| name.trim())
            .filter(|name| !name.is_empty())
            .ok_or(Error::NoAuthor)?;
        Ok(match sprint.people().named(typed)[..] {
            [id] => sprint.people().get(id).nick.clone(),
            _ => typed.to_owned(),
        })
    }

    /// An entry with an id that is free. The id comes from what is recorded and from chance, which there is none of in
    /// a reproducible run.
    fn entry(
        &self,
        sprint: &Sprint,
        at: DateTime<FixedOffset>,
        by: String,
        action: Action,
    ) -> Entry {
        let number = action.makes_item().then(|| sprint.highest_number() + 1);
        let mut entry = Entry {
            id: EntryId::new(number, 0),
            at,
            by,
            action,
        };
        let mut salt = if self.world.fixed {
            0
        } else {
            self.world.chance
        };
        loop {
            let mut hasher = FnvHasher::default();
            hasher.write_u64(salt);
            hasher.write(line(&entry).as_bytes());
            entry.id = EntryId::new(number, hasher.finish());
            if !sprint.entries().iter().any(|other| other.id == entry.id) {
                return entry;
            }
            salt = salt.wrapping_add(1);
        }
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
            [dash] if dash == "-" => {
                let mut bytes = Vec::new();
                let read = self.world.input.read_to_end(&mut bytes);
                read.map_err(|cause| Error::Stream(cause.to_string()))?;
                String::from_utf8(bytes).map_err(|_| Error::InputNotUtf8)?
            }
            words => words.join(" "),
        };
        clean(&text).map(Some)
    }

    fn written_text(&mut self) -> Result<String, Error> {
        let editor = self
            .world
            .variables
            .editor
            .clone()
            .filter(|_| self.world.interactive)
            .ok_or(Error::NoText)?;
        let draft = self.draft.insert(Draft::write(&editor, "")?);
        clean(&draft.text)
    }

    /// Writes what was asked for.
    pub fn print(&mut self, text: &str) -> Result<(), Error> {
        unless_closed(self.world.output.write_all(text.as_bytes()))
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
    pub fn complain(&mut self, level: &str, text: &str, hint: Option<&str>) -> Result<(), Error> {
        unless_closed(complain(&mut self.world.errors, level, text, hint))
    }
}

/// Writes a message and its hint to standard error.
pub(super) fn complain(
    errors: &mut dyn Write,
    level: &str,
    text: &str,
    hint: Option<&str>,
) -> io::Result<()> {
    writeln!(errors, "{level}: {}", visible(text))?;
    match hint {
        Some(hint) => writeln!(errors, "hint: {}", visible(hint)),
        None => Ok(()),
    }
}

impl Opened {
    fn read(folder: Folder) -> Result<Opened, Error> {
        let reading = folder.read()?;
        let (sprint, problems) = Sprint::from_entries(reading.entries.clone());
        Ok(Opened {
            folder,
            sprint,
            reading,
            problems,
        })
    }

    /// The words for a refusal that the rules have for the entry that is to be recorded, or for one in the log.
    fn refused(&self, problem: Problem) -> Error {
        match self.reading.places.get(&problem.entry) {
            Some(place) => Error::Clash {
                refusal: problem.refusal,
                place: place.clone(),
            },
            None => Error::Refused(problem.refusal),
        }
    }

    /// What is wrong with the logs, each with its place, and what to do about it.
    fn warnings(&self) -> Vec<Warning> {
        let read = self.reading.findings.iter().map(|finding| {
            let (text, hint) = explain(finding);
            (
                format!("{}: {text}", finding.place),
                hint.map(str::to_owned),
            )
        });
        let lasting = self
            .problems
            .iter()
            .filter(|problem| problem.refusal.is_lasting());
        let folded = lasting.map(|problem| {
            let place = self
                .reading
                .places
                .get(&problem.entry)
                .map(ToString::to_string)
                .unwrap_or_default();
            (format!("{place}: {}", told(&problem.refusal)), None)
        });
        read.chain(folded).collect()
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
    if text.trim().is_empty() {
        Err(Error::EmptyText)
    } else {
        Ok(text.to_owned())
    }
}

/// Whether the writer has recorded something that lies well ahead of their clock.
fn clock_went_back(sprint: &Sprint, by: &str, now: DateTime<FixedOffset>) -> bool {
    let latest = sprint
        .entries()
        .iter()
        .filter(|entry| entry.by == by)
        .map(|entry| entry.at)
        .max();
    latest.is_some_and(|latest| latest - now > ROW && latest - now < TimeDelta::hours(12))
}

/// The time of an entry: a millisecond behind what the same person recorded last, if that is as late or a little later.
///
/// If nobody said `when`, it also comes behind what is known of its item, although the clock that wrote that was ahead:
/// whoever types has seen it.
fn rising(
    sprint: &Sprint,
    by: &str,
    about: Option<&EntryId>,
    at: DateTime<FixedOffset>,
    said: bool,
) -> DateTime<FixedOffset> {
    let is_seen = |other: &&Entry| {
        let ahead = other.at - at;
        let same_day = other.at.with_timezone(at.offset()).date_naive() == at.date_naive();
        let same_item =
            about.is_some_and(|item| other.id == *item || other.action.item() == Some(item));
        (other.by == by && ahead < ROW) || (!said && same_item && same_day && ahead < DRIFT)
    };
    let seen = sprint
        .entries()
        .iter()
        .filter(|other| other.at >= at)
        .filter(is_seen);
    seen.map(|other| other.at).max().map_or(at, |latest| {
        (latest + TimeDelta::milliseconds(1)).with_timezone(at.offset())
    })
}
