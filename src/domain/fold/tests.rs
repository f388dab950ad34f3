use chrono::DateTime;
use lean_string::LeanString;
use thin_vec::ThinVec;

use super::*;
use crate::domain::{
    Assign, DEEPEST, Decide, Discuss, Done, Drop, EVERYBODY, Ending, ItemKind, ItemResult, Join,
    Leave, Move, PersonRef, Plan, Progress, Reopen, Topic, Unassign, Violation,
};

/// Entries, a minute apart, each with its place in the history in its id.
struct History(Vec<Entry>);

impl History {
    fn new() -> Self {
        History(Vec::new())
    }

    fn then(mut self, action: Action) -> Self {
        let place = self.0.len() as u32 + 1;
        let number = action.makes_item().then_some(place);
        let at = DateTime::from_timestamp(1_488_182_400 + i64::from(place) * 60, 0)
            .expect("a time of 2017");
        self.0.push(Entry::new(
            id(number, place),
            at.fixed_offset(),
            "armin".into(),
            action,
        ));
        self
    }

    fn plan(self, people: &str) -> Self {
        self.then(Action::Plan(Plan {
            text: "fix the leak".into(),
            people: names(people),
            ..Plan::default()
        }))
    }

    fn assign(self, people: &str, with: &str, only: bool) -> Self {
        let assign = Assign {
            item: first(),
            people: names(people),
            with: names(with),
            only,
        };
        self.then(Action::Assign(assign))
    }

    fn unassign(self, people: &str) -> Self {
        self.then(Action::Unassign(Unassign {
            item: first(),
            people: names(people),
        }))
    }

    fn done(self, text: &str, people: &str, with: &str) -> Self {
        let text = Some(LeanString::from(text)).filter(|text| !text.is_empty());
        self.then(Action::Done(Done {
            item: first(),
            text,
            people: names(people),
            with: names(with),
        }))
    }

    fn drop(self) -> Self {
        self.then(Action::Drop(Drop {
            item: first(),
            text: None,
        }))
    }

    fn reopen(self) -> Self {
        self.then(Action::Reopen(Reopen {
            item: first(),
            text: None,
        }))
    }

    fn progress(self, text: &str) -> Self {
        self.then(Action::Progress(Progress {
            item: first(),
            text: text.into(),
        }))
    }

    fn sprint(&self) -> Sprint {
        Sprint::from_entries(self.0.clone())
    }

    fn problems(&self) -> Vec<Violation> {
        self.sprint()
            .problems()
            .iter()
            .map(|problem| problem.violation.clone())
            .collect()
    }

    /// Prints the first item: state, people with helpers after `+`, credit likewise.
    fn first(&self) -> (Option<Ending>, String, String) {
        let sprint = self.sprint();
        let item = &sprint.items()[0];
        let print = |people: &[PersonRef], helpers: &[PersonRef]| {
            let print = |one: &PersonRef| sprint.people().print(*one);
            let helpers = helpers.iter().map(|helper| format!("+{}", print(helper)));
            people
                .iter()
                .map(print)
                .chain(helpers)
                .collect::<Vec<_>>()
                .join(" ")
        };
        let credit = item.credit();
        (
            item.ending(),
            print(&item.assignees.people, &item.assignees.helpers),
            print(&credit.people, &credit.helpers),
        )
    }
}

fn label(number: u32) -> Label {
    Label { number, twin: None }
}

/// Returns the id of the entry at a place in a history.
fn id(number: Option<u32>, place: u32) -> EntryId {
    EntryId::new(number, place.into())
}

/// Returns the id of the item that the entry at a place makes.
fn item(place: u32) -> EntryId {
    id(Some(place), place)
}

fn first() -> EntryId {
    item(1)
}

fn names(names: &str) -> ThinVec<LeanString> {
    names.split_whitespace().map(LeanString::from).collect()
}

