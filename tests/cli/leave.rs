//! `sprint leave`.

use expect_test::expect;

use crate::support::{people_session, sprint_session};

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
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (2): Armin, Anto
        Free (2): Armin, Anto
        No task is open.
        $ sprint board --day tomorrow
        Leysin Winter Sprint 2017 · Tuesday, 28 February 2017
        Here (1): Armin
        Free (1): Armin
        No task is open.
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
        ! error: nobody is called `anto`
        ! hint: somebody new joins first: `sprint join anto`; `+anto` is somebody new who helps and does not attend
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
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        No task is open.
        $ sprint join anto
        attends: Anto Cuni (anto)
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (1): Anto
        Free (1): Anto
        No task is open.
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
        person  nick  on    days
        Bea     bea   free  27 Feb
    "#]]);
}

#[test]
fn who_comes_back_was_not_there_on_the_days_between() {
    sprint_session(expect![[r#"
        $ sprint join Armin Rigo, Anto Cuni
        joined: Armin Rigo (armin)
        joined: Anto Cuni (anto)
        $ sprint plan fix the leak -p anto
        1 planned: fix the leak  | on it: Anto
        $ sprint --day 2017-02-28 leave anto
        left: Anto, gone from Tuesday, 28 February 2017 on; still on 1
        $ sprint board --day 2017-02-28
        Leysin Winter Sprint 2017 · Tuesday, 28 February 2017
        Here (1): Armin
        Free (1): Armin
          1  fix the leak  Anto (left)
        $ sprint show 1
        1 fix the leak
            task, open
            on it: Anto
            credit: Anto

        when              by     what  entry                id
        Mon 27 Feb 09:00  armin  plan  fix the leak (Anto)  1-tbeyhy
        $ SPRINT_NOW=2017-03-02T09:00:00+01:00 sprint show 1
        1 fix the leak
            task, open
            on it: Anto (left)
            credit: Anto

        when              by     what  entry                id
        Mon 27 Feb 09:00  armin  plan  fix the leak (Anto)  1-tbeyhy
        $ SPRINT_NOW=2017-02-28T09:00:00+01:00 sprint ready
        Armin  has no task
        Anto   has left and is still on 1
        ! error: planning is not complete: 2 people are not ready
        ! hint: `sprint assign ITEM PEOPLE` gives everybody a task and a partner
        [exit 1]
        $ SPRINT_NOW=2017-03-02T09:00:00+01:00 sprint join anto
        attends: Anto Cuni (anto), back from Thursday, 2 March 2017 on
        $ sprint people --day 2017-02-28
        Tuesday, 28 February 2017
        person      nick   on
        Armin Rigo  armin  free
        Not here: Anto Cuni (to 27 Feb, from 2 Mar)
        $ sprint people --day 2017-03-01
        Wednesday, 1 March 2017
        person      nick   on
        Armin Rigo  armin  free
        Not here: Anto Cuni (to 27 Feb, from 2 Mar)
        $ sprint people --day 2017-03-02
        Thursday, 2 March 2017
        person      nick   on    days
        Armin Rigo  armin  free
        Anto Cuni   anto   1     to 27 Feb, from 2 Mar
        $ sprint summary --day 2017-03-01
        # Leysin Winter Sprint 2017 (day 4)

        <!-- gap: a few sentences: where, when, who, what for -->

        ## What is next

        - Fix the leak (Anto)

        ## Attendees

        - Armin Rigo
        ! remark: gap: a few sentences: where, when, who, what for
        $ sprint summary --from 2017-03-02
        # Leysin Winter Sprint 2017 (days 5-7)

        <!-- gap: a few sentences: where, when, who, what for -->

        ## What is next

        - Fix the leak (Anto)

        ## Attendees

        - Anto Cuni (until 27 February and from 2 March)
        - Armin Rigo
        ! remark: gap: a few sentences: where, when, who, what for
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What is next

        - Fix the leak (Anto)

        ## Attendees

        - Anto Cuni (until 27 February and from 2 March)
        - Armin Rigo
    "#]]);
}

#[test]
fn everybody_can_leave() {
    sprint_session(expect![[r#"
        $ sprint join Armin Rigo, Anto Cuni
        joined: Armin Rigo (armin)
        joined: Anto Cuni (anto)
        $ sprint join Bea --from 2017-03-02
        joined: Bea (bea; from 2017-03-02)
        $ sprint plan fix the leak -p anto
        1 planned: fix the leak  | on it: Anto
        $ sprint --day 2017-02-28 leave everybody
        left: everybody, gone from Tuesday, 28 February 2017 on; Bea comes later; still on 1
        $ sprint people --day 2017-02-28
        Tuesday, 28 February 2017
        Nobody who joined is here.
        Not here: Armin Rigo (to 27 Feb), Anto Cuni (to 27 Feb), Bea (from 2 Mar)
        $ sprint people --day 2017-03-02
        Thursday, 2 March 2017
        person  nick  on    days
        Bea     bea   free  from 2 Mar
        Not here: Armin Rigo (to 27 Feb), Anto Cuni (to 27 Feb)
        $ sprint leave all
        left: everybody, gone from Monday, 27 February 2017 on; Bea comes later; still on 1
        $ cat sprints/leysin-2017/2017-02-28.toml
        # Leysin Winter Sprint 2017: Tuesday, 28 February 2017
        mxexbkpd32 = { at = 2017-02-28T00:00:00.000+01:00, by = "armin", kind = "leave", people = ["everybody"], entered = 2017-02-27T09:00:00.004+01:00 }
    "#]]);
}

#[test]
fn who_leaves_on_the_day_of_a_return_is_gone() {
    sprint_session(expect![[r#"
        $ sprint join Anto Cuni, Bea
        joined: Anto Cuni (anto)
        joined: Bea (bea)
        $ sprint join Carl --from today
        joined: Carl (carl; from 2017-02-27)
        $ sprint --day 2017-02-28 leave anto, bea
        left: Anto and Bea, gone from Tuesday, 28 February 2017 on
        $ sprint --day 2017-03-02 join anto, bea
        attends: Anto Cuni (anto), back from Thursday, 2 March 2017 on
        attends: Bea (bea), back from Thursday, 2 March 2017 on
        ! remark: 2017-03-02 00:00 is in the future
        $ sprint --day 2017-03-02 leave anto
        left: Anto, gone from Tuesday, 28 February 2017 on
        $ sprint people --day 2017-03-02
        Thursday, 2 March 2017
        person  nick  on    days
        Bea     bea   free  to 27 Feb, from 2 Mar
        Carl    carl  free  from 27 Feb
        Not here: Anto Cuni (to 27 Feb)
        $ sprint --day 2017-03-02 leave everybody
        left: everybody, gone from Thursday, 2 March 2017 on
        $ sprint people --day 2017-03-02
        Thursday, 2 March 2017
        Nobody who joined is here.
        Not here: Anto Cuni (to 27 Feb), Bea (to 27 Feb), Carl (27 Feb to 1 Mar)
    "#]]);
}

#[test]
fn when_each_is_gone_and_back_is_said() {
    sprint_session(expect![[r#"
        $ sprint join Anto Cuni, Bea
        joined: Anto Cuni (anto)
        joined: Bea (bea)
        $ sprint join Carl --from today
        joined: Carl (carl; from 2017-02-27)
        $ sprint --day 2017-02-28 leave bea
        left: Bea, gone from Tuesday, 28 February 2017 on
        $ sprint --day 2017-02-28 join bea --from thu --to fri
        attends: Bea (bea; from 2017-03-02; to 2017-03-03)
        ! remark: 2017-02-28 00:00 is in the future
        $ sprint leave anto, carl
        left: Anto, gone from Monday, 27 February 2017 on; Carl, gone from Tuesday, 28 February 2017 on
        $ sprint --day 2017-03-01 leave bea
        left: Bea, gone from Tuesday, 28 February 2017 on and back from Thursday, 2 March 2017 on
        ! remark: Bea had left before, so nothing changed
        $ sprint --day 2017-03-01 join bea --role host
        attends: Bea (bea; host; to 2017-03-03), back from Wednesday, 1 March 2017 on
        ! remark: 2017-03-01 00:00 is in the future
        $ sprint people --day 2017-03-01
        Wednesday, 1 March 2017
        person  nick  on    days                       role
        Bea     bea   free  to 27 Feb, 1 Mar to 3 Mar  host
        Not here: Anto Cuni (to 27 Feb), Carl (27 Feb)
        $ printf 'leave bea\njoin bea\n' | sprint batch
        left: Bea, gone from Monday, 27 February 2017 on and back from Wednesday, 1 March 2017 on
        attends: Bea (bea)
    "#]]);
}

#[test]
fn a_weekday_is_one_of_the_sprint() {
    people_session(expect![[r#"
        $ sprint leave bea --day wed
        left: Bea, gone from Wednesday, 1 March 2017 on
        $ sprint people --day wed
        Wednesday, 1 March 2017
        person        nick   on
        Armin Rigo    armin  free
        Antonio Cuni  anto   free
        Not here: Bea Meier (to 28 Feb)
        $ sprint join Bea --day thu
        attends: Bea Meier (bea), back from Thursday, 2 March 2017 on
        ! remark: 2017-03-02 00:00 is in the future
        $ sprint people --day fri
        Friday, 3 March 2017
        person        nick   on    days
        Armin Rigo    armin  free
        Antonio Cuni  anto   free
        Bea Meier     bea    free  to 28 Feb, from 2 Mar
    "#]]);
}

#[test]
fn somebody_leaves_by_the_first_name_and_what_is_typed_twice_is_told() {
    sprint_session(expect![[r#"
        $ sprint join Carl Bolz --nick cfb && sprint join Anto Cuni && sprint plan fix the leak -p anto && sprint goal Ship it.
        joined: Carl Bolz (cfb)
        joined: Anto Cuni (anto)
        1 planned: fix the leak  | on it: Anto
        goal: Ship it.
        $ sprint leave Carl && sprint leave carl bolz && sprint leave carl anto
        left: Carl, gone from Monday, 27 February 2017 on
        left: Carl Bolz, gone from Monday, 27 February 2017 on
        left: Carl and Anto, gone from Monday, 27 February 2017 on; still on 1
        ! remark: Carl had left before, so nothing changed
        $ sprint goal ship it. && sprint assign 1 anto && sprint day Docs && sprint day Docs
        goal: ship it.
        1 assigned: fix the leak  | on it: Anto
        Monday, 27 February 2017: Docs
        Monday, 27 February 2017: Docs
        ! remark: `ship it.` was recorded before; the post tells it once
        ! remark: Anto Cuni has left
        ! hint: `sprint join anto` if they are back
        ! remark: 1 was so before, so nothing changed
        ! remark: the day was so before, so nothing changed
    "#]]);
}

#[test]
fn a_day_is_suggested_as_a_day() {
    people_session(expect![[r#"
        $ sprint leave bea yesturday; sprint leave bea Tuseday; sprint leave bea on Tuseday
        ! error: nobody is called `yesturday`
        ! hint: did you mean the day `yesterday`? `--day yesterday` records it for that day
        ! error: nobody is called `Tuseday`
        ! hint: did you mean the day `tuesday`? `--day tuesday` records it for that day
        ! error: nobody is called `Tuseday`
        ! hint: did you mean the day `tuesday`? `--day tuesday` records it for that day
        [exit 1]
        $ sprint leave bea gestern; sprint leave bea am Dienstag; sprint leave bea ab Mittwoch; sprint leave bea Mitwoch
        ! error: `gestern` is a day, not a name
        ! hint: `--day yesterday` records it for that day; `--when yesterday` of `plan`, `discuss`, `talk` and `move` says when it is to happen
        ! error: `am Dienstag` is a day, not a name
        ! hint: `--day Tue` records it for that day; `--when Tue` of `plan`, `discuss`, `talk` and `move` says when it is to happen
        ! error: `ab Mittwoch` is a day, not a name
        ! hint: `--day Wed` records it for that day; `--when Wed` of `plan`, `discuss`, `talk` and `move` says when it is to happen
        ! error: nobody is called `Mitwoch`
        ! hint: did you mean the day `Wed`? `--day Wed` records it for that day
        [exit 1]
    "#]]);
}

#[test]
fn whoever_comes_later_does_not_leave_before() {
    people_session(expect![[r#"
        $ sprint join Carl Huber --from wed; sprint leave carl; sprint leave carl, bea --day wed; sprint people
        joined: Carl Huber (carl; from 2017-03-01)
        Monday, 27 February 2017
        person        nick   on
        Armin Rigo    armin  free
        Antonio Cuni  anto   free
        Bea Meier     bea    free
        Not here: Carl Huber (from 1 Mar)
        ! error: Carl comes on Wednesday, 1 March 2017
        ! hint: with a later `--day`, it is when they leave; if they do not come at all: `sprint undo 5nhhbrkb8x --only`
        ! error: Carl comes on Wednesday, 1 March 2017
        ! hint: with a later `--day`, it is when they leave; if they do not come at all: `sprint undo 5nhhbrkb8x --only`
        $ sprint join carl --org Bern; sprint leave carl
        attends: Carl Huber (carl; Bern)
        ! error: Carl comes on Wednesday, 1 March 2017
        ! hint: with a later `--day`, it is when they leave; if they do not come at all: `sprint undo 5nhhbrkb8x --only` and `sprint undo 3dmhd3660f --only`
        [exit 1]
        $ sprint leave everybody --day wed; sprint people --day wed
        left: Armin, Antonio and Bea, gone from Wednesday, 1 March 2017 on; Carl comes later
        Wednesday, 1 March 2017
        person      nick  on    days        affiliation
        Carl Huber  carl  free  from 1 Mar  Bern
        Not here: Armin Rigo (to 28 Feb), Antonio Cuni (to 28 Feb),
          Bea Meier (to 28 Feb)
        $ sprint leave all --day wed
        ! error: no attendee is here on 2017-03-01
        ! hint: `sprint join NAME` adds an attendee
        [exit 1]
        $ SPRINT_NOW=2017-03-01T18:00:00+01:00 sprint leave everyone
        left: everybody, gone from Wednesday, 1 March 2017 on
        $ SPRINT_NOW=2017-03-01T18:10:00+01:00 sprint leave all --day thu
        ! error: no attendee is here on 2017-03-02
        ! hint: `sprint join NAME` adds an attendee
        [exit 1]
        $ sprint people --day wed
        Wednesday, 1 March 2017
        person      nick  on    days   affiliation
        Carl Huber  carl  free  1 Mar  Bern
        Not here: Armin Rigo (to 28 Feb), Antonio Cuni (to 28 Feb),
          Bea Meier (to 28 Feb)
    "#]]);
}

#[test]
fn who_had_left_before_is_gone_from_that_day_on() {
    people_session(expect![[r#"
        $ sprint leave bea --day tue; sprint leave bea --day wed; sprint leave bea --day tue
        left: Bea, gone from Tuesday, 28 February 2017 on
        left: Bea, gone from Tuesday, 28 February 2017 on
        left: Bea, gone from Tuesday, 28 February 2017 on
        ! remark: Bea had left before, so nothing changed
        ! remark: Bea had left before, so nothing changed
        $ sprint leave bea; sprint leave bea
        left: Bea, gone from Monday, 27 February 2017 on
        left: Bea, gone from Monday, 27 February 2017 on
        ! remark: Bea had left before, so nothing changed
        $ sprint join bea --day thu; sprint leave bea --day wed; sprint leave bea --day fri; sprint leave bea --day thu
        attends: Bea Meier (bea), back from Thursday, 2 March 2017 on
        left: Bea, gone from Monday, 27 February 2017 on and back from Thursday, 2 March 2017 on
        left: Bea, gone from Friday, 3 March 2017 on
        left: Bea, gone from Monday, 27 February 2017 on
        ! remark: 2017-03-02 00:00 is in the future
        ! remark: Bea had left before, so nothing changed
        $ sprint people
        Monday, 27 February 2017
        person        nick   on
        Armin Rigo    armin  free
        Antonio Cuni  anto   free
        Not here: Bea Meier (to 26 Feb)
    "#]]);
}

#[test]
fn a_late_leave_says_nothing_about_the_order_of_the_log() {
    people_session(expect![[r#"
        $ SPRINT_NOW=2017-03-01T09:00:00+01:00 sprint join Carl Huber; SPRINT_NOW=2017-03-01T10:00:00+01:00 sprint leave carl --day tue
        joined: Carl Huber (carl)
        left: Carl, gone from Tuesday, 28 February 2017 on
        $ SPRINT_NOW=2017-03-01T10:00:00+01:00 sprint leave carl --day mon; SPRINT_NOW=2017-03-01T10:00:00+01:00 sprint people --day mon
        left: Carl, gone from Monday, 27 February 2017 on
        Monday, 27 February 2017
        person        nick   on
        Armin Rigo    armin  free
        Antonio Cuni  anto   free
        Bea Meier     bea    free
        Not here: Carl Huber (to 26 Feb)
    "#]]);
}

#[test]
fn the_post_has_the_days_that_people_shows() {
    people_session(expect![[r#"
        $ sprint leave bea; sprint join bea --from fri
        left: Bea, gone from Monday, 27 February 2017 on
        attends: Bea Meier (bea; from 2017-03-03)
        $ sprint leave anto --day tue; sprint join anto --day thu
        left: Antonio, gone from Tuesday, 28 February 2017 on
        attends: Antonio Cuni (anto), back from Thursday, 2 March 2017 on
        ! remark: 2017-03-02 00:00 is in the future
        $ sprint join armin --from wed --to wed
        attends: Armin Rigo (armin; from 2017-03-01; to 2017-03-01)
        $ sprint people --day fri
        Friday, 3 March 2017
        person        nick  on    days
        Antonio Cuni  anto  free  to 27 Feb, from 2 Mar
        Bea Meier     bea   free  to 26 Feb, from 3 Mar
        Not here: Armin Rigo (1 Mar)
        $ sprint people --json | grep -A 4 '"from"'
            "from": "2017-02-26",
            "to": "2017-03-04"
          },
          "day": {
            "date": "2017-02-27",
        --
                  "from": "2017-03-02"
                }
              ],
              "on": []
            }
        --
              "from": "2017-03-01",
              "to": "2017-03-01",
              "days": [
                {
                  "from": "2017-03-01",
                  "to": "2017-03-01"
                }
              ],
              "on": []
        --
                  "from": "2017-03-03"
                }
              ],
              "on": []
            }
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## Attendees

        - Antonio Cuni (until 27 February and from 2 March)
        - Bea Meier (until 26 February and from 3 March)
        - Armin Rigo (one day)
        $ sprint summary --for json | grep -A 1 '"from"'
            "from": "2017-02-26",
            "to": "2017-03-04"
        --
                "from": "2017-03-01",
                "to": "2017-03-01",
    "#]]);
}

#[test]
fn the_board_of_a_day_has_those_who_were_recorded_later() {
    people_session(expect![[r#"
        $ SPRINT_NOW=2017-03-01T09:00:00+01:00 sprint join Carl Huber; sprint leave armin --day wed
        joined: Carl Huber (carl)
        left: Armin, gone from Wednesday, 1 March 2017 on
        $ sprint board --day 2017-02-26; sprint people --day 2017-02-26; sprint board --day wed; sprint people --day wed
        Leysin Winter Sprint 2017 · Sunday, 26 February 2017
        Here (4): Armin, Antonio, Bea, Carl
        Free (4): Armin, Antonio, Bea, Carl
        No task is open.
        Sunday, 26 February 2017
        person        nick   on    days
        Armin Rigo    armin  free  to 28 Feb
        Antonio Cuni  anto   free
        Bea Meier     bea    free
        Carl Huber    carl   free
        Leysin Winter Sprint 2017 · Wednesday, 1 March 2017
        Here (3): Antonio, Bea, Carl
        Free (3): Antonio, Bea, Carl
        No task is open.
        Wednesday, 1 March 2017
        person        nick  on
        Antonio Cuni  anto  free
        Bea Meier     bea   free
        Carl Huber    carl  free
        Not here: Armin Rigo (to 28 Feb)
        $ sprint plan fix the leak -p bea?; sprint discuss which license -p anto; sprint board; sprint people; sprint ready
        1 planned: fix the leak  | on it: Bea?
        2 to discuss: which license  | on it: Antonio
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (4): Armin, Antonio, Bea, Carl
        Free (4): Armin, Antonio, Bea, Carl
          1  fix the leak   Bea?
        Discussions
          2  which license  Antonio
        Monday, 27 February 2017
        person        nick   on        days
        Armin Rigo    armin  free      to 28 Feb
        Antonio Cuni  anto   free, 2
        Bea Meier     bea    free, 1?
        Carl Huber    carl   free
        Armin    has no task
        Antonio  has no task
        Bea      has no task
        Carl     has no task
        ! error: planning is not complete: 4 people are not ready
        ! hint: `sprint assign ITEM PEOPLE` gives everybody a task and a partner
        [exit 1]
    "#]]);
}

#[test]
fn a_weekday_of_at_is_the_one_of_the_sprint() {
    people_session(expect![[r#"
        $ sprint leave armin --at 'fri 12:00'
        left: Armin, gone from Friday, 3 March 2017 on
        $ sprint leave anto --at 'wed 12:00' --day thu
        ! error: `--at` says 2017-03-01, and `--day` says 2017-03-02
        ! hint: give the day once; `--at` may be a time alone
        [exit 2]
        $ sprint plan fix it --at 2017-02-28T10:00:00+01:00 --day mon
        ! error: `--at` says 2017-02-28, and `--day` says 2017-02-27
        ! hint: give the day once; `--at` may be a time alone
        [exit 2]
        $ sprint plan fix it --at 14:30 --day mon
        1 planned: fix it
        ! remark: 2017-02-27 14:30 is in the future
    "#]]);
}

#[test]
fn whoever_finished_something_on_the_day_is_told_that_it_does_not_count() {
    people_session(expect![[r#"
        $ sprint plan fix it -p bea; sprint done 1 It works.
        1 planned: fix it  | on it: Bea
        1 done: fix it  | credit: Bea  | result: It works.
        $ sprint leave bea
        left: Bea, gone from Monday, 27 February 2017 on
        ! remark: Monday, 27 February 2017 does not count for Bea, whose work was finished on it
        ! hint: to count it, `sprint undo` and `sprint leave bea --day 2017-02-28`
        $ sprint undo; sprint leave bea --day 2017-02-28
        took back: leave Bea (for Monday, 27 February 2017) (`sprint undo 2mhmpmyx6k` reverses that)
        left: Bea, gone from Tuesday, 28 February 2017 on
        $ sprint leave everybody --day wed
        left: everybody, gone from Wednesday, 1 March 2017 on
    "#]]);
}

#[test]
fn who_comes_later_is_named_where_all_leave_and_may_not_come_at_all() {
    people_session(expect![[r#"
        $ sprint join Tove Berg; sprint join tove --from wed
        joined: Tove Berg (tove)
        attends: Tove Berg (tove; from 2017-03-01)
        $ sprint leave tove
        ! error: Tove comes on Wednesday, 1 March 2017
        ! hint: with a later `--day`, it is when they leave; if they do not come at all: `sprint undo mmngq59678 --only` and `sprint undo je8h3pz3mc --only`
        [exit 1]
        $ sprint leave everybody --day wed
        left: Armin, Antonio and Bea, gone from Wednesday, 1 March 2017 on; Tove comes later
        $ tail -1 sprints/leysin-2017/2017-03-01.toml
        4k9phs9qcx = { at = 2017-03-01T00:00:00.000+01:00, by = "armin", kind = "leave", people = ["armin", "anto", "bea"], entered = 2017-02-27T09:00:00.002+01:00 }
    "#]]);
}

#[test]
fn who_leaves_in_doubt_has_not_left_and_who_leaves_on_the_first_day_was_there_for_one_day() {
    people_session(expect![[r#"
        $ sprint leave anto?; sprint leave maybe anto
        ! error: whether Antonio leaves is in doubt, and who left is recorded without doubt
        ! hint: wait until it is certain, or name them without the doubt
        ! error: whether Antonio leaves is in doubt, and who left is recorded without doubt
        ! hint: wait until it is certain, or name them without the doubt
        [exit 2]
        $ sprint --day 2017-02-26 leave anto
        left: Antonio, gone from Sunday, 26 February 2017 on
        $ sprint people
        Monday, 27 February 2017
        person      nick   on
        Armin Rigo  armin  free
        Bea Meier   bea    free
        Not here: Antonio Cuni (26 Feb)
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## Attendees

        - Antonio Cuni (one day)
        - Bea Meier
        - Armin Rigo
    "#]]);
}

#[test]
fn who_is_to_leave_has_not_left_yet() {
    people_session(expect![[r#"
        $ sprint plan fix the leak -p bea
        1 planned: fix the leak  | on it: Bea
        $ sprint leave bea --day thu
        left: Bea, gone from Thursday, 2 March 2017 on; still on 1
        $ sprint check
        $ SPRINT_NOW=2017-03-02T10:00:00+01:00 sprint note "It rains."
        noted: It rains.
        $ sprint check
        sprints/leysin-2017/2017-02-27.toml:2:1: notice: Bea has left and is still on 1 [left-on-item]
            2 | 1-aha3aj = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "…
              | ^
            hint: `sprint unassign 1 bea` takes them off; their credit stays
    "#]]);
}

#[test]
fn who_left_on_the_first_day_and_was_back_on_the_next_was_always_there() {
    people_session(expect![[r#"
        $ sprint --day 2017-02-26 leave anto && sprint join Antonio Cuni
        left: Antonio, gone from Sunday, 26 February 2017 on
        attends: Antonio Cuni (anto), back from Monday, 27 February 2017 on
        $ sprint people
        Monday, 27 February 2017
        person        nick   on
        Armin Rigo    armin  free
        Antonio Cuni  anto   free
        Bea Meier     bea    free
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## Attendees

        - Antonio Cuni
        - Bea Meier
        - Armin Rigo
        $ sprint people --json | grep -A4 days
              "days": [
                {}
              ],
              "on": []
            },
        --
              "days": [
                {}
              ],
              "on": []
            },
        --
              "days": [
                {}
              ],
              "on": []
            }
    "#]]);
}

#[test]
fn the_day_of_the_join_counts_where_somebody_leaves_on_it() {
    people_session(expect![[r#"
        $ sprint join Olga Petrova --day tue; sprint leave olga --day tue
        joined: Olga Petrova (olga)
        left: Olga, gone from Tuesday, 28 February 2017 on
        ! remark: 2017-02-28 00:00 is in the future
        $ sprint people --day tue
        Tuesday, 28 February 2017
        person        nick   on
        Armin Rigo    armin  free
        Antonio Cuni  anto   free
        Bea Meier     bea    free
        Not here: Olga Petrova (to 28 Feb)
        $ sprint join olga; sprint join Ida --day wed; sprint leave ida --day wed; sprint join ida --day tue; sprint people --day fri
        attends: Olga Petrova (olga)
        joined: Ida (ida)
        left: Ida, gone from Wednesday, 1 March 2017 on
        attends: Ida (ida)
        Friday, 3 March 2017
        person        nick   on
        Armin Rigo    armin  free
        Antonio Cuni  anto   free
        Bea Meier     bea    free
        Olga Petrova  olga   free
        Ida           ida    free
        ! remark: Olga Petrova was to stay until Tuesday, 28 February 2017, and stays to the end now
        ! hint: `sprint join olga --to 2017-02-28` if they leave then
        ! remark: 2017-03-01 00:00 is in the future
        ! remark: Ida was to stay until Wednesday, 1 March 2017, and stays to the end now
        ! hint: `sprint join ida --to 2017-03-01` if they leave then
        ! remark: 2017-02-28 00:00 is in the future
        $ sprint leave nobody
        ! error: `nobody` is not a name
        ! hint: whoever is not named stays; `sprint people` shows who is here
        [exit 2]
    "#]]);
}
