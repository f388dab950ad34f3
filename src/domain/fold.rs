//! The fold: entries in, sprint out. The only place that knows the rules.
//!
//! Items and people are made first, then items get the numbers that they are called by, and everything else is applied
//! after that in the order of (`at`, `id`). So an entry may come before the item that it refers to, as it does when two
//! clocks disagree.

use std::collections::{HashMap, HashSet};
use std::slice;

use chrono::NaiveDate;

use super::entry::{Action, Entry};
use super::id::{EntryId, Label};
use super::item::{Assignees, Item, ItemKind, State, TimedText};
use super::limits::DEEPEST;
use super::person::{PersonRef, split_doubt};
use super::sprint::{DayTheme, FiledNote, Picture, Plans, Sprint};
use super::violation::{Problem, Violation};

impl Sprint {
    /// The state after `entries`, whatever their order. An entry with which something is wrong has what
    /// effect it can have: work on a task that somebody else has meanwhile finished is still credited.
    ///
    /// No two entries may have the same id: the journal sees to that.
    pub fn from_entries(mut entries: Vec<Entry>) -> Sprint {
        entries.sort_by_key(|entry| (entry.at, entry.id));
        let mut sprint = Sprint {
            undone: undone(entries.iter()),
            ..Sprint::default()
        };
        let mut problems = Vec::new();
        let effective: Vec<&Entry> = entries
            .iter()
            .filter(|entry| !sprint.is_undone(entry.id))
            .collect();
        problems.extend(check_undoes(&entries));
        let mut pass =
            |sprint: &mut Sprint, rules: fn(&mut Sprint, &Entry) -> Result<(), Violation>| {
                for entry in &effective {
                    if let Err(violation) = rules(sprint, entry) {
                        problems.push(Problem {
                            entry: entry.id,
                            violation,
                        });
                    }
                }
            };
        pass(&mut sprint, Sprint::introduce);
        pass(&mut sprint, Sprint::renumber);
        sprint.label_items();
        pass(&mut sprint, Sprint::apply);
        problems.extend(sprint.check_parts(0));
        sprint.entries = entries;
        sprint.problems = problems;
        sprint
    }

    /// The state when a day ended, as it is known now: what was said of that day and those before, without what was taken
    /// back since. What was said of an item counts although the item itself was entered for a later day.
    pub fn at_end_of(&self, day: NaiveDate) -> Sprint {
        let is_past = |entry: &&Entry| entry.day() <= day;
        let past = self.entries.iter().filter(is_past);
        let told: HashSet<EntryId> = past.filter_map(|entry| entry.action.item()).collect();
        let is_known = |entry: &&Entry| {
            is_past(entry) || told.contains(&entry.id) || matches!(entry.action, Action::Undo(_))
        };
        let known = self.entries.iter().filter(is_known);
        Sprint::from_entries(known.cloned().collect())
    }

    /// The state after one entry more, if the rules allow it: if nothing is wrong with it, and it makes nothing that
    /// was recorded before lose its meaning.
    pub fn admit(mut self, entry: Entry) -> Result<Sprint, Problem> {
        let id = entry.id;
        if let Some(excess) = entry.excess() {
            return Err(Problem {
                entry: id,
                violation: Violation::TooMuch(excess),
            });
        }
        if let Action::Undo(undo) = &entry.action
            && self.is_undone(undo.entry)
        {
            return Err(Problem {
                entry: id,
                violation: Violation::UndoneAlready(undo.entry),
            });
        }
        if self.is_followed_by(&entry) {
            return self.follow(entry);
        }
        let known = std::mem::take(&mut self.problems);
        self.entries.push(entry);
        let sprint = Sprint::from_entries(self.entries);
        let is_new = |problem: &Problem| problem.violation.is_lasting() && !known.contains(problem);
        let mut problems = sprint.problems.iter();
        match problems.find(|problem| problem.entry == id || is_new(problem)) {
            Some(problem) => Err(problem.clone()),
            None => Ok(sprint),
        }
    }

    /// Whether an entry only adds to what came before it, so that nothing before it has to be folded again: it is the
    /// last one, no other waits for it, and what it says is not known before everything else.
    fn is_followed_by(&self, entry: &Entry) -> bool {
        let is_behind = |last: &Entry| (last.at, last.id) < (entry.at, entry.id);
        let is_last = self.entries.last().is_none_or(is_behind);
        let has_new_number = entry
            .id
            .number()
            .is_none_or(|number| number > self.highest_number());
        let is_awaited = self
            .problems
            .iter()
            .any(|problem| problem.violation == Violation::NoSuchEntry(entry.id));
        let may_be_undone = || {
            let mut others = self.entries.iter();
            entry.batch.is_some()
                && !self.undone.is_empty()
                && others.any(|other| other.batch == entry.batch && self.is_undone(other.id))
        };
        is_last
            && has_new_number
            && !is_awaited
            && !entry.action.fields().comes_first()
            && !may_be_undone()
    }

