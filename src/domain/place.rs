//! Where a new entry goes in the order of time, so that what was confirmed is so.
//!
//! Clocks disagree, and two people may enter something for the same minute of yesterday. Whoever types has seen all that
//! is in the log, whatever times stand there. So an entry goes behind what would cancel it, and no further: what is not
//! cancelled is not moved. Only the fold knows what cancels what; here it is asked, with the entry at one time after
//! another, and what it gives is compared with what was said.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, TimeDelta};

use super::entry::{Action, Done, Entry, Join};
use super::id::EntryId;
use super::item::{Assignees, Item, ItemKind, State, TimedText};
use super::person::{PersonRef, split_doubt};
use super::sprint::Sprint;
use super::violation::{Problem, Violation};
use crate::text::normalize;

/// How far two entries in a row are apart at least.
const STEP: TimeDelta = TimeDelta::milliseconds(1);

/// An entry that was admitted where it has its effect.
#[derive(Debug)]
pub struct Placed {
    /// The state after it.
    pub sprint: Sprint,
    /// The entry, moved if need be.
    pub entry: Entry,
    /// The entry behind which it was moved.
    pub behind: Option<EntryId>,
}

impl Sprint {
    /// The state after one entry more, at the first time from its own on at which it has its effect. `dated`: somebody
    /// said when it happened; otherwise it has to be allowed after all that there is, which its writer has seen.
    ///
    /// # Errors
    ///
    /// What the rules have against it; see [`Sprint::admit`]. [`Violation::NoTimeLeft`] if it would have to go behind the
    /// last moment that a log can hold, and nothing else is against it.
    pub fn place(self, entry: Entry, dated: bool) -> Result<Placed, Problem> {
        let rivals = self.rivals(&entry, dated);
        if rivals.is_empty() {
            let sprint = self.admit(entry.clone())?;
            return Ok(Placed {
                sprint,
                entry,
                behind: None,
            });
        }
        let behind = |rival: &(DateTime<FixedOffset>, EntryId)| {
            let at = next_moment(rival.0, *entry.at.offset())?;
            Some((entry.moved_to(at), Some(rival.1)))
        };
        let mut forms = vec![(entry.clone(), None)];
        forms.extend(rivals.iter().filter_map(behind));
        let is_at_the_end = forms.len() <= rivals.len();
        let try_at = |place: usize| {
            let (entry, behind) = forms[place].clone();
            self.clone().admit(entry.clone()).map(|sprint| {
                let has_effect = sprint.shows(&entry, dated);
                let placed = Placed {
                    sprint,
                    entry,
                    behind,
                };
                (placed, has_effect)
            })
        };
        let no_time_left = || Problem {
            entry: entry.id,
            violation: Violation::NoTimeLeft,
        };
        match earliest(forms.len() - 1, !dated, try_at)? {
            Found::Effective(placed) => Ok(placed),
            // What nothing shows, nothing cancels.
            Found::Ineffective(placed) if !is_at_the_end => Ok(placed),
            Found::Ineffective(_) => Err(no_time_left()),
        }
    }

    /// What comes later than an entry and may cancel it, each with its time, earliest first.
    fn rivals(&self, entry: &Entry, dated: bool) -> Vec<(DateTime<FixedOffset>, EntryId)> {
        let is_later = |other: &&Entry| (other.at, other.id) > (entry.at, entry.id);
        let is_rival = |other: &&Entry| {
            !self.is_undone(other.id)
                && match &entry.action {
                    Action::Join(_) | Action::Leave(_) => {
                        matches!(other.action, Action::Join(_) | Action::Leave(_))
                    }
                    Action::Day(_) => {
                        matches!(other.action, Action::Day(_)) && other.day() == entry.day()
                    }
                    Action::Photo(_) => false,
                    // Where something stood on a day, no later day changes.
                    Action::Progress(_)
                        if dated
                            && matches!(other.action, Action::Progress(_))
                            && other.day() > entry.day() =>
                    {
                        false
                    }
                    action => action
                        .item()
                        .is_some_and(|item| other.id == item || other.action.item() == Some(item)),
                }
        };
        let later = self.entries.iter().rev().take_while(is_later);
        let mut rivals: Vec<_> = later
            .filter(is_rival)
            .map(|other| (other.at, other.id))
            .collect();
        rivals.reverse();
        rivals
    }

