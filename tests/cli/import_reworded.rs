//! A document in people's own words that is imported again after its lines were changed.

use expect_test::expect;

use crate::support::TestEnv;

#[test]
fn lines_in_other_words_are_the_same_items_where_place_and_people_say_so() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf 'fix the parser (Armin)\nwrite docs (Bea)\n' > pad.md; sprint import pad.md --yes
        plan -p armin fix the parser
        plan -p bea write docs
        recorded 2: 2 planned (`sprint undo` takes all of it back)
        $ printf 'fix the parser for numbers (Armin)\nwrite the docs and examples (Bea)\n' > pad.md; sprint import pad.md --yes
        reword 1 fix the parser for numbers
        reword 2 write the docs and examples
        recorded 2: 2 reworded (`sprint undo` takes all of it back)
        ! remark: pad.md:1:1: this is taken for `1 fix the parser` in other words
        !   1 | fix the parser for numbers (Armin)
        !     | ^
        ! remark: pad.md:2:1: this is taken for `2 write docs` in other words
        !   2 | write the docs and examples (Bea)
        !     | ^
        $ sprint import pad.md --yes
        ! remark: there is nothing to record
        $ printf -- '- parser and docs (Armin, Bea)\n' > pad.md; sprint import pad.md --yes
        plan -p 'armin, bea' parser and docs
        recorded 1: 1 planned (`sprint undo` takes all of it back)
        ! remark: these items have no line and stay open: 1 fix the parser for numbers, 2 write the docs and examples
        ! hint: `sprint done ITEM` says that one is finished, `sprint drop ITEM` that it was given up
        $ sprint import pad.md --yes
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn new_lines_are_told_that_may_be_an_item_without_a_line() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf -- '- fix the parser (Armin)\n- write docs (Bea)\n- buy milk\n- draw the maps\n' > pad.md; sprint import pad.md --yes
        plan -p armin fix the parser
        plan -p bea write docs
        plan buy milk
        plan draw the maps
        recorded 4: 4 planned (`sprint undo` takes all of it back)
        $ printf -- '- fix the parser for numbers (Anto)\n- port it to Windows\n' > pad.md; sprint import pad.md --yes
        plan -p anto fix the parser for numbers
        plan port it to Windows
        recorded 2: 2 planned (`sprint undo` takes all of it back)
        ! remark: pad.md:1:1: this is something new, and `1 fix the parser` stands in no line
        ! hint: if both are one, take this back with `sprint undo`, and put the number before the title: `#1 TITLE`
        $ sprint undo; sed -i 's/fix/#1 fix/' pad.md; sprint import pad.md --yes; sprint import pad.md --yes
        took back 2 entries recorded together at 09:00: plan 5, 6 (`sprint undo pn91m0xe3x` reverses that)
        reword 1 fix the parser for numbers
        assign 1 anto
        plan port it to Windows
        recorded 3: 1 reworded, 1 assigned, 1 planned (`sprint undo` takes all of it back)
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
        ! remark: these items have no line and stay open: 2 write docs, 3 buy milk, 4 draw the maps
        ! hint: `sprint done ITEM` says that one is finished, `sprint drop ITEM` that it was given up
        ! remark: pad.md:1:1: this line does not name Armin, who stays on `1 fix the parser`
        ! hint: `sprint unassign 1 Armin` takes them off
        ! remark: there is nothing to record
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
        ! remark: pad.md:1:1: this line does not name Armin, who stays on `1 fix the parser for numbers`
        ! hint: `sprint unassign 1 Armin` takes them off
        $ printf -- '- draw a bath\n' | sprint import - --dry-run
        plan draw a bath
    "#]]);
}

