//! Hints that are the whole command again: each works as it stands, and has all that was typed.

use expect_test::expect;

use crate::support::people_session;

#[test]
fn what_may_be_more_items_is_refused_with_both_readings() {
    people_session(expect![[r#"
        $ sprint plan fix the leak -p armin; sprint plan write a test; sprint plan port two modules; sprint plan read the docs
        1 planned: fix the leak  | on it: Armin
        2 planned: write a test
        3 planned: port two modules
        4 planned: read the docs
        $ sprint done two, nine with bea
        ! error: `nine` may be an item, and no open one has it in its text, or begin the text
        ! hint: `sprint board` shows what is open, with numbers; `sprint done 3 -- nine with bea` records the text
        [exit 2]
        $ sprint done two, nine
        ! error: `nine` may be an item, and no open one has it in its text, or begin the text
        ! hint: `sprint board` shows what is open, with numbers; `sprint done 3 -- nine` records the text
        [exit 2]
        $ sprint done two, test with bea
        ! error: `test with bea` may be items and people or the text
        ! hint: `sprint done 3,2 --with bea` says whose work it was; `sprint done 3 -- test with bea` records the text
        [exit 2]
        $ sprint done 3, merged, 4
        ! error: `merged, 4` may end with items or be the text
        ! hint: `sprint done 3,4 merged` is about all of them; `sprint done 3 -- merged, 4` records the text
        [exit 2]
        $ sprint done 3 merged and 4 '(bea, anto)' --day 2017-02-26
        ! error: `merged and 4` may end with items or be the text
        ! hint: `sprint done 3,4 'merged (bea, anto)' --day 2017-02-26` is about all of them; `sprint assign 3 bea, anto` and `sprint done 3 --day 2017-02-26 -- merged and 4` records the text
        [exit 2]
        $ sprint done 3 4 merged -p bea
        ! error: `4 merged` may begin with items or be the text
        ! hint: `sprint done 3,4 merged -p bea` is about all of them; `sprint done 3 -p bea -- 4 merged` records the text
        [exit 2]
        $ sprint progress 3 4 waiting
        ! error: `4 waiting` may begin with items or be the text
        ! hint: `sprint progress 3,4 waiting` is about all of them; `sprint progress 3 -- 4 waiting` records the text
        [exit 2]
        $ sprint done 1,2 and 2 bugs
        ! error: `and 2 bugs` may begin with items or be the text
        ! hint: `sprint done 1,2 bugs` is about all of them; `sprint done 1,2 -- and 2 bugs` records the text
        [exit 2]
        $ sprint result two, test both fine
        ! error: `test both fine` may begin with items or be the text
        ! hint: `result` takes one item: `sprint result 3 both fine`, `sprint result 2 both fine`; `sprint result 3 -- test both fine` records the text
        [exit 2]
        $ sprint result leak,test both fine '(bea)'
        ! error: `leak,test` is several items, and `result` takes one
        ! hint: `sprint result 1 'both fine (bea)'`, `sprint result 2 'both fine (bea)'`
        [exit 2]
        $ sprint decide leak,nothing both fine
        ! error: no open item has `nothing` in its text
        ! hint: `sprint board` shows what is open, with numbers
        [exit 1]
        $ sprint done 3 -- merged, 4; sprint done two, it is ported; sprint done 1, works
        3 done: port two modules  | result: merged, 4
        1 done: fix the leak  | credit: Armin  | result: works
        ! error: no open item has `two` in its text
        ! hint: did you mean 3 (port two modules; done)?
    "#]]);
}

#[test]
fn what_was_recorded_though_it_may_be_about_more_items_is_undone_first() {
    people_session(expect![[r#"
        $ sprint plan fix the leak; sprint plan write a test; sprint plan port it
        1 planned: fix the leak
        2 planned: write a test
        3 planned: port it
        $ sprint done 1 2 it works now '(bea)'
        1 done: fix the leak  | credit: Bea  | result: 2 it works now
        ! remark: the text begins with 2, and item 2 (write a test) stays as it was
        ! hint: after `sprint undo`, `sprint done 1,2 'it works now (bea)'` is about all of them
        $ sprint undo && sprint done 1,2 'it works now (bea)'
        took back 2 entries recorded together at 09:00: assign 1; done 1 fix the leak: 2 it works now (`sprint undo 3jcxvqmqfb` reverses that)
        1 done: fix the leak  | credit: Bea  | result: it works now
        2 done: write a test  | credit: Bea  | result: it works now
        $ sprint reopen 1,2; printf 'done 1 2 it works\nnote It rains.\n' | sprint batch
        1 reopened: fix the leak  | on it: Bea
        2 reopened: write a test  | on it: Bea
        1 done: fix the leak  | credit: Bea  | result: 2 it works
        noted: It rains.
        ! remark: the post does not tell what came of 1 until it is finished again
        ! hint: `sprint done 1` finishes it with that, `sprint done 1 TEXT` with something else
        ! remark: the post does not tell what came of 2 until it is finished again
        ! hint: `sprint done 2` finishes it with that, `sprint done 2 TEXT` with something else
        ! remark: the post tells this instead of what 1 had before it was opened again: `it works now`
        ! hint: `sprint show 1` has what was told before, and `sprint edit 1` changes what is told
        ! remark: the text begins with 2, and item 2 (write a test) stays as it was
        ! hint: after `sprint undo b7qr3pa9sv --only`, `sprint done 1,2 it works` is about all of them
        $ sprint progress 3 1 waits for it
        3 progress: port it  | status: 1 waits for it
        $ sprint progress 3 2 of 5 done; sprint progress 3 2 tests fail; sprint progress 3 2 Fehler
        3 progress: port it  | status: 2 of 5 done
        3 progress: port it  | status: 2 tests fail
        3 progress: port it  | status: 2 Fehler
    "#]]);
}

#[test]
fn names_alone_are_not_a_text_of_several_items() {
    people_session(expect![[r#"
        $ sprint plan fix the leak; sprint plan write a test
        1 planned: fix the leak
        2 planned: write a test
        $ sprint progress 1,2 '(bea)'
        ! error: `(bea)` may be people or the text
        ! hint: `sprint assign 1,2 bea` puts them on it; `sprint progress 1,2 -- TEXT` records the text
        [exit 2]
        $ sprint done 1,2 with bea --day 2017-02-26
        ! error: `with bea` may be people or the text
        ! hint: `sprint done 1,2 --day 2017-02-26 --with bea` says whose work it was; `sprint done 1,2 --day 2017-02-26 -- with bea` records the text
        [exit 2]
        $ sprint done 1 bea -p anto
        ! error: `bea` may be people or the text
        ! hint: `sprint done 1 -p anto, bea` says whose work it was; `sprint done 1 -p anto -- bea` records the text
        [exit 2]
        $ sprint talk bea -t GC
        ! error: `bea` may be people or the text
        ! hint: `sprint talk TEXT -t GC -p bea` says who is on it; `sprint talk -t GC -- bea` records the text
        [exit 2]
        $ sprint done 1 nearly -p anto, bea
        ! error: a result that begins with `nearly` is not one
        ! hint: `sprint assign 1 anto, bea` and `sprint progress 1 nearly` sets the status; `sprint done 1 -p 'anto, bea' -- nearly` records it as the result
        [exit 2]
        $ sprint done 1,2 nearly, it is slow '(bea)'
        ! error: a result that begins with `nearly` is not one
        ! hint: `sprint progress 1,2 'nearly, it is slow (bea)'` sets the status; `sprint assign 1,2 bea` and `sprint done 1,2 -- nearly, it is slow` records it as the result
        [exit 2]
        $ sprint assign 1 2 bea --only
        ! error: `2` is an item, not a person
        ! hint: the same people for several items: `sprint assign 1,2 bea --only`; others: one command for each item
        [exit 2]
        $ sprint assign bea 2 --with anto
        ! error: `bea` is a person, not an item
        ! hint: the item comes first: `sprint assign 2 bea --with anto`
        [exit 2]
    "#]]);
}

#[test]
fn an_option_of_another_command_goes_with_that_and_the_rest_without_it() {
    people_session(expect![[r#"
        $ sprint plan fix the leak; sprint plan write a test
        1 planned: fix the leak
        2 planned: write a test
        $ sprint progress 1 -p bea waiting; sprint progress -p bea 1 waiting; sprint progress 1 waiting -p bea, anto --day 2017-02-26
        ! error: `-p` is not an option of `progress`
        ! hint: `sprint assign 1 bea` puts them on it, `sprint progress 1 waiting` is the rest; in a text, it goes after `--`: `sprint progress … -- TEXT`
        ! error: `-p` is not an option of `progress`
        ! hint: `sprint assign 1 bea` puts them on it, `sprint progress 1 waiting` is the rest; in a text, it goes after `--`: `sprint progress … -- TEXT`
        ! error: `-p` is not an option of `progress`
        ! hint: `sprint assign 1 bea, anto` puts them on it, `sprint progress 1 waiting --day 2017-02-26` is the rest; in a text, it goes after `--`: `sprint progress … -- TEXT`
        [exit 2]
        $ sprint assign 1 bea && sprint progress 1 waiting
        1 assigned: fix the leak  | on it: Bea
        1 progress: fix the leak  | status: waiting
        $ sprint reword 2 -t Docs write all tests; sprint reword 2 write '(all)' tests -t Release Work
        ! error: `-t` is not an option of `reword`
        ! hint: `sprint move 2 -t Docs` files it, `sprint reword 2 write all tests` is the rest; in a text, it goes after `--`: `sprint reword … -- TEXT`
        ! error: `-t` is not an option of `reword`
        ! hint: `sprint move 2 -t Release Work` files it, `sprint reword 2 'write (all) tests'` is the rest; in a text, it goes after `--`: `sprint reword … -- TEXT`
        [exit 2]
        $ sprint drop 2 -p bea; sprint progress 2 -p bea
        ! error: `-p` is not an option of `drop`
        ! hint: `sprint assign 2 bea` puts them on it, `sprint drop 2` is the rest; in a text, it goes after `--`: `sprint drop … -- TEXT`
        ! error: `-p` is not an option of `progress`
        ! hint: `sprint assign 2 bea` puts them on it; in a text, it goes after `--`: `sprint progress … -- TEXT`
        [exit 2]
        $ sprint leave bea --when thu; sprint leave bea anto --when thu
        ! error: `--when` is not an option of `leave`
        ! hint: `sprint leave bea --day thu` is for who is gone from that day on, `sprint join bea --to thu` for whose last day it is; `sprint leave --help` shows the options
        ! error: `--when` is not an option of `leave`
        ! hint: `sprint leave bea anto --day thu` is for who is gone from that day on, `sprint join PERSON --to thu` for whose last day it is; `sprint leave --help` shows the options
        [exit 2]
        $ sprint join Ida Lind, Tom Ohm and Noor Aziz --role newcomer --from wed
        ! error: `Tom Ohm and Noor Aziz` may be several people
        ! hint: separate those who join by commas: `sprint join Ida Lind, Tom Ohm, Noor Aziz --role newcomer --from wed`
        [exit 1]
    "#]]);
}

#[test]
fn people_in_brackets_are_named_wherever_people_are() {
    people_session(expect![[r#"
        $ sprint plan fix the leak -p '(armin or bea)'
        1 planned: fix the leak  | on it: Armin?, Bea?
        $ sprint assign 1 '(anto)'; sprint unassign 1 '(bea)'
        1 assigned: fix the leak  | on it: Armin?, Bea?, Antonio
        1 unassigned: fix the leak  | off it: Bea  | on it: Armin?, Antonio
        $ sprint plan write a test -p '(armin or nobody)'
        ! error: `(armin or nobody)` says who, `armin?`, and something else, `nobody?`
        ! hint: brackets that end a text say who if there is nothing else in them: move the rest before them; after `--`, a text is taken as it is
        [exit 1]
        $ sprint plan write a test -p '(stian)'
        ! error: nobody is called `stian`
        ! hint: somebody new joins first: `sprint join stian`; `+stian` is somebody new who helps and does not attend
        [exit 1]
    "#]]);
}

#[test]
fn what_says_that_it_goes_on_finishes_nothing() {
    people_session(expect![[r#"
        $ sprint plan fix the leak -p armin
        1 planned: fix the leak  | on it: Armin
        $ sprint done 1 PR open; sprint done 1 half; sprint done 1 80% done '(bea)'; sprint done 1 noch offen
        ! error: `PR open` says that it is not done
        ! hint: `sprint progress 1 PR open` sets the status; `sprint drop 1 PR open` says that it was given up; `sprint done 1 -- PR open` records it as the result
        ! error: `half` says that it is not done
        ! hint: `sprint progress 1 half` sets the status; `sprint drop 1 half` says that it was given up; `sprint done 1 -- half` records it as the result
        ! error: `80% done` says that it is not done
        ! hint: `sprint progress 1 '80% done (bea)'` sets the status; `sprint assign 1 bea` and `sprint drop 1 80% done` says that it was given up; `sprint assign 1 bea` and `sprint done 1 -- 80% done` records it as the result
        ! error: `noch offen` says that it is not done
        ! hint: `sprint progress 1 noch offen` sets the status; `sprint drop 1 noch offen` says that it was given up; `sprint done 1 -- noch offen` records it as the result
        [exit 2]
        $ sprint done 1 no time
        ! error: `no time` is not a result
        ! hint: `sprint drop 1 no time` says that it was given up; `sprint done 1 -- no time` records it as the result
        [exit 2]
        $ sprint done 1 MERGED; sprint done 1 merged -p bea
        1 done: fix the leak  | credit: Armin  | status: MERGED
        1 done: fix the leak  | credit: Bea  | no credit: Armin
        ! remark: the post still lacks what came of 1
        ! hint: `sprint result 1 TEXT` says it
        ! remark: the post still lacks what came of 1
        ! hint: `sprint result 1 TEXT` says it
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (3): Armin, Antonio, Bea
        Free (3): Armin, Antonio, Bea
        No task is open.
        Closed today
          1  fix the leak  Bea  done
    "#]]);
}

#[test]
fn a_person_in_the_place_of_an_item_is_told() {
    people_session(expect![[r#"
        $ sprint plan fix the leak; sprint plan write a test
        1 planned: fix the leak
        2 planned: write a test
        $ sprint assign bea; sprint assign bea, anto --only; sprint unassign 1,bea; sprint assign 2,bea anto --day 2017-02-26
        ! error: `bea` is a person, not an item
        ! hint: the item comes first: `sprint assign ITEM bea`
        ! error: `bea` is a person, not an item
        ! hint: the item comes first: `sprint assign ITEM bea, anto --only`
        ! error: `bea` is a person, not an item
        ! hint: the item comes first: `sprint unassign 1 bea`
        ! error: `bea` is a person, not an item
        ! hint: the item comes first: `sprint assign 2 bea, anto --day 2017-02-26`
        [exit 2]
        $ sprint assign 1 bea '(anto)'
        ! error: `(anto)` is not a name
        ! hint: people are written without brackets: `anto`
        [exit 1]
    "#]]);
}

#[test]
fn numbers_of_items_alone_are_nothing_new() {
    people_session(expect![[r#"
        $ sprint plan fix the leak; sprint plan write a test
        1 planned: fix the leak
        2 planned: write a test
        $ sprint plan 1, 2; sprint goal 1; sprint next 2; sprint note 1 and 2
        ! error: `1, 2` does not say what it is about
        ! hint: say it in words; after `--`, a text is taken as it is
        ! error: `1` does not say what it is about
        ! hint: say it in words; after `--`, a text is taken as it is
        ! error: `2` does not say what it is about
        ! hint: say it in words; after `--`, a text is taken as it is
        ! error: `1 and 2` does not say what it is about
        ! hint: say it in words; after `--`, a text is taken as it is
        [exit 2]
        $ sprint plan 2027; sprint goal -- 1
        3 planned: 2027
        goal: 1
    "#]]);
}

#[test]
fn a_reason_that_says_finished_gives_up_nothing() {
    people_session(expect![[r#"
        $ sprint plan fix the leak; sprint plan write a test
        1 planned: fix the leak
        2 planned: write a test
        $ sprint drop 1,2 merged; sprint drop 1 erledigt
        ! error: `merged` says that it is finished
        ! hint: `sprint done 1,2 merged` finishes it; `sprint drop 1,2 -- merged` gives it up
        ! error: `erledigt` says that it is finished
        ! hint: `sprint done 1 erledigt` finishes it; `sprint drop 1 -- erledigt` gives it up
        [exit 2]
        $ sprint drop 1 merged elsewhere
        1 dropped: fix the leak  | why: merged elsewhere
        ! remark: 1 is given up, though `merged elsewhere` says that it is finished
        ! hint: `sprint done 1` finishes it
    "#]]);
}

#[test]
fn other_words_that_begin_like_those_of_the_item_may_be_all_of_them() {
    people_session(expect![[r#"
        $ sprint plan fix the leak; sprint plan write a test
        1 planned: fix the leak
        2 planned: write a test
        $ sprint reword fix the leaks; sprint reword leak fix the big leak; sprint reword 1 fix the leaks '(bea)'
        1 reworded: fix the big leak  | was: fix the leak
        ! error: `fix the leaks` may be the text, or its first word the item
        ! hint: `sprint reword 1 fix the leaks` changes the words to that; `sprint reword 1 -- the leaks` to `the leaks`
        ! error: the brackets at the end of the text say who, and `reword` changes only the words
        ! hint: `sprint assign 1 bea` and `sprint reword 1 fix the leaks` do both; after `--`, a text is taken as it is
        [exit 2]
    "#]]);
}

#[test]
fn a_day_without_work_is_one_wherever_the_day_stands() {
    people_session(expect![[r#"
        $ sprint day thu break; sprint day break thu; sprint day frei am Donnerstag
        ! error: `thu break` may be for another day, `thu`, or a theme
        ! hint: `sprint day --day thu --break` is for that day; `sprint day -- thu break` is the theme
        ! error: `break thu` may be for another day, `thu`, or a theme
        ! hint: `sprint day --day thu --break` is for that day; `sprint day -- break thu` is the theme
        ! error: `frei am Donnerstag` may be for another day, `Thu`, or a theme
        ! hint: `sprint day --day Thu --break` is for that day; `sprint day -- frei am Donnerstag` is the theme
        [exit 2]
        $ sprint day --day thu --break
        Thursday, 2 March 2017: break
    "#]]);
}

#[test]
fn a_day_or_a_time_alone_is_no_result() {
    people_session(expect![[r#"
        $ sprint plan fix the leak; sprint discuss strings
        1 planned: fix the leak
        2 to discuss: strings
        $ sprint done 1 yesterday; sprint done 1 14.30 '(bea)'; sprint done 1 Montag --at 9:00; sprint result 1 mon -s leysin-2017
        ! error: `yesterday` says when, and nothing else
        ! hint: `sprint done 1 --day yesterday` records it for then; `sprint done 1 -- yesterday` records the text
        ! error: `14.30` says when, and nothing else
        ! hint: `sprint assign 1 bea` and `sprint done 1 --at 14:30` records it for then; `sprint assign 1 bea` and `sprint done 1 -- 14.30` records the text
        ! error: `Montag` says when, and nothing else
        ! hint: `sprint done 1 --day Mon` records it for then; `sprint done 1 --at 9:00 -- Montag` records the text
        ! error: `mon` says when, and nothing else
        ! hint: `sprint result 1 TEXT -s leysin-2017 --day mon` records it for then; `sprint result 1 -s leysin-2017 -- mon` records the text
        [exit 2]
        $ sprint plan port numpy; sprint drop 3 Montag
        3 planned: port numpy
        3 dropped: port numpy  | why: Montag
        $ sprint progress 1 thu; sprint done 1 -- monday; sprint decide 2 14:30
        1 progress: fix the leak  | status: thu
        1 done: fix the leak  | result: monday
        2 decided: strings  | decision: 14:30
    "#]]);
}
