//! Items: what people refer to by number.

use chrono::{DateTime, FixedOffset, NaiveDate};
use foldhash::HashSet;
use lean_string::LeanString;
use thin_vec::ThinVec;

use super::assignees::{Assignees, Named, PersonRefs, Present};
use super::id::{EntryId, Label};
use super::person::PersonRef;
use super::status::is_status;
use super::stays::Stays;
use super::topic::Topic;

/// The state of a task, a discussion or a talk after all entries.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The id of the entry that made it.
    pub id: EntryId,
    pub label: Label,
    /// The number that it had before, if it was renumbered.
    pub former_number: Option<u32>,
    pub kind: ItemKind,
    /// The latest text.
    pub text: LeanString,
    /// Its earlier texts, oldest first.
    pub former: ThinVec<LeanString>,
    /// Where it is filed: under the topic that it was given, else with what it is a part of.
    pub topic: Option<Topic>,
    pub(super) own_topic: Option<Topic>,
    /// The item that it is a part of. Following it never comes back to this item.
    pub under: Option<EntryId>,
    /// The entry that made it a part.
    pub(super) placed_by: EntryId,
    /// When it is to happen, in free words.
    pub when: Option<LeanString>,
    pub at: DateTime<FixedOffset>,
    /// The day that the entry belongs to.
    pub day: NaiveDate,
    /// How and when it was closed; `None` of an open item.
    pub closed: Option<Closed>,
    /// Its status over time, a phrase each, oldest first. Of a discussion: the minutes, and why it was opened again.
    pub progress: ThinVec<TimedText>,
    /// How many of these a `result --only` replaced.
    pub(super) replaced: usize,
    /// What came of it: results and decisions, oldest first. After a `reopen` it is kept until there is a new one.
    pub results: ThinVec<TimedText>,
    /// Why it was dropped, if that is known.
    pub reason: Option<LeanString>,
    /// Who is on it now, or was when it was closed.
    pub assignees: Assignees,
    pub(super) ever: Assignees,
    /// Whom a `done` named; `None` if none did.
    pub(super) corrected: Option<Box<Assignees>>,
    pub(super) stays: Stays,
    pub(super) named: Named,
    /// Whether it was ever closed, or a result replaced others: what was said before that counts in another way.
    pub(super) has_turned: bool,
    pub(super) reopened: bool,
}

/// The kinds of items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ItemKind {
    Task,
    Discussion,
    /// A talk, tutorial or demo.
    Talk,
}

impl ItemKind {
    /// Returns the name of the command that makes such an item.
    pub(crate) fn command(self) -> &'static str {
        match self {
            ItemKind::Task => "plan",
            ItemKind::Discussion => "discuss",
            ItemKind::Talk => "talk",
        }
    }
}

/// How and when an item was closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closed {
    pub how: Ending,
    pub at: DateTime<FixedOffset>,
    /// The day that this belongs to.
    pub day: NaiveDate,
}

/// How an item was closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Finished.
    Done,
    /// A discussion that came to a decision.
    Decided,
    /// Given up, postponed or moved elsewhere.
    Dropped,
}

/// A text and when it was recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct TimedText {
    pub(crate) at: DateTime<FixedOffset>,
    /// The day that it belongs to.
    pub day: NaiveDate,
    /// Markdown.
    pub text: LeanString,
    /// Whether it says why an item was opened again.
    pub(super) is_reason: bool,
}

impl Item {
    /// Returns whether it is on the board.
    pub fn is_open(&self) -> bool {
        self.closed.is_none()
    }

    /// Returns whether it was closed and opened again, and nothing has come of it since.
    pub fn is_reopened(&self) -> bool {
        self.reopened && self.is_open()
    }

