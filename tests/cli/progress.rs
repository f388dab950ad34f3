//! `sprint progress`.

use expect_test::expect;

use crate::support::{people_session, sprint_session};

#[test]
fn a_status_is_a_free_phrase_and_the_last_one_is_shown() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint progress 1 nearly done, waiting for a translation
        1 progress: fix the leak  | status: nearly done, waiting for a translation
        $ sprint progress leak MERGED!
        1 progress: fix the leak  | status: MERGED!
        ! remark: 1 stays open
        ! hint: `sprint done 1` finishes it
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  fix the leak  nobody  MERGED!
        $ sprint show 1
        1 fix the leak
            task, open
            status: MERGED!

        when              by     what      entry                              id
        Mon 27 Feb 09:00  armin  plan      fix the leak                       1-44gd7a
        Mon 27 Feb 09:00  armin  progress  nearly done, waiting for a         cdq6c06d0n
                                           translation
        Mon 27 Feb 09:00  armin  progress  MERGED!                            1mh91vskrr
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        cdq6c06d0n = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "progress", item = "1-44gd7a", text = "nearly done, waiting for a translation" }
        1mh91vskrr = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "progress", item = "1-44gd7a", text = "MERGED!" }
    "#]]);
}

#[test]
fn a_finished_item_makes_no_progress() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint done 1
        1 done: fix the leak
        $ sprint progress 1 again
        ! error: 1 is done
        ! hint: `sprint done 1 TEXT` adds to its result; `sprint reopen 1` opens it
        [exit 1]
        $ sprint plan other
        2 planned: other
        $ sprint drop 2
        2 dropped: other
        $ sprint progress 2 again
        ! error: 2 is dropped
        ! hint: `sprint reopen 2` opens it
        [exit 1]
    "#]]);
}

#[test]
fn a_status_that_closes_nothing_is_told() {
    people_session(expect![[r#"
        $ sprint plan fix the leak; sprint plan write docs
        1 planned: fix the leak
        2 planned: write docs
        $ sprint progress 1,2 DONE; sprint progress 1 erledigt; sprint progress 2 POSTPONED: no time
        1 progress: fix the leak  | status: DONE
        2 progress: write docs  | status: DONE
        1 progress: fix the leak  | status: erledigt
        2 progress: write docs  | status: POSTPONED: no time
        ! remark: 1 stays open
        ! hint: `sprint done 1` finishes it
        ! remark: 2 stays open
        ! hint: `sprint done 2` finishes it
        ! remark: 1 stays open
        ! hint: `sprint done 1` finishes it
        ! remark: 2 stays open
        ! hint: `sprint drop 2 POSTPONED: no time` gives it up
        $ sprint progress 1 nearly done; sprint progress 1 -- DONE
        1 progress: fix the leak  | status: nearly done
        1 progress: fix the leak  | status: DONE
    "#]]);
}
