//! `sprint reopen`.

use expect_test::expect;

use crate::support::sprint_session;

#[test]
fn a_finished_item_comes_back_with_its_reason_as_state() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint done 1 Fixed.
        1 done: fix the leak  | result: Fixed.
        $ sprint reopen 1 it leaks on Windows
        1 reopened: fix the leak  | why: it leaks on Windows
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
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        Fixed for good.
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        agsdwcppzg = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "done", item = "1-44gd7a", text = "Fixed." }
        q1m9yehscg = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "reopen", item = "1-44gd7a", text = "it leaks on Windows" }
        6x3qz4t12m = { at = 2017-02-27T09:00:00.003+01:00, by = "armin", kind = "done", item = "1-44gd7a", text = "Fixed for good." }
    "#]]);
}

#[test]
fn finished_again_without_a_word_it_keeps_its_result() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint done 1 Fixed.
        1 done: fix the leak  | result: Fixed.
        $ sprint reopen 1
        1 reopened: fix the leak
        $ sprint done 1
        1 done: fix the leak
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        Fixed.
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
        $ sprint summary 2>/dev/null
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        Second.
    "#]]);
}
