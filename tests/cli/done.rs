//! `sprint done`.

use expect_test::expect;

use crate::support::{people_session, sprint_session};

#[test]
fn the_result_is_credited_to_everybody_ever_assigned() {
    people_session(expect![[r#"
        $ sprint plan fix the leak -p armin
        1 planned: fix the leak  | on it: Armin
        $ sprint assign 1 anto --only
        1 assigned only: fix the leak  | on it: Antonio
        $ sprint assign 1 --with bea
        1 assigned: fix the leak  | on it: Antonio, with help from Bea
        $ sprint done 1 We fixed the leak.
        1 done: fix the leak  | credit: Armin, Antonio, with help from Bea  | result: We fixed the leak.
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        We fixed the leak. (Armin, Antonio, with help from Bea)

        ## Attendees

        - Antonio Cuni
        - Bea Meier
        - Armin Rigo
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-nwqx2n = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak", people = ["armin"] }
        d4gjjzjmjn = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "assign", item = "1-nwqx2n", people = ["anto"], only = true }
        phfbksfmvc = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "assign", item = "1-nwqx2n", with = ["bea"] }
        def9bwpacr = { at = 2017-02-27T09:00:00.003+01:00, by = "armin", kind = "done", item = "1-nwqx2n", text = "We fixed the leak." }
    "#]]);
}

#[test]
fn credit_can_be_corrected() {
    people_session(expect![[r#"
        $ sprint plan fix the leak -p armin,anto
        1 planned: fix the leak  | on it: Armin, Antonio
        $ sprint done 1 -p bea,armin --with anto We fixed it.
        1 done: fix the leak  | credit: Bea, Armin, with help from Antonio  | result: We fixed it.
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        We fixed it. (Bea, Armin, with help from Antonio)

        ## Attendees

        - Antonio Cuni
        - Bea Meier
        - Armin Rigo
        $ sprint done 1 --with anto
        1 done: fix the leak  | credit: Bea, Armin, with help from Antonio
        $ sprint show 1
        1 fix the leak
            task, done
            credit: Bea, Armin, with help from Antonio

        We fixed it.

        when              by     what  entry                                  id
        Mon 27 Feb 09:00  armin  plan  fix the leak (Armin, Antonio)          1-vs2jyw
        Mon 27 Feb 09:00  armin  done  We fixed it. (Bea, Armin, with         x1v5gjdwez
                                       Antonio)
        Mon 27 Feb 09:00  armin  done  (with Antonio)                         tqb0cx5cvj
    "#]]);
}

#[test]
fn again_it_adds_a_paragraph() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint done 1 We fixed it.
        1 done: fix the leak  | result: We fixed it.
        $ sprint done 1 Then we fixed the next.
        1 done: fix the leak  | result added: Then we fixed the next.
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        We fixed it.

        Then we fixed the next.
    "#]]);
}

#[test]
fn again_with_nothing_new_is_refused() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint done 1
        1 done: fix the leak
        $ sprint done 1
        ! error: 1 is already done
        ! hint: `sprint done 1 TEXT` adds to its result
        [exit 1]
    "#]]);
}

#[test]
fn an_item_is_found_by_a_word_of_its_text() {
    sprint_session(expect![[r#"
        $ sprint plan fix the Memoryview leak
        1 planned: fix the Memoryview leak
        $ sprint plan fix the numpy leak
        2 planned: fix the numpy leak
        $ sprint done memoryview
        1 done: fix the Memoryview leak
        $ sprint done leak
        2 done: fix the numpy leak
        $ sprint done fix
        ! error: no open item has `fix` in its text
        ! hint: did you mean 1 (fix the Memoryview leak; done), 2 (fix the numpy leak; done)?
        [exit 1]
        $ sprint plan fix the numpy docs
        3 planned: fix the numpy docs
        $ sprint done num
        ! error: no open item has `num` in its text
        ! hint: did you mean 3 (fix the numpy docs)?
        [exit 1]
    "#]]);
}

#[test]
fn an_item_is_found_by_its_id() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint done $(grep -o "^1-[^ ]*" sprints/leysin-2017/2017-02-27.toml)
        1 done: fix the leak
        $ sprint done '#1' More.
        1 done: fix the leak  | result: More.
    "#]]);
}

#[test]
fn what_is_not_there_is_refused_with_what_is() {
    sprint_session(expect![[r#"
        $ sprint done 1
        ! error: there is no item 1
        ! hint: there are no items yet; `sprint plan TEXT` makes the first
        [exit 1]
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint plan port numpy
        2 planned: port numpy
        $ sprint done 3
        ! error: there is no item 3
        ! hint: the highest number is 2; `sprint board` shows what is open
        [exit 1]
        $ sprint done 1x
        ! error: there is no item 1x
        ! hint: the highest number is 2; `sprint board` shows what is open
        [exit 1]
        $ sprint done numby
        ! error: no open item has `numby` in its text
        ! hint: did you mean 2 (port numpy)?
        [exit 1]
        $ sprint done something
        ! error: no open item has `something` in its text
        ! hint: `sprint board` shows what is open, with numbers
        [exit 1]
        $ sprint done leak
        1 done: fix the leak
        $ sprint done leak
        ! error: no open item has `leak` in its text
        ! hint: did you mean 1 (fix the leak; done)?
        [exit 1]
        $ cat sprints/leysin-2017/2017-02-27.toml | wc -l
        4
    "#]]);
}

#[test]
fn a_dropped_item_can_be_finished_after_all() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint drop 1 no time
        1 dropped: fix the leak  | why: no time
        $ sprint done 1 Somebody had time.
        1 done: fix the leak  | result: Somebody had time.
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        Somebody had time.
    "#]]);
}

#[test]
fn two_letters_are_no_piece_of_a_word() {
    sprint_session(expect![[r#"
        $ sprint plan write the changelog
        1 planned: write the changelog
        $ sprint done it works now
        ! error: `it` alone does not name an item
        ! hint: say its number: `sprint board` shows what is open, with numbers
        [exit 1]
        $ sprint done wri works now
        ! error: no open item has `wri` in its text
        ! hint: did you mean 1 (write the changelog)?
        [exit 1]
    "#]]);
}

#[test]
fn what_looks_like_a_status_is_no_result_of_a_closed_item_either() {
    people_session(expect![[r#"
        $ sprint plan fix the leak -p armin,anto
        1 planned: fix the leak  | on it: Armin, Antonio
        $ sprint done 1
        1 done: fix the leak  | credit: Armin, Antonio
        $ sprint done 1 MERGED -p armin
        1 done: fix the leak  | credit: Armin  | no credit: Antonio
        ! remark: the post still lacks what came of 1
        ! hint: `sprint result 1 TEXT` says it
        $ sprint show 1
        1 fix the leak
            task, done
            credit: Armin

        when              by     what  entry                          id
        Mon 27 Feb 09:00  armin  plan  fix the leak (Armin, Antonio)  1-vs2jyw
        Mon 27 Feb 09:00  armin  done                                 msacf4hcz8
        Mon 27 Feb 09:00  armin  done  (Armin)                        pbzntra3fz
    "#]]);
}

#[test]
fn a_sentence_may_begin_with_any_word() {
    sprint_session(expect![[r#"
        $ sprint plan port the tests
        1 planned: port the tests
        $ sprint done 1 Nearly all tests pass on Windows
        ! error: a result that begins with `nearly` is not one
        ! hint: `sprint progress 1 Nearly all tests pass on Windows` sets the status; `sprint done 1 -- Nearly all tests pass on Windows` records it as the result
        [exit 2]
        $ sprint done 1 Nearly all tests pass on Windows.
        1 done: port the tests  | result: Nearly all tests pass on Windows.
    "#]]);
}

#[test]
fn a_german_word_that_says_that_it_is_finished_is_its_status() {
    people_session(expect![[r#"
        $ sprint plan fix the leak -p armin; sprint discuss which license; sprint done 1 Erledigt!; sprint done 2 geklärt; sprint plan port it; sprint done 3 gelöst und gemergt
        1 planned: fix the leak  | on it: Armin
        2 to discuss: which license
        1 done: fix the leak  | credit: Armin  | status: Erledigt!
        2 done: which license  | status: geklärt
        3 planned: port it
        3 done: port it  | status: gelöst und gemergt
        ! remark: the post still lacks what came of 1
        ! hint: `sprint result 1 TEXT` says it
        ! remark: the post still lacks what came of 2
        ! hint: `sprint result 2 TEXT` says it
        ! remark: the post still lacks what came of 3
        ! hint: `sprint result 3 TEXT` says it
        $ sprint show 1
        1 fix the leak
            task, done
            credit: Armin

        when              by     what      entry                 id
        Mon 27 Feb 09:00  armin  plan      fix the leak (Armin)  1-nwqx2n
        Mon 27 Feb 09:00  armin  progress  Erledigt!             ce78hxygbm
        Mon 27 Feb 09:00  armin  done                            fvba4m3pch
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        Done: fix the leak (Armin) and port it.

        <!-- gap: #1 fix the leak: nothing told; sprint edit 1 -->

        <!-- gap: #3 port it: nothing told; sprint edit 3 -->

        ## Decisions and discussions

        Which license.

        <!-- gap: #2 which license: nothing told; sprint edit 2 -->

        ## Attendees

        - Antonio Cuni
        - Bea Meier
        - Armin Rigo
        ! remark: gap: #1 fix the leak: nothing told; sprint edit 1
        ! remark: gap: #3 port it: nothing told; sprint edit 3
        ! remark: gap: #2 which license: nothing told; sprint edit 2
    "#]]);
}

#[test]
fn a_word_one_letter_off_is_remarked_on() {
    people_session(expect![[r#"
        $ sprint plan fix the leak; sprint discuss which license
        1 planned: fix the leak
        2 to discuss: which license
        $ sprint progress 1 doen; sprint progress 1 postponned; sprint done 1 mergd
        1 progress: fix the leak  | status: doen
        1 progress: fix the leak  | status: postponned
        1 done: fix the leak  | result: mergd
        ! remark: 1 stays open
        ! hint: `sprint done 1` finishes it
        ! remark: 1 stays open
        ! hint: `sprint drop 1 postponed` gives it up
        ! remark: `mergd` looks like `merged`, and the post tells it of 1
        ! hint: `sprint undo` takes it back; `sprint result 1 TEXT --only` says something else
        $ sprint result 1 Mergd.; sprint decide 2 done
        ! remark: `Mergd.` is a result of 1 already, and is not recorded again
        ! error: `done` says that it is finished
        ! hint: `sprint done 2` finishes it; `sprint decide 2 -- done` records it as the decision
        [exit 2]
    "#]]);
}

#[test]
fn the_words_behind_a_shared_one_say_which_item_is_meant() {
    people_session(expect![[r#"
        $ sprint plan write the docs; sprint plan translate docs of the index
        1 planned: write the docs
        2 planned: translate docs of the index
        $ sprint done docs of the index; sprint done translate docs of the index; sprint undo
        2 done: translate docs of the index
        took back: done 2 translate docs of the index (`sprint undo gnkbge0jxd` reverses that)
        ! error: 2 open items have `docs` in their text
        ! hint: use its number: 1 (write the docs), 2 (translate docs of the index)
        $ sprint result docs of the index: it is told in German.
        ! error: 2 open items have `docs` in their text
        ! hint: use its number: 1 (write the docs), 2 (translate docs of the index)
        [exit 1]
        $ sprint plan tests pass on Windows; sprint plan tests fail at night
        3 planned: tests pass on Windows
        4 planned: tests fail at night
        $ sprint done tests pass; sprint done tests fail at night; sprint done tests pass on Windows: merged
        4 done: tests fail at night
        3 done: tests pass on Windows  | status: merged
        ! error: 2 open items have `tests` in their text
        ! hint: use its number: 3 (tests pass on Windows), 4 (tests fail at night)
        ! remark: the post still lacks what came of 3
        ! hint: `sprint result 3 TEXT` says it
        $ sprint done docs
        ! error: 2 open items have `docs` in their text
        ! hint: use its number: 1 (write the docs), 2 (translate docs of the index)
        [exit 1]
    "#]]);
}
