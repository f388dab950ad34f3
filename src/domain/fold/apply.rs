//! What an entry changes, with one arm for each kind.

use chrono::{DateTime, FixedOffset};
use lean_string::LeanString;
use smallvec::SmallVec;
use thin_vec::ThinVec;

use crate::domain::sprint::Recorded;
use crate::domain::{
    Action, Assign, Assignees, Closed, Decide, Done, Drop, Ending, Entry, EntryId, Item, ItemKind,
    ItemResult, Join, Leave, Move, NextStep, PersonRef, PersonRefs, Photo, Picture, Renumber,
    Reopen, SpecialDay, Sprint, TimedNote, TimedText, Unassign, Violation, Who,
};

impl Sprint {
    /// Makes the changes that an entry says. An entry that is against the rules still has what effect it can have.
    pub(in crate::domain) fn apply(&mut self, entry: &Entry) -> Result<(), Violation> {
        match &entry.action {
            Action::Plan(plan) => {
                self.begin(entry, &plan.people, &plan.with)?;
            }
            Action::Talk(talk) => {
                self.begin(entry, &talk.people, &talk.with)?;
            }
            Action::Discuss(discuss) => {
                let item = self.begin(entry, &discuss.people, &discuss.with)?;
                if let Some(decided) = &discuss.decided {
                    item.close(Ending::Decided, entry, Some(decided));
                }
            }
            Action::Assign(assign) => self.assign(entry, assign)?,
            Action::Unassign(unassign) => self.unassign(entry, unassign)?,
            Action::Progress(progress) => {
                let item = self.item(progress.item)?;
                push(&mut item.progress, timed_text(entry, &progress.text));
                item.require_open(entry)?;
            }
            Action::Result(result) => self.add_result(entry, result)?,
            Action::Done(done) => self.finish(entry, done)?,
            Action::Decide(decide) => self.decide(entry, decide)?,
            Action::Drop(drop) => self.drop_item(entry, drop)?,
            Action::Reopen(reopen) => self.reopen(entry, reopen)?,
            Action::Move(place) => self.move_item(entry, place)?,
            Action::Goal(goal) => {
                self.goals.insert(recorded(entry, goal.clone()));
            }
            Action::Day(day) => {
                // It is what was last said of it.
                let special = SpecialDay {
                    theme: day.text.clone(),
                    is_break: day.is_break,
                };
                self.days.insert(entry.day(), special);
            }
            Action::Note(note) => {
                self.notes.insert(TimedNote {
                    id: entry.id,
                    timed_text: timed_text(entry, &note.text),
                    topic: note.topic.clone(),
                });
            }
            Action::Next(next) => {
                let people = self.person_refs(&next.people);
                let helpers = self.person_refs(&next.with);
                self.next_steps.insert(NextStep {
                    id: entry.id,
                    timed_text: timed_text(entry, &next.text),
                    people,
                    helpers,
                    item: next.item,
                    topic: next.topic.clone(),
                });
                if let Some(item) = next.item {
                    self.item(item)?;
                }
            }
            Action::Photo(photo) => {
                self.pictures.insert(picture(entry, photo));
                if let Some(item) = photo.item {
                    self.item(item)?;
                }
            }
            Action::Thank(thank) => {
                self.thanks.insert(recorded(entry, thank.text.clone()));
            }
            Action::Reword(reword) => {
                let item = self.item(reword.item)?;
                let former = std::mem::replace(&mut item.text, reword.text.clone());
                item.former.push(former);
                if let Some(place) = self.items.place(reword.item) {
                    self.items.note_text(place);
                }
            }
            Action::Join(join) => self.join(entry, join)?,
            Action::Leave(leave) => self.leave(entry, leave)?,
            Action::Renumber(renumber) => self.renumber(renumber)?,
            // What it takes back is not applied.
            Action::Undo(_) => {}
        }
        Ok(())
    }

    fn join(&mut self, entry: &Entry, join: &Join) -> Result<(), Violation> {
        let joined = self.people.join(join, entry.day());
        joined.map_err(|holder| Violation::NickTaken {
            nick: join.nick.to_string(),
            holder: self.people.get(holder).name.clone(),
        })
    }

