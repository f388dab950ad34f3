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
        ! hint: `sprint done ITEM` says that one is finished, `sprint drop ITEM` that it was given up
        $ sed -e '/## JIT/d' -e 's/## Docs/## Docs\n- [ ] new one/' board.md | sprint import - --dry-run
        plan -t Docs new one
        ! remark: the heading `JIT` is gone; what stood under it stays there
        ! hint: `sprint move ITEM -t TOPIC` files an item under another, `-t ''` under none
        $ sed -e 's/## JIT/## Later/' board.md | sprint import - --dry-run
        move 1,2 -t Later
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
        ! remark: edited.md:8:1: `2 port the tests` is closed, so its status `half way` is not recorded
        ! hint: `sprint reopen 2` opens it, `sprint result 2 TEXT` adds to what came of it
        ! remark: edited.md:7:3: this stands below an item that was given up, which has no results: `It was too hard.`
        ! hint: open the item again first: `sprint reopen ITEM`
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
        ! hint: name only people there, by their nicks, and write what else there is to say behind them
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
        record this? [Y/n] y
        recorded 1: 1 planned (`sprint undo` takes all of it back)
    "#]]);
}

#[test]
fn a_prompt_takes_an_import_and_a_batch_does_not() {
    let env = TestEnv::with_people();
    env.make_type_at();
    env.run("echo '- fix it' > pad.md");
    env.session(expect![[r#"
        $ ./type_at 'sprint> ' 'sprint batch' 'import pad.md --yes\r' '\004'
        remark: one command a line, such as `board`; Tab completes, Ctrl-D ends
        sprint> import pad.md --yes
        plan fix it
        recorded 1: 1 planned (`sprint undo` takes all of it back)
        sprint> 
        $ printf 'import pad.md --yes\n' | sprint batch
        ! error: -:1:1: `import pad.md --yes` cannot be part of a batch
        ! hint: nothing of the batch was recorded; run it by itself; a batch takes the commands that record, and `board`, `show`, `log`, `people`, `ready` and `list`
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
    "#]]);
}

#[test]
fn a_long_list_is_cut_and_a_dry_run_shows_all_of_it() {
    let env = TestEnv::with_people();
    env.run(r##"for n in 1 2 3 4 5 6 7; do echo "- ~~task number $n~~"; done > pad.md"##);
    env.session(expect![[r#"
        $ sprint import pad.md --yes
        ! remark: there is nothing to record; 7 lines are not recorded in full
        ! hint: `sprint import --dry-run pad.md` lists them
        ! remark: pad.md:1:1: this is struck through, and no item is called so, so nothing is recorded: `~~task number 1~~`
        ! hint: write DONE or ABANDONED after it to record it with how it ended
        ! remark: pad.md:2:1: this is struck through, and no item is called so, so nothing is recorded: `~~task number 2~~`
        ! remark: pad.md:3:1: this is struck through, and no item is called so, so nothing is recorded: `~~task number 3~~`
        ! remark: pad.md:4:1: this is struck through, and no item is called so, so nothing is recorded: `~~task number 4~~`
        ! remark: pad.md:5:1: this is struck through, and no item is called so, so nothing is recorded: `~~task number 5~~`
        $ sprint import pad.md --dry-run
        ! remark: there is nothing to record
        ! remark: pad.md:1:1: this is struck through, and no item is called so, so nothing is recorded: `~~task number 1~~`
        ! hint: write DONE or ABANDONED after it to record it with how it ended
        ! remark: pad.md:2:1: this is struck through, and no item is called so, so nothing is recorded: `~~task number 2~~`
        ! remark: pad.md:3:1: this is struck through, and no item is called so, so nothing is recorded: `~~task number 3~~`
        ! remark: pad.md:4:1: this is struck through, and no item is called so, so nothing is recorded: `~~task number 4~~`
        ! remark: pad.md:5:1: this is struck through, and no item is called so, so nothing is recorded: `~~task number 5~~`
        ! remark: pad.md:6:1: this is struck through, and no item is called so, so nothing is recorded: `~~task number 6~~`
        ! remark: pad.md:7:1: this is struck through, and no item is called so, so nothing is recorded: `~~task number 7~~`
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
        ! remark: new names: +Antoo
        ! hint: `sprint join` adds those who attend
        $ sed -i 's/^- write docs (Amrin/- write docs (Armin/' pad.md; sprint import pad.md --yes
        assign 2 armin
        recorded 1: 1 assigned (`sprint undo` takes all of it back)
        ! remark: pad.md:3:1: nobody is called `Everybdy`: `test it (Everybdy): half way`
        ! hint: did you mean everybody? Somebody new has a `+`: `+Everybdy`
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
fn what_keeps_a_place_refers_or_says_who_is_away_is_no_task() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf -- '- fix it @here\n- tbd\n- ???\n- siehe https://example.org/pad\n- Armin ist heute krank\n- gestern: es lief\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --yes
        plan -p everybody fix it
        recorded 1: 1 planned (`sprint undo` takes all of it back)
        ! remark: pad.md:2:1: these 4 bullets, up to line 6, do not say what is to be done: `tbd`
        ! hint: indent such a line below its item, or give it a box if it is one: `- [ ] …`
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
        ! remark: Bea is not listed as here any more
        ! hint: if they have left, `sprint leave Bea` says so
        ! remark: board.md:6:1: `Away:` means gone for good, so nothing is recorded where more stands behind a name: `bea`
        ! hint: write the name alone if they have left, else their days after `Here:`, as in `Armin (from Wed)`
        $ sprint import board.md --yes
        ! remark: there is nothing to record
        ! remark: Bea is not listed as here any more
        ! hint: if they have left, `sprint leave Bea` says so
        ! remark: board.md:6:1: `Away:` means gone for good, so nothing is recorded where more stands behind a name: `bea`
        ! hint: write the name alone if they have left, else their days after `Here:`, as in `Armin (from Wed)`
        $ sprint people
        Monday, 27 February 2017
        person        nick   on    days       role
        Antonio Cuni  anto   free             remote
        Bea Meier     bea    free
        Carla Novak   carla        to 28 Feb  visitor
        Not here: Armin Rigo (from 1 Mar)
    "#]]);
}

#[test]
fn names_within_a_title_are_told_once_and_no_sentence_is() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf -- '- fix the leak, Armin\n- port it by Bea\n- ask Armin about the fonts\n- sort it @kim before lunch\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --yes
        plan fix the leak, Armin
        plan port it by Bea
        plan ask Armin about the fonts
        plan -p +kim --when 'before lunch' sort it
        recorded 4: 4 planned (`sprint undo` takes all of it back)
        ! remark: pad.md:1:1: the title names `Armin`, but nobody is put on it: `fix the leak, Armin`
        ! hint: write the names alone, in brackets behind the title, to put them on it: `(Armin, Anto)`; `sprint assign ITEM PEOPLE` does, too
        ! remark: pad.md:2:1: the title names `Bea`, but nobody is put on it: `port it by Bea`
        ! remark: new names: +kim
        ! hint: `sprint join` adds those who attend
        $ sprint import pad.md --yes
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn what_stands_behind_the_name_of_somebody_who_is_there_is_read_or_told() {
    let env = TestEnv::new();
    env.run(
        r##"sprint init hut --from 2017-02-27 --to 2017-03-03
printf 'Here: Ida (Mon–Tue), Noor (University of Bern), @kenji Kenji Sato, Bela\nAway: Bela (sick)\n\nlater:\n- Tom\n- Mei (from Wed)\n\nTasks:\n- port it (kenji, Mei)\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --yes
        join Ida --from Mon --to Tue
        join Noor
        join Kenji Sato --nick kenji
        join Bela
        join Mei --from Wed
        plan -p 'kenji, mei' port it
        leave Bela
        recorded 7: 5 joined, 1 planned, 1 left (`sprint undo` takes all of it back)
        ! remark: pad.md:2:1: `Bela` is sick, and counts as gone from this day on
        ! hint: `sprint join Bela` says when they are back
        ! remark: pad.md:1:1: the words after `Noor` are not understood: `University of Bern`
        ! hint: days are read, as in `Armin (from Wed, until Fri)`, and so is a role, as in `Armin, host`; `sprint join` takes more
        ! remark: pad.md:5:1: no day is given, so nothing is recorded: `Tom`
        ! hint: write the day behind the name: `Armin (from Wed)`
        $ sprint import pad.md --yes
        ! remark: there is nothing to record; 2 lines are not recorded in full
        ! hint: `sprint import --dry-run pad.md` lists them
        $ sprint people
        Monday, 27 February 2017
        person      nick   on    days
        Ida         ida    free  27 Feb to 28 Feb
        Noor        noor   free
        Kenji Sato  kenji  1
        Not here: Bela (27 Feb), Mei (from 1 Mar)
        $ sprint join bela --from tue && sprint import pad.md --yes
        attends: Bela (bela; from 2017-02-28)
        ! remark: there is nothing to record; 3 lines are not recorded in full
        ! hint: `sprint import --dry-run pad.md` lists them
        ! remark: pad.md:2:1: `bela` left and is back, so nothing is recorded
        ! hint: `sprint leave bela` says that they left again
    "#]]);
}

#[test]
fn whoever_left_and_is_back_is_not_sent_away_again_and_that_is_told() {
    let env = TestEnv::with_people();
    env.run(r##"sprint leave bea; sprint join bea --from wed; printf 'Away: Bea\n' > pad.md"##);
    env.session(expect![[r#"
        $ sprint import pad.md --yes
        ! remark: there is nothing to record
        ! remark: pad.md:1:1: `bea` left and is back, so nothing is recorded
        ! hint: `sprint leave bea` says that they left again
        $ sprint leave bea && sprint import pad.md --yes
        left: Bea, gone from Monday, 27 February 2017 on and back from Wednesday, 1 March 2017 on
        ! remark: Bea had left before, so nothing changed
        ! remark: there is nothing to record
        ! remark: pad.md:1:1: `bea` left and is back, so nothing is recorded
        ! hint: `sprint leave bea` says that they left again
    "#]]);
}

#[test]
fn of_many_remarks_about_who_is_there_three_are_shown_behind_those_about_items() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf 'Here: Ida (not Mon), Bob (Mon, Wed and Thu), Tom (back on Thu), Mei (away Thu and Fri), @kim Host\n\n- fix it (was ~~Ida~~, the moon)\n- [?] port it\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --yes
        join Ida
        join Bob
        join Tom
        join Mei
        join @kim --role host
        plan -- fix it (was ~~Ida~~, the moon)
        plan port it
        recorded 7: 5 joined, 2 planned (`sprint undo` takes all of it back)
        ! remark: pad.md:3:1: the title names `Ida`, but nobody is put on it: `fix it (was ~~Ida~~, the moon)`
        ! hint: write the names alone, in brackets behind the title, to put them on it: `(Armin, Anto)`; `sprint assign ITEM PEOPLE` does, too
        ! remark: pad.md:4:1: the sign in this box says nothing: `port it`
        ! hint: write `[ ]` for open, `[x]` for done, `[-]` for dropped, or `[~]` for in progress
        ! remark: pad.md:1:1: the words after `Ida` are not understood: `not Mon`
        ! hint: days are read, as in `Armin (from Wed, until Fri)`, and so is a role, as in `Armin, host`; `sprint join` takes more
        ! remark: pad.md:1:1: the words after `Bob` are not understood: `Mon Wed and Thu`
        ! remark: pad.md:1:1: the words after `Tom` are not understood: `back on Thu`
        ! remark: 1 more line is not recorded in full
        ! hint: `sprint import --dry-run pad.md` lists it
        $ sprint import pad.md --dry-run
        ! remark: there is nothing to record
        ! remark: pad.md:4:1: the sign in this box says nothing: `port it`
        ! hint: write `[ ]` for open, `[x]` for done, `[-]` for dropped, or `[~]` for in progress
        ! remark: pad.md:1:1: the words after `ida` are not understood: `not Mon`
        ! hint: days are read, as in `Armin (from Wed, until Fri)`, and so is a role, as in `Armin, host`; `sprint join` takes more
        ! remark: pad.md:1:1: the words after `bob` are not understood: `Mon Wed and Thu`
        ! remark: pad.md:1:1: the words after `tom` are not understood: `back on Thu`
        ! remark: pad.md:1:1: the words after `mei` are not understood: `away Thu and Fri`
    "#]]);
}

#[test]
fn of_a_pad_that_is_imported_again_and_again_what_is_new_is_told_and_the_rest_is_counted() {
    let env = TestEnv::with_people();
    env.run(
        r##"cat > pad.md <<'END'
Welcome to the hut!
Bring shoes.

People: Armin, Anto (back on Thu)

Monday
- fix the leak (Armin, Amrin)
- port the tests (Anto, somebody)

We met at nine.

Everybody was there.

Links
  https://example.org/one
  https://example.org/two

Goals:
- be faster
END
sed -e 's/^Links/Tuesday\n- write docs (Bea)\n\nThe road is closed.\n\n- [?] fuzz it\n\n&/' pad.md > tuesday.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --yes
        plan -p armin fix the leak
        plan -p anto port the tests
        recorded 2: 2 planned (`sprint undo` takes all of it back)
        ! remark: pad.md:7:1: nobody is called `Amrin`: `fix the leak (Armin, Amrin)`
        ! hint: did you mean Armin Rigo? Somebody new has a `+`: `+Amrin`
        ! remark: pad.md:8:1: `somebody` is not a name: `port the tests (Anto, somebody)`
        ! hint: name only people there, and write what else there is to say behind them
        ! remark: pad.md:6:1: `Monday` is not a topic, so the items below it have none
        ! hint: to make it one, write `Monday/`
        ! remark: pad.md:10:1: these 5 lines, up to line 16, do not belong to an item: `We met at nine.`
        ! hint: indent such a line below an item, or begin it with `- `
        ! remark: pad.md:18:1: the line below this heading is not an item: `Goals`
        ! hint: a slash at its end makes a topic of it, as in `## Goals/`
        ! remark: 3 more lines are not recorded in full
        ! hint: `sprint import --dry-run pad.md` lists them
        $ sprint import tuesday.md --yes
        plan -p bea write docs
        plan fuzz it
        recorded 2: 2 planned (`sprint undo` takes all of it back)
        ! remark: tuesday.md:19:1: the sign in this box says nothing: `fuzz it`
        ! hint: write `[ ]` for open, `[x]` for done, `[-]` for dropped, or `[~]` for in progress
        ! remark: tuesday.md:7:1: nobody is called `Amrin`: `fix the leak (Armin, Amrin)`
        ! hint: did you mean Armin Rigo? Somebody new has a `+`: `+Amrin`
        ! remark: tuesday.md:8:1: `somebody` is not a name: `port the tests (Anto, somebody)`
        ! hint: name only people there, and write what else there is to say behind them
        ! remark: tuesday.md:14:1: `Tuesday` is not a topic, so the items below it have none
        ! hint: to make it one, write `Tuesday/`
        ! remark: tuesday.md:10:1: these 2 lines, up to line 12, do not belong to an item: `We met at nine.`
        ! hint: indent such a line below an item, or begin it with `- `
        ! remark: tuesday.md:17:1: this does not belong to an item: `The road is closed.`
        ! remark: tuesday.md:21:1: these 3 lines, up to line 23, do not belong to an item: `Links https://example.org/one https://example.org/two`
        ! remark: tuesday.md:25:1: the line below this heading is not an item: `Goals`
        ! hint: a slash at its end makes a topic of it, as in `## Goals/`
        ! remark: 3 more lines are not recorded in full
        ! hint: `sprint import --dry-run tuesday.md` lists them
        $ sprint import tuesday.md --yes
        ! remark: there is nothing to record; 14 lines are not recorded in full
        ! hint: `sprint import --dry-run tuesday.md` lists them
        ! remark: tuesday.md:7:1: nobody is called `Amrin`: `fix the leak (Armin, Amrin)`
        ! hint: did you mean Armin Rigo? Somebody new has a `+`: `+Amrin`
        ! remark: tuesday.md:8:1: `somebody` is not a name: `port the tests (Anto, somebody)`
        ! hint: name only people there, and write what else there is to say behind them
        ! remark: tuesday.md:19:1: the sign in this box says nothing: `fuzz it`
        ! hint: write `[ ]` for open, `[x]` for done, `[-]` for dropped, or `[~]` for in progress
        $ sprint import - --yes < tuesday.md
        ! remark: there is nothing to record; 14 lines are not recorded in full
        ! hint: `--dry-run` lists them
        ! remark: -:7:1: nobody is called `Amrin`: `fix the leak (Armin, Amrin)`
        ! hint: did you mean Armin Rigo? Somebody new has a `+`: `+Amrin`
        ! remark: -:8:1: `somebody` is not a name: `port the tests (Anto, somebody)`
        ! hint: name only people there, and write what else there is to say behind them
        ! remark: -:19:1: the sign in this box says nothing: `fuzz it`
        ! hint: write `[ ]` for open, `[x]` for done, `[-]` for dropped, or `[~]` for in progress
        $ sprint import tuesday.md --yes --json
        {
          "version": 2,
          "commands": [],
          "recorded": []
        }
        ! remark: tuesday.md:7:1: nobody is called `Amrin`: `fix the leak (Armin, Amrin)`
        ! hint: did you mean Armin Rigo? Somebody new has a `+`: `+Amrin`
        ! remark: tuesday.md:8:1: `somebody` is not a name: `port the tests (Anto, somebody)`
        ! hint: name only people there, and write what else there is to say behind them
        ! remark: tuesday.md:19:1: the sign in this box says nothing: `fuzz it`
        ! hint: write `[ ]` for open, `[x]` for done, `[-]` for dropped, or `[~]` for in progress
        ! remark: 11 more lines are not recorded in full
        ! hint: `sprint import --dry-run tuesday.md` lists them
        $ sprint import tuesday.md --dry-run
        ! remark: there is nothing to record
        ! remark: tuesday.md:7:1: nobody is called `Amrin`: `fix the leak (Armin, Amrin)`
        ! hint: did you mean Armin Rigo? Somebody new has a `+`: `+Amrin`
        ! remark: tuesday.md:8:1: `somebody` is not a name: `port the tests (Anto, somebody)`
        ! hint: name only people there, and write what else there is to say behind them
        ! remark: tuesday.md:19:1: the sign in this box says nothing: `fuzz it`
        ! hint: write `[ ]` for open, `[x]` for done, `[-]` for dropped, or `[~]` for in progress
        ! remark: tuesday.md:4:1: the words after `anto` are not understood: `back on Thu`
        ! hint: days are read, as in `Armin (from Wed, until Fri)`, and so is a role, as in `Armin, host`; `sprint join` takes more
        ! remark: tuesday.md:1:1: these 2 lines, up to line 2, do not belong to an item: `Welcome to the hut!`
        ! hint: indent such a line below an item, or begin it with `- `
        ! remark: tuesday.md:10:1: these 2 lines, up to line 12, do not belong to an item: `We met at nine.`
        ! remark: tuesday.md:17:1: this does not belong to an item: `The road is closed.`
        ! remark: tuesday.md:21:1: these 3 lines, up to line 23, do not belong to an item: `Links https://example.org/one https://example.org/two`
        ! remark: tuesday.md:25:1: the line below this heading is not an item: `Goals`
        ! hint: a slash at its end makes a topic of it, as in `## Goals/`
    "#]]);
}

#[test]
fn a_file_is_named_as_a_shell_takes_it() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf 'Notes about nothing.\n\n- fix the leak (perhaps Carla, or not)\n' > "it's.md"
for name in 'a$b.md' 'a;b.md' 'my pad.md'; do cp "it's.md" "$name"; done
for name in *.md; do sprint import "$name" --yes; done 2>/dev/null"##,
    );
    env.session(expect![[r#"
        $ for name in *.md; do sprint import "$name" --yes; done
        ! remark: there is nothing to record; 1 line is not recorded in full
        ! hint: `sprint import --dry-run 'a$b.md'` lists it
        ! remark: there is nothing to record; 1 line is not recorded in full
        ! hint: `sprint import --dry-run 'a;b.md'` lists it
        ! remark: there is nothing to record; 1 line is not recorded in full
        ! hint: `sprint import --dry-run "it's.md"` lists it
        ! remark: there is nothing to record; 1 line is not recorded in full
        ! hint: `sprint import --dry-run 'my pad.md'` lists it
    "#]]);
}

#[test]
fn who_stays_on_an_item_and_what_a_closed_one_does_not_take_is_named_with_the_command_for_it() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf 'Storage:\n- draw it (Armin, Bea)\n- read it (Armin)\n- ~~port it~~ (Bea)\n\nThanks\n------\n- the hut, for the food\n' > pad.md
sed 's,~~,,g' pad.md | sprint import - --yes; sprint done 1; sprint drop 2; sprint assign 3 antonio; sprint plan sing it -p armin bea antonio
printf -- '- draw it (Armin, Antonio): reopened\n- read it (Bea, +Jo Doe, Armin)\n- ~~port it~~ (Armin)\n- sing it ()\n' > next.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --yes
        ! remark: there is nothing to record; 4 lines are not recorded in full
        ! hint: `sprint import --dry-run pad.md` lists them
        ! remark: pad.md:4:1: this is struck through, which may mean done or dropped: `~~port it~~ (Bea)`
        ! hint: write DONE or ABANDONED after it, or type `sprint done ITEM` or `sprint drop ITEM`
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
        ! remark: pad.md:4:1: this line does not name Antonio, who stays on `3 port it`
        ! hint: `sprint unassign 3 Antonio` takes them off
        $ sprint import next.md --yes
        assign 3 armin
        recorded 1: 1 assigned (`sprint undo` takes all of it back)
        ! remark: next.md:3:1: this is struck through, which may mean done or dropped: `~~port it~~ (Armin)`
        ! hint: write DONE or ABANDONED after it, or type `sprint done ITEM` or `sprint drop ITEM`
        ! remark: next.md:1:1: `1 draw it` is closed, so Antonio is not put on it
        ! hint: `sprint done 1 -p PEOPLE` says whose work it was
        ! remark: next.md:1:1: `1 draw it` is closed, so its status `reopened` is not recorded
        ! hint: `sprint reopen 1` opens it, `sprint result 1 TEXT` adds to what came of it
        ! remark: next.md:2:1: `2 read it` is closed, so Bea and Jo Doe are not put on it
        ! hint: `sprint reopen 2` opens it
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
        ! remark: new names: +Jo Doe
        ! hint: `sprint join` adds those who attend
        ! remark: next.md:3:1: this line does not name Bea and Antonio, who stay on `3 port it`
        ! hint: `sprint unassign 3 Bea, Antonio` takes them off
        ! remark: next.md:4:1: this line does not name Armin, Bea and Antonio, who stay on `4 sing it`
        ! hint: `sprint unassign 4 Armin, Bea, Antonio` takes them off
        $ sprint done 3 && sprint import pad.md --yes
        3 done: port it  | credit: Bea, Antonio, Armin
        ! remark: there is nothing to record; 2 lines are not recorded in full
        ! hint: `sprint import --dry-run pad.md` lists them
    "#]]);
}

#[test]
fn who_stands_on_a_second_line_of_what_the_first_closes_is_told() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf -- '- [x] port it (Armin)\n- [ ] port it (Bea)\n' | sprint import - --yes
        plan -p armin port it
        done 1
        recorded 2: 1 planned, 1 done (`sprint undo` takes all of it back)
        ! remark: -:2:1: this has the words of line 1, which closes the item, so nothing of this line is recorded
        ! hint: for two items, write into their titles what makes them two
        $ printf -- '- [x] fix it (Armin)\n- [x] fix it (Armin)\n' | sprint import - --yes
        plan -p armin fix it
        done 2
        recorded 2: 1 planned, 1 done (`sprint undo` takes all of it back)
    "#]]);
}

#[test]
fn what_only_arranges_a_document_is_nothing() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf ':::warning\n- [ ] port it (Bea)\n:::\n- fix it (Anto) ==\n' | sprint import - --dry-run
        plan -p bea port it
        plan -p anto fix it
        $ printf '* Tasks\n- [ ] port it\n' | sprint import - --dry-run
        plan port it
        $ printf 'Mo, 27.2.:\n- port it\n\nTue 28.2.:\n- fix it\n' | sprint import - --dry-run
        plan port it
        plan fix it
        ! remark: -:1:1: `Mo, 27.2.`, `Tue 28.2.` are not topics, so the items below them have none
        ! hint: to make `Mo, 27.2.` one, write `Mo, 27.2./`
    "#]]);
}
