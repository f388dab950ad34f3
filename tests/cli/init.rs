//! `sprint init`.

use expect_test::expect;

use crate::support::{session, sprint_session};

#[test]
fn a_sprint_is_a_folder_with_a_file_to_fill_in() {
    session(expect![[r#"
        $ sprint init leysin-2017 --title "Leysin \"Winter\" Sprint" --place Leysin --from 2017-02-26 --to 2017-03-04
        created: sprints/leysin-2017  | from Sunday, 26 February 2017  | to Saturday, 4 March 2017
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        $ find sprints -type f | sort
        sprints/.gitattributes
        sprints/.gitignore
        sprints/leysin-2017/sprint.toml
        $ cat sprints/leysin-2017/sprint.toml sprints/.gitattributes sprints/.gitignore
        title = "Leysin \"Winter\" Sprint"
        place = "Leysin"
        from = 2017-02-26
        to = 2017-03-04
        # topics = ["Release Work", "Release Work/Stackless"]    # in the order of the report
        # log = "per-writer"     # one log per day and writer: merges without .gitattributes

        # [check]
        # off = ["never-joined"]     # rules that `sprint check` ignores
        # Day logs: git keeps the lines of both sides when it merges.
        [0-9]*.toml text eol=lf merge=union
        # What sprint keeps for itself.
        *.cut
        .lock
        post.theirs*.md
    "#]]);
}

#[test]
fn a_name_is_enough() {
    session(expect![[r#"
        $ sprint init x
        created: sprints/x  | from Monday, 27 February 2017
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        $ cat sprints/x/sprint.toml
        title = "x"
        # place = "Leysin, Switzerland"
        from = 2017-02-27
        # to = 2017-03-04
        # topics = ["Release Work", "Release Work/Stackless"]    # in the order of the report
        # log = "per-writer"     # one log per day and writer: merges without .gitattributes

        # [check]
        # off = ["never-joined"]     # rules that `sprint check` ignores
        $ sprint
        x · Monday, 27 February 2017
        No task is open.
        $ sprint summary
        # x

        <!-- gap: a few sentences: where, when, who, what for; sprint edit post -->
        ! remark: gap: a few sentences: where, when, who, what for; sprint edit post
    "#]]);
}

#[test]
fn a_sprint_is_never_begun_twice() {
    sprint_session(expect![[r#"
        $ sprint init leysin-2017
        ! error: the sprint `leysin-2017` already exists: sprints/leysin-2017
        ! hint: use it with `-s leysin-2017`, or choose another name
        [exit 1]
    "#]]);
}

#[test]
fn names_that_some_system_cannot_store_are_refused() {
    session(expect![[r#"
        $ sprint init ../../etc
        ! error: `../../etc` cannot be the name of a sprint
        ! hint: a name has lower-case letters, digits, `-`, `_` and `.`, begins with a letter or a digit, and has at most 64 characters; `etc` is possible
        [exit 1]
        $ sprint init "Leysin 2017"
        ! error: `Leysin 2017` cannot be the name of a sprint
        ! hint: a name has lower-case letters, digits, `-`, `_` and `.`, begins with a letter or a digit, and has at most 64 characters; `leysin-2017` is possible
        [exit 1]
        $ sprint init con
        ! error: `con` cannot be the name of a sprint
        ! hint: a name has lower-case letters, digits, `-`, `_` and `.`, begins with a letter or a digit, and has at most 64 characters
        [exit 1]
        $ sprint init -- -rf
        ! error: `-rf` cannot be the name of a sprint
        ! hint: a name has lower-case letters, digits, `-`, `_` and `.`, begins with a letter or a digit, and has at most 64 characters; `rf` is possible
        [exit 1]
        $ sprint init ...
        ! error: `...` cannot be the name of a sprint
        ! hint: a name has lower-case letters, digits, `-`, `_` and `.`, begins with a letter or a digit, and has at most 64 characters
        [exit 1]
        $ sprint init ""
        ! error: `` cannot be the name of a sprint
        ! hint: a name has lower-case letters, digits, `-`, `_` and `.`, begins with a letter or a digit, and has at most 64 characters
        [exit 1]
        $ ls -A
    "#]]);
}

#[test]
fn dates_are_in_order() {
    session(expect![[r#"
        $ sprint init x --from 2017-03-04 --to 2017-02-26
        ! error: the last day, 2017-02-26, comes before the first, 2017-03-04
        ! hint: give the first day with `--from` and the last with `--to`
        [exit 1]
        $ sprint init x --from 4.3.
        ! error: `4.3.` is not a day for --from
        ! hint: write the day as 2017-03-04
        [exit 2]
        $ ls -A
    "#]]);
}

#[test]
fn what_git_was_told_before_stays() {
    session(expect![[r#"
        $ mkdir sprints; printf "*.png binary" > sprints/.gitattributes
        $ sprint init x
        created: sprints/x  | from Monday, 27 February 2017
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        $ sprint init y
        created: sprints/y  | from Monday, 27 February 2017
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        $ cat sprints/.gitattributes
        *.png binary
        # Day logs: git keeps the lines of both sides when it merges.
        [0-9]*.toml text eol=lf merge=union
    "#]]);
}

#[test]
fn the_folder_can_be_given() {
    session(expect![[r#"
        $ mkdir deep
        $ sprint -C deep init x
        created: deep/sprints/x  | from Monday, 27 February 2017
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        $ SPRINT_DIR=deep/sprints sprint init y
        created: deep/sprints/y  | from Monday, 27 February 2017
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        $ find . -name sprint.toml | sort
        ./deep/sprints/x/sprint.toml
        ./deep/sprints/y/sprint.toml
        $ sprint -C nowhere init x
        ! error: nowhere does not exist
        ! hint: `-C` and SPRINT_DIR name the folder that holds `sprints/`
        [exit 1]
    "#]]);
}

#[test]
fn what_was_begun_and_not_finished_can_be_begun_again() {
    session(expect![[r#"
        $ mkdir -p sprints/house && mkdir sprints/.gitignore && sprint init house; rmdir sprints/.gitignore
        ! error: sprints/.gitignore is a folder where a file belongs
        ! hint: nothing was recorded; move it away
        $ sprint init house
        created: sprints/house  | from Monday, 27 February 2017
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        $ sprint init house
        ! error: the sprint `house` already exists: sprints/house
        ! hint: use it with `-s house`, or choose another name
        [exit 1]
        $ touch sprints/tent && sprint init tent
        ! error: sprints/tent is a file where a folder belongs
        ! hint: nothing was recorded; move it away
        [exit 1]
    "#]]);
}

#[test]
fn a_weekday_is_the_coming_one_and_the_last_day_follows_the_first() {
    session(expect![[r#"
        $ sprint init hut --from thursday --to wed
        created: sprints/hut  | from Thursday, 2 March 2017  | to Wednesday, 8 March 2017
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        $ sprint init now --from mon --to fri
        created: sprints/now  | from Monday, 27 February 2017  | to Friday, 3 March 2017
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        $ sprint init day --from fri --to fri
        created: sprints/day  | from Friday, 3 March 2017  | to Friday, 3 March 2017
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        $ sprint init past --from sat --to 2017-03-03
        ! error: the last day, 2017-03-03, comes before the first, 2017-03-04
        ! hint: give the first day with `--from` and the last with `--to`
        [exit 1]
        $ sprint init open --to friday
        created: sprints/open  | from Monday, 27 February 2017  | to Friday, 3 March 2017
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        $ sprint init date --from 2017-03-06
        created: sprints/date  | from Monday, 6 March 2017
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
    "#]]);
}

#[test]
fn a_date_of_another_convention_is_answered_with_ours() {
    session(expect![[r#"
        $ sprint init hut --from 25.11.2026
        ! error: `25.11.2026` is not a day for --from
        ! hint: write the day as 2026-11-25
        [exit 2]
        $ sprint init hut --from 11/25/2026
        ! error: `11/25/2026` is not a day for --from
        ! hint: write the day as 2026-11-25
        [exit 2]
        $ sprint init hut --from 11/12/2026
        ! error: `11/12/2026` is not a day for --from
        ! hint: write the day as 2026-12-11 or as 2026-11-12
        [exit 2]
        $ sprint init hut --from '25 Nov'
        ! error: `25 Nov` is not a day for --from
        ! hint: write the day as 2017-11-25
        [exit 2]
        $ sprint init hut --from 2017-3-6
        ! error: `2017-3-6` is not a day for --from
        ! hint: write the day as 2017-03-06
        [exit 2]
        $ sprint init hut --from soon
        ! error: `soon` is not a day for --from
        ! hint: use a date such as 2017-02-27, a weekday, `today`, `yesterday` or `tomorrow`
        [exit 2]
        $ sprint init hut
        created: sprints/hut  | from Monday, 27 February 2017
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        $ sprint note it rains --day 24.2.
        ! error: `24.2.` is not a day for --day
        ! hint: write the day as 2017-02-24
        [exit 2]
        $ sprint note it rains --at '24.2.2017 14:30'
        ! error: `24.2.2017 14:30` is not a time for --at
        ! hint: write the day as 2017-02-24
        [exit 2]
        $ sprint log 24/2/2017
        ! error: `24/2/2017` is not a day for DAY
        ! hint: write the day as 2017-02-24
        [exit 2]
        $ sprint join Ida Lind --from 'march 1st'
        ! error: `march 1st` is not a day for --from
        ! hint: write the day as 2017-03-01
        [exit 2]
        $ sprint summary --from 1.3.17
        ! error: `1.3.17` is not a day for --from
        ! hint: write the day as 2017-03-01
        [exit 2]
        $ sed -i 's/^from = .*/from = 25.11.2026\nto = "12\/11\/2026"/' sprints/hut/sprint.toml
        $ sprint check
        sprints/hut/sprint.toml:3:8: error: `25.11.2026` is not written as a date [setting]
            3 | from = 25.11.2026
              |        ^
            hint: write the day as 2026-11-25, without quotes
        sprints/hut/sprint.toml:4:7: error: `12/11/2026` is not written as a date [setting]
            4 | to = "12/11/2026"
              |       ^
            hint: write the day as 2026-11-12 or as 2026-12-11, without quotes
        ! error: the check found 2 errors
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
    "#]]);
}

#[test]
fn what_is_typed_before_the_first_day_is_preparation() {
    session(expect![[r#"
        $ sprint init hut --title 'Mountain Hut Sprint' --from wednesday --to friday
        created: sprints/hut  | from Wednesday, 1 March 2017  | to Friday, 3 March 2017
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        $ sprint join Ida Lind
        joined: Ida Lind (ida)
        $ sprint join Bela Szabo
        joined: Bela Szabo (bela)
        $ sprint plan shrink the index
        1 planned: shrink the index
        $ sprint assign 1 ida
        1 assigned: shrink the index  | on it: Ida
        $ sprint discuss which license
        2 to discuss: which license
        $ sprint goal a small index
        goal: a small index
        $ sprint note the hut is booked
        noted: the hut is booked
        $ sprint check --strict
        $ SPRINT_NOW=2017-03-02T09:00:00+01:00 sprint note the beds, too --day 2017-02-27
        noted: the beds, too
        ! remark: recorded in hut (2017-03-01 to 2017-03-03) for 2017-02-27
        $ SPRINT_NOW=2017-03-05T09:00:00+01:00 sprint note the post is out
        noted: the post is out
        ! remark: recorded in hut (2017-03-01 to 2017-03-03) for 2017-03-05
        $ SPRINT_NOW=2017-03-05T10:00:00+01:00 sprint check --strict
        sprints/hut/2017-02-27.toml:9:1: notice: 2017-02-27 is not a day of the sprint, which is from 2017-03-01 to 2017-03-03 [outside-sprint]
            9 | 1qn3mhgfpd = { at = 2017-02-27T23:59:00.000+01:00, by = "armin", kind =…
              | ^
            hint: correct the entry, or `from` and `to` in sprint.toml
        sprints/hut/2017-03-05.toml:2:1: notice: 2017-03-05 is not a day of the sprint, which is from 2017-03-01 to 2017-03-03 [outside-sprint]
            2 | cn8drbhysa = { at = 2017-03-05T09:00:00.000+01:00, by = "armin", kind =…
              | ^
            hint: correct the entry, or `from` and `to` in sprint.toml
        ! error: the check found 2 notices
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
    "#]]);
}