    fn leave(&mut self, entry: &Entry, leave: &Leave) -> Result<(), Violation> {
        let mut not_joined = None;
        for name in &leave.people {
            let person_ref = self.people.stored(name);
            self.people.note_use(name, person_ref);
            let has_joined = match person_ref.map(|person_ref| person_ref.who) {
                Some(Who::Person(person)) => self.people.leave(person, entry.day()),
                Some(Who::Everybody) => self.people.leave_all(entry.day()),
                None => false,
            };
            if !has_joined {
                not_joined = not_joined.or(Some(name));
            }
        }
        match not_joined {
            Some(name) => Err(Violation::NotJoined(name.to_string())),
            None => Ok(()),
        }
    }

    fn renumber(&mut self, renumber: &Renumber) -> Result<(), Violation> {
        // If the item that `sync` gave a number to was taken back, nobody typed this, so there is nobody to report it to.
        if renumber.settled && self.get(renumber.item).is_none() {
            return Ok(());
        }
        let item = self.item(renumber.item)?;
        item.former_number = Some(item.label.number);
        item.label.number = renumber.number;
        Ok(())
    }

    fn assign(&mut self, entry: &Entry, assign: &Assign) -> Result<(), Violation> {
        if assign.only {
            self.item(assign.item)?.assignees = Assignees::default();
        }
        let item = self.put_on(entry, assign.item, &assign.people, &assign.with)?;
        if assign.only {
            item.stays.set_team(entry.at, item.assignees.all());
        }
        item.require_open(entry)
    }

    /// Puts those on an item who are named where it is planned.
    fn begin(
        &mut self,
        entry: &Entry,
        people: &[LeanString],
        with: &[LeanString],
    ) -> Result<&mut Item, Violation> {
        match people.is_empty() && with.is_empty() {
            true => self.item(entry.id),
            false => self.put_on(entry, entry.id, people, with),
        }
    }

    /// Puts people on an item, whatever its state, since everybody who worked on it has the credit.
    fn put_on(
        &mut self,
        entry: &Entry,
        item: EntryId,
        people: &[LeanString],
        with: &[LeanString],
    ) -> Result<&mut Item, Violation> {
        // What is only looked at has room for a larger team.
        let people: SmallVec<[PersonRef; 8]> = self.person_refs(people);
        let with: SmallVec<[PersonRef; 4]> = self.person_refs(with);
        let item = self.item(item)?;
        item.credit_newcomers(&people, &with);
        let are_new = item.named.add(&people, &with, &item.ever);
        let may_differ = item.stays.may_differ(item.assignees.len());
        if are_new && !may_differ {
            for one in people.iter().chain(&with) {
                item.stays.arrive_first(entry.at, one.who);
            }
            for on in [&mut item.assignees, &mut item.ever] {
                on.people.extend_from_slice(&people);
                on.helpers.extend_from_slice(&with);
            }
            return Ok(item);
        }
        item.assignees.add(&people, &with);
        if may_differ {
            item.stays.set_team(entry.at, item.assignees.all());
        } else {
            for one in people.iter().chain(&with) {
                item.stays.arrive(entry.at, one.who);
            }
        }
        item.ever.note(&people, &with);
        Ok(item)
    }

    fn unassign(&mut self, entry: &Entry, unassign: &Unassign) -> Result<(), Violation> {
        let leaving: PersonRefs = self.person_refs(&unassign.people);
        let item = self.item(unassign.item)?;
        let on: Vec<PersonRef> = item.assignees.all().collect();
        let mut missing = Vec::new();
        if leaving.is_empty() {
            item.assignees = Assignees::default();
        }
        let mut is_everybody = false;
        for person_ref in leaving {
            if item.assignees.remove(person_ref) {
                item.stays.depart(entry.at, person_ref.who);
                continue;
            }
            if person_ref.who == Who::Everybody {
                // All are taken off whom the item names one by one.
                is_everybody = true;
                item.assignees = Assignees::default();
            } else {
                missing.push(person_ref);
            }
        }
        if item.stays.may_differ(item.assignees.len()) {
            item.stays.set_team(entry.at, item.assignees.all());
        }
        item.require_open(entry)?;
        if missing.is_empty() && (is_everybody || !on.is_empty()) {
            return Ok(());
        }
        let label = item.label;
        let print = |person_refs: &[PersonRef]| {
            person_refs
                .iter()
                .map(|person_ref| self.people.print(*person_ref))
                .collect()
        };
        Err(Violation::NotOn {
            label,
            people: print(&missing),
            on: print(&on),
        })
    }

