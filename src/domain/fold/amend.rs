//! An entry for an earlier time, and an undo: what they change is folded again, and nothing else.

use foldhash::HashSet;

use super::made_by;
use crate::domain::timeline::Timed;
use crate::domain::{Action, Entry, EntryId, Item, Sprint, Topic};

impl Sprint {
    /// Adds an entry, if no more has to be folded again than the items that it is about. Otherwise it returns false, and the
    /// entries are as they were.
    pub(super) fn amend(&mut self, entry: &Entry) -> bool {
        if let Action::Undo(_) = &entry.action {
            return self.take_back(entry);
        }
        if self.is_last_about_item(entry) {
            // If it is not allowed, all entries are folded again.
            if self.apply(entry).is_err() {
                return false;
            }
        } else if self.says_more(entry) {
            // It has been added.
        } else if let Some(item) = self.with_entry(entry) {
            self.items.replace(item);
        } else if self.says_the_same_earlier(entry) {
            let applied = self.apply_next(entry);
            debug_assert_eq!(applied, Ok(()), "what may be wrong was looked at");
        } else {
            return false;
        }
        self.note(entry.clone());
        true
    }

    /// Adds what an entry says about an item, if it changes nothing else.
    fn says_more(&mut self, entry: &Entry) -> bool {
        let id = entry.action.item().filter(|_| self.is_unforeseen(entry));
        let item = id.and_then(|id| self.items.get_mut(id));
        item.is_some_and(|item| item.say(entry))
    }

    /// Returns an item as it is with an entry about it, whenever that happened; `None` if the entry may change more than this
    /// item, or may not be allowed.
    pub(in crate::domain) fn with_entry(&mut self, entry: &Entry) -> Option<Item> {
        let id = only_item(&entry.action)?;
        let is_allowed = self.is_unforeseen(entry)
            && self.refusal(entry).is_none()
            && self.uses_known_topic(entry);
        is_allowed.then(|| self.folded_again(id, &HashSet::default(), Some(entry)))?
    }

    /// Returns whether an entry changes one item alone, and comes after all others about it.
    fn is_last_about_item(&self, entry: &Entry) -> bool {
        let item = only_item(&entry.action).and_then(|item| self.get(item));
        let is_last = |item| {
            let last = self.history(item).next_back();
            last.is_none_or(|last| last.key() < entry.key())
        };
        let is_filed = matches!(entry.action, Action::Move(_));
        item.is_some_and(is_last)
            && !is_filed
            && self.is_unforeseen(entry)
            && self.names_attendees(entry)
    }

    /// Returns whether an entry means the same whether it is applied at its time or last.
    fn says_the_same_earlier(&self, entry: &Entry) -> bool {
        let exists = |item: Option<EntryId>| item.is_none_or(|item| self.get(item).is_some());
        let is_last_attendance = || {
            let last = self.index.last_attendance;
            last.is_none_or(|last| last < entry.key())
        };
        let says_the_same = match &entry.action {
            Action::Goal(_) | Action::Thank(_) | Action::Note(_) => true,
            Action::Plan(plan) => exists(plan.under),
            Action::Discuss(_) | Action::Talk(_) => true,
            Action::Next(next) => exists(next.item),
            Action::Photo(photo) => exists(photo.item),
            Action::Day(_) => !self.days.contains_key(&entry.day()),
            Action::Join(join) => is_last_attendance() && self.people.adds_nobody_known(join),
            _ => false,
        };
        says_the_same
            && self.is_unforeseen(entry)
            && self.names_attendees(entry)
            && self.uses_known_topic(entry)
            && self.index.parents.of(entry.id, &self.entries).is_empty()
    }

    /// Returns whether the topic of an entry was used before it. Topics are listed in the order of their first use.
    fn uses_known_topic(&self, entry: &Entry) -> bool {
        entry.action.topic().is_none_or(|topic| {
            let first = self.index.topics.first_use(topic);
            let first = first.and_then(|first| self.entry(first));
            first.is_some_and(|first| first.key() < entry.key())
        })
    }

