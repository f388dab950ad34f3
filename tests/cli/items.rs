//! How items are typed: numbers, words, several at once, and what may be an item or a text.

use expect_test::expect;

use crate::support::people_session;

#[test]
fn a_number_may_be_written_in_many_ways() {
    people_session(expect![[r##"
        $ sprint plan fix the leak
        $ sprint progress '#1' found it
        $ sprint progress '#01' found it again
        $ sprint progress 001 nearly there
        $ sprint progress 1: tested
        $ sprint progress leak: reviewed
    "##]]);
}

#[test]
fn a_word_is_a_whole_word_of_one_open_item() {
    people_session(expect![[r#"
        $ sprint plan fix stackless in conjunction with C callbacks
        $ sprint plan Python 2.7.5 branch
        $ sprint plan port 2to3 to numpy 5
        $ sprint progress 2.7.5 MANY TESTS FAILING
        $ sprint progress 2to3 half done
        $ sprint progress 5 works
        $ sprint progress stack works
        $ sprint progress C callbacks work
        $ sprint done "" It works.
        $ sprint done ' ' It works.
        $ sprint done - It works.
        $ cat sprints/leysin-2017/2017-02-27.toml | grep -c item
    "#]]);
}

#[test]
fn several_items_have_commas_between_them_and_are_one_batch() {
    people_session(expect![[r#"
        $ sprint plan fix the leak
        $ sprint plan write a test
        $ sprint plan port numpy
        $ sprint assign 1,2 armin anto --with bea
        $ sprint unassign 1, 2 anto
        $ sprint progress 1, 2 nearly done
        $ sprint move 1,test -t CPyExt
        $ sprint done 1, 2 Both are done and tested.
        $ sprint reopen 1,2 not on Windows
        $ sprint undo
        $ sprint drop 2,3 no time
        $ sprint done 1,9
        $ sprint result 1,3 Both.
        $ cat sprints/leysin-2017/2017-02-27.toml
    "#]]);
}

#[test]
fn what_may_be_items_or_the_text_is_refused() {
    people_session(expect![[r#"
        $ sprint plan fix the leak
        $ sprint plan write a test
        $ sprint plan port numpy
        $ sprint done 1 2
        $ sprint done 1-3
        $ sprint done 1, 2 and 3
        $ sprint progress 1 to 3
        $ sprint reword 1 3
        $ sprint progress 1 3 tests fail
        $ sprint progress 1 10
        $ sprint progress 1 -- 3
        $ echo 3 | sprint progress 1 -
    "#]]);
}

#[test]
fn an_item_is_not_a_person() {
    people_session(expect![[r#"
        $ sprint plan fix the leak
        $ sprint plan write a test
        $ sprint assign 1 armin 2 anto
        $ sprint assign 1 2 armin
        $ sprint assign 1 armin --with 2
        $ sprint unassign 1 2
        $ cat sprints/leysin-2017/2017-02-27.toml | grep -c item
    "#]]);
}

#[test]
fn names_alone_are_not_a_text() {
    people_session(expect![[r#"
        $ sprint plan fix the leak
        $ sprint done 1 armin
        $ sprint progress 1 armin, anto
        $ sprint result 1 everybody
        $ sprint plan armin and bea
        $ sprint plan -- Bea
        $ sprint progress 1 Armin has an idea
        $ sprint thank Armin and Bea
        $ sprint drop 2 bea
    "#]]);
}

#[test]
fn a_number_is_not_what_undo_takes() {
    people_session(expect![[r#"
        $ sprint plan fix the leak
        $ sprint undo 1
        $ sprint undo '#1'
        $ sprint undo 3
        $ sprint undo -3
        $ sprint undo 0
        $ sprint undo leak
    "#]]);
}

#[test]
fn what_is_not_finished_is_not_done() {
    people_session(expect![[r#"
        $ sprint plan fix the leak
        $ sprint done 1 nearly, waiting for a translation
        $ sprint done 1 Mostly
        $ sprint done 1 Everything works except on Windows.
        $ sprint plan port numpy
        $ sprint done 2 -- almost everything works
    "#]]);
}

#[test]
fn a_status_is_not_a_result() {
    people_session(expect![[r#"
        $ sprint plan fix the leak -p armin
        $ sprint plan port numpy
        $ sprint done 1,2 MERGED
        $ sprint summary
        $ sprint result 1 The leak is gone.
        $ sprint show 1
        $ sprint done 2 fixed
        $ sprint undo -n 2
        $ sprint board
        $ sprint done 1 -- MERGED
    "#]]);
}

#[test]
fn parts_that_are_open_are_named() {
    people_session(expect![[r#"
        $ sprint plan release tasks
        $ sprint plan write the announcement -u 1
        $ sprint plan build the binaries -u 1
        $ sprint done 1 It is released.
        $ sprint reopen 1
        $ sprint done 1,2,3
    "#]]);
}
