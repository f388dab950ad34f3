//! Recording: how what somebody typed becomes an entry of the log, or several at once.

use std::collections::HashSet;
use std::hash::Hasher;

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta, Timelike};
use fnv::FnvHasher;

use super::desk::{Desk, Globals, LoadedSprint};
use super::time;
use crate::diagnostic::{Error, Remark, UsageError, duration};
use crate::domain::{Action, EVERYBODY, Entry, EntryId, Inserted, ROW, Sprint, Topic};
use crate::journal::{Folder, LogWriter, line};
use crate::report::is_too_deep;
use crate::text::{is_blank, normalize};

/// From here on, it is said that clocks are apart.
const APART: TimeDelta = TimeDelta::hours(1);

/// A command that records something.
pub trait Record {
    /// Gets the text that is not on the command line. Called before anything is locked: people take their time.
    fn read_text(&mut self, _desk: &mut Desk<'_, '_>) -> Result<(), Error> {
        Ok(())
    }

    /// What is to be recorded, decided on the state that it will be added to.
    fn action(&self, resolver: &mut Resolver<'_>) -> Result<Action, Error>;

    /// All that is to be recorded: of most commands one entry, at least one of any.
    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        self.action(resolver).map(|action| vec![action])
    }

    /// The line that says what was recorded, seen from the state after it.
    fn said(&self, sprint: &Sprint, entry: &Entry) -> String;

    /// The lines that say what was recorded, seen from the state after all of it.
    fn told(&self, sprint: &Sprint, entries: &[Entry]) -> Vec<String> {
        let said = entries.iter().map(|entry| self.said(sprint, entry));
        said.collect()
    }
}

/// What a command decides on.
pub struct Resolver<'s> {
    /// The state before the entry.
    pub sprint: &'s Sprint,
    /// The sprint's folder.
    pub folder: &'s Folder,
    /// The day that it is.
    pub today: NaiveDate,
    /// Who types.
    pub by: String,
    /// The first entry of the batch that is being recorded, if there is one already.
    pub batch: Option<EntryId>,
    /// What is to be said besides.
    pub remarks: Vec<Remark>,
}

