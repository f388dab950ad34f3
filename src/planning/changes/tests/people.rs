//! Who is on items, and who is there.

use expect_test::expect;

use super::{edit, pad};
use crate::planning::changes::pad_tests;

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
            ? 9: this line does not name Armin and Anto, who stay on `2 fix the memoryview leak`; `sprint unassign 2 Armin, Anto` takes them off
        "#]],
    );
    // Of several lines of an item, it is the one that says who.
    pad(
        &[(" (Armin, Anto)", "\n- fix the memoryview leak (Bea)")],
        expect![[r#"
            10: assign 2 bea
            ? 10: this line does not name Armin and Anto, who stay on `2 fix the memoryview leak`; `sprint unassign 2 Armin, Anto` takes them off
        "#]],
    );
}

#[test]
fn whoever_is_named_in_the_place_of_others_where_a_box_is_checked_has_the_credit() {
    edit(
        &[("- [ ] #2", "- [x] #2"), ("(Armin, Anto)", "(Bea)")],
        expect![[r#"
            9: done 2 -p bea
            ? 9: `2 fix the memoryview leak` is credited to bea alone, as its line says, no longer to armin, anto; `sprint done 2 -p PEOPLE` says it otherwise
        "#]],
    );
    edit(
        &[("- [ ] #2", "- [x] #2"), ("(Armin, Anto)", "(Armin, Bea)")],
        expect![[r#"
            9: done 2 -p 'armin, bea'
            ? 9: `2 fix the memoryview leak` is credited to armin, bea alone, as its line says, no longer to anto; `sprint done 2 -p PEOPLE` says it otherwise
        "#]],
    );
    edit(
        &[("- [ ] #2", "- [x] #2"), ("(Armin, Anto)", "(Armin)")],
        expect![[r#"
            9: done 2
        "#]],
    );
    edit(
        &[("- [ ] #2", "- [-] #2"), ("(Armin, Anto)", "(Bea)")],
        expect![[r#"
            9: assign 2 bea
            9: drop 2
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
fn who_is_here_joins_and_who_is_away_leaves() {
    edit(
        &[("Here: ", "Here: Ronan Lamy, ")],
        expect![[r#"
        4: join 'Ronan Lamy'
    "#]],
    );
    edit(
        &[("Here: Armin, ", "Here: ")],
        expect![[r#"
        ? Armin is not listed as here any more; if they have left, `sprint leave Armin` says so
    "#]],
    );
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
fn names_behind_the_people_leave_the_people_of_a_line_without_a_number_as_they_are() {
    edit(
        &[("#5 build on Windows (Bea)", "build on Windows (Bea), Anto")],
        expect![[""]],
    );
}

#[test]
fn known_people_behind_a_known_title_are_on_it_and_what_follows_them_is_its_status() {
    let sprint = pad_tests::planned(&["server", "port the scanner", "draw the maps", "merge it"]);
    pad_tests::pad(
        "- server: Ida, Bela (works for JPEG)\n- port the scanner - Ida - slow on Windows\n- #3 draw the maps: Ida (found a way)\n\
         - merge it: Ida (with Bela)\n- client: Ida, Bela (works for JPEG)\n",
        &sprint,
        expect![[r#"
            1: assign 1 ida, bela
            1: progress 1 -- works for JPEG
            2: assign 2 ida
            2: progress 2 -- slow on Windows
            3: assign 3 ida
            3: progress 3 -- found a way
            4: assign 4 ida --with bela
            5: plan -p 'ida, bela' -- client
            5: progress row4 -- works for JPEG
        "#]],
    );
    pad_tests::pad(
        "- server: the tests (of Ida)\n- port the scanner: Ida found a way (in C)\n",
        &sprint,
        expect![[r#"
            1: plan -- server: the tests (of Ida)
            2: progress 2 -- Ida found a way (in C)
            ? 1: this is something new, and `1 server` stands in no line; if both are one, take this back with `sprint undo`, and put the number before the title: `#1 TITLE`
        "#]],
    );
    pad_tests::pad(
        "- draw the maps: Ida (no longer)\n",
        &sprint,
        expect![[r#"
            1: progress 3 -- Ida (no longer)
        "#]],
    );
}

#[test]
fn what_else_a_cell_of_names_says_is_told_and_no_part_of_the_title() {
    pad_tests::pad(
        "| Task | Who | Status |\n|---|---|---|\n| port it | Bela (leaves tonight) | half way |\n| test it | whoever has time | half way |\n\
         | draw it | Ida (only morning), Bela | DONE |\n",
        &pad_tests::planned(&["port it", "test it", "draw it"]),
        expect![[r#"
            3: assign 1 bela
            3: progress 1 -- half way
            4: progress 2 -- half way
            5: assign 3 ida, bela
            5: done 3
        "#]],
    );
}

#[test]
fn words_in_brackets_behind_a_known_title_that_name_somebody_are_told_and_no_part_of_it() {
    pad_tests::pad(
        "- port it (Ida and Bela helped)\n- test it (Ida instead of Bela)\n- [x] draw it (Ida did most)\n- cut it (the second attempt)\n",
        &pad_tests::planned(&["port it", "test it", "draw it"]),
        expect![[r#"
            3: done 3
            4: plan -- cut it (the second attempt)
        "#]],
    );
}

#[test]
fn several_lines_may_say_who_does_what_of_one_item() {
    pad_tests::pad(
        "- server: Ida (the disks)\n- server: Bela (the cables)\n- the wiki: Ida\n- the wiki: write a page\n",
        &pad_tests::planned(&["server", "the wiki"]),
        expect![[r#"
            1: assign 1 ida
            1: progress 1 -- the disks
            3: assign 2 ida
            4: plan -- the wiki: write a page
            2: assign 1 bela
            2: progress 1 -- the cables
        "#]],
    );
}
