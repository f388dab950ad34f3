//! `sprint drop`.

use expect_test::expect;

use crate::support::{people_session, sprint_session};

#[test]
fn a_dropped_item_leaves_the_board_and_the_report() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint drop 1 moved to the next sprint
        1 dropped: fix the leak  | why: moved to the next sprint
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        No task is open.
        Closed today
          1  fix the leak  dropped
        $ sprint show 1
        1 fix the leak
            task, dropped
            dropped: moved to the next sprint

        when              by     what  entry                     id
        Mon 27 Feb 09:00  armin  plan  fix the leak              1-44gd7a
        Mon 27 Feb 09:00  armin  drop  moved to the next sprint  bbjhq84qf1
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        bbjhq84qf1 = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "drop", item = "1-44gd7a", text = "moved to the next sprint" }
    "#]]);
}

#[test]
fn again_it_needs_a_reason() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint drop 1
        1 dropped: fix the leak
        $ sprint drop 1
        ! error: 1 is already dropped
        ! hint: `sprint drop 1 TEXT` adds the reason
        [exit 1]
        $ sprint drop 1 no time
        1 dropped: fix the leak  | why: no time
    "#]]);
}

#[test]
fn a_finished_item_is_not_dropped() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint done 1
        1 done: fix the leak
        $ sprint drop 1
        ! error: 1 is done
        ! hint: `sprint reopen 1` opens it
        [exit 1]
    "#]]);
}

#[test]
fn what_came_of_an_item_that_is_dropped_or_reopened_is_not_told_and_that_is_said() {
    sprint_session(expect![[r#"
        $ sprint plan a && sprint plan b
        1 planned: a
        2 planned: b
        $ sprint result 1 Half of it is there. && sprint drop 1 no time
        1 result added: a  | result: Half of it is there.
        1 dropped: a  | why: no time
        ! remark: the post does not tell what came of 1, as it tells nothing of what was dropped
        ! hint: `sprint reopen 1` and `sprint done 1` tell it after all
        $ sprint done 2 It works. && sprint reopen 2
        2 done: b  | result: It works.
        2 reopened: b
        ! remark: the post does not tell what came of 2 until it is finished again
        ! hint: `sprint done 2` finishes it with that, `sprint done 2 TEXT` with something else
        $ sprint drop 2; sprint reopen 1
        2 dropped: b
        1 reopened: a
        ! remark: the post does not tell what came of 2, as it tells nothing of what was dropped
        ! hint: `sprint reopen 2` and `sprint done 2` tell it after all
    "#]]);
}

#[test]
fn a_reason_that_says_that_it_is_finished_is_remarked_on() {
    people_session(expect![[r#"
        $ sprint plan fix the leak; sprint plan write docs
        1 planned: fix the leak
        2 planned: write docs
        $ sprint drop 1 fixed upstream; sprint drop 2 schon erledigt
        1 dropped: fix the leak  | why: fixed upstream
        2 dropped: write docs  | why: schon erledigt
        ! remark: 1 is given up, though `fixed upstream` says that it is finished
        ! hint: `sprint done 1 fixed upstream` finishes it
        ! remark: 2 is given up, though `schon erledigt` says that it is finished
        ! hint: `sprint done 2` finishes it
        $ sprint undo; sprint drop 2 -- schon erledigt
        took back: drop 2 write docs: schon erledigt (`sprint undo kf6p2c6gvd` reverses that)
        2 dropped: write docs  | why: schon erledigt
    "#]]);
}
