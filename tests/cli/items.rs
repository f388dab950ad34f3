//! How items are typed: numbers, words, several at once, and what may be an item or a text.

use expect_test::expect;

use crate::support::people_session;

#[test]
fn a_number_may_be_written_in_many_ways() {
    people_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint progress '#1' found it
        1 progress: fix the leak  | status: found it
        $ sprint progress '#01' found it again
        1 progress: fix the leak  | status: found it again
        $ sprint progress 001 nearly there
        1 progress: fix the leak  | status: nearly there
        $ sprint progress 1: tested
        1 progress: fix the leak  | status: tested
        $ sprint progress leak: reviewed
        1 progress: fix the leak  | status: reviewed
    "#]]);
}

#[test]
fn a_word_is_a_whole_word_of_one_open_item() {
    people_session(expect![[r#"
        $ sprint plan fix stackless in conjunction with C callbacks
        1 planned: fix stackless in conjunction with C callbacks
        $ sprint plan Python 2.7.5 branch
        2 planned: Python 2.7.5 branch
        $ sprint plan port 2to3 to numpy 5
        3 planned: port 2to3 to numpy 5
        $ sprint progress 2.7.5 MANY TESTS FAILING
        2 progress: Python 2.7.5 branch  | status: MANY TESTS FAILING
        $ sprint progress 2to3 half done
        3 progress: port 2to3 to numpy 5  | status: half done
        $ sprint progress 5 works
        ! error: there is no item 5
        ! hint: the highest number is 3; `sprint board` shows what is open
        [exit 1]
        $ sprint progress stack works
        ! error: no open item has `stack` in its text
        ! hint: did you mean 1 (fix stackless in conjunction with C cal…)?
        [exit 1]
        $ sprint progress C callbacks work
        ! error: `C` alone does not name an item
        ! hint: say its number: 1 (fix stackless in conjunction with C cal…)
        [exit 1]
        $ sprint done "" It works.
        ! error: no item is named
        ! hint: an item is a number, an id, or a word of its text; `sprint board` shows what is open
        [exit 1]
        $ sprint done ' ' It works.
        ! error: no item is named
        ! hint: an item is a number, an id, or a word of its text; `sprint board` shows what is open
        [exit 1]
        $ sprint done - It works.
        ! error: no open item has `-` in its text
        ! hint: `sprint board` shows what is open, with numbers
        [exit 1]
        $ cat sprints/leysin-2017/2017-02-27.toml | grep -c item
        2
    "#]]);
}

#[test]
fn several_items_have_commas_between_them_and_are_one_batch() {
    people_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint plan write a test
        2 planned: write a test
        $ sprint plan port numpy
        3 planned: port numpy
        $ sprint assign 1,2 armin anto --with bea
        1 assigned: fix the leak  | on it: Armin, Antonio, with help from Bea
        2 assigned: write a test  | on it: Armin, Antonio, with help from Bea
        $ sprint unassign 1, 2 anto
        1 unassigned: fix the leak  | off it: Antonio  | on it: Armin, with help from Bea
        2 unassigned: write a test  | off it: Antonio  | on it: Armin, with help from Bea
        $ sprint progress 1, 2 nearly done
        1 progress: fix the leak  | status: nearly done
        2 progress: write a test  | status: nearly done
        $ sprint move 1,test -t CPyExt
        1 moved: fix the leak  | topic: CPyExt
        2 moved: write a test  | topic: CPyExt
        ! remark: `CPyExt` is a new topic
        $ sprint done 1, 2 Both are done and tested.
        1 done: fix the leak
            credit: Armin, Antonio, with help from Bea  | result: Both are done and tested.
        2 done: write a test
            credit: Armin, Antonio, with help from Bea  | result: Both are done and tested.
        $ sprint reopen 1,2 not on Windows
        1 reopened: fix the leak  | on it: Armin, with help from Bea  | why: not on Windows
        2 reopened: write a test  | on it: Armin, with help from Bea  | why: not on Windows
        ! remark: the post does not tell what came of 1 until it is finished again
        ! hint: `sprint done 1` finishes it with that, `sprint done 1 TEXT` with something else
        ! remark: the post does not tell what came of 2 until it is finished again
        ! hint: `sprint done 2` finishes it with that, `sprint done 2 TEXT` with something else
        $ sprint undo
        took back 2 entries recorded together at 09:00: reopen 1, 2 (`sprint undo h4m4dhzr60` reverses that)
        $ sprint drop 2,3 no time
        ! error: 2 is done
        ! hint: `sprint reopen 2` opens it
        [exit 1]
        $ sprint done 1,9
        ! error: there is no item 9
        ! hint: the highest number is 3; `sprint board` shows what is open
        [exit 1]
        $ sprint result 1,3 Both.
        ! error: `1,3` is several items, and `result` takes one
        ! hint: `sprint result 1 Both.`, `sprint result 3 Both.`
        [exit 2]
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        2-nakqdv = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "plan", text = "write a test" }
        3-zkcz1g = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "plan", text = "port numpy" }
        sfpkg4z07x = { at = 2017-02-27T09:00:00.003+01:00, by = "armin", kind = "assign", item = "1-44gd7a", people = ["armin", "anto"], with = ["bea"], batch = "sfpkg4z07x" }
        d0cxy1p7b8 = { at = 2017-02-27T09:00:00.004+01:00, by = "armin", kind = "assign", item = "2-nakqdv", people = ["armin", "anto"], with = ["bea"], batch = "sfpkg4z07x" }
        ecc3bn1vg0 = { at = 2017-02-27T09:00:00.005+01:00, by = "armin", kind = "unassign", item = "1-44gd7a", people = ["anto"], batch = "ecc3bn1vg0" }
        j94z7xkrv2 = { at = 2017-02-27T09:00:00.006+01:00, by = "armin", kind = "unassign", item = "2-nakqdv", people = ["anto"], batch = "ecc3bn1vg0" }
        033brqgnf2 = { at = 2017-02-27T09:00:00.007+01:00, by = "armin", kind = "progress", item = "1-44gd7a", text = "nearly done", batch = "033brqgnf2" }
        c7za8an916 = { at = 2017-02-27T09:00:00.008+01:00, by = "armin", kind = "progress", item = "2-nakqdv", text = "nearly done", batch = "033brqgnf2" }
        awbvk3hpjh = { at = 2017-02-27T09:00:00.009+01:00, by = "armin", kind = "move", item = "1-44gd7a", topic = "CPyExt", batch = "awbvk3hpjh" }
        khxnfca2j6 = { at = 2017-02-27T09:00:00.010+01:00, by = "armin", kind = "move", item = "2-nakqdv", topic = "CPyExt", batch = "awbvk3hpjh" }
        m51n38spv7 = { at = 2017-02-27T09:00:00.011+01:00, by = "armin", kind = "done", item = "1-44gd7a", text = "Both are done and tested.", batch = "m51n38spv7" }
        c0ya7h7med = { at = 2017-02-27T09:00:00.012+01:00, by = "armin", kind = "done", item = "2-nakqdv", text = "Both are done and tested.", batch = "m51n38spv7" }
        q30txhh6s7 = { at = 2017-02-27T09:00:00.013+01:00, by = "armin", kind = "reopen", item = "1-44gd7a", text = "not on Windows", batch = "q30txhh6s7" }
        zv770645k7 = { at = 2017-02-27T09:00:00.014+01:00, by = "armin", kind = "reopen", item = "2-nakqdv", text = "not on Windows", batch = "q30txhh6s7" }
        h4m4dhzr60 = { at = 2017-02-27T09:00:00.015+01:00, by = "armin", kind = "undo", entry = "q30txhh6s7" }
    "#]]);
}

#[test]
fn what_may_be_items_or_the_text_is_refused() {
    people_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint plan write a test
        2 planned: write a test
        $ sprint plan port numpy
        3 planned: port numpy
        $ sprint done 1 2
        ! error: `2` may be items or the text
        ! hint: `sprint done 1,2` is about all of them; `sprint done 1 -- 2` records the text
        [exit 2]
        $ sprint done 1-3
        ! error: `1-3` is several items
        ! hint: a command that takes several items needs commas between them: `1,2,3`; other commands take one
        [exit 1]
        $ sprint done 1, 2 and 3
        ! error: `and 3` may be items or the text
        ! hint: `sprint done 1,2,3` is about all of them; `sprint done 1,2 -- and 3` records the text
        [exit 2]
        $ sprint progress 1 to 3
        ! error: `to 3` may be items or the text
        ! hint: `sprint progress 1,2,3 TEXT` is about all of them; `sprint progress 1 -- to 3` records the text
        [exit 2]
        $ sprint progress 1 and 3 both begun; sprint progress 1 3 failures left; sprint reopen 1 2 again; sprint done 1 2 both finished
        1 progress: fix the leak  | status: 3 failures left
        1 done: fix the leak  | result: 2 both finished
        ! error: `and 3 both begun` may begin with items or be the text
        ! hint: `sprint progress 1,3 both begun` is about all of them; `sprint progress 1 -- and 3 both begun` records the text
        ! error: 1 is open
        ! hint: `sprint progress 1 2 again` sets its status
        ! remark: the text begins with 2, and item 2 (write a test) stays as it was
        ! hint: after `sprint undo`, `sprint done 1,2 both finished` is about all of them
        $ sprint undo
        took back: done 1 fix the leak: 2 both finished (`sprint undo 9yajhhvv67` reverses that)
        $ sprint reword 1 3
        ! error: `3` may be items or the text
        ! hint: `reword` takes one item; `sprint reword 1 -- 3` records the text
        [exit 2]
        $ sprint progress 1 3 tests fail
        1 progress: fix the leak  | status: 3 tests fail
        $ sprint progress 1 10
        1 progress: fix the leak  | status: 10
        $ sprint progress 1 -- 3
        1 progress: fix the leak  | status: 3
        $ echo 3 | sprint progress 1 -
        1 progress: fix the leak  | status: 3
    "#]]);
}

#[test]
fn an_item_is_not_a_person() {
    people_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint plan write a test
        2 planned: write a test
        $ sprint assign 1 armin 2 anto
        ! error: `2` is an item, not a person
        ! hint: the same people for several items: `sprint assign 1,2 armin, anto`; others: one command for each item
        [exit 2]
        $ sprint assign 1 2 armin
        ! error: `2` is an item, not a person
        ! hint: the same people for several items: `sprint assign 1,2 armin`; others: one command for each item
        [exit 2]
        $ sprint assign 1 armin --with 2
        ! error: `2` is an item, not a person
        ! hint: the same people for several items: `sprint assign 1,2 armin`; others: one command for each item
        [exit 2]
        $ sprint assign armin 1
        ! error: `armin` is a person, not an item
        ! hint: the item comes first: `sprint assign 1 armin`
        [exit 2]
        $ sprint unassign armin 2
        ! error: `armin` is a person, not an item
        ! hint: the item comes first: `sprint unassign 2 armin`
        [exit 2]
        $ sprint unassign 1 2
        ! error: `2` is an item, not a person
        ! hint: the same people for several items: `sprint unassign 1,2`; others: one command for each item
        [exit 2]
        $ cat sprints/leysin-2017/2017-02-27.toml | grep -c item
        0
        [exit 1]
    "#]]);
}

#[test]
fn names_alone_are_not_a_text() {
    people_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint done 1 armin
        ! error: `armin` may be people or the text
        ! hint: `sprint done 1 -p armin` says whose work it was; `sprint done 1 -- armin` records the text
        [exit 2]
        $ sprint progress 1 armin, anto
        ! error: `armin, anto` may be people or the text
        ! hint: `sprint assign 1 armin, anto` puts them on it; `sprint progress 1 -- armin, anto` records the text
        [exit 2]
        $ sprint result 1 everybody
        ! error: `everybody` may be people or the text
        ! hint: `sprint assign 1 everybody` puts them on it; `sprint result 1 -- everybody` records the text
        [exit 2]
        $ sprint plan armin and bea
        ! error: `armin and bea` may be people or the text
        ! hint: `sprint plan TEXT -p armin and bea` says who is on it; `sprint plan -- armin and bea` records the text
        [exit 2]
        $ sprint plan -- Bea
        2 planned: Bea
        $ sprint progress 1 Armin has an idea
        1 progress: fix the leak  | status: Armin has an idea
        $ sprint thank Armin and Bea
        thanks: Armin and Bea
        $ sprint drop 2 bea
        ! error: `bea` may be people or the text
        ! hint: `sprint assign 2 bea` puts them on it; `sprint drop 2 -- bea` records the text
        [exit 2]
    "#]]);
}

#[test]
fn a_number_is_not_what_undo_takes() {
    people_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint undo 1
        ! error: `1` is an item, not an entry id
        ! hint: `sprint show 1` shows the ids of its entries; `sprint undo` alone takes back your last
        [exit 2]
        $ sprint undo '#1'
        ! error: `#1` is an item, not an entry id
        ! hint: `sprint show 1` shows the ids of its entries; `sprint undo` alone takes back your last
        [exit 2]
        $ sprint undo 3
        ! error: `3` is a number, not an entry id
        ! hint: `sprint log` shows the ids of a day's entries; `sprint undo -n 3` takes back your last 3
        [exit 2]
        $ sprint undo -3
        ! error: `-3` is a number, not an entry id
        ! hint: `sprint log` shows the ids of a day's entries; `sprint undo -n 3` takes back your last 3
        [exit 2]
        $ sprint undo 0
        ! error: `0` is not an entry id
        ! hint: `sprint log` shows the ids of a day's entries; `sprint undo` alone takes back what you typed last
        [exit 2]
        $ sprint undo leak
        ! error: `leak` is an item, not an entry id
        ! hint: `sprint show 1` shows the ids of its entries
        [exit 2]
    "#]]);
}

#[test]
fn what_is_not_finished_is_not_done() {
    people_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint done 1 nearly, waiting for a translation
        ! error: a result that begins with `nearly` is not one
        ! hint: `sprint progress 1 nearly, waiting for a translation` sets the status; `sprint done 1 -- nearly, waiting for a translation` records it as the result
        [exit 2]
        $ sprint done 1 Mostly
        ! error: a result that begins with `mostly` is not one
        ! hint: `sprint progress 1 Mostly` sets the status; `sprint done 1 -- Mostly` records it as the result
        [exit 2]
        $ sprint done 1 Everything works except on Windows.
        1 done: fix the leak  | result: Everything works except on Windows.
        $ sprint plan port numpy
        2 planned: port numpy
        $ sprint done 2 -- almost everything works
        2 done: port numpy  | result: almost everything works
    "#]]);
}

#[test]
fn a_status_is_not_a_result() {
    people_session(expect![[r#"
        $ sprint plan fix the leak -p armin
        1 planned: fix the leak  | on it: Armin
        $ sprint plan port numpy
        2 planned: port numpy
        $ sprint done 1,2 MERGED
        1 done: fix the leak  | credit: Armin  | status: MERGED
        2 done: port numpy  | status: MERGED
        ! remark: the post still lacks what came of 1
        ! hint: `sprint result 1 TEXT` says it
        ! remark: the post still lacks what came of 2
        ! hint: `sprint result 2 TEXT` says it
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        Done: fix the leak (Armin) and port numpy.

        <!-- gap: #1 fix the leak: nothing told; sprint edit 1 -->

        <!-- gap: #2 port numpy: nothing told; sprint edit 2 -->

        ## Attendees

        - Antonio Cuni
        - Bea Meier
        - Armin Rigo
        ! remark: gap: #1 fix the leak: nothing told; sprint edit 1
        ! remark: gap: #2 port numpy: nothing told; sprint edit 2
        $ sprint result 1 The leak is gone.
        1 result added: fix the leak  | result: The leak is gone.
        $ sprint show 1
        1 fix the leak
            task, done
            credit: Armin

        The leak is gone.

        when              by     what      entry                 id
        Mon 27 Feb 09:00  armin  plan      fix the leak (Armin)  1-nwqx2n
        Mon 27 Feb 09:00  armin  progress  MERGED                3cvmhfdvfh
        Mon 27 Feb 09:00  armin  done                            fvba4m3pch
        Mon 27 Feb 09:00  armin  result    The leak is gone.     m6qb5wt6yd
        $ sprint done 2 fixed
        ! error: 2 is already done
        ! hint: `sprint done 2 TEXT` adds to its result
        [exit 1]
        $ sprint undo -n 2
        took back: result 1 fix the leak: The leak is gone.
        took back 4 entries recorded together at 09:00: progress 1, 2; done 1, 2 (`sprint undo agqqeas3wg` reverses all of that)
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (3): Armin, Antonio, Bea
        Free (2): Antonio, Bea
          1  fix the leak  Armin
          2  port numpy    nobody
        $ sprint done 1 -- MERGED
        1 done: fix the leak  | credit: Armin  | result: MERGED
    "#]]);
}

#[test]
fn what_is_given_up_or_has_no_words_is_not_a_result() {
    people_session(expect![[r#"
        $ sprint plan fix the leak -p armin
        1 planned: fix the leak  | on it: Armin
        $ sprint done 1 POSTPONED
        ! error: `POSTPONED` is not a result
        ! hint: `sprint drop 1 POSTPONED` says that it was given up; `sprint done 1 -- POSTPONED` records it as the result
        [exit 2]
        $ sprint done 1 abandoned: no time
        ! error: `abandoned: no time` is not a result
        ! hint: `sprint drop 1 abandoned: no time` says that it was given up; `sprint done 1 -- abandoned: no time` records it as the result
        [exit 2]
        $ sprint done 1 ?
        ! error: `?` does not say what came of it
        ! hint: say it in a sentence; `sprint done 1` finishes it without a result
        [exit 2]
        $ sprint result 1 .
        ! error: `.` does not say what came of it
        ! hint: say it in a sentence; `sprint done 1` finishes it without a result
        [exit 2]
        $ sprint discuss which encoding --decided ?
        ! error: `?` does not say what came of it
        ! hint: say it in a sentence, or leave it out
        [exit 2]
        $ sprint discuss which encoding
        2 to discuss: which encoding
        $ sprint decide 2 ...
        ! error: `...` does not say what came of it
        ! hint: say it in a sentence; `sprint done 2` finishes it without a result
        [exit 2]
        $ sprint done 1 -- ?
        1 done: fix the leak  | credit: Armin  | result: ?
        $ sprint done 1 Postponed support for Windows
        1 done: fix the leak  | credit: Armin  | result added: Postponed support for Windows
    "#]]);
}

#[test]
fn that_it_took_place_is_not_told_of_a_talk_or_discussion() {
    people_session(expect![[r#"
        $ sprint discuss which encoding && sprint talk The JIT
        1 to discuss: which encoding
        2 talk: The JIT
        $ sprint done 1 DISCUSSED && sprint done 2 HAPPENED
        1 done: which encoding  | status: DISCUSSED
        2 done: The JIT  | status: HAPPENED
        ! remark: the post still lacks what came of 1
        ! hint: `sprint result 1 TEXT` says it
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## Decisions and discussions

        Which encoding.

        <!-- gap: #1 which encoding: nothing told; sprint edit 1 -->

        ## Talks

        The JIT.

        ## Attendees

        - Antonio Cuni
        - Bea Meier
        - Armin Rigo
        ! remark: gap: #1 which encoding: nothing told; sprint edit 1
    "#]]);
}

#[test]
fn parts_that_are_open_are_named() {
    people_session(expect![[r#"
        $ sprint plan release tasks
        1 planned: release tasks
        $ sprint plan write the announcement -u 1
        2 planned: write the announcement  | part of: 1 release tasks
        $ sprint plan build the binaries -u 1
        3 planned: build the binaries  | part of: 1 release tasks
        $ sprint done 1 It is released.
        1 done: release tasks  | result: It is released.
        ! remark: parts of 1 are still open: 2 (write the announcement), 3 (build the binaries)
        $ sprint reopen 1
        1 reopened: release tasks
        ! remark: the post does not tell what came of 1 until it is finished again
        ! hint: `sprint done 1` finishes it with that, `sprint done 1 TEXT` with something else
        $ sprint done 1,2,3
        1 done: release tasks
        2 done: write the announcement
        3 done: build the binaries
    "#]]);
}

#[test]
fn a_word_may_mean_a_closed_item_where_one_can_be_meant() {
    people_session(expect![[r#"
        $ sprint plan fix the leak && sprint plan port numpy && sprint done leak
        1 planned: fix the leak
        2 planned: port numpy
        1 done: fix the leak
        $ sprint plan write a test -u leak
        3 planned: write a test  | part of: 1 fix the leak
        $ sprint move numpy -u leak
        2 moved: port numpy  | part of: 1 fix the leak
        $ sprint next keep an eye on it -i leak
        next: keep an eye on it  | about: 1 fix the leak
        $ sprint reword leak fix the memory leak
        1 reworded: fix the memory leak  | was: fix the leak
        $ sprint progress leak looks good
        ! error: no open item has `leak` in its text
        ! hint: did you mean 1 (fix the memory leak; done)?
        [exit 1]
    "#]]);
}

#[test]
fn a_full_stop_may_follow_a_number() {
    people_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint done 1. It is tight
        1 done: fix the leak  | result: It is tight
        $ sprint show 1.
        1 fix the leak
            task, done

        It is tight

        when              by     what  entry         id
        Mon 27 Feb 09:00  armin  plan  fix the leak  1-44gd7a
        Mon 27 Feb 09:00  armin  done  It is tight   b3fpjw28w7
    "#]]);
}

#[test]
fn items_behind_a_comma_are_named_where_that_is_certain() {
    people_session(expect![[r#"
        $ printf 'plan fix the leak\nplan write a test\nplan port numpy\nplan read the docs' | sprint batch > out
        $ sprint done leak, test
        1 done: fix the leak
        2 done: write a test
        $ sprint undo > out; sprint done '3;' 4
        3 done: port numpy
        4 done: read the docs
        $ sprint undo > out; sprint done 3 ';' docs
        3 done: port numpy
        4 done: read the docs
        $ sprint reopen numpy, docs
        3 reopened: port numpy
        4 reopened: read the docs
        $ sprint drop leak, test and docs.
        1 dropped: fix the leak
        2 dropped: write a test
        4 dropped: read the docs
        $ sprint undo > out; sprint done leak, tset
        ! error: no open item has `tset` in its text
        ! hint: did you mean 2 (write a test)?
        [exit 1]
        $ sprint done leak, test: all pass
        ! error: `test: all pass` may begin with items or be the text
        ! hint: `sprint done 1,2 all pass` is about all of them; `sprint done 1 -- test: all pass` records the text
        [exit 2]
        $ sprint done leak and test
        ! error: `and test` may be items or the text
        ! hint: `sprint done 1,2` is about all of them; `sprint done 1 -- and test` records the text
        [exit 2]
        $ sprint done 1 + 2
        ! error: `+ 2` may be items or the text
        ! hint: `sprint done 1,2` is about all of them; `sprint done 1 -- + 2` records the text
        [exit 2]
        $ sprint done 1 und 2
        ! error: `und 2` may be items or the text
        ! hint: `sprint done 1,2` is about all of them; `sprint done 1 -- und 2` records the text
        [exit 2]
        $ sprint progress leak, test
        ! error: `test` may be items or the text
        ! hint: `sprint progress 1,2 TEXT` is about all of them; `sprint progress 1 -- test` records the text
        [exit 2]
        $ sprint progress leak, test nearly
        ! error: `test nearly` may begin with items or be the text
        ! hint: `sprint progress 1,2 nearly` is about all of them; `sprint progress 1 -- test nearly` records the text
        [exit 2]
        $ sprint progress leak, no test yet
        1 progress: fix the leak  | status: no test yet
        $ sprint progress leak, merged
        1 progress: fix the leak  | status: merged
        ! remark: 1 stays open
        ! hint: `sprint done 1` finishes it
        $ sprint done leak, 'test is there'
        1 done: fix the leak  | result: test is there
        $ sprint assign test, numpy armin; sprint unassign test, numpy; sprint assign test and numpy armin; sprint assign test, armin
        2 assigned: write a test  | on it: Armin
        3 assigned: port numpy  | on it: Armin
        2 unassigned: write a test  | nobody is on it
        3 unassigned: port numpy  | nobody is on it
        2 assigned: write a test  | on it: Armin
        ! error: `numpy` is an item, not a person
        ! hint: the same people for several items: `sprint assign 2,3 armin`; others: one command for each item
        $ sprint move test, numpy -t CPyExt; sprint move 2 3 -t CPyExt
        2 moved: write a test  | topic: CPyExt
        3 moved: port numpy  | topic: CPyExt
        ! remark: `CPyExt` is a new topic
        ! error: `3` is not an option of `move`
        ! hint: several items have commas between them: `sprint move 2,3 -t TOPIC`
        [exit 2]
        $ sprint done numpy test
        3 done: port numpy  | credit: Armin  | result: test
        ! remark: `test` is a word of another item, and item 2 (write a test) stays as it was
        ! hint: after `sprint undo`, `sprint done 3,2` is about all of them
        $ sprint plan make sure that it works; sprint done 4 works
        5 planned: make sure that it works
        4 done: read the docs  | result: works
        $ sprint move 2 to Docs
        ! error: `Docs` is not an option of `move`
        ! hint: `sprint move 2 -t Docs` files it under that topic, `-u Docs` makes it part of that item, `--when Docs` says when
        [exit 2]
        $ sprint reword 2, more tests; sprint reword '2;3' more tests; sprint next more -i 2,3
        2 reworded: more tests  | was: write a test
        ! error: `2;3` is several items, and `reword` takes one
        ! hint: `sprint reword 2 more tests`, `sprint reword 3 more tests`
        ! error: `2,3` is several items
        ! hint: one item goes here, such as `2`
        [exit 1]
    "#]]);
}

#[test]
fn what_says_that_it_is_not_done_does_not_finish_an_item() {
    people_session(expect![[r#"
        $ printf 'plan fix the leak\nplan write a test' | sprint batch > out
        $ sprint done 1 moved to next sprint
        ! error: `moved to next sprint` is not a result
        ! hint: `sprint drop 1 moved to next sprint` says that it was given up; `sprint done 1 -- moved to next sprint` records it as the result
        [exit 2]
        $ sprint done 1 Postponed: no time.
        ! error: `Postponed: no time.` is not a result
        ! hint: `sprint drop 1 Postponed: no time.` says that it was given up; `sprint done 1 -- Postponed: no time.` records it as the result
        [exit 2]
        $ sprint done 1,2 verschoben
        ! error: `verschoben` is not a result
        ! hint: `sprint drop 1,2 verschoben` says that it was given up; `sprint done 1,2 -- verschoben` records it as the result
        [exit 2]
        $ sprint done 1 Not finished.
        ! error: `Not finished.` says that it is not done
        ! hint: `sprint progress 1 Not finished.` sets the status; `sprint drop 1 Not finished.` says that it was given up; `sprint done 1 -- Not finished.` records it as the result
        [exit 2]
        $ sprint done 1 postponed until Thursday
        ! error: `postponed until Thursday` says that it is not done
        ! hint: `sprint progress 1 postponed until Thursday` sets the status; `sprint drop 1 postponed until Thursday` says that it was given up; `sprint done 1 -- postponed until Thursday` records it as the result
        [exit 2]
        $ sprint done 1 later
        ! error: `later` says that it is not done
        ! hint: `sprint progress 1 later` sets the status; `sprint drop 1 later` says that it was given up; `sprint done 1 -- later` records it as the result
        [exit 2]
        $ sprint done 1 done, tests missing
        ! error: `done, tests missing` says that it is not done
        ! hint: `sprint progress 1 done, tests missing` sets the status; `sprint drop 1 done, tests missing` says that it was given up; `sprint done 1 -- done, tests missing` records it as the result
        [exit 2]
        $ sprint done 1 noch nicht fertig
        ! error: `noch nicht fertig` says that it is not done
        ! hint: `sprint progress 1 noch nicht fertig` sets the status; `sprint drop 1 noch nicht fertig` says that it was given up; `sprint done 1 -- noch nicht fertig` records it as the result
        [exit 2]
        $ sprint done 1 Merged.
        1 done: fix the leak  | status: Merged.
        ! remark: the post still lacks what came of 1
        ! hint: `sprint result 1 TEXT` says it
        $ sprint progress 2 moved to next sprint
        2 progress: write a test  | status: moved to next sprint
        ! remark: 2 stays open
        ! hint: `sprint drop 2 moved to next sprint` gives it up
        $ sprint done 2 moved the tests to pytest
        2 done: write a test  | result: moved the tests to pytest
    "#]]);
}
