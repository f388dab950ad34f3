//! What is told of an item, from its log.

use chrono::{DateTime, NaiveDate, TimeDelta};
use lean_string::LeanString;
use thin_vec::ThinVec;

use super::View;
use crate::domain::{
    Action, Assign, Config, Decide, Discuss, Done, Entry, EntryId, ItemResult, Join, Plan,
    Progress, Reopen, Sprint, Talk,
};

use crate::report::document::plain_blocks;
use crate::report::markdown::markdown;
use crate::report::selection::Builder;
use crate::report::settings::{Names, Settings, Span};
use crate::report::story::Story;

/// Entries about the first item, a minute apart, from Monday, 27 February 2017.
#[derive(Clone, Default)]
struct Log(Vec<Entry>, i64);

const ITEM: u32 = 20;

fn names(names: &str) -> ThinVec<LeanString> {
    names.split_whitespace().map(LeanString::from).collect()
}

fn given(text: &str) -> Option<LeanString> {
    Some(LeanString::from(text)).filter(|text| !text.is_empty())
}

fn item() -> EntryId {
    EntryId::new(Some(ITEM), 0)
}

impl Log {
    fn then(mut self, action: Action) -> Self {
        let place = self.0.len();
        let at = DateTime::from_timestamp(1_488_182_400, 0).expect("a time of 2017")
            + TimeDelta::minutes(place as i64)
            + TimeDelta::days(self.1);
        let id = match action.makes_item() {
            true => item(),
            false => EntryId::new(None, 1 + place as u64),
        };
        self.0
            .push(Entry::new(id, at.fixed_offset(), "armin".into(), action));
        self
    }

    /// Puts what follows on the next day.
    fn night(self) -> Self {
        Log(self.0, self.1 + 1)
    }

    fn join(self, name: &str) -> Self {
        let person = name.into();
        let nick = name.to_lowercase().into();
        self.then(Action::Join(Box::new(Join {
            person,
            nick,
            ..Join::default()
        })))
    }

    fn plan(self, text: &str, people: &str) -> Self {
        self.then(Action::Plan(Plan {
            text: text.into(),
            people: names(people),
            ..Plan::default()
        }))
    }

    fn discuss(self) -> Self {
        self.then(Action::Discuss(Discuss {
            text: "which GC?".into(),
            ..Discuss::default()
        }))
    }

    fn assign(self, people: &str, only: bool) -> Self {
        let people = names(people);
        self.then(Action::Assign(Assign {
            item: item(),
            people,
            with: ThinVec::new(),
            only,
        }))
    }

    fn progress(self, text: &str) -> Self {
        self.then(Action::Progress(Progress {
            item: item(),
            text: text.into(),
        }))
    }

    fn result(self, text: &str, only: bool) -> Self {
        self.then(Action::Result(ItemResult {
            item: item(),
            text: text.into(),
            only,
        }))
    }

    fn decide(self, text: &str) -> Self {
        self.then(Action::Decide(Decide {
            item: item(),
            text: text.into(),
        }))
    }

    fn done(self, text: &str, people: &str) -> Self {
        let text = given(text);
        self.then(Action::Done(Done {
            item: item(),
            text,
            people: names(people),
            with: ThinVec::new(),
        }))
    }

    fn reopen(self) -> Self {
        self.then(Action::Reopen(Reopen {
            item: item(),
            text: None,
        }))
    }

    fn story(&self, view: View, names: Names) -> Story {
        let sprint = Sprint::from_entries(self.0.clone());
        let config = Config::default();
        let builder = Builder {
            sprint: &sprint,
            config: &config,
            settings: Settings::default(),
            span: Span::default(),
            about: None,
        };
        builder.story(&sprint.items()[0], view, names)
    }

    fn texts(&self) -> String {
        markdown(&self.story(View::Whole, Names::Short).texts)
            .trim_end()
            .to_owned()
    }

    /// Prints the texts and the credit of a day, counted from one.
    fn of_day(&self, number: u32) -> String {
        let day =
            NaiveDate::from_ymd_opt(2017, 2, 26).expect("a day") + TimeDelta::days(number.into());
        let story = self.story(View::Day(day), Names::Short);
        let credit = story.credit.line().unwrap_or_default();
        format!("{} ({credit})", plain_blocks(&story.texts))
    }
}

#[test]
fn an_item_is_told_by_its_results_whether_it_is_closed_or_not() {
    let log = || {
        Log::default()
            .plan("fix it", "")
            .progress("half")
            .result("One.", false)
    };
    assert_eq!(log().texts(), "One.");
    assert_eq!(log().done("Two.", "").texts(), "One.\n\nTwo.");
    assert_eq!(
        log().done("Two.", "").result("Three.", true).texts(),
        "Three."
    );
    let reopened = log().done("Two.", "").reopen();
    assert_eq!(reopened.texts(), "");
    assert_eq!(reopened.clone().done("", "").texts(), "One.\n\nTwo.");
    assert_eq!(reopened.result("Three.", false).texts(), "Three.");
    assert_eq!(Log::default().plan("fix it", "").done("", "").texts(), "");
}