    fn add_result(&mut self, entry: &Entry, result: &ItemResult) -> Result<(), Violation> {
        let item = self.item(result.item)?;
        // After a `reopen`, a new result replaces the earlier ones.
        if result.only || item.reopened {
            item.results.clear();
        }
        if result.only {
            item.replaced = item.progress.len();
            item.has_turned = true;
        }
        item.reopened = false;
        push(&mut item.results, timed_text(entry, &result.text));
        match item.ending() {
            Some(Ending::Dropped) => item.require_open(entry),
            None | Some(Ending::Done | Ending::Decided) => Ok(()),
        }
    }

    fn finish(&mut self, entry: &Entry, done: &Done) -> Result<(), Violation> {
        let people: PersonRefs = self.person_refs(&done.people);
        let with: PersonRefs = self.person_refs(&done.with);
        let item = self.item(done.item)?;
        let says_more = done.text.is_some() || !people.is_empty() || !with.is_empty();
        // Without a text, whose work it was is said of what was told when it was finished.
        let finished = item.closed.filter(|_| item.is_finished());
        let finished = finished.filter(|_| done.text.is_none());
        let at = finished.map_or(entry.at, |closed| closed.at);
        item.correct_credit(at, people, with);
        let ending = match item.ending() {
            None | Some(Ending::Dropped) => Ending::Done,
            Some(ending @ (Ending::Done | Ending::Decided)) if says_more => ending,
            Some(ending @ (Ending::Done | Ending::Decided)) => {
                let label = item.label;
                return Err(Violation::NothingNew { label, ending });
            }
        };
        item.close(ending, entry, done.text.as_ref());
        Ok(())
    }

    fn decide(&mut self, entry: &Entry, decide: &Decide) -> Result<(), Violation> {
        let item = self.item(decide.item)?;
        match item.kind {
            ItemKind::Discussion => {
                item.close(Ending::Decided, entry, Some(&decide.text));
                Ok(())
            }
            kind @ (ItemKind::Task | ItemKind::Talk) => {
                item.close(Ending::Done, entry, Some(&decide.text));
                let label = item.label;
                Err(Violation::NotADiscussion { label, kind })
            }
        }
    }

    fn drop_item(&mut self, entry: &Entry, drop: &Drop) -> Result<(), Violation> {
        let item = self.item(drop.item)?;
        item.reason = drop.text.clone().or(item.reason.take());
        match item.ending() {
            None => item.close(Ending::Dropped, entry, None),
            Some(Ending::Dropped) if drop.text.is_some() => {}
            Some(ending @ Ending::Dropped) => {
                let label = item.label;
                return Err(Violation::NothingNew { label, ending });
            }
            Some(Ending::Done | Ending::Decided) => return item.require_open(entry),
        }
        Ok(())
    }

    fn reopen(&mut self, entry: &Entry, reopen: &Reopen) -> Result<(), Violation> {
        let item = self.item(reopen.item)?;
        let reason = reopen.text.iter().map(|text| TimedText {
            is_reason: true,
            ..timed_text(entry, text)
        });
        item.progress.extend(reason);
        match item.closed.take() {
            None => Err(Violation::StillOpen(item.label, reopen.text.clone())),
            Some(_) => {
                item.reopened = true;
                Ok(())
            }
        }
    }

    fn move_item(&mut self, entry: &Entry, place: &Move) -> Result<(), Violation> {
        let item = self.item(place.item)?;
        if let Some(topic) = &place.topic {
            item.own_topic = topic.clone();
            item.topic = topic.clone();
        }
        if let Some(when) = &place.when {
            item.when = Some(when.clone()).filter(|when| !when.is_empty());
        }
        if place.top || place.under.is_some() {
            let label = item.label;
            let above = std::iter::successors(place.under, |id| self.get(*id)?.under);
            // Items that were planned in a circle are not separated yet.
            if above.take(self.items().len()).any(|id| id == place.item) {
                return Err(Violation::InsideItself(label));
            }
            if let Some(under) = place.under {
                self.item(under)?;
            }
            if let Some(moved) = self.items.place(place.item) {
                self.items.set_under(moved, place.under);
            }
            let item = self.item(place.item)?;
            item.placed_by = entry.id;
            // What it was part of may have given it a topic.
            item.topic.clone_from(&item.own_topic);
        }
        Ok(())
    }

