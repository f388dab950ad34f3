//! `sprint leave`.

use expect_test::expect;

use crate::support::sprint_session;

#[test]
fn who_has_left_is_not_waited_for() {
    sprint_session(expect![[r#"
        $ sprint join Armin Rigo
        joined: Armin Rigo (armin)
        $ sprint join Anto Cuni
        joined: Anto Cuni (anto)
        $ sprint --day tomorrow leave anto
        left: Anto, gone from Tuesday, 28 February 2017 on
        $ sprint board
        Leysin Winter Sprint 2017, Monday, 27 February 2017

        No task is open.

        ┌────────────────┐
        │ without a task │
        ╞════════════════╡
        │ Armin, Anto    │
        └────────────────┘
        $ sprint board --day tomorrow
        Leysin Winter Sprint 2017, Tuesday, 28 February 2017

        No task is open.

        ┌────────────────┐
        │ without a task │
        ╞════════════════╡
        │ Armin          │
        └────────────────┘
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## Attendees

        - Anto Cuni (until 27 February)
        - Armin Rigo
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        qjmvgjrgz4 = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "join", person = "Armin Rigo", nick = "armin" }
        rg5t30vm0x = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "join", person = "Anto Cuni", nick = "anto" }
        $ cat sprints/leysin-2017/2017-02-28.toml
        # Leysin Winter Sprint 2017: Tuesday, 28 February 2017
        x5cc6mmmqr = { at = 2017-02-28T00:00:00.000+01:00, by = "armin", kind = "leave", people = ["anto"], entered = 2017-02-27T09:00:00.002+01:00 }
    "#]]);
}

#[test]
fn who_never_joined_cannot_leave() {
    sprint_session(expect![[r#"
        $ sprint leave anto
        ! error: anto has not joined
        ! hint: `sprint join anto` adds an attendee
        [exit 1]
        $ sprint leave
        ! error: nobody was named
        ! hint: name one or more: `armin anto`, `armin,anto`, `everybody`
        [exit 2]
    "#]]);
}

#[test]
fn who_joins_again_is_back() {
    sprint_session(expect![[r#"
        $ sprint join Anto Cuni
        joined: Anto Cuni (anto)
        $ sprint leave anto
        left: Anto, gone from Monday, 27 February 2017 on
        $ sprint board
        Leysin Winter Sprint 2017, Monday, 27 February 2017

        No task is open.
        $ sprint join anto
        changed: Anto Cuni (anto)
        $ sprint board
        Leysin Winter Sprint 2017, Monday, 27 February 2017

        No task is open.

        ┌────────────────┐
        │ without a task │
        ╞════════════════╡
        │ Anto           │
        └────────────────┘
    "#]]);
}

#[test]
fn who_came_today_is_gone_from_tomorrow_on() {
    sprint_session(expect![[r#"
        $ sprint join Bea --from today && sprint leave bea
        joined: Bea (bea; from 2017-02-27)
        left: Bea, gone from Tuesday, 28 February 2017 on
        $ sprint people
        Monday, 27 February 2017

        ┌───────────────────────────────────────────────┐
        │ person   nick   days                          │
        ╞═══════════════════════════════════════════════╡
        │ Bea      bea    from 2017-02-27 to 2017-02-27 │
        └───────────────────────────────────────────────┘
    "#]]);
}
