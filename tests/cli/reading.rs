//! Damaged files: each error has its location, and everything else counts.

use expect_test::expect;

use crate::support::sprint_session;

#[test]
fn any_valid_layout_is_read() {
    sprint_session(expect![[r#"
        $ cat > sprints/leysin-2017/2017-02-27.toml <<'END'
        > # by hand
        > [1-k7f2m9]
        > at = 2017-02-27 09:12:33Z
        > by = "armin"
        > kind = "plan"
        > text = """
        > fix the leak
        >  at last"""
        > people = [
        >   "anto", # who else
        >   "armin",
        > ]
        > 
        > [q8wd31ztha]
        > at = 2017-02-27T09:13:00+01:00
        > by = "anto"
        > kind = 'progress'
        > item = "1-k7f2m9"
        > text = "half"
        > END
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  fix the leak at last  anto, armin  half
        $ sprint log
        Monday, 27 February 2017
        time   by     what      #  entry                                id
        09:13  anto   progress  1  half                                 q8wd31ztha
        09:12  armin  plan      1  fix the leak at last (anto, armin)   1-k7f2m9
    "#]]);
}

#[test]
fn a_damaged_line_costs_only_itself() {
    sprint_session(expect![[r#"
        $ cat > sprints/leysin-2017/2017-02-27.toml <<'END'
        > 1-k7f2m9 = { at = 2017-02-27T09:12:33.417+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        > q8wd31ztha = { at = 2017-02-27T09:14:00+01:00, by = "anto", kind = "progress", item = "1-k7f2m9", text = "half }
        > 2-k7f2m9 = { at = 2017-02-27T09:15:33+01:00, by = "armin", kind = "plan", text = "port numpy" }
        > END
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  fix the leak  nobody
          2  port numpy    nobody
        ! warning: sprints/leysin-2017/2017-02-27.toml:2:113: invalid TOML: `}` is missing
        !   2 | …+01:00, by = "anto", kind = "progress", item = "1-k7f2m9", text = "half }
        !     |                                                                           ^
        ! hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
        $ sprint summary
        ! error: sprints/leysin-2017/2017-02-27.toml:2:113: invalid TOML: `}` is missing
        !   2 | …+01:00, by = "anto", kind = "progress", item = "1-k7f2m9", text = "half }
        !     |                                                                           ^
        ! hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
        ! error: no report was made: 1 error in the logs
        ! hint: fix the lines named above; the report would leave them out
        [exit 1]
        $ sprint plan another
        3 planned: another
        ! warning: sprints/leysin-2017/2017-02-27.toml:2:113: invalid TOML: `}` is missing
        !   2 | …+01:00, by = "anto", kind = "progress", item = "1-k7f2m9", text = "half }
        !     |                                                                           ^
        ! hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
        ! remark: the clock has gone back since your last entry
        ! hint: check it, because entries are ordered by time
        $ tail -1 sprints/leysin-2017/2017-02-27.toml
        3-apvnxd = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "another" }
    "#]]);
}

#[test]
fn a_broken_table_costs_only_itself() {
    sprint_session(expect![[r#"
        $ cat > sprints/leysin-2017/2017-02-27.toml <<'END'
        > [1-k7f2m9]
        > at = 2017-02-27T09:12:33Z
        > by = "armin"
        > kind = plan
        > text = "x"
        > 2-k7f2m9 = { at = 2017-02-27T09:15:33+01:00, by = "armin", kind = "plan", text = "port numpy" }
        > END
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          2  port numpy  nobody
        ! warning: sprints/leysin-2017/2017-02-27.toml:4:8: invalid TOML: not a value; a text must be in quotes
        !   4 | kind = plan
        !     |        ^
        ! hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
    "#]]);
}

#[test]
fn damages_in_a_row_are_named_one_by_one_and_cost_no_entry_between_them() {
    sprint_session(expect![[r#"
        $ cat > sprints/leysin-2017/2017-02-27.toml <<'END'
        > q8wd31ztha = { at = 2017-02-27T09:14:00+01:00, by = "anto", kind = "note", text = "half }
        > q8wd31zthb = { at = 2017-02-27T09:15:00+01:00, by = "anto" kind = "note", text = "b" }
        > <<<<<<< HEAD
        > [1-k7f2m9]
        > at = 2017-02-27T09:12:33Z
        > by = "armin"
        > kind = "plan"
        > text = """
        > Fix it
        > ======="""
        > =======
        > [2-k7f2m9]
        > at = 2017-02-27T09:13:33Z
        > by = "armin"
        > kind = plan
        > >>>>>>> anto
        > END
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  Fix it =======  nobody
        ! warning: sprints/leysin-2017/2017-02-27.toml:1:90: invalid TOML: `}` is missing
        !   1 | …t = 2017-02-27T09:14:00+01:00, by = "anto", kind = "note", text = "half }
        !     |                                                                           ^
        ! warning: sprints/leysin-2017/2017-02-27.toml:2:60: invalid TOML: a comma is missing
        !   2 | …{ at = 2017-02-27T09:15:00+01:00, by = "anto" kind = "note", text = "b" }
        !     |                                                ^
        ! hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
        ! warning: sprints/leysin-2017/2017-02-27.toml:3:1: an unresolved git conflict
        !   3 | <<<<<<< HEAD
        !     | ^
        ! warning: sprints/leysin-2017/2017-02-27.toml:11:1: an unresolved git conflict
        !   11 | =======
        !      | ^
        ! hint: keep the lines of both sides and delete the marker lines
        ! warning: sprints/leysin-2017/2017-02-27.toml:15:8: invalid TOML: not a value; a text must be in quotes
        !   15 | kind = plan
        !      |        ^
        ! hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
        ! remark: and 1 more
    "#]]);
}

#[test]
fn a_line_that_stands_twice_counts_once() {
    sprint_session(expect![[r#"
        $ cat > sprints/leysin-2017/2017-02-27.toml <<'END'
        > 1-k7f2m9 = { at = 2017-02-27T09:12:33.417+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        > 1-k7f2m9 = { at = 2017-02-27T09:12:33.417+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        > END
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  fix the leak  nobody
    "#]]);
}

#[test]
fn one_id_with_two_contents_is_an_error() {
    sprint_session(expect![[r#"
        $ cat > sprints/leysin-2017/2017-02-27.toml <<'END'
        > 1-k7f2m9 = { at = 2017-02-27T09:12:33.417+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        > 1-k7f2m9 = { at = 2017-02-27T09:12:33.417+01:00, by = "armin", kind = "plan", text = "fix the bug" }
        > END
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  fix the bug  nobody
        ! warning: sprints/leysin-2017/2017-02-27.toml:1:1: `1-k7f2m9` is also at sprints/leysin-2017/2017-02-27.toml:2:1; its content there is different, and counts
        !   1 | 1-k7f2m9 = { at = 2017-02-27T09:12:33.417+01:00, by = "armin", kind = "pl…
        !     | ^
        ! hint: delete one of the two, or give it an id of its own
    "#]]);
}

#[test]
fn merge_markers_are_named() {
    sprint_session(expect![[r#"
        $ cat > sprints/leysin-2017/2017-02-27.toml <<'END'
        > <<<<<<< HEAD
        > 1-k7f2m9 = { at = 2017-02-27T09:12:33.417+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        > =======
        > 2-k7f2m9 = { at = 2017-02-27T09:12:33.417+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        > >>>>>>> other
        > END
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  fix the leak  nobody
          2  fix the leak  nobody
        ! warning: sprints/leysin-2017/2017-02-27.toml:1:1: an unresolved git conflict
        !   1 | <<<<<<< HEAD
        !     | ^
        ! warning: sprints/leysin-2017/2017-02-27.toml:3:1: an unresolved git conflict
        !   3 | =======
        !     | ^
        ! warning: sprints/leysin-2017/2017-02-27.toml:5:1: an unresolved git conflict
        !   5 | >>>>>>> other
        !     | ^
        ! hint: keep the lines of both sides and delete the marker lines
    "#]]);
}

#[test]
fn unknown_kinds_and_keys_are_skipped_with_a_warning() {
    sprint_session(expect![[r#"
        $ cat > sprints/leysin-2017/2017-02-27.toml <<'END'
        > 1-k7f2m9 = { at = 2017-02-27T09:12:33.417+01:00, by = "armin", kind = "plan", text = "fix the leak", colour = "red" }
        > q8wd31ztha = { at = 2017-02-27T09:14:00+01:00, by = "anto", kind = "sing", text = "x" }
        > END
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  fix the leak  nobody
        ! warning: sprints/leysin-2017/2017-02-27.toml:1:102: the key `colour` is not known and is skipped
        !   1 | …:00, by = "armin", kind = "plan", text = "fix the leak", colour = "red" }
        !     |                                                           ^
        ! warning: sprints/leysin-2017/2017-02-27.toml:2:68: the kind `sing` is not known; the entry is skipped
        !   2 | … at = 2017-02-27T09:14:00+01:00, by = "anto", kind = "sing", text = "x" }
        !     |                                                       ^
        ! hint: a newer version of sprint may have written it
        $ sprint summary | head -1
        # Leysin Winter Sprint 2017
        ! warning: sprints/leysin-2017/2017-02-27.toml:1:102: the key `colour` is not known and is skipped
        !   1 | …:00, by = "armin", kind = "plan", text = "fix the leak", colour = "red" }
        !     |                                                           ^
        ! warning: sprints/leysin-2017/2017-02-27.toml:2:68: the kind `sing` is not known; the entry is skipped
        !   2 | … at = 2017-02-27T09:14:00+01:00, by = "anto", kind = "sing", text = "x" }
        !     |                                                       ^
        ! hint: a newer version of sprint may have written it
    "#]]);
}

#[test]
fn what_is_not_an_entry_is_an_error() {
    sprint_session(expect![[r#"
        $ cat > sprints/leysin-2017/2017-02-27.toml <<'END'
        > title = "x"
        > [[entri]]
        > text = "y"
        > END
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        No task is open.
        ! warning: sprints/leysin-2017/2017-02-27.toml:1:1: `title` is not an entry
        !   1 | title = "x"
        !     | ^
        ! warning: sprints/leysin-2017/2017-02-27.toml:2:3: `entri` is not an entry
        !   2 | [[entri]]
        !     |   ^
        ! hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
    "#]]);
}

#[test]
fn what_an_entry_lacks_is_named() {
    sprint_session(expect![[r#"
        $ cat > sprints/leysin-2017/2017-02-27.toml <<'END'
        > x = { }
        > 1-k7f2m9 = { by = "armin", kind = "plan", text = "a" }
        > 2-k7f2m9 = { at = 2017-02-27T09:12:33, by = "armin", kind = "plan", text = "a" }
        > 3-k7f2m9 = { at = 2017-02-27T09:12:33Z, by = 3, kind = "plan", text = "a" }
        > 4-k7f2m9 = { at = 2017-02-27T09:12:33Z, by = "armin", kind = "plan" }
        > END
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        No task is open.
        ! warning: sprints/leysin-2017/2017-02-27.toml:1:1: `x` is not an entry id
        !   1 | x = { }
        !     | ^
        ! hint: an id is NUMBER-xxxxxx for an item and xxxxxxxxxx for anything else, each x one of 0-9 a-z without i l o u
        ! warning: sprints/leysin-2017/2017-02-27.toml:2:1: the entry has no `at`
        !   2 | 1-k7f2m9 = { by = "armin", kind = "plan", text = "a" }
        !     | ^
        ! hint: every entry has `at`, `by` and `kind`
        ! warning: sprints/leysin-2017/2017-02-27.toml:3:19: `at` is not a date and time with an offset
        !   3 | 2-k7f2m9 = { at = 2017-02-27T09:12:33, by = "armin", kind = "plan", text …
        !     |                   ^
        ! hint: write it like 2017-02-27T09:12:33.417+01:00, without quotes
        ! warning: sprints/leysin-2017/2017-02-27.toml:4:46: the number `3` where a text in quotes belongs
        !   4 | …k7f2m9 = { at = 2017-02-27T09:12:33Z, by = 3, kind = "plan", text = "a" }
        !     |                                             ^
        ! warning: sprints/leysin-2017/2017-02-27.toml:5:12: `text` is missing
        !   5 | 4-k7f2m9 = { at = 2017-02-27T09:12:33Z, by = "armin", kind = "plan" }
        !     |            ^
        ! hint: `sprint help files` lists the keys of every kind
    "#]]);
}

#[test]
fn what_does_not_fit_its_key_is_named() {
    sprint_session(expect![[r#"
        $ cat > sprints/leysin-2017/2017-02-27.toml <<'END'
        > 5-k7f2m9 = { at = 2017-02-27T09:12:33Z, by = "armin", kind = "plan", text = 5 }
        > q8wd31ztha = { at = 2017-02-27T09:12:33Z, by = "armin", kind = "plan", text = "a" }
        > 6-k7f2m9 = { at = 2017-02-27T09:12:33Z, by = "armin", kind = "note", text = "a" }
        > q8wd31zthb = { at = 2017-02-27T09:12:33Z, by = "armin", kind = "done", item = "12" }
        > q8wd31zthc = { at = 2017-02-27T09:12:33Z, by = "armin", kind = "join", person = "A", nick = "a", role = "boss" }
        > END
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        No task is open.
        ! warning: sprints/leysin-2017/2017-02-27.toml:1:77: the number `5` where a text in quotes belongs
        !   1 | …m9 = { at = 2017-02-27T09:12:33Z, by = "armin", kind = "plan", text = 5 }
        !     |                                                                        ^
        ! hint: `sprint help files` lists the keys of every kind
        ! warning: sprints/leysin-2017/2017-02-27.toml:2:1: `plan` makes an item, but the id has no number
        !   2 | q8wd31ztha = { at = 2017-02-27T09:12:33Z, by = "armin", kind = "plan", te…
        !     | ^
        ! hint: write the id as NUMBER-xxxxxx
        ! warning: sprints/leysin-2017/2017-02-27.toml:3:1: `note` does not make an item, but the id has a number
        !   3 | 6-k7f2m9 = { at = 2017-02-27T09:12:33Z, by = "armin", kind = "note", text…
        !     | ^
        ! hint: write the id as xxxxxxxxxx
        ! warning: sprints/leysin-2017/2017-02-27.toml:4:79: `12` is not an entry id
        !   4 | …= { at = 2017-02-27T09:12:33Z, by = "armin", kind = "done", item = "12" }
        !     |                                                                     ^
        ! warning: sprints/leysin-2017/2017-02-27.toml:5:105: `boss` is not one of `newcomer`, `visitor`, `remote`, `host`
        !   5 | …Z, by = "armin", kind = "join", person = "A", nick = "a", role = "boss" }
        !     |                                                                   ^
        ! hint: `sprint help files` lists the keys of every kind
    "#]]);
}

#[test]
fn what_makes_no_sense_is_a_warning() {
    sprint_session(expect![[r#"
        $ cat > sprints/leysin-2017/2017-02-27.toml <<'END'
        > q8wd31ztha = { at = 2017-02-27T09:12:33Z, by = "armin", kind = "done", item = "9-aaaaaa" }
        > 1-aaaaaa = { at = 2017-02-27T09:12:33Z, by = "armin", kind = "plan", text = "chicken", under = "2-aaaaaa" }
        > 2-aaaaaa = { at = 2017-02-27T09:12:33Z, by = "armin", kind = "plan", text = "egg", under = "1-aaaaaa" }
        > END
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  chicken  nobody
          2    egg    nobody
        ! warning: sprints/leysin-2017/2017-02-27.toml:1:1: there is no entry `9-aaaaaa`
        !   1 | q8wd31ztha = { at = 2017-02-27T09:12:33Z, by = "armin", kind = "done", it…
        !     | ^
        ! hint: `sprint undo q8wd31ztha` takes the entry back
        ! warning: sprints/leysin-2017/2017-02-27.toml:2:1: 1 would be a part of itself
        !   2 | 1-aaaaaa = { at = 2017-02-27T09:12:33Z, by = "armin", kind = "plan", text…
        !     | ^
        ! hint: `sprint undo 1-aaaaaa` takes the entry back
    "#]]);
}

#[test]
fn bytes_that_are_not_text_are_reported() {
    sprint_session(expect![[r#"
        $ cat > sprints/leysin-2017/2017-02-27.toml <<'END'
        > 1-k7f2m9 = { at = 2017-02-27T09:12:33.417+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        > END
        $ printf '2-k7f2m9 = \377\n\000\000' >> sprints/leysin-2017/2017-02-27.toml
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  fix the leak  nobody
        ! warning: sprints/leysin-2017/2017-02-27.toml:2:12: bytes that are not UTF-8
        !   2 | 2-k7f2m9 = �
        !     |            ^
        ! hint: save the file as UTF-8
        ! warning: sprints/leysin-2017/2017-02-27.toml:3:1: a line that was cut off while it was written
        !   3 | \u{0}\u{0}
        !     | ^
        ! hint: a killed process or a power cut leaves that; the next entry of the day moves it to a file next to the log
        $ sprint plan more
        2 planned: more
        ! warning: sprints/leysin-2017/2017-02-27.toml:2:12: bytes that are not UTF-8
        !   2 | 2-k7f2m9 = �
        !     |            ^
        ! hint: save the file as UTF-8
        ! warning: sprints/leysin-2017/2017-02-27.toml:3:1: a line that was cut off while it was written
        !   3 | \u{0}\u{0}
        !     | ^
        ! hint: a killed process or a power cut leaves that; the next entry of the day moves it to a file next to the log
        ! remark: the clock has gone back since your last entry
        ! hint: check it, because entries are ordered by time
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          2  more          nobody
          1  fix the leak  nobody
        ! warning: sprints/leysin-2017/2017-02-27.toml:2:12: bytes that are not UTF-8
        !   2 | 2-k7f2m9 = �
        !     |            ^
        ! hint: save the file as UTF-8
    "#]]);
}

#[test]
fn two_laptops_may_give_one_number_twice() {
    sprint_session(expect![[r#"
        $ cat > sprints/leysin-2017/2017-02-27.toml <<'END'
        > 1-k7f2m9 = { at = 2017-02-27T09:12:33.417+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        > 1-q7f2m9 = { at = 2017-02-27T09:11:33.417+01:00, by = "armin", kind = "plan", text = "fix the bug" }
        > END
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1a  fix the bug   nobody
          1b  fix the leak  nobody
        $ sprint done 1
        ! error: 2 items have the number 1
        ! hint: say which: 1a (fix the bug), 1b (fix the leak); `sprint renumber 1b` gives it a number of its own
        [exit 1]
        $ sprint done 1b
        1b done: fix the leak
        ! remark: the clock has gone back since your last entry
        ! hint: check it, because entries are ordered by time
        $ sprint done 1a
        1a done: fix the bug
        ! remark: the clock has gone back since your last entry
        ! hint: check it, because entries are ordered by time
        $ sprint done 1c
        ! error: there is no item 1c
        ! hint: the highest number is 1; `sprint board` shows what is open
        [exit 1]
        $ sprint plan more
        2 planned: more
        ! remark: the clock has gone back since your last entry
        ! hint: check it, because entries are ordered by time
    "#]]);
}

#[test]
fn logs_of_a_day_are_read_together() {
    sprint_session(expect![[r#"
        $ cat > sprints/leysin-2017/2017-02-27.toml <<'END'
        > 1-k7f2m9 = { at = 2017-02-27T09:12:33.417+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        > END
        $ cat > sprints/leysin-2017/2017-02-27.anto.toml <<'END'
        > q8wd31ztha = { at = 2017-02-27T09:14:00+01:00, by = "anto", kind = "progress", item = "1-k7f2m9", text = "half" }
        > END
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  fix the leak  nobody  half
        $ echo "log = 'per-writer'" > sprints/leysin-2017/sprint.toml
        $ SPRINT_BY="Carl Friedrich" sprint plan docs
        2 planned: docs
        $ SPRINT_BY="李" sprint plan docs
        3 planned: docs
        ! remark: 2 is open and has the same words
        $ ls sprints/leysin-2017
        2017-02-27.anto.toml
        2017-02-27.carl-friedrich-vbs7je.toml
        2017-02-27.li-6z587t.toml
        2017-02-27.toml
        post.md
        sprint.toml
    "#]]);
}

#[test]
fn writers_with_names_that_are_much_alike_have_logs_of_their_own() {
    sprint_session(expect![[r#"
        $ echo "log = 'per-writer'" > sprints/leysin-2017/sprint.toml
        $ for name in armin Armin ármin Li 李 'anto!' anto Ánto "$(printf 'A\314\201nto')" somebody '?'; do sprint --by "$name" note hello; done | sort | uniq -c
             11 noted: hello
        ! remark: `hello` is recorded twice now
        ! hint: `sprint undo` takes the second one back
        ! remark: `hello` is recorded twice now
        ! hint: `sprint undo` takes the second one back
        ! remark: `hello` is recorded twice now
        ! hint: `sprint undo` takes the second one back
        ! remark: `hello` is recorded twice now
        ! hint: `sprint undo` takes the second one back
        ! remark: `hello` is recorded twice now
        ! hint: `sprint undo` takes the second one back
        ! remark: `hello` is recorded twice now
        ! hint: `sprint undo` takes the second one back
        ! remark: `hello` is recorded twice now
        ! hint: `sprint undo` takes the second one back
        ! remark: `hello` is recorded twice now
        ! hint: `sprint undo` takes the second one back
        ! remark: `hello` is recorded twice now
        ! hint: `sprint undo` takes the second one back
        ! remark: `hello` is recorded twice now
        ! hint: `sprint undo` takes the second one back
        $ cd sprints/leysin-2017 && ls && grep -c note *-02-27.anto-*
        2017-02-27.anto-447nwk.toml
        2017-02-27.anto-entp1d.toml
        2017-02-27.anto.toml
        2017-02-27.armin-ebkkc9.toml
        2017-02-27.armin-v0pk0k.toml
        2017-02-27.armin.toml
        2017-02-27.li-635ytt.toml
        2017-02-27.li-6z587t.toml
        2017-02-27.somebody-e99303.toml
        2017-02-27.somebody.toml
        post.md
        sprint.toml
        2017-02-27.anto-447nwk.toml:2
        2017-02-27.anto-entp1d.toml:1
        $ mv sprints/leysin-2017/2017-02-27.armin.toml sprints/leysin-2017/2017-02-27.Old_NAME.toml; sprint --by armin note more; sprint check --strict; sprint log --json | grep -c hello
        noted: more
        11
    "#]]);
}

#[test]
fn other_files_in_the_folder_are_named() {
    sprint_session(expect![[r#"
        $ touch sprints/leysin-2017/2017-2-27.toml; mkdir sprints/leysin-2017/2017-02-28.toml; ln -s nowhere sprints/leysin-2017/2017-03-01.toml
        $ truncate -s 65M sprints/leysin-2017/2017-03-02.toml
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        No task is open.
        ! warning: sprints/leysin-2017/2017-02-28.toml: a folder where a file belongs; it is not used
        ! hint: move it away
        ! warning: sprints/leysin-2017/2017-03-01.toml: a symbolic link where a file belongs; it is not used
        ! hint: a link is not followed: put the file itself there, or move the link away
        ! warning: sprints/leysin-2017/2017-03-02.toml: larger than 64 MiB; it is not read
        ! hint: move what is not an entry out of it
        ! warning: sprints/leysin-2017/2017-2-27.toml: not the name of a day log; it is skipped
        ! hint: a day log is called 2017-02-27.toml or 2017-02-27.WORD.toml
        $ sprint summary
        ! error: sprints/leysin-2017/2017-02-28.toml: a folder where a file belongs; it is not used
        ! hint: move it away
        ! error: sprints/leysin-2017/2017-03-01.toml: a symbolic link where a file belongs; it is not used
        ! hint: a link is not followed: put the file itself there, or move the link away
        ! error: sprints/leysin-2017/2017-03-02.toml: larger than 64 MiB; it is not read
        ! hint: move what is not an entry out of it
        ! warning: sprints/leysin-2017/2017-2-27.toml: not the name of a day log; it is skipped
        ! hint: a day log is called 2017-02-27.toml or 2017-02-27.WORD.toml
        ! error: no report was made: 3 errors in the logs
        ! hint: fix the lines named above; the report would leave them out
        [exit 1]
    "#]]);
}

#[test]
fn settings_that_are_not_known_are_named() {
    sprint_session(expect![[r#"
        $ printf "titel = \"x\"\nfrom = 2017-02-27\n[check]\ncolour = 1\n" > sprints/leysin-2017/sprint.toml
        $ sprint
        leysin-2017 · Monday, 27 February 2017
        No task is open.
        ! warning: sprints/leysin-2017/sprint.toml:1:1: the setting `titel` is not known and is skipped; did you mean `title`?
        !   1 | titel = "x"
        !     | ^
        ! warning: sprints/leysin-2017/sprint.toml:4:1: the setting `check.colour` is not known and is skipped
        !   4 | colour = 1
        !     | ^
        ! hint: `sprint help files` lists the settings
        $ sprint summary | head -1
        # leysin-2017
        ! warning: sprints/leysin-2017/sprint.toml:1:1: the setting `titel` is not known and is skipped; did you mean `title`?
        !   1 | titel = "x"
        !     | ^
        ! warning: sprints/leysin-2017/sprint.toml:4:1: the setting `check.colour` is not known and is skipped
        !   4 | colour = 1
        !     | ^
        ! hint: `sprint help files` lists the settings
    "#]]);
}

#[test]
fn settings_that_cannot_be_read_are_named() {
    sprint_session(expect![[r#"
        $ printf "title = \"x\"\nfrom = \"monday\"\n" > sprints/leysin-2017/sprint.toml
        $ sprint
        x · Monday, 27 February 2017
        No task is open.
        ! warning: sprints/leysin-2017/sprint.toml:2:8: expected a date such as 2017-02-27
        !   2 | from = "monday"
        !     |        ^
        ! hint: `sprint help files` lists the settings
        $ sprint summary
        ! error: sprints/leysin-2017/sprint.toml:2:8: expected a date such as 2017-02-27
        !   2 | from = "monday"
        !     |        ^
        ! hint: `sprint help files` lists the settings
        ! error: no report was made: 1 error in the logs
        ! hint: fix the lines named above; the report would leave them out
        [exit 1]
        $ printf "title = x\n" > sprints/leysin-2017/sprint.toml
        $ sprint
        x · Monday, 27 February 2017
        No task is open.
        ! warning: sprints/leysin-2017/sprint.toml:1:9: not a value; a text must be in quotes
        !   1 | title = x
        !     |         ^
        ! hint: `sprint help files` lists the settings
        $ printf "title = \"x\"\nlog = \"colour\"\n" > sprints/leysin-2017/sprint.toml
        $ sprint
        x · Monday, 27 February 2017
        No task is open.
        ! warning: sprints/leysin-2017/sprint.toml:2:7: `colour` is not `shared` or `per-writer`
        !   2 | log = "colour"
        !     |       ^
        ! hint: `sprint help files` lists the settings
        $ printf "title = \"\377\"" > sprints/leysin-2017/sprint.toml
        $ sprint
        leysin-2017 · Monday, 27 February 2017
        No task is open.
        ! warning: sprints/leysin-2017/sprint.toml: bytes that are not UTF-8
        ! hint: save the file as UTF-8
    "#]]);
}

#[test]
fn only_the_first_findings_are_shown_where_others_were_asked_for() {
    sprint_session(expect![[r#"
        $ for i in 1 2 3 4 5 6 7; do echo $i = $i; done > sprints/leysin-2017/2017-02-27.toml
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        No task is open.
        ! warning: sprints/leysin-2017/2017-02-27.toml:1:1: `1` is not an entry
        !   1 | 1 = 1
        !     | ^
        ! warning: sprints/leysin-2017/2017-02-27.toml:2:1: `2` is not an entry
        !   2 | 2 = 2
        !     | ^
        ! warning: sprints/leysin-2017/2017-02-27.toml:3:1: `3` is not an entry
        !   3 | 3 = 3
        !     | ^
        ! warning: sprints/leysin-2017/2017-02-27.toml:4:1: `4` is not an entry
        !   4 | 4 = 4
        !     | ^
        ! warning: sprints/leysin-2017/2017-02-27.toml:5:1: `5` is not an entry
        !   5 | 5 = 5
        !     | ^
        ! hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
        ! remark: and 2 more
    "#]]);
}

#[test]
fn one_wrong_setting_leaves_the_others() {
    sprint_session(expect![[r#"
        $ printf 'title = "Hut"\nlog = "per-writer"\n[check]\noff = "all"\n' > sprints/leysin-2017/sprint.toml
        $ sprint plan x
        1 planned: x
        ! warning: sprints/leysin-2017/sprint.toml:4:7: the text "all" where a list in `[ ]` belongs
        !   4 | off = "all"
        !     |       ^
        ! hint: `sprint help files` lists the settings
        $ ls sprints/leysin-2017
        2017-02-27.armin.toml
        post.md
        sprint.toml
        $ printf 'title = "Hut"\nx = "\n' > sprints/leysin-2017/sprint.toml
        $ sprint board
        Hut · Monday, 27 February 2017
          1  x  nobody
        ! warning: sprints/leysin-2017/sprint.toml:2:1: the setting `x` is not known and is skipped
        !   2 | x = "
        !     | ^
        ! warning: sprints/leysin-2017/sprint.toml:2:6: the closing quote is missing
        !   2 | x = "
        !     |      ^
        ! hint: `sprint help files` lists the settings
    "#]]);
}

#[test]
fn numbers_have_nine_digits() {
    sprint_session(expect![[r#"
        $ echo '4294967295-aaaaaa = { at = 2017-02-27T09:12:33Z, by = "armin", kind = "plan", text = "x" }' > sprints/leysin-2017/2017-02-27.toml
        $ sprint plan two
        1 planned: two
        ! warning: sprints/leysin-2017/2017-02-27.toml:1:1: `4294967295-aaaaaa` is not an entry id
        !   1 | 4294967295-aaaaaa = { at = 2017-02-27T09:12:33Z, by = "armin", kind = "pl…
        !     | ^
        ! hint: an id is NUMBER-xxxxxx for an item and xxxxxxxxxx for anything else, each x one of 0-9 a-z without i l o u
    "#]]);
}

#[test]
fn an_unknown_kind_has_a_near_one() {
    sprint_session(expect![[r#"
        $ echo 'q8wd31ztha = { at = 2017-02-27T09:12:33Z, by = "armin", kind = "nots", text = "a" }' > sprints/leysin-2017/2017-02-27.toml
        $ sprint check
        sprints/leysin-2017/2017-02-27.toml:1:64: warning: the kind `nots` is not known; the entry is skipped; did you mean `note`? [unknown-kind]
            1 | … { at = 2017-02-27T09:12:33Z, by = "armin", kind = "nots", text = "a" }
              |                                                     ^
            hint: a newer version of sprint may have written it
        ! error: the check found 1 warning
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
    "#]]);
}

#[test]
fn what_refers_to_a_damaged_line_is_not_wrong() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint note Here.
        noted: Here.
        $ sprint done leak It is fixed.
        1 done: fix the leak  | result: It is fixed.
        $ sprint undo; sprint undo
        took back: done 1 fix the leak: It is fixed. (`sprint undo z37fyy2mmv` reverses that)
        took back: note Here. (`sprint undo e8s5r97wkd` reverses that)
        $ sed -i -e 's/"plan", /"plan" /' -e 's/"note"/note/' sprints/leysin-2017/2017-02-27.toml
        $ sprint check
        sprints/leysin-2017/2017-02-27.toml: warning: this was recorded on this machine and its line is damaged: 1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak" } [gone]
            hint: `sprint check --restore` puts the entry back; then delete the damaged line
        sprints/leysin-2017/2017-02-27.toml: warning: this was recorded on this machine and its line is damaged: dz5fkpce3h = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "note", text = "Here." } [gone]
            hint: `sprint check --restore` puts the entry back; then delete the damaged line
        sprints/leysin-2017/2017-02-27.toml:2:78: error: invalid TOML: a comma is missing [syntax]
            2 | …09:00:00.000+01:00, by = "armin", kind = "plan" text = "fix the leak" }
              |                                                  ^
            hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
        sprints/leysin-2017/2017-02-27.toml:3:73: error: invalid TOML: not a value; a text must be in quotes [syntax]
            3 | …7-02-27T09:00:00.001+01:00, by = "armin", kind = note, text = "Here." }
              |                                                   ^
            hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
        ! error: the check found 2 errors and 2 warnings
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
        $ sprint check --forget
        sprints/leysin-2017/2017-02-27.toml:2:78: error: invalid TOML: a comma is missing [syntax]
            2 | …09:00:00.000+01:00, by = "armin", kind = "plan" text = "fix the leak" }
              |                                                  ^
            hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
        sprints/leysin-2017/2017-02-27.toml:3:73: error: invalid TOML: not a value; a text must be in quotes [syntax]
            3 | …7-02-27T09:00:00.001+01:00, by = "armin", kind = note, text = "Here." }
              |                                                   ^
            hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
        ! remark: 2 entries were forgotten
        ! error: the check found 2 errors
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
        $ sed -i -e 's/"plan" /"plan", /' -e 's/= note/= "note"/' sprints/leysin-2017/2017-02-27.toml
        $ sprint check
    "#]]);
}

#[test]
fn an_empty_nick_is_refused() {
    sprint_session(expect![[r#"
        $ echo 'q8wd31ztha = { at = 2017-02-27T09:12:33Z, by = "armin", kind = "join", person = "Anto", nick = "" }' > sprints/leysin-2017/2017-02-27.toml
        $ sprint people
        Monday, 27 February 2017
        Nobody who joined is here.
        ! warning: sprints/leysin-2017/2017-02-27.toml:1:96: a name that is empty
        !   1 | …2-27T09:12:33Z, by = "armin", kind = "join", person = "Anto", nick = "" }
        !     |                                                                       ^
        ! hint: `sprint help files` lists the keys of every kind
    "#]]);
}