#[test]
fn credit_is_everybody_ever_assigned_unless_done_says_otherwise() {
    let case = |history: History, on: &str, credit: &str| {
        let (_, assignees, credited) = history.first();
        assert_eq!((assignees.as_str(), credited.as_str()), (on, credit));
    };
    let history = || History::new().plan("armin");
    case(history(), "armin", "armin");
    case(
        history().assign("anto", "", false),
        "armin anto",
        "armin anto",
    );
    case(history().assign("anto", "", true), "anto", "armin anto");
    case(
        history().assign("anto", "bea", true).unassign(""),
        "",
        "armin anto +bea",
    );
    case(history().assign("", "armin", false), "+armin", "armin");
    case(history().assign("bea?", "", false), "armin bea?", "armin");
    case(
        history().assign("bea?", "", false).assign("bea", "", false),
        "armin bea",
        "armin bea",
    );
    case(
        history().assign("anto", "bea", false).done("", "ronan", ""),
        "armin anto +bea",
        "ronan +bea",
    );
    case(
        history().assign("anto", "bea", false).done("", "bea", ""),
        "armin anto +bea",
        "bea",
    );
    case(
        history().assign("anto", "", false).done("", "", "armin"),
        "armin anto",
        "anto +armin",
    );
    case(
        history().done("", "ronan", "").done("", "", "bea"),
        "armin",
        "ronan +bea",
    );
    case(
        history().assign(EVERYBODY, "", false),
        "armin everybody",
        "armin everybody",
    );
    case(
        history().done("", "", "").assign("anto", "", false),
        "armin anto",
        "armin anto",
    );
}

#[test]
fn an_item_is_in_the_state_that_it_was_last_brought_to() {
    let case = |history: History, ending: Option<Ending>, violations: Vec<Violation>| {
        assert_eq!(
            (history.first().0, history.problems()),
            (ending, violations)
        );
    };
    let label = label(1);
    let history = || History::new().plan("");
    let closed = |kind, ending| {
        vec![Violation::Closed {
            kind,
            label,
            ending,
        }]
    };
    let nothing_new = |ending| vec![Violation::NothingNew { label, ending }];
    case(history(), None, vec![]);
    case(history().done("", "", ""), Some(Ending::Done), vec![]);
    case(
        history().done("", "", "").done("x", "", ""),
        Some(Ending::Done),
        vec![],
    );
    case(
        history().done("", "", "").done("", "", ""),
        Some(Ending::Done),
        nothing_new(Ending::Done),
    );
    case(history().done("", "", "").reopen(), None, vec![]);
    case(
        history().reopen(),
        None,
        vec![Violation::StillOpen(label, None)],
    );
    case(history().drop(), Some(Ending::Dropped), vec![]);
    case(
        history().drop().drop(),
        Some(Ending::Dropped),
        nothing_new(Ending::Dropped),
    );
    case(
        history().drop().done("", "", ""),
        Some(Ending::Done),
        vec![],
    );
    case(
        history().done("", "", "").drop(),
        Some(Ending::Done),
        closed("drop", Ending::Done),
    );
    case(
        history().done("", "", "").progress("x"),
        Some(Ending::Done),
        closed("progress", Ending::Done),
    );
    case(
        history().drop().assign("anto", "", false),
        Some(Ending::Dropped),
        closed("assign", Ending::Dropped),
    );
}

#[test]
fn a_reopened_item_keeps_its_result_until_there_is_a_new_one() {
    let results = |history: History| -> Vec<String> {
        history.sprint().items()[0]
            .results
            .iter()
            .map(|timed_text| timed_text.text.to_string())
            .collect()
    };
    let (_, _, credit) = History::new()
        .plan("armin anto")
        .done("", "armin", "")
        .reopen()
        .done("", "", "")
        .first();
    assert_eq!(credit, "armin");
    let history = || History::new().plan("").done("one", "", "").reopen();
    assert_eq!(results(history().done("", "", "")), ["one"]);
    assert_eq!(
        results(history().done("two", "", "").done("three", "", "")),
        ["two", "three"]
    );
}