    /// Whether what an entry says is so.
    fn shows(&self, entry: &Entry, dated: bool) -> bool {
        let item = entry.action.item().and_then(|item| self.get(item));
        let on_item = |shows: &dyn Fn(&Item) -> bool| item.is_some_and(shows);
        let stored = |name: &String| self.people.stored(name);
        match &entry.action {
            Action::Done(done) => on_item(&|item| {
                matches!(item.state, State::Done | State::Decided)
                    && tells(&item.outcome, done.text.as_ref(), dated)
                    && self.credits(item, done)
            }),
            Action::Decide(decide) => on_item(&|item| {
                item.state == State::Decided && tells(&item.outcome, Some(&decide.text), dated)
            }),
            Action::Drop(drop) => on_item(&|item| {
                item.state == State::Dropped && (drop.text.is_none() || item.reason == drop.text)
            }),
            Action::Reopen(reopen) => on_item(&|item| {
                let text = reopen.text.as_ref();
                item.is_open() && text.is_none_or(|text| stands(item, text, entry.day(), dated))
            }),
            Action::Progress(progress) => {
                on_item(&|item| stands(item, &progress.text, entry.day(), dated))
            }
            Action::Reword(reword) => on_item(&|item| item.text == reword.text),
            Action::Renumber(renumber) => on_item(&|item| item.label.number == renumber.number),
            Action::Assign(assign) => on_item(&|item| {
                let named = |names: &[String]| names.iter().filter_map(stored).collect::<Vec<_>>();
                let mut meant = Assignees::default();
                meant.add(&named(&assign.people), &named(&assign.with));
                let has = |those: &[PersonRef], all: &[PersonRef]| {
                    all.iter().all(|person_ref| those.contains(person_ref))
                };
                has(&item.assignees.people, &meant.people)
                    && has(&item.assignees.helpers, &meant.helpers)
                    && (!assign.only || item.assignees.all().count() == meant.all().count())
            }),
            Action::Unassign(unassign) => on_item(&|item| {
                let mut leaving = unassign.people.iter().filter_map(stored);
                let is_on =
                    |leaving: PersonRef| item.assignees.all().any(|on| on.who == leaving.who);
                if unassign.people.is_empty() {
                    item.assignees.is_empty()
                } else {
                    !leaving.any(is_on)
                }
            }),
            Action::Join(join) => self.attends(join),
            Action::Leave(leave) => leave.people.iter().all(|name| {
                let person = self.people.referred(split_doubt(name).0);
                let attendance = person.and_then(|id| self.people.get(id).attendance.as_ref());
                attendance.is_some_and(|attendance| {
                    attendance.to == entry.day().pred_opt().max(attendance.from)
                })
            }),
            Action::Day(day) => self.day(entry.day()).is_some_and(|known| {
                known.is_break == day.is_break && (day.text.is_none() || known.theme == day.text)
            }),
            // An undo has its effect whenever it was made, and what is only added is there.
            Action::Plan(_)
            | Action::Discuss(_)
            | Action::Talk(_)
            | Action::Goal(_)
            | Action::Note(_)
            | Action::Next(_)
            | Action::Photo(_)
            | Action::Thank(_)
            | Action::Undo(_) => true,
        }
    }

    /// Whether the credit is as `done` corrects it.
    fn credits(&self, item: &Item, done: &Done) -> bool {
        let is_said = |names: &[String], corrected: &[PersonRef]| {
            let said = names.iter().map(|name| self.people.stored(name));
            names.is_empty() || said.eq(corrected.iter().copied().map(Some))
        };
        is_said(&done.people, &item.corrected.people)
            && is_said(&done.with, &item.corrected.helpers)
    }

