//! `sprint next`.

use expect_test::expect;

use crate::support::sprint_session;

#[test]
fn what_is_next_stands_behind_unfinished_work() {
    sprint_session(expect![[r#"
        $ sprint plan port numpy -p anto
        1 planned: port numpy (anto)
        ! remark: anto is new here; `sprint join anto` makes an attendee
        $ sprint progress 1 half done
        1 progress: port numpy (half done)
        $ sprint next merge the branch -p armin,anto
        next: merge the branch (armin, anto)
        ! remark: armin is new here; `sprint join armin` makes an attendee
        $ sprint next "release it"
        next: release it
        $ sprint summary
        # Leysin Winter Sprint 2017

        <!-- there is no intro: write `intro` under [report] in sprint.toml -->

        ## What is next

        - port numpy: half done (anto)
        - merge the branch (armin, anto)
        - release it
        ! remark: there is no intro: write `intro` under [report] in sprint.toml
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-hvd944 = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "port numpy", people = ["anto"] }
        cnbj3t4d0t = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "progress", item = "1-hvd944", text = "half done" }
        qd0j6rrn5p = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "next", text = "merge the branch", people = ["armin", "anto"] }
        a5tr5dqqc4 = { at = 2017-02-27T09:00:00.003+01:00, by = "armin", kind = "next", text = "release it" }
    "#]]);
}
