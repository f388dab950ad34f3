//! What may be meant to be taken back, and is not, as it is not known from which state of the sprint a document comes.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::Comparison;
use super::people::Somebody;
use super::said::IN_PROGRESS;
use crate::diagnostic::PlanningRemark;
use crate::domain::{Action, Ending, EntryId, Item, PersonRef, Sprint};
use crate::planning::document::{Mark, Row};
use crate::planning::find::{FoundBy, Subject, shown};
use crate::planning::folded::folded;
use crate::planning::likeness::Words;

/// What all lines of an item say.
struct Said {
    /// The first of them that says who is on it, or else the first.
    line: usize,
    /// Whether any says who is on it.
    says_who: bool,
    people: HashSet<Somebody>,
    has_unclear_people: bool,
    /// Whether any closes it: that does not say that somebody went.
    closes: bool,
    /// The status and what stands below, in the form in which they are compared.
    texts: Vec<String>,
}

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
        let mut may_take_back = self.document.stamp.is_some();
        let mut said: BTreeMap<usize, (&Item, Said)> = BTreeMap::new();
        let mut first: HashMap<EntryId, usize> = HashMap::new();
        for (row, found) in self.found.rows.iter().enumerate() {
            let Some(item) = self.found.item(row).and_then(|id| self.now.get(id)) else {
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
            self.note(said, this);
        }
        for (item, said) in said.into_values().filter(|(item, _)| item.is_open()) {
            let stay = said.not_named(item, self.now);
            may_take_back |= !stay.is_empty() || said.lacks_status(item);
            if said.says_who && !said.closes && !stay.is_empty() {
                self.changes.remarks.push(PlanningRemark::StaysOn {
                    line: said.line,
                    item: shown(item),
                    label: item.label.to_string(),
                    people: stay,
                });
            }
        }
        may_take_back
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
        for item in self.now.items() {
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

impl Said {
    fn from(line: usize) -> Said {
        Said {
            line,
            says_who: false,
            people: HashSet::new(),
            has_unclear_people: false,
            closes: false,
            texts: Vec::new(),
        }
    }

    /// Returns who is on an item and named on none of its lines.
    fn not_named(&self, item: &Item, now: &Sprint) -> Vec<String> {
        if self.has_unclear_people {
            return Vec::new();
        }
        let people = item.assignees.all();
        let people = people.filter(|one| !self.people.contains(&Somebody::Known(one.who)));
        let certain = people.map(|one| PersonRef {
            doubtful: false,
            ..one
        });
        certain.map(|one| now.people().print(one)).collect()
    }

    /// Returns whether an item has a status that none of its lines names.
    fn lacks_status(&self, item: &Item) -> bool {
        let status = item.status().map(folded);
        let is_said = |status: String| self.texts.iter().any(|text| text.contains(&status));
        status.is_some_and(|status| !is_said(status))
    }
}