    /// Whether somebody attends as `join` says.
    fn attends(&self, join: &Join) -> bool {
        let mut attendees = self.people.attendees();
        let known =
            attendees.find(|(_, person, _)| normalize(&person.name) == normalize(&join.person));
        known.is_some_and(|(id, person, attendance)| {
            let names = || self.people.all_names().filter(|(other, _)| *other == id);
            let goes_by =
                |name: &String| names().any(|(_, known)| normalize(known) == normalize(name));
            person.name == join.person
                && normalize(&person.nick) == normalize(&join.nick)
                && join.also.iter().all(goes_by)
                && (join.from.is_none() || attendance.from == join.from)
                && attendance.to == join.to
                && (join.role.is_none() || attendance.role == join.role)
                && (join.org.is_none() || attendance.org == join.org)
        })
    }
}

/// The first place at which something is allowed and has its effect, or the first at which it is allowed.
#[derive(Debug, PartialEq)]
enum Found<T> {
    Effective(T),
    Ineffective(T),
}

/// Finds the first of the places from 0 to `last` at which something has its effect. What has it at one place has it
/// behind that, too, so that few places have to be tried; where it is not allowed at some, or has no effect at the last,
/// they are tried one by one.
///
/// # Errors
///
/// Why it is not allowed at the first place where it is not, if it is not allowed and effective anywhere; or at the last
/// place, if it `must_be_allowed_there`.
fn earliest<T, E>(
    last: usize,
    must_be_allowed_there: bool,
    mut try_at: impl FnMut(usize) -> Result<(T, bool), E>,
) -> Result<Found<T>, E> {
    let mut at_last = must_be_allowed_there.then(|| try_at(last)).transpose()?;
    let first = match at_last.take_if(|_| last == 0) {
        Some(tried) => Ok(tried),
        None => try_at(0),
    };
    let first = match first {
        Ok((first, true)) => return Ok(Found::Effective(first)),
        Ok((first, false)) => first,
        Err(problem) => {
            let found = one_by_one(1..last + 1, try_at).0;
            return found.map(Found::Effective).ok_or(problem);
        }
    };
    // From the end on, the last place where it is allowed.
    let mut problem = None;
    let mut high = last;
    let mut found = None;
    while high > 0 && found.is_none() {
        match at_last.take().map_or_else(|| try_at(high), Ok) {
            Ok((tried, true)) => found = Some(tried),
            Ok((_, false)) => {
                let (between, other) = one_by_one(1..high, try_at);
                return match (between, other.or(problem)) {
                    (Some(between), _) => Ok(Found::Effective(between)),
                    (None, Some(problem)) => Err(problem),
                    (None, None) => Ok(Found::Ineffective(first)),
                };
            }
            Err(other) => {
                problem = Some(other);
                high -= 1;
            }
        }
    }
    let Some(mut found) = found else {
        return problem.map_or(Ok(Found::Ineffective(first)), Err);
    };
    let mut low = 0;
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        match try_at(middle) {
            Ok((tried, true)) => (high, found) = (middle, tried),
            Ok((_, false)) => low = middle,
            Err(_) => {
                let between = one_by_one(low + 1..high, try_at).0;
                return Ok(Found::Effective(between.unwrap_or(found)));
            }
        }
    }
    Ok(Found::Effective(found))
}

/// The first of some places at which something has its effect, or else why it is not allowed at the first where it is not.
fn one_by_one<T, E>(
    places: std::ops::Range<usize>,
    mut try_at: impl FnMut(usize) -> Result<(T, bool), E>,
) -> (Option<T>, Option<E>) {
    let mut problem = None;
    for place in places {
        match try_at(place) {
            Ok((tried, true)) => return (Some(tried), problem),
            Ok((_, false)) => {}
            Err(other) => problem = problem.or(Some(other)),
        }
    }
    (None, problem)
}

/// Whether an outcome has a text; of one that nobody dated, as its last word.
fn tells(outcome: &[TimedText], text: Option<&String>, dated: bool) -> bool {
    let is_text = |timed_text: &&TimedText| Some(&timed_text.text) == text;
    text.is_none()
        || if dated {
            outcome.iter().any(|timed_text| is_text(&timed_text))
        } else {
            outcome.last().filter(is_text).is_some()
        }
}

