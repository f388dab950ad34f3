//! What may be meant to be taken back, and is not, as it is not known from which state of the sprint a document comes.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::Comparison;
use super::all_lines::Said;
use super::people::Somebody;
use super::said::IN_PROGRESS;
use crate::diagnostic::PlanningRemark;
use crate::domain::{Action, Ending, EntryId, Item};
use crate::planning::command::{Command, Target};
use crate::planning::document::{Mark, Row};
use crate::planning::find::{FoundBy, Subject, shown};
use crate::planning::folded::folded;
use crate::planning::likeness::Words;

/// Items that were recorded together.
#[derive(Default)]
struct Together<'s> {
    /// How many have a line.
    there: usize,
    /// The open ones that have none.
    missing: Vec<&'s Item>,
    /// How many of these share words with something new.
    like_new: usize,
}

impl Together<'_> {
    /// Returns whether they came from an earlier version of the document. `has_new`: it has something new.
    fn is_of_document(&self, has_new: bool) -> bool {
        let missing = self.missing.len();
        missing <= self.there || has_new && (self.there > 0 || 2 * self.like_new >= missing)
    }
}

/// Returns the item that a new line may be.
fn told_with(remark: &PlanningRemark) -> Option<EntryId> {
    match remark {
        PlanningRemark::MaybeReworded { id, .. } => Some(*id),
        _ => None,
    }
}