#[test]
fn credit_of_what_was_opened_again_is_everybodys_who_worked_on_it() {
    let credit = |history: History| history.done("", "", "").first().2;
    let helped = || History::new().plan("ida").done("", "", "bela").reopen();
    assert_eq!(credit(helped()), "ida +bela");
    // Others finish it: whoever had helped before has no part in that.
    assert_eq!(credit(helped().assign("noor", "", false)), "ida noor");
    assert_eq!(credit(helped().assign("noor", "", true)), "ida noor");
    assert_eq!(credit(helped().assign("", "noor", false)), "ida +noor");
    assert_eq!(
        credit(helped().assign("noor", "bela", false)),
        "ida noor +bela"
    );
    assert_eq!(credit(helped().assign("bela", "", false)), "ida bela");
    // Nobody new.
    assert_eq!(credit(helped().assign("ida", "", false)), "ida +bela");
    assert_eq!(credit(helped().assign("noor?", "", false)), "ida +bela");
    // Who was said to have done it stays, and nobody who was left out comes back.
    let named = || History::new().plan("ida bela").done("", "ida", "armin");
    let reopened = || named().reopen();
    assert_eq!(credit(reopened().assign("noor", "", false)), "ida noor");
    assert_eq!(credit(reopened().assign("", "noor", false)), "ida +noor");
    assert_eq!(credit(reopened().assign("", "ida", false)), "ida +armin");
}

#[test]
fn people_stay_on_a_task_until_that_is_changed() {
    let until = |count: usize| {
        let history = History::new()
            .plan("armin")
            .assign("anto", "", true)
            .progress("half")
            .unassign("");
        History(history.0[..count].to_vec()).first().1
    };
    assert_eq!(
        [until(1), until(2), until(3), until(4)],
        ["armin", "anto", "anto", ""]
    );
}

#[test]
fn an_entry_may_come_before_what_it_is_about() {
    let mut history = History::new().plan("armin").done("Fixed.", "", "");
    history.0[1].at -= chrono::TimeDelta::hours(1);
    assert_eq!(
        history.first(),
        (Some(Ending::Done), "armin".into(), "armin".into())
    );
    assert_eq!(history.problems(), []);
}

#[test]
fn what_is_about_nothing_is_a_problem_of_its_own_only() {
    let mut history = History::new().plan("armin").progress("half");
    history.0[1].action = Action::Progress(Progress {
        item: item(7),
        text: "half".into(),
    });
    assert_eq!(history.problems(), [Violation::NoSuchEntry(item(7))]);
    assert_eq!(history.sprint().items().len(), 1);
}

#[test]
fn no_item_is_part_of_itself() {
    let part_of = |under: u32| {
        let under = Some(item(under));
        Action::Plan(Plan {
            text: "x".into(),
            under,
            ..Plan::default()
        })
    };
    let history = History::new()
        .then(part_of(2))
        .then(part_of(3))
        .then(part_of(1))
        .then(part_of(4))
        .then(part_of(1));
    assert_eq!(
        history.problems(),
        [
            Violation::InsideItself(label(1)),
            Violation::InsideItself(label(4))
        ]
    );
    let at_top: Vec<bool> = history
        .sprint()
        .items()
        .iter()
        .map(|item| item.under.is_none())
        .collect();
    assert_eq!(at_top, [true, false, false, true, false]);
}

/// Plans tasks, each a part of the one before it.
fn chain(length: u32) -> History {
    let mut history = History::new();
    for place in 1..=length {
        let under = (place > 1).then(|| item(place - 1));
        history = history.then(Action::Plan(Plan {
            text: "x".into(),
            topic: (place == 3).then(|| Topic::parse("t")).flatten(),
            under,
            people: ThinVec::new(),
            ..Plan::default()
        }));
    }
    history
}

/// Counts the items above one.
fn depth(sprint: &Sprint, item: &Item) -> usize {
    let above = |item: &&Item| item.under.and_then(|under| sprint.get(under));
    std::iter::successors(Some(item), above).count() - 1
}

