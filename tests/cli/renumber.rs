//! `sprint renumber`.

use expect_test::expect;

use crate::support::sprint_session;

#[test]
fn one_of_two_items_with_a_number_gets_the_next_free_one() {
    sprint_session(expect![[r#"
        $ cat > sprints/leysin-2017/2017-02-27.toml <<'END'
        > 1-q7f2m9 = { at = 2017-02-27T08:11:33.417+01:00, by = "armin", kind = "plan", text = "fix the bug" }
        > 1-k7f2m9 = { at = 2017-02-27T08:12:33.417+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        > 2-k7f2m9 = { at = 2017-02-27T08:13:33.417+01:00, by = "armin", kind = "plan", text = "write a test", under = "1-k7f2m9" }
        > END
        $ sprint renumber 1
        ! error: 2 items have the number 1
        ! hint: say which: 1a (fix the bug), 1b (fix the leak); `sprint renumber 1b` gives it a number of its own
        [exit 1]
        $ sprint renumber 2
        ! error: no other item has the number 2
        ! hint: `12a` and `12b` share a number; nothing else is renumbered
        [exit 1]
        $ sprint renumber 1b
        3 renumbered: fix the leak  | was: 1
        $ sprint renumber leak
        ! error: no other item has the number 3
        ! hint: `12a` and `12b` share a number; nothing else is renumbered
        [exit 1]
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  fix the bug     nobody
          3  fix the leak    nobody
          2    write a test  nobody
        $ sprint done 3
        3 done: fix the leak
        ! remark: parts of 3 are still open: 2 (write a test)
        $ sprint show 3
        3 fix the leak
            task, done
            part: 2 write a test (open)

        when              by     what      entry         id
        Mon 27 Feb 08:12  armin  plan      fix the leak  1-k7f2m9
        Mon 27 Feb 09:00  armin  renumber  3             bwn322hnfp
        Mon 27 Feb 09:00  armin  done                    qx4zbmks86
        $ sprint log
        Monday, 27 February 2017
        time   by     what      #  entry                     id
        08:11  armin  plan      1  fix the bug               1-q7f2m9
        08:12  armin  plan      3  fix the leak              1-k7f2m9
        08:13  armin  plan      2  write a test (part of 3)  2-k7f2m9
        09:00  armin  renumber  3  3                         bwn322hnfp
        09:00  armin  done      3                            qx4zbmks86
        $ sprint log --json | grep -A9 bwn322hnfp
              "id": "bwn322hnfp",
              "at": "2017-02-27T09:00:00.000+01:00",
              "by": "armin",
              "kind": "renumber",
              "undone": false,
              "item": {
                "number": "3",
                "id": "1-k7f2m9"
              },
              "number": "3",
        $ sprint plan more
        4 planned: more
        $ tail -n 3 sprints/leysin-2017/2017-02-27.toml
        bwn322hnfp = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "renumber", item = "1-k7f2m9", number = 3 }
        qx4zbmks86 = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "done", item = "1-k7f2m9" }
        4-x5pp0j = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "plan", text = "more" }
        $ sprint undo bwn322hnfp
        took back: renumber 1b fix the leak: 3 (`sprint undo 6yxvgz062t` reverses that)
        $ sprint plan still more
        5 planned: still more
    "#]]);
}

#[test]
fn a_number_in_a_log_has_at_most_nine_digits() {
    sprint_session(expect![[r#"
        $ cat > sprints/leysin-2017/2017-02-27.toml <<'END'
        > 1-q7f2m9 = { at = 2017-02-27T08:11:33.417+01:00, by = "armin", kind = "plan", text = "fix the bug" }
        > 00000q7f2m = { at = 2017-02-27T08:12:33.417+01:00, by = "armin", kind = "renumber", item = "1-q7f2m9", number = 1000000000 }
        > 00000q7f2n = { at = 2017-02-27T08:12:33.417+01:00, by = "armin", kind = "renumber", item = "1-q7f2m9", number = 0 }
        > 00000q7f2p = { at = 2017-02-27T08:12:33.417+01:00, by = "armin", kind = "renumber", item = "2-q7f2m9", number = 3 }
        > END
        $ sprint check
        sprints/leysin-2017/2017-02-27.toml:2:113: error: 1000000000 is not a number from 1 to 999999999 [malformed-entry]
            2 | … = "armin", kind = "renumber", item = "1-q7f2m9", number = 1000000000 }
              |                                                             ^
            hint: `sprint help files` lists the keys of every kind
        sprints/leysin-2017/2017-02-27.toml:3:113: error: 0 is not a number from 1 to 999999999 [malformed-entry]
            3 | …01:00, by = "armin", kind = "renumber", item = "1-q7f2m9", number = 0 }
              |                                                                      ^
            hint: `sprint help files` lists the keys of every kind
        sprints/leysin-2017/2017-02-27.toml:4:1: warning: there is no entry `2-q7f2m9` [no-such-entry]
            4 | 00000q7f2p = { at = 2017-02-27T08:12:33.417+01:00, by = "armin", kind =…
              | ^
            hint: `sprint undo 00000q7f2p` takes the entry back
        ! error: the check found 2 errors and 1 warning
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
    "#]]);
}

#[test]
fn numbers_end_with_nine_digits() {
    sprint_session(expect![[r#"
        $ echo '999999999-q7f2m9 = { at = 2017-02-27T08:11:33.417+01:00, by = "armin", kind = "plan", text = "fix the bug" }' > sprints/leysin-2017/2017-02-27.toml
        $ sprint plan one more
        ! error: the highest number, 999999999, is already taken
        ! hint: give the entry that has it another number in the log, with `sprint edit log DAY`
        [exit 1]
        $ sprint done bug
        999999999 done: fix the bug
    "#]]);
}
