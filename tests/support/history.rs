//! Random histories: what people may try to record, and the entries that come of it.

#![allow(dead_code, reason = "each test uses a part of it")]

use chrono::{DateTime, FixedOffset, NaiveDate};
use lean_string::LeanString;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use sprint_journal::domain::{
    Action, Assign, Day, Decide, Discuss, Done, Drop, Entry, EntryId, Goal, ItemResult, Join,
    Leave, Move, Next, Note, Photo, Plan, Progress, Renumber, Reopen, Reword, Role, Sprint, Talk,
    Thank, Topic, Unassign, Undo,
};
use thin_vec::ThinVec;

/// What texts, names and topics may be.
pub struct Words {
    pub text: BoxedStrategy<String>,
    pub name: BoxedStrategy<String>,
    pub topic: BoxedStrategy<String>,
}

/// Something that somebody tries to record, about some item or entry.
#[derive(Clone, Debug)]
pub struct Attempt {
    action: Action,
    about: Index,
}

/// Generates an attempt to record an entry of any kind.
pub fn attempt(words: &Words) -> impl Strategy<Value = Attempt> + use<> {
    (action(words), any::<Index>()).prop_map(|(action, about)| Attempt { action, about })
}

impl Attempt {
    /// Returns the action about one of the items, or of an undo one of the entries, that a sprint has.
    pub fn on(self, sprint: &Sprint) -> Action {
        let entries: Vec<EntryId> = sprint.entries().iter().map(|entry| entry.id).collect();
        let items: Vec<EntryId> = sprint.items().iter().map(|item| item.id).collect();
        match self.action {
            Action::Undo(undo) if !entries.is_empty() => Action::Undo(Undo {
                entry: entries[self.about.index(entries.len())],
                ..undo
            }),
            action if !items.is_empty() => about(action, items[self.about.index(items.len())]),
            action => action,
        }
    }
}

/// Makes entries with ids that count up.
#[derive(Default)]
pub struct Counter(u64);

impl Counter {
    /// Makes an entry that may come next in a sprint.
    pub fn entry(
        &mut self,
        sprint: &Sprint,
        at: DateTime<FixedOffset>,
        by: impl Into<LeanString>,
        action: Action,
    ) -> Entry {
        self.0 += 1;
        let number = action.makes_item().then(|| sprint.highest_number() + 1);
        Entry::new(EntryId::new(number, self.0), at, by.into(), action)
    }
}

/// Makes an action be about the item, if it is about one.
pub fn about(action: Action, item: EntryId) -> Action {
    match action {
        Action::Plan(plan) => Action::Plan(Plan {
            under: plan.under.map(|_| item),
            ..plan
        }),
        Action::Assign(assign) => Action::Assign(Assign { item, ..assign }),
        Action::Unassign(unassign) => Action::Unassign(Unassign { item, ..unassign }),
        Action::Progress(progress) => Action::Progress(Progress { item, ..progress }),
        Action::Result(result) => Action::Result(ItemResult { item, ..result }),
        Action::Done(done) => Action::Done(Done { item, ..done }),
        Action::Drop(drop) => Action::Drop(Drop { item, ..drop }),
        Action::Reopen(reopen) => Action::Reopen(Reopen { item, ..reopen }),
        Action::Move(place) => Action::Move(Move { item, ..place }),
        Action::Next(next) => Action::Next(Next {
            item: next.item.map(|_| item),
            ..next
        }),
        Action::Decide(decide) => Action::Decide(Decide { item, ..decide }),
        Action::Photo(photo) => Action::Photo(Photo {
            item: photo.item.map(|_| item),
            ..photo
        }),
        Action::Reword(reword) => Action::Reword(Reword { item, ..reword }),
        Action::Renumber(renumber) => Action::Renumber(Renumber { item, ..renumber }),
        other => other,
    }
}

