//! Documents with the columns of a board as headings: `To do`, `Doing`, `Blocked`, `Done`.

use expect_test::expect;

use crate::support::TestEnv;

#[test]
fn the_heading_of_a_column_is_the_status_of_what_stands_below_it() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf '## To do\n- fix the leak\n- port it (Armin)\n\n## In Arbeit\n- write a guide (Bea)\n\n## Blockiert\n- mend the door\n  - [ ] find the key\n\n## Review\n- draw the maps: nearly\n\n## Done\n- clean up (Anto)\n- [ ] count the chairs\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --yes
        plan fix the leak
        plan -p armin port it
        plan -p bea write a guide
        progress 3 in progress
        plan mend the door
        progress 4 blockiert
        plan -u 4 find the key
        plan draw the maps
        progress 6 nearly
        plan -p anto clean up
        done 7
        plan count the chairs
        recorded 12: 8 planned, 3 progress, 1 done (`sprint undo` takes all of it back)
        ! remark: pad.md:17:1: this stands below `Done`, and its box is empty, so it stays open: `count the chairs`
        ! hint: check the box, or take it away
        $ sprint import pad.md --yes
        ! remark: there is nothing to record
        ! remark: pad.md:17:1: this stands below `Done`, and its box is empty, so it stays open: `count the chairs`
        ! hint: check the box, or take it away
        $ printf '## To do\n- write a guide (Bea)\n\n## In Arbeit\n- fix the leak\n- mend the door\n\n## Blockiert\n- port it (Armin)\n\n## Review\n- draw the maps: nearly\n\n## Done\n- clean up (Anto)\n' > pad.md; sprint import pad.md --yes
        progress 1 in progress
        progress 4 in progress
        progress 2 blockiert
        recorded 3: 3 progress (`sprint undo` takes all of it back)
        ! remark: pad.md:2:1: `3 write a guide` is `To do` in the document and keeps its status `in progress`
        ! hint: `sprint progress 3 TEXT` gives it another
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
        ! remark: these items have no line and stay open: 5 find the key, 8 count the chairs
        ! hint: `sprint done ITEM` says that one is finished, `sprint drop ITEM` that it was given up
        $ sprint import pad.md --yes
        ! remark: there is nothing to record
        ! remark: pad.md:2:1: `3 write a guide` is `To do` in the document and keeps its status `in progress`
        ! hint: `sprint progress 3 TEXT` gives it another
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
        ! remark: these items have no line and stay open: 5 find the key, 8 count the chairs
        ! hint: `sprint done ITEM` says that one is finished, `sprint drop ITEM` that it was given up
        $ printf '## Review\n- read the guide again\n' | sprint import - --dry-run
        plan -t Review read the guide again
    "#]]);
}

#[test]
fn an_item_of_the_board_that_is_moved_to_a_column_has_its_status() {
    let env = TestEnv::with_people();
    env.run(
        r##"sprint plan fix the leak; sprint plan port it -p armin; sprint plan mend it; sprint plan -t Docs write a guide"##,
    );
    env.session(expect![[r#"
        $ sprint board --for markdown | sed -e 's/^- \[ \] #1/## Doing\n&/' -e 's/^- \[ \] #2/## Waiting\n&/' -e 's/^- \[ \] #3/## Done\n&/' > board.md; cat board.md; sprint import board.md --yes
        <!-- sprint leysin-2017, as of 4-tj7dqt, 7 entries, 7119de5c, 2017-02-27 -->
        # Leysin Winter Sprint 2017, Monday, 27 February

        Here: Armin, Antonio, Bea

        ## Doing
        - [ ] #1 fix the leak
        ## Waiting
        - [ ] #2 port it (Armin)
        ## Done
        - [ ] #3 mend it

        ## Docs
        - [ ] #4 write a guide
        progress 1 in progress
        progress 2 waiting
        recorded 2: 2 progress (`sprint undo` takes all of it back)
        ! remark: board.md:11:1: this stands below `Done`, and its box is empty, so it stays open: `mend it`
        ! hint: check the box, or take it away
        $ sprint board --for markdown | sed -e 's/^- \[ \] #1/## To do\n&/' -e 's/^- \[ \] #2/## Doing\n&/' > board.md; cat board.md; sprint import board.md --yes
        <!-- sprint leysin-2017, as of tmyvwd86rf, 9 entries, c96299fc, 2017-02-27 -->
        # Leysin Winter Sprint 2017, Monday, 27 February

        Here: Armin, Antonio, Bea

        ## To do
        - [ ] #1 fix the leak (): in progress
        ## Doing
        - [ ] #2 port it (Armin): waiting
        - [ ] #3 mend it

        ## Docs
        - [ ] #4 write a guide
        undo ta7e0yqdhq --only
        progress 2 in progress
        progress 3 in progress
        recorded 3: 1 taken back, 2 progress (`sprint undo` takes all of it back)
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (3): Armin, Antonio, Bea
        Free (2): Antonio, Bea
          1  fix the leak   nobody
          2  port it        Armin   in progress
          3  mend it        nobody  in progress
        Docs
          4  write a guide  nobody
    "#]]);
}

#[test]
fn bullets_may_be_the_columns_and_a_line_that_is_none_is_told() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf -- '- To do\n  - fix the leak\n- Doing\n  - port it (Armin)\n- Blocked\n  - mend the door\n- Done\n  - clean up\n' > pad.md; printf -- '- fix the roof\nWaiting for review\n- sweep it (Bea)\n' > other.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --dry-run
        plan fix the leak
        plan -p armin port it
        progress 2 in progress
        plan mend the door
        progress 3 blocked
        plan clean up
        done 4
        $ sprint import other.md --dry-run
        plan fix the roof
        plan -p bea sweep it
        ! remark: other.md:2:1: this does not belong to an item: `Waiting for review`
        ! hint: indent such a line below an item, or begin it with `- `
    "#]]);
}

#[test]
fn a_keyword_of_an_outline_takes_no_status_back_and_says_so() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf '* TODO fix the leak\n** WAITING write a test\n* Release <2017-03-02 Thu>\n** TODO tag it\n' > plan.org"##,
    );
    env.session(expect![[r#"
        $ sprint import plan.org --yes
        plan fix the leak
        plan -u 1 write a test
        progress 2 waiting
        plan -t Release tag it
        recorded 4: 3 planned, 1 progress (`sprint undo` takes all of it back)
        ! remark: plan.org:3:1: this is the time of a heading, and is not recorded: `2017-03-02 Thu`
        ! hint: `sprint move ITEM --when TEXT` says when an item below it is to happen
        ! remark: `Release` is a new topic
        $ sed -i 's/WAITING/TODO/' plan.org; sprint import plan.org --yes
        ! remark: there is nothing to record
        ! remark: plan.org:3:1: this is the time of a heading, and is not recorded: `2017-03-02 Thu`
        ! hint: `sprint move ITEM --when TEXT` says when an item below it is to happen
        ! remark: plan.org:2:1: `2 write a test` is `TODO` in the document and keeps its status `waiting`
        ! hint: `sprint progress 2 TEXT` gives it another
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
    "#]]);
}
