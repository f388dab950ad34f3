//! The fold: entries in, sprint out. The only place that knows the rules.
//!
//! Items and people are made first, everything else is applied after them in the order of (`at`, `id`). So an entry may
//! come before the item that it refers to, as it does when two clocks disagree.

use std::collections::HashMap;

use super::entry::{Action, Entry};
use super::id::{EntryId, Label};
use super::item::{Item, ItemKind, Passage, Staff, State};
use super::person::{Mention, split_doubt};
use super::refusal::Refusal;
use super::sprint::{DayTheme, FiledNote, Picture, Plans, Sprint};
use super::topic::Topic;

/// What is wrong with an entry that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The entry.
    pub entry: EntryId,
    /// Why a command would not have written it.
    pub refusal: Refusal,
}

impl Sprint {
    /// The state after `entries`, whatever their order, and what is wrong with them. An entry with a problem has what
    /// effect it can have: work on a task that somebody else has meanwhile finished is still credited.
    ///
    /// No two entries may have the same id: the journal sees to that.
    pub fn from_entries(mut entries: Vec<Entry>) -> (Sprint, Vec<Problem>) {
        entries.sort_by(|one, other| (one.at, &one.id).cmp(&(other.at, &other.id)));
        let mut sprint = Sprint::default();
        let mut problems = Vec::new();
        let mut pass =
            |sprint: &mut Sprint, rules: fn(&mut Sprint, &Entry) -> Result<(), Refusal>| {
                for entry in &entries {
                    if let Err(refusal) = rules(sprint, entry) {
                        problems.push(Problem {
                            entry: entry.id.clone(),
                            refusal,
                        });
                    }
                }
            };
        pass(&mut sprint, Sprint::introduce);
        sprint.label_items();
        pass(&mut sprint, Sprint::apply);
        problems.extend(sprint.check_parts());
        sprint.entries = entries;
        (sprint, problems)
    }

    /// The state after one entry more, if the rules allow it: if nothing is wrong with it, and it makes nothing that
    /// was recorded before lose its meaning.
    pub fn admit(&self, entry: Entry) -> Result<Sprint, Problem> {
        let id = entry.id.clone();
        let known = Sprint::from_entries(self.entries.clone()).1;
        let entries = self.entries.iter().cloned().chain([entry]).collect();
        let (sprint, problems) = Sprint::from_entries(entries);
        let is_new = |problem: &Problem| !known.contains(problem) && problem.refusal.is_lasting();
        match problems
            .into_iter()
            .find(|problem| problem.entry == id || is_new(problem))
        {
            Some(problem) => Err(problem),
            None => Ok(sprint),
        }
    }