#[test]
fn names_that_move_into_the_brackets_make_no_other_item() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf -- '- fix the parser, Armin\n- write docs Bea\n- Anto: will mend it\n- test it: +Zoe\n' > pad.md; sprint import pad.md --yes
        plan fix the parser, Armin
        plan write docs Bea
        plan -p anto will mend it
        plan test it: +Zoe
        recorded 4: 4 planned (`sprint undo` takes all of it back)
        ! remark: pad.md:1:1: the title names `Armin`, but nobody is put on it: `fix the parser, Armin`
        ! hint: write the names alone, in brackets behind the title, to put them on it: `(Armin, Anto)`; `sprint assign ITEM PEOPLE` does, too
        ! remark: pad.md:2:1: the title names `Bea`, but nobody is put on it: `write docs Bea`
        $ printf -- '- fix the parser (Armin)\n- write docs (Bea)\n- mend it (Anto)\n- test it (Zoe)\n' > pad.md; sprint import pad.md --yes
        reword 1 fix the parser
        assign 1 armin
        reword 2 write docs
        assign 2 bea
        reword 3 mend it
        reword 4 test it
        assign 4 +Zoe
        recorded 7: 4 reworded, 3 assigned (`sprint undo` takes all of it back)
        ! remark: pad.md:1:1: this is taken for `1 fix the parser, Armin` in other words
        !   1 | - fix the parser (Armin)
        !     | ^
        ! remark: pad.md:2:1: this is taken for `2 write docs Bea` in other words
        !   2 | - write docs (Bea)
        !     | ^
        ! remark: pad.md:4:1: this is taken for `4 test it: +Zoe` in other words
        !   4 | - test it (Zoe)
        !     | ^
        ! remark: pad.md:3:1: this is taken for `3 will mend it` in other words
        !   3 | - mend it (Anto)
        !     | ^
        ! remark: new names: +Zoe
        ! hint: `sprint join` adds those who attend
        $ printf -- '- fix the parser, Armin\n- docs, Bea (Bea)\n' > pad.md; sprint import pad.md --yes
        reword 2 docs, Bea
        recorded 1: 1 reworded (`sprint undo` takes all of it back)
        ! remark: pad.md:2:1: this is taken for `2 write docs` in other words
        !   2 | - docs, Bea (Bea)
        !     | ^
        ! remark: these items have no line and stay open: 3 mend it, 4 test it
        ! hint: `sprint done ITEM` says that one is finished, `sprint drop ITEM` that it was given up
        ! remark: pad.md:1:1: `1 fix the parser` is called `fix the parser, Armin` in the document, and nothing of that is recorded
        ! hint: `sprint reword 1 fix the parser, Armin` makes it what the line says
    "#]]);
}

#[test]
fn what_was_so_before_is_told_with_the_command_that_makes_it_so_again() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf '## Core\n- fix the parser (Armin): started\n- write docs (Bea), 10:00\n## Docs\n- print it\n' > pad.md; cp pad.md old.md; sprint import pad.md --yes
        plan -t Core -p armin fix the parser
        progress 1 started
        plan -t Core -p bea --when 10:00 write docs
        plan -t Docs print it
        recorded 4: 3 planned, 1 progress (`sprint undo` takes all of it back)
        ! remark: `Core` is a new topic
        ! remark: `Docs` is a new topic
        $ sed -i -e 's/started/waiting/' -e 's/10:00/11:00/' pad.md; sprint import pad.md --yes; sprint import old.md --yes
        progress 1 waiting
        move 2 --when 11:00
        recorded 2: 1 progress, 1 moved (`sprint undo` takes all of it back)
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
        ! remark: there is nothing to record
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
        ! remark: old.md:2:1: `1 fix the parser` is `waiting` by now, not `started`, and nothing of that is recorded
        ! hint: `sprint progress 1 started` makes it what the line says
        ! remark: old.md:3:1: `2 write docs` has the time `11:00` by now, not `10:00`, and nothing of that is recorded
        ! hint: `sprint move 2 --when 10:00` makes it what the line says
        $ printf '## Core\n- fix the old parser (Armin): waiting\n## Docs\n- write docs (Bea), 11:00\n- print it\n' > pad.md; sprint import pad.md --yes; sprint import pad.md --yes; sprint import old.md --dry-run
        reword 1 fix the old parser
        move 2 -t Docs
        recorded 2: 1 reworded, 1 moved (`sprint undo` takes all of it back)
        ! remark: pad.md:2:1: this is taken for `1 fix the parser` in other words
        !   2 | - fix the old parser (Armin): waiting
        !     | ^
        ! remark: there is nothing to record
        ! remark: there is nothing to record
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
        ! remark: old.md:2:1: `1 fix the old parser` is called `fix the parser` in the document, and nothing of that is recorded
        ! hint: `sprint reword 1 fix the parser` makes it what the line says
        ! remark: old.md:2:1: `1 fix the old parser` is `waiting` by now, not `started`, and nothing of that is recorded
        ! hint: `sprint progress 1 started` makes it what the line says
        ! remark: old.md:3:1: `2 write docs` has the time `11:00` by now, not `10:00`, and nothing of that is recorded
        ! hint: `sprint move 2 --when 10:00` makes it what the line says
        ! remark: old.md:3:1: `2 write docs` stands under `Docs` by now, not under `Core`, and nothing of that is recorded
        ! hint: `sprint move 2 -t Core` makes it what the line says
    "#]]);
}