    /// Returns everybody who was ever on it, in doubt or not.
    pub fn ever(&self) -> impl Iterator<Item = PersonRef> + '_ {
        self.ever.all()
    }

    /// Returns how it was closed; `None` while it is open.
    pub fn ending(&self) -> Option<Ending> {
        self.closed.map(|closed| closed.how)
    }

    /// Returns whether it is filed under a topic that it was given itself.
    pub fn has_own_topic(&self) -> bool {
        self.own_topic.is_some()
    }

    /// Returns whether it was closed without being given up.
    pub fn is_finished(&self) -> bool {
        matches!(self.ending(), Some(Ending::Done | Ending::Decided))
    }

    /// Returns whether it is open and something came of it, so that the report tells it. After a `reopen`, what was told
    /// before does not hold.
    pub fn has_result_so_far(&self) -> bool {
        self.is_open() && !self.valid_results().is_empty()
    }

    /// Returns the results that hold: all of them, but none after a `reopen` until there is a new one or it is closed again.
    pub fn valid_results(&self) -> &[TimedText] {
        match self.is_open() && self.reopened {
            true => &[],
            false => &self.results,
        }
    }

    /// Returns the results that a new one replaces, since it was opened again after them.
    pub fn superseded(&self) -> &[TimedText] {
        match self.reopened {
            true => &self.results,
            false => &[],
        }
    }

    /// Returns what was last said about it.
    pub fn last_text(&self) -> Option<&TimedText> {
        let last = [self.progress.last(), self.results.last()];
        last.into_iter().flatten().max_by_key(|text| text.at)
    }

    /// Returns its latest status.
    pub fn status(&self) -> Option<&str> {
        self.progress
            .last()
            .map(|timed_text| timed_text.text.as_str())
    }

    /// Returns the minutes of a discussion; a status is not among them, nor why it was opened again, nor what was replaced.
    pub fn minutes(&self) -> impl Iterator<Item = &TimedText> {
        let said = self.progress.iter().skip(self.replaced);
        let said = said.filter(|_| self.kind == ItemKind::Discussion);
        said.filter(|text| !text.is_reason && !is_status(&text.text))
    }

    /// Returns whose work it is: everybody ever assigned without doubt, unless `done` said otherwise. Whoever did part
    /// of it is not listed as a helper, too.
    pub fn credit(&self) -> Assignees {
        let certain = |person_refs: &[PersonRef]| -> PersonRefs {
            person_refs
                .iter()
                .filter(|person_ref| !person_ref.doubtful)
                .copied()
                .collect()
        };
        let or = |corrected: &[PersonRef], seen: &[PersonRef]| {
            certain(if corrected.is_empty() {
                seen
            } else {
                corrected
            })
        };
        let nobody = Assignees::default();
        let corrected = self.corrected.as_deref().unwrap_or(&nobody);
        let mut people = or(&corrected.people, &self.ever.people);
        let mut helpers = or(&corrected.helpers, &self.ever.helpers);
        let (kept, cut) = match corrected.people.is_empty() && !corrected.helpers.is_empty() {
            true => (&helpers, &mut people),
            false => (&people, &mut helpers),
        };
        if !cut.is_empty() {
            let kept = Present::among(kept);
            cut.retain(|one| !kept.has(one.who));
        }
        Assignees { people, helpers }
    }

    /// Returns whose work it was on one day: who was on it at each of its minutes and results of that day, and when it was finished, as
    /// far as they have credit; everybody with credit if that is nobody. Whoever was on it at no such time of any day is among those of the next,
    /// or else of the last.
    pub fn credit_on(&self, day: NaiveDate) -> Assignees {
        let credit = self.credit();
        let told = self.told();
        let of_day = told.iter().filter(|(_, told)| *told == day);
        let mut then = self.stays.present_at(of_day.map(|(at, _)| *at).collect());
        for (who, from) in self
            .stays
            .absent_at(told.iter().map(|(at, _)| *at).collect())
        {
            let next = told.partition_point(|(at, _)| *at < from);
            let next = told.get(next).or(told.last());
            if next.is_some_and(|(_, told)| *told == day) {
                then.insert(who);
            }
        }
        let of_day = |person_refs: &[PersonRef]| -> PersonRefs {
            let of_day = person_refs.iter().filter(|one| then.contains(&one.who));
            of_day.copied().collect()
        };
        let on_day = Assignees {
            people: of_day(&credit.people),
            helpers: of_day(&credit.helpers),
        };
        if on_day.is_empty() { credit } else { on_day }
    }

    /// Returns the times and days of its minutes and results, and when it was finished, if nothing else is told of that day.
    fn told(&self) -> Vec<(DateTime<FixedOffset>, NaiveDate)> {
        let texts = self.minutes().chain(self.valid_results());
        let mut told: Vec<_> = texts.map(|text| (text.at, text.day)).collect();
        let is_told = |closed: &Closed| told.iter().any(|(_, day)| *day == closed.day);
        let closed = self.closed.filter(|closed| !is_told(closed));
        told.extend(closed.map(|closed| (closed.at, closed.day)));
        told.sort_unstable();
        told
    }

    /// Returns who was ever on it, without doubt, and has no credit.
    pub fn uncredited(&self) -> Vec<PersonRef> {
        let credit: PersonRefs = self.credit().all().collect();
        let credit = Present::among(&credit);
        let uncredited = self.ever.all();
        let uncredited = uncredited.filter(|one| !one.doubtful && !credit.has(one.who));
        let mut seen = HashSet::default();
        uncredited.filter(|one| seen.insert(*one)).collect()
    }
}
