//! `sprint check`.

use expect_test::expect;

use crate::support::sprint_session;

#[test]
fn everything_that_is_wrong_is_listed_with_its_place() {
    sprint_session(expect![[r#"
        $ sprint check
        $ sprint plan a
        1 planned: a
        $ echo 'q8wd31ztha = { at = 2017-02-27T09:14:00+01:00, by = "anto", kind = "done", item = "9-aaaaaa" }' >> sprints/leysin-2017/2017-02-27.toml
        $ echo 'q8wd31zthb = { at = 2017-02-27T09:14:00+01:00, by = "anto", kind = "sing" }' >> sprints/leysin-2017/2017-02-27.toml
        $ echo 'cut = {' >> sprints/leysin-2017/2017-02-27.toml
        $ sprint check
        sprints/leysin-2017/2017-02-27.toml:3:1: warning: there is no entry `9-aaaaaa`
            hint: `sprint undo q8wd31ztha` takes the entry back
        sprints/leysin-2017/2017-02-27.toml:4:68: warning: the kind `sing` is not known, the entry is skipped
            hint: a newer version of sprint may have written it
        sprints/leysin-2017/2017-02-27.toml:5:8: error: no valid TOML: unclosed inline table, expected `}`
            hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
        ! error: the check found 3 problems
        ! hint: `sprint edit DAY` opens a day log; what stands in others is mended in an editor
        [exit 1]
        $ sprint check --json
        {
          "version": 1,
          "sprint": {
            "name": "leysin-2017",
            "title": "Leysin Winter Sprint 2017",
            "from": "2017-02-26",
            "to": "2017-03-04"
          },
          "problems": [
            {
              "file": "sprints/leysin-2017/2017-02-27.toml",
              "line": 3,
              "column": 1,
              "error": false,
              "message": "there is no entry `9-aaaaaa`",
              "hint": "`sprint undo q8wd31ztha` takes the entry back"
            },
            {
              "file": "sprints/leysin-2017/2017-02-27.toml",
              "line": 4,
              "column": 68,
              "error": false,
              "message": "the kind `sing` is not known, the entry is skipped",
              "hint": "a newer version of sprint may have written it"
            },
            {
              "file": "sprints/leysin-2017/2017-02-27.toml",
              "line": 5,
              "column": 8,
              "error": true,
              "message": "no valid TOML: unclosed inline table, expected `}`",
              "hint": "an entry is one line: ID = { at = …, by = \"…\", kind = \"…\", … }"
            }
          ]
        }
        ! error: the check found 3 problems
        ! hint: `sprint edit DAY` opens a day log; what stands in others is mended in an editor
        [exit 1]
        $ sprint undo q8wd31ztha
        took back: done (`sprint undo qswffmg5ww` reverses that)
        ! warning: sprints/leysin-2017/2017-02-27.toml:3:1: there is no entry `9-aaaaaa`
        ! hint: `sprint undo q8wd31ztha` takes the entry back
        ! warning: sprints/leysin-2017/2017-02-27.toml:4:68: the kind `sing` is not known, the entry is skipped
        ! hint: a newer version of sprint may have written it
        ! warning: sprints/leysin-2017/2017-02-27.toml:5:8: no valid TOML: unclosed inline table, expected `}`
        ! hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
        $ sprint edit
        ! error: there is no editor to open
        ! hint: set VISUAL or EDITOR, and run this at a terminal; or edit the file itself
        [exit 1]
        $ sprint check --strict
        ! error: unexpected argument '--strict' found
        ! 
        !   tip: a similar argument exists: '--sprint'
        ! 
        ! Usage: sprint check --sprint <NAME>
        ! 
        ! For more information, try '--help'.
        [exit 2]
    "#]]);
}
