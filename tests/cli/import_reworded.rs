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
    "#]]);
}
