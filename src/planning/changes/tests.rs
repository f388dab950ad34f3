mod known;
mod numbers;
mod places;

use chrono::{DateTime, NaiveDate, TimeDelta};
use expect_test::{Expect, expect};

use super::{Changes, Opened, changes};
use crate::domain::{
    Action, Assign, Config, Discuss, Done, Drop, Entry, EntryId, Join, Move, Plan, Progress,
    Reopen, Reword, Sprint, Talk, Topic, Unassign, Undo,
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
        entries.push(Entry::new(id, at, "armin".to_owned(), action.clone()));
    }
    Sprint::from_entries(entries)
}

pub(super) fn id(number: u32, sprint: &Sprint) -> EntryId {
    let mut items = sprint.items().iter();
    let item = items.find(|item| item.label.number == number);
    item.expect("an item with the number").id
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

pub(super) fn join(person: &str, nick: &str) -> Action {
    Action::Join(Join {
        person: person.to_owned(),
        nick: nick.to_owned(),
        ..Join::default()
    })
}

pub(super) fn plan(text: &str, topic: &str, people: &[&str]) -> Action {
    Action::Plan(Plan {
        text: text.to_owned(),
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
            text: "how are strings stored".to_owned(),
            ..Discuss::default()
        }),
        plan("build on Windows", "Release", &["bea"]),
    ]);
    let (leak, tests, windows) = (id(2, &board), id(3, &board), id(5, &board));
    then(
        board,
        &[
            Action::Plan(Plan {
                text: "write a test for it".to_owned(),
                under: Some(leak),
                ..Plan::default()
            }),
            Action::Done(Done {
                item: tests,
                text: None,
                people: Vec::new(),
                with: Vec::new(),
            }),
            Action::Progress(Progress {
                item: windows,
                text: "found a compiler".to_owned(),
            }),
        ],
    )
}

fn exported(sprint: &Sprint) -> String {
    write("leysin", &Config::default(), sprint, Shown::Board(day()))
}

