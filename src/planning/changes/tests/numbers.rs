//! What numbers and words mean where they do not agree.

use expect_test::{Expect, expect};

use super::{board, changes, compared, edit, exported, id, join, pad, plan, shown, sprint, then};
use crate::domain::{Action, Reword};
use crate::planning::read;

/// Checks what lines record that are put under a heading of the exported board.
#[track_caller]
fn under_release(lines: &str, expected: Expect) {
    edit(
        &[("## Release\n", &format!("## Release\n{lines}"))],
        expected,
    );
}

#[test]
fn numbers_crossed_in_a_cycle_are_refused_together() {
    edit(
        &[
            ("#1 speed", "#5 speed"),
            ("#3 port", "#1 port"),
            ("#5 build", "#3 build"),
        ],
        expect![[r#"
            ! 6: #5 is `5 build on Windows`, but the words of this line are those of `1 speed up the parser`; put the number of an item in front of its own words
            ! 11: #1 is `1 speed up the parser`, but the words of this line are those of `3 port the tests`; put the number of an item in front of its own words
            ! 14: #3 is `3 port the tests`, but the words of this line are those of `5 build on Windows`; put the number of an item in front of its own words
        "#]],
    );
}

#[test]
fn a_block_pasted_from_another_sprint_is_new_tasks() {
    under_release(
        "- [x] #1 order the pizza (Anto)\n- [ ] #2 book the hut (Bea): asked them\n",
        expect![[r#"
            14: plan -t Release -p anto -- order the pizza
            15: plan -t Release -p bea -- book the hut
            ? 14: #1 stands on another line with its own words, so this is a new task, without what its box says
            ? 15: #2 stands on another line with its own words, so this is a new task, without the status `asked them`
        "#]],
    );
}

#[test]
fn a_block_pasted_over_the_items_is_refused() {
    edit(
        &[
            ("#1 speed up the parser", "#1 order the pizza"),
            (
                "#5 build on Windows (Bea): found a compiler",
                "#5 book the hut (Bea): asked them",
            ),
        ],
        expect![[r#"
            ! 6: `order the pizza` does not have the words of #1, which is `1 speed up the parser`; put the item's words back behind its number, `sprint reword 1 TEXT` gives it others; without the number, the line is something new
            ! 14: `book the hut` does not have the words of #5, which is `5 build on Windows`; put the item's words back behind its number, `sprint reword 5 TEXT` gives it others; without the number, the line is something new
        "#]],
    );
}

#[test]
fn the_number_of_an_item_alone_is_refused() {
    under_release(
        "- #2\n- [x] #5\n- [ ] #99\n",
        expect![[r#"
            ! 14: #2 stands here without its words; put the item's words behind its number, or delete the line
            ! 15: #5 stands here without its words; put the item's words behind its number, or delete the line
        "#]],
    );
}

#[test]
fn a_line_copied_several_times_is_as_many_new_tasks() {
    under_release(
        "- [ ] #5 build on macOS (Bea): found a compiler\n- [ ] #5 build on Solaris (Anto): found a compiler\n",
        expect![[r#"
            14: plan -t Release -p bea -- build on macOS
            15: plan -t Release -p anto -- build on Solaris
            ? 14: #5 stands on another line with its own words, so this is a new task, without the status `found a compiler`
            ? 15: #5 stands on another line with its own words, so this is a new task, without the status `found a compiler`
        "#]],
    );
}

#[test]
fn a_line_that_stands_twice_is_its_item_once() {
    under_release(
        "- [ ] #5 build on Windows (Bea): found a compiler\n",
        expect![""],
    );
}

#[test]
fn a_number_of_a_tracker_or_of_a_list_is_no_item() {
    under_release(
        "- [ ] #1671 segfault at exit (Bea)\n- [ ] look at #2 of the tracker\n",
        expect![[r#"
            14: plan -t Release -p bea -- #1671 segfault at exit
            15: plan -t Release -- look at #2 of the tracker
            ? 14: no item has #1671, so it is a part of the title; something new gets its number when it is recorded
        "#]],
    );
    edit(
        &[(
            "- [ ] #1 speed up the parser",
            "1. speed up the parser\n5. write the slides",
        )],
        expect![[r#"
            7: plan -- write the slides
        "#]],
    );
}

#[test]
fn words_of_an_item_behind_a_number_of_nothing_are_the_item() {
    edit(
        &[("#5 build on Windows", "#99 build on Windows")],
        expect![""],
    );
    pad(
        &[("#5 build on Windows", "#99 build on Windows")],
        expect![""],
    );
}

#[test]
fn whoever_is_away_and_never_joined_is_told_of() {
    edit(
        &[("Bea\n", "Bea\nAway: Iko\n")],
        expect![[r#"
        ? 5: `Iko` has not joined, so nothing is recorded about their leaving
    "#]],
    );
    pad(
        &[("Bea\n", "Bea\nAway: Iko\n")],
        expect![[r#"
        ? 5: `Iko` has not joined, so nothing is recorded about their leaving
    "#]],
    );
}

#[test]
fn without_a_stamp_an_item_moves_to_a_heading_where_it_never_was() {
    pad(
        &[
            ("- [x] #3 port the tests (Bea)\n", "- [ ] tune the cache\n"),
            (
                "- [ ] #2 fix the memoryview leak (Armin, Anto)\n    - [ ] #6 write a test for it\n",
                "",
            ),
            (
                "## Release\n",
                "## Release\n- [ ] #2 fix the memoryview leak (Armin, Anto)\n",
            ),
        ],
        expect![[r#"
            9: plan -t CPyExt -- tune the cache
            12: move 2 -t Release
        "#]],
    );
}

#[test]
fn the_number_of_a_line_in_a_list_is_none_of_an_item_and_no_part_of_a_title() {
    edit(
        &[
            ("- [ ] #2 fix", "- [ ] 3. fix"),
            ("- [x] #3 port", "- [x] 1) port"),
            ("- [ ] #5 build", "- 2. build"),
            ("## Release\n", "## Release\n- [ ] 4. ask the list\n"),
        ],
        expect![[r#"
            14: plan -t Release -- ask the list
        "#]],
    );
}

#[test]
fn an_o_and_a_tab_are_a_bullet_of_a_word_processor() {
    edit(
        &[
            ("- [x] #3 port", "o\t#3 port"),
            ("- [ ] #5 build", "o\t#5 build"),
        ],
        expect![[""]],
    );
    pad(&[("- [x] #3 port", "o\tport")], expect![[""]]);
}

#[test]
fn a_box_in_progress_is_a_status_where_there_is_none() {
    edit(
        &[("- [ ] #2", "- [~] #2"), ("- [ ] #5", "- [/] #5")],
        expect![[r#"
            9: progress 2 -- in progress
        "#]],
    );
    pad(
        &[
            ("- [ ] #2", "- [~]"),
            ("- [ ] #5", "- [/]"),
            ("## Release\n", "## Release\n- [~] ask the list\n"),
        ],
        expect![[r#"
            9: progress 2 -- in progress
            14: plan -t Release -- ask the list
            14: progress row4 -- in progress
        "#]],
    );
    // The status that it has is not taken back.
    edit(
        &[(
            "- [ ] #5 build on Windows (Bea): found a compiler",
            "- [~] #5 build on Windows (Bea)",
        )],
        expect![[""]],
    );
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
            ? 16: no item has #10, so it is a part of the title; something new gets its number when it is recorded
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
            ! 6: `rewrite all docs` does not have the words of #1, which is `1 speed up the parser`; put the item's words back behind its number, `sprint reword 1 TEXT` gives it others; without the number, the line is something new
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
            ? 6: no item has #1671, so it is a part of the title; something new gets its number when it is recorded
            ? these items have no line and stay open: 1 speed up the parser; `sprint done ITEM` says that one is finished, `sprint drop ITEM` that it was given up
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
            text: "close the old bug".into(),
        })],
    );
    let again = changes(&read(text, &now, "armin"), None, &now);
    expect![[r#"
        ? 3: `3 close the old bug` is called `#12 is a bug` in the document, and nothing of that is recorded; `sprint reword 3 TEXT` makes it what the line says
    "#]].assert_eq(&shown(&again, &now));
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
            ? 12: #3 stands on another line with its own words, so this is a new task, without what its box says
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
    under_release(
        "- [x] #3 port the tests (Bea)\n- [ ] #3 port the docs\n",
        expect![[r#"
            15: plan -t Release -- port the docs
            ? 15: #3 stands on another line with its own words, so this is a new task
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
    under_release(
        "- #2 must be built first\n",
        expect![[r#"
            14: plan -t Release -- #2 must be built first
        "#]],
    );
}

#[test]
fn a_number_within_the_words_of_its_item_is_refused() {
    for line in [
        "- [ ] URGENT #1 speed up the parser",
        "- [ ] DONE: #1 speed up the parser",
        "- 1 speed up the parser",
        "- **#1** speed up the parser",
        "- [ ] Bea: #1 speed up the parser",
    ] {
        let text = exported(&board()).replace("- [ ] #1 speed up the parser", line);
        let changes = shown(&compared(&text, &board(), &board()), &board());
        let number = changes.lines().next().unwrap_or_default();
        assert_eq!(
            number,
            "! 6: #1 does not stand right behind the bullet or the box; write `- [ ] #1 …`; without the number, the line is something new",
            "{line}"
        );
    }
}

#[test]
fn a_number_with_signs_around_it_is_that_item_or_refused() {
    for number in ["(#2)", "[#2]", "#2)", "#2 -", "# 2"] {
        edit(
            &[("#2 ", &format!("{number} ")), ("(Armin, Anto)", "(Armin)")],
            expect![[r#"
                9: unassign 2 anto
            "#]],
        );
    }
    edit(&[("#2 ", "#2")], expect![[r#""#]]);
    edit(
        &[("#2 fix the memoryview leak", "(#2) order the pizza")],
        expect![[r#"
            ! 9: `order the pizza` does not have the words of #2, which is `2 fix the memoryview leak`; put the item's words back behind its number, `sprint reword 2 TEXT` gives it others; without the number, the line is something new
        "#]],
    );
    edit(
        &[("#2 ", ""), ("(Armin, Anto)", "(Armin, Anto) #2")],
        expect![[r#"
            ! 9: #2 does not stand right behind the bullet or the box; write `- [ ] #2 …`; without the number, the line is something new
        "#]],
    );
}