#[test]
fn a_line_that_is_indented_is_a_part_and_one_that_is_not_any_more_is_told() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf -- '- build\n- link it\n- pack it (Bea)\n' > pad.md; cp pad.md old.md; sprint import pad.md --yes
        plan build
        plan link it
        plan -p bea pack it
        recorded 3: 3 planned (`sprint undo` takes all of it back)
        $ printf -- '- build\n  - link it\n- pack it (Bea)\n' > pad.md; sprint import pad.md --yes; sprint import pad.md --yes; sprint import old.md --yes
        move 2 -u 1
        recorded 1: 1 moved (`sprint undo` takes all of it back)
        ! remark: there is nothing to record
        ! remark: there is nothing to record
        ! remark: old.md:2:1: `2 link it` is a part of `1 build`, but stands below nothing here, and nothing of that is recorded
        ! hint: `sprint move 2 --top` makes it what the line says
        $ printf -- '- build\n- pack it (Bea)\n  - link it\n' > pad.md; sprint import pad.md --yes
        ! remark: there is nothing to record
        ! remark: pad.md:3:3: `2 link it` is a part of `1 build` by now, not of `3 pack it`, and nothing of that is recorded
        ! hint: `sprint move 2 -u 3` makes it what the line says
        $ sprint move 2 --top; sprint import pad.md --yes
        2 moved: link it  | part of none
        ! remark: there is nothing to record
        ! remark: pad.md:3:3: `2 link it` stands below `3 pack it` here, and is no part of it, and nothing of that is recorded
        ! hint: `sprint move 2 -u 3` makes it what the line says
    "#]]);
}

#[test]
fn whoever_is_back_does_not_leave_again_by_the_same_line() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ sprint plan port it; sprint board --for markdown > board.md; printf 'Away: Bea (sick)\n' > pad.md; sprint import pad.md --yes; sprint join bea; sprint import pad.md --yes
        1 planned: port it
        leave bea
        recorded 1: 1 left (`sprint undo` takes all of it back)
        attends: Bea Meier (bea)
        ! remark: pad.md:1:1: `bea` is sick, and counts as gone from this day on
        ! hint: `sprint join bea` says when they are back
        ! remark: there is nothing to record
        ! remark: pad.md:1:1: `bea` left and is back, so nothing is recorded
        ! hint: `sprint leave bea` says that they left again
        $ sed -i 's/^Here.*/&\n\nAway: Anto/' board.md; sprint import board.md --yes; sprint join anto; sprint import board.md --yes
        leave anto
        recorded 1: 1 left (`sprint undo` takes all of it back)
        attends: Antonio Cuni (anto)
        ! remark: there is nothing to record
        ! remark: board.md:6:1: `anto` left and is back, so nothing is recorded
        ! hint: `sprint leave anto` says that they left again
    "#]]);
}

