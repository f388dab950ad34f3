//! `sprint reopen`.

use expect_test::expect;

use crate::support::{people_session, sprint_session};

#[test]
fn a_finished_item_comes_back_with_its_reason_as_state() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint done 1 The JIT leaked.
        1 done: fix the leak  | result: The JIT leaked.
        $ sprint reopen 1 it leaks on Windows
        1 reopened: fix the leak  | why: it leaks on Windows
        ! remark: the post does not tell what came of 1 until it is finished again
        ! hint: `sprint done 1` finishes it with that, `sprint done 1 TEXT` with something else
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  fix the leak  nobody  it leaks on Windows
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What is next

        - Fix the leak: it leaks on Windows
        $ sprint done 1 Fixed for good.
        1 done: fix the leak  | result: Fixed for good.
        ! remark: the post tells this instead of what 1 had before it was opened again: `The JIT leaked.`
        ! hint: `sprint show 1` has what was told before, and `sprint edit 1` changes what is told
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        Fixed for good.
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        r9h9btf8g0 = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "done", item = "1-44gd7a", text = "The JIT leaked." }
        q1m9yehscg = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "reopen", item = "1-44gd7a", text = "it leaks on Windows" }
        6x3qz4t12m = { at = 2017-02-27T09:00:00.003+01:00, by = "armin", kind = "done", item = "1-44gd7a", text = "Fixed for good." }
    "#]]);
}

#[test]
fn finished_again_without_a_word_it_keeps_its_result() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint done 1 The JIT leaked.
        1 done: fix the leak  | result: The JIT leaked.
        $ sprint reopen 1
        1 reopened: fix the leak
        ! remark: the post does not tell what came of 1 until it is finished again
        ! hint: `sprint done 1` finishes it with that, `sprint done 1 TEXT` with something else
        $ sprint done 1
        1 done: fix the leak
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        The JIT leaked.
    "#]]);
}

#[test]
fn an_open_item_is_not_opened() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint reopen 1
        ! error: 1 is open
        ! hint: `sprint show 1` shows its history
        [exit 1]
    "#]]);
}

#[test]
fn a_new_result_replaces_the_old_one_also_when_it_was_dropped_meanwhile() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak && sprint done 1 First. && sprint reopen 1 && sprint drop 1 no time && sprint done 1 Second.
        1 planned: fix the leak
        1 done: fix the leak  | result: First.
        1 reopened: fix the leak
        1 dropped: fix the leak  | why: no time
        1 done: fix the leak  | result: Second.
        ! remark: the post does not tell what came of 1 until it is finished again
        ! hint: `sprint done 1` finishes it with that, `sprint done 1 TEXT` with something else
        ! remark: the post does not tell what came of 1, as it tells nothing of what was dropped
        ! hint: `sprint reopen 1` and `sprint done 1` tell it after all
        ! remark: the post tells this instead of what 1 had before it was opened again: `First.`
        ! hint: `sprint show 1` has what was told before, and `sprint edit 1` changes what is told
        $ sprint summary 2>/dev/null
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        Second.
    "#]]);
}

