//! What a printed board says where only little of a line was changed, or something is not clear.

use expect_test::{Expect, expect};

use crate::support::TestEnv;

/// Runs the session in a sprint with a board. `./edit SED` shows what the board records with that edit.
fn board_session(expected: Expect) {
    let env = TestEnv::with_people();
    env.run(
        r#"cat > edit <<'END'
#!/bin/sh
sprint board --for markdown | sed "$@" > edited.md
sprint import edited.md --dry-run
END
chmod +x edit
sprint plan -p bea --with armin fix the leak
sprint plan -t JIT -p anto --when 13:00 port the tests
sprint discuss which licence
sprint plan -u 2 write docs
sprint plan -t JIT old thing && sprint drop 5
sprint plan -p anto meet, 17:00
sprint discuss -t JIT which tool"#,
    );
    env.session(expected);
}

#[test]
fn words_that_closed_nothing_close_nothing_by_another_change_and_a_tick_does() {
    board_session(expect![[r#"
        $ sprint progress 2 tests ✅ && sprint progress 1 DONE
        2 progress: port the tests  | status: tests ✅
        1 progress: fix the leak  | status: DONE
        ! remark: 1 stays open
        ! hint: `sprint done 1` finishes it
        $ ./edit 's/13:00/14:00/'
        move 2 --when 14:00
        $ ./edit -e 's/port the tests/port all tests/' -e 's/leak (Bea;/leaks (Bea;/'
        reword 1 fix the leaks
        reword 2 port all tests
        $ ./edit -e 's/\[ \] #1/[x] #1/' -e 's/\[ \] #2/[-] #2/'
        done 1
        drop 2
        $ ./edit 's/#[12] //'
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn what_was_decided_or_came_of_it_may_be_wrapped_and_what_is_doubtful_is_told() {
    board_session(expect![[r#"
        $ ./edit 's/which licence/&\n  decided: MIT, as for everything\n  else in this project./'
        decide 3 MIT, as for everything else in this project.
        $ ./edit 's/which licence/&: decided: MIT, as for everything\n      else in this project./'
        decide 3 MIT, as for everything else in this project.
        $ ./edit 's/fix the leak.*/&\n  result: It leaks less.\n  It is tested, too.\n\n  So is the rest./'
        result 1 It leaks less.
        result 1 It is tested, too.
        result 1 So is the rest.
        $ ./edit 's/which licence/&\n  decided: MIT?/'
        ! remark: there is nothing to record
        ! remark: edited.md:17:3: this does not say for certain what was decided, and is not recorded: `decided: MIT?`
        ! hint: write what was decided behind the word, `decided: MIT`, or what was said without it
        $ ./edit 's/which licence/&\n  decided: offen/'
        ! remark: there is nothing to record
        ! remark: edited.md:17:3: this does not say for certain what was decided, and is not recorded: `decided: offen`
        ! hint: write what was decided behind the word, `decided: MIT`, or what was said without it
    "#]]);
}

#[test]
fn it_is_told_if_it_is_not_clear_who_helps_or_who_is_meant() {
    board_session(expect![[r#"
        $ ./edit 's/(Bea; Armin around)/(Bea; Armin and Anto around)/'
        ! remark: there is nothing to record
        ! remark: edited.md:6:1: these brackets may name people, but it is not clear whom: `fix the leak (Bea; Armin and Anto around)`
        ! hint: name only people there, by their nicks, and write what else there is to say behind them
        $ ./edit 's/(Bea; Armin around)/(Bea; Armin, Anto around)/'
        ! remark: there is nothing to record
        ! remark: edited.md:6:1: these brackets may name people, but it is not clear whom: `fix the leak (Bea; Armin, Anto around)`
        ! hint: name only people there, by their nicks, and write what else there is to say behind them
        $ ./edit 's/(Bea; Armin around)/(Bea, with help from Armin and Anto)/'
        ! remark: there is nothing to record
        ! remark: edited.md:6:1: these brackets may name people, but it is not clear whom: `fix the leak (Bea, with help from Armin and Anto)`
        ! hint: name only people there, by their nicks, and write what else there is to say behind them
        $ ./edit 's/(Bea; Armin around)/(Bea Armin around)/'
        ! remark: there is nothing to record
        ! remark: edited.md:6:1: these brackets may name people, but it is not clear whom: `fix the leak (Bea Armin around)`
        ! hint: name only people there, by their nicks, and write what else there is to say behind them
        $ ./edit 's/(Bea; Armin around)/(Bea; Armin around) [Anto]/'
        ! remark: there is nothing to record
        ! remark: edited.md:6:1: this names people outside of brackets, so it is not clear who is on it: `fix the leak (Bea; Armin around) [Anto]`
        ! hint: write everybody who is on it in brackets behind the title: `(Armin, Anto)`
        $ ./edit 's/(Bea; Armin around)/(Bee; Armin around)/'
        ! remark: there is nothing to record
        ! remark: edited.md:6:1: nobody is called `Bee`: `fix the leak (Bee; Armin around)`
        ! hint: did you mean Bea? Somebody new has a `+`: `+Bee`
        $ ./edit 's/^Here:.*/Here: Armin, Antonio, Bee/'
        ! remark: there is nothing to record
        ! remark: edited.md:4:1: nobody is called `Bee`: `Bee`
        ! hint: did you mean Bea? Somebody new has a `+`: `+Bee`
        ! remark: Bea is not listed as here any more
        ! hint: if they have left, `sprint leave Bea` says so
    "#]]);
}

#[test]
fn headings_and_lines_that_only_tell_something_move_and_plan_nothing() {
    board_session(expect![[r#"
        $ ./edit '0,/^- /s/^- /Notes:\nwe had fun\n\n- /'
        ! remark: there is nothing to record
        ! remark: edited.md:6:1: these 2 lines, up to line 7, do not belong to an item: `Notes: we had fun`
        ! hint: indent such a line below an item, or begin it with `- `
        $ ./edit 's/^- \[ \] #2/## Done\n&/'
        ! remark: there is nothing to record
        ! remark: edited.md:11:1: this stands below `Done`, and its box is empty, so it stays open: `port the tests (Antonio), 13:00`
        ! hint: check the box, or take it away
        ! remark: edited.md:14:1: this stands below `Done`, and its box is empty, so it stays open: `which tool`
        $ ./edit 's/^## JIT/## **JIT**/'
        ! remark: there is nothing to record
        $ ./edit 's/^## Discussions/## Discussion/'
        ! remark: there is nothing to record
        $ ./edit '0,/^## /s/^## /- thanks to Bea\n- we had no time for it\n- see the manual\n\n## /'
        ! remark: there is nothing to record
        ! remark: edited.md:9:1: this thanks somebody, and is not an item: `thanks to Bea`
        ! hint: `sprint thank TEXT` adds thanks to the post
        ! remark: edited.md:10:1: these 2 bullets, up to line 11, do not say what is to be done: `we had no time for it`
        ! hint: indent such a line below its item, or give it a box if it is one: `- [ ] …`
        $ ./edit 's/fix the leak.*/&\n    - Bea/'
        ! remark: there is nothing to record
        ! remark: edited.md:7:5: this line does not say what is to be done: `Bea`
        ! hint: write it into the line, or put the names or the status on the line of their item
    "#]]);
}

#[test]
fn signs_around_the_words_of_a_line_are_read_where_they_stand() {
    board_session(expect![[r#"
        $ ./edit 's/\[ \] #1/#1 [x]/'
        done 1
        $ ./edit 's/fix the leak.*/**&**/'
        ! remark: there is nothing to record
        $ ./edit 's/- \[ \] #4/- [ ]\n      #4/'
        ! remark: there is nothing to record
        $ ./edit 's/#1 fix/#1 🎉 fix/'
        reword 1 🎉 fix the leak
        $ ./edit 's/fix the leak/& 🎉/'
        reword 1 fix the leak 🎉
        $ ./edit 's/#6 meet/#6 we meet/'
        reword 6 we meet, 17:00
        $ ./edit 's/old thing/&: nobody wants it/'
        ! remark: there is nothing to record
        ! remark: edited.md:12:1: `5 old thing` is closed, so its status `nobody wants it` is not recorded
        ! hint: `sprint reopen 5` opens it, `sprint result 5 TEXT` adds to what came of it
        $ ./edit '0,/^## /s/^## /- [ ] #17\n- 🎉 party\n\n## /'
        plan 🎉 party
        ! remark: edited.md:9:1: this line does not say what is to be done: `#17`
        ! hint: write it into the line, or put the names or the status on the line of their item
        $ ./edit 's/#1 fix the leak/#1/'
        ! error: edited.md:6:1: #1 stands here without its words
        !   6 | - [ ] #1 (Bea; Armin around)
        !     | ^
        ! hint: put the item's words behind its number, or delete the line
        ! error: nothing was recorded: 1 error in the document
        ! hint: fix these lines and import the document again
        [exit 1]
        $ sprint plan -- '\' && ./edit 's/nothing/nothing/'
        8 planned: \
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn a_new_item_with_the_words_of_a_part_is_reported() {
    board_session(expect![[r#"
        $ sprint plan write docs
        8 planned: write docs
        ! remark: 4 is open and has the same words
    "#]]);
}
