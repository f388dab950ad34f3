//! Who is on an item.

use std::collections::{HashMap, HashSet};

use lean_string::LeanString;

use super::Comparison;
use crate::diagnostic::PlanningRemark;
use crate::domain::{Assignees, Ending, Item, Sprint, Who};
use crate::planning::command::Command;
use crate::planning::document::{Mark, Person};
use crate::planning::find::shown;
use crate::text::normalize;

/// Whose work a row says its item is, though others were on it.
pub(super) struct Credit {
    pub(super) people: Vec<String>,
    pub(super) with: Vec<String>,
    /// Those who were on it and are not named any more.
    went: Vec<String>,
}

/// Somebody, however they are typed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Somebody {
    Known(Who),
    New(String),
}

impl Somebody {
    pub(super) fn of(typed: &str, sprint: &Sprint) -> Somebody {
        let known = sprint.people().stored(typed);
        let name = || normalize(typed.trim_start_matches(['+', '@']));
        known.map_or_else(|| Somebody::New(name()), |known| Somebody::Known(known.who))
    }
}

/// Somebody on an item, whether they help, and whether that is doubtful.
type Compared = (Somebody, bool, bool);

fn as_compared(person: &Person, sprint: &Sprint) -> Compared {
    let somebody = Somebody::of(&person.typed, sprint);
    (somebody, person.helps, person.doubtful)
}

/// Returns those on an item, or those with the credit for it, in the form in which they are compared.
pub(super) fn set_of(assignees: &Assignees) -> HashSet<Compared> {
    let people = assignees.people.iter().map(|one| (one, false));
    let helpers = assignees.helpers.iter().map(|one| (one, true));
    let all = people.chain(helpers);
    all.map(|(one, helps)| (Somebody::Known(one.who), helps, one.doubtful))
        .collect()
}

/// Returns people and helpers as they are typed.
pub(super) fn typed<'p>(people: impl Iterator<Item = &'p Person>) -> (Vec<String>, Vec<String>) {
    let (mut typed, mut with) = (Vec::new(), Vec::new());
    let mut seen = HashSet::new();
    for person in people {
        let doubt = if person.doubtful { "?" } else { "" };
        let list = if person.helps { &mut with } else { &mut typed };
        let name = format!("{}{doubt}", person.typed);
        if seen.insert((person.helps, name.clone())) {
            list.push(name);
        }
    }
    (typed, with)
}

