//! Logs and settings in encodings that are not UTF-8.

use expect_test::expect;

use crate::support::sprint_session;

#[test]
fn a_log_in_utf_16_is_named_once_and_nothing_is_appended_to_it() {
    sprint_session(expect![[r#"
        $ cd sprints/leysin-2017 && sprint plan fix the leak && sprint plan 'a test for 李' && cp 2017-02-27.toml ../../utf-8
        1 planned: fix the leak
        2 planned: a test for 李
        $ cat > all.sh <<'END'
        > for encoding in UTF-16LE UTF-16BE UTF-16 UTF-32 UTF-32LE UTF-32BE; do
        >   iconv -f UTF-8 -t $encoding utf-8 > sprints/leysin-2017/2017-02-27.toml; cp sprints/leysin-2017/2017-02-27.toml before
        >   echo "== $encoding"; sprint note hello; sprint check --no-receipts; cmp before sprints/leysin-2017/2017-02-27.toml
        > done 2>&1
        > END
        $ sh all.sh
        == UTF-16LE
        warning: sprints/leysin-2017/2017-02-27.toml: the file is UTF-16; nothing of it is read
        hint: save it as UTF-8
        error: sprints/leysin-2017/2017-02-27.toml is UTF-16
        hint: nothing was recorded; save it as UTF-8
        sprints/leysin-2017/2017-02-27.toml: error: the file is UTF-16; nothing of it is read [not-utf-8]
            hint: save it as UTF-8
        error: the check found 1 error
        hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        == UTF-16BE
        warning: sprints/leysin-2017/2017-02-27.toml: the file is UTF-16; nothing of it is read
        hint: save it as UTF-8
        error: sprints/leysin-2017/2017-02-27.toml is UTF-16
        hint: nothing was recorded; save it as UTF-8
        sprints/leysin-2017/2017-02-27.toml: error: the file is UTF-16; nothing of it is read [not-utf-8]
            hint: save it as UTF-8
        error: the check found 1 error
        hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        == UTF-16
        warning: sprints/leysin-2017/2017-02-27.toml: the file is UTF-16; nothing of it is read
        hint: save it as UTF-8
        error: sprints/leysin-2017/2017-02-27.toml is UTF-16
        hint: nothing was recorded; save it as UTF-8
        sprints/leysin-2017/2017-02-27.toml: error: the file is UTF-16; nothing of it is read [not-utf-8]
            hint: save it as UTF-8
        error: the check found 1 error
        hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        == UTF-32
        warning: sprints/leysin-2017/2017-02-27.toml: the file is UTF-32; nothing of it is read
        hint: save it as UTF-8
        error: sprints/leysin-2017/2017-02-27.toml is UTF-32
        hint: nothing was recorded; save it as UTF-8
        sprints/leysin-2017/2017-02-27.toml: error: the file is UTF-32; nothing of it is read [not-utf-8]
            hint: save it as UTF-8
        error: the check found 1 error
        hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        == UTF-32LE
        warning: sprints/leysin-2017/2017-02-27.toml: the file is UTF-32; nothing of it is read
        hint: save it as UTF-8
        error: sprints/leysin-2017/2017-02-27.toml is UTF-32
        hint: nothing was recorded; save it as UTF-8
        sprints/leysin-2017/2017-02-27.toml: error: the file is UTF-32; nothing of it is read [not-utf-8]
            hint: save it as UTF-8
        error: the check found 1 error
        hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        == UTF-32BE
        warning: sprints/leysin-2017/2017-02-27.toml: the file is UTF-32; nothing of it is read
        hint: save it as UTF-8
        error: sprints/leysin-2017/2017-02-27.toml is UTF-32
        hint: nothing was recorded; save it as UTF-8
        sprints/leysin-2017/2017-02-27.toml: error: the file is UTF-32; nothing of it is read [not-utf-8]
            hint: save it as UTF-8
        error: the check found 1 error
        hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        $ sprint; sprint --day tomorrow note hello; sprint summary
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        No task is open.
        noted: hello
        ! warning: sprints/leysin-2017/2017-02-27.toml: the file is UTF-32; nothing of it is read
        ! hint: save it as UTF-8
        ! warning: sprints/leysin-2017/2017-02-27.toml: the file is UTF-32; nothing of it is read
        ! hint: save it as UTF-8
        ! remark: 2017-02-28 00:00 is in the future
        ! error: sprints/leysin-2017/2017-02-27.toml: the file is UTF-32; nothing of it is read
        ! hint: save it as UTF-8
        ! error: no report was made: 1 error in the logs
        ! hint: fix the lines named above; the report would leave them out
        [exit 1]
        $ script -qec "EDITOR='sed -i s/a/a/' sprint edit log" /dev/null | tr -d '\r' | sed 's/sprint-[A-Za-z0-9]*.toml/sprint-XXXXXX.toml/'
        error: sprints/leysin-2017/2017-02-27.toml: the file is UTF-32; nothing of it is read
        hint: save it as UTF-8
        error: the log was left as it was: 1 error in the text
        hint: fix the text that was kept, and put it in with `sprint edit log`
        $ cmp before sprints/leysin-2017/2017-02-27.toml && iconv -f UTF-32BE -t UTF-8 before > sprints/leysin-2017/2017-02-27.toml && sprint --day tomorrow plan more
        3 planned: more
        ! remark: 2017-02-28 00:00 is in the future
    "#]]);
}

#[test]
fn settings_in_utf_16_are_named_once() {
    sprint_session(expect![[r#"
        $ iconv -f UTF-8 -t UTF-16 sprints/leysin-2017/sprint.toml > new; cp new sprints/leysin-2017/sprint.toml; sprint note hello
        noted: hello
        ! warning: sprints/leysin-2017/sprint.toml: the file is UTF-16; nothing of it is read
        ! hint: save it as UTF-8
        $ iconv -f UTF-16 -t UTF-16BE new > sprints/leysin-2017/sprint.toml; sprint check; sprint init leysin-2017
        sprints/leysin-2017/sprint.toml: error: the file is UTF-16; nothing of it is read [not-utf-8]
            hint: save it as UTF-8
        ! error: the check found 1 error
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        ! error: the sprint `leysin-2017` already exists: sprints/leysin-2017
        ! hint: use it with `-s leysin-2017`, or choose another name
        [exit 1]
    "#]]);
}

#[test]
fn what_was_appended_to_a_log_in_utf_16_counts() {
    sprint_session(expect![[r#"
        $ (printf '# a hut\n' | iconv -f UTF-8 -t UTF-16LE | head -c -1; echo '1-k7f2m9 = { at = 2017-02-27T08:00:00+01:00, by = "armin", kind = "plan", text = "fix the leak" }') > sprints/leysin-2017/2017-02-27.toml
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  fix the leak  nobody
        ! warning: sprints/leysin-2017/2017-02-27.toml:1:2: zero bytes, as a power cut leaves them
        !   1 | #\u{0} \u{0}a\u{0} \u{0}h\u{0}u\u{0}t\u{0}
        !     |  ^
        ! hint: delete them
    "#]]);
}
