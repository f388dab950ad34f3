//! `sprint drop`.

use expect_test::expect;

use crate::support::sprint_session;

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
