//! Entering something late: `--at`, `--day`, and the order of entries.

use expect_test::expect;

use crate::support::sprint_session;

#[test]
fn an_entry_goes_to_the_day_on_which_it_happened() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak --day yesterday
        1 planned: fix the leak
        $ sprint --at 8:30 progress 1 begun
        1 progress: fix the leak  | status: begun
        $ sprint progress 1 --at "sun 22:15" thought about
        1 progress: fix the leak  | status: thought about
        $ sprint done 1 It leaked. --at 2017-02-27T10:00:00+02:00
        1 done: fix the leak  | result: It leaked.
        $ cat sprints/leysin-2017/2017-02-26.toml sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Sunday, 26 February 2017
        1-xsa8v6 = { at = 2017-02-26T23:59:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak", entered = 2017-02-27T09:00:00.000+01:00 }
        b6y63r5abm = { at = 2017-02-26T22:15:00.000+01:00, by = "armin", kind = "progress", item = "1-xsa8v6", text = "thought about", entered = 2017-02-27T09:00:00.002+01:00 }
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        c27qg636w0 = { at = 2017-02-27T08:30:00.000+01:00, by = "armin", kind = "progress", item = "1-xsa8v6", text = "begun", entered = 2017-02-27T09:00:00.001+01:00 }
        crkra1k89z = { at = 2017-02-27T10:00:00.000+02:00, by = "armin", kind = "done", item = "1-xsa8v6", text = "It leaked.", entered = 2017-02-27T09:00:00.003+01:00 }
        $ sprint show 1
        1 fix the leak
            task, done

        It leaked.

        when              by     what      entry          id
        Sun 26 Feb 22:15  armin  progress  thought about  b6y63r5abm
        Sun 26 Feb 23:59  armin  plan      fix the leak   1-xsa8v6
        Mon 27 Feb 08:30  armin  progress  begun          c27qg636w0
        Mon 27 Feb 10:00  armin  done      It leaked.     crkra1k89z
    "#]]);
}

#[test]
fn what_one_person_types_in_a_row_gets_rising_times() {
    sprint_session(expect![[r#"
        $ sprint plan a
        1 planned: a
        $ sprint plan b
        2 planned: b
        $ SPRINT_BY=anto sprint plan c
        3 planned: c
        $ sprint plan --at 9:00 d
        4 planned: d
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-m0mzdw = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "a" }
        2-bjpd7f = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "plan", text = "b" }
        3-7e34wz = { at = 2017-02-27T09:00:00.000+01:00, by = "anto", kind = "plan", text = "c" }
        4-armdag = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "plan", text = "d" }
    "#]]);
}

