//! Recording: how what somebody typed becomes an entry of the log, or several at once: all of them, or none.

use std::collections::HashSet;
use std::hash::Hasher;

use chrono::{DateTime, FixedOffset, TimeDelta, Timelike};
use fnv::FnvHasher;
use lean_string::LeanString;

use super::context::Context;
use super::loaded::LoadedSprint;
use super::options::Json;
use super::record::Resolver;
use super::request::{Request, Step, ViewLine};
use super::ui::Ui;
use super::view::Answer;
use crate::diagnostic::{Error, Remark, TakenUp, TimeRemark, duration};
use crate::domain::{
    Action, CLOCK_TOLERANCE, Entry, EntryId, Inserted, KnownPeople, Repeated, Sets, Sprint,
};
use crate::journal::{Folder, LogWriter, line};
use crate::report::{is_too_deep, misread, unknown_handles};
use crate::view::{self, Look};

/// The difference between clocks from which on there is a remark.
const APART: TimeDelta = TimeDelta::hours(1);

/// Records what several commands decide, all of it or nothing: under the sprint's lock, reads the logs, applies
/// one after another, appends, and only then confirms what was recorded, and shows what views between them answer.
pub fn record(
    context: &Context<'_>,
    ui: &mut Ui,
    mut steps: Vec<Step<'_>>,
    json: Json,
) -> Result<(), Error> {
    let mut drafts = Vec::new();
    // Nothing may be locked yet: people take their time to write.
    let texts = steps.iter_mut().try_for_each(|step| match step {
        Step::Record(request) => {
            let read = request.read_texts(ui, &mut drafts);
            read.map_err(|error| error.in_line(request.location.as_ref()))
        }
        Step::Show(_) => Ok(()),
    });
    let recorded = texts.and_then(|()| record_read(context, ui, &steps, json));
    if recorded.is_err() {
        drafts
            .into_iter()
            .try_for_each(|draft| ui.keep(draft, TakenUp::Input))?;
    }
    recorded
}

fn record_read(
    context: &Context<'_>,
    ui: &mut Ui,
    steps: &[Step<'_>],
    json: Json,
) -> Result<(), Error> {
    let folder = context.folder()?;
    let requests = steps.iter().filter(|step| matches!(step, Step::Record(_)));
    let requests = requests.count();
    let mut writer = match requests {
        0 => None,
        _ => Some(log_writer(ui, &folder)?),
    };
    let reading = match &mut writer {
        Some(writer) => writer.read()?,
        None => folder.read()?,
    };
    let mut loaded = LoadedSprint::of(folder.clone(), reading);
    loaded.warn(ui)?;
    let look = ui.look();
    let mut outcome = Outcome::default();
    for step in steps {
        match step {
            Step::Record(request) => outcome.add_line(request, requests > 1, &mut loaded)?,
            Step::Show(view) => outcome.show(view, look, &loaded)?,
        }
    }
    if json.wanted {
        outcome.answer_in_json(&loaded.sprint);
    }
    if let Some(writer) = writer {
        outcome.append(context, &folder, &writer)?;
    }
    outcome.confirm(ui, &loaded.sprint)?;
    ui.leave(loaded);
    Ok(())
}

/// Waits for the right to write to a sprint, with a remark if it has to.
pub fn log_writer<'f>(ui: &mut Ui, folder: &'f Folder) -> Result<LogWriter<'f>, Error> {
    let mut waited = Ok(());
    let writer = folder.log_writer(|| waited = ui.remark(&Remark::Waiting))?;
    waited.map(|()| writer)
}

/// What several commands record, before it is written.
#[derive(Default)]
pub struct Outcome {
    /// The entries, at the times at which they have their effect.
    pub entries: Vec<Entry>,
    /// The lines that say what was recorded.
    pub confirmations: Vec<String>,
    answers: Vec<LineAnswer>,
    remarks: Vec<Remark>,
}

/// What a view of a batch shows.
struct LineAnswer {
    line: usize,
    view: &'static str,
    text: String,
    /// How many of the confirmations are before it.
    confirmed: usize,
}