impl Comparison<'_> {
    /// Returns whether more might be recorded if it were known from which state a document comes: it was exported, as its numbers
    /// say, would open an item again, or does not name the people or the status of one. Says who stays on an item without
    /// being named among the others.
    pub(super) fn may_take_back(&mut self) -> bool {
        self.remark_closed();
        self.remark_missing();
        let is_exported = self.document.stamp.is_some();
        self.remark_otherwise() || is_exported
    }

    /// Says what the lines of open items that were made since the document was exported do not say of them, or say otherwise. Returns
    /// whether that may be meant to be taken back.
    pub(super) fn remark_otherwise(&mut self) -> bool {
        let is_since = |id: &EntryId| self.opened.is_none() || !self.before.contains(id);
        let mut may_take_back = false;
        let mut said: BTreeMap<usize, (&Item, Said)> = BTreeMap::new();
        let mut first: HashMap<EntryId, usize> = HashMap::new();
        for (row, found) in self.found.rows.iter().enumerate() {
            let id = self.found.item(row).filter(is_since);
            let Some(item) = id.and_then(|id| self.now.get(id)) else {
                continue;
            };
            let this = self.row(row);
            may_take_back |= matches!(found.subject, Subject::Item(_, by)
                if by == FoundBy::Number || this.mark == Mark::Open && !item.is_open());
            let first = *first.entry(item.id).or_insert(row);
            let (_, said) = said
                .entry(first)
                .or_insert_with(|| (item, Said::from(this.line)));
            said.closes |= this.mark.closes(item.kind);
            if !found.is_second && matches!(found.subject, Subject::Item(..)) {
                said.own = Some(row);
            }
            self.note(said, this);
        }
        let changes = self.changes.changes.iter();
        let changed: HashSet<Target> = changes.flat_map(|change| change.command.items()).collect();
        for (item, said) in said.into_values().filter(|(item, _)| item.is_open()) {
            let stay = said.not_named(item, self.now);
            may_take_back |= !stay.is_empty() || said.lacks_status(item);
            if said.says_who && !stay.is_empty() {
                self.remark_stay(item, &said, stay);
            }
            if let Some(own) = said.own
                && !changed.contains(&Target::Item(item.id))
            {
                self.remark_gone_back(own, item, &said);
            }
        }
        may_take_back
    }

    /// Says who stays on an item, or has the credit for it too where others close it in their place.
    fn remark_stay(&mut self, item: &Item, said: &Said, people: Vec<String>) {
        let ever: HashSet<Somebody> = item.ever().map(|one| Somebody::Known(one.who)).collect();
        let target = Target::Item(item.id);
        let mut changes = self.changes.changes.iter().map(|change| &change.command);
        let is_credited = changes.any(|command| match command {
            Command::Done { item, people, .. } => *item == target && !people.is_empty(),
            _ => false,
        });
        let has_others = !is_credited && !said.people.is_subset(&ever);
        if !said.closes || has_others {
            self.changes.remarks.push(PlanningRemark::StaysOn {
                line: said.line,
                item: shown(item),
                label: item.label.to_string(),
                is_closed: said.closes,
                people,
            });
        }
    }

    /// Says which closed items a document would open again, or give up though they are finished.
    fn remark_closed(&mut self) {
        let (mut open, mut given_up) = (Vec::new(), Vec::new());
        for (row, found) in self.found.rows.iter().enumerate() {
            let Subject::Item(id, _) = found.subject else {
                continue;
            };
            let Some(item) = self.now.get(id).filter(|_| !found.is_second) else {
                continue;
            };
            match (self.row(row).mark, item.ending()) {
                (Mark::Open, Some(_)) => open.push(shown(item)),
                (Mark::Dropped, Some(Ending::Done | Ending::Decided))
                    if !self.was_dropped(item) =>
                {
                    given_up.push(shown(item));
                }
                _ => {}
            }
        }
        for (items, is_given_up) in [(open, false), (given_up, true)] {
            if !items.is_empty() {
                let remark = PlanningRemark::StayClosed { items, is_given_up };
                self.changes.remarks.push(remark);
            }
        }
    }

    /// Returns whether an item was given up at some time, so that a document may be older than what became of it then.
    fn was_dropped(&self, item: &Item) -> bool {
        let mut history = self.now.history(item);
        history
            .any(|entry| matches!(entry.action, Action::Drop(_)) && !self.now.is_undone(entry.id))
    }

    /// Says which open items have no line any more: they were recorded together with others, most of which have one, or, where
    /// something new is planned, some of which have one or words that the new has, too.
    fn remark_missing(&mut self) {
        let rows = self.found.rows.iter();
        let new = rows.filter(|found| found.subject == Subject::New);
        let new: Vec<Words> = new.map(|found| Words::of(&folded(&found.title))).collect();
        let words: HashSet<&String> = new.iter().flat_map(Words::telling).collect();
        let told: HashSet<EntryId> = self.found.remarks.iter().filter_map(told_with).collect();
        let batch = |item: &Item| self.now.entry(item.id)?.batch;
        let mut batches: HashMap<EntryId, Together> = HashMap::new();
        for item in self.now.items().iter() {
            let Some(batch) = batch(item) else { continue };
            let together = batches.entry(batch).or_default();
            let is_there = self.there.contains(&item.id);
            together.there += usize::from(is_there);
            if !is_there && item.is_open() {
                let own = Words::of(&folded(&item.text));
                let is_like = own.telling().iter().any(|word| words.contains(word));
                together.like_new += usize::from(is_like);
                together.missing.push(item);
            }
        }
        let items = self.now.items().iter().filter_map(batch);
        let mut missing = Vec::new();
        for batch in items {
            if let Some(together) = batches.remove(&batch)
                && together.is_of_document(!new.is_empty())
            {
                let items = together.missing.into_iter();
                missing.extend(items.filter(|item| !told.contains(&item.id)).map(shown));
            }
        }
        if !missing.is_empty() {
            self.changes.remarks.push(PlanningRemark::Missing(missing));
        }
    }

    /// Returns the open items without a line that were made since the document was exported, as it seems of lines that were new in it:
    /// alone, or together with what has a line.
    pub(super) fn missing_since(&self) -> Vec<&Item> {
        let since = |item: &&Item| self.base.get(item.id).is_none();
        let mut batches: HashMap<EntryId, Vec<&Item>> = HashMap::new();
        for item in self.now.items().iter().filter(since) {
            if let Some(batch) = self.now.entry(item.id).and_then(|entry| entry.batch) {
                batches.entry(batch).or_default().push(item);
            }
        }
        let me = self.opened.map(|opened| opened.me);
        let is_missing = |item: &&Item| item.is_open() && !self.there.contains(&item.id);
        let of_document = batches.into_values().filter(|items| {
            let missing = items.iter().filter(|item| is_missing(item)).count();
            let there = items
                .iter()
                .filter(|item| self.there.contains(&item.id))
                .count();
            let is_mine = items.iter().all(|item| {
                let entry = self.now.entry(item.id);
                entry.is_some_and(|entry| Some(&*entry.by) == me)
            });
            is_mine && (there > 0 || missing == 1)
        });
        let mut missing: Vec<&Item> = of_document.flatten().filter(is_missing).collect();
        missing.sort_by_key(|item| item.label);
        missing
    }

    fn note(&self, said: &mut Said, row: &Row) {
        let people = row.people.iter().flatten();
        let people = people.filter(|person| !person.is_struck);
        let people = people.map(|person| Somebody::of(&person.typed, self.now));
        said.people.extend(people);
        if row.people.is_some() && !said.says_who {
            said.line = row.line;
        }
        said.says_who |= row.people.is_some();
        said.has_unclear_people |= row.has_unclear_people;
        let sign = (row.mark == Mark::InProgress).then_some(IN_PROGRESS);
        let minutes = row.minutes.iter().map(|minute| minute.text.as_str());
        let texts = row.status.as_deref().into_iter().chain(sign).chain(minutes);
        said.texts.extend(texts.map(folded));
    }
}
