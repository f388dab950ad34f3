//! Recording: how what somebody typed becomes an entry of the log, or several at once.

use std::hash::Hasher;

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta, Timelike};
use fnv::FnvHasher;

use super::desk::{Desk, Globals, Opened};
use super::time;
use crate::domain::{Action, EVERYBODY, Entry, EntryId, Sprint, Topic, fold_text};
use crate::error::{Error, Remark};
use crate::journal::{Folder, line};
use crate::report::is_too_deep;
use crate::visible::is_blank;

/// Within this time, what one person types in a row is put in order: see [`rising`].
const ROW: TimeDelta = TimeDelta::minutes(1);

/// How far the clocks of two laptops may be apart.
const DRIFT: TimeDelta = TimeDelta::hours(1);

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
    /// Who types.
    pub by: String,
    /// What is to be said besides.
    pub remarks: Vec<Remark>,
}

impl Scene<'_> {
    /// The id of the item that was typed.
    pub fn item(&self, typed: &str) -> Result<EntryId, Error> {
        Ok(self.sprint.find_item(typed)?.id.clone())
    }

    /// The id of the item that was typed, which may be a closed one.
    pub fn any_item(&self, typed: &str) -> Result<EntryId, Error> {
        Ok(self.sprint.find_any_item(typed)?.id.clone())
    }

    /// The people that were typed, as they are stored. A new name is remarked upon.
    pub fn people(&mut self, typed: &[String]) -> Result<Vec<String>, Error> {
        let named = self.sprint.find_people(typed)?;
        if named.names.is_empty() && !typed.is_empty() {
            return Err(Error::NoPeople);
        }
        self.remarks
            .extend(named.unknown.into_iter().map(Remark::NewName));
        Ok(named.names)
    }

    /// The topic that was typed.
    pub fn topic(&mut self, typed: Option<&str>) -> Result<Option<Topic>, Error> {
        let Some(typed) = typed else { return Ok(None) };
        let topic = Topic::parse(typed).ok_or(Error::EmptyTopic)?;
        if topic.headings().iter().any(|heading| is_blank(heading)) {
            return Err(Error::BlankHeading(topic.to_string()));
        }
        let listed = &self.folder.config.topics;
        let topic = self.sprint.find_topic(&topic, listed)?;
        if self.sprint.is_new_topic(&topic, listed) {
            self.remarks.push(Remark::NewTopic(topic.to_string()));
        }
        Ok(Some(topic))
    }
}

/// One of the commands that are recorded together.
pub struct Step {
    /// The line of the batch that it stands on; none of a command that is recorded alone.
    pub line: Option<usize>,
    /// The options that every command takes.
    pub globals: Globals,
    /// The command.
    pub command: Box<dyn Record>,
}

impl Desk<'_, '_> {
    /// Records what a command decides.
    pub fn record(&mut self, command: Box<dyn Record>) -> Result<(), Error> {
        let globals = self.globals.clone();
        self.record_all(vec![Step {
            line: None,
            globals,
            command,
        }])
    }

    /// Records what several commands decide, all of it or nothing: under the sprint's lock, reads the logs, asks the
    /// rules for one after another, appends, and only then says what was recorded.
    pub fn record_all(&mut self, mut steps: Vec<Step>) -> Result<(), Error> {
        let texts = steps.iter_mut().try_for_each(|step| {
            step.command
                .read_text(self)
                .map_err(|error| error.in_line(step.line))
        });
        let recorded = texts.and_then(|()| self.try_to_record(&steps));
        if let (Err(_), Some(draft)) = (&recorded, self.draft.take()) {
            draft
                .keep()
                .map(Remark::Kept)
                .iter()
                .try_for_each(|remark| self.remark(remark))?;
        }
        recorded
    }

