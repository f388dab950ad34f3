use chrono::TimeDelta;
use lean_string::LeanString;
use thin_vec::{ThinVec, thin_vec};

use super::*;
use crate::domain::{
    Action, Assign, Day, Decide, Discuss, Done, Drop, Join, Leave, Note, Photo, Plan, Progress,
    Renumber, Reopen, Reword, Role, Unassign, Undo,
};

/// Returns a task, a discussion and a person, recorded at midnight.
fn begun() -> Vec<Entry> {
    let plan = Action::Plan(Plan {
        text: "fix the leak".into(),
        people: thin_vec!["armin".into()],
        ..Plan::default()
    });
    let discuss = Action::Discuss(Discuss {
        text: "which?".into(),
        ..Discuss::default()
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

fn names(names: &str) -> ThinVec<LeanString> {
    names.split_whitespace().map(LeanString::from).collect()
}

fn done(text: &str, people: &str) -> Action {
    Action::Done(Done {
        item: item(1),
        text: Some(LeanString::from(text)).filter(|text| !text.is_empty()),
        people: names(people),
        with: ThinVec::new(),
    })
}

fn drop(text: &str) -> Action {
    let text = Some(LeanString::from(text)).filter(|text| !text.is_empty());
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
    Action::Join(Box::new(Join {
        person: person.into(),
        nick: "bea".into(),
        role,
        ..Join::default()
    }))
}

fn leave() -> Action {
    Action::Leave(Leave {
        people: names("bea"),
    })
}

fn day(text: &str, is_break: bool) -> Action {
    let text = Some(LeanString::from(text)).filter(|text| !text.is_empty());
    Action::Day(Day { text, is_break })
}

fn note() -> Action {
    Action::Note(Note {
        text: "it rains".into(),
        topic: None,
    })
}

/// Returns the last time that a log can hold.
fn last_time() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("9999-12-31T23:59:59.999+00:00").expect("a time")
}

/// Records an action at one o'clock, with entries at the given hours after it; returns the hour that it was moved to,
/// or the refusal.
fn placed(later: &[(i64, Action)], action: Action, dated: bool) -> Result<i64, Violation> {
    let mut entries = begun();
    for (place, (hour, action)) in later.iter().enumerate() {
        entries.push(at_hour(place as u32 + 10, *hour, action.clone()));
    }
    let sprint = Sprint::from_entries(entries);
    let new = at_hour(99, 1, action);
    let placed = sprint
        .insert(new.clone(), dated)
        .map_err(|problem| problem.violation)?;
    assert_eq!(placed.sprint.entries().len(), later.len() + 4);
    assert_eq!(placed.entry.day(), new.day());
    assert_eq!(placed.entry.typed(), new.at);
    let moved = placed.entry.at - new.at;
    assert_eq!(
        placed.entry.entered.is_some(),
        moved > TimeDelta::zero(),
        "what was moved says when it was typed"
    );
    let step = TimeDelta::milliseconds(i64::from(moved > TimeDelta::zero()));
    assert_eq!(placed.after.is_some(), moved > TimeDelta::zero());
    assert_eq!((moved - step).num_milliseconds() % 3_600_000, 0);
    Ok((moved - step).num_hours() + 1)
}

#[test]
fn what_would_be_cancelled_comes_after_what_cancels_it_and_no_further() {
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
        // What is about something else, or comes later and cancels nothing, moves nothing.
        later.push((7, note()));
        later.push((30, note()));
        later.push((
            40,
            Action::Photo(Photo {
                item: Some(item(1)),
                file: "a.png".into(),
                ..Photo::default()
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
    let all_leave = Action::Leave(Leave {
        people: names("everybody"),
    });
    let anto = Action::Join(Box::new(Join {
        person: "Anto Cuni".into(),
        nick: "anto".into(),
        to: Some(at_hour(1, 0, note()).day()),
        ..Join::default()
    }));
    assert_eq!(placed(&[(30, all_leave)], anto, true), Ok(1));
}

#[test]
fn what_its_writer_has_seen_closed_is_closed_whatever_the_clocks_say() {
    let label = crate::domain::Label {
        number: 1,
        twin: None,
    };
    let closed = |kind| {
        let ending = Ending::Done;
        Err(Violation::Closed {
            kind,
            label,
            ending,
        })
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
    // Somebody who gives a time means one at which it was open.
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
fn after_the_last_moment_there_is_no_time() {
    let utc = FixedOffset::east_opt(0).expect("no offset");
    let last = last_time();
    assert_eq!(next_time(last, utc), None);
    let ahead = FixedOffset::east_opt(3600).expect("an hour");
    let hour_before = last - TimeDelta::minutes(30);
    let next = next_time(hour_before, ahead).expect("a time in the zone of the other");
    assert_eq!(next.offset(), &utc);
    let mut rival = at_hour(10, 0, reword("a"));
    rival.at = last;
    let sprint = Sprint::from_entries([begun(), vec![rival]].concat());
    let refused = sprint
        .clone()
        .insert(at_hour(99, 1, reword("b")), false)
        .map(|placed| placed.entry);
    assert_eq!(
        refused.map_err(|problem| problem.violation),
        Err(Violation::NoTimeLeft)
    );
    let placed = sprint.insert(at_hour(99, 1, progress(1, "half")), false);
    assert!(placed.is_ok_and(|placed| placed.after.is_none()));
}

#[test]
fn a_true_refusal_is_told_although_an_entry_has_the_last_time_there_is() {
    let mut rival = at_hour(10, 0, reword("a"));
    rival.at = last_time();
    let sprint = Sprint::from_entries([begun(), vec![at_hour(9, 0, drop("")), rival]].concat());
    for dated in [false, true] {
        let refused = sprint
            .clone()
            .insert(at_hour(99, 1, progress(1, "half")), dated);
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
    entries
        .extend((0..10).map(|place| at_hour(10 + place, 25 + i64::from(place), progress(1, "x"))));
    entries.push(at_hour(30, 5, progress(1, "y")));
    let sprint = Sprint::from_entries(entries);
    let new = at_hour(99, 1, progress(1, "half"));
    assert_eq!(sprint.rivals(&new, true).len(), 1);
    assert_eq!(sprint.rivals(&new, false).len(), 11);
}