#[test]
fn parts_that_lie_too_deep_are_parts_of_the_last_that_may_have_some() {
    let history = chain(10_000);
    let sprint = history.sprint();
    for (place, item) in sprint.items().iter().enumerate() {
        assert_eq!(depth(&sprint, item), place.min(DEEPEST - 1));
        assert_eq!(item.topic.is_some(), place >= 2);
    }
    assert_eq!(sprint.problems().len(), 10_000 - DEEPEST);
    let label = label(33);
    assert_eq!(sprint.problems()[0].violation, Violation::TooDeep(label));
    // In whatever order they come.
    let mut turned = history.0.clone();
    turned.reverse();
    assert_eq!(Sprint::from_entries(turned), sprint);
}

#[test]
fn a_part_that_would_lie_too_deep_is_not_admitted() {
    let deepest = DEEPEST as u32;
    let sprint = chain(deepest).sprint();
    assert_eq!(sprint.problems(), []);
    let next = chain(deepest + 1).0.pop().expect("an entry");
    let refused = sprint.admit(next).expect_err("too deep");
    assert!(matches!(refused.violation, Violation::TooDeep(_)));
}

#[test]
fn a_number_that_was_given_twice_gets_letters_in_the_order_of_time() {
    let mut history = History::new().plan("").plan("").plan("");
    history.0[2].id = id(Some(1), 99);
    let labels: Vec<String> = history
        .sprint()
        .items()
        .iter()
        .map(|item| item.label.to_string())
        .collect();
    assert_eq!(labels, ["1a", "2", "1b"]);
    assert_eq!(history.sprint().highest_number(), 2);
}

#[test]
fn only_discussions_are_decided() {
    let decide = || {
        Action::Decide(Decide {
            item: first(),
            text: "UTF-8.".into(),
        })
    };
    let discuss = Discuss {
        text: "which?".into(),
        ..Discuss::default()
    };
    let discussion = History::new().then(Action::Discuss(discuss)).then(decide());
    assert_eq!(
        (discussion.first().0, discussion.problems()),
        (Some(Ending::Decided), vec![])
    );
    let task = History::new().plan("").then(decide());
    let violation = Violation::NotADiscussion {
        label: label(1),
        kind: ItemKind::Task,
    };
    assert_eq!(
        (task.first().0, task.problems()),
        (Some(Ending::Done), vec![violation])
    );
}

#[test]
fn who_leaves_must_have_joined() {
    let join = Join {
        person: "Anto Cuni".into(),
        nick: "anto".into(),
        ..Join::default()
    };
    let leave = |name: &str| {
        Action::Leave(Leave {
            people: names(name),
        })
    };
    let history = History::new()
        .then(Action::Join(Box::new(join)))
        .then(leave("bea Anto"))
        .then(leave("bea"));
    let bea = Violation::NotJoined("bea".into());
    assert_eq!(history.problems(), [bea.clone(), bea]);
    let sprint = history.sprint();
    let attendee = sprint.people().attendees().next().expect("one joined");
    assert_eq!(attendee.attendance.last(), history.0[1].day().pred_opt());
}

#[test]
fn an_entry_is_admitted_only_if_nothing_is_wrong_with_it() {
    let sprint = History::new().plan("armin").sprint();
    let last = |history: History| history.0.last().cloned().expect("an entry");
    let progress = last(History::new().plan("").progress("half"));
    assert_eq!(
        sprint
            .clone()
            .admit(progress.clone())
            .map(|sprint| sprint.entries().len()),
        Ok(2)
    );
    let reopen = last(History::new().plan("").reopen());
    let violation = Violation::StillOpen(label(1), None);
    assert_eq!(
        sprint.admit(reopen.clone()),
        Err(Problem {
            entry: reopen.id,
            violation
        })
    );
}

