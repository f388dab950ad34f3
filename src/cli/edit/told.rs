//! Texts that the post tells, in the editor.

use std::path::Path;

use chrono::{DateTime, FixedOffset};
use lean_string::LeanString;

use super::minutes::{ChangedMinutes, MinuteText};
use crate::cli::context::{Context, Globals};
use crate::cli::loaded::LoadedSprint;
use crate::cli::options::Json;
use crate::cli::record::{Record, Resolver};
use crate::cli::request::{Request, Step};
use crate::cli::transaction::record;
use crate::cli::ui::Ui;
use crate::diagnostic::{Error, Location, Position, Remark, TakenUp};
use crate::domain::{Action, Entry, EntryId, ItemResult, Progress, Reword, Sprint, Undo};
use crate::journal::{Draft, Sources};
use crate::report::{
    Choices, Report, Template, ToldChange, ToldChanges, ToldError, ToldText, read_told, told_kind,
    write_told,
};
use crate::view;

/// Opens the texts of an item, or all that the post tells, and records what was changed.
pub fn edit_told(context: &Context<'_>, ui: &mut Ui, item: Option<&str>) -> Result<(), Error> {
    let loaded = LoadedSprint::open(context, ui)?;
    let sprint = &loaded.sprint;
    let told = match item {
        None => ToldText::all(sprint, &order(&loaded)),
        Some(typed) => {
            let item = sprint.find_any_item(typed)?.id;
            ToldText::find(sprint, item).into_iter().collect()
        }
    };
    if told.is_empty() {
        return ui.confirm("nothing is told yet");
    }
    let draft = Draft::begin(write_told(&told).as_bytes(), ".md")?;
    ui.edit(draft, TakenUp::Insert, |ui, edited, draft| {
        let in_text = |error| in_text(error, edited, draft.path());
        let ToldChanges { changes, emptied } = read_told(&told, edited).map_err(in_text)?;
        let remark_emptied = |ui: &mut Ui| match emptied.is_empty() {
            true => Ok(()),
            false => ui.remark(&Remark::EmptiedTold(emptied.clone())),
        };
        if changes.is_empty() {
            ui.confirm("nothing changed")?;
            return remark_emptied(ui);
        }
        let mut requests = Vec::new();
        for change in changes {
            add_requests(&mut requests, context, sprint, change);
        }
        let steps = requests.into_iter().map(Step::Record).collect();
        record(context, ui, steps, Json::default())?;
        remark_emptied(ui)
    })
}

/// Returns what the post tells, in its order. If there is something wrong with `post.md`, that of the built-in one.
fn order(loaded: &LoadedSprint) -> Vec<EntryId> {
    let LoadedSprint { folder, sprint, .. } = loaded;
    let report = |template: &Template, is_built_in| {
        let choices = Choices {
            is_built_in,
            ..Choices::default()
        };
        Report::new(sprint, folder.title(), &folder.config, template, choices).ok()
    };
    let own = folder.post().ok().flatten();
    let own = own.and_then(|post| Template::parse(&post.text).ok());
    let told = own.and_then(|own| report(&own, false));
    let told = told.or_else(|| report(&Template::built_in(), true));
    told.map(|report| report.told).unwrap_or_default()
}

fn in_text(error: ToldError, edited: &str, path: &Path) -> Error {
    let (line, column) = (error.line, 1);
    let location = Location::at(path, Position { line, column });
    Error::Told {
        quote: Sources::edited(path, edited.as_bytes()).quote(&location),
        location: Box::new(location),
        fault: error.fault,
    }
}

/// Adds what records a change: of an item, other words and another result; of an entry that tells something of its own,
/// an `undo` and a new entry for the same time.
fn add_requests<'c>(
    requests: &mut Vec<Request<'c>>,
    context: &Context<'c>,
    sprint: &Sprint,
    change: ToldChange,
) {
    let entry = sprint.entry(change.before.id);
    let entry = entry.filter(|entry| told_kind(&entry.action).is_some());
    let add = |command: Box<dyn Record>, context: &Context<'c>| Request {
        literal: true,
        ..Request::new(context.clone(), command)
    };
    let then = |at: DateTime<FixedOffset>| {
        context.with(Globals {
            at: Some(at.to_rfc3339()),
            ..context.globals.clone()
        })
    };
    let Some(entry) = entry else {
        let item = sprint.get(change.before.id);
        let text = change.text.as_deref();
        let minutes = item
            .zip(text)
            .and_then(|(item, text)| ChangedMinutes::of(sprint, item, text));
        let item = change.before.id;
        let (gone, again) = minutes.map_or((None, Vec::new()), |it| (Some(it.gone), it.again));
        let changed = ChangedItem {
            change,
            is_shorter: gone.as_ref().is_some_and(|gone| gone.len() > again.len()),
            gone,
        };
        requests.push(add(Box::new(changed), context));
        for minute in again {
            let then = minute.at.map(then);
            let minute = MinuteAgain { item, minute };
            requests.push(add(Box::new(minute), then.as_ref().unwrap_or(context)));
        }
        return;
    };
    let text = change.text.clone().unwrap_or_default();
    let again = ToldAgain(with_text(&entry.action, text.into()));
    let then = then(entry.at);
    requests.push(add(Box::new(TakenBack(change.before)), context));
    requests.push(add(Box::new(again), &then));
}

