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
        ! remark: new names: +Amaury
        ! hint: `sprint join` adds those who attend
        ! remark: pad.md:10:1: this does not belong to an item: `We meet at nine in the kitchen, and then we look what is le…`
        ! hint: indent such a line below an item, or begin it with `- `
        $ sprint import pad.md --yes
        join Carla Novak
        plan -t JIT -p 'armin, anto' fix the leak
        progress 1 found it
        plan -t JIT -p +Amaury -- port the tests
        done 2
        plan -t JIT find people for the talk
        recorded 6: 1 joined, 3 planned, 1 progress, 1 done (`sprint undo` takes all of it back)
        ! remark: new names: +Amaury
        ! hint: `sprint join` adds those who attend
        ! remark: pad.md:10:1: this does not belong to an item: `We meet at nine in the kitchen, and then we look what is le…`
        ! hint: indent such a line below an item, or begin it with `- `
        ! remark: `JIT` is a new topic
        $ sprint import pad.md --yes
        ! remark: there is nothing to record; 1 line is not recorded in full
        ! hint: `sprint import --dry-run pad.md` lists it
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (4): Armin, Antonio, Bea, Carla
        Free (2): Bea, Carla
        JIT
          1  fix the leak              Armin, Antonio  found it
          3  find people for the talk  nobody
        Closed today
          2  port the tests            Amaury          done
        $ sprint undo
        took back 6 entries recorded together at 09:00: join carla; plan 1, 2, 3; progress 1; done 2 port the tests (`sprint undo bqhbeg4mtm` reverses that)
    "#]]);
}

#[test]
fn at_a_terminal_import_asks_and_elsewhere_it_says_what_to_do() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf -- '- fix the leak (armin)\n- port it\n' > pad.md
printf -- '- write docs\n' > one.md"##,
    );
    env.make_type_at();
    env.session(expect![[r#"
        $ sprint import pad.md
        plan -p armin fix the leak
        plan port it
        ! error: nothing was recorded: there is no terminal to ask at
        ! hint: `--yes` records without asking, `--dry-run` only shows what would be recorded
        [exit 1]
        $ ./type_at '[Y/n] ' 'sprint import pad.md' 'n\r'
        plan -p armin fix the leak
        plan port it
        record these 2? [Y/n] n
        nothing was recorded
        $ ./type_at '[Y/n] ' 'sprint import pad.md' '\004'
        plan -p armin fix the leak
        plan port it
        record these 2? [Y/n] nothing was recorded
        $ ./type_at '[Y/n] ' 'sprint import pad.md' '\r'
        plan -p armin fix the leak
        plan port it
        record these 2? [Y/n] 
        recorded 2: 2 planned (`sprint undo` takes all of it back)
        $ ./type_at '[Y/n] ' 'sprint import one.md' 'y\r'
        plan write docs
        record this? [Y/n] y
        recorded 1: 1 planned (`sprint undo` takes all of it back)
        $ sprint import pad.md --json
        ! error: nothing was recorded: `--json` asks nothing
        ! hint: `--yes` records without asking, `--dry-run` only shows what would be recorded
        [exit 1]
        $ sprint import pad.md --dry-run --yes
        ! error: `--dry-run` cannot be used with `--yes`
        ! hint: leave one of them out
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
        $ printf '\377' | sprint import - --yes
        ! error: the text from standard input is not UTF-8
        ! hint: save the text as UTF-8 and try again
        [exit 1]
        $ echo 'We meet.' | sprint import - --yes
        ! remark: there is nothing to record
        ! remark: -:1:1: this does not belong to an item: `We meet.`
        ! hint: indent such a line below an item, or begin it with `- `
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
        ! error: FILE is missing
        ! hint: type `sprint import FILE`
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
        time   by     what  #  entry                 id
        18:00  armin  join     Armin Rigo (armin)    tfw887dvm5
        18:00  armin  join     Antonio Cuni (anto)   xaxvav6q11
        18:00  armin  join     Bea Meier (bea)       3rsjxe63pz
        23:59  armin  plan  1  fix the leak (Armin)  1-4tm5b6
        23:59  armin  done  1                        c5pdj6x85m
        $ sprint log
        Sunday, 26 February 2017
        time   by     what  #  entry                 id
        18:00  armin  join     Armin Rigo (armin)    tfw887dvm5
        18:00  armin  join     Antonio Cuni (anto)   xaxvav6q11
        18:00  armin  join     Bea Meier (bea)       3rsjxe63pz
        23:59  armin  plan  1  fix the leak (Armin)  1-4tm5b6
        23:59  armin  done  1                        c5pdj6x85m
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
- [ ] armin
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
        plan -- 3, 4
        plan -t "It's 'so', and ""so""" -p 'anto, +Amaury Forgeot' b
        ! remark: new names: +Amaury Forgeot
        ! hint: `sprint join` adds those who attend
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn a_batch_refuses_import() {
    let env = TestEnv::with_people();
    env.run("echo '- fix it' > pad.md; echo 'import pad.md --yes' > batch");
    env.session(expect![[r#"
        $ sprint batch batch
        ! error: batch:1:1: `import pad.md --yes` cannot be part of a batch
        ! hint: nothing of the batch was recorded; run it by itself; a batch takes the commands that record, and `board`, `show`, `log`, `people`, `ready` and `list`
        [exit 2]
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
    "#]]);
}
