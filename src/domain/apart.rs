//! What laptops that were apart recorded of one name, one item or in the same words.

use std::collections::BTreeMap;

use foldhash::{HashMap, HashSet};

use super::entry::{Action, Entry, Join};
use super::id::EntryId;
use super::item::{Ending, Item, ItemKind};
use super::lint::{Closing, Copies, Lint, LintKind};
use super::person::{split_doubt, split_plus};
use super::sprint::Sprint;
use super::violation::Violation;
use crate::text::normalize;

/// What was exchanged with others.
#[derive(Debug, Default)]
pub struct Exchanged {
    /// What is new elsewhere.
    pub sent: HashSet<EntryId>,
    /// What is new here.
    pub received: HashSet<EntryId>,
}

impl Exchanged {
    /// Returns whether neither writer of two entries knew of the other entry.
    fn are_apart(&self, one: &Entry, other: &Entry) -> bool {
        let crossed = |one: &Entry, other: &Entry| {
            self.sent.contains(&one.id) && self.received.contains(&other.id)
        };
        crossed(one, other) || crossed(other, one)
    }
}

/// Somebody who joined with a nick that somebody else has.
pub struct Namesake<'s> {
    pub join: &'s Join,
    /// Who typed that.
    pub by: &'s str,
    /// What the same writer recorded of the nick since then.
    pub named: Vec<&'s Entry>,
    /// One that nobody has.
    pub free_nick: String,
}