    /// Adds an undo of what nothing else follows from, and takes that out.
    fn take_back(&mut self, undo: &Entry) -> bool {
        let Some((what, taken)) = self.takes(undo).zip(Some(self.taken_by(undo))) else {
            return false;
        };
        let taken = taken.into_iter();
        let taken: Vec<&Entry> = taken.filter(|entry| !self.is_undone(entry.id)).collect();
        let gone: HashSet<EntryId> = taken.iter().map(|entry| entry.id).collect();
        let is_first_use = |topic: &Topic| {
            let first = self.index.topics.first_use(topic);
            first.is_none_or(|first| gone.contains(&first))
        };
        let may_go = |entry: &&Entry| {
            let says_nothing_else = match &entry.action {
                Action::Goal(_)
                | Action::Thank(_)
                | Action::Note(_)
                | Action::Next(_)
                | Action::Photo(_) => true,
                action if action.makes_item() => self.may_be_removed(entry, &gone),
                action => only_item(action).is_some(),
            };
            says_nothing_else
                && self.names_attendees(entry)
                && !self.has_problem(entry)
                && !entry.action.topic().is_some_and(is_first_use)
        };
        if !self.is_unforeseen(undo) || !taken.iter().all(may_go) {
            return false;
        }
        let batches: Vec<EntryId> = taken.iter().filter_map(|entry| entry.batch).collect();
        let removed: Vec<Entry> = taken.iter().copied().cloned().collect();
        let changed = taken.iter().filter_map(|entry| only_item(&entry.action));
        let mut changed: HashSet<EntryId> = changed.filter(|item| !gone.contains(item)).collect();
        if let [only] = &removed[..]
            && self.unsays(only)
        {
            changed.clear();
        }
        let mut items = Vec::new();
        for id in changed {
            let Some(item) = self.folded_again(id, &gone, None) else {
                return false;
            };
            items.push(item);
        }
        items.into_iter().for_each(|item| self.items.replace(item));
        removed.iter().for_each(|entry| self.remove_said(entry));
        self.undone.extend(gone);
        self.note(undo.clone());
        self.index
            .note_undo(what, undo.id, &batches, &self.entries, &self.undone);
        true
    }

    /// Takes out what an entry says about an item, if it changes nothing else.
    fn unsays(&mut self, entry: &Entry) -> bool {
        let item = entry.action.item();
        let item = item.and_then(|id| self.items.get_mut(id));
        item.is_some_and(|item| item.unsay(entry))
    }

    /// Takes out the item that an entry makes, or what else it adds. What it says of an item is folded again.
    fn remove_said(&mut self, entry: &Entry) {
        match &entry.action {
            Action::Goal(_) => self.goals.remove_at(entry.key()),
            Action::Thank(_) => self.thanks.remove_at(entry.key()),
            Action::Note(_) => self.notes.remove_at(entry.key()),
            Action::Next(_) => self.next_steps.remove_at(entry.key()),
            Action::Photo(_) => self.pictures.remove_at(entry.key()),
            action if action.makes_item() => self.items.remove(entry.id),
            _ => {}
        }
    }

    /// Returns whether the item that an entry makes may be taken out, with some other entries, without a change to anything else.
    fn may_be_removed(&self, maker: &Entry, gone: &HashSet<EntryId>) -> bool {
        let Some(item) = self.get(maker.id) else {
            return false;
        };
        let is_gone = |entry: &Entry| gone.contains(&entry.id) || self.is_undone(entry.id);
        // What was part of it for a time needs it, too.
        let parts = self.index.parents.of(maker.id, &self.entries).iter();
        let mut parts = parts.map(|place| self.entries.at(*place as usize));
        self.history(item).all(is_gone)
            && parts.all(is_gone)
            && self.parts(item).all(|part| gone.contains(&part.id))
            && self.items.with_number(item.label.number).len() == 1
    }

