//! What `sprint sync` makes of logs that lost something, were edited by hand, or are damaged, with real git.

use expect_test::expect;

use crate::support::{sync_session, synced_session};

#[test]
fn an_old_copy_that_was_saved_over_the_log_deletes_nothing() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leak && cp sprints/hut/2017-02-27.toml ../copy && sprint plan write a test && sprint note We have snow. && sprint sync
        1 planned: fix the leak
        2 planned: write a test
        noted: We have snow.
        3 sent
        $ cd armin && cp ../copy sprints/hut/2017-02-27.toml && sprint plan run a test --at 09:30 && sprint sync
        2 planned: run a test
        1 sent, 2 came back
        your 2 is now 3: run a test
        1 sent
        ! remark: 2017-02-27 09:30 is in the future
        ! remark: 2 entries that were missing here came back: plan 2a write a test; note We have snow.
        $ cd armin && cat sprints/hut/2017-02-27.toml
        # hut: Monday, 27 February 2017
        1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        2-nakqdv = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "plan", text = "write a test" }
        17b8dw7fc0 = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "note", text = "We have snow." }
        2-xepats = { at = 2017-02-27T09:30:00.000+01:00, by = "armin", kind = "plan", text = "run a test", entered = 2017-02-27T09:00:00.001+01:00 }
        cc3a9xe0az = { at = 2017-02-27T09:00:00.003+01:00, by = "armin", kind = "renumber", item = "2-xepats", number = 3, settled = true }
        $ cd anto && SPRINT_BY=anto sprint sync && cmp sprints/hut/2017-02-27.toml ../armin/sprints/hut/2017-02-27.toml && sprint sync
        5 received from 1 person
        nothing to send, nothing received
        $ cd armin && sprint sync
        nothing to send, nothing received
    "#]]);
}

#[test]
fn an_emptied_a_removed_and_an_unstaged_log_come_back() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leak && sprint sync && cp sprints/hut/2017-02-27.toml ../whole
        1 planned: fix the leak
        1 sent
        $ cd armin && : > sprints/hut/2017-02-27.toml && sprint sync && cmp sprints/hut/2017-02-27.toml ../whole
        1 came back
        ! remark: 1 entry that was missing here came back: plan 1 fix the leak
        $ cd armin && rm sprints/hut/2017-02-27.toml && sprint sync && cmp sprints/hut/2017-02-27.toml ../whole
        1 came back
        ! remark: 1 entry that was missing here came back: plan 1 fix the leak
        $ cd armin && git rm -q sprints/hut/2017-02-27.toml && sprint sync && cmp sprints/hut/2017-02-27.toml ../whole && git status --short
        1 came back
        ! remark: 1 entry that was missing here came back: plan 1 fix the leak
        $ cd armin && git rm -q sprints/hut/2017-02-27.toml && git commit -qm removed && sprint sync && cmp sprints/hut/2017-02-27.toml ../whole && git status --short
        1 came back
        ! remark: 1 entry that was missing here came back: plan 1 fix the leak
        $ cd armin && git rm -qf sprints/hut/2017-02-27.toml && git commit -qm removed && git push -q && sprint plan write a test
        1 planned: write a test
        $ cd anto && SPRINT_BY=anto sprint note Here. && SPRINT_BY=anto sprint sync
        noted: Here.
        1 sent, 1 sent again, 1 received from 1 person
        ! remark: 1 entry that was missing in what others pushed was sent again: plan 1 fix the leak
        $ cd armin && sprint sync && sprint check && cd ../anto && sprint sync && cmp sprints/hut/2017-02-27.toml ../armin/sprints/hut/2017-02-27.toml
        1 sent, 2 received from 2 people
        your 1 is now 2: write a test
        1 sent
        2 received from 1 person
        $ cd anto && sprint sync && cd ../armin && sprint sync
        nothing to send, nothing received
        nothing to send, nothing received
    "#]]);
}

#[test]
fn what_was_committed_and_never_sent_comes_back_too() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leak && git add sprints && git commit -qm own && : > sprints/hut/2017-02-27.toml && git commit -qam emptied && sprint sync
        1 planned: fix the leak
        1 sent, 1 came back
        ! remark: 1 entry that was missing here came back: plan 1 fix the leak
        $ cd armin && sprint log
        Monday, 27 February 2017
        time   by     what  #  entry         id
        09:00  armin  plan  1  fix the leak  1-44gd7a
    "#]]);
}