    fn try_to_record(&mut self, steps: &[Step]) -> Result<(), Error> {
        let folder = self.folder()?;
        let mut waited = Ok(());
        let mut pen = folder.take_pen(|| waited = self.remark(&Remark::Waiting))?;
        waited?;
        let mut opened = Opened::of(folder.clone(), pen.read()?);
        self.warn(&opened)?;

        let mut entries = Vec::new();
        let mut told = Vec::new();
        let mut remarks = Vec::new();
        for step in steps {
            let entry = self
                .decide(&opened, step, &mut remarks)
                .map_err(|error| error.in_line(step.line))?;
            let admitted = std::mem::take(&mut opened.sprint).admit(entry.clone());
            opened.sprint =
                admitted.map_err(|problem| opened.refused(problem).in_line(step.line))?;
            told.push(step.command.said(&opened.sprint, &entry));
            entries.push(entry);
        }
        remarks.extend(pen.append(&entries)?.into_iter().map(Remark::CutOff));
        folder.receipts(self.state()).add(&entries);
        drop(pen);
        told.iter().try_for_each(|line| self.say(line))?;
        remarks.iter().try_for_each(|remark| self.remark(remark))
    }

    /// The entry that a command makes on the state before it.
    fn decide(
        &self,
        opened: &Opened,
        step: &Step,
        remarks: &mut Vec<Remark>,
    ) -> Result<Entry, Error> {
        let Globals {
            at: typed_at, day, ..
        } = &step.globals;
        let at = time::moment(typed_at.as_deref(), day.as_deref(), self.world)?;
        let is_said = typed_at.is_some() || day.is_some();
        let (sprint, folder) = (&opened.sprint, &opened.folder);
        for (people, word) in &step.globals.behind_people {
            let is_person = !sprint.people().named(word).is_empty() || fold_text(word) == EVERYBODY;
            if is_person || people.ends_with(',') {
                return Err(Error::BehindPeople {
                    people: people.clone(),
                    word: word.clone(),
                });
            }
        }
        let by = self.author(&step.globals, sprint)?;
        let mut scene = Scene {
            sprint,
            folder,
            today: self.today(),
            by: by.clone(),
            remarks: Vec::new(),
        };
        let action = step.command.action(&mut scene)?;
        if action.texts().iter().any(|(_, text)| is_too_deep(text)) {
            return Err(Error::TooDeep);
        }
        remarks.append(&mut scene.remarks);
        if !is_said && clock_went_back(sprint, &by, at) {
            remarks.push(Remark::ClockWentBack);
        }
        if typed_at.is_some() && at - self.world.now > ROW {
            remarks.push(Remark::Ahead(at.format("%Y-%m-%d %H:%M").to_string()));
        }
        let at = rising(sprint, &by, action.item(), at, is_said);
        let entry = self.entry(sprint, at, by, action)?;
        let dates = folder.config.from.zip(folder.config.to);
        if let Some(dates) = dates.filter(|(from, to)| entry.day() < *from || *to < entry.day()) {
            remarks.push(Remark::OutsideSprint {
                sprint: folder.name.clone(),
                day: entry.day(),
                dates,
            });
        }
        Ok(entry)
    }

    /// Who types, by nick if they are known here.
    pub fn author(&self, globals: &Globals, sprint: &Sprint) -> Result<String, Error> {
        let typed = globals
            .by
            .as_ref()
            .or(self.world.variables.sprint_by.as_ref())
            .or(self.world.login.as_ref());
        let typed = typed
            .map(|name| name.trim())
            .filter(|name| !is_blank(name))
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
    ) -> Result<Entry, Error> {
        let number = action
            .makes_item()
            .then(|| sprint.next_number())
            .transpose()?;
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
                return Ok(entry);
            }
            salt = salt.wrapping_add(1);
        }
    }
}

/// Whether the writer's clock was ahead when they last recorded something. What was entered for a time to come was
/// entered for a full minute.
fn clock_went_back(sprint: &Sprint, by: &str, now: DateTime<FixedOffset>) -> bool {
    let is_by_clock = |at: DateTime<FixedOffset>| at.second() > 0 || at.nanosecond() > 100_000_000;
    let own = sprint
        .entries()
        .iter()
        .filter(|entry| entry.by == by)
        .map(|entry| entry.at);
    own.filter(|at| is_by_clock(*at))
        .max()
        .is_some_and(|latest| latest - now > ROW)
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
