//! What may be meant to be taken back, and is not, as it is not known from which state of the sprint a document comes.

use std::collections::{HashMap, HashSet};

use super::Comparison;
use super::people::Somebody;
use super::said::IN_PROGRESS;
use crate::domain::{EntryId, Item};
use crate::planning::document::{Mark, Row};
use crate::planning::find::{FoundBy, Subject};
use crate::planning::folded::folded;

/// What all lines of an item say.
#[derive(Default)]
struct Said {
    people: HashSet<Somebody>,
    has_unclear_people: bool,
    /// The status and what stands below, in the form in which they are compared.
    texts: Vec<String>,
}

impl Comparison<'_> {
    /// Returns whether more might be recorded if it were known from which state a document comes: it was exported, as its numbers
    /// say, would open an item again, or does not name the people or the status of one.
    pub(super) fn may_take_back(&self) -> bool {
        let mut said: HashMap<EntryId, Said> = HashMap::new();
        for (row, found) in self.found.rows.iter().enumerate() {
            let Some(item) = self.found.item(row).and_then(|id| self.now.get(id)) else {
                continue;
            };
            let this = self.row(row);
            if let Subject::Item(_, by) = found.subject
                && (by == FoundBy::Number || this.mark == Mark::Open && !item.is_open())
            {
                return true;
            }
            self.note(said.entry(item.id).or_default(), this);
        }
        let mut items = said.iter();
        self.document.stamp.is_some()
            || items.any(|(id, said)| self.now.get(*id).is_some_and(|item| said.lacks(item)))
    }

    fn note(&self, said: &mut Said, row: &Row) {
        let people = row.people.iter().flatten();
        let people = people.filter(|person| !person.is_struck);
        let people = people.map(|person| Somebody::of(&person.typed, self.now));
        said.people.extend(people);
        said.has_unclear_people |= row.has_unclear_people;
        let sign = (row.mark == Mark::InProgress).then_some(IN_PROGRESS);
        let minutes = row.minutes.iter().map(|minute| minute.text.as_str());
        let texts = row.status.as_deref().into_iter().chain(sign).chain(minutes);
        said.texts.extend(texts.map(folded));
    }
}

impl Said {
    /// Returns whether an open item has people or a status that none of its lines names.
    fn lacks(&self, item: &Item) -> bool {
        let mut people = item.assignees.all();
        let is_named = |who| self.people.contains(&Somebody::Known(who));
        let status = item.status().map(folded);
        let is_said = |status: String| self.texts.iter().any(|text| text.contains(&status));
        item.is_open()
            && (!self.has_unclear_people && people.any(|one| !is_named(one.who))
                || status.is_some_and(|status| !is_said(status)))
    }
}
