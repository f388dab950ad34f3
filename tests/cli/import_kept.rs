//! An exported board that a team keeps as a file, edits and imports again and again, and one that has lost its first line.

use expect_test::expect;

use crate::support::TestEnv;

#[test]
fn what_the_log_says_in_the_same_words_is_no_change() {
    let env = TestEnv::with_people();
    env.run(
        r##"sprint plan fix the leak -p armin; sprint progress 1 'merged #5'; sprint plan port it; sprint progress 2 abandoned
sprint plan mend it; sprint progress 3 '(done)'; sprint plan -p anto --with bea 'clean up (later)' --when 17:00; sprint discuss names -p all; sprint leave bea"##,
    );
    env.session(expect![[r#"
        $ sprint board --for markdown | tail -n +2 > board.md; cat board.md; sprint import board.md --yes
        # Leysin Winter Sprint 2017, Monday, 27 February

        Here: Armin, Antonio

        Away: Bea

        - [ ] #1 fix the leak (Armin): merged #5
        - [ ] #2 port it (): abandoned
        - [ ] #3 mend it (): (done)
        - [ ] #4 clean up (later) (Antonio; Bea around), 17:00

        ## Discussions
        - [ ] #5 names (all)
        ! remark: there is nothing to record
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
        $ sed -e 's/\[ \] #1 /[x] #1 /' board.md | sprint import - --dry-run
        done 1
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
        $ printf -- '- fix the leak (Armin): merged #5\n- port it: abandoned\n- mend it: DONE\n' | sprint import - --dry-run
        done 3
        ! remark: -:1:1: `1 fix the leak` stays open: `merged #5` was recorded as its status before
        ! hint: `sprint done 1` finishes it
        ! remark: -:2:1: `2 port it` stays open: `abandoned` was recorded as its status before
        ! hint: `sprint drop 2` gives it up
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
    "#]]);
}

#[test]
fn a_line_that_was_imported_is_found_again_in_other_words() {
    let env = TestEnv::with_people();
    env.run(r##"sprint plan -t Core fix the leak -p armin; sprint plan -t Docs write a guide; sprint board --for markdown > board.md"##);
    env.session(expect![[r#"
        $ sed -i 's/#1.*/&\n- [ ] write a tutorial for beginners (Anto)/' board.md; sprint import board.md --yes
        plan -t Core -p anto write a tutorial for beginners
        recorded 1: 1 planned (`sprint undo` takes all of it back)
        $ sed -i 's/write a tutorial for/write a short tutorial for/' board.md; sprint import board.md --yes
        reword 3 write a short tutorial for beginners
        recorded 1: 1 reworded (`sprint undo` takes all of it back)
        ! remark: board.md:8:1: this is taken for `3 write a tutorial for beginners` in other words
        !   8 | - [ ] write a short tutorial for beginners (Anto)
        !     | ^
        $ sprint import board.md --yes
        ! remark: there is nothing to record
        $ sed -i 's/#2.*/&\n- [ ] print a tutorial for beginners/' board.md; sprint import board.md --yes
        plan -t Docs print a tutorial for beginners
        recorded 1: 1 planned (`sprint undo` takes all of it back)
        $ sprint plan -t Docs index the pages of the guide; sed -i 's/#2.*/&\n- [ ] index the pages of a guide/' board.md; sprint import board.md --yes
        5 planned: index the pages of the guide  | topic: Docs
        reword 5 index the pages of a guide
        recorded 1: 1 reworded (`sprint undo` takes all of it back)
        ! remark: board.md:12:1: this is taken for `5 index the pages of the guide` in other words
        !   12 | - [ ] index the pages of a guide
        !      | ^
    "#]]);
}

#[test]
fn a_line_that_was_imported_may_get_its_number_by_hand_and_is_told_where_it_moves() {
    let env = TestEnv::with_people();
    env.run(
        r##"sprint plan -t Core fix the leak -p armin; sprint plan write a guide; sprint board --for markdown > board.md; sed -i 's/#2.*/&\n- [ ] measure the index/' board.md; sprint import board.md --yes"##,
    );
    env.session(expect![[r#"
        $ sed -i 's/- \[ \] measure the index/- [ ] #3 measure the large index/' board.md; sprint import board.md --yes
        reword 3 measure the large index
        recorded 1: 1 reworded (`sprint undo` takes all of it back)
        $ sed -i -e '/#3/d' -e 's/^## Core/&\n- [ ] measure the large index/' board.md; sprint import board.md --yes
        move 3 -t Core
        recorded 1: 1 moved (`sprint undo` takes all of it back)
        $ sed -i 's/^## Core/&\n- [ ] #3 crashes at night/' board.md; sprint import board.md --yes
        plan -t Core crashes at night
        recorded 1: 1 planned (`sprint undo` takes all of it back)
    "#]]);
}

#[test]
fn in_an_edit_nothing_is_taken_for_what_others_planned_meanwhile() {
    let env = TestEnv::with_people();
    env.run(r##"sprint plan -t Core fix the leak -p armin"##);
    env.session(expect![[r#"
        $ printf '#!/bin/sh\nsprint plan -t Core write a tutorial for beginners >/dev/null\nsprint progress 1 half way >/dev/null\nprintf -- "\\n- [ ] write a short tutorial for beginners\\n" >> "$1"\n' > ed; chmod +x ed; script -qec 'EDITOR=./ed sprint edit' /dev/null | tr -d '\r'
        3 planned: write a short tutorial for beginners  | topic: Core
    "#]]);
}

#[test]
fn lines_that_are_behind_the_log_are_told_at_once() {
    let env = TestEnv::with_people();
    env.run(
        r##"sprint plan fix the leak -p armin; sprint plan port it; sprint plan write a guide -p anto; sprint plan mend it; sprint board --for markdown > board.md"##,
    );
    env.session(expect![[r#"
        $ sed -i -e 's/#1 .*/&: half way/' -e 's/\[ \] #4/[x] #4/' board.md; sprint import board.md --yes
        progress 1 half way
        done 4
        recorded 2: 1 progress, 1 done (`sprint undo` takes all of it back)
        $ sprint import board.md --yes
        ! remark: there is nothing to record
        $ sprint done 2; sprint assign 3 bea; sprint reword 3 write the guide; sprint import board.md --yes
        2 done: port it
        3 assigned: write a guide  | on it: Antonio, Bea
        3 reworded: write the guide  | was: write a guide
        ! remark: there is nothing to record
        ! remark: these items are not as their lines say any more, and nothing is recorded of that: 2 port it (line 7), 3 write the guide (line 8)
        ! hint: `sprint board --for markdown` prints them as they are; a command changes one, such as `sprint progress ITEM TEXT`
        $ sed -i 's/: half way//' board.md; sprint import board.md --yes
        ! remark: there is nothing to record
        ! remark: these items are not as their lines say any more, and nothing is recorded of that: 1 fix the leak (line 6), 2 port it (line 7), 3 write the guide (line 8)
        ! hint: `sprint board --for markdown` prints them as they are; a command changes one, such as `sprint progress ITEM TEXT`
    "#]]);
}

#[test]
fn a_slip_in_a_title_of_one_word_is_mended() {
    let env = TestEnv::with_people();
    env.run(r##"sprint plan parsr; sprint plan docs; sprint board --for markdown > board.md"##);
    env.session(expect![[r#"
        $ sed 's/parsr/parser/' board.md | sprint import - --dry-run
        reword 1 parser
        $ sed 's/parsr/printer/' board.md | sprint import - --dry-run
        ! error: -:6:1: `printer` does not have the words of #1, which is `1 parsr`
        !   6 | - [ ] #1 printer
        !     | ^
        ! hint: put the item's words back behind its number, `sprint reword 1 TEXT` gives it others; without the number, the line is something new
        ! error: nothing was recorded: 1 error in the document
        ! hint: fix these lines and import the document again
        [exit 1]
        $ sed -e 's/parsr/docs/' -e 's/#2 docs/#2 parsr/' board.md | sprint import - --dry-run
        ! error: -:6:1: #1 is `1 parsr`, but the words of this line are those of `2 docs`
        !   6 | - [ ] #1 docs
        !     | ^
        ! hint: put the number of an item in front of its own words
        ! error: -:7:1: #2 is `2 docs`, but the words of this line are those of `1 parsr`
        !   7 | - [ ] #2 parsr
        !     | ^
        ! hint: put the number of an item in front of its own words
        ! error: nothing was recorded: 2 errors in the document
        ! hint: fix these lines and import the document again
        [exit 1]
    "#]]);
}

#[test]
fn a_lone_new_line_that_is_deleted_later_is_named() {
    let env = TestEnv::with_people();
    env.run("sprint plan fix the leak");
    env.session(expect![[r#"
        $ sprint board --for markdown > board.md; printf -- '- [ ] mend the roof\n' >> board.md; sprint import board.md --yes
        plan mend the roof
        recorded 1: 1 planned (`sprint undo` takes all of it back)
        $ sprint plan typed by hand; sed -i '/roof/d' board.md; sprint import board.md --yes
        3 planned: typed by hand
        ! remark: there is nothing to record
        ! remark: these items have no line and stay open: 2 mend the roof
        ! hint: `sprint done ITEM` says that one is finished, `sprint drop ITEM` that it was given up
        $ sprint undo; sprint undo
        took back: plan 3 typed by hand (`sprint undo th7w5dy6q8` reverses that)
        took back: plan 2 mend the roof (`sprint undo 1rt1xe305j` reverses that)
    "#]]);
}

#[test]
fn a_number_that_is_not_that_of_the_line_is_told_or_refused() {
    let env = TestEnv::with_people();
    env.run("sprint plan port; sprint plan write docs; sprint discuss the license; sprint board --for markdown > old.md");
    env.session(expect![[r#"
        $ sed -e 's/#1 port/#22 port/' old.md > board.md; sprint import board.md --yes
        ! remark: there is nothing to record
        $ sed -e 's/#1 port/#22 port the tests/' old.md > board.md; sprint import board.md --yes
        ! error: board.md:6:1: no item has #22, but this line is like `1 port`, which has no line
        !   6 | - [ ] #22 port the tests
        !     | ^
        ! hint: if it is that, put #1 in front; something new has no number
        ! error: nothing was recorded: 1 error in the document
        ! hint: fix these lines and import the document again
        [exit 1]
        $ sed -e 's/#1 port/#3 port the tests/' old.md > board.md; sprint import board.md --yes
        ! error: board.md:6:1: #3 is `3 the license`, but this line is like `1 port`, which has no line
        !   6 | - [ ] #3 port the tests
        !     | ^
        ! hint: if it is that, put #1 in front; something new has no number
        ! error: nothing was recorded: 1 error in the document
        ! hint: fix these lines and import the document again
        [exit 1]
        $ sed -e 's/#1 port/#3 port/' old.md > board.md; sprint import board.md --yes
        ! error: board.md:6:1: #3 is `3 the license`, but the words of this line are those of `1 port`
        !   6 | - [ ] #3 port
        !     | ^
        ! hint: put the number of an item in front of its own words
        ! error: nothing was recorded: 1 error in the document
        ! hint: fix these lines and import the document again
        [exit 1]
        $ sed -e 's/.*#1 port/&\n- [ ] #3 mend the roof\n- [x] #1 paint it\n- [ ] #22 sweep it/' old.md > board.md; sprint import board.md --yes
        plan mend the roof
        plan paint it
        plan #22 sweep it
        recorded 3: 3 planned (`sprint undo` takes all of it back)
        ! remark: board.md:9:1: no item has #22, so it is a part of the title
        ! hint: something new gets its number when it is recorded
        ! remark: board.md:7:1: #3 stands on another line with its own words, so this is a new task
        ! remark: board.md:8:1: #1 stands on another line with its own words, so this is a new task, without what its box says
        $ sprint import board.md --yes
        ! remark: there is nothing to record
        ! remark: board.md:7:1: this has the words of `4 mend the roof` and is taken for that, not for #3
        ! hint: put the number of an item in front of its own words
        ! remark: board.md:8:1: this has the words of `5 paint it` and is taken for that, not for #1
    "#]]);
}

#[test]
fn known_names_without_a_comma_beside_one_that_nobody_knows_are_told() {
    let env = TestEnv::with_people();
    env.run("sprint plan fix the leak -p armin");
    env.session(expect![[r#"
        $ sprint board --for markdown > board.md; sed -i -e 's/(Armin)/(Armin Bea Nor)/' -e 's/^Here: .*/Here: Armin, Antonio, Bea, Nor Bea/' board.md; sprint import board.md --yes
        ! remark: there is nothing to record
        ! remark: board.md:4:1: nobody is called `Nor Bea`, but `Bea` is known: `Nor Bea`
        ! hint: write `,` between two people; somebody new has a `+`: `+Nor Bea`
        ! remark: board.md:6:1: nobody is called `Armin Bea Nor`, but `Armin` and `Bea` are known: `fix the leak (Armin Bea Nor)`
        ! hint: write `,` between two people; somebody new has a `+`: `+Armin Bea Nor`
        $ sed -i -e 's/(Armin Bea Nor)/(Armin, +Nor Bea)/' -e 's/^Here: .*/Here: Armin, Antonio, Bea, +Jan Bea/' board.md; sprint import board.md --yes
        join Jan Bea
        assign 1 '+Nor Bea'
        recorded 2: 1 joined, 1 assigned (`sprint undo` takes all of it back)
        ! remark: new names: +Nor Bea
        ! hint: `sprint join` adds those who attend
        $ printf -- '- fix it (Ida)\n- mend it (Bob)\n- port it (Ida Bob)\n- test it (Ida Bob Nor)\n- write docs: Ida Nor\n' | sprint import - --dry-run
        join Ida
        join Bob
        plan -p ida fix it
        plan -p bob mend it
        plan -p 'ida, bob' port it
        plan -p 'ida, bob, +Nor Bea' test it
        plan -p 'ida, +Nor Bea' write docs
    "#]]);
}
