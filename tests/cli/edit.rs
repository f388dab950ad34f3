//! `sprint edit`.

use expect_test::expect;

use crate::support::sprint_session;

#[test]
fn what_can_be_read_takes_the_place_of_the_log() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leek
        1 planned: fix the leek
        $ sprint plan another
        2 planned: another
        $ script -qec "EDITOR='sed -i -e s/leek/leak/ -e /another/d' sprint edit" /dev/null | tr -d '\r' | sed 's/sprint-[A-Za-z0-9]*.toml/sprint-XXXXXX.toml/'
        sprints/leysin-2017/2017-02-27.toml: 1 line changed, 1 line removed
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-r7f0ma = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        $ script -qec "EDITOR=true sprint edit" /dev/null | tr -d '\r' | sed 's/sprint-[A-Za-z0-9]*.toml/sprint-XXXXXX.toml/'
        sprints/leysin-2017/2017-02-27.toml: nothing changed
        $ ls -A sprints/leysin-2017
        .lock
        2017-02-27.toml
        sprint.toml
        $ stat -c %a sprints/leysin-2017/2017-02-27.toml
        644
    "#]]);
}

#[test]
fn what_cannot_be_read_is_not_kept_and_not_lost() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ script -qec "EDITOR='sed -i s/kind/mood/' sprint edit" /dev/null | tr -d '\r' | sed 's/sprint-[A-Za-z0-9]*.toml/sprint-XXXXXX.toml/'
        error: sprints/leysin-2017/2017-02-27.toml:2:1: the entry has no `kind`
        hint: every entry has `at`, `by` and `kind`
        remark: your text is kept in ROOM/sprint-XXXXXX.toml
        error: the log was left as it was: 1 error in the text
        hint: mend the text that was kept, and put it in with `sprint edit`
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        $ grep -c mood sprint-*.toml
        1
    "#]]);
}

#[test]
fn what_others_record_meanwhile_is_kept() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leek
        1 planned: fix the leek
        $ script -qec "EDITOR='SPRINT_BY=anto sprint plan meanwhile; sed -i s/leek/leak/' sprint edit" /dev/null | tr -d '\r' | sed 's/sprint-[A-Za-z0-9]*.toml/sprint-XXXXXX.toml/'
        2 planned: meanwhile
        remark: 1 line that others recorded meanwhile was kept
        sprints/leysin-2017/2017-02-27.toml: 1 line changed
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-r7f0ma = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        2-xbkcgg = { at = 2017-02-27T09:00:00.000+01:00, by = "anto", kind = "plan", text = "meanwhile" }
    "#]]);
}

#[test]
fn what_others_changed_meanwhile_is_not_overwritten() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leek
        1 planned: fix the leek
        $ script -qec "EDITOR='sed -i s/leek/bug/ sprints/leysin-2017/2017-02-27.toml; sed -i s/leek/leak/' sprint edit" /dev/null | tr -d '\r' | sed 's/sprint-[A-Za-z0-9]*.toml/sprint-XXXXXX.toml/'
        remark: your text is kept in ROOM/sprint-XXXXXX.toml
        error: sprints/leysin-2017/2017-02-27.toml was changed by somebody else meanwhile
        hint: put the text that was kept in with `sprint edit`
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-r7f0ma = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the bug" }
    "#]]);
}

#[test]
fn there_has_to_be_a_log_an_editor_and_a_terminal() {
    sprint_session(expect![[r#"
        $ sprint edit
        ! error: cannot read sprints/leysin-2017/2017-02-27.toml: it does not exist
        ! hint: nothing was recorded; mend that and try again
        [exit 1]
        $ sprint plan a
        1 planned: a
        $ EDITOR=true sprint edit
        ! error: there is no editor to open
        ! hint: set VISUAL or EDITOR, and run this at a terminal; or edit the file itself
        [exit 1]
        $ script -qec "sprint edit" /dev/null | tr -d '\r' | sed 's/sprint-[A-Za-z0-9]*.toml/sprint-XXXXXX.toml/'
        error: there is no editor to open
        hint: set VISUAL or EDITOR, and run this at a terminal; or edit the file itself
        $ script -qec "EDITOR=false sprint edit" /dev/null | tr -d '\r' | sed 's/sprint-[A-Za-z0-9]*.toml/sprint-XXXXXX.toml/'
        remark: your text is kept in ROOM/sprint-XXXXXX.toml
        error: the editor `false` failed: it ended with exit status: 1
        hint: set VISUAL or EDITOR, or type the text behind the command
    "#]]);
}

#[test]
fn a_log_of_ones_own_is_the_one_that_is_edited() {
    sprint_session(expect![[r#"
        $ echo 'log = "per-writer"' > sprints/leysin-2017/sprint.toml
        $ sprint plan fix the leek
        1 planned: fix the leek
        $ script -qec "EDITOR='sed -i s/leek/leak/' sprint edit" /dev/null | tr -d "\r"
        sprints/leysin-2017/2017-02-27.armin.toml: 1 line changed
    "#]]);
}