#[test]
fn whoever_is_replaced_by_the_line_that_closes_an_item_is_told_to_have_the_credit() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf -- '- fuzz the parser (Bea)\n' > pad.md; sprint import pad.md --yes; printf -- '- [x] fuzz the parser (Anto)\n' > pad.md; sprint import pad.md --yes
        plan -p bea fuzz the parser
        recorded 1: 1 planned (`sprint undo` takes all of it back)
        assign 1 anto
        done 1
        recorded 2: 1 assigned, 1 done (`sprint undo` takes all of it back)
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
        ! remark: pad.md:1:1: this line does not name Bea, who has the credit for `1 fuzz the parser`, too
        ! hint: `sprint done 1 -p PEOPLE` says whose work it was
        $ sprint board --for markdown > board.md; printf -- '- [ ] a talk about trees (Bea)\n- [ ] read it\n' >> board.md; sprint import board.md --yes; sed -i -e 's/trees (Bea)/trees (Anto)/' -e '/read it/d' board.md; sprint import board.md --yes
        plan -p bea a talk about trees
        plan read it
        recorded 2: 2 planned (`sprint undo` takes all of it back)
        assign 2 anto
        recorded 1: 1 assigned (`sprint undo` takes all of it back)
        ! remark: these items have no line and stay open: 3 read it
        ! hint: `sprint done ITEM` says that one is finished, `sprint drop ITEM` that it was given up
        ! remark: board.md:7:1: this line does not name Bea, who stays on `2 a talk about trees`
        ! hint: `sprint unassign 2 Bea` takes them off
    "#]]);
}

#[test]
fn a_note_that_is_called_the_result_is_one() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ sprint plan fuzz it -p bea; sprint board --for markdown > board.md; sed -i 's/#1.*/&\n    - 90% covered/' board.md; sprint import board.md --yes
        1 planned: fuzz it  | on it: Bea
        progress 1 90% covered
        recorded 1: 1 progress (`sprint undo` takes all of it back)
        $ sed -i 's/- 90%/- result: 90%/' board.md; sprint import board.md --yes; sprint import board.md --yes
        result 1 90% covered
        recorded 1: 1 result (`sprint undo` takes all of it back)
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn the_number_of_another_tracker_is_a_part_of_the_title() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ sprint plan port the scanner; sprint plan write docs; printf -- '- [ ] #2 crash on start\n- [ ] #7 typo\n- [ ] fix x #2\n' > pad.md; sprint import pad.md --yes; sprint import pad.md --yes
        1 planned: port the scanner
        2 planned: write docs
        plan #2 crash on start
        plan #7 typo
        plan fix x #2
        recorded 3: 3 planned (`sprint undo` takes all of it back)
        ! remark: pad.md:1:1: this has nothing of the words of `2 write docs`, so #2 is a part of its title
        ! hint: `sprint reword 2 TEXT` gives the item other words
        ! remark: there is nothing to record
        $ printf -- '- [ ] #1 port the scanner (Bea)\n- [ ] #2 crash at the end\n' | sprint import - --yes
        ! error: -:2:1: `crash at the end` does not have the words of #2, which is `2 write docs`
        !   2 | - [ ] #2 crash at the end
        !     | ^
        ! hint: put the item's words back behind its number, `sprint reword 2 TEXT` gives it others; without the number, the line is something new
        ! error: nothing was recorded: 1 error in the document
        ! hint: fix these lines and import the document again
        [exit 1]
    "#]]);
}

