//! What the words of a status in a pad say: which of them close an item, and which are words of its title.

use expect_test::expect;

use crate::support::TestEnv;

#[test]
fn words_of_a_title_such_as_cancelled_drop_nothing() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf -- '- Bug: CANCELLED orders show up\n- payments (Bea): CANCELLED state is handled\n- sets: dropped since 3.0\n- port docs: moved to the sprint branch\n- answer clients MOVED to old version\n- tickets: postponed in the UI are hidden\n- ship it, canceled since the venue closed\n- fix the parser, later\n- translate DONE to German\n- write docs - Armin, Bea - in French\n- Decision: pick a licence\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --yes && sprint import pad.md --yes
        plan Bug: CANCELLED orders show up
        plan -p bea payments: CANCELLED state is handled
        plan sets: dropped since 3.0
        plan port docs: moved to the sprint branch
        plan answer clients MOVED to old version
        plan tickets: postponed in the UI are hidden
        plan ship it, canceled since the venue closed
        plan fix the parser, later
        plan translate DONE to German
        plan -p 'armin, bea' write docs - in French
        plan Decision: pick a licence
        recorded 11: 11 planned (`sprint undo` takes all of it back)
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn what_is_called_off_in_front_of_words_is_the_item_with_these() {
    let env = TestEnv::with_people();
    env.run(
        r##"sprint plan 'fix the parser' > plans
sprint plan 'port the tests' >> plans
sprint plan 'ask: who pays' >> plans
sprint plan 'write docs' >> plans
printf -- '- CANCELLED fix the parser\n- WONTFIX port the tests (Bea)\n- INVALID read the log\n- DROPPED parser rewrite\n- ABANDONED carts are counted twice\n- WIP write docs\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --yes && sprint import pad.md --yes
        drop 1
        assign 2 bea
        drop 2
        plan ABANDONED carts are counted twice
        progress 4 WIP
        recorded 5: 2 dropped, 1 assigned, 1 planned, 1 progress (`sprint undo` takes all of it back)
        ! remark: pad.md:3:1: this begins with a status, and it is not clear of which item: `INVALID read the log`
        ! hint: write the words of the item first, and the status after a colon: `fix the parser: CANCELLED`
        ! remark: pad.md:4:1: this begins with a status, and it is not clear of which item: `DROPPED parser rewrite`
        ! remark: there is nothing to record
        ! remark: pad.md:3:1: this begins with a status, and it is not clear of which item: `INVALID read the log`
        ! hint: write the words of the item first, and the status after a colon: `fix the parser: CANCELLED`
        ! remark: pad.md:4:1: this begins with a status, and it is not clear of which item: `DROPPED parser rewrite`
        $ sed 's/^- //; s/.*/- [-] #3 CANCELLED ask: who pays/; q' pad.md | sprint import - --yes
        drop 3
        recorded 1: 1 dropped (`sprint undo` takes all of it back)
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
    "#]]);
}

#[test]
fn words_that_close_an_item_for_certain_close_it_and_others_are_named() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf -- '- port it (Bea): PR merged\n- fix it (Bea): PR #12 merged\n- ask: fertig, gemergt\n- log in (Bea): the cookie lives 14 days now, DONE\n- sing (DONE (Tue))\n- dance (Bea): DONE on Tuesday\n- call home (Bea): done on Tuesday\n- write home - erledigt am Dienstag\n- go home (Bea): docs, DONE\n' > done.md
printf -- '- port docs (Bea): no longer needed\n- fix docs (Bea): hinfällig: siehe Wiki\n- sort docs (Bea, obsolete)\n- read docs - OBSOLETE\n- remove old docs (obsolete)\n- delete docs: entfällt\n- print docs (Bea): superseded by the wiki\n- list docs (Bea): obsolete?\n' > dropped.md"##,
    );
    env.session(expect![[r#"
        $ sprint import done.md --yes && sprint import done.md --yes
        plan -p bea port it
        done 1
        plan -p bea fix it
        done 2 PR #12 merged
        plan ask
        done 3
        plan -p bea log in
        done 4 the cookie lives 14 days now
        plan sing
        done 5
        plan -p bea dance
        done 6
        plan -p bea call home
        progress 7 done on Tuesday
        plan write home
        progress 8 erledigt am Dienstag
        plan -p bea go home
        progress 9 docs, DONE
        recorded 18: 9 planned, 6 done, 3 progress (`sprint undo` takes all of it back)
        ! remark: done.md:7:1: `call home` stays open
        ! hint: if `done on Tuesday` means that it is done, check its box or write only `DONE`
        ! remark: done.md:8:1: `write home` stays open
        ! hint: if `erledigt am Dienstag` means that it is done, check its box or write only `DONE`
        ! remark: done.md:9:1: `go home` stays open
        ! hint: if `docs, DONE` means that it is done, check its box or write only `DONE`
        ! remark: there is nothing to record
        $ sprint import dropped.md --yes && sprint import dropped.md --yes
        plan -p bea port docs
        drop 10 no longer needed
        plan -p bea fix docs
        drop 11 hinfällig: siehe Wiki
        plan -p bea sort docs
        progress 12 -- obsolete
        plan read docs
        drop 13 OBSOLETE
        plan remove old docs
        progress 14 -- obsolete
        plan delete docs
        progress 15 -- entfällt
        plan -p bea print docs
        drop 16 superseded by the wiki
        plan -p bea list docs
        progress 17 obsolete?
        recorded 16: 8 planned, 4 dropped, 4 progress (`sprint undo` takes all of it back)
        ! remark: dropped.md:3:1: `sort docs` stays open
        ! hint: if `obsolete` means that nobody does it in this sprint, write `POSTPONED: WHY`
        ! remark: dropped.md:5:1: `remove old docs` stays open
        ! remark: dropped.md:6:1: `delete docs` stays open
        ! hint: if `entfällt` means that nobody does it in this sprint, write `POSTPONED: WHY`
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn words_that_say_what_is_to_come_leave_an_item_open_and_a_day_is_no_result() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf -- '- bench (Bea): done, but the numbers need checking\n- merge (Bea): merged, but reverted on Wednesday\n- count (Bea): done, someone must check the numbers\n- log in (Bea): done, please review\n- log out: done, I think\n- sing (Bea): Anto will finish it tomorrow, DONE\n- dance (Bea): only the parser is finished. DONE\n- write home: erledigt, Bea prüft morgen\n- swim: done: one can swim there now\n- run (Bea): DONE (but slower)\n- [x] call home (Bea): Done on Tuesday\n- [x] go home - erledigt am Dienstag\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --yes && sprint import pad.md --yes
        plan -p bea bench
        progress 1 done, but the numbers need checking
        plan -p bea merge
        progress 2 merged, but reverted on Wednesday
        plan -p bea count
        progress 3 done, someone must check the numbers
        plan -p bea log in
        progress 4 done, please review
        plan log out
        progress 5 done, I think
        plan -p bea sing
        progress 6 Anto will finish it tomorrow, DONE
        plan -p bea dance
        progress 7 only the parser is finished. DONE
        plan write home
        progress 8 erledigt, Bea prüft morgen
        plan swim: done: one can swim there now
        plan -p bea run
        done 10 but slower
        plan -p bea call home
        done 11
        plan go home
        done 12
        recorded 23: 12 planned, 8 progress, 3 done (`sprint undo` takes all of it back)
        ! remark: pad.md:1:1: `bench` stays open
        ! hint: if `done, but the numbers need checking` means that it is done, check its box or write only `DONE`
        ! remark: pad.md:2:1: `merge` stays open
        ! hint: if `merged, but reverted on Wednesday` means that it is done, check its box or write only `DONE`
        ! remark: pad.md:3:1: `count` stays open
        ! hint: if `done, someone must check the numbers` means that it is done, check its box or write only `DONE`
        ! remark: pad.md:4:1: `log in` stays open
        ! hint: if `done, please review` means that it is done, check its box or write only `DONE`
        ! remark: pad.md:5:1: `log out` stays open
        ! hint: if `done, I think` means that it is done, check its box or write only `DONE`
        ! remark: pad.md:6:1: `sing` stays open
        ! hint: if `Anto will finish it tomorrow, DONE` means that it is done, check its box or write only `DONE`
        ! remark: pad.md:7:1: `dance` stays open
        ! hint: if `only the parser is finished. DONE` means that it is done, check its box or write only `DONE`
        ! remark: pad.md:8:1: `write home` stays open
        ! hint: if `erledigt, Bea prüft morgen` means that it is done, check its box or write only `DONE`
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn what_is_given_up_in_front_of_words_is_a_known_item_or_not_clear() {
    let env = TestEnv::with_people();
    env.run(
        r##"sprint plan 'import fails on Windows' > plans
sprint plan 'docs are wrong' >> plans
sprint plan walk >> plans
printf -- '- CANCELLED import fails on Windows\n- ABANDONED docs are wrong\n- CANCELLED walk\n- ABANDONED carts emails\n- DEFERRED loading of images\n- POSTPONED the walk\n- write docs, OBSOLETE\n- write three OBSOLETE\n- write songs, SUPERSEDED\n- remove OBSOLETE flags\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --yes && sprint import pad.md --yes
        drop 1
        drop 2
        drop 3
        plan write docs
        drop 4 OBSOLETE
        plan write three
        drop 5 OBSOLETE
        plan write songs
        drop 6 SUPERSEDED
        plan remove OBSOLETE flags
        recorded 10: 6 dropped, 4 planned (`sprint undo` takes all of it back)
        ! remark: pad.md:4:1: this begins with a status, and it is not clear of which item: `ABANDONED carts emails`
        ! hint: write the words of the item first, and the status after a colon: `fix the parser: CANCELLED`
        ! remark: pad.md:5:1: this begins with a status, and it is not clear of which item: `DEFERRED loading of images`
        ! remark: pad.md:6:1: this begins with a status, and it is not clear of which item: `POSTPONED the walk`
        ! remark: there is nothing to record
        ! remark: pad.md:4:1: this begins with a status, and it is not clear of which item: `ABANDONED carts emails`
        ! hint: write the words of the item first, and the status after a colon: `fix the parser: CANCELLED`
        ! remark: pad.md:5:1: this begins with a status, and it is not clear of which item: `DEFERRED loading of images`
        ! remark: pad.md:6:1: this begins with a status, and it is not clear of which item: `POSTPONED the walk`
    "#]]);
}

#[test]
fn what_is_no_work_stays_so_when_the_document_is_imported_again() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf -- '- fix it\n  - [ ] lunch\n- lunch\n- Practical information\n  - fix the beamer\n    - buy a cable\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --yes && sprint import pad.md --yes
        plan fix it
        plan -u 1 lunch
        recorded 2: 2 planned (`sprint undo` takes all of it back)
        ! remark: pad.md:4:1: these 3 bullets, up to line 6, do not say what is to be done: `Practical information`
        ! hint: indent such a line below its item, or give it a box if it is one: `- [ ] …`
        ! remark: there is nothing to record; 3 lines are not recorded in full
        ! hint: `sprint import --dry-run pad.md` lists them
    "#]]);
}

#[test]
fn what_org_mode_writes_for_itself_says_nothing_and_its_half_box_drops_nothing() {
    let env = TestEnv::with_people();
    env.run(
        r##"cat > sprint.org <<'END'
* Tasks
** TODO ship it
- State "DONE"       from "TODO"       [2026-03-03 Tue 09:00]
- [-] half of it
- [X] all of it
** DONE sing
CLOSED: [2026-03-03 Tue 10:12] SCHEDULED: <2026-03-03 Tue>
- Note taken on [2026-03-03 Tue 09:00] \\
  it went well
** TODO dance
DEADLINE: <2026-03-04 Wed>
there is no music yet
** DONE swim
- Rescheduled from "[2026-03-02 Mon]" on [2026-03-03 Tue 09:00]
- State "DONE"       from              [2026-03-03 Tue 09:00]
END
printf '#+TITLE: sprint\n\n- [-] write songs\n- [ ] read them\n' > list.org"##,
    );
    env.session(expect![[r#"
        $ sprint import sprint.org --yes && sprint import sprint.org --yes
        plan ship it
        plan -u 1 half of it
        progress 2 in progress
        plan -u 1 all of it
        done 3
        plan sing
        result 4 it went well
        done 4
        plan dance
        progress 5 DEADLINE: 2026-03-04 Wed
        progress 5 there is no music yet
        plan swim
        done 6
        recorded 13: 6 planned, 3 progress, 3 done, 1 result (`sprint undo` takes all of it back)
        ! remark: there is nothing to record
        $ sprint import list.org --yes
        plan write songs
        progress 7 in progress
        plan read them
        recorded 3: 2 planned, 1 progress (`sprint undo` takes all of it back)
    "#]]);
}

#[test]
fn who_did_it_alone_has_the_credit() {
    let env = TestEnv::with_people();
    env.run(
        r##"sprint plan 'fix the parser (Armin, Bea)'
sprint plan 'port the tests (Armin, Anto)'
printf -- '- fix the parser (Armin, Bea): done by Bea\n- port the tests (done by Bea and Armin)\n- read the log (Armin, Bea), erledigt von Bea\n- ask them: done by Bea\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --yes && sprint import pad.md --yes
        done 1 -p bea
        assign 2 bea
        done 2 -p 'bea, armin'
        plan -p 'armin, bea' read the log
        done 3 -p bea
        plan -p bea ask them
        done 4
        recorded 7: 4 done, 1 assigned, 2 planned (`sprint undo` takes all of it back)
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
        ! remark: there is nothing to record
        $ sprint plan 'write docs (Armin, Bea)' && sprint board --for markdown > board.md
        5 planned: write docs  | on it: Armin, Bea
        $ sed -i 's/write docs (Armin, Bea)/&: done by Armin/' board.md && sprint import board.md --yes && sprint import board.md --yes
        done 5 -p armin
        recorded 1: 1 done (`sprint undo` takes all of it back)
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn an_open_line_like_an_item_that_is_closed_is_told_and_does_not_reword_it() {
    let env = TestEnv::with_people();
    env.run(
        r##"sprint plan fix typos in the docs; sprint plan port the scanner; sprint discuss which license to take; sprint done 1; sprint drop 3
printf -- '- port the scanner\n- [ ] fix typos in the docs (again)\n\nDiscussions:\n- which license to take now\n' > pad.md
printf -- '- port the scanner\n- [x] fix the typos in the docs\n' > done.md
printf -- '- port the scanner\n- [x] fix typos in the docs\n- fix typos in the docs (again)\n' > both.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --yes
        ! remark: there is nothing to record
        ! remark: pad.md:5:1: this may be `3 which license to take`, which is closed, so nothing of this line is recorded
        ! hint: `sprint reopen 3` opens it, and `sprint discuss TEXT` adds another
        ! remark: pad.md:2:1: this may be `1 fix typos in the docs`, which is closed, so nothing of this line is recorded
        ! hint: `sprint reopen 1` opens it, and `sprint plan TEXT` adds another
        $ sprint import done.md --yes
        reword 1 fix the typos in the docs
        recorded 1: 1 reworded (`sprint undo` takes all of it back)
        ! remark: done.md:2:1: this is taken for `1 fix typos in the docs` in other words
        !   2 | - [x] fix the typos in the docs
        !     | ^
        $ sprint import both.md --dry-run
        plan fix typos in the docs (again)
    "#]]);
}

#[test]
fn a_colon_behind_a_sign_is_not_part_of_a_result() {
    let env = TestEnv::new();
    env.run("sprint init hut; printf -- '- port it ✅: IN-PROGRESS\\n' > plan.md");
    env.session(expect![[r#"
        $ sprint import plan.md --yes
        plan port it
        progress 1 IN-PROGRESS
        done 1
        recorded 3: 1 planned, 1 progress, 1 done (`sprint undo` takes all of it back)
        $ sprint import plan.md --yes
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn one_word_that_is_struck_through_is_a_title() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf -- '- ~~docs~~ DONE (Bea)\n- ~~logo~~ -> dropped\n- ~~wheels~~ (Anto)\n' | sprint import - --yes
        plan -p bea docs
        done 1
        plan logo
        drop 2
        recorded 4: 2 planned, 1 done, 1 dropped (`sprint undo` takes all of it back)
        ! remark: -:3:1: this is struck through, and no item is called so, so nothing is recorded: `~~wheels~~ (Anto)`
        ! hint: write DONE or ABANDONED after it to record it with how it ended
        $ printf -- '- ~~docs~~\n- ~~logo~~\n' | sprint import - --dry-run
        ! remark: there is nothing to record
        $ printf '|Task|Who|\n|---|---|\n|docs|Bea|\n|Summe|4|\n|Total: 3||\n' | sprint import - --dry-run
        ! remark: there is nothing to record
        ! remark: -:4:1: these 2 bullets, up to line 5, do not say what is to be done: `Summe (4)`
        ! hint: indent such a line below its item, or give it a box if it is one: `- [ ] …`
    "#]]);
}

#[test]
fn a_word_at_the_end_of_a_title_and_a_bullet_below_an_item_close_it() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf -- '- docs, done\n- test (Bea); done\n- lexer, erledigt\n- done - maps (Bea)\n- write, read, done\n- get it done\n- keep the columns, fixed\n' > ends.md
printf -- '- port it (Bea)\n    - done\n- sort it\n    - owner: Bea\n    - status: done\n- cut it (Bea)\n    - 5.5.: merged\n- draw it (Bea): closed\n- print it: COMPLETE\n- sing (Bea)\n    - waiting for review\n    - see notes\n' > below.md"##,
    );
    env.session(expect![[r#"
        $ sprint import ends.md --dry-run
        plan docs
        done 1
        plan -p bea test
        done 2
        plan lexer
        done 3
        plan -p bea maps
        done 4
        plan write, read, done
        plan get it done
        plan keep the columns, fixed
        ! remark: ends.md:5:1: the title ends with `done`, which may say that it is done: `write, read, done`
        ! hint: if so, write it behind a colon, as in `fix the parser: done`
        ! remark: ends.md:7:1: the title ends with `fixed`, which may say that it is done: `keep the columns, fixed`
        ! hint: if so, write it behind a colon, as in `fix the parser: fixed`
        $ sprint import below.md --yes && sprint import below.md --yes
        plan -p bea port it
        done 1
        plan -p bea sort it
        done 2
        plan -p bea cut it
        progress 3 5.5.: merged
        plan -p bea draw it
        done 4
        plan print it
        done 5
        plan -p bea sing
        progress 6 see notes
        progress 6 waiting for review
        recorded 13: 6 planned, 4 done, 3 progress (`sprint undo` takes all of it back)
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn a_column_for_what_is_done_says_yes_or_no() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf '| Task | Who | Done |\n|---|---|---|\n| docs | Bea | ✗ |\n| index | Bea | ❌ |\n| lexer | Armin | ✓ |\n' > english.md
printf '| Aufgabe | Wer | Erledigt? |\n|---|---|---|\n| Doku | Bea | ja |\n| Index | Bea | nein |\n| Leser | Armin | noch nicht |\n' > german.md"##,
    );
    env.session(expect![[r#"
        $ sprint import english.md --dry-run
        plan -p bea docs
        plan -p bea index
        plan -p armin lexer
        done 3
        $ sprint import german.md --dry-run
        plan -p bea Doku
        done 1
        plan -p bea Index
        plan -p armin Leser
    "#]]);
}

#[test]
fn what_is_put_off_to_a_time_is_not_given_up() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf '## Discussions\n- license (all), Wed 14:00 (verschoben)\n- logo (all), Thu – postponed\n- name (all), Thu: POSTPONED\n' | sprint import - --dry-run
        discuss -p everybody --when 'Wed 14:00' license
        discuss -p everybody --when Thu logo
        discuss -p everybody --when Thu name
        drop 3
    "#]]);
}