#[test]
fn what_is_told_instead_of_what_was_told_before_is_said() {
    people_session(expect![[r#"
        $ sprint plan fix the leak -p armin; sprint done 1 It is fixed.; sprint reopen 1; sprint result 1 Half of it is fixed.; sprint result 1 The rest is, too.; sprint show 1
        1 planned: fix the leak  | on it: Armin
        1 done: fix the leak  | credit: Armin  | result: It is fixed.
        1 reopened: fix the leak  | on it: Armin
        1 result replaced: fix the leak  | result: Half of it is fixed.
        1 result added: fix the leak  | result: The rest is, too.
        1 fix the leak
            task, open
            on it: Armin
            credit: Armin

        Half of it is fixed.

        The rest is, too.

        when              by     what    entry                 id
        Mon 27 Feb 09:00  armin  plan    fix the leak (Armin)  1-nwqx2n
        Mon 27 Feb 09:00  armin  done    It is fixed.          r20j0ttc6a
        Mon 27 Feb 09:00  armin  reopen                        1s500mz47k
        Mon 27 Feb 09:00  armin  result  Half of it is fixed.  xvnvbx6q32
        Mon 27 Feb 09:00  armin  result  The rest is, too.     63azmx0hjv
        ! remark: the post does not tell what came of 1 until it is finished again
        ! hint: `sprint done 1` finishes it with that, `sprint done 1 TEXT` with something else
        ! remark: the post tells this instead of what 1 had before it was opened again: `It is fixed.`
        ! hint: `sprint show 1` has what was told before, and `sprint edit 1` changes what is told
        $ sprint done 1; sprint reopen 1 it leaks again; sprint done 1 MERGED; sprint reopen 1; sprint done 1 Now it is fixed.
        1 done: fix the leak  | credit: Armin
        1 reopened: fix the leak  | on it: Armin  | why: it leaks again
        1 done: fix the leak  | credit: Armin  | status: MERGED
        1 reopened: fix the leak  | on it: Armin
        1 done: fix the leak  | credit: Armin  | result: Now it is fixed.
        ! remark: the post does not tell what came of 1 until it is finished again
        ! hint: `sprint done 1` finishes it with that, `sprint done 1 TEXT` with something else
        ! remark: the post does not tell what came of 1 until it is finished again
        ! hint: `sprint done 1` finishes it with that, `sprint done 1 TEXT` with something else
        ! remark: the post tells this instead of the 2 results that 1 had before it was opened again, the last of them: `The rest is, too.`
        ! hint: `sprint show 1` has what was told before, and `sprint edit 1` changes what is told
        $ sprint discuss which license; sprint decide 2 MIT; sprint reopen 2; sprint decide 2 GPL; sprint reopen 2; sprint result 2 Apache. --only
        2 to discuss: which license
        2 decided: which license  | decision: MIT
        2 reopened: which license
        2 decided: which license  | decision: GPL
        2 reopened: which license
        2 result replaced: which license  | result: Apache.
        ! remark: the post does not tell what came of 2 until it is finished again
        ! hint: `sprint done 2` finishes it with that, `sprint done 2 TEXT` with something else
        ! remark: the post tells this instead of what 2 had before it was opened again: `MIT`
        ! hint: `sprint show 2` has what was told before, and `sprint edit 2` changes what is told
        ! remark: the post does not tell what came of 2 until it is finished again
        ! hint: `sprint done 2` finishes it with that, `sprint done 2 TEXT` with something else
        $ sprint undo; sprint result 2 Apache.; sprint undo; sprint undo
        took back: result 2 which license: Apache. (only this) (`sprint undo c2ff07wv7h` reverses that)
        2 result replaced: which license  | result: Apache.
        took back: result 2 which license: Apache. (`sprint undo crfhtnmecx` reverses that)
        took back: reopen 2 which license (`sprint undo 2jmmxb4k2k` reverses that)
        ! remark: the post tells this instead of what 2 had before it was opened again: `GPL`
        ! hint: `sprint show 2` has what was told before, and `sprint edit 2` changes what is told
        $ sprint plan port it; sprint done 3; sprint reopen 3; sprint result 3 Ported.
        3 planned: port it
        3 done: port it
        3 reopened: port it
        3 result added: port it  | result: Ported.
    "#]]);
}

#[test]
fn what_ended_before_has_not_moved_on() {
    people_session(expect![[r#"
        $ sprint plan fix the leak; sprint plan write a test; sprint progress 2 half
        1 planned: fix the leak
        2 planned: write a test
        2 progress: write a test  | status: half
        $ sprint done 1 MERGED; sprint result 1 It is gone.
        1 done: fix the leak  | status: MERGED
        1 result added: fix the leak  | result: It is gone.
        ! remark: the post still lacks what came of 1
        ! hint: `sprint result 1 TEXT` says it
        $ export SPRINT_NOW=2017-02-28T09:00:00+01:00; sprint reopen 1; sprint board
        1 reopened: fix the leak
        Leysin Winter Sprint 2017 · Tuesday, 28 February 2017
        Here (3): Armin, Antonio, Bea
        Free (3): Armin, Antonio, Bea
          1  fix the leak  nobody  MERGED (1 d)
          2  write a test  nobody  half (1 d)
        Moved on Monday: 2
        ! remark: the post does not tell what came of 1 until it is finished again
        ! hint: `sprint done 1` finishes it with that, `sprint done 1 TEXT` with something else
        $ export SPRINT_NOW=2017-02-28T09:00:00+01:00; sprint progress 1 it is back
        1 progress: fix the leak  | status: it is back
        $ SPRINT_NOW=2017-03-01T09:00:00+01:00 sprint board
        Leysin Winter Sprint 2017 · Wednesday, 1 March 2017
        Here (3): Armin, Antonio, Bea
        Free (3): Armin, Antonio, Bea
          1  fix the leak  nobody  it is back (1 d)
          2  write a test  nobody  half (2 d)
        Moved on Tuesday: 1
    "#]]);
}

#[test]
fn what_is_open_has_a_status() {
    people_session(expect![[r#"
        $ sprint plan fix the leak; sprint plan write docs
        1 planned: fix the leak
        2 planned: write docs
        $ sprint reopen 1 still broken
        ! error: 1 is open
        ! hint: `sprint progress 1 still broken` sets its status
        [exit 1]
        $ sprint reopen 1,2 still broken
        ! error: 1 is open
        ! hint: `sprint progress 1 still broken` sets its status
        [exit 1]
        $ sprint reopen 1
        ! error: 1 is open
        ! hint: `sprint show 1` shows its history
        [exit 1]
    "#]]);
}
