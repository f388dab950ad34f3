//! `sprint goal`.

use expect_test::expect;

use crate::support::sprint_session;

#[test]
fn goals_open_the_report_and_side_goals_are_marked() {
    sprint_session(expect![[r#"
        $ sprint goal Release PyPy 3.5
        goal: Release PyPy 3.5
        $ sprint goal --side Have fun in the snow
        side goal: Have fun in the snow
        $ sprint goal release  pypy 3.5
        goal: release pypy 3.5
        ! remark: `release pypy 3.5` was recorded before; the post tells it once
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## Goals

        - Release PyPy 3.5
        - Have fun in the snow (side goal)
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        tg751e3nsa = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "goal", text = "Release PyPy 3.5" }
        p8vdrs5rv5 = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "goal", text = "Have fun in the snow", side = true }
        88fbavjzf2 = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "goal", text = "release pypy 3.5" }
    "#]]);
}

#[test]
fn side_goals_come_last() {
    sprint_session(expect![[r#"
        $ sprint goal --side eat cheese; sprint goal make it fast; sprint goal Make it fast.
        side goal: eat cheese
        goal: make it fast
        goal: Make it fast.
        ! remark: `Make it fast.` was recorded before; the post tells it once
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## Goals

        - Make it fast
        - Eat cheese (side goal)
    "#]]);
}