impl Outcome {
    /// Applies what several commands propose, one after another.
    pub fn of(requests: &[Request<'_>], loaded: &mut LoadedSprint) -> Result<Outcome, Error> {
        let mut outcome = Outcome::default();
        for request in requests {
            outcome.add_line(request, requests.len() > 1, loaded)?;
        }
        Ok(outcome)
    }

    fn add_line(
        &mut self,
        request: &Request<'_>,
        is_one_of_several: bool,
        loaded: &mut LoadedSprint,
    ) -> Result<(), Error> {
        let added = self.add(request, is_one_of_several, loaded);
        added.map_err(|error| error.in_line(request.location.as_ref()))
    }

    /// Adds what a view answers in the state so far. A no is only a remark: an exit status other than 0 would say that
    /// nothing was recorded.
    fn show(
        &mut self,
        shown: &ViewLine<'_>,
        look: Look,
        loaded: &LoadedSprint,
    ) -> Result<(), Error> {
        let location = &shown.location;
        let answer = shown.view.answer(&shown.context, look, loaded);
        let Answer { text, no } = answer.map_err(|error| error.in_line(Some(location)))?;
        self.answers.push(LineAnswer {
            line: location.position.map_or(0, |position| position.line),
            view: shown.view.name(),
            text,
            confirmed: self.confirmations.len(),
        });
        let no = no.map(|error| Remark::AnswerIsNo {
            location: Box::new(location.clone()),
            error,
        });
        self.remarks.extend(no);
        Ok(())
    }

    /// Confirms all of it with an object in JSON.
    fn answer_in_json(&mut self, sprint: &Sprint) {
        let answers = self.answers.iter().map(|answer| view::json::LineAnswer {
            line: answer.line,
            view: answer.view,
            answer: &answer.text,
        });
        let answers: Vec<_> = answers.collect();
        let answer = view::json::recorded(sprint, &self.entries, &answers);
        self.confirmations = vec![answer.trim_end().to_owned()];
        self.answers.clear();
    }

    /// Adds what a command of several proposes; nothing of it, if it is refused. `logged` is what stands in the log.
    pub fn add_if_allowed(
        &mut self,
        request: &Request<'_>,
        logged: &[Entry],
        loaded: &mut LoadedSprint,
    ) -> Result<(), Error> {
        let (entries, confirmations) = (self.entries.len(), self.confirmations.len());
        let remarks = self.remarks.len();
        let added = self.add(request, true, loaded);
        if added.is_err() {
            self.entries.truncate(entries);
            if loaded.sprint.entries().len() != logged.len() + entries {
                let all = [logged, &self.entries].concat();
                loaded.sprint = Sprint::from_entries(all);
            }
            self.confirmations.truncate(confirmations);
            self.remarks.truncate(remarks);
        }
        added
    }

    fn add(
        &mut self,
        request: &Request<'_>,
        is_one_of_several: bool,
        loaded: &mut LoadedSprint,
    ) -> Result<(), Error> {
        let read_again = request.read_again(loaded)?;
        let request = read_again.as_ref().unwrap_or(request);
        let first = self.entries.len();
        let batch = self.entries.first().map(|entry| entry.id);
        let mut proposal = Proposal::of(request, batch, loaded)?;
        let said = self.remarks.len();
        self.remarks.append(&mut proposal.remarks);
        let said = said..self.remarks.len();
        let is_batch = is_one_of_several || proposal.actions.len() > 1;
        for action in std::mem::take(&mut proposal.actions) {
            let mut entry = proposal.entry(&request.context, &loaded.sprint, action)?;
            if is_batch {
                entry.batch = Some(self.entries.first().unwrap_or(&entry).id);
            }
            if let Some(problem) = loaded.sprint.refusal(&entry) {
                return Err(loaded.refused(problem, None));
            }
            let brings_back = |undo: &Entry| {
                let mut taken = loaded.sprint.taken_by(undo).into_iter();
                taken.any(|entry| matches!(entry.action, Action::Undo(_)))
            };
            let before = brings_back(&entry).then(|| loaded.sprint.clone());
            let sprint = std::mem::take(&mut loaded.sprint);
            let inserted = sprint
                .insert(entry, proposal.is_dated())
                .map_err(|problem| loaded.refused(problem, before.as_ref()))?;
            let outside = outside_sprint(&inserted.entry, &loaded.folder);
            let times = proposal
                .remark_on_order(&inserted)
                .into_iter()
                .chain(outside);
            self.remarks.extend(times.map(Remark::Time));
            loaded.sprint = inserted.sprint;
            self.entries.push(inserted.entry);
        }
        let added = &self.entries[first..];
        if is_batch {
            let ids: Vec<EntryId> = added.iter().map(|entry| entry.id).collect();
            let remarks = self.remarks[said].iter_mut();
            remarks.for_each(|remark| remark.set_entries(&ids, is_one_of_several));
        }
        loaded.sprint.print_in_full(&proposal.joined);
        let confirmations = request.command.confirmations(&loaded.sprint, added);
        self.confirmations.extend(confirmations);
        loaded.sprint.print_in_full(&[]);
        Ok(())
    }

    /// Decides whether what was edited is a batch: more than one entry, or a lone undo, which `sprint undo` would pass over
    /// as one that somebody typed. `is_kept`: the document may be imported again, and then it matters what came from it.
    pub fn settle_batch(&mut self, is_kept: bool) {
        if let [alone] = &mut self.entries[..] {
            let is_undo = matches!(alone.action, Action::Undo(_));
            let is_item = alone.id.number().is_some();
            alone.batch = (is_undo || is_kept && is_item).then_some(alone.id);
        }
    }

    pub fn append(
        &mut self,
        context: &Context<'_>,
        folder: &Folder,
        writer: &LogWriter<'_>,
    ) -> Result<(), Error> {
        let lines = folder.lines_of(&self.entries);
        let cut_off = writer.append(&lines)?.into_iter();
        self.remarks.extend(cut_off.map(Remark::CutOff));
        folder.receipts(context.state()).add(&lines);
        Ok(())
    }

    /// Confirms what was recorded, shows what views answer, and each remark once.
    pub fn confirm(mut self, ui: &mut Ui, sprint: &Sprint) -> Result<(), Error> {
        let mut confirmed = 0;
        for answer in &self.answers {
            for line in &self.confirmations[confirmed..answer.confirmed] {
                ui.confirm(line)?;
            }
            confirmed = answer.confirmed;
            ui.print(&answer.text)?;
        }
        for line in &self.confirmations[confirmed..] {
            ui.confirm(line)?;
        }
        let remarks = self.take_remarks(sprint);
        remarks.iter().try_for_each(|remark| ui.remark(remark))
    }

    /// Takes out the same for a document, which says by itself who of those whom it lists may be one.
    pub fn take_remarks_of_document(&mut self, sprint: &Sprint) -> Vec<Remark> {
        let mut remarks = self.take_remarks(sprint);
        remarks.retain(|remark| !matches!(remark, Remark::MayBeKnown { .. }));
        remarks
    }

    /// Takes out what is to be said in addition to the sprint as it is then, each remark once.
    fn take_remarks(&mut self, sprint: &Sprint) -> Vec<Remark> {
        let mut shown = HashSet::new();
        let mut remarks = std::mem::take(&mut self.remarks);
        remarks.retain_mut(|remark| {
            !is_settled(remark, sprint) && shown.insert(remark.describe().text)
        });
        remarks
    }
}

/// Returns whether a remark does not hold after all commands, and leaves out of it what does not.
fn is_settled(remark: &mut Remark, sprint: &Sprint) -> bool {
    let find = |label: &str| sprint.find_any_item(label).ok();
    match remark {
        Remark::OpenParts { parts, .. } => {
            parts.retain(|(part, _)| sprint.get(*part).is_some_and(|part| part.is_open()));
            parts.is_empty()
        }
        Remark::StaysOpen { label, .. } => {
            find(&label.to_string()).is_some_and(|item| !item.is_open())
        }
        Remark::NoResult(label) => find(label).is_some_and(|item| !item.results.is_empty()),
        Remark::NamesInText { number, .. } => {
            find(&number.to_string()).is_some_and(|item| !item.assignees.is_empty())
        }
        _ => false,
    }
}

/// Returns whether two commands record the same, and nothing is said about only one of them.
pub fn is_same(one: &Request<'_>, other: &Request<'_>, loaded: &LoadedSprint) -> bool {
    let proposed = |request: &Request<'_>| -> Result<_, Error> {
        let read_again = request.read_again(loaded)?;
        let request = read_again.as_ref().unwrap_or(request);
        let proposal = Proposal::of(request, None, loaded)?;
        // What the words of a text name is so with `--`, too.
        let is_about_it = |remark: &&Remark| !matches!(remark, Remark::NamesInText { .. });
        let remarks = proposal.remarks.iter().filter(is_about_it);
        let remarks = remarks.map(|remark| remark.describe().text);
        let remarks: Vec<String> = remarks.collect();
        Ok((proposal.actions, remarks))
    };
    match (proposed(one), proposed(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

/// What a command is about to record.
struct Proposal {
    actions: Vec<Action>,
    by: LeanString,
    now: DateTime<FixedOffset>,
    /// When it happened: now, unless a time was given.
    at: DateTime<FixedOffset>,
    /// Whether the writer's clock was ahead when they last recorded something.
    clock_went_back: bool,
    remarks: Vec<Remark>,
    /// Who was named by several words.
    joined: Vec<String>,
}

impl Proposal {
    fn of(
        request: &Request<'_>,
        batch: Option<EntryId>,
        loaded: &LoadedSprint,
    ) -> Result<Proposal, Error> {
        let context = match request.command.has_day_of_sprint() {
            true => &request.context.of_attendance(&loaded.folder.config)?,
            false => &request.context,
        };
        let (now, at) = (context.now, context.event_time()?);
        let sprint = &loaded.sprint;
        let by = LeanString::from(context.author(sprint)?);
        let mut resolver = Resolver {
            sprint,
            folder: &loaded.folder,
            today: context.today(),
            day: at.date_naive(),
            by: by.clone(),
            batch,
            text: request.text.clone(),
            literal: request.literal,
            brackets: String::new(),
            options: request.options.clone(),
            option_text: request.option_text.clone(),
            remarks: Vec::new(),
            joined: Vec::new(),
        };
        let actions = request.command.actions(&mut resolver)?;
        resolver.check_text(&actions)?;
        resolver.check_values(&actions)?;
        resolver.remark_on_items_in_text(&actions);
        resolver.remark_on_slips(&actions);
        resolver.remark_on_rest(&actions);
        let texts = actions.iter().flat_map(|action| action.fields().texts());
        if texts.map(|(_, text)| text).any(is_too_deep) {
            return Err(Error::TooDeep);
        }
        let (mut remarks, joined) = (resolver.remarks, resolver.joined);
        name_items(&mut remarks, &actions, sprint);
        let texts = actions.iter().flat_map(|action| action.fields().markdown());
        let misread = texts.filter_map(misread);
        remarks.extend(misread.map(|(word, markup)| Remark::Misread { word, markup }));
        let texts = actions.iter().flat_map(|action| action.fields().markdown());
        remarks.extend(texts.flat_map(|text| unknown_mentions(sprint, text)));
        let repeated = actions.iter();
        let repeated = repeated.map(|action| sprint.repeated(action, at.date_naive()));
        let repeated: Option<Vec<Repeated>> = repeated.collect();
        // Of another time only days are known.
        let is_known =
            |one: &Repeated| at == now || matches!(one, Repeated::Left(_) | Repeated::Day);
        let repeated = repeated.into_iter().flatten().filter(is_known);
        remarks.extend(repeated.map(Remark::repeated));
        let clock_went_back = at == now && clock_went_back(sprint, &by, now);
        if clock_went_back {
            remarks.push(Remark::Time(TimeRemark::ClockWentBack));
        }
        // Whoever leaves, and what a day is, may well be known before.
        let is_planned = |action: &Action| matches!(action, Action::Leave(_) | Action::Day(_));
        if at - now > CLOCK_TOLERANCE && !actions.iter().all(is_planned) {
            let at = at.format("%Y-%m-%d %H:%M").to_string();
            remarks.push(Remark::Time(TimeRemark::Ahead(at)));
        }
        Ok(Proposal {
            actions,
            by,
            now,
            at,
            clock_went_back,
            remarks,
            joined,
        })
    }

    /// Returns whether somebody gave a time.
    fn is_dated(&self) -> bool {
        // One time in another zone may be on another day.
        self.at != self.now || self.at.offset() != self.now.offset()
    }

    /// Makes an entry with an id that is free, before it is inserted.
    fn entry(
        &self,
        context: &Context<'_>,
        sprint: &Sprint,
        action: Action,
    ) -> Result<Entry, Error> {
        let number = action.makes_item().then(|| sprint.next_number());
        let number = number.transpose()?;
        let typed = sprint.typing_time(&self.by, self.now)?;
        let at = match self.is_dated() {
            true => sprint.dated_time(&self.by, self.at)?,
            false => typed,
        };
        let mut entry = Entry::new(EntryId::new(number, 0), at, self.by.clone(), action);
        // A reproducible run has no random numbers.
        let random = context.environment.random;
        let salt = if context.environment.fixed { 0 } else { random };
        entry.id = free_id(sprint, &entry, salt);
        // What is put in order over midnight stays on its day.
        let day = self.at.date_naive();
        entry.kept_day = Some(day).filter(|day| *day != at.date_naive());
        entry.entered = Some(typed).filter(|typed| *typed != at);
        Ok(entry)
    }

    /// Remarks that an entry was moved after one that would have cancelled it, if that is a surprise.
    fn remark_on_order(&self, inserted: &Inserted) -> Option<TimeRemark> {
        let entry = &inserted.entry;
        let after = inserted.after?;
        let rival = inserted.sprint.entry(after)?;
        let is_own = inserted.sprint.is_typed_by(&self.by)(&rival);
        let whose = (!is_own).then(|| inserted.sprint.people().print_name(&rival.by));
        let counts = rival.at.format("%Y-%m-%d %H:%M").to_string();
        let apart = entry.at - self.at;
        // Of these only the day counts, which is kept.
        let is_of_days = matches!(entry.action.sets(), Sets::Attendance | Sets::Day);
        if is_of_days && (self.is_dated() || rival.entered.is_some()) {
            None
        } else if self.is_dated() {
            let day = entry.day();
            let is_late = entry.kept_day.is_some() || apart >= CLOCK_TOLERANCE;
            is_late.then_some(TimeRemark::After { whose, counts, day })
        } else {
            let is_news = apart >= APART && !(is_own && self.clock_went_back);
            is_news.then(|| TimeRemark::ClocksApart {
                whose,
                counts: rival.entered.map(|_| counts),
                apart: duration(apart),
            })
        }
    }
}

/// Makes an id that no entry of the sprint has from what is recorded and a salt.
fn free_id(sprint: &Sprint, entry: &Entry, mut salt: u64) -> EntryId {
    loop {
        let mut hasher = FnvHasher::default();
        hasher.write_u64(salt);
        hasher.write(line(entry).as_bytes());
        let id = EntryId::new(entry.id.number(), hasher.finish());
        // A number that is given is new, so no entry has this id.
        if id.number().is_some() || sprint.entry(id).is_none() {
            return id;
        }
        salt = salt.wrapping_add(1);
    }
}

/// Names the items that the actions are about in the commands that remarks give for them.
fn name_items(remarks: &mut [Remark], actions: &[Action], sprint: &Sprint) {
    let items = actions.iter().filter_map(Action::item);
    let items = items.filter_map(|id| sprint.get(id));
    let mut labels: Vec<String> = items.map(|item| item.label.to_string()).collect();
    labels.dedup();
    if labels.is_empty() {
        return;
    }
    for remark in remarks {
        if let Remark::NameInBrackets {
            command: Some(command),
            ..
        }
        | Remark::UnknownInBrackets { command, .. } = remark
        {
            *command = command.replace("ITEM", &labels.join(","));
        }
    }
}

/// Remarks on handles in a text that nobody has and that look like those of somebody.
fn unknown_mentions(sprint: &Sprint, text: &str) -> Vec<Remark> {
    let known = KnownPeople::new(sprint.people());
    let handles = unknown_handles(sprint.people(), text).into_iter();
    let remarks = handles.filter_map(|handle| {
        let mut near = known.nicks_like(&handle);
        if near.is_empty() {
            let several = known.find(&handle.replace('-', " ")).into_iter();
            let nicks = several.map(|id| &sprint.people().get(id).nick);
            near = nicks.map(|nick| nick.replace(' ', "-")).collect();
        }
        (!near.is_empty()).then_some(Remark::NoSuchHandle { handle, near })
    });
    remarks.collect()
}

/// Remarks that an entry is for a day that is not one of the sprint.
fn outside_sprint(entry: &Entry, folder: &Folder) -> Option<TimeRemark> {
    let (from, to) = folder.config.from.zip(folder.config.to)?;
    let day = entry.day();
    entry
        .is_outside(from, to)
        .then(|| TimeRemark::OutsideSprint {
            sprint: folder.name.clone(),
            day,
            from,
            to,
        })
}

/// Returns whether the writer's clock was ahead when they last recorded something. Older logs do not say when something
/// was typed that was entered for a later time; that was entered for a full minute.
fn clock_went_back(sprint: &Sprint, by: &str, now: DateTime<FixedOffset>) -> bool {
    let is_by_clock = |entry: &&Entry| {
        entry.entered.is_some() || entry.at.second() > 0 || entry.at.nanosecond() > 100_000_000
    };
    let mut ahead = sprint
        .typed_after(now + CLOCK_TOLERANCE)
        .filter(is_by_clock);
    ahead.find(sprint.is_typed_by(by)).is_some()
}
