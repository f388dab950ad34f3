//! What was recorded on this machine and is no longer in any log.

use expect_test::expect;

use crate::support::{sprint_session, sync_session};

#[test]
fn what_an_old_copy_was_saved_over_is_named_and_put_back() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ cp sprints/leysin-2017/2017-02-27.toml copy
        $ sprint plan write a test; sprint progress 1 found it
        2 planned: write a test
        1 progress: fix the leak  | status: found it
        $ cp copy sprints/leysin-2017/2017-02-27.toml
        $ sprint check
        sprints/leysin-2017/2017-02-27.toml: warning: this was recorded on this machine and is gone: 2-nakqdv = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "plan", text = "write a test" } [gone]
            hint: if no other branch has it, `sprint check --restore` puts it back; `sprint check --forget` forgets it
        sprints/leysin-2017/2017-02-27.toml: warning: this was recorded on this machine and is gone: hm2es3482t = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "progress", item = "1-44gd7a", text = "found it" } [gone]
            hint: if no other branch has it, `sprint check --restore` puts it back; `sprint check --forget` forgets it
        ! error: the check found 2 warnings
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
        $ sprint check --json
        {
          "version": 2,
          "sprint": {
            "name": "leysin-2017",
            "title": "Leysin Winter Sprint 2017",
            "from": "2017-02-26",
            "to": "2017-03-04"
          },
          "sprints": [
            {
              "name": "leysin-2017",
              "title": "Leysin Winter Sprint 2017",
              "from": "2017-02-26",
              "to": "2017-03-04"
            }
          ],
          "problems": [
            {
              "file": "sprints/leysin-2017/2017-02-27.toml",
              "line": 0,
              "column": 0,
              "rule": "gone",
              "level": "warning",
              "error": false,
              "message": "this was recorded on this machine and is gone: 2-nakqdv = { at = 2017-02-27T09:00:00.001+01:00, by = \"armin\", kind = \"plan\", text = \"write a test\" }",
              "hint": "if no other branch has it, `sprint check --restore` puts it back; `sprint check --forget` forgets it"
            },
            {
              "file": "sprints/leysin-2017/2017-02-27.toml",
              "line": 0,
              "column": 0,
              "rule": "gone",
              "level": "warning",
              "error": false,
              "message": "this was recorded on this machine and is gone: hm2es3482t = { at = 2017-02-27T09:00:00.002+01:00, by = \"armin\", kind = \"progress\", item = \"1-44gd7a\", text = \"found it\" }",
              "hint": "if no other branch has it, `sprint check --restore` puts it back; `sprint check --forget` forgets it"
            }
          ]
        }
        ! error: the check found 2 warnings
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
        $ sprint check --restore
        ! remark: 2 entries were put back
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        2-nakqdv = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "plan", text = "write a test" }
        hm2es3482t = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "progress", item = "1-44gd7a", text = "found it" }
        $ sprint check
    "#]]);
}

#[test]
fn what_is_to_stay_gone_can_be_forgotten() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak; sprint plan write a test
        1 planned: fix the leak
        2 planned: write a test
        $ sed -i /leak/d sprints/leysin-2017/2017-02-27.toml
        $ sprint check
        sprints/leysin-2017/2017-02-27.toml: warning: this was recorded on this machine and is gone: 1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak" } [gone]
            hint: if no other branch has it, `sprint check --restore` puts it back; `sprint check --forget` forgets it
        ! error: the check found 1 warning
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
        $ sprint check --forget
        ! remark: 1 entry was forgotten
        $ sprint check
        $ sed -i /test/d sprints/leysin-2017/2017-02-27.toml
        $ sprint check
        sprints/leysin-2017/2017-02-27.toml: warning: this was recorded on this machine and is gone: 2-nakqdv = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "plan", text = "write a test" } [gone]
            hint: if no other branch has it, `sprint check --restore` puts it back; `sprint check --forget` forgets it
        ! error: the check found 1 warning
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
        $ sprint check --forget --restore
        ! error: `--forget` cannot be used with `--restore`
        ! hint: leave one of them out
        [exit 2]
    "#]]);
}

