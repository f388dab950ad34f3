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
        $ script -qec "EDITOR='sed -i -e s/leek/leak/ -e /another/d' sprint edit log" /dev/null | tr -d '\r' | sed 's/sprint-[A-Za-z0-9]*.toml/sprint-XXXXXX.toml/'
        sprints/leysin-2017/2017-02-27.toml: 1 line changed
        took back: plan 2 another (`sprint undo d7dr8n3178` reverses that)
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-r7f0ma = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        2-agrx4t = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "plan", text = "another" }
        d7dr8n3178 = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "undo", entry = "2-agrx4t", only = true, batch = "d7dr8n3178" }
        $ script -qec "EDITOR=true sprint edit log" /dev/null | tr -d '\r' | sed 's/sprint-[A-Za-z0-9]*.toml/sprint-XXXXXX.toml/'
        sprints/leysin-2017/2017-02-27.toml: nothing changed
        $ ls -A sprints/leysin-2017
        .lock
        2017-02-27.toml
        post.md
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
        $ script -qec "EDITOR='sed -i s/kind/mood/' sprint edit log" /dev/null | tr -d '\r' | sed 's/sprint-[A-Za-z0-9]*.toml/sprint-XXXXXX.toml/'
        error: sprints/leysin-2017/2017-02-27.toml:2:1: the entry has no `kind`
          2 | 1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", mood = "pl…
            | ^
        hint: every entry has `at`, `by` and `kind`
        remark: your text is kept in FOLDER/sprint-XXXXXX.toml
        error: the log was left as it was: 1 error in the text
        hint: fix the text that was kept, and put it in with `sprint edit log`
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
        $ script -qec "EDITOR='SPRINT_BY=anto sprint plan meanwhile; sed -i s/leek/leak/' sprint edit log" /dev/null | tr -d '\r' | sed 's/sprint-[A-Za-z0-9]*.toml/sprint-XXXXXX.toml/'
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
        $ script -qec "EDITOR='sed -i s/leek/bug/ sprints/leysin-2017/2017-02-27.toml; sed -i s/leek/leak/' sprint edit log" /dev/null | tr -d '\r' | sed 's/sprint-[A-Za-z0-9]*.toml/sprint-XXXXXX.toml/'
        remark: your text is kept in FOLDER/sprint-XXXXXX.toml
        error: sprints/leysin-2017/2017-02-27.toml was changed by somebody else meanwhile
        hint: run the same command again, and insert the text that was kept
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-r7f0ma = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the bug" }
    "#]]);
}

