//! What numbers and words mean where they do not agree.

use expect_test::expect;

use super::{edit, pad};

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
    edit(
        &[(
            "## Release\n",
            "## Release\n- [x] #1 order the pizza (Anto)\n- [ ] #2 book the hut (Bea): asked them\n",
        )],
        expect![[r#"
            14: plan -t Release -p anto -- order the pizza
            15: plan -t Release -p bea -- book the hut
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
            ! 6: `order the pizza` does not have the words of #1, which is `1 speed up the parser`; put the item's words back behind its number; without the number, the line is something new
            ! 14: `book the hut` does not have the words of #5, which is `5 build on Windows`; put the item's words back behind its number; without the number, the line is something new
        "#]],
    );
}

#[test]
fn a_line_copied_several_times_is_as_many_new_tasks() {
    edit(
        &[(
            "## Release\n",
            "## Release\n- [ ] #5 build on macOS (Bea): found a compiler\n- [ ] #5 build on Solaris (Anto): found a compiler\n",
        )],
        expect![[r#"
            14: plan -t Release -p bea -- build on macOS
            15: plan -t Release -p anto -- build on Solaris
        "#]],
    );
}

#[test]
fn a_line_that_stands_twice_is_its_item_once() {
    edit(
        &[(
            "## Release\n",
            "## Release\n- [ ] #5 build on Windows (Bea): found a compiler\n",
        )],
        expect![""],
    );
}

#[test]
fn a_number_of_a_tracker_or_of_a_list_is_no_item() {
    edit(
        &[(
            "## Release\n",
            "## Release\n- [ ] #1671 segfault at exit (Bea)\n- [ ] look at #2 of the tracker\n",
        )],
        expect![[r#"
            14: plan -t Release -p bea -- #1671 segfault at exit
            15: plan -t Release -- look at #2 of the tracker
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