impl Comparison<'_> {
    /// Records who came to an item and who went, compared with its row in the opened document. `is_closing`: the row closes it, and the
    /// names that went with that stay, unless others came in their place: then it is the work of those whom the row names.
    pub(super) fn compare_people(
        &mut self,
        row: usize,
        opened: &[Person],
        item: &Item,
        is_closing: bool,
    ) -> Option<Credit> {
        if self.row(row).has_unclear_people {
            return None;
        }
        let listed = self.row(row).people.as_deref().unwrap_or_default();
        // The same document closed it before, and it was opened again.
        let was_closed = self.row(row).mark.closes(item.kind) && !is_closing;
        if was_closed && self.was_credited(item, &self.named(listed)) {
            return None;
        }
        let named = listed.iter().filter(|person| !person.is_struck);
        let (before, on) = (self.named(opened), set_of(&item.assignees));
        let came = named.clone().filter(|person| {
            let one = as_compared(person, self.now);
            !before.contains(&one) && !on.contains(&one) && !self.was_assigned(item, person)
        });
        let (people, with) = typed(came);
        let named: HashSet<Somebody> = named
            .map(|person| Somebody::of(&person.typed, self.now))
            .collect();
        let on: HashSet<Somebody> = on.into_iter().map(|(somebody, ..)| somebody).collect();
        let went = opened.iter().filter(|person| {
            let somebody = Somebody::of(&person.typed, self.now);
            !named.contains(&somebody)
                && on.contains(&somebody)
                && !self.was_unassigned(item, person)
        });
        let went: Vec<String> = went.map(|person| person.typed.clone()).collect();
        let item = self.target(row);
        let is_replaced = !went.is_empty() && !people.is_empty();
        if is_replaced && is_closing && self.row(row).mark != Mark::Dropped {
            let (people, with) = typed(listed.iter().filter(|person| !person.is_struck));
            return Some(Credit { people, with, went });
        }
        if !people.is_empty() || !with.is_empty() {
            self.push(row, Command::Assign { item, people, with });
        }
        if !went.is_empty() && !is_closing {
            let people = went;
            self.push(row, Command::Unassign { item, people });
        }
        None
    }

    /// Returns whose work a row says its item is where others are or were on that, too. `item`: the item, unless it is new.
    pub(super) fn said_credit(&self, row: usize, item: Option<&Item>) -> Option<Credit> {
        let this = self.row(row);
        let credit = this.credit.as_deref()?;
        let kind = item.map_or_else(|| self.kind(row), |item| item.kind);
        let is_closing = this.mark.closes(kind) && item.is_none_or(Item::is_open);
        let of = |person: &Person| Somebody::of(&person.typed, self.now);
        let credited: HashSet<Somebody> = credit.iter().map(of).collect();
        let named = this.people.iter().flatten().map(of);
        let ever = item.into_iter().flat_map(Item::ever);
        let mut all = named.chain(ever.map(|one| Somebody::Known(one.who)));
        let has_others = all.any(|somebody| !credited.contains(&somebody));
        let (people, with) = typed(credit.iter());
        (is_closing && has_others).then_some(Credit {
            people,
            with,
            went: Vec::new(),
        })
    }

    /// Says whose work an item is that its row closes with other names than before.
    pub(super) fn remark_credited(&mut self, row: usize, item: &Item, credit: &Credit) {
        self.changes.remarks.push(PlanningRemark::Credited {
            line: self.row(row).line,
            item: shown(item),
            label: item.label.to_string(),
            people: credit.people.iter().chain(&credit.with).cloned().collect(),
            others: credit.went.clone(),
        });
    }

    /// Returns those whom a row names, in the form in which they are compared.
    pub(super) fn named(&self, people: &[Person]) -> HashSet<Compared> {
        let people = people.iter().filter(|person| !person.is_struck);
        people.map(|person| as_compared(person, self.now)).collect()
    }

    /// Records whose work an item is that was finished before, if other people are named than in its row in the opened document.
    /// `is_closing`: that row was open, and whoever is not named in this one has kept the credit when it closed the item.
    pub(super) fn correct_credit(
        &mut self,
        row: usize,
        opened: &[Person],
        item: &Item,
        is_closing: bool,
    ) {
        let listed = self.row(row).people.as_deref().unwrap_or_default();
        let wanted = self.named(listed);
        let before = self.named(opened);
        let is_same = wanted == before || is_closing && wanted.is_subset(&before);
        if is_same || self.row(row).has_unclear_people {
            return;
        }
        if wanted == set_of(&item.credit()) || self.was_credited(item, &wanted) {
            return;
        }
        let (people, with) = typed(listed.iter().filter(|person| !person.is_struck));
        // `done` cannot say that it is nobody's work, nor that nobody helped.
        let entries = self.now.history(item);
        let mut helpers = entries.flat_map(|entry| entry.action.fields().with.unwrap_or_default());
        let stays = |name: &LeanString| {
            let helper = self.now.people().stored(name).filter(|one| !one.doubtful);
            helper.is_some_and(|one| {
                !wanted
                    .iter()
                    .any(|(who, ..)| *who == Somebody::Known(one.who))
            })
        };
        let helpers_stay = with.is_empty() && helpers.any(stays);
        if people.is_empty() || helpers_stay || !item.is_finished() {
            self.changes.remarks.push(PlanningRemark::ClosedPeople {
                line: self.row(row).line,
                item: shown(item),
                label: item.label.to_string(),
                is_finished: item.is_finished(),
                came: Vec::new(),
            });
            return;
        }
        let command = Command::Done {
            item: self.target(row),
            text: None,
            people,
            with,
        };
        self.push(row, command);
    }

    /// Records who was never on an item before and has no credit for it. A closed item takes nobody, which is said, but one that was
    /// given up and is now finished is opened for those who did it. Returns how the item is closed then.
    pub(super) fn add_people(&mut self, row: usize, item: &Item) -> Option<Ending> {
        let came = self.came(row, item);
        let mark = self.row(row).mark;
        let is_copy = self.found.rows[row].is_copy;
        let is_finished = mark.closes(item.kind) && mark != Mark::Dropped && !is_copy;
        let reopens = item.ending() == Some(Ending::Dropped) && is_finished && !came.is_empty();
        if !item.is_open() && !came.is_empty() && !reopens {
            let name = |person: &&Person| {
                let name = self.now.people().print_name(&person.typed);
                name.trim_start_matches('+').to_owned()
            };
            self.changes.remarks.push(PlanningRemark::ClosedPeople {
                line: self.row(row).line,
                item: shown(item),
                label: item.label.to_string(),
                is_finished: item.is_finished(),
                came: came.iter().map(name).collect(),
            });
            return item.ending();
        }
        let (people, with) = typed(came.into_iter());
        let ending = item.ending().filter(|_| !reopens);
        let item = self.target(row);
        if reopens {
            self.push(row, Command::Reopen { item });
        }
        if !people.is_empty() || !with.is_empty() {
            self.push(row, Command::Assign { item, people, with });
        }
        ending
    }

    /// Returns whom a row names who was never on its item before and has no credit for it.
    fn came(&self, row: usize, item: &Item) -> Vec<&Person> {
        let people = self.row(row).people.as_deref().unwrap_or_default().iter();
        // Whether it was always doubtful that they were on it.
        let mut known: HashMap<Somebody, bool> = HashMap::new();
        for one in item.ever().chain(item.credit().all()) {
            *known.entry(Somebody::Known(one.who)).or_insert(true) &= one.doubtful;
        }
        let came = people.filter(|person| {
            let was_doubtful = known.get(&Somebody::of(&person.typed, self.now));
            !person.is_struck && was_doubtful.is_none_or(|doubtful| *doubtful && !person.doubtful)
        });
        came.collect()
    }
}