impl Resolver<'_> {
    /// The id of the item that was typed.
    pub fn item(&self, typed: &str) -> Result<EntryId, Error> {
        Ok(self.sprint.find_item(typed)?.id)
    }

    /// The id of the item that was typed, which may be a closed one.
    pub fn any_item(&self, typed: &str) -> Result<EntryId, Error> {
        Ok(self.sprint.find_any_item(typed)?.id)
    }

    /// The people that were typed, as they are stored. A new name is remarked upon.
    pub fn people(&mut self, typed: &[String]) -> Result<Vec<String>, Error> {
        let named = self.sprint.find_people(typed)?;
        if named.names.is_empty() && !typed.is_empty() {
            return Err(UsageError::NoPeople.into());
        }
        self.remarks
            .extend(named.unknown.into_iter().map(Remark::NewName));
        Ok(named.names)
    }

    /// The topic that was typed.
    pub fn topic(&mut self, typed: Option<&str>) -> Result<Option<Topic>, Error> {
        let Some(typed) = typed else { return Ok(None) };
        let topic = Topic::parse(typed).ok_or(UsageError::EmptyTopic)?;
        if topic.headings().iter().any(|heading| is_blank(heading)) {
            return Err(UsageError::BlankHeading(topic.to_string()).into());
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
        let mut writer = self.log_writer(&folder)?;
        let mut loaded = LoadedSprint::of(folder.clone(), writer.read()?);
        self.warn(&loaded)?;
        let mut recorded = self.decide_all(&mut loaded, steps)?;
        self.append(&folder, &writer, &mut recorded)?;
        drop(writer);
        recorded.told.iter().try_for_each(|line| self.say(line))?;
        self.remark_once(recorded.remarks)
    }

    /// Waits for the right to write to a sprint, and says so if that takes its time.
    pub(super) fn log_writer<'f>(&mut self, folder: &'f Folder) -> Result<LogWriter<'f>, Error> {
        let mut waited = Ok(());
        let writer = folder.log_writer(|| waited = self.remark(&Remark::Waiting))?;
        waited.map(|()| writer)
    }

    /// Asks the rules for what several commands decide, one after another. Nothing is written.
    pub(super) fn decide_all(
        &mut self,
        loaded: &mut LoadedSprint,
        steps: &[Step],
    ) -> Result<Recorded, Error> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut told = Vec::new();
        let mut remarks = Vec::new();
        for step in steps {
            let first = entries.len();
            let batch = entries.first().map(|entry| entry.id);
            let decided = self
                .decide(loaded, step, batch, &mut remarks)
                .map_err(|error| error.in_line(step.line))?;
            let is_batch = steps.len() > 1 || decided.actions.len() > 1;
            for action in &decided.actions {
                let mut entry = self
                    .entry(&loaded.sprint, &decided, action.clone())
                    .map_err(|error| error.in_line(step.line))?;
                if is_batch {
                    entry.batch = Some(entries.first().map_or(&entry, |first| first).id);
                }
                let sprint = std::mem::take(&mut loaded.sprint);
                let inserted = sprint
                    .insert(entry, decided.is_dated())
                    .map_err(|problem| loaded.refused(problem).in_line(step.line))?;
                self.remark_on(&inserted, &decided, &loaded.folder, &mut remarks);
                loaded.sprint = inserted.sprint;
                entries.push(inserted.entry);
            }
            told.extend(step.command.told(&loaded.sprint, &entries[first..]));
        }
        Ok(Recorded {
            entries,
            told,
            remarks,
        })
    }

    /// Appends what was decided.
    pub(super) fn append(
        &self,
        folder: &Folder,
        writer: &LogWriter<'_>,
        recorded: &mut Recorded,
    ) -> Result<(), Error> {
        let cut_off = writer.append(&recorded.entries)?.into_iter();
        recorded.remarks.extend(cut_off.map(Remark::CutOff));
        folder.receipts(self.state()).add(&recorded.entries);
        Ok(())
    }

    /// Says what there is to say besides; of a batch, once is enough.
    pub(super) fn remark_once(&mut self, mut remarks: Vec<Remark>) -> Result<(), Error> {
        let mut said = HashSet::new();
        remarks.retain(|remark| said.insert(remark.to_string()));
        remarks.iter().try_for_each(|remark| self.remark(remark))
    }

    /// What a command makes of the state before it.
    fn decide(
        &self,
        loaded: &LoadedSprint,
        step: &Step,
        batch: Option<EntryId>,
        remarks: &mut Vec<Remark>,
    ) -> Result<Decision, Error> {
        let Globals {
            at: typed_at, day, ..
        } = &step.globals;
        let now = self.environment.now;
        let meant = time::moment(typed_at.as_deref(), day.as_deref(), self.environment)?;
        let (sprint, folder) = (&loaded.sprint, &loaded.folder);
        for (people, word) in &step.globals.behind_people {
            let is_person = !sprint.people().named(word).is_empty() || normalize(word) == EVERYBODY;
            if is_person || people.ends_with(',') {
                return Err(UsageError::WordAfterPeople {
                    people: people.clone(),
                    word: word.clone(),
                }
                .into());
            }
        }
        let by = self.author(&step.globals, sprint)?;
        let mut resolver = Resolver {
            sprint,
            folder,
            today: self.today(),
            by: by.clone(),
            batch,
            remarks: Vec::new(),
        };
        let actions = step.command.actions(&mut resolver)?;
        let is_deep = |action: &Action| {
            let mut texts = action.fields().texts();
            texts.any(|(_, text)| is_too_deep(text))
        };
        if actions.iter().any(is_deep) {
            return Err(Error::TooDeep);
        }
        remarks.append(&mut resolver.remarks);
        let clock_went_back = meant == now && clock_went_back(sprint, &by, now);
        if clock_went_back {
            remarks.push(Remark::ClockWentBack);
        }
        if typed_at.is_some() && meant - now > ROW {
            remarks.push(Remark::Ahead(meant.format("%Y-%m-%d %H:%M").to_string()));
        }
        Ok(Decision {
            actions,
            by,
            now,
            meant,
            clock_went_back,
        })
    }

    /// Says what there is to say about where an entry went.
    fn remark_on(
        &self,
        inserted: &Inserted,
        decided: &Decision,
        folder: &Folder,
        remarks: &mut Vec<Remark>,
    ) {
        let entry = &inserted.entry;
        let rival = inserted.after.and_then(|rival| {
            let mut entries = inserted.sprint.entries().iter();
            entries.find(|other| other.id == rival)
        });
        let mut new = Vec::new();
        if let Some(rival) = rival {
            let is_own = inserted.sprint.is_typed_by(&decided.by)(&rival);
            let whose = (!is_own).then(|| inserted.sprint.people().print_name(&rival.by));
            let counts = rival.at.format("%Y-%m-%d %H:%M").to_string();
            let apart = entry.at - decided.meant;
            if decided.is_dated() {
                if entry.kept_day.is_some() || apart >= ROW {
                    let day = entry.day();
                    new.push(Remark::After { whose, counts, day });
                }
            } else if apart >= APART && !(is_own && decided.clock_went_back) {
                new.push(Remark::ClocksApart {
                    whose,
                    counts: rival.entered.map(|_| counts),
                    apart: duration(apart),
                });
            }
        }
        let dates = folder.config.from.zip(folder.config.to);
        if let Some(dates) = dates.filter(|(from, to)| entry.day() < *from || *to < entry.day()) {
            new.push(Remark::OutsideSprint {
                sprint: folder.name.clone(),
                day: entry.day(),
                dates,
            });
        }
        remarks.extend(new);
    }

    /// Who types, by nick if they are known here.
    pub fn author(&self, globals: &Globals, sprint: &Sprint) -> Result<String, Error> {
        let typed = globals
            .by
            .as_ref()
            .or(self.environment.variables.sprint_by.as_ref())
            .or(self.environment.login.as_ref());
        let typed = typed
            .map(|name| name.trim())
            .filter(|name| !is_blank(name))
            .ok_or(Error::NoAuthor)?;
        Ok(match sprint.people().named(typed)[..] {
            [id] => sprint.people().get(id).nick.clone(),
            _ => typed.to_owned(),
        })
    }

    /// An entry with an id that is free, before it is inserted. The id comes from what is recorded and from chance, which
    /// there is none of in a reproducible run.
    fn entry(&self, sprint: &Sprint, decided: &Decision, action: Action) -> Result<Entry, Error> {
        let number = action
            .makes_item()
            .then(|| sprint.next_number())
            .transpose()?;
        let typed = sprint.rising(&decided.by, decided.now)?;
        let at = if decided.is_dated() {
            sprint.free_from(&decided.by, decided.meant)?
        } else {
            typed
        };
        let id = EntryId::new(number, 0);
        let mut entry = Entry::new(id, at, decided.by.clone(), action);
        let mut salt = if self.environment.fixed {
            0
        } else {
            self.environment.random
        };
        loop {
            let mut hasher = FnvHasher::default();
            hasher.write_u64(salt);
            hasher.write(line(&entry).as_bytes());
            entry.id = EntryId::new(number, hasher.finish());
            if !sprint.entries().iter().any(|other| other.id == entry.id) {
                break;
            }
            salt = salt.wrapping_add(1);
        }
        // What is put in order over midnight stays on its day.
        let day = decided.meant.date_naive();
        entry.kept_day = Some(day).filter(|day| *day != at.date_naive());
        entry.entered = Some(typed).filter(|typed| *typed != at);
        Ok(entry)
    }
}

