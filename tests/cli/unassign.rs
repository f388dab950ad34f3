//! `sprint unassign`.

use expect_test::expect;

use crate::support::people_session;

#[test]
fn some_or_all_go_off_and_keep_their_credit() {
    people_session(expect![[r#"
        $ sprint plan fix the leak -p armin,anto,bea
        1 planned: fix the leak  | on it: Armin, Antonio, Bea
        $ sprint unassign 1 anto
        1 unassigned: fix the leak  | off it: Antonio  | on it: Armin, Bea
        $ sprint unassign 1
        1 unassigned: fix the leak  | nobody is on it
        $ sprint done 1 Works.
        1 done: fix the leak  | credit: Armin, Antonio, Bea  | result: Works.
        $ sprint show 1
        1 fix the leak
            task, done
            credit: Armin, Antonio, Bea

        Works.

        when              by     what      entry                              id
        Mon 27 Feb 09:00  armin  plan      fix the leak (Armin, Antonio,      1-9fhnpb
                                           Bea)
        Mon 27 Feb 09:00  armin  unassign  Antonio                            ew1cy1yznw
        Mon 27 Feb 09:00  armin  unassign  all                                sf99hmbdjj
        Mon 27 Feb 09:00  armin  done      Works.                             0zw478xf8q
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-9fhnpb = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak", people = ["armin", "anto", "bea"] }
        ew1cy1yznw = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "unassign", item = "1-9fhnpb", people = ["anto"] }
        sf99hmbdjj = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "unassign", item = "1-9fhnpb" }
        0zw478xf8q = { at = 2017-02-27T09:00:00.003+01:00, by = "armin", kind = "done", item = "1-9fhnpb", text = "Works." }
    "#]]);
}

#[test]
fn who_is_not_on_it_cannot_go_off() {
    people_session(expect![[r#"
        $ sprint plan fix the leak -p armin
        1 planned: fix the leak  | on it: Armin
        $ sprint unassign 1 anto
        ! error: Antonio is not on 1
        ! hint: on it: Armin
        [exit 1]
        $ sprint unassign 1 anto bea
        ! error: Antonio and Bea are not on 1
        ! hint: on it: Armin
        [exit 1]
        $ sprint unassign 1
        1 unassigned: fix the leak  | nobody is on it
        $ sprint unassign 1
        ! error: nobody is on 1
        ! hint: `sprint assign 1 PEOPLE` assigns somebody to it
        [exit 1]
    "#]]);
}
