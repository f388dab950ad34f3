//! Which sprint a command uses.

use expect_test::expect;

use crate::support::{session, sprint_session};

#[test]
fn the_sprint_that_is_on_else_the_latest() {
    sprint_session(expect![[r#"
        $ sprint init bern-2018 --from 2018-04-09 --to 2018-04-14
        created: sprints/bern-2018  | from Monday, 9 April 2018  | to Saturday, 14 April 2018
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        $ sprint init old --from 2001-01-01 --to 2001-01-02
        created: sprints/old  | from Monday, 1 January 2001  | to Tuesday, 2 January 2001
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        $ sprint plan now
        1 planned: now
        $ SPRINT_NOW=2018-04-10T09:00:00+02:00 sprint plan then
        1 planned: then
        $ SPRINT_NOW=2018-03-01T09:00:00+01:00 sprint plan in between
        2 planned: in between
        ! remark: recorded in leysin-2017 (2017-02-26 to 2017-03-04) for 2018-03-01
        $ ls sprints/*
        sprints/bern-2018:
        2018-04-10.toml
        sprint.toml

        sprints/leysin-2017:
        2017-02-27.toml
        2018-03-01.toml
        post.md
        sprint.toml

        sprints/old:
        sprint.toml
    "#]]);
}

#[test]
fn the_sprint_that_is_asked_for() {
    sprint_session(expect![[r#"
        $ sprint init bern-2018
        created: sprints/bern-2018  | from Monday, 27 February 2017
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        $ sprint -s bern-2018 plan by option
        1 planned: by option
        $ SPRINT=bern-2018 sprint plan by variable
        2 planned: by variable
        $ SPRINT=bern-2018 sprint plan -s leysin-2017 both
        1 planned: both
        $ sprint -s bern plan x
        ! error: there is no sprint `bern`
        ! hint: the sprints here are: bern-2018, leysin-2017
        [exit 1]
        $ ls sprints/*
        sprints/bern-2018:
        2017-02-27.toml
        sprint.toml

        sprints/leysin-2017:
        2017-02-27.toml
        post.md
        sprint.toml
    "#]]);
}

#[test]
fn the_nearest_journal_upwards() {
    sprint_session(expect![[r#"
        $ mkdir -p deep/down; cd deep/down; sprint plan from below
        1 planned: from below
        $ cd sprints/leysin-2017; sprint plan from inside
        2 planned: from inside
        $ sprint -C /nowhere board
        ! error: /nowhere does not exist
        ! hint: `-C` and SPRINT_DIR name the folder that holds `sprints/`
        [exit 1]
        $ mkdir empty; sprint -C empty board
        ! error: there is no sprint here: no folder `sprints` in this folder or above it
        ! hint: create one with `sprint init NAME`, such as `sprint init leysin-2017`
        [exit 1]
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  from below   nobody
          2  from inside  nobody
    "#]]);
}

#[test]
fn a_sprint_without_dates_begins_today() {
    sprint_session(expect![[r#"
        $ sprint init hut
        created: sprints/hut  | from Monday, 27 February 2017
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        $ cat sprints/hut/sprint.toml | head -4
        title = "hut"
        # place = "Leysin, Switzerland"
        from = 2017-02-27
        # to = 2017-03-04
        $ sprint init later --from 2030-01-01 --to 2030-01-05
        created: sprints/later  | from Tuesday, 1 January 2030  | to Saturday, 5 January 2030
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        $ sprint note hello
        noted: hello
        $ sprint list
        sprint       title                      from        to
        hut          hut                        2017-02-27  2017-02-27  current
        later        later                      2030-01-01  2030-01-05
        leysin-2017  Leysin Winter Sprint 2017  2017-02-26  2017-03-04
        $ sprint init ended --to 2016-01-01
        created: sprints/ended  | to Friday, 1 January 2016
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        $ sprint list
        sprint       title                      from        to
        ended        ended                      2016-01-01  2016-01-01
        hut          hut                        2017-02-27  2017-02-27  current
        later        later                      2030-01-01  2030-01-05
        leysin-2017  Leysin Winter Sprint 2017  2017-02-26  2017-03-04
    "#]]);
}

#[test]
fn an_empty_journal_has_no_sprint_to_ask_for() {
    session(expect![[r#"
        $ mkdir sprints; sprint -s hut board
        ! error: there is no sprint `hut`
        ! hint: create it with `sprint init NAME`
        [exit 1]
    "#]]);
}