/// What several commands record.
pub(super) struct Recorded {
    /// The entries, where they have their effect.
    pub(super) entries: Vec<Entry>,
    /// The lines that say what was recorded.
    pub(super) told: Vec<String>,
    /// What is to be said besides.
    pub(super) remarks: Vec<Remark>,
}

/// What a command makes of the state before it.
struct Decision {
    /// What is to be recorded.
    actions: Vec<Action>,
    /// Who types.
    by: String,
    /// What time it is.
    now: DateTime<FixedOffset>,
    /// When it happened: now, unless somebody said when.
    meant: DateTime<FixedOffset>,
    /// Whether it was said that the clock has gone back.
    clock_went_back: bool,
}

impl Decision {
    /// Whether somebody said when it happened.
    fn is_dated(&self) -> bool {
        // One moment in another zone may be on another day.
        self.meant != self.now || self.meant.offset() != self.now.offset()
    }
}

/// Whether the writer's clock was ahead when they last recorded something. Older logs do not tell when something was
/// typed that was entered for a time to come; that was entered for a full minute.
fn clock_went_back(sprint: &Sprint, by: &str, now: DateTime<FixedOffset>) -> bool {
    let is_by_clock = |entry: &&Entry| {
        entry.entered.is_some() || entry.at.second() > 0 || entry.at.nanosecond() > 100_000_000
    };
    let is_ahead = |entry: &&Entry| entry.typed() - now > ROW;
    let mut ahead = sprint.entries().iter().filter(is_ahead).filter(is_by_clock);
    ahead.find(sprint.is_typed_by(by)).is_some()
}