#[test]
fn minutes_come_before_the_decision() {
    let log = || Log::default().discuss();
    let minutes = || log().progress("Both have friends.").progress("ok");
    assert_eq!(minutes().texts(), "Both have friends.");
    let decided = minutes().decide("The old one.");
    assert_eq!(decided.texts(), "Both have friends.\n\nThe old one.");
    assert_eq!(log().decide("The old one.").texts(), "The old one.");
    // Why it was opened again is no part of what was said.
    let again = decided.clone().then(Action::Reopen(Reopen {
        item: item(),
        text: Some("We forgot Windows.".into()),
    }));
    assert_eq!(again.texts(), "Both have friends.");
    let again = again.decide("The new one.");
    assert_eq!(again.texts(), "Both have friends.\n\nThe new one.");
    // `result --only` replaces the minutes as well.
    let polished = decided.result("The old one stays.", true);
    assert_eq!(polished.texts(), "The old one stays.");
}

#[test]
fn each_day_tells_its_results_with_whoever_was_on_the_item_then() {
    let log = Log::default()
        .plan("fix it", "Armin")
        .result("One.", false)
        .night()
        .assign("Anto", true)
        .result("Two.", false)
        .night()
        .assign("Bea", false)
        .done("", "");
    assert_eq!(log.of_day(1), "One. (Armin)");
    assert_eq!(log.of_day(2), "Two. (Anto)");
    assert_eq!(log.of_day(3), " (Anto, Bea)");
    // Who is not on it any more had part in it all the same.
    assert_eq!(
        log.story(View::Whole, Names::Short).credit.people,
        ["Armin", "Anto", "Bea"]
    );
    // What is said of its credit counts for all days.
    let corrected = log.done("", "Armin Carl");
    assert_eq!(corrected.of_day(1), "One. (Armin)");
    assert_eq!(corrected.of_day(2), "Two. (Armin, Carl)");
}

#[test]
fn a_result_with_people_of_its_own_is_theirs_on_its_day() {
    let log = Log::default()
        .plan("fix it", "Armin")
        .result("One.", false)
        .night()
        .done("Two.", "Armin Carl");
    assert_eq!(log.of_day(1), "One. (Armin)");
    assert_eq!(log.of_day(2), "Two. (Armin, Carl)");
}

#[test]
fn a_correction_of_credit_stays_when_an_item_is_reopened() {
    let people = |log: Log| log.story(View::Whole, Names::Short).credit.people;
    let log = || {
        Log::default()
            .plan("fix it", "Armin Anto")
            .done("One.", "Armin")
            .reopen()
    };
    assert_eq!(people(log()), ["Armin"]);
    assert_eq!(people(log().done("Two.", "")), ["Armin"]);
    assert_eq!(people(log().done("Two.", "Anto")), ["Anto"]);
    assert_eq!(
        people(log().assign("Bea", false).done("Two.", "")),
        ["Armin", "Bea"]
    );
}

#[test]
fn credit_is_said_where_the_text_or_the_heading_names_all() {
    let log = || Log::default().join("Armin Rigo").join("Anto Cuni");
    let task = |people: &str, text: &str| log().plan("x", people).done(text, "");
    for (log, is_said) in [
        (task("armin", "Fixed."), false),
        (task("armin", "Armin fixed it."), false),
        (task("armin", "Armin Rigo fixed it."), true),
        (task("armin", "@armin fixed it."), true),
        (task("armin anto", "Armin and Anto fixed it."), true),
        (task("armin anto", "Armin fixed it."), false),
        (task("armin anto", "`Armin` and Anto fixed it."), false),
        (task("everybody", "All of us fixed it."), true),
    ] {
        let story = log.story(View::Whole, Names::Short);
        assert_eq!(story.credit.is_said, is_said, "{:?}", story.texts);
    }
    // A held talk is told by its title.
    let talk = Talk {
        text: "the JIT, by Armin Rigo".into(),
        people: names("armin"),
        ..Talk::default()
    };
    let talk = log().then(Action::Talk(talk));
    assert!(talk.story(View::Whole, Names::Short).credit.is_said);
}

#[test]
fn names_in_full_keep_their_doubt() {
    let log = Log::default()
        .join("Armin Rigo")
        .plan("x", "armin anto?")
        .done("", "armin? dan");
    let people = |names| log.story(View::Whole, names).credit.people;
    assert_eq!(people(Names::Short), ["dan"]);
    assert_eq!(people(Names::None), [""; 0]);
    let sprint = Sprint::from_entries(log.0.clone());
    let armin = sprint.people().stored("armin?").expect("he joined");
    let print = |names| crate::report::whose::print(sprint.people(), armin, names);
    assert_eq!(
        [print(Names::Short), print(Names::Full)],
        ["Armin?", "Armin Rigo?"]
    );
}