    /// First pass: who there is and what items there are.
    fn introduce(&mut self, entry: &Entry) -> Result<(), Refusal> {
        match &entry.action {
            Action::Plan(plan) => self.make(
                entry,
                ItemKind::Task,
                &plan.text,
                plan.topic.as_ref(),
                plan.under.as_ref(),
            ),
            Action::Discuss(discuss) => self.make(
                entry,
                ItemKind::Discussion,
                &discuss.text,
                discuss.topic.as_ref(),
                None,
            ),
            Action::Talk(talk) => {
                self.make(entry, ItemKind::Talk, &talk.text, talk.topic.as_ref(), None)
            }
            Action::Join(join) => {
                return self.people.join(join).map_err(|holder| Refusal::NickTaken {
                    nick: join.nick.clone(),
                    holder: self.people.get(holder).name.clone(),
                });
            }
            Action::Leave(leave) => {
                let last = entry.day().pred_opt();
                for name in &leave.people {
                    let person = self.people.referred(split_doubt(name).0);
                    if !person.is_some_and(|person| self.people.leave(person, last)) {
                        return Err(Refusal::NotJoined(name.clone()));
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Second pass: what happened to them.
    fn apply(&mut self, entry: &Entry) -> Result<(), Refusal> {
        match &entry.action {
            Action::Plan(plan) => self.assign(entry, &entry.id, &plan.people, &[]).map(|_| ()),
            Action::Talk(talk) => self.assign(entry, &entry.id, &talk.people, &[]).map(|_| ()),
            Action::Discuss(discuss) => {
                let item = self.assign(entry, &entry.id, &discuss.people, &[])?;
                match &discuss.decided {
                    Some(decided) => item.close(State::Decided, entry, Some(decided)),
                    None => Ok(()),
                }
            }
            Action::Assign(assign) => {
                if assign.only {
                    self.item(&assign.item)?.staff = Staff::default();
                }
                let item = self.assign(entry, &assign.item, &assign.people, &assign.with)?;
                item.require_open(entry)
            }
            Action::Unassign(unassign) => {
                let leaving = self.mentions(&unassign.people);
                self.unassign(entry, &unassign.item, &leaving)
            }
            Action::Progress(progress) => {
                let item = self.item(&progress.item)?;
                item.progress.push(passage(entry, &progress.text));
                item.require_open(entry)
            }
            Action::Done(done) => {
                let (people, with) = (self.mentions(&done.people), self.mentions(&done.with));
                let item = self.item(&done.item)?;
                let says_more = done.text.is_some() || !people.is_empty() || !with.is_empty();
                item.correct_credit(people, with);
                match item.state {
                    State::Open | State::Dropped => {
                        item.close(State::Done, entry, done.text.as_ref())
                    }
                    State::Done | State::Decided if says_more => {
                        item.close(item.state, entry, done.text.as_ref())
                    }
                    State::Done | State::Decided => Err(Refusal::NothingNew {
                        label: item.label,
                        state: item.state,
                    }),
                }
            }
            Action::Decide(decide) => {
                let item = self.item(&decide.item)?;
                let state = if item.kind == ItemKind::Discussion {
                    State::Decided
                } else {
                    State::Done
                };
                item.close(state, entry, Some(&decide.text))?;
                match item.kind {
                    ItemKind::Discussion => Ok(()),
                    kind => Err(Refusal::NotADiscussion {
                        label: item.label,
                        kind,
                    }),
                }
            }
            Action::Drop(drop) => {
                let item = self.item(&drop.item)?;
                item.reason = drop.text.clone().or(item.reason.take());
                match item.state {
                    State::Open => item.close(State::Dropped, entry, None),
                    State::Dropped if drop.text.is_some() => Ok(()),
                    State::Dropped => Err(Refusal::NothingNew {
                        label: item.label,
                        state: item.state,
                    }),
                    State::Done | State::Decided => item.require_open(entry),
                }
            }
            Action::Reopen(reopen) => {
                let item = self.item(&reopen.item)?;
                item.progress
                    .extend(reopen.text.iter().map(|text| passage(entry, text)));
                if item.is_open() {
                    return Err(Refusal::StillOpen(item.label));
                }
                item.state = State::Open;
                item.closed = None;
                item.reopened = true;
                Ok(())
            }
            Action::Goal(goal) => {
                self.goals.push(goal.clone());
                Ok(())
            }
            Action::Day(day) => {
                let known = self.days.entry(entry.day()).or_default();
                *known = DayTheme {
                    theme: day.text.clone().or(known.theme.take()),
                    is_break: day.is_break,
                };
                Ok(())
            }
            Action::Note(note) => {
                self.notes.push(FiledNote {
                    passage: passage(entry, &note.text),
                    topic: note.topic.clone(),
                });
                Ok(())
            }
            Action::Next(next) => {
                let people = self.mentions(&next.people);
                self.plans.push(Plans {
                    passage: passage(entry, &next.text),
                    people,
                });
                Ok(())
            }
            Action::Photo(photo) => {
                self.pictures.push(Picture {
                    at: entry.at,
                    file: photo.file.clone(),
                    caption: photo.text.clone(),
                    item: photo.item.clone(),
                    topic: photo.topic.clone(),
                });
                match &photo.item {
                    Some(item) => self.item(item).map(|_| ()),
                    None => Ok(()),
                }
            }
            Action::Thank(thank) => {
                self.thanks.push(thank.text.clone());
                Ok(())
            }
            Action::Join(_) | Action::Leave(_) => Ok(()),
        }
    }

    fn make(
        &mut self,
        entry: &Entry,
        kind: ItemKind,
        text: &str,
        topic: Option<&Topic>,
        under: Option<&EntryId>,
    ) {
        self.places.insert(entry.id.clone(), self.items.len());
        self.items.push(Item {
            id: entry.id.clone(),
            label: Label {
                number: entry.id.number().unwrap_or(0),
                twin: None,
            },
            kind,
            text: text.to_owned(),
            topic: topic.cloned(),
            under: under.cloned(),
            at: entry.at,
            state: State::Open,
            closed: None,
            progress: Vec::new(),
            outcome: Vec::new(),
            reason: None,
            reopened: false,
            staff: Staff::default(),
            history: Vec::new(),
            ever: Staff::default(),
            corrected: Staff::default(),
        });
    }

    /// Gives a letter to those who share a number, in the order in which they were entered.
    fn label_items(&mut self) {
        let mut holders: HashMap<u32, usize> = HashMap::new();
        for item in &self.items {
            *holders.entry(item.label.number).or_default() += 1;
        }
        let mut given: HashMap<u32, usize> = HashMap::new();
        for item in &mut self.items {
            if holders[&item.label.number] > 1 {
                let next = given.entry(item.label.number).or_default();
                item.label.twin = Some(*next);
                *next += 1;
            }
        }
    }

    /// Cuts what would make an item part of itself or of nothing, and files parts with their whole.
    fn check_parts(&mut self) -> Vec<Problem> {
        let mut problems = Vec::new();
        for place in 0..self.items.len() {
            let Some(under) = self.items[place].under.clone() else {
                continue;
            };
            let mut above = self.get(&under);
            let refusal = if above.is_none() {
                Some(Refusal::NoSuchEntry(under))
            } else {
                let mut steps = 0;
                while let Some(item) = above
                    .filter(|item| item.id != self.items[place].id && steps <= self.items.len())
                {
                    above = item.under.as_ref().and_then(|under| self.get(under));
                    steps += 1;
                }
                above
                    .filter(|item| item.id == self.items[place].id)
                    .map(|item| Refusal::InsideItself(item.label))
            };
            if let Some(refusal) = refusal {
                self.items[place].under = None;
                problems.push(Problem {
                    entry: self.items[place].id.clone(),
                    refusal,
                });
            }
        }
        for place in 0..self.items.len() {
            // A part is filed where the whole is, unless it says otherwise.
            let mut above = Some(&self.items[place]);
            while let Some(item) = above.filter(|item| item.topic.is_none()) {
                above = item.under.as_ref().and_then(|under| self.get(under));
            }
            self.items[place].topic = above.and_then(|item| item.topic.clone());
        }
        problems
    }

    fn item(&mut self, id: &EntryId) -> Result<&mut Item, Refusal> {
        match self.places.get(id) {
            Some(place) => Ok(&mut self.items[*place]),
            None => Err(Refusal::NoSuchEntry(id.clone())),
        }
    }

    fn mentions(&mut self, names: &[String]) -> Vec<Mention> {
        names.iter().map(|name| self.people.mention(name)).collect()
    }

    /// Puts people on an item, whatever its state: whoever worked on it has the credit.
    fn assign(
        &mut self,
        entry: &Entry,
        item: &EntryId,
        people: &[String],
        with: &[String],
    ) -> Result<&mut Item, Refusal> {
        let (people, with) = (self.mentions(people), self.mentions(with));
        let item = self.item(item)?;
        item.staff.add(&people, &with);
        for mention in people {
            if !item.ever.people.contains(&mention) {
                item.ever.people.push(mention);
            }
        }
        for mention in with {
            if !item.ever.helpers.contains(&mention) {
                item.ever.helpers.push(mention);
            }
        }
        item.history.push((entry.at, item.staff.clone()));
        Ok(item)
    }

    fn unassign(
        &mut self,
        entry: &Entry,
        item: &EntryId,
        leaving: &[Mention],
    ) -> Result<(), Refusal> {
        let item = self.item(item)?;
        let on: Vec<Mention> = item.staff.all().collect();
        let mut missing = Vec::new();
        if leaving.is_empty() {
            item.staff = Staff::default();
        }
        for mention in leaving {
            if !item.staff.remove(*mention) {
                missing.push(*mention);
            }
        }
        item.history.push((entry.at, item.staff.clone()));
        item.require_open(entry)?;
        if missing.is_empty() && !on.is_empty() {
            return Ok(());
        }
        let label = item.label;
        let print = |mentions: &[Mention]| {
            mentions
                .iter()
                .map(|mention| self.people.print(*mention))
                .collect()
        };
        Err(Refusal::NotOn {
            label,
            people: print(&missing),
            on: print(&on),
        })
    }
}

impl Item {
    fn close(
        &mut self,
        state: State,
        entry: &Entry,
        outcome: Option<&String>,
    ) -> Result<(), Refusal> {
        // What is added to a finished item does not finish it again.
        if self.closed.is_none() || self.state == State::Dropped {
            self.closed = Some(entry.at);
        }
        self.state = state;
        if let Some(text) = outcome {
            if self.reopened {
                self.outcome.clear();
            }
            self.outcome.push(passage(entry, text));
        }
        self.reopened = false;
        Ok(())
    }

    fn correct_credit(&mut self, people: Vec<Mention>, helpers: Vec<Mention>) {
        if !people.is_empty() {
            self.corrected.people = people;
        }
        if !helpers.is_empty() {
            self.corrected.helpers = helpers;
        }
    }

    fn require_open(&self, entry: &Entry) -> Result<(), Refusal> {
        if self.is_open() {
            return Ok(());
        }
        Err(Refusal::Closed {
            kind: entry.action.kind(),
            label: self.label,
            state: self.state,
        })
    }
}

fn passage(entry: &Entry, text: &str) -> Passage {
    Passage {
        at: entry.at,
        text: text.to_owned(),
    }
}
