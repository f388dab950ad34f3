//! Lines without a number, and other words.

use expect_test::expect;

use super::{board, changes, edit, join, pad, plan, shown, sprint};
use crate::planning::changes::pad_tests;
use crate::planning::read;

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
            ? these items have no line and stay open: 1 speed up the parser; `sprint done ITEM` says that one is finished, `sprint drop ITEM` that it was given up
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
            ? these items have no line and stay open: 2 fix the memoryview leak; `sprint done ITEM` says that one is finished, `sprint drop ITEM` that it was given up
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
fn a_short_list_without_a_stamp_is_new_and_told_where_it_is_like_what_has_no_line() {
    let board = board();
    let text = "- fix the memoryview leak in slices (Bea)\n- speed up the parser and the lexer\n";
    let short = changes(&read(text, &board, "armin"), None, &board);
    expect![[r#"
        1: plan -p bea -- fix the memoryview leak in slices
        2: plan -- speed up the parser and the lexer
        ? 1: this is something new, and `2 fix the memoryview leak` stands in no line; if both are one, take this back with `sprint undo`, and put the number before the title: `#2 TITLE`
        ? 2: this is something new, and `1 speed up the parser` stands in no line; if both are one, take this back with `sprint undo`, and put the number before the title: `#1 TITLE`
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
        ? 2: this may be `1 port tests` or `2 port tests`; put the number of the one that is meant before the title: `#12 TITLE`
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
fn a_row_that_is_edited_and_broken_by_hand_is_one() {
    for (old, new) in [
        (
            "fix the memoryview leak (Armin, Anto)",
            "fix the leak of\n  memoryview (Armin,\n  Anto, Bea)",
        ),
        (
            "fix the memoryview leak (Armin, Anto)",
            "fix the\nleak of\nmemoryview\n(Armin, Anto, Bea)",
        ),
    ] {
        edit(
            &[(old, new)],
            expect![[r#"
                9: reword 2 -- fix the leak of memoryview
                9: assign 2 bea
            "#]],
        );
    }
    edit(
        &[("(Bea): found a compiler", "(Bea): nearly\n  done")],
        expect![[r#"
            14: progress 5 -- nearly done
        "#]],
    );
    edit(
        &[("(Bea): found a compiler", "(Bea): found\n  a compiler")],
        expect![[""]],
    );
    edit(
        &[(
            "fix the memoryview leak (Armin, Anto)",
            "fix the memoryview leak (Armin, Anto)\n    We wrote it down (Armin).",
        )],
        expect![[r#"
            10: progress 2 -- We wrote it down (Armin).
        "#]],
    );
}

#[test]
fn the_first_of_the_parts_into_which_an_item_was_split_is_that_item() {
    let sprint = pad_tests::planned(&["write docs and tests for the parser", "draw the maps"]);
    pad_tests::pad(
        "- write docs\n- write tests for the parser\n- draw the maps\n",
        &sprint,
        expect![[r#"
            1: reword 1 -- write docs
            2: plan -- write tests for the parser
            ? 1: this is taken for `1 write docs and tests for the parser` in other words
        "#]],
    );
    pad_tests::pad(
        "- port the old scanner\n- write tests for the parser\n- draw the maps\n",
        &sprint,
        expect![[r#"
            1: plan -- port the old scanner
            2: reword 1 -- write tests for the parser
            ? 2: this is taken for `1 write docs and tests for the parser` in other words
        "#]],
    );
}
