//! `sprint import`.

use expect_test::expect;

use crate::support::TestEnv;

#[test]
fn what_a_document_says_is_shown_as_commands_and_recorded_as_one_batch() {
    let env = TestEnv::with_people();
    env.run(
        r##"cat > pad.md <<'END'
# Hut

People present: Armin, Anto, Carla Novak

## JIT
- fix the leak (Armin, Anto): found it
- [x] port the tests (Amaury)
- find people for the talk

We meet at nine in the kitchen, and then we look what is left to do.
END"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --dry-run
        join Carla Novak
        plan -t JIT -p 'armin, anto' fix the leak
        progress 1 found it
        plan -t JIT -p +Amaury -- port the tests
        done 2
        plan -t JIT find people for the talk
        ! remark: pad.md:10:1: this does not belong to an item: `We meet at nine in the kitchen, and then we look what is le…`
        ! hint: indent it below an item, or begin it with `- `
        ! remark: new names: +Amaury; `sprint join` adds those who attend
        $ sprint import pad.md --yes
        join Carla Novak
        plan -t JIT -p 'armin, anto' fix the leak
        progress 1 found it
        plan -t JIT -p +Amaury -- port the tests
        done 2
        plan -t JIT find people for the talk
        recorded 6: 1 joined, 3 planned, 1 progress, 1 done (`sprint undo` takes all of it back)
        ! remark: pad.md:10:1: this does not belong to an item: `We meet at nine in the kitchen, and then we look what is le…`
        ! hint: indent it below an item, or begin it with `- `
        ! remark: new names: +Amaury; `sprint join` adds those who attend
        ! remark: `JIT` is a new topic
        $ sprint import pad.md --yes
        ! remark: there is nothing to record
        ! remark: pad.md:10:1: this does not belong to an item: `We meet at nine in the kitchen, and then we look what is le…`
        ! hint: indent it below an item, or begin it with `- `
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
        $ sprint
        Leysin Winter Sprint 2017, Monday, 27 February 2017

        ┌────────────────────────────────────────────────────────────────┐
        │ #   task                             people           status   │
        ╞════════════════════════════════════════════════════════════════╡
        │ 1   fix the leak [JIT]               Armin, Antonio   found it │
        │ 3   find people for the talk [JIT]                             │
        └────────────────────────────────────────────────────────────────┘

        ┌──────────────────────────────────────┐
        │ #   closed today     people   status │
        ╞══════════════════════════════════════╡
        │ 2   port the tests   Amaury   done   │
        └──────────────────────────────────────┘

        ┌────────────────┐
        │ without a task │
        ╞════════════════╡
        │ Bea, Carla     │
        └────────────────┘
        $ sprint undo
        took back 6 entries, the first of them: join Carla Novak (carla) (`sprint undo bqhbeg4mtm` reverses that)
    "#]]);
}

#[test]
fn at_a_terminal_import_asks_and_elsewhere_it_says_what_to_do() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf -- '- fix the leak (armin)\n- port it\n' > pad.md
printf -- '- write docs\n' > one.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md
        plan -p armin fix the leak
        plan port it
        ! error: nothing was recorded: there is no terminal to ask at
        ! hint: `--yes` records without asking, `--dry-run` only shows what would be recorded
        [exit 1]
        $ printf 'n\r' | script -qec 'TERM=dumb sprint import pad.md' /dev/null | tr -d '\r' | grep -v '^n$'
        plan -p armin fix the leak
        plan port it
        record these 2? [Y/n] nothing was recorded
        $ printf '\004' | script -qec 'TERM=dumb sprint import pad.md' /dev/null | tr -d '\r'
        plan -p armin fix the leak
        plan port it
        record these 2? [Y/n] nothing was recorded
        $ printf '\r' | script -qec 'TERM=dumb sprint import pad.md' /dev/null | tr -d '\r'

        plan -p armin fix the leak
        plan port it
        record these 2? [Y/n] recorded 2: 2 planned (`sprint undo` takes all of it back)
        $ printf 'y\r' | script -qec 'TERM=dumb sprint import one.md' /dev/null | tr -d '\r' | grep -v '^y$'
        plan write docs
        remark: nothing is taken back: the document does not say from which state of the sprint it comes
        record this? [Y/n] recorded 1: 1 planned (`sprint undo` takes all of it back)
        $ sprint import pad.md --json
        ! error: nothing was recorded: `--json` asks nothing
        ! hint: `--yes` records without asking, `--dry-run` only shows what would be recorded
        [exit 1]
        $ sprint import pad.md --dry-run --yes
        ! error: the argument '--dry-run' cannot be used with '--yes'
        ! 
        ! Usage: sprint import --dry-run <FILE>
        ! 
        ! For more information, try '--help'.
        [exit 2]
    "#]]);
}

