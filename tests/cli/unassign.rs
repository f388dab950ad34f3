//! `sprint unassign`.

use expect_test::expect;

use crate::support::sprint_session;

#[test]
fn some_or_all_go_off_and_keep_their_credit() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak -p armin,anto,ronan
        1 planned: fix the leak (armin, anto, ronan)
        ! remark: armin is new here; `sprint join armin` makes an attendee
        ! remark: anto is new here; `sprint join anto` makes an attendee
        ! remark: ronan is new here; `sprint join ronan` makes an attendee
        $ sprint unassign 1 anto
        1 unassigned: fix the leak (still on it: armin, ronan)
        $ sprint unassign 1
        1 unassigned: fix the leak (nobody is left on it)
        $ sprint done 1 Fixed.
        1 done: fix the leak (armin, anto, ronan)
        $ sprint show 1
        1 fix the leak
            task, done
            credit: armin, anto, ronan

        Fixed.

        ┌─────────────────────────────────────────────────────────────────────────┐
        │ when               by      what       entry                  id         │
        ╞═════════════════════════════════════════════════════════════════════════╡
        │ Mon 27 Feb 09:00   armin   plan       fix the leak (armin,   1-5xnfa7   │
        │                                       anto, ronan)                      │
        │ Mon 27 Feb 09:00   armin   unassign   anto                   8dzd68s2x5 │
        │ Mon 27 Feb 09:00   armin   unassign   all                    7ce4qfe8pf │
        │ Mon 27 Feb 09:00   armin   done       Fixed.                 2mh0frbtc7 │
        └─────────────────────────────────────────────────────────────────────────┘
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-5xnfa7 = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak", people = ["armin", "anto", "ronan"] }
        8dzd68s2x5 = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "unassign", item = "1-5xnfa7", people = ["anto"] }
        7ce4qfe8pf = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "unassign", item = "1-5xnfa7" }
        2mh0frbtc7 = { at = 2017-02-27T09:00:00.003+01:00, by = "armin", kind = "done", item = "1-5xnfa7", text = "Fixed." }
    "#]]);
}

#[test]
fn who_is_not_on_it_cannot_go_off() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak -p armin
        1 planned: fix the leak (armin)
        ! remark: armin is new here; `sprint join armin` makes an attendee
        $ sprint unassign 1 anto
        ! error: anto is not on 1
        ! hint: on it: armin
        [exit 1]
        $ sprint unassign 1 anto ronan
        ! error: anto and ronan are not on 1
        ! hint: on it: armin
        [exit 1]
        $ sprint unassign 1
        1 unassigned: fix the leak (nobody is left on it)
        $ sprint unassign 1
        ! error: nobody is on 1
        ! hint: `sprint assign 1 PEOPLE` puts somebody on it
        [exit 1]
    "#]]);
}