#[test]
fn names_at_the_ends_of_a_title_and_open_brackets_are_told() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf -- '- Armin looks at the release\n- Bea and Anto to call the hut\n- mend it Bea\n- call Bea\n- write docs for Bea\n- ask Bea about fonts\n- fix it (Armin\n- test it (see the log\n- port it (Anto, 2h)\n' > pad.md; sprint import pad.md --yes; sprint import pad.md --yes
        plan Armin looks at the release
        plan mend it Bea
        plan call Bea
        plan write docs for Bea
        plan ask Bea about fonts
        plan -p armin fix it
        plan test it (see the log
        plan -p anto port it
        recorded 8: 8 planned (`sprint undo` takes all of it back)
        ! remark: pad.md:1:1: the title names `Armin`, but nobody is put on it: `Armin looks at the release`
        ! hint: write the names alone, in brackets behind the title, to put them on it: `(Armin, Anto)`; `sprint assign ITEM PEOPLE` does, too
        ! remark: pad.md:2:1: this line does not say what is to be done: `Bea and Anto to call the hut`
        ! hint: write it into the line, or put the names or the status on the line of their item
        ! remark: pad.md:3:1: the title names `Bea`, but nobody is put on it: `mend it Bea`
        ! remark: pad.md:7:1: a bracket is not closed: `fix it (Armin`
        ! hint: close it behind the names of those who are on it: `(Armin, Anto)`
        ! remark: pad.md:8:1: a bracket is not closed: `test it (see the log`
        ! remark: 1 more line is not recorded in full
        ! hint: `sprint import --dry-run pad.md` lists it
        ! remark: there is nothing to record; 2 lines are not recorded in full
        ! hint: `sprint import --dry-run pad.md` lists them
        ! remark: pad.md:2:1: this line does not say what is to be done: `Bea and Anto to call the hut`
        ! hint: write it into the line, or put the names or the status on the line of their item
    "#]]);
}

#[test]
fn known_names_without_a_comma_are_several_people() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf 'Here: Armin Bea\n\n- fix it (Armin)\n' > pad.md; sprint import pad.md --yes; printf 'Here: Armin. Bea\nAbsent: Zoe\n\n- fix it (Armin)\n- Decision: MIT\n' > pad.md; sprint import pad.md --yes; sprint import pad.md --yes
        plan -p armin fix it
        recorded 1: 1 planned (`sprint undo` takes all of it back)
        ! remark: there is nothing to record; 2 lines are not recorded in full
        ! hint: `sprint import --dry-run pad.md` lists them
        ! remark: there is nothing to record; 2 lines are not recorded in full
        ! hint: `sprint import --dry-run pad.md` lists them
        $ printf '| Task | Who | Status |\n|---|---|---|\n| fix it | Armin | half way |\n| Summe (Tage) | | 5 |\n' | sprint import - --yes
        progress 1 half way
        recorded 1: 1 progress (`sprint undo` takes all of it back)
        ! remark: 1 more line is not recorded in full
        ! hint: `--dry-run` lists it
    "#]]);
}

