mod closed;
mod known;
mod labels;
mod letters;
mod meanwhile;
mod notes;
mod numbers;
mod people;
mod places;
mod status;
mod times;
mod words;

use chrono::{DateTime, NaiveDate, TimeDelta};
use expect_test::{Expect, expect};
use lean_string::LeanString;
use thin_vec::ThinVec;

use super::{Changes, Opened, changes};
use crate::domain::{
    Action, Config, Discuss, Done, Drop, Entry, EntryId, Join, Plan, Progress, Sprint, Talk, Topic,
};
use crate::planning::command::Target;
use crate::planning::{Shown, read, write};

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2017, 2, 28).expect("a day")
}

/// Makes a sprint of what was recorded, a minute apart.
pub(super) fn sprint(actions: &[Action]) -> Sprint {
    then(Sprint::default(), actions)
}

/// Records more in a sprint.
pub(super) fn then(sprint: Sprint, actions: &[Action]) -> Sprint {
    let start = DateTime::parse_from_rfc3339("2017-02-28T09:00:00+01:00").expect("a time");
    let mut entries = sprint.entries().to_vec();
    for action in actions {
        let sprint = Sprint::from_entries(entries.clone());
        let count = entries.len();
        let number = action.makes_item().then(|| sprint.highest_number() + 1);
        let id = EntryId::new(number, count as u64 + 1);
        let at = start + TimeDelta::minutes(count as i64);
        entries.push(Entry::new(id, at, "armin".into(), action.clone()));
    }
    Sprint::from_entries(entries)
}

pub(super) fn id(number: u32, sprint: &Sprint) -> EntryId {
    let mut items = sprint.items().iter();
    let item = items.find(|item| item.label.number == number);
    item.expect("an item with the number").id
}

fn names(names: &[&str]) -> ThinVec<LeanString> {
    names.iter().copied().map(LeanString::from).collect()
}

pub(super) fn join(person: &str, nick: &str) -> Action {
    Action::Join(Box::new(Join {
        person: person.into(),
        nick: nick.into(),
        ..Join::default()
    }))
}

pub(super) fn plan(text: &str, topic: &str, people: &[&str]) -> Action {
    Action::Plan(Plan {
        text: text.into(),
        topic: Topic::parse(topic),
        people: names(people),
        ..Plan::default()
    })
}

/// A sprint of three people: five tasks, one of them closed and one a part, and a discussion.
fn board() -> Sprint {
    let board = sprint(&[
        join("Armin Rigo", "armin"),
        join("Anto Cuni", "anto"),
        join("Bea Meier", "bea"),
        plan("speed up the parser", "", &[]),
        plan("fix the memoryview leak", "CPyExt", &["armin", "anto"]),
        plan("port the tests", "CPyExt", &["bea"]),
        Action::Discuss(Discuss {
            text: "how are strings stored".into(),
            ..Discuss::default()
        }),
        plan("build on Windows", "Release", &["bea"]),
    ]);
    let (leak, tests, windows) = (id(2, &board), id(3, &board), id(5, &board));
    then(
        board,
        &[
            Action::Plan(Plan {
                text: "write a test for it".into(),
                under: Some(leak),
                ..Plan::default()
            }),
            Action::Done(Done {
                item: tests,
                text: None,
                people: ThinVec::new(),
                with: ThinVec::new(),
            }),
            Action::Progress(Progress {
                item: windows,
                text: "found a compiler".into(),
            }),
        ],
    )
}

fn exported(sprint: &Sprint) -> String {
    write("leysin", &Config::default(), sprint, Shown::Board(day()))
}

/// Compares a text that was edited from the document of `base` with that.
fn compared(text: &str, base: &Sprint, now: &Sprint) -> Changes {
    compared_on(day(), text, base, now)
}

/// Compares a text that was edited from the document of a day.
fn compared_on(day: NaiveDate, text: &str, base: &Sprint, now: &Sprint) -> Changes {
    let all = write("leysin", &Config::default(), base, Shown::All(day));
    let opened = read(&all, base, "armin");
    let opened = Opened {
        document: &opened,
        sprint: base,
        is_kept: true,
        me: "",
    };
    changes(&read(text, base, "armin"), Some(opened), now)
}