#[test]
fn there_has_to_be_a_log_an_editor_and_a_terminal() {
    sprint_session(expect![[r#"
        $ sprint edit log
        ! error: cannot read sprints/leysin-2017/2017-02-27.toml: it does not exist
        ! hint: nothing was recorded; fix that and try again
        [exit 1]
        $ sprint plan a
        1 planned: a
        $ EDITOR=true sprint edit log
        ! error: there is no terminal for the editor
        ! hint: run this at a terminal, or edit the file itself
        [exit 1]
        $ script -qec "sprint edit log" /dev/null | tr -d '\r' | sed 's/sprint-[A-Za-z0-9]*.toml/sprint-XXXXXX.toml/'
        error: there is no editor to open
        hint: set VISUAL or EDITOR, and run this at a terminal; or edit the file itself
        $ script -qec "EDITOR=false sprint edit log" /dev/null | tr -d '\r' | sed 's/sprint-[A-Za-z0-9]*.toml/sprint-XXXXXX.toml/'
        error: the editor `false` failed: it ended with exit status: 1
        hint: set VISUAL or EDITOR to another editor
    "#]]);
}

#[test]
fn a_log_of_ones_own_is_the_one_that_is_edited() {
    sprint_session(expect![[r#"
        $ echo 'log = "per-writer"' > sprints/leysin-2017/sprint.toml
        $ sprint plan fix the leek
        1 planned: fix the leek
        $ script -qec "EDITOR='sed -i s/leek/leak/' sprint edit log" /dev/null | tr -d "\r"
        sprints/leysin-2017/2017-02-27.armin.toml: 1 line changed
    "#]]);
}

#[test]
fn lines_that_are_deleted_are_taken_back_as_if_they_had_never_been() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak && sprint done leak It is fixed. && sprint plan write a test && sprint undo && sprint note Here.
        1 planned: fix the leak
        1 done: fix the leak  | result: It is fixed.
        2 planned: write a test
        took back: plan 2 write a test (`sprint undo 2z8d80mjam` reverses that)
        noted: Here.
        $ script -qec "EDITOR='sed -i -e /leak/d -e /fixed/d' sprint edit log" /dev/null | tr -d '\r'
        took back: done 1 fix the leak: It is fixed.
        took back: plan 1 fix the leak (`sprint undo vrhb27aqmb` brings all of them back)
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        No task is open.
        $ script -qec "EDITOR='sed -i /Here/d' sprint edit log" /dev/null | tr -d '\r'
        took back: note Here. (`sprint undo k1y00h2qfv` reverses that)
        $ script -qec "EDITOR='sed -i /Here/d' sprint edit log" /dev/null | tr -d '\r'
        remark: j4cmnmkfak was already taken back; its line stays
        sprints/leysin-2017/2017-02-27.toml: nothing changed
        $ script -qec "EDITOR='sed -i -e /Here/d -e /undo/d' sprint edit log" /dev/null | tr -d '\r'
        remark: j4cmnmkfak was already taken back; its line stays
        brought back: plan 1 fix the leak
        brought back: done 1 fix the leak: It is fixed.
        brought back: plan 2 write a test (`sprint undo p9v0y87xye` reverses all of these)
        $ cat sprints/leysin-2017/2017-02-27.toml && sprint check
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        k9jf9qvjkt = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "done", item = "1-44gd7a", text = "It is fixed." }
        2-aqtp6g = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "plan", text = "write a test" }
        2z8d80mjam = { at = 2017-02-27T09:00:00.003+01:00, by = "armin", kind = "undo", entry = "2-aqtp6g" }
        j4cmnmkfak = { at = 2017-02-27T09:00:00.004+01:00, by = "armin", kind = "note", text = "Here." }
        cyj5cswdem = { at = 2017-02-27T09:00:00.005+01:00, by = "armin", kind = "undo", entry = "k9jf9qvjkt", only = true, batch = "cyj5cswdem" }
        vrhb27aqmb = { at = 2017-02-27T09:00:00.006+01:00, by = "armin", kind = "undo", entry = "1-44gd7a", only = true, batch = "cyj5cswdem" }
        k1y00h2qfv = { at = 2017-02-27T09:00:00.007+01:00, by = "armin", kind = "undo", entry = "j4cmnmkfak", only = true, batch = "k1y00h2qfv" }
        y9y97ta1se = { at = 2017-02-27T09:00:00.008+01:00, by = "armin", kind = "undo", entry = "vrhb27aqmb", only = true, batch = "y9y97ta1se" }
        d2exnjg5jv = { at = 2017-02-27T09:00:00.009+01:00, by = "armin", kind = "undo", entry = "cyj5cswdem", only = true, batch = "y9y97ta1se" }
        p9v0y87xye = { at = 2017-02-27T09:00:00.010+01:00, by = "armin", kind = "undo", entry = "2z8d80mjam", only = true, batch = "y9y97ta1se" }
        $ script -qec "EDITOR='sed -i /undo/d' sprint edit log" /dev/null | tr -d '\r'
        remark: vrhb27aqmb was already taken back; its line stays
        remark: cyj5cswdem was already taken back; its line stays
        remark: 2z8d80mjam was already taken back; its line stays
        brought back: note Here. (`sprint undo c3hss98vsf` reverses that)
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          2  write a test  nobody
        Closed today
          1  fix the leak          done
        $ script -qec "EDITOR='sed -i d' sprint edit log" /dev/null | tr -d '\r'
        remark: the text was empty, so nothing was changed
        hint: delete single lines to take entries back
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          2  write a test  nobody
        Closed today
          1  fix the leak          done
        $ script -qec "EDITOR='f() { (echo x=1 | sed s/x=1/\#/; tac \$1) > copy; cp copy \$1; }; f' sprint edit log" /dev/null | tr -d '\r' && head -n 2 sprints/leysin-2017/2017-02-27.toml
        sprints/leysin-2017/2017-02-27.toml: no entry changed, only the text around them
        #
        c3hss98vsf = { at = 2017-02-27T09:00:00.011+01:00, by = "armin", kind = "undo", entry = "k1y00h2qfv", only = true, batch = "c3hss98vsf" }
    "#]]);
}

#[test]
fn a_line_that_is_deleted_stays_as_it_was_laid_out() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak && printf '[00000q7f2m] # mine\nat = 2017-02-27T08:00:00+01:00\nby = "armin"\nkind = "note"\ntext = "Here."\n' >> sprints/leysin-2017/2017-02-27.toml && sprint note There.
        1 planned: fix the leak
        noted: There.
        $ script -qec "EDITOR='sed -i 3,7d' sprint edit log" /dev/null | tr -d '\r'
        took back: note Here. (`sprint undo 1pm9nbmet7` reverses that)
        $ cat sprints/leysin-2017/2017-02-27.toml && sprint log
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        1yvms78gyt = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "note", text = "There." }
        [00000q7f2m] # mine
        at = 2017-02-27T08:00:00+01:00
        by = "armin"
        kind = "note"
        text = "Here."
        1pm9nbmet7 = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "undo", entry = "00000q7f2m", only = true, batch = "1pm9nbmet7" }
        Monday, 27 February 2017
        time   by     what  #  entry               id
        08:00  armin  note     Here. (taken back)  00000q7f2m
        09:00  armin  plan  1  fix the leak        1-44gd7a
        09:00  armin  note     There.              1yvms78gyt
        09:00  armin  undo     note Here.          1pm9nbmet7
    "#]]);
}

