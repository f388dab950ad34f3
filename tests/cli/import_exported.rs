//! `sprint import` of the board that was exported, and of what is nearly that.

use expect_test::expect;

use crate::support::TestEnv;

#[test]
fn the_exported_board_takes_back_what_was_changed_in_it() {
    let env = TestEnv::with_people();
    env.run(
        r##"sprint plan fix the leak -p armin,anto; sprint plan port the tests; sprint done 2; sprint discuss which licence
sprint board --for markdown > board.md
sed -i -e 's/, Antonio)/)/' -e 's/\[x\] #2/[ ] #2/' -e 's/^- \[ \] #1 .*/&: nearly done/' board.md"##,
    );
    env.session(expect![[r#"
        $ cat board.md
        <!-- sprint leysin-2017, as of 3-q7bzjn, 7 entries, 16554b85, 2017-02-27 -->
        # Leysin Winter Sprint 2017, Monday, 27 February

        Here: Armin, Antonio, Bea

        - [ ] #1 fix the leak (Armin): nearly done
        - [ ] #2 port the tests

        ## Discussions
        - [ ] #3 which licence
        $ sprint plan meanwhile
        4 planned: meanwhile
        $ sprint import board.md --yes
        unassign 1 anto
        progress 1 nearly done
        reopen 2
        recorded 3: 1 unassigned, 1 progress, 1 reopened (`sprint undo` takes all of it back)
        $ sprint import board.md --yes
        ! remark: there is nothing to record
        $ sprint undo; sprint
        took back 3 entries recorded together at 09:00: unassign 1; progress 1; reopen 2 port the tests (`sprint undo wxv9pppx46` reverses that)
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (3): Armin, Antonio, Bea
        Free (1): Bea
          1  fix the leak    Armin, Antonio
          4  meanwhile       nobody
        Discussions
          3  which licence
        Closed today
          2  port the tests                  done
    "#]]);
}

#[test]
fn without_its_stamp_a_board_takes_nothing_back() {
    let env = TestEnv::with_people();
    env.run(
        r##"sprint plan fix the leak -p armin,anto; sprint plan port the tests; sprint done 2
sprint board --for markdown | tail -n +2 | sed -e 's/, Antonio)/)/' -e 's/\[x\] #2/[ ] #2/' > board.md"##,
    );
    env.session(expect![[r#"
        $ cat board.md; sprint import board.md --yes
        # Leysin Winter Sprint 2017, Monday, 27 February

        Here: Armin, Antonio, Bea

        - [ ] #1 fix the leak (Armin)
        - [ ] #2 port the tests
        ! remark: there is nothing to record
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
        ! remark: these items are open in the document and stay closed: 2 port the tests
        ! hint: `sprint reopen ITEM` opens one
        ! remark: board.md:5:1: this line does not name Antonio, who stays on `1 fix the leak`
        ! hint: `sprint unassign 1 Antonio` takes them off
    "#]]);
}

#[test]
fn a_document_of_another_sprint_is_refused() {
    let env = TestEnv::with_people();
    env.run(
        r##"sprint init hut; sprint -s hut plan sweep the floor; sprint -s hut board --for markdown > hut.md
sprint -s leysin-2017 plan fix the leak"##,
    );
    env.session(expect![[r#"
        $ sprint -s leysin-2017 import hut.md --yes
        ! error: nothing was recorded: the document is the board of a sprint other than `leysin-2017`: `sprint hut, as of 1-ajk66a, 1 entry, 8f1bcf72, 2017-02-27`
        ! hint: `-s hut` records it there; to record it here like any other document, delete its first line and the numbers of its items
        [exit 1]
        $ sprint -s hut import hut.md --yes
        ! remark: there is nothing to record
        $ tail -n +2 hut.md | sed 's/#1 //' | sprint -s leysin-2017 import - --yes
        plan sweep the floor
        recorded 1: 1 planned (`sprint undo` takes all of it back)
    "#]]);
}

#[test]
fn a_line_at_the_end_is_said_to_be_what_stands_there() {
    let env = TestEnv::with_people();
    env.run(r##"sprint plan -t Core fix the leak; sprint talk types; sprint board --for markdown > board.md"##);
    env.session(expect![[r#"
        $ printf -- '- [ ] fix the cache\n- [ ] port it\n' >> board.md; sprint import board.md --yes
        talk fix the cache
        talk port it
        recorded 2: 2 talks (`sprint undo` takes all of it back)
        ! remark: board.md:11:1: the last 2 lines stand among the talks, so they are new talks
        ! hint: a task stands before the first heading or under that of a topic
    "#]]);
}

#[test]
fn a_document_of_a_state_that_is_not_here_is_refused() {
    let env = TestEnv::with_people();
    env.run(
        r##"sprint plan fix the leak; sprint board --for markdown > board.md; rm sprints/leysin-2017/2017-*.toml"##,
    );
    env.session(expect![[r#"
        $ sprint import board.md --yes
        ! error: nothing was recorded: the document is of a state that `leysin-2017` does not have: `sprint leysin-2017, as of 1-44gd7a, 4 entries, f9fe9f72, 2017-02-27`
        ! hint: `sprint sync` fetches what others recorded; if it belongs to another sprint, name that with `-s`. To record it here like any other document, delete its first line and the numbers of its items
        [exit 1]
        $ tail -n +2 board.md | sed 's/#1 //' | sprint import - --yes
        join Armin
        join Antonio
        join Bea
        plan fix the leak
        recorded 4: 3 joined, 1 planned (`sprint undo` takes all of it back)
    "#]]);
}

#[test]
fn the_exported_board_records_nothing_and_leaves_the_log_as_it_is() {
    let env = TestEnv::with_people();
    env.run(
        r##"sprint plan -t 'A/B' 'fix *the* `leak`: now (see #2), [x] ~~or~~ later' -p armin,anto --when 'Tue, 9:00'
sprint progress 1 '(half): done'; sprint discuss 'a | b <!-- c'; sprint plan -u 1 '- [ ] #1 fix'; sprint done 3 'yes'"##,
    );
    env.session(expect![[r#"
        $ cat sprints/leysin-2017/*.toml > before; sprint board --for markdown | sprint import - --yes; cat sprints/leysin-2017/*.toml | cmp - before
        ! remark: there is nothing to record
        $ sprint board --for markdown | tail -n +2 | sprint import - --yes; cat sprints/leysin-2017/*.toml | cmp - before
        ! remark: there is nothing to record
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
    "#]]);
}

#[test]
fn what_was_recorded_before_the_state_of_a_document_is_told_and_renaming_the_sprint_is_not_that() {
    let env = TestEnv::with_people();
    env.run(
        r##"sprint plan fix the leak -p armin; sprint board --for markdown | sed 's/ (Armin)//' > board.md
mv sprints/leysin-2017 sprints/hut"##,
    );
    env.session(expect![[r#"
        $ sprint import board.md --dry-run
        unassign 1 armin
        $ sprint --at 8:00 plan port it
        2 planned: port it
        $ sprint import board.md --dry-run
        ! remark: there is nothing to record
        ! remark: nothing is taken back: what was recorded up to the state from which the document comes has changed
    "#]]);
}

#[test]
fn a_document_that_was_cut_off_changes_nothing_at_its_end() {
    let env = TestEnv::with_people();
    env.run(
        r##"sprint plan fix the leak -p armin; sprint plan port the tests -p anto; sprint board --for markdown | head -c -20 > board.md"##,
    );
    env.session(expect![[r#"
        $ tail -1 board.md; echo; sprint import board.md --yes
        - [ ] #2 port 
        ! remark: there is nothing to record
        ! remark: board.md:7:1: this line ends within the words that its item has: `port`
        ! hint: complete it
    "#]]);
}

#[test]
fn parts_that_are_closed_with_their_item_are_not_said_to_be_open() {
    let env = TestEnv::with_people();
    env.run(
        "sprint plan port numpy && sprint plan write a test -u 1 && sprint plan write docs -u 1",
    );
    env.session(expect![[r#"
        $ sprint board --for markdown | sed -e 's/\[ \] #\([12]\)/[x] #\1/' > board.md && sprint import board.md --yes
        done 1
        done 2
        recorded 2: 2 done (`sprint undo` takes all of it back)
        ! remark: parts of 1 are still open: 3 (write docs)
        $ sprint undo && printf 'done 1\ndone 2,3\n' | sprint batch
        took back 2 entries recorded together at 09:00: done 1, 2 (`sprint undo cmjd540pzb` reverses that)
        1 done: port numpy
        2 done: write a test
        3 done: write docs
    "#]]);
}

#[test]
fn parts_that_are_open_after_all_commands_are_named() {
    let env = TestEnv::with_people();
    env.run(
        "sprint plan port numpy && sprint plan write a test -u 1 && sprint plan write docs -u 1",
    );
    env.session(expect![[r#"
        $ printf 'done 2\nreopen 2\ndone 3\ndone 1\n' | sprint batch
        2 done: write a test
        2 reopened: write a test
        3 done: write docs
        1 done: port numpy
        ! remark: parts of 1 are still open: 2 (write a test)
    "#]]);
}

#[test]
fn a_new_line_with_a_box_is_a_task_whatever_its_first_word_is() {
    let env = TestEnv::with_people();
    env.run("sprint plan port numpy -t numpy && sprint discuss which license");
    env.session(expect![[r#"
        $ sprint board --for markdown > board.md && cat board.md
        <!-- sprint leysin-2017, as of 2-8dj5yw, 5 entries, fd67b935, 2017-02-27 -->
        # Leysin Winter Sprint 2017, Monday, 27 February

        Here: Armin, Antonio, Bea

        ## numpy
        - [ ] #1 port numpy

        ## Discussions
        - [ ] #2 which license
        $ sed -i 's/^- \[ \] #1.*/&\n- [ ] discuss constantness (everybody)\n- [ ] tutorial: the GC\n- discuss the names/; s/^- \[ \] #2.*/&\n- [ ] which host/' board.md && sprint import board.md --dry-run
        plan -t numpy -p everybody discuss constantness
        plan -t numpy tutorial: the GC
        discuss -t numpy discuss the names
        discuss which host
        ! remark: board.md:14:1: the last line stands among the discussions, so it is a new discussion
        ! hint: a task stands before the first heading or under that of a topic
    "#]]);
}