    /// Folds an item again, without some of the entries about it or with one more; `None` if anything is, or was, wrong with one
    /// of them, or if the order of entries may decide whom one of them means.
    fn folded_again(
        &mut self,
        id: EntryId,
        without: &HashSet<EntryId>,
        with: Option<&Entry>,
    ) -> Option<Item> {
        let item = self.get(id)?;
        let counts = |entry: &&Entry| {
            let is_about_item = entry.id == id || only_item(&entry.action).is_some();
            is_about_item && !self.is_undone(entry.id) && !without.contains(&entry.id)
        };
        let mut entries: Vec<&Entry> = self.history(item).filter(counts).collect();
        if let Some(new) = with {
            let before = entries.partition_point(|entry| entry.key() < new.key());
            entries.insert(before, new);
        }
        let is_certain = |entry: &&Entry| self.names_attendees(entry) && !self.has_problem(entry);
        if !entries.iter().all(is_certain) {
            return None;
        }
        let made = entries.iter().find(|entry| entry.id == id);
        let made = made.and_then(|entry| made_by(entry))?;
        let is_move = |entry: &Entry| matches!(entry.action, Action::Move(_));
        let gone = self
            .history(item)
            .filter(|entry| without.contains(&entry.id));
        let is_filed_again = with.into_iter().chain(gone).any(is_move);
        if is_filed_again && !self.may_be_filed_again(item) {
            return None;
        }
        let folded = Item {
            label: item.label,
            former_number: item.former_number,
            under: item.under,
            placed_by: item.placed_by,
            ..made
        };
        let folded = match is_filed_again {
            true => folded,
            false => Item {
                topic: item.topic.clone(),
                own_topic: item.own_topic.clone(),
                when: item.when.clone(),
                ..folded
            },
        };
        entries.retain(|entry| is_filed_again || !is_move(entry));
        let entries: Vec<Entry> = entries.into_iter().cloned().collect();
        let mut alone = self.alone(folded);
        let is_allowed = entries.iter().all(|entry| alone.apply(entry).is_ok());
        self.people = std::mem::take(&mut alone.people);
        let mut folded = alone.items.get(id).filter(|_| is_allowed).cloned()?;
        if folded.own_topic.is_none() {
            let parent = folded.under.and_then(|under| self.get(under));
            folded.topic = parent.and_then(|parent| parent.topic.clone());
        }
        Some(folded)
    }

    /// Returns whether nothing else changes when an item is filed elsewhere, and it never was made part of another.
    fn may_be_filed_again(&self, item: &Item) -> bool {
        let mut history = self.history(item).filter(|entry| !self.is_undone(entry.id));
        let is_filing = |entry: &Entry| match &entry.action {
            Action::Move(_) => only_item(&entry.action).is_some(),
            _ => true,
        };
        history.all(is_filing) && self.parts(item).next().is_none()
    }

    /// Makes a sprint of one item, with everybody, who must be given back.
    pub(in crate::domain) fn alone(&mut self, item: Item) -> Sprint {
        let mut alone = Sprint {
            people: std::mem::take(&mut self.people),
            ..Sprint::default()
        };
        alone.items.add(item);
        alone
    }

    fn names_attendees(&self, entry: &Entry) -> bool {
        let mut names = entry.action.fields().names();
        names.all(|name| self.people.is_nick_of_attendee(name))
    }

    fn has_problem(&self, entry: &Entry) -> bool {
        let mut problems = self.problems.iter();
        problems.any(|problem| problem.entry == entry.id)
    }
}

/// Returns the item that an entry is about, if it changes nothing else, and leaves its number and its parent as they are.
fn only_item(action: &Action) -> Option<EntryId> {
    match action {
        Action::Assign(_)
        | Action::Unassign(_)
        | Action::Progress(_)
        | Action::Result(_)
        | Action::Done(_)
        | Action::Decide(_)
        | Action::Drop(_)
        | Action::Reopen(_)
        | Action::Reword(_) => action.item(),
        Action::Move(moved) if !moved.top && moved.under.is_none() => Some(moved.item),
        _ => None,
    }
}