/// Shows the commands with their lines, faults after `!` and remarks after `?`.
pub(super) fn shown(changes: &Changes, sprint: &Sprint) -> String {
    let mut shown = String::new();
    let name = |target: Target| -> Result<String, ()> {
        Ok(match target {
            Target::Item(id) => sprint
                .get(id)
                .map_or("?".to_owned(), |item| item.label.to_string()),
            Target::Row(row) => format!("row{row}"),
        })
    };
    for change in &changes.changes {
        let typed = change.command.typed(name).expect("a name for each item");
        shown += &format!("{}: {}\n", change.line, typed.line());
    }
    for (line, fault) in &changes.faults {
        let failure = fault.describe();
        shown += &format!(
            "! {line}: {}; {}\n",
            failure.message,
            failure.hint.unwrap_or_default()
        );
    }
    for remark in &changes.remarks {
        let line = remark
            .line()
            .map_or(String::new(), |line| format!("{line}: "));
        let hint = remark.hint().map(|hint| format!("; {hint}"));
        let hint = hint.unwrap_or_default();
        shown += &format!("? {line}{}{hint}\n", remark.describe());
    }
    shown
}

/// Edits the document of the board, replacing texts that are in it.
fn edited(replaced: &[(&str, &str)]) -> String {
    let mut text = exported(&board());
    for (old, new) in replaced {
        assert!(text.contains(old), "{old:?} is not in\n{text}");
        text = text.replacen(old, new, 1);
    }
    text
}

/// Checks what an edit of the exported board records, and that the same document records nothing when what it records is
/// there.
#[track_caller]
fn edit(replaced: &[(&str, &str)], expected: Expect) {
    let board = board();
    expected.assert_eq(&shown(&compared(&edited(replaced), &board, &board), &board));
}

/// Checks what the same edit records without a stamp.
#[track_caller]
fn pad(replaced: &[(&str, &str)], expected: Expect) {
    let board = board();
    let changes = changes(&read(&edited(replaced), &board, "armin"), None, &board);
    expected.assert_eq(&shown(&changes, &board));
}

#[test]
fn the_document_of_the_board() {
    expect![[r#"
        <!-- sprint leysin, as of b000000000, 11 entries, 5248baa3, 2017-02-28 -->
        # leysin, Tuesday, 28 February

        Here: Armin, Anto, Bea

        - [ ] #1 speed up the parser

        ## CPyExt
        - [ ] #2 fix the memoryview leak (Armin, Anto)
            - [ ] #6 write a test for it
        - [x] #3 port the tests (Bea)

        ## Release
        - [ ] #5 build on Windows (Bea): found a compiler

        ## Discussions
        - [ ] #4 how are strings stored
    "#]]
    .assert_eq(&exported(&board()));
}

#[test]
fn unchanged_it_records_nothing() {
    edit(&[], expect![[""]]);
    pad(&[], expect![[""]]);
}

#[test]
fn missing_lines_mean_nothing() {
    edit(
        &[("- [ ] #1 speed up the parser\n", "")],
        expect![[r#"
            ? these items have no line and stay open: 1 speed up the parser; `sprint done ITEM` says that one is finished, `sprint drop ITEM` that it was given up
        "#]],
    );
    pad(&[("- [ ] #1 speed up the parser\n", "")], expect![[""]]);
}

#[test]
fn an_item_that_was_dropped_and_a_talk() {
    let base = sprint(&[
        join("Armin Rigo", "armin"),
        Action::Talk(Talk {
            text: "the new garbage collector".into(),
            ..Talk::default()
        }),
        plan("write the slides", "", &[]),
    ]);
    let base = then(
        base.clone(),
        &[Action::Drop(Drop {
            item: id(2, &base),
            text: None,
        })],
    );
    let text = exported(&base);
    let text = text
        .replace(
            "#1 the new garbage collector",
            "#1 the new garbage collector (): HAPPENED",
        )
        .replace("[-] #2", "[x] #2");
    expect![[r#"
        6: done 2
        9: done 1
    "#]]
    .assert_eq(&shown(&compared(&text, &base, &base), &base));
}