#[test]
fn of_a_batch_only_the_lines_that_are_deleted_are_taken_back() {
    sprint_session(expect![[r#"
        $ printf 'plan a\nplan b\nplan c\nplan d\n' | sprint batch
        1 planned: a
        2 planned: b
        3 planned: c
        4 planned: d
        $ script -qec "EDITOR='sed -i /\\\"b\\\"/d' sprint edit log" /dev/null | tr -d '\r'
        took back: plan 2 b (`sprint undo pp8bzrpcxc` reverses that)
        $ script -qec "EDITOR='sed -i -e /\\\"c\\\"/d -e /\\\"d\\\"/d' sprint edit log" /dev/null | tr -d '\r'
        took back: plan 4 d
        took back: plan 3 c (`sprint undo ptm6dhg4c6` brings all of them back)
        $ sprint log
        Monday, 27 February 2017
        time   by     what  #  entry           id
        09:00  armin  plan  1  a               1-m0mzdw
        09:00  armin  plan  2  b (taken back)  2-bjpd7f
        09:00  armin  plan  3  c (taken back)  3-a88fjm
        09:00  armin  plan  4  d (taken back)  4-s1zema
        09:00  armin  undo     plan 2 b        pp8bzrpcxc
        09:00  armin  undo     plan 4 d        f9h7j54ysd
        09:00  armin  undo     plan 3 c        ptm6dhg4c6
        $ script -qec "EDITOR='truncate -s 0' sprint edit log" /dev/null | tr -d '\r'
        remark: the text was empty, so nothing was changed
        hint: delete single lines to take entries back
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  a  nobody
        $ sprint undo && sprint board
        brought back 2 entries recorded together at 09:00: plan 3, 4 (`sprint undo z6a3cyfjcs` reverses that)
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  a  nobody
          3  c  nobody
          4  d  nobody
    "#]]);
}

#[test]
fn the_text_is_kept_if_somebody_holds_the_lock_when_the_editor_is_closed() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leek
        1 planned: fix the leek
        $ script -qec "EDITOR='flock sprints/leysin-2017/.lock sleep 25 >/dev/null 2>&1 & while flock -n sprints/leysin-2017/.lock true; do sleep 0.01; done; sed -i s/leek/leak/' sprint edit log" /dev/null | tr -d '\r' | sed 's/sprint-[A-Za-z0-9]*.toml/sprint-XXXXXX.toml/'
        remark: waiting for another process that writes to this sprint
        remark: your text is kept in FOLDER/sprint-XXXXXX.toml
        error: another process has held the lock of this sprint for at least 10 seconds
        hint: nothing was recorded; try again later, or end the process that holds sprints/leysin-2017/.lock if it hangs
        $ cat sprints/leysin-2017/2017-02-27.toml && grep -c leak sprint-*.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-r7f0ma = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leek" }
        1
    "#]]);
}

#[test]
fn the_text_is_kept_if_the_log_cannot_be_written() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leek
        1 planned: fix the leek
        $ script -qec "trap '' XFSZ; EDITOR='f() { sed -i s/leek/leak/ \$1; prlimit --pid \$PPID --fsize=20; }; f' sprint edit log" /dev/null | tr -d '\r' | sed 's/sprint-[A-Za-z0-9]*.toml/sprint-XXXXXX.toml/'
        remark: your text is kept in FOLDER/sprint-XXXXXX.toml
        error: cannot write sprints/leysin-2017/2017-02-27.toml: File too large
        hint: nothing was recorded; fix that and try again
        $ cat sprints/leysin-2017/2017-02-27.toml && grep -c leak sprint-*.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-r7f0ma = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leek" }
        1
    "#]]);
}

#[test]
fn of_an_edit_with_a_deletion_that_is_refused_nothing_is_put_in_and_the_text_is_kept() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak && sprint done leak It is fixed. && sprint note Here. && sprint note There.
        1 planned: fix the leak
        1 done: fix the leak  | result: It is fixed.
        noted: Here.
        noted: There.
        $ cp sprints/leysin-2017/2017-02-27.toml before
        $ script -qec "EDITOR='sed -i -e /\\\"plan\\\"/d -e /There/d -e s/Here/Nowhere/' sprint edit log" /dev/null | tr -d '\r' | sed 's/sprint-[A-Za-z0-9]*.toml/sprint-XXXXXX.toml/'
        remark: your text is kept in FOLDER/sprint-XXXXXX.toml
        error: with this entry, the one at sprints/leysin-2017/2017-02-27.toml:3:1 would be wrong: there is no entry `1-44gd7a`
          3 | k9jf9qvjkt = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "…
            | ^
        hint: take that one back first, with `sprint undo k9jf9qvjkt`
        $ cmp before sprints/leysin-2017/2017-02-27.toml && grep -c Nowhere sprint-*.toml
        1
    "#]]);
}