/// Generates an action of any kind, about an item or entry that does not exist.
pub fn action(words: &Words) -> impl Strategy<Value = Action> + use<> {
    let item = EntryId::new(Some(1), 0);
    let text = || words.text.clone().prop_map(LeanString::from);
    let optional = || prop::option::of(words.text.clone().prop_map(LeanString::from));
    let name = || words.name.clone().prop_map(LeanString::from);
    let names = || prop::collection::vec(name(), 0..4).prop_map(ThinVec::from);
    let topic = || {
        prop::option::of(words.topic.clone().prop_map(|text| Topic::parse(&text)))
            .prop_map(Option::flatten)
    };
    let role = select(vec![
        Role::Newcomer,
        Role::Visitor,
        Role::Remote,
        Role::Host,
    ]);
    let person = (name(), name(), names());
    let stay = (
        date(),
        date(),
        prop::option::of(role),
        (optional(), optional(), optional()),
    );
    prop_oneof![
        3 => (text(), topic(), any::<bool>(), names(), names(), optional()).prop_map(move |(text, topic, is_part, people, with, when)| {
            Action::Plan(Plan { text, topic, under: is_part.then_some(item), people, with, when })
        }),
        1 => (names(), names(), any::<bool>()).prop_map(move |(people, with, only)| {
            Action::Assign(Assign { item, people, with, only })
        }),
        1 => names().prop_map(move |people| Action::Unassign(Unassign { item, people })),
        1 => text().prop_map(move |text| Action::Progress(Progress { item, text })),
        1 => (text(), any::<bool>()).prop_map(move |(text, only)| Action::Result(ItemResult { item, text, only })),
        2 => (prop::option::of(topic()), 0..3, optional()).prop_map(move |(topic, place, when)| {
            let under = (place == 1).then_some(item);
            Action::Move(Move { item, topic, under, top: place == 2, when })
        }),
        1 => (optional(), names(), names()).prop_map(move |(text, people, with)| {
            Action::Done(Done { item, text, people, with })
        }),
        1 => optional().prop_map(move |text| Action::Drop(Drop { item, text })),
        1 => optional().prop_map(move |text| Action::Reopen(Reopen { item, text })),
        1 => text().prop_map(move |text| Action::Reword(Reword { item, text })),
        1 => (1u32..20).prop_map(move |number| {
            Action::Renumber(Renumber { item, number, settled: false })
        }),
        1 => any::<bool>().prop_map(move |only| Action::Undo(Undo { entry: item, only })),
        1 => text().prop_map(move |text| Action::Decide(Decide { item, text })),
        1 => (text(), optional(), topic(), any::<bool>(), optional()).prop_map(move |(file, text, topic, shows, alt)| {
            Action::Photo(Photo { item: shows.then_some(item), text, file, alt, topic })
        }),
        1 => (text(), topic(), names(), names(), optional(), optional()).prop_map(|(text, topic, people, with, when, decided)| {
            Action::Discuss(Discuss { text, topic, people, with, when, decided })
        }),
        1 => (text(), topic(), names(), names(), optional()).prop_map(|(text, topic, people, with, when)| {
            Action::Talk(Talk { text, topic, people, with, when })
        }),
        1 => (person, stay).prop_map(|((person, nick, also), (from, to, role, (org, group, url)))| {
            Action::Join(Box::new(Join { person, nick, also, from, to, role, org, group, url }))
        }),
        1 => names().prop_map(|people| Action::Leave(Leave { people })),
        1 => (text(), any::<bool>()).prop_map(|(text, side)| Action::Goal(Goal { text, side })),
        1 => (optional(), any::<bool>()).prop_map(|(text, is_break)| Action::Day(Day { text, is_break })),
        1 => (text(), topic()).prop_map(|(text, topic)| Action::Note(Note { text, topic })),
        1 => (text(), topic(), any::<bool>(), names(), names()).prop_map(move |(text, topic, follows, people, with)| {
            Action::Next(Next { item: follows.then_some(item), text, topic, people, with })
        }),
        1 => text().prop_map(|text| Action::Thank(Thank { text })),
    ]
}

/// Generates a day of March, or none.
pub fn date() -> impl Strategy<Value = Option<NaiveDate>> {
    prop::option::of((1u32..28).prop_filter_map("a day of March", |day| {
        NaiveDate::from_ymd_opt(2017, 3, day)
    }))
}