/// Whether an item stands where a text says: what was said for an earlier day holds for that day, and minutes that
/// somebody dated may have others behind them.
fn stands(item: &Item, text: &str, day: NaiveDate, dated: bool) -> bool {
    let mut said = item.progress.iter().rev();
    let last = if dated && item.kind == ItemKind::Discussion {
        said.find(|timed_text| timed_text.text == text)
    } else if dated {
        said.find(|timed_text| timed_text.day <= day)
    } else {
        said.next()
    };
    last.is_some_and(|last| last.text == text)
}

/// The moment behind another that a log can hold: with an offset if it can be, else with that of the other.
pub(super) fn next_moment(
    moment: DateTime<FixedOffset>,
    offset: FixedOffset,
) -> Option<DateTime<FixedOffset>> {
    let next = moment.checked_add_signed(STEP)?;
    let mut forms = [next.with_timezone(&offset), next].into_iter();
    forms.find(|form| can_be_held(form.date_naive()))
}

/// Whether a log can hold a day: TOML has years of four digits.
pub fn can_be_held(day: NaiveDate) -> bool {
    (0..=9999).contains(&day.year())
}

#[cfg(test)]
mod tests {
    use chrono::NaiveTime;

    use super::super::entry::{
        Assign, Day, Decide, Discuss, Drop, Leave, Note, Photo, Plan, Progress, Renumber, Reopen,
        Reword, Role, Unassign, Undo,
    };
    use super::*;

    /// A task, a discussion and a person, of midnight.
    fn begun() -> Vec<Entry> {
        let plan = Action::Plan(Plan {
            text: "fix the leak".into(),
            topic: None,
            under: None,
            people: vec!["armin".into()],
        });
        let discuss = Action::Discuss(Discuss {
            text: "which?".into(),
            topic: None,
            people: Vec::new(),
            decided: None,
        });
        vec![
            at_hour(1, 0, plan),
            at_hour(2, 0, discuss),
            at_hour(3, 0, join("Bea Meier", None)),
        ]
    }

    fn at_hour(place: u32, hour: i64, action: Action) -> Entry {
        let start = DateTime::from_timestamp(1_488_153_600, 0).expect("a day of 2017");
        let number = action.makes_item().then_some(place);
        let at = (start + TimeDelta::hours(hour)).fixed_offset();
        Entry::new(
            EntryId::new(number, place.into()),
            at,
            "armin".into(),
            action,
        )
    }

    fn item(number: u32) -> EntryId {
        EntryId::new(Some(number), number.into())
    }

    fn names(names: &str) -> Vec<String> {
        names.split_whitespace().map(str::to_owned).collect()
    }

    fn done(text: &str, people: &str) -> Action {
        Action::Done(Done {
            item: item(1),
            text: Some(text.to_owned()).filter(|text| !text.is_empty()),
            people: names(people),
            with: Vec::new(),
        })
    }

    fn drop(text: &str) -> Action {
        let text = Some(text.to_owned()).filter(|text| !text.is_empty());
        Action::Drop(Drop {
            item: item(1),
            text,
        })
    }

    fn reopen(item: EntryId) -> Action {
        Action::Reopen(Reopen { item, text: None })
    }

    fn decide(text: &str) -> Action {
        Action::Decide(Decide {
            item: item(2),
            text: text.into(),
        })
    }

    fn progress(number: u32, text: &str) -> Action {
        Action::Progress(Progress {
            item: item(number),
            text: text.into(),
        })
    }

    fn reword(text: &str) -> Action {
        Action::Reword(Reword {
            item: item(1),
            text: text.into(),
        })
    }

    fn renumber(number: u32) -> Action {
        Action::Renumber(Renumber {
            item: item(1),
            number,
            settled: false,
        })
    }

