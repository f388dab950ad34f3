//! What a planning document would record.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use lean_string::LeanString;

use super::context::Context;
use super::line::Line;
use super::loaded::LoadedSprint;
use super::record::clean;
use super::recording::request_of;
use super::request::Request;
use super::transaction::{Outcome, is_same};
use crate::diagnostic::{
    Error, Location, PlanningFault, PlanningRemark, Position, Quote, Remark, UnreadKind,
};
use crate::domain::{Entry, EntryId, Sprint};
use crate::planning::{
    Change, Changes, Document, News, Opened, Shown, Target, Typed, changes, keep_those_above_news,
    read, write,
};
use crate::text::visible_lines;

/// The text of a planning document, and what it is called in messages.
pub struct Source {
    file: PathBuf,
    pub text: String,
    lines: Vec<String>,
}

impl Source {
    pub fn new(file: &Path, text: &str) -> Source {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let text = text.replace("\r\n", "\n");
        Source {
            file: file.to_owned(),
            lines: text.lines().map(str::to_owned).collect(),
            text,
        }
    }

    /// Points at the first letter of a line.
    pub fn location(&self, line: usize) -> Location {
        let letters = self.line(line).unwrap_or_default().chars();
        let column = letters.take_while(|letter| letter.is_whitespace()).count() + 1;
        Location::at(&self.file, Position { line, column })
    }

    pub fn quote(&self, location: &Location) -> Option<Box<Quote>> {
        let position = location.position?;
        let line = self.line(position.line)?;
        Some(Box::new(Quote::of(line, position)))
    }

    /// Says a remark with its line. What to do is said once of all the lines of a kind: `hints` are those that were said.
    pub fn remark(&self, remark: &PlanningRemark, hints: &mut HashSet<String>) -> Remark {
        let location = remark.line().map(|line| self.location(line));
        let is_like = matches!(remark, PlanningRemark::Like { .. });
        let quoted = location.as_ref().filter(|_| is_like);
        let hint = remark.hint();
        Remark::Planning {
            quote: quoted.and_then(|location| self.quote(location)),
            location: location.map(Box::new),
            remark: remark.clone(),
            hint: hint.filter(|hint| hints.insert(hint.clone())),
        }
    }

    fn line(&self, line: usize) -> Option<&str> {
        let line = self.lines.get(line.checked_sub(1)?)?;
        Some(line)
    }
}

/// What a planning document would record, before it is recorded.
#[derive(Default)]
pub struct Proposed {
    /// What is wrong in the document. If there is anything, nothing is proposed.
    pub faults: Vec<(usize, PlanningFault)>,
    /// The commands, as a batch has them.
    pub lines: Vec<String>,
    /// How many of them a batch would record otherwise, as their texts have several lines or signs that are not shown.
    pub inexact: usize,
    /// The names of the commands.
    pub verbs: Vec<String>,
    pub outcome: Outcome,
    /// The commands that the rules refuse: the line of the document, and why.
    pub refused: Vec<(usize, Error)>,
    pub remarks: Vec<PlanningRemark>,
    /// Which lines of the document are new.
    pub news: News,
}

impl Proposed {
    /// Compares a document with the sprint as it was when the document was written, and applies what was changed to the
    /// sprint as it is. Without `base`, the document may say from which state it comes.
    pub fn of(
        text: &str,
        base: Option<&Sprint>,
        context: &Context<'_>,
        loaded: &mut LoadedSprint,
    ) -> Result<Proposed, Error> {
        let (mut document, changes) = compared(text, base, context, loaded)?;
        document.unread.retain(|unread| {
            unread.why != UnreadKind::Struck || !changes.ended.contains(&unread.line)
        });
        document.fold_unread();
        let is_kept = base.is_none() && document.stamp.is_some();
        keep_those_above_news(&mut document, &changes.changes);
        let news = News::of(&document, &changes.changes);
        let remarks = remarks(document, changes.remarks, changes.may_take_back);
        let mut proposed = Proposed {
            faults: changes.faults,
            remarks,
            news,
            ..Proposed::default()
        };
        if proposed.faults.is_empty() {
            let mut applying = Applying {
                context,
                logged: loaded.sprint.entries().to_vec(),
                made: HashMap::new(),
            };
            for change in &changes.changes {
                if let Err(error) = applying.apply(change, &mut proposed, loaded) {
                    // Whoever comes does, whatever days are meant.
                    if matches!(error, Error::BackwardDates { .. })
                        && let Some(undated) = change.without_days()
                    {
                        applying.apply(&undated, &mut proposed, loaded)?;
                    }
                    proposed.refused.push((change.line, error));
                }
            }
        }
        proposed.outcome.settle_batch(is_kept);
        Ok(proposed)
    }
}