#[test]
fn a_number_before_the_words_of_another_item_is_told_and_a_decision_may_stand_behind_a_time() {
    let env = TestEnv::with_people();
    env.run(r##"sprint plan port it; sprint plan mend the door; sprint discuss which license -p all; sprint board --for markdown > board.md"##);
    env.session(expect![[r#"
        $ sed -i -e 's/#1 port/#2 port/' -e 's/(all)/&, 14:00 decided: MIT/' board.md; sprint import board.md --yes; sprint import board.md --yes
        move 3 --when 14:00
        decide 3 MIT
        recorded 2: 1 moved, 1 decided (`sprint undo` takes all of it back)
        ! remark: board.md:6:1: this has the words of `1 port it` and is taken for that, not for #2
        ! hint: put the number of an item in front of its own words
        ! remark: there is nothing to record
        ! remark: board.md:6:1: this has the words of `1 port it` and is taken for that, not for #2
        ! hint: put the number of an item in front of its own words
        $ printf 'Discussions:\n- which room (all), 15:00 decided: the kitchen\n' | sprint import - --dry-run
        discuss -p everybody --when 15:00 which room
        decide 4 the kitchen
    "#]]);
}

#[test]
fn nearly_the_same_words_are_the_item_and_longer_ones_are_new() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf -- '- write docs (Armin)\n' | sprint import - --yes
        plan -p armin write docs
        recorded 1: 1 planned (`sprint undo` takes all of it back)
        $ printf -- '- write docs for admins (Anto)\n- write the docs (Armin)\n' | sprint import - --yes
        plan -p anto write docs for admins
        reword 1 write the docs
        recorded 2: 1 planned, 1 reworded (`sprint undo` takes all of it back)
        ! remark: -:2:1: this is taken for `1 write docs` in other words
        !   2 | - write the docs (Armin)
        !     | ^
        $ printf -- '- fix the lexer\n' | sprint import - --yes
        plan fix the lexer
        recorded 1: 1 planned (`sprint undo` takes all of it back)
        $ printf -- '- fix the lexers (Armin)\n- fix the lexer tests (Anto)\n' | sprint import - --yes
        reword 3 fix the lexers
        assign 3 armin
        plan -p anto fix the lexer tests
        recorded 3: 1 reworded, 1 assigned, 1 planned (`sprint undo` takes all of it back)
        ! remark: -:1:1: this is taken for `3 fix the lexer` in other words
        !   1 | - fix the lexers (Armin)
        !     | ^
        $ printf -- '- den Parser portieren (Armin)\n' | sprint import - --yes
        plan -p armin den Parser portieren
        recorded 1: 1 planned (`sprint undo` takes all of it back)
        $ printf -- '- die Parser portieren (Anto)\n- Parser portieren für Windows (Armin)\n' | sprint import - --yes
        plan -p anto die Parser portieren
        plan -p armin Parser portieren für Windows
        recorded 2: 2 planned (`sprint undo` takes all of it back)
        ! remark: -:2:1: this is something new, and `5 den Parser portieren` stands in no line
        ! hint: if both are one, take this back with `sprint undo`, and put the number before the title: `#5 TITLE`
    "#]]);
}

#[test]
fn a_result_that_goes_on_from_another_replaces_it() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf -- '- [x] index (Armin): half the size.\n' > pad.md; sprint import pad.md --yes
        plan -p armin index
        done 1 half the size.
        recorded 2: 1 planned, 1 done (`sprint undo` takes all of it back)
        $ sed -i 's/size\./size, and faster./' pad.md; sprint import pad.md --yes; sprint import pad.md --yes
        result 1 --only half the size, and faster.
        recorded 1: 1 result (`sprint undo` takes all of it back)
        ! remark: there is nothing to record
        $ printf -- '- [x] index (Armin): half the size\n' | sprint import - --dry-run
        ! remark: there is nothing to record
        $ printf -- '- docs (Anto)\n  - result: all of the parser\n' > pad.md; sprint import pad.md --yes
        plan -p anto docs
        result 2 all of the parser
        recorded 2: 1 planned, 1 result (`sprint undo` takes all of it back)
        $ printf -- '- [x] docs (Anto)\n  - result: all of the parser and the lexer\n' > pad.md; sprint import pad.md --yes; sprint import pad.md --yes
        result 2 --only all of the parser and the lexer
        done 2
        recorded 2: 1 result, 1 done (`sprint undo` takes all of it back)
        ! remark: there is nothing to record
        $ printf -- '- [ ] lexer (Armin): nearly there\n' > pad.md; sprint import pad.md --yes; sprint result 3 It is small
        plan -p armin lexer
        progress 3 nearly there
        recorded 2: 1 planned, 1 progress (`sprint undo` takes all of it back)
        3 result added: lexer  | result: It is small
        $ printf -- '- [x] lexer (Armin): It is small, and fast\n' > pad.md; sprint import pad.md --yes; sprint import pad.md --yes
        result 3 --only It is small, and fast
        done 3
        recorded 2: 1 result, 1 done (`sprint undo` takes all of it back)
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn how_important_something_is_may_change() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf -- '- P2: write docs\n- P2: port it\n' > pad.md; sprint import pad.md --yes; sed -i 's/P2: write/P1: write/' pad.md; sprint import pad.md --yes; sprint import pad.md --yes
        plan P2: write docs
        plan P2: port it
        recorded 2: 2 planned (`sprint undo` takes all of it back)
        reword 1 P1: write docs
        recorded 1: 1 reworded (`sprint undo` takes all of it back)
        ! remark: pad.md:1:1: this is taken for `1 P2: write docs` in other words
        !   1 | - P1: write docs
        !     | ^
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn a_result_beside_another_replaces_none() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf -- '- index\n  - result: Fixed the leak.\n' > pad.md; sprint import pad.md --yes
        plan index
        result 1 Fixed the leak.
        recorded 2: 1 planned, 1 result (`sprint undo` takes all of it back)
        $ printf -- '- index\n  - result: Fixed the leak, in memoryview.\n  - result: Fixed the leak, in buffers.\n' > pad.md; sprint import pad.md --yes; sprint import pad.md --yes
        result 1 Fixed the leak, in memoryview.
        result 1 Fixed the leak, in buffers.
        recorded 2: 2 results (`sprint undo` takes all of it back)
        ! remark: there is nothing to record
        $ printf -- '- docs\n  - result: Fixed the leak.\n' > pad.md; sprint import pad.md --yes
        plan docs
        result 2 Fixed the leak.
        recorded 2: 1 planned, 1 result (`sprint undo` takes all of it back)
        $ printf -- '- docs\n  - result: Wrote documents.\n  - result: Fixed the leak, in buffers.\n' > pad.md; sprint import pad.md --yes; sprint import pad.md --yes
        result 2 Wrote documents.
        result 2 Fixed the leak, in buffers.
        recorded 2: 2 results (`sprint undo` takes all of it back)
        ! remark: there is nothing to record
        $ printf -- '- lexer\n  - result: The index is done.\n' > pad.md; sprint import pad.md --yes
        plan lexer
        result 3 The index is done.
        recorded 2: 1 planned, 1 result (`sprint undo` takes all of it back)
        $ printf -- '- lexer\n  - result: The index is done.\n  - result: The index is done, but slow.\n' | sprint import - --dry-run
        result 3 The index is done, but slow.
        $ printf -- '- lexer\n  - result: the index is done, but slow.\n' | sprint import - --dry-run
        result 3 --only the index is done, but slow.
        $ printf -- '- lexer\n  - result: The index is done, but slow.\n\nToday:\n- lexer\n  - result: The index is done, and fast.\n' | sprint import - --dry-run
        result 3 The index is done, but slow.
        result 3 The index is done, and fast.
    "#]]);
}

#[test]
fn another_word_with_the_same_beginning_is_something_new() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf -- '- fix the lint for wheels\n- fix the log for wheels\n- fix the test for eggs\n- support die roller\n' | sprint import - --yes
        plan fix the lint for wheels
        plan fix the log for wheels
        plan fix the test for eggs
        plan support die roller
        recorded 4: 4 planned (`sprint undo` takes all of it back)
        $ printf -- '- fix the linter for wheels (Armin)\n' | sprint import - --dry-run
        plan -p armin fix the linter for wheels
        ! remark: these items have no line and stay open: 2 fix the log for wheels, 3 fix the test for eggs, 4 support die roller
        ! hint: `sprint done ITEM` says that one is finished, `sprint drop ITEM` that it was given up
        ! remark: -:1:1: this is something new, and `1 fix the lint for wheels` stands in no line
        ! hint: if both are one, take this back with `sprint undo`, and put the number before the title: `#1 TITLE`
        $ printf -- '- fix the loge for wheels (Armin)\n' | sprint import - --dry-run
        plan -p armin fix the loge for wheels
        ! remark: these items have no line and stay open: 1 fix the lint for wheels, 3 fix the test for eggs, 4 support die roller
        ! hint: `sprint done ITEM` says that one is finished, `sprint drop ITEM` that it was given up
        ! remark: -:1:1: this is something new, and `2 fix the log for wheels` stands in no line
        ! hint: if both are one, take this back with `sprint undo`, and put the number before the title: `#2 TITLE`
        $ printf -- '- fix the tester for eggs (Armin)\n' | sprint import - --dry-run
        plan -p armin fix the tester for eggs
        ! remark: -:1:1: this is something new, and `3 fix the test for eggs` stands in no line
        ! hint: if both are one, take this back with `sprint undo`, and put the number before the title: `#3 TITLE`
        $ printf -- '- support a roller (Armin)\n' | sprint import - --dry-run
        plan -p armin support a roller
        ! remark: -:1:1: this is something new, and `4 support die roller` stands in no line
        ! hint: if both are one, take this back with `sprint undo`, and put the number before the title: `#4 TITLE`
    "#]]);
}
