//! What `sprint import` says about a document beside the commands.

use expect_test::expect;

use crate::support::TestEnv;

#[test]
fn lines_that_are_gone_or_have_other_words_are_told() {
    let env = TestEnv::with_people();
    env.run(
        r##"sprint plan -t JIT fix the memoryview leak; sprint plan -t JIT port the tests; sprint plan -t Docs write a guide to the release
sprint board --for markdown > board.md"##,
    );
    env.session(expect![[r#"
        $ sed -e '/#2/d' -e 's/#3 write a guide to the release/write the guide to a release/' board.md | sprint import - --dry-run
        reword 3 write the guide to a release
        ! remark: -:10:1: this is taken for `3 write a guide to the release` in other words
        !   10 | - [ ] write the guide to a release
        !      | ^
        ! remark: these items have no line and stay open: 2 port the tests
        $ sed -e '/## JIT/d' -e 's/## Docs/## Docs\n- [ ] new one/' board.md | sprint import - --dry-run
        plan -t Docs new one
        ! remark: the heading `JIT` is gone; what stood under it stays there
        $ sed -e 's/## JIT/## Later/' board.md | sprint import - --dry-run
        ! remark: there is nothing to record
        ! remark: the heading `JIT` is gone; what stood under it stays there
    "#]]);
}

#[test]
fn words_about_items_that_are_closed_are_told_and_not_recorded() {
    let env = TestEnv::with_people();
    env.run(
        r##"sprint plan fix the leak; sprint plan port the tests; sprint drop 1; sprint board --for markdown > board.md; sprint done 2
sed -e 's/#1 fix the leak/&\n  It was too hard./' -e 's/#2 port the tests/&: half way/' board.md > edited.md"##,
    );
    env.session(expect![[r#"
        $ sprint import edited.md --yes
        ! remark: there is nothing to record
        ! remark: edited.md:7:3: this stands below an item that was given up, which has no results: `It was too hard.`
        ! hint: open the item again first: `sprint reopen ITEM`
        ! remark: edited.md:8:1: `2 port the tests` is closed, so its status `half way` is not recorded; `sprint result 2` adds to what came of it
    "#]]);
}

#[test]
fn names_that_mean_nobody_or_several_are_told() {
    let env = TestEnv::with_people();
    env.run("sprint join 'Carla Novak' --nick novak; sprint join 'Carla Rossi' --nick rossi");
    env.run(
        r##"printf 'Away: Tim\n\n- fix the leak (Carla)\n- port it (Carla Rossi)\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --yes
        plan fix the leak
        plan -p rossi port it
        recorded 2: 2 planned (`sprint undo` takes all of it back)
        ! remark: pad.md:3:1: these brackets may name people, but it is not clear whom: `fix the leak (Carla)`
        ! hint: name them by their nicks
        ! remark: pad.md:1:1: `Tim` has not joined, so nothing is recorded about their leaving
    "#]]);
}

#[test]
fn what_others_record_before_the_answer_is_shown_before_it_is_recorded() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf -- '- fix the leak\n- port it\n' > pad.md
cat > answer.sh <<'END'
asked() { until [ "$(grep -o 'Y/n' seen 2>/dev/null | wc -l)" = $1 ]; do sleep 0.05; done; }
(asked 1; sprint plan port it > /dev/null; printf 'y\r'; asked 2; printf 'y\r') | script -qefc 'TERM=dumb sprint import pad.md' seen > /dev/null
tr -d '\r' < seen | grep -v '^y*$\|^Script'
END"##,
    );
    env.session(expect![[r#"
        $ sh answer.sh
        plan fix the leak
        plan port it
        record these 2? [Y/n] y
        remark: others have recorded meanwhile: this is what would be recorded now
        plan fix the leak
        remark: nothing is taken back: the document does not say from which state of the sprint it comes
        record this? [Y/n] y
        recorded 1: 1 planned (`sprint undo` takes all of it back)
    "#]]);
}

#[test]
fn a_prompt_takes_an_import_and_a_batch_does_not() {
    let env = TestEnv::with_people();
    env.run("echo '- fix it' > pad.md");
    env.session(expect![[r#"
        $ printf 'import pad.md --yes\r\004' | script -qec 'TERM=dumb sprint batch' /dev/null | tr -d '\r'
        import pad.md --yes
        remark: one command a line, such as `plan fix the leak`; `board` shows the board, Ctrl-D ends
        sprint> plan fix it
        recorded 1: 1 planned (`sprint undo` takes all of it back)
        sprint> [no newline]
        $ printf 'import pad.md --yes\n' | sprint batch
        ! error: line 1: `import pad.md --yes` cannot be part of a batch
        ! hint: nothing of the batch was recorded; a batch takes the commands that record; give `-s`, `-C` and `--json` to `sprint batch` itself
        [exit 2]
    "#]]);
}

#[test]
fn words_of_several_items_are_told() {
    let env = TestEnv::with_people();
    env.run(
        r##"sprint plan -t JIT write docs; sprint plan -t Docs write docs; echo '- write docs (armin)' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --yes
        ! remark: there is nothing to record
        ! remark: pad.md:1:1: this may be `1 write docs` or `2 write docs`
        ! hint: put the number of the one that is meant before the title: `#12 TITLE`
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
    "#]]);
}
