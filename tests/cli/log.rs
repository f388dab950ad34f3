//! `sprint log`.

use expect_test::expect;

use crate::support::{people_session, sprint_session};

#[test]
fn every_kind_of_entry_is_a_line() {
    people_session(expect![[r#"
        $ sprint join Armin Rigo --also arigo --from mon --to fri --role host --org PyPy
        attends: Armin Rigo (armin; also arigo; PyPy; host; from 2017-02-27; to 2017-03-03)
        $ sprint goal "Release it" --side
        side goal: Release it
        $ sprint day docs --break
        Monday, 27 February 2017: docs, break
        $ sprint plan fix -p armin -t JIT
        1 planned: fix  | on it: Armin  | topic: JIT
        ! remark: `JIT` is a new topic
        $ sprint plan part -u 1
        2 planned: part  | part of: 1 fix
        $ sprint assign 1 anto --with bea --only
        1 assigned only: fix  | on it: Antonio, with help from Bea
        $ sprint unassign 1 anto
        1 unassigned: fix  | off it: Antonio  | on it: with help from Bea
        $ sprint unassign 1
        1 unassigned: fix  | nobody is on it
        $ sprint progress 1 half
        1 progress: fix  | status: half
        $ sprint done 1 Works. -p armin
        1 done: fix  | credit: Armin, with help from Bea  | no credit: Antonio  | result: Works.
        ! remark: parts of 1 are still open: 2 (part)
        $ sprint reopen 1 broken
        1 reopened: fix  | why: broken
        ! remark: the post does not tell what came of 1 until it is finished again
        ! hint: `sprint done 1` finishes it with that, `sprint done 1 TEXT` with something else
        $ sprint drop 1 no time
        1 dropped: fix  | why: no time
        ! remark: the post does not tell what came of 1, as it tells nothing of what was dropped
        ! hint: `sprint reopen 1` and `sprint done 1` tell it after all
        $ sprint discuss which -t X --decided yes -p armin
        3 decided: which  | on it: Armin  | topic: X  | decision: yes
        ! remark: `X` is a new topic
        $ sprint decide 3 no
        3 decided: which  | decision: no
        ! remark: the post tells this after what 3 had before
        ! hint: `sprint result 3 TEXT --only` replaces all of it
        $ sprint talk JIT -p armin
        4 talk: JIT  | on it: Armin
        $ sprint note snow -t X
        noted: snow  | topic: X
        $ sprint next merge -p armin
        next: merge  | on it: Armin
        $ sprint photo http://example.org/x.png Snow -t X
        photo: http://example.org/x.png  | topic: X  | caption: Snow
        $ sprint thank "All of you."
        thanks: All of you.
        $ sprint leave armin
        left: Armin, gone from Tuesday, 28 February 2017 on; still on 4
        ! remark: Monday, 27 February 2017 does not count for Armin, whose work was finished on it
        ! hint: to count it, `sprint undo` and `sprint leave armin --day 2017-02-28`
        $ sprint log
        Monday, 27 February 2017
        time   by     what      #  entry                                      id
        09:00  armin  join         Armin Rigo (armin; also arigo; PyPy;       xmn8n5cj0c
                                   host; from 2017-02-27; to 2017-03-03)
        09:00  armin  goal         Release it (side goal)                     ch4nmnc46d
        09:00  armin  day          docs, break                                njecyzw3ms
        09:00  armin  plan      1  fix (JIT; Armin)                           1-f1j0w3
        09:00  armin  plan      2  part (part of 1)                           2-b6hzjr
        09:00  armin  assign    1  only Antonio, with Bea                     3cv0hw901v
        09:00  armin  unassign  1  Antonio                                    sfexw79a9g
        09:00  armin  unassign  1  all                                        y66nrtrahc
        09:00  armin  progress  1  half                                       nznmghyfjh
        09:00  armin  done      1  Works. (Armin)                             na2q56qpsb
        09:00  armin  reopen    1  broken                                     t5bq2j8495
        09:00  armin  drop      1  no time                                    2ep1zj6n03
        09:00  armin  discuss   3  which (X; Armin): yes                      3-v8rs1c
        09:00  armin  decide    3  no                                         2pvxpa65dy
        09:00  armin  talk      4  JIT (Armin)                                4-2gzdyp
        09:00  armin  note         snow (X)                                   sv8n9j7e03
        09:00  armin  next         merge (Armin)                              h63y626q9q
        09:00  armin  photo        http://example.org/x.png Snow (X)          jfsjsjaeqe
        09:00  armin  thank        All of you.                                4spb35pq0f
        09:00  armin  leave        Armin                                      wdnwacrhc5
    "#]]);
}

#[test]
fn a_day_can_be_asked_for() {
    sprint_session(expect![[r#"
        $ sprint log
        Monday, 27 February 2017: nothing was recorded.
        $ sprint plan one
        1 planned: one
        $ sprint --day sun plan zero
        2 planned: zero
        $ sprint log
        Monday, 27 February 2017
        time   by     what  #  entry  id
        09:00  armin  plan  1  one    1-vfvvmn
        $ sprint log sun
        Sunday, 26 February 2017
        time   by     what  #  entry  id
        23:59  armin  plan  2  zero   2-kxy73t
        $ sprint log --day 2017-02-26
        Sunday, 26 February 2017
        time   by     what  #  entry  id
        23:59  armin  plan  2  zero   2-kxy73t
        $ sprint log 2017-02-01
        Wednesday, 1 February 2017: nothing was recorded.
        $ SPRINT_NOW=2017-05-01T10:00:00+02:00 sprint log
        Monday, 27 February 2017
        time   by     what  #  entry  id
        09:00  armin  plan  1  one    1-vfvvmn
        $ sprint log never
        ! error: `never` is not a day for DAY
        ! hint: use a date such as 2017-02-27, a weekday, `today`, `yesterday` or `tomorrow`
        [exit 2]
    "#]]);
}

#[test]
fn the_day_may_be_an_option() {
    sprint_session(expect![[r#"
        $ sprint note a && sprint log --day today && sprint log --day yesterday
        noted: a
        Monday, 27 February 2017
        time   by     what  entry  id
        09:00  armin  note  a      sgq3w40ap1
        Sunday, 26 February 2017: nothing was recorded.
    "#]]);
}

#[test]
fn all_that_was_recorded_since_a_day_is_under_the_headings_of_the_days() {
    people_session(expect![[r#"
        $ sprint plan fix the leak -p armin && sprint --day sun note We arrived.
        1 planned: fix the leak  | on it: Armin
        noted: We arrived.
        $ SPRINT_NOW=2017-02-28T10:00:00+01:00 sprint progress 1 found it
        1 progress: fix the leak  | status: found it
        $ SPRINT_NOW=2017-03-01T10:00:00+01:00 sprint done 1 && SPRINT_NOW=2017-03-01T10:05:00+01:00 sprint undo
        1 done: fix the leak  | credit: Armin
        took back: done 1 fix the leak (`sprint undo qc4qfkr21m` reverses that)
        $ export SPRINT_NOW=2017-03-02T10:00:00+01:00; sprint log --since mon && sprint log --since tue && sprint log --since today
        Monday, 27 February 2017
        time   by     what      #  entry                 id
        09:00  armin  plan      1  fix the leak (Armin)  1-nwqx2n
        Tuesday, 28 February 2017
        10:00  armin  progress  1  found it              x089k5zq44
        Wednesday, 1 March 2017
        10:00  armin  done      1  (taken back)          fk0k5gd3yj
        10:05  armin  undo         done 1 fix the leak   qc4qfkr21m
        Tuesday, 28 February 2017
        time   by     what      #  entry                id
        10:00  armin  progress  1  found it             x089k5zq44
        Wednesday, 1 March 2017
        10:00  armin  done      1  (taken back)         fk0k5gd3yj
        10:05  armin  undo         done 1 fix the leak  qc4qfkr21m
        Nothing was recorded since Thursday, 2 March 2017.
        $ sprint log --since wed --json | grep -e '"since"' -e '"kind"' -e '"date"'
          "since": "2017-03-01",
              "kind": "done",
              "kind": "undo",
        $ sprint log mon --since tue
        ! error: `--since DAY` cannot be used with `DAY`
        ! hint: leave one of them out
        [exit 2]
        $ sprint log --since mon --day tue
        ! error: `--since DAY` cannot be used with `--day DAY`
        ! hint: leave one of them out
        [exit 2]
        $ sprint log --since never
        ! error: `never` is not a day for --since
        ! hint: use a date such as 2017-02-27, a weekday, `today`, `yesterday` or `tomorrow`
        [exit 2]
    "#]]);
}

#[test]
fn a_weekday_that_is_shown_is_one_of_the_sprint() {
    people_session(expect![[r#"
        $ sprint init hut --from 2017-03-01 --to 2017-03-03
        created: sprints/hut  | from Wednesday, 1 March 2017  | to Friday, 3 March 2017
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        $ printf 'join Ida Lind\nplan fix the leak --at 2017-03-01\nleave ida --day fri\nlog wed\nlog fri\nlog --since fri\nboard --day fri\npeople --day fri\n' > day.txt; SPRINT_NOW=2017-03-02T09:00:00+01:00 sprint -s hut batch day.txt
        joined: Ida Lind (ida)
        1 planned: fix the leak
        left: Ida, gone from Friday, 3 March 2017 on
        Wednesday, 1 March 2017
        time   by     what  #  entry         id
        23:59  armin  plan  1  fix the leak  1-ff2tem
        Friday, 3 March 2017
        time   by     what   entry  id
        00:00  armin  leave  Ida    zcg1st9pxt
        Friday, 3 March 2017
        time   by     what   entry  id
        00:00  armin  leave  Ida    zcg1st9pxt
        hut · Friday, 3 March 2017
          1  fix the leak  nobody
        Friday, 3 March 2017
        Nobody who joined is here.
        Not here: Ida Lind (to 2 Mar)
        $ sprint -s hut log mon; sprint -s hut log --since mon; sprint -s hut log --day mon; sprint -s hut edit log mon; sprint -s hut edit tue
        ! error: the sprint has no `mon`: it is from 2017-03-01 to 2017-03-03
        ! hint: give a day of it, or a date such as 2017-03-01
        ! error: the sprint has no `mon`: it is from 2017-03-01 to 2017-03-03
        ! hint: give a day of it, or a date such as 2017-03-01
        ! error: the sprint has no `mon`: it is from 2017-03-01 to 2017-03-03
        ! hint: give a day of it, or a date such as 2017-03-01
        ! error: the sprint has no `mon`: it is from 2017-03-01 to 2017-03-03
        ! hint: give a day of it, or a date such as 2017-03-01
        ! error: the sprint has no `tue`: it is from 2017-03-01 to 2017-03-03
        ! hint: give a day of it, or a date such as 2017-03-01
        [exit 2]
        $ sprint -s hut board --day Sunday; sprint -s hut people --day sun; sprint -s hut show 1 --day sun; sprint -s hut ready --day sun
        ! error: the sprint has no `Sunday`: it is from 2017-03-01 to 2017-03-03
        ! hint: give a day of it, or a date such as 2017-03-01
        ! error: the sprint has no `sun`: it is from 2017-03-01 to 2017-03-03
        ! hint: give a day of it, or a date such as 2017-03-01
        ! error: the sprint has no `sun`: it is from 2017-03-01 to 2017-03-03
        ! hint: give a day of it, or a date such as 2017-03-01
        ! error: the sprint has no `sun`: it is from 2017-03-01 to 2017-03-03
        ! hint: give a day of it, or a date such as 2017-03-01
        [exit 2]
        $ sprint -s hut summary --day tue; sprint -s hut summary --from tue; sprint -s hut summary --to sat
        ! error: the sprint has no `tue`: it is from 2017-03-01 to 2017-03-03
        ! hint: give a day of it, or a date such as 2017-03-01
        ! error: the sprint has no `tue`: it is from 2017-03-01 to 2017-03-03
        ! hint: give a day of it, or a date such as 2017-03-01
        ! error: the sprint has no `sat`: it is from 2017-03-01 to 2017-03-03
        ! hint: give a day of it, or a date such as 2017-03-01
        [exit 2]
        $ sprint -s hut summary --day fri
        # hut (day 3)

        <!-- gap: a few sentences: where, when, who, what for -->

        ## What is next

        - Fix the leak
        ! remark: gap: a few sentences: where, when, who, what for
        $ sprint -s hut summary --from wed --to thu
        # hut (days 1-2)

        <!-- gap: a few sentences: where, when, who, what for -->

        ## What is next

        - Fix the leak

        ## Attendees

        - Ida Lind (until 2 March)
        ! remark: gap: a few sentences: where, when, who, what for
    "#]]);
}