#[test]
fn a_day_outside_the_sprint_gets_a_remark() {
    sprint_session(expect![[r#"
        $ SPRINT_NOW=2017-05-01T10:00:00+02:00 sprint note "It was nice."
        noted: It was nice.
        ! remark: recorded in leysin-2017 (2017-02-26 to 2017-03-04) for 2017-05-01
    "#]]);
}

#[test]
fn a_clock_that_went_back_gets_a_remark() {
    sprint_session(expect![[r#"
        $ SPRINT_NOW=2017-02-27T09:00:12+01:00 sprint plan a
        1 planned: a
        $ SPRINT_NOW=2017-02-27T08:00:00+01:00 sprint plan b
        2 planned: b
        ! remark: the clock has gone back since your last entry
        ! hint: check it, because entries are ordered by time
    "#]]);
}

#[test]
fn times_that_cannot_be_read_are_refused() {
    sprint_session(expect![[r#"
        $ sprint plan a --at noon
        ! error: `noon` is not a time for --at
        ! hint: use a time such as 14:30, a day such as 2017-02-27, `mon` or `yesterday`, both, or 2017-02-27T14:30:00+01:00
        [exit 2]
        $ sprint plan a --day someday
        ! error: `someday` is not a day for --day
        ! hint: use a date such as 2017-02-27, a weekday, `today`, `yesterday` or `tomorrow`
        [exit 2]
        $ SPRINT_NOW=now sprint plan a
        ! error: `now` is not a time for SPRINT_NOW
        ! hint: use a time such as 2017-02-27T09:12:33+01:00
        [exit 2]
        $ ls sprints/leysin-2017
        post.md
        sprint.toml
    "#]]);
}

#[test]
fn clocks_that_disagree_do_not_turn_the_order_around() {
    sprint_session(expect![[r#"
        $ SPRINT_BY=anto SPRINT_NOW=2017-02-27T09:10:00+01:00 sprint plan fix the leak
        1 planned: fix the leak
        $ SPRINT_BY=anto SPRINT_NOW=2017-02-27T09:10:30+01:00 sprint done 1
        1 done: fix the leak
        $ SPRINT_BY=ronan sprint reopen 1
        1 reopened: fix the leak
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-p92mfw = { at = 2017-02-27T09:10:00.000+01:00, by = "anto", kind = "plan", text = "fix the leak" }
        a4bpmf5d0x = { at = 2017-02-27T09:10:30.000+01:00, by = "anto", kind = "done", item = "1-p92mfw" }
        hdgrhffac6 = { at = 2017-02-27T09:10:30.001+01:00, by = "ronan", kind = "reopen", item = "1-p92mfw", entered = 2017-02-27T09:00:00.000+01:00 }
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  fix the leak  nobody
    "#]]);
}

#[test]
fn what_would_make_a_later_entry_lose_its_meaning_is_refused() {
    sprint_session(expect![[r#"
        $ sprint join Armin Rigo
        joined: Armin Rigo (armin)
        $ sprint join --day yesterday Armin Ronacher --nick armin
        ! error: with this entry, the one at sprints/leysin-2017/2017-02-27.toml:2:1 would be wrong: Armin Ronacher has the nick `armin`
        !   2 | qjmvgjrgz4 = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "…
        !     | ^
        ! hint: look at it with `sprint log`, and enter this one at another time
        [exit 1]
        $ sprint plan a -p armin
        1 planned: a  | on it: Armin
        $ sprint --at 9:30 unassign 1 armin
        1 unassigned: a  | off it: Armin  | nobody is on it
        ! remark: 2017-02-27 09:30 is in the future
        $ sprint --at 9:15 unassign 1 armin
        1 unassigned: a  | off it: Armin  | nobody is on it
        ! remark: 2017-02-27 09:15 is in the future
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (1): Armin
        Free (1): Armin
          1  a  nobody
    "#]]);
}

#[test]
fn a_time_that_the_clocks_skip_is_refused() {
    sprint_session(expect![[r#"
        $ env -u SPRINT_NOW TZ=Europe/Zurich sprint plan a --at '2017-03-26 02:30'
        ! error: `2017-03-26 02:30` happens twice or not at all, because the clocks change
        ! hint: give the offset, as in `--at 2017-03-26T02:30:00+02:00`
        [exit 1]
        $ env -u SPRINT_NOW TZ=Europe/Zurich sprint plan a --at '2016-10-30 02:30'
        ! error: `2016-10-30 02:30` happens twice or not at all, because the clocks change
        ! hint: give the offset, as in `--at 2017-03-26T02:30:00+02:00`
        [exit 1]
        $ env -u SPRINT_NOW TZ=Europe/Zurich sprint plan a --at '2017-03-01 02:30'
        1 planned: a
        $ cut -c10-60 sprints/leysin-2017/2017-03-01.toml
        Winter Sprint 2017: Wednesday, 1 March 2017
        = { at = 2017-03-01T02:30:00.000+01:00, by = "armin
    "#]]);
}

#[test]
fn a_time_to_come_gets_a_remark_and_is_not_a_wrong_clock() {
    sprint_session(expect![[r#"
        $ sprint talk The JIT --at 18:00
        1 talk: The JIT
        ! remark: 2017-02-27 18:00 is in the future
        $ sprint plan x
        2 planned: x
    "#]]);
}