    /// The state after an entry that only adds to it.
    fn follow(mut self, entry: Entry) -> Result<Sprint, Problem> {
        let items = self.items.len();
        let followed = self
            .introduce(&entry)
            .and_then(|()| self.apply(&entry))
            .map_err(|violation| Problem {
                entry: entry.id,
                violation,
            });
        followed?;
        if let Some(problem) = self.check_parts(items).pop() {
            return Err(problem);
        }
        self.entries.push(entry);
        Ok(self)
    }

    /// First pass: who there is and what items there are.
    fn introduce(&mut self, entry: &Entry) -> Result<(), Violation> {
        match &entry.action {
            Action::Join(join) => self
                .people
                .join(join)
                .map_err(|holder| Violation::NickTaken {
                    nick: join.nick.clone(),
                    holder: self.people.get(holder).name.clone(),
                }),
            Action::Leave(leave) => {
                let last = entry.day().pred_opt();
                for name in &leave.people {
                    let person = self.people.referred(split_doubt(name).0);
                    if !person.is_some_and(|person| self.people.leave(person, last)) {
                        return Err(Violation::NotJoined(name.clone()));
                    }
                }
                Ok(())
            }
            _ => {
                self.make(entry);
                Ok(())
            }
        }
    }

    /// Second pass: what items are called by.
    fn renumber(&mut self, entry: &Entry) -> Result<(), Violation> {
        if let Action::Renumber(renumber) = &entry.action {
            // Nobody loses a word if the item was taken back to which `sync` gave a number.
            if renumber.settled && self.get(renumber.item).is_none() {
                return Ok(());
            }
            let item = self.item(renumber.item)?;
            item.former_number = Some(item.label.number);
            item.label.number = renumber.number;
        }
        Ok(())
    }