impl Sprint {
    /// Returns whom an entry says to join.
    pub fn namesake(&self, joined: EntryId) -> Option<Namesake<'_>> {
        let entry = self.entry(joined)?;
        let Action::Join(join) = &entry.action else {
            return None;
        };
        let nick = normalize(&join.nick);
        let named = self.effective().filter(|other| {
            let fields = other.action.fields();
            let mut names = [fields.people, fields.with].into_iter().flatten().flatten();
            other.by == entry.by
                && other.typed() > entry.typed()
                && names.any(|name| normalize(split_doubt(name).0) == nick)
        });
        Some(Namesake {
            join,
            by: &entry.by,
            named: named.collect(),
            free_nick: self.people.new_nick(split_plus(&join.person).0),
        })
    }

    /// Reports the items that were dropped after they were finished: nobody who knew of that could record it.
    pub(super) fn opposed(&self) -> Vec<Lint> {
        let dropped: HashSet<EntryId> = self
            .problems
            .iter()
            .filter(|problem| matches!(problem.violation, Violation::Closed { kind: "drop", .. }))
            .map(|problem| problem.entry)
            .collect();
        self.opposed_where(|_, other| dropped.contains(&other.id))
    }

    /// Reports the items that were closed in one way by what is new here and in another by what is new elsewhere.
    pub fn opposed_by(&self, exchanged: &Exchanged) -> Vec<Lint> {
        self.opposed_where(|one, other| exchanged.are_apart(one, other))
    }

    fn opposed_where(&self, are_apart: impl Fn(&Entry, &Entry) -> bool) -> Vec<Lint> {
        let finished = self.items().iter().filter(|item| item.is_finished());
        let opposed = finished.filter_map(|item| {
            let closings = self.closings(item);
            let pairs = closings.iter().enumerate();
            let mut pairs = pairs
                .flat_map(|(place, one)| closings[place + 1..].iter().map(|other| (*one, *other)));
            let (one, other) = pairs
                .find(|(one, other)| are_opposed(item, one, other) && are_apart(one, other))?;
            Some(Lint {
                entry: other.id,
                kind: LintKind::Opposed {
                    label: item.label,
                    text: item.text.to_string(),
                    closings: Box::new([one, other].map(closing)),
                },
            })
        });
        opposed.collect()
    }

    /// Returns the entries that closed an item since it was last opened again.
    fn closings(&self, item: &Item) -> Vec<&Entry> {
        let history = self.history(item).rev();
        let history = history.filter(|entry| !self.is_undone(entry.id));
        let since = history.take_while(|entry| !matches!(entry.action, Action::Reopen(_)));
        let closings = since.filter(|entry| ending(entry).is_some());
        let mut closings: Vec<&Entry> = closings.take(COMPARED).collect();
        closings.reverse();
        closings
    }

    /// Reports the items that have the words of others, one of the two open, and were recorded by somebody who did not know of those, nor the
    /// others of these: what is the same of two documents is one. `exchanged`: only of what is new here, and what is new elsewhere.
    pub fn copies(&self, exchanged: Option<&Exchanged>) -> Vec<Lint> {
        let mut groups = Groups::of(self);
        let makers = self.effective().filter_map(|entry| {
            let item = self.get(entry.id)?;
            (item.ending() != Some(Ending::Dropped)).then_some((entry, item))
        });
        let mut alike: HashMap<(ItemKind, String), Vec<&Entry>> = HashMap::default();
        let mut copies: BTreeMap<(EntryId, EntryId), Vec<(&Entry, &Entry)>> = BTreeMap::new();
        let is_open = |entry: &Entry| self.get(entry.id).is_some_and(Item::is_open);
        for (entry, item) in makers {
            let alike = alike.entry((item.kind, normalize(&item.text))).or_default();
            let copied = alike.iter().find(|other| {
                let crossed = exchanged.is_some_and(|new| new.are_apart(entry, other));
                let are_apart = crossed || groups.are_apart(entry, other);
                are_apart && (item.is_open() || is_open(other))
            });
            if let Some(other) = copied {
                let pairs = copies.entry((group(other), group(entry))).or_default();
                pairs.push((other, entry));
            }
            if alike.len() < COMPARED {
                alike.push(entry);
            }
        }
        let is_new = |pairs: &[(&Entry, &Entry)]| {
            let mut ids = pairs.iter().flat_map(|(one, other)| [one.id, other.id]);
            exchanged.is_none_or(|new| ids.any(|id| new.received.contains(&id)))
        };
        copies.retain(|_, pairs| is_new(pairs));
        for group in copies.keys().flat_map(|(one, other)| [one, other]) {
            groups.note_said(*group, self);
        }
        let copies = copies.values();
        copies.map(|pairs| self.copied(&groups, pairs)).collect()
    }

    fn copied(&self, groups: &Groups<'_>, pairs: &[(&Entry, &Entry)]) -> Lint {
        let label = |entry: &Entry| self.get(entry.id).map(|item| item.label);
        let (one, other) = pairs[0];
        let undo = [(other, one), (one, other)].into_iter();
        let mut undo = undo.filter(|(taken, kept)| groups.may_go(group(taken), group(kept)));
        let is_free = |entry: &&Entry| {
            self.get(entry.id).is_some_and(Item::is_open) && !groups.is_used(entry)
        };
        let drop = pairs.iter().filter_map(|(one, other)| {
            let mut free = [*other, *one].into_iter().filter(is_free);
            label(free.next()?)
        });
        let labels = pairs.iter();
        let labels = labels.filter_map(|(one, other)| Some((label(one)?, label(other)?)));
        Lint {
            entry: other.id,
            kind: LintKind::Copies(Box::new(Copies {
                pairs: labels.collect(),
                text: self
                    .get(one.id)
                    .map(|item| item.text.to_string())
                    .unwrap_or_default(),
                undo: undo.next().map(|(taken, _)| taken.id),
                drop: drop.collect(),
            })),
        }
    }

    /// Returns what an entry says, whatever the id of its item.
    fn said(&self, entry: &Entry) -> String {
        let fields = entry.action.fields();
        let subject = self.subject(entry).map(|item| &item.text);
        let (people, with) = (fields.people, fields.with);
        let texts = (
            fields.text,
            fields.decided,
            fields.topic,
            fields.when,
            fields.person,
        );
        format!(
            "{} {subject:?} {people:?} {with:?} {texts:?}",
            entry.action.kind()
        )
    }
}

/// How many items with the same words one is compared with, and how many entries that close an item with each other.
const COMPARED: usize = 20;

/// What was recorded together.
struct Groups<'s> {
    entries: HashMap<EntryId, Vec<&'s Entry>>,
    /// The lowest number of its items.
    first: HashMap<EntryId, u32>,
    /// By what each item is named.
    uses: HashMap<EntryId, Vec<EntryId>>,
    /// Noted of those that are compared.
    said: HashMap<EntryId, Said>,
}