#[test]
fn a_log_that_is_deleted_is_missed_and_one_that_cannot_be_read_is_not() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak; sprint --day yesterday plan write a test
        1 planned: fix the leak
        2 planned: write a test
        $ rm sprints/leysin-2017/2017-02-26.toml
        $ sprint check
        sprints/leysin-2017/2017-02-26.toml: warning: this was recorded on this machine and is gone: 2-sgpw3b = { at = 2017-02-26T23:59:00.000+01:00, by = "armin", kind = "plan", text = "write a test", entered = 2017-02-27T09:00:00.001+01:00 } [gone]
            hint: if no other branch has it, `sprint check --restore` puts it back; `sprint check --forget` forgets it
        ! error: the check found 1 warning
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
        $ rm sprints/leysin-2017/2017-02-27.toml; mkdir sprints/leysin-2017/2017-02-27.toml
        $ sprint check
        sprints/leysin-2017/2017-02-26.toml: warning: this was recorded on this machine and is gone: 2-sgpw3b = { at = 2017-02-26T23:59:00.000+01:00, by = "armin", kind = "plan", text = "write a test", entered = 2017-02-27T09:00:00.001+01:00 } [gone]
            hint: if no other branch has it, `sprint check --restore` puts it back; `sprint check --forget` forgets it
        sprints/leysin-2017/2017-02-27.toml: error: a folder where a file belongs; it is not used [in-the-way]
            hint: move it away
        ! error: the check found 1 error and 1 warning
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
    "#]]);
}

#[test]
fn what_was_damaged_by_hand_is_put_back_after_it() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sed -i 's/"plan"/plan"/' sprints/leysin-2017/2017-02-27.toml
        $ sprint check --restore
        sprints/leysin-2017/2017-02-27.toml:2:71: error: invalid TOML: the opening quote is missing [syntax]
            2 | …09:00:00.000+01:00, by = "armin", kind = plan", text = "fix the leak" }
              |                                           ^
            hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
        ! remark: 1 entry was put back
        ! error: the check found 1 error
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  fix the leak  nobody
        ! warning: sprints/leysin-2017/2017-02-27.toml:2:71: invalid TOML: the opening quote is missing
        !   2 | …7T09:00:00.000+01:00, by = "armin", kind = plan", text = "fix the leak" }
        !     |                                             ^
        ! hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
    "#]]);
}

#[test]
fn what_is_taken_back_or_edited_on_purpose_is_not_missed() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak; sprint plan write a test; sprint undo
        1 planned: fix the leak
        2 planned: write a test
        took back: plan 2 write a test (`sprint undo 7pp5fcyfzb` reverses that)
        $ script -qec "EDITOR='sed -i -e /leak/d -e s/write/run/' sprint edit log" /dev/null < /dev/null | tr -d '\r'
        sprints/leysin-2017/2017-02-27.toml: 1 line changed
        took back: plan 1 fix the leak (`sprint undo jkgz2eqecy` reverses that)
        $ sprint check
        $ sed -i /test/d sprints/leysin-2017/2017-02-27.toml
        $ sprint check
        sprints/leysin-2017/2017-02-27.toml: warning: this was recorded on this machine and is gone: 2-nakqdv = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "plan", text = "run a test" } [gone]
            hint: if no other branch has it, `sprint check --restore` puts it back; `sprint check --forget` forgets it
        sprints/leysin-2017/2017-02-27.toml:3:1: warning: there is no entry `2-nakqdv` [no-such-entry]
            3 | 7pp5fcyfzb = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind =…
              | ^
            hint: `sprint undo 7pp5fcyfzb` takes the entry back
        ! error: the check found 2 warnings
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
    "#]]);
}