    fn item(&mut self, id: EntryId) -> Result<&mut Item, Violation> {
        self.items.get_mut(id).ok_or(Violation::NoSuchEntry(id))
    }

    fn person_refs<R: FromIterator<PersonRef>>(&mut self, names: &[LeanString]) -> R {
        names
            .iter()
            .map(|name| self.people.person_ref(name))
            .collect()
    }
}

impl Item {
    fn close(&mut self, how: Ending, entry: &Entry, result: Option<&LeanString>) {
        let now = Closed {
            how,
            at: entry.at,
            day: entry.day(),
        };
        self.has_turned = true;
        // A result that is added to a finished item does not finish it again.
        let before = self.closed.filter(|_| self.is_finished());
        self.closed = Some(before.map_or(now, |before| Closed { how, ..before }));
        if let Some(text) = result {
            if self.reopened {
                self.results.clear();
            }
            push(&mut self.results, timed_text(entry, text));
        }
        // An item that was reopened and then dropped has not had its new result yet.
        self.reopened &= how == Ending::Dropped;
    }

    /// Records whose work it was, of what came of it from a time on.
    fn correct_credit(
        &mut self,
        at: DateTime<FixedOffset>,
        people: PersonRefs,
        helpers: PersonRefs,
    ) {
        if people.is_empty() && helpers.is_empty() {
            return;
        }
        let is_finished = self.is_finished();
        // What is said of a reopened item replaces what was said before.
        let corrected = self.corrected.take().filter(|_| is_finished);
        let mut corrected = corrected.unwrap_or_default();
        if !people.is_empty() {
            corrected.people = people;
        }
        if !helpers.is_empty() {
            corrected.helpers = helpers;
        }
        self.corrected = Some(corrected);
        let credit = self.credit();
        self.stays.set_credited(at, credit.all());
    }

    /// Gives credit to whoever is put on an item that was opened again, beside those whom `done` named. Once somebody
    /// new is on it, those whom `done` named as helpers have no part in what comes of it now, unless they are named again.
    fn credit_newcomers(&mut self, people: &[PersonRef], helpers: &[PersonRef]) {
        if !self.is_open() {
            return;
        }
        let Some(corrected) = &mut self.corrected else {
            return;
        };
        let is_on = |one: &PersonRef| self.assignees.all().any(|other| other.who == one.who);
        let mut certain = people.iter().chain(helpers).filter(|one| !one.doubtful);
        if !certain.all(is_on) {
            corrected.helpers.clear();
        }
        // If `done` named none, everybody who was ever on it has credit already.
        if !corrected.people.is_empty() {
            corrected.add(people, &[]);
        }
    }

    fn require_open(&self, entry: &Entry) -> Result<(), Violation> {
        match self.ending() {
            None => Ok(()),
            Some(ending) => Err(Violation::Closed {
                kind: entry.action.kind(),
                label: self.label,
                ending,
            }),
        }
    }
}

fn recorded<T>(entry: &Entry, what: T) -> Recorded<T> {
    Recorded {
        id: entry.id,
        at: entry.at,
        what,
    }
}

fn picture(entry: &Entry, photo: &Photo) -> Picture {
    Picture {
        id: entry.id,
        at: entry.at,
        day: entry.day(),
        file: photo.file.clone(),
        caption: photo.text.clone(),
        alt: photo.alt.clone(),
        item: photo.item,
        topic: photo.topic.clone(),
    }
}

/// Adds a text. Most items have one, for which a list would make room for four.
fn push(texts: &mut ThinVec<TimedText>, text: TimedText) {
    insert(texts, texts.len(), text);
}

/// Adds a text at a place.
pub(super) fn insert(texts: &mut ThinVec<TimedText>, place: usize, text: TimedText) {
    if texts.is_empty() {
        texts.reserve_exact(1);
    }
    texts.insert(place, text);
}

pub(super) fn timed_text(entry: &Entry, text: &LeanString) -> TimedText {
    TimedText {
        at: entry.at,
        day: entry.day(),
        text: text.clone(),
        is_reason: false,
    }
}
