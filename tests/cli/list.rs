//! `sprint list`.

use expect_test::expect;

use crate::support::{session, sprint_session};

#[test]
fn the_sprints_are_listed_with_the_one_that_is_on() {
    sprint_session(expect![[r#"
        $ sprint init bern-2018 --title "Bern Sprint" --place Bern --from 2018-04-09 --to 2018-04-14
        created: sprints/bern-2018  | from Monday, 9 April 2018  | to Saturday, 14 April 2018
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        $ sprint init undated
        created: sprints/undated  | from Monday, 27 February 2017
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        $ sprint list
        sprint       title                      place  from        to
        bern-2018    Bern Sprint                Bern   2018-04-09  2018-04-14
        leysin-2017  Leysin Winter Sprint 2017         2017-02-26  2017-03-04
        undated      undated                           2017-02-27  2017-02-27  current
        $ SPRINT_NOW=2018-04-10T09:00:00+02:00 sprint list
        sprint       title                      place  from        to
        bern-2018    Bern Sprint                Bern   2018-04-09  2018-04-14  current
        leysin-2017  Leysin Winter Sprint 2017         2017-02-26  2017-03-04
        undated      undated                           2017-02-27  2017-02-27
        $ sprint -s undated list
        sprint       title                      place  from        to
        bern-2018    Bern Sprint                Bern   2018-04-09  2018-04-14
        leysin-2017  Leysin Winter Sprint 2017         2017-02-26  2017-03-04
        undated      undated                           2017-02-27  2017-02-27  current
        $ sprint list -s nowhere
        ! error: there is no sprint `nowhere`
        ! hint: the sprints here are: bern-2018, leysin-2017, undated
        [exit 1]
    "#]]);
}

#[test]
fn there_is_nothing_to_list() {
    session(expect![[r#"
        $ sprint list
        ! error: there is no sprint here: no folder `sprints` in this folder or above it
        ! hint: create one with `sprint init NAME`, such as `sprint init leysin-2017`
        [exit 1]
        $ mkdir sprints
        $ sprint list
        ! error: there is no sprint in sprints
        ! hint: create one with `sprint init NAME`, such as `sprint init leysin-2017`
        [exit 1]
    "#]]);
}