#[test]
fn what_somebody_pushed_without_is_sent_again_by_whoever_has_it() {
    synced_session(expect![[r#"
        $ cd armin && sed -i /leak/d sprints/hut/2017-02-27.toml && git commit -qam cut && git push -q
        $ cd anto && sprint sync
        1 sent again
        ! remark: 1 entry that was missing in what others pushed was sent again: plan 1 fix the leak
        $ cd armin && sprint sync && sprint
        1 received from 1 person
        hut · Monday, 27 February 2017
          1  fix the leak  nobody
          2  write a test  nobody
    "#]]);
}

#[test]
fn a_line_that_was_cut_or_broken_gives_way_to_what_others_have() {
    synced_session(expect![[r#"
        $ cd armin && truncate -s -30 sprints/hut/2017-02-27.toml && sprint sync
        1 came back
        ! remark: 1 entry that was missing here came back: plan 2 write a test
        ! remark: a line that was cut off while it was written was moved to sprints/hut/2017-02-27.toml.cut
        $ cd armin && cat sprints/hut/2017-02-27.toml.cut && cmp sprints/hut/2017-02-27.toml ../anto/sprints/hut/2017-02-27.toml && sprint sync
        2-nakqdv = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "p
        nothing to send, nothing received
        $ cd armin && sed -i '2s/kind/mood/' sprints/hut/2017-02-27.toml && sprint sync
        1 came back
        ! remark: 1 entry that was missing here came back: plan 1 fix the leak
        ! remark: what could not be read of 1-44gd7a was replaced by a version that can be read, and is kept in sprints/hut/2017-02-27.toml.cut: 1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", mood = "plan", text = "fix the leak" }
        $ cd armin && sed -i '2s/"armin"/"armin/' sprints/hut/2017-02-27.toml && sprint sync
        1 came back
        ! remark: 1 entry that was missing here came back: plan 1 fix the leak
        ! remark: what could not be read of 1-44gd7a was replaced by a version that can be read, and is kept in sprints/hut/2017-02-27.toml.cut: 1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armin, kind = "plan", text = "fix the leak" }
        $ cd armin && cmp sprints/hut/2017-02-27.toml ../anto/sprints/hut/2017-02-27.toml && wc -l < sprints/hut/2017-02-27.toml.cut && git status --short && cd ../anto && sprint sync
        3
        nothing to send, nothing received
    "#]]);
}

#[test]
fn what_cannot_be_read_stays_where_it_is_and_is_not_sent() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leak && echo '2-k7f2m9 = { at = oops' >> sprints/hut/2017-02-27.toml && sprint plan write a test
        1 planned: fix the leak
        2 planned: write a test
        ! warning: sprints/hut/2017-02-27.toml:3:19: invalid TOML: not a value; a text must be in quotes
        !   3 | 2-k7f2m9 = { at = oops
        !     |                   ^
        ! hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
        $ cd armin && sprint sync
        2 sent
        ! remark: sprints/hut/2017-02-27.toml:3:1: what cannot be read stays here and is not sent
        !   3 | 2-k7f2m9 = { at = oops
        !     | ^
        ! warning: sprints/hut/2017-02-27.toml:3:19: invalid TOML: not a value; a text must be in quotes
        !   3 | 2-k7f2m9 = { at = oops
        !     |                   ^
        ! hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
        $ cd armin && cat sprints/hut/2017-02-27.toml && git show HEAD:sprints/hut/2017-02-27.toml && git status --short
        # hut: Monday, 27 February 2017
        1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        2-k7f2m9 = { at = oops
        2-nakqdv = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "plan", text = "write a test" }
        # hut: Monday, 27 February 2017
        1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        2-nakqdv = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "plan", text = "write a test" }
         M sprints/hut/2017-02-27.toml
        $ cd anto && SPRINT_BY=anto sprint note Here. && sprint sync && sprint check
        noted: Here.
        1 sent, 2 received from 1 person
        $ cd armin && sprint sync && sed -n 3p sprints/hut/2017-02-27.toml && sprint sync 2>/dev/null
        1 received from 1 person
        2-k7f2m9 = { at = oops
        nothing to send, nothing received
        ! remark: sprints/hut/2017-02-27.toml:3:1: what cannot be read stays here and is not sent
        !   3 | 2-k7f2m9 = { at = oops
        !     | ^
        ! warning: sprints/hut/2017-02-27.toml:3:19: invalid TOML: not a value; a text must be in quotes
        !   3 | 2-k7f2m9 = { at = oops
        !     |                   ^
        ! hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
        $ cd armin && sed -i 3d sprints/hut/2017-02-27.toml && sprint sync && cmp sprints/hut/2017-02-27.toml ../anto/sprints/hut/2017-02-27.toml
        nothing to send, nothing received
    "#]]);
}

#[test]
fn damage_that_others_pushed_is_repaired_once() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leak && sprint sync && sed -i '2s/kind/mood/' sprints/hut/2017-02-27.toml && git commit -qam broken && git push -q
        1 planned: fix the leak
        1 sent
        $ cd anto && sprint sync
        1 sent again, 1 received from 1 person
        ! remark: 1 entry that was missing in what others pushed was sent again: plan 1 fix the leak
        ! remark: what could not be read of 1-44gd7a was replaced by a version that can be read, and is kept in sprints/hut/2017-02-27.toml.cut: 1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", mood = "plan", text = "fix the leak" }
        $ cd armin && sprint sync && sprint check && cd ../anto && sprint sync
        1 received from 1 person
        nothing to send, nothing received
    "#]]);
}

#[test]
fn an_entry_that_is_laid_out_by_hand_stays_as_it_is_laid_out() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leak && sprint sync && cd ../anto && sprint sync
        1 planned: fix the leak
        1 sent
        1 received from 1 person
        $ cd armin && printf '[00000q7f2m]\nat = 2017-02-27T10:00:00+01:00\n# whoever\nby = "armin"\nkind = "note"\ntext = """\nTwo\nlines."""\n' >> sprints/hut/2017-02-27.toml && sprint plan write a test
        2 planned: write a test
        $ cd anto && printf '00000q7f2n = {\n  at = 2017-02-27T10:00:00+01:00, by = "armin",\n  kind = "note", text = "Here.", # today\n}\n' >> sprints/hut/2017-02-27.toml && SPRINT_BY=anto sprint plan run a test && SPRINT_BY=anto sprint sync
        2 planned: run a test
        2 sent
        $ cd armin && sprint sync && cat sprints/hut/2017-02-27.toml
        2 sent, 2 received from 2 people
        your 2 is now 3: write a test
        1 sent
        # hut: Monday, 27 February 2017
        1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        00000q7f2n = {
          at = 2017-02-27T10:00:00+01:00, by = "armin",
          kind = "note", text = "Here.", # today
        }
        2-1p3dgk = { at = 2017-02-27T09:00:00.000+01:00, by = "anto", kind = "plan", text = "run a test" }
        2-nakqdv = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "plan", text = "write a test" }
        [00000q7f2m]
        at = 2017-02-27T10:00:00+01:00
        # whoever
        by = "armin"
        kind = "note"
        text = """
        Two
        lines."""
        qfw3gb3q47 = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "renumber", item = "2-nakqdv", number = 3, settled = true }
        $ cd armin && sprint sync && cd ../anto && SPRINT_BY=anto sprint sync && SPRINT_BY=anto sprint sync && cd ../armin && sprint sync && cmp sprints/hut/2017-02-27.toml ../anto/sprints/hut/2017-02-27.toml && sprint check --no-receipts
        nothing to send, nothing received
        3 received from 1 person
        nothing to send, nothing received
        nothing to send, nothing received
        sprints/hut/2017-02-27.toml:3:15: warning: TOML 1.0 does not allow a line end between `{` and `}` [newer-toml]
            3 | 00000q7f2n = {
              |               ^
            hint: write it on one line: other programs may not read the file
        sprints/hut/2017-02-27.toml:5:32: warning: TOML 1.0 does not allow a comma before `}` [newer-toml]
            5 |   kind = "note", text = "Here.", # today
              |                                ^
            hint: delete it: other programs may not read the file
        ! error: the check found 2 warnings
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
    "#]]);
}

#[test]
fn what_is_edited_on_one_side_is_taken() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leek && sprint plan write a test && sprint sync && cd ../anto && sprint sync
        1 planned: fix the leek
        2 planned: write a test
        2 sent
        2 received from 1 person
        $ cd armin && sed -i s/leek/leak/ sprints/hut/2017-02-27.toml && cd ../anto && sed -i 's/a test/tests/' sprints/hut/2017-02-27.toml && sprint sync && cd ../armin && sprint sync && cd ../anto && sprint sync
        1 sent
        1 sent, 1 received from 1 person
        1 received from 1 person
        $ cd anto && sprint && cmp sprints/hut/2017-02-27.toml ../armin/sprints/hut/2017-02-27.toml && sprint sync
        hut · Monday, 27 February 2017
          1  fix the leak  nobody
          2  write tests   nobody
        nothing to send, nothing received
    "#]]);
}

#[test]
fn of_two_edits_of_one_entry_the_first_that_was_pushed_stays_and_the_other_is_kept() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leek && sprint sync && cd ../anto && sprint sync
        1 planned: fix the leek
        1 sent
        1 received from 1 person
        $ cd armin && sed -i s/leek/leak/ sprints/hut/2017-02-27.toml && sprint sync && cd ../anto && sed -i s/leek/bug/ sprints/hut/2017-02-27.toml && sprint sync
        1 sent
        1 received from 1 person
        ! remark: 1-r7f0ma was edited on both sides: the version that was pushed first stays, and the other is kept in sprints/hut/2017-02-27.toml.cut: 1-r7f0ma = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the bug" }
        $ cd anto && cat sprints/hut/2017-02-27.toml.cut && sprint && git status --short && sprint sync && cd ../armin && sprint sync
        1-r7f0ma = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the bug" }
        hut · Monday, 27 February 2017
          1  fix the leak  nobody
        nothing to send, nothing received
        nothing to send, nothing received
    "#]]);
}

#[test]
fn an_entry_that_was_moved_to_its_day_is_there_once() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leek && sprint plan write a test && sprint sync && cd ../anto && sprint sync
        1 planned: fix the leek
        2 planned: write a test
        2 sent
        2 received from 1 person
        $ cd armin && tail -n 1 sprints/hut/2017-02-27.toml > sprints/hut/2017-02-28.toml && sed -i '$d' sprints/hut/2017-02-27.toml && sprint sync
        2 files sent
        $ cd anto && sed -i 's/a test/tests/' sprints/hut/2017-02-27.toml && sprint sync && head sprints/hut/*.toml | grep -v '^#'
        1 sent, 2 logs brought up to date
        ==> sprints/hut/2017-02-27.toml <==
        1-r7f0ma = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leek" }

        ==> sprints/hut/2017-02-28.toml <==
        2-nakqdv = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "plan", text = "write tests" }

        ==> sprints/hut/sprint.toml <==
        title = "hut"
        from = 2017-02-26
        to = 2017-03-04

        $ cd armin && sprint sync && mv sprints/hut/2017-02-27.toml sprints/hut/2017-02-26.toml && sprint sync && git ls-files sprints/hut
        1 received from 1 person
        2 files sent
        sprints/hut/2017-02-26.toml
        sprints/hut/2017-02-28.toml
        sprints/hut/sprint.toml
        $ cd anto && sprint sync && ls sprints/hut && git status --short && sprint sync
        1 log brought up to date
        2017-02-26.toml
        2017-02-28.toml
        sprint.toml
        nothing to send, nothing received
    "#]]);
}

#[test]
fn comments_and_blank_lines_are_merged_in_three_ways() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leak && sprint plan write a test && sed -i '2i # of all\n\n# of none' sprints/hut/2017-02-27.toml && sprint sync && cd ../anto && sprint sync
        1 planned: fix the leak
        2 planned: write a test
        2 sent
        2 received from 1 person
        $ cd armin && sed -i -e '/of none/d' -e '$i # by Armin' sprints/hut/2017-02-27.toml && cd ../anto && sed -i -e '/of all/d' -e '$a # by Anto' sprints/hut/2017-02-27.toml && SPRINT_BY=anto sprint note Here. && sprint sync
        noted: Here.
        1 sent
        $ cd armin && sprint sync && cat sprints/hut/2017-02-27.toml && cd ../anto && sprint sync && cmp sprints/hut/2017-02-27.toml ../armin/sprints/hut/2017-02-27.toml
        1 file sent, 1 received from 1 person
        # hut: Monday, 27 February 2017

        1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        # by Armin
        2-nakqdv = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "plan", text = "write a test" }
        # by Anto
        xphb2s795x = { at = 2017-02-27T09:00:00.000+01:00, by = "anto", kind = "note", text = "Here." }
        1 log brought up to date
    "#]]);
}

#[test]
fn an_entry_that_would_be_swallowed_is_not_sent_and_nothing_is_changed() {
    sync_session(expect![[r#"
        $ cd anto && printf 'x = """\n' > sprints/hut/2017-02-26.toml && git add sprints && git commit -qm open && git push -q
        $ cd armin && printf '"00000q7f2m" = {\n  at = 2017-02-26T10:00:00+01:00, by = "armin", kind = "note", text = "Here." }\n' > sprints/hut/2017-02-26.toml && sprint sync
        ! error: sprints/hut/2017-02-26.toml:1:1: the entry 00000q7f2m cannot be merged with what others have
        !   1 | "00000q7f2m" = {
        !     | ^
        ! hint: nothing was changed, here or there; give the entry one line to itself, `ID = { at = …, by = "…", kind = "…", … }`, then sync again
        [exit 1]
        $ cd armin && git status --short && git log --oneline | wc -l
        ?? sprints/hut/2017-02-26.toml
        1
        $ cd armin && printf '00000q7f2m = { at = 2017-02-26T10:00:00+01:00, by = "armin", kind = "note", text = "Here." }\n' > sprints/hut/2017-02-26.toml && sprint sync && sprint log 2017-02-26
        1 sent, 1 log brought up to date
        Sunday, 26 February 2017
        time   by     what  entry  id
        10:00  armin  note  Here.  00000q7f2m
        ! warning: sprints/hut/2017-02-26.toml:2:1: invalid TOML: the closing `"""` is missing
        !   2 | 00000q7f2m = { at = 2017-02-26T10:00:00+01:00, by = "armin", kind = "note…
        !     | ^
        ! hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
        ! warning: sprints/hut/2017-02-26.toml:2:1: invalid TOML: the closing `"""` is missing
        !   2 | 00000q7f2m = { at = 2017-02-26T10:00:00+01:00, by = "armin", kind = "note…
        !     | ^
        ! hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
    "#]]);
}

#[test]
fn where_the_other_version_is_kept_nothing_else_may_stand() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leek && sprint sync && cd ../anto && sprint sync && ln -s ../../../outside sprints/hut/2017-02-27.toml.cut
        1 planned: fix the leek
        1 sent
        1 received from 1 person
        $ cd armin && sed -i s/leek/leak/ sprints/hut/2017-02-27.toml && sprint sync && cd ../anto && sed -i s/leek/bug/ sprints/hut/2017-02-27.toml && sprint sync
        1 sent
        ! error: sprints/hut/2017-02-27.toml.cut is a symbolic link where a file belongs
        ! hint: nothing was recorded; a link is not followed: put the file itself there, or move the link away
        [exit 1]
        $ ls outside; cd anto && grep -c bug sprints/hut/2017-02-27.toml && rm sprints/hut/2017-02-27.toml.cut && sprint sync
        1
        1 received from 1 person
        ! ls: cannot access 'outside': No such file or directory
        ! remark: 1-r7f0ma was edited on both sides: the version that was pushed first stays, and the other is kept in sprints/hut/2017-02-27.toml.cut: 1-r7f0ma = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the bug" }
    "#]]);
}

#[test]
fn a_log_that_is_not_a_file_here_is_reported_before_anything_is_sent() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leak && sprint sync && mv sprints/hut/2017-02-27.toml away && ln -s ../../away sprints/hut/2017-02-27.toml && sprint sync
        1 planned: fix the leak
        1 sent
        ! error: sprints/hut/2017-02-27.toml is a symbolic link where a file belongs
        ! hint: nothing was recorded; a link is not followed: put the file itself there, or move the link away
        [exit 1]
        $ cd armin && rm sprints/hut/2017-02-27.toml && sprint note Here. --day 2017-02-28 && sprint sync
        noted: Here.
        1 sent, 1 came back
        ! remark: 2017-02-28 00:00 is in the future
        ! remark: 1 entry that was missing here came back: plan 1 fix the leak
    "#]]);
}

#[test]
fn an_id_that_stands_twice_with_two_contents_is_settled() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leek && sprint sync && sed -n 's/leek/leak/p' sprints/hut/2017-02-27.toml >> sprints/hut/2017-02-27.toml && sprint sync
        1 planned: fix the leek
        1 sent
        1 received from 1 person
        ! remark: 1-r7f0ma was there twice with different content: one version stays, and the other is kept in sprints/hut/2017-02-27.toml.cut: 1-r7f0ma = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        $ cd armin && grep -c fix sprints/hut/2017-02-27.toml && sprint && sprint sync
        1
        hut · Monday, 27 February 2017
          1  fix the leek  nobody
        nothing to send, nothing received
    "#]]);
}

#[test]
fn who_syncs_with_other_line_ends_changes_nothing() {
    sync_session(expect![[r#"
        $ cd armin && rm sprints/.gitattributes && git commit -qam untold && git push -q && git -C ../anto pull -q && git config --global core.safecrlf true && sprint plan fix the leak && sed -i 's/$/\r/' sprints/hut/2017-02-27.toml && sprint sync && sprint sync
        1 planned: fix the leak
        1 sent
        nothing to send, nothing received
        $ cd anto && git config core.autocrlf true && sprint sync && sprint sync && SPRINT_BY=anto sprint note Here. && sprint sync && git status --short
        1 received from 1 person
        nothing to send, nothing received
        noted: Here.
        1 sent
        $ cd armin && sprint sync && sprint sync && cd ../anto && sprint sync && sprint check
        1 received from 1 person
        nothing to send, nothing received
        nothing to send, nothing received
    "#]]);
}

#[test]
fn wherever_a_repository_lies_its_logs_are_merged() {
    sync_session(expect![[r#"
        $ bad=$(printf 'caf\351 [x]') && git clone -q hub.git "$bad" && cd "$bad" && sprint plan fix the leak && sprint sync && mkdir "$bad" && cd "$bad" && git mv ../sprints . && git commit -qm moved && git push -q && sprint note Here. && sprint sync
        1 planned: fix the leak
        1 sent
        noted: Here.
        1 sent
        $ cd anto && git pull -q && cd caf* && SPRINT_BY=anto sprint sync && SPRINT_BY=anto sprint note Yes. && SPRINT_BY=anto sprint sync && git status --short && sprint log
        nothing to send, nothing received
        noted: Yes.
        1 sent
        Monday, 27 February 2017
        time   by     what  #  entry         id
        09:00  armin  plan  1  fix the leak  1-44gd7a
        09:00  anto   note     Yes.          eqajm0rbtb
        09:00  armin  note     Here.         dz5fkpce3h
    "#]]);
}

#[test]
fn a_message_that_a_hook_leaves_empty_is_not_a_message() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leak && printf '#!/bin/sh\n: > $1' > .git/hooks/commit-msg && chmod +x .git/hooks/commit-msg && sprint sync
        1 planned: fix the leak
        ! error: the message of the commit is empty
        ! hint: nothing was changed; make the hook `commit-msg` keep a message, then sync again
        [exit 1]
        $ cd armin && printf '#!/bin/sh\necho "\043 nothing" > $1' > .git/hooks/commit-msg && sprint sync; git status --short
        ?? sprints/hut/2017-02-27.toml
        ! error: the message of the commit is empty
        ! hint: nothing was changed; make the hook `commit-msg` keep a message, then sync again
        $ cd armin && printf '#!/bin/sh\nprintf "\04312: leak  \\n\\n\\nmore" > $1' > .git/hooks/commit-msg && sprint sync && git cat-file commit HEAD | sed 1,/^$/d
        1 sent
        #12: leak

        more
        $ cd armin && rm .git/hooks/commit-msg && sprint note Here. && sprint sync && git cat-file commit HEAD | sed 1,/^$/d
        noted: Here.
        1 sent
        hut: 1 entry by armin

        note Here.
    "#]]);
}

#[test]
fn nobody_waits_for_a_pipe_where_git_looks_for_attributes() {
    sync_session(expect![[r#"
        $ cd armin && sprint note Here. && mkdir sprints/hut/photos sprints/other
        noted: Here.
        $ cd armin && for place in sprints sprints/hut sprints/hut/photos sprints/other; do rm -f $place/.gitattributes; mkfifo $place/.gitattributes; timeout 10 sprint sync; rm $place/.gitattributes; done
        ! error: sprints/.gitattributes is a named pipe where a file belongs
        ! hint: nothing was recorded; move it away
        ! error: sprints/hut/.gitattributes is a named pipe where a file belongs
        ! hint: nothing was recorded; move it away
        ! error: sprints/hut/photos/.gitattributes is a named pipe where a file belongs
        ! hint: nothing was recorded; move it away
        ! error: sprints/other/.gitattributes is a named pipe where a file belongs
        ! hint: nothing was recorded; move it away
        $ cd armin && mkfifo sprints/hut/.gitattributes && sprint check; rm sprints/hut/.gitattributes; git checkout -q sprints/.gitattributes; sprint sync
        sprints/hut/.gitattributes: error: a named pipe where a file belongs; it is not used [in-the-way]
            hint: move it away
        1 sent
        ! error: the check found 1 error
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
    "#]]);
}

#[test]
fn of_two_edits_that_git_has_merged_the_first_that_was_pushed_stays_and_the_other_is_kept() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leek && sprint sync && cd ../anto && sprint sync
        1 planned: fix the leek
        1 sent
        1 received from 1 person
        $ cd armin && sed -i s/leek/leak/ sprints/hut/2017-02-27.toml && sprint sync && cd ../anto && sed -i s/leek/bug/ sprints/hut/2017-02-27.toml && git commit -qam own && git pull -q --no-rebase --no-edit && grep -c ^1- sprints/hut/2017-02-27.toml && sprint sync
        1 sent
        Auto-merging sprints/hut/2017-02-27.toml
        2
        1 received from 1 person
        ! remark: 1-r7f0ma was there twice with different content: one version stays, and the other is kept in sprints/hut/2017-02-27.toml.cut: 1-r7f0ma = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the bug" }
        $ cd anto && sprint && cat sprints/hut/2017-02-27.toml.cut && cd ../armin && sprint sync && cmp sprints/hut/2017-02-27.toml ../anto/sprints/hut/2017-02-27.toml
        hut · Monday, 27 February 2017
          1  fix the leak  nobody
        1-r7f0ma = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the bug" }
        nothing to send, nothing received
    "#]]);
}

#[test]
fn a_copy_with_other_words_replaces_nothing() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leak && sprint sync && sed -n s/leak/bug/p sprints/hut/2017-02-27.toml > sprints/hut/2017-02-28.toml && sprint sync && sprint
        1 planned: fix the leak
        1 sent
        1 received from 1 person
        hut · Monday, 27 February 2017
          1  fix the leak  nobody
        ! remark: 1-44gd7a was there twice with different content: one version stays, and the other is kept in sprints/hut/2017-02-28.toml.cut: 1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the bug" }
        $ cd armin && cat sprints/hut/*.cut && cd ../anto && sprint sync && sprint
        1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the bug" }
        1 received from 1 person
        hut · Monday, 27 February 2017
          1  fix the leak  nobody
    "#]]);
}

#[test]
fn two_versions_that_were_pushed_are_settled_in_one_way() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leak && sprint sync && cd ../anto && sprint sync
        1 planned: fix the leak
        1 sent
        1 received from 1 person
        $ cd armin && sed -n s/leak/bug/p sprints/hut/2017-02-27.toml >> sprints/hut/2017-02-27.toml && git commit -qam twice && git push -q && cd ../anto && sprint sync && sprint
        1 sent
        hut · Monday, 27 February 2017
          1  fix the leak  nobody
        ! remark: 1-44gd7a was there twice with different content: one version stays, and the other is kept in sprints/hut/2017-02-27.toml.cut: 1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the bug" }
        $ cd armin && sprint sync && cmp sprints/hut/2017-02-27.toml ../anto/sprints/hut/2017-02-27.toml && sprint sync
        1 received from 1 person
        nothing to send, nothing received
    "#]]);
}

#[test]
fn of_two_edits_after_a_rebase_or_a_stash_the_first_that_was_pushed_stays_too() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leek && sprint sync && cd ../anto && sprint sync
        1 planned: fix the leek
        1 sent
        1 received from 1 person
        $ cd armin && sed -i s/leek/leak/ sprints/hut/2017-02-27.toml && sprint sync && cd ../anto && sed -i s/leek/bug/ sprints/hut/2017-02-27.toml && git commit -qam own && git pull -q --rebase && grep -c ^1- sprints/hut/2017-02-27.toml && sprint sync
        1 sent
        2
        1 received from 1 person
        ! remark: 1-r7f0ma was there twice with different content: one version stays, and the other is kept in sprints/hut/2017-02-27.toml.cut: 1-r7f0ma = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the bug" }
        $ cd armin && sprint sync && sed -i s/leak/roof/ sprints/hut/2017-02-27.toml && sprint sync && cd ../anto && git reset -q --hard origin/main && sed -i s/leak/door/ sprints/hut/2017-02-27.toml && git stash -q && git pull -q && git stash pop -q && grep -c ^1- sprints/hut/2017-02-27.toml && sprint sync
        nothing to send, nothing received
        1 sent
        Auto-merging sprints/hut/2017-02-27.toml
        2
        1 received from 1 person
        ! remark: 1-r7f0ma was there twice with different content: one version stays, and the other is kept in sprints/hut/2017-02-27.toml.cut: 1-r7f0ma = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the door" }
        $ cd armin && sprint sync && cmp sprints/hut/2017-02-27.toml ../anto/sprints/hut/2017-02-27.toml && sprint
        nothing to send, nothing received
        hut · Monday, 27 February 2017
          1  fix the roof  nobody
    "#]]);
}

#[test]
fn the_end_of_a_line_in_a_log_that_others_removed_is_kept() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leak && sprint sync && cd ../anto && sprint sync
        1 planned: fix the leak
        1 sent
        1 received from 1 person
        $ cd armin && git mv sprints/hut/2017-02-27.toml sprints/hut/2017-02-28.toml && sprint sync && cd ../anto && printf '2-nakqdv = { at' >> sprints/hut/2017-02-27.toml && sprint sync
        2 files sent
        1 log brought up to date
        ! remark: a line that was cut off while it was written was moved to sprints/hut/2017-02-27.toml.cut
        $ cd anto && ls -A sprints/hut && cat sprints/hut/*.cut
        .lock
        2017-02-27.toml.cut
        2017-02-28.toml
        sprint.toml
        2-nakqdv = { at
    "#]]);
}

#[test]
fn a_path_in_a_folder_is_not_a_log() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leak && cp -r sprints/hut ../copy && mkdir sprints/hut/2017-02-28.a && sed s/leak/bug/ sprints/hut/2017-02-27.toml > sprints/hut/2017-02-28.a/b.toml && git add sprints && git commit -qm nested && git push -q && sprint sync
        1 planned: fix the leak
        nothing to send, nothing received
        $ cd anto && sprint sync && sprint && ls sprints/hut && sprint sync
        1 received from 1 person
        hut · Monday, 27 February 2017
          1  fix the leak  nobody
        2017-02-27.toml
        2017-02-28.a
        sprint.toml
        nothing to send, nothing received
    "#]]);
}

#[test]
fn commits_of_photos_do_not_count_as_losses() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leak && sprint sync && cd ../anto && sprint sync && GIT_TRACE=$PWD/../without sprint sync
        1 planned: fix the leak
        1 sent
        1 received from 1 person
        nothing to send, nothing received
        $ cd armin && mkdir -p sprints/hut/photos && for n in 1 2 3 4; do printf '\000\001%s' $n > sprints/hut/photos/$n.png; git add sprints && git commit -qm $n; done && git push -q
        $ cd anto && GIT_TRACE=$PWD/../with sprint sync && grep -c ls-tree ../without ../with
        nothing to send, nothing received
        ../without:12
        ../with:12
    "#]]);
}

#[test]
fn a_failure_of_git_is_not_taken_for_an_answer() {
    sync_session(expect![[r#"
        $ mkdir bin && printf '#!/bin/sh\ncase " $* " in *" $BROKEN "*) echo "fatal: out of memory" >&2; exit 128;; esac\nexec %s "$@"\n' $(command -v git) > bin/git && chmod +x bin/git
        $ cd armin && sprint plan fix the leak && BROKEN=merge-base PATH=$PWD/../bin:$PATH sprint sync
        1 planned: fix the leak
        ! error: `git merge-base` failed: out of memory
        ! hint: nothing was changed; fix that, then sync again
        [exit 1]
        $ cd armin && BROKEN=--is-ancestor PATH=$PWD/../bin:$PATH sprint sync
        ! error: `git merge-base` failed: out of memory
        ! hint: nothing was changed; fix that, then sync again
        [exit 1]
        $ cd armin && BROKEN=log PATH=$PWD/../bin:$PATH sprint sync
        ! error: `git log` failed: out of memory
        ! hint: nothing was changed; fix that, then sync again
        [exit 1]
        $ cd armin && BROKEN=none PATH=$PWD/../bin:$PATH sprint sync
        1 sent
    "#]]);
}

#[test]
fn what_was_recorded_here_and_is_lost_comes_back_before_anything_is_sent() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leak && sprint sync && sprint plan write a test && sprint note We have snow. && cp sprints/hut/2017-02-27.toml ../whole
        1 planned: fix the leak
        1 sent
        2 planned: write a test
        noted: We have snow.
        $ cd armin && : > sprints/hut/2017-02-27.toml && sprint sync && cmp sprints/hut/2017-02-27.toml ../whole; sprint check
        2 sent, 3 came back
        ! remark: 3 entries that were missing here came back: plan 1 fix the leak; plan 2 write a test; note We have snow.
        $ cd armin && sprint plan paint it && git checkout -q -- sprints && sprint progress 1 half --at 09:00 && sprint sync
        3 planned: paint it
        1 progress: fix the leak  | status: half
        2 sent, 1 came back
        ! remark: 1 entry that was missing here came back: plan 3 paint it
        $ cd armin && sprint note Gone. && git checkout -q -- sprints && sprint check --forget && sprint sync
        noted: Gone.
        nothing to send, nothing received
        ! remark: 1 entry was forgotten
    "#]]);
}

#[test]
fn what_was_tried_in_a_folder_before_does_not_come_into_another_sprint() {
    sync_session(expect![[r#"
        $ mkdir other && cd other && sprint init hut >/dev/null && sprint plan try this out && cd .. && rm -rf other && git clone -q hub.git other
        1 planned: try this out
        $ cd other && sprint sync && sprint board
        nothing to send, nothing received
        hut · Monday, 27 February 2017
        No task is open.
    "#]]);
}

#[test]
fn a_picture_that_is_too_large_is_named_before_anything_is_sent() {
    sync_session(expect![[r#"
        $ cd armin && mkdir -p sprints/hut/photos && truncate -s 33M sprints/hut/photos/a.png && printf '17b8dw7fc0 = { at = 2017-02-27T09:00:00+01:00, by = "armin", kind = "photo", file = "photos/a.png", caption = "Snow" }\n' > sprints/hut/2017-02-27.toml && sprint sync
        ! error: sprints/hut/photos/a.png is larger than 32 MiB
        ! hint: nothing was changed, here or there; make it smaller, then sync again
        [exit 1]
        $ cd armin && git -C ../hub.git log --format=%s
        hut: files of the sprint
    "#]]);
}
