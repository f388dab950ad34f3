//! `sprint result`.

use expect_test::expect;

use crate::support::{people_session, sprint_session};

#[test]
fn an_open_item_is_told_and_stays_open() {
    people_session(expect![[r#"
        $ sprint plan fix the leak -p armin
        1 planned: fix the leak  | on it: Armin
        $ sprint plan port numpy
        2 planned: port numpy
        $ sprint result 1 The leak is found.
        1 result added: fix the leak  | result: The leak is found.
        $ sprint result 1 Half of it is fixed.
        1 result added: fix the leak  | result: Half of it is fixed.
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (3): Armin, Antonio, Bea
        Free (2): Antonio, Bea
          1  fix the leak  Armin
          2  port numpy    nobody
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        The leak is found.

        Half of it is fixed. (Armin)

        ## What is next

        - Fix the leak (Armin)
        - Port numpy

        ## Attendees

        - Antonio Cuni
        - Bea Meier
        - Armin Rigo
        $ sprint done 1 It is fixed.
        1 done: fix the leak  | credit: Armin  | result added: It is fixed.
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        The leak is found.

        Half of it is fixed.

        It is fixed. (Armin)

        ## What is next

        - Port numpy

        ## Attendees

        - Antonio Cuni
        - Bea Meier
        - Armin Rigo
        $ sprint show 1
        1 fix the leak
            task, done
            credit: Armin

        The leak is found.

        Half of it is fixed.

        It is fixed.

        when              by     what    entry                 id
        Mon 27 Feb 09:00  armin  plan    fix the leak (Armin)  1-nwqx2n
        Mon 27 Feb 09:00  armin  result  The leak is found.    xb2j4g04fy
        Mon 27 Feb 09:00  armin  result  Half of it is fixed.  xvnvbx6q32
        Mon 27 Feb 09:00  armin  done    It is fixed.          bynr2myae3
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-nwqx2n = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak", people = ["armin"] }
        2-hsn8rw = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "plan", text = "port numpy" }
        xb2j4g04fy = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "result", item = "1-nwqx2n", text = "The leak is found." }
        xvnvbx6q32 = { at = 2017-02-27T09:00:00.003+01:00, by = "armin", kind = "result", item = "1-nwqx2n", text = "Half of it is fixed." }
        bynr2myae3 = { at = 2017-02-27T09:00:00.004+01:00, by = "armin", kind = "done", item = "1-nwqx2n", text = "It is fixed." }
    "#]]);
}

#[test]
fn a_closed_item_gets_more_and_stays_closed() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint done 1 It is fixed.
        1 done: fix the leak  | result: It is fixed.
        $ sprint result 1 And tested.
        1 result added: fix the leak  | result: And tested.
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        No task is open.
        Closed today
          1  fix the leak  done
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        It is fixed.

        And tested.
        $ sprint result 1 --only It is fixed and tested.
        1 result replaced: fix the leak  | result: It is fixed and tested.
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        It is fixed and tested.
        $ sprint undo
        took back: result 1 fix the leak: It is fixed and tested. (only this) (`sprint undo r31pz91prv` reverses that)
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        It is fixed.

        And tested.
    "#]]);
}

