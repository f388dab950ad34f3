//! `sprint sync`: what was recorded is exchanged with others, through git.

use std::collections::{BTreeSet, HashSet};

use clap::Args;

use super::check::faults_of_post;
use super::context::{Context, Globals};
use super::loaded::LoadedSprint;
use super::options::Json;
use super::record::{Record, Resolver};
use super::request::{Request, Step};
use super::transaction::record;
use super::ui::Ui;
use crate::diagnostic::{Diagnostic, Error, GitError, PostProblem, Remark, counted};
use crate::domain::{Action, Entry, EntryId, Exchanged, Renumber, Sprint};
use crate::journal::{Sources, SyncReport};
use crate::view;

/// How many of the entries that were missing are named.
const NAMED: usize = 5;

/// Commit, pull and push the logs and the post with git
///
/// Only files of the sprint are committed, on top of what others have pushed. Your other files, what you have staged and
/// your own commits stay as they are. An entry that is missing on one side comes back: only `undo` takes one back.
/// If two items were given the same number and yours is the later one, it gets another. `post.md` is merged line by line;
/// where that conflicts, yours stays, and the version of others is put beside it, as `post.theirs.md`.
#[derive(Args, Debug)]
pub struct Sync {}

impl Sync {
    /// Exchanges, resolves shared numbers, and exchanges that.
    pub fn run(self, context: &Context<'_>, ui: &mut Ui) -> Result<(), Error> {
        // What comes may be a later sprint.
        let folder = context.folder().map_err(|error| match error {
            Error::NoJournal | Error::NoSprint(_) => GitError::NothingHere.into(),
            error => error,
        })?;
        let context = &context.with(Globals {
            sprint: Some(folder.name),
            ..context.globals.clone()
        });
        let (post, exchanged) = exchange(context, ui)?;
        let loaded = LoadedSprint::read(context.folder()?)?;
        let by = context.author(&loaded.sprint)?;
        // Whoever has joined since may have typed under another name.
        let who = |name: &str| match loaded.sprint.people().named(name)[..] {
            [person] => Some(person),
            _ => None,
        };
        let is_own = |name: &str| name == by || who(name).is_some() && who(name) == who(&by);
        let own = loaded
            .sprint
            .entries()
            .iter()
            .filter(|entry| is_own(&entry.by));
        let own: HashSet<EntryId> = own.map(|entry| entry.id).collect();
        let renumberable = loaded.sprint.renumberable();
        let renumbered = renumberable.filter(|item| own.contains(&item.id));
        let requests = renumbered.map(|item| {
            let command = AutomaticRenumber { item: item.id };
            Step::Record(Request::new(context.clone(), Box::new(command)))
        });
        let requests: Vec<Step<'_>> = requests.collect();
        // Whatever records warns by itself.
        if requests.is_empty() {
            loaded.warn(ui)?;
            remark_on(&exchanged, context, ui)?;
            return show_problem(context, ui, post);
        }
        record(context, ui, requests, Json::default())?;
        let (post, _) = exchange(context, ui)?;
        remark_on(&exchanged, context, ui)?;
        show_problem(context, ui, post)
    }
}

/// Remarks on what was recorded on both sides and does not fit together, or is the same.
fn remark_on(exchanged: &Exchanged, context: &Context<'_>, ui: &mut Ui) -> Result<(), Error> {
    if exchanged.received.is_empty() {
        return Ok(());
    }
    let loaded = LoadedSprint::read(context.folder()?)?;
    let mut lints = loaded.sprint.copies(Some(exchanged));
    lints.extend(loaded.sprint.opposed_by(exchanged));
    let diagnostics = lints.into_iter();
    let diagnostics = diagnostics.filter_map(|lint| loaded.diagnostic(lint));
    let diagnostics: Vec<Diagnostic> = diagnostics.collect();
    ui.show_diagnostics("remark", &diagnostics, loaded.folder.sources())
}

fn show_problem(
    context: &Context<'_>,
    ui: &mut Ui,
    post: Option<PostProblem>,
) -> Result<(), Error> {
    let Some(problem) = post else { return Ok(()) };
    let quote = context.folder()?.sources().quote(&problem.location);
    ui.remark(&Remark::Post(Box::new(problem), quote))
}