/// Compares a text that was edited from the document of `base` with that.
fn compared(text: &str, base: &Sprint, now: &Sprint) -> Changes {
    let all = write("leysin", &Config::default(), base, Shown::All(day()));
    let opened = read(&all, base, "armin");
    let opened = Opened {
        document: &opened,
        sprint: base,
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
        shown += &format!("? {line}{}\n", remark.describe());
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
fn other_words_behind_a_number_are_a_reword() {
    edit(
        &[("speed up the parser", "speed up the parser and the lexer")],
        expect![[r#"
        6: reword 1 -- speed up the parser and the lexer
    "#]],
    );
    edit(
        &[("fix the memoryview leak", "Fix the memoryview leak")],
        expect![[r#"
        9: reword 2 -- Fix the memoryview leak
    "#]],
    );
    edit(
        &[("build on Windows", "build on Windows 10")],
        expect![[r#"
        14: reword 5 -- build on Windows 10
    "#]],
    );
    pad(
        &[("build on Windows", "build on Windows 10")],
        expect![[r#"
        14: reword 5 -- build on Windows 10
    "#]],
    );
}

#[test]
fn other_people_are_assign_and_unassign() {
    edit(
        &[("(Armin, Anto)", "(Armin, Bea)")],
        expect![[r#"
        9: assign 2 bea
        9: unassign 2 anto
    "#]],
    );
    edit(
        &[("(Armin, Anto)", "(Armin?, Anto)")],
        expect![[r#"
        9: assign 2 armin?
    "#]],
    );
    edit(
        &[("(Armin, Anto)", "(Armin; Anto around)")],
        expect![[r#"
        9: assign 2 --with anto
    "#]],
    );
    edit(
        &[("(Armin, Anto)", "(Armin, Anto, +Amaury)")],
        expect![[r#"
        9: assign 2 +Amaury
    "#]],
    );
    edit(
        &[("(Armin, Anto)", "()")],
        expect![[r#"
        9: unassign 2 armin, anto
    "#]],
    );
    edit(
        &[(" (Armin, Anto)", "")],
        expect![[r#"
        9: unassign 2 armin, anto
    "#]],
    );
    edit(
        &[("(Armin, Anto)", "(Armin, ~~Anto~~)")],
        expect![[r#"
        9: unassign 2 anto
    "#]],
    );
    edit(
        &[("speed up the parser", "speed up the parser (Anto)")],
        expect![[r#"
        6: assign 1 anto
    "#]],
    );
    pad(
        &[("(Armin, Anto)", "(Bea)")],
        expect![[r#"
        9: assign 2 bea
    "#]],
    );
}

#[test]
fn other_people_on_a_finished_item_have_the_credit() {
    edit(
        &[("(Bea)\n", "(Bea, Armin)\n")],
        expect![[r#"
            11: done 3 -p 'bea, armin'
        "#]],
    );
}

#[test]
fn a_checked_box_or_done_finishes() {
    edit(
        &[("- [ ] #1", "- [x] #1")],
        expect![[r#"
        6: done 1
    "#]],
    );
    edit(
        &[("- [ ] #2", "- [x] #2"), (" (Armin, Anto)", "")],
        expect![[r#"
        9: done 2
    "#]],
    );
    edit(
        &[("found a compiler", "DONE")],
        expect![[r#"
        14: done 5
    "#]],
    );
    edit(
        &[("found a compiler", "DONE, the linker was too old")],
        expect![[r#"
        14: done 5 -- the linker was too old
    "#]],
    );
    edit(
        &[("found a compiler", "DONE (but slower)")],
        expect![[r#"
        14: done 5 -- but slower
    "#]],
    );
    edit(
        &[("found a compiler", "MOSTLY DONE")],
        expect![[r#"
        14: progress 5 -- MOSTLY DONE
    "#]],
    );
    edit(
        &[("found a compiler", "HAPPENED")],
        expect![[r#"
        14: progress 5 -- HAPPENED
    "#]],
    );
    edit(
        &[(
            "how are strings stored",
            "how are strings stored (): DISCUSSED",
        )],
        expect![[r#"
        17: done 4
    "#]],
    );
    edit(
        &[
            ("- [ ] #5", "- [x] #5"),
            ("found a compiler", "it builds there"),
        ],
        expect![[r#"
        14: done 5 -- it builds there
    "#]],
    );
    edit(
        &[("- [ ] #5", "- [x] #5")],
        expect![[r#"
        14: done 5
    "#]],
    );
    pad(
        &[("- [ ] #1", "- [x] #1")],
        expect![[r#"
        6: done 1
    "#]],
    );
}

#[test]
fn postponed_or_a_dash_in_the_box_drops() {
    edit(
        &[("found a compiler", "POSTPONED: no time")],
        expect![[r#"
            14: drop 5 -- no time
        "#]],
    );
    edit(
        &[("- [ ] #1", "- [-] #1")],
        expect![[r#"
        6: drop 1
    "#]],
    );
    edit(
        &[("- [x] #3", "- [-] #3")],
        expect![[r#"
        11: reopen 3
        11: drop 3
    "#]],
    );
}

#[test]
fn an_emptied_box_reopens_only_what_is_known_to_have_been_closed() {
    edit(
        &[("- [x] #3", "- [ ] #3")],
        expect![[r#"
        11: reopen 3
    "#]],
    );
    edit(&[("- [x] #3", "- #3")], expect![[""]]);
    pad(&[("- [x] #3", "- [ ] #3")], expect![[""]]);
}

#[test]
fn another_status_is_progress_and_one_that_is_gone_is_taken_back() {
    edit(
        &[("found a compiler", "it compiles")],
        expect![[r#"
        14: progress 5 -- it compiles
    "#]],
    );
    edit(
        &[(": found a compiler", "")],
        expect![[r#"
            14: undo b000000000 --only
        "#]],
    );
    pad(&[(": found a compiler", "")], expect![[""]]);
}

#[test]
fn lines_below_are_minutes_and_results() {
    edit(
        &[(
            "found a compiler",
            "found a compiler\n  We tried three of them.",
        )],
        expect![[r#"
        15: progress 5 -- We tried three of them.
    "#]],
    );
    edit(
        &[("(Bea)\n", "(Bea)\n  All but two of them pass.\n")],
        expect![[r#"
        12: result 3 -- All but two of them pass.
    "#]],
    );
    edit(
        &[(
            "how are strings stored",
            "how are strings stored\n  Armin explains the two forms.\n\n  Nobody objects.",
        )],
        expect![[r#"
        18: progress 4 -- Armin explains the two forms.
        20: progress 4 -- Nobody objects.
    "#]],
    );
    edit(
        &[("found a compiler", "it runs\n  We tried three of them.")],
        expect![[r#"
        15: progress 5 -- We tried three of them.
        14: progress 5 -- it runs
    "#]],
    );
}

#[test]
fn a_line_without_a_number_is_new() {
    edit(
        &[(
            "## CPyExt\n",
            "## CPyExt\n- [ ] tune the cache (Anto), Thu 17:00: started\n  The first try is slow.\n",
        )],
        expect![[r#"
        9: plan -t CPyExt -p anto --when 'Thu 17:00' -- tune the cache
        10: progress row1 -- The first try is slow.
        9: progress row1 -- started
    "#]],
    );
    edit(
        &[(
            "## CPyExt\n",
            "## JIT\n- [ ] tune the cache\n    - [ ] measure it first\n\n## CPyExt\n",
        )],
        expect![[r#"
        9: plan -t JIT -- tune the cache
        10: plan -u row1 -- measure it first
    "#]],
    );
    edit(
        &[(
            "## Discussions\n",
            "## Discussions\n- [ ] when do we release (all)\n",
        )],
        expect![[r#"
        17: discuss -p everybody -- when do we release
    "#]],
    );
    edit(
        &[("- [ ] #1", "- [x] tidy up the folders\n- [ ] #1")],
        expect![[r#"
        6: plan -- tidy up the folders
        6: done row0
    "#]],
    );
}

#[test]
fn an_item_moves_if_its_old_heading_still_stands() {
    edit(
        &[
            ("- [ ] #1 speed up the parser\n", ""),
            ("## Release\n", "## Release\n- [ ] #1 speed up the parser\n"),
        ],
        expect![[r#"
            13: move 1 -t Release
        "#]],
    );
    edit(
        &[
            ("    - [ ] #6 write a test for it\n", ""),
            ("## Release\n", "## Release\n- [ ] #6 write a test for it\n"),
        ],
        expect![[r#"
        13: move 6 -t Release --top
    "#]],
    );
    edit(
        &[
            (
                "## Release\n",
                "- [ ] #1 speed up the parser\n\n## Release\n",
            ),
            ("- [ ] #1 speed up the parser\n", ""),
        ],
        expect![[r#"
        12: move 1 -t CPyExt
    "#]],
    );
    edit(
        &[
            ("- [ ] #1 speed up the parser\n", ""),
            (
                "    - [ ] #6",
                "    - [ ] #1 speed up the parser\n    - [ ] #6",
            ),
        ],
        expect![[r#"
        9: move 1 -u 2
    "#]],
    );
}

#[test]
fn a_heading_in_other_words_is_one_move() {
    edit(
        &[("## CPyExt", "## C Extensions")],
        expect![[r#"
        9: move 2,3 -t 'C Extensions'
    "#]],
    );
    edit(
        &[("## CPyExt\n", "")],
        expect![[r#"
        ? the heading `CPyExt` is gone; what stood under it stays there
    "#]],
    );
    edit(
        &[("\n## Release\n", "")],
        expect![[r#"
        ? the heading `Release` is gone; what stood under it stays there
    "#]],
    );
}

#[test]
fn a_heading_whose_words_mean_something_else_is_a_topic_with_a_slash() {
    edit(
        &[("## CPyExt", "## Afternoon")],
        expect![[r#"
        ? the heading `CPyExt` is gone; what stood under it stays there, as `Afternoon` is not a topic: it is one with a slash at its end, `## Afternoon/`
    "#]],
    );
    edit(
        &[("## CPyExt", "## Afternoon/")],
        expect![[r#"
        9: move 2,3 -t Afternoon
    "#]],
    );
}

#[test]
fn a_heading_that_is_gone_moves_nothing_below_it() {
    let base = sprint(&[
        plan("speed up the parser", "Storage", &[]),
        plan("fix the leak", "Tasks", &[]),
        plan("write the manual", "Tasks/Docs", &[]),
        plan("draw the slides", "Tasks/Docs/Slides", &[]),
    ]);
    let text = exported(&base);
    let gone = text.replace("## Tasks\n", "");
    assert_ne!(gone, text);
    expect![[r#"
        ? the heading `Tasks` is gone; what stood under it stays there
    "#]]
    .assert_eq(&shown(&compared(&gone, &base, &base), &base));
    let other = text.replace("## Tasks\n", "## Tools\n");
    expect![[r#"
        10: move 2 -t Tools
        13: move 3 -t Tools/Docs
        16: move 4 -t Tools/Docs/Slides
    "#]]
    .assert_eq(&shown(&compared(&other, &base, &base), &base));
}

#[test]
fn an_item_may_leave_a_heading_that_gets_other_words() {
    edit(
        &[
            ("- [x] #3 port the tests (Bea)\n", ""),
            ("## CPyExt", "## CPyExt and more"),
            (
                "## Release\n",
                "## Release\n- [x] #3 port the tests (Bea)\n",
            ),
        ],
        expect![[r#"
            9: move 2 -t 'CPyExt and more'
            13: move 3 -t Release
        "#]],
    );
}

#[test]
fn what_the_document_says_was_recorded_before_is_not_recorded_again() {
    let base = board();
    let text = edited(&[
        ("(Armin, Anto)", "(Anto, Bea)"),
        (
            "## Release\n",
            "## Release\n- [ ] #1 speed up the parser, Thu\n",
        ),
        ("- [ ] #1 speed up the parser\n", ""),
    ]);
    expect![[r#"
        8: assign 2 bea
        8: unassign 2 armin
        13: move 1 -t Release --when Thu
    "#]]
    .assert_eq(&shown(&compared(&text, &base, &base), &base));
    let leak = id(2, &base);
    let parser = id(1, &base);
    let imported = then(
        board(),
        &[
            Action::Assign(Assign {
                item: leak,
                people: names(&["bea"]),
                ..assign()
            }),
            Action::Unassign(Unassign {
                item: leak,
                people: names(&["armin"]),
            }),
            Action::Move(Move {
                item: parser,
                topic: Some(Topic::parse("Release")),
                under: None,
                top: false,
                when: Some("Thu".to_owned()),
            }),
        ],
    );
    let now = then(
        imported,
        &[
            Action::Assign(Assign {
                item: leak,
                people: names(&["armin"]),
                ..assign()
            }),
            Action::Unassign(Unassign {
                item: leak,
                people: names(&["bea"]),
            }),
            Action::Move(Move {
                item: parser,
                topic: Some(Topic::parse("CPyExt")),
                under: None,
                top: false,
                when: Some("Fri".to_owned()),
            }),
        ],
    );
    expect![[""]].assert_eq(&shown(&compared(&text, &base, &now), &now));
}

#[test]
fn a_status_of_what_others_closed_or_said_meanwhile() {
    let base = board();
    let now = then(
        board(),
        &[
            Action::Done(Done {
                item: id(1, &base),
                text: None,
                people: Vec::new(),
                with: Vec::new(),
            }),
            Action::Progress(Progress {
                item: id(5, &base),
                text: "it builds".to_owned(),
            }),
            Action::Drop(Drop {
                item: id(2, &base),
                text: None,
            }),
        ],
    );
    let text = edited(&[
        ("speed up the parser", "speed up the parser (): half way"),
        ("found a compiler", "nearly"),
        (
            "(Armin, Anto)\n",
            "(Armin, Anto)\n    - it is in the cache\n",
        ),
    ]);
    expect![[r#"
        15: progress 5 -- nearly
        ? 6: `1 speed up the parser` is closed, so its status `half way` is not recorded; `sprint result 1` adds to what came of it
        ? 10: this stands below an item that was given up, which has no results: `it is in the cache`
        ? 15: others changed `5 build on Windows`, too, after the document was written; now it is as the document says
    "#]].assert_eq(&shown(&compared(&text, &base, &now), &now));
}

#[test]
fn what_was_opened_again_is_not_done_by_an_old_document() {
    let base = board();
    let now = then(
        board(),
        &[
            Action::Done(Done {
                item: id(5, &base),
                text: None,
                people: Vec::new(),
                with: Vec::new(),
            }),
            Action::Reopen(Reopen {
                item: id(5, &base),
                text: None,
            }),
        ],
    );
    let text = edited(&[("(Bea): found a compiler", "(Bea): DONE")]);
    expect![[""]].assert_eq(&shown(&compared(&text, &base, &now), &now));
    let old = changes(&read(&text, &now, "armin"), None, &now);
    expect![[""]].assert_eq(&shown(&old, &now));
}

#[test]
fn a_time_is_recorded() {
    edit(
        &[("(Armin, Anto)", "(Armin, Anto), Thu 17:00")],
        expect![[r#"
        9: move 2 --when 'Thu 17:00'
    "#]],
    );
    pad(
        &[("(Armin, Anto)", "(Armin, Anto), Thu 17:00")],
        expect![[r#"
        9: move 2 --when 'Thu 17:00'
    "#]],
    );
}

#[test]
fn a_task_among_discussions_is_refused() {
    edit(
        &[
            ("- [ ] #1 speed up the parser\n", ""),
            (
                "## Discussions\n",
                "## Discussions\n- [ ] #1 speed up the parser\n",
            ),
        ],
        expect![[r#"
            ! 16: `1 speed up the parser` is not a discussion, but stands among the discussions; move the line back; without its number, it is a new discussion. A heading for tasks that has such a name ends in a slash: `## Discussions/`
        "#]],
    );
    pad(
        &[
            ("- [ ] #1 speed up the parser\n", ""),
            (
                "## Discussions\n",
                "## Discussions\n- [ ] #1 speed up the parser\n",
            ),
        ],
        expect![[r#"
            ! 16: `1 speed up the parser` is not a discussion, but stands among the discussions; move the line back; without its number, it is a new discussion. A heading for tasks that has such a name ends in a slash: `## Discussions/`
        "#]],
    );
}

#[test]
fn who_is_here_joins_and_who_is_away_leaves() {
    edit(
        &[("Here: ", "Here: Ronan Lamy, ")],
        expect![[r#"
        4: join 'Ronan Lamy'
    "#]],
    );
    edit(&[("Here: Armin, ", "Here: ")], expect![[""]]);
    edit(
        &[(", Bea\n", "\nAway: Bea\n")],
        expect![[r#"
        5: leave bea
    "#]],
    );
    pad(
        &[(", Bea\n", "\nAway: Bea\n")],
        expect![[r#"
        5: leave bea
    "#]],
    );
    edit(
        &[
            ("Here: ", "Here: Ronan Lamy, "),
            ("(Armin, Anto)", "(Ronan)"),
        ],
        expect![[r#"
        4: join 'Ronan Lamy'
        9: assign 2 ronan
        9: unassign 2 armin, anto
    "#]],
    );
}

#[test]
fn a_new_name_on_two_items_of_our_own_document_does_not_join() {
    edit(
        &[
            ("#1 speed up the parser", "#1 speed up the parser (Zoe)"),
            ("(Armin, Anto)", "(Armin, Anto, Zoe)"),
        ],
        expect![[r#"
        6: assign 1 +Zoe
        9: assign 2 +Zoe
    "#]],
    );
}

#[test]
fn missing_lines_mean_nothing() {
    edit(
        &[("- [ ] #1 speed up the parser\n", "")],
        expect![[r#"
        ? these items have no line and stay open: 1 speed up the parser
    "#]],
    );
    pad(&[("- [ ] #1 speed up the parser\n", "")], expect![[""]]);
}

#[test]
fn a_number_that_no_item_has_is_text_if_it_is_no_slip() {
    edit(
        &[(
            "- [ ] #5 build",
            "- [ ] #7 find a name\n- [ ] #8 draw it\n- [ ] #10 print it\n- [ ] #5 build",
        )],
        expect![[r#"
            14: plan -t Release -- find a name
            15: plan -t Release -- draw it
            16: plan -t Release -- #10 print it
        "#]],
    );
    edit(&[("#5 build", "#55 build")], expect![[""]]);
    pad(
        &[("- [ ] #5 build", "- [ ] #7 find a name\n- [ ] #5 build")],
        expect![[r#"
            14: plan -t Release -- #7 find a name
        "#]],
    );
}

#[test]
fn a_number_counts_only_with_words_of_its_item() {
    edit(
        &[("#1 speed up the parser", "#1 rewrite all docs")],
        expect![[r#"
        ! 6: `rewrite all docs` does not have the words of #1, which is `1 speed up the parser`; put the item's words back behind its number; without the number, the line is something new
    "#]],
    );
    edit(
        &[("#1 speed", "#5 speed"), ("#5 build", "#1 build")],
        expect![[r#"
        ! 6: #5 is `5 build on Windows`, but the words of this line are those of `1 speed up the parser`; put the number of an item in front of its own words
        ! 14: #1 is `1 speed up the parser`, but the words of this line are those of `5 build on Windows`; put the number of an item in front of its own words
    "#]],
    );
    edit(
        &[("#1 speed up the parser", "#1671 segfault at exit")],
        expect![[r#"
        6: plan -- #1671 segfault at exit
        ? these items have no line and stay open: 1 speed up the parser
    "#]],
    );
    edit(
        &[("#1 speed up the parser", "#1 build on Windows")],
        expect![[r#"
        ! 6: #1 is `1 speed up the parser`, but the words of this line are those of `5 build on Windows`; put the number of an item in front of its own words
    "#]],
    );
}

#[test]
fn one_word_of_the_item_is_enough_behind_its_number() {
    edit(
        &[(
            "#1 speed up the parser",
            "#1 replace our hand-written recursive parser by a generated one",
        )],
        expect![[r#"
            6: reword 1 -- replace our hand-written recursive parser by a generated one
        "#]],
    );
}

#[test]
fn a_number_in_front_of_words_that_an_item_has_with_it_is_text() {
    let text = "- #2 fix the leak\n- #1 port the tests (Bea)\n- #12 is a bug\n";
    let empty = sprint(&[]);
    let first = changes(&read(text, &empty, "armin"), None, &empty);
    expect![[r#"
        1: plan -- #2 fix the leak
        2: plan -p +Bea -- #1 port the tests
        3: plan -- #12 is a bug
    "#]]
    .assert_eq(&shown(&first, &empty));
    let now = sprint(&[
        join("Bea Meier", "bea"),
        plan("#2 fix the leak", "", &[]),
        plan("#1 port the tests", "", &["bea"]),
        plan("#12 is a bug", "", &[]),
    ]);
    let now = then(
        now.clone(),
        &[Action::Reword(Reword {
            item: id(3, &now),
            text: "close the old bug".to_owned(),
        })],
    );
    let again = changes(&read(text, &now, "armin"), None, &now);
    expect![[""]].assert_eq(&shown(&again, &now));
}

#[test]
fn numbers_that_were_exchanged_are_refused_though_the_words_changed_too() {
    edit(
        &[
            (
                "#1 speed up the parser",
                "#1 build it on Windows 10 for speed",
            ),
            ("#5 build on Windows", "#5 speed up the parser on Windows"),
        ],
        expect![[r#"
            ! 6: #1 is `1 speed up the parser`, but the words of this line are those of `5 build on Windows`; put the number of an item in front of its own words
            ! 14: #5 is `5 build on Windows`, but the words of this line are those of `1 speed up the parser`; put the number of an item in front of its own words
        "#]],
    );
}

#[test]
fn a_copied_line_is_new_without_its_box_and_status() {
    edit(
        &[(
            "- [x] #3 port the tests (Bea)\n",
            "- [x] #3 port the tests (Bea)\n- [x] #3 port the docs (Bea)\n",
        )],
        expect![[r#"
            12: plan -t CPyExt -p bea -- port the docs
        "#]],
    );
    // The same line once more.
    edit(
        &[(
            "- [x] #3 port the tests (Bea)\n",
            "- [x] #3 port the tests (Bea)\n- [x] #3 port the tests (Bea)\n",
        )],
        expect![[""]],
    );
    edit(
        &[(
            "## Release\n",
            "## Release\n- [x] #3 port the tests (Bea)\n- [ ] #3 port the docs\n",
        )],
        expect![[r#"
            15: plan -t Release -- port the docs
        "#]],
    );
    edit(
        &[(
            "- [x] #3 port the tests (Bea)\n",
            "- [x] #3 port the tests (Bea)\n- [x] #3 port the tests (Anto)\n",
        )],
        expect![[r#"
            ! 11: `3 port the tests` stands on several lines; keep its number on one line, with its words; without a number, the other line is something new
            ! 12: `3 port the tests` stands on several lines; keep its number on one line, with its words; without a number, the other line is something new
        "#]],
    );
    edit(
        &[(
            "- [x] #3 port the tests (Bea)\n",
            "- [x] #3 port all tests (Bea)\n- [x] #3 port the docs (Bea)\n",
        )],
        expect![[r#"
            ! 11: `3 port the tests` stands on several lines; keep its number on one line, with its words; without a number, the other line is something new
            ! 12: `3 port the tests` stands on several lines; keep its number on one line, with its words; without a number, the other line is something new
        "#]],
    );
}

#[test]
fn two_items_on_a_line_are_refused() {
    edit(
        &[("(Armin, Anto)\n    - [ ] #6", "- [ ] #6")],
        expect![[r#"
        ! 9: there is a second box on this line; give each item a line of its own
    "#]],
    );
}

#[test]
fn a_line_that_lost_its_number_is_its_item() {
    edit(
        &[("#1 speed up the parser", "Speed up the parser!")],
        expect![[r#"
        6: reword 1 -- Speed up the parser!
    "#]],
    );
    edit(
        &[(
            "#1 speed up the parser",
            "speed up the parser and the lexer",
        )],
        expect![[r#"
        6: reword 1 -- speed up the parser and the lexer
        ? 6: this is taken for `1 speed up the parser` in other words
    "#]],
    );
    edit(
        &[("#1 speed up the parser", "write the slides")],
        expect![[r#"
        6: plan -- write the slides
        ? these items have no line and stay open: 1 speed up the parser
    "#]],
    );
    edit(
        &[("#3 port the tests", "port the tests to Windows")],
        expect![[r#"
        11: reword 3 -- port the tests to Windows
        ? 11: this is taken for `3 port the tests` in other words
    "#]],
    );
}

#[test]
fn a_telling_word_in_the_place_of_another_makes_another_task() {
    edit(
        &[(
            "#2 fix the memoryview leak (Armin, Anto)",
            "fix the bytearray leak (Armin)",
        )],
        expect![[r#"
            9: plan -t CPyExt -p armin -- fix the bytearray leak
            ? these items have no line and stay open: 2 fix the memoryview leak
        "#]],
    );
    edit(
        &[(
            "#2 fix the memoryview leak (Armin, Anto)",
            "fix the memoryview leak of buffers (Bea)",
        )],
        expect![[r#"
            9: reword 2 -- fix the memoryview leak of buffers
            9: assign 2 bea
            9: unassign 2 armin, anto
            ? 9: this is taken for `2 fix the memoryview leak` in other words
        "#]],
    );
    edit(
        &[("#1 speed up the parser", "speed up the prser")],
        expect![[r#"
            6: reword 1 -- speed up the prser
            ? 6: this is taken for `1 speed up the parser` in other words
        "#]],
    );
}

#[test]
fn a_short_list_without_a_stamp_tells_nothing_of_lines_that_are_gone() {
    let board = board();
    let text = "- fix the memoryview leak in slices (Bea)\n- speed up the parser and the lexer\n";
    let short = changes(&read(text, &board, "armin"), None, &board);
    expect![[r#"
        1: plan -p bea -- fix the memoryview leak in slices
        2: plan -- speed up the parser and the lexer
    "#]]
    .assert_eq(&shown(&short, &board));
}

#[test]
fn words_of_two_items_are_not_guessed() {
    let two = sprint(&[
        join("Armin Rigo", "armin"),
        plan("port tests", "A", &[]),
        plan("port tests", "B", &[]),
    ]);
    let text = "# C\n- port tests (Armin)\n";
    let changes = changes(&read(text, &two, "armin"), None, &two);
    expect![[r#"
        ? 2: this may be `1 port tests` or `2 port tests`
    "#]]
    .assert_eq(&shown(&changes, &two));
}

#[test]
fn a_pairing_section_tells_of_items_that_stand_elsewhere() {
    edit(
        &[(
            "## Discussions\n",
            "## Pairs\n- memoryview leak (Bea)\n\n## Discussions\n",
        )],
        expect![[r#"
        17: assign 2 bea
    "#]],
    );
}

#[test]
fn what_is_so_already_is_not_recorded_again() {
    let base = board();
    let now = then(
        board(),
        &[
            Action::Reword(Reword {
                item: id(1, &base),
                text: "speed up the lexer".to_owned(),
            }),
            Action::Assign(Assign {
                item: id(1, &base),
                people: names(&["bea"]),
                ..assign()
            }),
            Action::Done(Done {
                item: id(5, &base),
                text: None,
                people: Vec::new(),
                with: Vec::new(),
            }),
            plan("tune the cache", "CPyExt", &[]),
        ],
    );
    let same = edited(&[
        ("speed up the parser", "speed up the lexer (Bea)"),
        ("- [ ] #5", "- [x] #5"),
        ("## CPyExt\n", "## CPyExt\n- [ ] tune the cache\n"),
    ]);
    expect![[""]].assert_eq(&shown(&compared(&same, &base, &now), &now));
    let other = edited(&[("speed up the parser", "speed up the printer")]);
    expect![[r#"
        6: reword 1 -- speed up the printer
        ? 6: others changed `1 speed up the lexer`, too, after the document was written; now it is as the document says
    "#]].assert_eq(&shown(&compared(&other, &base, &now), &now));
}

fn assign() -> Assign {
    Assign {
        item: EntryId::new(None, 0),
        people: Vec::new(),
        with: Vec::new(),
        only: false,
    }
}

#[test]
fn an_old_document_without_a_stamp_undoes_nothing() {
    let old = exported(&board());
    let base = board();
    let now = then(
        board(),
        &[
            Action::Reword(Reword {
                item: id(1, &base),
                text: "make the parser fast".to_owned(),
            }),
            Action::Unassign(Unassign {
                item: id(2, &base),
                people: names(&["anto"]),
            }),
            Action::Progress(Progress {
                item: id(5, &base),
                text: "it builds".to_owned(),
            }),
            Action::Reopen(Reopen {
                item: id(3, &base),
                text: None,
            }),
            Action::Move(Move {
                item: id(2, &base),
                topic: Some(Topic::parse("Release")),
                under: None,
                top: false,
                when: None,
            }),
        ],
    );
    let changes = changes(&read(&old, &now, "armin"), None, &now);
    expect![[""]].assert_eq(&shown(&changes, &now));
}

#[test]
fn what_was_taken_back_is_not_made_again() {
    let base = board();
    let undo = Undo {
        entry: id(1, &base),
        only: false,
    };
    let now = then(board(), &[Action::Undo(undo)]);
    let text = edited(&[("speed up the parser", "speed up the parser (Bea)")]);
    expect![[r#"
        ? 6: #1 was taken back, so nothing of this line is recorded
    "#]]
    .assert_eq(&shown(&compared(&text, &base, &now), &now));
    let alone = changes(&read(&text, &now, "armin"), None, &now);
    expect![[r#"
        ? 6: #1 was taken back, so nothing of this line is recorded
    "#]]
    .assert_eq(&shown(&alone, &now));
}

#[test]
fn an_item_that_was_dropped_and_a_talk() {
    let base = sprint(&[
        join("Armin Rigo", "armin"),
        Action::Talk(Talk {
            text: "the new garbage collector".to_owned(),
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

#[test]
fn a_number_that_is_spoken_of_below_another_item_stays_in_the_words() {
    edit(
        &[(
            "stored\n",
            "stored\n    - #2 must be fixed first\n    - DONE by then: docs\n",
        )],
        expect![[r#"
            18: progress 4 -- #2 must be fixed first
            19: progress 4 -- DONE by then: docs
        "#]],
    );
    edit(
        &[(
            "found a compiler\n",
            "found a compiler\n    - #2 must be fixed first\n",
        )],
        expect![[r#"
            15: progress 5 -- #2 must be fixed first
        "#]],
    );
    edit(
        &[("## Release\n", "## Release\n- #2 must be built first\n")],
        expect![[r#"
            14: plan -t Release -- #2 must be built first
        "#]],
    );
}

#[test]
fn names_or_a_status_alone_are_no_task() {
    edit(
        &[(
            "## Release\n",
            "## Release\n- (Bea)\n- [ ] (Anto, Bea)\n- @anto\n- DONE\n",
        )],
        expect![[""]],
    );
}

#[test]
fn minutes_stay_when_the_status_is_deleted() {
    let board = board();
    let windows = id(5, &board);
    let progress = |text: &str| {
        Action::Progress(Progress {
            item: windows,
            text: text.to_owned(),
        })
    };
    let base = then(
        board,
        &[progress("The headers were missing."), progress("nearly")],
    );
    let text = exported(&base).replace(" (Bea): nearly", " (Bea)");
    expect![[r#"
        14: undo d000000000 --only
        14: undo b000000000 --only
    "#]]
    .assert_eq(&shown(&compared(&text, &base, &base), &base));
}

#[test]
fn names_behind_the_people_leave_the_people_of_a_line_without_a_number_as_they_are() {
    edit(
        &[("#5 build on Windows (Bea)", "build on Windows (Bea), Anto")],
        expect![[""]],
    );
}