#[test]
fn an_entry_in_another_log_or_with_another_text_is_there() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sed -i s/leak/memoryview/ sprints/leysin-2017/2017-02-27.toml
        $ mv sprints/leysin-2017/2017-02-27.toml sprints/leysin-2017/2017-02-27.armin.toml
        $ sprint check
    "#]]);
}

#[test]
fn a_sprint_that_begins_where_another_one_was_misses_nothing() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ rm -r sprints; sprint init leysin-2017
        created: sprints/leysin-2017  | from Monday, 27 February 2017
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        $ sprint check
    "#]]);
}

#[test]
fn recording_does_not_depend_on_receipts() {
    sprint_session(expect![[r#"
        $ touch file
        $ XDG_STATE_HOME=$PWD/file sprint plan fix the leak
        1 planned: fix the leak
        $ sprint plan write a test; mkdir $(ls -d .local/state/sprint/*)/2017-02-28.toml
        2 planned: write a test
        $ sprint --day tomorrow plan more
        3 planned: more
        ! remark: 2017-02-28 00:00 is in the future
        $ mkfifo $(ls -d .local/state/sprint/*)/2017-02-26.toml
        $ timeout 5 sprint --day yesterday plan even more
        4 planned: even more
        $ timeout 5 sprint check
    "#]]);
}

#[test]
fn receipts_that_were_cut_off_cost_only_themselves() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ truncate -s -20 .local/state/sprint/*/2017-02-27.toml
        $ sprint plan write a test
        2 planned: write a test
        $ cat .local/state/sprint/*/2017-02-27.toml
        1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text
        2-nakqdv = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "plan", text = "write a test" }
        $ rm sprints/leysin-2017/2017-02-27.toml
        $ sprint check
        sprints/leysin-2017/2017-02-27.toml: warning: this was recorded on this machine and is gone: 2-nakqdv = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "plan", text = "write a test" } [gone]
            hint: if no other branch has it, `sprint check --restore` puts it back; `sprint check --forget` forgets it
        ! error: the check found 1 warning
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
    "#]]);
}

#[test]
fn what_another_branch_has_is_missed_only_here() {
    sprint_session(expect![[r#"
        $ git init -q -b main; git config user.name a; git config user.email a@b
        $ git add sprints; git commit -qm before; git switch -qc other
        $ sprint plan fix the leak; git add sprints; git commit -qm leak; git switch -q main
        1 planned: fix the leak
        $ sprint check
        sprints/leysin-2017/2017-02-27.toml: warning: this was recorded on this machine and is gone: 1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak" } [gone]
            hint: if no other branch has it, `sprint check --restore` puts it back; `sprint check --forget` forgets it
        ! error: the check found 1 warning
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
        $ git switch -q other; sprint check
    "#]]);
}

#[test]
fn what_was_edited_and_synced_comes_back_as_it_is_now() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan offline task && sprint plan write a test && sprint sync && cd ../anto && sprint sync
        1 planned: offline task
        2 planned: write a test
        2 sent
        2 received from 1 person
        $ cd anto && sed -i 's/offline task/offline job/' sprints/hut/2017-02-27.toml && sprint sync && cd ../armin && sprint sync
        1 sent
        1 received from 1 person
        $ cd armin && sed -i /offline/d sprints/hut/2017-02-27.toml && sprint check
        sprints/hut/2017-02-27.toml: warning: this was recorded on this machine and is gone: 1-zscfpg = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "offline job" } [gone]
            hint: if no other branch has it, `sprint check --restore` puts it back; `sprint check --forget` forgets it
        ! error: the check found 1 warning
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
        $ cd armin && sprint check --restore && cat sprints/hut/2017-02-27.toml && sprint sync
        # hut: Monday, 27 February 2017
        2-nakqdv = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "plan", text = "write a test" }
        1-zscfpg = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "offline job" }
        1 log brought up to date
        ! remark: 1 entry was put back
    "#]]);
}