#[test]
fn it_tells_of_discussions_and_talks() {
    sprint_session(expect![[r#"
        $ sprint discuss how are strings stored
        1 to discuss: how are strings stored
        $ sprint result 1 Two ways were tried.
        1 result added: how are strings stored  | result: Two ways were tried.
        $ sprint talk the GC
        2 talk: the GC
        $ sprint result 2 Questions were asked.
        2 result added: the GC  | result: Questions were asked.
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## Decisions and discussions

        **How are strings stored**: Two ways were tried.

        ## Talks

        **The GC**: Questions were asked.
    "#]]);
}

#[test]
fn of_a_dropped_item_nothing_is_told() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint drop 1 no time
        1 dropped: fix the leak  | why: no time
        $ sprint result 1 Half of it is fixed.
        ! error: 1 is dropped
        ! hint: `sprint reopen 1` opens it
        [exit 1]
        $ sprint reopen 1
        1 reopened: fix the leak
        $ sprint result 1 Half of it is fixed.
        1 result added: fix the leak  | result: Half of it is fixed.
    "#]]);
}

#[test]
fn after_a_reopening_it_replaces_what_was_told_before() {
    people_session(expect![[r#"
        $ sprint plan fix the leak -p armin,anto
        1 planned: fix the leak  | on it: Armin, Antonio
        $ sprint done 1 It is fixed. -p armin
        1 done: fix the leak  | credit: Armin  | no credit: Antonio  | result: It is fixed.
        $ sprint reopen 1
        1 reopened: fix the leak  | on it: Armin, Antonio
        ! remark: the post does not tell what came of 1 until it is finished again
        ! hint: `sprint done 1` finishes it with that, `sprint done 1 TEXT` with something else
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What is next

        - Fix the leak (Armin, Antonio)

        ## Attendees

        - Antonio Cuni
        - Bea Meier
        - Armin Rigo
        $ sprint result 1 Half of it is fixed.
        1 result replaced: fix the leak  | result: Half of it is fixed.
        ! remark: the post tells this instead of what 1 had before it was opened again: `It is fixed.`
        ! hint: `sprint show 1` has what was told before, and `sprint edit 1` changes what is told
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        Half of it is fixed. (Armin)

        ## What is next

        - Fix the leak (Armin, Antonio)

        ## Attendees

        - Antonio Cuni
        - Bea Meier
        - Armin Rigo
        $ sprint done 1 The rest, too.
        1 done: fix the leak  | credit: Armin  | result added: The rest, too.
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        Half of it is fixed.

        The rest, too. (Armin)

        ## Attendees

        - Antonio Cuni
        - Bea Meier
        - Armin Rigo
    "#]]);
}

#[test]
fn it_needs_a_text_and_an_item() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint result 1
        ! error: there is no text
        ! hint: type it after the command, use `-` to read it from standard input, or set EDITOR to write it at a terminal
        [exit 2]
        $ sprint result 2 Something.
        ! error: there is no item 2
        ! hint: the highest number is 1; `sprint board` shows what is open
        [exit 1]
    "#]]);
}

#[test]
fn the_same_result_is_recorded_once_and_told() {
    people_session(expect![[r#"
        $ sprint plan fix the leak -p bea; sprint result 1 It is fixed.
        1 planned: fix the leak  | on it: Bea
        1 result added: fix the leak  | result: It is fixed.
        $ sprint result 1 it is fixed; sprint done 1 It is fixed.; sprint done 1 It is fixed.; sprint done 1 On Windows, too.
        1 done: fix the leak  | credit: Bea
        1 done: fix the leak  | credit: Bea  | result added: On Windows, too.
        ! remark: `it is fixed` is a result of 1 already, and is not recorded again
        ! remark: `It is fixed.` is a result of 1 already, and is not recorded again
        ! remark: `It is fixed.` is a result of 1 already, and is not recorded again
        $ printf 'result 1 It is fixed.\nplan write docs\n' | sprint batch
        2 planned: write docs
        ! remark: `It is fixed.` is a result of 1 already, and is not recorded again
        $ sprint result 1 It is fixed. --json
        {
          "version": 2,
          "recorded": []
        }
        ! remark: `It is fixed.` is a result of 1 already, and is not recorded again
        $ sprint result 1 It is fixed. --only
        1 result replaced: fix the leak  | result: It is fixed.
        $ sprint log
        Monday, 27 February 2017
        time   by     what    #  entry                     id
        09:00  armin  plan    1  fix the leak (Bea)        1-aha3aj
        09:00  armin  result  1  It is fixed.              xm1zdf5cm1
        09:00  armin  done    1                            epv6j8h2dc
        09:00  armin  done    1  On Windows, too.          zrzaqe5nhg
        09:00  armin  plan    2  write docs                2-e9pq01
        09:00  armin  result  1  It is fixed. (only this)  47g11jzk7c
    "#]]);
}

#[test]
fn after_a_second_end_without_a_text_a_result_is_added() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak; sprint done 1 A.; sprint reopen 1; sprint done 1
        1 planned: fix the leak
        1 done: fix the leak  | result: A.
        1 reopened: fix the leak
        1 done: fix the leak
        ! remark: the post does not tell what came of 1 until it is finished again
        ! hint: `sprint done 1` finishes it with that, `sprint done 1 TEXT` with something else
        $ sprint result 1 B.
        1 result added: fix the leak  | result: B.
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        A.

        B.
    "#]]);
}
