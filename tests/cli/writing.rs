//! What an append does to the file it appends to.

use expect_test::expect;

use crate::support::sprint_session;

#[test]
fn a_last_line_without_its_newline_gets_one() {
    sprint_session(expect![[r#"
        $ printf '%s' '1-k7f2m9 = { at = 2017-02-27T09:12:33.417+01:00, by = "armin", kind = "plan", text = "fix the leak" }' > sprints/leysin-2017/2017-02-27.toml
        $ sprint plan more
        2 planned: more
        ! remark: the clock has gone back since your last entry
        ! hint: check it, because entries are ordered by time
        $ cat sprints/leysin-2017/2017-02-27.toml
        1-k7f2m9 = { at = 2017-02-27T09:12:33.417+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        2-58rr4p = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "more" }
    "#]]);
}

#[test]
fn a_line_cut_off_in_the_middle_is_moved_aside() {
    sprint_session(expect![[r#"
        $ cat > sprints/leysin-2017/2017-02-27.toml <<'END'
        > 1-k7f2m9 = { at = 2017-02-27T09:12:33.417+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        > END
        $ printf '2-k7f2m9 = { at = 2017-02-27T09:12:33.417+01:00, by = "ar' >> sprints/leysin-2017/2017-02-27.toml
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  fix the leak  nobody
        ! warning: sprints/leysin-2017/2017-02-27.toml:2:1: a line that was cut off while it was written
        !   2 | 2-k7f2m9 = { at = 2017-02-27T09:12:33.417+01:00, by = "ar
        !     | ^
        ! hint: a killed process or a power cut leaves that; the next entry of the day moves it to a file next to the log
        $ sprint check
        sprints/leysin-2017/2017-02-27.toml:2:1: warning: a line that was cut off while it was written [cut-off]
            2 | 2-k7f2m9 = { at = 2017-02-27T09:12:33.417+01:00, by = "ar
              | ^
            hint: a killed process or a power cut leaves that; the next entry of the day moves it to a file next to the log
        ! error: the check found 1 warning
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What is next

        - Fix the leak
        ! warning: sprints/leysin-2017/2017-02-27.toml:2:1: a line that was cut off while it was written
        !   2 | 2-k7f2m9 = { at = 2017-02-27T09:12:33.417+01:00, by = "ar
        !     | ^
        ! hint: a killed process or a power cut leaves that; the next entry of the day moves it to a file next to the log
        $ sprint plan more
        2 planned: more
        ! warning: sprints/leysin-2017/2017-02-27.toml:2:1: a line that was cut off while it was written
        !   2 | 2-k7f2m9 = { at = 2017-02-27T09:12:33.417+01:00, by = "ar
        !     | ^
        ! hint: a killed process or a power cut leaves that; the next entry of the day moves it to a file next to the log
        ! remark: the clock has gone back since your last entry
        ! hint: check it, because entries are ordered by time
        ! remark: a line that was cut off while it was written was moved to sprints/leysin-2017/2017-02-27.toml.cut
        $ cat sprints/leysin-2017/2017-02-27.toml
        1-k7f2m9 = { at = 2017-02-27T09:12:33.417+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        2-58rr4p = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "more" }
        $ cat sprints/leysin-2017/2017-02-27.toml.cut
        2-k7f2m9 = { at = 2017-02-27T09:12:33.417+01:00, by = "ar
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          2  more          nobody
          1  fix the leak  nobody
    "#]]);
}

#[test]
fn zero_bytes_at_the_end_are_cut() {
    sprint_session(expect![[r#"
        $ printf '%s\n\000\000\000' '1-k7f2m9 = { at = 2017-02-27T09:12:33.417+01:00, by = "armin", kind = "plan", text = "fix the leak" }' > sprints/leysin-2017/2017-02-27.toml
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  fix the leak  nobody
        ! warning: sprints/leysin-2017/2017-02-27.toml:2:1: a line that was cut off while it was written
        !   2 | \u{0}\u{0}\u{0}
        !     | ^
        ! hint: a killed process or a power cut leaves that; the next entry of the day moves it to a file next to the log
        $ sprint plan more
        2 planned: more
        ! warning: sprints/leysin-2017/2017-02-27.toml:2:1: a line that was cut off while it was written
        !   2 | \u{0}\u{0}\u{0}
        !     | ^
        ! hint: a killed process or a power cut leaves that; the next entry of the day moves it to a file next to the log
        ! remark: the clock has gone back since your last entry
        ! hint: check it, because entries are ordered by time
        $ cat sprints/leysin-2017/2017-02-27.toml
        1-k7f2m9 = { at = 2017-02-27T09:12:33.417+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        2-58rr4p = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "more" }
        $ ls sprints/leysin-2017
        2017-02-27.toml
        post.md
        sprint.toml
    "#]]);
}

#[test]
fn what_was_written_by_hand_is_never_touched() {
    sprint_session(expect![[r#"
        $ printf 'Armin was here' > sprints/leysin-2017/2017-02-27.toml
        $ sprint plan more
        1 planned: more
        ! warning: sprints/leysin-2017/2017-02-27.toml:1:7: invalid TOML: `=` is missing
        !   1 | Armin was here
        !     |       ^
        ! hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
        $ cat sprints/leysin-2017/2017-02-27.toml
        Armin was here
        1-y61b4z = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "more" }
    "#]]);
}

#[test]
fn what_is_open_above_does_not_swallow_the_entry() {
    sprint_session(expect![[r#"
        $ printf '[1-k7f2m9]\ntext = """\nopen' > sprints/leysin-2017/2017-02-27.toml
        $ sprint plan more
        1 planned: more
        ! warning: sprints/leysin-2017/2017-02-27.toml:3:5: invalid TOML: the closing `"""` is missing
        !   3 | open
        !     |     ^
        ! hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
        $ cat sprints/leysin-2017/2017-02-27.toml
        [1-k7f2m9]
        text = """
        open
        1-y61b4z = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "more" }
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  more  nobody
        ! warning: sprints/leysin-2017/2017-02-27.toml:4:1: invalid TOML: the closing `"""` is missing
        !   4 | 1-y61b4z = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "pl…
        !     | ^
        ! hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
    "#]]);
}

#[test]
fn only_a_regular_file_is_a_log() {
    sprint_session(expect![[r#"
        $ mkdir sprints/leysin-2017/2017-02-27.toml
        $ sprint plan a
        ! warning: sprints/leysin-2017/2017-02-27.toml: a folder where a file belongs; it is not used
        ! hint: move it away
        ! error: sprints/leysin-2017/2017-02-27.toml is a folder where a file belongs
        ! hint: nothing was recorded; move it away
        [exit 1]
        $ rmdir sprints/leysin-2017/2017-02-27.toml; mkfifo sprints/leysin-2017/2017-02-27.toml
        $ timeout 5 sprint plan a
        ! warning: sprints/leysin-2017/2017-02-27.toml: a named pipe where a file belongs; it is not used
        ! hint: move it away
        ! error: sprints/leysin-2017/2017-02-27.toml is a named pipe where a file belongs
        ! hint: nothing was recorded; move it away
        [exit 1]
        $ rm sprints/leysin-2017/2017-02-27.toml; touch elsewhere; ln -s ../../elsewhere sprints/leysin-2017/2017-02-27.toml
        $ sprint plan a
        ! warning: sprints/leysin-2017/2017-02-27.toml: a symbolic link where a file belongs; it is not used
        ! hint: a link is not followed: put the file itself there, or move the link away
        ! error: sprints/leysin-2017/2017-02-27.toml is a symbolic link where a file belongs
        ! hint: nothing was recorded; a link is not followed: put the file itself there, or move the link away
        [exit 1]
        $ cat elsewhere
    "#]]);
}

#[test]
fn a_lock_that_cannot_be_had_is_named() {
    sprint_session(expect![[r#"
        $ mkdir sprints/leysin-2017/.lock
        $ sprint plan a
        ! error: sprints/leysin-2017/.lock is a folder where a file belongs
        ! hint: nothing was recorded; move it away
        [exit 1]
        $ rmdir sprints/leysin-2017/.lock; mkfifo sprints/leysin-2017/.lock
        $ timeout 5 sprint plan a
        ! error: sprints/leysin-2017/.lock is a named pipe where a file belongs
        ! hint: nothing was recorded; move it away
        [exit 1]
        $ printf '1-k7f2m9 = { at = 2017' > sprints/leysin-2017/2017-02-27.toml; timeout 5 sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        No task is open.
        ! warning: sprints/leysin-2017/2017-02-27.toml:1:1: a line that was cut off while it was written
        !   1 | 1-k7f2m9 = { at = 2017
        !     | ^
        ! hint: a killed process or a power cut leaves that; the next entry of the day moves it to a file next to the log
        $ rm sprints/leysin-2017/.lock; ln -s ../../elsewhere sprints/leysin-2017/.lock
        $ sprint plan a
        ! error: sprints/leysin-2017/.lock is a symbolic link where a file belongs
        ! hint: nothing was recorded; a link is not followed: put the file itself there, or move the link away
        [exit 1]
        $ ls
        sprints
    "#]]);
}

#[test]
fn settings_that_are_not_a_regular_file_are_reported_and_never_waited_for() {
    sprint_session(expect![[r#"
        $ rm sprints/leysin-2017/sprint.toml; mkfifo sprints/leysin-2017/sprint.toml
        $ timeout 5 sprint plan a
        1 planned: a
        ! warning: sprints/leysin-2017/sprint.toml: a named pipe where a file belongs; it is not used
        ! hint: move it away
        $ rm sprints/leysin-2017/sprint.toml; mkdir sprints/leysin-2017/sprint.toml
        $ sprint plan b
        2 planned: b
        ! warning: sprints/leysin-2017/sprint.toml: a folder where a file belongs; it is not used
        ! hint: move it away
        $ rmdir sprints/leysin-2017/sprint.toml; ln -s nowhere sprints/leysin-2017/sprint.toml
        $ sprint plan c
        3 planned: c
        ! warning: sprints/leysin-2017/sprint.toml: a symbolic link where a file belongs; it is not used
        ! hint: a link is not followed: put the file itself there, or move the link away
        $ sprint check
        sprints/leysin-2017/sprint.toml: error: a symbolic link where a file belongs; it is not used [in-the-way]
            hint: a link is not followed: put the file itself there, or move the link away
        ! error: the check found 1 error
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
    "#]]);
}

#[test]
fn windows_line_ends_and_byte_order_marks_are_read() {
    sprint_session(expect![[r#"
        $ printf '\357\273\277%s\r\n' '1-k7f2m9 = { at = 2017-02-27T09:12:33.417+01:00, by = "armin", kind = "plan", text = "fix the leak" }' > sprints/leysin-2017/2017-02-27.toml
        $ sprint plan more
        2 planned: more
        ! remark: the clock has gone back since your last entry
        ! hint: check it, because entries are ordered by time
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          2  more          nobody
          1  fix the leak  nobody
    "#]]);
}

#[test]
fn an_entry_after_a_table_made_by_hand_is_an_entry_of_its_own() {
    sprint_session(expect![[r#"
        $ printf '[1-k7f2m9]\nat = 2017-02-27T08:00:00Z\nby = "armin"\nkind = "plan"\ntext = "by hand"\n' > sprints/leysin-2017/2017-02-27.toml
        $ sprint plan by command
        2 planned: by command
        $ sprint plan by another
        3 planned: by another
        $ cat sprints/leysin-2017/2017-02-27.toml
        [1-k7f2m9]
        at = 2017-02-27T08:00:00Z
        by = "armin"
        kind = "plan"
        text = "by hand"
        2-9bqx64 = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "plan", text = "by command" }
        3-n2qayd = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "plan", text = "by another" }
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  by hand     nobody
          2  by command  nobody
          3  by another  nobody
    "#]]);
}

#[test]
fn an_entry_that_would_not_be_read_back_is_not_written() {
    sprint_session(expect![[r#"
        $ printf '[[entri]]\nx = 1\n' > sprints/leysin-2017/2017-02-27.toml
        $ sprint plan more
        ! warning: sprints/leysin-2017/2017-02-27.toml:1:3: `entri` is not an entry
        !   1 | [[entri]]
        !     |   ^
        ! hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
        ! error: sprints/leysin-2017/2017-02-27.toml ends in something unfinished, of which the entry would become part
        ! hint: nothing was recorded; fix the end of the file by hand and try again
        [exit 1]
        $ cat sprints/leysin-2017/2017-02-27.toml
        [[entri]]
        x = 1
    "#]]);
}

#[test]
fn a_log_that_is_too_large_takes_nothing() {
    sprint_session(expect![[r#"
        $ truncate -s 65M sprints/leysin-2017/2017-02-27.toml
        $ sprint plan more
        ! warning: sprints/leysin-2017/2017-02-27.toml: larger than 64 MiB; it is not read
        ! hint: move what is not an entry out of it
        ! error: sprints/leysin-2017/2017-02-27.toml is larger than 64 MiB
        ! hint: nothing was recorded; move what is not an entry out of it
        [exit 1]
    "#]]);
}

#[test]
fn a_writer_waits_for_another_and_says_so() {
    sprint_session(expect![[r#"
        $ sprint plan a
        1 planned: a
        $ flock sprints/leysin-2017/.lock sleep 5 >/dev/null 2>&1 & while flock -n sprints/leysin-2017/.lock true; do sleep 0.01; done; sprint plan b
        2 planned: b
        ! remark: waiting for another process that writes to this sprint
    "#]]);
}

#[test]
fn a_writer_gives_up_after_ten_seconds() {
    sprint_session(expect![[r#"
        $ sprint plan a
        1 planned: a
        $ flock sprints/leysin-2017/.lock sleep 25 >/dev/null 2>&1 & while flock -n sprints/leysin-2017/.lock true; do sleep 0.01; done; sprint plan b
        ! remark: waiting for another process that writes to this sprint
        ! error: another process has held the lock of this sprint for at least 10 seconds
        ! hint: nothing was recorded; try again later, or end the process that holds sprints/leysin-2017/.lock if it hangs
        [exit 1]
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  a  nobody
    "#]]);
}

#[test]
fn what_cannot_be_written_whole_is_not_written_at_all() {
    sprint_session(expect![[r#"
        $ sprint plan a
        1 planned: a
        $ trap '' XFSZ; ulimit -f 0; sprint plan b
        ! error: cannot write to sprints/leysin-2017/2017-02-27.toml: File too large
        ! hint: nothing was recorded; fix that and try again
        [exit 1]
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-m0mzdw = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "a" }
        $ sprint plan c
        2 planned: c
    "#]]);
}

#[test]
fn a_reader_does_not_see_what_is_being_written() {
    sprint_session(expect![[r#"
        $ sprint plan a
        1 planned: a
        $ printf '2-k7f2m9 = { at = 2017-02-27T09:12:33.417+01:00, by = "ar' >> sprints/leysin-2017/2017-02-27.toml
        $ flock sprints/leysin-2017/.lock sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  a  nobody
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  a  nobody
        ! warning: sprints/leysin-2017/2017-02-27.toml:3:1: a line that was cut off while it was written
        !   3 | 2-k7f2m9 = { at = 2017-02-27T09:12:33.417+01:00, by = "ar
        !     | ^
        ! hint: a killed process or a power cut leaves that; the next entry of the day moves it to a file next to the log
    "#]]);
}

#[test]
fn what_may_not_be_written_or_read_is_named() {
    sprint_session(expect![[r#"
        $ printf '#!/bin/sh\n[ $(id -u) != 0 ] || set -- setpriv --bounding-set=-dac_override,-dac_read_search "$@"\nexec "$@"\n' > mortal; chmod +x mortal
        $ sprint plan a
        1 planned: a
        $ chmod a-w sprints/leysin-2017/2017-02-27.toml; ./mortal sprint plan b
        ! error: cannot open sprints/leysin-2017/2017-02-27.toml: permission denied
        ! hint: nothing was recorded; fix that and try again
        [exit 1]
        $ chmod a-r sprints/leysin-2017/2017-02-27.toml; ./mortal sprint plan b
        ! error: cannot read sprints/leysin-2017/2017-02-27.toml: permission denied
        ! hint: nothing was recorded; fix that and try again
        [exit 1]
        $ ./mortal sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        No task is open.
        ! warning: sprints/leysin-2017/2017-02-27.toml: cannot be read: permission denied
        ! hint: fix that and try again
        $ ./mortal sprint check
        sprints/leysin-2017/2017-02-27.toml: error: cannot be read: permission denied [unreadable-file]
            hint: fix that and try again
        ! error: the check found 1 error
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
        $ chmod u+rw sprints/leysin-2017/2017-02-27.toml; chmod a-w sprints/leysin-2017; ./mortal sprint --day yesterday plan b
        ! error: cannot open sprints/leysin-2017/2017-02-26.toml: permission denied
        ! hint: nothing was recorded; fix that and try again
        [exit 1]
        $ chmod u+w sprints/leysin-2017; rm sprints/leysin-2017/.lock; chmod a-w sprints/leysin-2017; ./mortal sprint plan b
        ! error: cannot lock sprints/leysin-2017/.lock: permission denied
        ! hint: nothing was recorded; fix that and try again
        [exit 1]
        $ ./mortal sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  a  nobody
        $ chmod a-rwx sprints/leysin-2017; ./mortal sprint plan b
        ! error: cannot read sprints/leysin-2017: permission denied
        ! hint: nothing was recorded; fix that and try again
        [exit 1]
        $ ./mortal sprint
        ! error: cannot read sprints/leysin-2017: permission denied
        ! hint: nothing was recorded; fix that and try again
        [exit 1]
        $ chmod u+rwx sprints/leysin-2017; sprint plan b
        2 planned: b
    "#]]);
}

#[test]
fn a_link_in_the_place_of_a_log_is_neither_read_nor_written_to() {
    sprint_session(expect![[r#"
        $ ln -s nowhere sprints/leysin-2017/2017-02-27.toml
        $ sprint plan a
        ! warning: sprints/leysin-2017/2017-02-27.toml: a symbolic link where a file belongs; it is not used
        ! hint: a link is not followed: put the file itself there, or move the link away
        ! error: sprints/leysin-2017/2017-02-27.toml is a symbolic link where a file belongs
        ! hint: nothing was recorded; a link is not followed: put the file itself there, or move the link away
        [exit 1]
        $ sprint check
        sprints/leysin-2017/2017-02-27.toml: error: a symbolic link where a file belongs; it is not used [in-the-way]
            hint: a link is not followed: put the file itself there, or move the link away
        ! error: the check found 1 error
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
        $ rm sprints/leysin-2017/2017-02-27.toml; ln -s /dev/zero sprints/leysin-2017/2017-02-27.toml
        $ timeout 5 sprint plan a
        ! warning: sprints/leysin-2017/2017-02-27.toml: a symbolic link where a file belongs; it is not used
        ! hint: a link is not followed: put the file itself there, or move the link away
        ! error: sprints/leysin-2017/2017-02-27.toml is a symbolic link where a file belongs
        ! hint: nothing was recorded; a link is not followed: put the file itself there, or move the link away
        [exit 1]
        $ rm sprints/leysin-2017/2017-02-27.toml; ln -s ../../notes.toml sprints/leysin-2017/2017-02-27.toml
        $ echo '1-k7f2m9 = { at = 2017-02-27T08:00:00+01:00, by = "anto", kind = "plan", text = "elsewhere" }' > notes.toml
        $ sprint plan a
        ! warning: sprints/leysin-2017/2017-02-27.toml: a symbolic link where a file belongs; it is not used
        ! hint: a link is not followed: put the file itself there, or move the link away
        ! error: sprints/leysin-2017/2017-02-27.toml is a symbolic link where a file belongs
        ! hint: nothing was recorded; a link is not followed: put the file itself there, or move the link away
        [exit 1]
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        No task is open.
        ! warning: sprints/leysin-2017/2017-02-27.toml: a symbolic link where a file belongs; it is not used
        ! hint: a link is not followed: put the file itself there, or move the link away
        $ rm sprints/leysin-2017/2017-02-27.toml; ln -s 2017-02-27.toml sprints/leysin-2017/2017-02-27.toml
        $ sprint plan a
        ! warning: sprints/leysin-2017/2017-02-27.toml: a symbolic link where a file belongs; it is not used
        ! hint: a link is not followed: put the file itself there, or move the link away
        ! error: sprints/leysin-2017/2017-02-27.toml is a symbolic link where a file belongs
        ! hint: nothing was recorded; a link is not followed: put the file itself there, or move the link away
        [exit 1]
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        No task is open.
        ! warning: sprints/leysin-2017/2017-02-27.toml: a symbolic link where a file belongs; it is not used
        ! hint: a link is not followed: put the file itself there, or move the link away
    "#]]);
}

#[test]
fn a_linked_folder_is_not_a_sprint() {
    sprint_session(expect![[r#"
        $ mv sprints/leysin-2017 elsewhere; ln -s ../elsewhere sprints/leysin-2017
        $ sprint plan a
        ! error: sprints/leysin-2017 is a symbolic link where a folder belongs
        ! hint: nothing was recorded; a link is not followed: put the folder itself there, or move the link away
        [exit 1]
        $ ls elsewhere
        post.md
        sprint.toml
        $ rm -r elsewhere; sprint plan b
        ! error: sprints/leysin-2017 is a symbolic link where a folder belongs
        ! hint: nothing was recorded; a link is not followed: put the folder itself there, or move the link away
        [exit 1]
        $ sprint init leysin-2017
        ! error: sprints/leysin-2017 is a symbolic link where a folder belongs
        ! hint: nothing was recorded; a link is not followed: put the folder itself there, or move the link away
        [exit 1]
    "#]]);
}

#[test]
fn a_clock_that_jumps_back_gets_a_remark() {
    sprint_session(expect![[r#"
        $ export SPRINT_NOW=2017-02-27T09:12:33+01:00; sprint plan a; sprint progress 1 begun
        1 planned: a
        1 progress: a  | status: begun
        $ SPRINT_NOW=2017-02-27T08:00:00+01:00 sprint done 1 it works
        1 done: a  | result: it works
        ! remark: the clock has gone back since your last entry
        ! hint: check it, because entries are ordered by time
        $ SPRINT_NOW=2016-01-01T00:00:00+01:00 sprint plan b
        2 planned: b
        ! remark: the clock has gone back since your last entry
        ! hint: check it, because entries are ordered by time
        ! remark: recorded in leysin-2017 (2017-02-26 to 2017-03-04) for 2016-01-01
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          2  b  nobody
        Closed today
          1  a          done
        $ cat sprints/leysin-2017/2016-01-01.toml
        # Leysin Winter Sprint 2017: Friday, 1 January 2016
        2-fb01wt = { at = 2016-01-01T00:00:00.000+01:00, by = "armin", kind = "plan", text = "b" }
    "#]]);
}