/// Other words and another result of an item.
struct ChangedItem {
    change: ToldChange,
    /// The minutes that are no longer so, if only minutes were changed of the text.
    gone: Option<Vec<EntryId>>,
    /// Whether there are fewer minutes than before.
    is_shorter: bool,
}

impl Record for ChangedItem {
    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        let ToldChange {
            before,
            title,
            text,
        } = &self.change;
        require_unchanged(resolver.sprint, before)?;
        let item = before.id;
        let reword = title.clone().map(|text| {
            Action::Reword(Reword {
                item,
                text: text.into(),
            })
        });
        let only = true;
        let result = text.clone().filter(|_| self.gone.is_none());
        let result = result.map(|text| {
            Action::Result(ItemResult {
                item,
                text: text.into(),
                only,
            })
        });
        let gone = self.gone.iter().flatten();
        let gone = gone.map(|entry| {
            Action::Undo(Undo {
                entry: *entry,
                only,
            })
        });
        Ok(reword.into_iter().chain(result).chain(gone).collect())
    }

    fn confirmations(&self, sprint: &Sprint, entries: &[Entry]) -> Vec<String> {
        let said = entries.iter();
        let said = said.filter(|entry| !matches!(entry.action, Action::Undo(_)));
        let said = said.map(|entry| self.confirmation(sprint, entry));
        let ToldText { name, title, .. } = &self.change.before;
        let name = name.trim_start_matches('#');
        let deleted = self
            .is_shorter
            .then(|| format!("{name} changed: {title}  | minutes deleted"));
        said.chain(deleted).collect()
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        let what = match &entry.action {
            Action::Reword(_) => "reworded",
            _ if self.change.before.text.is_empty() => "result added",
            _ => "result replaced",
        };
        view::recorded(sprint, entry, what)
    }
}

/// A minute after it was changed.
struct MinuteAgain {
    item: EntryId,
    minute: MinuteText,
}

impl Record for MinuteAgain {
    fn actions(&self, _: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        Ok(vec![Action::Progress(Progress {
            item: self.item,
            text: self.minute.text.as_str().into(),
        })])
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        view::recorded(sprint, entry, "changed")
    }

    fn confirmations(&self, sprint: &Sprint, entries: &[Entry]) -> Vec<String> {
        let said = entries.iter().filter(|_| self.minute.is_changed);
        said.map(|entry| self.confirmation(sprint, entry)).collect()
    }
}

/// Returns an action that tells something of its own with another text.
fn with_text(action: &Action, text: LeanString) -> Action {
    let mut action = action.clone();
    match &mut action {
        Action::Goal(goal) => goal.text = text,
        Action::Note(note) => note.text = text,
        Action::Next(next) => next.text = text,
        Action::Thank(thank) => thank.text = text,
        _ => {}
    }
    action
}

/// What an entry told before it was changed.
struct TakenBack(ToldText);

impl Record for TakenBack {
    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        require_unchanged(resolver.sprint, &self.0)?;
        let (entry, only) = (self.0.id, true);
        Ok(vec![Action::Undo(Undo { entry, only })])
    }

    fn confirmation(&self, _: &Sprint, _: &Entry) -> String {
        String::new()
    }

    fn confirmations(&self, _: &Sprint, _: &[Entry]) -> Vec<String> {
        Vec::new()
    }
}

/// What it tells after it was changed.
struct ToldAgain(Action);

impl Record for ToldAgain {
    fn actions(&self, _: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        Ok(vec![self.0.clone()])
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        let kind = told_kind(&self.0).unwrap_or_default();
        view::recorded(sprint, entry, &format!("{kind} replaced"))
    }
}

/// Refuses to replace what somebody else has changed since it was opened.
fn require_unchanged(sprint: &Sprint, opened: &ToldText) -> Result<(), Error> {
    match ToldText::find(sprint, opened.id) {
        Some(now) if now == *opened => Ok(()),
        _ => Err(Error::ToldMeanwhile(opened.name.clone())),
    }
}