/// Exchanges, and returns what keeps `post.md` from it, and what was exchanged.
fn exchange(context: &Context<'_>, ui: &mut Ui) -> Result<(Option<PostProblem>, Exchanged), Error> {
    let folder = context.folder()?;
    let loaded = LoadedSprint::read(folder.clone())?;
    let message = |entries: &[Entry]| view::commit_message(&folder.name, &loaded.sprint, entries);
    let prompts = ui.interactive;
    let mut waited = Ok(());
    let receipts = folder.receipts(context.state());
    let waiting = || waited = ui.remark(&Remark::Waiting);
    let mut sources = folder.sources();
    let exchange = folder.sync(&receipts, message, prompts, waiting)?;
    waited?;
    ui.confirm(&summary(&exchange))?;
    let writer = folder.log_writer(|| ())?;
    let loaded = LoadedSprint::read(folder.clone())?;
    receipts.renew(|id| loaded.sprint.entry(id));
    drop(writer);
    let ids = |entries: &[Entry]| entries.iter().map(|entry| entry.id).collect();
    let exchanged = Exchanged {
        sent: ids(&exchange.sent),
        received: ids(&exchange.received),
    };
    let (post, is_post_sent) = (exchange.post.problem.clone(), exchange.post.is_sent);
    for remark in remarks(exchange, &loaded.sprint, &mut sources) {
        ui.remark(&remark)?;
    }
    if is_post_sent {
        let mut faults = faults_of_post(&loaded);
        faults.retain(Diagnostic::is_error);
        ui.warn(&faults, loaded.folder.sources())?;
    }
    Ok((post, exchanged))
}

fn remarks(exchange: SyncReport, sprint: &Sprint, sources: &mut Sources) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let named = |entries: &[Entry]| {
        let entries = entries.iter().take(NAMED);
        let named = |entry: &Entry| view::short(&view::describe_with_item(sprint, entry));
        entries.map(named).collect()
    };
    let again = [
        (&exchange.returned, Remark::Returned as fn(_, _) -> _),
        (&exchange.sent_again, Remark::SentAgain),
    ];
    for (entries, remark) in again {
        if !entries.is_empty() {
            remarks.push(remark(entries.len(), named(entries)));
        }
    }
    let replaced = exchange.replaced.into_iter();
    remarks.extend(replaced.map(|replaced| Remark::Replaced {
        id: replaced.id.to_string(),
        why: replaced.why,
        text: replaced.text,
        kept: replaced.kept,
    }));
    remarks.extend(exchange.cut_off.into_iter().map(Remark::CutOff));
    let damage = exchange.damage.into_iter();
    remarks.extend(damage.map(|location| Remark::NotSent {
        quote: sources.quote(&location),
        location: Box::new(location),
    }));
    remarks.extend(exchange.unsent.into_iter().map(Remark::Unsent));
    remarks
}

/// Prints `4 sent, 9 received from 3 people`.
fn summary(exchange: &SyncReport) -> String {
    let new = exchange.sent.len() - exchange.sent_again.len();
    let sent = match (new, exchange.files) {
        (0, 0) => None,
        (0, files) => Some(format!("{} sent", counted(files, "file"))),
        (entries, 0) => Some(format!("{entries} sent")),
        (entries, files) => Some(format!("{entries} sent with {}", counted(files, "file"))),
    };
    let people = exchange.received.iter().map(|entry| entry.by.as_str());
    let people = match people.collect::<BTreeSet<_>>().len() {
        1 => "1 person".to_owned(),
        people => format!("{people} people"),
    };
    let some = |count: usize, text: String| (count > 0).then_some(text);
    let (received, again) = (exchange.received.len(), exchange.sent_again.len());
    let (returned, changed) = (exchange.returned.len(), exchange.changed);
    let post = &exchange.post;
    let is_held = post.problem.is_some() && !post.is_sent;
    let post = match (post.is_sent, post.is_received) {
        (false, false) => None,
        (true, _) | (_, true) if post.is_removed => Some("post.md removed"),
        (true, false) => Some("post.md sent"),
        (false, true) => Some("post.md received"),
        (true, true) => Some("post.md merged and sent"),
    };
    let parts = [
        sent,
        post.map(str::to_owned),
        some(again, format!("{again} sent again")),
        some(received, format!("{received} received from {people}")),
        some(returned, format!("{returned} came back")),
        some(
            changed,
            format!("{} brought up to date", counted(changed, "log")),
        ),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() && is_held {
        "nothing sent, nothing received".to_owned()
    } else if parts.is_empty() {
        "nothing to send, nothing received".to_owned()
    } else {
        parts.join(", ")
    }
}

/// Gives another number to an item whose number was already taken.
struct AutomaticRenumber {
    item: EntryId,
}

impl Record for AutomaticRenumber {
    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        Ok(vec![Action::Renumber(Renumber {
            item: self.item,
            number: resolver.sprint.next_number()?,
            settled: true,
        })])
    }

    fn confirmation(&self, sprint: &Sprint, _: &Entry) -> String {
        let Some(item) = sprint.get(self.item) else {
            return String::new();
        };
        format!(
            "your {} is now {}: {}",
            item.former_number.unwrap_or_default(),
            item.label,
            view::short(&item.text)
        )
    }
}
