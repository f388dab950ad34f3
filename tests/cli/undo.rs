//! `sprint undo`.

use expect_test::expect;

use crate::support::sprint_session;

#[test]
fn the_last_entry_of_ones_own_is_taken_back() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ SPRINT_BY=anto sprint plan port numpy
        2 planned: port numpy
        $ sprint done 1 Fixed.
        1 done: fix the leak
        $ sprint undo
        took back: done 1 fix the leak: Fixed. (`sprint undo kkgy5cz484` reverses that)
        $ sprint board
        Leysin Winter Sprint 2017, Monday, 27 February 2017

        ┌──────────────────┐
        │ #   task         │
        ╞══════════════════╡
        │ 1   fix the leak │
        │ 2   port numpy   │
        └──────────────────┘
        $ sprint undo
        took back: plan 1 fix the leak (`sprint undo zftnn0t0cj` reverses that)
        $ sprint board
        Leysin Winter Sprint 2017, Monday, 27 February 2017

        ┌────────────────┐
        │ #   task       │
        ╞════════════════╡
        │ 2   port numpy │
        └────────────────┘
        $ sprint undo
        ! error: armin has recorded nothing here that could be taken back
        ! hint: `sprint undo ID` takes back what somebody else recorded
        [exit 1]
        $ sprint plan another
        3 planned: another
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        2-fwnhp2 = { at = 2017-02-27T09:00:00.000+01:00, by = "anto", kind = "plan", text = "port numpy" }
        agsdwcppzg = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "done", item = "1-44gd7a", text = "Fixed." }
        kkgy5cz484 = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "undo", entry = "agsdwcppzg" }
        zftnn0t0cj = { at = 2017-02-27T09:00:00.003+01:00, by = "armin", kind = "undo", entry = "1-44gd7a" }
        3-eh832d = { at = 2017-02-27T09:00:00.004+01:00, by = "armin", kind = "plan", text = "another" }
        $ sprint log
        Monday, 27 February 2017

        ┌───────────────────────────────────────────────────────────────────┐
        │ time    by      what   #   entry                       id         │
        ╞═══════════════════════════════════════════════════════════════════╡
        │ 09:00   armin   plan   1   fix the leak (taken back)   1-44gd7a   │
        │ 09:00   anto    plan   2   port numpy                  2-fwnhp2   │
        │ 09:00   armin   done   1   Fixed. (taken back)         agsdwcppzg │
        │ 09:00   armin   undo       done Fixed.                 kkgy5cz484 │
        │ 09:00   armin   undo       plan fix the leak           zftnn0t0cj │
        │ 09:00   armin   plan   3   another                     3-eh832d   │
        └───────────────────────────────────────────────────────────────────┘
    "#]]);
}

#[test]
fn any_entry_is_taken_back_by_its_id_and_so_is_an_undo() {
    sprint_session(expect![[r#"
        $ SPRINT_BY=anto sprint plan fix the leak -p anto
        1 planned: fix the leak (anto)
        ! remark: anto is new here; `sprint join anto` makes an attendee
        $ sprint undo $(tail -1 sprints/leysin-2017/2017-02-27.toml | cut -d' ' -f1)
        took back: plan 1 fix the leak (anto) (`sprint undo qnn9y7dwcn` reverses that)
        $ sprint board
        Leysin Winter Sprint 2017, Monday, 27 February 2017

        No task is open.
        $ sprint undo $(tail -1 sprints/leysin-2017/2017-02-27.toml | cut -d' ' -f1)
        brought back: plan 1 fix the leak (anto) (`sprint undo ybt4f4pshr` reverses that)
        $ sprint board
        Leysin Winter Sprint 2017, Monday, 27 February 2017

        ┌───────────────────────────┐
        │ #   task           people │
        ╞═══════════════════════════╡
        │ 1   fix the leak   anto   │
        └───────────────────────────┘
        $ sprint undo $(grep -o "^1-[^ ]*" sprints/leysin-2017/2017-02-27.toml)
        took back: plan 1 fix the leak (anto) (`sprint undo h7t60m0r86` reverses that)
        $ sprint undo $(grep -o "^1-[^ ]*" sprints/leysin-2017/2017-02-27.toml)
        ! error: `1-3cb309` was taken back already
        ! hint: `sprint undo ID` of the undo brings it back; `sprint log` shows its id
        [exit 1]
    "#]]);
}

#[test]
fn what_others_build_on_is_not_taken_back() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ SPRINT_BY=anto sprint progress 1 half
        1 progress: fix the leak (half)
        $ sprint undo
        ! error: with this entry, the one at sprints/leysin-2017/2017-02-27.toml:3:1 would be wrong: there is no entry `1-44gd7a`
        ! hint: `sprint undo 0andckbrp6` takes that one back first
        [exit 1]
    "#]]);
}

#[test]
fn what_is_not_there_is_not_taken_back() {
    sprint_session(expect![[r#"
        $ sprint undo
        ! error: armin has recorded nothing here that could be taken back
        ! hint: `sprint undo ID` takes back what somebody else recorded
        [exit 1]
        $ sprint undo q8wd31ztha
        ! error: there is no entry `q8wd31ztha`
        [exit 1]
        $ sprint undo 12
        ! error: `12` is a number, not the id of an entry
        ! hint: `sprint log` shows the ids of a day's entries; `sprint undo -n 12` takes back your last 12
        [exit 2]
    "#]]);
}

#[test]
fn it_takes_back_a_done_an_attendee_a_goal_a_photo() {
    sprint_session(expect![[r#"
        $ sprint join Armin Rigo
        joined: Armin Rigo (armin)
        $ sprint undo
        took back: join Armin Rigo (armin) (`sprint undo 0cemymg2bw` reverses that)
        $ sprint goal Release
        goal: Release
        $ sprint undo
        took back: goal Release (`sprint undo 7ktw7pxx02` reverses that)
        $ sprint plan a
        1 planned: a
        $ sprint done 1 Done.
        1 done: a
        $ sprint undo
        took back: done 1 a: Done. (`sprint undo npeevnb8ca` reverses that)
        $ sprint photo http://example.org/x.png
        photo: http://example.org/x.png
        $ sprint undo
        took back: photo http://example.org/x.png (`sprint undo cc7tjqcp5t` reverses that)
        $ sprint day docs
        Monday, 27 February 2017: docs
        $ sprint undo
        took back: day docs (`sprint undo vbq25przph` reverses that)
        $ sprint summary
        # Leysin Winter Sprint 2017

        <!-- there is no intro: write `intro` under [report] in sprint.toml -->

        ## What is next

        - a
        ! remark: there is no intro: write `intro` under [report] in sprint.toml
        $ sprint board
        Leysin Winter Sprint 2017, Monday, 27 February 2017

        ┌──────────┐
        │ #   task │
        ╞══════════╡
        │ 1   a    │
        └──────────┘
    "#]]);
}