    fn assign(people: &str, with: &str, only: bool) -> Action {
        Action::Assign(Assign {
            item: item(1),
            people: names(people),
            with: names(with),
            only,
        })
    }

    fn unassign(people: &str) -> Action {
        Action::Unassign(Unassign {
            item: item(1),
            people: names(people),
        })
    }

    fn join(person: &str, role: Option<Role>) -> Action {
        Action::Join(Join {
            person: person.into(),
            nick: "bea".into(),
            also: Vec::new(),
            from: None,
            to: None,
            role,
            org: None,
        })
    }

    fn leave() -> Action {
        Action::Leave(Leave {
            people: names("bea"),
        })
    }

    fn day(text: &str, is_break: bool) -> Action {
        let text = Some(text.to_owned()).filter(|text| !text.is_empty());
        Action::Day(Day { text, is_break })
    }

    fn note() -> Action {
        Action::Note(Note {
            text: "it rains".into(),
            topic: None,
        })
    }

    /// What is recorded at one o'clock after entries of given hours: the hour behind which it went, or the refusal.
    fn placed(later: &[(i64, Action)], action: Action, dated: bool) -> Result<i64, Violation> {
        let mut entries = begun();
        for (place, (hour, action)) in later.iter().enumerate() {
            entries.push(at_hour(place as u32 + 10, *hour, action.clone()));
        }
        let sprint = Sprint::from_entries(entries);
        let new = at_hour(99, 1, action);
        let placed = sprint
            .place(new.clone(), dated)
            .map_err(|problem| problem.violation)?;
        assert_eq!(placed.sprint.entries().len(), later.len() + 4);
        assert_eq!(placed.entry.day(), new.day());
        assert_eq!(placed.entry.typed(), new.at);
        let moved = placed.entry.at - new.at;
        assert_eq!(
            placed.entry.entered.is_some(),
            moved > TimeDelta::zero(),
            "when it was typed is told of what was moved"
        );
        let behind = TimeDelta::milliseconds(i64::from(moved > TimeDelta::zero()));
        assert_eq!(placed.behind.is_some(), moved > TimeDelta::zero());
        assert_eq!((moved - behind).num_milliseconds() % 3_600_000, 0);
        Ok((moved - behind).num_hours() + 1)
    }

    #[test]
    fn what_would_be_cancelled_comes_behind_what_cancels_it_and_no_further() {
        for (later, action) in [
            (vec![done("first", ""), reopen(item(1))], done("It is.", "")),
            (
                vec![done("", "armin"), done("more", "anto")],
                done("", "bea"),
            ),
            (vec![drop(""), reopen(item(1))], drop("no time")),
            (vec![drop("a"), drop("b")], drop("c")),
            (vec![reopen(item(1)), done("x", "")], reopen(item(1))),
            (vec![progress(1, "a"), progress(1, "b")], progress(1, "c")),
            (vec![progress(2, "a"), progress(2, "b")], progress(2, "c")),
            (vec![reword("a"), reword("b")], reword("c")),
            (vec![renumber(7), renumber(8)], renumber(9)),
            (
                vec![assign("anto", "", false), unassign("")],
                assign("anto", "", false),
            ),
            (
                vec![progress(1, "x"), assign("anto", "", true)],
                assign("bea", "", false),
            ),
            (
                vec![progress(1, "x"), assign("anto", "", false)],
                assign("bea", "", true),
            ),
            (
                vec![progress(1, "x"), assign("", "anto", false)],
                assign("anto", "", false),
            ),
            (
                vec![unassign("armin"), assign("armin", "", false)],
                unassign("armin"),
            ),
            (vec![unassign(""), assign("anto", "", false)], unassign("")),
            (
                vec![join("Bea Meier", Some(Role::Host)), leave()],
                join("Bea Meier", Some(Role::Visitor)),
            ),
            (vec![leave(), join("Bea Meier", None)], leave()),
            (vec![day("", true), day("docs", true)], day("tests", false)),
            (vec![day("docs", false), day("", false)], day("", true)),
        ] {
            let kind = action.kind();
            let first = match kind {
                "reopen" => vec![(0, done("", ""))],
                _ => Vec::new(),
            };
            let mut later: Vec<(i64, Action)> = later
                .into_iter()
                .zip([5, 9])
                .map(|(action, hour)| (hour, action))
                .collect();
            // What is about something else, or comes later and cancels nothing, moves nobody.
            later.push((7, note()));
            later.push((30, note()));
            later.push((
                40,
                Action::Photo(Photo {
                    item: Some(item(1)),
                    text: None,
                    file: "a.png".into(),
                    topic: None,
                }),
            ));
            let all = [first, later].concat();
            assert_eq!(placed(&all, action.clone(), false), Ok(9), "{action:?}");
            assert_eq!(placed(&all[all.len() - 3..], note(), false), Ok(1));
        }
        let decided = [(5, decide("a")), (9, reopen(item(2)))];
        assert_eq!(placed(&decided, decide("b"), false), Ok(9));
    }