    /// Third pass: what happened to them.
    fn apply(&mut self, entry: &Entry) -> Result<(), Violation> {
        match &entry.action {
            Action::Plan(plan) => self.assign(entry.id, &plan.people, &[]).map(|_| ()),
            Action::Talk(talk) => self.assign(entry.id, &talk.people, &[]).map(|_| ()),
            Action::Discuss(discuss) => {
                let item = self.assign(entry.id, &discuss.people, &[])?;
                match &discuss.decided {
                    Some(decided) => item.close(State::Decided, entry, Some(decided)),
                    None => Ok(()),
                }
            }
            Action::Assign(assign) => {
                if assign.only {
                    self.item(assign.item)?.assignees = Assignees::default();
                }
                let item = self.assign(assign.item, &assign.people, &assign.with)?;
                item.require_open(entry)
            }
            Action::Unassign(unassign) => {
                let leaving = self.person_refs(&unassign.people);
                self.unassign(entry, unassign.item, &leaving)
            }
            Action::Progress(progress) => {
                let item = self.item(progress.item)?;
                item.progress.push(timed_text(entry, &progress.text));
                item.require_open(entry)
            }
            Action::Done(done) => {
                let (people, with) = (self.person_refs(&done.people), self.person_refs(&done.with));
                let item = self.item(done.item)?;
                let says_more = done.text.is_some() || !people.is_empty() || !with.is_empty();
                if item.reopened {
                    item.corrected = Assignees::default();
                }
                item.correct_credit(people, with);
                match item.state {
                    State::Open | State::Dropped => {
                        item.close(State::Done, entry, done.text.as_ref())
                    }
                    State::Done | State::Decided if says_more => {
                        item.close(item.state, entry, done.text.as_ref())
                    }
                    State::Done | State::Decided => Err(Violation::NothingNew {
                        label: item.label,
                        state: item.state,
                    }),
                }
            }
            Action::Decide(decide) => {
                let item = self.item(decide.item)?;
                let state = if item.kind == ItemKind::Discussion {
                    State::Decided
                } else {
                    State::Done
                };
                item.close(state, entry, Some(&decide.text))?;
                match item.kind {
                    ItemKind::Discussion => Ok(()),
                    kind => Err(Violation::NotADiscussion {
                        label: item.label,
                        kind,
                    }),
                }
            }
            Action::Drop(drop) => {
                let item = self.item(drop.item)?;
                item.reason = drop.text.clone().or(item.reason.take());
                match item.state {
                    State::Open => item.close(State::Dropped, entry, None),
                    State::Dropped if drop.text.is_some() => Ok(()),
                    State::Dropped => Err(Violation::NothingNew {
                        label: item.label,
                        state: item.state,
                    }),
                    State::Done | State::Decided => item.require_open(entry),
                }
            }
            Action::Reopen(reopen) => {
                let item = self.item(reopen.item)?;
                item.progress
                    .extend(reopen.text.iter().map(|text| timed_text(entry, text)));
                if item.is_open() {
                    return Err(Violation::StillOpen(item.label));
                }
                item.state = State::Open;
                item.closed = None;
                item.closed_on = None;
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
                    timed_text: timed_text(entry, &note.text),
                    topic: note.topic.clone(),
                });
                Ok(())
            }
            Action::Next(next) => {
                let people = self.person_refs(&next.people);
                self.plans.push(Plans {
                    timed_text: timed_text(entry, &next.text),
                    people,
                });
                Ok(())
            }
            Action::Photo(photo) => {
                self.pictures.push(Picture {
                    at: entry.at,
                    day: entry.day(),
                    file: photo.file.clone(),
                    caption: photo.text.clone(),
                    item: photo.item,
                    topic: photo.topic.clone(),
                });
                match photo.item {
                    Some(item) => self.item(item).map(|_| ()),
                    None => Ok(()),
                }
            }
            Action::Thank(thank) => {
                self.thanks.push(thank.text.clone());
                Ok(())
            }
            Action::Reword(reword) => {
                let item = self.item(reword.item)?;
                let former = std::mem::replace(&mut item.text, reword.text.clone());
                item.former.push(former);
                Ok(())
            }
            Action::Join(_) | Action::Leave(_) | Action::Renumber(_) | Action::Undo(_) => Ok(()),
        }
    }

    /// The item that an entry makes, if it makes one.
    fn make(&mut self, entry: &Entry) {
        let fields = entry.action.fields();
        let Some(kind) = fields.makes else { return };
        self.places.insert(entry.id, self.items.len());
        self.items.push(Item {
            id: entry.id,
            label: Label {
                number: entry.id.number().unwrap_or(0),
                twin: None,
            },
            former_number: None,
            kind,
            text: fields.text.unwrap_or_default().to_owned(),
            former: Vec::new(),
            topic: fields.topic.cloned(),
            under: fields.under,
            at: entry.at,
            day: entry.day(),
            state: State::Open,
            closed: None,
            closed_on: None,
            progress: Vec::new(),
            outcome: Vec::new(),
            reason: None,
            reopened: false,
            assignees: Assignees::default(),
            ever: Assignees::default(),
            corrected: Assignees::default(),
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

    /// Cuts what would make an item part of itself or of nothing, files parts with their whole, and lifts what lies too
    /// deep, for the items from one place on.
    fn check_parts(&mut self, first: usize) -> Vec<Problem> {
        let mut violations = self.cut_from_nothing(first);
        violations.extend(self.cut_circles(first));
        violations.extend(self.file_parts(first));
        violations.sort_by_key(|(place, _)| *place);
        let problem = |(place, violation): (usize, Violation)| Problem {
            entry: self.items[place].id,
            violation,
        };
        violations.into_iter().map(problem).collect()
    }

    /// The place of what an item is a part of.
    fn whole_of(&self, place: usize) -> Option<usize> {
        let under = self.items[place].under?;
        self.places.get(&under).copied()
    }

    /// Cuts parts of what is not there.
    fn cut_from_nothing(&mut self, first: usize) -> Vec<(usize, Violation)> {
        let mut violations = Vec::new();
        for place in first..self.items.len() {
            if self.whole_of(place).is_none()
                && let Some(under) = self.items[place].under.take()
            {
                violations.push((place, Violation::NoSuchEntry(under)));
            }
        }
        violations
    }

    /// Cuts every circle of parts at the item in it that came first. What is before `first` is in none.
    fn cut_circles(&mut self, first: usize) -> Vec<(usize, Violation)> {
        let mut violations = Vec::new();
        // From which item on each was seen, so that none is walked through twice.
        let mut seen_from: Vec<Option<usize>> = vec![None; self.items.len()];
        for start in first..self.items.len() {
            let mut path: Vec<usize> = Vec::new();
            let mut next = Some(start);
            while let Some(place) = next.filter(|place| *place >= first) {
                if let Some(seen) = seen_from[place] {
                    if seen == start {
                        let circle = path.iter().skip_while(|on_path| **on_path != place);
                        if let Some(earliest) = circle.min().copied() {
                            self.items[earliest].under = None;
                            let label = self.items[earliest].label;
                            violations.push((earliest, Violation::InsideItself(label)));
                        }
                    }
                    break;
                }
                seen_from[place] = Some(start);
                path.push(place);
                next = self.whole_of(place);
            }
        }
        violations
    }

    /// Files parts where their whole is, unless they say otherwise, and makes what lies too deep a part of the last
    /// item above it that may have parts. There are no circles any more.
    fn file_parts(&mut self, first: usize) -> Vec<(usize, Violation)> {
        let mut violations = Vec::new();
        // Of each item how many are above it, and the last of these and itself that may have parts.
        let mut known: Vec<Option<(usize, usize)>> = vec![None; self.items.len()];
        let mut lifted = Vec::new();
        for start in first..self.items.len() {
            let mut path = Vec::new();
            let mut next = Some(start);
            while let Some(place) = next.filter(|place| known[*place].is_none()) {
                path.push(place);
                next = self.whole_of(place);
            }
            for place in path.into_iter().rev() {
                let whole = self.whole_of(place);
                let above = whole.and_then(|whole| known[whole]);
                let (depth, holder) =
                    above.map_or((0, place), |(depth, holder)| (depth + 1, holder));
                let holder = if depth + 1 < DEEPEST { place } else { holder };
                known[place] = Some((depth, holder));
                if self.items[place].topic.is_none() {
                    self.items[place].topic =
                        whole.and_then(|whole| self.items[whole].topic.clone());
                }
                if depth >= DEEPEST {
                    lifted.push((place, self.items[holder].id));
                    violations.push((place, Violation::TooDeep(self.items[place].label)));
                }
            }
        }
        for (place, holder) in lifted {
            self.items[place].under = Some(holder);
        }
        violations
    }

    fn item(&mut self, id: EntryId) -> Result<&mut Item, Violation> {
        match self.places.get(&id) {
            Some(place) => Ok(&mut self.items[*place]),
            None => Err(Violation::NoSuchEntry(id)),
        }
    }

    fn person_refs(&mut self, names: &[String]) -> Vec<PersonRef> {
        names
            .iter()
            .map(|name| self.people.person_ref(name))
            .collect()
    }

    /// Puts people on an item, whatever its state: whoever worked on it has the credit.
    fn assign(
        &mut self,
        item: EntryId,
        people: &[String],
        with: &[String],
    ) -> Result<&mut Item, Violation> {
        let (people, with) = (self.person_refs(people), self.person_refs(with));
        let item = self.item(item)?;
        item.assignees.add(&people, &with);
        for person_ref in people {
            if !item.ever.people.contains(&person_ref) {
                item.ever.people.push(person_ref);
            }
        }
        for person_ref in with {
            if !item.ever.helpers.contains(&person_ref) {
                item.ever.helpers.push(person_ref);
            }
        }
        Ok(item)
    }

    fn unassign(
        &mut self,
        entry: &Entry,
        item: EntryId,
        leaving: &[PersonRef],
    ) -> Result<(), Violation> {
        let item = self.item(item)?;
        let on: Vec<PersonRef> = item.assignees.all().collect();
        let mut missing = Vec::new();
        if leaving.is_empty() {
            item.assignees = Assignees::default();
        }
        for person_ref in leaving {
            if !item.assignees.remove(*person_ref) {
                missing.push(*person_ref);
            }
        }
        item.require_open(entry)?;
        if missing.is_empty() && !on.is_empty() {
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
}

impl Item {
    fn close(
        &mut self,
        state: State,
        entry: &Entry,
        outcome: Option<&String>,
    ) -> Result<(), Violation> {
        // What is added to a finished item does not finish it again.
        if self.closed.is_none() || self.state == State::Dropped {
            self.closed = Some(entry.at);
            self.closed_on = Some(entry.day());
        }
        self.state = state;
        if let Some(text) = outcome {
            if self.reopened {
                self.outcome.clear();
            }
            self.outcome.push(timed_text(entry, text));
        }
        // Whatever was dropped meanwhile still has its new outcome before it.
        self.reopened &= state == State::Dropped;
        Ok(())
    }

    fn correct_credit(&mut self, people: Vec<PersonRef>, helpers: Vec<PersonRef>) {
        if !people.is_empty() {
            self.corrected.people = people;
        }
        if !helpers.is_empty() {
            self.corrected.helpers = helpers;
        }
    }

    fn require_open(&self, entry: &Entry) -> Result<(), Violation> {
        if self.is_open() {
            return Ok(());
        }
        Err(Violation::Closed {
            kind: entry.action.kind(),
            label: self.label,
            state: self.state,
        })
    }
}

/// The undoes of what is nowhere.
fn check_undoes(entries: &[Entry]) -> Vec<Problem> {
    let ids: HashSet<EntryId> = entries.iter().map(|entry| entry.id).collect();
    let mut problems = Vec::new();
    for entry in entries {
        if let Action::Undo(undo) = &entry.action
            && !ids.contains(&undo.entry)
        {
            let violation = Violation::NoSuchEntry(undo.entry);
            problems.push(Problem {
                entry: entry.id,
                violation,
            });
        }
    }
    problems
}

/// What an undo takes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Taken {
    /// One entry.
    One(EntryId),
    /// All that were recorded together.
    Batch(EntryId),
}

/// The entries that were taken back and not brought back. An undo that was itself taken back takes nothing back; nor do
/// those that a log by hand lets go in a circle.
pub(super) fn undone<'e>(entries: impl Iterator<Item = &'e Entry> + Clone) -> HashSet<EntryId> {
    let mut batches: HashMap<EntryId, EntryId> = HashMap::new();
    for entry in entries.clone() {
        if let Some(batch) = entry.batch {
            batches.insert(entry.id, batch);
        }
    }
    // What was recorded together with an undo is taken back by it one by one: it cannot take back itself.
    let taken = |entry: &Entry, only: bool, target| match batches.get(&target) {
        Some(batch) if !only && entry.batch != Some(*batch) => Taken::Batch(*batch),
        _ => Taken::One(target),
    };
    let mut undoes: HashMap<EntryId, Taken> = HashMap::new();
    let mut undecided: HashMap<Taken, usize> = HashMap::new();
    let mut undoes_in: HashMap<EntryId, Vec<EntryId>> = HashMap::new();
    for entry in entries {
        if let Action::Undo(undo) = &entry.action {
            let taken = taken(entry, undo.only, undo.entry);
            undoes.insert(entry.id, taken);
            *undecided.entry(taken).or_default() += 1;
            if let Some(batch) = entry.batch {
                undoes_in.entry(batch).or_default().push(entry.id);
            }
        }
    }
    let ways = |id| {
        let batch = batches.get(&id).map(|batch| Taken::Batch(*batch));
        [Some(Taken::One(id)), batch].into_iter().flatten()
    };
    // An undo is looked at when all that might take it back have been.
    let is_decided = |undecided: &HashMap<Taken, usize>, id| {
        ways(id).all(|way| undecided.get(&way).is_none_or(|left| *left == 0))
    };
    let mut ready: Vec<EntryId> = undoes
        .keys()
        .copied()
        .filter(|id| is_decided(&undecided, *id))
        .collect();
    let mut undone: HashSet<Taken> = HashSet::new();
    while let Some(undo) = ready.pop() {
        let taken = undoes[&undo];
        if !ways(undo).any(|way| undone.contains(&way)) {
            undone.insert(taken);
        }
        let Some(left) = undecided.get_mut(&taken) else {
            continue;
        };
        *left -= 1;
        if *left == 0 {
            let next: &[EntryId] = match &taken {
                Taken::One(id) => slice::from_ref(id),
                Taken::Batch(batch) => undoes_in.get(batch).map_or(&[], Vec::as_slice),
            };
            let next = next.iter().copied().filter(|id| undoes.contains_key(id));
            ready.extend(next.filter(|id| is_decided(&undecided, *id)));
        }
    }
    // An id that is taken back and is nowhere counts too: whoever refers to it learns that.
    let ones = undone.iter().filter_map(|taken| match taken {
        Taken::One(id) => Some(*id),
        Taken::Batch(_) => None,
    });
    let together = batches
        .iter()
        .filter(|(_, batch)| undone.contains(&Taken::Batch(**batch)))
        .map(|(id, _)| *id);
    ones.chain(together).collect()
}

fn timed_text(entry: &Entry, text: &str) -> TimedText {
    TimedText {
        at: entry.at,
        day: entry.day(),
        text: text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::super::entry::{
        Assign, Decide, Discuss, Done, Drop, EVERYBODY, Join, Leave, Plan, Progress, Reopen,
        Unassign,
    };
    use super::super::topic::Topic;
    use super::*;

    /// Entries, a minute apart, each with its place in the history in its id.
    struct History(Vec<Entry>);

    impl History {
        fn new() -> Self {
            History(Vec::new())
        }

        fn then(mut self, action: Action) -> Self {
            let place = self.0.len() as u32 + 1;
            let number = action.makes_item().then_some(place);
            let at = DateTime::from_timestamp(1_488_182_400 + i64::from(place) * 60, 0)
                .expect("a moment of 2017");
            self.0.push(Entry::new(
                EntryId::new(number, place.into()),
                at.fixed_offset(),
                "armin".into(),
                action,
            ));
            self
        }

        fn plan(self, people: &str) -> Self {
            self.then(Action::Plan(Plan {
                text: "fix the leak".into(),
                topic: None,
                under: None,
                people: names(people),
            }))
        }

        fn assign(self, people: &str, with: &str, only: bool) -> Self {
            let assign = Assign {
                item: first(),
                people: names(people),
                with: names(with),
                only,
            };
            self.then(Action::Assign(assign))
        }

        fn unassign(self, people: &str) -> Self {
            self.then(Action::Unassign(Unassign {
                item: first(),
                people: names(people),
            }))
        }

        fn done(self, text: &str, people: &str, with: &str) -> Self {
            let text = Some(text.to_owned()).filter(|text| !text.is_empty());
            self.then(Action::Done(Done {
                item: first(),
                text,
                people: names(people),
                with: names(with),
            }))
        }

        fn drop(self) -> Self {
            self.then(Action::Drop(Drop {
                item: first(),
                text: None,
            }))
        }

        fn reopen(self) -> Self {
            self.then(Action::Reopen(Reopen {
                item: first(),
                text: None,
            }))
        }

        fn progress(self, text: &str) -> Self {
            self.then(Action::Progress(Progress {
                item: first(),
                text: text.into(),
            }))
        }

        fn sprint(&self) -> Sprint {
            Sprint::from_entries(self.0.clone())
        }

        fn problems(&self) -> Vec<Violation> {
            self.sprint()
                .problems()
                .iter()
                .map(|problem| problem.violation.clone())
                .collect()
        }

        /// The first item: state, people with helpers behind `+`, credit likewise.
        fn first(&self) -> (State, String, String) {
            let sprint = self.sprint();
            let item = &sprint.items()[0];
            let print = |people: &[PersonRef], helpers: &[PersonRef]| {
                let print = |one: &PersonRef| sprint.people().print(*one);
                let helpers = helpers.iter().map(|helper| format!("+{}", print(helper)));
                people
                    .iter()
                    .map(print)
                    .chain(helpers)
                    .collect::<Vec<_>>()
                    .join(" ")
            };
            let credit = item.credit();
            (
                item.state,
                print(&item.assignees.people, &item.assignees.helpers),
                print(&credit.people, &credit.helpers),
            )
        }
    }

    fn first() -> EntryId {
        EntryId::new(Some(1), 1)
    }

    fn names(names: &str) -> Vec<String> {
        names.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn credit_is_everybody_ever_assigned_unless_done_says_otherwise() {
        let case = |history: History, on: &str, credit: &str| {
            let (_, assignees, credited) = history.first();
            assert_eq!((assignees.as_str(), credited.as_str()), (on, credit));
        };
        let history = || History::new().plan("armin");
        case(history(), "armin", "armin");
        case(
            history().assign("anto", "", false),
            "armin anto",
            "armin anto",
        );
        case(history().assign("anto", "", true), "anto", "armin anto");
        case(
            history().assign("anto", "bea", true).unassign(""),
            "",
            "armin anto +bea",
        );
        case(history().assign("", "armin", false), "+armin", "armin");
        case(history().assign("bea?", "", false), "armin bea?", "armin");
        case(
            history().assign("bea?", "", false).assign("bea", "", false),
            "armin bea",
            "armin bea",
        );
        case(
            history().assign("anto", "bea", false).done("", "ronan", ""),
            "armin anto +bea",
            "ronan +bea",
        );
        case(
            history().assign("anto", "bea", false).done("", "bea", ""),
            "armin anto +bea",
            "bea",
        );
        case(
            history().assign("anto", "", false).done("", "", "armin"),
            "armin anto",
            "anto +armin",
        );
        case(
            history().done("", "ronan", "").done("", "", "bea"),
            "armin",
            "ronan +bea",
        );
        case(
            history().assign(EVERYBODY, "", false),
            "armin everybody",
            "armin everybody",
        );
        case(
            history().done("", "", "").assign("anto", "", false),
            "armin anto",
            "armin anto",
        );
    }

    #[test]
    fn an_item_is_in_the_state_that_it_was_last_brought_to() {
        let case = |history: History, state: State, violations: Vec<Violation>| {
            assert_eq!((history.first().0, history.problems()), (state, violations));
        };
        let label = Label {
            number: 1,
            twin: None,
        };
        let history = || History::new().plan("");
        let closed = |kind, state| vec![Violation::Closed { kind, label, state }];
        let nothing_new = |state| vec![Violation::NothingNew { label, state }];
        case(history(), State::Open, vec![]);
        case(history().done("", "", ""), State::Done, vec![]);
        case(
            history().done("", "", "").done("x", "", ""),
            State::Done,
            vec![],
        );
        case(
            history().done("", "", "").done("", "", ""),
            State::Done,
            nothing_new(State::Done),
        );
        case(history().done("", "", "").reopen(), State::Open, vec![]);
        case(
            history().reopen(),
            State::Open,
            vec![Violation::StillOpen(label)],
        );
        case(history().drop(), State::Dropped, vec![]);
        case(
            history().drop().drop(),
            State::Dropped,
            nothing_new(State::Dropped),
        );
        case(history().drop().done("", "", ""), State::Done, vec![]);
        case(
            history().done("", "", "").drop(),
            State::Done,
            closed("drop", State::Done),
        );
        case(
            history().done("", "", "").progress("x"),
            State::Done,
            closed("progress", State::Done),
        );
        case(
            history().drop().assign("anto", "", false),
            State::Dropped,
            closed("assign", State::Dropped),
        );
    }

    #[test]
    fn a_reopened_item_keeps_its_outcome_until_there_is_a_new_one() {
        let outcome = |history: History| -> Vec<String> {
            history.sprint().items()[0]
                .outcome
                .iter()
                .map(|timed_text| timed_text.text.clone())
                .collect()
        };
        let (_, _, credit) = History::new()
            .plan("armin anto")
            .done("", "armin", "")
            .reopen()
            .done("", "", "")
            .first();
        assert_eq!(credit, "armin anto");
        let history = || History::new().plan("").done("one", "", "").reopen();
        assert_eq!(outcome(history().done("", "", "")), ["one"]);
        assert_eq!(
            outcome(history().done("two", "", "").done("three", "", "")),
            ["two", "three"]
        );
    }

    #[test]
    fn people_stay_on_a_task_until_that_is_changed() {
        let until = |count: usize| {
            let history = History::new()
                .plan("armin")
                .assign("anto", "", true)
                .progress("half")
                .unassign("");
            History(history.0[..count].to_vec()).first().1
        };
        assert_eq!(
            [until(1), until(2), until(3), until(4)],
            ["armin", "anto", "anto", ""]
        );
    }

    #[test]
    fn an_entry_may_come_before_what_it_is_about() {
        let mut history = History::new().plan("armin").done("Fixed.", "", "");
        history.0[1].at -= chrono::TimeDelta::hours(1);
        assert_eq!(
            history.first(),
            (State::Done, "armin".into(), "armin".into())
        );
        assert_eq!(history.problems(), []);
    }

    #[test]
    fn what_is_about_nothing_is_a_problem_of_its_own_only() {
        let mut history = History::new().plan("armin").progress("half");
        history.0[1].action = Action::Progress(Progress {
            item: EntryId::new(Some(7), 7),
            text: "half".into(),
        });
        assert_eq!(
            history.problems(),
            [Violation::NoSuchEntry(EntryId::new(Some(7), 7))]
        );
        assert_eq!(history.sprint().items().len(), 1);
    }

    #[test]
    fn no_item_is_part_of_itself() {
        let part_of = |under: u32| {
            let under = Some(EntryId::new(Some(under), under.into()));
            Action::Plan(Plan {
                text: "x".into(),
                topic: None,
                under,
                people: Vec::new(),
            })
        };
        let history = History::new()
            .then(part_of(2))
            .then(part_of(3))
            .then(part_of(1))
            .then(part_of(4))
            .then(part_of(1));
        let label = |number| Label { number, twin: None };
        assert_eq!(
            history.problems(),
            [
                Violation::InsideItself(label(1)),
                Violation::InsideItself(label(4))
            ]
        );
        let wholes: Vec<bool> = history
            .sprint()
            .items()
            .iter()
            .map(|item| item.under.is_none())
            .collect();
        assert_eq!(wholes, [true, false, false, true, false]);
    }

    /// Tasks of which each is a part of the one before it, in the order that `places` gives.
    fn chain(length: u32) -> History {
        let mut history = History::new();
        for place in 1..=length {
            let under = (place > 1).then(|| EntryId::new(Some(place - 1), (place - 1).into()));
            history = history.then(Action::Plan(Plan {
                text: "x".into(),
                topic: (place == 3).then(|| Topic::parse("t")).flatten(),
                under,
                people: Vec::new(),
            }));
        }
        history
    }

    /// How many items are above one.
    fn depth(sprint: &Sprint, item: &Item) -> usize {
        let above = |item: &&Item| item.under.and_then(|under| sprint.get(under));
        std::iter::successors(Some(item), above).count() - 1
    }

    #[test]
    fn parts_that_lie_too_deep_are_parts_of_the_last_that_may_have_some() {
        let history = chain(10_000);
        let sprint = history.sprint();
        for (place, item) in sprint.items().iter().enumerate() {
            assert_eq!(depth(&sprint, item), place.min(DEEPEST - 1));
            assert_eq!(item.topic.is_some(), place >= 2);
        }
        assert_eq!(sprint.problems().len(), 10_000 - DEEPEST);
        let label = Label {
            number: 33,
            twin: None,
        };
        assert_eq!(sprint.problems()[0].violation, Violation::TooDeep(label));
        // In whatever order they come.
        let mut turned = history.0.clone();
        turned.reverse();
        assert_eq!(Sprint::from_entries(turned), sprint);
    }

    #[test]
    fn a_part_that_would_lie_too_deep_is_not_admitted() {
        let deepest = DEEPEST as u32;
        let sprint = chain(deepest).sprint();
        assert_eq!(sprint.problems(), []);
        let next = chain(deepest + 1).0.pop().expect("an entry");
        let refused = sprint.admit(next).expect_err("too deep");
        assert!(matches!(refused.violation, Violation::TooDeep(_)));
    }

    #[test]
    fn a_number_that_was_given_twice_gets_letters_in_the_order_of_time() {
        let mut history = History::new().plan("").plan("").plan("");
        history.0[2].id = EntryId::new(Some(1), 99);
        let labels: Vec<String> = history
            .sprint()
            .items()
            .iter()
            .map(|item| item.label.to_string())
            .collect();
        assert_eq!(labels, ["1a", "2", "1b"]);
        assert_eq!(history.sprint().highest_number(), 2);
    }

    #[test]
    fn only_discussions_are_decided() {
        let decide = || {
            Action::Decide(Decide {
                item: first(),
                text: "UTF-8.".into(),
            })
        };
        let discuss = Discuss {
            text: "which?".into(),
            topic: None,
            people: Vec::new(),
            decided: None,
        };
        let discussion = History::new().then(Action::Discuss(discuss)).then(decide());
        assert_eq!(
            (discussion.first().0, discussion.problems()),
            (State::Decided, vec![])
        );
        let task = History::new().plan("").then(decide());
        let violation = Violation::NotADiscussion {
            label: Label {
                number: 1,
                twin: None,
            },
            kind: ItemKind::Task,
        };
        assert_eq!(
            (task.first().0, task.problems()),
            (State::Done, vec![violation])
        );
    }

    #[test]
    fn who_leaves_must_have_joined() {
        let join = Join {
            person: "Anto Cuni".into(),
            nick: "anto".into(),
            also: Vec::new(),
            from: None,
            to: None,
            role: None,
            org: None,
        };
        let leave = |name: &str| {
            Action::Leave(Leave {
                people: names(name),
            })
        };
        let history = History::new()
            .then(Action::Join(join))
            .then(leave("Anto"))
            .then(leave("bea"));
        assert_eq!(history.problems(), [Violation::NotJoined("bea".into())]);
        let sprint = history.sprint();
        let (_, _, attendance) = sprint.people().attendees().next().expect("one joined");
        assert_eq!(attendance.to, history.0[1].day().pred_opt());
    }

    #[test]
    fn an_entry_is_admitted_only_if_nothing_is_wrong_with_it() {
        let sprint = History::new().plan("armin").sprint();
        let last = |history: History| history.0.last().cloned().expect("an entry");
        let progress = last(History::new().plan("").progress("half"));
        assert_eq!(
            sprint
                .clone()
                .admit(progress.clone())
                .map(|sprint| sprint.entries().len()),
            Ok(2)
        );
        let reopen = last(History::new().plan("").reopen());
        let violation = Violation::StillOpen(Label {
            number: 1,
            twin: None,
        });
        assert_eq!(
            sprint.admit(reopen.clone()),
            Err(Problem {
                entry: reopen.id,
                violation
            })
        );
    }
}