/// Reads a document, and compares it with the sprint as it was when it was written.
fn compared(
    text: &str,
    base: Option<&Sprint>,
    context: &Context<'_>,
    loaded: &LoadedSprint,
) -> Result<(Document, Changes), Error> {
    let LoadedSprint { folder, sprint, .. } = loaded;
    let me = context.author(sprint)?;
    let mut document = read(text, base.unwrap_or(sprint), &me);
    let stamp = document.stamp.clone();
    if base.is_none()
        && let Some(stamp) = &stamp
        && stamp.is_of_another(&folder.name, sprint)
    {
        return Err(Error::DocumentOfAnother {
            stamp: stamp.words(),
            named: stamp.sprint.clone(),
            here: folder.name.clone(),
        });
    }
    let stamped = match base {
        None => stamp
            .as_ref()
            .and_then(|stamp| stamp.state(&folder.name, sprint)),
        Some(_) => None,
    };
    if let Some(base) = &stamped {
        document = read(text, base, &me);
        document.know(base, sprint);
    }
    let changes = match stamped.as_ref().or(base) {
        Some(base) => {
            let day = stamp.and_then(|stamp| stamp.day).unwrap_or(context.today());
            let opened = write(&folder.name, &folder.config, base, Shown::All(day));
            let opened = Opened {
                document: &read(&opened, base, &me),
                sprint: base,
                is_kept: stamped.is_some(),
                me: &me,
            };
            changes(&document, Some(opened), sprint)
        }
        None => changes(&document, None, sprint),
    };
    Ok((document, changes))
}

/// Lists what is said about a document: what of it is not recorded, what was seen when it was compared, and who is new.
fn remarks(
    document: Document,
    of_changes: Vec<PlanningRemark>,
    may_take_back: bool,
) -> Vec<PlanningRemark> {
    let mut remarks = Vec::new();
    if may_take_back {
        let has_stamp = document.stamp.is_some();
        remarks.push(PlanningRemark::NothingTakenBack { has_stamp });
    }
    let unread = document.unread.into_iter();
    let unread = unread.map(|unread| PlanningRemark::Unread {
        line: unread.line,
        text: unread.text,
        why: unread.why,
    });
    remarks.extend(unread);
    remarks.extend(of_changes);
    let mut no_topics = document.no_topics.into_iter();
    if let Some(first) = no_topics.next() {
        remarks.push(PlanningRemark::NoTopics {
            line: first.line,
            first: first.text,
            others: no_topics.map(|heading| heading.text).collect(),
        });
    }
    if !document.new_people.is_empty() {
        remarks.push(PlanningRemark::NewPeople(document.new_people));
    }
    remarks
}

/// Changes that are applied one after another. What is refused is left out, and what depends on it.
struct Applying<'c> {
    context: &'c Context<'c>,
    /// The entries before all of them.
    logged: Vec<Entry>,
    /// The item that each row made; of one that was refused, its line.
    made: HashMap<usize, Result<EntryId, usize>>,
}

impl Applying<'_> {
    fn apply(
        &mut self,
        change: &Change,
        proposed: &mut Proposed,
        loaded: &mut LoadedSprint,
    ) -> Result<(), Error> {
        let row = change.command.makes();
        if let Some(row) = row {
            self.made.insert(row, Err(change.line));
        }
        let typed = change
            .command
            .typed(|target| self.name(target, change.line, loaded))?;
        let first = proposed.outcome.entries.len();
        let verb = typed.words.first().cloned();
        let line = match self.record(&typed, proposed, loaded) {
            // A heading of a document is one, however like another it is.
            Err(Error::Lookup(error)) if error.is_doubtful_topic() => {
                self.record(&typed.clone().with_exact_topic(), proposed, loaded)?
            }
            line => line?,
        };
        let is_one_line = typed.text.is_none_or(|text| !text.contains(['\n', '\r']));
        let is_exact = is_one_line && visible_lines(&line) == line;
        proposed.inexact += usize::from(!is_exact);
        proposed.lines.push(line);
        proposed.verbs.extend(verb);
        let made = proposed.outcome.entries.get(first).map(|entry| entry.id);
        self.made
            .extend(row.zip(made).map(|(row, id)| (row, Ok(id))));
        Ok(())
    }

    /// Records a command, and returns its line of a batch.
    fn record(
        &self,
        typed: &Typed,
        proposed: &mut Proposed,
        loaded: &mut LoadedSprint,
    ) -> Result<String, Error> {
        let exact = request(typed, self.context)?;
        let line = line_of(typed, &exact, loaded);
        proposed
            .outcome
            .add_if_allowed(&exact, &self.logged, loaded)?;
        Ok(line)
    }

    /// Returns what is typed for an item.
    fn name(&self, target: Target, line: usize, loaded: &LoadedSprint) -> Result<String, Error> {
        let id = match target {
            Target::Item(id) => id,
            Target::Row(row) => match self.made.get(&row) {
                Some(Ok(id)) => *id,
                Some(Err(line)) => return Err(Error::WithoutItem(*line)),
                None => return Err(Error::WithoutItem(line)),
            },
        };
        let item = loaded.sprint.get(id);
        Ok(item.map_or(id.to_string(), |item| item.label.to_string()))
    }
}

/// Makes the request for a command, with its text taken letter for letter.
fn request<'e>(typed: &Typed, context: &Context<'e>) -> Result<Request<'e>, Error> {
    let line = Line::of_words(typed.words.clone());
    Ok(Request {
        literal: true,
        text: typed
            .text
            .as_deref()
            .map(clean)
            .transpose()?
            .map(LeanString::from),
        ..request_of(&line, context)?
    })
}

/// Returns the shortest line of a batch that records the same.
fn line_of(typed: &Typed, exact: &Request<'_>, loaded: &LoadedSprint) -> String {
    let plain = typed.plain_line().filter(|plain| {
        let request = request_of(&Line::of_text(plain), &exact.context);
        let request = request.and_then(Request::with_typed_text);
        request.is_ok_and(|request| is_same(&request, exact, loaded))
    });
    plain.unwrap_or_else(|| typed.line())
}