#[test]
fn a_deleted_undo_of_a_batch_brings_back_what_was_not_deleted_with_it() {
    sprint_session(expect![[r#"
        $ printf 'plan a\nplan b\nplan c\n' | sprint batch && sprint undo
        1 planned: a
        2 planned: b
        3 planned: c
        took back 3 entries recorded together at 09:00: plan 1, 2, 3 (`sprint undo bpk1nvcskd` reverses that)
        $ script -qec "EDITOR='sed -i -e /undo/d -e /\\\"b\\\"/d' sprint edit log" /dev/null | tr -d '\r'
        brought back 3 entries recorded together at 09:00: plan 1, 2, 3
        took back: plan 2 b (`sprint undo zytq0dxrxt` reverses all of these)
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  a  nobody
          3  c  nobody
        $ sprint undo $(tail -n 1 sprints/leysin-2017/2017-02-27.toml | cut -d' ' -f1) && sprint
        took back 2 entries recorded together at 09:00: plan 1, 3 (`sprint undo hj226qvztf` reverses that)
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        No task is open.
    "#]]);
}

#[test]
fn a_comment_is_put_in_and_said_not_to_be_an_entry() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ script -qec "EDITOR='sed -i 1a#mine' sprint edit log" /dev/null | tr -d '\r'
        sprints/leysin-2017/2017-02-27.toml: no entry changed, only the text around them
        $ sed -n 2p sprints/leysin-2017/2017-02-27.toml
        #mine
    "#]]);
}

#[test]
fn with_changed_lines_only_what_was_taken_back_is_said_to_be_brought_back() {
    sprint_session(expect![[r#"
        $ printf 'plan a\nplan b\nplan the leek\n' | sprint batch
        1 planned: a
        2 planned: b
        3 planned: the leek
        $ script -qec "EDITOR='sed -i -e s/leek/leak/ -e /\\\"a\\\"/d -e /\\\"b\\\"/d' sprint edit log" /dev/null | tr -d '\r'
        sprints/leysin-2017/2017-02-27.toml: 1 line changed
        took back: plan 2 b
        took back: plan 1 a (`sprint undo x7c9pcz346` brings all of them back)
        $ sprint undo $(tail -n 1 sprints/leysin-2017/2017-02-27.toml | cut -d' ' -f1) && sprint
        brought back 2 entries recorded together at 09:00: plan 1, 2 (`sprint undo nkq2bx3ep8` reverses that)
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  a         nobody
          2  b         nobody
          3  the leak  nobody
    "#]]);
}

#[test]
fn a_line_that_is_being_written_is_whole_in_the_editor() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ flock sprints/leysin-2017/.lock sh -c 'printf "q8wd31ztha = { at = 2017-" >> sprints/leysin-2017/2017-02-27.toml; sleep 2; echo "02-27T09:00:01+01:00, by = \"anto\", kind = \"note\", text = \"Whole.\" }" >> sprints/leysin-2017/2017-02-27.toml' & while flock -n sprints/leysin-2017/.lock true; do sleep 0.01; done; script -qec "EDITOR='tail -n 1' sprint edit log" /dev/null | tr -d '\r'
        remark: waiting for another process that writes to this sprint
        q8wd31ztha = { at = 2017-02-27T09:00:01+01:00, by = "anto", kind = "note", text = "Whole." }
        sprints/leysin-2017/2017-02-27.toml: nothing changed
    "#]]);
}

#[test]
fn a_warning_after_an_edit_shows_the_line_of_the_edited_log() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak && sprint done leak It is fixed.
        1 planned: fix the leak
        1 done: fix the leak  | result: It is fixed.
        $ sed -i 's/item = "1-[0-9a-z]*"/item = "1-aaaaaa"/' sprints/leysin-2017/2017-02-27.toml
        $ script -qec "EDITOR=\"sed -i '1i # a comment'\" sprint edit log" /dev/null | tr -d "\r"
        warning: sprints/leysin-2017/2017-02-27.toml:4:1: there is no entry `1-aaaaaa`
          4 | k9jf9qvjkt = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "…
            | ^
        hint: `sprint undo k9jf9qvjkt` takes the entry back
        sprints/leysin-2017/2017-02-27.toml: no entry changed, only the text around them
    "#]]);
}

#[test]
fn what_is_not_known_in_an_edited_log_is_said_to_be_skipped() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ script -qec "EDITOR='sed -i s/.plan.,/\&colour=1,/' sprint edit log" /dev/null | tr -d '\r'
        warning: sprints/leysin-2017/2017-02-27.toml:2:78: the key `colour` is not known and is skipped
          2 | ….000+01:00, by = "armin", kind = "plan",colour=1, text = "fix the leak" }
            |                                          ^
        hint: a newer version of sprint may have written it
        sprints/leysin-2017/2017-02-27.toml: no entry changed; what is not known there is skipped
        $ script -qec "EDITOR='sed -i s/leak/bug/' sprint edit log" /dev/null | tr -d '\r'
        warning: sprints/leysin-2017/2017-02-27.toml:2:78: the key `colour` is not known and is skipped
          2 | …0.000+01:00, by = "armin", kind = "plan",colour=1, text = "fix the bug" }
            |                                           ^
        hint: a newer version of sprint may have written it
        sprints/leysin-2017/2017-02-27.toml: 1 line changed
    "#]]);
}
