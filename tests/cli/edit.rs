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
        sprints/leysin-2017/2017-02-27.toml: 1 line changed
        took back: plan another (`sprint undo yetx38xtn3` reverses that)
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-r7f0ma = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        2-agrx4t = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "plan", text = "another" }
        yetx38xtn3 = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "undo", entry = "2-agrx4t" }
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

#[test]
fn lines_that_are_deleted_are_taken_back_as_if_they_had_never_been() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak && sprint done leak It is fixed. && sprint plan write a test && sprint undo && sprint note Here.
        1 planned: fix the leak
        1 done: fix the leak
        2 planned: write a test
        took back: plan write a test (`sprint undo 2z8d80mjam` reverses that)
        noted: Here.
        $ script -qec "EDITOR='sed -i -e /leak/d -e /fixed/d' sprint edit" /dev/null | tr -d '\r'
        took back: done It is fixed. (`sprint undo 1834cw3jaa` reverses that)
        took back: plan fix the leak (`sprint undo cjrddgy6sp` reverses that)
        $ sprint
        Leysin Winter Sprint 2017, Monday, 27 February 2017

        No task is open.
        $ script -qec "EDITOR='sed -i /Here/d' sprint edit" /dev/null | tr -d '\r'
        took back: note Here. (`sprint undo my4tg5de4h` reverses that)
        $ script -qec "EDITOR='sed -i /Here/d' sprint edit" /dev/null | tr -d '\r'
        remark: j4cmnmkfak was taken back already; its line stays
        sprints/leysin-2017/2017-02-27.toml: nothing changed
        $ script -qec "EDITOR='sed -i -e /Here/d -e /undo/d' sprint edit" /dev/null | tr -d '\r'
        remark: j4cmnmkfak was taken back already; its line stays
        brought back: plan fix the leak (`sprint undo 109yj809gv` reverses that)
        brought back: done It is fixed. (`sprint undo zwhc8fjc1a` reverses that)
        brought back: plan write a test (`sprint undo b1qj2dmbc2` reverses that)
        $ cat sprints/leysin-2017/2017-02-27.toml && sprint check
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        k9jf9qvjkt = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "done", item = "1-44gd7a", text = "It is fixed." }
        2-aqtp6g = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "plan", text = "write a test" }
        2z8d80mjam = { at = 2017-02-27T09:00:00.003+01:00, by = "armin", kind = "undo", entry = "2-aqtp6g" }
        j4cmnmkfak = { at = 2017-02-27T09:00:00.004+01:00, by = "armin", kind = "note", text = "Here." }
        1834cw3jaa = { at = 2017-02-27T09:00:00.005+01:00, by = "armin", kind = "undo", entry = "k9jf9qvjkt" }
        cjrddgy6sp = { at = 2017-02-27T09:00:00.006+01:00, by = "armin", kind = "undo", entry = "1-44gd7a" }
        my4tg5de4h = { at = 2017-02-27T09:00:00.007+01:00, by = "armin", kind = "undo", entry = "j4cmnmkfak" }
        109yj809gv = { at = 2017-02-27T09:00:00.008+01:00, by = "armin", kind = "undo", entry = "cjrddgy6sp" }
        zwhc8fjc1a = { at = 2017-02-27T09:00:00.009+01:00, by = "armin", kind = "undo", entry = "1834cw3jaa" }
        b1qj2dmbc2 = { at = 2017-02-27T09:00:00.010+01:00, by = "armin", kind = "undo", entry = "2z8d80mjam" }
        $ script -qec "EDITOR='sed -i /undo/d' sprint edit" /dev/null | tr -d '\r'
        remark: cjrddgy6sp was taken back already; its line stays
        remark: 1834cw3jaa was taken back already; its line stays
        remark: 2z8d80mjam was taken back already; its line stays
        brought back: note Here. (`sprint undo ws0z498se4` reverses that)
        $ sprint board
        Leysin Winter Sprint 2017, Monday, 27 February 2017

        ┌──────────────────┐
        │ #   task         │
        ╞══════════════════╡
        │ 2   write a test │
        └──────────────────┘

        ┌──────────────────────────┐
        │ #   closed today   state │
        ╞══════════════════════════╡
        │ 1   fix the leak   done  │
        └──────────────────────────┘
        $ script -qec "EDITOR='sed -i d' sprint edit" /dev/null | tr -d '\r'
        took back: note Here. (`sprint undo ybzy33j7pj` reverses that)
        took back: plan write a test (`sprint undo kmyedh84r6` reverses that)
        took back: done It is fixed. (`sprint undo k07c66r0sx` reverses that)
        took back: plan fix the leak (`sprint undo wsmm872q3g` reverses that)
        $ sprint board
        Leysin Winter Sprint 2017, Monday, 27 February 2017

        No task is open.
        $ script -qec "EDITOR='f() { (echo x=1 | sed s/x=1/\#/; tac \$1) > copy; cp copy \$1; }; f' sprint edit" /dev/null | tr -d '\r' && head -n 2 sprints/leysin-2017/2017-02-27.toml
        sprints/leysin-2017/2017-02-27.toml: nothing changed
        #
        wsmm872q3g = { at = 2017-02-27T09:00:00.015+01:00, by = "armin", kind = "undo", entry = "1-44gd7a" }
    "#]]);
}

#[test]
fn a_line_that_is_deleted_stays_as_it_was_laid_out() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak && printf '[00000q7f2m] # mine\nat = 2017-02-27T08:00:00+01:00\nby = "armin"\nkind = "note"\ntext = "Here."\n' >> sprints/leysin-2017/2017-02-27.toml && sprint note There.
        1 planned: fix the leak
        noted: There.
        $ script -qec "EDITOR='sed -i 3,7d' sprint edit" /dev/null | tr -d '\r'
        took back: note Here. (`sprint undo a5ksnahfy1` reverses that)
        $ cat sprints/leysin-2017/2017-02-27.toml && sprint log
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        1yvms78gyt = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "note", text = "There." }
        [00000q7f2m] # mine
        at = 2017-02-27T08:00:00+01:00
        by = "armin"
        kind = "note"
        text = "Here."
        a5ksnahfy1 = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "undo", entry = "00000q7f2m" }
        Monday, 27 February 2017

        ┌────────────────────────────────────────────────────────────┐
        │ time    by      what   #   entry                id         │
        ╞════════════════════════════════════════════════════════════╡
        │ 08:00   armin   note       Here. (taken back)   00000q7f2m │
        │ 09:00   armin   plan   1   fix the leak         1-44gd7a   │
        │ 09:00   armin   note       There.               1yvms78gyt │
        │ 09:00   armin   undo       note Here.           a5ksnahfy1 │
        └────────────────────────────────────────────────────────────┘
    "#]]);
}