/// What was recorded together says.
struct Said {
    texts: HashSet<String>,
    /// Whether anything recorded elsewhere is about one of its items.
    is_used: bool,
}

impl<'s> Groups<'s> {
    fn of(sprint: &'s Sprint) -> Self {
        let (mut entries, mut uses) = (HashMap::default(), HashMap::default());
        let mut first: HashMap<EntryId, u32> = HashMap::default();
        for entry in sprint.effective() {
            if let Some(number) = entry.id.number() {
                let lowest = first.entry(group(entry)).or_insert(number);
                *lowest = number.min(*lowest);
            }
            let of_group: &mut Vec<&Entry> = entries.entry(group(entry)).or_default();
            of_group.push(entry);
            // Nobody typed this.
            if matches!(&entry.action, Action::Renumber(renumber) if renumber.settled) {
                continue;
            }
            let fields = entry.action.fields();
            for item in [fields.item, fields.under].into_iter().flatten() {
                let users: &mut Vec<EntryId> = uses.entry(item).or_default();
                users.push(group(entry));
            }
        }
        Groups {
            entries,
            first,
            uses,
            said: HashMap::default(),
        }
    }

    /// Notes what was recorded together says, unless it is noted.
    fn note_said(&mut self, group: EntryId, sprint: &Sprint) {
        if self.said.contains_key(&group) {
            return;
        }
        let entries = &self.entries[&group];
        let said = Said {
            texts: entries.iter().map(|entry| sprint.said(entry)).collect(),
            is_used: entries.iter().any(|entry| self.is_used(entry)),
        };
        self.said.insert(group, said);
    }

    /// Returns whether neither writer of two items knew of the other item: a number is higher than all that are known.
    fn are_apart(&self, one: &Entry, other: &Entry) -> bool {
        let first = |entry: &Entry| self.first.get(&group(entry)).copied();
        group(one) != group(other)
            && first(one) <= other.id.number()
            && first(other) <= one.id.number()
    }

    /// Returns whether anything else is about an item.
    fn is_used(&self, maker: &Entry) -> bool {
        let mut users = self.uses.get(&maker.id).into_iter().flatten();
        users.any(|user| *user != group(maker))
    }

    /// Returns whether nothing builds on what was recorded together, and all of it is said by what was recorded elsewhere, too.
    fn may_go(&self, taken: EntryId, kept: EntryId) -> bool {
        let (taken, kept) = (&self.said[&taken], &self.said[&kept]);
        !taken.is_used && taken.texts.is_subset(&kept.texts)
    }
}

/// Returns what an entry was recorded together with.
fn group(entry: &Entry) -> EntryId {
    entry.batch.unwrap_or(entry.id)
}

/// Returns how an entry closes an item.
fn ending(entry: &Entry) -> Option<Ending> {
    let fields = entry.action.fields();
    fields.closes.or(fields.decided.map(|_| Ending::Decided))
}

fn are_opposed(item: &Item, one: &Entry, other: &Entry) -> bool {
    let is_told = |entry: &Entry| {
        let decided = decision(entry);
        let mut results = item.valid_results().iter();
        decided.is_some_and(|text| results.any(|result| result.text == text))
    };
    match (ending(one), ending(other)) {
        (Some(Ending::Decided), Some(Ending::Decided)) => {
            decision(one).map(normalize) != decision(other).map(normalize)
                && is_told(one)
                && is_told(other)
        }
        (one, other) => (one == Some(Ending::Dropped)) != (other == Some(Ending::Dropped)),
    }
}

/// Returns what an entry says that was decided, or came of an item.
fn decision(entry: &Entry) -> Option<&str> {
    let fields = entry.action.fields();
    fields.decided.or(fields.text)
}

fn closing(entry: &Entry) -> Closing {
    Closing {
        how: ending(entry).unwrap_or(Ending::Done),
        by: entry.by.to_string(),
        text: decision(entry).map(str::to_owned),
    }
}