    #[test]
    fn what_nothing_cancels_is_not_moved() {
        for (later, action) in [
            (progress(1, "half"), done("It is.", "")),
            (progress(1, "half"), assign("anto", "", false)),
            (assign("anto", "", false), progress(1, "half")),
            (assign("anto", "", false), assign("bea", "", false)),
            (reword("a"), unassign("armin")),
            (reword("a"), drop("no time")),
            (reword("a"), renumber(7)),
            (renumber(7), reword("a")),
            (progress(2, "x"), decide("a")),
            (join("Anto Cuni", None), leave()),
            (leave(), note()),
            (done("x", ""), note()),
        ] {
            assert_eq!(
                placed(&[(5, later)], action.clone(), false),
                Ok(1),
                "{action:?}"
            );
        }
        let undo = Action::Undo(Undo {
            entry: item(2),
            only: false,
        });
        assert_eq!(placed(&[(5, reword("a"))], undo, false), Ok(1));
    }

    #[test]
    fn what_its_writer_has_seen_closed_is_closed_whatever_the_clocks_say() {
        let label = super::super::id::Label {
            number: 1,
            twin: None,
        };
        let closed = |kind| {
            let state = State::Done;
            Err(Violation::Closed { kind, label, state })
        };
        let later = [(5, done("x", ""))];
        assert_eq!(
            placed(&later, progress(1, "half"), false),
            closed("progress")
        );
        assert_eq!(
            placed(&later, assign("anto", "", false), false),
            closed("assign")
        );
        assert_eq!(placed(&later, drop(""), true), closed("drop"));
        // Whoever says when means a time at which it was open.
        assert_eq!(placed(&later, assign("anto", "", false), true), Ok(1));
    }

    #[test]
    fn a_state_that_is_entered_for_a_day_is_the_last_of_that_day() {
        let later = [(5, progress(1, "a")), (30, progress(1, "tomorrow"))];
        assert_eq!(placed(&later, progress(1, "b"), true), Ok(5));
        assert_eq!(placed(&later, progress(1, "b"), false), Ok(30));
        let minutes = [(5, progress(2, "a"))];
        assert_eq!(placed(&minutes, progress(2, "b"), true), Ok(1));
    }

    #[test]
    fn behind_the_last_moment_there_is_no_time() {
        let utc = FixedOffset::east_opt(0).expect("no offset");
        let last = NaiveDate::from_ymd_opt(9999, 12, 31)
            .zip(NaiveTime::from_hms_milli_opt(23, 59, 59, 999))
            .map(|(day, time)| day.and_time(time).and_utc().fixed_offset())
            .expect("the last moment");
        assert_eq!(next_moment(last, utc), None);
        let ahead = FixedOffset::east_opt(3600).expect("an hour");
        let hour_before = last - TimeDelta::minutes(30);
        let next = next_moment(hour_before, ahead).expect("a moment in the zone of the other");
        assert_eq!(next.offset(), &utc);
        let mut rival = at_hour(10, 0, reword("a"));
        rival.at = last;
        let sprint = Sprint::from_entries([begun(), vec![rival]].concat());
        let refused = sprint
            .clone()
            .place(at_hour(99, 1, reword("b")), false)
            .map(|placed| placed.entry);
        assert_eq!(
            refused.map_err(|problem| problem.violation),
            Err(Violation::NoTimeLeft)
        );
        let placed = sprint.place(at_hour(99, 1, progress(1, "half")), false);
        assert!(placed.is_ok_and(|placed| placed.behind.is_none()));
    }