#[test]
fn standard_input_is_a_document_too() {
    TestEnv::with_people().session(expect![[r#"
        $ echo '- fix the leak (armin)' | sprint import - --yes
        plan -p armin fix the leak
        recorded 1: 1 planned (`sprint undo` takes all of it back)
        $ printf '* write docs\n  nobody knows\t\n' | sprint import - --yes --json
        {
          "version": 2,
          "commands": [
            "plan write docs nobody knows"
          ],
          "recorded": [
            {
              "id": "2-4mhydb",
              "kind": "plan",
              "item": {
                "number": "2",
                "id": "2-4mhydb"
              }
            }
          ]
        }
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
        $ printf '\377' | sprint import - --yes
        ! error: the text from standard input is not UTF-8
        ! hint: save the text as UTF-8 and try again
        [exit 1]
        $ echo 'We meet.' | sprint import - --yes
        ! remark: there is nothing to record
        ! remark: -:1:1: this does not belong to an item: `We meet.`
        ! hint: indent it below an item, or begin it with `- `
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
    "#]]);
}

#[test]
fn what_is_not_a_document_is_refused_as_a_batch_is() {
    let env = TestEnv::with_people();
    env.run(
        r##"mkdir folder; printf '\377' > latin; : > empty; head -c 70000000 /dev/zero | tr '\0' x > large"##,
    );
    env.session(expect![[r#"
        $ sprint import missing.md --yes
        ! error: cannot read missing.md: it does not exist
        ! hint: nothing was recorded; fix that and try again
        [exit 1]
        $ sprint import folder --yes
        ! error: cannot read folder: Is a directory
        ! hint: nothing was recorded; fix that and try again
        [exit 1]
        $ sprint import latin --yes
        ! error: latin is not UTF-8
        ! hint: save the text as UTF-8 and try again
        [exit 1]
        $ sprint import empty --yes
        ! remark: there is nothing to record
        $ sprint import large --yes
        ! error: large is larger than 64 MiB
        ! hint: cut it into several files
        [exit 1]
        $ sprint import
        ! error: the following required arguments were not provided:
        !   <FILE>
        ! 
        ! Usage: sprint import <FILE>
        ! 
        ! For more information, try '--help'.
        [exit 2]
    "#]]);
}

#[test]
fn what_the_rules_refuse_is_told_with_its_line_and_the_rest_is_recorded() {
    let env = TestEnv::with_people();
    env.run(
        r##"sprint plan -t Docs/Guide write it; sprint plan -t Web/Guide read it
cat > pad.md <<'END'
- fix the leak

## Guide
- draw the picture
    - [ ] find a pencil
END"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --yes
        plan fix the leak
        recorded 1: 1 planned (`sprint undo` takes all of it back)
        ! remark: pad.md:4:1: not recorded: `Guide` may be `Docs/Guide` or `Web/Guide`
        !   4 | - draw the picture
        !     | ^
        ! hint: use the whole path
        ! remark: pad.md:5:5: not recorded: this is about the item of line 4, which is not recorded
        !   5 |     - [ ] find a pencil
        !     |     ^
        ! hint: fix that line first
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
        $ sprint import pad.md --dry-run
        ! remark: there is nothing to record
        ! remark: pad.md:4:1: not recorded: `Guide` may be `Docs/Guide` or `Web/Guide`
        !   4 | - draw the picture
        !     | ^
        ! hint: use the whole path
        ! remark: pad.md:5:5: not recorded: this is about the item of line 4, which is not recorded
        !   5 |     - [ ] find a pencil
        !     |     ^
        ! hint: fix that line first
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
    "#]]);
}

#[test]
fn what_must_not_be_guessed_is_told_with_its_line_and_nothing_is_recorded() {
    let env = TestEnv::with_people();
    env.run(
        r##"sprint plan fix the leak; sprint plan port the tests
cat > pad.md <<'END'
- [ ] #1 fix the leak
- [ ] #2 something else altogether - [ ] #1 and more
  - [ ] new
END"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --yes
        ! error: pad.md:2:1: there is a second box on this line
        !   2 | - [ ] #2 something else altogether - [ ] #1 and more
        !     | ^
        ! hint: give each item a line of its own
        ! error: nothing was recorded: 1 error in the document
        ! hint: fix these lines and import the document again
        [exit 1]
        $ sprint import - --yes < pad.md
        ! error: -:2:1: there is a second box on this line
        !   2 | - [ ] #2 something else altogether - [ ] #1 and more
        !     | ^
        ! hint: give each item a line of its own
        ! error: nothing was recorded: 1 error in the document
        ! hint: fix these lines and import the document again
        [exit 1]
        $ sprint log | grep -c plan
        2
    "#]]);
}

#[test]
fn a_long_list_is_cut_and_a_dry_run_shows_all_of_it() {
    let env = TestEnv::with_people();
    env.run(r##"for n in 1 2 3 4 5 6 7; do echo "- ~~task number $n~~"; done > pad.md"##);
    env.session(expect![[r#"
        $ sprint import pad.md --yes
        plan task number 1
        plan task number 2
        plan task number 3
        plan task number 4
        plan task number 5
        plan task number 6
        plan task number 7
        recorded 7: 7 planned (`sprint undo` takes all of it back)
        ! remark: pad.md:1:1: this is struck through, which may mean done or dropped: `~~task number 1~~`
        ! hint: write DONE or ABANDONED after it instead
        ! remark: pad.md:2:1: this is struck through, which may mean done or dropped: `~~task number 2~~`
        ! remark: pad.md:3:1: this is struck through, which may mean done or dropped: `~~task number 3~~`
        ! remark: pad.md:4:1: this is struck through, which may mean done or dropped: `~~task number 4~~`
        ! remark: pad.md:5:1: this is struck through, which may mean done or dropped: `~~task number 5~~`
        ! remark: and 2 more lines; `--dry-run` lists all
        $ sprint import pad.md --dry-run
        ! remark: there is nothing to record
        ! remark: pad.md:1:1: this is struck through, which may mean done or dropped: `~~task number 1~~`
        ! hint: write DONE or ABANDONED after it instead
        ! remark: pad.md:2:1: this is struck through, which may mean done or dropped: `~~task number 2~~`
        ! remark: pad.md:3:1: this is struck through, which may mean done or dropped: `~~task number 3~~`
        ! remark: pad.md:4:1: this is struck through, which may mean done or dropped: `~~task number 4~~`
        ! remark: pad.md:5:1: this is struck through, which may mean done or dropped: `~~task number 5~~`
        ! remark: pad.md:6:1: this is struck through, which may mean done or dropped: `~~task number 6~~`
        ! remark: pad.md:7:1: this is struck through, which may mean done or dropped: `~~task number 7~~`
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
    "#]]);
}

#[test]
fn an_old_version_is_recorded_on_its_day() {
    let env = TestEnv::with_people();
    env.run(r##"printf -- '- [x] fix the leak (armin)\n' > pad.md"##);
    env.session(expect![[r#"
        $ sprint import pad.md --yes --day yesterday
        plan -p armin fix the leak
        done 1
        recorded 2: 1 planned, 1 done (`sprint undo` takes all of it back)
        $ sprint log yesterday
        Sunday, 26 February 2017

        ┌──────────────────────────────────────────────────────────────┐
        │ time    by      what   #   entry                  id         │
        ╞══════════════════════════════════════════════════════════════╡
        │ 18:00   armin   join       Armin Rigo (armin)     tfw887dvm5 │
        │ 18:00   armin   join       Antonio Cuni (anto)    xaxvav6q11 │
        │ 18:00   armin   join       Bea Meier (bea)        3rsjxe63pz │
        │ 23:59   armin   plan   1   fix the leak (Armin)   1-4tm5b6   │
        │ 23:59   armin   done   1                          c5pdj6x85m │
        └──────────────────────────────────────────────────────────────┘
        $ sprint log
        Sunday, 26 February 2017

        ┌──────────────────────────────────────────────────────────────┐
        │ time    by      what   #   entry                  id         │
        ╞══════════════════════════════════════════════════════════════╡
        │ 18:00   armin   join       Armin Rigo (armin)     tfw887dvm5 │
        │ 18:00   armin   join       Antonio Cuni (anto)    xaxvav6q11 │
        │ 18:00   armin   join       Bea Meier (bea)        3rsjxe63pz │
        │ 23:59   armin   plan   1   fix the leak (Armin)   1-4tm5b6   │
        │ 23:59   armin   done   1                          c5pdj6x85m │
        └──────────────────────────────────────────────────────────────┘
    "#]]);
}

#[test]
fn a_batch_reads_the_lines_that_are_shown_to_the_same() {
    let env = TestEnv::with_people();
    env.run(
        r##"sprint plan -t "It's 'so', and \"so\"" a
cat > pad.md <<'END'
- fix `-t` it (armin)
- 'quoted'
- see the (talk)
- don't panic
- armin
- implement --fast: it works
- #12 is what GitHub calls it
- 3, 4

## It's 'so', and "so"
- b (Anto, Amaury Forgeot)
END"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --dry-run > batch; sprint batch batch; sprint import pad.md --yes; cat batch
        2 planned: fix `-t` it  | on it: Armin
        3 planned: 'quoted'
        4 planned: see the (talk)
        5 planned: don't panic
        6 planned: armin
        7 planned: implement --fast: it works
        8 planned: #12 is what GitHub calls it
        9 planned: 3, 4
        10 planned: b  | on it: Antonio, Amaury Forgeot  | topic: It's 'so', and "so"
        plan -p armin fix `-t` it
        plan -- 'quoted'
        plan see the (talk)
        plan don't panic
        plan -- armin
        plan -- implement --fast: it works
        plan #12 is what GitHub calls it
        plan 3, 4
        plan -t "It's 'so', and ""so""" -p 'anto, +Amaury Forgeot' b
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
        ! remark: new names: +Amaury Forgeot; `sprint join` adds those who attend
        ! remark: there is nothing to record
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
    "#]]);
}

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
        took back 3 entries: unassign 1, progress 1, reopen 2 port the tests (`sprint undo wxv9pppx46` reverses that)
        Leysin Winter Sprint 2017, Monday, 27 February 2017

        ┌───────────────────────────────────┐
        │ #   task           people         │
        ╞═══════════════════════════════════╡
        │ 1   fix the leak   Armin, Antonio │
        │ 4   meanwhile                     │
        └───────────────────────────────────┘

        ┌───────────────────┐
        │ #   discussion    │
        ╞═══════════════════╡
        │ 3   which licence │
        └───────────────────┘

        ┌─────────────────────────────┐
        │ #   closed today     status │
        ╞═════════════════════════════╡
        │ 2   port the tests   done   │
        └─────────────────────────────┘

        ┌────────────────┐
        │ without a task │
        ╞════════════════╡
        │ Bea            │
        └────────────────┘
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
    "#]]);
}

#[test]
fn boxes_of_all_forms_are_read() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf -- '- [ ] open one\n- [x] checked one\n- [X] capital one\n☐ empty box\n☑ ticked box\n- [-] dropped one\n- [~] going on\n- [ ]\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --dry-run
        plan open one
        plan checked one
        done 2
        plan capital one
        done 3
        plan empty box
        plan ticked box
        done 5
        plan dropped one
        drop 6
        plan going on
        progress 7 in progress
        $ sprint import - --yes < pad.md && sprint import pad.md --yes
        plan open one
        plan checked one
        done 2
        plan capital one
        done 3
        plan empty box
        plan ticked box
        done 5
        plan dropped one
        drop 6
        plan going on
        progress 7 in progress
        recorded 12: 7 planned, 3 done, 1 dropped, 1 progress (`sprint undo` takes all of it back)
        ! remark: there is nothing to record
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
    "#]]);
}

#[test]
fn handles_name_people_and_a_team_is_text() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf -- '- fix it @armin @anto\n- port it (@anto)\n- ask @team/core about it\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --dry-run
        plan -p 'armin, anto' fix it
        plan -p anto port it
        plan ask @team/core about it
        $ sprint import - --yes < pad.md && sprint import pad.md --yes
        plan -p 'armin, anto' fix it
        plan -p anto port it
        plan ask @team/core about it
        recorded 3: 3 planned (`sprint undo` takes all of it back)
        ! remark: there is nothing to record
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
    "#]]);
}

#[test]
fn references_to_trackers_and_links_are_text() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf -- '- close #123 and !45\n- see org/repo#12\n- read https://example.org/x(y)\n- [a link](https://example.org) in it\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --dry-run
        plan close #123 and !45
        plan see org/repo#12
        plan read https://example.org/x(y)
        plan [a link](https://example.org) in it
        $ sprint import - --yes < pad.md && sprint import pad.md --yes
        plan close #123 and !45
        plan see org/repo#12
        plan read https://example.org/x(y)
        plan [a link](https://example.org) in it
        recorded 4: 4 planned (`sprint undo` takes all of it back)
        ! remark: there is nothing to record
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
    "#]]);
}

#[test]
fn emoji_say_how_far_a_task_is() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf -- '- ✅ tested one\n- built one 🚧\n- ❌ dropped one\n- waiting one ⏸\n- a party 🎉\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --dry-run
        plan tested one
        done 1
        plan built one
        progress 2 🚧
        plan dropped one
        drop 3
        plan waiting one
        progress 4 ⏸
        plan a party
        $ sprint import - --yes < pad.md && sprint import pad.md --yes
        plan tested one
        done 1
        plan built one
        progress 2 🚧
        plan dropped one
        drop 3
        plan waiting one
        progress 4 ⏸
        plan a party
        recorded 9: 5 planned, 1 done, 2 progress, 1 dropped (`sprint undo` takes all of it back)
        ! remark: there is nothing to record
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
    "#]]);
}

#[test]
fn what_is_struck_through_is_asked_about() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf -- '- ~~gone task~~\n- with a ~~long~~ short word\n- shared task (armin, ~~anto~~)\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --dry-run
        plan gone task
        plan with a ~~long~~ short word
        plan -p armin shared task
        ! remark: pad.md:1:1: this is struck through, which may mean done or dropped: `~~gone task~~`
        ! hint: write DONE or ABANDONED after it instead
        $ sprint import - --yes < pad.md && sprint import pad.md --yes
        plan gone task
        plan with a ~~long~~ short word
        plan -p armin shared task
        recorded 3: 3 planned (`sprint undo` takes all of it back)
        ! remark: -:1:1: this is struck through, which may mean done or dropped: `~~gone task~~`
        ! hint: write DONE or ABANDONED after it instead
        ! remark: there is nothing to record
        ! remark: pad.md:1:1: this is struck through, which may mean done or dropped: `~~gone task~~`
        ! hint: write DONE or ABANDONED after it instead
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
    "#]]);
}

#[test]
fn stars_around_names_and_headings_mean_nothing() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf -- '**Porting**\n\n- **Armin**: write the docs\n- run the tests (**anto**)\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --dry-run
        plan -t Porting -p armin write the docs
        plan -t Porting -p anto run the tests
        $ sprint import - --yes < pad.md && sprint import pad.md --yes
        plan -t Porting -p armin write the docs
        plan -t Porting -p anto run the tests
        recorded 2: 2 planned (`sprint undo` takes all of it back)
        ! remark: `Porting` is a new topic
        ! remark: there is nothing to record
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
    "#]]);
}

#[test]
fn a_row_of_a_table_is_a_task() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf -- '| Task | Who | Status |\n|---|---|---|\n| fix the table | armin | DONE |\n| draw it | anto, armin | nearly done |\n\n| a | b |\n|---|---|\n| c | d |\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --dry-run
        plan -p armin fix the table
        done 1
        plan -p 'anto, armin' draw it
        progress 2 nearly done
        ! remark: pad.md:6:1: nothing says which column of this table has the tasks: `| a | b |`
        ! hint: call it `task` in the first row
        $ sprint import - --yes < pad.md && sprint import pad.md --yes
        plan -p armin fix the table
        done 1
        plan -p 'anto, armin' draw it
        progress 2 nearly done
        recorded 4: 2 planned, 1 done, 1 progress (`sprint undo` takes all of it back)
        ! remark: -:6:1: nothing says which column of this table has the tasks: `| a | b |`
        ! hint: call it `task` in the first row
        ! remark: there is nothing to record
        ! remark: pad.md:6:1: nothing says which column of this table has the tasks: `| a | b |`
        ! hint: call it `task` in the first row
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
    "#]]);
}

#[test]
fn a_list_of_a_word_processor_is_read() {
    let env = TestEnv::with_people();
    env.run(r##"printf -- '•\tfix\302\240the “leak”\n\t•\ttest it – soon\n' > pad.md"##);
    env.session(expect![[r#"
        $ sprint import pad.md --dry-run
        plan fix the “leak”
        plan -u 1 test it – soon
        $ sprint import - --yes < pad.md && sprint import pad.md --yes
        plan fix the “leak”
        plan -u 1 test it – soon
        recorded 2: 2 planned (`sprint undo` takes all of it back)
        ! remark: there is nothing to record
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
    "#]]);
}

#[test]
fn front_matter_and_comments_are_not_read_and_code_is_a_minute() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf -- '---\ntitle: x\n---\n<!-- no task -->\n- run it:\n\n  ```\n  make all\n  ```\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --dry-run
        plan run it:
        progress 1 -- ``` ⏎ make all ⏎ ```
        ! remark: `batch` would record 1 of these commands otherwise: the end of a line is shown as `⏎`, and a control character by its number
        $ sprint import - --yes < pad.md && sprint import pad.md --yes
        plan run it:
        progress 1 -- ``` ⏎ make all ⏎ ```
        recorded 2: 1 planned, 1 progress (`sprint undo` takes all of it back)
        ! remark: there is nothing to record
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
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
        ! error: nothing was recorded: the document is the board of the sprint `hut`
        ! hint: `-s hut` records it there; to record it here, delete its first line and the numbers of its items
        [exit 1]
        $ sprint -s hut import hut.md --yes
        ! remark: there is nothing to record
        $ tail -n +2 hut.md | sed 's/#1 //' | sprint -s leysin-2017 import - --yes
        plan sweep the floor
        recorded 1: 1 planned (`sprint undo` takes all of it back)
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
    "#]]);
}

#[test]
fn a_document_without_a_list_of_tasks_records_nothing() {
    let env = TestEnv::with_people();
    env.run(
        r##"sprint plan fix the leak
printf '{"a": [1, 2], "tasks": ["x"]}\n' > data.json
printf '<html><body><ul><li>fix it (armin)</li></ul></body></html>\n' > page.html
printf 'a\000b\n- c\000d\n' > zero"##,
    );
    env.session(expect![[r#"
        $ sprint import sprints/leysin-2017/2017-02-27.toml --yes
        ! remark: there is nothing to record
        ! remark: sprints/leysin-2017/2017-02-27.toml:2:1: this does not belong to an item: `1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armi…`
        ! hint: indent it below an item, or begin it with `- `
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
        $ sprint import sprints/leysin-2017/sprint.toml --yes
        ! remark: there is nothing to record
        ! remark: sprints/leysin-2017/sprint.toml:1:1: this does not belong to an item: `title = "Leysin Winter Sprint 2017"`
        ! hint: indent it below an item, or begin it with `- `
        ! remark: sprints/leysin-2017/sprint.toml:3:1: these 2 lines do not belong to an item: `from = 2017-02-26 to = 2017-03-04`
        ! hint: indent them below an item, or begin each with `- `
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
        $ sprint import data.json --yes
        ! remark: there is nothing to record
        ! remark: data.json:1:1: this does not belong to an item: `{"a": [1, 2], "tasks": ["x"]}`
        ! hint: indent it below an item, or begin it with `- `
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
        $ sprint import page.html --yes
        ! remark: there is nothing to record
        ! remark: page.html:1:1: this does not belong to an item: `<html><body><ul><li>fix it (armin)</li></ul></body></html>`
        ! hint: indent it below an item, or begin it with `- `
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
        $ sprint import zero --yes
        ! remark: there is nothing to record
        ! remark: zero:2:1: not recorded: there is a zero byte in the text
        !   2 | - c\u{0}d
        !     | ^
        ! hint: save the text as UTF-8 and try again
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
    "#]]);
}

#[test]
fn a_batch_refuses_import() {
    let env = TestEnv::with_people();
    env.run("echo '- fix it' > pad.md; echo 'import pad.md --yes' > batch");
    env.session(expect![[r#"
        $ sprint batch batch
        ! error: line 1: `import pad.md --yes` cannot be part of a batch
        ! hint: nothing of the batch was recorded; a batch takes the commands that record; give `-s`, `-C` and `--json` to `sprint batch` itself
        [exit 2]
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
fn a_slip_in_brackets_is_nobody_new_and_takes_nobody_off() {
    let env = TestEnv::with_people();
    env.run(
        r##"sprint plan fix the leak -p armin; sprint board --for markdown | sed 's/(Armin)/(Amrin, Anto)/' > board.md
printf -- '- write docs (Amrin, Bea)\n- port it (+Antoo)\n- test it (Everybdy): half way\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import board.md --yes
        ! remark: there is nothing to record
        ! remark: board.md:6:1: nobody is called `Amrin`: `fix the leak (Amrin, Anto)`
        ! hint: did you mean Armin Rigo? Somebody new has a `+`: `+Amrin`
        $ sprint import pad.md --yes
        plan -p bea write docs
        plan -p +Antoo -- port it
        plan test it
        progress 4 half way
        recorded 4: 3 planned, 1 progress (`sprint undo` takes all of it back)
        ! remark: pad.md:1:1: nobody is called `Amrin`: `write docs (Amrin, Bea)`
        ! hint: did you mean Armin Rigo? Somebody new has a `+`: `+Amrin`
        ! remark: pad.md:3:1: nobody is called `Everybdy`: `test it (Everybdy): half way`
        ! hint: did you mean everybody? Somebody new has a `+`: `+Everybdy`
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
        ! remark: new names: +Antoo; `sprint join` adds those who attend
        $ sed -i 's/^- write docs (Amrin/- write docs (Armin/' pad.md; sprint import pad.md --yes
        assign 2 armin
        recorded 1: 1 assigned (`sprint undo` takes all of it back)
        ! remark: pad.md:3:1: nobody is called `Everybdy`: `test it (Everybdy): half way`
        ! hint: did you mean everybody? Somebody new has a `+`: `+Everybdy`
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
    "#]]);
}

#[test]
fn what_a_batch_would_record_otherwise_is_told_before_it_is_recorded() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf -- '- run it\n\n  ```\n  make\n  ```\n- ring the \007bell\n- eat\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --dry-run
        plan run it
        progress 1 -- ``` ⏎ make ⏎ ```
        plan ring the \u{7}bell
        plan eat
        ! remark: `batch` would record 2 of these commands otherwise: the end of a line is shown as `⏎`, and a control character by its number
        $ sprint import pad.md --yes
        plan run it
        progress 1 -- ``` ⏎ make ⏎ ```
        plan ring the \u{7}bell
        plan eat
        recorded 4: 3 planned, 1 progress (`sprint undo` takes all of it back)
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
fn json_has_what_was_recorded_or_the_commands_of_a_dry_run_and_asks_nothing() {
    let env = TestEnv::with_people();
    env.run("printf -- '- fix it (armin): half way\n' > pad.md");
    env.session(expect![[r#"
        $ sprint import pad.md --json --dry-run
        {
          "version": 2,
          "commands": [
            "plan -p armin fix it",
            "progress 1 half way"
          ],
          "recorded": []
        }
        $ sprint import pad.md --json
        ! error: nothing was recorded: `--json` asks nothing
        ! hint: `--yes` records without asking, `--dry-run` only shows what would be recorded
        [exit 1]
        $ sprint import pad.md --json --yes
        {
          "version": 2,
          "commands": [
            "plan -p armin fix it",
            "progress 1 half way"
          ],
          "recorded": [
            {
              "id": "1-jtjbf5",
              "kind": "plan",
              "item": {
                "number": "1",
                "id": "1-jtjbf5"
              }
            },
            {
              "id": "q1ks70nwqd",
              "kind": "progress",
              "item": {
                "number": "1",
                "id": "1-jtjbf5"
              }
            }
          ]
        }
        $ sprint import pad.md --json --dry-run
        {
          "version": 2,
          "commands": [],
          "recorded": []
        }
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
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
fn names_or_a_status_alone_are_listed() {
    let env = TestEnv::with_people();
    env.run(r##"printf -- '- fix it\n- (Armin)\n- @anto\n- DONE\n' > pad.md"##);
    env.session(expect![[r#"
        $ sprint import pad.md --yes
        plan fix it
        recorded 1: 1 planned (`sprint undo` takes all of it back)
        ! remark: pad.md:2:1: this line does not say what is to be done: `(Armin)`
        ! hint: write it into the line, or put the names or the status on the line of their item
        ! remark: pad.md:3:1: this line does not say what is to be done: `@anto`
        ! remark: pad.md:4:1: this line does not say what is to be done: `DONE`
    "#]]);
}

#[test]
fn what_is_not_a_name_in_a_list_of_people_is_listed() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf 'Here: Dora Klein, \342\200\234Fritz\342\200\235 Ohm, the twins from Ulm, and others\n\n- fix it\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --yes
        join Dora Klein
        plan fix it
        recorded 2: 1 joined, 1 planned (`sprint undo` takes all of it back)
        ! remark: pad.md:1:1: this does not look like the name of somebody who is there: `“Fritz” Ohm`
        ! hint: write the name alone, without quotes, and `,` between two names
        ! remark: pad.md:1:1: this does not look like the name of somebody who is there: `the twins`
    "#]]);
}

#[test]
fn who_is_here_may_have_a_role_and_who_is_away_for_some_days_is_listed() {
    let env = TestEnv::with_people();
    env.run(
        r##"sprint plan fix it; sprint board --for markdown | sed 's/^Here: .*/Here: Armin (from Wed), Anto (remote), Carla Novak (visitor, until Tue)\n\nAway: Bea (until Wed)/' > board.md"##,
    );
    env.session(expect![[r#"
        $ sprint import board.md --yes
        join armin --from Wed
        join anto --role remote
        join Carla Novak --to Tue --role visitor
        recorded 3: 3 joined (`sprint undo` takes all of it back)
        ! remark: board.md:6:1: whoever is away is gone for good, and days mean nothing there: `bea`
        ! hint: write the days on which they are there after `Here:`, as in `Armin (from Wed)`
        $ sprint import board.md --yes
        ! remark: there is nothing to record
        ! remark: board.md:6:1: whoever is away is gone for good, and days mean nothing there: `bea`
        ! hint: write the days on which they are there after `Here:`, as in `Armin (from Wed)`
        $ sprint people
        Monday, 27 February 2017

        ┌────────────────────────────────────────────────┐
        │ person         nick    days            role    │
        ╞════════════════════════════════════════════════╡
        │ Antonio Cuni   anto                    remote  │
        │ Bea Meier      bea                             │
        │ Carla Novak    carla   to 2017-02-28   visitor │
        └────────────────────────────────────────────────┘

        Not here: Armin Rigo (from 2017-03-01)
    "#]]);
}