#[test]
fn a_move_changes_what_it_names_and_makes_no_circle() {
    let moved = |number: u32| Move {
        item: item(number),
        topic: None,
        under: None,
        top: false,
        when: None,
    };
    let under = |number: u32, parent: u32| {
        let under = Some(item(parent));
        Action::Move(Move {
            under,
            ..moved(number)
        })
    };
    let topic = Topic::parse("CPyExt");
    // Two laptops that were apart make each item part of the other.
    let history = History::new().plan("").plan("").plan("");
    let history = history
        .then(under(1, 2))
        .then(under(2, 1))
        .then(under(3, 1));
    let history = history.then(Action::Move(Move {
        topic: Some(topic.clone()),
        when: Some("Sunday".into()),
        ..moved(2)
    }));
    let sprint = Sprint::from_entries(history.0.clone());
    let circle = Problem {
        entry: history.0[4].id,
        violation: Violation::InsideItself(label(2)),
    };
    assert_eq!(sprint.problems(), [circle]);
    let [one, two, three] = &sprint.items().to_vec()[..] else {
        panic!("three items");
    };
    assert_eq!(
        (one.under, two.under, three.under),
        (Some(item(2)), None, Some(item(1)))
    );
    // Parts are filed with their parent.
    assert!(sprint.items().iter().all(|item| item.topic == topic));
    assert_eq!(two.when.as_deref(), Some("Sunday"));

    let history = history.then(Action::Move(Move {
        top: true,
        ..moved(1)
    }));
    let history = history.then(Action::Move(Move {
        topic: Some(None),
        when: Some(LeanString::default()),
        ..moved(2)
    }));
    let sprint = Sprint::from_entries(history.0);
    let [one, two, three] = &sprint.items().to_vec()[..] else {
        panic!("three items");
    };
    assert_eq!((one.under, three.under), (None, Some(item(1))));
    assert!(sprint.items().iter().all(|item| item.topic.is_none()));
    assert_eq!(two.when, None);
}

#[test]
fn a_result_leaves_an_item_as_it_is_and_counts_anew_after_a_reopening() {
    let result = |text: &str, only: bool| {
        let text = text.into();
        Action::Result(ItemResult {
            item: first(),
            text,
            only,
        })
    };
    let state = |history: &History| {
        let sprint = Sprint::from_entries(history.0.clone());
        let item = &sprint.items()[0];
        let results = item.results.iter().map(|result| result.text.clone());
        (
            results.collect::<Vec<_>>().join("|"),
            item.ending(),
            item.has_result_so_far(),
        )
    };
    let history = History::new()
        .plan("armin")
        .then(result("a", false))
        .then(result("b", false));
    assert_eq!(state(&history), ("a|b".into(), None, true));
    let history = history
        .then(result("c", true))
        .done("d", "", "")
        .then(result("e", false));
    assert_eq!(state(&history), ("c|d|e".into(), Some(Ending::Done), false));
    let history = history.reopen();
    assert_eq!(state(&history), ("c|d|e".into(), None, false));
    let history = history.then(result("f", false)).done("g", "", "");
    assert_eq!(state(&history), ("f|g".into(), Some(Ending::Done), false));
}

#[test]
fn a_past_state_has_what_its_items_are_part_of_even_if_that_was_planned_later() {
    let part_of = |under: u32| {
        let under = Some(item(under));
        Action::Plan(Plan {
            text: "x".into(),
            under,
            ..Plan::default()
        })
    };
    let mut history = History::new()
        .then(part_of(2))
        .then(part_of(3))
        .plan("")
        .plan("");
    for later in &mut history.0[1..] {
        later.at += chrono::TimeDelta::days(1);
    }
    let sprint = history.sprint();
    let past = sprint.until(Some(history.0[0].day()));
    assert_eq!(past.problems(), []);
    let items: Vec<_> = past
        .items()
        .iter()
        .map(|item| (item.id, item.under))
        .collect();
    let expected = [
        (item(1), Some(item(2))),
        (item(2), Some(item(3))),
        (item(3), None),
    ];
    assert_eq!(items, expected);
}