    #[test]
    fn a_true_refusal_is_told_although_an_entry_has_the_last_time_there_is() {
        let mut rival = at_hour(10, 0, reword("a"));
        rival.at = NaiveDate::from_ymd_opt(9999, 12, 31)
            .zip(NaiveTime::from_hms_milli_opt(23, 59, 59, 999))
            .map(|(day, time)| day.and_time(time).and_utc().fixed_offset())
            .expect("the last moment");
        let sprint = Sprint::from_entries([begun(), vec![at_hour(9, 0, drop("")), rival]].concat());
        for dated in [false, true] {
            let refused = sprint
                .clone()
                .place(at_hour(99, 1, progress(1, "half")), dated);
            let violation = refused
                .map(|placed| placed.entry)
                .map_err(|problem| problem.violation);
            assert!(
                matches!(
                    violation,
                    Err(Violation::Closed {
                        kind: "progress",
                        ..
                    })
                ),
                "{violation:?}"
            );
        }
    }

    #[test]
    fn among_many_places_few_are_tried() {
        const LAST: usize = 1500;
        let tried = |must_be_allowed_there, answer: &dyn Fn(usize) -> Result<bool, usize>| {
            let mut places = Vec::new();
            let found = earliest(LAST, must_be_allowed_there, |place| {
                places.push(place);
                answer(place).map(|has_effect| (place, has_effect))
            });
            (found, places.len())
        };
        for at_last in [false, true] {
            for from in [0, 1, 2, 700, LAST - 1, LAST] {
                let (found, count) = tried(at_last, &|place| Ok(place >= from));
                assert_eq!(found, Ok(Found::Effective(from)));
                assert!(count <= 13, "{count} places for {from}");
            }
        }
        // What is not allowed at the end.
        let (found, count) = tried(false, &|place| match place {
            LAST => Err(place),
            _ => Ok(place >= 1400),
        });
        assert_eq!(found, Ok(Found::Effective(1400)));
        assert!(count <= 14, "{count}");
        assert_eq!(tried(true, &|place| Err(place)), (Err(LAST), 1));
    }

    #[test]
    fn where_something_is_not_allowed_the_places_are_tried_one_by_one() {
        const LAST: usize = 8;
        // Each place is allowed or not, and from some place on it has its effect.
        for allowed in 0..1_u32 << (LAST + 1) {
            for from in 0..=LAST + 1 {
                let answer = |place: usize| match allowed >> place & 1 {
                    1 => Ok((place, place >= from)),
                    _ => Err(place),
                };
                let first = (from..=LAST).find(|place| allowed >> place & 1 == 1);
                let problem = (0..=LAST).find(|place| allowed >> place & 1 == 0);
                let expected = match (first, problem) {
                    (Some(first), _) => Ok(Found::Effective(first)),
                    (None, None) => Ok(Found::Ineffective(0)),
                    (None, Some(_)) => Err(()),
                };
                let found = earliest(LAST, false, answer);
                assert_eq!(found.map_err(|_| ()), expected, "{allowed:b} {from}");
            }
        }
    }

    #[test]
    fn progress_of_later_days_cancels_none_of_a_day_before() {
        let mut entries = begun();
        entries.extend(
            (0..10).map(|place| at_hour(10 + place, 25 + i64::from(place), progress(1, "x"))),
        );
        entries.push(at_hour(30, 5, progress(1, "y")));
        let sprint = Sprint::from_entries(entries);
        let new = at_hour(99, 1, progress(1, "half"));
        assert_eq!(sprint.rivals(&new, true).len(), 1);
        assert_eq!(sprint.rivals(&new, false).len(), 11);
    }
}
